import tomllib

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from app.library.toml_text import plain, to_toml, update
from tests.library.nasty import nasty_text

clean_text = nasty_text.map(
    lambda text: text.encode("utf-8", "ignore").decode().replace("\r", "")
)
keys = st.sampled_from(["picks", "strand", "line", "agenda", "a b", "é", ""])
values: SearchStrategy[object] = st.recursive(
    clean_text | st.integers() | st.booleans() | st.floats(allow_nan=False),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3)
    ),
    max_leaves=6,
)
texts = st.lists(clean_text, max_size=4)
rows = st.lists(
    st.fixed_dictionaries({"part": clean_text}, optional={"cause": texts}), max_size=3
)
tables = st.fixed_dictionaries(
    {},
    optional={
        "agenda": clean_text,
        "picks": texts,
        "line": st.fixed_dictionaries({"id": clean_text}, optional={"strand": rows}),
        "question": rows,
        "settings": st.dictionaries(keys.filter(bool), clean_text | st.integers()),
    },
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["a", "b c", "é", ""]), values, max_size=4))
def test_any_table_is_read_back_as_it_was(table: dict[str, object]) -> None:
    assert tomllib.loads(to_toml(table, "A head.")) == table


@settings(deadline=None)
@given(tables, tables)
def test_a_changed_file_says_what_is_wanted(
    old: dict[str, object], new: dict[str, object]
) -> None:
    assert tomllib.loads(update(to_toml(old), new)) == new


def test_none_is_left_out_and_tuples_are_lists() -> None:
    assert plain({"a": None, "b": ("x",)}) == {"b": ["x"]}


def test_long_text_stands_as_it_was_typed() -> None:
    said = 'Say "yes".\nThen """no""".\\'
    text = to_toml({"agenda": said})
    assert text.startswith('agenda = """\nSay "yes".\nThen ')
    assert tomllib.loads(text) == {"agenda": said}


def test_a_line_that_was_named_is_replaced_by_the_whole_line() -> None:
    old = '# mine\nline = "nets"\npicks = []  # none\n\n[settings]\nseed = 1  # one\n'
    new = {
        "line": {"id": "nets", "strand": [{"part": "a"}, {"part": "b"}]},
        "picks": [],
        "settings": {"seed": 1},
    }
    text = update(old, new)
    assert tomllib.loads(text) == new
    for comment in ("# mine", "# none", "# one"):
        assert comment in text


def test_entries_are_added_and_taken_away_with_the_comments_of_the_others() -> None:
    old = '[[question]]\ntext = "A"  # first\n\n[[question]]\ntext = "B"\n'
    longer = [{"text": "A"}, {"text": "C"}, {"text": "D"}]
    text = update(old, {"question": longer})
    assert tomllib.loads(text) == {"question": longer}
    assert "# first" in text
    shorter = update(text, {"question": longer[:1]})
    assert tomllib.loads(shorter) == {"question": longer[:1]}
    assert "# first" in shorter
    assert tomllib.loads(update(shorter, {"agenda": "x"})) == {"agenda": "x"}
