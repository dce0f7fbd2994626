import re,subprocess,textwrap,sys
def show(r): return subprocess.run(["git","show",f"{r}:book/references.bib"],capture_output=True,text=True,check=True).stdout
d={}
for r in sys.argv[1:]:
    head,body=show(r).split("\n\n",1)
    for e in re.split(r"\n\n(?=@)", body.strip()): d.setdefault(re.match(r"@\w+\{([^,]+),",e)[1],e)
keys=sorted(d); pre=head[:head.index("% anderson")]
open("book/references.bib","w").write(pre+textwrap.fill(", ".join(keys)+".",width=96,initial_indent="% ",subsequent_indent="% ",break_long_words=False,break_on_hyphens=False)+"\n\n"+"\n\n".join(d[k] for k in keys)+"\n")
print(len(keys))
