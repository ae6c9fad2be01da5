"""Captures a second, durable, against a bare hyper server, Express and FastAPI, in one interleaved run.

Called by scripts/bench, which builds and installs what is needed. Prints medians and ratios; asserts only that no
answer was an error. Figures of a shared machine drift, so only the ratios of one run mean anything.
"""

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TOOL = os.path.join(ROOT, "target/release/popbill-hook")
BARE = os.path.join(ROOT, "target/release/examples/bare_hyper")
WORK = os.path.join(ROOT, "target/bench")
ROUNDS, SECONDS, CONNECTIONS = int(os.environ.get("ROUNDS", "5")), 2, 64


def body():
    """A crawled invoice of about 2.4 KB."""
    made = subprocess.run(
        [TOOL, "events", "new", "nts.purchase", "--seed", "1", "-q"], capture_output=True, check=True
    ).stdout.strip()
    invoice = json.loads(made)
    filler = "정산 자료 "
    while len(json.dumps(invoice, ensure_ascii=False).encode()) < 2400:
        invoice["remark3"] = invoice.get("remark3", "") + filler
        if len(invoice["remark3"]) > 145:
            invoice["remark2"] = invoice.get("remark2", "") + filler
    return json.dumps(invoice, ensure_ascii=False, separators=(",", ":"))


def script(payload):
    path = os.path.join(WORK, "post.lua")
    with open(path, "w", encoding="utf-8") as file:
        file.write('wrk.method = "POST"\nwrk.headers["Content-Type"] = "application/json"\n')
        file.write('wrk.headers["Pb-Webhook-Type"] = "HT.TAXINVOICEXML"\n')
        file.write("wrk.body = [==[" + payload + "]==]\n")
    return path


class Server:
    """A server under test, started once and asked in every round."""

    def __init__(self, name, command, port=None, environment=None, first_line=None):
        self.name, self.rates, self.costs = name, [], []
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={**os.environ, **(environment or {})}
        )
        if port is None:
            line = self.process.stdout.readline().decode()
            port = int(re.search(r"(\d+)\D*$", first_line(line) if first_line else line).group(1))
        self.drain = None
        self.port = port
        if first_line:
            # What it prints must be read, or the pipe would stop it.
            self.drain = subprocess.Popen(["cat"], stdin=self.process.stdout, stdout=subprocess.DEVNULL)
        self.wait()

    def wait(self):
        for _ in range(100):
            probe = subprocess.run(["curl", "-s", "-o", "/dev/null", "-d", "{}", self.url()], check=False)
            if probe.returncode == 0:
                return
            time.sleep(0.1)
        raise SystemExit(f"{self.name} does not answer")

    def url(self):
        return f"http://127.0.0.1:{self.port}/pbconnect"

    def cpu(self):
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self, key="VmHWM"):
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as file:
            return int(re.search(key + r":\s+(\d+)", file.read()).group(1)) / 1024

    def round(self, lua):
        before = self.cpu()
        ran = subprocess.run(
            ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-s", lua, self.url()],
            capture_output=True, text=True, check=True,
        ).stdout
        if "Non-2xx" in ran:
            raise SystemExit(f"{self.name}: {ran}")
        count = int(re.search(r"(\d+) requests in", ran).group(1))
        self.rates.append(float(re.search(r"Requests/sec:\s+([\d.]+)", ran).group(1)))
        self.costs.append((self.cpu() - before) / count * 1e6)
        return count

    def stop(self):
        self.process.terminate()
        self.process.wait()
        if self.drain:
            self.drain.wait()


def express():
    folder = os.path.join(WORK, "express")
    os.makedirs(folder, exist_ok=True)
    if not os.path.isdir(os.path.join(folder, "node_modules/express")):
        subprocess.run(["npm", "install", "--silent", "--prefix", folder, "express"], check=True)
    with open(os.path.join(folder, "server.js"), "w", encoding="utf-8") as file:
        file.write(
            'const app = require("express")();\n'
            'app.post("/pbconnect", require("express").json(), (request, response) => response.type("text").send("OK"));\n'
            'const server = app.listen(0, "127.0.0.1", () => console.log(server.address().port));\n'
        )
    return Server("Express, stores nothing", ["node", os.path.join(folder, "server.js")])


def fastapi():
    folder = os.path.join(WORK, "fastapi")
    python = os.path.join(folder, "bin/python")
    if not os.path.exists(python):
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "fastapi", "uvicorn", "uvloop", "httptools"], check=True)
    with open(os.path.join(folder, "receiver.py"), "w", encoding="utf-8") as file:
        file.write(
            "from fastapi import FastAPI, Request\nfrom fastapi.responses import PlainTextResponse\n"
            'app = FastAPI()\n\n\n@app.post("/pbconnect")\nasync def receive(request: Request):\n'
            '    await request.json()\n    return PlainTextResponse("OK")\n'
        )
    import socket

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [python, "-m", "uvicorn", "receiver:app", "--app-dir", folder, "--port", str(port), "--log-level", "error"]
    return Server("FastAPI, stores nothing", command, port=port)


def listen(name, store, *flags):
    command = [TOOL, "listen", "127.0.0.1:0", "--store", store, *flags]
    return Server(name, command, first_line=lambda line: line.strip())


def main():
    os.makedirs(WORK, exist_ok=True)
    stores = tempfile.mkdtemp(dir=WORK)
    payload = body()
    lua = script(payload)
    quiet_store = os.path.join(stores, "quiet.db")
    servers = [
        Server("bare hyper, stores nothing", [BARE]),
        listen("listen, durable", quiet_store, "--quiet"),
        listen("listen, durable, printing", os.path.join(stores, "shown.db")),
    ]
    idle = servers[1].memory("VmRSS")
    for make in (express, fastapi):
        try:
            servers.append(make())
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"SKIPPED: {make.__name__}: {error}")
    taken = 0
    for _ in range(ROUNDS):
        for server in servers:
            count = server.round(lua)
            taken += count if server is servers[1] else 0
    base = servers[0]
    print(f"captures of a {len(payload.encode())}-byte invoice over {CONNECTIONS} connections, medians of {ROUNDS} rounds")
    for server in servers:
        ratio = statistics.median(rate / other for rate, other in zip(server.rates, base.rates))
        cost = statistics.median(mine / other for mine, other in zip(server.costs, base.costs))
        print(
            f"  {server.name:<28} {statistics.median(server.rates):>9.0f}/s  {ratio:>6.2f} of bare hyper"
            f"  {statistics.median(server.costs):>7.1f} us CPU each  {cost:>6.2f} of bare hyper"
        )
    for other in servers[3:]:
        ratio = statistics.median(mine / theirs for mine, theirs in zip(servers[1].rates, other.rates))
        print(f"  listen, durable, is {ratio:.1f} times {other.name}")
    shown = statistics.median(on / off for on, off in zip(servers[2].rates, servers[1].rates))
    print(f"  printing on is {shown:.2f} of printing off")
    print(f"  memory: idle {idle:.1f} MiB, peak {servers[1].memory():.1f} MiB over {taken} captures")
    for server in servers:
        server.stop()
    size = sum(os.path.getsize(os.path.join(stores, name)) for name in os.listdir(stores) if name.startswith("quiet"))
    print(f"  store: {size / (taken * len(payload.encode())):.3f} bytes a byte of body")
    shutil.rmtree(stores)


main()
