from dashboard import readiness


def test_the_server_gets_ready_with_a_database_and_without_one(monkeypatch, database, tmp_path):
    for file in (database, tmp_path / "missing.duckdb"):
        monkeypatch.setenv("CHI_TIEU_DATABASE", str(file))
        readiness.prepare()
