"""Files of every kind that is read, written by the libraries that write them, with a known text in them.

Test modules read this file with runpy, as tests are no package.
"""

import csv
import gzip
import io
import json
import mailbox
import tarfile
import tempfile
import zipfile
from email.message import EmailMessage
from pathlib import Path

TITLE = "Envoy signs gas accord"
FIRST = "The envoy of Norland, Anna Lind, met energy minister Omar Haddad in Muscat on Tuesday."
SECOND = "They signed an accord on gas that both sides had sought for years, officials said."
THIRD = "Norland will buy two cargoes a month from the state firm of Haddad's ministry."
BODY = (FIRST, SECOND, THIRD)
LETTER = "\n\n".join(BODY)
PROSE = "\n\n".join((TITLE, *BODY))

HTML = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{TITLE} | The Lark</title>
<meta property="og:site_name" content="The Lark">
<meta property="article:published_time" content="2025-03-14T08:00Z">
</head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>{TITLE}</h1>
{"".join(f"<p>{text}</p>" for text in BODY)}</article><footer>Copyright The Lark</footer></body></html>"""

MARKDOWN = f"""---
title: {TITLE}
date: 2025-03-14
author: Mara Quill
---

# {TITLE}

{FIRST[:30]}**{FIRST[30:40]}**{FIRST[40:]}

* {SECOND}

> {THIRD}
"""

SRT = """1
00:00:01,000 --> 00:00:04,000
<i>The envoy of Norland, Anna Lind,</i>

2
00:00:04,000 --> 00:00:08,000
met energy minister Omar Haddad
in Muscat on Tuesday.

3
01:02:03,500 --> 01:02:09,000
They signed an accord on gas.
"""

VTT = """WEBVTT - a talk

NOTE made by hand

00:01.000 --> 00:04.000
<v Roger Bing>The envoy met the minister

00:04.000 --> 00:08.000 align:start
<v Roger Bing>in Muscat on Tuesday.

intro
12:07:00.000 --> 12:07:09.000
<v Anna Lind>We signed an accord on gas.
"""

RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Lark</title><link>https://lark.example/</link>
<item><title>{TITLE}</title><link>https://lark.example/a</link>
<pubDate>Fri, 14 Mar 2025 08:00:00 GMT</pubDate>
<dc:creator>Mara Quill</dc:creator><description>short</description>
<content:encoded><![CDATA[<p>{FIRST}</p><p>{SECOND}</p><script>x()</script>]]></content:encoded></item>
<item><title>Talks go on</title><guid>tag:lark.example,2025:2</guid><description>{THIRD}</description></item>
</channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Lark</title><id>urn:x</id>
<updated>2025-03-15T00:00:00Z</updated><entry><title type="html">{TITLE}</title><id>urn:1</id>
<link rel="alternate" href="https://lark.example/a"/><published>2025-03-14T23:30:00+02:00</published>
<updated>2025-03-15T00:00:00Z</updated><author><name>Mara Quill</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{FIRST}</p><p>{SECOND}</p></div></content>
</entry></feed>"""


def pdf(pages=None, **facts):
    """A PDF by reportlab: each page a running head, paragraphs as lines, and its number."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1)
    canvas.setTitle(facts.get("title", TITLE))
    canvas.setAuthor(facts.get("author", "Mara Quill"))
    given = pages or [[TITLE, *BODY]]
    for number, lines in enumerate(given, 1):
        canvas.drawString(72, 800, f"Lark Institute Papers {number + 6}")
        for row, line in enumerate(lines):
            canvas.drawString(72, 760 - 16 * row, line)
        canvas.drawString(280, 30, f"Page {number} of {len(given)}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def word():
    """A Word file by python-docx, with a table."""
    import docx

    document = docx.Document()
    document.core_properties.author = "Mara Quill"
    document.core_properties.title = TITLE
    document.add_heading(TITLE, 0)
    for text in BODY:
        paragraph = document.add_paragraph(text[:10])
        paragraph.add_run(text[10:]).bold = True
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Buyer", "Norland"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


CONTENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.3"><office:body><office:text>
<text:h text:outline-level="1">{title}</text:h>{body}</office:text></office:body></office:document-content>"""
META = f"""<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>
<dc:title>{TITLE}</dc:title><meta:initial-creator>Mara Quill</meta:initial-creator>
<meta:creation-date>2025-03-14T08:00:00</meta:creation-date></office:meta></office:document-meta>"""


def odt(content=None):
    """An OpenDocument text as LibreOffice lays one out: the mimetype first and stored."""
    body = "".join(
        f"<text:p>{text[:12]}<text:span>{text[12:20]}</text:span>{text[20:]}<text:s/></text:p>"
        for text in BODY
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content or CONTENT.format(title=TITLE, body=body))
        archive.writestr("meta.xml", META)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return file.getvalue()


def epub():
    """A book of two chapters."""
    head = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>'
    page = head + "<body><h2>{}</h2>{}</body></html>"
    chapters = [page.format("One", f"<p>{FIRST}</p>"), page.format("Two", f"<p>{SECOND}</p><p>{THIRD}</p>")]
    opf = f"""<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>{TITLE}</dc:title><dc:creator>Mara Quill</dc:creator><dc:publisher>Lark Press</dc:publisher>
<dc:date>2025-03-14</dc:date></metadata><manifest>
<item id="b" href="text/2.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="text/1.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="a"/><itemref idref="b"/></spine></package>"""
    container = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", container)
        archive.writestr("OPS/book.opf", opf)
        for number, chapter in enumerate(chapters, 1):
            archive.writestr(f"OPS/text/{number}.xhtml", chapter)
    return file.getvalue()


def message(subject=TITLE, text=LETTER, html=None, attached=()):
    """A message by the standard library."""
    made = EmailMessage()
    made["From"] = "Mara Quill <mara@lark.example>"
    made["To"] = "desk@lark.example"
    made["Subject"] = subject
    made["Date"] = "Fri, 14 Mar 2025 23:30:00 +0200"
    made["Message-ID"] = f"<{abs(hash(subject)) % 10**8}@lark.example>"
    if text is not None:
        made.set_content(text)
    if html is not None and text is not None:
        made.add_alternative(html, subtype="html")
    elif html is not None:
        made.set_content(html, subtype="html")
    for name, content in attached:
        made.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()


def mbox(*messages):
    """A mailbox by the standard library."""
    with tempfile.TemporaryDirectory() as folder:
        box = mailbox.mbox(Path(folder, "box"))
        for content in messages or (message(), message("Talks go on", THIRD + "\n\nFrom here it is quoted.")):
            box.add(mailbox.mboxMessage(content))
        box.flush()
        box.close()
        return Path(folder, "box").read_bytes()


def json_lines():
    """Two rows with the names of columns that two programs use."""
    rows = (
        {"url": "https://lark.example/a", "title": TITLE, "text": "\n".join(BODY),
         "date": "2025-03-14T08:00:00Z", "source": {"name": "The Lark"},
         "authors": ["Mara Quill", "Ben Ode"]},
        {"headline": "Talks go on", "body": THIRD, "published_at": "14 March 2025"},
    )  # fmt: skip
    return "\n".join(json.dumps(row) for row in rows).encode()


def table(delimiter=","):
    """A table by the standard library."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=delimiter)
    writer.writerow(["Title", "Text", "Published", "Publisher"])
    writer.writerow([TITLE, "\n".join(BODY), "2025-03-14", "The Lark"])
    writer.writerow(["Talks go on", THIRD, "", ""])
    return file.getvalue().encode()


def zipped(files, method=zipfile.ZIP_DEFLATED):
    """A zip archive of names and contents."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def tarred(files, mode="w:gz"):
    """A tar archive of names and contents."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode=mode) as archive:
        for name, content in files.items():
            data = content if isinstance(content, bytes) else content.encode()
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return file.getvalue()


def every():
    """A sound file of every kind, by name."""
    files = {
        "a.txt": PROSE,
        "a.html": HTML,
        "a.pdf": pdf(),
        "a.docx": word(),
        "a.odt": odt(),
        "a.md": MARKDOWN,
        "a.epub": epub(),
        "a.srt": SRT,
        "a.vtt": VTT,
        "a.rss": RSS,
        "a.atom": ATOM,
        "a.mbox": mbox(),
        "a.eml": message(),
        "a.jsonl": json_lines(),
        "a.csv": table(),
        "a.zip": zipped({"x/a.html": HTML, "b.txt": PROSE}),
        "a.tar.gz": tarred({"a.txt": PROSE, "b.md": MARKDOWN}),
        "a.txt.gz": gzip.compress(PROSE.encode(), mtime=0),
    }
    return {
        name: content if isinstance(content, bytes) else content.encode() for name, content in files.items()
    }
