// What a script adds: the picture answers to wheel, drag and keys, citations can be copied, the log goes on. Pages work without it.
"use strict";

function leadTo(changes) {
  const url = new URL(location.href);
  url.searchParams.delete("after");
  url.searchParams.delete("range");
  for (const [name, value] of Object.entries(changes)) url.searchParams.set(name, value);
  location.assign(url);
}

const DAY = 86400000;
const asDay = (milliseconds) => new Date(milliseconds).toISOString().slice(0, 10);

for (const svg of document.querySelectorAll("svg[data-first]")) {
  const first = Date.parse(svg.dataset.first);
  const last = Date.parse(svg.dataset.last);
  const width = Number(svg.dataset.width);
  const brush = svg.querySelector(".brush");
  const at = (event) => {
    const box = svg.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
  };
  let from = null;
  let dragged = false;
  svg.addEventListener("pointerdown", (event) => {
    if (event.button === 0 && event.pointerType === "mouse") { from = at(event); dragged = false; }
  });
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  window.addEventListener("pointermove", (event) => {
    if (from === null) return;
    const to = at(event);
    dragged = dragged || Math.abs(to - from) > 0.008;
    brush.setAttribute("x", Math.min(from, to) * width);
    brush.setAttribute("width", dragged ? Math.abs(to - from) * width : 0);
  });
  window.addEventListener("pointerup", (event) => {
    if (from === null) return;
    const [left, right] = [from, at(event)].sort((one, other) => one - other);
    from = null;
    if (dragged) leadTo({ since: asDay(first + left * (last - first)), until: asDay(first + right * (last - first)) });
  });
  svg.addEventListener("click", (event) => { if (dragged) event.preventDefault(); }, true);
  let waiting = 0;
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.shiftKey) return; // a plain wheel scrolls the page
    event.preventDefault();
    clearTimeout(waiting);
    const share = at(event);
    const span = (last - first) * (event.deltaY > 0 ? 2 : 0.5);
    const middle = first + share * (last - first);
    waiting = setTimeout(() => leadTo({
      since: asDay(middle - share * span), until: asDay(Math.max(middle - share * span, middle + (1 - share) * span - DAY)),
    }), 120);
  }, { passive: false });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, pre, .wide")) return;
  if (event.key === "/") {
    event.preventDefault();
    document.querySelector(".search input")?.focus();
    return;
  }
  const key = event.key === "=" ? "+" : event.key;
  for (const link of document.querySelectorAll("[data-key]")) {
    if (link.dataset.key === key) { event.preventDefault(); link.click(); }
  }
});

for (const button of document.querySelectorAll("button.copy")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = button.parentElement.querySelector("pre").textContent;
    try { await navigator.clipboard.writeText(text); button.textContent = "Copied"; } catch {
      getSelection().selectAllChildren(button.parentElement.querySelector("pre"));
      button.textContent = "Selected";
    }
  });
}

for (const part of document.querySelectorAll("[data-live]")) {
  let listening = null;
  let waiting = 0;
  let position = "";
  const renew = async () => {
    if (part.contains(document.activeElement)) { waiting = setTimeout(renew, 1000); return; } // somebody is in there
    waiting = 0;
    const url = new URL(location.href);
    url.searchParams.set("n", position); // an address of its own for each position: no answer of before is given again
    const answer = await fetch(url).catch(() => null); // the server may have ended
    const page = new DOMParser().parseFromString(answer?.ok ? await answer.text() : "", "text/html");
    const renewed = page.querySelector("[data-live]");
    if (renewed) part.replaceChildren(...renewed.childNodes);
  };
  const listen = () => {
    listening?.close();
    listening = document.hidden ? null : new EventSource(part.dataset.live);
    listening?.addEventListener("message", (event) => {
      position = event.lastEventId;
      waiting = waiting || setTimeout(renew, 300);
    });
  };
  document.addEventListener("visibilitychange", listen);
  listen();
}
