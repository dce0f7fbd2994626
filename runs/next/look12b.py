import torch, random, collections
from PIL import Image, ImageDraw
from torch import nn
from ddimlib.data import load_dataset, captions
torch.set_num_threads(1)
data=load_dataset("flowers64", 32, "ch12data"); big=load_dataset("flowers64", 64, "ch12data")
pics=torch.cat([data.train,data.validation]); labels=torch.cat([data.labels.train,data.labels.validation]); bigp=torch.cat([big.train,big.validation])
near=captions.nearest_words(pics).flatten(1)
g=(torch.arange(32)+.5)/32-.5; d=torch.hypot(g[:,None],g[None]).flatten()
mid=(-0.5*(d/0.2)**2).exp(); mid/=mid.sum(); aro=(d>0.4).float(); aro/=aro.sum()
W=list(captions.PALETTE); v=nn.functional.one_hot(near,len(W)).to(torch.float16).float() if False else None
ins=torch.cat([torch.einsum("p,npw->nw",mid,nn.functional.one_hot(c,len(W)).float()) for c in near.split(200)]); out=torch.cat([torch.einsum("p,npw->nw",aro,nn.functional.one_hot(c,len(W)).float()) for c in near.split(200)])
B=torch.tensor([W.index(b) for b in captions.BLOSSOMS])
names=[data.class_names[l] for l in labels]
old=ins[:,B].argmax(1)
for w in (0.25,0.5):
    new=(ins[:,B]-w*out[:,B]).argmax(1)
    ch=(old!=new).nonzero()[:,0].tolist()
    print(w,len(ch), collections.Counter((captions.BLOSSOMS[old[i]],captions.BLOSSOMS[new[i]]) for i in ch).most_common(12))
    pairs=collections.Counter((n,captions.BLOSSOMS[k]) for n,k in zip(names,new.tolist())); print("pairs",len(pairs),"sunflower",[(k,c) for k,c in pairs.items() if k[0]=="sunflower"], "singles", sum(c==1 for c in pairs.values()))
    if w==0.5: chosen=ch; newk=new
random.Random(0).shuffle(chosen); chosen=chosen[:60]
sheet=Image.new("RGB",(1500,768),"white"); dr=ImageDraw.Draw(sheet)
for k,i in enumerate(chosen):
    x,y=(k%10)*150,(k//10)*128
    sheet.paste(Image.fromarray(bigp[i].permute(1,2,0).numpy().copy()).resize((96,96),Image.NEAREST),(x,y))
    dr.text((x,y+97),names[i][:24],fill="black"); dr.text((x,y+109),f"{captions.BLOSSOMS[old[i]]} -> {captions.BLOSSOMS[newk[i]]}",fill="red")
sheet.save("sheetb.png")
i=[k for k in range(len(names)) if names[k]=="sunflower" and captions.BLOSSOMS[old[k]]=="blue"]
singles=[k for k in range(len(names)) if collections.Counter(zip(names,old.tolist()))[(names[k],int(old[k]))]==1][:29]+i if False else i
cnt=collections.Counter(zip(names,old.tolist())); s=[k for k in range(len(names)) if cnt[(names[k],int(old[k]))]==1][:60]
sheet=Image.new("RGB",(1500,768),"white"); dr=ImageDraw.Draw(sheet)
for k,j in enumerate(s):
    x,y=(k%10)*150,(k//10)*128
    sheet.paste(Image.fromarray(bigp[j].permute(1,2,0).numpy().copy()).resize((96,96),Image.NEAREST),(x,y))
    dr.text((x,y+97),names[j][:24],fill="black"); dr.text((x,y+109),f"{captions.BLOSSOMS[old[j]]} / {captions.BLOSSOMS[newk[j]]}",fill="red")
sheet.save("sheets.png"); print(len([1 for c in cnt.values() if c==1]))
