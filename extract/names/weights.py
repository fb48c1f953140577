"""How much each kind of evidence counts in the vote on the type of an actor."""

NOTHING = "Nothing"  # the type of what is no actor
SETTLED = 99.0
# All labels of spaCy together; those of a person whose name is unlike one.
LABELS_WEIGH, UNLIKE_WEIGHS = 2.0, 1.4
# The words of the name: a legal form, its last word, a making like that of firms.
FORM, LAST_WORD, COINED = 6.0, 3.0, 1.5
# A given name alone; how much like a person's a name may look before a last word that is a surname as well tells less.
FIRST_NAME, FAIR = 1.2, 1.0
CITY, MAYBE_CITY = 2.2, 1.0
# What stands right before the name, what is said of it, a title.
BEFORE, BESIDE, TITLE = 3.5, 2.0, 2.0
# What it does, and the pronoun that takes it up.
ACTS, TAKEN_UP = 1.5, 2.5
