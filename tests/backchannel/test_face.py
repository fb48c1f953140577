from pathlib import Path

import pytest

import backchannel


def test_build_ask_and_open_graph_are_all_one_needs(built: Path, tmp_path: Path) -> None:
    report = backchannel.build(built / "articles", store=tmp_path / "mine.graph")
    assert report.documents == 1
    answer = backchannel.ask("who benefits from sanctions relief?", store=tmp_path / "mine.graph")
    assert [row.name for row in answer.of("answer")] == ["Novatek", "Gennady Timchenko"]
    with backchannel.open_graph(tmp_path / "mine.graph") as store:
        assert store.query("MATCH (c:Company {name: 'Novatek'}) RETURN c.id").rows == (("company-novatek",),)
        assert "company-novatek" in store.graph()


def test_bad_input_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(backchannel.InputError, match="there is no store here"):
        backchannel.ask("who-benefits", store=tmp_path / "none")


def test_everything_has_a_docstring() -> None:
    assert all(getattr(backchannel, name).__doc__ for name in backchannel.__all__)
