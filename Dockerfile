# docker build -t chi-tieu . && docker run --rm -p 8501:8501 chi-tieu
FROM python:3.11-slim
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir --quiet -r requirements.txt
COPY . .
RUN python -m etl build && useradd --create-home reader
# The app only reads; the database was built into the image.
USER reader
EXPOSE 8501
HEALTHCHECK CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://localhost:8501/_stcore/health')"]
CMD ["sh", "-c", "exec streamlit run $(ls asgi.py app.py 2>/dev/null | head -n 1) --server.headless true --server.address 0.0.0.0"]
