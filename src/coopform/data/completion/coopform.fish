function __coopform_complete
    set -l before (commandline -opc)
    set -l found (_COOPFORM_BEFORE=(string join \n -- $before | string collect) \
        _COOPFORM_WORD=(commandline -ct | string collect) \
        _COOPFORM_COMPLETE=complete_fish $before[1] 2>/dev/null | string match -rv '^$')
    if set -q found[1]
        printf '%s\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end

complete --command coopform --no-files --arguments '(__coopform_complete)'
