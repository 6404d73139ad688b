// What a form cannot do alone: files and folders that are dropped, how far work
// has come, and telling the program that the page is open.
"use strict";
(() => {
  const body = document.body, form = document.getElementById("drop"), add = document.getElementById("add");
  const status = document.getElementById("status"), alert = document.getElementById("alert");
  document.documentElement.classList.add("js");

  const tell = text => { if (status.textContent !== text) status.textContent = text; };
  const warn = text => { alert.hidden = false; alert.textContent = text; alert.scrollIntoView({ block: "nearest" }); };

  // What is ticked stays when the page is made anew, as when something is accepted.
  const kept = "ticks " + location.pathname;
  const boxes = [...document.querySelectorAll("input[name=fix]")];
  const about = box => box.closest("label").textContent;
  const changed = JSON.parse(sessionStorage.getItem(kept) || "{}");
  for (const box of boxes) if (about(box) in changed) box.checked = changed[about(box)];
  addEventListener("change", e => {
    if (!boxes.includes(e.target)) return;
    changed[about(e.target)] = e.target.checked;
    sessionStorage.setItem(kept, JSON.stringify(changed));
  });

  // A download leaves the page as it is: what is to be said of it is asked for, until it
  // has been made.
  const mend = document.getElementById("mend");
  let mended = mend ? Number(mend.dataset.mended) : 0;
  async function told(asked) {
    for (;;) {
      await new Promise(done => setTimeout(done, 250));
      const reply = await fetch("told?mended=" + asked, { method: "POST", headers: { Accept: "application/json" } });
      if (!reply.ok) return;
      const s = await reply.json();
      if (!s.ready) continue;
      if (s.notice) warn(s.notice);
      else alert.hidden = true;
      return;
    }
  }
  // Where it cannot be asked, the next thing that the page does tells why.
  if (mend) mend.addEventListener("submit", () => { told(++mended).catch(() => {}); });

  async function state() {
    const reply = await fetch("state", { headers: { Accept: "application/json" } });
    if (reply.status === 410) { location.assign("../../?gone"); return null; }
    if (!reply.ok) throw new Error(reply.status);
    return reply.json();
  }

  async function follow() {
    for (;;) {
      const s = await state();
      if (!s) return;
      if (!s.reading) break;
      tell(s.progress.text);
      const bar = document.getElementById("progress");
      if (bar && s.progress.done && s.progress.done < s.progress.total) { bar.max = s.progress.total; bar.value = s.progress.done; }
      else if (bar) bar.removeAttribute("value");
      await new Promise(done => setTimeout(done, 250));
    }
    location.replace(location.pathname);
  }

  function send(files) {
    if (!files.length) { warn(body.dataset.none); return; }
    sessionStorage.removeItem(kept);
    const data = new FormData();
    if (add && add.checked) data.append("add", "1");
    for (const f of files) data.append("file", f.file, f.path);
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.upload.onprogress = e => { if (e.lengthComputable && e.loaded < e.total) tell(body.dataset.sending + " " + Math.floor(100 * e.loaded / e.total) + " %"); };
    request.upload.onload = () => tell(body.dataset.sent);
    request.onerror = () => { tell(""); warn(body.dataset.failed); };
    request.onload = () => {
      let said = {};
      try { said = JSON.parse(request.responseText); } catch { /* no answer of ours */ }
      if (said.ok) { follow().catch(ended); return; }
      tell("");
      warn(said.error || body.dataset.failed);
    };
    request.send(data);
  }

  // entries gives the files below what was dropped, with their paths.
  async function entries(entry, path, out) {
    if (entry.isFile) {
      out.push({ file: await new Promise((ok, no) => entry.file(ok, no)), path: path + entry.name });
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((ok, no) => reader.readEntries(ok, no));
      if (!some.length) return;
      for (const one of some) await entries(one, path + entry.name + "/", out);
    }
  }

  async function dropped(transfer) {
    const roots = [], out = [];
    for (const item of transfer.items) {
      const entry = item.webkitGetAsEntry && item.webkitGetAsEntry();
      if (entry) roots.push(entry);
    }
    if (!roots.length) return [...transfer.files].map(file => ({ file, path: file.name }));
    for (const entry of roots) await entries(entry, "", out);
    return out;
  }

  const carries = e => e.dataTransfer && [...e.dataTransfer.types].includes("Files");
  addEventListener("dragover", e => { if (carries(e)) { e.preventDefault(); form.classList.add("over"); } });
  addEventListener("dragleave", e => { if (!e.relatedTarget) form.classList.remove("over"); });
  addEventListener("drop", e => {
    if (!carries(e)) return;
    e.preventDefault();
    form.classList.remove("over");
    dropped(e.dataTransfer).then(send).catch(() => warn(body.dataset.failed));
  });
  for (const id of ["files", "folder"]) {
    const input = document.getElementById(id);
    input.addEventListener("change", () => send([...input.files].map(file => ({ file, path: file.webkitRelativePath || file.name }))));
  }

  addEventListener("pagehide", () => navigator.sendBeacon("closed"));
  addEventListener("pageshow", e => { if (e.persisted) state().catch(ended); });
  const ended = () => { tell(""); warn(body.dataset.ended); };
  if (body.dataset.reading) follow().catch(ended);
  setInterval(() => state().catch(ended), 60000);
})();
