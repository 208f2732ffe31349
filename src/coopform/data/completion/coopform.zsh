#compdef coopform

_coopform_completion() {
    local line typed=${(Q)PREFIX} before width=0 index
    local -a values helps shown
    before=${(F)${(@Q)words[1,CURRENT-1]}}
    for line in "${(@f)$(_COOPFORM_BEFORE=$before _COOPFORM_WORD=$typed _COOPFORM_COMPLETE=complete_zsh \
        "${(Q)words[1]}" 2>/dev/null)}"; do
        [[ -n $line ]] || continue
        values+=("${line%%$'\t'*}")
        helps+=("${line#*$'\t'}")
        (( ${#values[-1]} > width )) && width=${#values[-1]}
    done
    if (( ! $#values )); then
        _files
        return
    fi
    for (( index = 1; index <= $#values; index++ )); do
        shown+=("${(r:width:)values[index]}${helps[index]:+  $helps[index]}")
    done
    # -U: coopform has chosen, without regard to case and accents.
    compadd -U -l -d shown -a values
    # What is common to all may be less than what was typed, which is then left as it is.
    if (( $#values > 1 && ${#compstate[unambiguous]} < $#typed )); then
        compstate[insert]=
        compstate[list]='list force'
    fi
}

compdef _coopform_completion coopform
# In a file `_coopform` of the function path, the first call is a completion already.
[[ ${funcstack[1]} == _coopform ]] && _coopform_completion
