"""Keeps one LibreOffice open and accepts or rejects all changes in documents.

Reads lines "accept|reject|keep TAB in.docx TAB out.txt" from the standard input
and answers each with a line "ok" or "error …". The profile's folder is the only
argument; whoever starts this removes it.
"""

import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}
FILTERS = {
    ".txt": ("Text (encoded)", "UTF8,LF"),
    ".docx": ("MS Word 2007 XML", ""),
    ".pdf": ("writer_pdf_Export", ""),
}


def prop(name, value):
    p = PropertyValue()
    p.Name, p.Value = name, value
    return p


def convert(manager, mode, source, target):
    desktop = manager.createInstance("com.sun.star.frame.Desktop")
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(source), "_blank", 0, (prop("Hidden", True),))
    if document is None:
        raise RuntimeError("not opened: " + source)
    try:
        if mode in COMMANDS:
            dispatcher = manager.createInstance("com.sun.star.frame.DispatchHelper")
            dispatcher.executeDispatch(document.CurrentController.Frame, COMMANDS[mode], "", 0, ())
        name, options = FILTERS[os.path.splitext(target)[1]]
        document.storeToURL(uno.systemPathToFileUrl(target), (prop("FilterName", name), prop("FilterOptions", options)))
    finally:
        document.close(True)


def connect(pipe, office):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(600):
        if office.poll() is not None:
            raise RuntimeError("LibreOffice ended with %d" % office.returncode)
        try:
            return resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
        except Exception:
            time.sleep(0.1)
    raise RuntimeError("LibreOffice does not answer")


def main():
    pipe = "redline%d" % os.getpid()
    office = subprocess.Popen(
        ["soffice", "--headless", "--norestore", "--nodefault", "--nologo",
         "-env:UserInstallation=file://" + sys.argv[1], "--accept=pipe,name=%s;urp;" % pipe],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        manager = connect(pipe, office).ServiceManager
        print("ok", flush=True)
        for line in sys.stdin:
            try:
                convert(manager, *line.rstrip("\n").split("\t"))
                print("ok", flush=True)
            except Exception as e:
                print("error", repr(e).replace("\n", " "), flush=True)
        try:
            manager.createInstance("com.sun.star.frame.Desktop").terminate()
        except Exception:
            pass  # it answers by ending
    finally:
        try:
            office.wait(20)
        except subprocess.TimeoutExpired:
            office.kill()


main()
