"""`python -m backchannel.reference` prints docs/cli.md, made from the commands themselves."""

from collections.abc import Iterator

import click

from backchannel.cli import main

HEAD = """# Command line

<!-- Made by `python -m backchannel.reference > docs/cli.md`; change the commands, not this file. -->

Exit codes: 0 all is well, 1 nothing found, 2 bad use or input (one line on stderr names it; documents
that can be read are read all the same), 130 stopped with Ctrl-C (the document in hand is dropped).

Settings come from a flag, else `BACKCHANNEL_STORE`, `_ONTOLOGY`, `_REGISTRY`, `_QUESTIONS` or `_MODEL`,
else `./backchannel.toml`, else `backchannel/config.toml` in the user's folder for settings, else the default.
"""


def reference() -> str:
    """The reference of all commands, as Markdown."""
    context = click.Context(main, info_name="backchannel")
    parts = [HEAD]
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        if command is not None:
            parts += _command(command, click.Context(command, info_name=name, parent=context))
    return "\n".join(parts)


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    arguments = " ".join(piece for param in command.params for piece in param.get_usage_pieces(context))
    yield f"## {' '.join(f'backchannel {command.name} {arguments} [OPTIONS]'.split())}\n"
    yield _paragraphs(command.help or "")
    yield "| option | |\n| --- | --- |"
    for param in command.params:
        if isinstance(param, click.Option):
            record = param.get_help_record(context)
            if record is not None:
                yield f"| `{record[0].replace('|', chr(92) + '|')}` | {record[1]} |"
    yield ""


def _paragraphs(text: str) -> str:
    return "\n\n".join(" ".join(part.split()) for part in text.strip().split("\n\n")) + "\n"


if __name__ == "__main__":
    click.echo(reference(), nl=False)
