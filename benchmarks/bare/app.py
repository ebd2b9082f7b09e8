"""The least that Streamlit can show of a chart: what any page with one takes to load."""

import plotly.graph_objects as go
import streamlit as st

st.plotly_chart(go.Figure(go.Bar(x=[1, 2, 3], y=[2, 3, 1]), layout={"title": "Bare"}))
