"""The style sheet of HTML digests: readable on screen, on paper, in the dark, in black and white."""

from __future__ import annotations

import hashlib
from base64 import b64encode

STYLE = """
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fdfdfb; --soft: #5c5c5c; --line: #c9c9c4; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e4df; --paper: #161617; --soft: #a3a19b; --line: #45454a; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 44rem; color: var(--ink); background: var(--paper);
  font: 1.0625rem/1.55 Charter, "Bitstream Charter", Cambria, Georgia, serif; overflow-wrap: break-word; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .35rem; }
h2 { font-size: 1.15rem; margin: 2.2rem 0 .6rem; padding-bottom: .2rem; border-bottom: 1px solid var(--line); }
header p, footer p, small { color: var(--soft); font: .8125rem/1.45 system-ui, sans-serif; }
svg { display: block; height: 1.5rem; max-width: 100%; margin: .5rem 0; fill: var(--soft); }
article { margin: 0 0 .9rem; }
article > p, blockquote > p { margin: 0; }
article small, blockquote small { display: block; }
blockquote { margin: 0 0 .9rem; padding: 0 0 0 1rem; border-left: 3px double var(--soft); }
article time, blockquote time { font-style: italic; }
cite { font-style: normal; }
a { color: inherit; text-underline-offset: .15em; text-decoration-color: var(--soft); }
a:focus-visible { outline: 2px solid; outline-offset: 2px; }
:target { outline: 2px solid var(--soft); outline-offset: .35rem; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); }
footer ol { padding-left: 1.8rem; font-size: .9375rem; }
footer li { margin: .35rem 0; }
@media print {
  :root { color-scheme: light; --ink: #000; --paper: #fff; --soft: #333; --line: #888; }
  @page { margin: 18mm 16mm; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h2 { break-after: avoid; }
  article, blockquote, li { break-inside: avoid; }
  footer a[href^="http"]::after { content: " <" attr(href) ">"; }
}
"""

POLICY = (
    f"default-src 'none'; style-src 'sha256-{b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()}'; "
    "base-uri 'none'; form-action 'none'"
)
"""What a browser may load for a page: nothing but this style sheet, whatever an article put into it."""
