"""Completion for shells, made from the command line's own table of commands and options."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from lambdalint.cli.arguments import Parser
from lambdalint.config_keys import FORMATS
from lambdalint.record import NamedTuple

SHELLS = ("bash", "zsh", "fish", "powershell")
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


def commands(parser: Parser, rules: Sequence[str]) -> tuple[Command, ...]:
    """All commands of a parser; `rules` are the codes and names of rules."""
    found = []
    for action in parser._actions:
        if not isinstance(action, argparse._SubParsersAction):
            continue
        texts = {choice.dest: choice.help or "" for choice in action._choices_actions}
        for name, inner in action.choices.items():
            inner.complete()
            found.append(Command(name, texts.get(name, ""), tuple(_options(inner, rules)), _words(name, inner, rules)))
    return tuple(found)


def _options(parser: argparse.ArgumentParser, rules: Sequence[str]) -> Iterator[Option]:
    for action in parser._actions:
        if action.option_strings:
            values = tuple(map(str, action.choices or ()))
            if action.dest == "output_format":
                values = values or FORMATS
            if action.option_strings[0] in RULES:
                values = tuple(rules)
            text = (action.help or "").replace("`", "").replace("'", "")
            yield Option(tuple(action.option_strings), text, action.nargs != 0, values)


def _words(name: str, parser: argparse.ArgumentParser, rules: Sequence[str]) -> tuple[str, ...]:
    """The words that a command takes in its first place; none where that is a file."""
    if name == "rule":
        return tuple(rules)
    places = [action for action in parser._actions if not action.option_strings]
    return tuple(map(str, places[0].choices or ())) if places else ()


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
