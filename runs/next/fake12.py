"""Stand-ins for the recorded runs, so that the chapter's cells can be tried: random weights, tiny counts. Never committed."""
import json, sys, torch, importlib.util
from pathlib import Path
from dataclasses import replace
ROOT=Path("."); sys.path.insert(0,str(ROOT))
torch.set_num_threads(1)
from ddimlib import runs
from ddimlib.data import captions, load_dataset
from ddimlib.runs.store import build_model, save_weights
from ddimlib.runs.features import flower_features
from ddimlib.runs import checkpoints
from ddimlib.words import WordUNet
from ddimlib.widgets import ask_in_words as ask
data=load_dataset("flowers64",32,"ch12data")
names=data.class_names
pics=data.train[:1200]; labels=data.labels.train[:1200]
seen=captions.colours(pics)
texts=[captions.caption(names[l],s) for l,s in zip(labels.tolist(),seen)]
texts+=[captions.caption(n,captions.Colours("","")) for n in names]+[captions.caption(n,captions.Colours(c,"")) for n in names[:8] for c in captions.BLOSSOMS]+[captions.caption(names[0],captions.Colours("red",g)) for g in captions.GROUNDS.values()]
said,_=captions.numbered(texts)
config=replace(runs.preset("flowers"),image_size=32,widths=(8,12,16,16),block_depth=1,embedding_dim=8,folder="runs/x",dataset="flowers64",attention_levels=())
torch.manual_seed(0)
res=ROOT/"book/results"
models={}
def live(net):
    torch.nn.init.normal_(net.to_prediction.weight,std=0.3)
    for m in net.modules():
        if hasattr(m,"scale_and_shift"): torch.nn.init.normal_(m.scale_and_shift.weight,std=0.3)
plain=build_model(config,classes=len(names)); live(plain.network); plain.image_size=32; plain.class_names=names
models["classes"]=plain.eval()
for name,levels in (("words32",(1,2,3,4)),("bag32",())):
    torch.manual_seed(1)
    m=build_model(config,classes=len(names)); live(m.network)
    net=WordUNet(m.network,names,said,levels); 
    for look in net.looks: torch.nn.init.normal_(look.out.weight,std=0.3)
    torch.nn.init.normal_(net.unet.embed_class.bag.embed.weight,std=0.5)
    m.network=net
    save_weights(m,config,tuple(said),res/name/"weights.safetensors",half=True)
    (res/name/"metrics.jsonl").write_text(json.dumps({"epoch":1,"seconds":60,"images_per_second":400,"validation_noise_mae":0.2})+"\n")
    models[{"words32":"words","bag32":"bag"}[name]]=runs.load(name)
print(ask.record("words32"))
spec=importlib.util.spec_from_file_location("asked",ROOT/"benchmarks/asked_in_words.py"); asked=importlib.util.module_from_spec(spec); sys.modules["asked"]=asked; spec.loader.exec_module(asked)
cfg=asked.Config(prompts=8,steps=3,scales=(1.0,3.0),looked_at=8)
bench=asked.Bench(cfg,models,data,flower_features())
for part,f in asked.PARTS.items():
    if part=="captions" and (res/"asked-in-words/captions.json").exists(): continue
    checkpoints.write_json(res/"asked-in-words"/f"{part}.json",{"config":asked.written_config(cfg),**f(bench)})
