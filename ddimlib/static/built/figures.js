/* Made by book/bundle_figures.py from ddimlib/static/ (c3a1eb7c33c27e6e). */
(()=>{function Xe(t){return t.toLowerCase().split(/\s+/u).map(e=>e.replace(/^[,.;:!?]+|[,.;:!?]+$/gu,"")).filter(e=>e)}function Rt(t,e){let o=Xe(t),n=o.find(s=>!e.words.
includes(s));return n?`“${n}” is no word that this network knows: it knows the colours ${En(e.colours)}, the grounds ${En(e.grounds)}, the words a, an, on a\
nd ground, and the names of the ${e.flowers.length} flowers in the list above.`:o.length<=e.length?"":`At most ${e.length} words can be heard at once, and these\
 are ${o.length}.`}function En(t){return`${t.slice(0,-1).join(", ")} and ${t.at(-1)}`}function Ns(t,e){let o=Rt(t,e);if(o)throw new Error(o);let n=Xe(t).map(s=>e.
words.indexOf(s)+1);return[...n,...new Array(e.length-n.length).fill(0)]}function Tn(t,e,o){let n=s=>`${"aeiou".includes(s[0])?"an":"a"} ${s}`;return n(`${e} ${t}`.
trim())+(o?` on ${n(`${o} ground`)}`:"")}function Ls(t,e){return Xe(t).filter((o,n)=>n!==e).join(" ")}function Cn({prompt:t,unwanted:e,louder:o,guidance:n,extra:s},r){
let a=o<0||s===0?[e,t]:[e,Ls(t,o),t];return{chain:a.map(i=>Ns(i,r)),scales:a.length===2?[n]:[n,n+s]}}function Nn(t,e,o){return Array.from({length:e},(n,s)=>{let r=Array.
from(t.slice(s*o,(s+1)*o));return{map:r,mean:r.reduce((a,i)=>a+i,0)/o}})}function Ln(t){return Float32Array.from(t,e=>(e/255)**2)}function In(t){let e=".ff-figure[data-figure]:not([data-started], [data-failed])",o=()=>{for(let s of document.querySelectorAll(e))document.readyState==="loadin\
g"&&!s.nextSibling||Is(s,t[s.dataset.figure])};if(o(),document.readyState!=="loading")return;let n=new MutationObserver(o);n.observe(document,{childList:!0,subtree:!0}),
document.addEventListener("DOMContentLoaded",()=>{n.disconnect(),o()})}function Is(t,e){let o=t.querySelector(":scope > script[type='application/json']");if(!e||
!o)return;let n=t.querySelector(".ff-live");n.addEventListener("focusin",({target:s})=>{s.dataset.lmSuppressShortcuts="true"}),t.dataset.started="";try{e(n,JSON.
parse(o.textContent),t)}catch(s){delete t.dataset.started,t.dataset.failed="",n.replaceChildren(),console.error(s)}}function w(t,e={},...o){let n=document.createElement(
t);for(let[s,r]of Object.entries(e))r!=null&&r!==!1&&n.setAttribute(s,r===!0?"":r);return n.append(...o),n}function Pe(t,e=250){let o=0;return(n=e)=>{clearTimeout(
o),o=setTimeout(t,n)}}function X(...t){return w("div",{class:"ff-controls"},...t.map(e=>e.element??e))}function K({label:t,min:e,max:o,step:n,value:s,format:r=String,
onInput:a}){let i=w("span",{class:"ff-value","aria-hidden":"true"}),l=w("input",{type:"range",min:e,max:o,step:n}),f=()=>{let d=r(Number(l.value));i.textContent=
d,l.setAttribute("aria-valuetext",d);let m=(Number(l.value)-l.min)/(l.max-l.min||1);l.style.setProperty("--ff-filled",`${(100*m).toFixed(1)}%`)},c=w("span",{class:"\
ff-label"},t),u=w("label",{class:"ff-slider"},w("span",{class:"ff-row"},c,i),l);return l.value=s,f(),l.addEventListener("input",()=>{f(),a(Number(l.value))}),{element:u,
input:l,get value(){return Number(l.value)},set value(d){l.value=d,f(),a(Number(l.value))},limits(d,m,p){Object.assign(l,{min:d,max:m}),l.value=p,f()},rename(d){
c.textContent=d}}}function ne({label:t,options:e,value:o,onChange:n}){let s=w("select",{},...e.map(([a,i])=>w("option",{value:a},i)));return s.value=o,s.addEventListener(
"change",()=>n(s.value)),{element:w("label",{class:"ff-choice"},w("span",{class:"ff-label"},t),s),input:s,get value(){return s.value},set value(a){s.value=a,n(s.
value)}}}function ze({label:t,value:e=!1,onChange:o}){let n=w("input",{type:"checkbox"});return n.checked=e,n.addEventListener("change",()=>o(n.checked)),{element:w(
"label",{class:"ff-toggle"},n,w("span",{},t)),input:n,get value(){return n.checked}}}function oe({label:t,onClick:e}){let o=w("button",{type:"button",class:"ff-\
button"},t);return o.addEventListener("click",e),o}function Ot(){return window.matchMedia("(prefers-reduced-motion: reduce)").matches}function Ps(t,e,o=()=>{}){
let n=0,s=!1,r=!0,a=null,i=c=>{let u=a===null?0:Math.min((c-a)/1e3,.1);if(a=c,n=0,!t.isConnected||e(u)===!1)return f.pause();l()},l=()=>{s&&r&&!n&&(n=requestAnimationFrame(
i))},f={get playing(){return s},play(){s=!0,a=null,o(!0),l()},pause(){s=!1,cancelAnimationFrame(n),n=0,o(!1)}};return typeof IntersectionObserver=="function"&&new IntersectionObserver(
c=>{r=c[c.length-1].isIntersecting,a=null,l()}).observe(t),f}function Fe(t,e,{label:o="Play",seconds:n=6}={}){let s=()=>Number(e.input.min),r=()=>Number(e.input.
max),a=0,i=0,l=oe({label:o,onClick:()=>{if(f.playing)return f.pause();a=e.value>=r()?s():e.value,i=0,f.play()}}),f=Ps(t,c=>{let u=r()-s();if(Ot()){if(i+=c,i<n/8)
return!0;a+=u/8,i=0}else a+=u*c/n;return e.value=Math.min(a,r()),a<r()},c=>{l.textContent=c?"Pause":o});return e.input.addEventListener("pointerdown",()=>f.pause()),
e.input.addEventListener("keydown",()=>f.pause()),l}function Z(){let t=w("p",{class:"ff-readout"}),e=w("p",{class:"ff-hidden","aria-live":"polite"}),o=0;return{
element:w("div",{},t,e),say(n){let s=t.textContent==="";t.textContent=n,clearTimeout(o),s||(o=setTimeout(()=>{e.textContent=n},500))}}}function J({label:t,title:e="",
width:o,height:n}){let s=w("canvas",{width:o,height:n,role:"img","aria-label":t}),r=s.getContext("2d"),a=r.createImageData(o,n);a.data.fill(255);let i=w("span",
{class:"ff-title"},e);return{element:w("div",{class:"ff-picture"},...e?[i]:[],s),canvas:s,heading:i,draw(l){let f=l.length===o*n;for(let c=0;c<o*n;c+=1)for(let u=0;u<
3;u+=1)a.data[4*c+u]=f?l[c]:l[3*c+u];r.putImageData(a,0,0)},describe(l){s.setAttribute("aria-label",l)}}}function Ve(t,e){let o=new MutationObserver(e),n=["data\
-theme","data-jp-theme-light","theme","class"];o.observe(document.documentElement,{attributes:!0,attributeFilter:n}),o.observe(document.body,{attributes:!0,attributeFilter:n}),
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change",e)}function fe(t,e){return getComputedStyle(t).getPropertyValue(`--ff-${e}`).trim()}
function mt(t,e){let o=0,n=()=>{let s=Math.round(t.clientWidth);s>0&&s!==o&&e(o=s)};n(),new ResizeObserver(n).observe(t)}function ie(t){return Uint8Array.from(atob(
t),e=>e.charCodeAt(0))}function _t(t){return t=Math.imul(t^t>>>16,2146121005),t=Math.imul(t^t>>>15,2221713035),(t^t>>>16)>>>0}function et(t,e){let o=_t(t+2654435769>>>0);return _t(_t(
e+o>>>0)+Math.imul(o,2246822507)>>>0)}function ke(t,e){return(et(t,e)+.5)/4294967296}function ee(t,e){let o=new Float32Array(e);for(let n=0;n<e;n+=2){let s=Math.
sqrt(-2*Math.log(ke(t,n))),r=2*Math.PI*ke(t,n+1);o[n]=s*Math.cos(r),n+1<e&&(o[n+1]=s*Math.sin(r))}return o}function Re(t){return Array.from({length:t+1},(e,o)=>1-o/t)}function pt(t,e){return t+Math.imul(e+1,2654435769)>>>0}function Dt(t,e,o){let n=Math.sqrt(Math.max(
0,1-(t.signal/e.signal)**2)),s=o*(e.noise/t.noise)*n;return{kept:Math.sqrt(Math.max(0,e.noise**2-s**2)),fresh:s}}var Bt={noise:t=>t,image:(t,e,{signal:o,noise:n})=>e.
map((s,r)=>(s-o*t[r])/n),velocity:(t,e,{signal:o,noise:n})=>e.map((s,r)=>n*s+o*t[r]),flow:(t,e,{signal:o,noise:n})=>e.map((s,r)=>(s+o*t[r])/(o+n))},Aa=Object.keys(
Bt);function ht(t){if(!Object.hasOwn(Bt,t))throw new Error(`no page knows the target "${t}"`);return Bt[t]}function gt(t,e,o,n,s=0,r=null){let{kept:a,fresh:i}=Dt(
o,n,s),l=new Float32Array(t.length),f=new Float32Array(t.length);for(let c=0;c<t.length;c+=1)l[c]=(t[c]-o.noise*e[c])/o.signal,f[c]=n.signal*l[c]+a*e[c]+(r?i*r[c]:
0);return{image:l,noisy:f}}function Pn(t,e){return t[0].map((o,n)=>e.reduce((s,r,a)=>s+r*(t[a+1][n]-t[a][n]),o))}function ge(t,e,o){let n=t.length/3,s=new Uint8ClampedArray(
t.length);for(let r=0;r<3;r+=1)for(let a=0;a<n;a+=1)s[3*a+r]=255*(t[r*n+a]*o[r]+e[r]);return s}function Rn(t,e,o){let n=t.length/3;return Float32Array.from(t,(s,r)=>{
let[a,i]=[Math.floor(r/n),r%n];return(t[3*i+a]/255-e[a])/o[a]})}async function*He(t,{seed:e,steps:o,eta:n=0,label:s=t.none,guidance:r=1,acts:a=()=>!0,chain:i=s===t.none?[s]:[t.none,s],scales:l=[r]}){let f=3*t.size**2,c=Re(o),
u=l.every(y=>y===1),d=ee(e,f),m=0,p=0;for(let y=0;y<o;y+=1){let[g,b]=[c[y],c[y+1]].map(t.schedule.rates),h=[],A=null;for(let x of u||!a(c[y])?i.slice(-1):i)A=await t.
predict(d,g,x),m+=A.seconds,p+=1,h.push(A.noise);let v=h.length===1?h[0]:Pn(h,l),C=n>0?ee(pt(e,y),f):null,{image:k,noisy:$}=gt(d,v,g,b,n,C);yield{i:y,time:c[y],
rates:g,noisy:d,image:k,next:$,evaluations:p,seconds:m/p,processor:A.processor,where:A.where,looks:A.looks},d=$}}var On=`(()=>{var s=null,a=null,w=null,i="",c="";async function d({runtime:n,module:e,binary:r,network:t,processor:o}){return s=await import(\`\${n}\${e}\`),s.env.w\
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
`;function Os({min_signal_rate:t=.02,max_signal_rate:e=.95}={}){let o=Math.acos(e),n=Math.acos(t);return s=>-2*Math.log(Math.tan(o+s*(n-o)))}function _s({beta_start:t=1e-4,
beta_end:e=.02,steps:o=1e3}={}){let n=new Float64Array(o),s=0;for(let r=0;r<o;r+=1)s+=Math.log1p(-(t+(e-t)*r/(o-1))),n[r]=s;return r=>{let a=r*(o-1),i=Math.min(
Math.floor(a),o-2),l=n[i]+(n[i+1]-n[i])*(a-i);return l-Math.log(-Math.expm1(l))}}function Bs({start:t=2.5,end:e=-7.5}={}){return o=>t+o*(e-t)}function Ds({start:t=.01,
end:e=.99}={}){return o=>{let n=t+o*(e-t);return-2*Math.log(n/(1-n))}}var qt={cosine:Os,linear:_s,log_snr:Bs,rectified_flow:Ds};function Ae(t,e={}){if(!Object.hasOwn(
qt,t))throw new Error(`no page knows the schedule "${t}"`);let o=qt[t](e);return{logSNR:o,rates:n=>pe(o(n))}}function pe(t){return{signal:Math.sqrt(1/(1+Math.exp(
-t))),noise:Math.sqrt(1/(1+Math.exp(t)))}}var La=Object.keys(qt);async function _n(t,{progress:e=()=>{},signal:o,anew:n}){let s=await fetch(t,{signal:o,cache:n?"reload":"default"});if(!s.ok)throw new Error(`${t} answers ${s.status}`);
let r=s.body.getReader(),a=[],i=0;for(;;){let{done:l,value:f}=await r.read();if(l)break;a.push(f),i+=f.length,e(i)}return new Blob(a).arrayBuffer()}var qs="nois\
e-to-flowers";async function Bn(t){try{return await caches.match(t)}catch{return}}async function js(t,e){try{let o=await caches.open(qs),n=s=>s.split("?")[0];for(let{
url:s}of await o.keys())n(s)===n(t)&&await o.delete(s);await o.put(t,e)}catch{}}function Ws(t,e){if(t.byteLength!==e)throw new Error(`what came is not the netwo\
rk: ${t.byteLength} bytes instead of ${e}`)}function Us(t){if(new TextDecoder("latin1").decode(t.slice(0,4))!=="\0asm")throw new Error("what came is not the run\
time")}function Dn(t,e,o){return t===void 0?o:new URL(t,e).href}function Hs(t){let e=new Map,o=0,n=r=>{for(let{reject:a}of e.values())a(new Error(r));e.clear()};
t.onerror=r=>{r.preventDefault(),n(r.message||"the worker could not start")},t.onmessage=({data:{id:r,answer:a,error:i}})=>{let{resolve:l,reject:f}=e.get(r)??{};
e.delete(r),i?f?.(new Error(i)):l?.(a)};let s=(r,a,i=[])=>new Promise((l,f)=>{o+=1,e.set(o,{resolve:l,reject:f}),t.postMessage({id:o,task:r,...a},i)});return{load:r=>s(
"load",r,[r.binary]),predict:r=>s("predict",r),end(){t.terminate(),n("it was put away")}}}var jt=new Map;function qn(t,e,o){let n=new URL(t.model,e).href;return jt.
has(n)||jt.set(n,Gs(t,n,e,o)),jt.get(n)}function Gs(t,e,o,n){let s=new URL(t.runtime,o).href,r=Ae(t.schedule.kind,t.schedule.options),a=ht(t.target),i=t.none??t.
classes,l=new Set,f=new Set,c=Object.keys(t.runtimes)[0],u=null,d=null,m=null,p=!1,y=Promise.resolve(),g=new Set,b=$=>`${s}${t.runtimes[$].binary}?${t.runtimes[$].
bytes}`,h=()=>{for(let $ of l)$()},A=($,x)=>{for(let S of f)S($,x)};function v(){return u?0:(g.has(b(c))?0:t.runtimes[c].bytes)+(m||g.has(e)?0:t.model_bytes)}async function C(){
for(let $ of[e,...Object.keys(t.runtimes).map(b)])await Bn($)&&g.add($);g.size&&h()}async function k(){let{module:$,binary:x}=t.runtimes[c],S=v(),E=[0,0],N=new AbortController,
O=M=>F=>{N.signal.aborted||(E[M]=F,A(E[0]+E[1],S))},B=[],T=async(M,F)=>{let L=p?void 0:await Bn(F);if(L)return L.arrayBuffer();let U=await _n(F,{progress:O(M),signal:N.
signal,anew:p});return B.push([F,new Response(U)]),U},R=null;try{let[M,F]=await Promise.all([T(0,b(c)),m??T(1,e),...(p?[$,x.replace(/wasm$/,"mjs")]:[]).map(L=>_n(
`${s}${L}`,{signal:N.signal,anew:p}))]);Us(M),Ws(F,t.model_bytes),A(S,S),R=Hs(n()),await R.load({runtime:s,module:$,binary:M,network:F,processor:c}),u=R,m=F,p=!1;
for(let L of B)js(...L)}catch(M){throw N.abort(),R?.end(),p=!0,M}}return C(),{schedule:r,size:t.size,none:i,get ready(){return u!==null},get loading(){return d!==
null},get processor(){return c},toFetch:v,onChange($){l.add($)},choose($){c=$,u?.end(),u=null,h()},open($=()=>{}){return u?Promise.resolve():(f.add($),d||(d=k().
finally(()=>{d=null,f.clear(),h()}),h()),d)},predict($,x,S=i){let E=y.then(async()=>{if(!u)throw new Error("it was put away");let N=await u.predict({noisy:$,size:t.
size,variance:x.noise**2,label:S});return{noise:a(N.prediction,$,x),looks:N.looks,seconds:N.seconds,processor:N.processor,where:N.reason?`on the processor: the \
graphics card could not be used (${N.reason})`:`on your ${t.runtimes[N.processor].name}`}});return y=E.catch(()=>{}),E}}}var tt=t=>(t/1e6).toFixed(1);function Ee(t){let e=Dn(document.documentElement.dataset.content_root,location.href,t.site);return qn(t,e,Ys)}function Ys(){let t=URL.
createObjectURL(new Blob([On],{type:"text/javascript"}));return new Worker(t,{type:"module"})}async function Ks(){try{return!!await navigator.gpu?.requestAdapter()}catch{
return!1}}function Xs(){return location.protocol==="file:"?"Opened from a folder, this page may not load the network: browsers forbid it. Serve the folder (pyth\
on -m http.server) or read the book on its site. What you see is recorded.":typeof WebAssembly!="object"||typeof Worker!="function"?"This browser has no WebAsse\
mbly, in which the network runs. What you see is recorded.":""}function Te(t,e,o,n,s){let{label:r,again:a=r,opening:i,onReady:l,onLost:f=()=>{}}=s,c=Xs(),u=k=>{
t.dataset.state=k},d=ne({label:"Runs on",value:e.processor,onChange:e.choose,options:Object.entries(o.runtimes).map(([k,{name:$,bytes:x}])=>[k,`${$} (${tt(x)} M\
B)`])});d.element.hidden=!0;let m=oe({label:r,onClick:v}),p=w("progress",{max:1,value:0,"aria-label":"Download",hidden:!0}),y=e.processor,g=!1,b=!1,h=null;function A(){
let k=e.toFetch();y!==e.processor||g&&!e.ready?(b=!1,f(),n.say(`Press the button to fetch the runtime for the ${o.runtimes[e.processor].name}.`),u("asleep")):k!==
h&&t.dataset.state==="asleep"&&C(),[y,g,h]=[e.processor,e.ready,k],m.textContent=b?a:`${r} (${k?`downloads ${tt(k)} MB`:"nothing to download"})`,d.input.value=e.
processor,d.input.disabled=e.loading}async function v(){if(!e.ready){let k=e.processor;m.disabled=!0,p.hidden=!1,u("loading");try{await e.open(($,x)=>{p.max=x,p.
value=$,n.say($===x?"Starting the network":`Downloading: ${tt($)} of ${tt(x)} MB`)})}catch($){k==="webgpu"&&e.choose("wasm"),n.say(`The network could not be loa\
ded (${$.message}). ${k==="webgpu"?"Press the button to run it on the processor instead.":`Press the button to try again; the chapter does the same in Python, a\
nd the figure runs on ${o.site}`}`),u("failed");return}finally{p.hidden=!0,m.disabled=!1}}b=!0,A(),l()}function C(){let k=document.documentElement.dataset.content_root===
void 0;n.say(`${i} ${e.toFetch()===0?"The network is here: press the button.":`The network (${tt(o.model_bytes)} MB) and the runtime are fetched ${k?`from ${o.site}\
 `:""}when you press the button.`}`)}return u(c?"impossible":"asleep"),m.disabled=c!=="",e.onChange(A),A(),c&&n.say(c),c||Ks().then(k=>{d.element.hidden=!k,t.dataset.
graphics=k?"yes":"no"}),{action:m,bar:p,processor:d,problem:c}}function Wn(t,e,o){let{size:n,mean:s,std:r,known:a,side:i}=e,l=Ee(e),f={seed:e.seed,steps:e.steps,prompt:e.prompt,unwanted:"",louder:-1,guidance:e.guidance,extra:4},
c=e.prompt,u=Vs(e),d=0,m=(q,I=Number)=>D=>{f[q]=I(D),B(),l.ready&&L()},p=Object.fromEntries([["blossom","Colour",a.colours],["flower","Flower",a.flowers],["grou\
nd","Ground",a.grounds]].map(([q,I,D])=>[q,ne({label:I,value:e.parts[q],options:[...q==="flower"?[]:[["","not said"]],...D.map(_=>[_,_])],onChange:T})])),y=jn({
label:"Prompt",value:e.prompt,onInput:q=>{f.prompt=q,R(),M()}}),g=jn({label:"Not wanted",value:"",placeholder:"such as: a yellow sunflower",onInput:q=>{f.unwanted=
q,M()}}),b=K({label:"Seed",min:0,max:999,step:1,value:e.seed,onInput:m("seed")}),h=ne({label:"Steps",value:String(e.steps),onChange:m("steps"),options:[5,10,20,
40].map(q=>[String(q),String(q)])}),A=K({label:"Guidance",min:1,max:8,step:.5,value:e.guidance,format:q=>q.toFixed(1),onInput:m("guidance")}),v=ne({label:"One w\
ord louder",value:"-1",options:[["-1","none"]],onChange:m("louder")}),C=K({label:"How much louder",min:0,max:8,step:.5,value:f.extra,format:q=>q.toFixed(1),onInput:m(
"extra")}),k=oe({label:"Another seed",onClick:()=>{b.value=(f.seed+1)%1e3}}),$=J({title:"The picture",label:"The picture",width:n,height:n}),x=w("div",{class:"f\
f-looks"}),S=K({label:"Step",min:1,max:u.length,step:1,value:u.length,format:q=>`${q} of ${u.length}`,onInput:G}),E=Z(),N=Te(o,l,e,E,{label:"Grow it",again:"Gro\
w it again",opening:`Recorded: “${e.prompt}”, seed ${e.seed}, ${e.steps} steps.`,onReady:M,onLost:()=>{d+=1}});if(t.append(X(...Object.values(p)),X(y.element,
g.element),X(b,A,v,C,h,N.processor),X(N.action,k,N.bar),w("div",{class:"ff-columns ff-asked"},w("div",{},$.element,S.element),x),E.element),N.problem){let q=[k,
...[b,h,A,v,C,y,g,...Object.values(p)].map(({input:I})=>I)];for(let I of q)I.disabled=!0}R(),B(),G(u.length,!1);function O(q){o.dataset.state=q}function B(){C.input.
disabled=!!N.problem||f.louder<0}function T(){y.input.value=Tn(p.flower.value,p.blossom.value,p.ground.value),f.prompt=y.input.value,R(),M()}function R(){let q=Xe(
f.prompt);f.louder=-1,v.input.replaceChildren(w("option",{value:"-1"},"none"),...q.map((I,D)=>w("option",{value:D},I))),v.input.value="-1",B()}function M(){let I=[
y,g].map(D=>{let _=Rt(D.input.value,a);return D.input.setAttribute("aria-invalid",_!==""),_}).find(D=>D);I?(d+=1,E.say(I),O("refused")):l.ready?L():(E.say(`“${f.
prompt}”: press the button to grow it.`),l.loading||O("asleep"))}let F=Pe(U,500);function L(){d+=1,O("growing"),F()}async function U(){let q=d+=1,{prompt:I,seed:D,
steps:_}=f;O("growing");try{let Y=[];for await(let V of He(l,{seed:D,steps:_,...Cn(f,a)})){if(q!==d)return;Y.push({image:ge(V.image,s,r),looks:V.looks,time:V.time,
cost:`${V.seconds.toFixed(2)} s a network evaluation here, ${V.where}.`}),[c,u]=[I,Y],S.limits(1,Y.length,Y.length),G(Y.length),o.dataset.processor=V.processor}
O("done")}catch(Y){if(q!==d)return;E.say(`The network stopped: ${Y.message}`),O("failed")}}function G(q,I=!0){let{image:D,looks:_,time:Y,cost:V=""}=u[q-1],re=Xe(
c);$.draw(D),$.describe(`“${c}”, as the network believes it at step ${q}`);let W=Nn(_,re.length+1,i*i).slice(1),Q=Math.max(...W.flatMap(({map:j})=>j),1e-6);
if(x.dataset.words!==re.join(" ")&&(x.dataset.words=re.join(" "),x.replaceChildren(...re.map(j=>{let H=J({title:j,label:j,width:i,height:i});return H.element.map=
H,H.element}))),W.forEach(({map:j,mean:H},te)=>{let z=x.children[te].map;z.draw(Uint8ClampedArray.from(j,ye=>255*ye/Q)),z.heading.textContent=`${re[te]} ${(100*
H).toFixed(0)} %`,z.describe(`Where “${re[te]}” is looked at: ${(100*H).toFixed(0)} % of the attention`)}),!I)return;let ae=W.reduce((j,{mean:H},te)=>H>W[j].
mean?te:j,0);E.say([`Step ${q} of ${u.length}, at t = ${Y.toFixed(2)}.`,...re.length?[`Of the words, “${re[ae]}” is looked at most, with ${(100*W[ae].mean).
toFixed(0)} % of the attention.`]:[],V].join(" ").trim())}}function jn({label:t,value:e,placeholder:o,onInput:n}){let s=w("input",{type:"text",value:e,placeholder:o,
spellcheck:"false",autocomplete:"off",autocapitalize:"none"});return s.addEventListener("input",()=>n(s.value)),{input:s,element:w("label",{class:"ff-text"},w("\
span",{class:"ff-label"},t),s)}}function Vs(t){let[e,o]=[ie(t.frames),Ln(ie(t.looks))],n=(s,r)=>s.subarray(r*s.length/t.steps,(r+1)*s.length/t.steps);return Array.
from({length:t.steps},(s,r)=>({image:n(e,r),looks:n(o,r),time:1-r/t.steps}))}var Js="http://www.w3.org/2000/svg";function $e(t,e,o=""){let n=document.createElementNS(Js,t);for(let[s,r]of Object.entries(e))n.setAttribute(s,r);return o&&(n.
textContent=o),n}function Un(t,e,o=5){let n=(e-t)/o,s=10**Math.floor(Math.log10(n)),r=[1,2,5,10].map(i=>i*s).find(i=>i>=n*.999),a=[];for(let i=Math.ceil(t/r-1e-9);i*
r<=e+1e-9*r;i+=1)a.push(Number((i*r).toPrecision(12)));return a}function Hn(t){return String(t).replace("-","−")}var Wt={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,
PageUp:5,PageDown:-5};function we({label:t,title:e="",x:o,y:n,xLabel:s="",yLabel:r="",height:a=170,xTicks:i=null,yTicks:l=null,formatX:f=Hn,formatY:c=Hn,onPoint:u=null,
onHandle:d=null,onStep:m=null,onDraw:p=null}){let y=w("div",{class:"ff-chart"}),g=$e("svg",{role:d?"group":"img","aria-label":t,height:a}),b=$e("g",{}),h=new Map;
g.append(b);let A={left:44,right:12,top:8,bottom:s?38:24},v={x:o,y:n,xTicks:i,yTicks:l},C=300,k={lines:[],marks:[],areas:[]},$=F=>A.left+(F-v.x[0])/(v.x[1]-v.x[0])*
(C-A.left-A.right),x=F=>a-A.bottom-(F-v.y[0])/(v.y[1]-v.y[0])*(a-A.top-A.bottom),S=F=>Math.min(Math.max(F,v.y[0]),v.y[1]),E=F=>F.map(([L,U],G)=>`${G?"L":"M"}${$(
L).toFixed(1)} ${x(U).toFixed(1)}`).join("");function N(){let F=a-A.bottom;for(let L of v.yTicks??Un(...v.y,4))b.append($e("line",{class:"ff-grid",x1:A.left,x2:C-
A.right,y1:x(L),y2:x(L)}),$e("text",{class:"ff-tick",x:A.left-(d?13:6),y:x(L)+4,"text-anchor":"end"},c(L)));for(let L of v.xTicks??Un(...v.x,C<260?3:5))b.append(
$e("text",{class:"ff-tick",x:$(L),y:F+16,"text-anchor":"middle"},f(L)));if(b.append($e("line",{class:"ff-axis",x1:A.left,x2:C-A.right,y1:F,y2:F})),s&&b.append($e(
"text",{class:"ff-axis-label","text-anchor":"middle",x:(A.left+C-A.right)/2,y:a-5},s)),r){let L=(A.top+F)/2;b.append($e("text",{class:"ff-axis-label","text-anch\
or":"middle",x:11,y:L,transform:`rotate(-90 11 ${L})`},r))}}function O(){b.replaceChildren(),g.setAttribute("viewBox",`0 0 ${C} ${a}`),g.setAttribute("width",C),
N();let F=a-A.bottom,[L,U]=[A.left-2,A.top-2],[G,q]=[C-A.right+2-L,F+2-U],I=$e("svg",{class:"ff-plot",x:L,y:U,width:G,height:q,viewBox:`${L} ${U} ${G} ${q}`});b.
append(I);for(let{points:D,colour:_="accent"}of k.areas??[]){let Y=$(D[0][0]).toFixed(1),V=$(D[D.length-1][0]).toFixed(1);I.append($e("path",{d:`${E(D)}L${V} ${F}\
L${Y} ${F}Z`,class:"ff-area",style:`fill:var(--ff-${_})`}))}for(let{points:D,colour:_="accent",dash:Y=!1,width:V=2}of k.lines??[])I.append($e("path",{d:E(D),class:"\
ff-line",style:`stroke:var(--ff-${_});stroke-width:${V};${Y?"stroke-dasharray:5 4":""}`}));for(let{x:D,y:_,colour:Y="ink",handle:V,label:re,says:W,size:Q=4.5}of k.
marks??[])_===void 0?b.append($e("line",{x1:$(D),x2:$(D),y1:A.top,y2:F,class:"ff-rule",style:`stroke:var(--ff-${Y})`})):V?B(V,{cx:$(D),cy:x(S(_)),style:`stroke:\
var(--ff-${Y})`,"aria-label":re,"aria-valuetext":W,"aria-valuenow":_,"aria-valuemin":v.y[0],"aria-valuemax":v.y[1]}):b.append($e("circle",{cx:$(D),cy:x(S(_)),r:Q,
class:"ff-mark",style:`fill:var(--ff-${Y})`}))}function B(F,L){h.has(F)||(h.set(F,$e("circle",{class:"ff-handle",r:9,"data-handle":F,tabindex:0,role:"slider","a\
ria-orientation":"vertical"})),g.append(h.get(F)));for(let[U,G]of Object.entries(L))h.get(F).setAttribute(U,G)}function T(F){let L=g.getBoundingClientRect(),U=(F.
clientX-L.left-A.left)/(L.width-A.left-A.right),G=(L.bottom-A.bottom-F.clientY)/(a-A.top-A.bottom);return[[U,v.x],[G,v.y]].map(([q,[I,D]])=>I+Math.min(Math.max(
q,0),1)*(D-I))}let R=null,M=(F,L=!1)=>{let[U,G]=T(F);R?d(R,U,G):p?p([U,G],L):u&&u(U)};return(u||d||p)&&(u&&g.classList.add("ff-draggable"),p&&g.classList.add("f\
f-drawable"),g.addEventListener("pointerdown",F=>{R=F.target.dataset?.handle??null,!(!R&&!u&&!p)&&(g.setPointerCapture(F.pointerId),R||M(F,!0))}),g.addEventListener(
"pointermove",F=>{g.hasPointerCapture(F.pointerId)&&M(F)})),m&&g.addEventListener("keydown",F=>{let L=F.target.dataset?.handle;!L||!Wt[F.key]||F.altKey||F.ctrlKey||
F.metaKey||(F.preventDefault(),m(L,F.shiftKey?5*Math.sign(Wt[F.key]):Wt[F.key]))}),e&&y.append(w("span",{class:"ff-title"},e)),y.append(g),mt(y,F=>{C=F,O()}),{element:y,
update(F){k=F,O()},limits(F){Object.assign(v,F)},describe(F){g.setAttribute("aria-label",F)}}}function xe(t){return w("div",{class:"ff-legend"},...t.map(([e,o,n])=>w(
"span",{},w("i",{style:`border-top:3px ${n?"dashed":"solid"} var(--ff-${e})`}),o)))}function Zs(t,e){let[o,n,s]=[[],[],[]];for(let[r,a,i]=[0,0,0];r<t;){let l=Math.min((r+1)*e,(a+1)*t);o.push(r),n.push(a),s.push(l-i),i=l,l===(r+1)*e&&(r+=1),l===
(a+1)*t&&(a+=1)}return{from:Int32Array.from(o),to:Int32Array.from(n),length:Float64Array.from(s)}}function Gn(t,e){let{from:o,to:n,length:s}=Zs(t,e),r=new Float64Array(
3*e*e),a=new Float64Array(3*e),i=0;return{add(l){for(let f=0;f<l.length;f+=4*t){a.fill(0);for(let c=0;c<o.length;c+=1){let u=f+4*o[c],d=3*n[c],m=s[c];a[d]+=m*l[u],
a[d+1]+=m*l[u+1],a[d+2]+=m*l[u+2]}for(let c=o[i];o[i]===c;i+=1){let u=3*e*n[i];for(let d=0;d<a.length;d+=1)r[u+d]+=s[i]*a[d]}}},bytes:()=>Uint8Array.from(r,l=>Math.
floor(l/t**2+.5))}}var Yn=1e8,Qs=2**17;function Kn(t,{size:e,backLabel:o,show:n,back:s}){let r=w("input",{type:"file",accept:"image/*",hidden:!0}),a=oe({label:"Your picture …",onClick:()=>r.
click()}),i=oe({label:o,onClick:()=>{c+=1,m(""),i.hidden=!0,a.focus(),s(),t.dataset.state="ready"}});i.hidden=!0;let l=w("span",{class:"ff-note"},"Choose, drop \
or paste one. It stays in this page and is sent nowhere."),f=w("p",{role:"status",hidden:!0}),c=0;r.addEventListener("change",()=>{r.files.length&&d(r.files[0]),
r.value=""}),t.addEventListener("dragover",p=>{p.dataTransfer.types.includes("Files")&&(p.preventDefault(),t.classList.add("ff-over"))}),t.addEventListener("dra\
gleave",p=>{t.contains(p.relatedTarget)||t.classList.remove("ff-over")}),t.addEventListener("drop",p=>{t.classList.remove("ff-over"),p.dataTransfer.files.length&&
(p.preventDefault(),p.stopPropagation(),d(p.dataTransfer.files[0]))}),document.addEventListener("paste",u);function u(p){if(!t.isConnected)return document.removeEventListener(
"paste",u);let y=t.contains(p.target);if(p.defaultPrevented||!y&&!(nr(t)&&or(p.target)))return;let g=[...p.clipboardData.files].find(b=>b.type.startsWith("image\
/"));g?(p.preventDefault(),d(g)):y&&m("There is no picture in the clipboard: copy one first, and paste again.")}async function d(p){c+=1;let y=c;t.dataset.state=
"reading",m(`Reading ${Ut(p)} …`);try{let g=await zs(p,e);if(y!==c)return;m(""),i.hidden=!1,n(g)}catch(g){if(y!==c)return;m(g instanceof nt?g.message:Xn(p))}t.
dataset.state="ready"}function m(p){f.textContent=p,f.hidden=p===""}return{element:w("div",{class:"ff-own"},w("div",{class:"ff-controls"},a,r,i,l),f)}}var nt=class extends Error{},
Ut=t=>t.name?`“${t.name}”`:"the picture",Xn=t=>`This browser cannot read ${Ut(t)} as a picture: take a JPEG, PNG or WebP file.`;async function zs(t,e){let o=await er(
t),n=Math.min(o.width,o.height),s=Math.floor((o.width-n)/2),r=Math.floor((o.height-n)/2),a=Math.ceil(Qs/n),i=Gn(n,e),f=w("canvas",{width:n,height:Math.min(a,n)}).
getContext("2d",{willReadFrequently:!0});for(let c=0;c<n;c+=a){let u=Math.min(a,n-c);f.fillStyle="white",f.fillRect(0,0,n,u),f.drawImage(o,s,r+c,n,u,0,0,n,u),i.
add(f.getImageData(0,0,n,u).data),await new Promise(d=>{setTimeout(d)})}return o.close(),i.bytes()}async function er(t){if(t.type&&!t.type.startsWith("image/"))
throw new nt(Xn(t));let e=URL.createObjectURL(t);try{let o=await tr(e),n=o.naturalWidth*o.naturalHeight;if(n>Yn)throw new nt(`${Ut(t)} has ${Math.round(n/1e6)} \
million pixels and this page takes up to ${Yn/1e6} million: make it smaller first.`);return await createImageBitmap(t,{imageOrientation:"from-image"}).catch(()=>createImageBitmap(
o))}finally{URL.revokeObjectURL(e)}}function tr(t){return new Promise((e,o)=>{let n=new Image;n.onload=()=>e(n),n.onerror=o,n.src=t})}function nr(t){let e=t.getBoundingClientRect();
return e.bottom>0&&e.top<window.innerHeight}function or(t){return!t.isContentEditable&&!t.closest("input, textarea, select")}function Je(t){let e=t.length/3,o=[0,0,0],n=[0,0,0];t.forEach((r,a)=>{o[a%3]+=r/e}),t.forEach((r,a)=>{n[a%3]+=(r-o[a%3])**2/e});for(let r=0;r<3;r+=1)n[r]=Math.sqrt(
n[r])||1;let s=Float64Array.from(t,(r,a)=>(r-o[a%3])/n[a%3]);return{mean:o,std:n,image:s}}function Ge({mean:t,std:e,image:o},n,s,r){let a=new Uint8ClampedArray(
o.length);for(let i=0;i<o.length;i+=1)a[i]=(s*o[i]+r*n[i])*e[i%3]+t[i%3];return a}function wt(t,e){return t.reduce((o,n,s)=>o+Math.abs(n-e[s]),0)/t.length}function Vn(t,e,o,n,s){for(let r=1,a=0;r<s;r+=1){let i=s>>1;for(;a&i;i>>=1)a^=i;if(a^=i,r<a){let l=o+r*n,f=o+a*n;[t[l],t[f]]=[t[f],t[l]],[e[l],e[f]]=[e[f],e[l]]}}
for(let r=2;r<=s;r*=2)for(let a=0;a<r/2;a+=1){let i=Math.cos(-2*Math.PI*a/r),l=Math.sin(-2*Math.PI*a/r);for(let f=a;f<s;f+=r){let c=o+f*n,u=c+r/2*n,d=t[u]*i-e[u]*
l,m=t[u]*l+e[u]*i;t[u]=t[c]-d,e[u]=e[c]-m,t[c]+=d,e[c]+=m}}}function Ht(t,e){let o=Float64Array.from(t),n=new Float64Array(e*e);for(let s=0;s<e;s+=1)Vn(o,n,s*e,
1,e);for(let s=0;s<e;s+=1)Vn(o,n,s,e,e);return{real:o,imaginary:n}}function Jn(t){let e=new Int16Array(t*t);for(let o=0;o<t;o+=1)for(let n=0;n<t;n+=1){let s=Math.
min(o,t-o),r=Math.min(n,t-n),a=Math.round(Math.hypot(r,s));e[o*t+n]=a<=t/2?a:-1}return e}function Gt(t,e,o,n,s,r){let a=new Float64Array(r/2+1),i=new Float64Array(
r/2+1);for(let l=0;l<r*r;l+=1){if(s[l]<0)continue;let f=o*t.real[l]+n*e.real[l],c=o*t.imaginary[l]+n*e.imaginary[l];a[s[l]]+=(f*f+c*c)/(r*r),i[s[l]]+=1}return a.
map((l,f)=>l/i[f])}var sr=[{kind:"cosine",name:"Cosine schedule",colour:"signal"},{kind:"linear",name:"Linear schedule",colour:"noise"}];function Zn(t,e,o){let n=new Float64Array(
o);for(let r of t){let a=Math.floor((r+e)/(2*e)*o);a>=0&&a<o&&(n[a]+=1)}let s=2*e/o;return n.map(r=>r/(t.length*s))}function zn(t,e,o){let{size:n,seed:s}=e,r=ie(
e.pixels),a=ee(s,r.length),i=new Float64Array(r.length),l=o.querySelector("figcaption"),f=l.textContent,c={},u=Jn(n),d=Ht(Qn(a),n),m=sr.map(x=>({...x,schedule:Ae(
x.kind),view:J({label:x.name,title:x.name,width:n,height:n}),note:w("div",{class:"ff-note"})})),p=we({label:"Histogram of the pixel values",title:"Pixel values",
x:[-4,4],y:[0,.8],xLabel:"standardised value",xTicks:[-4,-2,0,2,4],yTicks:[0,.4,.8]}),y=we({label:"Power spectrum",title:"Power at each scale",x:[0,Math.log10(n/
2)],y:[-2,4],xLabel:"cycles per picture: coarse → fine",xTicks:[1,2,4,8,16,32,64].filter(x=>x<=n/2).map(Math.log10),formatX:x=>Math.round(10**x),yTicks:[-2,0,
2,4],formatY:x=>`10${rr(x)}`}),g=K({label:"Time t",min:0,max:1,step:.01,value:e.t,format:x=>x.toFixed(2),onInput:C}),b=Z(),h=Kn(o,{size:n,backLabel:e.credit?"Ba\
ck to the flower":"Back to the first picture",show:x=>{v(x,!0),C()},back:()=>{v(r,!1),C()}});t.append(X(g,Fe(t,g,{label:"Dissolve"})),w("div",{class:"ff-columns\
 ff-pair ff-dissolve"},...m.map(({view:x,note:S})=>w("div",{},x.element,S))),w("div",{class:"ff-columns ff-two"},p.element,y.element),xe([["signal","cosine"],["\
noise","linear"],["muted","picture",!0],["ink","pure noise",!0]]),b.element,h.element);let A=ar(81).map(x=>-4+x/10).map(x=>[x,Math.exp(-x*x/2)/Math.sqrt(2*Math.
PI)]);function v(x,S){let E=Je(x),N=Ht(Qn(E.image),n);c={pixels:E,transform:N,name:S?"Your picture":e.credit?"Photograph of a flower":"The picture",histogram:k(
Zn(E.image,4,40)),power:$(Gt(N,d,1,0,u,n))},l.textContent=S?f.replace(e.credit,""):f,o.toggleAttribute("data-own",S)}function C(){let x=g.value,{pixels:S,transform:E,
name:N}=c,{image:O}=S,B=[],T=[],R=[];for(let{schedule:M,view:F,note:L,colour:U,name:G}of m){let{signal:q,noise:I}=M.rates(x);for(let _=0;_<i.length;_+=1)i[_]=q*
O[_]+I*a[_];F.draw(Ge(S,a,q,I));let D=`signal ${q.toFixed(2)}, noise ${I.toFixed(2)}`;L.textContent=D,F.describe(`${N}, ${G.toLowerCase()}, t = ${x.toFixed(2)}:\
 ${D}`),B.push({points:k(Zn(i,4,40)),colour:U}),T.push({points:$(Gt(E,d,q,I,u,n)),colour:U}),R.push(`${G.toLowerCase().split(" ")[0]} keeps ${Math.round(100*q**
2)} %`)}p.update({lines:[{points:c.histogram,colour:"muted",dash:!0,width:1.5},{points:A,colour:"ink",dash:!0,width:1.5},...B]}),y.update({lines:[{points:c.power,
colour:"muted",dash:!0,width:1.5},{points:[[0,0],[Math.log10(n/2),0]],colour:"ink",dash:!0,width:1.5},...T]}),b.say(`At t = ${x.toFixed(2)} the ${R.join(", the ")}\
 of the variance from the image.`)}function k(x){return Array.from(x,(S,E)=>[-4+8*(E+.5)/x.length,S])}function $(x){return Array.from(x,(S,E)=>[Math.log10(E),Math.
log10(S+1e-9)]).slice(1)}v(r,!1),C(),o.dataset.state="ready"}function Qn(t){return Float64Array.from({length:t.length/3},(e,o)=>(t[3*o]+t[3*o+1]+t[3*o+2])/Math.
sqrt(3))}function rr(t){return String(t).replace("-","⁻").replace(/\d/g,e=>"⁰¹²³⁴⁵⁶⁷⁸⁹"[e])}function ar(t){return Array.from({length:t},(e,o)=>o)}function Yt({caption:t,name:e,head:o}){let n=w("tbody"),s=i=>w("th",{scope:"col"},i),r=w("table",{class:"ff-bars"},w("caption",{},t),w("thead",{},w("tr",{},s(e),
w("td"),...o.map(s))),n),a=i=>`${(100*Math.min(Math.max(i,0),1)).toFixed(1)}%`;return{element:r,update(i){n.replaceChildren(...i.map(({name:l,share:f,mark:c,cells:u})=>w(
"tr",{},w("th",{scope:"row"},l),w("td",{class:"ff-bar","aria-hidden":"true"},w("div",{},w("i",{style:`width:${a(f)}`}),w("b",{style:`left:${a(c)}`}))),...u.map(
d=>w("td",{},d)))))}}}function rt(t,e,o){let[n,s]=[t.logSNR(1),t.logSNR(0)];return Array.from({length:e+1},(r,a)=>o==="time"?t.logSNR(1-a/e):n+(s-n)*a/e)}var at=(t,e,o,n)=>e.map((s,r)=>t*
s+o*n[r]);function Xt(t,e,o){let n=pe(o);return{image:at(1/n.signal,t,-n.noise/n.signal,e),noise:e}}function so(t,e,o){let n=pe(o);return{image:e,noise:at(1/n.noise,
t,-n.signal/n.noise,e)}}function Vt({image:t,noise:e},o){let n=pe(o);return at(n.signal,t,n.noise,e)}function*st(t,e,o){return Xt(t,yield{noisy:t,level:e,image:o},
e)}function*yt(t,e,o){let n=null;for(let s=0;s<o.length-1;s+=1){let r=yield*t(e,s,n);({image:n}=r),e=Vt(r,o[s+1])}return{noisy:e,image:n}}function Jt(t,e){return yt(
(o,n,s)=>st(o,e[n],s),t,e)}function ir(t,e){return yt(function*(n,s,r){let a=yield*st(n,e[s],r);if(s===e.length-2)return a;let i=yield*st(Vt(a,e[s+1]),e[s+1],a.
image);return Xt(n,at(.5,a.noise,.5,i.noise),e[s])},t,e)}function ro(t,e){let o=null;return yt(function*(s,r,a){let[i,l]=[yield*st(s,e[r],a),o];if(o=i.image,!l)
return i;let f=(e[r+1]-e[r])/(2*(e[r]-e[r-1]));return so(s,at(1+f,o,-f,l),e[r])},t,e)}function Kt(t,e,{order:o,quantity:n,corrected:s=!1}){let r=n==="noise"?Xt:
so,a=[],i=t;return yt(function*(f,c,u){let d=yield*st(f,e[c],u);if(a.unshift(d[n]),a.length=Math.min(a.length,s?o+1:o),s&&c>0){let p=no(e,c-1,eo(c,c-o),n);f=Vt(
r(i,to(p,a),e[c-1]),e[c])}i=f;let m=no(e,c,eo(c,c-o+1),n);return r(f,to(m,a),e[c])},t,e)}function eo(t,e){return Array.from({length:t-Math.max(e,0)+1},(o,n)=>t-
n)}function to(t,e){return e[0].map((o,n)=>t.reduce((s,r,a)=>s+r*e[a][n],0))}function no(t,e,o,n){let s=t[e+1]-t[e],r=oo.map(({point:l})=>t[e]+s*(l+1)/2),a=r.map(
(l,f)=>oo[f].weight*Math.exp((n==="noise"?-l:l)/2)),i=a.reduce((l,f)=>l+f);return o.map(l=>r.reduce((f,c,u)=>f+a[u]/i*o.reduce((d,m)=>m===l?d:d*((c-t[m])/(t[l]-
t[m])),1),0))}var oo=Array.from({length:16},(t,e)=>{let n=Math.cos(Math.PI*(e+.75)/16.5),s=0;for(let r=0;r<8;r+=1){let[a,i]=[1,n];for(let l=2;l<=16;l+=1)[a,i]=[
i,((2*l-1)*n*i-(l-1)*a)/l];s=16*(n*i-a)/(n**2-1),n-=i/s}return{point:n,weight:2/((1-n**2)*s**2)}}),ot=t=>t,Zt={ddim:{run:Jt,steps:ot},heun:{run:ir,steps:t=>Math.
floor((t+1)/2)},dpm_solver_pp:{run:ro,steps:ot},images:{steps:ot,run:(t,e)=>Kt(t,e,{order:2,quantity:"image"})},noises:{steps:ot,run:(t,e)=>Kt(t,e,{order:3,quantity:"\
noise"})},corrected:{steps:ot,run:(t,e)=>Kt(t,e,{order:3,quantity:"noise",corrected:!0})}};function ao(t,e,o){return ro(t,rt(e,o,"log_snr"))}var it=60,Ze=7,Qe=[-11,10],bt=it/(Ze-1),xt=.02;function vt(t){let e=t.length-1,o=s=>{let r=Math.min(Math.floor(s*e),e-1);return t[r]+(t[r+1]-t[r])*(s*e-r)};return{
logSNR:o,time:s=>{let r=t.findIndex(l=>l<=s);if(r===0)return 0;if(r<0)return 1;let[a,i]=[t[r-1],t[r]];return(r-1+(a-s)/(a-i))/e},rates:s=>pe(o(s))}}function Mt(t,e=it){
return Array.from({length:e+1},(o,n)=>Math.min(Math.max(t(n/e),Qe[0]),Qe[1]))}function io(t,e,o,n){return Math.min(Math.max(t,Qe[0]+(o-1-e)*n),Qe[1]-e*n)}function lo(t,e,o){
let n=!1,s=(r,a)=>t[r]-t[a]<o-1e-9;for(let r=e-1;r>=0&&s(r,r+1);r-=1)t[r]=t[r+1]+o,n=!0;for(let r=e+1;r<t.length&&s(r-1,r);r+=1)t[r]=t[r-1]-o,n=!0;return n}function co(t,e,o){
let n=[...t],[s,r]=[e,o].map(([l])=>Math.round(l*it)),a=Math.sign(r-s)||1,i=!1;for(let l=s;a*(r-l)>=0;l+=a){let f=r===s?1:(l-s)/(r-s);n[l]=io(e[1]+f*(o[1]-e[1]),
l,n.length,xt),i=lo(n,l,xt)||i}return{levels:n,levelled:i}}var kt=t=>t.filter((e,o)=>o%bt===0);function Qt(t,e,o){let n=kt(t),s=[...n];s[e]=io(o,e,Ze,bt*xt);let r=lo(
s,e,bt*xt);return{levels:t.map((i,l)=>{let f=Math.min(Math.floor(l/bt),Ze-2),c=(i-n[f+1])/(n[f]-n[f+1]);return s[f+1]+c*(s[f]-s[f+1])}),levelled:r}}function zt(t,e){
let o=e.map(t.time);return o.slice(1).map((n,s)=>n-o[s])}function en({power:t,sizes:e},o,n=1200){let s=e.reduce((l,f)=>l+f,0),[r,a]=[0,0];for(let l=0;l<n;l+=1){
let f=Math.exp(o((l+.5)/n)),c=0;for(let u=0;u<t.length;u+=1)c+=e[u]*t[u]/(1+f*t[u]);a+=Math.sqrt(c/s)/n,r+=Math.sqrt(f*c/s)/n}let i=Math.sqrt(2/Math.PI);return{
noise:i*r,image:i*a}}function $t(t,e,[o,n]){return rt(t,e,"time").map(s=>Math.min(Math.max(s,o),n))}async function uo(t,e,o,n=()=>!0){let s=Jt(e,t),r=s.next();for(let a=0;!r.
done;a+=1)if(r=s.next(await o(r.value.noisy,pe(r.value.level))),n(r.value.image,a)===!1)return null;return r.value.image}function fo(t){let{signal:e}=t.rates(1),
o=Array.from({length:1001},(s,r)=>r/1e3).find(s=>t.logSNR(s)<0);return`${o===void 0?"The picture always outweighs the noise":o===0?"Noise outweighs the picture \
from the start":`Noise outweighs the picture from t = ${o.toFixed(2)}`}; at t = 1 a signal rate of ${e.toFixed(3)} is left.`}function mo(t,e){let o=(n,s)=>Math.
abs(s-1)<.005?`the loss on the ${n} as under cosine`:`the loss on the ${n} ${s<1?"falls":"rises"} to ${s.toFixed(2)} of cosine's`;return` Predicted: ${o("noise",
t)}, ${o("image",e)}.`}async function le(t){let e=new Image;e.src=t,await e.decode();let o=document.createElement("canvas");o.width=e.naturalWidth,o.height=e.naturalHeight;let n=o.getContext(
"2d",{willReadFrequently:!0});return n.drawImage(e,0,0),n.getImageData(0,0,o.width,o.height)}function de(t){return decodeURIComponent(t.querySelector(".ff-still\
 img").getAttribute("src")).match(/ href='([^']*)'/)[1]}function ue(t,e,o,n,s){let r=new Uint8ClampedArray(3*n*s);for(let a=0;a<s;a+=1)for(let i=0;i<n;i+=1){let l=4*
((o+a)*t.width+e+i);r.set(t.data.subarray(l,l+3),3*(a*n+i))}return r}function Be(t,e,o,n,s){let r=new Uint8ClampedArray(3*n*s);for(let a=0;a<3;a+=1){let i=o+a*t.
height/3;for(let l=0;l<s;l+=1)for(let f=0;f<n;f+=1)r[3*(l*n+f)+a]=t.data[4*((i+l)*t.width+e+f)]}return r}var De=10,po=[10,2,0,-2,-4,-6,-11],lr=["above 2","2 to 0","0 to −2","−2 to −4","−4 to −6","below −6"],cr=[["cosine","Cosine"],["linear","Linear β"],
["log_snr","Straight log-SNR"],["rectified_flow","Rectified flow"],["high","Mostly high noise"],["low","Mostly low noise"]],tn="This schedule",ur=["drawn","What\
 I drew"],fr=.2,dr=500,nn=(t,e=1)=>t.toFixed(e).replace("-","−"),ho=t=>`${Math.round(100*t)} %`,go=Array.from({length:101},(t,e)=>e/100);function wo(t,e,o){let n=v=>e.
examples[v]?Mt(vt(e.examples[v]).logSNR):Mt(Ae(v).logSNR),s=vt(Mt(Ae("cosine").logSNR,1e3)),r=zt(s,po),a=n(e.kind),i=e.kind,l=a,f=!1,c=null,u=ne({label:"Start f\
rom",value:i,options:[...cr,ur],onChange(v){i=v,a=v==="drawn"?l:n(v),f=!1,A()}}),d=v=>{({levels:a,levelled:f}=v),l=a,i=u.input.value="drawn",A()},m=we({label:"L\
og-SNR over time, with seven handles",title:"Log-SNR: draw it, or move the rings",x:[0,1],y:Qe,height:260,xLabel:"time t",yTicks:[-10,-5,0,5,10],onHandle:(v,C,k)=>d(
Qt(a,Number(v),k)),onStep:(v,C)=>d(Qt(a,Number(v),kt(a)[v]+fr*C)),onDraw(v,C){d(co(a,C?v:c,v)),c=v}}),p=we({label:"Signal rate and noise rate over time",title:"\
Signal and noise rate",x:[0,1],y:[0,1],height:260,xLabel:"time t",yTicks:[0,.5,1]}),y=Yt({caption:"How the time is spent",name:"log-SNR",head:["this","cosine"]}),
g=Z(),b=e.network?pr(e,o,s):mr(e);t.append(X(u),w("div",{class:"ff-columns ff-two"},w("div",{},m.element,xe([["leaf","this schedule"],["muted","cosine",!0]])),w(
"div",{},p.element,xe([["signal","signal rate"],["noise","noise rate"]]))),g.element,w("div",{class:"ff-columns ff-two ff-gap"},y.element,...b.beside),...b.under);
let h=go.map(v=>[v,s.logSNR(v)]);function A(){let v=vt(a),C=b.stops(v);m.update({lines:[{points:h,colour:"muted",dash:!0,width:1.5},{points:a.map((x,S)=>[S/it,x]),
colour:"leaf",width:2.5}],marks:[...C.map(([x,S])=>({x,y:S,colour:"petal"})),...kt(a).map((x,S)=>({x:S/(Ze-1),y:x,colour:"leaf",handle:String(S),label:`Log-SNR \
at t = ${(S/(Ze-1)).toFixed(2)}`,says:nn(x)}))]});let k=go.map(x=>[x,v.rates(x)]);p.update({lines:["signal","noise"].map(x=>({points:k.map(([S,E])=>[S,E[x]]),colour:x,
width:2.5}))});let $=zt(v,po);y.update(lr.map((x,S)=>({name:x,share:$[S],mark:r[S],cells:[ho($[S]),ho(r[S])]}))),g.say(`${f?"A log-SNR may only fall: where your\
s would have risen, it was levelled. ":""}${fo(v)}${b.show(v,i)}`)}A()}function mr({size:t,seed:e,pixels:o}){let n=Je(ie(o)),s=ee(e,n.image.length),r=Array.from(
{length:De},(i,l)=>l/(De-1)),a=r.map(i=>J({label:`Flower at t = ${i.toFixed(2)}`,title:i.toFixed(2),width:t,height:t}));return{beside:[],under:[w("div",{class:"\
ff-strip"},...a.map(i=>i.element))],stops:i=>r.map(l=>[l,i.logSNR(l)]),show(i){return r.forEach((l,f)=>{let{signal:c,noise:u}=i.rates(l);a[f].draw(Ge(n,s,c,u)),
a[f].describe(`Flower at t = ${l.toFixed(2)}, signal rate ${c.toFixed(2)}`)}),""}}}function pr({network:t,recorded:e,spectrum:o},n,s){let{size:r,mean:a,std:i}=t,
l=Ee(t),f=[1,0].map(T=>l.schedule.logSNR(T)),c=en(o,s.logSNR),u=Yt({caption:"Predicted loss",name:"on the",head:["this","cosine","ratio"]}),d=(T,R)=>J({title:T,
label:R,width:r,height:r}),m={cosine:d("Cosine","A flower grown under the cosine schedule"),mine:d(tn,"A flower grown under this schedule")},p=Z(),y=oe({label:"\
Another seed",onClick:()=>{h+=1,m.cosine.draw(b),N(0)}});y.disabled=!0,l.onChange(()=>{y.disabled=!l.ready});let g=Te(n,l,t,p,{label:"Grow it here",again:"Grow \
it again",opening:`Recorded: ${e.name}, seed ${e.seed}, ten steps.`,onReady:()=>N(0),onLost:()=>{k+=1}}),b=ge(new Float32Array(3*r*r),a,i),{seed:h}=e,A=null,v=[],
C="",k=0,$=null;le(de(n)).then(T=>{A=T,m.cosine.draw(x("cosine")),S(),n.dataset.recorded="shown"});function x(T){return ue(A,r*e.kinds.indexOf(T),0,r,r)}function S(){
if(l.ready||!A)return;let T=e.kinds.includes(C);m.mine.draw(T?x(C):b),m.mine.heading.textContent=T?tn:"Not grown yet",m.mine.describe(T?"A flower grown under th\
is schedule":"Not grown yet")}let E=Pe(()=>{l.ready&&O()});function N(T=dr){k+=1,l.ready&&E(T)}async function O(){let T=k+=1,R=ee(h,3*r*r),M=(F,L)=>uo(L,R,async(U,G)=>(await l.
predict(U,G,e.label)).noise,(U,G)=>T!==k?!1:(m[F].draw(ge(U,a,i)),p.say(`Step ${G+1} of ${De}, seed ${h}.${B}`),!0));m.mine.heading.textContent=tn,n.dataset.state=
"growing";try{if(await M("mine",v)===null)return;if($!==h){if(await M("cosine",$t(s,De,f))===null)return;$=h}}catch(F){if(T!==k)return;p.say(`The network stoppe\
d: ${F.message}`),n.dataset.state="failed";return}m.mine.describe("A flower grown under this schedule"),p.say(`Both grown from the noise of seed ${h}, in ten st\
eps each.${B}`),n.dataset.state="done"}let B="";return{beside:[u.element],under:[w("div",{class:"ff-columns ff-pair ff-grow ff-gap"},m.cosine.element,m.mine.element),
p.element,w("div",{class:"ff-controls ff-gap"},g.processor.element,g.action,y,g.bar)],stops:T=>$t(T,De,f).map((R,M)=>[1-M/De,R]),show(T,R){C=R,v=$t(T,De,f),B=v.
some((L,U)=>Math.abs(L-T.logSNR(1-U/De))>.05)?` The network knows log-SNRs from ${nn(f[1])} to ${nn(f[0])} only: steps beyond are taken at the nearest of these.`:
"";let F=en(o,T.logSNR);return u.update(["noise","image"].map(L=>({name:L,share:F[L],mark:c[L],cells:[F[L].toFixed(3),c[L].toFixed(3),(F[L]/c[L]).toFixed(2)]}))),
S(),N(),mo(F.noise/c.noise,F.image/c.image)+B}}}var St=[[125,47,6],[234,103,29],[243,189,152],[236,234,230],[165,210,251],[35,149,252],[10,74,138]];function hr(t){let e=(Math.min(Math.max(t,-1),1)+1)/2*(St.length-
1),o=Math.min(Math.floor(e),St.length-2);return[0,1,2].map(n=>{let[s,r]=[St[o][n],St[o+1][n]];return s+(r-s)*(e-o)})}function lt(t){let e=new Uint8ClampedArray(
3*t.length);return t.forEach((o,n)=>e.set(hr(o),3*n)),e}function At(t,e,o){let[n,s]=[Math.log10(e),Math.log10(o)],r=t/2;return Array.from({length:r},(a,i)=>10**(r===1?n:n+(s-n)*i/(r-1)))}function on(t,e){let o=e.map(
n=>Math.fround(Math.fround(t)*Math.fround(2*Math.PI*n)));return Float64Array.from([...o.map(Math.sin),...o.map(Math.cos)])}function sn(t,e){return e.reduce((n,s)=>n+
Math.cos(2*Math.PI*s*t),0)/e.length}var Ye=400,rn=1e-4;function bo(t,e){let o=null,n=(v,C)=>K({label:v,min:0,max:1,step:.001,value:C,format:k=>k.toFixed(3),onInput:A}),s=n("Noise variance a",e.a),
r=n("Noise variance b",e.b),a=(v,C,k,$)=>K({label:v,min:C,max:k,step:.1,value:Math.log10($),format:x=>`${Number((10**x).toPrecision(2))}`,onInput:h}),i=a("Lowes\
t frequency",-1,1,e.min_frequency),l=a("Highest frequency",1,3,e.max_frequency),f=ne({label:"Length",value:String(e.dim),onChange:h,options:[8,16,32,64].map(v=>[
String(v),String(v)])}),c=w("div",{class:"ff-map"}),u=["a","b"].map(v=>w("i",{class:"ff-cursor"},w("b",{},v))),d=w("div",{class:"ff-vectors"}),m=we({label:"Simi\
larity against the distance between two noise levels",title:"Similarity at every distance",x:[Math.log10(rn),0],y:[-.5,1],xLabel:"distance between a and b",height:180,
xTicks:[-4,-3,-2,-1,0],formatX:v=>String(Number((10**v).toPrecision(1))),yTicks:[-.5,0,.5,1]}),p=Z();t.append(X(s,r),X(i,l,f),w("span",{class:"ff-title"},"The v\
ector of every noise variance from 0 to 1"),c,w("div",{class:"ff-columns ff-two ff-gap"},d,m.element),p.element),c.addEventListener("pointerdown",v=>{c.setPointerCapture(
v.pointerId);let C=y(v);c.moved=Math.abs(C-s.value)<=Math.abs(C-r.value)?s:r,c.moved.value=C}),c.addEventListener("pointermove",v=>{c.hasPointerCapture(v.pointerId)&&
(c.moved.value=y(v))});function y(v){let C=c.getBoundingClientRect();return Math.min(Math.max((v.clientX-C.left)/C.width,0),1)}let g=[],b=[];function h(){let v=Number(
f.value);g=At(v,10**i.value,10**l.value),o=J({label:`Embeddings of length ${v}: each column is the vector of one noise variance`,width:Ye,height:v}),o.draw(lt(gr(
g))),c.replaceChildren(o.element,...u),b=[["vector of a","a"],["vector of b","b"],["a times b, cell by cell",""]].map(([C])=>J({label:C,title:C,width:v,height:1})),
d.replaceChildren(...b.map(C=>C.element),w("div",{class:"ff-note"},`Left half sines, right half cosines, each from slow to fast. The sum of the last row, divide\
d by ${v/2}, is the similarity.`)),A()}function A(){let[v,C]=[on(s.value,g),on(r.value,g)],k=v.map((N,O)=>N*C[O]);[v,C,k].forEach((N,O)=>b[O].draw(lt(N))),u[0].
style.left=`${100*s.value}%`,u[1].style.left=`${100*r.value}%`,u[0].classList.toggle("ff-left",s.value<=r.value),u[1].classList.toggle("ff-left",s.value>r.value);
let $=Math.abs(s.value-r.value),x=sn($,g),S=400,E=Array.from({length:S+1},(N,O)=>{let B=Math.log10(rn)*(1-O/S);return[B,sn(10**B,g)]});m.update({lines:[{points:E,
colour:"leaf"}],marks:[{x:Math.log10(Math.max($,rn)),y:x,colour:"petal"}]}),p.say(`Distance ${$.toFixed(3)}, similarity ${x.toFixed(2).replace("-","−")}. From\
 a to b the slowest wave turns ${yo(g[0]*$)}, the fastest ${yo(g[g.length-1]*$)}.`)}h()}function yo(t){return t===1?"once":`${Number(t.toPrecision(2))} times`}function gr(t){
let e=new Float64Array(2*t.length*Ye);return t.forEach((o,n)=>{let s=Math.PI*o/Ye,r=Math.sin(s)/s;for(let a=0;a<Ye;a+=1){let i=2*Math.PI*o*(a+.5)/Ye;e[n*Ye+a]=r*
Math.sin(i),e[(n+t.length)*Ye+a]=r*Math.cos(i)}}),e}var wr={ArrowRight:()=>1,ArrowLeft:()=>-1,ArrowDown:t=>t,ArrowUp:t=>-t};function xo(t,e,o){let{size:n,columns:s,names:r,chapter:a}=e,i=document.querySelector(".\
ff-figure.ff-grow")?"":a,l=Z(),f=J({label:"",width:n,height:n}),c=null,u=g=>ue(c,g%s*n,Math.floor(g/s)*n,n,n),d=r.map(g=>J({label:"",width:n,height:n})),m=d.map(
(g,b)=>{g.canvas.setAttribute("aria-hidden","true");let h=w("a",{href:`${i}#flower=${b}&seed=${b}`,"aria-label":`${r[b]}: grow it`,tabindex:b===0?"0":"-1",...i?
{target:"_blank",rel:"noopener"}:{}},g.canvas);return h.addEventListener("pointerenter",()=>y(b)),h.addEventListener("focus",()=>y(b)),h}),p=w("div",{class:"ff-\
every",role:"group","aria-label":`${r.length} flowers: arrow keys move from one to the next`},...m);p.addEventListener("keydown",g=>{let b=m.indexOf(g.target),h=getComputedStyle(
p).gridTemplateColumns.split(" ").length,A=b+(wr[g.key]?.(h)??NaN);A in m&&(g.preventDefault(),m[b].tabIndex=-1,m[A].tabIndex=0,m[A].focus())}),t.append(p,w("di\
v",{class:"ff-every-one"},f.element,l.element));function y(g){c&&(f.draw(u(g)),f.describe(r[g]),l.say(`${r[g]}, seed ${g}. Press it to grow it yourself.`))}le(de(
o)).then(g=>{c=g,d.forEach((b,h)=>b.draw(u(h))),y(0),o.dataset.state="ready"})}function an(t,e){return t.findIndex(o=>o>=e)}function vo(t,e,o){let n=t.length/3;return Float32Array.from(t,(s,r)=>{let a=Math.floor(r/n);return(s/255-e[a])/o[a]})}function ko(t,e,o){let{size:n,mean:s,std:r,truths:a,told:i,errors:l}=e,f=Ee(e),c=Rn(ie(e.photograph),s,r),u=M=>ge(M,s,r),d=null,m=e.seed,p=0,y=!1,g=(M,F)=>K({label:F,
min:-M[0],max:-M.at(-1),step:M[0]-M[1],value:-e.truth,format:L=>Ft(-L),onInput:E}),b=g(a,"Log-SNR of the picture"),h=g(i,"Log-SNR that we claim"),A=(M,F)=>J({title:M,
label:F,width:n,height:n}),v=A("It sees","The noisy photograph"),C=A("It answers","What the network answers"),k=A("When honest","What it answers when it is told\
 the truth"),$=Z(),x=oe({label:"Another noise",onClick:()=>{m+=1,E()}}),S=Te(o,f,e,$,{label:"Ask the network",opening:`${ln(0,l[a.indexOf(e.truth)][i.indexOf(e.
truth)])} These answers are recorded.`,onReady:E,onLost:E});t.append(X(b,h),w("div",{class:"ff-triple ff-lie"},v.element,C.element,k.element),$.element,w("div",
{class:"ff-controls ff-gap"},S.action,x,S.processor.element,S.bar));function E(){let M=f.ready;Mo(b,M?.05:a[0]-a[1]),Mo(h,M?.05:i[0]-i[1]),x.disabled=!M,p+=1,M?
O():N()}function N(){if(!d)return;m=e.seed;let[M,F]=[a.indexOf(-b.value),i.indexOf(-h.value)],L=i.indexOf(a[M]),U=G=>ue(d.guess,G*n,M*n,n,n);v.draw(Be(d.noisy,0,
M*n,n,n)),T(U(F),i[F]),k.draw(U(L)),!(p===1&&!S.problem)&&$.say(`${ln(i[F]-a[M],l[M][F],l[M][L])} ${S.problem}`.trim())}async function O(){if(v.draw(u(B())),!y){
y=!0;try{for(let M=0;M!==p&&f.ready;)M=await R(p)}catch(M){f.ready&&$.say(`The network stopped: ${M.message}`)}y=!1}}function B(){let{signal:M,noise:F}=pe(-b.value),
L=ee(m,c.length);return c.map((U,G)=>M*U+F*L[G])}function T(M,F){C.draw(M),C.describe(`What the network answers when it is told ${Ft(F)}`)}async function R(M){let[
F,L,U,G]=[-b.value,-h.value,B(),m],q=pe(F),I=async V=>{let{noise:re}=await f.predict(U,pe(V));return U.map((W,Q)=>(W-q.noise*re[Q])/q.signal)},D=[await I(L),await I(
F)];if(M!==p)return M;T(u(D[0]),L),k.draw(u(D[1]));let[_,Y]=D.map(V=>wt(V,c));return $.say(`${ln(L-F,_,Y)} Noise ${G}, answered in this page.`),o.dataset.state=
"done",M}le(e.noisy).then(async M=>{d={noisy:M,guess:await le(de(o))},o.dataset.state="ready",E()})}function Mo(t,e){Number(t.input.step)!==e&&(t.input.step=e,t.
limits(t.input.min,t.input.max,t.input.value))}function ln(t,e,o){let n=`The picture is off by ${e.toFixed(2)} a pixel`;return t===0?`The truth. ${n}.`:`${t>0?"\
It believes in too little noise":"It believes in too much noise"}. ${n}, where the truth gives ${o.toFixed(2)}.`}function Ft(t){return(t>0?`+${t}`:String(t)).replace(
"-","−")}function Oe({label:t,reach:e,draw:o,onPress:n=null}){let s=w("canvas",{role:"img","aria-label":t,class:n?"ff-plane":"ff-plane ff-plain"}),r=s.getContext("2d"),a=0,
i=(u,d)=>[(u+e)/(2*e)*a,(e-d)/(2*e)*a],l={place:i,get context(){return r},get width(){return a},ring(u,d,m,p,y){r.beginPath(),r.arc(...i(u,d),m,0,2*Math.PI),r.lineWidth=
3,r.strokeStyle=p,r.fillStyle=y,r.fill(),r.stroke()},dots(u,d,m=2.4,p=1){r.globalAlpha=p,r.fillStyle=d;for(let y=0;y<u.length;y+=2){let[g,b]=i(u[y],u[y+1]);r.fillRect(
g-m/2,b-m/2,m,m)}r.globalAlpha=1},picture(u,d,m){r.globalAlpha=m;let[p,y]=i(-d,d);r.drawImage(u,p,y,a-2*p,a-2*y),r.globalAlpha=1},arrows(u,d,m,p=.05){r.strokeStyle=
m,r.lineWidth=1.2,r.beginPath();for(let y=0;y<u.length;y+=2){let[g,b]=i(u[y],u[y+1]),[h,A]=i(d[y],d[y+1]),v=Math.hypot(h-g,A-b);if(!(v>1))continue;let C=Math.min(
v,p*a),[k,$]=[(h-g)/v*C,(A-b)/v*C],x=Math.min(3.5,C/2)/C;r.moveTo(g,b),r.lineTo(g+k,b+$),r.lineTo(g+k-x*(k-$),b+$-x*($+k)),r.moveTo(g+k,b+$),r.lineTo(g+k-x*(k+$),
b+$-x*($-k))}r.stroke()}};function f(){a&&(r.clearRect(0,0,a,a),o(l))}function c(u){let d=s.getBoundingClientRect(),m=p=>e*(2*Math.min(Math.max(p,0),1)-1);return[
m((u.clientX-d.left)/d.width),-m((u.clientY-d.top)/d.height)]}return n&&(s.addEventListener("pointerdown",u=>{s.setPointerCapture(u.pointerId),n(c(u),!0)}),s.addEventListener(
"pointermove",u=>{s.hasPointerCapture(u.pointerId)&&n(c(u),!1)})),{element:s,canvas:s,redraw:f,follow(){mt(s,u=>{a=u;let d=window.devicePixelRatio||1;s.width=s.
height=Math.round(a*d),r=s.getContext("2d"),r.setTransform(s.width/a,0,0,s.width/a,0,0),f()})}}}function So(t,e,o){let{size:n,levels:s,columns:r,shares:a}=e,i=ee(1,3*n*n),l=vo(ie(e.picture),e.mean,e.std),f=J({label:"",width:n,height:n}),c=null,u=K({label:"\
Log-SNR, from little noise to much",min:0,max:s.length-1,step:1,value:s.indexOf(e.opens),format:k=>Ft(s[k]),onInput:C}),d=(k,$)=>Oe({label:k,reach:n/2,draw:x=>{
if(!c)return;x.context.imageSmoothingEnabled=!1,f.draw($()),x.picture(f.canvas,n/2,1);let{network:S,filter:E}=v();$o(x,n,S.half,!1),$o(x,n,E.half,!0)}}),m=d("Th\
e noisy picture, with the ring that holds half of the influence",A),p=d("The influence of each pixel on the middle one of the answer",()=>ue(c,n*(u.value%r),n*Math.
floor(u.value/r),n,n)),y=J({label:"Colours of the map, weak to strong",width:r*n,height:e.bar}),g="Share of the influence within a radius",b=we({label:g,title:g,
height:180,x:[0,a.network[0].length-1],y:[0,1],xLabel:"Radius (pixels)",yTicks:[0,.25,.5,.75,1]}),h=Z();t.append(X(u),w("div",{class:"ff-columns ff-pair ff-view"},
w("div",{},w("span",{class:"ff-title"},"It sees"),m.element),w("div",{},w("span",{class:"ff-title"},"What counts"),p.element,w("div",{class:"ff-scale"},w("span",
{},"weak"),y.element,w("span",{},"strong")))),h.element,w("div",{class:"ff-gap"},b.element),xe([["leaf","the network"],["noise","the best linear filter",!0],["m\
uted","the network before training",!0]]));function A(){let{signal:k,noise:$}=pe(s[u.value]),x=l.map((S,E)=>k*S+$*i[E]);return ge(x,e.mean,e.std)}function v(){let k=$=>{
let x=a[$][u.value];return{curve:x,half:an(x,.5),most:an(x,.9)}};return{network:k("network"),filter:k("filter"),untrained:k("untrained")}}function C(){if(!c)return;
m.redraw(),p.redraw();let{network:k,filter:$,untrained:x}=v(),S=({curve:E})=>E.map((N,O)=>[O,N]);b.update({lines:[{points:S(x),colour:"muted",dash:!0},{points:S(
$),colour:"noise",dash:!0},{points:S(k),colour:"leaf",width:3}],marks:[{x:k.half,y:k.curve[k.half],colour:"leaf"}]}),h.say(`Half of the influence lies ${Et(k.half)}\
, nine tenths ${Et(k.most)}. For the best linear filter half lies ${Et($.half)}, before training ${Et(x.half)}.`)}le(de(o)).then(k=>{c=k,y.draw(ue(c,0,c.height-
e.bar,c.width,e.bar));for(let $ of[m,p])$.follow();C(),o.dataset.state="ready"})}function Et(t){return t?`within ${t} ${t===1?"pixel":"pixels"}`:"in the pixel i\
tself"}function $o(t,e,o,n){let{context:s,width:r}=t,[a,i]=t.place(.5,-.5);for(let[l,f]of[["#000",4.5],["#fff",2]])s.beginPath(),s.arc(a,i,(o+.5)*r/e,0,2*Math.PI),
s.setLineDash(n?[5,5]:[]),s.lineWidth=f,s.strokeStyle=l,s.stroke();s.setLineDash([])}function yr(t,e,o=8){let n=e/o,s=new Float64Array(3*n*n),r=a=>{let i=Math.floor(a/3);return 3*(Math.floor(i/e/o)*n+Math.floor(i%e/o))+a%3};return t.forEach((a,i)=>{
s[r(i)]+=a/o**2}),{broad:s,fine:Float64Array.from(t,(a,i)=>a-s[r(i)])}}function cn(t,e){return Math.sqrt(t.reduce((o,n,s)=>o+(n-e[s])**2,0)/t.length)}function Ao(t,e,o=8){
let n=t.map(f=>yr(f,e,o)),s=n[n.length-1],r=s.broad.length/3,a=[0,1,2].map(f=>s.broad.reduce((c,u,d)=>c+(d%3===f?u/r:0),0)),i={broad:cn(s.broad,s.broad.map((f,c)=>a[c%
3])),fine:cn(s.fine,new Float64Array(s.fine.length))},l=(f,c)=>cn(f[c],s[c])/(i[c]||1);return n.map(f=>({broad:l(f,"broad"),fine:l(f,"fine")}))}function Fo(t,e){
let o=t.length;for(;o>0&&t[o-1]<=e;)o-=1;return o}function Eo(t,e){let o=n=>Math.abs(e[n]-t[n])/255;return Uint8ClampedArray.from({length:e.length/3},(n,s)=>255*
Math.sqrt(4*(o(3*s)+o(3*s+1)+o(3*s+2))/3))}var un=10,br=.25;function Co(t,e,o){let{size:n,mean:s,std:r}=e,a=Ee(e),i=I=>ge(I,s,r),l={seed:e.seed,steps:e.steps,eta:0},f=[],c=e.steps,u="",d=[],m=0,p=I=>D=>{
l[I]=Number(D),a.ready?U():A.say("Press the button to grow that one. What you see is the recorded flower.")},y=K({label:"Seed",min:0,max:999,step:1,value:e.seed,
onInput:p("seed")}),g=ne({label:"Steps",value:String(e.steps),onChange:p("steps"),options:[5,10,20,40].map(I=>[String(I),String(I)])}),b=K({label:"Fresh noise η",
min:0,max:1,step:.1,value:0,format:I=>I.toFixed(1),onInput:p("eta")}),h=oe({label:"Throw the dice",onClick:()=>{y.value=Math.floor(1e3*Math.random())}}),A=Z(),v=Z(),
C=Te(o,a,e,A,{label:"Grow a flower",again:"Grow it again",opening:`Recorded: seed ${e.seed}, ${e.steps} steps, η = 0.`,onReady:G,onLost:()=>{m+=1,k.input.disabled=
!1}}),k=K({label:"Step",min:1,max:e.steps,step:1,value:e.steps,format:I=>`${I} of ${c}`,onInput:T}),$=(I,D)=>J({title:I,label:D,width:n,height:n}),x=$("It sees",
"The noisy image"),S=$("It believes","The predicted image"),E=$("The change","What has changed in the predicted image"),N=w("div",{class:"ff-film-strip ff-dragg\
able","aria-hidden":"true"}),O=we({label:"Distance of the belief to the flower",height:180,title:"How far the belief is from the flower",x:[1,0],y:[0,1.2],xLabel:"\
time t",xTicks:[1,.8,.6,.4,.2,0],yTicks:[0,.25,.5,.75,1],onPoint:B});if(t.append(X(k),w("div",{class:"ff-triple ff-film"},x.element,S.element,E.element),N,v.element,
w("div",{class:"ff-gap"},X(y,h,g,b,C.processor),X(C.action,C.bar),A.element),w("div",{class:"ff-gap"},O.element,xe([["signal",`Broad colours: means over ${8} × ${8}\
 pixels`],["petal","Edges and detail: the rest"]]))),C.problem)for(let I of[y.input,h,g.input,b.input])I.disabled=!0;function B(I){k.input.disabled||(k.value=Math.
round((1-I)*c)+1)}function T(){let I=f[k.value-1];if(!I)return;let D=f[k.value-2];x.draw(I.noisy),S.draw(I.image),E.draw(D?Eo(D.image,I.image):new Uint8ClampedArray(
n*n));let{signal:_,noise:Y}=a.schedule.rates(I.time),V=`step ${k.value} of ${c}`;x.describe(`The noisy image that the network sees at ${V}`),S.describe(`The ima\
ge that the network believes in at ${V}`),E.describe(D?"Bright where its belief has changed since the step before":"The first step: there is no belief before it"),
v.say(`Step ${k.value} of ${c}, at t = ${I.time.toFixed(2)}: signal rate ${_.toFixed(2)}, noise rate ${Y.toFixed(2)}.${u}`);let re=R(),W=re.findLast(Q=>Q<k.value);
[...N.children].forEach((Q,ae)=>{Q.classList.toggle("ff-now",re[ae%re.length]===W)}),O.update({lines:d,marks:[{x:I.time,colour:"muted"}]})}function R(){let I=Math.
min(c,un);return Array.from({length:I},(D,_)=>Math.round(_*(c-1)/(I-1)))}function M(){N.replaceChildren(...["noisy","image"].flatMap(I=>R().map(D=>{let _=J({label:"",
width:n,height:n});return f[D]&&_.draw(f[D][I]),_.canvas}))),N.style.setProperty("--ff-columns",R().length)}function F(){let I=Ao(f.map(({image:Y})=>Y),n),D=(Y,V)=>({
colour:V,points:f.map(({time:re},W)=>[re,I[W][Y]])});d=[D("broad","signal"),D("fine","petal")];let _=Y=>Fo(I.map(V=>V[Y]),br)+1;u=` Within a quarter of the flow\
er: its broad colours from step ${_("broad")} on, edges and detail from step ${_("fine")} on.`,O.describe(`Distance of the belief to the flower.${u}`),o.dataset.
broad=_("broad"),o.dataset.fine=_("fine")}let L=Pe(G);function U(){m+=1,L()}async function G(){let I=m+=1,D={...l};f=[],u="",d=[],c=D.steps,o.dataset.state="gro\
wing",k.input.disabled=!0;try{for await(let _ of He(a,D)){if(I!==m)return;f.push({time:_.time,noisy:i(_.noisy),image:i(_.image)}),k.limits(1,c,f.length),M(),T(),
A.say(`Seed ${D.seed}: ${_.seconds.toFixed(2)} s a network evaluation here, ${_.where}.`),o.dataset.processor=_.processor}}catch(_){if(I!==m)return;A.say(`The n\
etwork stopped: ${_.message}`),o.dataset.state="failed";return}finally{I===m&&(k.input.disabled=!1)}F(),T(),o.dataset.state="done"}let q=I=>{let D=N.getBoundingClientRect(),
_=Math.min(Math.max((I.clientX-D.left)/D.width,0),.999);k.input.disabled||(k.value=Math.floor(_*c)+1)};N.addEventListener("pointerdown",I=>{N.setPointerCapture(
I.pointerId),q(I)}),N.addEventListener("pointermove",I=>{N.hasPointerCapture(I.pointerId)&&q(I)}),Promise.all([le(e.noisy),le(de(o))]).then(([I,D])=>{f.length||
(f=Re(e.steps).slice(0,-1).map((_,Y)=>{let V=[Y%un*n,Math.floor(Y/un)*n,n,n];return{time:_,noisy:Be(I,...V),image:ue(D,...V)}}),F(),M(),k.limits(1,e.steps,Math.
round(e.steps/2)),T(),o.dataset.frames=f.length)})}function No(t,e,o){let{size:n,times:s,flowers:r}=e,a=s.length-1,i=null,l=h=>r.map(A=>J({label:`${A}: ${h}`,width:n,height:n})),f=l("noisy"),c=l("guess"),u=K({label:"\
From noise to flower",min:0,max:a,step:1,value:0,format:h=>`t = ${s[h].toFixed(1)}`,onInput:y}),d=Z(),m=(h,A)=>w("div",{},w("span",{class:"ff-title"},h),w("div",
{class:"ff-triple"},...A.map(v=>v.element))),p=w("div",{class:"ff-first ff-draggable"},m("The noisy picture",f),m("What the network takes it to be",c));t.append(
X(u,Fe(o,u,{seconds:4})),p,d.element);function y(){if(!i)return;let h=u.value;r.forEach((A,v)=>{let C=[h*n,v*n,n,n];f[v].draw(Be(i.noisy,...C)),c[v].draw(ue(i.guess,
...C)),f[v].describe(`A ${A} on its way out of noise, moment ${h} of ${a}`),c[v].describe(`What the network takes it to be at moment ${h} of ${a}`)}),d.say(g(h))}
function g(h){return h===0?"t = 1: pure noise. The guess is hardly more than a mean colour.":h===a?"t = 0: no noise is left. The last guess is the picture.":`t \
= ${s[h].toFixed(1)}: step ${2*h} of ${2*a}.`}let b=h=>{let A=p.getBoundingClientRect(),v=(h.clientX-A.left)/A.width;u.value=Math.round(Math.min(Math.max(v,0),1)*
a)};p.addEventListener("pointerdown",h=>{p.setPointerCapture(h.pointerId),b(h)}),p.addEventListener("pointermove",h=>{p.hasPointerCapture(h.pointerId)&&b(h)}),Promise.
all([le(e.noisy),le(de(o))]).then(([h,A])=>{i={noisy:h,guess:A},o.dataset.state="ready",u.value=u.value===0?Math.round(.4*a):u.value})}function Lo(t,e,o){let[n,s]=[t,e].map(xr),[r,a]=[t,e].map(l=>vr(l,o)),i=(l,f)=>l.reduce((c,u,d)=>c+u*f[d],0);return{brightness:(n.mean-s.mean)/255,contrast:n.spread/
s.spread,outlines:i(r,a)/Math.sqrt(i(r,r)*i(a,a))}}function xr(t){let e=t.reduce((n,s)=>n+s,0)/t.length,o=t.reduce((n,s)=>n+(s-e)**2,0);return{mean:e,spread:Math.
sqrt(o/t.length)}}function vr(t,e){let o=n=>(t[3*n]+t[3*n+1]+t[3*n+2])/3;return Float64Array.from({length:e*(e-1)},(n,s)=>{let r=s+Math.floor(s/(e-1));return o(
r+1)-o(r)})}function Io(t,e,o){let{size:n,mean:s,std:r,classes:a}=e,i=3*n*n,l=Ee(e),f=W=>ge(W,s,r),c=0,u={seed:e.seed,steps:e.steps,eta:0,label:e.label,guidance:e.guidance,
acts:"middle"},d=(W,Q=Number)=>ae=>{u[W]=Q(ae),R(),W==="seed"&&F(),l.ready&&W!=="seed"?_():l.ready&&I()},m=K({label:"Seed",min:0,max:999,step:1,value:u.seed,onInput:d(
"seed")}),p=ne({label:"Steps",value:String(u.steps),onChange:d("steps"),options:[5,10,20,40].map(W=>[String(W),String(W)])}),y=K({label:"Fresh noise η",min:0,max:1,
step:.1,value:0,format:W=>W.toFixed(1),onInput:d("eta")}),g=ne({label:"Flower",value:String(e.label),onChange:d("label"),options:[[String(a),"no class"],...e.class_names.
map((W,Q)=>[String(Q),W]).sort((W,Q)=>W[1]<Q[1]?-1:1)]}),b=K({label:"Guidance",min:0,max:8,step:.5,value:e.guidance,format:W=>W.toFixed(1),onInput:d("guidance")}),
[h,A]=e.interval,v=W=>h<=W&&W<=A,C=ne({label:"Guidance acts",value:"middle",onChange:d("acts",String),options:[["middle",`from t = ${A} to ${h}`],["always","alw\
ays"]]}),k=oe({label:"Another seed",onClick:()=>{m.value=(u.seed+1)%1e3}}),$={noisy:J({label:"The noisy image",title:"Noisy image",width:n,height:n}),image:J({label:"\
The predicted image",title:"Predicted image",width:n,height:n})},x=w("div",{class:"ff-grow-strip",role:"group","aria-label":"The predicted image, step by step"}),
S=oe({label:"Compare guidance",onClick:Y}),E=[["Class alone",{guidance:1}],["Guided always",{acts:void 0}],[`Guided from t = ${A} to ${h}`,{acts:v}]].map(([W,Q])=>({
title:W,options:Q,view:J({title:W,label:W,width:n,height:n})})),N=w("div",{class:"ff-triple ff-film",hidden:!0},...E.map(({view:W})=>W.element)),O=Z(),B=e.label===
a?"":`${e.class_names[e.label]}, `,T=Te(o,l,e,O,{label:"Grow a flower",again:"Grow it again",opening:`Recorded: ${B}seed ${e.seed}, ${e.steps} steps.`,onReady:_,
onLost:()=>{c+=1}});t.append(X(m,p,y,...a?[g,b,C]:[],T.processor),X(T.action,k,...e.compare?[S]:[],T.bar),w("div",{class:"ff-columns ff-pair ff-grow"},$.noisy.element,
$.image.element),x,O.element,...e.compare?[N]:[]),l.onChange(R),R();function R(){b.input.disabled=C.input.disabled=u.label===a,S.disabled=u.label===a||!l.ready}
function M(W){o.dataset.state=W}function F(){$.noisy.draw(f(ee(u.seed,i))),l.ready||$.image.draw(f(new Float32Array(i)))}let L=ie(e.recorded),U=L.length/i;for(let W=0;W<
U;W+=1)G(L.subarray(W*i,(W+1)*i));if(F(),$.image.draw(L.subarray((U-1)*i)),T.problem)for(let W of[k,m.input,p.input,y.input,g.input])W.disabled=!0;function G(W){
let Q=w("canvas",{width:n,height:n,"aria-hidden":"true"}),ae=Q.getContext("2d"),j=ae.createImageData(n,n);for(let H=0;H<n*n;H+=1)j.data.set([W[3*H],W[3*H+1],W[3*
H+2],255],4*H);ae.putImageData(j,0,0),x.append(Q)}let q=Pe(_);function I(){c+=1,q()}async function D(W){let Q=c+=1,ae=()=>Q===c;M("growing");try{await W(ae),ae()&&
M("done")}catch(j){if(!ae())return;O.say(`The network stopped: ${j.message}`),M("failed")}}function _(){let{seed:W,steps:Q}=u,ae=new Set(Array.from({length:10},
(j,H)=>Math.ceil((H+1)*Q/10)));return x.replaceChildren(),N.hidden=!0,D(async j=>{for await(let H of He(l,V())){if(!j())return;$.noisy.draw(f(H.next)),$.image.draw(
f(H.image)),ae.has(H.i+1)&&G(f(H.image)),O.say(`Step ${H.i+1} of ${Q}, seed ${W}: ${H.seconds.toFixed(2)} s a network evaluation here, ${H.where}.`),o.dataset.processor=
H.processor,o.dataset.seconds=H.seconds.toFixed(4)}})}function Y(){N.hidden=!1;for(let{view:W}of E)W.draw(new Uint8ClampedArray(i));return D(async W=>{let Q=[];
for(let{title:ae,options:j,view:H}of E){let te=null;for await(let z of He(l,{...V(),...j})){if(!W())return;te=f(z.image),H.draw(te),O.say(`${ae}: step ${z.i+1} \
of ${u.steps}.`)}Q.push(te)}O.say(E.slice(1).map(({title:ae},j)=>{let{brightness:H,contrast:te,outlines:z}=Lo(Q[j+1],Q[0],n);return`${ae}, the light has moved b\
y ${Mr(H)}, the contrast is ${te.toFixed(2)} times that of the class alone, and the outlines agree to ${z.toFixed(2)}.`}).join(" "))})}function V(){let{acts:W,...Q}=u;
return{...Q,acts:W==="always"?void 0:v}}function re(){let W=new URLSearchParams(location.hash.slice(1)),Q=Number(W.get("flower")??NaN);T.problem||!(Q in e.class_names)||
(g.value=String(Q),m.value=Number(W.get("seed")??u.seed),o.scrollIntoView({block:"center"}),l.ready||O.say(`${e.class_names[Q]}, seed ${u.seed}: press the butto\
n to grow it.`))}window.addEventListener("hashchange",re),re()}function Mr(t){return`${t<0?"−":"+"}${Math.abs(t).toFixed(2)}`}var Po="noise-to-flowers:guess";function ct(){return{rounds:0,you:0,youLevels:0,bayes:0,bayesLevels:0}}function Ro(t,{right:e,level:o,bayes:n,from:s}){return{rounds:t.
rounds+1,you:t.you+(e?1:0),youLevels:t.youLevels+(e?o:0),bayes:t.bayes+(n?1:0),bayesLevels:t.bayesLevels+s}}function Oo(){try{let t=JSON.parse(localStorage.getItem(
Po));return Object.keys(ct()).every(e=>Number.isFinite(t[e]))?t:ct()}catch{return ct()}}function fn(t){try{localStorage.setItem(Po,JSON.stringify(t))}catch{}}function _o(t,e,{signal:o,noise:n}){return Float64Array.from(t,(s,r)=>o*s+n*e[r])}function Bo(t,e,{signal:o,noise:n}){let s=t.map(l=>{let f=0;for(let c=0;c<e.length;c+=
1)f+=(e[c]-o*l[c])**2;return-f/(2*n**2)}),r=Math.max(...s),a=s.map(l=>Math.exp(l-r)),i=a.reduce((l,f)=>l+f,0);return a.map(l=>l/i)}function Do(t,e){let o=new Float64Array(
t[0].length);return t.forEach((n,s)=>{for(let r=0;r<o.length;r+=1)o[r]+=e[s]*n[r]}),o}var dn=.1;function Wo(t,e,o){let{size:n,names:s,noisiest:r,clearest:a,sure:i}=e,l=3*n*n,f=null,c=null,u=Oo(),d=K({label:"Log-SNR, from much noise to little",min:r,
max:a,step:dn,value:r,format:Ke,onInput:k}),m=oe({label:"Next flower",onClick:()=>{v(qo()),d.input.focus()}}),p=J({title:"Under noise",label:"The noisy flower",
width:n,height:n}),y=J({title:"Mean of the eight",label:"",width:n,height:n}),g=s.map((x,S)=>kr(x,n,()=>C(S))),b=Z(),h=w("table",{class:"ff-score","aria-label":"\
Score"}),A=oe({label:"Forget the score",onClick:()=>{u=ct(),fn(u),$(),d.input.focus()}});t.append(X(d,m),w("div",{class:"ff-guess"},w("div",{class:"ff-columns f\
f-pair"},p.element,y.element),w("div",{class:"ff-tiles",role:"group","aria-label":"Which flower is it?"},...g.map(x=>x.element))),b.element,w("div",{class:"ff-s\
core-row"},h,A));function v(x){c={...$r(x,s.length,l),seen:r,guess:null},o.dataset.seed=x,m.disabled=!0,g.forEach(S=>S.hide()),d.value=r}function C(x){!c||c.guess!==
null||(c.guess=x,m.disabled=!1,c.from=Sr(f.images,c,r,a,i),u=Ro(u,{right:x===c.flower,level:c.seen,bayes:jo(mn(f.images,c,c.seen))===c.flower,from:c.from}),fn(u),
d.value=c.seen,$())}function k(){if(!c)return;let x=d.value,{guess:S,flower:E}=c;S===null&&(c.seen=Math.max(c.seen,x));let{signal:N,noise:O}=pe(x),{images:B}=f;
p.draw(Ge({...f,image:B[E]},c.field,N,O)),p.describe(`A flower under noise, log-SNR ${Ke(x)}`);let T=S===null?s.map(()=>1/s.length):mn(B,c,x);if(y.draw(Ge({...f,
image:Do(B,T)},c.field,1,0)),y.heading.textContent=S===null?"Mean of the eight":"Bayes’ mean",S===null){y.describe("The mean of the eight flowers"),b.say(`One\
 part of flower to ${Ar(x)} of noise. Which of the eight is it? What counts is the clearest picture that you have seen: ${Ke(c.seen)}.`);return}y.describe(`The \
mean of the eight, weighted by Bayes, most the ${s[jo(T)]}`),g.forEach((M,F)=>M.show(T[F],F===E,F===S));let R=S===E?`Yes, the ${s[E]}`:`It is the ${s[E]}, and n\
ot the ${s[S]}`;b.say(`${R}. At ${Ke(x)} Bayes gives it ${T[E].toFixed(2)}; from ${Ke(c.from)} on it is sure. Your guess counts at ${Ke(c.seen)}.`)}function $(){
let x=(S,E,N)=>w("tr",{},w("th",{scope:"row"},S),w("td",{},`${E} of ${u.rounds}`),w("td",{},N.count?Ke(N.sum/N.count):"–"));h.replaceChildren(w("tr",{},w("td",
{}),w("th",{scope:"col"},"right"),w("th",{scope:"col"},"mean level")),x("You",u.you,{sum:u.youLevels,count:u.you}),x("Bayes",u.bayes,{sum:u.bayesLevels,count:u.
rounds})),A.disabled=u.rounds===0}$(),le(de(o)).then(x=>{let S=new Uint8Array(l*s.length);s.forEach((B,T)=>S.set(ue(x,T*n,0,n,n),T*l));let{mean:E,std:N,image:O}=Je(
S);f={mean:E,std:N,images:s.map((B,T)=>O.subarray(T*l,(T+1)*l))},g.forEach((B,T)=>B.draw(S.subarray(T*l,(T+1)*l))),v(qo()),o.dataset.state="ready"})}function kr(t,e,o){
let n=J({label:"",width:e,height:e});n.canvas.removeAttribute("role"),n.canvas.removeAttribute("aria-label"),n.canvas.setAttribute("aria-hidden","true");let s=w(
"i",{}),r=w("span",{class:"ff-value"}),a=w("span",{class:"ff-verdict"}),i=w("button",{type:"button",class:"ff-tile"},n.element,w("span",{class:"ff-name"},t),w("\
span",{class:"ff-bar","aria-hidden":"true"},s),r,a);return i.addEventListener("click",o),{element:i,draw:n.draw,show(l,f,c){i.setAttribute("aria-disabled","true"),
i.setAttribute("aria-pressed",c),i.classList.toggle("ff-true",f),s.style.width=`${100*l}%`,r.textContent=` ${l.toFixed(2)} `,a.textContent=f?c?"you, right":"it \
is this":c?"you":""},hide(){i.removeAttribute("aria-disabled"),i.removeAttribute("aria-pressed"),i.classList.remove("ff-true"),s.style.width="0",r.textContent=a.
textContent=""}}}function $r(t,e,o){return{flower:et(t,4294967295)%e,field:ee(t,o)}}function mn(t,{flower:e,field:o},n){let s=pe(n);return Bo(t,_o(t[e],o,s),s)}
function Sr(t,e,o,n,s){let r=Math.round((n-o)/dn);for(let a=0;a<r;a+=1){let i=o+a*dn;if(mn(t,e,i)[e.flower]>s)return i}return n}function qo(){return Math.floor(
Math.random()*2**32)}var jo=t=>t.indexOf(Math.max(...t));function Ke(t){return t.toFixed(1).replace("-","−")}function Ar(t){return Math.round(Math.exp(-t)).toLocaleString(
"en-GB")}function Go(t,e,o){let{names:n,side:s,reach:r,handle:a,centres:i,radius:l}=e,f=ie(e.colours),c=f.length/3,u=Uo(e.clouds,r),d=Uo(e.grids,r),m={x:a[0],y:a[1]},p=$=>Math.
min(Math.max($,-e.start),e.start),y=$=>K({label:`Noise: ${$}`,min:-e.start,max:e.start,step:.05,value:m[$],format:x=>x.toFixed(2),onInput(x){m[$]=x,C()}}),[g,b]=[
y("x"),y("y")],h=n.map(($,x)=>{let S=Ho(u,x,c),E=x?Ho(d,x-1,s*s):null,N=()=>E?Fr(E,s,e.start,m.x,m.y):[m.x,m.y],O=Oe({label:$,reach:r,onPress:x?null:v,draw(B){for(let T=0;T<
c;T+=1){let[R,M]=B.place(S[2*T],S[2*T+1]);B.context.fillStyle=`rgb(${f[3*T]} ${f[3*T+1]} ${f[3*T+2]})`,B.context.fillRect(R-1,M-1,2,2)}B.ring(...N(),6,fe(o,"acc\
ent"),fe(o,"panel"))}});return{name:$,end:N,plane:O}});h[0].plane.canvas.classList.add("ff-handle");let A=Z();t.append(w("div",{class:"ff-planes"},...h.map(({name:$,
plane:x})=>w("div",{},w("span",{class:"ff-title"},$),x.element))),A.element,w("div",{class:"ff-controls ff-gap"},g.element,b.element));function v([$,x]){Object.
assign(m,{x:p($),y:p(x)}),g.limits(-e.start,e.start,m.x),b.limits(-e.start,e.start,m.y),C()}function C(){for(let{plane:$}of h)$.redraw();k()}function k(){let $=S=>i.
some(([E,N])=>Math.hypot(E-S[0],N-S[1])<l),x=h.slice(1).map(({name:S,end:E})=>`${S}: ${$(E())?"in a disc":"between the discs"}`);A.say(`From (${m.x.toFixed(2)},\
 ${m.y.toFixed(2)}). ${x.join("; ")}.`)}for(let{plane:$}of h)$.follow();k(),Ve(o,C)}function Uo(t,e){return Float32Array.from(ie(t),o=>o/255*2*e-e)}function Ho(t,e,o){
return t.subarray(2*e*o,2*(e+1)*o)}function Fr(t,e,o,n,s){let r=c=>Math.min(Math.max((c+o)/(2*o)*(e-1),0),e-1.000001),[a,i]=[Math.floor(r(n)),Math.floor(r(s))],
[l,f]=[r(n)-a,r(s)-i];return[0,1].map(c=>{let u=(d,m)=>t[2*((i+m)*e+a+d)+c];return(1-f)*((1-l)*u(0,0)+l*u(1,0))+f*((1-l)*u(0,1)+l*u(1,1))})}function Xo(t){let e=ie(t),o=new Float32Array(e.length/2);for(let n=0;n<o.length;n+=1){let s=e[2*n]|e[2*n+1]<<8,r=s>>10&31,a=s&1023,i=r?(1+a/1024)*2**(r-15):a*2**
-24;o[n]=s&32768?-i:i}return o}function Vo(t){let e=Xo(t),o=e.length/2;return e.map((n,s)=>s<o?e[2*s]:e[2*(s-o)+1])}function Jo({shapes:t,weights:e}){let o=Xo(e),
n=[],s=0;for(let r=0;r<t.length;r+=2){let[a,i]=t[r],l=o.subarray(s,s+a*i);s+=a*i,n.push({inputs:i,outputs:a,weight:l,bias:o.subarray(s,s+a)}),s+=a}return n}var Se=128;function*Er(t,e,o){let n=e.length/2,s=[o.signal,o.noise,Math.log(o.signal/o.noise)],r=new Float32Array(2*n),a=Math.max(...t.map(({outputs:f})=>f)),[i,l]=[new Float32Array(
a*Se),new Float32Array(a*Se)];for(let f=0;f<n;f+=Se){let c=Math.min(Se,n-f);for(let u=0;u<c;u+=1)i[u]=e[f+u],i[Se+u]=e[n+f+u];t.forEach((u,d)=>{if(Tr(u,d===0?s:
[],i,l,c),d<t.length-1)for(let m=0;m<u.outputs*Se;m+=1)l[m]/=1+Math.exp(-l[m]);[i,l]=[l,i]});for(let u=0;u<c;u+=1)r[f+u]=i[u],r[n+f+u]=i[Se+u];yield}return r}function Tr({
inputs:t,outputs:e,weight:o,bias:n},s,r,a,i){let l=t-s.length,f=l%4===0?4:2;for(let c=0;c<e;c+=1){let u=c*t,d=c*Se,m=n[c];s.forEach((p,y)=>{m+=o[u+l+y]*p}),a.fill(
m,d,d+Se);for(let p=0;p<l;p+=f){let y=o[u+p],g=o[u+p+1],b=p*Se;if(f===4){let h=o[u+p+2],A=o[u+p+3];for(let v=0;v<i;v+=1)a[d+v]+=y*r[b+v]+g*r[b+Se+v]+h*r[b+2*Se+
v]+A*r[b+3*Se+v]}else for(let h=0;h<i;h+=1)a[d+h]+=y*r[b+h]+g*r[b+Se+h]}}}function*Yo(t,e,o){let n=yield*Er(t,e,o),s=new Float32Array(e.length),r=new Float32Array(
e.length);for(let a=0;a<e.length;a+=1)s[a]=o.signal*e[a]-o.noise*n[a],r[a]=o.noise*e[a]+o.signal*n[a];return{image:s,noise:r}}function Ko({image:t,noise:e},o,n,s=0,r=null,a=new Float32Array(
t.length)){for(let i=0;i<a.length;i+=1)a[i]=o*t[i]+n*e[i]+(r?s*r[i]:0);return a}var ut={ddim:{name:"DDIM",eta:null,cost:t=>t},ddpm:{name:"DDPM (η = 1)",eta:1,cost:t=>t},
heun:{name:"Heun",eta:0,cost:t=>2*t-1},dpm_solver_pp:{name:"DPM-Solver++(2M)",eta:0,cost:t=>t}};function Zo({layers:t,schedule:e,start:o,solver:n,steps:s,eta:r=0,
seed:a=0}){let i=Re(s),l=i.map(h=>e.rates(h)),f=ut[n].eta??r,c=[o],u=[],d=[],m=[];function*p(h){let A=c[h],v=yield*Yo(t,A,l[h]);if(n==="heun"&&h<s-1){let C=Ko(v,
l[h+1].signal,l[h+1].noise),k=yield*Yo(t,C,l[h+1]),$=v.noise.map((S,E)=>(S+k.noise[E])/2);return{image:A.map((S,E)=>(S-l[h].noise*$[E])/l[h].signal),noise:$}}if(d[h]=
v.image,n==="dpm_solver_pp"&&h>0){let[C,k,$]=[-1,0,1].map(N=>e.logSNR(i[h+N])),x=($-k)/(2*(k-C)),S=v.image.map((N,O)=>(1+x)*N-x*d[h-1][O]),E=A.map((N,O)=>(N-l[h].
signal*S[O])/l[h].noise);return{image:S,noise:E}}return v}function*y(){for(let h=0;h<s;h+=1)u.push(yield*p(h)),m.push(f>0?ee(pt(a,h),o.length):null),c.push(b(h,
l[h+1]))}let g=y();function b(h,A,v){let{kept:C,fresh:k}=Dt(l[h],A,f);return Ko(u[h],A.signal,C,k,m[h],v)}return{at(h,A){if(h>=1)return o;let v=Math.min(Math.floor(
(1-h)*s+1e-9),s-1);for(;c.length<=v+1;)g.next();return b(v,e.rates(h),A)},ahead(h){let A=performance.now()+h;for(;c.length<=s&&performance.now()<A;)g.next();return c.
length<=s}}}var _e=2.7,Cr=48,Nr=4;function Qo(t,e,o){let n=Ae("log_snr",e.schedule),s=Jo(e.network),r=Vo(e.network.points),a={solver:e.solver,steps:e.steps,eta:0},i={x:e.handle[0],
y:e.handle[1]},l=ee(e.seed,2*e.count),f=new Float32Array(l.length),[c,u,d]=[null,null,null],m=ne({label:"Solver",value:a.solver,onChange(M){a.solver=M,$(),E()},
options:Object.entries(ut).map(([M,{name:F}])=>[M,F])}),p=K({label:"Steps",min:1,max:50,step:1,value:a.steps,onInput(M){a.steps=M,E()}}),y=K({label:"Fresh noise\
 η",min:0,max:1,step:.1,value:0,format:M=>M.toFixed(1),onInput(M){a.eta=M,E()}}),g=K({label:"Way from noise to data",min:0,max:1,step:.001,value:0,format:M=>`t\
 = ${(1-M).toFixed(2)}`,onInput:T}),b=K({label:"Ringed particle: x",min:-_e,max:_e,step:.05,value:i.x,format:M=>M.toFixed(2),onInput:M=>x(M,i.y)}),h=K({label:"R\
inged particle: y",min:-_e,max:_e,step:.05,value:i.y,format:M=>M.toFixed(2),onInput:M=>x(i.x,M)}),A=ze({label:"Paths",value:!0,onChange:T}),v=ze({label:"Data",value:!0,
onChange:T}),C=Oe({label:"Particles in the plane",reach:_e,draw:R,onPress([M,F]){b.limits(-_e,_e,M),h.limits(-_e,_e,F),x(M,F)}}),k=Z();t.append(X(...e.simple?[p]:
[m,p,y]),X(g,Fe(o,g,{seconds:4}),A,v),C.element,k.element,w("div",{class:"ff-controls ff-gap"},b.element,h.element));function $(){let M=ut[a.solver].eta;y.limits(
0,1,M??a.eta),y.input.disabled=M!==null}function x(M,F){Object.assign(i,{x:M,y:F}),d=null,T()}function S(M){return Zo({layers:s,schedule:n,start:M,seed:e.seed,...a})}
function E(){[c,u,d]=[S(l),null,null],T()}function N(M){let F=S(M),L=Math.max(60,a.steps);return Array.from({length:L+1},(U,G)=>F.at(1-G/L))}function O({context:M,
place:F},L,U,G,q){let I=L[0].length/2;M.strokeStyle=U,M.lineWidth=G,M.beginPath();for(let D=0;D<I;D+=1)for(let _=0;_<=q;_+=1){let[Y,V]=F(L[_][D],L[_][I+D]);_?M.
lineTo(Y,V):M.moveTo(Y,V)}M.stroke()}function B({context:M,place:F},L,U,G){let q=L.length/2;M.fillStyle=U;for(let I=0;I<q;I+=1){let[D,_]=F(L[I],L[q+I]);M.fillRect(
D-G/2,_-G/2,G,G)}}function T(){C.redraw()}function R(M){if(!c)return;let{context:F}=M,L=1-g.value,U=c.at(L,f);if(v.value&&(F.globalAlpha=.45,B(M,r,fe(o,"muted"),
2),F.globalAlpha=1),B(M,U,fe(o,"signal"),2.2),A.value){u??=N(Lr(l,Cr));let Y=Math.round((1-L)*(u.length-1));F.globalAlpha=.55,O(M,u,fe(o,"noise"),1,Y),F.globalAlpha=
1}d??=N(Float32Array.of(i.x,i.y)),O(M,d,fe(o,"accent"),2.5,d.length-1);let[G,q]=d[Math.round((1-L)*(d.length-1))];M.ring(G,q,5,fe(o,"accent"),fe(o,"accent")),M.
ring(i.x,i.y,9,fe(o,"accent"),fe(o,"panel"));let{name:I,cost:D}=ut[a.solver],_=d[d.length-1];k.say(`${e.count} particles at t = ${L.toFixed(2)}. ${I} with ${a.steps}\
 steps evaluates the network ${D(a.steps)} times. The ringed particle ends at (${_[0].toFixed(2)}, ${_[1].toFixed(2)}).`),c.ahead(Nr)}$(),E(),C.follow(),Ve(o,T)}
function Lr(t,e){let o=t.length/2,n=new Float32Array(2*e);return n.set(t.subarray(0,e)),n.set(t.subarray(o,o+e),e),n}function Tt(t){return Object.keys(t).sort((e,o)=>t[e]-t[o])}function pn(t){let e=t.length;if(e===0)return"–";let o=t.reduce((s,r)=>s+r)/e;if(e===1)return o.toFixed(
3);let n=t.reduce((s,r)=>s+(r-o)**2,0);return`${o.toFixed(3)} ± ${Math.sqrt(n/(e-1)/e).toFixed(3)}`}function zo({found:t,names:e,seed:o,budget:n}){let s=Tt(t),
r=a=>`${e[a]}, off by ${t[a].toFixed(3)}`;return`Noise ${o}, ${n} evaluations. Closest to the finish: ${r(s[0])}. Farthest: ${r(s[s.length-1])}.`}function es(t,e,o){let{size:n,mean:s,std:r,names:a,budgets:i,seeds:l,distances:f}=e,c=Object.keys(a),u=3*n*n,d=Ee(e),m=j=>ge(j,s,r),p={seed:e.seed,budget:e.budget,
spacing:e.spacing},y=new Map([[e.seed,Ir(e)]]),g=new Map,b=null,h=null,A=0,v=(j,H)=>te=>{p[j]=H(te),W()},C=ne({label:"Network evaluations",value:String(p.budget),
options:i.map(j=>[String(j),String(j)]),onChange:v("budget",Number)}),k=ne({label:"Steps even in",value:p.spacing,options:[["log_snr","log-SNR"],["time","time"]],
onChange:v("spacing",String)}),$=K({label:"Noise",min:0,max:99,step:1,value:p.seed,format:j=>`seed ${j}`,onInput:v("seed",Number)}),x=oe({label:"Next noise",onClick:()=>{
$.value=(p.seed+1)%100}}),S=K({label:"Evaluations spent",min:1,max:p.budget,step:1,value:p.budget,onInput:D}),E=Fe(o,S,{label:"Play again",seconds:3}),N=Z(),O=Te(
o,d,e,N,{label:"Race",again:"Race again",opening:`${T(B(e.seed))} This race is recorded.`,onReady:W,onLost:()=>{A+=1}});function B(j){let[H,te]=[f[p.spacing][p.
budget],l.indexOf(j)];return Object.fromEntries(c.map(z=>[z,H[z][te]]))}function T(j){return zo({...p,found:j,names:a})}let R=j=>{let H=J({title:j,label:j,width:n,
height:n}),te=w("span",{class:"ff-note"});return{...H,note:te,element:w("div",{},H.element,te)}},[M,F]=[R("the noise"),R("the finish")],L=Object.fromEntries(c.map(
j=>[j,R(a[j])])),U=w("table",{class:"ff-standing"});t.append(X(S,E),X(C,k),w("div",{class:"ff-race"},...[M,...Object.values(L),F].map(j=>j.element)),N.element,w(
"div",{class:"ff-controls ff-gap"},O.action,$.element,x,O.processor.element,O.bar),U);let[G,q]=[j=>{o.dataset.state=j},(j,H)=>{j.note.textContent=H}],I=()=>`${p.
spacing} ${p.budget}`;function D(){if(!b)return;let j=S.value===Number(S.input.max)&&!b.running,H=b.found&&Tt(b.found);for(let z of c){let ye=b.frames[z],ce=Math.
min(S.value-b.first,ye.length-1);if(ce<0)continue;L[z].draw(ye[ce]);let me=b.first+ce;q(L[z],j&&H?`${H.indexOf(z)+1}. off by ${b.found[z].toFixed(3)}`:`after ${me}`),
L[z].describe(`${a[z]} after ${me} evaluations`)}let te=y.get(p.seed);te&&F.draw(m(te))}function _(){let j=b?.found,H=[...g.get(I())?.values()??[]],te=f[p.spacing][p.
budget],z=["","this noise",H.length>1?`your ${H.length} noises`:"your noise",`recorded, ${l.length} noises`],ye=(j?Tt(j):c).map(ce=>[a[ce],j?j[ce].toFixed(3):"–",
pn(H.map(me=>me[ce])),pn(te[ce])]);U.replaceChildren(w("caption",{},`Distance from the finish, ${p.budget} evaluations, steps even in ${p.spacing==="time"?"time":
"log-SNR"}: mean ± standard error`),w("thead",{},w("tr",{},...z.map(ce=>ce?w("th",{scope:"col"},ce):w("td")))),w("tbody",{},...ye.map(([ce,...me])=>w("tr",{},w(
"th",{scope:"row"},ce),...me.map(Ce=>w("td",{},Ce))))))}function Y(){if(!h)return;let{budget:j,spacing:H}=p,te=j===e.budget&&H===e.spacing,z=i.indexOf(j)+(H==="\
time"?i.length:0),ye=(me,Ce,Ne)=>ue(me,Ce*n,Ne*n,n,n),ce=me=>Math.min(j,me==="heun"?2*Zt.heun.steps(j)-1:j);b={first:te?1:j,frames:Object.fromEntries(c.map((me,Ce)=>[
me,te?Array.from({length:ce(me)},(Ne,Le)=>ye(h.walk,Le,Ce)):[ye(h.ends,z,Ce)]])),found:B(e.seed)},V(j)}function V(j){S.limits(b.first,Math.max(j,b.first),j),S.input.
disabled=E.disabled=j<=b.first,D()}let re=Pe(()=>{d.ready&&Q()},200);function W(){A+=1,d.ready?re():(Y(),N.say(`${T(B(e.seed))} This race is recorded. ${O.problem}`)),
M.draw(m(ee(p.seed,u))),_()}async function Q(){let j=A+=1,{seed:H,budget:te,spacing:z}=p,ye=ee(H,u),[ce,me,Ce]=[0,0,""],Ne=async({noisy:be,level:We})=>{let Ue=await d.
predict(be,pe(We));if(j!==A)throw new hn;return ce+=Ue.seconds,me+=1,Ce=Ue.where,Ue.noise},Le={first:1,frames:Object.fromEntries(c.map(be=>[be,[]])),running:!0};
b=Le;for(let be of c)L[be].draw(m(new Float32Array(u))),q(L[be],"");F.draw(m(y.get(H)??new Float32Array(u))),q(F,""),_(),G("racing");try{let be=Object.fromEntries(
c.map(he=>{let{run:ve,steps:Me}=Zt[he],P=ve(ye,rt(d.schedule,Me(te),z));return[he,{walk:P,at:P.next()}]})),We=await Ne(be[c[0]].at.value);for(let he=1;he<=te;he+=
1){for(let ve of c){let Me=be[ve];Me.at.done||(Me.at=Me.walk.next(he===1?We:await Ne(Me.at.value)),Le.frames[ve].push(m(Me.at.value.image)),V(he))}N.say(`Evalua\
tion ${he} of ${te} in each lane.`)}if(!y.has(H)){let he=ao(ye,d.schedule,e.finish_evaluations),ve=he.next();for(let Me=1;!ve.done;Me+=1)ve=he.next(await Ne(ve.
value)),F.draw(m(ve.value.image)),q(F,`${Me} of ${e.finish_evaluations}`),N.say(`Solving finely to find the finish: ${Me} of ${e.finish_evaluations}.`);y.set(H,
ve.value.image),q(F,"")}let Ue=y.get(H);Le.found=Object.fromEntries(c.map(he=>[he,wt(be[he].at.value.image,Ue)]))}catch(be){if(j!==A)return;N.say(`The network s\
topped: ${be.message}`),G("failed");return}Le.running=!1,g.has(I())||g.set(I(),new Map),g.get(I()).set(H,Le.found),V(te),_(),N.say(`${T(Le.found)} ${(ce/me).toFixed(
2)} s a network evaluation here, ${Ce}.`),o.dataset.seconds=(ce/me).toFixed(4),G("done")}function ae(){$.input.disabled=x.disabled=!d.ready}d.onChange(ae),ae(),
M.draw(m(ee(p.seed,u))),_(),Promise.all([le(de(o)),le(e.ends)]).then(([j,H])=>{h={walk:j,ends:H},b||Y(),_(),o.dataset.recorded="ready"})}var hn=class extends Error{};
function Ir({finish:t,finish_unit:e}){let o=ie(t),n=new DataView(o.buffer);return Float32Array.from({length:o.length/2},(s,r)=>n.getInt16(2*r,!0)*e)}function ts(t,e,o){let{size:n,runs:s,mean:r,std:a}=e,i=Ae(e.schedule.kind,e.schedule.options),l=ge(ee(e.seed,3*n*n),r,a),f=ge(new Float32Array(3*n*n),r,a),c=k=>[
...new Set(s.map($=>$[k]))].map(String),{steps:u,eta:d}=s[e.open],m=null,p=k=>c(k).map($=>[$,$]),y=ne({label:"Steps",options:p("steps"),value:String(u),onChange(k){
let $=b.value/u;u=Number(k),b.limits(0,u,Math.round($*u)),C()}}),g=ne({label:"η",options:p("eta"),value:String(d),onChange(k){d=Number(k),C()}}),b=K({label:"St\
ep",min:0,max:u,step:1,value:0,format:k=>`${k} of ${u}`,onInput:C}),h=J({label:"The noisy image",title:"Noisy image",width:n,height:n}),A=J({label:"The predicte\
d image",title:"Predicted image",width:n,height:n}),v=Z();t.append(X(y,g,b,Fe(o,b,{seconds:5})),w("div",{class:"ff-columns ff-pair ff-grow"},h.element,A.element),
v.element);function C(){let k=b.value,$=s.findIndex(N=>N.steps===u&&N.eta===d),x=Re(u)[k];if(k===0)h.draw(l),A.draw(f);else if(m){let N=[(k-1)*n,$*n,n,n];h.draw(
Be(m.noisy,...N)),A.draw(ue(m.predicted,...N))}let{signal:S,noise:E}=i.rates(x);h.describe(`The noisy image after step ${k} of ${u}`),A.describe(k?`The predicte\
d image of step ${k} of ${u}`:"No image has been predicted yet"),v.say(k===0?"Pure noise, at t = 1; nothing has been predicted yet.":`Step ${k} of ${u} led to t\
 = ${x.toFixed(2)}: signal rate ${S.toFixed(2)}, noise rate ${E.toFixed(2)}.`)}C(),Promise.all([le(e.noisy),le(de(o))]).then(([k,$])=>{m={noisy:k,predicted:$},o.
dataset.state="ready",b.value=b.value===0?Math.round(u/2):b.value})}function os(t,e,o,n){let s=Pr(o),r=[t,e].map(l=>Rr(l,o,s)),a={fid:[],kid:[]},i=0;for(let l of n){for(let f of r)for(let c=i;c<l;c+=1)f.add(c);i=l,a.fid.push(_r(
...r.map(f=>f.gaussian(l)),o)),a.kid.push(Or(...r,l))}return a}function Pr(t){let e=[];for(let o=0;o<=t;o+=1)for(let n=o;n<=t;n+=1)for(let s=n;s<=t;s+=1){let r=new Set(
[o,n,s]).size;e.push([o,n,s,Math.sqrt([1,3,6][r-1])])}return e}function Rr(t,e,o){let n=new Float64Array(e),s=new Float64Array(e*e),r=new Float64Array(o.length),
a=0,i=new Float64Array(e+1),l=1/Math.sqrt(e);return i[0]=1,{kernel:r,get self(){return a},add(f){let c=f*e;for(let u=0;u<e;u+=1){n[u]+=t[c+u],i[u+1]=l*t[c+u];for(let d=0;d<
e;d+=1)s[u*e+d]+=t[c+u]*t[c+d]}for(let u=0;u<o.length;u+=1){let[d,m,p,y]=o[u],g=y*i[d]*i[m]*i[p];r[u]+=g,a+=g*g}},gaussian(f){let c=n.map(d=>d/f),u=s.map((d,m)=>(d-
f*c[Math.floor(m/e)]*c[m%e])/(f-1));return{centre:c,covariance:u}}}}function ns(t,e){return t.reduce((o,n,s)=>o+n*e[s],0)}function Or(t,e,o){let n=s=>(ns(s.kernel,
s.kernel)-s.self)/(o*(o-1));return n(t)+n(e)-2*ns(t.kernel,e.kernel)/o**2}function _r(t,e,o){let n=Br(t.covariance,o),s=(l,f)=>{let c=0;for(let u=l;u<o;u+=1)for(let d=f;d<
o;d+=1)c+=n[u*o+l]*e.covariance[u*o+d]*n[d*o+f];return c},r=Float64Array.from({length:o*o},(l,f)=>s(Math.floor(f/o),f%o)),i=-2*Dr(r,o).map(l=>Math.sqrt(Math.max(
l,0))).reduce((l,f)=>l+f,0);for(let l=0;l<o;l+=1)i+=(t.centre[l]-e.centre[l])**2,i+=t.covariance[l*o+l]+e.covariance[l*o+l];return i}function Br(t,e){let o=new Float64Array(
e*e);for(let n=0;n<e;n+=1)for(let s=0;s<=n;s+=1){let r=t[n*e+s];for(let a=0;a<s;a+=1)r-=o[n*e+a]*o[s*e+a];o[n*e+s]=n===s?Math.sqrt(r):r/o[s*e+s]}return o}function Dr(t,e){
let o=Float64Array.from(t);for(let n=0;n<12;n+=1)for(let s=0;s<e;s+=1)for(let r=s+1;r<e;r+=1){let a=o[s*e+r];if(Math.abs(a)<1e-14)continue;let i=.5*Math.atan2(2*
a,o[r*e+r]-o[s*e+s]),[l,f]=[Math.cos(i),Math.sin(i)];for(let[c,u]of[[1,e],[e,1]])for(let d=0;d<e;d+=1){let[m,p]=[s*u+d*c,r*u+d*c],[y,g]=[o[m],o[p]];o[m]=l*y-f*g,
o[p]=f*y+l*g}}return Array.from({length:e},(n,s)=>o[s*e+s])}function ss(t,e){let o=t.map(a=>1/a),[n,s]=[o,e].map(a=>a.reduce((i,l)=>i+l)/a.length),r=o.reduce((a,i,l)=>a+
(i-n)*(e[l]-s),0)/o.reduce((a,i)=>a+(i-n)**2,0);return{end:s-r*n,slope:r}}var gn={fid:"FID",kid:"KID"},qr={fid:2,kid:3};function rs(t,e,o){let{sizes:n,draws:s}=e,r=new Map,a=0,i=ne({label:"The second set",value:"0",options:[["0","from\
 the same source"],[String(e.shift),"from a shifted source"]],onChange:y}),l=ne({label:"Features",value:String(e.opens),options:e.features.map(g=>[String(g),String(
g)]),onChange:y}),f=K({label:"Pictures in each set",min:0,max:n.length-1,step:1,value:0,format:g=>n[g].toLocaleString("en"),onInput:y}),c=oe({label:"Draw again",
onClick:()=>{a+=1,y()}}),u=g=>we({label:`${gn[g]} by the number of pictures`,title:gn[g],height:210,x:[-1.06/n[0],0],y:e.limits[g],xTicks:e.ticks.map(b=>-1/b).concat(
0),xLabel:"Pictures",formatX:b=>b<0?String(Math.round(-1/b)):"∞"}),d={fid:u("fid"),kid:u("kid")},m=Z();t.append(X(i,l,c),X(f),w("div",{class:"ff-columns ff-tw\
o"},d.fid.element,d.kid.element),xe([["leaf","mean of all draws"],["noise","one draw"],["ink","the truth",!0],["petal","FID's line to infinitely many",!0]]),m.element);
function p(){let g=[l.value,i.value,a].join();return r.has(g)||r.set(g,Array.from({length:s},(b,h)=>jr(1+a*s+h,Number(l.value),Number(i.value),n))),r.get(g)}function y(){
let g=p(),b=f.value,h=[];for(let[A,v]of Object.entries(d)){let C=e.truth[l.value][i.value][A],k=n.map((T,R)=>Wr(g.map(M=>M[A][R]))),$=g.map(T=>T[A][b]).sort((T,R)=>T-
R),x=T=>T.map((R,M)=>[-1/n[M],R]),S=[{points:[[-1.06/n[0],C],[0,C]],colour:"ink",dash:!0,width:1.5},{points:x(k),colour:"leaf",width:3}],E=ss(n,k);A==="fid"&&S.
splice(1,0,{points:[[-1/n[0],E.end+E.slope/n[0]],[0,E.end]],colour:"petal",dash:!0}),v.update({lines:S,marks:$.map((T,R)=>({x:-1/n[b]+Ur(R)/n[0],y:T,colour:"noi\
se",size:3.5}))});let[N,O]=[$[Math.floor(s/10)],$[s-1-Math.floor(s/10)]],B=T=>Hr(T,qr[A]);h.push(`${gn[A]}: ${B(k[b])} on average, four draws in five from ${B(N)}\
 to ${B(O)}; the truth is ${B(C)}${A==="fid"?`, the line ends at ${B(E.end)}`:""}.`)}m.say(h.join(" "))}y(),o.dataset.state="ready"}function jr(t,e,o,n){let s=e*
n[n.length-1],r=ee(t,2*s),a=r.slice(s).map(i=>i+o);return os(r.subarray(0,s),a,e,n)}function Wr(t){return t.reduce((e,o)=>e+o,0)/t.length}function Ur(t){return(t*
7%11/10-.5)*.05}function Hr(t,e){let o=t.toFixed(e);return(Number(o)===0?0 .toFixed(e):o).replace("-","−")}var as={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},Gr=.1,Yr=5,Kr=0;function is(t,e,{reach:o,onPoint:n,onBack:s}){let{canvas:r}=e,a=w("p",
{class:"ff-hidden","aria-live":"polite"}),i=w("p",{class:"ff-hint",id:`ff-hint-${Kr+=1}`},"Arrow keys move the cross, with Shift faster. Space puts a point, Ent\
er draws a line to it, Backspace takes the last stroke back.");for(let[u,d]of Object.entries({tabindex:0,role:"application","aria-roledescription":"drawing boar\
d","aria-describedby":i.id}))r.setAttribute(u,d);let l=[0,0],f=0;function c(u){clearTimeout(f),f=setTimeout(()=>{a.textContent=u},300)}return r.addEventListener(
"keydown",u=>{if(!(u.altKey||u.ctrlKey||u.metaKey)){if(as[u.key]){let d=Gr*(u.shiftKey?Yr:1);l=l.map((m,p)=>{let y=Math.round(100*(m+d*as[u.key][p]))/100;return Math.
min(Math.max(y,-o),o)}),c(Xr(l))}else if(u.key===" "||u.key==="Enter")c(n(l,u.key==="Enter"));else if(u.key==="Backspace")c(s());else return;u.preventDefault(),
e.redraw()}}),r.addEventListener("focus",e.redraw),r.addEventListener("blur",e.redraw),{element:a,hint:i,draw(u){if(!r.matches(":focus-visible"))return;let[d,m]=u.
place(...l);u.context.strokeStyle=fe(t,"accent"),u.context.lineWidth=2,u.context.beginPath(),u.context.moveTo(d-12,m),u.context.lineTo(d+12,m),u.context.moveTo(
d,m-12),u.context.lineTo(d,m+12),u.context.stroke()}}}function Xr([t,e]){let o=(n,s,r)=>n===0?"in the middle":`${Math.abs(n)} ${n>0?s:r}`;return t===0&&e===0?"M\
iddle":`${o(t,"right","left")}, ${o(e,"up","down")}`}function ls(t,e=150){let o=Math.max(1,Math.ceil(t.length/e)),n=[];for(let s=0;s<t.length;s+=o){let r=t.slice(s,s+o).filter(Number.isFinite);if(!r.length)continue;
let a=r.reduce((i,l)=>i+l,0)/r.length;n.push([s+r.length,Math.log10(Math.max(a,1e-12))])}return n}function wn(t){let e=t.length?t.map(([,c])=>c):[-.5,0],[o,n]=[
Math.min(...e),Math.max(...e)],s=Math.max(.03,.15-(n-o)/2),[r,a]=[o-s,n+s],i=a-r,l=i<.4?[1,1.2,1.5,2,2.5,3,4,5,6,7,8,9]:i<1?[1,1.5,2,3,5,7]:i<2?[1,2,5]:[1],f=[];
for(let c=Math.floor(r);c<=a;c+=Math.ceil(i/7))for(let u of l){let d=c+Math.log10(u);d>=r&&d<=a&&f.push(d)}return{y:[r,a],yTicks:f}}var yn=(t,e=2)=>{let o=10**t;
return o<1e4&&o>=.001?String(Number(o.toPrecision(e))):o.toExponential(0)};function bn(t){let e=t.slice(-50);return e.length?e.reduce((o,n)=>o+n,0)/e.length:0}function vn(t,e,o,n=120){return Array.from({length:n+1},(s,r)=>t(e+(o-e)*r/n))}var xn=(t,e,o,n,s,r)=>vn(a=>[t+o*Math.cos(a),e+n*Math.sin(a)],s,r);function Vr(){
return[vn(t=>[1.6*Math.sin(t)**3,(13*Math.cos(t)-5*Math.cos(2*t)-2*Math.cos(3*t)-Math.cos(4*t))/10+.2],0,2*Math.PI,240)]}function Jr(){return[xn(-.5,-.25,1,1.1,
0,Math.PI),xn(.5,.25,1,1.1,Math.PI,2*Math.PI)]}function Zr(){return[vn(t=>[.17*t*Math.cos(t),.17*t*Math.sin(t)],1,3.2*Math.PI,240)]}function Qr(){let t=e=>[[[e,
.15],[e,1.65]],xn(e,.9,1.1,.75,-Math.PI/2,Math.PI/2)];return[...t(-1.5),...t(.4),[[-.95,-1.65],[-.95,-.15]],[[.4,-1.65],[.4,-.15],[.95,-1.1],[1.5,-.15],[1.5,-1.65]]]}
function zr(t,e){let o=new Float32Array(2*t);for(let n=0;n<t;n+=1){let s=2*Math.PI*ke(e,3*n),r=.55*Math.sqrt(ke(e,3*n+1)),a=ke(e,3*n+2)<.5?-1:1;o[2*n]=a+r*Math.
cos(s),o[2*n+1]=.6*a+r*Math.sin(s)}return o}function Mn(t,e,o,n=.03){let s=t.flatMap(f=>f.length>1?f.slice(1).map((c,u)=>[f[u],c]):[[f[0],f[0]]]),r=0,a=s.map(([
[f,c],[u,d]])=>r+=Math.hypot(u-f,d-c)+1e-6),i=ee(o,2*e),l=new Float32Array(2*e);for(let f=0;f<e;f+=1){let c=r*ke(o,2*e+f),u=a.findIndex(b=>c<=b),[[d,m],[p,y]]=s[u],
g=(a[u]-c)/(a[u]-(a[u-1]??0));l[2*f]=p+g*(d-p)+n*i[2*f],l[2*f+1]=y+g*(m-y)+n*i[2*f+1]}return l}function cs(t,e,o,n,s){let r=0,a=Array.from(t,l=>r+=l),i=new Float32Array(
2*o);for(let l=0;l<o;l+=1){let f=r*ke(n,3*l),c=a.findIndex(m=>f<=m),u=c%e+ke(n,3*l+1),d=Math.floor(c/e)+ke(n,3*l+2);i[2*l]=s*(2*u/e-1),i[2*l+1]=s*(1-2*d/e)}return i}
var us={heart:Vr,moons:Jr,spiral:Zr,letters:Qr},vc=[...Object.keys(us),"discs"];function fs(t,e,o){return t==="discs"?zr(e,o):Mn(us[t](),e,o)}function ds(t,e,o){
let n=0;for(let s=0;s<t.length;s+=2)for(let r=0;r<e.length;r+=2){let[a,i]=[t[s]-e[r],t[s+1]-e[r+1]];if(a*a+i*i<=o*o){n+=1;break}}return 2*n/t.length}var ms=`(()=>{var ge={noise:({signal:e,noise:o})=>e/o,image:()=>1,velocity:({noise:e})=>1/e,flow:({signal:e,noise:o})=>1+e/o};function te(e,o,n,t,r){let s=e.len\
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
`;var ta={noise:({signal:t,noise:e})=>t/e,image:()=>1,velocity:({noise:t})=>1/t,flow:({signal:t,noise:e})=>1+t/e};function ps(t,e,o,n,s){let r=t.length/2,a=new Float64Array(
r),i=[0,1].map(d=>Array.from(a.keys()).sort((m,p)=>t[2*m+d]-t[2*p+d]));function l(d,m,{signal:p,noise:y}){let g=1/0;for(let h=0;h<r;h+=1){let[A,v]=[d-p*t[2*h],m-
p*t[2*h+1]];a[h]=(A*A+v*v)/(2*y*y),g=Math.min(g,a[h])}let b=0;for(let h=0;h<r;h+=1)b+=a[h]=Math.exp(g-a[h]);return b}let f=(d,m)=>a.reduce((p,y,g)=>p+y*t[2*g+d],
0)/m,c=(d,m)=>{let p=0,y=i[d].find(g=>(p+=a[g])>=m/2);return t[2*y+d]},u=0;return s.times.forEach((d,m)=>{let p=e.rates(d),y=[0,1].map(b=>p.signal*s.images[2*m+
b]+p.noise*s.noise[2*m+b]),g=l(...y,p);for(let b of[0,1]){let h=n==="mse"?f(b,g):c(b,g),A=ta[o](p)*(h-s.images[2*m+b]);u+=n==="mse"?A*A:Math.abs(A)}}),u/(2*s.times.
length)}function hs(t,{beta1:e=.9,beta2:o=.999,epsilon:n=1e-8}={}){let[s,r]=[new Float64Array(t),new Float64Array(t)],a=0;return{step(i,l,f){a+=1;let c=f/(1-e**a),u=1/Math.
sqrt(1-o**a);for(let d=0;d<t;d+=1){let m=l[d];s[d]+=(1-e)*(m-s[d]),r[d]+=(1-o)*(m*m-r[d]),i[d]-=c*s[d]/(Math.sqrt(r[d])*u+n)}}}}function gs(t,e){let o=t.slice(),
n=0;return{parameters:o,update(s){let r=Math.min(e,(1+n)/(10+n));n+=1;for(let a=0;a<o.length;a+=1)o[a]+=(1-r)*(s[a]-o[a])}}}function ft(t,e=null){let o=t.slice(1).map((l,f)=>({inputs:t[f],outputs:l})),n=o.reduce((l,{inputs:f,outputs:c})=>l+(f+1)*c,0),s=e??new Float64Array(n),r=0,a=l=>s.
subarray(r,r+=l),i=o.map(({inputs:l,outputs:f})=>({inputs:l,outputs:f,weight:a(l*f),bias:a(f)}));return{widths:t,layers:i,parameters:s}}function ws(t){return t.
map(e=>{let[o,n,s]=[0,1,2].map(()=>new Float64Array(64*e));return{width:e,values:o,slopes:n,errors:s}})}function $n(t,e,o,n,s=null,r=null){let[a,i]=[e[0],e[e.length-
1]],l=o.length/a.width;for(let f=0;f<l;f+=64){let c=Math.min(64,l-f);a.values.set(o.subarray(f*a.width,(f+c)*a.width)),na(t,e,c),n.set(i.values.subarray(0,c*i.width),
f*i.width),r&&(r(f,c,i.values,i.errors),sa(t,s,e,c))}return n}function na({layers:t},e,o){t.forEach(({inputs:n,outputs:s,weight:r,bias:a},i)=>{let[l,f]=[e[i],e[i+
1]];ra(f.values,a,o),kn(f.values,o,s,n,l.values,n,1,r,n,1),i<t.length-1&&oa(f.values,f.slopes,o*s)})}function oa(t,e,o){for(let n=0;n<o;n+=1){let s=t[n],r=1/(1+
Math.exp(-s));t[n]=s*r,e[n]=r*(1+s*(1-r))}}function sa({layers:t},e,o,n){for(let s=t.length-1;s>=0;s-=1){let{inputs:r,outputs:a,weight:i}=t[s],[l,f]=[o[s],o[s+1]],
c=e.layers[s];if(kn(c.weight,a,r,n,f.errors,1,a,l.values,1,r),aa(c.bias,f.errors,n),s===0)return;l.errors.fill(0,0,n*r),kn(l.errors,n,r,a,f.errors,a,1,i,1,r),ia(
l.errors,l.slopes,n*r)}}function ra(t,e,o){for(let n=0,s=0;n<o;n+=1)for(let r=0;r<e.length;r+=1,s+=1)t[s]=e[r]}function aa(t,e,o){for(let n=0,s=0;n<o;n+=1)for(let r=0;r<
t.length;r+=1,s+=1)t[r]+=e[s]}function ia(t,e,o){for(let n=0;n<o;n+=1)t[n]*=e[n]}function kn(t,e,o,n,s,r,a,i,l,f){let c=e-e%4,u=o-o%4;for(let d=0;d<c;d+=4)for(let m=0;m<
u;m+=4){let p=0,y=0,g=0,b=0,h=0,A=0,v=0,C=0,k=0,$=0,x=0,S=0,E=0,N=0,O=0,B=0,T=d*r,R=m*l;for(let F=0;F<n;F+=1){let L=i[R],U=i[R+l],G=i[R+2*l],q=i[R+3*l],I=s[T],D=s[T+
r],_=s[T+2*r],Y=s[T+3*r];p+=I*L,y+=I*U,g+=I*G,b+=I*q,h+=D*L,A+=D*U,v+=D*G,C+=D*q,k+=_*L,$+=_*U,x+=_*G,S+=_*q,E+=Y*L,N+=Y*U,O+=Y*G,B+=Y*q,T+=a,R+=f}let M=d*o+m;t[M]+=
p,t[M+1]+=y,t[M+2]+=g,t[M+3]+=b,M+=o,t[M]+=h,t[M+1]+=A,t[M+2]+=v,t[M+3]+=C,M+=o,t[M]+=k,t[M+1]+=$,t[M+2]+=x,t[M+3]+=S,M+=o,t[M]+=E,t[M+1]+=N,t[M+2]+=O,t[M+3]+=B}
for(let d=0;d<e;d+=1)for(let m=d<c?u:0;m<o;m+=1){let p=0;for(let y=0;y<n;y+=1)p+=s[d*r+y*a]*i[m*l+y*f];t[d*o+m]+=p}}var Ct={dim:14,lowest:.25,highest:32},je=[2+Ct.dim,64,64,64,2],qe=256,la=.995,ca={noise:(t,e)=>e,image:t=>t,velocity:(t,e,{signal:o,noise:n})=>o*e-n*t,flow:(t,e)=>e-
t},ua={mse:{error:t=>t*t,slope:t=>2*t},mae:{error:Math.abs,slope:Math.sign}};function Nt(t){let e=t.length/2,o=[0,0];t.forEach((s,r)=>{o[r%2]+=s/e});let n=t.reduce(
(s,r,a)=>s+(r-o[a%2])**2,0);return{mean:o,spread:Math.sqrt(n/t.length)||1}}function Sn(t,{mean:e,spread:o}){return t.map((n,s)=>(n-e[s%2])/o)}function Lt(t,{mean:e,
spread:o}){return t.map((n,s)=>n*o+e[s%2])}function fa(t){let e=ft(je),o=0;for(let{inputs:n,weight:s,bias:r}of e.layers.slice(0,-1))for(let a of[s,r])for(let i=0;i<
a.length;i+=1)a[i]=(2*ke(t,o)-1)/Math.sqrt(n),o+=1;return e.parameters}function ys(t,e){let{kind:o,options:n}=e.schedule,s=Ae(o,n),r=ht(e.target),a=ca[e.target],
{error:i,slope:l}=ua[e.loss],c=At(Ct.dim,Ct.lowest,Ct.highest).map(S=>Math.fround(2*Math.PI*S)),u=ft(je,e.parameters??fa(e.seed)),d=ft(je),m=hs(u.parameters.length),
p=gs(u.parameters,la),y=ft(je,p.parameters),g=ws(je),b=Nt(t),h=Sn(t,b),A=0;function v(S,E,N,O,B){let T=E*je[0];S[T]=N,S[T+1]=O;for(let R=0;R<c.length;R+=1){let M=Math.
fround(Math.fround(B)*c[R]);S[T+2+R]=Math.sin(M),S[T+2+c.length+R]=Math.cos(M)}}function C(S){let E=S.times.length,N=new Float64Array(E*je[0]),O=new Float64Array(
2*E);for(let T=0;T<E;T+=1){let R=s.rates(S.times[T]),[M,F]=[2*T,2*T+1];v(N,T,R.signal*S.images[M]+R.noise*S.noise[M],R.signal*S.images[F]+R.noise*S.noise[F],R.noise**
2),O[M]=a(S.images[M],S.noise[M],R),O[F]=a(S.images[F],S.noise[F],R)}let B=0;return d.parameters.fill(0),$n(u,g,N,new Float64Array(2*E),d,(T,R,M,F)=>{for(let L=0;L<
2*R;L+=1){let U=M[L]-O[2*T+L];B+=i(U)/(2*E),F[L]=l(U)/(2*E)}}),B}function k(S){let E=et(e.seed,S+65536),N=h.length/2,O={images:new Float64Array(2*qe),noise:ee(E,
2*qe),times:new Float64Array(qe)};for(let B=0;B<qe;B+=1){let T=2*Math.floor(N*ke(E,4*qe+B));O.images[2*B]=h[T],O.images[2*B+1]=h[T+1],O.times[B]=ke(E,5*qe+B)}return O}
function $(S,E,N){let O=E.length/2,B=new Float64Array(O*je[0]);for(let R=0;R<O;R+=1)v(B,R,E[2*R],E[2*R+1],N.noise**2);let T=$n(S,g,B,new Float64Array(E.length));
return r(T,E,N)}let x=S=>S?y:u;return{network:u,gradient:d,average:p,drawBatch:k,lossAndGradient:C,get steps(){return A},step(S=e.rate){let E=C(k(A));return Number.
isFinite(E)&&(m.step(u.parameters,d.parameters,S),p.update(u.parameters),A+=1),E},learnFrom(S){b=Nt(S),h=Sn(S,b)},best(){return Array.from({length:12},(N,O)=>ps(
h,s,e.target,e.loss,{...k(1e6+O),times:Float64Array.from({length:qe},(B,T)=>(T+(O+.5)/12)/qe)})).reduce((N,O)=>N+O,0)/12},sample({count:S,steps:E=20,seed:N=1,smooth:O=!0}){
let B=Re(E),T=Float64Array.from(ee(N,2*S)),R=T;for(let M=0;M<E;M+=1){let[F,L]=[s.rates(B[M]),s.rates(B[M+1])];({image:R,noisy:T}=gt(T,$(x(O),T,F),F,L))}return Lt(
R,b)},guess(S,{t:E,smooth:N=!0}){let O=s.rates(E),B=Sn(S,b),T=$(x(N),B,O),R=B.map((M,F)=>(M-O.noise*T[F])/O.signal);return Lt(R,b)}}}var bs=100,da=.25,ma=3e4;function xs(t,{slice:e=50,later:o=n=>setTimeout(n,0)}={}){let n=null,s={},r={},a=0,i=!1,l=!1,f=!0,c=[],u=0,d=0,m=0,p=0,y=0,g={},b=()=>!f||
n.steps>=ma;function h(k,$=1/0){let x=performance.now(),S=0;for(;S<$&&f&&performance.now()<k;){let E=n.step(r.rate);c.push(E),f=Number.isFinite(E),S+=1}u+=performance.
now()-x,d+=S,b()&&(i=!1)}function A({samples:k=!1,arrows:$=k}={}){let x={...g,begun:a,steps:n.steps,finite:f,ended:b(),losses:Float32Array.from(c),rate:u>0?1e3*
d/u:0},{count:S,length:E,seed:N,places:O,t:B}=s,T=r.average;if($&&(x.arrows=n.guess(O,{t:B,smooth:T})),k&&n.steps>0){let R=performance.now();x.samples=n.sample(
{count:S,steps:E,seed:N,smooth:T}),m=performance.now(),p=m-R}[c,g]=[[],{}],u>2e3&&([u,d]=[u/2,d/2]),t(x),y=performance.now()}function v(){if(l=!1,!i)return;h(performance.
now()+e);let k=performance.now(),$=!i||k-m>Math.max(2*bs,p/da);($||k-y>bs)&&A({samples:$,arrows:!0}),C()}function C(){!i||l||(l=!0,o(v))}return{begin(k){({number:a,
settings:r,view:s}=k),n=ys(k.points,r),[i,f,c,u,d]=[!1,!0,[],0,0],g={best:n.best()},A({samples:!0})},learnFrom({points:k}){n.learnFrom(k),g={best:n.best()},i||A(
{samples:!0})},change(k){r={...r,...k},i||A({samples:!0})},look(k){s={...s,...k},A({arrows:!0,samples:!("t"in k)})},run({on:k}){i=k&&!b(),i||A({samples:!0}),C()},
step({count:k=1}){h(1/0,k),A({samples:!0})}}}function vs(t,e){let o=null,n=null,s=!1,r=[],a=()=>{n=xs(t,{slice:12});for(let{order:i,...l}of r.splice(0))n[i](l)};try{o=e(),o.onmessage=({data:i})=>{s=!0,r.length=
0,i.ready||t(i)},o.onerror=i=>{if(i.preventDefault?.(),s)throw new Error(i.message);a()}}catch{a()}return{get inWorker(){return n===null},ask(i,l={}){return n?n[i](
l):(s||r.push({order:i,...l}),o.postMessage({order:i,...l}))}}}var Pt=2.2,Ms=1.9,It=600,ks=400,pa=.15,ha=1e3,$s=[["heart","Heart"],["moons","Two moons"],["spiral","Spiral"],["discs","Two discs"],["letters","DDIM"],["picture",
"A painted flower"],["drawing","What I draw"]],Ss={cosine:{name:"Cosine",kind:"cosine",options:{max_signal_rate:.999}},short:{name:"Cosine, ends as for pictures",
kind:"cosine",options:{}},linear:{name:"Linear β",kind:"linear",options:{}},log_snr:{name:"Straight log-SNR",kind:"log_snr",options:{start:6,end:-6}},rectified_flow:{
name:"Rectified flow",kind:"rectified_flow",options:{}}},ga=[["noise","Noise"],["image","Image"],["velocity","Velocity"],["flow","Flow (noise − image)"]],wa=[
["mse","Squared (MSE)"],["mae","Absolute (MAE)"]],As=Float64Array.from({length:450},(t,e)=>{let o=e>>1;return Pt*(2*((e%2?Math.floor(o/15):o%15)+.5)/15-1)});function ya(){
return new Worker(URL.createObjectURL(new Blob([ms],{type:"text/javascript"})))}function Fs(t,e,o){let n={schedule:"cosine",target:"noise",loss:"mse",power:-2,average:!0,
seed:e.seed},s={size:e.picture.size,ink:ie(e.picture.ink)},r=ba(e.picture),a=[],i=new Float32Array(0),l=null,f=0,c=!1,u=!1,d={steps:0,finite:!0,rate:0},m=[],p=null,
y=null,g=0,b=null,h=ne({label:"Points",options:$s,value:e.shape,onChange:D}),A=oe({label:"Clear",onClick:()=>{h.value="drawing"}}),v=oe({label:"Train",onClick:()=>u?
Ce():me()}),C=oe({label:"One step",onClick:()=>{ye()&&z("step")}}),k=oe({label:"Start again",onClick:Ne}),$=K({label:"Learning rate",min:-4,max:0,step:.5,value:n.
power,format:P=>String(Number((10**P).toPrecision(1))),onInput(P){n.power=P,c&&z("change",{rate:10**P})}}),x=ze({label:"Average the weights",value:!0,onChange(P){
n.average=P,c&&z("change",{average:P})}}),S=P=>se=>{n[P]=se,Ne()},E=ne({label:"Schedule",value:n.schedule,options:Object.entries(Ss).map(([P,{name:se}])=>[P,se]),
onChange:S("schedule")}),N=ne({label:"The network predicts",value:n.target,options:ga,onChange:S("target")}),O=ne({label:"Error",value:n.loss,options:wa,onChange:S(
"loss")}),B=K({label:"Seed",min:0,max:50,step:1,value:n.seed,onInput(P){n.seed=P,_(h.value),Ne()}}),T=K({label:"Noise level of the arrows",min:0,max:1,step:.02,
value:.5,format:P=>`t = ${P.toFixed(2)}`,onInput(P){c&&z("look",{t:P})}}),R=K({label:"Steps of DDIM",min:1,max:50,step:1,value:20,onInput(P){c&&z("look",{length:P})}}),
M=Oe({label:"Your points",reach:Pt,draw:re,onPress:ae}),F=is(o,M,{reach:Pt,onPoint:j,onBack:H}),L=Oe({label:"Samples",reach:Pt,draw:W}),U=w("span",{class:"ff-ti\
tle"},"Noise"),G=we({label:"Loss over the steps",title:"Loss",x:[0,200],...wn([]),height:150,xLabel:"steps",formatY:yn}),q=Z(),I=(P,se,...Ie)=>w("div",{},P,se.element,
...Ie);t.append(X(h,A,v,C,k),w("div",{class:"ff-columns ff-two"},I(w("span",{class:"ff-title"},"Your points: draw here"),M,F.hint),I(U,L)),q.element,F.element,w(
"div",{class:"ff-gap"},G.element,xe([["iris","Loss"],["muted","The least that any network can reach on these points",!0]])),w("div",{class:"ff-controls ff-gap"},
$.element,x.element,...e.simple?[]:[E,N,O,T,R,B].map(P=>P.element)));function D(P){P==="drawing"&&(a=[]),_(P)}function _(P){P==="drawing"?i=a.length?Mn(a,It,n.seed):
new Float32Array(0):P==="picture"?i=cs(s.ink,s.size,It,n.seed,Ms):i=fs(P,It,n.seed),v.disabled=C.disabled=i.length===0,M.canvas.setAttribute("aria-label",i.length?
`${i.length/2} points to learn: ${$s.find(([se])=>se===P)[1]}`:"An empty board to draw on"),V(),M.redraw(),L.redraw(),Me()}let Y=0;function V(){!c||Y||(Y=setTimeout(
()=>{Y=0,c&&i.length&&z("learnFrom",{points:i}),c&&u&&z("run",{on:i.length>0})},300))}function re(P){h.value==="picture"&&P.picture(r,Ms,.35),P.dots(i,fe(o,"sig\
nal"),2.4),y&&P.arrows(As,y,fe(o,"noise")),F.draw(P),!i.length&&(P.context.fillStyle=fe(o,"muted"),P.context.textAlign="center",P.context.font=`14px ${getComputedStyle(
o).fontFamily}`,P.context.fillText("Draw here",P.width/2,P.width/2))}function W(P){P.dots(i,fe(o,"muted"),2,.35),P.dots(p??Q(),fe(o,"petal"),2.6)}function Q(){let P=Float64Array.
from(ee(1,2*ks));return i.length?Lt(P,Nt(i)):P}function ae(P,se){if(se)h.value!=="drawing"&&(h.value="drawing"),a.push([P]);else{let Ie=a[a.length-1],dt=Ie[Ie.length-
1];if(Math.hypot(P[0]-dt[0],P[1]-dt[1])<.04)return;Ie.push(P)}_("drawing")}function j(P,se){return se&&h.value==="drawing"&&a.length?(a[a.length-1].push(P),_("d\
rawing"),"A line to here."):(ae(P,!0),`A point. ${te(a.length)} on the board.`)}function H(){return h.value!=="drawing"||!a.length?"There is nothing of yours to\
 take back.":(a.pop(),_("drawing"),`Taken back. ${te(a.length)} on the board.`)}function te(P){return P===1?"1 stroke":`${P||"No"} strokes`}function z(P,se={}){
l.ask(P,se)}function ye(){return i.length?(l??=vs(Le,ya),c||ce(),!0):!1}function ce(){let{kind:P,options:se}=Ss[n.schedule];f+=1,c=!0,z("begin",{number:f,points:i,
settings:{schedule:{kind:P,options:se},target:n.target,loss:n.loss,rate:10**n.power,average:n.average,seed:n.seed},view:{count:ks,length:R.value,seed:1,places:As,
t:T.value}})}function me(){ye()&&(u=!0,ve(),z("run",{on:!0}))}function Ce(){u=!1,ve(),z("run",{on:!1})}function Ne(){m=[],[p,y,b]=[null,null,null],d={steps:0,finite:!0,
rate:0},c=!1,l&&ye()&&u&&z("run",{on:!0}),he()}function Le(P){if(P.begun===f){d=P,P.ended&&(u=!1);for(let se of P.losses)m.push(se);b=P.best??b,P.samples&&(p=P.
samples),P.arrows&&(y=P.arrows),Ue()}}let be=0,We=0;function Ue(){if(We)return;let P=Ot()&&u?ha-(performance.now()-be):0;We=setTimeout(()=>{We=0,be=performance.
now(),he()},Math.max(0,P))}function he(){g=p&&i.length?ds(p,i,pa):0,U.textContent=p?"Samples":"Noise, where samples start",M.redraw(),L.redraw();let P=ls(m),se=b>
0?Math.log10(b):null,Ie=Math.max(100,m.length);G.limits({x:[0,Ie],...wn(se===null?P:[...P,[0,se]])}),G.update({lines:[...se===null?[]:[{points:[[0,se],[Ie,se]],
colour:"muted",dash:!0}],...P.length>1?[{points:P,colour:"iris"}]:[]],marks:P.length===1?[{x:P[0][0],y:P[0][1],colour:"iris"}]:[]}),ve(),Me()}function ve(){v.textContent=
u?"Pause":"Train",o.dataset.state=u?"training":d.finite?"resting":"broken",o.dataset.steps=d.steps,o.dataset.rate=Math.round(d.rate),o.dataset.loss=bn(m).toFixed(
4),o.dataset.near=g.toFixed(3)}function Me(){if(!i.length)return q.say("The board is empty. Draw on it, or choose points.");if(!m.length)return q.say(`${It} poi\
nts to learn. Press Train.`);let P=bn(m),se=l.inWorker?"":", without a worker",Ie=d.rate?` ${Math.round(d.rate)} steps a second here${se}.`:"";if(!d.finite)return q.
say(`Step ${d.steps}: the loss is no longer a number. The learning rate is too high; take a smaller one and start again.`);let dt=P>1.5*m[0]?" That is more than\
 at the start: the learning rate is too high.":"";return q.say(`Step ${d.steps.toLocaleString("en")}. Loss ${yn(Math.log10(P),3)}.${dt} ${Math.round(100*g)} % o\
f the samples lie on your points.${Ie}`)}typeof IntersectionObserver=="function"&&new IntersectionObserver(P=>{let se=P[P.length-1].isIntersecting;c&&u&&z("run",
{on:se&&i.length>0})}).observe(o),_(e.shape),M.follow(),L.follow(),he(),Ve(o,()=>{M.redraw(),L.redraw()})}function ba({size:t,colours:e}){let o=w("canvas",{width:t,
height:t}),n=o.getContext("2d"),s=n.createImageData(t,t);ie(e).forEach((r,a)=>{s.data[4*Math.floor(a/3)+a%3]=r});for(let r=3;r<s.data.length;r+=4)s.data[r]=255;
return n.putImageData(s,0,0),o}function Ts(t,e){let{blocks:o}=e,n=Math.max(...o.map(d=>d.parameters)),s=o.map((d,m)=>{let p=Es(d,1)[0],y=Math.sqrt(d.parameters/n),g=w("button",{type:"button",
class:"ff-block","aria-pressed":"false","aria-label":`${d.title}, ${d.shape}, ${d.parameters} parameters`},p,w("i",{style:`width:${(100*y).toFixed(0)}%`}));return g.
addEventListener("focus",()=>u(m)),g.addEventListener("pointerenter",()=>u(m)),g.addEventListener("click",()=>u(m)),g.addEventListener("keydown",b=>{let h={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[b.key];h&&(b.preventDefault(),s[Math.min(Math.max(m+h,0),o.length-1)].focus())}),g}),r=Math.max(...o.map(d=>d.level))+1,a=w(
"div",{class:"ff-unet",role:"group","aria-label":"Blocks"});for(let d=0;d<r;d+=1){let m=g=>s.filter((b,h)=>o[h].level===d&&o[h].side===g),p=e.sizes[d],y=`margin\
-inline:${(30*d/(r-1)).toFixed(1)}%`;a.append(w("div",{class:"ff-unet-row",style:y},w("div",{class:"ff-unet-side"},...m("down")),...m("middle").length?[w("div",
{class:"ff-unet-side"},...m("middle")),w("span",{class:"ff-unet-size"},`${p} × ${p}`)]:[w("span",{class:"ff-unet-skip"},w("span",{class:"ff-unet-size"},`${p} ×\
 ${p}`))],w("div",{class:"ff-unet-side"},...m("up"))))}let i=w("span",{class:"ff-title"}),l=w("dl",{class:"ff-facts"}),f=w("div",{class:"ff-maps",role:"img"}),c=Z();
t.append(a,w("div",{class:"ff-unet-detail"},i,l,f),c.element);function u(d){let m=o[d];s.forEach((p,y)=>{p.setAttribute("aria-pressed",String(y===d)),p.classList.
toggle("ff-partner",y!==d&&xa(o[y],m))}),i.textContent=m.kind?`${m.title}: ${m.kind}`:m.title,l.replaceChildren(...m.facts.map(([p,y])=>w("div",{},w("dt",{},p),
w("dd",{},y)))),f.replaceChildren(...Es(m,m.count)),f.setAttribute("aria-label",m.shown),c.say(m.sentence)}u(Math.min(e.selected,o.length-1))}function xa(t,e){return t.
skip===e.name||e.skip===t.name}function va(t,e){return Float64Array.from({length:e},(o,n)=>((n%2?t[n>>1]&15:t[n>>1]>>4)-7)/7)}function Es(t,e){let[o,n]=t.size,s=ie(
t.maps),r=o*n,a=t.colour?null:va(s,r*t.count);return Array.from({length:Math.min(e,t.count)},(i,l)=>{let f=J({label:"",width:o,height:n});return f.draw(t.colour?
s:lt(a.subarray(l*r,(l+1)*r))),f.canvas.removeAttribute("role"),f.canvas.removeAttribute("aria-label"),f.canvas.setAttribute("aria-hidden","true"),f.canvas})}var An=["leaf","iris"];function Cs(t,e,o){let{side:n,epochs:s,curves:r}=e,a=r.flatMap(({points:y})=>y),[i,l]=[Math.min(...a.map(([y])=>y)),Math.max(...a.map(([y])=>y))],
f=null,c=K({label:"Epoch",min:i,max:l,step:1,value:l,onInput:p}),u=we({label:"Errors over the epochs",title:"Errors",x:[i,Math.max(l,i+1)],y:Ma(r),height:190,xLabel:"\
epoch",onPoint:y=>{c.value=Math.round(y)}}),d=J({label:"Samples",title:"Samples",width:n,height:n}),m=Z();t.append(X(c,Fe(o,c,{seconds:8})),w("div",{class:"ff-c\
olumns ff-two"},w("div",{},u.element,xe(r.map(({name:y},g)=>[An[g],y]))),d.element),m.element);function p(){let y=c.value;u.update({lines:r.map(({points:b},h)=>({
points:b,colour:An[h]})).filter(({points:b})=>b.length>1),marks:[{x:y,colour:"muted"},...r.flatMap(({points:b},h)=>{let A=Fn(b,y,([v])=>v);return A?[{x:A[0],y:A[1],
colour:An[h]}]:[]})]});let g=Fn(s,y,b=>b)??s[0];f&&d.draw(ue(f,s.indexOf(g)*n,0,n,n)),d.heading.textContent=`Samples after epoch ${g}`,d.describe(`Sixteen sampl\
es after epoch ${g}`),m.say(`Epoch ${y}. ${r.map(({name:b,points:h})=>{let A=Fn(h,y,([v])=>v);return A?`${b}: ${A[1].toFixed(3)}`:""}).filter(Boolean).join("; ")}\
.`)}p(),le(de(o)).then(y=>{f=y,o.dataset.state="ready",p()})}function Ma(t){let e=t.flatMap(({points:r})=>r.map(([,a])=>a)),[o,n]=[Math.min(...e),Math.max(...e)],
s=.05*(n-o)||.01;return[o-s,n+s]}function Fn(t,e,o){return t.filter(n=>o(n)<=e).at(-1)}In({ask:Wn,dissolve:zn,draw_a_schedule:wo,embedding_explorer:bo,every_flower:xo,field:So,film:Co,first_flowers:No,grow:Io,guess_the_flower:Wo,lie:ko,noise_maps:Go,
particles:Qo,race:es,reverse:ts,sample_size:rs,train:Fs,unet_map:Ts,watch:Cs});})();
