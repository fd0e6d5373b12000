"""`tinhgon vault …`: the keys of sensitive fields; for the key keeper."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from tinhgon import vault
from tinhgon.cli import ground
from tinhgon.cli.terminal import Json, Language, end_progress, print_json, progress, say

app = typer.Typer(no_args_is_help=True, help="Look after the keys of sensitive fields.")


@app.command()
def status(as_json: Json = False, language: Language = None) -> None:
    """Say what the vault holds: numbers, no persons."""
    found = vault.status()
    if as_json:
        print_json(asdict(found) | {"folder": str(found.folder)})
        return
    say(f"Thư mục khóa: {found.folder}", f"Folder of keys: {found.folder}")
    if not found.kek:
        say("Chưa niêm phong dữ liệu nào.", "Nothing has been sealed yet.")
        return
    say(f"Khóa bọc: {found.kek}, tạo {found.made}", f"Key-encryption key: {found.kek}, made {found.made}")
    say(f"Khóa dữ liệu: {found.keys} người", f"Data keys: {found.keys} persons")
    say(f"Đã hủy khóa: {found.erased} người", f"Keys destroyed: {found.erased} persons")
    if found.rotating:
        say(
            f"Đổi khóa bọc chưa xong, còn {found.waiting} khóa. Hãy chạy: tinhgon vault rotate",
            f"A rotation is not finished, {found.waiting} keys to go. Run: tinhgon vault rotate",
        )


@app.command()
def rotate(language: Language = None) -> None:
    """Wrap all keys with a new key while the program runs, then remove the old one."""
    done = vault.rotate(progress("Khóa đã bọc lại", "Keys wrapped anew"))
    end_progress()
    kek = vault.status().kek
    say(
        f"Đã bọc lại {done} khóa bằng {kek}. Hãy sao lưu {kek}.key, rồi hủy các bản sao của khóa cũ.",
        f"{done} keys wrapped anew with {kek}. Back up {kek}.key, then destroy the copies of the old key.",
    )


@app.command()
def check(language: Language = None) -> None:
    """See whether every key is there, opens, and is closed to others; exit code 3 if not."""
    faults = list(vault.faults())
    for fault in faults:
        typer.echo(fault.message(ground.language()), err=True)
    if faults:
        raise typer.Exit(3)
    keys = vault.status().keys
    say(f"Tốt: mở được cả {keys} khóa.", f"Sound: all {keys} keys open.")


@app.command()
def copy(file: Annotated[Path, typer.Argument(help="New file; keep it apart from the keys.")]) -> None:
    """Copy the key store while the program runs; not the keys that wrap it."""
    vault.copy(file)
    typer.echo(file)
