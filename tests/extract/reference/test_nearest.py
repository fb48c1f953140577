"""Whom "the company" means."""


def test_a_norwegian_bank_is_no_french_one(tell):
    lines = tell("Société Générale grew. The Norwegian bank bought Sonatrach.")
    assert not [line for line in lines if line.startswith("Société Générale ACQUIRES")]


def test_the_company_is_no_council(tell):
    text = "Foxconn was fined, the Taiwan Affairs Council said. The company has plants in China."
    assert "Foxconn OPERATES_IN China" in tell(text)
