"""Completion for shells, made from the command line's own table of commands and options."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lambdalint.cli import options as table
from lambdalint.config import FORMATS
from lambdalint.record import NamedTuple

RULES = ("--select", "--ignore", "--extend-select", "--extend-ignore", "--fixable", "--unfixable")


class Option(NamedTuple):
    """An option: its spellings, what it does, whether a value follows, and the values there are (if they are few)."""

    names: tuple[str, ...]
    text: str
    takes_value: bool
    values: tuple[str, ...]


class Command(NamedTuple):
    """A command, its options, and the words that may follow it."""

    name: str
    text: str
    options: tuple[Option, ...]
    words: tuple[str, ...]


def commands(rules: Sequence[str]) -> tuple[Command, ...]:
    """All commands; `rules` are the codes and names of rules."""
    asked = map(table.command, table.PURPOSES)
    return tuple(Command(one.name, one.purpose, tuple(_options(one, rules)), _words(one, rules)) for one in asked)


def _options(asked: table.Command, rules: Sequence[str]) -> Iterator[Option]:
    yield Option(("-h", "--help"), "show this help message and exit", False, ())
    for option in asked.all_options():
        values = option.choices
        if option.field == "output_format":
            values = values or FORMATS
        if option.names[0] in RULES:
            values = tuple(rules)
        text = option.text.replace("`", "").replace("'", "")
        yield Option(table.spellings(option), text, option.shape in ("value", "list"), values)


def _words(asked: table.Command, rules: Sequence[str]) -> tuple[str, ...]:
    """The words that a command takes in its first place; none where that is a file."""
    if asked.name == "rule":
        return tuple(rules)
    return asked.words[0].choices if asked.words else ()


def script(shell: str, found: Sequence[Command]) -> str:
    """The text that a shell has to read."""
    makers = {"bash": _bash, "zsh": _zsh, "fish": _fish, "powershell": _powershell}
    return "\n".join(makers[shell](found)) + "\n"


def _names(command: Command) -> str:
    return " ".join(name for option in command.options for name in option.names)


def _bash(found: Sequence[Command]) -> Iterator[str]:
    yield '# lambdalint completion for bash: eval "$(lambdalint generate-shell-completion bash)"'
    yield "_lambdalint() {"
    yield '    local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" words=""'
    rules = next((command.words for command in found if command.name == "rule"), ())
    yield f'    local rules="{" ".join(rules)}"'
    yield "    COMPREPLY=()"
    yield "    if [[ $COMP_CWORD -eq 1 ]]; then"
    yield f'        words="{" ".join(command.name for command in found)} --help --version"'
    yield "    else"
    yield '        case "${COMP_WORDS[1]} $before" in'
    for command in found:
        for option in command.options:
            if option.values:
                names = "|".join(f'"{command.name} {name}"' for name in option.names)
                values = "$rules" if option.values == rules else " ".join(option.values)
                yield f'            {names}) words="{values}" ;;'
    yield "            *)"
    yield '                case "${COMP_WORDS[1]} $current" in'
    for command in found:
        yield f'                    "{command.name} -"*) words="{_names(command)}" ;;'
        if command.words:
            words = "$rules" if command.words == rules else " ".join(command.words)
            yield f'                    "{command.name} "*) words="{words}" ;;'
    yield "                esac ;;"
    yield "        esac"
    yield "    fi"
    yield '    if [[ -n $words ]]; then COMPREPLY=($(compgen -W "$words" -- "$current")); fi'
    yield "}"
    yield "complete -o default -F _lambdalint lambdalint"


def _zsh(found: Sequence[Command]) -> Iterator[str]:
    yield "#compdef lambdalint"
    yield "_lambdalint() {"
    yield "    local -a commands"
    yield "    commands=("
    yield from (f"        '{command.name}:{_plain(command.text)}'" for command in found)
    yield "    )"
    yield "    if (( CURRENT == 2 )); then"
    yield "        _describe command commands"
    yield "        return"
    yield "    fi"
    yield '    case "$words[2]" in'
    for command in found:
        yield f"        {command.name})"
        yield "            shift words; (( CURRENT-- ))"
        yield "            _arguments -s \\"
        for option in command.options:
            value = f":value:({' '.join(option.values)})" if option.values else ":value:_files"
            for name in option.names:
                yield f"                '*{name}[{_plain(option.text)}]{value if option.takes_value else ''}' \\"
        yield f"                '*:argument:{'(' + ' '.join(command.words) + ')' if command.words else '_files'}' ;;"
    yield "    esac"
    yield "}"
    yield 'if [[ "$funcstack[1]" == _lambdalint ]]; then _lambdalint "$@"; else compdef _lambdalint lambdalint; fi'


def _plain(text: str) -> str:
    """Text without what has a meaning in a description."""
    return "".join(" " if character in "[]:\\" else character for character in text)


def _fish(found: Sequence[Command]) -> Iterator[str]:
    yield "# lambdalint completion for fish: lambdalint generate-shell-completion fish | source"
    for command in found:
        yield f"complete -c lambdalint -n __fish_use_subcommand -f -a {command.name} -d '{command.text}'"
    for command in found:
        when = f"complete -c lambdalint -n '__fish_seen_subcommand_from {command.name}'"
        if command.words:
            yield f"{when} -f -a '{' '.join(command.words)}'"
        for option in command.options:
            names = " ".join(f"-l {n[2:]}" if n.startswith("--") else f"-s {n[1:]}" for n in option.names)
            value = f" -x -a '{' '.join(option.values)}'" if option.values else " -r" if option.takes_value else ""
            yield f"{when} {names}{value} -d '{option.text}'"


def _powershell(found: Sequence[Command]) -> Iterator[str]:
    yield "# lambdalint completion: lambdalint generate-shell-completion powershell | Out-String | Invoke-Expression"
    yield "Register-ArgumentCompleter -Native -CommandName lambdalint -ScriptBlock {"
    yield "    param($word, $ast, $position)"
    yield "    $words = @{"
    yield f"        '' = '{' '.join(command.name for command in found)}'"
    yield from (f"        '{command.name}' = '{' '.join((_names(command), *command.words))}'" for command in found)
    yield "    }"
    yield "    $elements = @($ast.CommandElements | ForEach-Object { $_.ToString() })"
    yield "    $first = $elements.Count -lt 2 -or ($elements.Count -eq 2 -and $word -ne '')"
    yield "    $command = if ($first) { '' } else { $elements[1] }"
    yield "    $words[$command] -split ' ' | Where-Object { $_ -like \"$word*\" } |"
    yield "        ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }"
    yield "}"
