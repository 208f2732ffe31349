_coopform_completion() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        [[ -n $line ]] && COMPREPLY+=("$line")
    done < <(COMP_LINE="${COMP_LINE:0:COMP_POINT}" COMP_WORDBREAKS="$COMP_WORDBREAKS" \
        _COOPFORM_COMPLETE=complete_bash "$1" 2>/dev/null)
}

complete -o default -F _coopform_completion coopform
