/* Made by book/bundle_figures.py from ddimlib/static/ (ba4518625c858872). */
(()=>{function Ze(t){return t.toLowerCase().split(/\s+/u).map(e=>e.replace(/^[,.;:!?]+|[,.;:!?]+$/gu,"")).filter(e=>e)}function Rt(t,e){let o=Ze(t),n=o.find(s=>!e.words.
includes(s));return n?`“${n}” is no word that this network knows: it knows the colours ${In(e.colours)}, the grounds ${In(e.grounds)}, the words a, an, on a\
nd ground, and the names of the ${e.flowers.length} flowers in the list above.`:o.length<=e.length?"":`At most ${e.length} words can be heard at once, and these\
 are ${o.length}.`}function In(t){return`${t.slice(0,-1).join(", ")} and ${t.at(-1)}`}function Qs(t,e){let o=Rt(t,e);if(o)throw new Error(o);let n=Ze(t).map(s=>e.
words.indexOf(s)+1);return[...n,...new Array(e.length-n.length).fill(0)]}function Pn(t,e,o){let n=s=>`${"aeiou".includes(s[0])?"an":"a"} ${s}`;return n(`${e} ${t}`.
trim())+(o?` on ${n(`${o} ground`)}`:"")}function zs(t,e){return Ze(t).filter((o,n)=>n!==e).join(" ")}function Rn({prompt:t,unwanted:e,louder:o,guidance:n,extra:s},r){
let a=o<0||s===0?[e,t]:[e,zs(t,o),t];return{chain:a.map(i=>Qs(i,r)),scales:a.length===2?[n]:[n,n+s]}}function On(t,e,o){return Array.from({length:e},(n,s)=>{let r=Array.
from(t.slice(s*o,(s+1)*o));return{map:r,mean:r.reduce((a,i)=>a+i,0)/o}})}function _n(t){return Float32Array.from(t,e=>(e/255)**2)}function Bn(t){let e=".ff-figure[data-figure]:not([data-started], [data-failed])",o=()=>{for(let s of document.querySelectorAll(e))document.readyState==="loadin\
g"&&!s.nextSibling||er(s,t[s.dataset.figure])};if(o(),document.readyState!=="loading")return;let n=new MutationObserver(o);n.observe(document,{childList:!0,subtree:!0}),
document.addEventListener("DOMContentLoaded",()=>{n.disconnect(),o()})}function er(t,e){let o=t.querySelector(":scope > script[type='application/json']");if(!e||
!o)return;let n=t.querySelector(".ff-live");n.addEventListener("focusin",({target:s})=>{s.dataset.lmSuppressShortcuts="true"}),t.dataset.started="";try{e(n,JSON.
parse(o.textContent),t)}catch(s){delete t.dataset.started,t.dataset.failed="",n.replaceChildren(),console.error(s)}}function y(t,e={},...o){let n=document.createElement(
t);for(let[s,r]of Object.entries(e))r!=null&&r!==!1&&n.setAttribute(s,r===!0?"":r);return n.append(...o),n}function Oe(t,e=250){let o=0;return(n=e)=>{clearTimeout(
o),o=setTimeout(t,n)}}function X(...t){return y("div",{class:"ff-controls"},...t.map(e=>e.element??e))}function K({label:t,min:e,max:o,step:n,value:s,format:r=String,
onInput:a}){let i=y("span",{class:"ff-value","aria-hidden":"true"}),l=y("input",{type:"range",min:e,max:o,step:n}),f=()=>{let d=r(Number(l.value));i.textContent=
d,l.setAttribute("aria-valuetext",d);let m=(Number(l.value)-l.min)/(l.max-l.min||1);l.style.setProperty("--ff-filled",`${(100*m).toFixed(1)}%`)},u=y("span",{class:"\
ff-label"},t),c=y("label",{class:"ff-slider"},y("span",{class:"ff-row"},u,i),l);return l.value=s,f(),l.addEventListener("input",()=>{f(),a(Number(l.value))}),{element:c,
input:l,get value(){return Number(l.value)},set value(d){l.value=d,f(),a(Number(l.value))},limits(d,m,p){Object.assign(l,{min:d,max:m}),l.value=p,f()},rename(d){
u.textContent=d}}}function ee({label:t,options:e,value:o,onChange:n}){let s=y("select",{},...e.map(([a,i])=>y("option",{value:a},i)));return s.value=o,s.addEventListener(
"change",()=>n(s.value)),{element:y("label",{class:"ff-choice"},y("span",{class:"ff-label"},t),s),input:s,get value(){return s.value},set value(a){s.value=a,n(s.
value)}}}function Be({label:t,value:e=!1,onChange:o}){let n=y("input",{type:"checkbox"});return n.checked=e,n.addEventListener("change",()=>o(n.checked)),{element:y(
"label",{class:"ff-toggle"},n,y("span",{},t)),input:n,get value(){return n.checked}}}function oe({label:t,onClick:e}){let o=y("button",{type:"button",class:"ff-\
button"},t);return o.addEventListener("click",e),o}function Ot(){return window.matchMedia("(prefers-reduced-motion: reduce)").matches}function tr(t,e,o=()=>{}){
let n=0,s=!1,r=!0,a=null,i=u=>{let c=a===null?0:Math.min((u-a)/1e3,.1);if(a=u,n=0,!t.isConnected||e(c)===!1)return f.pause();l()},l=()=>{s&&r&&!n&&(n=requestAnimationFrame(
i))},f={get playing(){return s},play(){s=!0,a=null,o(!0),l()},pause(){s=!1,cancelAnimationFrame(n),n=0,o(!1)}};return typeof IntersectionObserver=="function"&&new IntersectionObserver(
u=>{r=u[u.length-1].isIntersecting,a=null,l()}).observe(t),f}function $e(t,e,{label:o="Play",seconds:n=6}={}){let s=()=>Number(e.input.min),r=()=>Number(e.input.
max),a=0,i=0,l=oe({label:o,onClick:()=>{if(f.playing)return f.pause();a=e.value>=r()?s():e.value,i=0,f.play()}}),f=tr(t,u=>{let c=r()-s();if(Ot()){if(i+=u,i<n/8)
return!0;a+=c/8,i=0}else a+=c*u/n;return e.value=Math.min(a,r()),a<r()},u=>{l.textContent=u?"Pause":o});return e.input.addEventListener("pointerdown",()=>f.pause()),
e.input.addEventListener("keydown",()=>f.pause()),l}function J(){let t=y("p",{class:"ff-readout"}),e=y("p",{class:"ff-hidden","aria-live":"polite"}),o=0;return{
element:y("div",{},t,e),say(n){let s=t.textContent==="";t.textContent=n,clearTimeout(o),s||(o=setTimeout(()=>{e.textContent=n},500))}}}function Z({label:t,title:e="",
width:o,height:n}){let s=y("canvas",{width:o,height:n,role:"img","aria-label":t}),r=s.getContext("2d"),a=r.createImageData(o,n);a.data.fill(255);let i=y("span",
{class:"ff-title"},e);return{element:y("div",{class:"ff-picture"},...e?[i]:[],s),canvas:s,heading:i,draw(l){let f=l.length===o*n;for(let u=0;u<o*n;u+=1)for(let c=0;c<
3;c+=1)a.data[4*u+c]=f?l[u]:l[3*u+c];r.putImageData(a,0,0)},describe(l){s.setAttribute("aria-label",l)}}}function _e(t,e){let o=new MutationObserver(e),n=["data\
-theme","data-jp-theme-light","theme","class"];o.observe(document.documentElement,{attributes:!0,attributeFilter:n}),o.observe(document.body,{attributes:!0,attributeFilter:n}),
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change",e)}function le(t,e){return getComputedStyle(t).getPropertyValue(`--ff-${e}`).trim()}
function pt(t,e){let o=0,n=()=>{let s=Math.round(t.clientWidth);s>0&&s!==o&&e(o=s)};n(),new ResizeObserver(n).observe(t)}function se(t){return Uint8Array.from(atob(
t),e=>e.charCodeAt(0))}function _t(t){return t=Math.imul(t^t>>>16,2146121005),t=Math.imul(t^t>>>15,2221713035),(t^t>>>16)>>>0}function Ye(t,e){let o=_t(t+2654435769>>>0);return _t(_t(
e+o>>>0)+Math.imul(o,2246822507)>>>0)}function Se(t,e){return(Ye(t,e)+.5)/4294967296}function z(t,e){let o=new Float32Array(e);for(let n=0;n<e;n+=2){let s=Math.
sqrt(-2*Math.log(Se(t,n))),r=2*Math.PI*Se(t,n+1);o[n]=s*Math.cos(r),n+1<e&&(o[n+1]=s*Math.sin(r))}return o}function Ne(t){return Array.from({length:t+1},(e,o)=>1-o/t)}function Qe(t,e){return t+Math.imul(e+1,2654435769)>>>0}function qt(t,e,o){let n=Math.sqrt(Math.max(
0,1-(t.signal/e.signal)**2)),s=o*(e.noise/t.noise)*n;return{kept:Math.sqrt(Math.max(0,e.noise**2-s**2)),fresh:s}}var Bt={noise:t=>t,image:(t,e,{signal:o,noise:n})=>e.
map((s,r)=>(s-o*t[r])/n),velocity:(t,e,{signal:o,noise:n})=>e.map((s,r)=>n*s+o*t[r]),flow:(t,e,{signal:o,noise:n})=>e.map((s,r)=>(s+o*t[r])/(o+n))},ni=Object.keys(
Bt);function ht(t){if(!Object.hasOwn(Bt,t))throw new Error(`no page knows the target "${t}"`);return Bt[t]}function gt(t,e,o,n,s=0,r=null){let{kept:a,fresh:i}=qt(
o,n,s),l=new Float32Array(t.length),f=new Float32Array(t.length);for(let u=0;u<t.length;u+=1)l[u]=(t[u]-o.noise*e[u])/o.signal,f[u]=n.signal*l[u]+a*e[u]+(r?i*r[u]:
0);return{image:l,noisy:f}}function qn(t,e){return t[0].map((o,n)=>e.reduce((s,r,a)=>s+r*(t[a+1][n]-t[a][n]),o))}function me(t,e,o){let n=t.length/3,s=new Uint8ClampedArray(
t.length);for(let r=0;r<3;r+=1)for(let a=0;a<n;a+=1)s[3*a+r]=255*(t[r*n+a]*o[r]+e[r]);return s}function Dn(t,e,o){let n=t.length/3;return Float32Array.from(t,(s,r)=>{
let[a,i]=[Math.floor(r/n),r%n];return(t[3*i+a]/255-e[a])/o[a]})}async function*Ke(t,{seed:e,steps:o,eta:n=0,label:s=t.none,guidance:r=1,acts:a=()=>!0,chain:i=s===t.none?[s]:[t.none,s],scales:l=[r]}){let f=3*t.size**2,u=Ne(o),
c=l.every(x=>x===1),d=z(e,f),m=0,p=0;for(let x=0;x<o;x+=1){let[g,v]=[u[x],u[x+1]].map(t.schedule.rates),h=[],A=null;for(let b of c||!a(u[x])?i.slice(-1):i)A=await t.
predict(d,g,b),m+=A.seconds,p+=1,h.push(A.noise);let M=h.length===1?h[0]:qn(h,l),I=n>0?z(Qe(e,x),f):null,{image:$,noisy:k}=gt(d,M,g,v,n,I);yield{i:x,time:u[x],rates:g,
noisy:d,image:$,next:k,evaluations:p,seconds:m/p,processor:A.processor,where:A.where,looks:A.looks},d=k}}var jn=`(()=>{var s=null,a=null,w=null,i="",c="";async function d({runtime:n,module:e,binary:r,network:t,processor:o}){return s=await import(\`\${n}\${e}\`),s.env.w\
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
`;function or({min_signal_rate:t=.02,max_signal_rate:e=.95}={}){let o=Math.acos(e),n=Math.acos(t);return s=>-2*Math.log(Math.tan(o+s*(n-o)))}function sr({beta_start:t=1e-4,
beta_end:e=.02,steps:o=1e3}={}){let n=new Float64Array(o),s=0;for(let r=0;r<o;r+=1)s+=Math.log1p(-(t+(e-t)*r/(o-1))),n[r]=s;return r=>{let a=r*(o-1),i=Math.min(
Math.floor(a),o-2),l=n[i]+(n[i+1]-n[i])*(a-i);return l-Math.log(-Math.expm1(l))}}function rr({start:t=2.5,end:e=-7.5}={}){return o=>t+o*(e-t)}function ar({start:t=.01,
end:e=.99}={}){return o=>{let n=t+o*(e-t);return-2*Math.log(n/(1-n))}}var Dt={cosine:or,linear:sr,log_snr:rr,rectified_flow:ar};function Ce(t,e={}){if(!Object.hasOwn(
Dt,t))throw new Error(`no page knows the schedule "${t}"`);let o=Dt[t](e);return{logSNR:o,rates:n=>ge(o(n))}}function ge(t){return{signal:Math.sqrt(1/(1+Math.exp(
-t))),noise:Math.sqrt(1/(1+Math.exp(t)))}}var li=Object.keys(Dt);async function Wn(t,{progress:e=()=>{},signal:o,anew:n}){let s=await fetch(t,{signal:o,cache:n?"reload":"default"});if(!s.ok)throw new Error(`${t} answers ${s.status}`);
let r=s.body.getReader(),a=[],i=0;for(;;){let{done:l,value:f}=await r.read();if(l)break;a.push(f),i+=f.length,e(i)}return new Blob(a).arrayBuffer()}var ir="nois\
e-to-flowers";async function Un(t){try{return await caches.match(t)}catch{return}}async function lr(t,e){try{let o=await caches.open(ir),n=s=>s.split("?")[0];for(let{
url:s}of await o.keys())n(s)===n(t)&&await o.delete(s);await o.put(t,e)}catch{}}function cr(t,e){if(t.byteLength!==e)throw new Error(`what came is not the netwo\
rk: ${t.byteLength} bytes instead of ${e}`)}function ur(t){if(new TextDecoder("latin1").decode(t.slice(0,4))!=="\0asm")throw new Error("what came is not the run\
time")}function Hn(t,e,o){return t===void 0?o:new URL(t,e).href}function fr(t){let e=new Map,o=0,n=r=>{for(let{reject:a}of e.values())a(new Error(r));e.clear()};
t.onerror=r=>{r.preventDefault(),n(r.message||"the worker could not start")},t.onmessage=({data:{id:r,answer:a,error:i}})=>{let{resolve:l,reject:f}=e.get(r)??{};
e.delete(r),i?f?.(new Error(i)):l?.(a)};let s=(r,a,i=[])=>new Promise((l,f)=>{o+=1,e.set(o,{resolve:l,reject:f}),t.postMessage({id:o,task:r,...a},i)});return{load:r=>s(
"load",r,[r.binary]),predict:r=>s("predict",r),end(){t.terminate(),n("it was put away")}}}var jt=new Map;function Gn(t,e,o){let n=new URL(t.model,e).href;return jt.
has(n)||jt.set(n,dr(t,n,e,o)),jt.get(n)}function dr(t,e,o,n){let s=new URL(t.runtime,o).href,r=Ce(t.schedule.kind,t.schedule.options),a=ht(t.target),i=t.none??t.
classes,l=new Set,f=new Set,u=Object.keys(t.runtimes)[0],c=null,d=null,m=null,p=!1,x=Promise.resolve(),g=new Set,v=k=>`${s}${t.runtimes[k].binary}?${t.runtimes[k].
bytes}`,h=()=>{for(let k of l)k()},A=(k,b)=>{for(let S of f)S(k,b)};function M(){return c?0:(g.has(v(u))?0:t.runtimes[u].bytes)+(m||g.has(e)?0:t.model_bytes)}async function I(){
for(let k of[e,...Object.keys(t.runtimes).map(v)])await Un(k)&&g.add(k);g.size&&h()}async function $(){let{module:k,binary:b}=t.runtimes[u],S=M(),T=[0,0],P=new AbortController,
_=w=>F=>{P.signal.aborted||(T[w]=F,A(T[0]+T[1],S))},q=[],E=async(w,F)=>{let R=p?void 0:await Un(F);if(R)return R.arrayBuffer();let U=await Wn(F,{progress:_(w),signal:P.
signal,anew:p});return q.push([F,new Response(U)]),U},C=null;try{let[w,F]=await Promise.all([E(0,v(u)),m??E(1,e),...(p?[k,b.replace(/wasm$/,"mjs")]:[]).map(R=>Wn(
`${s}${R}`,{signal:P.signal,anew:p}))]);ur(w),cr(F,t.model_bytes),A(S,S),C=fr(n()),await C.load({runtime:s,module:k,binary:w,network:F,processor:u}),c=C,m=F,p=!1;
for(let R of q)lr(...R)}catch(w){throw P.abort(),C?.end(),p=!0,w}}return I(),{schedule:r,size:t.size,none:i,get ready(){return c!==null},get loading(){return d!==
null},get processor(){return u},toFetch:M,onChange(k){l.add(k)},choose(k){u=k,c?.end(),c=null,h()},open(k=()=>{}){return c?Promise.resolve():(f.add(k),d||(d=$().
finally(()=>{d=null,f.clear(),h()}),h()),d)},predict(k,b,S=i){let T=x.then(async()=>{if(!c)throw new Error("it was put away");let P=await c.predict({noisy:k,size:t.
size,variance:b.noise**2,label:S});return{noise:a(P.prediction,k,b),output:P.prediction,looks:P.looks,seconds:P.seconds,processor:P.processor,where:P.reason?`on\
 the processor: the graphics card could not be used (${P.reason})`:`on your ${t.runtimes[P.processor].name}`}});return x=T.catch(()=>{}),T}}}var nt=t=>(t/1e6).toFixed(1);function Ae(t){let e=Hn(document.documentElement.dataset.content_root,location.href,t.site);return Gn(t,e,mr)}function mr(){let t=URL.
createObjectURL(new Blob([jn],{type:"text/javascript"}));return new Worker(t,{type:"module"})}async function pr(){try{return!!await navigator.gpu?.requestAdapter()}catch{
return!1}}function hr(){return location.protocol==="file:"?"Opened from a folder, this page may not load the network: browsers forbid it. Serve the folder (pyth\
on -m http.server) or read the book on its site. What you see is recorded.":typeof WebAssembly!="object"||typeof Worker!="function"?"This browser has no WebAsse\
mbly, in which the network runs. What you see is recorded.":""}function Fe(t,e,o,n,s){let{label:r,again:a=r,opening:i,onReady:l,onLost:f=()=>{}}=s,u=hr(),c=$=>{
t.dataset.state=$},d=ee({label:"Runs on",value:e.processor,onChange:e.choose,options:Object.entries(o.runtimes).map(([$,{name:k,bytes:b}])=>[$,`${k} (${nt(b)} M\
B)`])});d.element.hidden=!0;let m=oe({label:r,onClick:M}),p=y("progress",{max:1,value:0,"aria-label":"Download",hidden:!0}),x=e.processor,g=!1,v=!1,h=null;function A(){
let $=e.toFetch();x!==e.processor||g&&!e.ready?(v=!1,f(),n.say(`Press the button to fetch the runtime for the ${o.runtimes[e.processor].name}.`),c("asleep")):$!==
h&&t.dataset.state==="asleep"&&I(),[x,g,h]=[e.processor,e.ready,$],m.textContent=v?a:`${r} (${$?`downloads ${nt($)} MB`:"nothing to download"})`,d.input.value=e.
processor,d.input.disabled=e.loading}async function M(){if(!e.ready){let $=e.processor;m.disabled=!0,p.hidden=!1,c("loading");try{await e.open((k,b)=>{p.max=b,p.
value=k,n.say(k===b?"Starting the network":`Downloading: ${nt(k)} of ${nt(b)} MB`)})}catch(k){$==="webgpu"&&e.choose("wasm"),n.say(`The network could not be loa\
ded (${k.message}). ${$==="webgpu"?"Press the button to run it on the processor instead.":`Press the button to try again; the chapter does the same in Python, a\
nd the figure runs on ${o.site}`}`),c("failed");return}finally{p.hidden=!0,m.disabled=!1}}v=!0,A(),l()}function I(){let $=document.documentElement.dataset.content_root===
void 0;n.say(`${i} ${e.toFetch()===0?"The network is here: press the button.":`The network (${nt(o.model_bytes)} MB) and the runtime are fetched ${$?`from ${o.site}\
 `:""}when you press the button.`}`)}return c(u?"impossible":"asleep"),m.disabled=u!=="",e.onChange(A),A(),u&&n.say(u),u||pr().then($=>{d.element.hidden=!$,t.dataset.
graphics=$?"yes":"no"}),{action:m,bar:p,processor:d,problem:u}}function Kn(t,e,o){let{size:n,mean:s,std:r,known:a,side:i}=e,l=Ae(e),f={seed:e.seed,steps:e.steps,prompt:e.prompt,unwanted:"",louder:-1,guidance:e.guidance,extra:4},
u=e.prompt,c=gr(e),d=0,m=(N,L=Number)=>O=>{f[N]=L(O),q(),l.ready&&R()},p=Object.fromEntries([["blossom","Colour",a.colours],["flower","Flower",a.flowers],["grou\
nd","Ground",a.grounds]].map(([N,L,O])=>[N,ee({label:L,value:e.parts[N],options:[...N==="flower"?[]:[["","not said"]],...O.map(B=>[B,B])],onChange:E})])),x=Yn({
label:"Prompt",value:e.prompt,onInput:N=>{f.prompt=N,C(),w()}}),g=Yn({label:"Not wanted",value:"",placeholder:"such as: a yellow sunflower",onInput:N=>{f.unwanted=
N,w()}}),v=K({label:"Seed",min:0,max:999,step:1,value:e.seed,onInput:m("seed")}),h=ee({label:"Steps",value:String(e.steps),onChange:m("steps"),options:[5,10,20,
40].map(N=>[String(N),String(N)])}),A=K({label:"Guidance",min:1,max:8,step:.5,value:e.guidance,format:N=>N.toFixed(1),onInput:m("guidance")}),M=ee({label:"One w\
ord louder",value:"-1",options:[["-1","none"]],onChange:m("louder")}),I=K({label:"How much louder",min:0,max:8,step:.5,value:f.extra,format:N=>N.toFixed(1),onInput:m(
"extra")}),$=oe({label:"Another seed",onClick:()=>{v.value=(f.seed+1)%1e3}}),k=Z({title:"The picture",label:"The picture",width:n,height:n}),b=y("div",{class:"f\
f-looks"}),S=K({label:"Step",min:1,max:c.length,step:1,value:c.length,format:N=>`${N} of ${c.length}`,onInput:H}),T=J(),P=Fe(o,l,e,T,{label:"Grow it",again:"Gro\
w it again",opening:`Recorded: “${e.prompt}”, seed ${e.seed}, ${e.steps} steps.`,onReady:w,onLost:()=>{d+=1}});if(t.append(X(...Object.values(p)),X(x.element,
g.element),X(v,A,M,I,h,P.processor),X(P.action,$,P.bar),y("div",{class:"ff-columns ff-asked"},y("div",{},k.element,S.element),b),T.element),P.problem){let N=[$,
...[v,h,A,M,I,x,g,...Object.values(p)].map(({input:L})=>L)];for(let L of N)L.disabled=!0}C(),q(),H(c.length,!1);function _(N){o.dataset.state=N}function q(){I.input.
disabled=!!P.problem||f.louder<0}function E(){x.input.value=Pn(p.flower.value,p.blossom.value,p.ground.value),f.prompt=x.input.value,C(),w()}function C(){let N=Ze(
f.prompt);f.louder=-1,M.input.replaceChildren(y("option",{value:"-1"},"none"),...N.map((L,O)=>y("option",{value:O},L))),M.input.value="-1",q()}function w(){let L=[
x,g].map(O=>{let B=Rt(O.input.value,a);return O.input.setAttribute("aria-invalid",B!==""),B}).find(O=>O);L?(d+=1,T.say(L),_("refused")):l.ready?R():(T.say(`“${f.
prompt}”: press the button to grow it.`),l.loading||_("asleep"))}let F=Oe(U,500);function R(){d+=1,_("growing"),F()}async function U(){let N=d+=1,{prompt:L,seed:O,
steps:B}=f;_("growing");try{let Y=[];for await(let V of Ke(l,{seed:O,steps:B,...Rn(f,a)})){if(N!==d)return;Y.push({image:me(V.image,s,r),looks:V.looks,time:V.time,
cost:`${V.seconds.toFixed(2)} s a network evaluation here, ${V.where}.`}),[u,c]=[L,Y],S.limits(1,Y.length,Y.length),H(Y.length),o.dataset.processor=V.processor}
_("done")}catch(Y){if(N!==d)return;T.say(`The network stopped: ${Y.message}`),_("failed")}}function H(N,L=!0){let{image:O,looks:B,time:Y,cost:V=""}=c[N-1],re=Ze(
u);k.draw(O),k.describe(`“${u}”, as the network believes it at step ${N}`);let j=On(B,re.length+1,i*i).slice(1),Q=Math.max(...j.flatMap(({map:W})=>W),1e-6);
if(b.dataset.words!==re.join(" ")&&(b.dataset.words=re.join(" "),b.replaceChildren(...re.map(W=>{let G=Z({title:W,label:W,width:i,height:i});return G.element.map=
G,G.element}))),j.forEach(({map:W,mean:G},ne)=>{let te=b.children[ne].map;te.draw(Uint8ClampedArray.from(W,be=>255*be/Q)),te.heading.textContent=`${re[ne]} ${(100*
G).toFixed(0)} %`,te.describe(`Where “${re[ne]}” is looked at: ${(100*G).toFixed(0)} % of the attention`)}),!L)return;let ae=j.reduce((W,{mean:G},ne)=>G>j[W].
mean?ne:W,0);T.say([`Step ${N} of ${c.length}, at t = ${Y.toFixed(2)}.`,...re.length?[`Of the words, “${re[ae]}” is looked at most, with ${(100*j[ae].mean).
toFixed(0)} % of the attention.`]:[],V].join(" ").trim())}}function Yn({label:t,value:e,placeholder:o,onInput:n}){let s=y("input",{type:"text",value:e,placeholder:o,
spellcheck:"false",autocomplete:"off",autocapitalize:"none"});return s.addEventListener("input",()=>n(s.value)),{input:s,element:y("label",{class:"ff-text"},y("\
span",{class:"ff-label"},t),s)}}function gr(t){let[e,o]=[se(t.frames),_n(se(t.looks))],n=(s,r)=>s.subarray(r*s.length/t.steps,(r+1)*s.length/t.steps);return Array.
from({length:t.steps},(s,r)=>({image:n(e,r),looks:n(o,r),time:1-r/t.steps}))}var wr="http://www.w3.org/2000/svg";function Te(t,e,o=""){let n=document.createElementNS(wr,t);for(let[s,r]of Object.entries(e))n.setAttribute(s,r);return o&&(n.
textContent=o),n}function Vn(t,e,o=5){let n=(e-t)/o,s=10**Math.floor(Math.log10(n)),r=[1,2,5,10].map(i=>i*s).find(i=>i>=n*.999),a=[];for(let i=Math.ceil(t/r-1e-9);i*
r<=e+1e-9*r;i+=1)a.push(Number((i*r).toPrecision(12)));return a}function Xn(t){return String(t).replace("-","−")}var Wt={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,
PageUp:5,PageDown:-5};function pe({label:t,title:e="",x:o,y:n,xLabel:s="",yLabel:r="",height:a=170,xTicks:i=null,yTicks:l=null,formatX:f=Xn,formatY:u=Xn,onPoint:c=null,
onHandle:d=null,onStep:m=null,onDraw:p=null}){let x=y("div",{class:"ff-chart"}),g=Te("svg",{role:d?"group":"img","aria-label":t,height:a}),v=Te("g",{}),h=new Map;
g.append(v);let A={left:44,right:12,top:8,bottom:s?38:24},M={x:o,y:n,xTicks:i,yTicks:l},I=300,$={lines:[],marks:[],areas:[]},k=F=>A.left+(F-M.x[0])/(M.x[1]-M.x[0])*
(I-A.left-A.right),b=F=>a-A.bottom-(F-M.y[0])/(M.y[1]-M.y[0])*(a-A.top-A.bottom),S=F=>Math.min(Math.max(F,M.y[0]),M.y[1]),T=F=>F.map(([R,U],H)=>`${H?"L":"M"}${k(
R).toFixed(1)} ${b(U).toFixed(1)}`).join("");function P(){let F=a-A.bottom;for(let R of M.yTicks??Vn(...M.y,4))v.append(Te("line",{class:"ff-grid",x1:A.left,x2:I-
A.right,y1:b(R),y2:b(R)}),Te("text",{class:"ff-tick",x:A.left-(d?13:6),y:b(R)+4,"text-anchor":"end"},u(R)));for(let R of M.xTicks??Vn(...M.x,I<260?3:5))v.append(
Te("text",{class:"ff-tick",x:k(R),y:F+16,"text-anchor":"middle"},f(R)));if(v.append(Te("line",{class:"ff-axis",x1:A.left,x2:I-A.right,y1:F,y2:F})),s&&v.append(Te(
"text",{class:"ff-axis-label","text-anchor":"middle",x:(A.left+I-A.right)/2,y:a-5},s)),r){let R=(A.top+F)/2;v.append(Te("text",{class:"ff-axis-label","text-anch\
or":"middle",x:11,y:R,transform:`rotate(-90 11 ${R})`},r))}}function _(){v.replaceChildren(),g.setAttribute("viewBox",`0 0 ${I} ${a}`),g.setAttribute("width",I),
P();let F=a-A.bottom,[R,U]=[A.left-2,A.top-2],[H,N]=[I-A.right+2-R,F+2-U],L=Te("svg",{class:"ff-plot",x:R,y:U,width:H,height:N,viewBox:`${R} ${U} ${H} ${N}`});v.
append(L);for(let{points:O,colour:B="accent"}of $.areas??[]){let Y=k(O[0][0]).toFixed(1),V=k(O[O.length-1][0]).toFixed(1);L.append(Te("path",{d:`${T(O)}L${V} ${F}\
L${Y} ${F}Z`,class:"ff-area",style:`fill:var(--ff-${B})`}))}for(let{points:O,colour:B="accent",dash:Y=!1,width:V=2}of $.lines??[])L.append(Te("path",{d:T(O),class:"\
ff-line",style:`stroke:var(--ff-${B});stroke-width:${V};${Y?"stroke-dasharray:5 4":""}`}));for(let{x:O,y:B,colour:Y="ink",handle:V,label:re,says:j,size:Q=4.5}of $.
marks??[])B===void 0?v.append(Te("line",{x1:k(O),x2:k(O),y1:A.top,y2:F,class:"ff-rule",style:`stroke:var(--ff-${Y})`})):V?q(V,{cx:k(O),cy:b(S(B)),style:`stroke:\
var(--ff-${Y})`,"aria-label":re,"aria-valuetext":j,"aria-valuenow":B,"aria-valuemin":M.y[0],"aria-valuemax":M.y[1]}):v.append(Te("circle",{cx:k(O),cy:b(S(B)),r:Q,
class:"ff-mark",style:`fill:var(--ff-${Y})`}))}function q(F,R){h.has(F)||(h.set(F,Te("circle",{class:"ff-handle",r:9,"data-handle":F,tabindex:0,role:"slider","a\
ria-orientation":"vertical"})),g.append(h.get(F)));for(let[U,H]of Object.entries(R))h.get(F).setAttribute(U,H)}function E(F){let R=g.getBoundingClientRect(),U=(F.
clientX-R.left-A.left)/(R.width-A.left-A.right),H=(R.bottom-A.bottom-F.clientY)/(a-A.top-A.bottom);return[[U,M.x],[H,M.y]].map(([N,[L,O]])=>L+Math.min(Math.max(
N,0),1)*(O-L))}let C=null,w=(F,R=!1)=>{let[U,H]=E(F);C?d(C,U,H):p?p([U,H],R):c&&c(U)};return(c||d||p)&&(c&&g.classList.add("ff-draggable"),p&&g.classList.add("f\
f-drawable"),g.addEventListener("pointerdown",F=>{C=F.target.dataset?.handle??null,!(!C&&!c&&!p)&&(g.setPointerCapture(F.pointerId),C||w(F,!0))}),g.addEventListener(
"pointermove",F=>{g.hasPointerCapture(F.pointerId)&&w(F)})),m&&g.addEventListener("keydown",F=>{let R=F.target.dataset?.handle;!R||!Wt[F.key]||F.altKey||F.ctrlKey||
F.metaKey||(F.preventDefault(),m(R,F.shiftKey?5*Math.sign(Wt[F.key]):Wt[F.key]))}),e&&x.append(y("span",{class:"ff-title"},e)),x.append(g),pt(x,F=>{I=F,_()}),{element:x,
update(F){$=F,_()},limits(F){Object.assign(M,F)},describe(F){g.setAttribute("aria-label",F)}}}function ye(t){return y("div",{class:"ff-legend"},...t.map(([e,o,n])=>y(
"span",{},y("i",{style:`border-top:3px ${n?"dashed":"solid"} var(--ff-${e})`}),o)))}function yr(t,e){let[o,n,s]=[[],[],[]];for(let[r,a,i]=[0,0,0];r<t;){let l=Math.min((r+1)*e,(a+1)*t);o.push(r),n.push(a),s.push(l-i),i=l,l===(r+1)*e&&(r+=1),l===
(a+1)*t&&(a+=1)}return{from:Int32Array.from(o),to:Int32Array.from(n),length:Float64Array.from(s)}}function Jn(t,e){let{from:o,to:n,length:s}=yr(t,e),r=new Float64Array(
3*e*e),a=new Float64Array(3*e),i=0;return{add(l){for(let f=0;f<l.length;f+=4*t){a.fill(0);for(let u=0;u<o.length;u+=1){let c=f+4*o[u],d=3*n[u],m=s[u];a[d]+=m*l[c],
a[d+1]+=m*l[c+1],a[d+2]+=m*l[c+2]}for(let u=o[i];o[i]===u;i+=1){let c=3*e*n[i];for(let d=0;d<a.length;d+=1)r[c+d]+=s[i]*a[d]}}},bytes:()=>Uint8Array.from(r,l=>Math.
floor(l/t**2+.5))}}var Zn=1e8,br=2**17;function Qn(t,{size:e,backLabel:o,show:n,back:s}){let r=y("input",{type:"file",accept:"image/*",hidden:!0}),a=oe({label:"Your picture …",onClick:()=>r.
click()}),i=oe({label:o,onClick:()=>{u+=1,m(""),i.hidden=!0,a.focus(),s(),t.dataset.state="ready"}});i.hidden=!0;let l=y("span",{class:"ff-note"},"Choose, drop \
or paste one. It stays in this page and is sent nowhere."),f=y("p",{role:"status",hidden:!0}),u=0;r.addEventListener("change",()=>{r.files.length&&d(r.files[0]),
r.value=""}),t.addEventListener("dragover",p=>{p.dataTransfer.types.includes("Files")&&(p.preventDefault(),t.classList.add("ff-over"))}),t.addEventListener("dra\
gleave",p=>{t.contains(p.relatedTarget)||t.classList.remove("ff-over")}),t.addEventListener("drop",p=>{t.classList.remove("ff-over"),p.dataTransfer.files.length&&
(p.preventDefault(),p.stopPropagation(),d(p.dataTransfer.files[0]))}),document.addEventListener("paste",c);function c(p){if(!t.isConnected)return document.removeEventListener(
"paste",c);let x=t.contains(p.target);if(p.defaultPrevented||!x&&!(kr(t)&&$r(p.target)))return;let g=[...p.clipboardData.files].find(v=>v.type.startsWith("image\
/"));g?(p.preventDefault(),d(g)):x&&m("There is no picture in the clipboard: copy one first, and paste again.")}async function d(p){u+=1;let x=u;t.dataset.state=
"reading",m(`Reading ${Ut(p)} …`);try{let g=await xr(p,e);if(x!==u)return;m(""),i.hidden=!1,n(g)}catch(g){if(x!==u)return;m(g instanceof ot?g.message:zn(p))}t.
dataset.state="ready"}function m(p){f.textContent=p,f.hidden=p===""}return{element:y("div",{class:"ff-own"},y("div",{class:"ff-controls"},a,r,i,l),f)}}var ot=class extends Error{},
Ut=t=>t.name?`“${t.name}”`:"the picture",zn=t=>`This browser cannot read ${Ut(t)} as a picture: take a JPEG, PNG or WebP file.`;async function xr(t,e){let o=await vr(
t),n=Math.min(o.width,o.height),s=Math.floor((o.width-n)/2),r=Math.floor((o.height-n)/2),a=Math.ceil(br/n),i=Jn(n,e),f=y("canvas",{width:n,height:Math.min(a,n)}).
getContext("2d",{willReadFrequently:!0});for(let u=0;u<n;u+=a){let c=Math.min(a,n-u);f.fillStyle="white",f.fillRect(0,0,n,c),f.drawImage(o,s,r+u,n,c,0,0,n,c),i.
add(f.getImageData(0,0,n,c).data),await new Promise(d=>{setTimeout(d)})}return o.close(),i.bytes()}async function vr(t){if(t.type&&!t.type.startsWith("image/"))
throw new ot(zn(t));let e=URL.createObjectURL(t);try{let o=await Mr(e),n=o.naturalWidth*o.naturalHeight;if(n>Zn)throw new ot(`${Ut(t)} has ${Math.round(n/1e6)} \
million pixels and this page takes up to ${Zn/1e6} million: make it smaller first.`);return await createImageBitmap(t,{imageOrientation:"from-image"}).catch(()=>createImageBitmap(
o))}finally{URL.revokeObjectURL(e)}}function Mr(t){return new Promise((e,o)=>{let n=new Image;n.onload=()=>e(n),n.onerror=o,n.src=t})}function kr(t){let e=t.getBoundingClientRect();
return e.bottom>0&&e.top<window.innerHeight}function $r(t){return!t.isContentEditable&&!t.closest("input, textarea, select")}function ze(t){let e=t.length/3,o=[0,0,0],n=[0,0,0];t.forEach((r,a)=>{o[a%3]+=r/e}),t.forEach((r,a)=>{n[a%3]+=(r-o[a%3])**2/e});for(let r=0;r<3;r+=1)n[r]=Math.sqrt(
n[r])||1;let s=Float64Array.from(t,(r,a)=>(r-o[a%3])/n[a%3]);return{mean:o,std:n,image:s}}function Ve({mean:t,std:e,image:o},n,s,r){let a=new Uint8ClampedArray(
o.length);for(let i=0;i<o.length;i+=1)a[i]=(s*o[i]+r*n[i])*e[i%3]+t[i%3];return a}function wt(t,e){return t.reduce((o,n,s)=>o+Math.abs(n-e[s]),0)/t.length}function eo(t,e,o,n,s){for(let r=1,a=0;r<s;r+=1){let i=s>>1;for(;a&i;i>>=1)a^=i;if(a^=i,r<a){let l=o+r*n,f=o+a*n;[t[l],t[f]]=[t[f],t[l]],[e[l],e[f]]=[e[f],e[l]]}}
for(let r=2;r<=s;r*=2)for(let a=0;a<r/2;a+=1){let i=Math.cos(-2*Math.PI*a/r),l=Math.sin(-2*Math.PI*a/r);for(let f=a;f<s;f+=r){let u=o+f*n,c=u+r/2*n,d=t[c]*i-e[c]*
l,m=t[c]*l+e[c]*i;t[c]=t[u]-d,e[c]=e[u]-m,t[u]+=d,e[u]+=m}}}function Ht(t,e){let o=Float64Array.from(t),n=new Float64Array(e*e);for(let s=0;s<e;s+=1)eo(o,n,s*e,
1,e);for(let s=0;s<e;s+=1)eo(o,n,s,e,e);return{real:o,imaginary:n}}function to(t){let e=new Int16Array(t*t);for(let o=0;o<t;o+=1)for(let n=0;n<t;n+=1){let s=Math.
min(o,t-o),r=Math.min(n,t-n),a=Math.round(Math.hypot(r,s));e[o*t+n]=a<=t/2?a:-1}return e}function Gt(t,e,o,n,s,r){let a=new Float64Array(r/2+1),i=new Float64Array(
r/2+1);for(let l=0;l<r*r;l+=1){if(s[l]<0)continue;let f=o*t.real[l]+n*e.real[l],u=o*t.imaginary[l]+n*e.imaginary[l];a[s[l]]+=(f*f+u*u)/(r*r),i[s[l]]+=1}return a.
map((l,f)=>l/i[f])}var Sr=[{kind:"cosine",name:"Cosine schedule",colour:"signal"},{kind:"linear",name:"Linear schedule",colour:"noise"}];function no(t,e,o){let n=new Float64Array(
o);for(let r of t){let a=Math.floor((r+e)/(2*e)*o);a>=0&&a<o&&(n[a]+=1)}let s=2*e/o;return n.map(r=>r/(t.length*s))}function so(t,e,o){let{size:n,seed:s}=e,r=se(
e.pixels),a=z(s,r.length),i=new Float64Array(r.length),l=o.querySelector("figcaption"),f=l.textContent,u={},c=to(n),d=Ht(oo(a),n),m=Sr.map(b=>({...b,schedule:Ce(
b.kind),view:Z({label:b.name,title:b.name,width:n,height:n}),note:y("div",{class:"ff-note"})})),p=pe({label:"Histogram of the pixel values",title:"Pixel values",
x:[-4,4],y:[0,.8],xLabel:"standardised value",xTicks:[-4,-2,0,2,4],yTicks:[0,.4,.8]}),x=pe({label:"Power spectrum",title:"Power at each scale",x:[0,Math.log10(n/
2)],y:[-2,4],xLabel:"cycles per picture: coarse → fine",xTicks:[1,2,4,8,16,32,64].filter(b=>b<=n/2).map(Math.log10),formatX:b=>Math.round(10**b),yTicks:[-2,0,
2,4],formatY:b=>`10${Ar(b)}`}),g=K({label:"Time t",min:0,max:1,step:.01,value:e.t,format:b=>b.toFixed(2),onInput:I}),v=J(),h=Qn(o,{size:n,backLabel:e.credit?"Ba\
ck to the flower":"Back to the first picture",show:b=>{M(b,!0),I()},back:()=>{M(r,!1),I()}});t.append(X(g,$e(t,g,{label:"Dissolve"})),y("div",{class:"ff-columns\
 ff-pair ff-dissolve"},...m.map(({view:b,note:S})=>y("div",{},b.element,S))),y("div",{class:"ff-columns ff-two"},p.element,x.element),ye([["signal","cosine"],["\
noise","linear"],["muted","picture",!0],["ink","pure noise",!0]]),v.element,h.element);let A=Fr(81).map(b=>-4+b/10).map(b=>[b,Math.exp(-b*b/2)/Math.sqrt(2*Math.
PI)]);function M(b,S){let T=ze(b),P=Ht(oo(T.image),n);u={pixels:T,transform:P,name:S?"Your picture":e.credit?"Photograph of a flower":"The picture",histogram:$(
no(T.image,4,40)),power:k(Gt(P,d,1,0,c,n))},l.textContent=S?f.replace(e.credit,""):f,o.toggleAttribute("data-own",S)}function I(){let b=g.value,{pixels:S,transform:T,
name:P}=u,{image:_}=S,q=[],E=[],C=[];for(let{schedule:w,view:F,note:R,colour:U,name:H}of m){let{signal:N,noise:L}=w.rates(b);for(let B=0;B<i.length;B+=1)i[B]=N*
_[B]+L*a[B];F.draw(Ve(S,a,N,L));let O=`signal ${N.toFixed(2)}, noise ${L.toFixed(2)}`;R.textContent=O,F.describe(`${P}, ${H.toLowerCase()}, t = ${b.toFixed(2)}:\
 ${O}`),q.push({points:$(no(i,4,40)),colour:U}),E.push({points:k(Gt(T,d,N,L,c,n)),colour:U}),C.push(`${H.toLowerCase().split(" ")[0]} keeps ${Math.round(100*N**
2)} %`)}p.update({lines:[{points:u.histogram,colour:"muted",dash:!0,width:1.5},{points:A,colour:"ink",dash:!0,width:1.5},...q]}),x.update({lines:[{points:u.power,
colour:"muted",dash:!0,width:1.5},{points:[[0,0],[Math.log10(n/2),0]],colour:"ink",dash:!0,width:1.5},...E]}),v.say(`At t = ${b.toFixed(2)} the ${C.join(", the ")}\
 of the variance from the image.`)}function $(b){return Array.from(b,(S,T)=>[-4+8*(T+.5)/b.length,S])}function k(b){return Array.from(b,(S,T)=>[Math.log10(T),Math.
log10(S+1e-9)]).slice(1)}M(r,!1),I(),o.dataset.state="ready"}function oo(t){return Float64Array.from({length:t.length/3},(e,o)=>(t[3*o]+t[3*o+1]+t[3*o+2])/Math.
sqrt(3))}function Ar(t){return String(t).replace("-","⁻").replace(/\d/g,e=>"⁰¹²³⁴⁵⁶⁷⁸⁹"[e])}function Fr(t){return Array.from({length:t},(e,o)=>o)}function Yt({caption:t,name:e,head:o}){let n=y("tbody"),s=i=>y("th",{scope:"col"},i),r=y("table",{class:"ff-bars"},y("caption",{},t),y("thead",{},y("tr",{},s(e),
y("td"),...o.map(s))),n),a=i=>`${(100*Math.min(Math.max(i,0),1)).toFixed(1)}%`;return{element:r,update(i){n.replaceChildren(...i.map(({name:l,share:f,mark:u,cells:c})=>y(
"tr",{},y("th",{scope:"row"},l),y("td",{class:"ff-bar","aria-hidden":"true"},y("div",{},y("i",{style:`width:${a(f)}`}),y("b",{style:`left:${a(u)}`}))),...c.map(
d=>y("td",{},d)))))}}}function at(t,e,o){let[n,s]=[t.logSNR(1),t.logSNR(0)];return Array.from({length:e+1},(r,a)=>o==="time"?t.logSNR(1-a/e):n+(s-n)*a/e)}var it=(t,e,o,n)=>e.map((s,r)=>t*
s+o*n[r]);function Vt(t,e,o){let n=ge(o);return{image:it(1/n.signal,t,-n.noise/n.signal,e),noise:e}}function co(t,e,o){let n=ge(o);return{image:e,noise:it(1/n.noise,
t,-n.signal/n.noise,e)}}function Xt({image:t,noise:e},o){let n=ge(o);return it(n.signal,t,n.noise,e)}function*rt(t,e,o){return Vt(t,yield{noisy:t,level:e,image:o},
e)}function*yt(t,e,o){let n=null;for(let s=0;s<o.length-1;s+=1){let r=yield*t(e,s,n);({image:n}=r),e=Xt(r,o[s+1])}return{noisy:e,image:n}}function Jt(t,e){return yt(
(o,n,s)=>rt(o,e[n],s),t,e)}function Tr(t,e){return yt(function*(n,s,r){let a=yield*rt(n,e[s],r);if(s===e.length-2)return a;let i=yield*rt(Xt(a,e[s+1]),e[s+1],a.
image);return Vt(n,it(.5,a.noise,.5,i.noise),e[s])},t,e)}function uo(t,e){let o=null;return yt(function*(s,r,a){let[i,l]=[yield*rt(s,e[r],a),o];if(o=i.image,!l)
return i;let f=(e[r+1]-e[r])/(2*(e[r]-e[r-1]));return co(s,it(1+f,o,-f,l),e[r])},t,e)}function Kt(t,e,{order:o,quantity:n,corrected:s=!1}){let r=n==="noise"?Vt:
co,a=[],i=t;return yt(function*(f,u,c){let d=yield*rt(f,e[u],c);if(a.unshift(d[n]),a.length=Math.min(a.length,s?o+1:o),s&&u>0){let p=io(e,u-1,ro(u,u-o),n);f=Xt(
r(i,ao(p,a),e[u-1]),e[u])}i=f;let m=io(e,u,ro(u,u-o+1),n);return r(f,ao(m,a),e[u])},t,e)}function ro(t,e){return Array.from({length:t-Math.max(e,0)+1},(o,n)=>t-
n)}function ao(t,e){return e[0].map((o,n)=>t.reduce((s,r,a)=>s+r*e[a][n],0))}function io(t,e,o,n){let s=t[e+1]-t[e],r=lo.map(({point:l})=>t[e]+s*(l+1)/2),a=r.map(
(l,f)=>lo[f].weight*Math.exp((n==="noise"?-l:l)/2)),i=a.reduce((l,f)=>l+f);return o.map(l=>r.reduce((f,u,c)=>f+a[c]/i*o.reduce((d,m)=>m===l?d:d*((u-t[m])/(t[l]-
t[m])),1),0))}var lo=Array.from({length:16},(t,e)=>{let n=Math.cos(Math.PI*(e+.75)/16.5),s=0;for(let r=0;r<8;r+=1){let[a,i]=[1,n];for(let l=2;l<=16;l+=1)[a,i]=[
i,((2*l-1)*n*i-(l-1)*a)/l];s=16*(n*i-a)/(n**2-1),n-=i/s}return{point:n,weight:2/((1-n**2)*s**2)}}),st=t=>t,Zt={ddim:{run:Jt,steps:st},heun:{run:Tr,steps:t=>Math.
floor((t+1)/2)},dpm_solver_pp:{run:uo,steps:st},images:{steps:st,run:(t,e)=>Kt(t,e,{order:2,quantity:"image"})},noises:{steps:st,run:(t,e)=>Kt(t,e,{order:3,quantity:"\
noise"})},corrected:{steps:st,run:(t,e)=>Kt(t,e,{order:3,quantity:"noise",corrected:!0})}};function fo(t,e,o){return uo(t,at(e,o,"log_snr"))}var lt=60,et=7,tt=[-11,10],bt=lt/(et-1),xt=.02;function vt(t){let e=t.length-1,o=s=>{let r=Math.min(Math.floor(s*e),e-1);return t[r]+(t[r+1]-t[r])*(s*e-r)};return{
logSNR:o,time:s=>{let r=t.findIndex(l=>l<=s);if(r===0)return 0;if(r<0)return 1;let[a,i]=[t[r-1],t[r]];return(r-1+(a-s)/(a-i))/e},rates:s=>ge(o(s))}}function Mt(t,e=lt){
return Array.from({length:e+1},(o,n)=>Math.min(Math.max(t(n/e),tt[0]),tt[1]))}function mo(t,e,o,n){return Math.min(Math.max(t,tt[0]+(o-1-e)*n),tt[1]-e*n)}function po(t,e,o){
let n=!1,s=(r,a)=>t[r]-t[a]<o-1e-9;for(let r=e-1;r>=0&&s(r,r+1);r-=1)t[r]=t[r+1]+o,n=!0;for(let r=e+1;r<t.length&&s(r-1,r);r+=1)t[r]=t[r-1]-o,n=!0;return n}function ho(t,e,o){
let n=[...t],[s,r]=[e,o].map(([l])=>Math.round(l*lt)),a=Math.sign(r-s)||1,i=!1;for(let l=s;a*(r-l)>=0;l+=a){let f=r===s?1:(l-s)/(r-s);n[l]=mo(e[1]+f*(o[1]-e[1]),
l,n.length,xt),i=po(n,l,xt)||i}return{levels:n,levelled:i}}var kt=t=>t.filter((e,o)=>o%bt===0);function Qt(t,e,o){let n=kt(t),s=[...n];s[e]=mo(o,e,et,bt*xt);let r=po(
s,e,bt*xt);return{levels:t.map((i,l)=>{let f=Math.min(Math.floor(l/bt),et-2),u=(i-n[f+1])/(n[f]-n[f+1]);return s[f+1]+u*(s[f]-s[f+1])}),levelled:r}}function zt(t,e){
let o=e.map(t.time);return o.slice(1).map((n,s)=>n-o[s])}function en({power:t,sizes:e},o,n=1200){let s=e.reduce((l,f)=>l+f,0),[r,a]=[0,0];for(let l=0;l<n;l+=1){
let f=Math.exp(o((l+.5)/n)),u=0;for(let c=0;c<t.length;c+=1)u+=e[c]*t[c]/(1+f*t[c]);a+=Math.sqrt(u/s)/n,r+=Math.sqrt(f*u/s)/n}let i=Math.sqrt(2/Math.PI);return{
noise:i*r,image:i*a}}function $t(t,e,[o,n]){return at(t,e,"time").map(s=>Math.min(Math.max(s,o),n))}async function go(t,e,o,n=()=>!0){let s=Jt(e,t),r=s.next();for(let a=0;!r.
done;a+=1)if(r=s.next(await o(r.value.noisy,ge(r.value.level))),n(r.value.image,a)===!1)return null;return r.value.image}function wo(t){let{signal:e}=t.rates(1),
o=Array.from({length:1001},(s,r)=>r/1e3).find(s=>t.logSNR(s)<0);return`${o===void 0?"The picture always outweighs the noise":o===0?"Noise outweighs the picture \
from the start":`Noise outweighs the picture from t = ${o.toFixed(2)}`}; at t = 1 a signal rate of ${e.toFixed(3)} is left.`}function yo(t,e){let o=(n,s)=>Math.
abs(s-1)<.005?`the loss on the ${n} as under cosine`:`the loss on the ${n} ${s<1?"falls":"rises"} to ${s.toFixed(2)} of cosine's`;return` Predicted: ${o("noise",
t)}, ${o("image",e)}.`}async function ce(t){let e=new Image;e.src=t,await e.decode();let o=document.createElement("canvas");o.width=e.naturalWidth,o.height=e.naturalHeight;let n=o.getContext(
"2d",{willReadFrequently:!0});return n.drawImage(e,0,0),n.getImageData(0,0,o.width,o.height)}function fe(t){return decodeURIComponent(t.querySelector(".ff-still\
 img").getAttribute("src")).match(/ href='([^']*)'/)[1]}function ue(t,e,o,n,s){let r=new Uint8ClampedArray(3*n*s);for(let a=0;a<s;a+=1)for(let i=0;i<n;i+=1){let l=4*
((o+a)*t.width+e+i);r.set(t.data.subarray(l,l+3),3*(a*n+i))}return r}function De(t,e,o,n,s){let r=new Uint8ClampedArray(3*n*s);for(let a=0;a<3;a+=1){let i=o+a*t.
height/3;for(let l=0;l<s;l+=1)for(let f=0;f<n;f+=1)r[3*(l*n+f)+a]=t.data[4*((i+l)*t.width+e+f)]}return r}var je=10,bo=[10,2,0,-2,-4,-6,-11],Er=["above 2","2 to 0","0 to −2","−2 to −4","−4 to −6","below −6"],Cr=[["cosine","Cosine"],["linear","Linear β"],
["log_snr","Straight log-SNR"],["rectified_flow","Rectified flow"],["high","Mostly high noise"],["low","Mostly low noise"]],tn="This schedule",Nr=["drawn","What\
 I drew"],Lr=.2,Ir=500,nn=(t,e=1)=>t.toFixed(e).replace("-","−"),xo=t=>`${Math.round(100*t)} %`,vo=Array.from({length:101},(t,e)=>e/100);function Mo(t,e,o){let n=M=>e.
examples[M]?Mt(vt(e.examples[M]).logSNR):Mt(Ce(M).logSNR),s=vt(Mt(Ce("cosine").logSNR,1e3)),r=zt(s,bo),a=n(e.kind),i=e.kind,l=a,f=!1,u=null,c=ee({label:"Start f\
rom",value:i,options:[...Cr,Nr],onChange(M){i=M,a=M==="drawn"?l:n(M),f=!1,A()}}),d=M=>{({levels:a,levelled:f}=M),l=a,i=c.input.value="drawn",A()},m=pe({label:"L\
og-SNR over time, with seven handles",title:"Log-SNR: draw it, or move the rings",x:[0,1],y:tt,height:260,xLabel:"time t",yTicks:[-10,-5,0,5,10],onHandle:(M,I,$)=>d(
Qt(a,Number(M),$)),onStep:(M,I)=>d(Qt(a,Number(M),kt(a)[M]+Lr*I)),onDraw(M,I){d(ho(a,I?M:u,M)),u=M}}),p=pe({label:"Signal rate and noise rate over time",title:"\
Signal and noise rate",x:[0,1],y:[0,1],height:260,xLabel:"time t",yTicks:[0,.5,1]}),x=Yt({caption:"How the time is spent",name:"log-SNR",head:["this","cosine"]}),
g=J(),v=e.network?Rr(e,o,s):Pr(e);t.append(X(c),y("div",{class:"ff-columns ff-two"},y("div",{},m.element,ye([["leaf","this schedule"],["muted","cosine",!0]])),y(
"div",{},p.element,ye([["signal","signal rate"],["noise","noise rate"]]))),g.element,y("div",{class:"ff-columns ff-two ff-gap"},x.element,...v.beside),...v.under);
let h=vo.map(M=>[M,s.logSNR(M)]);function A(){let M=vt(a),I=v.stops(M);m.update({lines:[{points:h,colour:"muted",dash:!0,width:1.5},{points:a.map((b,S)=>[S/lt,b]),
colour:"leaf",width:2.5}],marks:[...I.map(([b,S])=>({x:b,y:S,colour:"petal"})),...kt(a).map((b,S)=>({x:S/(et-1),y:b,colour:"leaf",handle:String(S),label:`Log-SN\
R at t = ${(S/(et-1)).toFixed(2)}`,says:nn(b)}))]});let $=vo.map(b=>[b,M.rates(b)]);p.update({lines:["signal","noise"].map(b=>({points:$.map(([S,T])=>[S,T[b]]),
colour:b,width:2.5}))});let k=zt(M,bo);x.update(Er.map((b,S)=>({name:b,share:k[S],mark:r[S],cells:[xo(k[S]),xo(r[S])]}))),g.say(`${f?"A log-SNR may only fall: w\
here yours would have risen, it was levelled. ":""}${wo(M)}${v.show(M,i)}`)}A()}function Pr({size:t,seed:e,pixels:o}){let n=ze(se(o)),s=z(e,n.image.length),r=Array.
from({length:je},(i,l)=>l/(je-1)),a=r.map(i=>Z({label:`Flower at t = ${i.toFixed(2)}`,title:i.toFixed(2),width:t,height:t}));return{beside:[],under:[y("div",{class:"\
ff-strip"},...a.map(i=>i.element))],stops:i=>r.map(l=>[l,i.logSNR(l)]),show(i){return r.forEach((l,f)=>{let{signal:u,noise:c}=i.rates(l);a[f].draw(Ve(n,s,u,c)),
a[f].describe(`Flower at t = ${l.toFixed(2)}, signal rate ${u.toFixed(2)}`)}),""}}}function Rr({network:t,recorded:e,spectrum:o},n,s){let{size:r,mean:a,std:i}=t,
l=Ae(t),f=[1,0].map(E=>l.schedule.logSNR(E)),u=en(o,s.logSNR),c=Yt({caption:"Predicted loss",name:"on the",head:["this","cosine","ratio"]}),d=(E,C)=>Z({title:E,
label:C,width:r,height:r}),m={cosine:d("Cosine","A flower grown under the cosine schedule"),mine:d(tn,"A flower grown under this schedule")},p=J(),x=oe({label:"\
Another seed",onClick:()=>{h+=1,m.cosine.draw(v),P(0)}});x.disabled=!0,l.onChange(()=>{x.disabled=!l.ready});let g=Fe(n,l,t,p,{label:"Grow it here",again:"Grow \
it again",opening:`Recorded: ${e.name}, seed ${e.seed}, ten steps.`,onReady:()=>P(0),onLost:()=>{$+=1}}),v=me(new Float32Array(3*r*r),a,i),{seed:h}=e,A=null,M=[],
I="",$=0,k=null;ce(fe(n)).then(E=>{A=E,m.cosine.draw(b("cosine")),S(),n.dataset.recorded="shown"});function b(E){return ue(A,r*e.kinds.indexOf(E),0,r,r)}function S(){
if(l.ready||!A)return;let E=e.kinds.includes(I);m.mine.draw(E?b(I):v),m.mine.heading.textContent=E?tn:"Not grown yet",m.mine.describe(E?"A flower grown under th\
is schedule":"Not grown yet")}let T=Oe(()=>{l.ready&&_()});function P(E=Ir){$+=1,l.ready&&T(E)}async function _(){let E=$+=1,C=z(h,3*r*r),w=(F,R)=>go(R,C,async(U,H)=>(await l.
predict(U,H,e.label)).noise,(U,H)=>E!==$?!1:(m[F].draw(me(U,a,i)),p.say(`Step ${H+1} of ${je}, seed ${h}.${q}`),!0));m.mine.heading.textContent=tn,n.dataset.state=
"growing";try{if(await w("mine",M)===null)return;if(k!==h){if(await w("cosine",$t(s,je,f))===null)return;k=h}}catch(F){if(E!==$)return;p.say(`The network stoppe\
d: ${F.message}`),n.dataset.state="failed";return}m.mine.describe("A flower grown under this schedule"),p.say(`Both grown from the noise of seed ${h}, in ten st\
eps each.${q}`),n.dataset.state="done"}let q="";return{beside:[c.element],under:[y("div",{class:"ff-columns ff-pair ff-grow ff-gap"},m.cosine.element,m.mine.element),
p.element,y("div",{class:"ff-controls ff-gap"},g.processor.element,g.action,x,g.bar)],stops:E=>$t(E,je,f).map((C,w)=>[1-w/je,C]),show(E,C){I=C,M=$t(E,je,f),q=M.
some((R,U)=>Math.abs(R-E.logSNR(1-U/je))>.05)?` The network knows log-SNRs from ${nn(f[1])} to ${nn(f[0])} only: steps beyond are taken at the nearest of these.`:
"";let F=en(o,E.logSNR);return c.update(["noise","image"].map(R=>({name:R,share:F[R],mark:u[R],cells:[F[R].toFixed(3),u[R].toFixed(3),(F[R]/u[R]).toFixed(2)]}))),
S(),P(),yo(F.noise/u.noise,F.image/u.image)+q}}}var St=[[125,47,6],[234,103,29],[243,189,152],[236,234,230],[165,210,251],[35,149,252],[10,74,138]];function Or(t){let e=(Math.min(Math.max(t,-1),1)+1)/2*(St.length-
1),o=Math.min(Math.floor(e),St.length-2);return[0,1,2].map(n=>{let[s,r]=[St[o][n],St[o+1][n]];return s+(r-s)*(e-o)})}function ct(t){let e=new Uint8ClampedArray(
3*t.length);return t.forEach((o,n)=>e.set(Or(o),3*n)),e}function At(t,e,o){let[n,s]=[Math.log10(e),Math.log10(o)],r=t/2;return Array.from({length:r},(a,i)=>10**(r===1?n:n+(s-n)*i/(r-1)))}function on(t,e){let o=e.map(
n=>Math.fround(Math.fround(t)*Math.fround(2*Math.PI*n)));return Float64Array.from([...o.map(Math.sin),...o.map(Math.cos)])}function sn(t,e){return e.reduce((n,s)=>n+
Math.cos(2*Math.PI*s*t),0)/e.length}var Xe=400,rn=1e-4;function $o(t,e){let o=null,n=(M,I)=>K({label:M,min:0,max:1,step:.001,value:I,format:$=>$.toFixed(3),onInput:A}),s=n("Noise variance a",e.a),
r=n("Noise variance b",e.b),a=(M,I,$,k)=>K({label:M,min:I,max:$,step:.1,value:Math.log10(k),format:b=>`${Number((10**b).toPrecision(2))}`,onInput:h}),i=a("Lowes\
t frequency",-1,1,e.min_frequency),l=a("Highest frequency",1,3,e.max_frequency),f=ee({label:"Length",value:String(e.dim),onChange:h,options:[8,16,32,64].map(M=>[
String(M),String(M)])}),u=y("div",{class:"ff-map"}),c=["a","b"].map(M=>y("i",{class:"ff-cursor"},y("b",{},M))),d=y("div",{class:"ff-vectors"}),m=pe({label:"Simi\
larity against the distance between two noise levels",title:"Similarity at every distance",x:[Math.log10(rn),0],y:[-.5,1],xLabel:"distance between a and b",height:180,
xTicks:[-4,-3,-2,-1,0],formatX:M=>String(Number((10**M).toPrecision(1))),yTicks:[-.5,0,.5,1]}),p=J();t.append(X(s,r),X(i,l,f),y("span",{class:"ff-title"},"The v\
ector of every noise variance from 0 to 1"),u,y("div",{class:"ff-columns ff-two ff-gap"},d,m.element),p.element),u.addEventListener("pointerdown",M=>{u.setPointerCapture(
M.pointerId);let I=x(M);u.moved=Math.abs(I-s.value)<=Math.abs(I-r.value)?s:r,u.moved.value=I}),u.addEventListener("pointermove",M=>{u.hasPointerCapture(M.pointerId)&&
(u.moved.value=x(M))});function x(M){let I=u.getBoundingClientRect();return Math.min(Math.max((M.clientX-I.left)/I.width,0),1)}let g=[],v=[];function h(){let M=Number(
f.value);g=At(M,10**i.value,10**l.value),o=Z({label:`Embeddings of length ${M}: each column is the vector of one noise variance`,width:Xe,height:M}),o.draw(ct(_r(
g))),u.replaceChildren(o.element,...c),v=[["vector of a","a"],["vector of b","b"],["a times b, cell by cell",""]].map(([I])=>Z({label:I,title:I,width:M,height:1})),
d.replaceChildren(...v.map(I=>I.element),y("div",{class:"ff-note"},`Left half sines, right half cosines, each from slow to fast. The sum of the last row, divide\
d by ${M/2}, is the similarity.`)),A()}function A(){let[M,I]=[on(s.value,g),on(r.value,g)],$=M.map((P,_)=>P*I[_]);[M,I,$].forEach((P,_)=>v[_].draw(ct(P))),c[0].
style.left=`${100*s.value}%`,c[1].style.left=`${100*r.value}%`,c[0].classList.toggle("ff-left",s.value<=r.value),c[1].classList.toggle("ff-left",s.value>r.value);
let k=Math.abs(s.value-r.value),b=sn(k,g),S=400,T=Array.from({length:S+1},(P,_)=>{let q=Math.log10(rn)*(1-_/S);return[q,sn(10**q,g)]});m.update({lines:[{points:T,
colour:"leaf"}],marks:[{x:Math.log10(Math.max(k,rn)),y:b,colour:"petal"}]}),p.say(`Distance ${k.toFixed(3)}, similarity ${b.toFixed(2).replace("-","−")}. From\
 a to b the slowest wave turns ${ko(g[0]*k)}, the fastest ${ko(g[g.length-1]*k)}.`)}h()}function ko(t){return t===1?"once":`${Number(t.toPrecision(2))} times`}function _r(t){
let e=new Float64Array(2*t.length*Xe);return t.forEach((o,n)=>{let s=Math.PI*o/Xe,r=Math.sin(s)/s;for(let a=0;a<Xe;a+=1){let i=2*Math.PI*o*(a+.5)/Xe;e[n*Xe+a]=r*
Math.sin(i),e[(n+t.length)*Xe+a]=r*Math.cos(i)}}),e}var Br={ArrowRight:()=>1,ArrowLeft:()=>-1,ArrowDown:t=>t,ArrowUp:t=>-t};function So(t,e,o){let{size:n,columns:s,names:r,chapter:a}=e,i=document.querySelector(".\
ff-figure.ff-grow")?"":a,l=J(),f=Z({label:"",width:n,height:n}),u=null,c=g=>ue(u,g%s*n,Math.floor(g/s)*n,n,n),d=r.map(g=>Z({label:"",width:n,height:n})),m=d.map(
(g,v)=>{g.canvas.setAttribute("aria-hidden","true");let h=y("a",{href:`${i}#flower=${v}&seed=${v}`,"aria-label":`${r[v]}: grow it`,tabindex:v===0?"0":"-1",...i?
{target:"_blank",rel:"noopener"}:{}},g.canvas);return h.addEventListener("pointerenter",()=>x(v)),h.addEventListener("focus",()=>x(v)),h}),p=y("div",{class:"ff-\
every",role:"group","aria-label":`${r.length} flowers: arrow keys move from one to the next`},...m);p.addEventListener("keydown",g=>{let v=m.indexOf(g.target),h=getComputedStyle(
p).gridTemplateColumns.split(" ").length,A=v+(Br[g.key]?.(h)??NaN);A in m&&(g.preventDefault(),m[v].tabIndex=-1,m[A].tabIndex=0,m[A].focus())}),t.append(p,y("di\
v",{class:"ff-every-one"},f.element,l.element));function x(g){u&&(f.draw(c(g)),f.describe(r[g]),l.say(`${r[g]}, seed ${g}. Press it to grow it yourself.`))}ce(fe(
o)).then(g=>{u=g,d.forEach((v,h)=>v.draw(c(h))),x(0),o.dataset.state="ready"})}function an(t,e){return t.findIndex(o=>o>=e)}function Ao(t,e,o){let n=t.length/3;return Float32Array.from(t,(s,r)=>{let a=Math.floor(r/n);return(s/255-e[a])/o[a]})}function To(t,e,o){let{size:n,mean:s,std:r,truths:a,told:i,errors:l}=e,f=Ae(e),u=Dn(se(e.photograph),s,r),c=w=>me(w,s,r),d=null,m=e.seed,p=0,x=!1,g=(w,F)=>K({label:F,
min:-w[0],max:-w.at(-1),step:w[0]-w[1],value:-e.truth,format:R=>Ft(-R),onInput:T}),v=g(a,"Log-SNR of the picture"),h=g(i,"Log-SNR that we claim"),A=(w,F)=>Z({title:w,
label:F,width:n,height:n}),M=A("It sees","The noisy photograph"),I=A("It answers","What the network answers"),$=A("When honest","What it answers when it is told\
 the truth"),k=J(),b=oe({label:"Another noise",onClick:()=>{m+=1,T()}}),S=Fe(o,f,e,k,{label:"Ask the network",opening:`${ln(0,l[a.indexOf(e.truth)][i.indexOf(e.
truth)])} These answers are recorded.`,onReady:T,onLost:T});t.append(X(v,h),y("div",{class:"ff-triple ff-lie"},M.element,I.element,$.element),k.element,y("div",
{class:"ff-controls ff-gap"},S.action,b,S.processor.element,S.bar));function T(){let w=f.ready;Fo(v,w?.05:a[0]-a[1]),Fo(h,w?.05:i[0]-i[1]),b.disabled=!w,p+=1,w?
_():P()}function P(){if(!d)return;m=e.seed;let[w,F]=[a.indexOf(-v.value),i.indexOf(-h.value)],R=i.indexOf(a[w]),U=H=>ue(d.guess,H*n,w*n,n,n);M.draw(De(d.noisy,0,
w*n,n,n)),E(U(F),i[F]),$.draw(U(R)),!(p===1&&!S.problem)&&k.say(`${ln(i[F]-a[w],l[w][F],l[w][R])} ${S.problem}`.trim())}async function _(){if(M.draw(c(q())),!x){
x=!0;try{for(let w=0;w!==p&&f.ready;)w=await C(p)}catch(w){f.ready&&k.say(`The network stopped: ${w.message}`)}x=!1}}function q(){let{signal:w,noise:F}=ge(-v.value),
R=z(m,u.length);return u.map((U,H)=>w*U+F*R[H])}function E(w,F){I.draw(w),I.describe(`What the network answers when it is told ${Ft(F)}`)}async function C(w){let[
F,R,U,H]=[-v.value,-h.value,q(),m],N=ge(F),L=async V=>{let{noise:re}=await f.predict(U,ge(V));return U.map((j,Q)=>(j-N.noise*re[Q])/N.signal)},O=[await L(R),await L(
F)];if(w!==p)return w;E(c(O[0]),R),$.draw(c(O[1]));let[B,Y]=O.map(V=>wt(V,u));return k.say(`${ln(R-F,B,Y)} Noise ${H}, answered in this page.`),o.dataset.state=
"done",w}ce(e.noisy).then(async w=>{d={noisy:w,guess:await ce(fe(o))},o.dataset.state="ready",T()})}function Fo(t,e){Number(t.input.step)!==e&&(t.input.step=e,t.
limits(t.input.min,t.input.max,t.input.value))}function ln(t,e,o){let n=`The picture is off by ${e.toFixed(2)} a pixel`;return t===0?`The truth. ${n}.`:`${t>0?"\
It believes in too little noise":"It believes in too much noise"}. ${n}, where the truth gives ${o.toFixed(2)}.`}function Ft(t){return(t>0?`+${t}`:String(t)).replace(
"-","−")}function ve({label:t,reach:e,draw:o,onPress:n=null}){let s=y("canvas",{role:"img","aria-label":t,class:n?"ff-plane":"ff-plane ff-plain"}),r=s.getContext("2d"),a=0,
i=(c,d)=>[(c+e)/(2*e)*a,(e-d)/(2*e)*a],l={place:i,get context(){return r},get width(){return a},ring(c,d,m,p,x){r.beginPath(),r.arc(...i(c,d),m,0,2*Math.PI),r.lineWidth=
3,r.strokeStyle=p,r.fillStyle=x,r.fill(),r.stroke()},dots(c,d,m=2.4,p=1){r.globalAlpha=p,r.fillStyle=d;for(let x=0;x<c.length;x+=2){let[g,v]=i(c[x],c[x+1]);r.fillRect(
g-m/2,v-m/2,m,m)}r.globalAlpha=1},picture(c,d,m){r.globalAlpha=m;let[p,x]=i(-d,d);r.drawImage(c,p,x,a-2*p,a-2*x),r.globalAlpha=1},arrows(c,d,m,p=.05){r.strokeStyle=
m,r.lineWidth=1.2,r.beginPath();for(let x=0;x<c.length;x+=2){let[g,v]=i(c[x],c[x+1]),[h,A]=i(d[x],d[x+1]),M=Math.hypot(h-g,A-v);if(!(M>1))continue;let I=Math.min(
M,p*a),[$,k]=[(h-g)/M*I,(A-v)/M*I],b=Math.min(3.5,I/2)/I;r.moveTo(g,v),r.lineTo(g+$,v+k),r.lineTo(g+$-b*($-k),v+k-b*(k+$)),r.moveTo(g+$,v+k),r.lineTo(g+$-b*($+k),
v+k-b*(k-$))}r.stroke()}};function f(){a&&(r.clearRect(0,0,a,a),o(l))}function u(c){let d=s.getBoundingClientRect(),m=p=>e*(2*Math.min(Math.max(p,0),1)-1);return[
m((c.clientX-d.left)/d.width),-m((c.clientY-d.top)/d.height)]}return n&&(s.addEventListener("pointerdown",c=>{s.setPointerCapture(c.pointerId),n(u(c),!0)}),s.addEventListener(
"pointermove",c=>{s.hasPointerCapture(c.pointerId)&&n(u(c),!1)})),{element:s,canvas:s,redraw:f,follow(){pt(s,c=>{a=c;let d=window.devicePixelRatio||1;s.width=s.
height=Math.round(a*d),r=s.getContext("2d"),r.setTransform(s.width/a,0,0,s.width/a,0,0),f()})}}}function Co(t,e,o){let{size:n,levels:s,columns:r,shares:a}=e,i=z(1,3*n*n),l=Ao(se(e.picture),e.mean,e.std),f=Z({label:"",width:n,height:n}),u=null,c=K({label:"L\
og-SNR, from little noise to much",min:0,max:s.length-1,step:1,value:s.indexOf(e.opens),format:$=>Ft(s[$]),onInput:I}),d=($,k)=>ve({label:$,reach:n/2,draw:b=>{if(!u)
return;b.context.imageSmoothingEnabled=!1,f.draw(k()),b.picture(f.canvas,n/2,1);let{network:S,filter:T}=M();Eo(b,n,S.half,!1),Eo(b,n,T.half,!0)}}),m=d("The nois\
y picture, with the ring that holds half of the influence",A),p=d("The influence of each pixel on the middle one of the answer",()=>ue(u,n*(c.value%r),n*Math.floor(
c.value/r),n,n)),x=Z({label:"Colours of the map, weak to strong",width:r*n,height:e.bar}),g="Share of the influence within a radius",v=pe({label:g,title:g,height:180,
x:[0,a.network[0].length-1],y:[0,1],xLabel:"Radius (pixels)",yTicks:[0,.25,.5,.75,1]}),h=J();t.append(X(c),y("div",{class:"ff-columns ff-pair ff-view"},y("div",
{},y("span",{class:"ff-title"},"It sees"),m.element),y("div",{},y("span",{class:"ff-title"},"What counts"),p.element,y("div",{class:"ff-scale"},y("span",{},"wea\
k"),x.element,y("span",{},"strong")))),h.element,y("div",{class:"ff-gap"},v.element),ye([["leaf","the network"],["noise","the best linear filter",!0],["muted","\
the network before training",!0]]));function A(){let{signal:$,noise:k}=ge(s[c.value]),b=l.map((S,T)=>$*S+k*i[T]);return me(b,e.mean,e.std)}function M(){let $=k=>{
let b=a[k][c.value];return{curve:b,half:an(b,.5),most:an(b,.9)}};return{network:$("network"),filter:$("filter"),untrained:$("untrained")}}function I(){if(!u)return;
m.redraw(),p.redraw();let{network:$,filter:k,untrained:b}=M(),S=({curve:T})=>T.map((P,_)=>[_,P]);v.update({lines:[{points:S(b),colour:"muted",dash:!0},{points:S(
k),colour:"noise",dash:!0},{points:S($),colour:"leaf",width:3}],marks:[{x:$.half,y:$.curve[$.half],colour:"leaf"}]}),h.say(`Half of the influence lies ${Tt($.half)}\
, nine tenths ${Tt($.most)}. For the best linear filter half lies ${Tt(k.half)}, before training ${Tt(b.half)}.`)}ce(fe(o)).then($=>{u=$,x.draw(ue(u,0,u.height-
e.bar,u.width,e.bar));for(let k of[m,p])k.follow();I(),o.dataset.state="ready"})}function Tt(t){return t?`within ${t} ${t===1?"pixel":"pixels"}`:"in the pixel i\
tself"}function Eo(t,e,o,n){let{context:s,width:r}=t,[a,i]=t.place(.5,-.5);for(let[l,f]of[["#000",4.5],["#fff",2]])s.beginPath(),s.arc(a,i,(o+.5)*r/e,0,2*Math.PI),
s.setLineDash(n?[5,5]:[]),s.lineWidth=f,s.strokeStyle=l,s.stroke();s.setLineDash([])}function qr(t,e,o=8){let n=e/o,s=new Float64Array(3*n*n),r=a=>{let i=Math.floor(a/3);return 3*(Math.floor(i/e/o)*n+Math.floor(i%e/o))+a%3};return t.forEach((a,i)=>{
s[r(i)]+=a/o**2}),{broad:s,fine:Float64Array.from(t,(a,i)=>a-s[r(i)])}}function cn(t,e){return Math.sqrt(t.reduce((o,n,s)=>o+(n-e[s])**2,0)/t.length)}function No(t,e,o=8){
let n=t.map(f=>qr(f,e,o)),s=n[n.length-1],r=s.broad.length/3,a=[0,1,2].map(f=>s.broad.reduce((u,c,d)=>u+(d%3===f?c/r:0),0)),i={broad:cn(s.broad,s.broad.map((f,u)=>a[u%
3])),fine:cn(s.fine,new Float64Array(s.fine.length))},l=(f,u)=>cn(f[u],s[u])/(i[u]||1);return n.map(f=>({broad:l(f,"broad"),fine:l(f,"fine")}))}function Lo(t,e){
let o=t.length;for(;o>0&&t[o-1]<=e;)o-=1;return o}function Io(t,e){let o=n=>Math.abs(e[n]-t[n])/255;return Uint8ClampedArray.from({length:e.length/3},(n,s)=>255*
Math.sqrt(4*(o(3*s)+o(3*s+1)+o(3*s+2))/3))}var un=10,Dr=.25;function Ro(t,e,o){let{size:n,mean:s,std:r}=e,a=Ae(e),i=L=>me(L,s,r),l={seed:e.seed,steps:e.steps,eta:0},f=[],u=e.steps,c="",d=[],m=0,p=L=>O=>{
l[L]=Number(O),a.ready?U():A.say("Press the button to grow that one. What you see is the recorded flower.")},x=K({label:"Seed",min:0,max:999,step:1,value:e.seed,
onInput:p("seed")}),g=ee({label:"Steps",value:String(e.steps),onChange:p("steps"),options:[5,10,20,40].map(L=>[String(L),String(L)])}),v=K({label:"Fresh noise η",
min:0,max:1,step:.1,value:0,format:L=>L.toFixed(1),onInput:p("eta")}),h=oe({label:"Throw the dice",onClick:()=>{x.value=Math.floor(1e3*Math.random())}}),A=J(),M=J(),
I=Fe(o,a,e,A,{label:"Grow a flower",again:"Grow it again",opening:`Recorded: seed ${e.seed}, ${e.steps} steps, η = 0.`,onReady:H,onLost:()=>{m+=1,$.input.disabled=
!1}}),$=K({label:"Step",min:1,max:e.steps,step:1,value:e.steps,format:L=>`${L} of ${u}`,onInput:E}),k=(L,O)=>Z({title:L,label:O,width:n,height:n}),b=k("It sees",
"The noisy image"),S=k("It believes","The predicted image"),T=k("The change","What has changed in the predicted image"),P=y("div",{class:"ff-film-strip ff-dragg\
able","aria-hidden":"true"}),_=pe({label:"Distance of the belief to the flower",height:180,title:"How far the belief is from the flower",x:[1,0],y:[0,1.2],xLabel:"\
time t",xTicks:[1,.8,.6,.4,.2,0],yTicks:[0,.25,.5,.75,1],onPoint:q});if(t.append(X($),y("div",{class:"ff-triple ff-film"},b.element,S.element,T.element),P,M.element,
y("div",{class:"ff-gap"},X(x,h,g,v,I.processor),X(I.action,I.bar),A.element),y("div",{class:"ff-gap"},_.element,ye([["signal",`Broad colours: means over ${8} × ${8}\
 pixels`],["petal","Edges and detail: the rest"]]))),I.problem)for(let L of[x.input,h,g.input,v.input])L.disabled=!0;function q(L){$.input.disabled||($.value=Math.
round((1-L)*u)+1)}function E(){let L=f[$.value-1];if(!L)return;let O=f[$.value-2];b.draw(L.noisy),S.draw(L.image),T.draw(O?Io(O.image,L.image):new Uint8ClampedArray(
n*n));let{signal:B,noise:Y}=a.schedule.rates(L.time),V=`step ${$.value} of ${u}`;b.describe(`The noisy image that the network sees at ${V}`),S.describe(`The ima\
ge that the network believes in at ${V}`),T.describe(O?"Bright where its belief has changed since the step before":"The first step: there is no belief before it"),
M.say(`Step ${$.value} of ${u}, at t = ${L.time.toFixed(2)}: signal rate ${B.toFixed(2)}, noise rate ${Y.toFixed(2)}.${c}`);let re=C(),j=re.findLast(Q=>Q<$.value);
[...P.children].forEach((Q,ae)=>{Q.classList.toggle("ff-now",re[ae%re.length]===j)}),_.update({lines:d,marks:[{x:L.time,colour:"muted"}]})}function C(){let L=Math.
min(u,un);return Array.from({length:L},(O,B)=>Math.round(B*(u-1)/(L-1)))}function w(){P.replaceChildren(...["noisy","image"].flatMap(L=>C().map(O=>{let B=Z({label:"",
width:n,height:n});return f[O]&&B.draw(f[O][L]),B.canvas}))),P.style.setProperty("--ff-columns",C().length)}function F(){let L=No(f.map(({image:Y})=>Y),n),O=(Y,V)=>({
colour:V,points:f.map(({time:re},j)=>[re,L[j][Y]])});d=[O("broad","signal"),O("fine","petal")];let B=Y=>Lo(L.map(V=>V[Y]),Dr)+1;c=` Within a quarter of the flow\
er: its broad colours from step ${B("broad")} on, edges and detail from step ${B("fine")} on.`,_.describe(`Distance of the belief to the flower.${c}`),o.dataset.
broad=B("broad"),o.dataset.fine=B("fine")}let R=Oe(H);function U(){m+=1,R()}async function H(){let L=m+=1,O={...l};f=[],c="",d=[],u=O.steps,o.dataset.state="gro\
wing",$.input.disabled=!0;try{for await(let B of Ke(a,O)){if(L!==m)return;f.push({time:B.time,noisy:i(B.noisy),image:i(B.image)}),$.limits(1,u,f.length),w(),E(),
A.say(`Seed ${O.seed}: ${B.seconds.toFixed(2)} s a network evaluation here, ${B.where}.`),o.dataset.processor=B.processor}}catch(B){if(L!==m)return;A.say(`The n\
etwork stopped: ${B.message}`),o.dataset.state="failed";return}finally{L===m&&($.input.disabled=!1)}F(),E(),o.dataset.state="done"}let N=L=>{let O=P.getBoundingClientRect(),
B=Math.min(Math.max((L.clientX-O.left)/O.width,0),.999);$.input.disabled||($.value=Math.floor(B*u)+1)};P.addEventListener("pointerdown",L=>{P.setPointerCapture(
L.pointerId),N(L)}),P.addEventListener("pointermove",L=>{P.hasPointerCapture(L.pointerId)&&N(L)}),Promise.all([ce(e.noisy),ce(fe(o))]).then(([L,O])=>{f.length||
(f=Ne(e.steps).slice(0,-1).map((B,Y)=>{let V=[Y%un*n,Math.floor(Y/un)*n,n,n];return{time:B,noisy:De(L,...V),image:ue(O,...V)}}),F(),w(),$.limits(1,e.steps,Math.
round(e.steps/2)),E(),o.dataset.frames=f.length)})}function Oo(t,e,o){let{size:n,times:s,flowers:r}=e,a=s.length-1,i=null,l=h=>r.map(A=>Z({label:`${A}: ${h}`,width:n,height:n})),f=l("noisy"),u=l("guess"),c=K({label:"\
From noise to flower",min:0,max:a,step:1,value:0,format:h=>`t = ${s[h].toFixed(1)}`,onInput:x}),d=J(),m=(h,A)=>y("div",{},y("span",{class:"ff-title"},h),y("div",
{class:"ff-triple"},...A.map(M=>M.element))),p=y("div",{class:"ff-first ff-draggable"},m("The noisy picture",f),m("What the network takes it to be",u));t.append(
X(c,$e(o,c,{seconds:4})),p,d.element);function x(){if(!i)return;let h=c.value;r.forEach((A,M)=>{let I=[h*n,M*n,n,n];f[M].draw(De(i.noisy,...I)),u[M].draw(ue(i.guess,
...I)),f[M].describe(`A ${A} on its way out of noise, moment ${h} of ${a}`),u[M].describe(`What the network takes it to be at moment ${h} of ${a}`)}),d.say(g(h))}
function g(h){return h===0?"t = 1: pure noise. The guess is hardly more than a mean colour.":h===a?"t = 0: no noise is left. The last guess is the picture.":`t \
= ${s[h].toFixed(1)}: step ${2*h} of ${2*a}.`}let v=h=>{let A=p.getBoundingClientRect(),M=(h.clientX-A.left)/A.width;c.value=Math.round(Math.min(Math.max(M,0),1)*
a)};p.addEventListener("pointerdown",h=>{p.setPointerCapture(h.pointerId),v(h)}),p.addEventListener("pointermove",h=>{p.hasPointerCapture(h.pointerId)&&v(h)}),Promise.
all([ce(e.noisy),ce(fe(o))]).then(([h,A])=>{i={noisy:h,guess:A},o.dataset.state="ready",c.value=c.value===0?Math.round(.4*a):c.value})}function fn(t,e,o,n){let s=[0,1,2].map(a=>z(3*t+a,n)),r=Math.sqrt(1+e*e+o*o);return s[0].map((a,i)=>(a+e*s[1][i]+o*s[2][i])/r)}var jr={velocity:(t,e,{signal:o,noise:n})=>({
image:t.map((s,r)=>o*s-n*e[r]),noise:t.map((s,r)=>n*s+o*e[r])}),flow:(t,e,{signal:o,noise:n})=>({image:t.map((s,r)=>(s-n*e[r])/(o+n)),noise:t.map((s,r)=>(s+o*e[r])/
(o+n))})};function Wr(t,e){return o=>o===0?{signal:1,noise:0}:t==="mean-flow"?{signal:1-o,noise:o}:e.rates(o)}function Ur(t,e,{signal:o,noise:n},s,r){if(t!=="me\
an-flow")return[e,{signal:o,noise:n}];let a=Math.hypot(o,n),i=new Float32Array(e.length+s*s).fill(r);return i.set(e.map(l=>l/a)),[i,{signal:o/a,noise:n/a}]}async function*_o(t,e,{
method:o,target:n,schedule:s,size:r,evaluations:a,seed:i}){let l=Wr(o,s),f=Ne(a),u=e;for(let c=0;c<a;c+=1){let[d,m]=[l(f[c]),l(f[c+1])],[p,x]=Ur(o,u,d,r,f[c]-f[c+
1]),g=jr[n](u,await t(p,x),d),v=o==="consistency"?z(Qe(i,c),u.length):g.noise;u=g.image.map((h,A)=>m.signal*h+m.noise*v[A]),yield{i:c,image:g.image,noisy:u}}}function Bo(t,e,o){let{size:n,mean:s,std:r,reach:a,places:i,method:l,target:f,classes:u}=e,c=Ae(e),d=3*n*n,m={seed:e.seed,x:0,y:0,evaluations:e.evaluations[0],label:e.
label??u},p=null,x=!1,g=!1,v=ee({label:"Network evaluations",value:String(m.evaluations),options:e.evaluations.map(N=>[String(N),String(N)]),onChange:N=>q({evaluations:Number(
N)})}),h=ee({label:"Flower",value:String(m.label),options:[[String(u),"no class"],...e.class_names.map((N,L)=>[String(L),N]).sort((N,L)=>N[1]<L[1]?-1:1)],onChange:N=>q(
{label:Number(N)})}),A=oe({label:"Other noises",onClick:()=>q({seed:(m.seed+1)%1e3})}),M=(N,L)=>K({label:N,min:-a,max:a,step:.05,value:0,format:O=>O.toFixed(2).
replace("-","−"),onInput:O=>q({[L]:O})}),[I,$]=[M("Ring, across","x"),M("Ring, up","y")],k=y("canvas",{width:n,height:n}),b=ve({label:"The noise under the rin\
g",reach:a,draw:w,onPress([N,L]){I.limits(-a,a,N),$.limits(-a,a,L),q({x:N,y:L})}}),S=Z({label:"The flower",title:"Its flower",width:n,height:n}),T=J(),P=Fe(o,c,
e,T,{label:"Let it follow",again:"Once more",opening:"The flowers of these places are recorded.",onReady:()=>q({})});t.append(X(...e.evaluations.length>1?[v]:[],
...u?[h]:[],A),y("div",{class:"ff-columns ff-pair ff-follow"},y("div",{class:"ff-view"},y("span",{class:"ff-title"},"Drag the ring"),b.element),S.element),X(I,$),
T.element,y("div",{class:"ff-controls ff-gap"},P.action,P.processor.element,P.bar)),c.onChange(_),_();function _(){A.disabled=h.input.disabled=!c.ready}function q(N){
Object.assign(m,N),x=!0,C(),c.ready?U():F()}function E(){if(c.ready)return m;let N=L=>Math.round((L+a)/(2*a)*(i-1))/(i-1)*2*a-a;return{x:N(m.x),y:N(m.y)}}function C(){
let{x:N,y:L}=E(),O=me(fn(m.seed,N,L,d),s,r),B=k.getContext("2d"),Y=B.createImageData(n,n);for(let V=0;V<n*n;V+=1)Y.data.set([O[3*V],O[3*V+1],O[3*V+2],255],4*V);
B.putImageData(Y,0,0),b.redraw()}function w(N){N.context.imageSmoothingEnabled=!1,N.picture(k,a,1);let{x:L,y:O}=E();N.ring(L,O,9,le(o,"accent"),le(o,"panel"))}function F(){
if(!p)return;let N=V=>Math.round((V+a)/(2*a)*(i-1)),{x:L,y:O}=E(),B=e.evaluations.indexOf(m.evaluations)*i+N(L),Y=i-1-N(O);S.draw(ue(p,B*n,Y*n,n,n)),R(L,O),T.say(
`Recorded: the flower at ${mn(L,O)}, ${dn(m.evaluations)}. ${P.problem}`.trim())}function R(N,L){S.describe(`The flower of the noise at ${mn(N,L)}, ${dn(m.evaluations)}`)}
async function U(){if(!g){g=!0,o.dataset.state="following";try{for(;x&&c.ready;)x=!1,await H({...m});c.ready&&(o.dataset.state="done")}catch(N){c.ready&&(T.say(
`The network stopped: ${N.message}`),o.dataset.state="failed")}g=!1}}async function H(N){let L=performance.now(),O="",B=null,Y=async(j,Q)=>{let ae=await c.predict(
j,Q,N.label);return O=ae.where,ae.output},V=fn(N.seed,N.x,N.y,d);for await(let j of _o(Y,V,{...N,method:l,target:f,size:n,schedule:c.schedule}))B=j.image;S.draw(
me(B,s,r)),R(N.x,N.y);let re=performance.now()-L;o.dataset.milliseconds=re.toFixed(1),T.say(`The flower at ${mn(N.x,N.y)}, ${dn(N.evaluations)}: ${re.toFixed(0)}\
 ms, ${O}.`)}_e(o,()=>b.redraw()),b.follow(),C(),ce(fe(o)).then(N=>{p=N,c.ready||(S.draw(ue(p,(i-1)/2*n,(i-1)/2*n,n,n)),R(0,0)),o.dataset.recorded="ready"})}var dn=t=>`${t}\
 evaluation${t>1?"s":""}`,mn=(t,e)=>`(${t.toFixed(2)}, ${e.toFixed(2)})`.replaceAll("-","−");function qo(t,e,o){let[n,s]=[t,e].map(Hr),[r,a]=[t,e].map(l=>Gr(l,o)),i=(l,f)=>l.reduce((u,c,d)=>u+c*f[d],0);return{brightness:(n.mean-s.mean)/255,contrast:n.spread/
s.spread,outlines:i(r,a)/Math.sqrt(i(r,r)*i(a,a))}}function Hr(t){let e=t.reduce((n,s)=>n+s,0)/t.length,o=t.reduce((n,s)=>n+(s-e)**2,0);return{mean:e,spread:Math.
sqrt(o/t.length)}}function Gr(t,e){let o=n=>(t[3*n]+t[3*n+1]+t[3*n+2])/3;return Float64Array.from({length:e*(e-1)},(n,s)=>{let r=s+Math.floor(s/(e-1));return o(
r+1)-o(r)})}function Do(t,e,o){let{size:n,mean:s,std:r,classes:a}=e,i=3*n*n,l=Ae(e),f=j=>me(j,s,r),u=0,c={seed:e.seed,steps:e.steps,eta:0,label:e.label,guidance:e.guidance,
acts:"middle"},d=(j,Q=Number)=>ae=>{c[j]=Q(ae),C(),j==="seed"&&F(),l.ready&&j!=="seed"?B():l.ready&&L()},m=K({label:"Seed",min:0,max:999,step:1,value:c.seed,onInput:d(
"seed")}),p=ee({label:"Steps",value:String(c.steps),onChange:d("steps"),options:[5,10,20,40].map(j=>[String(j),String(j)])}),x=K({label:"Fresh noise η",min:0,max:1,
step:.1,value:0,format:j=>j.toFixed(1),onInput:d("eta")}),g=ee({label:"Flower",value:String(e.label),onChange:d("label"),options:[[String(a),"no class"],...e.class_names.
map((j,Q)=>[String(Q),j]).sort((j,Q)=>j[1]<Q[1]?-1:1)]}),v=K({label:"Guidance",min:0,max:8,step:.5,value:e.guidance,format:j=>j.toFixed(1),onInput:d("guidance")}),
[h,A]=e.interval,M=j=>h<=j&&j<=A,I=ee({label:"Guidance acts",value:"middle",onChange:d("acts",String),options:[["middle",`from t = ${A} to ${h}`],["always","alw\
ays"]]}),$=oe({label:"Another seed",onClick:()=>{m.value=(c.seed+1)%1e3}}),k={noisy:Z({label:"The noisy image",title:"Noisy image",width:n,height:n}),image:Z({label:"\
The predicted image",title:"Predicted image",width:n,height:n})},b=y("div",{class:"ff-grow-strip",role:"group","aria-label":"The predicted image, step by step"}),
S=oe({label:"Compare guidance",onClick:Y}),T=[["Class alone",{guidance:1}],["Guided always",{acts:void 0}],[`Guided from t = ${A} to ${h}`,{acts:M}]].map(([j,Q])=>({
title:j,options:Q,view:Z({title:j,label:j,width:n,height:n})})),P=y("div",{class:"ff-triple ff-film",hidden:!0},...T.map(({view:j})=>j.element)),_=J(),q=e.label===
a?"":`${e.class_names[e.label]}, `,E=Fe(o,l,e,_,{label:"Grow a flower",again:"Grow it again",opening:`Recorded: ${q}seed ${e.seed}, ${e.steps} steps.`,onReady:B,
onLost:()=>{u+=1}});t.append(X(m,p,x,...a?[g,v,I]:[],E.processor),X(E.action,$,...e.compare?[S]:[],E.bar),y("div",{class:"ff-columns ff-pair ff-grow"},k.noisy.element,
k.image.element),b,_.element,...e.compare?[P]:[]),l.onChange(C),C();function C(){v.input.disabled=I.input.disabled=c.label===a,S.disabled=c.label===a||!l.ready}
function w(j){o.dataset.state=j}function F(){k.noisy.draw(f(z(c.seed,i))),l.ready||k.image.draw(f(new Float32Array(i)))}let R=se(e.recorded),U=R.length/i;for(let j=0;j<
U;j+=1)H(R.subarray(j*i,(j+1)*i));if(F(),k.image.draw(R.subarray((U-1)*i)),E.problem)for(let j of[$,m.input,p.input,x.input,g.input])j.disabled=!0;function H(j){
let Q=y("canvas",{width:n,height:n,"aria-hidden":"true"}),ae=Q.getContext("2d"),W=ae.createImageData(n,n);for(let G=0;G<n*n;G+=1)W.data.set([j[3*G],j[3*G+1],j[3*
G+2],255],4*G);ae.putImageData(W,0,0),b.append(Q)}let N=Oe(B);function L(){u+=1,N()}async function O(j){let Q=u+=1,ae=()=>Q===u;w("growing");try{await j(ae),ae()&&
w("done")}catch(W){if(!ae())return;_.say(`The network stopped: ${W.message}`),w("failed")}}function B(){let{seed:j,steps:Q}=c,ae=new Set(Array.from({length:10},
(W,G)=>Math.ceil((G+1)*Q/10)));return b.replaceChildren(),P.hidden=!0,O(async W=>{for await(let G of Ke(l,V())){if(!W())return;k.noisy.draw(f(G.next)),k.image.draw(
f(G.image)),ae.has(G.i+1)&&H(f(G.image)),_.say(`Step ${G.i+1} of ${Q}, seed ${j}: ${G.seconds.toFixed(2)} s a network evaluation here, ${G.where}.`),o.dataset.processor=
G.processor,o.dataset.seconds=G.seconds.toFixed(4)}})}function Y(){P.hidden=!1;for(let{view:j}of T)j.draw(new Uint8ClampedArray(i));return O(async j=>{let Q=[];
for(let{title:ae,options:W,view:G}of T){let ne=null;for await(let te of Ke(l,{...V(),...W})){if(!j())return;ne=f(te.image),G.draw(ne),_.say(`${ae}: step ${te.i+
1} of ${c.steps}.`)}Q.push(ne)}_.say(T.slice(1).map(({title:ae},W)=>{let{brightness:G,contrast:ne,outlines:te}=qo(Q[W+1],Q[0],n);return`${ae}, the light has mov\
ed by ${Yr(G)}, the contrast is ${ne.toFixed(2)} times that of the class alone, and the outlines agree to ${te.toFixed(2)}.`}).join(" "))})}function V(){let{acts:j,
...Q}=c;return{...Q,acts:j==="always"?void 0:M}}function re(){let j=new URLSearchParams(location.hash.slice(1)),Q=Number(j.get("flower")??NaN);E.problem||!(Q in
e.class_names)||(g.value=String(Q),m.value=Number(j.get("seed")??c.seed),o.scrollIntoView({block:"center"}),l.ready||_.say(`${e.class_names[Q]}, seed ${c.seed}:\
 press the button to grow it.`))}window.addEventListener("hashchange",re),re()}function Yr(t){return`${t<0?"−":"+"}${Math.abs(t).toFixed(2)}`}var jo="noise-to-flowers:guess";function ut(){return{rounds:0,you:0,youLevels:0,bayes:0,bayesLevels:0}}function Wo(t,{right:e,level:o,bayes:n,from:s}){return{rounds:t.
rounds+1,you:t.you+(e?1:0),youLevels:t.youLevels+(e?o:0),bayes:t.bayes+(n?1:0),bayesLevels:t.bayesLevels+s}}function Uo(){try{let t=JSON.parse(localStorage.getItem(
jo));return Object.keys(ut()).every(e=>Number.isFinite(t[e]))?t:ut()}catch{return ut()}}function pn(t){try{localStorage.setItem(jo,JSON.stringify(t))}catch{}}function Ho(t,e,{signal:o,noise:n}){return Float64Array.from(t,(s,r)=>o*s+n*e[r])}function Go(t,e,{signal:o,noise:n}){let s=t.map(l=>{let f=0;for(let u=0;u<e.length;u+=
1)f+=(e[u]-o*l[u])**2;return-f/(2*n**2)}),r=Math.max(...s),a=s.map(l=>Math.exp(l-r)),i=a.reduce((l,f)=>l+f,0);return a.map(l=>l/i)}function Yo(t,e){let o=new Float64Array(
t[0].length);return t.forEach((n,s)=>{for(let r=0;r<o.length;r+=1)o[r]+=e[s]*n[r]}),o}var hn=.1;function Xo(t,e,o){let{size:n,names:s,noisiest:r,clearest:a,sure:i}=e,l=3*n*n,f=null,u=null,c=Uo(),d=K({label:"Log-SNR, from much noise to little",min:r,
max:a,step:hn,value:r,format:Je,onInput:$}),m=oe({label:"Next flower",onClick:()=>{M(Ko()),d.input.focus()}}),p=Z({title:"Under noise",label:"The noisy flower",
width:n,height:n}),x=Z({title:"Mean of the eight",label:"",width:n,height:n}),g=s.map((b,S)=>Kr(b,n,()=>I(S))),v=J(),h=y("table",{class:"ff-score","aria-label":"\
Score"}),A=oe({label:"Forget the score",onClick:()=>{c=ut(),pn(c),k(),d.input.focus()}});t.append(X(d,m),y("div",{class:"ff-guess"},y("div",{class:"ff-columns f\
f-pair"},p.element,x.element),y("div",{class:"ff-tiles",role:"group","aria-label":"Which flower is it?"},...g.map(b=>b.element))),v.element,y("div",{class:"ff-s\
core-row"},h,A));function M(b){u={...Vr(b,s.length,l),seen:r,guess:null},o.dataset.seed=b,m.disabled=!0,g.forEach(S=>S.hide()),d.value=r}function I(b){!u||u.guess!==
null||(u.guess=b,m.disabled=!1,u.from=Xr(f.images,u,r,a,i),c=Wo(c,{right:b===u.flower,level:u.seen,bayes:Vo(gn(f.images,u,u.seen))===u.flower,from:u.from}),pn(c),
d.value=u.seen,k())}function $(){if(!u)return;let b=d.value,{guess:S,flower:T}=u;S===null&&(u.seen=Math.max(u.seen,b));let{signal:P,noise:_}=ge(b),{images:q}=f;
p.draw(Ve({...f,image:q[T]},u.field,P,_)),p.describe(`A flower under noise, log-SNR ${Je(b)}`);let E=S===null?s.map(()=>1/s.length):gn(q,u,b);if(x.draw(Ve({...f,
image:Yo(q,E)},u.field,1,0)),x.heading.textContent=S===null?"Mean of the eight":"Bayes’ mean",S===null){x.describe("The mean of the eight flowers"),v.say(`One\
 part of flower to ${Jr(b)} of noise. Which of the eight is it? What counts is the clearest picture that you have seen: ${Je(u.seen)}.`);return}x.describe(`The \
mean of the eight, weighted by Bayes, most the ${s[Vo(E)]}`),g.forEach((w,F)=>w.show(E[F],F===T,F===S));let C=S===T?`Yes, the ${s[T]}`:`It is the ${s[T]}, and n\
ot the ${s[S]}`;v.say(`${C}. At ${Je(b)} Bayes gives it ${E[T].toFixed(2)}; from ${Je(u.from)} on it is sure. Your guess counts at ${Je(u.seen)}.`)}function k(){
let b=(S,T,P)=>y("tr",{},y("th",{scope:"row"},S),y("td",{},`${T} of ${c.rounds}`),y("td",{},P.count?Je(P.sum/P.count):"–"));h.replaceChildren(y("tr",{},y("td",
{}),y("th",{scope:"col"},"right"),y("th",{scope:"col"},"mean level")),b("You",c.you,{sum:c.youLevels,count:c.you}),b("Bayes",c.bayes,{sum:c.bayesLevels,count:c.
rounds})),A.disabled=c.rounds===0}k(),ce(fe(o)).then(b=>{let S=new Uint8Array(l*s.length);s.forEach((q,E)=>S.set(ue(b,E*n,0,n,n),E*l));let{mean:T,std:P,image:_}=ze(
S);f={mean:T,std:P,images:s.map((q,E)=>_.subarray(E*l,(E+1)*l))},g.forEach((q,E)=>q.draw(S.subarray(E*l,(E+1)*l))),M(Ko()),o.dataset.state="ready"})}function Kr(t,e,o){
let n=Z({label:"",width:e,height:e});n.canvas.removeAttribute("role"),n.canvas.removeAttribute("aria-label"),n.canvas.setAttribute("aria-hidden","true");let s=y(
"i",{}),r=y("span",{class:"ff-value"}),a=y("span",{class:"ff-verdict"}),i=y("button",{type:"button",class:"ff-tile"},n.element,y("span",{class:"ff-name"},t),y("\
span",{class:"ff-bar","aria-hidden":"true"},s),r,a);return i.addEventListener("click",o),{element:i,draw:n.draw,show(l,f,u){i.setAttribute("aria-disabled","true"),
i.setAttribute("aria-pressed",u),i.classList.toggle("ff-true",f),s.style.width=`${100*l}%`,r.textContent=` ${l.toFixed(2)} `,a.textContent=f?u?"you, right":"it \
is this":u?"you":""},hide(){i.removeAttribute("aria-disabled"),i.removeAttribute("aria-pressed"),i.classList.remove("ff-true"),s.style.width="0",r.textContent=a.
textContent=""}}}function Vr(t,e,o){return{flower:Ye(t,4294967295)%e,field:z(t,o)}}function gn(t,{flower:e,field:o},n){let s=ge(n);return Go(t,Ho(t[e],o,s),s)}function Xr(t,e,o,n,s){
let r=Math.round((n-o)/hn);for(let a=0;a<r;a+=1){let i=o+a*hn;if(gn(t,e,i)[e.flower]>s)return i}return n}function Ko(){return Math.floor(Math.random()*2**32)}var Vo=t=>t.
indexOf(Math.max(...t));function Je(t){return t.toFixed(1).replace("-","−")}function Jr(t){return Math.round(Math.exp(-t)).toLocaleString("en-GB")}function Jo(t,e,o){let n=e/o,s=3*o*o,r=new Float64Array(t.length);for(let a=0;a<t.length;a+=1)r[Qo(a,e,o,n,s)]=t[a]/255;return r}function Zo(t,e,o){let n=e/o,s=3*
o*o,r=new Uint8ClampedArray(t.length);for(let a=0;a<r.length;a+=1)r[a]=255*t[Qo(a,e,o,n,s)];return r}function Qo(t,e,o,n,s){let r=t%3,a=Math.floor(t/3)%e,i=Math.
floor(t/3/e);return(Math.floor(i/o)*n+Math.floor(a/o))*s+r*o*o+i%o*o+a%o}function zo(t,{mean:e,directions:o}){let n=e.length,s=new Float64Array(t.length);for(let r=0;r<
t.length;r+=n)for(let a=0;a<n;a+=1){let i=0;for(let l=0;l<n;l+=1)i+=o[a][l]*(t[r+l]-e[l]);s[r+a]=i}return s}function wn(t,{mean:e,directions:o},n){let s=e.length,
r=new Float64Array(t.length);for(let a=0;a<t.length;a+=s)for(let i=0;i<s;i+=1){let l=e[i];for(let f=0;f<n;f+=1)l+=t[a+f]*o[f][i];r[a+i]=l}return r}function es(t,e){
return Math.sqrt(t.reduce((o,n,s)=>o+(n-e[s])**2,0)/t.length)}function ts(t,e,o,n,s,r){let a=e.length,i=t.length/a/r,l=s*r,f=new Uint8ClampedArray(n*i*r).fill(127.5);
for(let u=0;u<Math.min(o,n);u+=1)for(let c=0;c<i*r;c+=1){let d=u%s*r+c%r,m=Math.floor(u/s)*i+Math.floor(c/r);f[m*l+d]=127.5+127.5*t[c*a+u]/(3*e[u])}return f}var ns=4,os={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]};function rs(t,e,o){let{side:n,size:s,spread:r,error:a,learned:i}=e,l=n/s,f=r.length,
u=se(e.picture),c=Jo(u,n,s),d=zo(c,e),m=[...e.square],p=C=>Z({label:"",width:C,height:C}),x={photograph:p(n),code:p(2*l),back:p(n)};x.photograph.draw(u);let g=K(
{label:"Numbers kept of each square",min:1,max:f,step:1,value:e.opens,format:C=>`${C} of ${f}`,onInput:E}),v=ee({label:"Number to move",value:"0",options:Array.
from({length:ns},(C,w)=>[String(w),`the ${ss[w]}`]),onChange:E}),h=K({label:"Move it in the marked square",min:-3,max:3,step:.25,value:0,format:C=>`${C>0?"+":""}${C}`.
replace("-","−"),onInput:E}),A=i&&Be({label:"The learned code",onChange:E}),M=(C,w,F)=>ve({label:C,reach:F/2,onPress:C==="From its numbers"?P:null,draw(R){R.context.
imageSmoothingEnabled=!1,R.picture(w.canvas,F/2,1),q(R,C)}}),I=[M("The photograph",x.photograph,n),M("Its first four numbers",x.code,2*l),M("From its numbers",x.
back,n)],$=I[2].canvas;for(let[C,w]of Object.entries({tabindex:0,role:"application","aria-roledescription":"squares of a picture, arrow keys move the mark"}))$.
setAttribute(C,w);$.addEventListener("keydown",C=>{!os[C.key]||C.altKey||C.ctrlKey||C.metaKey||(C.preventDefault(),_(os[C.key].map((w,F)=>m[F]+w)))});let k="Err\
or by numbers kept (root mean square, from 0 to 1)",b=pe({label:k,title:k,height:170,x:[0,f],y:[0,e.highest],xLabel:"Numbers kept of each square"}),S=J();t.append(
X(g,...A?[A]:[]),y("div",{class:"ff-planes ff-latent"},...I.map((C,w)=>y("div",{},y("span",{class:"ff-title"},Zr[w]),C.element))),y("div",{class:"ff-controls ff\
-gap"},v.element,h.element),S.element,y("div",{class:"ff-gap"},b.element),ye([["signal",`${e.pictures.toLocaleString("en")} photographs that it was not made of`],
...i?.average?[["leaf","the learned code, the same photographs"]]:[]]));let T=()=>!!A?.value;function P([C,w]){_([Math.floor((C+n/2)/s),Math.floor((n/2-w)/s)])}
function _(C){C.forEach((w,F)=>{m[F]=Math.min(Math.max(w,0),l-1)}),E()}function q(C,w){if(T()||w==="The photograph")return;let{context:F,width:R}=C,U=w==="From \
its numbers"?l:2*l,H=R/U,N=Number(v.value),L=w==="From its numbers"?m:[m[0]+N%2*l,m[1]+Math.floor(N/2)*l];F.lineWidth=2;for(let[O,B]of[["#000",3],["#fff",1]])F.
strokeStyle=O,F.strokeRect(L[0]*H-B,L[1]*H-B,H+2*B,H+2*B)}function E(){let C=Number(v.value),w=T()?i.kept:g.value;for(let N of[v.input,h.input])N.disabled=T()||
C>=w;g.input.disabled=T();let F=0;if(T())x.code.draw(Qr(se(i.code),l)),x.back.draw(se(i.picture));else{let N=d.slice();F=C<w?h.value:0,N[(m[1]*l+m[0])*f+C]+=F*r[C],
x.code.draw(ts(N,r,w,ns,2,l)),x.back.draw(Zo(wn(N,e,w),n,s))}for(let N of I)N.redraw();let R=T()?i.error:es(wn(d,e,w),c),U=w*l*l;$.setAttribute("aria-label",`Fr\
om its numbers. The marked square is in row ${m[1]+1}, column ${m[0]+1}`),b.update({lines:[{points:a.map((N,L)=>[L,N]),colour:"signal"}],marks:[{x:w,y:R,colour:"\
accent",size:6},...i?.average?[{x:i.kept,y:i.average,colour:"leaf"}]:[]]});let H=T()?`The learned code, ${w} numbers a square`:`${w} of ${f} numbers a square`;S.
say(`${H}: ${U.toLocaleString("en")} in place of ${u.length.toLocaleString("en")}. This photograph comes back with an error of ${R.toFixed(3)}${T()?"":`, the ot\
hers with ${a[w].toFixed(3)}`}.${F?` You moved the ${ss[C]} number of the marked square: only that square changes.`:""}`)}for(let C of I)C.follow();E(),o.dataset.
state="ready"}var Zr=["The photograph","Its first four numbers","From its numbers"],ss=["first","second","third","fourth"];function Qr(t,e){let o=new Uint8ClampedArray(
t.length),n=e*e;return t.forEach((s,r)=>{let[a,i]=[Math.floor(r/n),r%n],l=a%2*e+i%e,f=Math.floor(a/2)*e+Math.floor(i/e);o[f*2*e+l]=s}),o}function ls(t,e,o){let{names:n,side:s,reach:r,handle:a,centres:i,radius:l}=e,f=se(e.colours),u=f.length/3,c=as(e.clouds,r),d=as(e.grids,r),m={x:a[0],y:a[1]},p=k=>Math.
min(Math.max(k,-e.start),e.start),x=k=>K({label:`Noise: ${k}`,min:-e.start,max:e.start,step:.05,value:m[k],format:b=>b.toFixed(2),onInput(b){m[k]=b,I()}}),[g,v]=[
x("x"),x("y")],h=n.map((k,b)=>{let S=is(c,b,u),T=b?is(d,b-1,s*s):null,P=()=>T?zr(T,s,e.start,m.x,m.y):[m.x,m.y],_=ve({label:k,reach:r,onPress:b?null:M,draw(q){for(let E=0;E<
u;E+=1){let[C,w]=q.place(S[2*E],S[2*E+1]);q.context.fillStyle=`rgb(${f[3*E]} ${f[3*E+1]} ${f[3*E+2]})`,q.context.fillRect(C-1,w-1,2,2)}q.ring(...P(),6,le(o,"acc\
ent"),le(o,"panel"))}});return{name:k,end:P,plane:_}});h[0].plane.canvas.classList.add("ff-handle");let A=J();t.append(y("div",{class:"ff-planes"},...h.map(({name:k,
plane:b})=>y("div",{},y("span",{class:"ff-title"},k),b.element))),A.element,y("div",{class:"ff-controls ff-gap"},g.element,v.element));function M([k,b]){Object.
assign(m,{x:p(k),y:p(b)}),g.limits(-e.start,e.start,m.x),v.limits(-e.start,e.start,m.y),I()}function I(){for(let{plane:k}of h)k.redraw();$()}function $(){let k=S=>i.
some(([T,P])=>Math.hypot(T-S[0],P-S[1])<l),b=h.slice(1).map(({name:S,end:T})=>`${S}: ${k(T())?"in a disc":"between the discs"}`);A.say(`From (${m.x.toFixed(2)},\
 ${m.y.toFixed(2)}). ${b.join("; ")}.`)}for(let{plane:k}of h)k.follow();$(),_e(o,I)}function as(t,e){return Float32Array.from(se(t),o=>o/255*2*e-e)}function is(t,e,o){
return t.subarray(2*e*o,2*(e+1)*o)}function zr(t,e,o,n,s){let r=u=>Math.min(Math.max((u+o)/(2*o)*(e-1),0),e-1.000001),[a,i]=[Math.floor(r(n)),Math.floor(r(s))],
[l,f]=[r(n)-a,r(s)-i];return[0,1].map(u=>{let c=(d,m)=>t[2*((i+m)*e+a+d)+u];return(1-f)*((1-l)*c(0,0)+l*c(1,0))+f*((1-l)*c(0,1)+l*c(1,1))})}function fs(t){let e=se(t),o=new Float32Array(e.length/2);for(let n=0;n<o.length;n+=1){let s=e[2*n]|e[2*n+1]<<8,r=s>>10&31,a=s&1023,i=r?(1+a/1024)*2**(r-15):a*2**
-24;o[n]=s&32768?-i:i}return o}function ds(t){let e=fs(t),o=e.length/2;return e.map((n,s)=>s<o?e[2*s]:e[2*(s-o)+1])}function ms({shapes:t,weights:e}){let o=fs(e),
n=[],s=0;for(let r=0;r<t.length;r+=2){let[a,i]=t[r],l=o.subarray(s,s+a*i);s+=a*i,n.push({inputs:i,outputs:a,weight:l,bias:o.subarray(s,s+a)}),s+=a}return n}var Ee=128;function*ea(t,e,o){let n=e.length/2,s=[o.signal,o.noise,Math.log(o.signal/o.noise)],r=new Float32Array(2*n),a=Math.max(...t.map(({outputs:f})=>f)),[i,l]=[new Float32Array(
a*Ee),new Float32Array(a*Ee)];for(let f=0;f<n;f+=Ee){let u=Math.min(Ee,n-f);for(let c=0;c<u;c+=1)i[c]=e[f+c],i[Ee+c]=e[n+f+c];t.forEach((c,d)=>{if(ta(c,d===0?s:
[],i,l,u),d<t.length-1)for(let m=0;m<c.outputs*Ee;m+=1)l[m]/=1+Math.exp(-l[m]);[i,l]=[l,i]});for(let c=0;c<u;c+=1)r[f+c]=i[c],r[n+f+c]=i[Ee+c];yield}return r}function ta({
inputs:t,outputs:e,weight:o,bias:n},s,r,a,i){let l=t-s.length,f=l%4===0?4:2;for(let u=0;u<e;u+=1){let c=u*t,d=u*Ee,m=n[u];s.forEach((p,x)=>{m+=o[c+l+x]*p}),a.fill(
m,d,d+Ee);for(let p=0;p<l;p+=f){let x=o[c+p],g=o[c+p+1],v=p*Ee;if(f===4){let h=o[c+p+2],A=o[c+p+3];for(let M=0;M<i;M+=1)a[d+M]+=x*r[v+M]+g*r[v+Ee+M]+h*r[v+2*Ee+
M]+A*r[v+3*Ee+M]}else for(let h=0;h<i;h+=1)a[d+h]+=x*r[v+h]+g*r[v+Ee+h]}}}function*cs(t,e,o){let n=yield*ea(t,e,o),s=new Float32Array(e.length),r=new Float32Array(
e.length);for(let a=0;a<e.length;a+=1)s[a]=o.signal*e[a]-o.noise*n[a],r[a]=o.noise*e[a]+o.signal*n[a];return{image:s,noise:r}}function us({image:t,noise:e},o,n,s=0,r=null,a=new Float32Array(
t.length)){for(let i=0;i<a.length;i+=1)a[i]=o*t[i]+n*e[i]+(r?s*r[i]:0);return a}var ft={ddim:{name:"DDIM",eta:null,cost:t=>t},ddpm:{name:"DDPM (η = 1)",eta:1,cost:t=>t},
heun:{name:"Heun",eta:0,cost:t=>2*t-1},dpm_solver_pp:{name:"DPM-Solver++(2M)",eta:0,cost:t=>t}};function ps({layers:t,schedule:e,start:o,solver:n,steps:s,eta:r=0,
seed:a=0}){let i=Ne(s),l=i.map(h=>e.rates(h)),f=ft[n].eta??r,u=[o],c=[],d=[],m=[];function*p(h){let A=u[h],M=yield*cs(t,A,l[h]);if(n==="heun"&&h<s-1){let I=us(M,
l[h+1].signal,l[h+1].noise),$=yield*cs(t,I,l[h+1]),k=M.noise.map((S,T)=>(S+$.noise[T])/2);return{image:A.map((S,T)=>(S-l[h].noise*k[T])/l[h].signal),noise:k}}if(d[h]=
M.image,n==="dpm_solver_pp"&&h>0){let[I,$,k]=[-1,0,1].map(P=>e.logSNR(i[h+P])),b=(k-$)/(2*($-I)),S=M.image.map((P,_)=>(1+b)*P-b*d[h-1][_]),T=A.map((P,_)=>(P-l[h].
signal*S[_])/l[h].noise);return{image:S,noise:T}}return M}function*x(){for(let h=0;h<s;h+=1)c.push(yield*p(h)),m.push(f>0?z(Qe(a,h),o.length):null),u.push(v(h,l[h+
1]))}let g=x();function v(h,A,M){let{kept:I,fresh:$}=qt(l[h],A,f);return us(c[h],A.signal,I,$,m[h],M)}return{at(h,A){if(h>=1)return o;let M=Math.min(Math.floor(
(1-h)*s+1e-9),s-1);for(;u.length<=M+1;)g.next();return v(M,e.rates(h),A)},ahead(h){let A=performance.now()+h;for(;u.length<=s&&performance.now()<A;)g.next();return u.
length<=s}}}var qe=2.7,na=48,oa=4;function hs(t,e,o){let n=Ce("log_snr",e.schedule),s=ms(e.network),r=ds(e.network.points),a={solver:e.solver,steps:e.steps,eta:0},i={x:e.handle[0],
y:e.handle[1]},l=z(e.seed,2*e.count),f=new Float32Array(l.length),[u,c,d]=[null,null,null],m=ee({label:"Solver",value:a.solver,onChange(w){a.solver=w,k(),T()},options:Object.
entries(ft).map(([w,{name:F}])=>[w,F])}),p=K({label:"Steps",min:1,max:50,step:1,value:a.steps,onInput(w){a.steps=w,T()}}),x=K({label:"Fresh noise η",min:0,max:1,
step:.1,value:0,format:w=>w.toFixed(1),onInput(w){a.eta=w,T()}}),g=K({label:"Way from noise to data",min:0,max:1,step:.001,value:0,format:w=>`t = ${(1-w).toFixed(
2)}`,onInput:E}),v=K({label:"Ringed particle: x",min:-qe,max:qe,step:.05,value:i.x,format:w=>w.toFixed(2),onInput:w=>b(w,i.y)}),h=K({label:"Ringed particle: y",
min:-qe,max:qe,step:.05,value:i.y,format:w=>w.toFixed(2),onInput:w=>b(i.x,w)}),A=Be({label:"Paths",value:!0,onChange:E}),M=Be({label:"Data",value:!0,onChange:E}),
I=ve({label:"Particles in the plane",reach:qe,draw:C,onPress([w,F]){v.limits(-qe,qe,w),h.limits(-qe,qe,F),b(w,F)}}),$=J();t.append(X(...e.simple?[p]:[m,p,x]),X(
g,$e(o,g,{seconds:4}),A,M),I.element,$.element,y("div",{class:"ff-controls ff-gap"},v.element,h.element));function k(){let w=ft[a.solver].eta;x.limits(0,1,w??a.
eta),x.input.disabled=w!==null}function b(w,F){Object.assign(i,{x:w,y:F}),d=null,E()}function S(w){return ps({layers:s,schedule:n,start:w,seed:e.seed,...a})}function T(){
[u,c,d]=[S(l),null,null],E()}function P(w){let F=S(w),R=Math.max(60,a.steps);return Array.from({length:R+1},(U,H)=>F.at(1-H/R))}function _({context:w,place:F},R,U,H,N){
let L=R[0].length/2;w.strokeStyle=U,w.lineWidth=H,w.beginPath();for(let O=0;O<L;O+=1)for(let B=0;B<=N;B+=1){let[Y,V]=F(R[B][O],R[B][L+O]);B?w.lineTo(Y,V):w.moveTo(
Y,V)}w.stroke()}function q({context:w,place:F},R,U,H){let N=R.length/2;w.fillStyle=U;for(let L=0;L<N;L+=1){let[O,B]=F(R[L],R[N+L]);w.fillRect(O-H/2,B-H/2,H,H)}}
function E(){I.redraw()}function C(w){if(!u)return;let{context:F}=w,R=1-g.value,U=u.at(R,f);if(M.value&&(F.globalAlpha=.45,q(w,r,le(o,"muted"),2),F.globalAlpha=
1),q(w,U,le(o,"signal"),2.2),A.value){c??=P(sa(l,na));let Y=Math.round((1-R)*(c.length-1));F.globalAlpha=.55,_(w,c,le(o,"noise"),1,Y),F.globalAlpha=1}d??=P(Float32Array.
of(i.x,i.y)),_(w,d,le(o,"accent"),2.5,d.length-1);let[H,N]=d[Math.round((1-R)*(d.length-1))];w.ring(H,N,5,le(o,"accent"),le(o,"accent")),w.ring(i.x,i.y,9,le(o,"\
accent"),le(o,"panel"));let{name:L,cost:O}=ft[a.solver],B=d[d.length-1];$.say(`${e.count} particles at t = ${R.toFixed(2)}. ${L} with ${a.steps} steps evaluates\
 the network ${O(a.steps)} times. The ringed particle ends at (${B[0].toFixed(2)}, ${B[1].toFixed(2)}).`),u.ahead(oa)}k(),T(),I.follow(),_e(o,E)}function sa(t,e){
let o=t.length/2,n=new Float32Array(2*e);return n.set(t.subarray(0,e)),n.set(t.subarray(o,o+e),e),n}function Et(t){return Object.keys(t).sort((e,o)=>t[e]-t[o])}function yn(t){let e=t.length;if(e===0)return"–";let o=t.reduce((s,r)=>s+r)/e;if(e===1)return o.toFixed(
3);let n=t.reduce((s,r)=>s+(r-o)**2,0);return`${o.toFixed(3)} ± ${Math.sqrt(n/(e-1)/e).toFixed(3)}`}function gs({found:t,names:e,seed:o,budget:n}){let s=Et(t),
r=a=>`${e[a]}, off by ${t[a].toFixed(3)}`;return`Noise ${o}, ${n} evaluations. Closest to the finish: ${r(s[0])}. Farthest: ${r(s[s.length-1])}.`}function ws(t,e,o){let{size:n,mean:s,std:r,names:a,budgets:i,seeds:l,distances:f}=e,u=Object.keys(a),c=3*n*n,d=Ae(e),m=W=>me(W,s,r),p={seed:e.seed,budget:e.budget,
spacing:e.spacing},x=new Map([[e.seed,ra(e)]]),g=new Map,v=null,h=null,A=0,M=(W,G)=>ne=>{p[W]=G(ne),j()},I=ee({label:"Network evaluations",value:String(p.budget),
options:i.map(W=>[String(W),String(W)]),onChange:M("budget",Number)}),$=ee({label:"Steps even in",value:p.spacing,options:[["log_snr","log-SNR"],["time","time"]],
onChange:M("spacing",String)}),k=K({label:"Noise",min:0,max:99,step:1,value:p.seed,format:W=>`seed ${W}`,onInput:M("seed",Number)}),b=oe({label:"Next noise",onClick:()=>{
k.value=(p.seed+1)%100}}),S=K({label:"Evaluations spent",min:1,max:p.budget,step:1,value:p.budget,onInput:O}),T=$e(o,S,{label:"Play again",seconds:3}),P=J(),_=Fe(
o,d,e,P,{label:"Race",again:"Race again",opening:`${E(q(e.seed))} This race is recorded.`,onReady:j,onLost:()=>{A+=1}});function q(W){let[G,ne]=[f[p.spacing][p.
budget],l.indexOf(W)];return Object.fromEntries(u.map(te=>[te,G[te][ne]]))}function E(W){return gs({...p,found:W,names:a})}let C=W=>{let G=Z({title:W,label:W,width:n,
height:n}),ne=y("span",{class:"ff-note"});return{...G,note:ne,element:y("div",{},G.element,ne)}},[w,F]=[C("the noise"),C("the finish")],R=Object.fromEntries(u.map(
W=>[W,C(a[W])])),U=y("table",{class:"ff-standing"});t.append(X(S,T),X(I,$),y("div",{class:"ff-race"},...[w,...Object.values(R),F].map(W=>W.element)),P.element,y(
"div",{class:"ff-controls ff-gap"},_.action,k.element,b,_.processor.element,_.bar),U);let[H,N]=[W=>{o.dataset.state=W},(W,G)=>{W.note.textContent=G}],L=()=>`${p.
spacing} ${p.budget}`;function O(){if(!v)return;let W=S.value===Number(S.input.max)&&!v.running,G=v.found&&Et(v.found);for(let te of u){let be=v.frames[te],de=Math.
min(S.value-v.first,be.length-1);if(de<0)continue;R[te].draw(be[de]);let he=v.first+de;N(R[te],W&&G?`${G.indexOf(te)+1}. off by ${v.found[te].toFixed(3)}`:`afte\
r ${he}`),R[te].describe(`${a[te]} after ${he} evaluations`)}let ne=x.get(p.seed);ne&&F.draw(m(ne))}function B(){let W=v?.found,G=[...g.get(L())?.values()??[]],
ne=f[p.spacing][p.budget],te=["","this noise",G.length>1?`your ${G.length} noises`:"your noise",`recorded, ${l.length} noises`],be=(W?Et(W):u).map(de=>[a[de],W?
W[de].toFixed(3):"–",yn(G.map(he=>he[de])),yn(ne[de])]);U.replaceChildren(y("caption",{},`Distance from the finish, ${p.budget} evaluations, steps even in ${p.
spacing==="time"?"time":"log-SNR"}: mean ± standard error`),y("thead",{},y("tr",{},...te.map(de=>de?y("th",{scope:"col"},de):y("td")))),y("tbody",{},...be.map(
([de,...he])=>y("tr",{},y("th",{scope:"row"},de),...he.map(Le=>y("td",{},Le))))))}function Y(){if(!h)return;let{budget:W,spacing:G}=p,ne=W===e.budget&&G===e.spacing,
te=i.indexOf(W)+(G==="time"?i.length:0),be=(he,Le,Ie)=>ue(he,Le*n,Ie*n,n,n),de=he=>Math.min(W,he==="heun"?2*Zt.heun.steps(W)-1:W);v={first:ne?1:W,frames:Object.
fromEntries(u.map((he,Le)=>[he,ne?Array.from({length:de(he)},(Ie,Pe)=>be(h.walk,Pe,Le)):[be(h.ends,te,Le)]])),found:q(e.seed)},V(W)}function V(W){S.limits(v.first,
Math.max(W,v.first),W),S.input.disabled=T.disabled=W<=v.first,O()}let re=Oe(()=>{d.ready&&Q()},200);function j(){A+=1,d.ready?re():(Y(),P.say(`${E(q(e.seed))} T\
his race is recorded. ${_.problem}`)),w.draw(m(z(p.seed,c))),B()}async function Q(){let W=A+=1,{seed:G,budget:ne,spacing:te}=p,be=z(G,c),[de,he,Le]=[0,0,""],Ie=async({
noisy:xe,level:He})=>{let Ge=await d.predict(xe,ge(He));if(W!==A)throw new bn;return de+=Ge.seconds,he+=1,Le=Ge.where,Ge.noise},Pe={first:1,frames:Object.fromEntries(
u.map(xe=>[xe,[]])),running:!0};v=Pe;for(let xe of u)R[xe].draw(m(new Float32Array(c))),N(R[xe],"");F.draw(m(x.get(G)??new Float32Array(c))),N(F,""),B(),H("raci\
ng");try{let xe=Object.fromEntries(u.map(we=>{let{run:Me,steps:ke}=Zt[we],D=Me(be,at(d.schedule,ke(ne),te));return[we,{walk:D,at:D.next()}]})),He=await Ie(xe[u[0]].
at.value);for(let we=1;we<=ne;we+=1){for(let Me of u){let ke=xe[Me];ke.at.done||(ke.at=ke.walk.next(we===1?He:await Ie(ke.at.value)),Pe.frames[Me].push(m(ke.at.
value.image)),V(we))}P.say(`Evaluation ${we} of ${ne} in each lane.`)}if(!x.has(G)){let we=fo(be,d.schedule,e.finish_evaluations),Me=we.next();for(let ke=1;!Me.
done;ke+=1)Me=we.next(await Ie(Me.value)),F.draw(m(Me.value.image)),N(F,`${ke} of ${e.finish_evaluations}`),P.say(`Solving finely to find the finish: ${ke} of ${e.
finish_evaluations}.`);x.set(G,Me.value.image),N(F,"")}let Ge=x.get(G);Pe.found=Object.fromEntries(u.map(we=>[we,wt(xe[we].at.value.image,Ge)]))}catch(xe){if(W!==
A)return;P.say(`The network stopped: ${xe.message}`),H("failed");return}Pe.running=!1,g.has(L())||g.set(L(),new Map),g.get(L()).set(G,Pe.found),V(ne),B(),P.say(
`${E(Pe.found)} ${(de/he).toFixed(2)} s a network evaluation here, ${Le}.`),o.dataset.seconds=(de/he).toFixed(4),H("done")}function ae(){k.input.disabled=b.disabled=
!d.ready}d.onChange(ae),ae(),w.draw(m(z(p.seed,c))),B(),Promise.all([ce(fe(o)),ce(e.ends)]).then(([W,G])=>{h={walk:W,ends:G},v||Y(),B(),o.dataset.recorded="read\
y"})}var bn=class extends Error{};function ra({finish:t,finish_unit:e}){let o=se(t),n=new DataView(o.buffer);return Float32Array.from({length:o.length/2},(s,r)=>n.
getInt16(2*r,!0)*e)}function ys(t,e,o){let{size:n,runs:s,mean:r,std:a}=e,i=Ce(e.schedule.kind,e.schedule.options),l=me(z(e.seed,3*n*n),r,a),f=me(new Float32Array(3*n*n),r,a),u=$=>[
...new Set(s.map(k=>k[$]))].map(String),{steps:c,eta:d}=s[e.open],m=null,p=$=>u($).map(k=>[k,k]),x=ee({label:"Steps",options:p("steps"),value:String(c),onChange($){
let k=v.value/c;c=Number($),v.limits(0,c,Math.round(k*c)),I()}}),g=ee({label:"η",options:p("eta"),value:String(d),onChange($){d=Number($),I()}}),v=K({label:"St\
ep",min:0,max:c,step:1,value:0,format:$=>`${$} of ${c}`,onInput:I}),h=Z({label:"The noisy image",title:"Noisy image",width:n,height:n}),A=Z({label:"The predicte\
d image",title:"Predicted image",width:n,height:n}),M=J();t.append(X(x,g,v,$e(o,v,{seconds:5})),y("div",{class:"ff-columns ff-pair ff-grow"},h.element,A.element),
M.element);function I(){let $=v.value,k=s.findIndex(P=>P.steps===c&&P.eta===d),b=Ne(c)[$];if($===0)h.draw(l),A.draw(f);else if(m){let P=[($-1)*n,k*n,n,n];h.draw(
De(m.noisy,...P)),A.draw(ue(m.predicted,...P))}let{signal:S,noise:T}=i.rates(b);h.describe(`The noisy image after step ${$} of ${c}`),A.describe($?`The predicte\
d image of step ${$} of ${c}`:"No image has been predicted yet"),M.say($===0?"Pure noise, at t = 1; nothing has been predicted yet.":`Step ${$} of ${c} led to t\
 = ${b.toFixed(2)}: signal rate ${S.toFixed(2)}, noise rate ${T.toFixed(2)}.`)}I(),Promise.all([ce(e.noisy),ce(fe(o))]).then(([$,k])=>{m={noisy:$,predicted:k},o.
dataset.state="ready",v.value=v.value===0?Math.round(c/2):v.value})}function xs(t,e,o,n){let s=aa(o),r=[t,e].map(l=>ia(l,o,s)),a={fid:[],kid:[]},i=0;for(let l of n){for(let f of r)for(let u=i;u<l;u+=1)f.add(u);i=l,a.fid.push(ca(
...r.map(f=>f.gaussian(l)),o)),a.kid.push(la(...r,l))}return a}function aa(t){let e=[];for(let o=0;o<=t;o+=1)for(let n=o;n<=t;n+=1)for(let s=n;s<=t;s+=1){let r=new Set(
[o,n,s]).size;e.push([o,n,s,Math.sqrt([1,3,6][r-1])])}return e}function ia(t,e,o){let n=new Float64Array(e),s=new Float64Array(e*e),r=new Float64Array(o.length),
a=0,i=new Float64Array(e+1),l=1/Math.sqrt(e);return i[0]=1,{kernel:r,get self(){return a},add(f){let u=f*e;for(let c=0;c<e;c+=1){n[c]+=t[u+c],i[c+1]=l*t[u+c];for(let d=0;d<
e;d+=1)s[c*e+d]+=t[u+c]*t[u+d]}for(let c=0;c<o.length;c+=1){let[d,m,p,x]=o[c],g=x*i[d]*i[m]*i[p];r[c]+=g,a+=g*g}},gaussian(f){let u=n.map(d=>d/f),c=s.map((d,m)=>(d-
f*u[Math.floor(m/e)]*u[m%e])/(f-1));return{centre:u,covariance:c}}}}function bs(t,e){return t.reduce((o,n,s)=>o+n*e[s],0)}function la(t,e,o){let n=s=>(bs(s.kernel,
s.kernel)-s.self)/(o*(o-1));return n(t)+n(e)-2*bs(t.kernel,e.kernel)/o**2}function ca(t,e,o){let n=ua(t.covariance,o),s=(l,f)=>{let u=0;for(let c=l;c<o;c+=1)for(let d=f;d<
o;d+=1)u+=n[c*o+l]*e.covariance[c*o+d]*n[d*o+f];return u},r=Float64Array.from({length:o*o},(l,f)=>s(Math.floor(f/o),f%o)),i=-2*fa(r,o).map(l=>Math.sqrt(Math.max(
l,0))).reduce((l,f)=>l+f,0);for(let l=0;l<o;l+=1)i+=(t.centre[l]-e.centre[l])**2,i+=t.covariance[l*o+l]+e.covariance[l*o+l];return i}function ua(t,e){let o=new Float64Array(
e*e);for(let n=0;n<e;n+=1)for(let s=0;s<=n;s+=1){let r=t[n*e+s];for(let a=0;a<s;a+=1)r-=o[n*e+a]*o[s*e+a];o[n*e+s]=n===s?Math.sqrt(r):r/o[s*e+s]}return o}function fa(t,e){
let o=Float64Array.from(t);for(let n=0;n<12;n+=1)for(let s=0;s<e;s+=1)for(let r=s+1;r<e;r+=1){let a=o[s*e+r];if(Math.abs(a)<1e-14)continue;let i=.5*Math.atan2(2*
a,o[r*e+r]-o[s*e+s]),[l,f]=[Math.cos(i),Math.sin(i)];for(let[u,c]of[[1,e],[e,1]])for(let d=0;d<e;d+=1){let[m,p]=[s*c+d*u,r*c+d*u],[x,g]=[o[m],o[p]];o[m]=l*x-f*g,
o[p]=f*x+l*g}}return Array.from({length:e},(n,s)=>o[s*e+s])}function vs(t,e){let o=t.map(a=>1/a),[n,s]=[o,e].map(a=>a.reduce((i,l)=>i+l)/a.length),r=o.reduce((a,i,l)=>a+
(i-n)*(e[l]-s),0)/o.reduce((a,i)=>a+(i-n)**2,0);return{end:s-r*n,slope:r}}var xn={fid:"FID",kid:"KID"},da={fid:2,kid:3};function Ms(t,e,o){let{sizes:n,draws:s}=e,r=new Map,a=0,i=ee({label:"The second set",value:"0",options:[["0","from\
 the same source"],[String(e.shift),"from a shifted source"]],onChange:x}),l=ee({label:"Features",value:String(e.opens),options:e.features.map(g=>[String(g),String(
g)]),onChange:x}),f=K({label:"Pictures in each set",min:0,max:n.length-1,step:1,value:0,format:g=>n[g].toLocaleString("en"),onInput:x}),u=oe({label:"Draw again",
onClick:()=>{a+=1,x()}}),c=g=>pe({label:`${xn[g]} by the number of pictures`,title:xn[g],height:210,x:[-1.06/n[0],0],y:e.limits[g],xTicks:e.ticks.map(v=>-1/v).concat(
0),xLabel:"Pictures",formatX:v=>v<0?String(Math.round(-1/v)):"∞"}),d={fid:c("fid"),kid:c("kid")},m=J();t.append(X(i,l,u),X(f),y("div",{class:"ff-columns ff-tw\
o"},d.fid.element,d.kid.element),ye([["leaf","mean of all draws"],["noise","one draw"],["ink","the truth",!0],["petal","FID's line to infinitely many",!0]]),m.element);
function p(){let g=[l.value,i.value,a].join();return r.has(g)||r.set(g,Array.from({length:s},(v,h)=>ma(1+a*s+h,Number(l.value),Number(i.value),n))),r.get(g)}function x(){
let g=p(),v=f.value,h=[];for(let[A,M]of Object.entries(d)){let I=e.truth[l.value][i.value][A],$=n.map((E,C)=>pa(g.map(w=>w[A][C]))),k=g.map(E=>E[A][v]).sort((E,C)=>E-
C),b=E=>E.map((C,w)=>[-1/n[w],C]),S=[{points:[[-1.06/n[0],I],[0,I]],colour:"ink",dash:!0,width:1.5},{points:b($),colour:"leaf",width:3}],T=vs(n,$);A==="fid"&&S.
splice(1,0,{points:[[-1/n[0],T.end+T.slope/n[0]],[0,T.end]],colour:"petal",dash:!0}),M.update({lines:S,marks:k.map((E,C)=>({x:-1/n[v]+ha(C)/n[0],y:E,colour:"noi\
se",size:3.5}))});let[P,_]=[k[Math.floor(s/10)],k[s-1-Math.floor(s/10)]],q=E=>ga(E,da[A]);h.push(`${xn[A]}: ${q($[v])} on average, four draws in five from ${q(P)}\
 to ${q(_)}; the truth is ${q(I)}${A==="fid"?`, the line ends at ${q(T.end)}`:""}.`)}m.say(h.join(" "))}x(),o.dataset.state="ready"}function ma(t,e,o,n){let s=e*
n[n.length-1],r=z(t,2*s),a=r.slice(s).map(i=>i+o);return xs(r.subarray(0,s),a,e,n)}function pa(t){return t.reduce((e,o)=>e+o,0)/t.length}function ha(t){return(t*
7%11/10-.5)*.05}function ga(t,e){let o=t.toFixed(e);return(Number(o)===0?0 .toFixed(e):o).replace("-","−")}var ks={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},wa=.1,ya=5,ba=0;function $s(t,e,{reach:o,onPoint:n,onBack:s}){let{canvas:r}=e,a=y("p",
{class:"ff-hidden","aria-live":"polite"}),i=y("p",{class:"ff-hint",id:`ff-hint-${ba+=1}`},"Arrow keys move the cross, with Shift faster. Space puts a point, Ent\
er draws a line to it, Backspace takes the last stroke back.");for(let[c,d]of Object.entries({tabindex:0,role:"application","aria-roledescription":"drawing boar\
d","aria-describedby":i.id}))r.setAttribute(c,d);let l=[0,0],f=0;function u(c){clearTimeout(f),f=setTimeout(()=>{a.textContent=c},300)}return r.addEventListener(
"keydown",c=>{if(!(c.altKey||c.ctrlKey||c.metaKey)){if(ks[c.key]){let d=wa*(c.shiftKey?ya:1);l=l.map((m,p)=>{let x=Math.round(100*(m+d*ks[c.key][p]))/100;return Math.
min(Math.max(x,-o),o)}),u(xa(l))}else if(c.key===" "||c.key==="Enter")u(n(l,c.key==="Enter"));else if(c.key==="Backspace")u(s());else return;c.preventDefault(),
e.redraw()}}),r.addEventListener("focus",e.redraw),r.addEventListener("blur",e.redraw),{element:a,hint:i,draw(c){if(!r.matches(":focus-visible"))return;let[d,m]=c.
place(...l);c.context.strokeStyle=le(t,"accent"),c.context.lineWidth=2,c.context.beginPath(),c.context.moveTo(d-12,m),c.context.lineTo(d+12,m),c.context.moveTo(
d,m-12),c.context.lineTo(d,m+12),c.context.stroke()}}}function xa([t,e]){let o=(n,s,r)=>n===0?"in the middle":`${Math.abs(n)} ${n>0?s:r}`;return t===0&&e===0?"M\
iddle":`${o(t,"right","left")}, ${o(e,"up","down")}`}function Ss(t,e=150){let o=Math.max(1,Math.ceil(t.length/e)),n=[];for(let s=0;s<t.length;s+=o){let r=t.slice(s,s+o).filter(Number.isFinite);if(!r.length)continue;
let a=r.reduce((i,l)=>i+l,0)/r.length;n.push([s+r.length,Math.log10(Math.max(a,1e-12))])}return n}function vn(t){let e=t.length?t.map(([,u])=>u):[-.5,0],[o,n]=[
Math.min(...e),Math.max(...e)],s=Math.max(.03,.15-(n-o)/2),[r,a]=[o-s,n+s],i=a-r,l=i<.4?[1,1.2,1.5,2,2.5,3,4,5,6,7,8,9]:i<1?[1,1.5,2,3,5,7]:i<2?[1,2,5]:[1],f=[];
for(let u=Math.floor(r);u<=a;u+=Math.ceil(i/7))for(let c of l){let d=u+Math.log10(c);d>=r&&d<=a&&f.push(d)}return{y:[r,a],yTicks:f}}var Mn=(t,e=2)=>{let o=10**t;
return o<1e4&&o>=.001?String(Number(o.toPrecision(e))):o.toExponential(0)};function kn(t){let e=t.slice(-50);return e.length?e.reduce((o,n)=>o+n,0)/e.length:0}function Sn(t,e,o,n=120){return Array.from({length:n+1},(s,r)=>t(e+(o-e)*r/n))}var $n=(t,e,o,n,s,r)=>Sn(a=>[t+o*Math.cos(a),e+n*Math.sin(a)],s,r);function va(){
return[Sn(t=>[1.6*Math.sin(t)**3,(13*Math.cos(t)-5*Math.cos(2*t)-2*Math.cos(3*t)-Math.cos(4*t))/10+.2],0,2*Math.PI,240)]}function Ma(){return[$n(-.5,-.25,1,1.1,
0,Math.PI),$n(.5,.25,1,1.1,Math.PI,2*Math.PI)]}function ka(){return[Sn(t=>[.17*t*Math.cos(t),.17*t*Math.sin(t)],1,3.2*Math.PI,240)]}function $a(){let t=e=>[[[e,
.15],[e,1.65]],$n(e,.9,1.1,.75,-Math.PI/2,Math.PI/2)];return[...t(-1.5),...t(.4),[[-.95,-1.65],[-.95,-.15]],[[.4,-1.65],[.4,-.15],[.95,-1.1],[1.5,-.15],[1.5,-1.65]]]}
function Sa(t,e){let o=new Float32Array(2*t);for(let n=0;n<t;n+=1){let s=2*Math.PI*Se(e,3*n),r=.55*Math.sqrt(Se(e,3*n+1)),a=Se(e,3*n+2)<.5?-1:1;o[2*n]=a+r*Math.
cos(s),o[2*n+1]=.6*a+r*Math.sin(s)}return o}function An(t,e,o,n=.03){let s=t.flatMap(f=>f.length>1?f.slice(1).map((u,c)=>[f[c],u]):[[f[0],f[0]]]),r=0,a=s.map(([
[f,u],[c,d]])=>r+=Math.hypot(c-f,d-u)+1e-6),i=z(o,2*e),l=new Float32Array(2*e);for(let f=0;f<e;f+=1){let u=r*Se(o,2*e+f),c=a.findIndex(v=>u<=v),[[d,m],[p,x]]=s[c],
g=(a[c]-u)/(a[c]-(a[c-1]??0));l[2*f]=p+g*(d-p)+n*i[2*f],l[2*f+1]=x+g*(m-x)+n*i[2*f+1]}return l}function As(t,e,o,n,s){let r=0,a=Array.from(t,l=>r+=l),i=new Float32Array(
2*o);for(let l=0;l<o;l+=1){let f=r*Se(n,3*l),u=a.findIndex(m=>f<=m),c=u%e+Se(n,3*l+1),d=Math.floor(u/e)+Se(n,3*l+2);i[2*l]=s*(2*c/e-1),i[2*l+1]=s*(1-2*d/e)}return i}
var Fs={heart:va,moons:Ma,spiral:ka,letters:$a},mu=[...Object.keys(Fs),"discs"];function Ts(t,e,o){return t==="discs"?Sa(e,o):An(Fs[t](),e,o)}function Es(t,e,o){
let n=0;for(let s=0;s<t.length;s+=2)for(let r=0;r<e.length;r+=2){let[a,i]=[t[s]-e[r],t[s+1]-e[r+1]];if(a*a+i*i<=o*o){n+=1;break}}return 2*n/t.length}var Cs=`(()=>{var ge={noise:({signal:e,noise:o})=>e/o,image:()=>1,velocity:({noise:e})=>1/e,flow:({signal:e,noise:o})=>1+e/o};function te(e,o,n,t,r){let s=e.len\
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
`;var Fa={noise:({signal:t,noise:e})=>t/e,image:()=>1,velocity:({noise:t})=>1/t,flow:({signal:t,noise:e})=>1+t/e};function Ns(t,e,o,n,s){let r=t.length/2,a=new Float64Array(
r),i=[0,1].map(d=>Array.from(a.keys()).sort((m,p)=>t[2*m+d]-t[2*p+d]));function l(d,m,{signal:p,noise:x}){let g=1/0;for(let h=0;h<r;h+=1){let[A,M]=[d-p*t[2*h],m-
p*t[2*h+1]];a[h]=(A*A+M*M)/(2*x*x),g=Math.min(g,a[h])}let v=0;for(let h=0;h<r;h+=1)v+=a[h]=Math.exp(g-a[h]);return v}let f=(d,m)=>a.reduce((p,x,g)=>p+x*t[2*g+d],
0)/m,u=(d,m)=>{let p=0,x=i[d].find(g=>(p+=a[g])>=m/2);return t[2*x+d]},c=0;return s.times.forEach((d,m)=>{let p=e.rates(d),x=[0,1].map(v=>p.signal*s.images[2*m+
v]+p.noise*s.noise[2*m+v]),g=l(...x,p);for(let v of[0,1]){let h=n==="mse"?f(v,g):u(v,g),A=Fa[o](p)*(h-s.images[2*m+v]);c+=n==="mse"?A*A:Math.abs(A)}}),c/(2*s.times.
length)}function Ls(t,{beta1:e=.9,beta2:o=.999,epsilon:n=1e-8}={}){let[s,r]=[new Float64Array(t),new Float64Array(t)],a=0;return{step(i,l,f){a+=1;let u=f/(1-e**a),c=1/Math.
sqrt(1-o**a);for(let d=0;d<t;d+=1){let m=l[d];s[d]+=(1-e)*(m-s[d]),r[d]+=(1-o)*(m*m-r[d]),i[d]-=u*s[d]/(Math.sqrt(r[d])*c+n)}}}}function Is(t,e){let o=t.slice(),
n=0;return{parameters:o,update(s){let r=Math.min(e,(1+n)/(10+n));n+=1;for(let a=0;a<o.length;a+=1)o[a]+=(1-r)*(s[a]-o[a])}}}function dt(t,e=null){let o=t.slice(1).map((l,f)=>({inputs:t[f],outputs:l})),n=o.reduce((l,{inputs:f,outputs:u})=>l+(f+1)*u,0),s=e??new Float64Array(n),r=0,a=l=>s.
subarray(r,r+=l),i=o.map(({inputs:l,outputs:f})=>({inputs:l,outputs:f,weight:a(l*f),bias:a(f)}));return{widths:t,layers:i,parameters:s}}function Ps(t){return t.
map(e=>{let[o,n,s]=[0,1,2].map(()=>new Float64Array(64*e));return{width:e,values:o,slopes:n,errors:s}})}function Tn(t,e,o,n,s=null,r=null){let[a,i]=[e[0],e[e.length-
1]],l=o.length/a.width;for(let f=0;f<l;f+=64){let u=Math.min(64,l-f);a.values.set(o.subarray(f*a.width,(f+u)*a.width)),Ta(t,e,u),n.set(i.values.subarray(0,u*i.width),
f*i.width),r&&(r(f,u,i.values,i.errors),Ca(t,s,e,u))}return n}function Ta({layers:t},e,o){t.forEach(({inputs:n,outputs:s,weight:r,bias:a},i)=>{let[l,f]=[e[i],e[i+
1]];Na(f.values,a,o),Fn(f.values,o,s,n,l.values,n,1,r,n,1),i<t.length-1&&Ea(f.values,f.slopes,o*s)})}function Ea(t,e,o){for(let n=0;n<o;n+=1){let s=t[n],r=1/(1+
Math.exp(-s));t[n]=s*r,e[n]=r*(1+s*(1-r))}}function Ca({layers:t},e,o,n){for(let s=t.length-1;s>=0;s-=1){let{inputs:r,outputs:a,weight:i}=t[s],[l,f]=[o[s],o[s+1]],
u=e.layers[s];if(Fn(u.weight,a,r,n,f.errors,1,a,l.values,1,r),La(u.bias,f.errors,n),s===0)return;l.errors.fill(0,0,n*r),Fn(l.errors,n,r,a,f.errors,a,1,i,1,r),Ia(
l.errors,l.slopes,n*r)}}function Na(t,e,o){for(let n=0,s=0;n<o;n+=1)for(let r=0;r<e.length;r+=1,s+=1)t[s]=e[r]}function La(t,e,o){for(let n=0,s=0;n<o;n+=1)for(let r=0;r<
t.length;r+=1,s+=1)t[r]+=e[s]}function Ia(t,e,o){for(let n=0;n<o;n+=1)t[n]*=e[n]}function Fn(t,e,o,n,s,r,a,i,l,f){let u=e-e%4,c=o-o%4;for(let d=0;d<u;d+=4)for(let m=0;m<
c;m+=4){let p=0,x=0,g=0,v=0,h=0,A=0,M=0,I=0,$=0,k=0,b=0,S=0,T=0,P=0,_=0,q=0,E=d*r,C=m*l;for(let F=0;F<n;F+=1){let R=i[C],U=i[C+l],H=i[C+2*l],N=i[C+3*l],L=s[E],O=s[E+
r],B=s[E+2*r],Y=s[E+3*r];p+=L*R,x+=L*U,g+=L*H,v+=L*N,h+=O*R,A+=O*U,M+=O*H,I+=O*N,$+=B*R,k+=B*U,b+=B*H,S+=B*N,T+=Y*R,P+=Y*U,_+=Y*H,q+=Y*N,E+=a,C+=f}let w=d*o+m;t[w]+=
p,t[w+1]+=x,t[w+2]+=g,t[w+3]+=v,w+=o,t[w]+=h,t[w+1]+=A,t[w+2]+=M,t[w+3]+=I,w+=o,t[w]+=$,t[w+1]+=k,t[w+2]+=b,t[w+3]+=S,w+=o,t[w]+=T,t[w+1]+=P,t[w+2]+=_,t[w+3]+=q}
for(let d=0;d<e;d+=1)for(let m=d<u?c:0;m<o;m+=1){let p=0;for(let x=0;x<n;x+=1)p+=s[d*r+x*a]*i[m*l+x*f];t[d*o+m]+=p}}var Ct={dim:14,lowest:.25,highest:32},Ue=[2+Ct.dim,64,64,64,2],We=256,Pa=.995,Ra={noise:(t,e)=>e,image:t=>t,velocity:(t,e,{signal:o,noise:n})=>o*e-n*t,flow:(t,e)=>e-
t},Oa={mse:{error:t=>t*t,slope:t=>2*t},mae:{error:Math.abs,slope:Math.sign}};function Nt(t){let e=t.length/2,o=[0,0];t.forEach((s,r)=>{o[r%2]+=s/e});let n=t.reduce(
(s,r,a)=>s+(r-o[a%2])**2,0);return{mean:o,spread:Math.sqrt(n/t.length)||1}}function En(t,{mean:e,spread:o}){return t.map((n,s)=>(n-e[s%2])/o)}function Lt(t,{mean:e,
spread:o}){return t.map((n,s)=>n*o+e[s%2])}function _a(t){let e=dt(Ue),o=0;for(let{inputs:n,weight:s,bias:r}of e.layers.slice(0,-1))for(let a of[s,r])for(let i=0;i<
a.length;i+=1)a[i]=(2*Se(t,o)-1)/Math.sqrt(n),o+=1;return e.parameters}function Rs(t,e){let{kind:o,options:n}=e.schedule,s=Ce(o,n),r=ht(e.target),a=Ra[e.target],
{error:i,slope:l}=Oa[e.loss],u=At(Ct.dim,Ct.lowest,Ct.highest).map(S=>Math.fround(2*Math.PI*S)),c=dt(Ue,e.parameters??_a(e.seed)),d=dt(Ue),m=Ls(c.parameters.length),
p=Is(c.parameters,Pa),x=dt(Ue,p.parameters),g=Ps(Ue),v=Nt(t),h=En(t,v),A=0;function M(S,T,P,_,q){let E=T*Ue[0];S[E]=P,S[E+1]=_;for(let C=0;C<u.length;C+=1){let w=Math.
fround(Math.fround(q)*u[C]);S[E+2+C]=Math.sin(w),S[E+2+u.length+C]=Math.cos(w)}}function I(S){let T=S.times.length,P=new Float64Array(T*Ue[0]),_=new Float64Array(
2*T);for(let E=0;E<T;E+=1){let C=s.rates(S.times[E]),[w,F]=[2*E,2*E+1];M(P,E,C.signal*S.images[w]+C.noise*S.noise[w],C.signal*S.images[F]+C.noise*S.noise[F],C.noise**
2),_[w]=a(S.images[w],S.noise[w],C),_[F]=a(S.images[F],S.noise[F],C)}let q=0;return d.parameters.fill(0),Tn(c,g,P,new Float64Array(2*T),d,(E,C,w,F)=>{for(let R=0;R<
2*C;R+=1){let U=w[R]-_[2*E+R];q+=i(U)/(2*T),F[R]=l(U)/(2*T)}}),q}function $(S){let T=Ye(e.seed,S+65536),P=h.length/2,_={images:new Float64Array(2*We),noise:z(T,
2*We),times:new Float64Array(We)};for(let q=0;q<We;q+=1){let E=2*Math.floor(P*Se(T,4*We+q));_.images[2*q]=h[E],_.images[2*q+1]=h[E+1],_.times[q]=Se(T,5*We+q)}return _}
function k(S,T,P){let _=T.length/2,q=new Float64Array(_*Ue[0]);for(let C=0;C<_;C+=1)M(q,C,T[2*C],T[2*C+1],P.noise**2);let E=Tn(S,g,q,new Float64Array(T.length));
return r(E,T,P)}let b=S=>S?x:c;return{network:c,gradient:d,average:p,drawBatch:$,lossAndGradient:I,get steps(){return A},step(S=e.rate){let T=I($(A));return Number.
isFinite(T)&&(m.step(c.parameters,d.parameters,S),p.update(c.parameters),A+=1),T},learnFrom(S){v=Nt(S),h=En(S,v)},best(){return Array.from({length:12},(P,_)=>Ns(
h,s,e.target,e.loss,{...$(1e6+_),times:Float64Array.from({length:We},(q,E)=>(E+(_+.5)/12)/We)})).reduce((P,_)=>P+_,0)/12},sample({count:S,steps:T=20,seed:P=1,smooth:_=!0}){
let q=Ne(T),E=Float64Array.from(z(P,2*S)),C=E;for(let w=0;w<T;w+=1){let[F,R]=[s.rates(q[w]),s.rates(q[w+1])];({image:C,noisy:E}=gt(E,k(b(_),E,F),F,R))}return Lt(
C,v)},guess(S,{t:T,smooth:P=!0}){let _=s.rates(T),q=En(S,v),E=k(b(P),q,_),C=q.map((w,F)=>(w-_.noise*E[F])/_.signal);return Lt(C,v)}}}var Os=100,Ba=.25,qa=3e4;function _s(t,{slice:e=50,later:o=n=>setTimeout(n,0)}={}){let n=null,s={},r={},a=0,i=!1,l=!1,f=!0,u=[],c=0,d=0,m=0,p=0,x=0,g={},v=()=>!f||
n.steps>=qa;function h($,k=1/0){let b=performance.now(),S=0;for(;S<k&&f&&performance.now()<$;){let T=n.step(r.rate);u.push(T),f=Number.isFinite(T),S+=1}c+=performance.
now()-b,d+=S,v()&&(i=!1)}function A({samples:$=!1,arrows:k=$}={}){let b={...g,begun:a,steps:n.steps,finite:f,ended:v(),losses:Float32Array.from(u),rate:c>0?1e3*
d/c:0},{count:S,length:T,seed:P,places:_,t:q}=s,E=r.average;if(k&&(b.arrows=n.guess(_,{t:q,smooth:E})),$&&n.steps>0){let C=performance.now();b.samples=n.sample(
{count:S,steps:T,seed:P,smooth:E}),m=performance.now(),p=m-C}[u,g]=[[],{}],c>2e3&&([c,d]=[c/2,d/2]),t(b),x=performance.now()}function M(){if(l=!1,!i)return;h(performance.
now()+e);let $=performance.now(),k=!i||$-m>Math.max(2*Os,p/Ba);(k||$-x>Os)&&A({samples:k,arrows:!0}),I()}function I(){!i||l||(l=!0,o(M))}return{begin($){({number:a,
settings:r,view:s}=$),n=Rs($.points,r),[i,f,u,c,d]=[!1,!0,[],0,0],g={best:n.best()},A({samples:!0})},learnFrom({points:$}){n.learnFrom($),g={best:n.best()},i||A(
{samples:!0})},change($){r={...r,...$},i||A({samples:!0})},look($){s={...s,...$},A({arrows:!0,samples:!("t"in $)})},run({on:$}){i=$&&!v(),i||A({samples:!0}),I()},
step({count:$=1}){h(1/0,$),A({samples:!0})}}}function Bs(t,e){let o=null,n=null,s=!1,r=[],a=()=>{n=_s(t,{slice:12});for(let{order:i,...l}of r.splice(0))n[i](l)};try{o=e(),o.onmessage=({data:i})=>{s=!0,r.length=
0,i.ready||t(i)},o.onerror=i=>{if(i.preventDefault?.(),s)throw new Error(i.message);a()}}catch{a()}return{get inWorker(){return n===null},ask(i,l={}){return n?n[i](
l):(s||r.push({order:i,...l}),o.postMessage({order:i,...l}))}}}var Pt=2.2,qs=1.9,It=600,Ds=400,Da=.15,ja=1e3,js=[["heart","Heart"],["moons","Two moons"],["spiral","Spiral"],["discs","Two discs"],["letters","DDIM"],["picture",
"A painted flower"],["drawing","What I draw"]],Ws={cosine:{name:"Cosine",kind:"cosine",options:{max_signal_rate:.999}},short:{name:"Cosine, ends as for pictures",
kind:"cosine",options:{}},linear:{name:"Linear β",kind:"linear",options:{}},log_snr:{name:"Straight log-SNR",kind:"log_snr",options:{start:6,end:-6}},rectified_flow:{
name:"Rectified flow",kind:"rectified_flow",options:{}}},Wa=[["noise","Noise"],["image","Image"],["velocity","Velocity"],["flow","Flow (noise − image)"]],Ua=[
["mse","Squared (MSE)"],["mae","Absolute (MAE)"]],Us=Float64Array.from({length:450},(t,e)=>{let o=e>>1;return Pt*(2*((e%2?Math.floor(o/15):o%15)+.5)/15-1)});function Ha(){
return new Worker(URL.createObjectURL(new Blob([Cs],{type:"text/javascript"})))}function Hs(t,e,o){let n={schedule:"cosine",target:"noise",loss:"mse",power:-2,average:!0,
seed:e.seed},s={size:e.picture.size,ink:se(e.picture.ink)},r=Ga(e.picture),a=[],i=new Float32Array(0),l=null,f=0,u=!1,c=!1,d={steps:0,finite:!0,rate:0},m=[],p=null,
x=null,g=0,v=null,h=ee({label:"Points",options:js,value:e.shape,onChange:O}),A=oe({label:"Clear",onClick:()=>{h.value="drawing"}}),M=oe({label:"Train",onClick:()=>c?
Le():he()}),I=oe({label:"One step",onClick:()=>{be()&&te("step")}}),$=oe({label:"Start again",onClick:Ie}),k=K({label:"Learning rate",min:-4,max:0,step:.5,value:n.
power,format:D=>String(Number((10**D).toPrecision(1))),onInput(D){n.power=D,u&&te("change",{rate:10**D})}}),b=Be({label:"Average the weights",value:!0,onChange(D){
n.average=D,u&&te("change",{average:D})}}),S=D=>ie=>{n[D]=ie,Ie()},T=ee({label:"Schedule",value:n.schedule,options:Object.entries(Ws).map(([D,{name:ie}])=>[D,ie]),
onChange:S("schedule")}),P=ee({label:"The network predicts",value:n.target,options:Wa,onChange:S("target")}),_=ee({label:"Error",value:n.loss,options:Ua,onChange:S(
"loss")}),q=K({label:"Seed",min:0,max:50,step:1,value:n.seed,onInput(D){n.seed=D,B(h.value),Ie()}}),E=K({label:"Noise level of the arrows",min:0,max:1,step:.02,
value:.5,format:D=>`t = ${D.toFixed(2)}`,onInput(D){u&&te("look",{t:D})}}),C=K({label:"Steps of DDIM",min:1,max:50,step:1,value:20,onInput(D){u&&te("look",{length:D})}}),
w=ve({label:"Your points",reach:Pt,draw:re,onPress:ae}),F=$s(o,w,{reach:Pt,onPoint:W,onBack:G}),R=ve({label:"Samples",reach:Pt,draw:j}),U=y("span",{class:"ff-ti\
tle"},"Noise"),H=pe({label:"Loss over the steps",title:"Loss",x:[0,200],...vn([]),height:150,xLabel:"steps",formatY:Mn}),N=J(),L=(D,ie,...Re)=>y("div",{},D,ie.element,
...Re);t.append(X(h,A,M,I,$),y("div",{class:"ff-columns ff-two"},L(y("span",{class:"ff-title"},"Your points: draw here"),w,F.hint),L(U,R)),N.element,F.element,y(
"div",{class:"ff-gap"},H.element,ye([["iris","Loss"],["muted","The least that any network can reach on these points",!0]])),y("div",{class:"ff-controls ff-gap"},
k.element,b.element,...e.simple?[]:[T,P,_,E,C,q].map(D=>D.element)));function O(D){D==="drawing"&&(a=[]),B(D)}function B(D){D==="drawing"?i=a.length?An(a,It,n.seed):
new Float32Array(0):D==="picture"?i=As(s.ink,s.size,It,n.seed,qs):i=Ts(D,It,n.seed),M.disabled=I.disabled=i.length===0,w.canvas.setAttribute("aria-label",i.length?
`${i.length/2} points to learn: ${js.find(([ie])=>ie===D)[1]}`:"An empty board to draw on"),V(),w.redraw(),R.redraw(),ke()}let Y=0;function V(){!u||Y||(Y=setTimeout(
()=>{Y=0,u&&i.length&&te("learnFrom",{points:i}),u&&c&&te("run",{on:i.length>0})},300))}function re(D){h.value==="picture"&&D.picture(r,qs,.35),D.dots(i,le(o,"s\
ignal"),2.4),x&&D.arrows(Us,x,le(o,"noise")),F.draw(D),!i.length&&(D.context.fillStyle=le(o,"muted"),D.context.textAlign="center",D.context.font=`14px ${getComputedStyle(
o).fontFamily}`,D.context.fillText("Draw here",D.width/2,D.width/2))}function j(D){D.dots(i,le(o,"muted"),2,.35),D.dots(p??Q(),le(o,"petal"),2.6)}function Q(){let D=Float64Array.
from(z(1,2*Ds));return i.length?Lt(D,Nt(i)):D}function ae(D,ie){if(ie)h.value!=="drawing"&&(h.value="drawing"),a.push([D]);else{let Re=a[a.length-1],mt=Re[Re.length-
1];if(Math.hypot(D[0]-mt[0],D[1]-mt[1])<.04)return;Re.push(D)}B("drawing")}function W(D,ie){return ie&&h.value==="drawing"&&a.length?(a[a.length-1].push(D),B("d\
rawing"),"A line to here."):(ae(D,!0),`A point. ${ne(a.length)} on the board.`)}function G(){return h.value!=="drawing"||!a.length?"There is nothing of yours to\
 take back.":(a.pop(),B("drawing"),`Taken back. ${ne(a.length)} on the board.`)}function ne(D){return D===1?"1 stroke":`${D||"No"} strokes`}function te(D,ie={}){
l.ask(D,ie)}function be(){return i.length?(l??=Bs(Pe,Ha),u||de(),!0):!1}function de(){let{kind:D,options:ie}=Ws[n.schedule];f+=1,u=!0,te("begin",{number:f,points:i,
settings:{schedule:{kind:D,options:ie},target:n.target,loss:n.loss,rate:10**n.power,average:n.average,seed:n.seed},view:{count:Ds,length:C.value,seed:1,places:Us,
t:E.value}})}function he(){be()&&(c=!0,Me(),te("run",{on:!0}))}function Le(){c=!1,Me(),te("run",{on:!1})}function Ie(){m=[],[p,x,v]=[null,null,null],d={steps:0,
finite:!0,rate:0},u=!1,l&&be()&&c&&te("run",{on:!0}),we()}function Pe(D){if(D.begun===f){d=D,D.ended&&(c=!1);for(let ie of D.losses)m.push(ie);v=D.best??v,D.samples&&
(p=D.samples),D.arrows&&(x=D.arrows),Ge()}}let xe=0,He=0;function Ge(){if(He)return;let D=Ot()&&c?ja-(performance.now()-xe):0;He=setTimeout(()=>{He=0,xe=performance.
now(),we()},Math.max(0,D))}function we(){g=p&&i.length?Es(p,i,Da):0,U.textContent=p?"Samples":"Noise, where samples start",w.redraw(),R.redraw();let D=Ss(m),ie=v>
0?Math.log10(v):null,Re=Math.max(100,m.length);H.limits({x:[0,Re],...vn(ie===null?D:[...D,[0,ie]])}),H.update({lines:[...ie===null?[]:[{points:[[0,ie],[Re,ie]],
colour:"muted",dash:!0}],...D.length>1?[{points:D,colour:"iris"}]:[]],marks:D.length===1?[{x:D[0][0],y:D[0][1],colour:"iris"}]:[]}),Me(),ke()}function Me(){M.textContent=
c?"Pause":"Train",o.dataset.state=c?"training":d.finite?"resting":"broken",o.dataset.steps=d.steps,o.dataset.rate=Math.round(d.rate),o.dataset.loss=kn(m).toFixed(
4),o.dataset.near=g.toFixed(3)}function ke(){if(!i.length)return N.say("The board is empty. Draw on it, or choose points.");if(!m.length)return N.say(`${It} poi\
nts to learn. Press Train.`);let D=kn(m),ie=l.inWorker?"":", without a worker",Re=d.rate?` ${Math.round(d.rate)} steps a second here${ie}.`:"";if(!d.finite)return N.
say(`Step ${d.steps}: the loss is no longer a number. The learning rate is too high; take a smaller one and start again.`);let mt=D>1.5*m[0]?" That is more than\
 at the start: the learning rate is too high.":"";return N.say(`Step ${d.steps.toLocaleString("en")}. Loss ${Mn(Math.log10(D),3)}.${mt} ${Math.round(100*g)} % o\
f the samples lie on your points.${Re}`)}typeof IntersectionObserver=="function"&&new IntersectionObserver(D=>{let ie=D[D.length-1].isIntersecting;u&&c&&te("run",
{on:ie&&i.length>0})}).observe(o),B(e.shape),w.follow(),R.follow(),we(),_e(o,()=>{w.redraw(),R.redraw()})}function Ga({size:t,colours:e}){let o=y("canvas",{width:t,
height:t}),n=o.getContext("2d"),s=n.createImageData(t,t);se(e).forEach((r,a)=>{s.data[4*Math.floor(a/3)+a%3]=r});for(let r=3;r<s.data.length;r+=4)s.data[r]=255;
return n.putImageData(s,0,0),o}function Ya(t,e){let o=t.centres.length*e.centres.length,[n,s]=[new Float64Array(2*o),new Float64Array(2*o)],r=0;for(let[a,i]of e.centres)for(let[l,f]of t.centres)
n.set([a,i],r),s.set([l-a,f-i],r),r+=2;return{goals:n,velocities:s,wide:t.width**2,narrow:e.width**2}}function Ka({goals:t,velocities:e,wide:o,narrow:n},s,r,a){
let i=(1-a)**2*n+a**2*o,l=(a*o-(1-a)*n)/i,f=-1/(2*i),[u,c,d,m]=[-1/0,0,0,0];for(let p=0;p<t.length;p+=2){let x=s-t[p]-a*e[p],g=r-t[p+1]-a*e[p+1],v=f*(x*x+g*g);if(v<
u-30)continue;if(v>u){let A=Math.exp(u-v);u=v,c*=A,d*=A,m*=A}let h=Math.exp(v-u);c+=h,d+=h*(e[p]+l*x),m+=h*(e[p+1]+l*g)}return[d/c,m/c]}function Cn({centres:t,width:e},o,n){
return z(n,2*o).map((r,a)=>t[(a>>1)%t.length][a%2]+e*r)}function Va(t,e){let o=Array.from({length:t},(n,s)=>Ye(e,s));return o.map((n,s)=>s).sort((n,s)=>o[n]-o[s])}
function Gs(t,e,o,n){let s=Va(t.length/2,n),r=t.map((l,f)=>e[2*s[f>>1]+f%2]),a=t.map((l,f)=>l-r[f]),i=Array.from({length:o+1},(l,f)=>t.map((u,c)=>u-f/o*a[c]));return{
places:i,velocities:i.map(()=>a)}}function Ys(t,e,o,n){let s=Ya(e,o),r=(l,f)=>{let u=new Float32Array(l.length);for(let c=0;c<l.length;c+=2)[u[c],u[c+1]]=Ka(s,l[c],
l[c+1],f);return u},[a,i]=[[t],[r(t,1)]];for(let l=0;l<n;l+=1){let[f,u]=[a[l],1-l/n],c=f.map((m,p)=>m-i[l][p]/(2*n)),d=r(c,u-1/(2*n));a.push(f.map((m,p)=>m-d[p]/
n)),i.push(r(a[l+1],1-(l+1)/n))}return{places:a,velocities:i}}function Ks(t,e,o){let[n,s]=[0,0];for(let r=0;r<t.length;r+=2)for(let a=0;a<r;a+=2)Math.hypot(t[r]-
t[a],t[r+1]-t[a+1])>o||(n+=Math.hypot(e[r]-e[a],e[r+1]-e[a+1]),s+=1);return{mean:s?n/s:0,pairs:s}}var Xa=40;function Vs(t,e,o){let{clouds:n,reach:s,count:r,steps:a,near:i}=e,l={source:e.source,target:e.target,way:e.way},f=new Map,u=null,c=Object.keys(n).map(
k=>[k,k]),d=(k,b,S)=>ee({label:k,options:S,value:l[b],onChange(T){l[b]=T,M()}}),m=d("From","source",c),p=d("To","target",c),x=d("Each dot follows","way",[["line",
"its own line"],["mean","the mean of all lines"]]),g=K({label:"Way to the target",min:0,max:1,step:1/a,value:e.opens,format:k=>`t = ${(1-k).toFixed(2)}`,onInput:I}),
v=Be({label:"Paths",value:!0,onChange:I}),h=ve({label:"Dots on their way from one cloud to another",reach:s,draw:$}),A=J();t.append(X(m,p,x),X(g,$e(o,g,{seconds:4}),
v),y("div",{class:"ff-view"},h.element),A.element);function M(){let k=[l.source,l.target,l.way].join();if(!f.has(k)){let[b,S]=[n[l.source],n[l.target]],T=Cn(b,r,
e.seed);f.set(k,l.way==="mean"?Ys(T,b,S,a):Gs(T,Cn(S,r,e.seed+1),a,e.seed))}u=f.get(k),I()}function I(){h.redraw()}function $(k){if(!u)return;let{context:b,place:S}=k,
T=Math.round(g.value*a);if(k.dots(n[l.target].centres.flat(),le(o,"muted"),5,.6),v.value){b.strokeStyle=le(o,"noise"),b.globalAlpha=.6,b.lineWidth=1,b.beginPath();
for(let q=0;q<Xa;q+=1)for(let E=0;E<=T;E+=1){let[C,w]=S(u.places[E][2*q],u.places[E][2*q+1]);E?b.lineTo(C,w):b.moveTo(C,w)}b.stroke(),b.globalAlpha=1}k.dots(u.places[T],
le(o,"signal"),4);let{mean:P,pairs:_}=Ks(u.places[T],u.velocities[T],i);A.say(`t = ${(1-g.value).toFixed(2)}, from ${l.source} to ${l.target}. Two dots closer t\
han ${i} differ in velocity by ${P.toFixed(2)} on average (${_} pairs).`),o.dataset.disagreement=P.toFixed(3)}M(),h.follow(),_e(o,I),o.dataset.state="ready"}function Js(t,e){let{blocks:o}=e,n=Math.max(...o.map(d=>d.parameters)),s=o.map((d,m)=>{let p=Xs(d,1)[0],x=Math.sqrt(d.parameters/n),g=y("button",{type:"button",
class:"ff-block","aria-pressed":"false","aria-label":`${d.title}, ${d.shape}, ${d.parameters} parameters`},p,y("i",{style:`width:${(100*x).toFixed(0)}%`}));return g.
addEventListener("focus",()=>c(m)),g.addEventListener("pointerenter",()=>c(m)),g.addEventListener("click",()=>c(m)),g.addEventListener("keydown",v=>{let h={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[v.key];h&&(v.preventDefault(),s[Math.min(Math.max(m+h,0),o.length-1)].focus())}),g}),r=Math.max(...o.map(d=>d.level))+1,a=y(
"div",{class:"ff-unet",role:"group","aria-label":"Blocks"});for(let d=0;d<r;d+=1){let m=g=>s.filter((v,h)=>o[h].level===d&&o[h].side===g),p=e.sizes[d],x=`margin\
-inline:${(30*d/(r-1)).toFixed(1)}%`;a.append(y("div",{class:"ff-unet-row",style:x},y("div",{class:"ff-unet-side"},...m("down")),...m("middle").length?[y("div",
{class:"ff-unet-side"},...m("middle")),y("span",{class:"ff-unet-size"},`${p} × ${p}`)]:[y("span",{class:"ff-unet-skip"},y("span",{class:"ff-unet-size"},`${p} ×\
 ${p}`))],y("div",{class:"ff-unet-side"},...m("up"))))}let i=y("span",{class:"ff-title"}),l=y("dl",{class:"ff-facts"}),f=y("div",{class:"ff-maps",role:"img"}),u=J();
t.append(a,y("div",{class:"ff-unet-detail"},i,l,f),u.element);function c(d){let m=o[d];s.forEach((p,x)=>{p.setAttribute("aria-pressed",String(x===d)),p.classList.
toggle("ff-partner",x!==d&&Ja(o[x],m))}),i.textContent=m.kind?`${m.title}: ${m.kind}`:m.title,l.replaceChildren(...m.facts.map(([p,x])=>y("div",{},y("dt",{},p),
y("dd",{},x)))),f.replaceChildren(...Xs(m,m.count)),f.setAttribute("aria-label",m.shown),u.say(m.sentence)}c(Math.min(e.selected,o.length-1))}function Ja(t,e){return t.
skip===e.name||e.skip===t.name}function Za(t,e){return Float64Array.from({length:e},(o,n)=>((n%2?t[n>>1]&15:t[n>>1]>>4)-7)/7)}function Xs(t,e){let[o,n]=t.size,s=se(
t.maps),r=o*n,a=t.colour?null:Za(s,r*t.count);return Array.from({length:Math.min(e,t.count)},(i,l)=>{let f=Z({label:"",width:o,height:n});return f.draw(t.colour?
s:ct(a.subarray(l*r,(l+1)*r))),f.canvas.removeAttribute("role"),f.canvas.removeAttribute("aria-label"),f.canvas.setAttribute("aria-hidden","true"),f.canvas})}var Nn=["leaf","iris"];function Zs(t,e,o){let{side:n,epochs:s,curves:r}=e,a=r.flatMap(({points:x})=>x),[i,l]=[Math.min(...a.map(([x])=>x)),Math.max(...a.map(([x])=>x))],
f=null,u=K({label:"Epoch",min:i,max:l,step:1,value:l,onInput:p}),c=pe({label:"Errors over the epochs",title:"Errors",x:[i,Math.max(l,i+1)],y:Qa(r),height:190,xLabel:"\
epoch",onPoint:x=>{u.value=Math.round(x)}}),d=Z({label:"Samples",title:"Samples",width:n,height:n}),m=J();t.append(X(u,$e(o,u,{seconds:8})),y("div",{class:"ff-c\
olumns ff-two"},y("div",{},c.element,ye(r.map(({name:x},g)=>[Nn[g],x]))),d.element),m.element);function p(){let x=u.value;c.update({lines:r.map(({points:v},h)=>({
points:v,colour:Nn[h]})).filter(({points:v})=>v.length>1),marks:[{x,colour:"muted"},...r.flatMap(({points:v},h)=>{let A=Ln(v,x,([M])=>M);return A?[{x:A[0],y:A[1],
colour:Nn[h]}]:[]})]});let g=Ln(s,x,v=>v)??s[0];f&&d.draw(ue(f,s.indexOf(g)*n,0,n,n)),d.heading.textContent=`Samples after epoch ${g}`,d.describe(`Sixteen sampl\
es after epoch ${g}`),m.say(`Epoch ${x}. ${r.map(({name:v,points:h})=>{let A=Ln(h,x,([M])=>M);return A?`${v}: ${A[1].toFixed(3)}`:""}).filter(Boolean).join("; ")}\
.`)}p(),ce(fe(o)).then(x=>{f=x,o.dataset.state="ready",p()})}function Qa(t){let e=t.flatMap(({points:r})=>r.map(([,a])=>a)),[o,n]=[Math.min(...e),Math.max(...e)],
s=.05*(n-o)||.01;return[o-s,n+s]}function Ln(t,e,o){return t.filter(n=>o(n)<=e).at(-1)}Bn({ask:Kn,dissolve:so,draw_a_schedule:Mo,embedding_explorer:$o,every_flower:So,field:Co,film:Ro,first_flowers:Oo,follow:Bo,grow:Do,guess_the_flower:Xo,latent:rs,
lie:To,noise_maps:ls,particles:hs,race:ws,reverse:ys,sample_size:Ms,train:Hs,two_clouds:Vs,unet_map:Js,watch:Zs});})();
