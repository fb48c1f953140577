"""All mendings in their order leave a right parse as it is; parses written out by hand."""

from extract.grammar.clauses import subjects
from extract.repairs.repairs import repair
from extract.vocabulary.lexicon import read_lexicon


def at(doc, word):
    return next(t for t in doc if t.text == word)


def texts(tokens):
    return [t.text for t in tokens]


ORDINARY_REPORT = (
    "Poland/nsubj/reported/NNP reported/ROOT/reported/VBD/report ,/punct/reported/, "
    "Reuters/nsubj/fined/NNP fined/ccomp/reported/VBD/fine Shell/dobj/fined/NNP"
)


def test_a_report_that_is_not_inserted_stays(make):
    doc = make(ORDINARY_REPORT)
    repair(doc, read_lexicon())
    assert texts(subjects(at(doc, "fined"))) == ["Reuters"]
    assert texts(subjects(at(doc, "reported"))) == ["Poland"]


APPOSITION = (
    "Shell/nsubj/met/NNP met/ROOT/met/VBD/meet the/det/envoy/DT envoy/dobj/met/NN ,/punct/envoy/, "
    "Witkoff/appos/envoy/NNP ,/punct/met/, smiling/advcl/met/VBG/smile"
)


def test_a_true_apposition_stays_one(make):
    doc = make(APPOSITION)
    repair(doc, read_lexicon())
    assert at(doc, "Witkoff").head.text == "envoy"
