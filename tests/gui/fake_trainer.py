"""A trainer that only talks: what it does is named by the word in FAKE_TRAINER.

It writes into the run's folder what the real one would, so that the window finds it there.
"""

import json
import os
import sys
import threading
import time
from pathlib import Path

import numpy as np
from PIL import Image

MODE = os.environ.get("FAKE_TRAINER", "")
STEPS = 40
stopped = threading.Event()


def listen():
    stdin = sys.stdin  # held by the thread: Python must not close at its end what is being read
    for line in stdin.buffer:
        if line.strip() == b"stop":
            break
    stopped.set()


def tell(kind, **fields):
    line = json.dumps({"event": kind, **fields})
    print(line, flush=True)
    return line


def option(name, default=""):
    arguments = sys.argv
    return arguments[arguments.index(name) + 1] if name in arguments else default


def draw():
    count = int(option("--count"))
    out = Path(option("--out"))
    out.mkdir(parents=True, exist_ok=True)
    done = len(list(out.glob("*.drawn")))
    while done < count and not stopped.is_set():
        (out / f"{done}.drawn").touch()
        done += 1
        tell("progress", done=done, count=count, unit="portrait")
        time.sleep(0.05 if MODE == "slow" else 0)
    tell("finished", step=done, stopped=done < count, message="Drew.")


FACES = 30


def detect():
    out, pictures = Path(option("--out")), Path(sys.argv[2])
    assert option("--cascade").endswith(".xml")
    (out / "faces").mkdir(parents=True, exist_ok=True)
    (out / "faces.json").write_text("{}")
    table = out / "records.jsonl"
    done = len(table.read_text().splitlines()) if table.exists() else 0
    while done < FACES and not stopped.is_set():
        pixels = np.full((64, 64, 3), 8 * done, np.uint8)
        Image.fromarray(pixels).save(out / "faces" / f"{done}.png")
        row = {"id": f"f{done:02d}", "status": "kept", "file": f"faces/{done}.png", "size": 64}
        with table.open("a") as file:
            print(json.dumps({**row, "neighbours": done}), file=file)
        done += 1
        tell("progress", done=done, count=FACES, unit="picture")
        time.sleep(0.05 if MODE == "slow" else 0)
    tell("finished", step=done, stopped=done < FACES, message=f"Faces of {pictures}.")


def dedupe():
    row = {"id": "f29", "status": "skipped", "reason": "nearly the same as f28"}
    (Path(sys.argv[2]) / "duplicates.jsonl").write_text(json.dumps(row) + "\n")
    tell("finished", step=FACES, stopped=False, message="1 is a double.")


def tag():
    assert Path(option("--tagger"), "model.json").is_file()
    rows = [
        {"id": f"f{place:02d}", "status": "kept", "labels": ["smile"], "feature": place}
        | {"doubt": round(place / FACES, 3)}
        for place in range(FACES)
    ]
    text = "".join(json.dumps(row) + "\n" for row in rows)
    (Path(sys.argv[2]) / "tags.jsonl").write_text(text)
    tell("progress", done=FACES, count=FACES, unit="face")
    tell("finished", step=FACES, stopped=False, message="Tagged.")


def select():
    from trainer.data.review import Review

    out, rejected = Path(option("--out")), Review(Path(sys.argv[2])).rejected
    out.mkdir(parents=True)
    rows = [f"f{place:02d}" for place in range(FACES - 1) if f"f{place:02d}" not in rejected]
    (out / "labels.csv").write_text("\n".join(["file", *rows, ""]))
    tell("finished", step=len(rows), stopped=False, message="Selected.")


def sheet(path, step):
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = np.full((64, 64, 3), 4 * step, np.uint8)
    pixels[8:16, 8:16] += 40  # the tenth of its pictures
    Image.fromarray(pixels).save(path)
    return tell("sample", step=step, path=str(path))


def train():
    run = Path(option("--run"))
    (run / "checkpoints").mkdir(parents=True, exist_ok=True)
    saved = sorted(int(path.stem) for path in (run / "checkpoints").glob("*.safetensors"))
    assert ("--resume" in sys.argv) == bool(saved)
    step = saved[-1] if saved else 0
    if option("--cast"):
        (run / "filmed").write_text(option("--cast"))
    config = {"preset": "smoke", "batch_images": 8, "iterations": STEPS}
    (run / "config.json").write_text(json.dumps(config))
    with (run / "events.jsonl").open("a") as record:
        keep = lambda line: print(line, file=record, flush=True)  # noqa: E731
        keep(
            tell(
                "started",
                run=str(run),
                step=step,
                iterations=STEPS,
                device="cpu",
                images=3,
                config=config,
            )
        )
        while step < STEPS and not stopped.is_set():
            step += 1
            losses = {"d_adv": 1 + 1 / step, "g_adv": 2 - 1 / step, "g_cls": 9.0}
            keep(tell("step", step=step, iterations=STEPS, images_per_s=80.0, losses=losses))
            if step % 10 == 0:
                keep(sheet(run / "samples" / f"{step:06d}.png", step))
            time.sleep(0.05 if MODE == "slow" else 0)
        path = run / "checkpoints" / f"{step:06d}.safetensors"
        path.write_bytes(b"weights")
        keep(tell("finished", step=step, stopped=step < STEPS, message="Done."))


def babble():
    sys.stdout.buffer.write(b"\xff\xfe no text\n{}\n[[[[\n")
    sys.stdout.buffer.write(b"x" * 3_000_000 + b"\n")
    print('{"event": "step", "step": "one"}')
    print("A library says hello.", flush=True)


def export():
    from girlsmoe_desktop.core.manifest import read_manifest  # noqa: F401  the trainer's own

    source, out = Path(os.environ["FAKE_MODEL"]), Path(option("--out"))
    out.mkdir(parents=True)
    values = json.loads((source / "model.json").read_text("utf-8"))
    values |= {"id": option("--id"), "name": option("--name"), "preview": "--preview" in sys.argv}
    (out / "generator.onnx").write_bytes((source / "generator.onnx").read_bytes())
    (out / "model.json").write_text(json.dumps(values), "utf-8")
    print("Wrote step 40.")


def main():
    if MODE == "fail":
        tell("error", message="The disk is full. Make room and go on.")
        print("girlsmoe-train: The disk is full. Make room and go on.", file=sys.stderr)
        sys.exit(2)
    if MODE == "break":
        raise RuntimeError("no such kernel")
    if MODE == "mute":
        sys.exit(3)
    if MODE == "leave":
        sys.exit(0)
    if MODE == "die":
        os.abort()
    if MODE == "hang":
        tell("progress", done=0, count=5, unit="portrait")
        time.sleep(600)
    if MODE == "babble":
        babble()
    if sys.argv[1] == "export":
        if MODE == "no-export":
            print("girlsmoe-train: It differs from the trained generator.", file=sys.stderr)
            sys.exit(2)
        export()
        return
    threading.Thread(target=listen, daemon=True).start()
    commands = (draw, train, detect, dedupe, tag, select)
    {command.__name__: command for command in commands}[sys.argv[1]]()


main()
