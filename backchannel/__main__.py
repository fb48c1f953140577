"""`python -m backchannel`."""

from backchannel.cli import main

main(prog_name="backchannel")
