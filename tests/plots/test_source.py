"""The source that a page shows is the source that runs."""

import ast
import inspect

from ddimlib.forward import add_noise
from ddimlib.plots.source import show_source
from ddimlib.samplers import ddim
from ddimlib.schedules import CosineSchedule, LinearSchedule, LogSNRSchedule, Schedule


def test_shown_source_is_the_library_s_own() -> None:
    assert show_source(add_noise).text == inspect.getsource(add_noise).rstrip()


def test_several_objects_stand_below_each_other_in_one_highlighted_block() -> None:
    markdown = show_source(add_noise, LogSNRSchedule)._repr_markdown_()
    assert markdown.startswith("```python\n")
    assert markdown.endswith("\n```")
    assert markdown.index("def add_noise") < markdown.index("class LogSNRSchedule")


def test_methods_lose_their_indentation() -> None:
    assert show_source(CosineSchedule.angle).text.startswith("def angle")


def test_leaving_out_docstrings_changes_no_statement() -> None:
    def bare(text: str) -> str:
        tree = ast.parse(text)
        for node in ast.walk(tree):
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and ast.get_docstring(node):
                node.body = node.body[1:]
        return ast.dump(tree)

    for one in (CosineSchedule, ddim):
        short = show_source(one, docstrings=False).text
        assert '"""' not in short
        assert bare(short) == bare(show_source(one).text)


def test_a_method_that_is_nothing_but_its_text_is_still_a_method() -> None:
    (shown,) = ast.parse(show_source(Schedule, docstrings=False).text).body
    assert isinstance(shown, ast.ClassDef)
    assert ast.unparse(shown.body[0]).endswith("def _log_snr(self, t: Tensor) -> Tensor:\n    ...")


def test_comments_stay() -> None:
    assert "#" in show_source(LinearSchedule).text
    assert "#" in show_source(LinearSchedule, docstrings=False).text
