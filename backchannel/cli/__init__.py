"""The command line: one command a file, all with the same exit codes.

0 all is well, 1 nothing found, 2 bad use or input, 130 stopped with Ctrl-C.
"""

import logging
import os
import sys
from typing import Any

import click

from backchannel.cli import (
    ask,
    browser_kit,
    build,
    cypher,
    export,
    extract,
    import_,
    load,
    readers,
    show,
)
from graph.model import InputError

log = logging.getLogger("backchannel.cli")


class Refused(click.ClickException):
    """Bad input: one line on stderr, exit code 2."""

    exit_code = 2

    def format_message(self) -> str:
        """The message on one line, without what a terminal would obey."""
        from backchannel.cli.output import clean

        return clean(self.message)


class Program(click.Group):
    """A group that turns every way to fail into one line and an exit code."""

    def invoke(self, context: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(context)
        except InputError as error:
            raise Refused(str(error)) from error
        except KeyboardInterrupt:
            click.echo("Interrupted: the document in hand is dropped, all before it is kept.", err=True)
            context.exit(130)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            context.exit(0)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            log.debug("unexpected", exc_info=error)
            what = f"{type(error).__name__}: {error}".strip(": ")
            raise Refused(f"unexpected, a fault of backchannel: {what} (--verbose shows where)") from error


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="backchannel")
def main() -> None:
    """Turn news and transcripts into a graph of people, companies and states, and ask it questions.

    Every answer comes with the sentences behind it.
    """


for _command in (
    build.build,
    extract.extract,
    ask.ask,
    show.show,
    cypher.cypher,
    load.load,
    export.export,
    import_.import_,
    browser_kit.browser_kit,
    readers.readers,
):
    main.add_command(_command)
