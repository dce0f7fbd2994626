/* Made by book/bundle_figures.py from ddimlib/static/ (3ee6e00a0484f4e9). */
(()=>{function Ze(t){return t.toLowerCase().split(/\s+/u).map(e=>e.replace(/^[,.;:!?]+|[,.;:!?]+$/gu,"")).filter(e=>e)}function Rt(t,e){let o=Ze(t),n=o.find(s=>!e.words.
includes(s));return n?`“${n}” is no word that this network knows: it knows the colours ${In(e.colours)}, the grounds ${In(e.grounds)}, the words a, an, on a\
nd ground, and the names of the ${e.flowers.length} flowers in the list above.`:o.length<=e.length?"":`At most ${e.length} words can be heard at once, and these\
 are ${o.length}.`}function In(t){return`${t.slice(0,-1).join(", ")} and ${t.at(-1)}`}function qs(t,e){let o=Rt(t,e);if(o)throw new Error(o);let n=Ze(t).map(s=>e.
words.indexOf(s)+1);return[...n,...new Array(e.length-n.length).fill(0)]}function Ln(t,e,o){let n=s=>`${"aeiou".includes(s[0])?"an":"a"} ${s}`;return n(`${e} ${t}`.
trim())+(o?` on ${n(`${o} ground`)}`:"")}function Ws(t,e){return Ze(t).filter((o,n)=>n!==e).join(" ")}function Pn({prompt:t,unwanted:e,louder:o,guidance:n,extra:s},r){
let a=o<0||s===0?[e,t]:[e,Ws(t,o),t];return{chain:a.map(i=>qs(i,r)),scales:a.length===2?[n]:[n,n+s]}}function Rn(t,e,o){return Array.from({length:e},(n,s)=>{let r=Array.
from(t.slice(s*o,(s+1)*o));return{map:r,mean:r.reduce((a,i)=>a+i,0)/o}})}function On(t){return Float32Array.from(t,e=>(e/255)**2)}function _n(t){let e=".ff-figure[data-figure]:not([data-started], [data-failed])",o=()=>{for(let s of document.querySelectorAll(e))document.readyState==="loadin\
g"&&!s.nextSibling||Us(s,t[s.dataset.figure])};if(o(),document.readyState!=="loading")return;let n=new MutationObserver(o);n.observe(document,{childList:!0,subtree:!0}),
document.addEventListener("DOMContentLoaded",()=>{n.disconnect(),o()})}function Us(t,e){let o=t.querySelector(":scope > script[type='application/json']");if(!e||
!o)return;let n=t.querySelector(".ff-live");n.addEventListener("focusin",({target:s})=>{s.dataset.lmSuppressShortcuts="true"}),t.dataset.started="";try{e(n,JSON.
parse(o.textContent),t)}catch(s){delete t.dataset.started,t.dataset.failed="",n.replaceChildren(),console.error(s)}}function y(t,e={},...o){let n=document.createElement(
t);for(let[s,r]of Object.entries(e))r!=null&&r!==!1&&n.setAttribute(s,r===!0?"":r);return n.append(...o),n}function Oe(t,e=250){let o=0;return(n=e)=>{clearTimeout(
o),o=setTimeout(t,n)}}function V(...t){return y("div",{class:"ff-controls"},...t.map(e=>e.element??e))}function X({label:t,min:e,max:o,step:n,value:s,format:r=String,
onInput:a}){let i=y("span",{class:"ff-value","aria-hidden":"true"}),l=y("input",{type:"range",min:e,max:o,step:n}),f=()=>{let d=r(Number(l.value));i.textContent=
d,l.setAttribute("aria-valuetext",d);let m=(Number(l.value)-l.min)/(l.max-l.min||1);l.style.setProperty("--ff-filled",`${(100*m).toFixed(1)}%`)},u=y("span",{class:"\
ff-label"},t),c=y("label",{class:"ff-slider"},y("span",{class:"ff-row"},u,i),l);return l.value=s,f(),l.addEventListener("input",()=>{f(),a(Number(l.value))}),{element:c,
input:l,get value(){return Number(l.value)},set value(d){l.value=d,f(),a(Number(l.value))},limits(d,m,p){Object.assign(l,{min:d,max:m}),l.value=p,f()},rename(d){
u.textContent=d}}}function te({label:t,options:e,value:o,onChange:n}){let s=y("select",{},...e.map(([a,i])=>y("option",{value:a},i)));return s.value=o,s.addEventListener(
"change",()=>n(s.value)),{element:y("label",{class:"ff-choice"},y("span",{class:"ff-label"},t),s),input:s,get value(){return s.value},set value(a){s.value=a,n(s.
value)}}}function Ge({label:t,value:e=!1,onChange:o}){let n=y("input",{type:"checkbox"});return n.checked=e,n.addEventListener("change",()=>o(n.checked)),{element:y(
"label",{class:"ff-toggle"},n,y("span",{},t)),input:n,get value(){return n.checked}}}function oe({label:t,onClick:e}){let o=y("button",{type:"button",class:"ff-\
button"},t);return o.addEventListener("click",e),o}function Ot(){return window.matchMedia("(prefers-reduced-motion: reduce)").matches}function Hs(t,e,o=()=>{}){
let n=0,s=!1,r=!0,a=null,i=u=>{let c=a===null?0:Math.min((u-a)/1e3,.1);if(a=u,n=0,!t.isConnected||e(c)===!1)return f.pause();l()},l=()=>{s&&r&&!n&&(n=requestAnimationFrame(
i))},f={get playing(){return s},play(){s=!0,a=null,o(!0),l()},pause(){s=!1,cancelAnimationFrame(n),n=0,o(!1)}};return typeof IntersectionObserver=="function"&&new IntersectionObserver(
u=>{r=u[u.length-1].isIntersecting,a=null,l()}).observe(t),f}function ke(t,e,{label:o="Play",seconds:n=6}={}){let s=()=>Number(e.input.min),r=()=>Number(e.input.
max),a=0,i=0,l=oe({label:o,onClick:()=>{if(f.playing)return f.pause();a=e.value>=r()?s():e.value,i=0,f.play()}}),f=Hs(t,u=>{let c=r()-s();if(Ot()){if(i+=u,i<n/8)
return!0;a+=c/8,i=0}else a+=c*u/n;return e.value=Math.min(a,r()),a<r()},u=>{l.textContent=u?"Pause":o});return e.input.addEventListener("pointerdown",()=>f.pause()),
e.input.addEventListener("keydown",()=>f.pause()),l}function J(){let t=y("p",{class:"ff-readout"}),e=y("p",{class:"ff-hidden","aria-live":"polite"}),o=0;return{
element:y("div",{},t,e),say(n){let s=t.textContent==="";t.textContent=n,clearTimeout(o),s||(o=setTimeout(()=>{e.textContent=n},500))}}}function Z({label:t,title:e="",
width:o,height:n}){let s=y("canvas",{width:o,height:n,role:"img","aria-label":t}),r=s.getContext("2d"),a=r.createImageData(o,n);a.data.fill(255);let i=y("span",
{class:"ff-title"},e);return{element:y("div",{class:"ff-picture"},...e?[i]:[],s),canvas:s,heading:i,draw(l){let f=l.length===o*n;for(let u=0;u<o*n;u+=1)for(let c=0;c<
3;c+=1)a.data[4*u+c]=f?l[u]:l[3*u+c];r.putImageData(a,0,0)},describe(l){s.setAttribute("aria-label",l)}}}function _e(t,e){let o=new MutationObserver(e),n=["data\
-theme","data-jp-theme-light","theme","class"];o.observe(document.documentElement,{attributes:!0,attributeFilter:n}),o.observe(document.body,{attributes:!0,attributeFilter:n}),
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change",e)}function ie(t,e){return getComputedStyle(t).getPropertyValue(`--ff-${e}`).trim()}
function pt(t,e){let o=0,n=()=>{let s=Math.round(t.clientWidth);s>0&&s!==o&&e(o=s)};n(),new ResizeObserver(n).observe(t)}function ce(t){return Uint8Array.from(atob(
t),e=>e.charCodeAt(0))}function _t(t){return t=Math.imul(t^t>>>16,2146121005),t=Math.imul(t^t>>>15,2221713035),(t^t>>>16)>>>0}function Ye(t,e){let o=_t(t+2654435769>>>0);return _t(_t(
e+o>>>0)+Math.imul(o,2246822507)>>>0)}function $e(t,e){return(Ye(t,e)+.5)/4294967296}function z(t,e){let o=new Float32Array(e);for(let n=0;n<e;n+=2){let s=Math.
sqrt(-2*Math.log($e(t,n))),r=2*Math.PI*$e(t,n+1);o[n]=s*Math.cos(r),n+1<e&&(o[n+1]=s*Math.sin(r))}return o}function Ne(t){return Array.from({length:t+1},(e,o)=>1-o/t)}function Qe(t,e){return t+Math.imul(e+1,2654435769)>>>0}function Dt(t,e,o){let n=Math.sqrt(Math.max(
0,1-(t.signal/e.signal)**2)),s=o*(e.noise/t.noise)*n;return{kept:Math.sqrt(Math.max(0,e.noise**2-s**2)),fresh:s}}var Bt={noise:t=>t,image:(t,e,{signal:o,noise:n})=>e.
map((s,r)=>(s-o*t[r])/n),velocity:(t,e,{signal:o,noise:n})=>e.map((s,r)=>n*s+o*t[r]),flow:(t,e,{signal:o,noise:n})=>e.map((s,r)=>(s+o*t[r])/(o+n))},Ua=Object.keys(
Bt);function ht(t){if(!Object.hasOwn(Bt,t))throw new Error(`no page knows the target "${t}"`);return Bt[t]}function gt(t,e,o,n,s=0,r=null){let{kept:a,fresh:i}=Dt(
o,n,s),l=new Float32Array(t.length),f=new Float32Array(t.length);for(let u=0;u<t.length;u+=1)l[u]=(t[u]-o.noise*e[u])/o.signal,f[u]=n.signal*l[u]+a*e[u]+(r?i*r[u]:
0);return{image:l,noisy:f}}function Bn(t,e){return t[0].map((o,n)=>e.reduce((s,r,a)=>s+r*(t[a+1][n]-t[a][n]),o))}function me(t,e,o){let n=t.length/3,s=new Uint8ClampedArray(
t.length);for(let r=0;r<3;r+=1)for(let a=0;a<n;a+=1)s[3*a+r]=255*(t[r*n+a]*o[r]+e[r]);return s}function Dn(t,e,o){let n=t.length/3;return Float32Array.from(t,(s,r)=>{
let[a,i]=[Math.floor(r/n),r%n];return(t[3*i+a]/255-e[a])/o[a]})}async function*Ke(t,{seed:e,steps:o,eta:n=0,label:s=t.none,guidance:r=1,acts:a=()=>!0,chain:i=s===t.none?[s]:[t.none,s],scales:l=[r]}){let f=3*t.size**2,u=Ne(o),
c=l.every(x=>x===1),d=z(e,f),m=0,p=0;for(let x=0;x<o;x+=1){let[g,b]=[u[x],u[x+1]].map(t.schedule.rates),h=[],A=null;for(let w of c||!a(u[x])?i.slice(-1):i)A=await t.
predict(d,g,w),m+=A.seconds,p+=1,h.push(A.noise);let M=h.length===1?h[0]:Bn(h,l),N=n>0?z(Qe(e,x),f):null,{image:S,noisy:v}=gt(d,M,g,b,n,N);yield{i:x,time:u[x],rates:g,
noisy:d,image:S,next:v,evaluations:p,seconds:m/p,processor:A.processor,where:A.where,looks:A.looks},d=v}}var jn=`(()=>{var s=null,a=null,w=null,i="",c="";async function d({runtime:n,module:e,binary:r,network:t,processor:o}){return s=await import(\`\${n}\${e}\`),s.env.w\
asm.wasmPaths=
n,s.env.wasm.wasmBinary=r,s.env.wasm.numThreads=self.crossOriginIsolated?2:1,w=new Uint8Array(t),await f(o).catch(g),{processor:i,reason:c}}async function f(n){\

i=n,a=await s.InferenceSession.create(w,{executionProviders:[n]})}function g(n){if(i!=="webgpu")throw n;return c=String(n?.message??n),f("wasm")}async function \
p(n){
let e=performance.now();return{...await u(n).catch(async t=>(await g(t),u(n))),seconds:(performance.now()-e)/1e3,processor:i,reason:c}}async function u({noisy:n\
,
size:e,variance:r,label:t}){let o={noisy:new s.Tensor("float32",n,[1,n.length/e**2,e,e]),noise_variance:new s.Tensor("float32",Float32Array.of(r),[1])};a.inputN\
ames.
includes("label")?o.label=new s.Tensor("int64",BigInt64Array.of(BigInt(t)),[1]):a.inputNames.includes("tokens")&&(o.tokens=new s.Tensor("int64",BigInt64Array.fr\
om(
t,BigInt),[1,t.length]));let{prediction:l,looks:m}=await a.run(o);if(!l.data.every(Number.isFinite))throw new Error("it gives no numbers");return{prediction:l.d\
ata,
looks:m?.data}}self.onmessage=async({data:n})=>{try{let e=await{load:d,predict:p}[n.task](n);self.postMessage({id:n.id,answer:e})}catch(e){self.postMessage({id:\
n.
id,error:String(e?.message??e)})}};})();
`;function Ys({min_signal_rate:t=.02,max_signal_rate:e=.95}={}){let o=Math.acos(e),n=Math.acos(t);return s=>-2*Math.log(Math.tan(o+s*(n-o)))}function Ks({beta_start:t=1e-4,
beta_end:e=.02,steps:o=1e3}={}){let n=new Float64Array(o),s=0;for(let r=0;r<o;r+=1)s+=Math.log1p(-(t+(e-t)*r/(o-1))),n[r]=s;return r=>{let a=r*(o-1),i=Math.min(
Math.floor(a),o-2),l=n[i]+(n[i+1]-n[i])*(a-i);return l-Math.log(-Math.expm1(l))}}function Xs({start:t=2.5,end:e=-7.5}={}){return o=>t+o*(e-t)}function Vs({start:t=.01,
end:e=.99}={}){return o=>{let n=t+o*(e-t);return-2*Math.log(n/(1-n))}}var jt={cosine:Ys,linear:Ks,log_snr:Xs,rectified_flow:Vs};function Ee(t,e={}){if(!Object.hasOwn(
jt,t))throw new Error(`no page knows the schedule "${t}"`);let o=jt[t](e);return{logSNR:o,rates:n=>he(o(n))}}function he(t){return{signal:Math.sqrt(1/(1+Math.exp(
-t))),noise:Math.sqrt(1/(1+Math.exp(t)))}}var Va=Object.keys(jt);async function qn(t,{progress:e=()=>{},signal:o,anew:n}){let s=await fetch(t,{signal:o,cache:n?"reload":"default"});if(!s.ok)throw new Error(`${t} answers ${s.status}`);
let r=s.body.getReader(),a=[],i=0;for(;;){let{done:l,value:f}=await r.read();if(l)break;a.push(f),i+=f.length,e(i)}return new Blob(a).arrayBuffer()}var Js="nois\
e-to-flowers";async function Wn(t){try{return await caches.match(t)}catch{return}}async function Zs(t,e){try{let o=await caches.open(Js),n=s=>s.split("?")[0];for(let{
url:s}of await o.keys())n(s)===n(t)&&await o.delete(s);await o.put(t,e)}catch{}}function Qs(t,e){if(t.byteLength!==e)throw new Error(`what came is not the netwo\
rk: ${t.byteLength} bytes instead of ${e}`)}function zs(t){if(new TextDecoder("latin1").decode(t.slice(0,4))!=="\0asm")throw new Error("what came is not the run\
time")}function Un(t,e,o){return t===void 0?o:new URL(t,e).href}function er(t){let e=new Map,o=0,n=r=>{for(let{reject:a}of e.values())a(new Error(r));e.clear()};
t.onerror=r=>{r.preventDefault(),n(r.message||"the worker could not start")},t.onmessage=({data:{id:r,answer:a,error:i}})=>{let{resolve:l,reject:f}=e.get(r)??{};
e.delete(r),i?f?.(new Error(i)):l?.(a)};let s=(r,a,i=[])=>new Promise((l,f)=>{o+=1,e.set(o,{resolve:l,reject:f}),t.postMessage({id:o,task:r,...a},i)});return{load:r=>s(
"load",r,[r.binary]),predict:r=>s("predict",r),end(){t.terminate(),n("it was put away")}}}var qt=new Map;function Hn(t,e,o){let n=new URL(t.model,e).href;return qt.
has(n)||qt.set(n,tr(t,n,e,o)),qt.get(n)}function tr(t,e,o,n){let s=new URL(t.runtime,o).href,r=Ee(t.schedule.kind,t.schedule.options),a=ht(t.target),i=t.none??t.
classes,l=new Set,f=new Set,u=Object.keys(t.runtimes)[0],c=null,d=null,m=null,p=!1,x=Promise.resolve(),g=new Set,b=v=>`${s}${t.runtimes[v].binary}?${t.runtimes[v].
bytes}`,h=()=>{for(let v of l)v()},A=(v,w)=>{for(let $ of f)$(v,w)};function M(){return c?0:(g.has(b(u))?0:t.runtimes[u].bytes)+(m||g.has(e)?0:t.model_bytes)}async function N(){
for(let v of[e,...Object.keys(t.runtimes).map(b)])await Wn(v)&&g.add(v);g.size&&h()}async function S(){let{module:v,binary:w}=t.runtimes[u],$=M(),T=[0,0],I=new AbortController,
_=k=>F=>{I.signal.aborted||(T[k]=F,A(T[0]+T[1],$))},B=[],E=async(k,F)=>{let P=p?void 0:await Wn(F);if(P)return P.arrayBuffer();let U=await qn(F,{progress:_(k),signal:I.
signal,anew:p});return B.push([F,new Response(U)]),U},O=null;try{let[k,F]=await Promise.all([E(0,b(u)),m??E(1,e),...(p?[v,w.replace(/wasm$/,"mjs")]:[]).map(P=>qn(
`${s}${P}`,{signal:I.signal,anew:p}))]);zs(k),Qs(F,t.model_bytes),A($,$),O=er(n()),await O.load({runtime:s,module:v,binary:k,network:F,processor:u}),c=O,m=F,p=!1;
for(let P of B)Zs(...P)}catch(k){throw I.abort(),O?.end(),p=!0,k}}return N(),{schedule:r,size:t.size,none:i,get ready(){return c!==null},get loading(){return d!==
null},get processor(){return u},toFetch:M,onChange(v){l.add(v)},choose(v){u=v,c?.end(),c=null,h()},open(v=()=>{}){return c?Promise.resolve():(f.add(v),d||(d=S().
finally(()=>{d=null,f.clear(),h()}),h()),d)},predict(v,w,$=i){let T=x.then(async()=>{if(!c)throw new Error("it was put away");let I=await c.predict({noisy:v,size:t.
size,variance:w.noise**2,label:$});return{noise:a(I.prediction,v,w),output:I.prediction,looks:I.looks,seconds:I.seconds,processor:I.processor,where:I.reason?`on\
 the processor: the graphics card could not be used (${I.reason})`:`on your ${t.runtimes[I.processor].name}`}});return x=T.catch(()=>{}),T}}}var nt=t=>(t/1e6).toFixed(1);function Se(t){let e=Un(document.documentElement.dataset.content_root,location.href,t.site);return Hn(t,e,nr)}function nr(){let t=URL.
createObjectURL(new Blob([jn],{type:"text/javascript"}));return new Worker(t,{type:"module"})}async function or(){try{return!!await navigator.gpu?.requestAdapter()}catch{
return!1}}function sr(){return location.protocol==="file:"?"Opened from a folder, this page may not load the network: browsers forbid it. Serve the folder (pyth\
on -m http.server) or read the book on its site. What you see is recorded.":typeof WebAssembly!="object"||typeof Worker!="function"?"This browser has no WebAsse\
mbly, in which the network runs. What you see is recorded.":""}function Ae(t,e,o,n,s){let{label:r,again:a=r,opening:i,onReady:l,onLost:f=()=>{}}=s,u=sr(),c=S=>{
t.dataset.state=S},d=te({label:"Runs on",value:e.processor,onChange:e.choose,options:Object.entries(o.runtimes).map(([S,{name:v,bytes:w}])=>[S,`${v} (${nt(w)} M\
B)`])});d.element.hidden=!0;let m=oe({label:r,onClick:M}),p=y("progress",{max:1,value:0,"aria-label":"Download",hidden:!0}),x=e.processor,g=!1,b=!1,h=null;function A(){
let S=e.toFetch();x!==e.processor||g&&!e.ready?(b=!1,f(),n.say(`Press the button to fetch the runtime for the ${o.runtimes[e.processor].name}.`),c("asleep")):S!==
h&&t.dataset.state==="asleep"&&N(),[x,g,h]=[e.processor,e.ready,S],m.textContent=b?a:`${r} (${S?`downloads ${nt(S)} MB`:"nothing to download"})`,d.input.value=e.
processor,d.input.disabled=e.loading}async function M(){if(!e.ready){let S=e.processor;m.disabled=!0,p.hidden=!1,c("loading");try{await e.open((v,w)=>{p.max=w,p.
value=v,n.say(v===w?"Starting the network":`Downloading: ${nt(v)} of ${nt(w)} MB`)})}catch(v){S==="webgpu"&&e.choose("wasm"),n.say(`The network could not be loa\
ded (${v.message}). ${S==="webgpu"?"Press the button to run it on the processor instead.":`Press the button to try again; the chapter does the same in Python, a\
nd the figure runs on ${o.site}`}`),c("failed");return}finally{p.hidden=!0,m.disabled=!1}}b=!0,A(),l()}function N(){let S=document.documentElement.dataset.content_root===
void 0;n.say(`${i} ${e.toFetch()===0?"The network is here: press the button.":`The network (${nt(o.model_bytes)} MB) and the runtime are fetched ${S?`from ${o.site}\
 `:""}when you press the button.`}`)}return c(u?"impossible":"asleep"),m.disabled=u!=="",e.onChange(A),A(),u&&n.say(u),u||or().then(S=>{d.element.hidden=!S,t.dataset.
graphics=S?"yes":"no"}),{action:m,bar:p,processor:d,problem:u}}function Yn(t,e,o){let{size:n,mean:s,std:r,known:a,side:i}=e,l=Se(e),f={seed:e.seed,steps:e.steps,prompt:e.prompt,unwanted:"",louder:-1,guidance:e.guidance,extra:4},
u=e.prompt,c=rr(e),d=0,m=(L,C=Number)=>R=>{f[L]=C(R),B(),l.ready&&P()},p=Object.fromEntries([["blossom","Colour",a.colours],["flower","Flower",a.flowers],["grou\
nd","Ground",a.grounds]].map(([L,C,R])=>[L,te({label:C,value:e.parts[L],options:[...L==="flower"?[]:[["","not said"]],...R.map(D=>[D,D])],onChange:E})])),x=Gn({
label:"Prompt",value:e.prompt,onInput:L=>{f.prompt=L,O(),k()}}),g=Gn({label:"Not wanted",value:"",placeholder:"such as: a yellow sunflower",onInput:L=>{f.unwanted=
L,k()}}),b=X({label:"Seed",min:0,max:999,step:1,value:e.seed,onInput:m("seed")}),h=te({label:"Steps",value:String(e.steps),onChange:m("steps"),options:[5,10,20,
40].map(L=>[String(L),String(L)])}),A=X({label:"Guidance",min:1,max:8,step:.5,value:e.guidance,format:L=>L.toFixed(1),onInput:m("guidance")}),M=te({label:"One w\
ord louder",value:"-1",options:[["-1","none"]],onChange:m("louder")}),N=X({label:"How much louder",min:0,max:8,step:.5,value:f.extra,format:L=>L.toFixed(1),onInput:m(
"extra")}),S=oe({label:"Another seed",onClick:()=>{b.value=(f.seed+1)%1e3}}),v=Z({title:"The picture",label:"The picture",width:n,height:n}),w=y("div",{class:"f\
f-looks"}),$=X({label:"Step",min:1,max:c.length,step:1,value:c.length,format:L=>`${L} of ${c.length}`,onInput:G}),T=J(),I=Ae(o,l,e,T,{label:"Grow it",again:"Gro\
w it again",opening:`Recorded: “${e.prompt}”, seed ${e.seed}, ${e.steps} steps.`,onReady:k,onLost:()=>{d+=1}});if(t.append(V(...Object.values(p)),V(x.element,
g.element),V(b,A,M,N,h,I.processor),V(I.action,S,I.bar),y("div",{class:"ff-columns ff-asked"},y("div",{},v.element,$.element),w),T.element),I.problem){let L=[S,
...[b,h,A,M,N,x,g,...Object.values(p)].map(({input:C})=>C)];for(let C of L)C.disabled=!0}O(),B(),G(c.length,!1);function _(L){o.dataset.state=L}function B(){N.input.
disabled=!!I.problem||f.louder<0}function E(){x.input.value=Ln(p.flower.value,p.blossom.value,p.ground.value),f.prompt=x.input.value,O(),k()}function O(){let L=Ze(
f.prompt);f.louder=-1,M.input.replaceChildren(y("option",{value:"-1"},"none"),...L.map((C,R)=>y("option",{value:R},C))),M.input.value="-1",B()}function k(){let C=[
x,g].map(R=>{let D=Rt(R.input.value,a);return R.input.setAttribute("aria-invalid",D!==""),D}).find(R=>R);C?(d+=1,T.say(C),_("refused")):l.ready?P():(T.say(`“${f.
prompt}”: press the button to grow it.`),l.loading||_("asleep"))}let F=Oe(U,500);function P(){d+=1,_("growing"),F()}async function U(){let L=d+=1,{prompt:C,seed:R,
steps:D}=f;_("growing");try{let Y=[];for await(let K of Ke(l,{seed:R,steps:D,...Pn(f,a)})){if(L!==d)return;Y.push({image:me(K.image,s,r),looks:K.looks,time:K.time,
cost:`${K.seconds.toFixed(2)} s a network evaluation here, ${K.where}.`}),[u,c]=[C,Y],$.limits(1,Y.length,Y.length),G(Y.length),o.dataset.processor=K.processor}
_("done")}catch(Y){if(L!==d)return;T.say(`The network stopped: ${Y.message}`),_("failed")}}function G(L,C=!0){let{image:R,looks:D,time:Y,cost:K=""}=c[L-1],se=Ze(
u);v.draw(R),v.describe(`“${u}”, as the network believes it at step ${L}`);let q=Rn(D,se.length+1,i*i).slice(1),Q=Math.max(...q.flatMap(({map:W})=>W),1e-6);
if(w.dataset.words!==se.join(" ")&&(w.dataset.words=se.join(" "),w.replaceChildren(...se.map(W=>{let H=Z({title:W,label:W,width:i,height:i});return H.element.map=
H,H.element}))),q.forEach(({map:W,mean:H},ne)=>{let ee=w.children[ne].map;ee.draw(Uint8ClampedArray.from(W,ye=>255*ye/Q)),ee.heading.textContent=`${se[ne]} ${(100*
H).toFixed(0)} %`,ee.describe(`Where “${se[ne]}” is looked at: ${(100*H).toFixed(0)} % of the attention`)}),!C)return;let re=q.reduce((W,{mean:H},ne)=>H>q[W].
mean?ne:W,0);T.say([`Step ${L} of ${c.length}, at t = ${Y.toFixed(2)}.`,...se.length?[`Of the words, “${se[re]}” is looked at most, with ${(100*q[re].mean).
toFixed(0)} % of the attention.`]:[],K].join(" ").trim())}}function Gn({label:t,value:e,placeholder:o,onInput:n}){let s=y("input",{type:"text",value:e,placeholder:o,
spellcheck:"false",autocomplete:"off",autocapitalize:"none"});return s.addEventListener("input",()=>n(s.value)),{input:s,element:y("label",{class:"ff-text"},y("\
span",{class:"ff-label"},t),s)}}function rr(t){let[e,o]=[ce(t.frames),On(ce(t.looks))],n=(s,r)=>s.subarray(r*s.length/t.steps,(r+1)*s.length/t.steps);return Array.
from({length:t.steps},(s,r)=>({image:n(e,r),looks:n(o,r),time:1-r/t.steps}))}var ar="http://www.w3.org/2000/svg";function Fe(t,e,o=""){let n=document.createElementNS(ar,t);for(let[s,r]of Object.entries(e))n.setAttribute(s,r);return o&&(n.
textContent=o),n}function Kn(t,e,o=5){let n=(e-t)/o,s=10**Math.floor(Math.log10(n)),r=[1,2,5,10].map(i=>i*s).find(i=>i>=n*.999),a=[];for(let i=Math.ceil(t/r-1e-9);i*
r<=e+1e-9*r;i+=1)a.push(Number((i*r).toPrecision(12)));return a}function Xn(t){return String(t).replace("-","−")}var Wt={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,
PageUp:5,PageDown:-5};function we({label:t,title:e="",x:o,y:n,xLabel:s="",yLabel:r="",height:a=170,xTicks:i=null,yTicks:l=null,formatX:f=Xn,formatY:u=Xn,onPoint:c=null,
onHandle:d=null,onStep:m=null,onDraw:p=null}){let x=y("div",{class:"ff-chart"}),g=Fe("svg",{role:d?"group":"img","aria-label":t,height:a}),b=Fe("g",{}),h=new Map;
g.append(b);let A={left:44,right:12,top:8,bottom:s?38:24},M={x:o,y:n,xTicks:i,yTicks:l},N=300,S={lines:[],marks:[],areas:[]},v=F=>A.left+(F-M.x[0])/(M.x[1]-M.x[0])*
(N-A.left-A.right),w=F=>a-A.bottom-(F-M.y[0])/(M.y[1]-M.y[0])*(a-A.top-A.bottom),$=F=>Math.min(Math.max(F,M.y[0]),M.y[1]),T=F=>F.map(([P,U],G)=>`${G?"L":"M"}${v(
P).toFixed(1)} ${w(U).toFixed(1)}`).join("");function I(){let F=a-A.bottom;for(let P of M.yTicks??Kn(...M.y,4))b.append(Fe("line",{class:"ff-grid",x1:A.left,x2:N-
A.right,y1:w(P),y2:w(P)}),Fe("text",{class:"ff-tick",x:A.left-(d?13:6),y:w(P)+4,"text-anchor":"end"},u(P)));for(let P of M.xTicks??Kn(...M.x,N<260?3:5))b.append(
Fe("text",{class:"ff-tick",x:v(P),y:F+16,"text-anchor":"middle"},f(P)));if(b.append(Fe("line",{class:"ff-axis",x1:A.left,x2:N-A.right,y1:F,y2:F})),s&&b.append(Fe(
"text",{class:"ff-axis-label","text-anchor":"middle",x:(A.left+N-A.right)/2,y:a-5},s)),r){let P=(A.top+F)/2;b.append(Fe("text",{class:"ff-axis-label","text-anch\
or":"middle",x:11,y:P,transform:`rotate(-90 11 ${P})`},r))}}function _(){b.replaceChildren(),g.setAttribute("viewBox",`0 0 ${N} ${a}`),g.setAttribute("width",N),
I();let F=a-A.bottom,[P,U]=[A.left-2,A.top-2],[G,L]=[N-A.right+2-P,F+2-U],C=Fe("svg",{class:"ff-plot",x:P,y:U,width:G,height:L,viewBox:`${P} ${U} ${G} ${L}`});b.
append(C);for(let{points:R,colour:D="accent"}of S.areas??[]){let Y=v(R[0][0]).toFixed(1),K=v(R[R.length-1][0]).toFixed(1);C.append(Fe("path",{d:`${T(R)}L${K} ${F}\
L${Y} ${F}Z`,class:"ff-area",style:`fill:var(--ff-${D})`}))}for(let{points:R,colour:D="accent",dash:Y=!1,width:K=2}of S.lines??[])C.append(Fe("path",{d:T(R),class:"\
ff-line",style:`stroke:var(--ff-${D});stroke-width:${K};${Y?"stroke-dasharray:5 4":""}`}));for(let{x:R,y:D,colour:Y="ink",handle:K,label:se,says:q,size:Q=4.5}of S.
marks??[])D===void 0?b.append(Fe("line",{x1:v(R),x2:v(R),y1:A.top,y2:F,class:"ff-rule",style:`stroke:var(--ff-${Y})`})):K?B(K,{cx:v(R),cy:w($(D)),style:`stroke:\
var(--ff-${Y})`,"aria-label":se,"aria-valuetext":q,"aria-valuenow":D,"aria-valuemin":M.y[0],"aria-valuemax":M.y[1]}):b.append(Fe("circle",{cx:v(R),cy:w($(D)),r:Q,
class:"ff-mark",style:`fill:var(--ff-${Y})`}))}function B(F,P){h.has(F)||(h.set(F,Fe("circle",{class:"ff-handle",r:9,"data-handle":F,tabindex:0,role:"slider","a\
ria-orientation":"vertical"})),g.append(h.get(F)));for(let[U,G]of Object.entries(P))h.get(F).setAttribute(U,G)}function E(F){let P=g.getBoundingClientRect(),U=(F.
clientX-P.left-A.left)/(P.width-A.left-A.right),G=(P.bottom-A.bottom-F.clientY)/(a-A.top-A.bottom);return[[U,M.x],[G,M.y]].map(([L,[C,R]])=>C+Math.min(Math.max(
L,0),1)*(R-C))}let O=null,k=(F,P=!1)=>{let[U,G]=E(F);O?d(O,U,G):p?p([U,G],P):c&&c(U)};return(c||d||p)&&(c&&g.classList.add("ff-draggable"),p&&g.classList.add("f\
f-drawable"),g.addEventListener("pointerdown",F=>{O=F.target.dataset?.handle??null,!(!O&&!c&&!p)&&(g.setPointerCapture(F.pointerId),O||k(F,!0))}),g.addEventListener(
"pointermove",F=>{g.hasPointerCapture(F.pointerId)&&k(F)})),m&&g.addEventListener("keydown",F=>{let P=F.target.dataset?.handle;!P||!Wt[F.key]||F.altKey||F.ctrlKey||
F.metaKey||(F.preventDefault(),m(P,F.shiftKey?5*Math.sign(Wt[F.key]):Wt[F.key]))}),e&&x.append(y("span",{class:"ff-title"},e)),x.append(g),pt(x,F=>{N=F,_()}),{element:x,
update(F){S=F,_()},limits(F){Object.assign(M,F)},describe(F){g.setAttribute("aria-label",F)}}}function xe(t){return y("div",{class:"ff-legend"},...t.map(([e,o,n])=>y(
"span",{},y("i",{style:`border-top:3px ${n?"dashed":"solid"} var(--ff-${e})`}),o)))}function ir(t,e){let[o,n,s]=[[],[],[]];for(let[r,a,i]=[0,0,0];r<t;){let l=Math.min((r+1)*e,(a+1)*t);o.push(r),n.push(a),s.push(l-i),i=l,l===(r+1)*e&&(r+=1),l===
(a+1)*t&&(a+=1)}return{from:Int32Array.from(o),to:Int32Array.from(n),length:Float64Array.from(s)}}function Vn(t,e){let{from:o,to:n,length:s}=ir(t,e),r=new Float64Array(
3*e*e),a=new Float64Array(3*e),i=0;return{add(l){for(let f=0;f<l.length;f+=4*t){a.fill(0);for(let u=0;u<o.length;u+=1){let c=f+4*o[u],d=3*n[u],m=s[u];a[d]+=m*l[c],
a[d+1]+=m*l[c+1],a[d+2]+=m*l[c+2]}for(let u=o[i];o[i]===u;i+=1){let c=3*e*n[i];for(let d=0;d<a.length;d+=1)r[c+d]+=s[i]*a[d]}}},bytes:()=>Uint8Array.from(r,l=>Math.
floor(l/t**2+.5))}}var Jn=1e8,lr=2**17;function Zn(t,{size:e,backLabel:o,show:n,back:s}){let r=y("input",{type:"file",accept:"image/*",hidden:!0}),a=oe({label:"Your picture …",onClick:()=>r.
click()}),i=oe({label:o,onClick:()=>{u+=1,m(""),i.hidden=!0,a.focus(),s(),t.dataset.state="ready"}});i.hidden=!0;let l=y("span",{class:"ff-note"},"Choose, drop \
or paste one. It stays in this page and is sent nowhere."),f=y("p",{role:"status",hidden:!0}),u=0;r.addEventListener("change",()=>{r.files.length&&d(r.files[0]),
r.value=""}),t.addEventListener("dragover",p=>{p.dataTransfer.types.includes("Files")&&(p.preventDefault(),t.classList.add("ff-over"))}),t.addEventListener("dra\
gleave",p=>{t.contains(p.relatedTarget)||t.classList.remove("ff-over")}),t.addEventListener("drop",p=>{t.classList.remove("ff-over"),p.dataTransfer.files.length&&
(p.preventDefault(),p.stopPropagation(),d(p.dataTransfer.files[0]))}),document.addEventListener("paste",c);function c(p){if(!t.isConnected)return document.removeEventListener(
"paste",c);let x=t.contains(p.target);if(p.defaultPrevented||!x&&!(dr(t)&&mr(p.target)))return;let g=[...p.clipboardData.files].find(b=>b.type.startsWith("image\
/"));g?(p.preventDefault(),d(g)):x&&m("There is no picture in the clipboard: copy one first, and paste again.")}async function d(p){u+=1;let x=u;t.dataset.state=
"reading",m(`Reading ${Ut(p)} …`);try{let g=await cr(p,e);if(x!==u)return;m(""),i.hidden=!1,n(g)}catch(g){if(x!==u)return;m(g instanceof ot?g.message:Qn(p))}t.
dataset.state="ready"}function m(p){f.textContent=p,f.hidden=p===""}return{element:y("div",{class:"ff-own"},y("div",{class:"ff-controls"},a,r,i,l),f)}}var ot=class extends Error{},
Ut=t=>t.name?`“${t.name}”`:"the picture",Qn=t=>`This browser cannot read ${Ut(t)} as a picture: take a JPEG, PNG or WebP file.`;async function cr(t,e){let o=await ur(
t),n=Math.min(o.width,o.height),s=Math.floor((o.width-n)/2),r=Math.floor((o.height-n)/2),a=Math.ceil(lr/n),i=Vn(n,e),f=y("canvas",{width:n,height:Math.min(a,n)}).
getContext("2d",{willReadFrequently:!0});for(let u=0;u<n;u+=a){let c=Math.min(a,n-u);f.fillStyle="white",f.fillRect(0,0,n,c),f.drawImage(o,s,r+u,n,c,0,0,n,c),i.
add(f.getImageData(0,0,n,c).data),await new Promise(d=>{setTimeout(d)})}return o.close(),i.bytes()}async function ur(t){if(t.type&&!t.type.startsWith("image/"))
throw new ot(Qn(t));let e=URL.createObjectURL(t);try{let o=await fr(e),n=o.naturalWidth*o.naturalHeight;if(n>Jn)throw new ot(`${Ut(t)} has ${Math.round(n/1e6)} \
million pixels and this page takes up to ${Jn/1e6} million: make it smaller first.`);return await createImageBitmap(t,{imageOrientation:"from-image"}).catch(()=>createImageBitmap(
o))}finally{URL.revokeObjectURL(e)}}function fr(t){return new Promise((e,o)=>{let n=new Image;n.onload=()=>e(n),n.onerror=o,n.src=t})}function dr(t){let e=t.getBoundingClientRect();
return e.bottom>0&&e.top<window.innerHeight}function mr(t){return!t.isContentEditable&&!t.closest("input, textarea, select")}function ze(t){let e=t.length/3,o=[0,0,0],n=[0,0,0];t.forEach((r,a)=>{o[a%3]+=r/e}),t.forEach((r,a)=>{n[a%3]+=(r-o[a%3])**2/e});for(let r=0;r<3;r+=1)n[r]=Math.sqrt(
n[r])||1;let s=Float64Array.from(t,(r,a)=>(r-o[a%3])/n[a%3]);return{mean:o,std:n,image:s}}function Xe({mean:t,std:e,image:o},n,s,r){let a=new Uint8ClampedArray(
o.length);for(let i=0;i<o.length;i+=1)a[i]=(s*o[i]+r*n[i])*e[i%3]+t[i%3];return a}function wt(t,e){return t.reduce((o,n,s)=>o+Math.abs(n-e[s]),0)/t.length}function zn(t,e,o,n,s){for(let r=1,a=0;r<s;r+=1){let i=s>>1;for(;a&i;i>>=1)a^=i;if(a^=i,r<a){let l=o+r*n,f=o+a*n;[t[l],t[f]]=[t[f],t[l]],[e[l],e[f]]=[e[f],e[l]]}}
for(let r=2;r<=s;r*=2)for(let a=0;a<r/2;a+=1){let i=Math.cos(-2*Math.PI*a/r),l=Math.sin(-2*Math.PI*a/r);for(let f=a;f<s;f+=r){let u=o+f*n,c=u+r/2*n,d=t[c]*i-e[c]*
l,m=t[c]*l+e[c]*i;t[c]=t[u]-d,e[c]=e[u]-m,t[u]+=d,e[u]+=m}}}function Ht(t,e){let o=Float64Array.from(t),n=new Float64Array(e*e);for(let s=0;s<e;s+=1)zn(o,n,s*e,
1,e);for(let s=0;s<e;s+=1)zn(o,n,s,e,e);return{real:o,imaginary:n}}function eo(t){let e=new Int16Array(t*t);for(let o=0;o<t;o+=1)for(let n=0;n<t;n+=1){let s=Math.
min(o,t-o),r=Math.min(n,t-n),a=Math.round(Math.hypot(r,s));e[o*t+n]=a<=t/2?a:-1}return e}function Gt(t,e,o,n,s,r){let a=new Float64Array(r/2+1),i=new Float64Array(
r/2+1);for(let l=0;l<r*r;l+=1){if(s[l]<0)continue;let f=o*t.real[l]+n*e.real[l],u=o*t.imaginary[l]+n*e.imaginary[l];a[s[l]]+=(f*f+u*u)/(r*r),i[s[l]]+=1}return a.
map((l,f)=>l/i[f])}var pr=[{kind:"cosine",name:"Cosine schedule",colour:"signal"},{kind:"linear",name:"Linear schedule",colour:"noise"}];function to(t,e,o){let n=new Float64Array(
o);for(let r of t){let a=Math.floor((r+e)/(2*e)*o);a>=0&&a<o&&(n[a]+=1)}let s=2*e/o;return n.map(r=>r/(t.length*s))}function oo(t,e,o){let{size:n,seed:s}=e,r=ce(
e.pixels),a=z(s,r.length),i=new Float64Array(r.length),l=o.querySelector("figcaption"),f=l.textContent,u={},c=eo(n),d=Ht(no(a),n),m=pr.map(w=>({...w,schedule:Ee(
w.kind),view:Z({label:w.name,title:w.name,width:n,height:n}),note:y("div",{class:"ff-note"})})),p=we({label:"Histogram of the pixel values",title:"Pixel values",
x:[-4,4],y:[0,.8],xLabel:"standardised value",xTicks:[-4,-2,0,2,4],yTicks:[0,.4,.8]}),x=we({label:"Power spectrum",title:"Power at each scale",x:[0,Math.log10(n/
2)],y:[-2,4],xLabel:"cycles per picture: coarse → fine",xTicks:[1,2,4,8,16,32,64].filter(w=>w<=n/2).map(Math.log10),formatX:w=>Math.round(10**w),yTicks:[-2,0,
2,4],formatY:w=>`10${hr(w)}`}),g=X({label:"Time t",min:0,max:1,step:.01,value:e.t,format:w=>w.toFixed(2),onInput:N}),b=J(),h=Zn(o,{size:n,backLabel:e.credit?"Ba\
ck to the flower":"Back to the first picture",show:w=>{M(w,!0),N()},back:()=>{M(r,!1),N()}});t.append(V(g,ke(t,g,{label:"Dissolve"})),y("div",{class:"ff-columns\
 ff-pair ff-dissolve"},...m.map(({view:w,note:$})=>y("div",{},w.element,$))),y("div",{class:"ff-columns ff-two"},p.element,x.element),xe([["signal","cosine"],["\
noise","linear"],["muted","picture",!0],["ink","pure noise",!0]]),b.element,h.element);let A=gr(81).map(w=>-4+w/10).map(w=>[w,Math.exp(-w*w/2)/Math.sqrt(2*Math.
PI)]);function M(w,$){let T=ze(w),I=Ht(no(T.image),n);u={pixels:T,transform:I,name:$?"Your picture":e.credit?"Photograph of a flower":"The picture",histogram:S(
to(T.image,4,40)),power:v(Gt(I,d,1,0,c,n))},l.textContent=$?f.replace(e.credit,""):f,o.toggleAttribute("data-own",$)}function N(){let w=g.value,{pixels:$,transform:T,
name:I}=u,{image:_}=$,B=[],E=[],O=[];for(let{schedule:k,view:F,note:P,colour:U,name:G}of m){let{signal:L,noise:C}=k.rates(w);for(let D=0;D<i.length;D+=1)i[D]=L*
_[D]+C*a[D];F.draw(Xe($,a,L,C));let R=`signal ${L.toFixed(2)}, noise ${C.toFixed(2)}`;P.textContent=R,F.describe(`${I}, ${G.toLowerCase()}, t = ${w.toFixed(2)}:\
 ${R}`),B.push({points:S(to(i,4,40)),colour:U}),E.push({points:v(Gt(T,d,L,C,c,n)),colour:U}),O.push(`${G.toLowerCase().split(" ")[0]} keeps ${Math.round(100*L**
2)} %`)}p.update({lines:[{points:u.histogram,colour:"muted",dash:!0,width:1.5},{points:A,colour:"ink",dash:!0,width:1.5},...B]}),x.update({lines:[{points:u.power,
colour:"muted",dash:!0,width:1.5},{points:[[0,0],[Math.log10(n/2),0]],colour:"ink",dash:!0,width:1.5},...E]}),b.say(`At t = ${w.toFixed(2)} the ${O.join(", the ")}\
 of the variance from the image.`)}function S(w){return Array.from(w,($,T)=>[-4+8*(T+.5)/w.length,$])}function v(w){return Array.from(w,($,T)=>[Math.log10(T),Math.
log10($+1e-9)]).slice(1)}M(r,!1),N(),o.dataset.state="ready"}function no(t){return Float64Array.from({length:t.length/3},(e,o)=>(t[3*o]+t[3*o+1]+t[3*o+2])/Math.
sqrt(3))}function hr(t){return String(t).replace("-","⁻").replace(/\d/g,e=>"⁰¹²³⁴⁵⁶⁷⁸⁹"[e])}function gr(t){return Array.from({length:t},(e,o)=>o)}function Yt({caption:t,name:e,head:o}){let n=y("tbody"),s=i=>y("th",{scope:"col"},i),r=y("table",{class:"ff-bars"},y("caption",{},t),y("thead",{},y("tr",{},s(e),
y("td"),...o.map(s))),n),a=i=>`${(100*Math.min(Math.max(i,0),1)).toFixed(1)}%`;return{element:r,update(i){n.replaceChildren(...i.map(({name:l,share:f,mark:u,cells:c})=>y(
"tr",{},y("th",{scope:"row"},l),y("td",{class:"ff-bar","aria-hidden":"true"},y("div",{},y("i",{style:`width:${a(f)}`}),y("b",{style:`left:${a(u)}`}))),...c.map(
d=>y("td",{},d)))))}}}function at(t,e,o){let[n,s]=[t.logSNR(1),t.logSNR(0)];return Array.from({length:e+1},(r,a)=>o==="time"?t.logSNR(1-a/e):n+(s-n)*a/e)}var it=(t,e,o,n)=>e.map((s,r)=>t*
s+o*n[r]);function Xt(t,e,o){let n=he(o);return{image:it(1/n.signal,t,-n.noise/n.signal,e),noise:e}}function lo(t,e,o){let n=he(o);return{image:e,noise:it(1/n.noise,
t,-n.signal/n.noise,e)}}function Vt({image:t,noise:e},o){let n=he(o);return it(n.signal,t,n.noise,e)}function*rt(t,e,o){return Xt(t,yield{noisy:t,level:e,image:o},
e)}function*yt(t,e,o){let n=null;for(let s=0;s<o.length-1;s+=1){let r=yield*t(e,s,n);({image:n}=r),e=Vt(r,o[s+1])}return{noisy:e,image:n}}function Jt(t,e){return yt(
(o,n,s)=>rt(o,e[n],s),t,e)}function wr(t,e){return yt(function*(n,s,r){let a=yield*rt(n,e[s],r);if(s===e.length-2)return a;let i=yield*rt(Vt(a,e[s+1]),e[s+1],a.
image);return Xt(n,it(.5,a.noise,.5,i.noise),e[s])},t,e)}function co(t,e){let o=null;return yt(function*(s,r,a){let[i,l]=[yield*rt(s,e[r],a),o];if(o=i.image,!l)
return i;let f=(e[r+1]-e[r])/(2*(e[r]-e[r-1]));return lo(s,it(1+f,o,-f,l),e[r])},t,e)}function Kt(t,e,{order:o,quantity:n,corrected:s=!1}){let r=n==="noise"?Xt:
lo,a=[],i=t;return yt(function*(f,u,c){let d=yield*rt(f,e[u],c);if(a.unshift(d[n]),a.length=Math.min(a.length,s?o+1:o),s&&u>0){let p=ao(e,u-1,so(u,u-o),n);f=Vt(
r(i,ro(p,a),e[u-1]),e[u])}i=f;let m=ao(e,u,so(u,u-o+1),n);return r(f,ro(m,a),e[u])},t,e)}function so(t,e){return Array.from({length:t-Math.max(e,0)+1},(o,n)=>t-
n)}function ro(t,e){return e[0].map((o,n)=>t.reduce((s,r,a)=>s+r*e[a][n],0))}function ao(t,e,o,n){let s=t[e+1]-t[e],r=io.map(({point:l})=>t[e]+s*(l+1)/2),a=r.map(
(l,f)=>io[f].weight*Math.exp((n==="noise"?-l:l)/2)),i=a.reduce((l,f)=>l+f);return o.map(l=>r.reduce((f,u,c)=>f+a[c]/i*o.reduce((d,m)=>m===l?d:d*((u-t[m])/(t[l]-
t[m])),1),0))}var io=Array.from({length:16},(t,e)=>{let n=Math.cos(Math.PI*(e+.75)/16.5),s=0;for(let r=0;r<8;r+=1){let[a,i]=[1,n];for(let l=2;l<=16;l+=1)[a,i]=[
i,((2*l-1)*n*i-(l-1)*a)/l];s=16*(n*i-a)/(n**2-1),n-=i/s}return{point:n,weight:2/((1-n**2)*s**2)}}),st=t=>t,Zt={ddim:{run:Jt,steps:st},heun:{run:wr,steps:t=>Math.
floor((t+1)/2)},dpm_solver_pp:{run:co,steps:st},images:{steps:st,run:(t,e)=>Kt(t,e,{order:2,quantity:"image"})},noises:{steps:st,run:(t,e)=>Kt(t,e,{order:3,quantity:"\
noise"})},corrected:{steps:st,run:(t,e)=>Kt(t,e,{order:3,quantity:"noise",corrected:!0})}};function uo(t,e,o){return co(t,at(e,o,"log_snr"))}var lt=60,et=7,tt=[-11,10],bt=lt/(et-1),xt=.02;function vt(t){let e=t.length-1,o=s=>{let r=Math.min(Math.floor(s*e),e-1);return t[r]+(t[r+1]-t[r])*(s*e-r)};return{
logSNR:o,time:s=>{let r=t.findIndex(l=>l<=s);if(r===0)return 0;if(r<0)return 1;let[a,i]=[t[r-1],t[r]];return(r-1+(a-s)/(a-i))/e},rates:s=>he(o(s))}}function Mt(t,e=lt){
return Array.from({length:e+1},(o,n)=>Math.min(Math.max(t(n/e),tt[0]),tt[1]))}function fo(t,e,o,n){return Math.min(Math.max(t,tt[0]+(o-1-e)*n),tt[1]-e*n)}function mo(t,e,o){
let n=!1,s=(r,a)=>t[r]-t[a]<o-1e-9;for(let r=e-1;r>=0&&s(r,r+1);r-=1)t[r]=t[r+1]+o,n=!0;for(let r=e+1;r<t.length&&s(r-1,r);r+=1)t[r]=t[r-1]-o,n=!0;return n}function po(t,e,o){
let n=[...t],[s,r]=[e,o].map(([l])=>Math.round(l*lt)),a=Math.sign(r-s)||1,i=!1;for(let l=s;a*(r-l)>=0;l+=a){let f=r===s?1:(l-s)/(r-s);n[l]=fo(e[1]+f*(o[1]-e[1]),
l,n.length,xt),i=mo(n,l,xt)||i}return{levels:n,levelled:i}}var kt=t=>t.filter((e,o)=>o%bt===0);function Qt(t,e,o){let n=kt(t),s=[...n];s[e]=fo(o,e,et,bt*xt);let r=mo(
s,e,bt*xt);return{levels:t.map((i,l)=>{let f=Math.min(Math.floor(l/bt),et-2),u=(i-n[f+1])/(n[f]-n[f+1]);return s[f+1]+u*(s[f]-s[f+1])}),levelled:r}}function zt(t,e){
let o=e.map(t.time);return o.slice(1).map((n,s)=>n-o[s])}function en({power:t,sizes:e},o,n=1200){let s=e.reduce((l,f)=>l+f,0),[r,a]=[0,0];for(let l=0;l<n;l+=1){
let f=Math.exp(o((l+.5)/n)),u=0;for(let c=0;c<t.length;c+=1)u+=e[c]*t[c]/(1+f*t[c]);a+=Math.sqrt(u/s)/n,r+=Math.sqrt(f*u/s)/n}let i=Math.sqrt(2/Math.PI);return{
noise:i*r,image:i*a}}function $t(t,e,[o,n]){return at(t,e,"time").map(s=>Math.min(Math.max(s,o),n))}async function ho(t,e,o,n=()=>!0){let s=Jt(e,t),r=s.next();for(let a=0;!r.
done;a+=1)if(r=s.next(await o(r.value.noisy,he(r.value.level))),n(r.value.image,a)===!1)return null;return r.value.image}function go(t){let{signal:e}=t.rates(1),
o=Array.from({length:1001},(s,r)=>r/1e3).find(s=>t.logSNR(s)<0);return`${o===void 0?"The picture always outweighs the noise":o===0?"Noise outweighs the picture \
from the start":`Noise outweighs the picture from t = ${o.toFixed(2)}`}; at t = 1 a signal rate of ${e.toFixed(3)} is left.`}function wo(t,e){let o=(n,s)=>Math.
abs(s-1)<.005?`the loss on the ${n} as under cosine`:`the loss on the ${n} ${s<1?"falls":"rises"} to ${s.toFixed(2)} of cosine's`;return` Predicted: ${o("noise",
t)}, ${o("image",e)}.`}async function le(t){let e=new Image;e.src=t,await e.decode();let o=document.createElement("canvas");o.width=e.naturalWidth,o.height=e.naturalHeight;let n=o.getContext(
"2d",{willReadFrequently:!0});return n.drawImage(e,0,0),n.getImageData(0,0,o.width,o.height)}function fe(t){return decodeURIComponent(t.querySelector(".ff-still\
 img").getAttribute("src")).match(/ href='([^']*)'/)[1]}function ue(t,e,o,n,s){let r=new Uint8ClampedArray(3*n*s);for(let a=0;a<s;a+=1)for(let i=0;i<n;i+=1){let l=4*
((o+a)*t.width+e+i);r.set(t.data.subarray(l,l+3),3*(a*n+i))}return r}function De(t,e,o,n,s){let r=new Uint8ClampedArray(3*n*s);for(let a=0;a<3;a+=1){let i=o+a*t.
height/3;for(let l=0;l<s;l+=1)for(let f=0;f<n;f+=1)r[3*(l*n+f)+a]=t.data[4*((i+l)*t.width+e+f)]}return r}var je=10,yo=[10,2,0,-2,-4,-6,-11],yr=["above 2","2 to 0","0 to −2","−2 to −4","−4 to −6","below −6"],br=[["cosine","Cosine"],["linear","Linear β"],
["log_snr","Straight log-SNR"],["rectified_flow","Rectified flow"],["high","Mostly high noise"],["low","Mostly low noise"]],tn="This schedule",xr=["drawn","What\
 I drew"],vr=.2,Mr=500,nn=(t,e=1)=>t.toFixed(e).replace("-","−"),bo=t=>`${Math.round(100*t)} %`,xo=Array.from({length:101},(t,e)=>e/100);function vo(t,e,o){let n=M=>e.
examples[M]?Mt(vt(e.examples[M]).logSNR):Mt(Ee(M).logSNR),s=vt(Mt(Ee("cosine").logSNR,1e3)),r=zt(s,yo),a=n(e.kind),i=e.kind,l=a,f=!1,u=null,c=te({label:"Start f\
rom",value:i,options:[...br,xr],onChange(M){i=M,a=M==="drawn"?l:n(M),f=!1,A()}}),d=M=>{({levels:a,levelled:f}=M),l=a,i=c.input.value="drawn",A()},m=we({label:"L\
og-SNR over time, with seven handles",title:"Log-SNR: draw it, or move the rings",x:[0,1],y:tt,height:260,xLabel:"time t",yTicks:[-10,-5,0,5,10],onHandle:(M,N,S)=>d(
Qt(a,Number(M),S)),onStep:(M,N)=>d(Qt(a,Number(M),kt(a)[M]+vr*N)),onDraw(M,N){d(po(a,N?M:u,M)),u=M}}),p=we({label:"Signal rate and noise rate over time",title:"\
Signal and noise rate",x:[0,1],y:[0,1],height:260,xLabel:"time t",yTicks:[0,.5,1]}),x=Yt({caption:"How the time is spent",name:"log-SNR",head:["this","cosine"]}),
g=J(),b=e.network?$r(e,o,s):kr(e);t.append(V(c),y("div",{class:"ff-columns ff-two"},y("div",{},m.element,xe([["leaf","this schedule"],["muted","cosine",!0]])),y(
"div",{},p.element,xe([["signal","signal rate"],["noise","noise rate"]]))),g.element,y("div",{class:"ff-columns ff-two ff-gap"},x.element,...b.beside),...b.under);
let h=xo.map(M=>[M,s.logSNR(M)]);function A(){let M=vt(a),N=b.stops(M);m.update({lines:[{points:h,colour:"muted",dash:!0,width:1.5},{points:a.map((w,$)=>[$/lt,w]),
colour:"leaf",width:2.5}],marks:[...N.map(([w,$])=>({x:w,y:$,colour:"petal"})),...kt(a).map((w,$)=>({x:$/(et-1),y:w,colour:"leaf",handle:String($),label:`Log-SN\
R at t = ${($/(et-1)).toFixed(2)}`,says:nn(w)}))]});let S=xo.map(w=>[w,M.rates(w)]);p.update({lines:["signal","noise"].map(w=>({points:S.map(([$,T])=>[$,T[w]]),
colour:w,width:2.5}))});let v=zt(M,yo);x.update(yr.map((w,$)=>({name:w,share:v[$],mark:r[$],cells:[bo(v[$]),bo(r[$])]}))),g.say(`${f?"A log-SNR may only fall: w\
here yours would have risen, it was levelled. ":""}${go(M)}${b.show(M,i)}`)}A()}function kr({size:t,seed:e,pixels:o}){let n=ze(ce(o)),s=z(e,n.image.length),r=Array.
from({length:je},(i,l)=>l/(je-1)),a=r.map(i=>Z({label:`Flower at t = ${i.toFixed(2)}`,title:i.toFixed(2),width:t,height:t}));return{beside:[],under:[y("div",{class:"\
ff-strip"},...a.map(i=>i.element))],stops:i=>r.map(l=>[l,i.logSNR(l)]),show(i){return r.forEach((l,f)=>{let{signal:u,noise:c}=i.rates(l);a[f].draw(Xe(n,s,u,c)),
a[f].describe(`Flower at t = ${l.toFixed(2)}, signal rate ${u.toFixed(2)}`)}),""}}}function $r({network:t,recorded:e,spectrum:o},n,s){let{size:r,mean:a,std:i}=t,
l=Se(t),f=[1,0].map(E=>l.schedule.logSNR(E)),u=en(o,s.logSNR),c=Yt({caption:"Predicted loss",name:"on the",head:["this","cosine","ratio"]}),d=(E,O)=>Z({title:E,
label:O,width:r,height:r}),m={cosine:d("Cosine","A flower grown under the cosine schedule"),mine:d(tn,"A flower grown under this schedule")},p=J(),x=oe({label:"\
Another seed",onClick:()=>{h+=1,m.cosine.draw(b),I(0)}});x.disabled=!0,l.onChange(()=>{x.disabled=!l.ready});let g=Ae(n,l,t,p,{label:"Grow it here",again:"Grow \
it again",opening:`Recorded: ${e.name}, seed ${e.seed}, ten steps.`,onReady:()=>I(0),onLost:()=>{S+=1}}),b=me(new Float32Array(3*r*r),a,i),{seed:h}=e,A=null,M=[],
N="",S=0,v=null;le(fe(n)).then(E=>{A=E,m.cosine.draw(w("cosine")),$(),n.dataset.recorded="shown"});function w(E){return ue(A,r*e.kinds.indexOf(E),0,r,r)}function $(){
if(l.ready||!A)return;let E=e.kinds.includes(N);m.mine.draw(E?w(N):b),m.mine.heading.textContent=E?tn:"Not grown yet",m.mine.describe(E?"A flower grown under th\
is schedule":"Not grown yet")}let T=Oe(()=>{l.ready&&_()});function I(E=Mr){S+=1,l.ready&&T(E)}async function _(){let E=S+=1,O=z(h,3*r*r),k=(F,P)=>ho(P,O,async(U,G)=>(await l.
predict(U,G,e.label)).noise,(U,G)=>E!==S?!1:(m[F].draw(me(U,a,i)),p.say(`Step ${G+1} of ${je}, seed ${h}.${B}`),!0));m.mine.heading.textContent=tn,n.dataset.state=
"growing";try{if(await k("mine",M)===null)return;if(v!==h){if(await k("cosine",$t(s,je,f))===null)return;v=h}}catch(F){if(E!==S)return;p.say(`The network stoppe\
d: ${F.message}`),n.dataset.state="failed";return}m.mine.describe("A flower grown under this schedule"),p.say(`Both grown from the noise of seed ${h}, in ten st\
eps each.${B}`),n.dataset.state="done"}let B="";return{beside:[c.element],under:[y("div",{class:"ff-columns ff-pair ff-grow ff-gap"},m.cosine.element,m.mine.element),
p.element,y("div",{class:"ff-controls ff-gap"},g.processor.element,g.action,x,g.bar)],stops:E=>$t(E,je,f).map((O,k)=>[1-k/je,O]),show(E,O){N=O,M=$t(E,je,f),B=M.
some((P,U)=>Math.abs(P-E.logSNR(1-U/je))>.05)?` The network knows log-SNRs from ${nn(f[1])} to ${nn(f[0])} only: steps beyond are taken at the nearest of these.`:
"";let F=en(o,E.logSNR);return c.update(["noise","image"].map(P=>({name:P,share:F[P],mark:u[P],cells:[F[P].toFixed(3),u[P].toFixed(3),(F[P]/u[P]).toFixed(2)]}))),
$(),I(),wo(F.noise/u.noise,F.image/u.image)+B}}}var St=[[125,47,6],[234,103,29],[243,189,152],[236,234,230],[165,210,251],[35,149,252],[10,74,138]];function Sr(t){let e=(Math.min(Math.max(t,-1),1)+1)/2*(St.length-
1),o=Math.min(Math.floor(e),St.length-2);return[0,1,2].map(n=>{let[s,r]=[St[o][n],St[o+1][n]];return s+(r-s)*(e-o)})}function ct(t){let e=new Uint8ClampedArray(
3*t.length);return t.forEach((o,n)=>e.set(Sr(o),3*n)),e}function At(t,e,o){let[n,s]=[Math.log10(e),Math.log10(o)],r=t/2;return Array.from({length:r},(a,i)=>10**(r===1?n:n+(s-n)*i/(r-1)))}function on(t,e){let o=e.map(
n=>Math.fround(Math.fround(t)*Math.fround(2*Math.PI*n)));return Float64Array.from([...o.map(Math.sin),...o.map(Math.cos)])}function sn(t,e){return e.reduce((n,s)=>n+
Math.cos(2*Math.PI*s*t),0)/e.length}var Ve=400,rn=1e-4;function ko(t,e){let o=null,n=(M,N)=>X({label:M,min:0,max:1,step:.001,value:N,format:S=>S.toFixed(3),onInput:A}),s=n("Noise variance a",e.a),
r=n("Noise variance b",e.b),a=(M,N,S,v)=>X({label:M,min:N,max:S,step:.1,value:Math.log10(v),format:w=>`${Number((10**w).toPrecision(2))}`,onInput:h}),i=a("Lowes\
t frequency",-1,1,e.min_frequency),l=a("Highest frequency",1,3,e.max_frequency),f=te({label:"Length",value:String(e.dim),onChange:h,options:[8,16,32,64].map(M=>[
String(M),String(M)])}),u=y("div",{class:"ff-map"}),c=["a","b"].map(M=>y("i",{class:"ff-cursor"},y("b",{},M))),d=y("div",{class:"ff-vectors"}),m=we({label:"Simi\
larity against the distance between two noise levels",title:"Similarity at every distance",x:[Math.log10(rn),0],y:[-.5,1],xLabel:"distance between a and b",height:180,
xTicks:[-4,-3,-2,-1,0],formatX:M=>String(Number((10**M).toPrecision(1))),yTicks:[-.5,0,.5,1]}),p=J();t.append(V(s,r),V(i,l,f),y("span",{class:"ff-title"},"The v\
ector of every noise variance from 0 to 1"),u,y("div",{class:"ff-columns ff-two ff-gap"},d,m.element),p.element),u.addEventListener("pointerdown",M=>{u.setPointerCapture(
M.pointerId);let N=x(M);u.moved=Math.abs(N-s.value)<=Math.abs(N-r.value)?s:r,u.moved.value=N}),u.addEventListener("pointermove",M=>{u.hasPointerCapture(M.pointerId)&&
(u.moved.value=x(M))});function x(M){let N=u.getBoundingClientRect();return Math.min(Math.max((M.clientX-N.left)/N.width,0),1)}let g=[],b=[];function h(){let M=Number(
f.value);g=At(M,10**i.value,10**l.value),o=Z({label:`Embeddings of length ${M}: each column is the vector of one noise variance`,width:Ve,height:M}),o.draw(ct(Ar(
g))),u.replaceChildren(o.element,...c),b=[["vector of a","a"],["vector of b","b"],["a times b, cell by cell",""]].map(([N])=>Z({label:N,title:N,width:M,height:1})),
d.replaceChildren(...b.map(N=>N.element),y("div",{class:"ff-note"},`Left half sines, right half cosines, each from slow to fast. The sum of the last row, divide\
d by ${M/2}, is the similarity.`)),A()}function A(){let[M,N]=[on(s.value,g),on(r.value,g)],S=M.map((I,_)=>I*N[_]);[M,N,S].forEach((I,_)=>b[_].draw(ct(I))),c[0].
style.left=`${100*s.value}%`,c[1].style.left=`${100*r.value}%`,c[0].classList.toggle("ff-left",s.value<=r.value),c[1].classList.toggle("ff-left",s.value>r.value);
let v=Math.abs(s.value-r.value),w=sn(v,g),$=400,T=Array.from({length:$+1},(I,_)=>{let B=Math.log10(rn)*(1-_/$);return[B,sn(10**B,g)]});m.update({lines:[{points:T,
colour:"leaf"}],marks:[{x:Math.log10(Math.max(v,rn)),y:w,colour:"petal"}]}),p.say(`Distance ${v.toFixed(3)}, similarity ${w.toFixed(2).replace("-","−")}. From\
 a to b the slowest wave turns ${Mo(g[0]*v)}, the fastest ${Mo(g[g.length-1]*v)}.`)}h()}function Mo(t){return t===1?"once":`${Number(t.toPrecision(2))} times`}function Ar(t){
let e=new Float64Array(2*t.length*Ve);return t.forEach((o,n)=>{let s=Math.PI*o/Ve,r=Math.sin(s)/s;for(let a=0;a<Ve;a+=1){let i=2*Math.PI*o*(a+.5)/Ve;e[n*Ve+a]=r*
Math.sin(i),e[(n+t.length)*Ve+a]=r*Math.cos(i)}}),e}var Fr={ArrowRight:()=>1,ArrowLeft:()=>-1,ArrowDown:t=>t,ArrowUp:t=>-t};function $o(t,e,o){let{size:n,columns:s,names:r,chapter:a}=e,i=document.querySelector(".\
ff-figure.ff-grow")?"":a,l=J(),f=Z({label:"",width:n,height:n}),u=null,c=g=>ue(u,g%s*n,Math.floor(g/s)*n,n,n),d=r.map(g=>Z({label:"",width:n,height:n})),m=d.map(
(g,b)=>{g.canvas.setAttribute("aria-hidden","true");let h=y("a",{href:`${i}#flower=${b}&seed=${b}`,"aria-label":`${r[b]}: grow it`,tabindex:b===0?"0":"-1",...i?
{target:"_blank",rel:"noopener"}:{}},g.canvas);return h.addEventListener("pointerenter",()=>x(b)),h.addEventListener("focus",()=>x(b)),h}),p=y("div",{class:"ff-\
every",role:"group","aria-label":`${r.length} flowers: arrow keys move from one to the next`},...m);p.addEventListener("keydown",g=>{let b=m.indexOf(g.target),h=getComputedStyle(
p).gridTemplateColumns.split(" ").length,A=b+(Fr[g.key]?.(h)??NaN);A in m&&(g.preventDefault(),m[b].tabIndex=-1,m[A].tabIndex=0,m[A].focus())}),t.append(p,y("di\
v",{class:"ff-every-one"},f.element,l.element));function x(g){u&&(f.draw(c(g)),f.describe(r[g]),l.say(`${r[g]}, seed ${g}. Press it to grow it yourself.`))}le(fe(
o)).then(g=>{u=g,d.forEach((b,h)=>b.draw(c(h))),x(0),o.dataset.state="ready"})}function an(t,e){return t.findIndex(o=>o>=e)}function So(t,e,o){let n=t.length/3;return Float32Array.from(t,(s,r)=>{let a=Math.floor(r/n);return(s/255-e[a])/o[a]})}function Fo(t,e,o){let{size:n,mean:s,std:r,truths:a,told:i,errors:l}=e,f=Se(e),u=Dn(ce(e.photograph),s,r),c=k=>me(k,s,r),d=null,m=e.seed,p=0,x=!1,g=(k,F)=>X({label:F,
min:-k[0],max:-k.at(-1),step:k[0]-k[1],value:-e.truth,format:P=>Ft(-P),onInput:T}),b=g(a,"Log-SNR of the picture"),h=g(i,"Log-SNR that we claim"),A=(k,F)=>Z({title:k,
label:F,width:n,height:n}),M=A("It sees","The noisy photograph"),N=A("It answers","What the network answers"),S=A("When honest","What it answers when it is told\
 the truth"),v=J(),w=oe({label:"Another noise",onClick:()=>{m+=1,T()}}),$=Ae(o,f,e,v,{label:"Ask the network",opening:`${ln(0,l[a.indexOf(e.truth)][i.indexOf(e.
truth)])} These answers are recorded.`,onReady:T,onLost:T});t.append(V(b,h),y("div",{class:"ff-triple ff-lie"},M.element,N.element,S.element),v.element,y("div",
{class:"ff-controls ff-gap"},$.action,w,$.processor.element,$.bar));function T(){let k=f.ready;Ao(b,k?.05:a[0]-a[1]),Ao(h,k?.05:i[0]-i[1]),w.disabled=!k,p+=1,k?
_():I()}function I(){if(!d)return;m=e.seed;let[k,F]=[a.indexOf(-b.value),i.indexOf(-h.value)],P=i.indexOf(a[k]),U=G=>ue(d.guess,G*n,k*n,n,n);M.draw(De(d.noisy,0,
k*n,n,n)),E(U(F),i[F]),S.draw(U(P)),!(p===1&&!$.problem)&&v.say(`${ln(i[F]-a[k],l[k][F],l[k][P])} ${$.problem}`.trim())}async function _(){if(M.draw(c(B())),!x){
x=!0;try{for(let k=0;k!==p&&f.ready;)k=await O(p)}catch(k){f.ready&&v.say(`The network stopped: ${k.message}`)}x=!1}}function B(){let{signal:k,noise:F}=he(-b.value),
P=z(m,u.length);return u.map((U,G)=>k*U+F*P[G])}function E(k,F){N.draw(k),N.describe(`What the network answers when it is told ${Ft(F)}`)}async function O(k){let[
F,P,U,G]=[-b.value,-h.value,B(),m],L=he(F),C=async K=>{let{noise:se}=await f.predict(U,he(K));return U.map((q,Q)=>(q-L.noise*se[Q])/L.signal)},R=[await C(P),await C(
F)];if(k!==p)return k;E(c(R[0]),P),S.draw(c(R[1]));let[D,Y]=R.map(K=>wt(K,u));return v.say(`${ln(P-F,D,Y)} Noise ${G}, answered in this page.`),o.dataset.state=
"done",k}le(e.noisy).then(async k=>{d={noisy:k,guess:await le(fe(o))},o.dataset.state="ready",T()})}function Ao(t,e){Number(t.input.step)!==e&&(t.input.step=e,t.
limits(t.input.min,t.input.max,t.input.value))}function ln(t,e,o){let n=`The picture is off by ${e.toFixed(2)} a pixel`;return t===0?`The truth. ${n}.`:`${t>0?"\
It believes in too little noise":"It believes in too much noise"}. ${n}, where the truth gives ${o.toFixed(2)}.`}function Ft(t){return(t>0?`+${t}`:String(t)).replace(
"-","−")}function Ce({label:t,reach:e,draw:o,onPress:n=null}){let s=y("canvas",{role:"img","aria-label":t,class:n?"ff-plane":"ff-plane ff-plain"}),r=s.getContext("2d"),a=0,
i=(c,d)=>[(c+e)/(2*e)*a,(e-d)/(2*e)*a],l={place:i,get context(){return r},get width(){return a},ring(c,d,m,p,x){r.beginPath(),r.arc(...i(c,d),m,0,2*Math.PI),r.lineWidth=
3,r.strokeStyle=p,r.fillStyle=x,r.fill(),r.stroke()},dots(c,d,m=2.4,p=1){r.globalAlpha=p,r.fillStyle=d;for(let x=0;x<c.length;x+=2){let[g,b]=i(c[x],c[x+1]);r.fillRect(
g-m/2,b-m/2,m,m)}r.globalAlpha=1},picture(c,d,m){r.globalAlpha=m;let[p,x]=i(-d,d);r.drawImage(c,p,x,a-2*p,a-2*x),r.globalAlpha=1},arrows(c,d,m,p=.05){r.strokeStyle=
m,r.lineWidth=1.2,r.beginPath();for(let x=0;x<c.length;x+=2){let[g,b]=i(c[x],c[x+1]),[h,A]=i(d[x],d[x+1]),M=Math.hypot(h-g,A-b);if(!(M>1))continue;let N=Math.min(
M,p*a),[S,v]=[(h-g)/M*N,(A-b)/M*N],w=Math.min(3.5,N/2)/N;r.moveTo(g,b),r.lineTo(g+S,b+v),r.lineTo(g+S-w*(S-v),b+v-w*(v+S)),r.moveTo(g+S,b+v),r.lineTo(g+S-w*(S+v),
b+v-w*(v-S))}r.stroke()}};function f(){a&&(r.clearRect(0,0,a,a),o(l))}function u(c){let d=s.getBoundingClientRect(),m=p=>e*(2*Math.min(Math.max(p,0),1)-1);return[
m((c.clientX-d.left)/d.width),-m((c.clientY-d.top)/d.height)]}return n&&(s.addEventListener("pointerdown",c=>{s.setPointerCapture(c.pointerId),n(u(c),!0)}),s.addEventListener(
"pointermove",c=>{s.hasPointerCapture(c.pointerId)&&n(u(c),!1)})),{element:s,canvas:s,redraw:f,follow(){pt(s,c=>{a=c;let d=window.devicePixelRatio||1;s.width=s.
height=Math.round(a*d),r=s.getContext("2d"),r.setTransform(s.width/a,0,0,s.width/a,0,0),f()})}}}function Eo(t,e,o){let{size:n,levels:s,columns:r,shares:a}=e,i=z(1,3*n*n),l=So(ce(e.picture),e.mean,e.std),f=Z({label:"",width:n,height:n}),u=null,c=X({label:"L\
og-SNR, from little noise to much",min:0,max:s.length-1,step:1,value:s.indexOf(e.opens),format:S=>Ft(s[S]),onInput:N}),d=(S,v)=>Ce({label:S,reach:n/2,draw:w=>{if(!u)
return;w.context.imageSmoothingEnabled=!1,f.draw(v()),w.picture(f.canvas,n/2,1);let{network:$,filter:T}=M();To(w,n,$.half,!1),To(w,n,T.half,!0)}}),m=d("The nois\
y picture, with the ring that holds half of the influence",A),p=d("The influence of each pixel on the middle one of the answer",()=>ue(u,n*(c.value%r),n*Math.floor(
c.value/r),n,n)),x=Z({label:"Colours of the map, weak to strong",width:r*n,height:e.bar}),g="Share of the influence within a radius",b=we({label:g,title:g,height:180,
x:[0,a.network[0].length-1],y:[0,1],xLabel:"Radius (pixels)",yTicks:[0,.25,.5,.75,1]}),h=J();t.append(V(c),y("div",{class:"ff-columns ff-pair ff-view"},y("div",
{},y("span",{class:"ff-title"},"It sees"),m.element),y("div",{},y("span",{class:"ff-title"},"What counts"),p.element,y("div",{class:"ff-scale"},y("span",{},"wea\
k"),x.element,y("span",{},"strong")))),h.element,y("div",{class:"ff-gap"},b.element),xe([["leaf","the network"],["noise","the best linear filter",!0],["muted","\
the network before training",!0]]));function A(){let{signal:S,noise:v}=he(s[c.value]),w=l.map(($,T)=>S*$+v*i[T]);return me(w,e.mean,e.std)}function M(){let S=v=>{
let w=a[v][c.value];return{curve:w,half:an(w,.5),most:an(w,.9)}};return{network:S("network"),filter:S("filter"),untrained:S("untrained")}}function N(){if(!u)return;
m.redraw(),p.redraw();let{network:S,filter:v,untrained:w}=M(),$=({curve:T})=>T.map((I,_)=>[_,I]);b.update({lines:[{points:$(w),colour:"muted",dash:!0},{points:$(
v),colour:"noise",dash:!0},{points:$(S),colour:"leaf",width:3}],marks:[{x:S.half,y:S.curve[S.half],colour:"leaf"}]}),h.say(`Half of the influence lies ${Tt(S.half)}\
, nine tenths ${Tt(S.most)}. For the best linear filter half lies ${Tt(v.half)}, before training ${Tt(w.half)}.`)}le(fe(o)).then(S=>{u=S,x.draw(ue(u,0,u.height-
e.bar,u.width,e.bar));for(let v of[m,p])v.follow();N(),o.dataset.state="ready"})}function Tt(t){return t?`within ${t} ${t===1?"pixel":"pixels"}`:"in the pixel i\
tself"}function To(t,e,o,n){let{context:s,width:r}=t,[a,i]=t.place(.5,-.5);for(let[l,f]of[["#000",4.5],["#fff",2]])s.beginPath(),s.arc(a,i,(o+.5)*r/e,0,2*Math.PI),
s.setLineDash(n?[5,5]:[]),s.lineWidth=f,s.strokeStyle=l,s.stroke();s.setLineDash([])}function Tr(t,e,o=8){let n=e/o,s=new Float64Array(3*n*n),r=a=>{let i=Math.floor(a/3);return 3*(Math.floor(i/e/o)*n+Math.floor(i%e/o))+a%3};return t.forEach((a,i)=>{
s[r(i)]+=a/o**2}),{broad:s,fine:Float64Array.from(t,(a,i)=>a-s[r(i)])}}function cn(t,e){return Math.sqrt(t.reduce((o,n,s)=>o+(n-e[s])**2,0)/t.length)}function Co(t,e,o=8){
let n=t.map(f=>Tr(f,e,o)),s=n[n.length-1],r=s.broad.length/3,a=[0,1,2].map(f=>s.broad.reduce((u,c,d)=>u+(d%3===f?c/r:0),0)),i={broad:cn(s.broad,s.broad.map((f,u)=>a[u%
3])),fine:cn(s.fine,new Float64Array(s.fine.length))},l=(f,u)=>cn(f[u],s[u])/(i[u]||1);return n.map(f=>({broad:l(f,"broad"),fine:l(f,"fine")}))}function No(t,e){
let o=t.length;for(;o>0&&t[o-1]<=e;)o-=1;return o}function Io(t,e){let o=n=>Math.abs(e[n]-t[n])/255;return Uint8ClampedArray.from({length:e.length/3},(n,s)=>255*
Math.sqrt(4*(o(3*s)+o(3*s+1)+o(3*s+2))/3))}var un=10,Er=.25;function Po(t,e,o){let{size:n,mean:s,std:r}=e,a=Se(e),i=C=>me(C,s,r),l={seed:e.seed,steps:e.steps,eta:0},f=[],u=e.steps,c="",d=[],m=0,p=C=>R=>{
l[C]=Number(R),a.ready?U():A.say("Press the button to grow that one. What you see is the recorded flower.")},x=X({label:"Seed",min:0,max:999,step:1,value:e.seed,
onInput:p("seed")}),g=te({label:"Steps",value:String(e.steps),onChange:p("steps"),options:[5,10,20,40].map(C=>[String(C),String(C)])}),b=X({label:"Fresh noise η",
min:0,max:1,step:.1,value:0,format:C=>C.toFixed(1),onInput:p("eta")}),h=oe({label:"Throw the dice",onClick:()=>{x.value=Math.floor(1e3*Math.random())}}),A=J(),M=J(),
N=Ae(o,a,e,A,{label:"Grow a flower",again:"Grow it again",opening:`Recorded: seed ${e.seed}, ${e.steps} steps, η = 0.`,onReady:G,onLost:()=>{m+=1,S.input.disabled=
!1}}),S=X({label:"Step",min:1,max:e.steps,step:1,value:e.steps,format:C=>`${C} of ${u}`,onInput:E}),v=(C,R)=>Z({title:C,label:R,width:n,height:n}),w=v("It sees",
"The noisy image"),$=v("It believes","The predicted image"),T=v("The change","What has changed in the predicted image"),I=y("div",{class:"ff-film-strip ff-dragg\
able","aria-hidden":"true"}),_=we({label:"Distance of the belief to the flower",height:180,title:"How far the belief is from the flower",x:[1,0],y:[0,1.2],xLabel:"\
time t",xTicks:[1,.8,.6,.4,.2,0],yTicks:[0,.25,.5,.75,1],onPoint:B});if(t.append(V(S),y("div",{class:"ff-triple ff-film"},w.element,$.element,T.element),I,M.element,
y("div",{class:"ff-gap"},V(x,h,g,b,N.processor),V(N.action,N.bar),A.element),y("div",{class:"ff-gap"},_.element,xe([["signal",`Broad colours: means over ${8} × ${8}\
 pixels`],["petal","Edges and detail: the rest"]]))),N.problem)for(let C of[x.input,h,g.input,b.input])C.disabled=!0;function B(C){S.input.disabled||(S.value=Math.
round((1-C)*u)+1)}function E(){let C=f[S.value-1];if(!C)return;let R=f[S.value-2];w.draw(C.noisy),$.draw(C.image),T.draw(R?Io(R.image,C.image):new Uint8ClampedArray(
n*n));let{signal:D,noise:Y}=a.schedule.rates(C.time),K=`step ${S.value} of ${u}`;w.describe(`The noisy image that the network sees at ${K}`),$.describe(`The ima\
ge that the network believes in at ${K}`),T.describe(R?"Bright where its belief has changed since the step before":"The first step: there is no belief before it"),
M.say(`Step ${S.value} of ${u}, at t = ${C.time.toFixed(2)}: signal rate ${D.toFixed(2)}, noise rate ${Y.toFixed(2)}.${c}`);let se=O(),q=se.findLast(Q=>Q<S.value);
[...I.children].forEach((Q,re)=>{Q.classList.toggle("ff-now",se[re%se.length]===q)}),_.update({lines:d,marks:[{x:C.time,colour:"muted"}]})}function O(){let C=Math.
min(u,un);return Array.from({length:C},(R,D)=>Math.round(D*(u-1)/(C-1)))}function k(){I.replaceChildren(...["noisy","image"].flatMap(C=>O().map(R=>{let D=Z({label:"",
width:n,height:n});return f[R]&&D.draw(f[R][C]),D.canvas}))),I.style.setProperty("--ff-columns",O().length)}function F(){let C=Co(f.map(({image:Y})=>Y),n),R=(Y,K)=>({
colour:K,points:f.map(({time:se},q)=>[se,C[q][Y]])});d=[R("broad","signal"),R("fine","petal")];let D=Y=>No(C.map(K=>K[Y]),Er)+1;c=` Within a quarter of the flow\
er: its broad colours from step ${D("broad")} on, edges and detail from step ${D("fine")} on.`,_.describe(`Distance of the belief to the flower.${c}`),o.dataset.
broad=D("broad"),o.dataset.fine=D("fine")}let P=Oe(G);function U(){m+=1,P()}async function G(){let C=m+=1,R={...l};f=[],c="",d=[],u=R.steps,o.dataset.state="gro\
wing",S.input.disabled=!0;try{for await(let D of Ke(a,R)){if(C!==m)return;f.push({time:D.time,noisy:i(D.noisy),image:i(D.image)}),S.limits(1,u,f.length),k(),E(),
A.say(`Seed ${R.seed}: ${D.seconds.toFixed(2)} s a network evaluation here, ${D.where}.`),o.dataset.processor=D.processor}}catch(D){if(C!==m)return;A.say(`The n\
etwork stopped: ${D.message}`),o.dataset.state="failed";return}finally{C===m&&(S.input.disabled=!1)}F(),E(),o.dataset.state="done"}let L=C=>{let R=I.getBoundingClientRect(),
D=Math.min(Math.max((C.clientX-R.left)/R.width,0),.999);S.input.disabled||(S.value=Math.floor(D*u)+1)};I.addEventListener("pointerdown",C=>{I.setPointerCapture(
C.pointerId),L(C)}),I.addEventListener("pointermove",C=>{I.hasPointerCapture(C.pointerId)&&L(C)}),Promise.all([le(e.noisy),le(fe(o))]).then(([C,R])=>{f.length||
(f=Ne(e.steps).slice(0,-1).map((D,Y)=>{let K=[Y%un*n,Math.floor(Y/un)*n,n,n];return{time:D,noisy:De(C,...K),image:ue(R,...K)}}),F(),k(),S.limits(1,e.steps,Math.
round(e.steps/2)),E(),o.dataset.frames=f.length)})}function Ro(t,e,o){let{size:n,times:s,flowers:r}=e,a=s.length-1,i=null,l=h=>r.map(A=>Z({label:`${A}: ${h}`,width:n,height:n})),f=l("noisy"),u=l("guess"),c=X({label:"\
From noise to flower",min:0,max:a,step:1,value:0,format:h=>`t = ${s[h].toFixed(1)}`,onInput:x}),d=J(),m=(h,A)=>y("div",{},y("span",{class:"ff-title"},h),y("div",
{class:"ff-triple"},...A.map(M=>M.element))),p=y("div",{class:"ff-first ff-draggable"},m("The noisy picture",f),m("What the network takes it to be",u));t.append(
V(c,ke(o,c,{seconds:4})),p,d.element);function x(){if(!i)return;let h=c.value;r.forEach((A,M)=>{let N=[h*n,M*n,n,n];f[M].draw(De(i.noisy,...N)),u[M].draw(ue(i.guess,
...N)),f[M].describe(`A ${A} on its way out of noise, moment ${h} of ${a}`),u[M].describe(`What the network takes it to be at moment ${h} of ${a}`)}),d.say(g(h))}
function g(h){return h===0?"t = 1: pure noise. The guess is hardly more than a mean colour.":h===a?"t = 0: no noise is left. The last guess is the picture.":`t \
= ${s[h].toFixed(1)}: step ${2*h} of ${2*a}.`}let b=h=>{let A=p.getBoundingClientRect(),M=(h.clientX-A.left)/A.width;c.value=Math.round(Math.min(Math.max(M,0),1)*
a)};p.addEventListener("pointerdown",h=>{p.setPointerCapture(h.pointerId),b(h)}),p.addEventListener("pointermove",h=>{p.hasPointerCapture(h.pointerId)&&b(h)}),Promise.
all([le(e.noisy),le(fe(o))]).then(([h,A])=>{i={noisy:h,guess:A},o.dataset.state="ready",c.value=c.value===0?Math.round(.4*a):c.value})}function fn(t,e,o,n){let s=[0,1,2].map(a=>z(3*t+a,n)),r=Math.sqrt(1+e*e+o*o);return s[0].map((a,i)=>(a+e*s[1][i]+o*s[2][i])/r)}var Cr={velocity:(t,e,{signal:o,noise:n})=>({
image:t.map((s,r)=>o*s-n*e[r]),noise:t.map((s,r)=>n*s+o*e[r])}),flow:(t,e,{signal:o,noise:n})=>({image:t.map((s,r)=>(s-n*e[r])/(o+n)),noise:t.map((s,r)=>(s+o*e[r])/
(o+n))})};function Nr(t,e){return o=>o===0?{signal:1,noise:0}:t==="mean-flow"?{signal:1-o,noise:o}:e.rates(o)}function Ir(t,e,{signal:o,noise:n},s,r){if(t!=="me\
an-flow")return[e,{signal:o,noise:n}];let a=Math.hypot(o,n),i=new Float32Array(e.length+s*s).fill(r);return i.set(e.map(l=>l/a)),[i,{signal:o/a,noise:n/a}]}async function*Oo(t,e,{
method:o,target:n,schedule:s,size:r,evaluations:a,seed:i}){let l=Nr(o,s),f=Ne(a),u=e;for(let c=0;c<a;c+=1){let[d,m]=[l(f[c]),l(f[c+1])],[p,x]=Ir(o,u,d,r,f[c]-f[c+
1]),g=Cr[n](u,await t(p,x),d),b=o==="consistency"?z(Qe(i,c),u.length):g.noise;u=g.image.map((h,A)=>m.signal*h+m.noise*b[A]),yield{i:c,image:g.image,noisy:u}}}function _o(t,e,o){let{size:n,mean:s,std:r,reach:a,places:i,method:l,target:f,classes:u}=e,c=Se(e),d=3*n*n,m={seed:e.seed,x:0,y:0,evaluations:e.evaluations[0],label:e.
label??u},p=null,x=!1,g=!1,b=te({label:"Network evaluations",value:String(m.evaluations),options:e.evaluations.map(L=>[String(L),String(L)]),onChange:L=>B({evaluations:Number(
L)})}),h=te({label:"Flower",value:String(m.label),options:[[String(u),"no class"],...e.class_names.map((L,C)=>[String(C),L]).sort((L,C)=>L[1]<C[1]?-1:1)],onChange:L=>B(
{label:Number(L)})}),A=oe({label:"Other noises",onClick:()=>B({seed:(m.seed+1)%1e3})}),M=(L,C)=>X({label:L,min:-a,max:a,step:.05,value:0,format:R=>R.toFixed(2).
replace("-","−"),onInput:R=>B({[C]:R})}),[N,S]=[M("Ring, across","x"),M("Ring, up","y")],v=y("canvas",{width:n,height:n}),w=Ce({label:"The noise under the rin\
g",reach:a,draw:k,onPress([L,C]){N.limits(-a,a,L),S.limits(-a,a,C),B({x:L,y:C})}}),$=Z({label:"The flower",title:"Its flower",width:n,height:n}),T=J(),I=Ae(o,c,
e,T,{label:"Let it follow",again:"Once more",opening:"The flowers of these places are recorded.",onReady:()=>B({})});t.append(V(...e.evaluations.length>1?[b]:[],
...u?[h]:[],A),y("div",{class:"ff-columns ff-pair ff-follow"},y("div",{class:"ff-view"},y("span",{class:"ff-title"},"Drag the ring"),w.element),$.element),V(N,S),
T.element,y("div",{class:"ff-controls ff-gap"},I.action,I.processor.element,I.bar)),c.onChange(_),_();function _(){A.disabled=h.input.disabled=!c.ready}function B(L){
Object.assign(m,L),x=!0,O(),c.ready?U():F()}function E(){if(c.ready)return m;let L=C=>Math.round((C+a)/(2*a)*(i-1))/(i-1)*2*a-a;return{x:L(m.x),y:L(m.y)}}function O(){
let{x:L,y:C}=E(),R=me(fn(m.seed,L,C,d),s,r),D=v.getContext("2d"),Y=D.createImageData(n,n);for(let K=0;K<n*n;K+=1)Y.data.set([R[3*K],R[3*K+1],R[3*K+2],255],4*K);
D.putImageData(Y,0,0),w.redraw()}function k(L){L.context.imageSmoothingEnabled=!1,L.picture(v,a,1);let{x:C,y:R}=E();L.ring(C,R,9,ie(o,"accent"),ie(o,"panel"))}function F(){
if(!p)return;let L=K=>Math.round((K+a)/(2*a)*(i-1)),{x:C,y:R}=E(),D=e.evaluations.indexOf(m.evaluations)*i+L(C),Y=i-1-L(R);$.draw(ue(p,D*n,Y*n,n,n)),P(C,R),T.say(
`Recorded: the flower at ${mn(C,R)}, ${dn(m.evaluations)}. ${I.problem}`.trim())}function P(L,C){$.describe(`The flower of the noise at ${mn(L,C)}, ${dn(m.evaluations)}`)}
async function U(){if(!g){g=!0,o.dataset.state="following";try{for(;x&&c.ready;)x=!1,await G({...m});c.ready&&(o.dataset.state="done")}catch(L){c.ready&&(T.say(
`The network stopped: ${L.message}`),o.dataset.state="failed")}g=!1}}async function G(L){let C=performance.now(),R="",D=null,Y=async(q,Q)=>{let re=await c.predict(
q,Q,L.label);return R=re.where,re.output},K=fn(L.seed,L.x,L.y,d);for await(let q of Oo(Y,K,{...L,method:l,target:f,size:n,schedule:c.schedule}))D=q.image;$.draw(
me(D,s,r)),P(L.x,L.y);let se=performance.now()-C;o.dataset.milliseconds=se.toFixed(1),T.say(`The flower at ${mn(L.x,L.y)}, ${dn(L.evaluations)}: ${se.toFixed(0)}\
 ms, ${R}.`)}_e(o,()=>w.redraw()),w.follow(),O(),le(fe(o)).then(L=>{p=L,c.ready||($.draw(ue(p,(i-1)/2*n,(i-1)/2*n,n,n)),P(0,0)),o.dataset.recorded="ready"})}var dn=t=>`${t}\
 evaluation${t>1?"s":""}`,mn=(t,e)=>`(${t.toFixed(2)}, ${e.toFixed(2)})`.replaceAll("-","−");function Bo(t,e,o){let[n,s]=[t,e].map(Lr),[r,a]=[t,e].map(l=>Pr(l,o)),i=(l,f)=>l.reduce((u,c,d)=>u+c*f[d],0);return{brightness:(n.mean-s.mean)/255,contrast:n.spread/
s.spread,outlines:i(r,a)/Math.sqrt(i(r,r)*i(a,a))}}function Lr(t){let e=t.reduce((n,s)=>n+s,0)/t.length,o=t.reduce((n,s)=>n+(s-e)**2,0);return{mean:e,spread:Math.
sqrt(o/t.length)}}function Pr(t,e){let o=n=>(t[3*n]+t[3*n+1]+t[3*n+2])/3;return Float64Array.from({length:e*(e-1)},(n,s)=>{let r=s+Math.floor(s/(e-1));return o(
r+1)-o(r)})}function Do(t,e,o){let{size:n,mean:s,std:r,classes:a}=e,i=3*n*n,l=Se(e),f=q=>me(q,s,r),u=0,c={seed:e.seed,steps:e.steps,eta:0,label:e.label,guidance:e.guidance,
acts:"middle"},d=(q,Q=Number)=>re=>{c[q]=Q(re),O(),q==="seed"&&F(),l.ready&&q!=="seed"?D():l.ready&&C()},m=X({label:"Seed",min:0,max:999,step:1,value:c.seed,onInput:d(
"seed")}),p=te({label:"Steps",value:String(c.steps),onChange:d("steps"),options:[5,10,20,40].map(q=>[String(q),String(q)])}),x=X({label:"Fresh noise η",min:0,max:1,
step:.1,value:0,format:q=>q.toFixed(1),onInput:d("eta")}),g=te({label:"Flower",value:String(e.label),onChange:d("label"),options:[[String(a),"no class"],...e.class_names.
map((q,Q)=>[String(Q),q]).sort((q,Q)=>q[1]<Q[1]?-1:1)]}),b=X({label:"Guidance",min:0,max:8,step:.5,value:e.guidance,format:q=>q.toFixed(1),onInput:d("guidance")}),
[h,A]=e.interval,M=q=>h<=q&&q<=A,N=te({label:"Guidance acts",value:"middle",onChange:d("acts",String),options:[["middle",`from t = ${A} to ${h}`],["always","alw\
ays"]]}),S=oe({label:"Another seed",onClick:()=>{m.value=(c.seed+1)%1e3}}),v={noisy:Z({label:"The noisy image",title:"Noisy image",width:n,height:n}),image:Z({label:"\
The predicted image",title:"Predicted image",width:n,height:n})},w=y("div",{class:"ff-grow-strip",role:"group","aria-label":"The predicted image, step by step"}),
$=oe({label:"Compare guidance",onClick:Y}),T=[["Class alone",{guidance:1}],["Guided always",{acts:void 0}],[`Guided from t = ${A} to ${h}`,{acts:M}]].map(([q,Q])=>({
title:q,options:Q,view:Z({title:q,label:q,width:n,height:n})})),I=y("div",{class:"ff-triple ff-film",hidden:!0},...T.map(({view:q})=>q.element)),_=J(),B=e.label===
a?"":`${e.class_names[e.label]}, `,E=Ae(o,l,e,_,{label:"Grow a flower",again:"Grow it again",opening:`Recorded: ${B}seed ${e.seed}, ${e.steps} steps.`,onReady:D,
onLost:()=>{u+=1}});t.append(V(m,p,x,...a?[g,b,N]:[],E.processor),V(E.action,S,...e.compare?[$]:[],E.bar),y("div",{class:"ff-columns ff-pair ff-grow"},v.noisy.element,
v.image.element),w,_.element,...e.compare?[I]:[]),l.onChange(O),O();function O(){b.input.disabled=N.input.disabled=c.label===a,$.disabled=c.label===a||!l.ready}
function k(q){o.dataset.state=q}function F(){v.noisy.draw(f(z(c.seed,i))),l.ready||v.image.draw(f(new Float32Array(i)))}let P=ce(e.recorded),U=P.length/i;for(let q=0;q<
U;q+=1)G(P.subarray(q*i,(q+1)*i));if(F(),v.image.draw(P.subarray((U-1)*i)),E.problem)for(let q of[S,m.input,p.input,x.input,g.input])q.disabled=!0;function G(q){
let Q=y("canvas",{width:n,height:n,"aria-hidden":"true"}),re=Q.getContext("2d"),W=re.createImageData(n,n);for(let H=0;H<n*n;H+=1)W.data.set([q[3*H],q[3*H+1],q[3*
H+2],255],4*H);re.putImageData(W,0,0),w.append(Q)}let L=Oe(D);function C(){u+=1,L()}async function R(q){let Q=u+=1,re=()=>Q===u;k("growing");try{await q(re),re()&&
k("done")}catch(W){if(!re())return;_.say(`The network stopped: ${W.message}`),k("failed")}}function D(){let{seed:q,steps:Q}=c,re=new Set(Array.from({length:10},
(W,H)=>Math.ceil((H+1)*Q/10)));return w.replaceChildren(),I.hidden=!0,R(async W=>{for await(let H of Ke(l,K())){if(!W())return;v.noisy.draw(f(H.next)),v.image.draw(
f(H.image)),re.has(H.i+1)&&G(f(H.image)),_.say(`Step ${H.i+1} of ${Q}, seed ${q}: ${H.seconds.toFixed(2)} s a network evaluation here, ${H.where}.`),o.dataset.processor=
H.processor,o.dataset.seconds=H.seconds.toFixed(4)}})}function Y(){I.hidden=!1;for(let{view:q}of T)q.draw(new Uint8ClampedArray(i));return R(async q=>{let Q=[];
for(let{title:re,options:W,view:H}of T){let ne=null;for await(let ee of Ke(l,{...K(),...W})){if(!q())return;ne=f(ee.image),H.draw(ne),_.say(`${re}: step ${ee.i+
1} of ${c.steps}.`)}Q.push(ne)}_.say(T.slice(1).map(({title:re},W)=>{let{brightness:H,contrast:ne,outlines:ee}=Bo(Q[W+1],Q[0],n);return`${re}, the light has mov\
ed by ${Rr(H)}, the contrast is ${ne.toFixed(2)} times that of the class alone, and the outlines agree to ${ee.toFixed(2)}.`}).join(" "))})}function K(){let{acts:q,
...Q}=c;return{...Q,acts:q==="always"?void 0:M}}function se(){let q=new URLSearchParams(location.hash.slice(1)),Q=Number(q.get("flower")??NaN);E.problem||!(Q in
e.class_names)||(g.value=String(Q),m.value=Number(q.get("seed")??c.seed),o.scrollIntoView({block:"center"}),l.ready||_.say(`${e.class_names[Q]}, seed ${c.seed}:\
 press the button to grow it.`))}window.addEventListener("hashchange",se),se()}function Rr(t){return`${t<0?"−":"+"}${Math.abs(t).toFixed(2)}`}var jo="noise-to-flowers:guess";function ut(){return{rounds:0,you:0,youLevels:0,bayes:0,bayesLevels:0}}function qo(t,{right:e,level:o,bayes:n,from:s}){return{rounds:t.
rounds+1,you:t.you+(e?1:0),youLevels:t.youLevels+(e?o:0),bayes:t.bayes+(n?1:0),bayesLevels:t.bayesLevels+s}}function Wo(){try{let t=JSON.parse(localStorage.getItem(
jo));return Object.keys(ut()).every(e=>Number.isFinite(t[e]))?t:ut()}catch{return ut()}}function pn(t){try{localStorage.setItem(jo,JSON.stringify(t))}catch{}}function Uo(t,e,{signal:o,noise:n}){return Float64Array.from(t,(s,r)=>o*s+n*e[r])}function Ho(t,e,{signal:o,noise:n}){let s=t.map(l=>{let f=0;for(let u=0;u<e.length;u+=
1)f+=(e[u]-o*l[u])**2;return-f/(2*n**2)}),r=Math.max(...s),a=s.map(l=>Math.exp(l-r)),i=a.reduce((l,f)=>l+f,0);return a.map(l=>l/i)}function Go(t,e){let o=new Float64Array(
t[0].length);return t.forEach((n,s)=>{for(let r=0;r<o.length;r+=1)o[r]+=e[s]*n[r]}),o}var hn=.1;function Xo(t,e,o){let{size:n,names:s,noisiest:r,clearest:a,sure:i}=e,l=3*n*n,f=null,u=null,c=Wo(),d=X({label:"Log-SNR, from much noise to little",min:r,
max:a,step:hn,value:r,format:Je,onInput:S}),m=oe({label:"Next flower",onClick:()=>{M(Yo()),d.input.focus()}}),p=Z({title:"Under noise",label:"The noisy flower",
width:n,height:n}),x=Z({title:"Mean of the eight",label:"",width:n,height:n}),g=s.map((w,$)=>Or(w,n,()=>N($))),b=J(),h=y("table",{class:"ff-score","aria-label":"\
Score"}),A=oe({label:"Forget the score",onClick:()=>{c=ut(),pn(c),v(),d.input.focus()}});t.append(V(d,m),y("div",{class:"ff-guess"},y("div",{class:"ff-columns f\
f-pair"},p.element,x.element),y("div",{class:"ff-tiles",role:"group","aria-label":"Which flower is it?"},...g.map(w=>w.element))),b.element,y("div",{class:"ff-s\
core-row"},h,A));function M(w){u={..._r(w,s.length,l),seen:r,guess:null},o.dataset.seed=w,m.disabled=!0,g.forEach($=>$.hide()),d.value=r}function N(w){!u||u.guess!==
null||(u.guess=w,m.disabled=!1,u.from=Br(f.images,u,r,a,i),c=qo(c,{right:w===u.flower,level:u.seen,bayes:Ko(gn(f.images,u,u.seen))===u.flower,from:u.from}),pn(c),
d.value=u.seen,v())}function S(){if(!u)return;let w=d.value,{guess:$,flower:T}=u;$===null&&(u.seen=Math.max(u.seen,w));let{signal:I,noise:_}=he(w),{images:B}=f;
p.draw(Xe({...f,image:B[T]},u.field,I,_)),p.describe(`A flower under noise, log-SNR ${Je(w)}`);let E=$===null?s.map(()=>1/s.length):gn(B,u,w);if(x.draw(Xe({...f,
image:Go(B,E)},u.field,1,0)),x.heading.textContent=$===null?"Mean of the eight":"Bayes’ mean",$===null){x.describe("The mean of the eight flowers"),b.say(`One\
 part of flower to ${Dr(w)} of noise. Which of the eight is it? What counts is the clearest picture that you have seen: ${Je(u.seen)}.`);return}x.describe(`The \
mean of the eight, weighted by Bayes, most the ${s[Ko(E)]}`),g.forEach((k,F)=>k.show(E[F],F===T,F===$));let O=$===T?`Yes, the ${s[T]}`:`It is the ${s[T]}, and n\
ot the ${s[$]}`;b.say(`${O}. At ${Je(w)} Bayes gives it ${E[T].toFixed(2)}; from ${Je(u.from)} on it is sure. Your guess counts at ${Je(u.seen)}.`)}function v(){
let w=($,T,I)=>y("tr",{},y("th",{scope:"row"},$),y("td",{},`${T} of ${c.rounds}`),y("td",{},I.count?Je(I.sum/I.count):"–"));h.replaceChildren(y("tr",{},y("td",
{}),y("th",{scope:"col"},"right"),y("th",{scope:"col"},"mean level")),w("You",c.you,{sum:c.youLevels,count:c.you}),w("Bayes",c.bayes,{sum:c.bayesLevels,count:c.
rounds})),A.disabled=c.rounds===0}v(),le(fe(o)).then(w=>{let $=new Uint8Array(l*s.length);s.forEach((B,E)=>$.set(ue(w,E*n,0,n,n),E*l));let{mean:T,std:I,image:_}=ze(
$);f={mean:T,std:I,images:s.map((B,E)=>_.subarray(E*l,(E+1)*l))},g.forEach((B,E)=>B.draw($.subarray(E*l,(E+1)*l))),M(Yo()),o.dataset.state="ready"})}function Or(t,e,o){
let n=Z({label:"",width:e,height:e});n.canvas.removeAttribute("role"),n.canvas.removeAttribute("aria-label"),n.canvas.setAttribute("aria-hidden","true");let s=y(
"i",{}),r=y("span",{class:"ff-value"}),a=y("span",{class:"ff-verdict"}),i=y("button",{type:"button",class:"ff-tile"},n.element,y("span",{class:"ff-name"},t),y("\
span",{class:"ff-bar","aria-hidden":"true"},s),r,a);return i.addEventListener("click",o),{element:i,draw:n.draw,show(l,f,u){i.setAttribute("aria-disabled","true"),
i.setAttribute("aria-pressed",u),i.classList.toggle("ff-true",f),s.style.width=`${100*l}%`,r.textContent=` ${l.toFixed(2)} `,a.textContent=f?u?"you, right":"it \
is this":u?"you":""},hide(){i.removeAttribute("aria-disabled"),i.removeAttribute("aria-pressed"),i.classList.remove("ff-true"),s.style.width="0",r.textContent=a.
textContent=""}}}function _r(t,e,o){return{flower:Ye(t,4294967295)%e,field:z(t,o)}}function gn(t,{flower:e,field:o},n){let s=he(n);return Ho(t,Uo(t[e],o,s),s)}function Br(t,e,o,n,s){
let r=Math.round((n-o)/hn);for(let a=0;a<r;a+=1){let i=o+a*hn;if(gn(t,e,i)[e.flower]>s)return i}return n}function Yo(){return Math.floor(Math.random()*2**32)}var Ko=t=>t.
indexOf(Math.max(...t));function Je(t){return t.toFixed(1).replace("-","−")}function Dr(t){return Math.round(Math.exp(-t)).toLocaleString("en-GB")}function Zo(t,e,o){let{names:n,side:s,reach:r,handle:a,centres:i,radius:l}=e,f=ce(e.colours),u=f.length/3,c=Vo(e.clouds,r),d=Vo(e.grids,r),m={x:a[0],y:a[1]},p=v=>Math.
min(Math.max(v,-e.start),e.start),x=v=>X({label:`Noise: ${v}`,min:-e.start,max:e.start,step:.05,value:m[v],format:w=>w.toFixed(2),onInput(w){m[v]=w,N()}}),[g,b]=[
x("x"),x("y")],h=n.map((v,w)=>{let $=Jo(c,w,u),T=w?Jo(d,w-1,s*s):null,I=()=>T?jr(T,s,e.start,m.x,m.y):[m.x,m.y],_=Ce({label:v,reach:r,onPress:w?null:M,draw(B){for(let E=0;E<
u;E+=1){let[O,k]=B.place($[2*E],$[2*E+1]);B.context.fillStyle=`rgb(${f[3*E]} ${f[3*E+1]} ${f[3*E+2]})`,B.context.fillRect(O-1,k-1,2,2)}B.ring(...I(),6,ie(o,"acc\
ent"),ie(o,"panel"))}});return{name:v,end:I,plane:_}});h[0].plane.canvas.classList.add("ff-handle");let A=J();t.append(y("div",{class:"ff-planes"},...h.map(({name:v,
plane:w})=>y("div",{},y("span",{class:"ff-title"},v),w.element))),A.element,y("div",{class:"ff-controls ff-gap"},g.element,b.element));function M([v,w]){Object.
assign(m,{x:p(v),y:p(w)}),g.limits(-e.start,e.start,m.x),b.limits(-e.start,e.start,m.y),N()}function N(){for(let{plane:v}of h)v.redraw();S()}function S(){let v=$=>i.
some(([T,I])=>Math.hypot(T-$[0],I-$[1])<l),w=h.slice(1).map(({name:$,end:T})=>`${$}: ${v(T())?"in a disc":"between the discs"}`);A.say(`From (${m.x.toFixed(2)},\
 ${m.y.toFixed(2)}). ${w.join("; ")}.`)}for(let{plane:v}of h)v.follow();S(),_e(o,N)}function Vo(t,e){return Float32Array.from(ce(t),o=>o/255*2*e-e)}function Jo(t,e,o){
return t.subarray(2*e*o,2*(e+1)*o)}function jr(t,e,o,n,s){let r=u=>Math.min(Math.max((u+o)/(2*o)*(e-1),0),e-1.000001),[a,i]=[Math.floor(r(n)),Math.floor(r(s))],
[l,f]=[r(n)-a,r(s)-i];return[0,1].map(u=>{let c=(d,m)=>t[2*((i+m)*e+a+d)+u];return(1-f)*((1-l)*c(0,0)+l*c(1,0))+f*((1-l)*c(0,1)+l*c(1,1))})}function es(t){let e=ce(t),o=new Float32Array(e.length/2);for(let n=0;n<o.length;n+=1){let s=e[2*n]|e[2*n+1]<<8,r=s>>10&31,a=s&1023,i=r?(1+a/1024)*2**(r-15):a*2**
-24;o[n]=s&32768?-i:i}return o}function ts(t){let e=es(t),o=e.length/2;return e.map((n,s)=>s<o?e[2*s]:e[2*(s-o)+1])}function ns({shapes:t,weights:e}){let o=es(e),
n=[],s=0;for(let r=0;r<t.length;r+=2){let[a,i]=t[r],l=o.subarray(s,s+a*i);s+=a*i,n.push({inputs:i,outputs:a,weight:l,bias:o.subarray(s,s+a)}),s+=a}return n}var Te=128;function*qr(t,e,o){let n=e.length/2,s=[o.signal,o.noise,Math.log(o.signal/o.noise)],r=new Float32Array(2*n),a=Math.max(...t.map(({outputs:f})=>f)),[i,l]=[new Float32Array(
a*Te),new Float32Array(a*Te)];for(let f=0;f<n;f+=Te){let u=Math.min(Te,n-f);for(let c=0;c<u;c+=1)i[c]=e[f+c],i[Te+c]=e[n+f+c];t.forEach((c,d)=>{if(Wr(c,d===0?s:
[],i,l,u),d<t.length-1)for(let m=0;m<c.outputs*Te;m+=1)l[m]/=1+Math.exp(-l[m]);[i,l]=[l,i]});for(let c=0;c<u;c+=1)r[f+c]=i[c],r[n+f+c]=i[Te+c];yield}return r}function Wr({
inputs:t,outputs:e,weight:o,bias:n},s,r,a,i){let l=t-s.length,f=l%4===0?4:2;for(let u=0;u<e;u+=1){let c=u*t,d=u*Te,m=n[u];s.forEach((p,x)=>{m+=o[c+l+x]*p}),a.fill(
m,d,d+Te);for(let p=0;p<l;p+=f){let x=o[c+p],g=o[c+p+1],b=p*Te;if(f===4){let h=o[c+p+2],A=o[c+p+3];for(let M=0;M<i;M+=1)a[d+M]+=x*r[b+M]+g*r[b+Te+M]+h*r[b+2*Te+
M]+A*r[b+3*Te+M]}else for(let h=0;h<i;h+=1)a[d+h]+=x*r[b+h]+g*r[b+Te+h]}}}function*Qo(t,e,o){let n=yield*qr(t,e,o),s=new Float32Array(e.length),r=new Float32Array(
e.length);for(let a=0;a<e.length;a+=1)s[a]=o.signal*e[a]-o.noise*n[a],r[a]=o.noise*e[a]+o.signal*n[a];return{image:s,noise:r}}function zo({image:t,noise:e},o,n,s=0,r=null,a=new Float32Array(
t.length)){for(let i=0;i<a.length;i+=1)a[i]=o*t[i]+n*e[i]+(r?s*r[i]:0);return a}var ft={ddim:{name:"DDIM",eta:null,cost:t=>t},ddpm:{name:"DDPM (η = 1)",eta:1,cost:t=>t},
heun:{name:"Heun",eta:0,cost:t=>2*t-1},dpm_solver_pp:{name:"DPM-Solver++(2M)",eta:0,cost:t=>t}};function os({layers:t,schedule:e,start:o,solver:n,steps:s,eta:r=0,
seed:a=0}){let i=Ne(s),l=i.map(h=>e.rates(h)),f=ft[n].eta??r,u=[o],c=[],d=[],m=[];function*p(h){let A=u[h],M=yield*Qo(t,A,l[h]);if(n==="heun"&&h<s-1){let N=zo(M,
l[h+1].signal,l[h+1].noise),S=yield*Qo(t,N,l[h+1]),v=M.noise.map(($,T)=>($+S.noise[T])/2);return{image:A.map(($,T)=>($-l[h].noise*v[T])/l[h].signal),noise:v}}if(d[h]=
M.image,n==="dpm_solver_pp"&&h>0){let[N,S,v]=[-1,0,1].map(I=>e.logSNR(i[h+I])),w=(v-S)/(2*(S-N)),$=M.image.map((I,_)=>(1+w)*I-w*d[h-1][_]),T=A.map((I,_)=>(I-l[h].
signal*$[_])/l[h].noise);return{image:$,noise:T}}return M}function*x(){for(let h=0;h<s;h+=1)c.push(yield*p(h)),m.push(f>0?z(Qe(a,h),o.length):null),u.push(b(h,l[h+
1]))}let g=x();function b(h,A,M){let{kept:N,fresh:S}=Dt(l[h],A,f);return zo(c[h],A.signal,N,S,m[h],M)}return{at(h,A){if(h>=1)return o;let M=Math.min(Math.floor(
(1-h)*s+1e-9),s-1);for(;u.length<=M+1;)g.next();return b(M,e.rates(h),A)},ahead(h){let A=performance.now()+h;for(;u.length<=s&&performance.now()<A;)g.next();return u.
length<=s}}}var Be=2.7,Ur=48,Hr=4;function ss(t,e,o){let n=Ee("log_snr",e.schedule),s=ns(e.network),r=ts(e.network.points),a={solver:e.solver,steps:e.steps,eta:0},i={x:e.handle[0],
y:e.handle[1]},l=z(e.seed,2*e.count),f=new Float32Array(l.length),[u,c,d]=[null,null,null],m=te({label:"Solver",value:a.solver,onChange(k){a.solver=k,v(),T()},options:Object.
entries(ft).map(([k,{name:F}])=>[k,F])}),p=X({label:"Steps",min:1,max:50,step:1,value:a.steps,onInput(k){a.steps=k,T()}}),x=X({label:"Fresh noise η",min:0,max:1,
step:.1,value:0,format:k=>k.toFixed(1),onInput(k){a.eta=k,T()}}),g=X({label:"Way from noise to data",min:0,max:1,step:.001,value:0,format:k=>`t = ${(1-k).toFixed(
2)}`,onInput:E}),b=X({label:"Ringed particle: x",min:-Be,max:Be,step:.05,value:i.x,format:k=>k.toFixed(2),onInput:k=>w(k,i.y)}),h=X({label:"Ringed particle: y",
min:-Be,max:Be,step:.05,value:i.y,format:k=>k.toFixed(2),onInput:k=>w(i.x,k)}),A=Ge({label:"Paths",value:!0,onChange:E}),M=Ge({label:"Data",value:!0,onChange:E}),
N=Ce({label:"Particles in the plane",reach:Be,draw:O,onPress([k,F]){b.limits(-Be,Be,k),h.limits(-Be,Be,F),w(k,F)}}),S=J();t.append(V(...e.simple?[p]:[m,p,x]),V(
g,ke(o,g,{seconds:4}),A,M),N.element,S.element,y("div",{class:"ff-controls ff-gap"},b.element,h.element));function v(){let k=ft[a.solver].eta;x.limits(0,1,k??a.
eta),x.input.disabled=k!==null}function w(k,F){Object.assign(i,{x:k,y:F}),d=null,E()}function $(k){return os({layers:s,schedule:n,start:k,seed:e.seed,...a})}function T(){
[u,c,d]=[$(l),null,null],E()}function I(k){let F=$(k),P=Math.max(60,a.steps);return Array.from({length:P+1},(U,G)=>F.at(1-G/P))}function _({context:k,place:F},P,U,G,L){
let C=P[0].length/2;k.strokeStyle=U,k.lineWidth=G,k.beginPath();for(let R=0;R<C;R+=1)for(let D=0;D<=L;D+=1){let[Y,K]=F(P[D][R],P[D][C+R]);D?k.lineTo(Y,K):k.moveTo(
Y,K)}k.stroke()}function B({context:k,place:F},P,U,G){let L=P.length/2;k.fillStyle=U;for(let C=0;C<L;C+=1){let[R,D]=F(P[C],P[L+C]);k.fillRect(R-G/2,D-G/2,G,G)}}
function E(){N.redraw()}function O(k){if(!u)return;let{context:F}=k,P=1-g.value,U=u.at(P,f);if(M.value&&(F.globalAlpha=.45,B(k,r,ie(o,"muted"),2),F.globalAlpha=
1),B(k,U,ie(o,"signal"),2.2),A.value){c??=I(Gr(l,Ur));let Y=Math.round((1-P)*(c.length-1));F.globalAlpha=.55,_(k,c,ie(o,"noise"),1,Y),F.globalAlpha=1}d??=I(Float32Array.
of(i.x,i.y)),_(k,d,ie(o,"accent"),2.5,d.length-1);let[G,L]=d[Math.round((1-P)*(d.length-1))];k.ring(G,L,5,ie(o,"accent"),ie(o,"accent")),k.ring(i.x,i.y,9,ie(o,"\
accent"),ie(o,"panel"));let{name:C,cost:R}=ft[a.solver],D=d[d.length-1];S.say(`${e.count} particles at t = ${P.toFixed(2)}. ${C} with ${a.steps} steps evaluates\
 the network ${R(a.steps)} times. The ringed particle ends at (${D[0].toFixed(2)}, ${D[1].toFixed(2)}).`),u.ahead(Hr)}v(),T(),N.follow(),_e(o,E)}function Gr(t,e){
let o=t.length/2,n=new Float32Array(2*e);return n.set(t.subarray(0,e)),n.set(t.subarray(o,o+e),e),n}function Et(t){return Object.keys(t).sort((e,o)=>t[e]-t[o])}function wn(t){let e=t.length;if(e===0)return"–";let o=t.reduce((s,r)=>s+r)/e;if(e===1)return o.toFixed(
3);let n=t.reduce((s,r)=>s+(r-o)**2,0);return`${o.toFixed(3)} ± ${Math.sqrt(n/(e-1)/e).toFixed(3)}`}function rs({found:t,names:e,seed:o,budget:n}){let s=Et(t),
r=a=>`${e[a]}, off by ${t[a].toFixed(3)}`;return`Noise ${o}, ${n} evaluations. Closest to the finish: ${r(s[0])}. Farthest: ${r(s[s.length-1])}.`}function as(t,e,o){let{size:n,mean:s,std:r,names:a,budgets:i,seeds:l,distances:f}=e,u=Object.keys(a),c=3*n*n,d=Se(e),m=W=>me(W,s,r),p={seed:e.seed,budget:e.budget,
spacing:e.spacing},x=new Map([[e.seed,Yr(e)]]),g=new Map,b=null,h=null,A=0,M=(W,H)=>ne=>{p[W]=H(ne),q()},N=te({label:"Network evaluations",value:String(p.budget),
options:i.map(W=>[String(W),String(W)]),onChange:M("budget",Number)}),S=te({label:"Steps even in",value:p.spacing,options:[["log_snr","log-SNR"],["time","time"]],
onChange:M("spacing",String)}),v=X({label:"Noise",min:0,max:99,step:1,value:p.seed,format:W=>`seed ${W}`,onInput:M("seed",Number)}),w=oe({label:"Next noise",onClick:()=>{
v.value=(p.seed+1)%100}}),$=X({label:"Evaluations spent",min:1,max:p.budget,step:1,value:p.budget,onInput:R}),T=ke(o,$,{label:"Play again",seconds:3}),I=J(),_=Ae(
o,d,e,I,{label:"Race",again:"Race again",opening:`${E(B(e.seed))} This race is recorded.`,onReady:q,onLost:()=>{A+=1}});function B(W){let[H,ne]=[f[p.spacing][p.
budget],l.indexOf(W)];return Object.fromEntries(u.map(ee=>[ee,H[ee][ne]]))}function E(W){return rs({...p,found:W,names:a})}let O=W=>{let H=Z({title:W,label:W,width:n,
height:n}),ne=y("span",{class:"ff-note"});return{...H,note:ne,element:y("div",{},H.element,ne)}},[k,F]=[O("the noise"),O("the finish")],P=Object.fromEntries(u.map(
W=>[W,O(a[W])])),U=y("table",{class:"ff-standing"});t.append(V($,T),V(N,S),y("div",{class:"ff-race"},...[k,...Object.values(P),F].map(W=>W.element)),I.element,y(
"div",{class:"ff-controls ff-gap"},_.action,v.element,w,_.processor.element,_.bar),U);let[G,L]=[W=>{o.dataset.state=W},(W,H)=>{W.note.textContent=H}],C=()=>`${p.
spacing} ${p.budget}`;function R(){if(!b)return;let W=$.value===Number($.input.max)&&!b.running,H=b.found&&Et(b.found);for(let ee of u){let ye=b.frames[ee],de=Math.
min($.value-b.first,ye.length-1);if(de<0)continue;P[ee].draw(ye[de]);let pe=b.first+de;L(P[ee],W&&H?`${H.indexOf(ee)+1}. off by ${b.found[ee].toFixed(3)}`:`afte\
r ${pe}`),P[ee].describe(`${a[ee]} after ${pe} evaluations`)}let ne=x.get(p.seed);ne&&F.draw(m(ne))}function D(){let W=b?.found,H=[...g.get(C())?.values()??[]],
ne=f[p.spacing][p.budget],ee=["","this noise",H.length>1?`your ${H.length} noises`:"your noise",`recorded, ${l.length} noises`],ye=(W?Et(W):u).map(de=>[a[de],W?
W[de].toFixed(3):"–",wn(H.map(pe=>pe[de])),wn(ne[de])]);U.replaceChildren(y("caption",{},`Distance from the finish, ${p.budget} evaluations, steps even in ${p.
spacing==="time"?"time":"log-SNR"}: mean ± standard error`),y("thead",{},y("tr",{},...ee.map(de=>de?y("th",{scope:"col"},de):y("td")))),y("tbody",{},...ye.map(
([de,...pe])=>y("tr",{},y("th",{scope:"row"},de),...pe.map(Ie=>y("td",{},Ie))))))}function Y(){if(!h)return;let{budget:W,spacing:H}=p,ne=W===e.budget&&H===e.spacing,
ee=i.indexOf(W)+(H==="time"?i.length:0),ye=(pe,Ie,Le)=>ue(pe,Ie*n,Le*n,n,n),de=pe=>Math.min(W,pe==="heun"?2*Zt.heun.steps(W)-1:W);b={first:ne?1:W,frames:Object.
fromEntries(u.map((pe,Ie)=>[pe,ne?Array.from({length:de(pe)},(Le,Pe)=>ye(h.walk,Pe,Ie)):[ye(h.ends,ee,Ie)]])),found:B(e.seed)},K(W)}function K(W){$.limits(b.first,
Math.max(W,b.first),W),$.input.disabled=T.disabled=W<=b.first,R()}let se=Oe(()=>{d.ready&&Q()},200);function q(){A+=1,d.ready?se():(Y(),I.say(`${E(B(e.seed))} T\
his race is recorded. ${_.problem}`)),k.draw(m(z(p.seed,c))),D()}async function Q(){let W=A+=1,{seed:H,budget:ne,spacing:ee}=p,ye=z(H,c),[de,pe,Ie]=[0,0,""],Le=async({
noisy:be,level:Ue})=>{let He=await d.predict(be,he(Ue));if(W!==A)throw new yn;return de+=He.seconds,pe+=1,Ie=He.where,He.noise},Pe={first:1,frames:Object.fromEntries(
u.map(be=>[be,[]])),running:!0};b=Pe;for(let be of u)P[be].draw(m(new Float32Array(c))),L(P[be],"");F.draw(m(x.get(H)??new Float32Array(c))),L(F,""),D(),G("raci\
ng");try{let be=Object.fromEntries(u.map(ge=>{let{run:ve,steps:Me}=Zt[ge],j=ve(ye,at(d.schedule,Me(ne),ee));return[ge,{walk:j,at:j.next()}]})),Ue=await Le(be[u[0]].
at.value);for(let ge=1;ge<=ne;ge+=1){for(let ve of u){let Me=be[ve];Me.at.done||(Me.at=Me.walk.next(ge===1?Ue:await Le(Me.at.value)),Pe.frames[ve].push(m(Me.at.
value.image)),K(ge))}I.say(`Evaluation ${ge} of ${ne} in each lane.`)}if(!x.has(H)){let ge=uo(ye,d.schedule,e.finish_evaluations),ve=ge.next();for(let Me=1;!ve.
done;Me+=1)ve=ge.next(await Le(ve.value)),F.draw(m(ve.value.image)),L(F,`${Me} of ${e.finish_evaluations}`),I.say(`Solving finely to find the finish: ${Me} of ${e.
finish_evaluations}.`);x.set(H,ve.value.image),L(F,"")}let He=x.get(H);Pe.found=Object.fromEntries(u.map(ge=>[ge,wt(be[ge].at.value.image,He)]))}catch(be){if(W!==
A)return;I.say(`The network stopped: ${be.message}`),G("failed");return}Pe.running=!1,g.has(C())||g.set(C(),new Map),g.get(C()).set(H,Pe.found),K(ne),D(),I.say(
`${E(Pe.found)} ${(de/pe).toFixed(2)} s a network evaluation here, ${Ie}.`),o.dataset.seconds=(de/pe).toFixed(4),G("done")}function re(){v.input.disabled=w.disabled=
!d.ready}d.onChange(re),re(),k.draw(m(z(p.seed,c))),D(),Promise.all([le(fe(o)),le(e.ends)]).then(([W,H])=>{h={walk:W,ends:H},b||Y(),D(),o.dataset.recorded="read\
y"})}var yn=class extends Error{};function Yr({finish:t,finish_unit:e}){let o=ce(t),n=new DataView(o.buffer);return Float32Array.from({length:o.length/2},(s,r)=>n.
getInt16(2*r,!0)*e)}function is(t,e,o){let{size:n,runs:s,mean:r,std:a}=e,i=Ee(e.schedule.kind,e.schedule.options),l=me(z(e.seed,3*n*n),r,a),f=me(new Float32Array(3*n*n),r,a),u=S=>[
...new Set(s.map(v=>v[S]))].map(String),{steps:c,eta:d}=s[e.open],m=null,p=S=>u(S).map(v=>[v,v]),x=te({label:"Steps",options:p("steps"),value:String(c),onChange(S){
let v=b.value/c;c=Number(S),b.limits(0,c,Math.round(v*c)),N()}}),g=te({label:"η",options:p("eta"),value:String(d),onChange(S){d=Number(S),N()}}),b=X({label:"St\
ep",min:0,max:c,step:1,value:0,format:S=>`${S} of ${c}`,onInput:N}),h=Z({label:"The noisy image",title:"Noisy image",width:n,height:n}),A=Z({label:"The predicte\
d image",title:"Predicted image",width:n,height:n}),M=J();t.append(V(x,g,b,ke(o,b,{seconds:5})),y("div",{class:"ff-columns ff-pair ff-grow"},h.element,A.element),
M.element);function N(){let S=b.value,v=s.findIndex(I=>I.steps===c&&I.eta===d),w=Ne(c)[S];if(S===0)h.draw(l),A.draw(f);else if(m){let I=[(S-1)*n,v*n,n,n];h.draw(
De(m.noisy,...I)),A.draw(ue(m.predicted,...I))}let{signal:$,noise:T}=i.rates(w);h.describe(`The noisy image after step ${S} of ${c}`),A.describe(S?`The predicte\
d image of step ${S} of ${c}`:"No image has been predicted yet"),M.say(S===0?"Pure noise, at t = 1; nothing has been predicted yet.":`Step ${S} of ${c} led to t\
 = ${w.toFixed(2)}: signal rate ${$.toFixed(2)}, noise rate ${T.toFixed(2)}.`)}N(),Promise.all([le(e.noisy),le(fe(o))]).then(([S,v])=>{m={noisy:S,predicted:v},o.
dataset.state="ready",b.value=b.value===0?Math.round(c/2):b.value})}function cs(t,e,o,n){let s=Kr(o),r=[t,e].map(l=>Xr(l,o,s)),a={fid:[],kid:[]},i=0;for(let l of n){for(let f of r)for(let u=i;u<l;u+=1)f.add(u);i=l,a.fid.push(Jr(
...r.map(f=>f.gaussian(l)),o)),a.kid.push(Vr(...r,l))}return a}function Kr(t){let e=[];for(let o=0;o<=t;o+=1)for(let n=o;n<=t;n+=1)for(let s=n;s<=t;s+=1){let r=new Set(
[o,n,s]).size;e.push([o,n,s,Math.sqrt([1,3,6][r-1])])}return e}function Xr(t,e,o){let n=new Float64Array(e),s=new Float64Array(e*e),r=new Float64Array(o.length),
a=0,i=new Float64Array(e+1),l=1/Math.sqrt(e);return i[0]=1,{kernel:r,get self(){return a},add(f){let u=f*e;for(let c=0;c<e;c+=1){n[c]+=t[u+c],i[c+1]=l*t[u+c];for(let d=0;d<
e;d+=1)s[c*e+d]+=t[u+c]*t[u+d]}for(let c=0;c<o.length;c+=1){let[d,m,p,x]=o[c],g=x*i[d]*i[m]*i[p];r[c]+=g,a+=g*g}},gaussian(f){let u=n.map(d=>d/f),c=s.map((d,m)=>(d-
f*u[Math.floor(m/e)]*u[m%e])/(f-1));return{centre:u,covariance:c}}}}function ls(t,e){return t.reduce((o,n,s)=>o+n*e[s],0)}function Vr(t,e,o){let n=s=>(ls(s.kernel,
s.kernel)-s.self)/(o*(o-1));return n(t)+n(e)-2*ls(t.kernel,e.kernel)/o**2}function Jr(t,e,o){let n=Zr(t.covariance,o),s=(l,f)=>{let u=0;for(let c=l;c<o;c+=1)for(let d=f;d<
o;d+=1)u+=n[c*o+l]*e.covariance[c*o+d]*n[d*o+f];return u},r=Float64Array.from({length:o*o},(l,f)=>s(Math.floor(f/o),f%o)),i=-2*Qr(r,o).map(l=>Math.sqrt(Math.max(
l,0))).reduce((l,f)=>l+f,0);for(let l=0;l<o;l+=1)i+=(t.centre[l]-e.centre[l])**2,i+=t.covariance[l*o+l]+e.covariance[l*o+l];return i}function Zr(t,e){let o=new Float64Array(
e*e);for(let n=0;n<e;n+=1)for(let s=0;s<=n;s+=1){let r=t[n*e+s];for(let a=0;a<s;a+=1)r-=o[n*e+a]*o[s*e+a];o[n*e+s]=n===s?Math.sqrt(r):r/o[s*e+s]}return o}function Qr(t,e){
let o=Float64Array.from(t);for(let n=0;n<12;n+=1)for(let s=0;s<e;s+=1)for(let r=s+1;r<e;r+=1){let a=o[s*e+r];if(Math.abs(a)<1e-14)continue;let i=.5*Math.atan2(2*
a,o[r*e+r]-o[s*e+s]),[l,f]=[Math.cos(i),Math.sin(i)];for(let[u,c]of[[1,e],[e,1]])for(let d=0;d<e;d+=1){let[m,p]=[s*c+d*u,r*c+d*u],[x,g]=[o[m],o[p]];o[m]=l*x-f*g,
o[p]=f*x+l*g}}return Array.from({length:e},(n,s)=>o[s*e+s])}function us(t,e){let o=t.map(a=>1/a),[n,s]=[o,e].map(a=>a.reduce((i,l)=>i+l)/a.length),r=o.reduce((a,i,l)=>a+
(i-n)*(e[l]-s),0)/o.reduce((a,i)=>a+(i-n)**2,0);return{end:s-r*n,slope:r}}var bn={fid:"FID",kid:"KID"},zr={fid:2,kid:3};function fs(t,e,o){let{sizes:n,draws:s}=e,r=new Map,a=0,i=te({label:"The second set",value:"0",options:[["0","from\
 the same source"],[String(e.shift),"from a shifted source"]],onChange:x}),l=te({label:"Features",value:String(e.opens),options:e.features.map(g=>[String(g),String(
g)]),onChange:x}),f=X({label:"Pictures in each set",min:0,max:n.length-1,step:1,value:0,format:g=>n[g].toLocaleString("en"),onInput:x}),u=oe({label:"Draw again",
onClick:()=>{a+=1,x()}}),c=g=>we({label:`${bn[g]} by the number of pictures`,title:bn[g],height:210,x:[-1.06/n[0],0],y:e.limits[g],xTicks:e.ticks.map(b=>-1/b).concat(
0),xLabel:"Pictures",formatX:b=>b<0?String(Math.round(-1/b)):"∞"}),d={fid:c("fid"),kid:c("kid")},m=J();t.append(V(i,l,u),V(f),y("div",{class:"ff-columns ff-tw\
o"},d.fid.element,d.kid.element),xe([["leaf","mean of all draws"],["noise","one draw"],["ink","the truth",!0],["petal","FID's line to infinitely many",!0]]),m.element);
function p(){let g=[l.value,i.value,a].join();return r.has(g)||r.set(g,Array.from({length:s},(b,h)=>ea(1+a*s+h,Number(l.value),Number(i.value),n))),r.get(g)}function x(){
let g=p(),b=f.value,h=[];for(let[A,M]of Object.entries(d)){let N=e.truth[l.value][i.value][A],S=n.map((E,O)=>ta(g.map(k=>k[A][O]))),v=g.map(E=>E[A][b]).sort((E,O)=>E-
O),w=E=>E.map((O,k)=>[-1/n[k],O]),$=[{points:[[-1.06/n[0],N],[0,N]],colour:"ink",dash:!0,width:1.5},{points:w(S),colour:"leaf",width:3}],T=us(n,S);A==="fid"&&$.
splice(1,0,{points:[[-1/n[0],T.end+T.slope/n[0]],[0,T.end]],colour:"petal",dash:!0}),M.update({lines:$,marks:v.map((E,O)=>({x:-1/n[b]+na(O)/n[0],y:E,colour:"noi\
se",size:3.5}))});let[I,_]=[v[Math.floor(s/10)],v[s-1-Math.floor(s/10)]],B=E=>oa(E,zr[A]);h.push(`${bn[A]}: ${B(S[b])} on average, four draws in five from ${B(I)}\
 to ${B(_)}; the truth is ${B(N)}${A==="fid"?`, the line ends at ${B(T.end)}`:""}.`)}m.say(h.join(" "))}x(),o.dataset.state="ready"}function ea(t,e,o,n){let s=e*
n[n.length-1],r=z(t,2*s),a=r.slice(s).map(i=>i+o);return cs(r.subarray(0,s),a,e,n)}function ta(t){return t.reduce((e,o)=>e+o,0)/t.length}function na(t){return(t*
7%11/10-.5)*.05}function oa(t,e){let o=t.toFixed(e);return(Number(o)===0?0 .toFixed(e):o).replace("-","−")}var ds={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},sa=.1,ra=5,aa=0;function ms(t,e,{reach:o,onPoint:n,onBack:s}){let{canvas:r}=e,a=y("p",
{class:"ff-hidden","aria-live":"polite"}),i=y("p",{class:"ff-hint",id:`ff-hint-${aa+=1}`},"Arrow keys move the cross, with Shift faster. Space puts a point, Ent\
er draws a line to it, Backspace takes the last stroke back.");for(let[c,d]of Object.entries({tabindex:0,role:"application","aria-roledescription":"drawing boar\
d","aria-describedby":i.id}))r.setAttribute(c,d);let l=[0,0],f=0;function u(c){clearTimeout(f),f=setTimeout(()=>{a.textContent=c},300)}return r.addEventListener(
"keydown",c=>{if(!(c.altKey||c.ctrlKey||c.metaKey)){if(ds[c.key]){let d=sa*(c.shiftKey?ra:1);l=l.map((m,p)=>{let x=Math.round(100*(m+d*ds[c.key][p]))/100;return Math.
min(Math.max(x,-o),o)}),u(ia(l))}else if(c.key===" "||c.key==="Enter")u(n(l,c.key==="Enter"));else if(c.key==="Backspace")u(s());else return;c.preventDefault(),
e.redraw()}}),r.addEventListener("focus",e.redraw),r.addEventListener("blur",e.redraw),{element:a,hint:i,draw(c){if(!r.matches(":focus-visible"))return;let[d,m]=c.
place(...l);c.context.strokeStyle=ie(t,"accent"),c.context.lineWidth=2,c.context.beginPath(),c.context.moveTo(d-12,m),c.context.lineTo(d+12,m),c.context.moveTo(
d,m-12),c.context.lineTo(d,m+12),c.context.stroke()}}}function ia([t,e]){let o=(n,s,r)=>n===0?"in the middle":`${Math.abs(n)} ${n>0?s:r}`;return t===0&&e===0?"M\
iddle":`${o(t,"right","left")}, ${o(e,"up","down")}`}function ps(t,e=150){let o=Math.max(1,Math.ceil(t.length/e)),n=[];for(let s=0;s<t.length;s+=o){let r=t.slice(s,s+o).filter(Number.isFinite);if(!r.length)continue;
let a=r.reduce((i,l)=>i+l,0)/r.length;n.push([s+r.length,Math.log10(Math.max(a,1e-12))])}return n}function xn(t){let e=t.length?t.map(([,u])=>u):[-.5,0],[o,n]=[
Math.min(...e),Math.max(...e)],s=Math.max(.03,.15-(n-o)/2),[r,a]=[o-s,n+s],i=a-r,l=i<.4?[1,1.2,1.5,2,2.5,3,4,5,6,7,8,9]:i<1?[1,1.5,2,3,5,7]:i<2?[1,2,5]:[1],f=[];
for(let u=Math.floor(r);u<=a;u+=Math.ceil(i/7))for(let c of l){let d=u+Math.log10(c);d>=r&&d<=a&&f.push(d)}return{y:[r,a],yTicks:f}}var vn=(t,e=2)=>{let o=10**t;
return o<1e4&&o>=.001?String(Number(o.toPrecision(e))):o.toExponential(0)};function Mn(t){let e=t.slice(-50);return e.length?e.reduce((o,n)=>o+n,0)/e.length:0}function $n(t,e,o,n=120){return Array.from({length:n+1},(s,r)=>t(e+(o-e)*r/n))}var kn=(t,e,o,n,s,r)=>$n(a=>[t+o*Math.cos(a),e+n*Math.sin(a)],s,r);function la(){
return[$n(t=>[1.6*Math.sin(t)**3,(13*Math.cos(t)-5*Math.cos(2*t)-2*Math.cos(3*t)-Math.cos(4*t))/10+.2],0,2*Math.PI,240)]}function ca(){return[kn(-.5,-.25,1,1.1,
0,Math.PI),kn(.5,.25,1,1.1,Math.PI,2*Math.PI)]}function ua(){return[$n(t=>[.17*t*Math.cos(t),.17*t*Math.sin(t)],1,3.2*Math.PI,240)]}function fa(){let t=e=>[[[e,
.15],[e,1.65]],kn(e,.9,1.1,.75,-Math.PI/2,Math.PI/2)];return[...t(-1.5),...t(.4),[[-.95,-1.65],[-.95,-.15]],[[.4,-1.65],[.4,-.15],[.95,-1.1],[1.5,-.15],[1.5,-1.65]]]}
function da(t,e){let o=new Float32Array(2*t);for(let n=0;n<t;n+=1){let s=2*Math.PI*$e(e,3*n),r=.55*Math.sqrt($e(e,3*n+1)),a=$e(e,3*n+2)<.5?-1:1;o[2*n]=a+r*Math.
cos(s),o[2*n+1]=.6*a+r*Math.sin(s)}return o}function Sn(t,e,o,n=.03){let s=t.flatMap(f=>f.length>1?f.slice(1).map((u,c)=>[f[c],u]):[[f[0],f[0]]]),r=0,a=s.map(([
[f,u],[c,d]])=>r+=Math.hypot(c-f,d-u)+1e-6),i=z(o,2*e),l=new Float32Array(2*e);for(let f=0;f<e;f+=1){let u=r*$e(o,2*e+f),c=a.findIndex(b=>u<=b),[[d,m],[p,x]]=s[c],
g=(a[c]-u)/(a[c]-(a[c-1]??0));l[2*f]=p+g*(d-p)+n*i[2*f],l[2*f+1]=x+g*(m-x)+n*i[2*f+1]}return l}function hs(t,e,o,n,s){let r=0,a=Array.from(t,l=>r+=l),i=new Float32Array(
2*o);for(let l=0;l<o;l+=1){let f=r*$e(n,3*l),u=a.findIndex(m=>f<=m),c=u%e+$e(n,3*l+1),d=Math.floor(u/e)+$e(n,3*l+2);i[2*l]=s*(2*c/e-1),i[2*l+1]=s*(1-2*d/e)}return i}
var gs={heart:la,moons:ca,spiral:ua,letters:fa},Xc=[...Object.keys(gs),"discs"];function ws(t,e,o){return t==="discs"?da(e,o):Sn(gs[t](),e,o)}function ys(t,e,o){
let n=0;for(let s=0;s<t.length;s+=2)for(let r=0;r<e.length;r+=2){let[a,i]=[t[s]-e[r],t[s+1]-e[r+1]];if(a*a+i*i<=o*o){n+=1;break}}return 2*n/t.length}var bs=`(()=>{var ge={noise:({signal:e,noise:o})=>e/o,image:()=>1,velocity:({noise:e})=>1/e,flow:({signal:e,noise:o})=>1+e/o};function te(e,o,n,t,r){let s=e.len\
gth/2,a=new Float64Array(
s),c=[0,1].map(l=>Array.from(a.keys()).sort((w,A)=>e[2*w+l]-e[2*A+l]));function i(l,w,{signal:A,noise:k}){let O=1/0;for(let F=0;F<s;F+=1){let[v,I]=[l-A*e[2*F],w\
-
A*e[2*F+1]];a[F]=(v*v+I*I)/(2*k*k),O=Math.min(O,a[F])}let b=0;for(let F=0;F<s;F+=1)b+=a[F]=Math.exp(O-a[F]);return b}let u=(l,w)=>a.reduce((A,k,O)=>A+k*e[2*O+l]\
,
0)/w,h=(l,w)=>{let A=0,k=c[l].find(O=>(A+=a[O])>=w/2);return e[2*k+l]},S=0;return r.times.forEach((l,w)=>{let A=o.rates(l),k=[0,1].map(b=>A.signal*r.images[2*w+\

b]+A.noise*r.noise[2*w+b]),O=i(...k,A);for(let b of[0,1]){let F=t==="mse"?u(b,O):h(b,O),v=ge[n](A)*(F-r.images[2*w+b]);S+=t==="mse"?v*v:Math.abs(v)}}),S/(2*r.ti\
mes.
length)}function oe(e,o,n){let[t,r]=[Math.log10(o),Math.log10(n)],s=e/2;return Array.from({length:s},(a,c)=>10**(s===1?t:t+(r-t)*c/(s-1)))}function J(e){return \
e=Math.imul(e^e>>>16,2146121005),e=Math.imul(e^e>>>15,2221713035),(e^e>>>16)>>>0}function Q(e,o){let n=J(e+2654435769>>>0);return J(J(o+n>>>
0)+Math.imul(n,2246822507)>>>0)}function H(e,o){return(Q(e,o)+.5)/4294967296}function V(e,o){let n=new Float32Array(o);for(let t=0;t<o;t+=2){let r=Math.sqrt(-2*\

Math.log(H(e,t))),s=2*Math.PI*H(e,t+1);n[t]=r*Math.cos(s),t+1<o&&(n[t+1]=r*Math.sin(s))}return n}function ne(e,{beta1:o=.9,beta2:n=.999,epsilon:t=1e-8}={}){let[\
r,s]=[new Float64Array(e),new Float64Array(e)],a=0;return{step(c,i,u){a+=1;let h=u/(1-o**a),S=1/Math.
sqrt(1-n**a);for(let l=0;l<e;l+=1){let w=i[l];r[l]+=(1-o)*(w-r[l]),s[l]+=(1-n)*(w*w-s[l]),c[l]-=h*r[l]/(Math.sqrt(s[l])*S+t)}}}}function re(e,o){let n=e.slice()\
,
t=0;return{parameters:n,update(r){let s=Math.min(o,(1+t)/(10+t));t+=1;for(let a=0;a<n.length;a+=1)n[a]+=(1-s)*(r[a]-n[a])}}}function L(e,o=null){let n=e.slice(1\
).map((i,u)=>({inputs:e[u],outputs:i})),t=n.reduce((i,{inputs:u,outputs:h})=>i+(u+1)*h,0),r=o??new Float64Array(t),s=0,a=i=>r.
subarray(s,s+=i),c=n.map(({inputs:i,outputs:u})=>({inputs:i,outputs:u,weight:a(i*u),bias:a(u)}));return{widths:e,layers:c,parameters:r}}function se(e){return e.\

map(o=>{let[n,t,r]=[0,1,2].map(()=>new Float64Array(64*o));return{width:o,values:n,slopes:t,errors:r}})}function Z(e,o,n,t,r=null,s=null){let[a,c]=[o[0],o[o.len\
gth-
1]],i=n.length/a.width;for(let u=0;u<i;u+=64){let h=Math.min(64,i-u);a.values.set(n.subarray(u*a.width,(u+h)*a.width)),de(e,o,h),t.set(c.values.subarray(0,h*c.w\
idth),
u*c.width),s&&(s(u,h,c.values,c.errors),Me(e,r,o,h))}return t}function de({layers:e},o,n){e.forEach(({inputs:t,outputs:r,weight:s,bias:a},c)=>{let[i,u]=[o[c],o[\
c+
1]];xe(u.values,a,n),X(u.values,n,r,t,i.values,t,1,s,t,1),c<e.length-1&&we(u.values,u.slopes,n*r)})}function we(e,o,n){for(let t=0;t<n;t+=1){let r=e[t],s=1/(1+M\
ath.
exp(-r));e[t]=r*s,o[t]=s*(1+r*(1-s))}}function Me({layers:e},o,n,t){for(let r=e.length-1;r>=0;r-=1){let{inputs:s,outputs:a,weight:c}=e[r],[i,u]=[n[r],n[r+1]],h=\
o.
layers[r];if(X(h.weight,a,s,t,u.errors,1,a,i.values,1,s),ye(h.bias,u.errors,t),r===0)return;i.errors.fill(0,0,t*s),X(i.errors,t,s,a,u.errors,a,1,c,1,s),Ae(i.err\
ors,
i.slopes,t*s)}}function xe(e,o,n){for(let t=0,r=0;t<n;t+=1)for(let s=0;s<o.length;s+=1,r+=1)e[r]=o[s]}function ye(e,o,n){for(let t=0,r=0;t<n;t+=1)for(let s=0;s<\

e.length;s+=1,r+=1)e[s]+=o[r]}function Ae(e,o,n){for(let t=0;t<n;t+=1)e[t]*=o[t]}function X(e,o,n,t,r,s,a,c,i,u){let h=o-o%4,S=n-n%4;for(let l=0;l<h;l+=4)for(le\
t w=0;w<
S;w+=4){let A=0,k=0,O=0,b=0,F=0,v=0,I=0,_=0,x=0,T=0,R=0,f=0,p=0,E=0,M=0,y=0,g=l*s,d=w*i;for(let N=0;N<t;N+=1){let q=c[d],D=c[d+i],U=c[d+2*i],B=c[d+3*i],j=r[g],G\
=r[g+
s],K=r[g+2*s],$=r[g+3*s];A+=j*q,k+=j*D,O+=j*U,b+=j*B,F+=G*q,v+=G*D,I+=G*U,_+=G*B,x+=K*q,T+=K*D,R+=K*U,f+=K*B,p+=$*q,E+=$*D,M+=$*U,y+=$*B,g+=a,d+=u}let m=l*n+w;e\
[m]+=
A,e[m+1]+=k,e[m+2]+=O,e[m+3]+=b,m+=n,e[m]+=F,e[m+1]+=v,e[m+2]+=I,e[m+3]+=_,m+=n,e[m]+=x,e[m+1]+=T,e[m+2]+=R,e[m+3]+=f,m+=n,e[m]+=p,e[m+1]+=E,e[m+2]+=M,e[m+3]+=y\
}
for(let l=0;l<o;l+=1)for(let w=l<h?S:0;w<n;w+=1){let A=0;for(let k=0;k<t;k+=1)A+=r[l*s+k*a]*c[w*i+k*u];e[l*n+w]+=A}}function ae(e){return Array.from({length:e+1\
},(o,n)=>1-n/e)}function Fe(e,o,n){let t=Math.sqrt(Math.max(0,1-(e.signal/o.signal)**2)),r=n*(o.noise/e.noise)*t;return{kept:Math.sqrt(Math.max(0,o.noise**2-r**\
2)),fresh:r}}var z={
noise:e=>e,image:(e,o,{signal:n,noise:t})=>o.map((r,s)=>(r-n*e[s])/t),velocity:(e,o,{signal:n,noise:t})=>o.map((r,s)=>t*r+n*e[s]),flow:(e,o,{signal:n,noise:t})=\
>o.
map((r,s)=>(r+n*e[s])/(n+t))},Ue=Object.keys(z);function ce(e){if(!Object.hasOwn(z,e))throw new Error(\`no page knows the target "\${e}"\`);return z[e]}function le\
(e,o,n,t,r=0,s=null){
let{kept:a,fresh:c}=Fe(n,t,r),i=new Float32Array(e.length),u=new Float32Array(e.length);for(let h=0;h<e.length;h+=1)i[h]=(e[h]-n.noise*o[h])/n.signal,u[h]=t.sig\
nal*
i[h]+a*o[h]+(s?c*s[h]:0);return{image:i,noisy:u}}function Se({min_signal_rate:e=.02,max_signal_rate:o=.95}={}){let n=Math.acos(o),t=Math.acos(e);return r=>-2*Ma\
th.log(Math.tan(n+r*(t-n)))}function be({beta_start:e=1e-4,
beta_end:o=.02,steps:n=1e3}={}){let t=new Float64Array(n),r=0;for(let s=0;s<n;s+=1)r+=Math.log1p(-(e+(o-e)*s/(n-1))),t[s]=r;return s=>{let a=s*(n-1),c=Math.min(\

Math.floor(a),n-2),i=t[c]+(t[c+1]-t[c])*(a-c);return i-Math.log(-Math.expm1(i))}}function ke({start:e=2.5,end:o=-7.5}={}){return n=>e+n*(o-e)}function Oe({start\
:e=.01,
end:o=.99}={}){return n=>{let t=e+n*(o-e);return-2*Math.log(t/(1-t))}}var C={cosine:Se,linear:be,log_snr:ke,rectified_flow:Oe};function ie(e,o={}){if(!Object.ha\
sOwn(
C,e))throw new Error(\`no page knows the schedule "\${e}"\`);let n=C[e](o);return{logSNR:n,rates:t=>ve(n(t))}}function ve(e){return{signal:Math.sqrt(1/(1+Math.exp(\

-e))),noise:Math.sqrt(1/(1+Math.exp(e)))}}var je=Object.keys(C);var Y={dim:14,lowest:.25,highest:32},W=[2+Y.dim,64,64,64,2],P=256,Ee=.995,Ne={noise:(e,o)=>o,ima\
ge:e=>e,velocity:(e,o,{signal:n,noise:t})=>n*o-t*e,flow:(e,o)=>o-
e},Te={mse:{error:e=>e*e,slope:e=>2*e},mae:{error:Math.abs,slope:Math.sign}};function fe(e){let o=e.length/2,n=[0,0];e.forEach((r,s)=>{n[s%2]+=r/o});let t=e.red\
uce(
(r,s,a)=>r+(s-n[a%2])**2,0);return{mean:n,spread:Math.sqrt(t/e.length)||1}}function ee(e,{mean:o,spread:n}){return e.map((t,r)=>(t-o[r%2])/n)}function ue(e,{mea\
n:o,
spread:n}){return e.map((t,r)=>t*n+o[r%2])}function qe(e){let o=L(W),n=0;for(let{inputs:t,weight:r,bias:s}of o.layers.slice(0,-1))for(let a of[r,s])for(let c=0;\
c<
a.length;c+=1)a[c]=(2*H(e,n)-1)/Math.sqrt(t),n+=1;return o.parameters}function me(e,o){let{kind:n,options:t}=o.schedule,r=ie(n,t),s=ce(o.target),a=Ne[o.target],\

{error:c,slope:i}=Te[o.loss],h=oe(Y.dim,Y.lowest,Y.highest).map(f=>Math.fround(2*Math.PI*f)),S=L(W,o.parameters??qe(o.seed)),l=L(W),w=ne(S.parameters.length),A=\
re(
S.parameters,Ee),k=L(W,A.parameters),O=se(W),b=fe(e),F=ee(e,b),v=0;function I(f,p,E,M,y){let g=p*W[0];f[g]=E,f[g+1]=M;for(let d=0;d<h.length;d+=1){let m=Math.fr\
ound(
Math.fround(y)*h[d]);f[g+2+d]=Math.sin(m),f[g+2+h.length+d]=Math.cos(m)}}function _(f){let p=f.times.length,E=new Float64Array(p*W[0]),M=new Float64Array(2*p);f\
or(let g=0;g<
p;g+=1){let d=r.rates(f.times[g]),[m,N]=[2*g,2*g+1];I(E,g,d.signal*f.images[m]+d.noise*f.noise[m],d.signal*f.images[N]+d.noise*f.noise[N],d.noise**2),M[m]=a(f.i\
mages[m],
f.noise[m],d),M[N]=a(f.images[N],f.noise[N],d)}let y=0;return l.parameters.fill(0),Z(S,O,E,new Float64Array(2*p),l,(g,d,m,N)=>{for(let q=0;q<2*d;q+=1){let D=m[q\
]-
M[2*g+q];y+=c(D)/(2*p),N[q]=i(D)/(2*p)}}),y}function x(f){let p=Q(o.seed,f+65536),E=F.length/2,M={images:new Float64Array(2*P),noise:V(p,2*P),times:new Float64A\
rray(
P)};for(let y=0;y<P;y+=1){let g=2*Math.floor(E*H(p,4*P+y));M.images[2*y]=F[g],M.images[2*y+1]=F[g+1],M.times[y]=H(p,5*P+y)}return M}function T(f,p,E){let M=p.le\
ngth/
2,y=new Float64Array(M*W[0]);for(let d=0;d<M;d+=1)I(y,d,p[2*d],p[2*d+1],E.noise**2);let g=Z(f,O,y,new Float64Array(p.length));return s(g,p,E)}let R=f=>f?k:S;ret\
urn{
network:S,gradient:l,average:A,drawBatch:x,lossAndGradient:_,get steps(){return v},step(f=o.rate){let p=_(x(v));return Number.isFinite(p)&&(w.step(S.parameters,\

l.parameters,f),A.update(S.parameters),v+=1),p},learnFrom(f){b=fe(f),F=ee(f,b)},best(){return Array.from({length:12},(E,M)=>te(F,r,o.target,o.loss,{...x(1e6+M),\

times:Float64Array.from({length:P},(y,g)=>(g+(M+.5)/12)/P)})).reduce((E,M)=>E+M,0)/12},sample({count:f,steps:p=20,seed:E=1,smooth:M=!0}){let y=ae(p),g=Float64Ar\
ray.
from(V(E,2*f)),d=g;for(let m=0;m<p;m+=1){let[N,q]=[r.rates(y[m]),r.rates(y[m+1])];({image:d,noisy:g}=le(g,T(R(M),g,N),N,q))}return ue(d,b)},guess(f,{t:p,smooth:\
E=!0}){
let M=r.rates(p),y=ee(f,b),g=T(R(E),y,M),d=y.map((m,N)=>(m-M.noise*g[N])/M.signal);return ue(d,b)}}}var he=100,Re=.25,Ie=3e4;function pe(e,{slice:o=50,later:n=t\
=>setTimeout(t,0)}={}){let t=null,r={},s={},a=0,c=!1,i=!1,u=!0,h=[],S=0,l=0,w=0,A=0,k=0,O={},b=()=>!u||
t.steps>=Ie;function F(x,T=1/0){let R=performance.now(),f=0;for(;f<T&&u&&performance.now()<x;){let p=t.step(s.rate);h.push(p),u=Number.isFinite(p),f+=1}S+=perfo\
rmance.
now()-R,l+=f,b()&&(c=!1)}function v({samples:x=!1,arrows:T=x}={}){let R={...O,begun:a,steps:t.steps,finite:u,ended:b(),losses:Float32Array.from(h),rate:S>0?1e3*\

l/S:0},{count:f,length:p,seed:E,places:M,t:y}=r,g=s.average;if(T&&(R.arrows=t.guess(M,{t:y,smooth:g})),x&&t.steps>0){let d=performance.now();R.samples=t.sample(\

{count:f,steps:p,seed:E,smooth:g}),w=performance.now(),A=w-d}[h,O]=[[],{}],S>2e3&&([S,l]=[S/2,l/2]),e(R),k=performance.now()}function I(){if(i=!1,!c)return;F(pe\
rformance.
now()+o);let x=performance.now(),T=!c||x-w>Math.max(2*he,A/Re);(T||x-k>he)&&v({samples:T,arrows:!0}),_()}function _(){!c||i||(i=!0,n(I))}return{begin(x){({numbe\
r:a,
settings:s,view:r}=x),t=me(x.points,s),[c,u,h,S,l]=[!1,!0,[],0,0],O={best:t.best()},v({samples:!0})},learnFrom({points:x}){t.learnFrom(x),O={best:t.best()},c||v\
(
{samples:!0})},change(x){s={...s,...x},c||v({samples:!0})},look(x){r={...r,...x},v({arrows:!0,samples:!("t"in x)})},run({on:x}){c=x&&!b(),c||v({samples:!0}),_()\
},
step({count:x=1}){F(1/0,x),v({samples:!0})}}}var _e=pe(e=>self.postMessage(e));self.onmessage=({data:{order:e,...o}})=>_e[e](o);self.postMessage({ready:!0});})(\
);
`;var pa={noise:({signal:t,noise:e})=>t/e,image:()=>1,velocity:({noise:t})=>1/t,flow:({signal:t,noise:e})=>1+t/e};function xs(t,e,o,n,s){let r=t.length/2,a=new Float64Array(
r),i=[0,1].map(d=>Array.from(a.keys()).sort((m,p)=>t[2*m+d]-t[2*p+d]));function l(d,m,{signal:p,noise:x}){let g=1/0;for(let h=0;h<r;h+=1){let[A,M]=[d-p*t[2*h],m-
p*t[2*h+1]];a[h]=(A*A+M*M)/(2*x*x),g=Math.min(g,a[h])}let b=0;for(let h=0;h<r;h+=1)b+=a[h]=Math.exp(g-a[h]);return b}let f=(d,m)=>a.reduce((p,x,g)=>p+x*t[2*g+d],
0)/m,u=(d,m)=>{let p=0,x=i[d].find(g=>(p+=a[g])>=m/2);return t[2*x+d]},c=0;return s.times.forEach((d,m)=>{let p=e.rates(d),x=[0,1].map(b=>p.signal*s.images[2*m+
b]+p.noise*s.noise[2*m+b]),g=l(...x,p);for(let b of[0,1]){let h=n==="mse"?f(b,g):u(b,g),A=pa[o](p)*(h-s.images[2*m+b]);c+=n==="mse"?A*A:Math.abs(A)}}),c/(2*s.times.
length)}function vs(t,{beta1:e=.9,beta2:o=.999,epsilon:n=1e-8}={}){let[s,r]=[new Float64Array(t),new Float64Array(t)],a=0;return{step(i,l,f){a+=1;let u=f/(1-e**a),c=1/Math.
sqrt(1-o**a);for(let d=0;d<t;d+=1){let m=l[d];s[d]+=(1-e)*(m-s[d]),r[d]+=(1-o)*(m*m-r[d]),i[d]-=u*s[d]/(Math.sqrt(r[d])*c+n)}}}}function Ms(t,e){let o=t.slice(),
n=0;return{parameters:o,update(s){let r=Math.min(e,(1+n)/(10+n));n+=1;for(let a=0;a<o.length;a+=1)o[a]+=(1-r)*(s[a]-o[a])}}}function dt(t,e=null){let o=t.slice(1).map((l,f)=>({inputs:t[f],outputs:l})),n=o.reduce((l,{inputs:f,outputs:u})=>l+(f+1)*u,0),s=e??new Float64Array(n),r=0,a=l=>s.
subarray(r,r+=l),i=o.map(({inputs:l,outputs:f})=>({inputs:l,outputs:f,weight:a(l*f),bias:a(f)}));return{widths:t,layers:i,parameters:s}}function ks(t){return t.
map(e=>{let[o,n,s]=[0,1,2].map(()=>new Float64Array(64*e));return{width:e,values:o,slopes:n,errors:s}})}function Fn(t,e,o,n,s=null,r=null){let[a,i]=[e[0],e[e.length-
1]],l=o.length/a.width;for(let f=0;f<l;f+=64){let u=Math.min(64,l-f);a.values.set(o.subarray(f*a.width,(f+u)*a.width)),ha(t,e,u),n.set(i.values.subarray(0,u*i.width),
f*i.width),r&&(r(f,u,i.values,i.errors),wa(t,s,e,u))}return n}function ha({layers:t},e,o){t.forEach(({inputs:n,outputs:s,weight:r,bias:a},i)=>{let[l,f]=[e[i],e[i+
1]];ya(f.values,a,o),An(f.values,o,s,n,l.values,n,1,r,n,1),i<t.length-1&&ga(f.values,f.slopes,o*s)})}function ga(t,e,o){for(let n=0;n<o;n+=1){let s=t[n],r=1/(1+
Math.exp(-s));t[n]=s*r,e[n]=r*(1+s*(1-r))}}function wa({layers:t},e,o,n){for(let s=t.length-1;s>=0;s-=1){let{inputs:r,outputs:a,weight:i}=t[s],[l,f]=[o[s],o[s+1]],
u=e.layers[s];if(An(u.weight,a,r,n,f.errors,1,a,l.values,1,r),ba(u.bias,f.errors,n),s===0)return;l.errors.fill(0,0,n*r),An(l.errors,n,r,a,f.errors,a,1,i,1,r),xa(
l.errors,l.slopes,n*r)}}function ya(t,e,o){for(let n=0,s=0;n<o;n+=1)for(let r=0;r<e.length;r+=1,s+=1)t[s]=e[r]}function ba(t,e,o){for(let n=0,s=0;n<o;n+=1)for(let r=0;r<
t.length;r+=1,s+=1)t[r]+=e[s]}function xa(t,e,o){for(let n=0;n<o;n+=1)t[n]*=e[n]}function An(t,e,o,n,s,r,a,i,l,f){let u=e-e%4,c=o-o%4;for(let d=0;d<u;d+=4)for(let m=0;m<
c;m+=4){let p=0,x=0,g=0,b=0,h=0,A=0,M=0,N=0,S=0,v=0,w=0,$=0,T=0,I=0,_=0,B=0,E=d*r,O=m*l;for(let F=0;F<n;F+=1){let P=i[O],U=i[O+l],G=i[O+2*l],L=i[O+3*l],C=s[E],R=s[E+
r],D=s[E+2*r],Y=s[E+3*r];p+=C*P,x+=C*U,g+=C*G,b+=C*L,h+=R*P,A+=R*U,M+=R*G,N+=R*L,S+=D*P,v+=D*U,w+=D*G,$+=D*L,T+=Y*P,I+=Y*U,_+=Y*G,B+=Y*L,E+=a,O+=f}let k=d*o+m;t[k]+=
p,t[k+1]+=x,t[k+2]+=g,t[k+3]+=b,k+=o,t[k]+=h,t[k+1]+=A,t[k+2]+=M,t[k+3]+=N,k+=o,t[k]+=S,t[k+1]+=v,t[k+2]+=w,t[k+3]+=$,k+=o,t[k]+=T,t[k+1]+=I,t[k+2]+=_,t[k+3]+=B}
for(let d=0;d<e;d+=1)for(let m=d<u?c:0;m<o;m+=1){let p=0;for(let x=0;x<n;x+=1)p+=s[d*r+x*a]*i[m*l+x*f];t[d*o+m]+=p}}var Ct={dim:14,lowest:.25,highest:32},We=[2+Ct.dim,64,64,64,2],qe=256,va=.995,Ma={noise:(t,e)=>e,image:t=>t,velocity:(t,e,{signal:o,noise:n})=>o*e-n*t,flow:(t,e)=>e-
t},ka={mse:{error:t=>t*t,slope:t=>2*t},mae:{error:Math.abs,slope:Math.sign}};function Nt(t){let e=t.length/2,o=[0,0];t.forEach((s,r)=>{o[r%2]+=s/e});let n=t.reduce(
(s,r,a)=>s+(r-o[a%2])**2,0);return{mean:o,spread:Math.sqrt(n/t.length)||1}}function Tn(t,{mean:e,spread:o}){return t.map((n,s)=>(n-e[s%2])/o)}function It(t,{mean:e,
spread:o}){return t.map((n,s)=>n*o+e[s%2])}function $a(t){let e=dt(We),o=0;for(let{inputs:n,weight:s,bias:r}of e.layers.slice(0,-1))for(let a of[s,r])for(let i=0;i<
a.length;i+=1)a[i]=(2*$e(t,o)-1)/Math.sqrt(n),o+=1;return e.parameters}function $s(t,e){let{kind:o,options:n}=e.schedule,s=Ee(o,n),r=ht(e.target),a=Ma[e.target],
{error:i,slope:l}=ka[e.loss],u=At(Ct.dim,Ct.lowest,Ct.highest).map($=>Math.fround(2*Math.PI*$)),c=dt(We,e.parameters??$a(e.seed)),d=dt(We),m=vs(c.parameters.length),
p=Ms(c.parameters,va),x=dt(We,p.parameters),g=ks(We),b=Nt(t),h=Tn(t,b),A=0;function M($,T,I,_,B){let E=T*We[0];$[E]=I,$[E+1]=_;for(let O=0;O<u.length;O+=1){let k=Math.
fround(Math.fround(B)*u[O]);$[E+2+O]=Math.sin(k),$[E+2+u.length+O]=Math.cos(k)}}function N($){let T=$.times.length,I=new Float64Array(T*We[0]),_=new Float64Array(
2*T);for(let E=0;E<T;E+=1){let O=s.rates($.times[E]),[k,F]=[2*E,2*E+1];M(I,E,O.signal*$.images[k]+O.noise*$.noise[k],O.signal*$.images[F]+O.noise*$.noise[F],O.noise**
2),_[k]=a($.images[k],$.noise[k],O),_[F]=a($.images[F],$.noise[F],O)}let B=0;return d.parameters.fill(0),Fn(c,g,I,new Float64Array(2*T),d,(E,O,k,F)=>{for(let P=0;P<
2*O;P+=1){let U=k[P]-_[2*E+P];B+=i(U)/(2*T),F[P]=l(U)/(2*T)}}),B}function S($){let T=Ye(e.seed,$+65536),I=h.length/2,_={images:new Float64Array(2*qe),noise:z(T,
2*qe),times:new Float64Array(qe)};for(let B=0;B<qe;B+=1){let E=2*Math.floor(I*$e(T,4*qe+B));_.images[2*B]=h[E],_.images[2*B+1]=h[E+1],_.times[B]=$e(T,5*qe+B)}return _}
function v($,T,I){let _=T.length/2,B=new Float64Array(_*We[0]);for(let O=0;O<_;O+=1)M(B,O,T[2*O],T[2*O+1],I.noise**2);let E=Fn($,g,B,new Float64Array(T.length));
return r(E,T,I)}let w=$=>$?x:c;return{network:c,gradient:d,average:p,drawBatch:S,lossAndGradient:N,get steps(){return A},step($=e.rate){let T=N(S(A));return Number.
isFinite(T)&&(m.step(c.parameters,d.parameters,$),p.update(c.parameters),A+=1),T},learnFrom($){b=Nt($),h=Tn($,b)},best(){return Array.from({length:12},(I,_)=>xs(
h,s,e.target,e.loss,{...S(1e6+_),times:Float64Array.from({length:qe},(B,E)=>(E+(_+.5)/12)/qe)})).reduce((I,_)=>I+_,0)/12},sample({count:$,steps:T=20,seed:I=1,smooth:_=!0}){
let B=Ne(T),E=Float64Array.from(z(I,2*$)),O=E;for(let k=0;k<T;k+=1){let[F,P]=[s.rates(B[k]),s.rates(B[k+1])];({image:O,noisy:E}=gt(E,v(w(_),E,F),F,P))}return It(
O,b)},guess($,{t:T,smooth:I=!0}){let _=s.rates(T),B=Tn($,b),E=v(w(I),B,_),O=B.map((k,F)=>(k-_.noise*E[F])/_.signal);return It(O,b)}}}var Ss=100,Sa=.25,Aa=3e4;function As(t,{slice:e=50,later:o=n=>setTimeout(n,0)}={}){let n=null,s={},r={},a=0,i=!1,l=!1,f=!0,u=[],c=0,d=0,m=0,p=0,x=0,g={},b=()=>!f||
n.steps>=Aa;function h(S,v=1/0){let w=performance.now(),$=0;for(;$<v&&f&&performance.now()<S;){let T=n.step(r.rate);u.push(T),f=Number.isFinite(T),$+=1}c+=performance.
now()-w,d+=$,b()&&(i=!1)}function A({samples:S=!1,arrows:v=S}={}){let w={...g,begun:a,steps:n.steps,finite:f,ended:b(),losses:Float32Array.from(u),rate:c>0?1e3*
d/c:0},{count:$,length:T,seed:I,places:_,t:B}=s,E=r.average;if(v&&(w.arrows=n.guess(_,{t:B,smooth:E})),S&&n.steps>0){let O=performance.now();w.samples=n.sample(
{count:$,steps:T,seed:I,smooth:E}),m=performance.now(),p=m-O}[u,g]=[[],{}],c>2e3&&([c,d]=[c/2,d/2]),t(w),x=performance.now()}function M(){if(l=!1,!i)return;h(performance.
now()+e);let S=performance.now(),v=!i||S-m>Math.max(2*Ss,p/Sa);(v||S-x>Ss)&&A({samples:v,arrows:!0}),N()}function N(){!i||l||(l=!0,o(M))}return{begin(S){({number:a,
settings:r,view:s}=S),n=$s(S.points,r),[i,f,u,c,d]=[!1,!0,[],0,0],g={best:n.best()},A({samples:!0})},learnFrom({points:S}){n.learnFrom(S),g={best:n.best()},i||A(
{samples:!0})},change(S){r={...r,...S},i||A({samples:!0})},look(S){s={...s,...S},A({arrows:!0,samples:!("t"in S)})},run({on:S}){i=S&&!b(),i||A({samples:!0}),N()},
step({count:S=1}){h(1/0,S),A({samples:!0})}}}function Fs(t,e){let o=null,n=null,s=!1,r=[],a=()=>{n=As(t,{slice:12});for(let{order:i,...l}of r.splice(0))n[i](l)};try{o=e(),o.onmessage=({data:i})=>{s=!0,r.length=
0,i.ready||t(i)},o.onerror=i=>{if(i.preventDefault?.(),s)throw new Error(i.message);a()}}catch{a()}return{get inWorker(){return n===null},ask(i,l={}){return n?n[i](
l):(s||r.push({order:i,...l}),o.postMessage({order:i,...l}))}}}var Pt=2.2,Ts=1.9,Lt=600,Es=400,Fa=.15,Ta=1e3,Cs=[["heart","Heart"],["moons","Two moons"],["spiral","Spiral"],["discs","Two discs"],["letters","DDIM"],["picture",
"A painted flower"],["drawing","What I draw"]],Ns={cosine:{name:"Cosine",kind:"cosine",options:{max_signal_rate:.999}},short:{name:"Cosine, ends as for pictures",
kind:"cosine",options:{}},linear:{name:"Linear β",kind:"linear",options:{}},log_snr:{name:"Straight log-SNR",kind:"log_snr",options:{start:6,end:-6}},rectified_flow:{
name:"Rectified flow",kind:"rectified_flow",options:{}}},Ea=[["noise","Noise"],["image","Image"],["velocity","Velocity"],["flow","Flow (noise − image)"]],Ca=[
["mse","Squared (MSE)"],["mae","Absolute (MAE)"]],Is=Float64Array.from({length:450},(t,e)=>{let o=e>>1;return Pt*(2*((e%2?Math.floor(o/15):o%15)+.5)/15-1)});function Na(){
return new Worker(URL.createObjectURL(new Blob([bs],{type:"text/javascript"})))}function Ls(t,e,o){let n={schedule:"cosine",target:"noise",loss:"mse",power:-2,average:!0,
seed:e.seed},s={size:e.picture.size,ink:ce(e.picture.ink)},r=Ia(e.picture),a=[],i=new Float32Array(0),l=null,f=0,u=!1,c=!1,d={steps:0,finite:!0,rate:0},m=[],p=null,
x=null,g=0,b=null,h=te({label:"Points",options:Cs,value:e.shape,onChange:R}),A=oe({label:"Clear",onClick:()=>{h.value="drawing"}}),M=oe({label:"Train",onClick:()=>c?
Ie():pe()}),N=oe({label:"One step",onClick:()=>{ye()&&ee("step")}}),S=oe({label:"Start again",onClick:Le}),v=X({label:"Learning rate",min:-4,max:0,step:.5,value:n.
power,format:j=>String(Number((10**j).toPrecision(1))),onInput(j){n.power=j,u&&ee("change",{rate:10**j})}}),w=Ge({label:"Average the weights",value:!0,onChange(j){
n.average=j,u&&ee("change",{average:j})}}),$=j=>ae=>{n[j]=ae,Le()},T=te({label:"Schedule",value:n.schedule,options:Object.entries(Ns).map(([j,{name:ae}])=>[j,ae]),
onChange:$("schedule")}),I=te({label:"The network predicts",value:n.target,options:Ea,onChange:$("target")}),_=te({label:"Error",value:n.loss,options:Ca,onChange:$(
"loss")}),B=X({label:"Seed",min:0,max:50,step:1,value:n.seed,onInput(j){n.seed=j,D(h.value),Le()}}),E=X({label:"Noise level of the arrows",min:0,max:1,step:.02,
value:.5,format:j=>`t = ${j.toFixed(2)}`,onInput(j){u&&ee("look",{t:j})}}),O=X({label:"Steps of DDIM",min:1,max:50,step:1,value:20,onInput(j){u&&ee("look",{length:j})}}),
k=Ce({label:"Your points",reach:Pt,draw:se,onPress:re}),F=ms(o,k,{reach:Pt,onPoint:W,onBack:H}),P=Ce({label:"Samples",reach:Pt,draw:q}),U=y("span",{class:"ff-ti\
tle"},"Noise"),G=we({label:"Loss over the steps",title:"Loss",x:[0,200],...xn([]),height:150,xLabel:"steps",formatY:vn}),L=J(),C=(j,ae,...Re)=>y("div",{},j,ae.element,
...Re);t.append(V(h,A,M,N,S),y("div",{class:"ff-columns ff-two"},C(y("span",{class:"ff-title"},"Your points: draw here"),k,F.hint),C(U,P)),L.element,F.element,y(
"div",{class:"ff-gap"},G.element,xe([["iris","Loss"],["muted","The least that any network can reach on these points",!0]])),y("div",{class:"ff-controls ff-gap"},
v.element,w.element,...e.simple?[]:[T,I,_,E,O,B].map(j=>j.element)));function R(j){j==="drawing"&&(a=[]),D(j)}function D(j){j==="drawing"?i=a.length?Sn(a,Lt,n.seed):
new Float32Array(0):j==="picture"?i=hs(s.ink,s.size,Lt,n.seed,Ts):i=ws(j,Lt,n.seed),M.disabled=N.disabled=i.length===0,k.canvas.setAttribute("aria-label",i.length?
`${i.length/2} points to learn: ${Cs.find(([ae])=>ae===j)[1]}`:"An empty board to draw on"),K(),k.redraw(),P.redraw(),Me()}let Y=0;function K(){!u||Y||(Y=setTimeout(
()=>{Y=0,u&&i.length&&ee("learnFrom",{points:i}),u&&c&&ee("run",{on:i.length>0})},300))}function se(j){h.value==="picture"&&j.picture(r,Ts,.35),j.dots(i,ie(o,"s\
ignal"),2.4),x&&j.arrows(Is,x,ie(o,"noise")),F.draw(j),!i.length&&(j.context.fillStyle=ie(o,"muted"),j.context.textAlign="center",j.context.font=`14px ${getComputedStyle(
o).fontFamily}`,j.context.fillText("Draw here",j.width/2,j.width/2))}function q(j){j.dots(i,ie(o,"muted"),2,.35),j.dots(p??Q(),ie(o,"petal"),2.6)}function Q(){let j=Float64Array.
from(z(1,2*Es));return i.length?It(j,Nt(i)):j}function re(j,ae){if(ae)h.value!=="drawing"&&(h.value="drawing"),a.push([j]);else{let Re=a[a.length-1],mt=Re[Re.length-
1];if(Math.hypot(j[0]-mt[0],j[1]-mt[1])<.04)return;Re.push(j)}D("drawing")}function W(j,ae){return ae&&h.value==="drawing"&&a.length?(a[a.length-1].push(j),D("d\
rawing"),"A line to here."):(re(j,!0),`A point. ${ne(a.length)} on the board.`)}function H(){return h.value!=="drawing"||!a.length?"There is nothing of yours to\
 take back.":(a.pop(),D("drawing"),`Taken back. ${ne(a.length)} on the board.`)}function ne(j){return j===1?"1 stroke":`${j||"No"} strokes`}function ee(j,ae={}){
l.ask(j,ae)}function ye(){return i.length?(l??=Fs(Pe,Na),u||de(),!0):!1}function de(){let{kind:j,options:ae}=Ns[n.schedule];f+=1,u=!0,ee("begin",{number:f,points:i,
settings:{schedule:{kind:j,options:ae},target:n.target,loss:n.loss,rate:10**n.power,average:n.average,seed:n.seed},view:{count:Es,length:O.value,seed:1,places:Is,
t:E.value}})}function pe(){ye()&&(c=!0,ve(),ee("run",{on:!0}))}function Ie(){c=!1,ve(),ee("run",{on:!1})}function Le(){m=[],[p,x,b]=[null,null,null],d={steps:0,
finite:!0,rate:0},u=!1,l&&ye()&&c&&ee("run",{on:!0}),ge()}function Pe(j){if(j.begun===f){d=j,j.ended&&(c=!1);for(let ae of j.losses)m.push(ae);b=j.best??b,j.samples&&
(p=j.samples),j.arrows&&(x=j.arrows),He()}}let be=0,Ue=0;function He(){if(Ue)return;let j=Ot()&&c?Ta-(performance.now()-be):0;Ue=setTimeout(()=>{Ue=0,be=performance.
now(),ge()},Math.max(0,j))}function ge(){g=p&&i.length?ys(p,i,Fa):0,U.textContent=p?"Samples":"Noise, where samples start",k.redraw(),P.redraw();let j=ps(m),ae=b>
0?Math.log10(b):null,Re=Math.max(100,m.length);G.limits({x:[0,Re],...xn(ae===null?j:[...j,[0,ae]])}),G.update({lines:[...ae===null?[]:[{points:[[0,ae],[Re,ae]],
colour:"muted",dash:!0}],...j.length>1?[{points:j,colour:"iris"}]:[]],marks:j.length===1?[{x:j[0][0],y:j[0][1],colour:"iris"}]:[]}),ve(),Me()}function ve(){M.textContent=
c?"Pause":"Train",o.dataset.state=c?"training":d.finite?"resting":"broken",o.dataset.steps=d.steps,o.dataset.rate=Math.round(d.rate),o.dataset.loss=Mn(m).toFixed(
4),o.dataset.near=g.toFixed(3)}function Me(){if(!i.length)return L.say("The board is empty. Draw on it, or choose points.");if(!m.length)return L.say(`${Lt} poi\
nts to learn. Press Train.`);let j=Mn(m),ae=l.inWorker?"":", without a worker",Re=d.rate?` ${Math.round(d.rate)} steps a second here${ae}.`:"";if(!d.finite)return L.
say(`Step ${d.steps}: the loss is no longer a number. The learning rate is too high; take a smaller one and start again.`);let mt=j>1.5*m[0]?" That is more than\
 at the start: the learning rate is too high.":"";return L.say(`Step ${d.steps.toLocaleString("en")}. Loss ${vn(Math.log10(j),3)}.${mt} ${Math.round(100*g)} % o\
f the samples lie on your points.${Re}`)}typeof IntersectionObserver=="function"&&new IntersectionObserver(j=>{let ae=j[j.length-1].isIntersecting;u&&c&&ee("run",
{on:ae&&i.length>0})}).observe(o),D(e.shape),k.follow(),P.follow(),ge(),_e(o,()=>{k.redraw(),P.redraw()})}function Ia({size:t,colours:e}){let o=y("canvas",{width:t,
height:t}),n=o.getContext("2d"),s=n.createImageData(t,t);ce(e).forEach((r,a)=>{s.data[4*Math.floor(a/3)+a%3]=r});for(let r=3;r<s.data.length;r+=4)s.data[r]=255;
return n.putImageData(s,0,0),o}function La(t,e){let o=t.centres.length*e.centres.length,[n,s]=[new Float64Array(2*o),new Float64Array(2*o)],r=0;for(let[a,i]of e.centres)for(let[l,f]of t.centres)
n.set([a,i],r),s.set([l-a,f-i],r),r+=2;return{goals:n,velocities:s,wide:t.width**2,narrow:e.width**2}}function Pa({goals:t,velocities:e,wide:o,narrow:n},s,r,a){
let i=(1-a)**2*n+a**2*o,l=(a*o-(1-a)*n)/i,f=-1/(2*i),[u,c,d,m]=[-1/0,0,0,0];for(let p=0;p<t.length;p+=2){let x=s-t[p]-a*e[p],g=r-t[p+1]-a*e[p+1],b=f*(x*x+g*g);if(b<
u-30)continue;if(b>u){let A=Math.exp(u-b);u=b,c*=A,d*=A,m*=A}let h=Math.exp(b-u);c+=h,d+=h*(e[p]+l*x),m+=h*(e[p+1]+l*g)}return[d/c,m/c]}function En({centres:t,width:e},o,n){
return z(n,2*o).map((r,a)=>t[(a>>1)%t.length][a%2]+e*r)}function Ra(t,e){let o=Array.from({length:t},(n,s)=>Ye(e,s));return o.map((n,s)=>s).sort((n,s)=>o[n]-o[s])}
function Ps(t,e,o,n){let s=Ra(t.length/2,n),r=t.map((l,f)=>e[2*s[f>>1]+f%2]),a=t.map((l,f)=>l-r[f]),i=Array.from({length:o+1},(l,f)=>t.map((u,c)=>u-f/o*a[c]));return{
places:i,velocities:i.map(()=>a)}}function Rs(t,e,o,n){let s=La(e,o),r=(l,f)=>{let u=new Float32Array(l.length);for(let c=0;c<l.length;c+=2)[u[c],u[c+1]]=Pa(s,l[c],
l[c+1],f);return u},[a,i]=[[t],[r(t,1)]];for(let l=0;l<n;l+=1){let[f,u]=[a[l],1-l/n],c=f.map((m,p)=>m-i[l][p]/(2*n)),d=r(c,u-1/(2*n));a.push(f.map((m,p)=>m-d[p]/
n)),i.push(r(a[l+1],1-(l+1)/n))}return{places:a,velocities:i}}function Os(t,e,o){let[n,s]=[0,0];for(let r=0;r<t.length;r+=2)for(let a=0;a<r;a+=2)Math.hypot(t[r]-
t[a],t[r+1]-t[a+1])>o||(n+=Math.hypot(e[r]-e[a],e[r+1]-e[a+1]),s+=1);return{mean:s?n/s:0,pairs:s}}var Oa=40;function _s(t,e,o){let{clouds:n,reach:s,count:r,steps:a,near:i}=e,l={source:e.source,target:e.target,way:e.way},f=new Map,u=null,c=Object.keys(n).map(
v=>[v,v]),d=(v,w,$)=>te({label:v,options:$,value:l[w],onChange(T){l[w]=T,M()}}),m=d("From","source",c),p=d("To","target",c),x=d("Each dot follows","way",[["line",
"its own line"],["mean","the mean of all lines"]]),g=X({label:"Way to the target",min:0,max:1,step:1/a,value:e.opens,format:v=>`t = ${(1-v).toFixed(2)}`,onInput:N}),
b=Ge({label:"Paths",value:!0,onChange:N}),h=Ce({label:"Dots on their way from one cloud to another",reach:s,draw:S}),A=J();t.append(V(m,p,x),V(g,ke(o,g,{seconds:4}),
b),y("div",{class:"ff-view"},h.element),A.element);function M(){let v=[l.source,l.target,l.way].join();if(!f.has(v)){let[w,$]=[n[l.source],n[l.target]],T=En(w,r,
e.seed);f.set(v,l.way==="mean"?Rs(T,w,$,a):Ps(T,En($,r,e.seed+1),a,e.seed))}u=f.get(v),N()}function N(){h.redraw()}function S(v){if(!u)return;let{context:w,place:$}=v,
T=Math.round(g.value*a);if(v.dots(n[l.target].centres.flat(),ie(o,"muted"),5,.6),b.value){w.strokeStyle=ie(o,"noise"),w.globalAlpha=.6,w.lineWidth=1,w.beginPath();
for(let B=0;B<Oa;B+=1)for(let E=0;E<=T;E+=1){let[O,k]=$(u.places[E][2*B],u.places[E][2*B+1]);E?w.lineTo(O,k):w.moveTo(O,k)}w.stroke(),w.globalAlpha=1}v.dots(u.places[T],
ie(o,"signal"),4);let{mean:I,pairs:_}=Os(u.places[T],u.velocities[T],i);A.say(`t = ${(1-g.value).toFixed(2)}, from ${l.source} to ${l.target}. Two dots closer t\
han ${i} differ in velocity by ${I.toFixed(2)} on average (${_} pairs).`),o.dataset.disagreement=I.toFixed(3)}M(),h.follow(),_e(o,N),o.dataset.state="ready"}function Ds(t,e){let{blocks:o}=e,n=Math.max(...o.map(d=>d.parameters)),s=o.map((d,m)=>{let p=Bs(d,1)[0],x=Math.sqrt(d.parameters/n),g=y("button",{type:"button",
class:"ff-block","aria-pressed":"false","aria-label":`${d.title}, ${d.shape}, ${d.parameters} parameters`},p,y("i",{style:`width:${(100*x).toFixed(0)}%`}));return g.
addEventListener("focus",()=>c(m)),g.addEventListener("pointerenter",()=>c(m)),g.addEventListener("click",()=>c(m)),g.addEventListener("keydown",b=>{let h={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[b.key];h&&(b.preventDefault(),s[Math.min(Math.max(m+h,0),o.length-1)].focus())}),g}),r=Math.max(...o.map(d=>d.level))+1,a=y(
"div",{class:"ff-unet",role:"group","aria-label":"Blocks"});for(let d=0;d<r;d+=1){let m=g=>s.filter((b,h)=>o[h].level===d&&o[h].side===g),p=e.sizes[d],x=`margin\
-inline:${(30*d/(r-1)).toFixed(1)}%`;a.append(y("div",{class:"ff-unet-row",style:x},y("div",{class:"ff-unet-side"},...m("down")),...m("middle").length?[y("div",
{class:"ff-unet-side"},...m("middle")),y("span",{class:"ff-unet-size"},`${p} × ${p}`)]:[y("span",{class:"ff-unet-skip"},y("span",{class:"ff-unet-size"},`${p} ×\
 ${p}`))],y("div",{class:"ff-unet-side"},...m("up"))))}let i=y("span",{class:"ff-title"}),l=y("dl",{class:"ff-facts"}),f=y("div",{class:"ff-maps",role:"img"}),u=J();
t.append(a,y("div",{class:"ff-unet-detail"},i,l,f),u.element);function c(d){let m=o[d];s.forEach((p,x)=>{p.setAttribute("aria-pressed",String(x===d)),p.classList.
toggle("ff-partner",x!==d&&_a(o[x],m))}),i.textContent=m.kind?`${m.title}: ${m.kind}`:m.title,l.replaceChildren(...m.facts.map(([p,x])=>y("div",{},y("dt",{},p),
y("dd",{},x)))),f.replaceChildren(...Bs(m,m.count)),f.setAttribute("aria-label",m.shown),u.say(m.sentence)}c(Math.min(e.selected,o.length-1))}function _a(t,e){return t.
skip===e.name||e.skip===t.name}function Ba(t,e){return Float64Array.from({length:e},(o,n)=>((n%2?t[n>>1]&15:t[n>>1]>>4)-7)/7)}function Bs(t,e){let[o,n]=t.size,s=ce(
t.maps),r=o*n,a=t.colour?null:Ba(s,r*t.count);return Array.from({length:Math.min(e,t.count)},(i,l)=>{let f=Z({label:"",width:o,height:n});return f.draw(t.colour?
s:ct(a.subarray(l*r,(l+1)*r))),f.canvas.removeAttribute("role"),f.canvas.removeAttribute("aria-label"),f.canvas.setAttribute("aria-hidden","true"),f.canvas})}var Cn=["leaf","iris"];function js(t,e,o){let{side:n,epochs:s,curves:r}=e,a=r.flatMap(({points:x})=>x),[i,l]=[Math.min(...a.map(([x])=>x)),Math.max(...a.map(([x])=>x))],
f=null,u=X({label:"Epoch",min:i,max:l,step:1,value:l,onInput:p}),c=we({label:"Errors over the epochs",title:"Errors",x:[i,Math.max(l,i+1)],y:Da(r),height:190,xLabel:"\
epoch",onPoint:x=>{u.value=Math.round(x)}}),d=Z({label:"Samples",title:"Samples",width:n,height:n}),m=J();t.append(V(u,ke(o,u,{seconds:8})),y("div",{class:"ff-c\
olumns ff-two"},y("div",{},c.element,xe(r.map(({name:x},g)=>[Cn[g],x]))),d.element),m.element);function p(){let x=u.value;c.update({lines:r.map(({points:b},h)=>({
points:b,colour:Cn[h]})).filter(({points:b})=>b.length>1),marks:[{x,colour:"muted"},...r.flatMap(({points:b},h)=>{let A=Nn(b,x,([M])=>M);return A?[{x:A[0],y:A[1],
colour:Cn[h]}]:[]})]});let g=Nn(s,x,b=>b)??s[0];f&&d.draw(ue(f,s.indexOf(g)*n,0,n,n)),d.heading.textContent=`Samples after epoch ${g}`,d.describe(`Sixteen sampl\
es after epoch ${g}`),m.say(`Epoch ${x}. ${r.map(({name:b,points:h})=>{let A=Nn(h,x,([M])=>M);return A?`${b}: ${A[1].toFixed(3)}`:""}).filter(Boolean).join("; ")}\
.`)}p(),le(fe(o)).then(x=>{f=x,o.dataset.state="ready",p()})}function Da(t){let e=t.flatMap(({points:r})=>r.map(([,a])=>a)),[o,n]=[Math.min(...e),Math.max(...e)],
s=.05*(n-o)||.01;return[o-s,n+s]}function Nn(t,e,o){return t.filter(n=>o(n)<=e).at(-1)}_n({ask:Yn,dissolve:oo,draw_a_schedule:vo,embedding_explorer:ko,every_flower:$o,field:Eo,film:Po,first_flowers:Ro,follow:_o,grow:Do,guess_the_flower:Xo,lie:Fo,noise_maps:Zo,
particles:ss,race:as,reverse:is,sample_size:fs,train:Ls,two_clouds:_s,unet_map:Ds,watch:js});})();
