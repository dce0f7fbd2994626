/* Made by book/bundle_figures.py from ddimlib/static/ (411016b8cec0e557). */
(()=>{function Qe(t){return t.toLowerCase().split(/\s+/u).map(e=>e.replace(/^[,.;:!?]+|[,.;:!?]+$/gu,"")).filter(e=>e)}function _t(t,e){let o=Qe(t),n=o.find(s=>!e.words.
includes(s));return n?`“${n}” is no word that this network knows: it knows the colours ${On(e.colours)}, the grounds ${On(e.grounds)}, the words a, an, on a\
nd ground, and the names of the ${e.flowers.length} flowers in the list above.`:o.length<=e.length?"":`At most ${e.length} words can be heard at once, and these\
 are ${o.length}.`}function On(t){return`${t.slice(0,-1).join(", ")} and ${t.at(-1)}`}function or(t,e){let o=_t(t,e);if(o)throw new Error(o);let n=Qe(t).map(s=>e.
words.indexOf(s)+1);return[...n,...new Array(e.length-n.length).fill(0)]}function _n(t,e,o){let n=s=>`${"aeiou".includes(s[0])?"an":"a"} ${s}`;return n(`${e} ${t}`.
trim())+(o?` on ${n(`${o} ground`)}`:"")}function sr(t,e){return Qe(t).filter((o,n)=>n!==e).join(" ")}function Bn({prompt:t,unwanted:e,louder:o,guidance:n,extra:s},r){
let a=o<0||s===0?[e,t]:[e,sr(t,o),t];return{chain:a.map(i=>or(i,r)),scales:a.length===2?[n]:[n,n+s]}}function Dn(t,e,o){return Array.from({length:e},(n,s)=>{let r=Array.
from(t.slice(s*o,(s+1)*o));return{map:r,mean:r.reduce((a,i)=>a+i,0)/o}})}function qn(t){return Float32Array.from(t,e=>(e/255)**2)}function jn(t){let e=".ff-figure[data-figure]:not([data-started], [data-failed])",o=()=>{for(let s of document.querySelectorAll(e))document.readyState==="loadin\
g"&&!s.nextSibling||rr(s,t[s.dataset.figure])};if(o(),document.readyState!=="loading")return;let n=new MutationObserver(o);n.observe(document,{childList:!0,subtree:!0}),
document.addEventListener("DOMContentLoaded",()=>{n.disconnect(),o()})}async function rr(t,e){let o=t.querySelector(":scope > script[type='application/json']");
if(!e||!o)return;let n=t.querySelector(".ff-live");n.addEventListener("focusin",({target:s})=>{s.dataset.lmSuppressShortcuts="true"}),t.dataset.started="";try{await e(
n,JSON.parse(o.textContent),t)}catch(s){delete t.dataset.started,t.dataset.failed="",n.replaceChildren(),console.error(s)}}function x(t,e={},...o){let n=document.
createElement(t);for(let[s,r]of Object.entries(e))r!=null&&r!==!1&&n.setAttribute(s,r===!0?"":r);return n.append(...o),n}function Oe(t,e=250){let o=0,n=(s=e)=>{
n.forget(),o=setTimeout(t,s)};return n.forget=()=>clearTimeout(o),n}function J(...t){return x("div",{class:"ff-controls"},...t.map(e=>e.element??e))}function K({
label:t,min:e,max:o,step:n,value:s,format:r=String,onInput:a}){let i=x("span",{class:"ff-value","aria-hidden":"true"}),l=x("input",{type:"range",min:e,max:o,step:n}),
u=()=>{let d=r(Number(l.value));i.textContent=d,l.setAttribute("aria-valuetext",d);let m=(Number(l.value)-l.min)/(l.max-l.min||1);l.style.setProperty("--ff-fill\
ed",`${(100*m).toFixed(1)}%`)},c=x("span",{class:"ff-label"},t),f=x("label",{class:"ff-slider"},x("span",{class:"ff-row"},c,i),l);return l.value=s,u(),l.addEventListener(
"input",()=>{u(),a(Number(l.value))}),{element:f,input:l,get value(){return Number(l.value)},set value(d){l.value=d,u(),a(Number(l.value))},limits(d,m,h){Object.
assign(l,{min:d,max:m}),l.value=h,u()},rename(d){c.textContent=d}}}function ne({label:t,options:e,value:o,onChange:n}){let s=x("select",{},...e.map(([a,i])=>x("\
option",{value:a},i)));return s.value=o,s.addEventListener("change",()=>n(s.value)),{element:x("label",{class:"ff-choice"},x("span",{class:"ff-label"},t),s),input:s,
get value(){return s.value},set value(a){s.value=a,n(s.value)}}}function De({label:t,value:e=!1,onChange:o}){let n=x("input",{type:"checkbox"});return n.checked=
e,n.addEventListener("change",()=>o(n.checked)),{element:x("label",{class:"ff-toggle"},n,x("span",{},t)),input:n,get value(){return n.checked}}}function re({label:t,
onClick:e}){let o=x("button",{type:"button",class:"ff-button"},t);return o.addEventListener("click",e),o}function Bt(){return window.matchMedia("(prefers-reduce\
d-motion: reduce)").matches}function ar(t,e,o=()=>{}){let n=0,s=!1,r=!0,a=null,i=c=>{let f=a===null?0:Math.min((c-a)/1e3,.1);if(a=c,n=0,!t.isConnected||e(f)===!1)
return u.pause();l()},l=()=>{s&&r&&!n&&(n=requestAnimationFrame(i))},u={get playing(){return s},play(){s=!0,a=null,o(!0),l()},pause(){s=!1,cancelAnimationFrame(
n),n=0,o(!1)}};return typeof IntersectionObserver=="function"&&new IntersectionObserver(c=>{r=c[c.length-1].isIntersecting,a=null,l()}).observe(t),u}function $e(t,e,{
label:o="Play",seconds:n=6}={}){let s=()=>Number(e.input.min),r=()=>Number(e.input.max),a=0,i=0,l=re({label:o,onClick:()=>{if(u.playing)return u.pause();a=e.value>=
r()?s():e.value,i=0,u.play()}}),u=ar(t,c=>{let f=r()-s();if(Bt()){if(i+=c,i<n/8)return!0;a+=f/8,i=0}else a+=f*c/n;return e.value=Math.min(a,r()),a<r()},c=>{l.textContent=
c?"Pause":o});return e.input.addEventListener("pointerdown",()=>u.pause()),e.input.addEventListener("keydown",()=>u.pause()),l}function Z(){let t=x("p",{class:"\
ff-readout"}),e=x("p",{class:"ff-hidden","aria-live":"polite"}),o=0,n=0;return{element:x("div",{},t,e),say(s,r=!0){let a=t.textContent==="";t.textContent=s,clearTimeout(
o),!(a||!r)&&(o=setTimeout(()=>{e.textContent=s,clearTimeout(n),n=setTimeout(()=>{e.textContent=""},2e3)},500))}}}function Q({label:t,title:e="",width:o,height:n}){
let s=x("canvas",{width:o,height:n,role:"img","aria-label":t}),r=s.getContext("2d"),a=r.createImageData(o,n);a.data.fill(255);let i=x("span",{class:"ff-title"},
e);return{element:x("div",{class:"ff-picture"},...e?[i]:[],s),canvas:s,heading:i,draw(l){let u=l.length===o*n;for(let c=0;c<o*n;c+=1)for(let f=0;f<3;f+=1)a.data[4*
c+f]=u?l[c]:l[3*c+f];r.putImageData(a,0,0)},describe(l){s.setAttribute("aria-label",l)}}}function _e(t,e){let o=window.matchMedia("(prefers-color-scheme: dark)"),
n=()=>{if(t.isConnected)return e();s.disconnect(),o.removeEventListener("change",n)},s=new MutationObserver(n),r=["data-theme","data-jp-theme-light","theme","cl\
ass"];s.observe(document.documentElement,{attributes:!0,attributeFilter:r}),s.observe(document.body,{attributes:!0,attributeFilter:r}),o.addEventListener("chang\
e",n)}function le(t,e){return getComputedStyle(t).getPropertyValue(`--ff-${e}`).trim()}function pt(t,e){let o=0,n=()=>{let s=Math.round(t.clientWidth);s>0&&s!==
o&&e(o=s)};n(),new ResizeObserver(n).observe(t)}function Dt(t,e){window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`).addEventListener("change",()=>{
t.isConnected&&(e(),Dt(t,e))},{once:!0})}function ae(t){return Uint8Array.from(atob(t),e=>e.charCodeAt(0))}function qt(t){return t=Math.imul(t^t>>>16,2146121005),t=Math.imul(t^t>>>15,2221713035),(t^t>>>16)>>>0}function Ye(t,e){let o=qt(t+2654435769>>>0);return qt(qt(
e+o>>>0)+Math.imul(o,2246822507)>>>0)}function Se(t,e){return(Ye(t,e)+.5)/4294967296}function te(t,e){let o=new Float32Array(e);for(let n=0;n<e;n+=2){let s=Math.
sqrt(-2*Math.log(Se(t,n))),r=2*Math.PI*Se(t,n+1);o[n]=s*Math.cos(r),n+1<e&&(o[n+1]=s*Math.sin(r))}return o}function Ne(t){return Array.from({length:t+1},(e,o)=>1-o/t)}function ze(t,e){return t+Math.imul(e+1,2654435769)>>>0}function Wt(t,e,o){let n=Math.sqrt(Math.max(
0,1-(t.signal/e.signal)**2)),s=o*(e.noise/t.noise)*n;return{kept:Math.sqrt(Math.max(0,e.noise**2-s**2)),fresh:s}}var jt={noise:t=>t,image:(t,e,{signal:o,noise:n})=>e.
map((s,r)=>(s-o*t[r])/n),velocity:(t,e,{signal:o,noise:n})=>e.map((s,r)=>n*s+o*t[r]),flow:(t,e,{signal:o,noise:n})=>e.map((s,r)=>(s+o*t[r])/(o+n))},ai=Object.keys(
jt);function gt(t){if(!Object.hasOwn(jt,t))throw new Error(`no page knows the target "${t}"`);return jt[t]}function wt(t,e,o,n,s=0,r=null){let{kept:a,fresh:i}=Wt(
o,n,s),l=new Float32Array(t.length),u=new Float32Array(t.length);for(let c=0;c<t.length;c+=1)l[c]=(t[c]-o.noise*e[c])/o.signal,u[c]=n.signal*l[c]+a*e[c]+(r?i*r[c]:
0);return{image:l,noisy:u}}function Wn(t,e){return t[0].map((o,n)=>e.reduce((s,r,a)=>s+r*(t[a+1][n]-t[a][n]),o))}function he(t,e,o){let n=t.length/3,s=new Uint8ClampedArray(
t.length);for(let r=0;r<3;r+=1)for(let a=0;a<n;a+=1)s[3*a+r]=255*(t[r*n+a]*o[r]+e[r]);return s}function Un(t,e,o){let n=t.length/3;return Float32Array.from(t,(s,r)=>{
let[a,i]=[Math.floor(r/n),r%n];return(t[3*i+a]/255-e[a])/o[a]})}async function*Xe(t,{seed:e,steps:o,eta:n=0,label:s=t.none,guidance:r=1,acts:a=()=>!0,chain:i=s===t.none?[s]:[t.none,s],scales:l=[r],wanted:u=()=>!0}){let c=3*t.
size**2,f=Ne(o),d=l.every(v=>v===1),m=te(e,c),h=0,M=0;for(let v=0;v<o;v+=1){let[p,g]=[f[v],f[v+1]].map(t.schedule.rates),k=[],S=null;for(let b of d||!a(f[v])?i.
slice(-1):i){if(S=await t.predict(m,p,b),!u())return;h+=S.seconds,M+=1,k.push(S.noise)}let N=k.length===1?k[0]:Wn(k,l),$=n>0?te(ze(e,v),c):null,{image:A,noisy:w}=wt(
m,N,p,g,n,$);yield{i:v,time:f[v],rates:p,noisy:m,image:A,next:w,evaluations:M,seconds:h/M,processor:S.processor,where:S.where,looks:S.looks},m=w}}var Hn=`(()=>{var r=null,a=null,l=null,c="",u="";async function g({runtime:n,module:e,binary:s,network:t,processor:o}){return r=await import(\`\${n}\${e}\`),r.env.w\
asm.wasmPaths=
n,r.env.wasm.wasmBinary=s,r.env.wasm.numThreads=self.crossOriginIsolated?2:1,l=new Uint8Array(t),await f(o).catch(m),{processor:c,reason:u}}async function f(n){\

c=n,a=await r.InferenceSession.create(l,{executionProviders:[n]})}async function m(n){if(c!=="webgpu")throw n;return u=String(n?.message??n),await a?.release().\

catch(()=>{}),a=null,f("wasm")}async function d(n){let e=performance.now();return{...await w(n).catch(async t=>(await m(t),w(n))),seconds:(performance.now()-e)/\

1e3,processor:c,reason:u}}var i=class extends Error{};async function w(n){let e=h(n),{prediction:s,looks:t}=await a.run(e).catch(o=>{throw/ERROR_CODE: 2\\b/.test\
(
o?.message)?new i(o.message):o});if(!s.data.every(Number.isFinite))throw new i("it gives no numbers");return{prediction:s.data,looks:t?.data}}function h(n){try{\

return p(n)}catch(e){throw new i(e.message)}}function p({noisy:n,size:e,variance:s,label:t}){let o={noisy:new r.Tensor("float32",n,[1,n.length/e**2,e,e]),noise_\
variance:new r.
Tensor("float32",Float32Array.of(s),[1])};return a.inputNames.includes("label")?o.label=new r.Tensor("int64",BigInt64Array.of(BigInt(t)),[1]):a.inputNames.inclu\
des(
"tokens")&&(o.tokens=new r.Tensor("int64",BigInt64Array.from(t,BigInt),[1,t.length])),o}self.onmessage=async({data:n})=>{try{let e=await{load:g,predict:d}[n.tas\
k](
n);self.postMessage({id:n.id,answer:e})}catch(e){let s=e instanceof i;self.postMessage({id:n.id,error:String(e?.message??e),refused:s})}};})();
`;function lr({min_signal_rate:t=.02,max_signal_rate:e=.95}={}){let o=Math.acos(e),n=Math.acos(t);return s=>-2*Math.log(Math.tan(o+s*(n-o)))}function cr({beta_start:t=1e-4,
beta_end:e=.02,steps:o=1e3}={}){let n=new Float64Array(o),s=0;for(let r=0;r<o;r+=1)s+=Math.log1p(-(t+(e-t)*r/(o-1))),n[r]=s;return r=>{let a=r*(o-1),i=Math.min(
Math.floor(a),o-2),l=n[i]+(n[i+1]-n[i])*(a-i);return l-Math.log(-Math.expm1(l))}}function ur({start:t=2.5,end:e=-7.5}={}){return o=>t+o*(e-t)}function fr({start:t=.01,
end:e=.99}={}){return o=>{let n=t+o*(e-t);return-2*Math.log(n/(1-n))}}var Ut={cosine:lr,linear:cr,log_snr:ur,rectified_flow:fr};function Ce(t,e={}){if(!Object.hasOwn(
Ut,t))throw new Error(`no page knows the schedule "${t}"`);let o=Ut[t](e);return{logSNR:o,rates:n=>we(o(n))}}function we(t){return{signal:Math.sqrt(1/(1+Math.exp(
-t))),noise:Math.sqrt(1/(1+Math.exp(t)))}}var di=Object.keys(Ut);async function Gn(t,{progress:e=()=>{},signal:o,anew:n}){let s=await fetch(t,{signal:o,cache:n?"reload":"default"});if(!s.ok)throw new Error(`${t} answers ${s.status}`);
let r=s.body.getReader(),a=[],i=0;for(;;){let{done:l,value:u}=await r.read();if(l)break;a.push(u),i+=u.length,e(i)}return new Blob(a).arrayBuffer()}var dr="nois\
e-to-flowers";async function Kn(t){try{return await caches.match(t)}catch{return}}async function mr(t,e){try{let o=await caches.open(dr),n=s=>s.split("?")[0];for(let{
url:s}of await o.keys())n(s)===n(t)&&await o.delete(s);await o.put(t,e)}catch{}}function hr(t,e){if(t.byteLength!==e)throw new Error(`what came is not the netwo\
rk: ${t.byteLength} bytes instead of ${e}`)}function pr(t){if(new TextDecoder("latin1").decode(t.slice(0,4))!=="\0asm")throw new Error("what came is not the run\
time")}function Yn(t,e,o){return t===void 0?o:new URL(t,e).href}function gr(t){let e=new Map,o=0,n=a=>{for(let{reject:i}of e.values())i(new Error(a));e.clear()};
t.onerror=a=>{a.preventDefault();let i=a.message||"the worker could not start";n(i),r.onDeath(new Error(i))},t.onmessage=({data:{id:a,answer:i,error:l,refused:u=!1}})=>{
let{resolve:c,reject:f}=e.get(a)??{};e.delete(a),l?f?.(Object.assign(new Error(l),{refused:u})):c?.(i)};let s=(a,i,l=[])=>new Promise((u,c)=>{o+=1,e.set(o,{resolve:u,
reject:c}),t.postMessage({id:o,task:a,...i},l)}),r={onDeath(){},load:a=>s("load",a,[a.binary]),predict:a=>s("predict",a),end(){t.terminate(),n("it was put away")}};
return r}var Ht=globalThis.noiseToFlowersNetworks??=new Map;function Xn(t,e,o){let n=new URL(t.model,e).href;return Ht.has(n)||Ht.set(n,wr(t,n,e,o)),Ht.get(n)}function wr(t,e,o,n){
let s=new URL(t.runtime,o).href,r=Ce(t.schedule.kind,t.schedule.options),a=gt(t.target),i=t.none??t.classes,l=new Set,u=new Set,c=Object.keys(t.runtimes)[0],f=null,
d=null,m=null,h=!1,M="",v=Promise.resolve(),p=new Set,g=b=>`${s}${t.runtimes[b].binary}?${t.runtimes[b].bytes}`,k=()=>{for(let b of l)b()},S=(b,T)=>{for(let O of u)
O(b,T)};function N(){return f?0:(p.has(g(c))?0:t.runtimes[c].bytes)+(m||p.has(e)?0:t.model_bytes)}async function $(){for(let b of[e,...Object.keys(t.runtimes).map(
g)])await Kn(b)&&p.add(b);p.size&&k()}async function A(){let{module:b,binary:T}=t.runtimes[c],O=N(),R=[0,0],_=new AbortController,C=L=>j=>{_.signal.aborted||(R[L]=
j,S(R[0]+R[1],O))},E=[],y=async(L,j)=>{let W=h?void 0:await Kn(j);if(W)return W.arrayBuffer();let I=await Gn(j,{progress:C(L),signal:_.signal,anew:h});return E.
push([j,new Response(I)]),I},F=null;try{let[L,j]=await Promise.all([y(0,g(c)),m??y(1,e),...(h?[b,T.replace(/wasm$/,"mjs")]:[]).map(W=>Gn(`${s}${W}`,{signal:_.signal,
anew:h}))]);pr(L),hr(j,t.model_bytes),S(O,O),F=gr(n()),await F.load({runtime:s,module:b,binary:L,network:j,processor:c}),f=F,F.onDeath=W=>w(F,W),M="",m=j,h=!1;for(let W of E)
mr(...W)}catch(L){throw _.abort(),F?.end(),h=!0,L}}function w(b,T){f===b&&(b.end(),f=null,M=T.message,k(),$())}return $(),{schedule:r,size:t.size,none:i,get ready(){
return f!==null},get loading(){return d!==null},get processor(){return c},toFetch:N,get trouble(){return M},onChange(b){l.add(b)},choose(b){c=b,f?.end(),f=null,
M="",k()},open(b=()=>{}){return f?Promise.resolve():(u.add(b),d||(d=A().finally(()=>{d=null,u.clear(),k()}),k()),d)},predict(b,T,O=i){let R=v.then(async()=>{if(!f)
throw new Error("it was put away");let _=f,C=await _.predict({noisy:b,size:t.size,variance:T.noise**2,label:O}).catch(E=>{throw E.refused||w(_,E),E});return{noise:a(
C.prediction,b,T),output:C.prediction,looks:C.looks,seconds:C.seconds,processor:C.processor,where:C.reason?`on the processor: the graphics card could not be use\
d (${C.reason})`:`on your ${t.runtimes[C.processor].name}`}});return v=R.catch(()=>{}),R}}}function yt(t,e={}){let o=URL.createObjectURL(new Blob([t],{type:"text/javascript"})),n=new Worker(o,e);for(let s of["message","error"])n.addEventListener(s,()=>URL.
revokeObjectURL(o),{once:!0});return n}var ot=t=>(t/1e6).toFixed(1);function Ae(t){let e=Yn(document.documentElement.dataset.content_root,location.href,t.site);return Xn(t,e,()=>yt(Hn,{type:"module"}))}
async function yr(){try{return!!await navigator.gpu?.requestAdapter()}catch{return!1}}function br(){return location.protocol==="file:"?"Opened from a folder, th\
is page may not load the network: browsers forbid it. Serve the folder (python -m http.server) or read the book on its site. What you see is recorded.":typeof WebAssembly!=
"object"||typeof Worker!="function"?"This browser has no WebAssembly, in which the network runs. What you see is recorded.":""}function Fe(t,e,o,n,s){let{label:r,
again:a=r,opening:i,onReady:l,onLost:u=()=>{}}=s,c=br(),f=$=>{t.dataset.state=$},d=ne({label:"Runs on",value:e.processor,onChange:e.choose,options:Object.entries(
o.runtimes).map(([$,{name:A,bytes:w}])=>[$,`${A} (${ot(w)} MB)`])});d.element.hidden=!0;let m=re({label:r,onClick:S}),h=x("progress",{max:1,value:0,"aria-label":"\
Download",hidden:!0}),M=e.processor,v=!1,p=!1,g=null;function k(){let $=e.toFetch();M!==e.processor||v&&!e.ready?(p=!1,u(),n.say(e.trouble?`The network stopped:\
 ${e.trouble}. Press the button to start it again.`:`Press the button to fetch the runtime for the ${o.runtimes[e.processor].name}.`),f(e.trouble?"failed":"asle\
ep")):$!==g&&t.dataset.state==="asleep"&&N(),[M,v,g]=[e.processor,e.ready,$],m.textContent=p?a:`${r} (${$?`downloads ${ot($)} MB`:"nothing to download"})`,d.input.
value=e.processor,d.input.disabled=e.loading}async function S(){if(!e.ready){let $=e.processor,A=document.activeElement===m;m.disabled=!0,h.hidden=!1,f("loading");
try{await e.open((w,b)=>{h.max=b,h.value=w,n.say(w===b?"Starting the network":`Downloading: ${ot(w)} of ${ot(b)} MB`,!1)})}catch(w){$==="webgpu"&&e.choose("wasm"),
n.say(`The network could not be loaded (${w.message}). ${$==="webgpu"?"Press the button to run it on the processor instead.":`Press the button to try again; the\
 chapter does the same in Python, and the figure runs on ${o.site}`}`),f("failed");return}finally{h.hidden=!0,m.disabled=!1;let w=[document.body,m,null].includes(
document.activeElement);A&&w&&m.focus({preventScroll:!0})}}p=!0,k(),l()}function N(){let $=document.documentElement.dataset.content_root===void 0;n.say(`${i} ${e.
toFetch()===0?"The network is here: press the button.":`The network (${ot(o.model_bytes)} MB) and the runtime are fetched ${$?`from ${o.site} `:""}when you pres\
s the button.`}`)}return f(c?"impossible":"asleep"),m.disabled=c!=="",e.onChange(k),k(),c&&n.say(c),c||yr().then($=>{d.element.hidden=!$,t.dataset.graphics=$?"y\
es":"no"}),{action:m,bar:h,processor:d,problem:c}}function Jn(t,e,o){let{size:n,mean:s,std:r,known:a,side:i}=e,l=Ae(e),u={seed:e.seed,steps:e.steps,prompt:e.prompt,unwanted:"",louder:-1,guidance:e.guidance,extra:4},
c=e.prompt,f=xr(e),d=0,m=(B,P=Number)=>D=>{u[B]=P(D),_(),l.ready&&y()},h=Object.fromEntries([["blossom","Colour",a.colours],["flower","Flower",a.flowers],["grou\
nd","Ground",a.grounds]].map(([B,P,D])=>[B,ne({label:P,value:e.parts[B],options:[...B==="flower"?[]:[["","not said"]],...D.map(H=>[H,H])],onChange:C})])),M=Vn({
label:"Prompt",value:e.prompt,onInput:B=>{u.prompt=B,E(),y()}}),v=Vn({label:"Not wanted",value:"",placeholder:"such as: a yellow sunflower",onInput:B=>{u.unwanted=
B,y()}}),p=K({label:"Seed",min:0,max:999,step:1,value:e.seed,onInput:m("seed")}),g=ne({label:"Steps",value:String(e.steps),onChange:m("steps"),options:[5,10,20,
40].map(B=>[String(B),String(B)])}),k=K({label:"Guidance",min:1,max:8,step:.5,value:e.guidance,format:B=>B.toFixed(1),onInput:m("guidance")}),S=ne({label:"One w\
ord louder",value:"-1",options:[["-1","none"]],onChange:m("louder")}),N=K({label:"How much louder",min:0,max:8,step:.5,value:u.extra,format:B=>B.toFixed(1),onInput:m(
"extra")}),$=re({label:"Another seed",onClick:()=>{p.value=(u.seed+1)%1e3}}),A=Q({title:"The picture",label:"The picture",width:n,height:n}),w=x("div",{class:"f\
f-looks"}),b=K({label:"Step",min:1,max:f.length,step:1,value:f.length,format:B=>`${B} of ${f.length}`,onInput:B=>T.say(I(B))}),T=Z(),O=Fe(o,l,e,T,{label:"Grow i\
t",again:"Grow it again",opening:`Recorded: “${e.prompt}”, seed ${e.seed}, ${e.steps} steps.`,onReady:y,onLost:j});if(t.append(J(...Object.values(h)),J(M.element,
v.element),J(p,k,S,N,g,O.processor),J(O.action,$,O.bar),x("div",{class:"ff-columns ff-asked"},x("div",{},A.element,b.element),w),T.element),O.problem){let B=[$,
...[p,g,k,S,N,M,v,...Object.values(h)].map(({input:P})=>P)];for(let P of B)P.disabled=!0}E(),_(),I(f.length);function R(B){o.dataset.state=B}function _(){N.input.
disabled=!!O.problem||u.louder<0}function C(){M.input.value=_n(h.flower.value,h.blossom.value,h.ground.value),u.prompt=M.input.value,E(),y()}function E(){let B=Qe(
u.prompt);u.louder=-1,S.input.replaceChildren(x("option",{value:"-1"},"none"),...B.map((P,D)=>x("option",{value:D},P))),S.input.value="-1",_()}function y(){let P=[
M,v].map(D=>{let H=_t(D.input.value,a);return D.input.setAttribute("aria-invalid",H!==""),H}).find(D=>D);P?(j(),T.say(P),R("refused")):l.ready?L():(T.say(`“${u.
prompt}”: press the button to grow it.`),l.loading||R("asleep"))}let F=Oe(W,500);function L(){j(),R("growing"),F()}function j(){d+=1,F.forget()}async function W(){
let B=d+=1,{prompt:P,seed:D,steps:H}=u;R("growing");try{let Y=[],oe=()=>B===d;for await(let se of Xe(l,{seed:D,steps:H,wanted:oe,...Bn(u,a)})){if(!oe())return;Y.
push({image:he(se.image,s,r),looks:se.looks,time:se.time,cost:`${se.seconds.toFixed(2)} s a network evaluation here, ${se.where}.`}),[c,f]=[P,Y],b.limits(1,Y.length,
Y.length),T.say(I(Y.length),Y.length===H),o.dataset.processor=se.processor}oe()&&R("done")}catch(Y){if(B!==d)return;T.say(`The network stopped: ${Y.message}`),R(
"failed")}}function I(B){let{image:P,looks:D,time:H,cost:Y=""}=f[B-1],oe=Qe(c);A.draw(P),A.describe(`“${c}”, as the network believes it at step ${B}`);let se=Dn(
D,oe.length+1,i*i).slice(1),G=Math.max(...se.flatMap(({map:U})=>U),1e-6);w.dataset.words!==oe.join(" ")&&(w.dataset.words=oe.join(" "),w.replaceChildren(...oe.map(
U=>{let X=Q({title:U,label:U,width:i,height:i});return X.element.map=X,X.element}))),se.forEach(({map:U,mean:X},V)=>{let z=w.children[V].map;z.draw(Uint8ClampedArray.
from(U,fe=>255*fe/G)),z.heading.textContent=`${oe[V]} ${(100*X).toFixed(0)} %`,z.describe(`Where “${oe[V]}” is looked at: ${(100*X).toFixed(0)} % of the att\
ention`)});let ee=se.reduce((U,{mean:X},V)=>X>se[U].mean?V:U,0);return[`Step ${B} of ${f.length}, at t = ${H.toFixed(2)}.`,...oe.length?[`Of the words, “${oe[ee]}\
” is looked at most, with ${(100*se[ee].mean).toFixed(0)} % of the attention.`]:[],Y].join(" ").trim()}}function Vn({label:t,value:e,placeholder:o,onInput:n}){
let s=x("input",{type:"text",value:e,placeholder:o,spellcheck:"false",autocomplete:"off",autocapitalize:"none"});return s.addEventListener("input",()=>n(s.value)),
{input:s,element:x("label",{class:"ff-text"},x("span",{class:"ff-label"},t),s)}}function xr(t){let[e,o]=[ae(t.frames),qn(ae(t.looks))],n=(s,r)=>s.subarray(r*s.length/
t.steps,(r+1)*s.length/t.steps);return Array.from({length:t.steps},(s,r)=>({image:n(e,r),looks:n(o,r),time:1-r/t.steps}))}function Be(t,e,{scrolls:o=!1}={}){let n=null,s=null,r=()=>{let a=s;s=null,e(a,!0)};t.addEventListener("pointerdown",a=>{a.button!==0||!a.isPrimary||(n=a.pointerId,
t.setPointerCapture(n),s=o&&a.pointerType==="touch"?a:null,s||e(a,!0))}),t.addEventListener("pointermove",a=>{if(!(a.pointerId!==n||!t.hasPointerCapture(n))){if(s){
let i=Math.abs(a.clientX-s.clientX);if(i<6||i<Math.abs(a.clientY-s.clientY))return;r()}e(a,!1)}}),t.addEventListener("pointerup",a=>{s&&a.pointerId===n&&r()}),t.
addEventListener("pointercancel",a=>{a.pointerId===n&&(s=null)})}var vr="http://www.w3.org/2000/svg";function Te(t,e,o=""){let n=document.createElementNS(vr,t);for(let[s,r]of Object.entries(e))n.setAttribute(s,r);return o&&(n.
textContent=o),n}function Zn(t,e,o=5){let n=(e-t)/o,s=10**Math.floor(Math.log10(n)),r=[1,2,5,10].map(i=>i*s).find(i=>i>=n*.999),a=[];for(let i=Math.ceil(t/r-1e-9);i*
r<=e+1e-9*r;i+=1)a.push(Number((i*r).toPrecision(12)));return a}function Qn(t){return String(t).replace("-","−")}var Gt={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,
PageUp:5,PageDown:-5};function pe({label:t,title:e="",x:o,y:n,xLabel:s="",yLabel:r="",height:a=170,xTicks:i=null,yTicks:l=null,formatX:u=Qn,formatY:c=Qn,onPoint:f=null,
onHandle:d=null,onStep:m=null,onDraw:h=null}){let M=x("div",{class:"ff-chart"}),v=Te("svg",{role:d?"group":"img","aria-label":t,height:a}),p=Te("g",{}),g=new Map;
v.append(p);let k={left:44,right:12,top:8,bottom:s?38:24},S={x:o,y:n,xTicks:i,yTicks:l},N=300,$={lines:[],marks:[],areas:[]},A=F=>k.left+(F-S.x[0])/(S.x[1]-S.x[0])*
(N-k.left-k.right),w=F=>a-k.bottom-(F-S.y[0])/(S.y[1]-S.y[0])*(a-k.top-k.bottom),b=F=>Math.min(Math.max(F,S.y[0]),S.y[1]),T=F=>F.map(([L,j],W)=>`${W?"L":"M"}${A(
L).toFixed(1)} ${w(j).toFixed(1)}`).join("");function O(){let F=a-k.bottom;for(let L of S.yTicks??Zn(...S.y,4))p.append(Te("line",{class:"ff-grid",x1:k.left,x2:N-
k.right,y1:w(L),y2:w(L)}),Te("text",{class:"ff-tick",x:k.left-(d?13:6),y:w(L)+4,"text-anchor":"end"},c(L)));for(let L of S.xTicks??Zn(...S.x,N<260?3:5))p.append(
Te("text",{class:"ff-tick",x:A(L),y:F+16,"text-anchor":"middle"},u(L)));if(p.append(Te("line",{class:"ff-axis",x1:k.left,x2:N-k.right,y1:F,y2:F})),s&&p.append(Te(
"text",{class:"ff-axis-label","text-anchor":"middle",x:(k.left+N-k.right)/2,y:a-5},s)),r){let L=(k.top+F)/2;p.append(Te("text",{class:"ff-axis-label","text-anch\
or":"middle",x:11,y:L,transform:`rotate(-90 11 ${L})`},r))}}function R(){p.replaceChildren(),v.setAttribute("viewBox",`0 0 ${N} ${a}`),v.setAttribute("width",N),
O();let F=a-k.bottom,[L,j]=[k.left-2,k.top-2],[W,I]=[N-k.right+2-L,F+2-j],B=Te("svg",{class:"ff-plot",x:L,y:j,width:W,height:I,viewBox:`${L} ${j} ${W} ${I}`});p.
append(B);for(let{points:P,colour:D="accent"}of $.areas??[]){let H=A(P[0][0]).toFixed(1),Y=A(P[P.length-1][0]).toFixed(1);B.append(Te("path",{d:`${T(P)}L${Y} ${F}\
L${H} ${F}Z`,class:"ff-area",style:`fill:var(--ff-${D})`}))}for(let{points:P,colour:D="accent",dash:H=!1,width:Y=2}of $.lines??[])B.append(Te("path",{d:T(P),class:"\
ff-line",style:`stroke:var(--ff-${D});stroke-width:${Y};${H?"stroke-dasharray:5 4":""}`}));for(let{x:P,y:D,colour:H="ink",handle:Y,label:oe,says:se,size:G=4.5}of $.
marks??[])D===void 0?p.append(Te("line",{x1:A(P),x2:A(P),y1:k.top,y2:F,class:"ff-rule",style:`stroke:var(--ff-${H})`})):Y?_(Y,{cx:A(P),cy:w(b(D)),style:`stroke:\
var(--ff-${H})`,"aria-label":oe,"aria-valuetext":se,"aria-valuenow":D,"aria-valuemin":S.y[0],"aria-valuemax":S.y[1]}):p.append(Te("circle",{cx:A(P),cy:w(b(D)),r:G,
class:"ff-mark",style:`fill:var(--ff-${H})`}))}function _(F,L){g.has(F)||(g.set(F,Te("circle",{class:"ff-handle",r:9,"data-handle":F,tabindex:0,role:"slider","a\
ria-orientation":"vertical"})),v.append(g.get(F)));for(let[j,W]of Object.entries(L))g.get(F).setAttribute(j,W)}function C(F){let L=v.getBoundingClientRect(),j=(F.
clientX-L.left-k.left)/(L.width-k.left-k.right),W=(L.bottom-k.bottom-F.clientY)/(a-k.top-k.bottom);return[[j,S.x],[W,S.y]].map(([I,[B,P]])=>B+Math.min(Math.max(
I,0),1)*(P-B))}let E=null,y=(F,L)=>{let[j,W]=C(F);E?d(E,j,W):h?h([j,W],L):f&&f(j)};return(f||d||h)&&(f&&v.classList.add("ff-draggable"),h&&v.classList.add("ff-d\
rawable"),Be(v,(F,L)=>{L&&(E=F.target.dataset?.handle??null),(!L||!E)&&y(F,L)},{scrolls:f!==null})),m&&v.addEventListener("keydown",F=>{let L=F.target.dataset?.
handle;!L||!Gt[F.key]||F.altKey||F.ctrlKey||F.metaKey||(F.preventDefault(),m(L,F.shiftKey?5*Math.sign(Gt[F.key]):Gt[F.key]))}),e&&M.append(x("span",{class:"ff-t\
itle"},e)),M.append(v),pt(M,F=>{N=F,R()}),{element:M,update(F){$=F,R()},limits(F){Object.assign(S,F)},describe(F){v.setAttribute("aria-label",F)}}}function be(t){
return x("div",{class:"ff-legend"},...t.map(([e,o,n])=>x("span",{},x("i",{style:`border-top:3px ${n?"dashed":"solid"} var(--ff-${e})`}),o)))}function Mr(t,e){let[o,n,s]=[[],[],[]];for(let[r,a,i]=[0,0,0];r<t;){let l=Math.min((r+1)*e,(a+1)*t);o.push(r),n.push(a),s.push(l-i),i=l,l===(r+1)*e&&(r+=1),l===
(a+1)*t&&(a+=1)}return{from:Int32Array.from(o),to:Int32Array.from(n),length:Float64Array.from(s)}}function zn(t,e){let{from:o,to:n,length:s}=Mr(t,e),r=new Float64Array(
3*e*e),a=new Float64Array(3*e),i=0;return{add(l){for(let u=0;u<l.length;u+=4*t){a.fill(0);for(let c=0;c<o.length;c+=1){let f=u+4*o[c],d=3*n[c],m=s[c];a[d]+=m*l[f],
a[d+1]+=m*l[f+1],a[d+2]+=m*l[f+2]}for(let c=o[i];o[i]===c;i+=1){let f=3*e*n[i];for(let d=0;d<a.length;d+=1)r[f+d]+=s[i]*a[d]}}},bytes:()=>Uint8Array.from(r,l=>Math.
floor(l/t**2+.5))}}var eo=1e8,kr=2**17;function to(t,{size:e,backLabel:o,show:n,back:s}){let r=x("input",{type:"file",accept:"image/*",hidden:!0}),a=re({label:"Your picture …",onClick:()=>r.
click()}),i=re({label:o,onClick:()=>{c+=1,m(""),i.hidden=!0,a.focus(),s(),t.dataset.state="ready"}});i.hidden=!0;let l=x("span",{class:"ff-note"},"Choose, drop \
or paste one. It stays in this page and is sent nowhere."),u=x("p",{role:"status"}),c=0;r.addEventListener("change",()=>{r.files.length&&d(r.files[0]),r.value=""}),
t.addEventListener("dragover",h=>{h.dataTransfer.types.includes("Files")&&(h.preventDefault(),t.classList.add("ff-over"))}),t.addEventListener("dragleave",h=>{t.
contains(h.relatedTarget)||t.classList.remove("ff-over")}),t.addEventListener("drop",h=>{t.classList.remove("ff-over"),h.dataTransfer.files.length&&(h.preventDefault(),
h.stopPropagation(),d(h.dataTransfer.files[0]))}),document.addEventListener("paste",f);function f(h){if(!t.isConnected)return document.removeEventListener("past\
e",f);let M=t.contains(h.target);if(h.defaultPrevented||!M&&!(Fr(t)&&Tr(h.target)))return;let v=[...h.clipboardData.files].find(p=>p.type.startsWith("image/"));
v?(h.preventDefault(),d(v)):M&&m("There is no picture in the clipboard: copy one first, and paste again.")}async function d(h){c+=1;let M=c;t.dataset.state="rea\
ding",m(`Reading ${Kt(h)} …`);try{let v=await $r(h,e);if(M!==c)return;m(""),i.hidden=!1,n(v)}catch(v){if(M!==c)return;m(v instanceof st?v.message:no(h))}t.dataset.
state="ready"}function m(h){u.textContent=h}return{element:x("div",{class:"ff-own"},x("div",{class:"ff-controls"},a,r,i,l),u)}}var st=class extends Error{},Kt=t=>t.
name?`“${t.name}”`:"the picture",no=t=>`This browser cannot read ${Kt(t)} as a picture: take a JPEG, PNG or WebP file.`;async function $r(t,e){let o=await Sr(
t),n=Math.min(o.width,o.height),s=Math.floor((o.width-n)/2),r=Math.floor((o.height-n)/2),a=Math.ceil(kr/n),i=zn(n,e),u=x("canvas",{width:n,height:Math.min(a,n)}).
getContext("2d",{willReadFrequently:!0});for(let c=0;c<n;c+=a){let f=Math.min(a,n-c);u.fillStyle="white",u.fillRect(0,0,n,f),u.drawImage(o,s,r+c,n,f,0,0,n,f),i.
add(u.getImageData(0,0,n,f).data),await new Promise(d=>{setTimeout(d)})}return o.close(),i.bytes()}async function Sr(t){if(t.type&&!t.type.startsWith("image/"))
throw new st(no(t));let e=URL.createObjectURL(t);try{let o=await Ar(e),n=o.naturalWidth*o.naturalHeight;if(n>eo)throw new st(`${Kt(t)} has ${Math.round(n/1e6)} \
million pixels and this page takes up to ${eo/1e6} million: make it smaller first.`);return await createImageBitmap(t,{imageOrientation:"from-image"}).catch(()=>createImageBitmap(
o))}finally{URL.revokeObjectURL(e)}}function Ar(t){return new Promise((e,o)=>{let n=new Image;n.onload=()=>e(n),n.onerror=o,n.src=t})}function Fr(t){let e=t.getBoundingClientRect();
return e.bottom>0&&e.top<window.innerHeight}function Tr(t){return!t.isContentEditable&&!t.closest("input, textarea, select")}function et(t){let e=t.length/3,o=[0,0,0],n=[0,0,0];t.forEach((r,a)=>{o[a%3]+=r/e}),t.forEach((r,a)=>{n[a%3]+=(r-o[a%3])**2/e});for(let r=0;r<3;r+=1)n[r]=Math.sqrt(
n[r])||1;let s=Float64Array.from(t,(r,a)=>(r-o[a%3])/n[a%3]);return{mean:o,std:n,image:s}}function Ve({mean:t,std:e,image:o},n,s,r){let a=new Uint8ClampedArray(
o.length);for(let i=0;i<o.length;i+=1)a[i]=(s*o[i]+r*n[i])*e[i%3]+t[i%3];return a}function bt(t,e){return t.reduce((o,n,s)=>o+Math.abs(n-e[s]),0)/t.length}function oo(t,e,o,n,s){for(let r=1,a=0;r<s;r+=1){let i=s>>1;for(;a&i;i>>=1)a^=i;if(a^=i,r<a){let l=o+r*n,u=o+a*n;[t[l],t[u]]=[t[u],t[l]],[e[l],e[u]]=[e[u],e[l]]}}
for(let r=2;r<=s;r*=2)for(let a=0;a<r/2;a+=1){let i=Math.cos(-2*Math.PI*a/r),l=Math.sin(-2*Math.PI*a/r);for(let u=a;u<s;u+=r){let c=o+u*n,f=c+r/2*n,d=t[f]*i-e[f]*
l,m=t[f]*l+e[f]*i;t[f]=t[c]-d,e[f]=e[c]-m,t[c]+=d,e[c]+=m}}}function Yt(t,e){let o=Float64Array.from(t),n=new Float64Array(e*e);for(let s=0;s<e;s+=1)oo(o,n,s*e,
1,e);for(let s=0;s<e;s+=1)oo(o,n,s,e,e);return{real:o,imaginary:n}}function so(t){let e=new Int16Array(t*t);for(let o=0;o<t;o+=1)for(let n=0;n<t;n+=1){let s=Math.
min(o,t-o),r=Math.min(n,t-n),a=Math.round(Math.hypot(r,s));e[o*t+n]=a<=t/2?a:-1}return e}function Xt(t,e,o,n,s,r){let a=new Float64Array(r/2+1),i=new Float64Array(
r/2+1);for(let l=0;l<r*r;l+=1){if(s[l]<0)continue;let u=o*t.real[l]+n*e.real[l],c=o*t.imaginary[l]+n*e.imaginary[l];a[s[l]]+=(u*u+c*c)/(r*r),i[s[l]]+=1}return a.
map((l,u)=>l/i[u])}var Er=[{kind:"cosine",name:"Cosine schedule",colour:"signal"},{kind:"linear",name:"Linear schedule",colour:"noise"}];function ro(t,e,o){let n=new Float64Array(
o);for(let r of t){let a=Math.floor((r+e)/(2*e)*o);a>=0&&a<o&&(n[a]+=1)}let s=2*e/o;return n.map(r=>r/(t.length*s))}function io(t,e,o){let{size:n,seed:s}=e,r=ae(
e.pixels),a=te(s,r.length),i=new Float64Array(r.length),l=o.querySelector("figcaption"),u=l.textContent,c={},f=so(n),d=Yt(ao(a),n),m=Er.map(w=>({...w,schedule:Ce(
w.kind),view:Q({label:w.name,title:w.name,width:n,height:n}),note:x("div",{class:"ff-note"})})),h=pe({label:"Histogram of the pixel values",title:"Pixel values",
x:[-4,4],y:[0,.8],xLabel:"standardised value",xTicks:[-4,-2,0,2,4],yTicks:[0,.4,.8]}),M=pe({label:"Power spectrum",title:"Power at each scale",x:[0,Math.log10(n/
2)],y:[-2,4],xLabel:"cycles per picture: coarse → fine",xTicks:[1,2,4,8,16,32,64].filter(w=>w<=n/2).map(Math.log10),formatX:w=>Math.round(10**w),yTicks:[-2,0,
2,4],formatY:w=>`10${Cr(w)}`}),v=K({label:"Time t",min:0,max:1,step:.01,value:e.t,format:w=>w.toFixed(2),onInput:N}),p=Z(),g=to(o,{size:n,backLabel:e.credit?"Ba\
ck to the flower":"Back to the first picture",show:w=>{S(w,!0),N()},back:()=>{S(r,!1),N()}});t.append(J(v,$e(t,v,{label:"Dissolve"})),x("div",{class:"ff-columns\
 ff-pair ff-dissolve"},...m.map(({view:w,note:b})=>x("div",{},w.element,b))),x("div",{class:"ff-columns ff-two"},h.element,M.element),be([["signal","cosine"],["\
noise","linear"],["muted","picture",!0],["ink","pure noise",!0]]),p.element,g.element);let k=Nr(81).map(w=>-4+w/10).map(w=>[w,Math.exp(-w*w/2)/Math.sqrt(2*Math.
PI)]);function S(w,b){let T=et(w),O=Yt(ao(T.image),n);c={pixels:T,transform:O,name:b?"Your picture":e.credit?"Photograph of a flower":"The picture",histogram:$(
ro(T.image,4,40)),power:A(Xt(O,d,1,0,f,n))},l.textContent=b?u.replace(e.credit,""):u,o.toggleAttribute("data-own",b)}function N(){let w=v.value,{pixels:b,transform:T,
name:O}=c,{image:R}=b,_=[],C=[],E=[];for(let{schedule:y,view:F,note:L,colour:j,name:W}of m){let{signal:I,noise:B}=y.rates(w);for(let D=0;D<i.length;D+=1)i[D]=I*
R[D]+B*a[D];F.draw(Ve(b,a,I,B));let P=`signal ${I.toFixed(2)}, noise ${B.toFixed(2)}`;L.textContent=P,F.describe(`${O}, ${W.toLowerCase()}, t = ${w.toFixed(2)}:\
 ${P}`),_.push({points:$(ro(i,4,40)),colour:j}),C.push({points:A(Xt(T,d,I,B,f,n)),colour:j}),E.push(`${W.toLowerCase().split(" ")[0]} keeps ${Math.round(100*I**
2)} %`)}h.update({lines:[{points:c.histogram,colour:"muted",dash:!0,width:1.5},{points:k,colour:"ink",dash:!0,width:1.5},..._]}),M.update({lines:[{points:c.power,
colour:"muted",dash:!0,width:1.5},{points:[[0,0],[Math.log10(n/2),0]],colour:"ink",dash:!0,width:1.5},...C]}),p.say(`At t = ${w.toFixed(2)} the ${E.join(", the ")}\
 of the variance from the image.`)}function $(w){return Array.from(w,(b,T)=>[-4+8*(T+.5)/w.length,b])}function A(w){return Array.from(w,(b,T)=>[Math.log10(T),Math.
log10(b+1e-9)]).slice(1)}S(r,!1),N(),o.dataset.state="ready"}function ao(t){return Float64Array.from({length:t.length/3},(e,o)=>(t[3*o]+t[3*o+1]+t[3*o+2])/Math.
sqrt(3))}function Cr(t){return String(t).replace("-","⁻").replace(/\d/g,e=>"⁰¹²³⁴⁵⁶⁷⁸⁹"[e])}function Nr(t){return Array.from({length:t},(e,o)=>o)}function Vt({caption:t,name:e,head:o}){let n=x("tbody"),s=i=>x("th",{scope:"col"},i),r=x("table",{class:"ff-bars"},x("caption",{},t),x("thead",{},x("tr",{},s(e),
x("td"),...o.map(s))),n),a=i=>`${(100*Math.min(Math.max(i,0),1)).toFixed(1)}%`;return{element:r,update(i){n.replaceChildren(...i.map(({name:l,share:u,mark:c,cells:f})=>x(
"tr",{},x("th",{scope:"row"},l),x("td",{class:"ff-bar","aria-hidden":"true"},x("div",{},x("i",{style:`width:${a(u)}`}),x("b",{style:`left:${a(c)}`}))),...f.map(
d=>x("td",{},d)))))}}}function it(t,e,o){let[n,s]=[t.logSNR(1),t.logSNR(0)];return Array.from({length:e+1},(r,a)=>o==="time"?t.logSNR(1-a/e):n+(s-n)*a/e)}var lt=(t,e,o,n)=>e.map((s,r)=>t*
s+o*n[r]);function Zt(t,e,o){let n=we(o);return{image:lt(1/n.signal,t,-n.noise/n.signal,e),noise:e}}function mo(t,e,o){let n=we(o);return{image:e,noise:lt(1/n.noise,
t,-n.signal/n.noise,e)}}function Qt({image:t,noise:e},o){let n=we(o);return lt(n.signal,t,n.noise,e)}function*at(t,e,o){return Zt(t,yield{noisy:t,level:e,image:o},
e)}function*xt(t,e,o){let n=null;for(let s=0;s<o.length-1;s+=1){let r=yield*t(e,s,n);({image:n}=r),e=Qt(r,o[s+1])}return{noisy:e,image:n}}function zt(t,e){return xt(
(o,n,s)=>at(o,e[n],s),t,e)}function Lr(t,e){return xt(function*(n,s,r){let a=yield*at(n,e[s],r);if(s===e.length-2)return a;let i=yield*at(Qt(a,e[s+1]),e[s+1],a.
image);return Zt(n,lt(.5,a.noise,.5,i.noise),e[s])},t,e)}function ho(t,e){let o=null;return xt(function*(s,r,a){let[i,l]=[yield*at(s,e[r],a),o];if(o=i.image,!l)
return i;let u=(e[r+1]-e[r])/(2*(e[r]-e[r-1]));return mo(s,lt(1+u,o,-u,l),e[r])},t,e)}function Jt(t,e,{order:o,quantity:n,corrected:s=!1}){let r=n==="noise"?Zt:
mo,a=[],i=t;return xt(function*(u,c,f){let d=yield*at(u,e[c],f);if(a.unshift(d[n]),a.length=Math.min(a.length,s?o+1:o),s&&c>0){let h=uo(e,c-1,lo(c,c-o),n);u=Qt(
r(i,co(h,a),e[c-1]),e[c])}i=u;let m=uo(e,c,lo(c,c-o+1),n);return r(u,co(m,a),e[c])},t,e)}function lo(t,e){return Array.from({length:t-Math.max(e,0)+1},(o,n)=>t-
n)}function co(t,e){return e[0].map((o,n)=>t.reduce((s,r,a)=>s+r*e[a][n],0))}function uo(t,e,o,n){let s=t[e+1]-t[e],r=fo.map(({point:l})=>t[e]+s*(l+1)/2),a=r.map(
(l,u)=>fo[u].weight*Math.exp((n==="noise"?-l:l)/2)),i=a.reduce((l,u)=>l+u);return o.map(l=>r.reduce((u,c,f)=>u+a[f]/i*o.reduce((d,m)=>m===l?d:d*((c-t[m])/(t[l]-
t[m])),1),0))}var fo=Array.from({length:16},(t,e)=>{let n=Math.cos(Math.PI*(e+.75)/16.5),s=0;for(let r=0;r<8;r+=1){let[a,i]=[1,n];for(let l=2;l<=16;l+=1)[a,i]=[
i,((2*l-1)*n*i-(l-1)*a)/l];s=16*(n*i-a)/(n**2-1),n-=i/s}return{point:n,weight:2/((1-n**2)*s**2)}}),rt=t=>t,en={ddim:{run:zt,steps:rt},heun:{run:Lr,steps:t=>Math.
floor((t+1)/2)},dpm_solver_pp:{run:ho,steps:rt},images:{steps:rt,run:(t,e)=>Jt(t,e,{order:2,quantity:"image"})},noises:{steps:rt,run:(t,e)=>Jt(t,e,{order:3,quantity:"\
noise"})},corrected:{steps:rt,run:(t,e)=>Jt(t,e,{order:3,quantity:"noise",corrected:!0})}};function po(t,e,o){return ho(t,it(e,o,"log_snr"))}var ct=60,tt=7,nt=[-11,10],vt=ct/(tt-1),Mt=.02;function kt(t){let e=t.length-1,o=s=>{let r=Math.min(Math.floor(s*e),e-1);return t[r]+(t[r+1]-t[r])*(s*e-r)};return{
logSNR:o,time:s=>{let r=t.findIndex(l=>l<=s);if(r===0)return 0;if(r<0)return 1;let[a,i]=[t[r-1],t[r]];return(r-1+(a-s)/(a-i))/e},rates:s=>we(o(s))}}function $t(t,e=ct){
return Array.from({length:e+1},(o,n)=>Math.min(Math.max(t(n/e),nt[0]),nt[1]))}function go(t,e,o,n){return Math.min(Math.max(t,nt[0]+(o-1-e)*n),nt[1]-e*n)}function wo(t,e,o){
let n=!1,s=(r,a)=>t[r]-t[a]<o-1e-9;for(let r=e-1;r>=0&&s(r,r+1);r-=1)t[r]=t[r+1]+o,n=!0;for(let r=e+1;r<t.length&&s(r-1,r);r+=1)t[r]=t[r-1]-o,n=!0;return n}function yo(t,e,o){
let n=[...t],[s,r]=[e,o].map(([l])=>Math.round(l*ct)),a=Math.sign(r-s)||1,i=!1;for(let l=s;a*(r-l)>=0;l+=a){let u=r===s?1:(l-s)/(r-s);n[l]=go(e[1]+u*(o[1]-e[1]),
l,n.length,Mt),i=wo(n,l,Mt)||i}return{levels:n,levelled:i}}var St=t=>t.filter((e,o)=>o%vt===0);function tn(t,e,o){let n=St(t),s=[...n];s[e]=go(o,e,tt,vt*Mt);let r=wo(
s,e,vt*Mt);return{levels:t.map((i,l)=>{let u=Math.min(Math.floor(l/vt),tt-2),c=(i-n[u+1])/(n[u]-n[u+1]);return s[u+1]+c*(s[u]-s[u+1])}),levelled:r}}function nn(t,e){
let o=e.map(t.time);return o.slice(1).map((n,s)=>n-o[s])}function on({power:t,sizes:e},o,n=1200){let s=e.reduce((l,u)=>l+u,0),[r,a]=[0,0];for(let l=0;l<n;l+=1){
let u=Math.exp(o((l+.5)/n)),c=0;for(let f=0;f<t.length;f+=1)c+=e[f]*t[f]/(1+u*t[f]);a+=Math.sqrt(c/s)/n,r+=Math.sqrt(u*c/s)/n}let i=Math.sqrt(2/Math.PI);return{
noise:i*r,image:i*a}}function At(t,e,[o,n]){return it(t,e,"time").map(s=>Math.min(Math.max(s,o),n))}async function bo(t,e,o,n=()=>!0){let s=zt(e,t),r=s.next();for(let a=0;!r.
done;a+=1)if(r=s.next(await o(r.value.noisy,we(r.value.level))),n(r.value.image,a)===!1)return null;return r.value.image}function xo(t){let{signal:e}=t.rates(1),
o=Array.from({length:1001},(s,r)=>r/1e3).find(s=>t.logSNR(s)<0);return`${o===void 0?"The picture always outweighs the noise":o===0?"Noise outweighs the picture \
from the start":`Noise outweighs the picture from t = ${o.toFixed(2)}`}; at t = 1 a signal rate of ${e.toFixed(3)} is left.`}function vo(t,e){let o=(n,s)=>Math.
abs(s-1)<.005?`the loss on the ${n} as under cosine`:`the loss on the ${n} ${s<1?"falls":"rises"} to ${s.toFixed(2)} of cosine's`;return` Predicted: ${o("noise",
t)}, ${o("image",e)}.`}async function ce(t){let e=new Image;e.src=t,await e.decode();let o=document.createElement("canvas");o.width=e.naturalWidth,o.height=e.naturalHeight;let n=o.getContext(
"2d",{willReadFrequently:!0});return n.drawImage(e,0,0),n.getImageData(0,0,o.width,o.height)}function de(t){return decodeURIComponent(t.querySelector(".ff-still\
 img").getAttribute("src")).match(/ href='([^']*)'/)[1]}function ue(t,e,o,n,s){let r=new Uint8ClampedArray(3*n*s);for(let a=0;a<s;a+=1)for(let i=0;i<n;i+=1){let l=4*
((o+a)*t.width+e+i);r.set(t.data.subarray(l,l+3),3*(a*n+i))}return r}function je(t,e,o,n,s){let r=new Uint8ClampedArray(3*n*s);for(let a=0;a<3;a+=1){let i=o+a*t.
height/3;for(let l=0;l<s;l+=1)for(let u=0;u<n;u+=1)r[3*(l*n+u)+a]=t.data[4*((i+l)*t.width+e+u)]}return r}var We=10,Mo=[10,2,0,-2,-4,-6,-11],Rr=["above 2","2 to 0","0 to −2","−2 to −4","−4 to −6","below −6"],Ir=[["cosine","Cosine"],["linear","Linear β"],
["log_snr","Straight log-SNR"],["rectified_flow","Rectified flow"],["high","Mostly high noise"],["low","Mostly low noise"]],sn="This schedule",Pr=["drawn","What\
 I drew"],Or=.2,_r=500,rn=(t,e=1)=>t.toFixed(e).replace("-","−"),ko=t=>`${Math.round(100*t)} %`,$o=Array.from({length:101},(t,e)=>e/100);function So(t,e,o){let n=S=>e.
examples[S]?$t(kt(e.examples[S]).logSNR):$t(Ce(S).logSNR),s=kt($t(Ce("cosine").logSNR,1e3)),r=nn(s,Mo),a=n(e.kind),i=e.kind,l=a,u=!1,c=null,f=ne({label:"Start f\
rom",value:i,options:[...Ir,Pr],onChange(S){i=S,a=S==="drawn"?l:n(S),u=!1,k()}}),d=S=>{({levels:a,levelled:u}=S),l=a,i=f.input.value="drawn",k()},m=pe({label:"L\
og-SNR over time, with seven handles",title:"Log-SNR: draw it, or move the rings",x:[0,1],y:nt,height:260,xLabel:"time t",yTicks:[-10,-5,0,5,10],onHandle:(S,N,$)=>d(
tn(a,Number(S),$)),onStep:(S,N)=>d(tn(a,Number(S),St(a)[S]+Or*N)),onDraw(S,N){d(yo(a,N?S:c,S)),c=S}}),h=pe({label:"Signal rate and noise rate over time",title:"\
Signal and noise rate",x:[0,1],y:[0,1],height:260,xLabel:"time t",yTicks:[0,.5,1]}),M=Vt({caption:"How the time is spent",name:"log-SNR",head:["this","cosine"]}),
v=Z(),p=e.network?Dr(e,o,s):Br(e);t.append(J(f),x("div",{class:"ff-columns ff-two"},x("div",{},m.element,be([["leaf","this schedule"],["muted","cosine",!0]])),x(
"div",{},h.element,be([["signal","signal rate"],["noise","noise rate"]]))),v.element,x("div",{class:"ff-columns ff-two ff-gap"},M.element,...p.beside),...p.under);
let g=$o.map(S=>[S,s.logSNR(S)]);function k(){let S=kt(a),N=p.stops(S);m.update({lines:[{points:g,colour:"muted",dash:!0,width:1.5},{points:a.map((w,b)=>[b/ct,w]),
colour:"leaf",width:2.5}],marks:[...N.map(([w,b])=>({x:w,y:b,colour:"petal"})),...St(a).map((w,b)=>({x:b/(tt-1),y:w,colour:"leaf",handle:String(b),label:`Log-SN\
R at t = ${(b/(tt-1)).toFixed(2)}`,says:rn(w)}))]});let $=$o.map(w=>[w,S.rates(w)]);h.update({lines:["signal","noise"].map(w=>({points:$.map(([b,T])=>[b,T[w]]),
colour:w,width:2.5}))});let A=nn(S,Mo);M.update(Rr.map((w,b)=>({name:w,share:A[b],mark:r[b],cells:[ko(A[b]),ko(r[b])]}))),v.say(`${u?"A log-SNR may only fall: w\
here yours would have risen, it was levelled. ":""}${xo(S)}${p.show(S,i)}`)}return k(),p.decoding}function Br({size:t,seed:e,pixels:o}){let n=et(ae(o)),s=te(e,n.
image.length),r=Array.from({length:We},(i,l)=>l/(We-1)),a=r.map(i=>Q({label:`Flower at t = ${i.toFixed(2)}`,title:i.toFixed(2),width:t,height:t}));return{beside:[],
under:[x("div",{class:"ff-strip"},...a.map(i=>i.element))],stops:i=>r.map(l=>[l,i.logSNR(l)]),show(i){return r.forEach((l,u)=>{let{signal:c,noise:f}=i.rates(l);
a[u].draw(Ve(n,s,c,f)),a[u].describe(`Flower at t = ${l.toFixed(2)}, signal rate ${c.toFixed(2)}`)}),""}}}function Dr({network:t,recorded:e,spectrum:o},n,s){let{
size:r,mean:a,std:i}=t,l=Ae(t),u=[1,0].map(E=>l.schedule.logSNR(E)),c=on(o,s.logSNR),f=Vt({caption:"Predicted loss",name:"on the",head:["this","cosine","ratio"]}),
d=(E,y)=>Q({title:E,label:y,width:r,height:r}),m={cosine:d("Cosine","A flower grown under the cosine schedule"),mine:d(sn,"A flower grown under this schedule")},
h=Z(),M=re({label:"Another seed",onClick:()=>{g+=1,m.cosine.draw(p),R(0)}});M.disabled=!0,l.onChange(()=>{M.disabled=!l.ready});let v=Fe(n,l,t,h,{label:"Grow it\
 here",again:"Grow it again",opening:`Recorded: ${e.name}, seed ${e.seed}, ten steps.`,onReady:()=>R(0),onLost(){$+=1,g=e.seed,A=null,k&&m.cosine.draw(b("cosine")),
T()}}),p=he(new Float32Array(3*r*r),a,i),{seed:g}=e,k=null,S=[],N="",$=0,A=null,w=ce(de(n)).then(E=>{k=E,m.cosine.draw(b("cosine")),T(),n.dataset.recorded="show\
n"});function b(E){return ue(k,r*e.kinds.indexOf(E),0,r,r)}function T(){if(l.ready||!k)return;let E=e.kinds.includes(N);m.mine.draw(E?b(N):p),m.mine.heading.textContent=
E?sn:"Not grown yet",m.mine.describe(E?"A flower grown under this schedule":"Not grown yet")}let O=Oe(()=>{l.ready&&_()});function R(E=_r){$+=1,l.ready&&O(E)}async function _(){
let E=$+=1,y=te(g,3*r*r),F=(L,j)=>bo(j,y,async(W,I)=>(await l.predict(W,I,e.label)).noise,(W,I)=>E!==$?!1:(m[L].draw(he(W,a,i)),h.say(`Step ${I+1} of ${We}, see\
d ${g}.${C}`,!1),!0));m.mine.heading.textContent=sn,n.dataset.state="growing";try{if(await F("mine",S)===null)return;if(A!==g){if(await F("cosine",At(s,We,u))===
null)return;A=g}}catch(L){if(E!==$)return;h.say(`The network stopped: ${L.message}`),n.dataset.state="failed";return}m.mine.describe("A flower grown under this \
schedule"),h.say(`Both grown from the noise of seed ${g}, in ten steps each.${C}`),n.dataset.state="done"}let C="";return{decoding:w,beside:[f.element],under:[x(
"div",{class:"ff-columns ff-pair ff-grow ff-gap"},m.cosine.element,m.mine.element),h.element,x("div",{class:"ff-controls ff-gap"},v.processor.element,v.action,M,
v.bar)],stops:E=>At(E,We,u).map((y,F)=>[1-F/We,y]),show(E,y){N=y,S=At(E,We,u),C=S.some((j,W)=>Math.abs(j-E.logSNR(1-W/We))>.05)?` The network knows log-SNRs fro\
m ${rn(u[1])} to ${rn(u[0])} only: steps beyond are taken at the nearest of these.`:"";let L=on(o,E.logSNR);return f.update(["noise","image"].map(j=>({name:j,share:L[j],
mark:c[j],cells:[L[j].toFixed(3),c[j].toFixed(3),(L[j]/c[j]).toFixed(2)]}))),T(),R(),vo(L.noise/c.noise,L.image/c.image)+C}}}var Ft=[[125,47,6],[234,103,29],[243,189,152],[236,234,230],[165,210,251],[35,149,252],[10,74,138]];function qr(t){let e=(Math.min(Math.max(t,-1),1)+1)/2*(Ft.length-
1),o=Math.min(Math.floor(e),Ft.length-2);return[0,1,2].map(n=>{let[s,r]=[Ft[o][n],Ft[o+1][n]];return s+(r-s)*(e-o)})}function ut(t){let e=new Uint8ClampedArray(
3*t.length);return t.forEach((o,n)=>e.set(qr(o),3*n)),e}function Tt(t,e,o){let[n,s]=[Math.log10(e),Math.log10(o)],r=t/2;return Array.from({length:r},(a,i)=>10**(r===1?n:n+(s-n)*i/(r-1)))}function an(t,e){let o=e.map(
n=>Math.fround(Math.fround(t)*Math.fround(2*Math.PI*n)));return Float64Array.from([...o.map(Math.sin),...o.map(Math.cos)])}function ln(t,e){return e.reduce((n,s)=>n+
Math.cos(2*Math.PI*s*t),0)/e.length}var Je=400,cn=1e-4;function Fo(t,e){let o=null,n=(N,$)=>K({label:N,min:0,max:1,step:.001,value:$,format:A=>A.toFixed(3),onInput:S}),s=n("Noise variance a",e.a),
r=n("Noise variance b",e.b),a=(N,$,A,w)=>K({label:N,min:$,max:A,step:.1,value:Math.log10(w),format:b=>`${Number((10**b).toPrecision(2))}`,onInput:k}),i=a("Lowes\
t frequency",-1,1,e.min_frequency),l=a("Highest frequency",1,3,e.max_frequency),u=ne({label:"Length",value:String(e.dim),onChange:k,options:[8,16,32,64].map(N=>[
String(N),String(N)])}),c=x("div",{class:"ff-map"}),f=["a","b"].map(N=>x("i",{class:"ff-cursor"},x("b",{},N))),d=x("div",{class:"ff-vectors"}),m=pe({label:"Simi\
larity against the distance between two noise levels",title:"Similarity at every distance",x:[Math.log10(cn),0],y:[-.5,1],xLabel:"distance between a and b",height:180,
xTicks:[-4,-3,-2,-1,0],formatX:N=>String(Number((10**N).toPrecision(1))),yTicks:[-.5,0,.5,1]}),h=Z();t.append(J(s,r),J(i,l,u),x("span",{class:"ff-title"},"The v\
ector of every noise variance from 0 to 1"),c,x("div",{class:"ff-columns ff-two ff-gap"},d,m.element),h.element);let M=s;Be(c,(N,$)=>{let A=v(N);$&&(M=Math.abs(
A-s.value)<=Math.abs(A-r.value)?s:r),M.value=A},{scrolls:!0});function v(N){let $=c.getBoundingClientRect();return Math.min(Math.max((N.clientX-$.left)/$.width,
0),1)}let p=[],g=[];function k(){let N=Number(u.value);p=Tt(N,10**i.value,10**l.value),o=Q({label:`Embeddings of length ${N}: each column is the vector of one n\
oise variance`,width:Je,height:N}),o.draw(ut(jr(p))),c.replaceChildren(o.element,...f),g=[["vector of a","a"],["vector of b","b"],["a times b, cell by cell",""]].
map(([$])=>Q({label:$,title:$,width:N,height:1})),d.replaceChildren(...g.map($=>$.element),x("div",{class:"ff-note"},`Left half sines, right half cosines, each \
from slow to fast. The sum of the last row, divided by ${N/2}, is the similarity.`)),S()}function S(){let[N,$]=[an(s.value,p),an(r.value,p)],A=N.map((R,_)=>R*$[_]);
[N,$,A].forEach((R,_)=>g[_].draw(ut(R))),f[0].style.left=`${100*s.value}%`,f[1].style.left=`${100*r.value}%`,f[0].classList.toggle("ff-left",s.value<=r.value),f[1].
classList.toggle("ff-left",s.value>r.value);let w=Math.abs(s.value-r.value),b=ln(w,p),T=400,O=Array.from({length:T+1},(R,_)=>{let C=Math.log10(cn)*(1-_/T);return[
C,ln(10**C,p)]});m.update({lines:[{points:O,colour:"leaf"}],marks:[{x:Math.log10(Math.max(w,cn)),y:b,colour:"petal"}]}),h.say(`Distance ${w.toFixed(3)}, similar\
ity ${b.toFixed(2).replace("-","−")}. From a to b the slowest wave turns ${Ao(p[0]*w)}, the fastest ${Ao(p[p.length-1]*w)}.`)}k()}function Ao(t){return t===1?
"once":`${Number(t.toPrecision(2))} times`}function jr(t){let e=new Float64Array(2*t.length*Je);return t.forEach((o,n)=>{let s=Math.PI*o/Je,r=Math.sin(s)/s;for(let a=0;a<
Je;a+=1){let i=2*Math.PI*o*(a+.5)/Je;e[n*Je+a]=r*Math.sin(i),e[(n+t.length)*Je+a]=r*Math.cos(i)}}),e}var Wr={ArrowRight:()=>1,ArrowLeft:()=>-1,ArrowDown:t=>t,ArrowUp:t=>-t};function To(t,e,o){let{size:n,columns:s,names:r,chapter:a}=e,i=()=>document.querySelector(
".ff-figure.ff-grow")!==null,l=Z(),u=Q({label:"",width:n,height:n}),c=null,f=p=>ue(c,p%s*n,Math.floor(p/s)*n,n,n),d=r.map(p=>Q({label:"",width:n,height:n})),m=d.
map((p,g)=>{p.canvas.setAttribute("aria-hidden","true");let k=x("a",{"aria-label":`${r[g]}: grow it`,tabindex:g===0?"0":"-1"},p.canvas),S=()=>{M(k,g),v(g)};return M(
k,g),k.addEventListener("pointerenter",S),k.addEventListener("focus",S),k.addEventListener("click",N=>{M(k,g),!(N.ctrlKey||N.metaKey||N.shiftKey)&&i()&&location.
hash===k.hash&&window.dispatchEvent(new HashChangeEvent("hashchange"))}),k}),h=x("div",{class:"ff-every",role:"group","aria-label":`${r.length} flowers: arrow k\
eys move from one to the next`},...m);h.addEventListener("keydown",p=>{if(p.altKey||p.ctrlKey||p.metaKey)return;let g=m.indexOf(p.target),k=getComputedStyle(h).
gridTemplateColumns.split(" ").length,S=g+(Wr[p.key]?.(k)??NaN);S in m&&(p.preventDefault(),m[g].tabIndex=-1,m[S].tabIndex=0,m[S].focus())}),t.append(h,x("div",
{class:"ff-every-one"},u.element,l.element));function M(p,g){p.href=`${i()?"":a}#flower=${g}&seed=${g}`,p.target=i()?"":"_blank",p.rel=i()?"":"noopener"}function v(p){
c&&(u.draw(f(p)),u.describe(r[p]),l.say(`${r[p]}, seed ${p}. Press it to grow it yourself.`))}return ce(de(o)).then(p=>{c=p,d.forEach((g,k)=>g.draw(f(k))),v(0),
o.dataset.state="ready"})}function un(t,e){return t.findIndex(o=>o>=e)}function Eo(t,e,o){let n=t.length/3;return Float32Array.from(t,(s,r)=>{let a=Math.floor(r/n);return(s/255-e[a])/o[a]})}function No(t,e,o){let{size:n,mean:s,std:r,truths:a,told:i,errors:l}=e,u=Ae(e),c=Un(ae(e.photograph),s,r),f=y=>he(y,s,r),d=null,m=e.seed,h=0,M=!1,v=(y,F)=>K({label:F,
min:-y[0],max:-y.at(-1),step:y[0]-y[1],value:-e.truth,format:L=>Et(-L),onInput:T}),p=v(a,"Log-SNR of the picture"),g=v(i,"Log-SNR that we claim"),k=(y,F)=>Q({title:y,
label:F,width:n,height:n}),S=k("It sees","The noisy photograph"),N=k("It answers","What the network answers"),$=k("When honest","What it answers when it is told\
 the truth"),A=Z(),w=re({label:"Another noise",onClick:()=>{m+=1,T()}}),b=Fe(o,u,e,A,{label:"Ask the network",opening:`${fn(0,l[a.indexOf(e.truth)][i.indexOf(e.
truth)])} These answers are recorded.`,onReady:T,onLost:T});t.append(J(p,g),x("div",{class:"ff-triple ff-lie"},S.element,N.element,$.element),A.element,x("div",
{class:"ff-controls ff-gap"},b.action,w,b.processor.element,b.bar));function T(){let y=u.ready;Co(p,y?.05:a[0]-a[1]),Co(g,y?.05:i[0]-i[1]),w.disabled=!y,h+=1,y?
R():O()}function O(){if(!d)return;m=e.seed;let[y,F]=[a.indexOf(-p.value),i.indexOf(-g.value)],L=i.indexOf(a[y]),j=W=>ue(d.guess,W*n,y*n,n,n);S.draw(je(d.noisy,0,
y*n,n,n)),C(j(F),i[F]),$.draw(j(L)),!(h===1&&!b.problem)&&A.say(`${fn(i[F]-a[y],l[y][F],l[y][L])} ${b.problem}`.trim())}async function R(){if(S.draw(f(_())),!M){
M=!0;try{for(let y=0;y!==h&&u.ready;)y=await E(h)}catch(y){u.ready&&A.say(`The network stopped: ${y.message}`)}M=!1}}function _(){let{signal:y,noise:F}=we(-p.value),
L=te(m,c.length);return c.map((j,W)=>y*j+F*L[W])}function C(y,F){N.draw(y),N.describe(`What the network answers when it is told ${Et(F)}`)}async function E(y){let[
F,L,j,W]=[-p.value,-g.value,_(),m],I=we(F),B=async Y=>{let{noise:oe}=await u.predict(j,we(Y));return j.map((se,G)=>(se-I.noise*oe[G])/I.signal)},P=[await B(L),await B(
F)];if(y!==h)return y;C(f(P[0]),L),$.draw(f(P[1]));let[D,H]=P.map(Y=>bt(Y,c));return A.say(`${fn(L-F,D,H)} Noise ${W}, answered in this page.`),o.dataset.state=
"done",y}return ce(e.noisy).then(async y=>{d={noisy:y,guess:await ce(de(o))},o.dataset.state="ready",T()})}function Co(t,e){Number(t.input.step)!==e&&(t.input.step=
e,t.limits(t.input.min,t.input.max,t.input.value))}function fn(t,e,o){let n=`The picture is off by ${e.toFixed(2)} a pixel`;return t===0?`The truth. ${n}.`:`${t>
0?"It believes in too little noise":"It believes in too much noise"}. ${n}, where the truth gives ${o.toFixed(2)}.`}function Et(t){return(t>0?`+${t}`:String(t)).
replace("-","−")}function ve({label:t,reach:e,draw:o,onPress:n=null}){let s=x("canvas",{role:"img","aria-label":t,class:n?"ff-plane":"ff-plane ff-plain"}),r=s.getContext("2d"),a=0,
i=(d,m)=>[(d+e)/(2*e)*a,(e-m)/(2*e)*a],l={place:i,get context(){return r},get width(){return a},ring(d,m,h,M,v){r.beginPath(),r.arc(...i(d,m),h,0,2*Math.PI),r.lineWidth=
3,r.strokeStyle=M,r.fillStyle=v,r.fill(),r.stroke()},dots(d,m,h=2.4,M=1){r.globalAlpha=M,r.fillStyle=m;for(let v=0;v<d.length;v+=2){let[p,g]=i(d[v],d[v+1]);r.fillRect(
p-h/2,g-h/2,h,h)}r.globalAlpha=1},picture(d,m,h){r.globalAlpha=h;let[M,v]=i(-m,m);r.drawImage(d,M,v,a-2*M,a-2*v),r.globalAlpha=1},arrows(d,m,h,M=.05){r.strokeStyle=
h,r.lineWidth=1.2,r.beginPath();for(let v=0;v<d.length;v+=2){let[p,g]=i(d[v],d[v+1]),[k,S]=i(m[v],m[v+1]),N=Math.hypot(k-p,S-g);if(!(N>1))continue;let $=Math.min(
N,M*a),[A,w]=[(k-p)/N*$,(S-g)/N*$],b=Math.min(3.5,$/2)/$;r.moveTo(p,g),r.lineTo(p+A,g+w),r.lineTo(p+A-b*(A-w),g+w-b*(w+A)),r.moveTo(p+A,g+w),r.lineTo(p+A-b*(A+w),
g+w-b*(w-A))}r.stroke()}};function u(){a&&(r.clearRect(0,0,a,a),o(l))}function c(d){let m=s.getBoundingClientRect(),h=M=>e*(2*Math.min(Math.max(M,0),1)-1);return[
h((d.clientX-m.left)/m.width),-h((d.clientY-m.top)/m.height)]}n&&Be(s,(d,m)=>n(c(d),m));function f(){let d=window.devicePixelRatio||1;s.width=s.height=Math.round(
a*d),r=s.getContext("2d"),r.setTransform(s.width/a,0,0,s.width/a,0,0),u()}return{element:s,canvas:s,redraw:u,follow(){pt(s,d=>{a=d,f()}),Dt(s,()=>{a&&f()})}}}function Ro(t,e,o){let{size:n,levels:s,columns:r,shares:a}=e,i=te(1,3*n*n),l=Eo(ae(e.picture),e.mean,e.std),u=Q({label:"",width:n,height:n}),c=null,f=K({label:"\
Log-SNR, from little noise to much",min:0,max:s.length-1,step:1,value:s.indexOf(e.opens),format:$=>Et(s[$]),onInput:N}),d=($,A)=>ve({label:$,reach:n/2,draw:w=>{
if(!c)return;w.context.imageSmoothingEnabled=!1,u.draw(A()),w.picture(u.canvas,n/2,1);let{network:b,filter:T}=S();Lo(w,n,b.half,!1),Lo(w,n,T.half,!0)}}),m=d("Th\
e noisy picture, with the ring that holds half of the influence",k),h=d("The influence of each pixel on the middle one of the answer",()=>ue(c,n*(f.value%r),n*Math.
floor(f.value/r),n,n)),M=Q({label:"Colours of the map, weak to strong",width:r*n,height:e.bar}),v="Share of the influence within a radius",p=pe({label:v,title:v,
height:180,x:[0,a.network[0].length-1],y:[0,1],xLabel:"Radius (pixels)",yTicks:[0,.25,.5,.75,1]}),g=Z();t.append(J(f),x("div",{class:"ff-columns ff-pair ff-view"},
x("div",{},x("span",{class:"ff-title"},"It sees"),m.element),x("div",{},x("span",{class:"ff-title"},"What counts"),h.element,x("div",{class:"ff-scale"},x("span",
{},"weak"),M.element,x("span",{},"strong")))),g.element,x("div",{class:"ff-gap"},p.element),be([["leaf","the network"],["noise","the best linear filter",!0],["m\
uted","the network before training",!0]]));function k(){let{signal:$,noise:A}=we(s[f.value]),w=l.map((b,T)=>$*b+A*i[T]);return he(w,e.mean,e.std)}function S(){let $=A=>{
let w=a[A][f.value];return{curve:w,half:un(w,.5),most:un(w,.9)}};return{network:$("network"),filter:$("filter"),untrained:$("untrained")}}function N(){if(!c)return;
m.redraw(),h.redraw();let{network:$,filter:A,untrained:w}=S(),b=({curve:T})=>T.map((O,R)=>[R,O]);p.update({lines:[{points:b(w),colour:"muted",dash:!0},{points:b(
A),colour:"noise",dash:!0},{points:b($),colour:"leaf",width:3}],marks:[{x:$.half,y:$.curve[$.half],colour:"leaf"}]}),g.say(`Half of the influence lies ${Ct($.half)}\
, nine tenths ${Ct($.most)}. For the best linear filter half lies ${Ct(A.half)}, before training ${Ct(w.half)}.`)}return ce(de(o)).then($=>{c=$,M.draw(ue(c,0,c.
height-e.bar,c.width,e.bar));for(let A of[m,h])A.follow();N(),o.dataset.state="ready"})}function Ct(t){return t?`within ${t} ${t===1?"pixel":"pixels"}`:"in the \
pixel itself"}function Lo(t,e,o,n){let{context:s,width:r}=t,[a,i]=t.place(.5,-.5);for(let[l,u]of[["#000",4.5],["#fff",2]])s.beginPath(),s.arc(a,i,(o+.5)*r/e,0,2*
Math.PI),s.setLineDash(n?[5,5]:[]),s.lineWidth=u,s.strokeStyle=l,s.stroke();s.setLineDash([])}function Ur(t,e,o=8){let n=e/o,s=new Float64Array(3*n*n),r=a=>{let i=Math.floor(a/3);return 3*(Math.floor(i/e/o)*n+Math.floor(i%e/o))+a%3};return t.forEach((a,i)=>{
s[r(i)]+=a/o**2}),{broad:s,fine:Float64Array.from(t,(a,i)=>a-s[r(i)])}}function dn(t,e){return Math.sqrt(t.reduce((o,n,s)=>o+(n-e[s])**2,0)/t.length)}function Io(t,e,o=8){
let n=t.map(u=>Ur(u,e,o)),s=n[n.length-1],r=s.broad.length/3,a=[0,1,2].map(u=>s.broad.reduce((c,f,d)=>c+(d%3===u?f/r:0),0)),i={broad:dn(s.broad,s.broad.map((u,c)=>a[c%
3])),fine:dn(s.fine,new Float64Array(s.fine.length))},l=(u,c)=>dn(u[c],s[c])/(i[c]||1);return n.map(u=>({broad:l(u,"broad"),fine:l(u,"fine")}))}function Po(t,e){
let o=t.length;for(;o>0&&t[o-1]<=e;)o-=1;return o}function Oo(t,e){let o=n=>Math.abs(e[n]-t[n])/255;return Uint8ClampedArray.from({length:e.length/3},(n,s)=>255*
Math.sqrt(4*(o(3*s)+o(3*s+1)+o(3*s+2))/3))}var mn=10,Hr=.25;function Bo(t,e,o){let{size:n,mean:s,std:r}=e,a=Ae(e),i=P=>he(P,s,r),l={seed:e.seed,steps:e.steps,eta:0},u=[],c=e.steps,f="",d=[],m=0,h=P=>D=>{
l[P]=Number(D),a.ready?j():k.say("Press the button to grow that one. What you see is the recorded flower.")},M=K({label:"Seed",min:0,max:999,step:1,value:e.seed,
onInput:h("seed")}),v=ne({label:"Steps",value:String(e.steps),onChange:h("steps"),options:[5,10,20,40].map(P=>[String(P),String(P)])}),p=K({label:"Fresh noise η",
min:0,max:1,step:.1,value:0,format:P=>P.toFixed(1),onInput:h("eta")}),g=re({label:"Throw the dice",onClick:()=>{M.value=Math.floor(1e3*Math.random())}}),k=Z(),S=Z(),
N=Fe(o,a,e,k,{label:"Grow a flower",again:"Grow it again",opening:`Recorded: seed ${e.seed}, ${e.steps} steps, η = 0.`,onReady:I,onLost:()=>{W(),$.input.disabled=
!1}}),$=K({label:"Step",min:1,max:e.steps,step:1,value:e.steps,format:P=>`${P} of ${c}`,onInput:()=>C()}),A=(P,D)=>Q({title:P,label:D,width:n,height:n}),w=A("It\
 sees","The noisy image"),b=A("It believes","The predicted image"),T=A("The change","What has changed in the predicted image"),O=x("div",{class:"ff-film-strip f\
f-draggable","aria-hidden":"true"}),R=pe({label:"Distance of the belief to the flower",height:180,title:"How far the belief is from the flower",x:[1,0],y:[0,1.2],
xLabel:"time t",xTicks:[1,.8,.6,.4,.2,0],yTicks:[0,.25,.5,.75,1],onPoint:_});if(t.append(J($),x("div",{class:"ff-triple ff-film"},w.element,b.element,T.element),
O,S.element,x("div",{class:"ff-gap"},J(M,g,v,p,N.processor),J(N.action,N.bar),k.element),x("div",{class:"ff-gap"},R.element,be([["signal",`Broad colours: means \
over ${8} × ${8} pixels`],["petal","Edges and detail: the rest"]]))),N.problem)for(let P of[M.input,g,v.input,p.input])P.disabled=!0;function _(P){$.input.disabled||
($.value=Math.round((1-P)*c)+1)}function C(P=!0){let D=u[$.value-1];if(!D)return;let H=u[$.value-2];w.draw(D.noisy),b.draw(D.image),T.draw(H?Oo(H.image,D.image):
new Uint8ClampedArray(n*n));let{signal:Y,noise:oe}=a.schedule.rates(D.time),se=`step ${$.value} of ${c}`;w.describe(`The noisy image that the network sees at ${se}`),
b.describe(`The image that the network believes in at ${se}`),T.describe(H?"Bright where its belief has changed since the step before":"The first step: there is\
 no belief before it"),S.say(`Step ${$.value} of ${c}, at t = ${D.time.toFixed(2)}: signal rate ${Y.toFixed(2)}, noise rate ${oe.toFixed(2)}.${f}`,P);let G=E(),
ee=G.findLast(U=>U<$.value);[...O.children].forEach((U,X)=>{U.classList.toggle("ff-now",G[X%G.length]===ee)}),R.update({lines:d,marks:[{x:D.time,colour:"muted"}]})}
function E(){let P=Math.min(c,mn);return Array.from({length:P},(D,H)=>Math.round(H*(c-1)/(P-1)))}function y(){O.replaceChildren(...["noisy","image"].flatMap(P=>E().
map(D=>{let H=Q({label:"",width:n,height:n});return u[D]&&H.draw(u[D][P]),H.canvas}))),O.style.setProperty("--ff-columns",E().length)}function F(){let P=Io(u.map(
({image:Y})=>Y),n),D=(Y,oe)=>({colour:oe,points:u.map(({time:se},G)=>[se,P[G][Y]])});d=[D("broad","signal"),D("fine","petal")];let H=Y=>Po(P.map(oe=>oe[Y]),Hr)+
1;f=` Within a quarter of the flower: its broad colours from step ${H("broad")} on, edges and detail from step ${H("fine")} on.`,R.describe(`Distance of the bel\
ief to the flower.${f}`),o.dataset.broad=H("broad"),o.dataset.fine=H("fine")}let L=Oe(I);function j(){W(),L()}function W(){m+=1,L.forget()}async function I(){W();
let P=m,D={...l};u=[],f="",d=[],c=D.steps,o.dataset.state="growing",$.input.disabled=!0;try{for await(let H of Xe(a,D)){if(P!==m)return;u.push({time:H.time,noisy:i(
H.noisy),image:i(H.image)}),$.limits(1,c,u.length),y(),C(!1),k.say(`Seed ${D.seed}: ${H.seconds.toFixed(2)} s a network evaluation here, ${H.where}.`,!1),o.dataset.
processor=H.processor}}catch(H){if(P!==m)return;k.say(`The network stopped: ${H.message}`),o.dataset.state="failed";return}finally{P===m&&($.input.disabled=!1)}
F(),C(),o.dataset.state="done"}Be(O,P=>{let D=O.getBoundingClientRect(),H=Math.min(Math.max((P.clientX-D.left)/D.width,0),.999);$.input.disabled||($.value=Math.
floor(H*c)+1)},{scrolls:!0});let B=[e.noisy,de(o)];return Promise.all(B.map(ce)).then(([P,D])=>{u.length||(u=Ne(e.steps).slice(0,-1).map((H,Y)=>{let oe=[Y%mn*n,
Math.floor(Y/mn)*n,n,n];return{time:H,noisy:je(P,...oe),image:ue(D,...oe)}}),F(),y(),$.limits(1,e.steps,Math.round(e.steps/2)),C(),o.dataset.frames=u.length)})}function Do(t,e,o){let{size:n,times:s,flowers:r}=e,a=s.length-1,i=null,l=p=>r.map(g=>Q({label:`${g}: ${p}`,width:n,height:n})),u=l("noisy"),c=l("guess"),f=K({label:"\
From noise to flower",min:0,max:a,step:1,value:0,format:p=>`t = ${s[p].toFixed(1)}`,onInput:M}),d=Z(),m=(p,g)=>x("div",{},x("span",{class:"ff-title"},p),x("div",
{class:"ff-triple"},...g.map(k=>k.element))),h=x("div",{class:"ff-first ff-draggable"},m("The noisy picture",u),m("What the network takes it to be",c));t.append(
J(f,$e(o,f,{seconds:4})),h,d.element);function M(){if(!i)return;let p=f.value;r.forEach((g,k)=>{let S=[p*n,k*n,n,n];u[k].draw(je(i.noisy,...S)),c[k].draw(ue(i.guess,
...S)),u[k].describe(`A ${g} on its way out of noise, moment ${p} of ${a}`),c[k].describe(`What the network takes it to be at moment ${p} of ${a}`)}),d.say(v(p))}
function v(p){return p===0?"t = 1: pure noise. The guess is hardly more than a mean colour.":p===a?"t = 0: no noise is left. The last guess is the picture.":`t \
= ${s[p].toFixed(1)}: step ${2*p} of ${2*a}.`}return Be(h,p=>{let g=h.getBoundingClientRect(),k=(p.clientX-g.left)/g.width;f.value=Math.round(Math.min(Math.max(
k,0),1)*a)},{scrolls:!0}),Promise.all([ce(e.noisy),ce(de(o))]).then(([p,g])=>{i={noisy:p,guess:g},o.dataset.state="ready",f.value=f.value===0?Math.round(.4*a):f.
value})}function hn(t,e,o,n){let s=[0,1,2].map(a=>te(3*t+a,n)),r=Math.sqrt(1+e*e+o*o);return s[0].map((a,i)=>(a+e*s[1][i]+o*s[2][i])/r)}var Gr={velocity:(t,e,{signal:o,
noise:n})=>({image:t.map((s,r)=>o*s-n*e[r]),noise:t.map((s,r)=>n*s+o*e[r])}),flow:(t,e,{signal:o,noise:n})=>({image:t.map((s,r)=>(s-n*e[r])/(o+n)),noise:t.map((s,r)=>(s+
o*e[r])/(o+n))})};function Kr(t,e){return o=>o===0?{signal:1,noise:0}:t==="mean-flow"?{signal:1-o,noise:o}:e.rates(o)}function Yr(t,e,{signal:o,noise:n},s,r){if(t!==
"mean-flow")return[e,{signal:o,noise:n}];let a=Math.hypot(o,n),i=new Float32Array(e.length+s*s).fill(r);return i.set(e.map(l=>l/a)),[i,{signal:o/a,noise:n/a}]}async function*qo(t,e,{
method:o,target:n,schedule:s,size:r,evaluations:a,seed:i}){let l=Kr(o,s),u=Ne(a),c=e;for(let f=0;f<a;f+=1){let[d,m]=[l(u[f]),l(u[f+1])],[h,M]=Yr(o,c,d,r,u[f]-u[f+
1]),v=Gr[n](c,await t(h,M),d),p=o==="consistency"?te(ze(i,f),c.length):v.noise;c=v.image.map((g,k)=>m.signal*g+m.noise*p[k]),yield{i:f,image:v.image,noisy:c}}}function jo(t,e,o){let{size:n,mean:s,std:r,reach:a,places:i,method:l,target:u,classes:c}=e,f=Ae(e),d=3*n*n,m={seed:e.seed,x:0,y:0,evaluations:e.evaluations[0],label:e.
label??c},h=null,M=!1,v=!1,p=ne({label:"Network evaluations",value:String(m.evaluations),options:e.evaluations.map(I=>[String(I),String(I)]),onChange:I=>_({evaluations:Number(
I)})}),g=ne({label:"Flower",value:String(m.label),options:[[String(c),"no class"],...e.class_names.map((I,B)=>[String(B),I]).sort((I,B)=>I[1]<B[1]?-1:1)],onChange:I=>_(
{label:Number(I)})}),k=re({label:"Other noises",onClick:()=>_({seed:(m.seed+1)%1e3})}),S=(I,B)=>K({label:I,min:-a,max:a,step:.05,value:0,format:P=>P.toFixed(2).
replace("-","−"),onInput:P=>_({[B]:P})}),[N,$]=[S("Ring, across","x"),S("Ring, up","y")],A=x("canvas",{width:n,height:n}),w=ve({label:"The noise under the rin\
g",reach:a,draw:y,onPress([I,B]){N.limits(-a,a,I),$.limits(-a,a,B),_({x:I,y:B})}}),b=Q({label:"The flower",title:"Its flower",width:n,height:n}),T=Z(),O=Fe(o,f,
e,T,{label:"Let it follow",again:"Once more",opening:"The flowers of these places are recorded.",onReady:()=>_({}),onLost(){Object.assign(m,{seed:e.seed,label:e.
label??c}),g.input.value=String(m.label),E(),F()}});t.append(J(...e.evaluations.length>1?[p]:[],...c?[g]:[],k),x("div",{class:"ff-columns ff-pair ff-follow"},x(
"div",{class:"ff-view"},x("span",{class:"ff-title"},"Drag the ring"),w.element),b.element),J(N,$),T.element,x("div",{class:"ff-controls ff-gap"},O.action,O.processor.
element,O.bar)),f.onChange(R),R();function R(){k.disabled=g.input.disabled=!f.ready}function _(I){Object.assign(m,I),M=!0,E(),f.ready?j():F()}function C(){if(f.
ready)return m;let I=B=>Math.round((B+a)/(2*a)*(i-1))/(i-1)*2*a-a;return{x:I(m.x),y:I(m.y)}}function E(){let{x:I,y:B}=C(),P=he(hn(m.seed,I,B,d),s,r),D=A.getContext(
"2d"),H=D.createImageData(n,n);for(let Y=0;Y<n*n;Y+=1)H.data.set([P[3*Y],P[3*Y+1],P[3*Y+2],255],4*Y);D.putImageData(H,0,0),w.redraw()}function y(I){I.context.imageSmoothingEnabled=
!1,I.picture(A,a,1);let{x:B,y:P}=C();I.ring(B,P,9,le(o,"accent"),le(o,"panel"))}function F(){if(!h)return;let I=Y=>Math.round((Y+a)/(2*a)*(i-1)),{x:B,y:P}=C(),D=e.
evaluations.indexOf(m.evaluations)*i+I(B),H=i-1-I(P);b.draw(ue(h,D*n,H*n,n,n)),L(B,P),T.say(`Recorded: the flower at ${gn(B,P)}, ${pn(m.evaluations)}. ${O.problem}`.
trim())}function L(I,B){b.describe(`The flower of the noise at ${gn(I,B)}, ${pn(m.evaluations)}`)}async function j(){if(!v){v=!0,o.dataset.state="following";try{
for(;M&&f.ready;)M=!1,await W({...m});f.ready&&(o.dataset.state="done")}catch(I){f.ready&&(T.say(`The network stopped: ${I.message}`),o.dataset.state="failed")}
v=!1}}async function W(I){let B=performance.now(),P="",D=null,H=async(se,G)=>{let ee=await f.predict(se,G,I.label);return P=ee.where,ee.output},Y=hn(I.seed,I.x,
I.y,d);for await(let se of qo(H,Y,{...I,method:l,target:u,size:n,schedule:f.schedule}))D=se.image;b.draw(he(D,s,r)),L(I.x,I.y);let oe=performance.now()-B;o.dataset.
milliseconds=oe.toFixed(1),T.say(`The flower at ${gn(I.x,I.y)}, ${pn(I.evaluations)}: ${oe.toFixed(0)} ms, ${P}.`)}return _e(o,()=>w.redraw()),w.follow(),E(),ce(
de(o)).then(I=>{h=I,f.ready||(b.draw(ue(h,(i-1)/2*n,(i-1)/2*n,n,n)),L(0,0)),o.dataset.recorded="ready"})}var pn=t=>`${t} evaluation${t>1?"s":""}`,gn=(t,e)=>`(${t.
toFixed(2)}, ${e.toFixed(2)})`.replaceAll("-","−");function Wo(t,e,o){let[n,s]=[t,e].map(Xr),[r,a]=[t,e].map(l=>Vr(l,o)),i=(l,u)=>l.reduce((c,f,d)=>c+f*u[d],0);return{brightness:(n.mean-s.mean)/255,contrast:n.spread/
s.spread,outlines:i(r,a)/Math.sqrt(i(r,r)*i(a,a))}}function Xr(t){let e=t.reduce((n,s)=>n+s,0)/t.length,o=t.reduce((n,s)=>n+(s-e)**2,0);return{mean:e,spread:Math.
sqrt(o/t.length)}}function Vr(t,e){let o=n=>(t[3*n]+t[3*n+1]+t[3*n+2])/3;return Float64Array.from({length:e*(e-1)},(n,s)=>{let r=s+Math.floor(s/(e-1));return o(
r+1)-o(r)})}function Uo(t,e,o){let{size:n,mean:s,std:r,classes:a}=e,i=3*n*n,l=Ae(e),u=G=>he(G,s,r),c=0,f={seed:e.seed,steps:e.steps,eta:0,label:e.label,guidance:e.guidance,
acts:"middle"},d=(G,ee=Number)=>U=>{f[G]=ee(U),E(),G==="seed"&&F(),l.ready&&B()},m=K({label:"Seed",min:0,max:999,step:1,value:f.seed,onInput:d("seed")}),h=ne({label:"\
Steps",value:String(f.steps),onChange:d("steps"),options:[5,10,20,40].map(G=>[String(G),String(G)])}),M=K({label:"Fresh noise η",min:0,max:1,step:.1,value:0,format:G=>G.
toFixed(1),onInput:d("eta")}),v=ne({label:"Flower",value:String(e.label),onChange:d("label"),options:[[String(a),"no class"],...e.class_names.map((G,ee)=>[String(
ee),G]).sort((G,ee)=>G[1]<ee[1]?-1:1)]}),p=K({label:"Guidance",min:0,max:8,step:.5,value:e.guidance,format:G=>G.toFixed(1),onInput:d("guidance")}),[g,k]=e.interval,
S=G=>g<=G&&G<=k,N=ne({label:"Guidance acts",value:"middle",onChange:d("acts",String),options:[["middle",`from t = ${k} to ${g}`],["always","always"]]}),$=re({label:"\
Another seed",onClick:()=>{m.value=(f.seed+1)%1e3}}),A={noisy:Q({label:"The noisy image",title:"Noisy image",width:n,height:n}),image:Q({label:"The predicted im\
age",title:"Predicted image",width:n,height:n})},w=x("div",{class:"ff-grow-strip",role:"group","aria-label":"The predicted image, step by step"}),b=re({label:"C\
ompare guidance",onClick:Y}),T=[["Class alone",{guidance:1}],["Guided always",{acts:void 0}],[`Guided from t = ${k} to ${g}`,{acts:S}]].map(([G,ee])=>({title:G,
options:ee,view:Q({title:G,label:G,width:n,height:n})})),O=x("div",{class:"ff-triple ff-film",hidden:!0},...T.map(({view:G})=>G.element)),R=Z(),_=e.label===a?"":
`${e.class_names[e.label]}, `,C=Fe(o,l,e,R,{label:"Grow a flower",again:"Grow it again",opening:`Recorded: ${_}seed ${e.seed}, ${e.steps} steps.`,onReady:H,onLost:P});
t.append(J(m,h,M,...a?[v,p,N]:[],C.processor),J(C.action,$,...e.compare?[b]:[],C.bar),x("div",{class:"ff-columns ff-pair ff-grow"},A.noisy.element,A.image.element),
w,R.element,...e.compare?[O]:[]),l.onChange(E),E();function E(){p.input.disabled=N.input.disabled=f.label===a,b.disabled=f.label===a||!l.ready}function y(G){o.dataset.
state=G}function F(){A.noisy.draw(u(te(f.seed,i))),l.ready||A.image.draw(u(new Float32Array(i)))}let L=ae(e.recorded),j=L.length/i;for(let G=0;G<j;G+=1)W(L.subarray(
G*i,(G+1)*i));if(F(),A.image.draw(L.subarray((j-1)*i)),C.problem)for(let G of[$,m.input,h.input,M.input,v.input])G.disabled=!0;function W(G){let ee=x("canvas",{
width:n,height:n,"aria-hidden":"true"}),U=ee.getContext("2d"),X=U.createImageData(n,n);for(let V=0;V<n*n;V+=1)X.data.set([G[3*V],G[3*V+1],G[3*V+2],255],4*V);U.putImageData(
X,0,0),w.append(ee)}let I=Oe(H);function B(){P(),y("growing"),I()}function P(){c+=1,I.forget()}async function D(G){P();let ee=c,U=()=>ee===c;y("growing");try{await G(
U),U()&&y("done")}catch(X){if(!U())return;R.say(`The network stopped: ${X.message}`),y("failed")}}function H(){let{seed:G,steps:ee}=f,U=new Set(Array.from({length:10},
(X,V)=>Math.ceil((V+1)*ee/10)));return w.replaceChildren(),O.hidden=!0,D(async X=>{for await(let V of Xe(l,{...oe(),wanted:X})){if(!X())return;A.noisy.draw(u(V.
next)),A.image.draw(u(V.image)),U.has(V.i+1)&&W(u(V.image)),R.say(`Step ${V.i+1} of ${ee}, seed ${G}: ${V.seconds.toFixed(2)} s a network evaluation here, ${V.where}\
.`,V.i+1===ee),o.dataset.processor=V.processor,o.dataset.seconds=V.seconds.toFixed(4)}})}function Y(){O.hidden=!1;for(let{view:G}of T)G.draw(new Uint8ClampedArray(
i));return D(async G=>{let ee=[];for(let{title:U,options:X,view:V}of T){let z=null;for await(let fe of Xe(l,{...oe(),...X,wanted:G})){if(!G())return;z=u(fe.image),
V.draw(z),R.say(`${U}: step ${fe.i+1} of ${f.steps}.`,!1)}if(!G())return;ee.push(z)}R.say(T.slice(1).map(({title:U},X)=>{let{brightness:V,contrast:z,outlines:fe}=Wo(
ee[X+1],ee[0],n);return`${U}, the light has moved by ${Jr(V)}, the contrast is ${z.toFixed(2)} times that of the class alone, and the outlines agree to ${fe.toFixed(
2)}.`}).join(" "))})}function oe(){let{acts:G,...ee}=f;return{...ee,acts:G==="always"?void 0:S}}function se(){if(!o.isConnected)return window.removeEventListener(
"hashchange",se);let G=new URLSearchParams(location.hash.slice(1)),ee=Number(G.get("flower")??NaN);C.problem||!(ee in e.class_names)||(v.value=String(ee),m.value=
Number(G.get("seed")??f.seed),o.scrollIntoView({block:"center"}),l.ready||R.say(`${e.class_names[ee]}, seed ${f.seed}: press the button to grow it.`))}window.addEventListener(
"hashchange",se),se()}function Jr(t){return`${t<0?"−":"+"}${Math.abs(t).toFixed(2)}`}var Ho="noise-to-flowers:guess";function ft(){return{rounds:0,you:0,youLevels:0,bayes:0,bayesLevels:0}}function Go(t,{right:e,level:o,bayes:n,from:s}){return{rounds:t.
rounds+1,you:t.you+(e?1:0),youLevels:t.youLevels+(e?o:0),bayes:t.bayes+(n?1:0),bayesLevels:t.bayesLevels+s}}function Ko(){try{let t=JSON.parse(localStorage.getItem(
Ho));return Object.keys(ft()).every(e=>Number.isFinite(t[e]))?t:ft()}catch{return ft()}}function wn(t){try{localStorage.setItem(Ho,JSON.stringify(t))}catch{}}function Yo(t,e,{signal:o,noise:n}){return Float64Array.from(t,(s,r)=>o*s+n*e[r])}function Xo(t,e,{signal:o,noise:n}){let s=t.map(l=>{let u=0;for(let c=0;c<e.length;c+=
1)u+=(e[c]-o*l[c])**2;return-u/(2*n**2)}),r=Math.max(...s),a=s.map(l=>Math.exp(l-r)),i=a.reduce((l,u)=>l+u,0);return a.map(l=>l/i)}function Vo(t,e){let o=new Float64Array(
t[0].length);return t.forEach((n,s)=>{for(let r=0;r<o.length;r+=1)o[r]+=e[s]*n[r]}),o}var yn=.1;function Qo(t,e,o){let{size:n,names:s,noisiest:r,clearest:a,sure:i}=e,l=3*n*n,u=null,c=null,f=Ko(),d=K({label:"Log-SNR, from much noise to little",min:r,
max:a,step:yn,value:r,format:Ze,onInput:$}),m=re({label:"Next flower",onClick:()=>{S(Jo()),d.input.focus()}}),h=Q({title:"Under noise",label:"The noisy flower",
width:n,height:n}),M=Q({title:"Mean of the eight",label:"",width:n,height:n}),v=s.map((w,b)=>Zr(w,n,()=>N(b))),p=Z(),g=x("table",{class:"ff-score","aria-label":"\
Score"}),k=re({label:"Forget the score",onClick:()=>{f=ft(),wn(f),A(),d.input.focus()}});t.append(J(d,m),x("div",{class:"ff-guess"},x("div",{class:"ff-columns f\
f-pair"},h.element,M.element),x("div",{class:"ff-tiles",role:"group","aria-label":"Which flower is it?"},...v.map(w=>w.element))),p.element,x("div",{class:"ff-s\
core-row"},g,k));function S(w){c={...Qr(w,s.length,l),seen:r,guess:null},o.dataset.seed=w,m.disabled=!0,v.forEach(b=>b.hide()),d.value=r}function N(w){!c||c.guess!==
null||(c.guess=w,m.disabled=!1,c.from=zr(u.images,c,r,a,i),f=Go(f,{right:w===c.flower,level:c.seen,bayes:Zo(bn(u.images,c,c.seen))===c.flower,from:c.from}),wn(f),
d.value=c.seen,A())}function $(){if(!c)return;let w=d.value,{guess:b,flower:T}=c;b===null&&(c.seen=Math.max(c.seen,w));let{signal:O,noise:R}=we(w),{images:_}=u;
h.draw(Ve({...u,image:_[T]},c.field,O,R)),h.describe(`A flower under noise, log-SNR ${Ze(w)}`);let C=b===null?s.map(()=>1/s.length):bn(_,c,w);if(M.draw(Ve({...u,
image:Vo(_,C)},c.field,1,0)),M.heading.textContent=b===null?"Mean of the eight":"Bayes’ mean",b===null){M.describe("The mean of the eight flowers"),p.say(`One\
 part of flower to ${ea(w)} of noise. Which of the eight is it? What counts is the clearest picture that you have seen: ${Ze(c.seen)}.`);return}M.describe(`The \
mean of the eight, weighted by Bayes, most the ${s[Zo(C)]}`),v.forEach((y,F)=>y.show(C[F],F===T,F===b));let E=b===T?`Yes, the ${s[T]}`:`It is the ${s[T]}, and n\
ot the ${s[b]}`;p.say(`${E}. At ${Ze(w)} Bayes gives it ${C[T].toFixed(2)}; from ${Ze(c.from)} on it is sure. Your guess counts at ${Ze(c.seen)}.`)}function A(){
let w=(b,T,O)=>x("tr",{},x("th",{scope:"row"},b),x("td",{},`${T} of ${f.rounds}`),x("td",{},O.count?Ze(O.sum/O.count):"–"));g.replaceChildren(x("tr",{},x("td",
{}),x("th",{scope:"col"},"right"),x("th",{scope:"col"},"mean level")),w("You",f.you,{sum:f.youLevels,count:f.you}),w("Bayes",f.bayes,{sum:f.bayesLevels,count:f.
rounds})),k.disabled=f.rounds===0}return A(),ce(de(o)).then(w=>{let b=new Uint8Array(l*s.length);s.forEach((_,C)=>b.set(ue(w,C*n,0,n,n),C*l));let{mean:T,std:O,image:R}=et(
b);u={mean:T,std:O,images:s.map((_,C)=>R.subarray(C*l,(C+1)*l))},v.forEach((_,C)=>_.draw(b.subarray(C*l,(C+1)*l))),S(Jo()),o.dataset.state="ready"})}function Zr(t,e,o){
let n=Q({label:"",width:e,height:e});n.canvas.removeAttribute("role"),n.canvas.removeAttribute("aria-label"),n.canvas.setAttribute("aria-hidden","true");let s=x(
"i",{}),r=x("span",{class:"ff-value"}),a=x("span",{class:"ff-verdict"}),i=x("button",{type:"button",class:"ff-tile"},n.element,x("span",{class:"ff-name"},t),x("\
span",{class:"ff-bar","aria-hidden":"true"},s),r,a);return i.addEventListener("click",o),{element:i,draw:n.draw,show(l,u,c){i.setAttribute("aria-disabled","true"),
i.setAttribute("aria-pressed",c),i.classList.toggle("ff-true",u),s.style.width=`${100*l}%`,r.textContent=` ${l.toFixed(2)} `,a.textContent=u?c?"you, right":"it \
is this":c?"you":""},hide(){i.removeAttribute("aria-disabled"),i.removeAttribute("aria-pressed"),i.classList.remove("ff-true"),s.style.width="0",r.textContent=a.
textContent=""}}}function Qr(t,e,o){return{flower:Ye(t,4294967295)%e,field:te(t,o)}}function bn(t,{flower:e,field:o},n){let s=we(n);return Xo(t,Yo(t[e],o,s),s)}
function zr(t,e,o,n,s){let r=Math.round((n-o)/yn);for(let a=0;a<r;a+=1){let i=o+a*yn;if(bn(t,e,i)[e.flower]>s)return i}return n}function Jo(){return Math.floor(
Math.random()*2**32)}var Zo=t=>t.indexOf(Math.max(...t));function Ze(t){return t.toFixed(1).replace("-","−")}function ea(t){return Math.round(Math.exp(-t)).toLocaleString(
"en-GB")}function zo(t,e,o){let n=e/o,s=3*o*o,r=new Float64Array(t.length);for(let a=0;a<t.length;a+=1)r[ts(a,e,o,n,s)]=t[a]/255;return r}function es(t,e,o){let n=e/o,s=3*
o*o,r=new Uint8ClampedArray(t.length);for(let a=0;a<r.length;a+=1)r[a]=255*t[ts(a,e,o,n,s)];return r}function ts(t,e,o,n,s){let r=t%3,a=Math.floor(t/3)%e,i=Math.
floor(t/3/e);return(Math.floor(i/o)*n+Math.floor(a/o))*s+r*o*o+i%o*o+a%o}function ns(t,{mean:e,directions:o}){let n=e.length,s=new Float64Array(t.length);for(let r=0;r<
t.length;r+=n)for(let a=0;a<n;a+=1){let i=0;for(let l=0;l<n;l+=1)i+=o[a][l]*(t[r+l]-e[l]);s[r+a]=i}return s}function xn(t,{mean:e,directions:o},n){let s=e.length,
r=new Float64Array(t.length);for(let a=0;a<t.length;a+=s)for(let i=0;i<s;i+=1){let l=e[i];for(let u=0;u<n;u+=1)l+=t[a+u]*o[u][i];r[a+i]=l}return r}function os(t,e){
return Math.sqrt(t.reduce((o,n,s)=>o+(n-e[s])**2,0)/t.length)}function ss(t,e,o,n,s,r){let a=e.length,i=t.length/a/r,l=s*r,u=new Uint8ClampedArray(n*i*r).fill(127.5);
for(let c=0;c<Math.min(o,n);c+=1)for(let f=0;f<i*r;f+=1){let d=c%s*r+f%r,m=Math.floor(c/s)*i+Math.floor(f/r);u[m*l+d]=127.5+127.5*t[f*a+c]/(3*e[c])}return u}var rs=4,as={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]};function ls(t,e,o){let{side:n,size:s,spread:r,error:a,learned:i}=e,l=n/s,u=r.length,
c=ae(e.picture),f=zo(c,n,s),d=ns(f,e),m=[...e.square],h=E=>Q({label:"",width:E,height:E}),M={photograph:h(n),code:h(2*l),back:h(n)};M.photograph.draw(c);let v=K(
{label:"Numbers kept of each square",min:1,max:u,step:1,value:e.opens,format:E=>`${E} of ${u}`,onInput:C}),p=ne({label:"Number to move",value:"0",options:Array.
from({length:rs},(E,y)=>[String(y),`the ${is[y]}`]),onChange:C}),g=K({label:"Move it in the marked square",min:-3,max:3,step:.25,value:0,format:E=>`${E>0?"+":""}${E}`.
replace("-","−"),onInput:C}),k=i&&De({label:"The learned code",onChange:C}),S=(E,y,F)=>ve({label:E,reach:F/2,onPress:E==="From its numbers"?O:null,draw(L){L.context.
imageSmoothingEnabled=!1,L.picture(y.canvas,F/2,1),_(L,E)}}),N=[S("The photograph",M.photograph,n),S("Its first four numbers",M.code,2*l),S("From its numbers",M.
back,n)],$=N[2].canvas;for(let[E,y]of Object.entries({tabindex:0,role:"application","aria-roledescription":"squares of a picture, arrow keys move the mark"}))$.
setAttribute(E,y);$.addEventListener("keydown",E=>{!as[E.key]||E.altKey||E.ctrlKey||E.metaKey||(E.preventDefault(),R(as[E.key].map((y,F)=>m[F]+y)))});let A="Err\
or by numbers kept (root mean square, from 0 to 1)",w=pe({label:A,title:A,height:170,x:[0,u],y:[0,e.highest],xLabel:"Numbers kept of each square"}),b=Z();t.append(
J(v,...k?[k]:[]),x("div",{class:"ff-planes ff-latent"},...N.map((E,y)=>x("div",{},x("span",{class:"ff-title"},ta[y]),E.element))),x("div",{class:"ff-controls ff\
-gap"},p.element,g.element),b.element,x("div",{class:"ff-gap"},w.element),be([["signal",`${e.pictures.toLocaleString("en")} photographs that it was not made of`],
...i?.average?[["leaf","the learned code, the same photographs"]]:[]]));let T=()=>!!k?.value;function O([E,y]){R([Math.floor((E+n/2)/s),Math.floor((n/2-y)/s)])}
function R(E){E.forEach((y,F)=>{m[F]=Math.min(Math.max(y,0),l-1)}),C()}function _(E,y){if(T()||y==="The photograph")return;let{context:F,width:L}=E,j=y==="From \
its numbers"?l:2*l,W=L/j,I=Number(p.value),B=y==="From its numbers"?m:[m[0]+I%2*l,m[1]+Math.floor(I/2)*l];F.lineWidth=2;for(let[P,D]of[["#000",3],["#fff",1]])F.
strokeStyle=P,F.strokeRect(B[0]*W-D,B[1]*W-D,W+2*D,W+2*D)}function C(){let E=Number(p.value),y=T()?i.kept:v.value;for(let I of[p.input,g.input])I.disabled=T()||
E>=y;v.input.disabled=T();let F=0;if(T())M.code.draw(na(ae(i.code),l)),M.back.draw(ae(i.picture));else{let I=d.slice();F=E<y?g.value:0,I[(m[1]*l+m[0])*u+E]+=F*r[E],
M.code.draw(ss(I,r,y,rs,2,l)),M.back.draw(es(xn(I,e,y),n,s))}for(let I of N)I.redraw();let L=T()?i.error:os(xn(d,e,y),f),j=y*l*l;$.setAttribute("aria-label",`Fr\
om its numbers. The marked square is in row ${m[1]+1}, column ${m[0]+1}`),w.update({lines:[{points:a.map((I,B)=>[B,I]),colour:"signal"}],marks:[{x:y,y:L,colour:"\
accent",size:6},...i?.average?[{x:i.kept,y:i.average,colour:"leaf"}]:[]]});let W=T()?`The learned code, ${y} numbers a square`:`${y} of ${u} numbers a square`;b.
say(`${W}: ${j.toLocaleString("en")} in place of ${c.length.toLocaleString("en")}. This photograph comes back with an error of ${L.toFixed(3)}${T()?"":`, the ot\
hers with ${a[y].toFixed(3)}`}.${F?` You moved the ${is[E]} number of the marked square: only that square changes.`:""}`)}for(let E of N)E.follow();C(),o.dataset.
state="ready"}var ta=["The photograph","Its first four numbers","From its numbers"],is=["first","second","third","fourth"];function na(t,e){let o=new Uint8ClampedArray(
t.length),n=e*e;return t.forEach((s,r)=>{let[a,i]=[Math.floor(r/n),r%n],l=a%2*e+i%e,u=Math.floor(a/2)*e+Math.floor(i/e);o[u*2*e+l]=s}),o}function fs(t,e,o){let{names:n,side:s,reach:r,handle:a,centres:i,radius:l}=e,u=ae(e.colours),c=u.length/3,f=cs(e.clouds,r),d=cs(e.grids,r),m={x:a[0],y:a[1]},h=A=>Math.
min(Math.max(A,-e.start),e.start),M=A=>K({label:`Noise: ${A}`,min:-e.start,max:e.start,step:.05,value:m[A],format:w=>w.toFixed(2),onInput(w){m[A]=w,N()}}),[v,p]=[
M("x"),M("y")],g=n.map((A,w)=>{let b=us(f,w,c),T=w?us(d,w-1,s*s):null,O=()=>T?oa(T,s,e.start,m.x,m.y):[m.x,m.y],R=ve({label:A,reach:r,onPress:w?null:S,draw(_){for(let C=0;C<
c;C+=1){let[E,y]=_.place(b[2*C],b[2*C+1]);_.context.fillStyle=`rgb(${u[3*C]} ${u[3*C+1]} ${u[3*C+2]})`,_.context.fillRect(E-1,y-1,2,2)}_.ring(...O(),6,le(o,"acc\
ent"),le(o,"panel"))}});return{name:A,end:O,plane:R}});g[0].plane.canvas.classList.add("ff-handle");let k=Z();t.append(x("div",{class:"ff-planes"},...g.map(({name:A,
plane:w})=>x("div",{},x("span",{class:"ff-title"},A),w.element))),k.element,x("div",{class:"ff-controls ff-gap"},v.element,p.element));function S([A,w]){Object.
assign(m,{x:h(A),y:h(w)}),v.limits(-e.start,e.start,m.x),p.limits(-e.start,e.start,m.y),N()}function N(){for(let{plane:A}of g)A.redraw();$()}function $(){let A=b=>i.
some(([T,O])=>Math.hypot(T-b[0],O-b[1])<l),w=g.slice(1).map(({name:b,end:T})=>`${b}: ${A(T())?"in a disc":"between the discs"}`);k.say(`From (${m.x.toFixed(2)},\
 ${m.y.toFixed(2)}). ${w.join("; ")}.`)}for(let{plane:A}of g)A.follow();$(),_e(o,N)}function cs(t,e){return Float32Array.from(ae(t),o=>o/255*2*e-e)}function us(t,e,o){
return t.subarray(2*e*o,2*(e+1)*o)}function oa(t,e,o,n,s){let r=c=>Math.min(Math.max((c+o)/(2*o)*(e-1),0),e-1.000001),[a,i]=[Math.floor(r(n)),Math.floor(r(s))],
[l,u]=[r(n)-a,r(s)-i];return[0,1].map(c=>{let f=(d,m)=>t[2*((i+m)*e+a+d)+c];return(1-u)*((1-l)*f(0,0)+l*f(1,0))+u*((1-l)*f(0,1)+l*f(1,1))})}function hs(t){let e=ae(t),o=new Float32Array(e.length/2);for(let n=0;n<o.length;n+=1){let s=e[2*n]|e[2*n+1]<<8,r=s>>10&31,a=s&1023,i=r?(1+a/1024)*2**(r-15):a*2**
-24;o[n]=s&32768?-i:i}return o}function ps(t){let e=hs(t),o=e.length/2;return e.map((n,s)=>s<o?e[2*s]:e[2*(s-o)+1])}function gs({shapes:t,weights:e}){let o=hs(e),
n=[],s=0;for(let r=0;r<t.length;r+=2){let[a,i]=t[r],l=o.subarray(s,s+a*i);s+=a*i,n.push({inputs:i,outputs:a,weight:l,bias:o.subarray(s,s+a)}),s+=a}return n}var Ee=128;function*sa(t,e,o){let n=e.length/2,s=[o.signal,o.noise,Math.log(o.signal/o.noise)],r=new Float32Array(2*n),a=Math.max(...t.map(({outputs:u})=>u)),[i,l]=[new Float32Array(
a*Ee),new Float32Array(a*Ee)];for(let u=0;u<n;u+=Ee){let c=Math.min(Ee,n-u);for(let f=0;f<c;f+=1)i[f]=e[u+f],i[Ee+f]=e[n+u+f];t.forEach((f,d)=>{if(ra(f,d===0?s:
[],i,l,c),d<t.length-1)for(let m=0;m<f.outputs*Ee;m+=1)l[m]/=1+Math.exp(-l[m]);[i,l]=[l,i]});for(let f=0;f<c;f+=1)r[u+f]=i[f],r[n+u+f]=i[Ee+f];yield}return r}function ra({
inputs:t,outputs:e,weight:o,bias:n},s,r,a,i){let l=t-s.length,u=l%4===0?4:2;for(let c=0;c<e;c+=1){let f=c*t,d=c*Ee,m=n[c];s.forEach((h,M)=>{m+=o[f+l+M]*h}),a.fill(
m,d,d+Ee);for(let h=0;h<l;h+=u){let M=o[f+h],v=o[f+h+1],p=h*Ee;if(u===4){let g=o[f+h+2],k=o[f+h+3];for(let S=0;S<i;S+=1)a[d+S]+=M*r[p+S]+v*r[p+Ee+S]+g*r[p+2*Ee+
S]+k*r[p+3*Ee+S]}else for(let g=0;g<i;g+=1)a[d+g]+=M*r[p+g]+v*r[p+Ee+g]}}}function*ds(t,e,o){let n=yield*sa(t,e,o),s=new Float32Array(e.length),r=new Float32Array(
e.length);for(let a=0;a<e.length;a+=1)s[a]=o.signal*e[a]-o.noise*n[a],r[a]=o.noise*e[a]+o.signal*n[a];return{image:s,noise:r}}function ms({image:t,noise:e},o,n,s=0,r=null,a=new Float32Array(
t.length)){for(let i=0;i<a.length;i+=1)a[i]=o*t[i]+n*e[i]+(r?s*r[i]:0);return a}var dt={ddim:{name:"DDIM",eta:null,cost:t=>t},ddpm:{name:"DDPM (η = 1)",eta:1,cost:t=>t},
heun:{name:"Heun",eta:0,cost:t=>2*t-1},dpm_solver_pp:{name:"DPM-Solver++(2M)",eta:0,cost:t=>t}};function ws({layers:t,schedule:e,start:o,solver:n,steps:s,eta:r=0,
seed:a=0}){let i=Ne(s),l=i.map(g=>e.rates(g)),u=dt[n].eta??r,c=[o],f=[],d=[],m=[];function*h(g){let k=c[g],S=yield*ds(t,k,l[g]);if(n==="heun"&&g<s-1){let N=ms(S,
l[g+1].signal,l[g+1].noise),$=yield*ds(t,N,l[g+1]),A=S.noise.map((b,T)=>(b+$.noise[T])/2);return{image:k.map((b,T)=>(b-l[g].noise*A[T])/l[g].signal),noise:A}}if(d[g]=
S.image,n==="dpm_solver_pp"&&g>0){let[N,$,A]=[-1,0,1].map(O=>e.logSNR(i[g+O])),w=(A-$)/(2*($-N)),b=S.image.map((O,R)=>(1+w)*O-w*d[g-1][R]),T=k.map((O,R)=>(O-l[g].
signal*b[R])/l[g].noise);return{image:b,noise:T}}return S}function*M(){for(let g=0;g<s;g+=1)f.push(yield*h(g)),m.push(u>0?te(ze(a,g),o.length):null),c.push(p(g,
l[g+1]))}let v=M();function p(g,k,S){let{kept:N,fresh:$}=Wt(l[g],k,u);return ms(f[g],k.signal,N,$,m[g],S)}return{at(g,k){if(g>=1)return o;let S=Math.min(Math.floor(
(1-g)*s+1e-9),s-1);for(;c.length<=S+1;)v.next();return p(S,e.rates(g),k)},ahead(g){let k=performance.now()+g;for(;c.length<=s&&performance.now()<k;)v.next();return c.
length<=s}}}var qe=2.7,aa=48,ia=4;function ys(t,e,o){let n=Ce("log_snr",e.schedule),s=gs(e.network),r=ps(e.network.points),a={solver:e.solver,steps:e.steps,eta:0},i={x:e.handle[0],
y:e.handle[1]},l=te(e.seed,2*e.count),u=new Float32Array(l.length),[c,f,d]=[null,null,null],m=ne({label:"Solver",value:a.solver,onChange(y){a.solver=y,A(),T()},
options:Object.entries(dt).map(([y,{name:F}])=>[y,F])}),h=K({label:"Steps",min:1,max:50,step:1,value:a.steps,onInput(y){a.steps=y,T()}}),M=K({label:"Fresh noise\
 η",min:0,max:1,step:.1,value:0,format:y=>y.toFixed(1),onInput(y){a.eta=y,T()}}),v=K({label:"Way from noise to data",min:0,max:1,step:.001,value:0,format:y=>`t\
 = ${(1-y).toFixed(2)}`,onInput:C}),p=K({label:"Ringed particle: x",min:-qe,max:qe,step:.05,value:i.x,format:y=>y.toFixed(2),onInput:y=>w(y,i.y)}),g=K({label:"R\
inged particle: y",min:-qe,max:qe,step:.05,value:i.y,format:y=>y.toFixed(2),onInput:y=>w(i.x,y)}),k=De({label:"Paths",value:!0,onChange:C}),S=De({label:"Data",value:!0,
onChange:C}),N=ve({label:"Particles in the plane",reach:qe,draw:E,onPress([y,F]){p.limits(-qe,qe,y),g.limits(-qe,qe,F),w(y,F)}}),$=Z();t.append(J(...e.simple?[h]:
[m,h,M]),J(v,$e(o,v,{seconds:4}),k,S),N.element,$.element,x("div",{class:"ff-controls ff-gap"},p.element,g.element));function A(){let y=dt[a.solver].eta;M.limits(
0,1,y??a.eta),M.input.disabled=y!==null}function w(y,F){Object.assign(i,{x:y,y:F}),d=null,C()}function b(y){return ws({layers:s,schedule:n,start:y,seed:e.seed,...a})}
function T(){[c,f,d]=[b(l),null,null],C()}function O(y){let F=b(y),L=Math.max(60,a.steps);return Array.from({length:L+1},(j,W)=>F.at(1-W/L))}function R({context:y,
place:F},L,j,W,I){let B=L[0].length/2;y.strokeStyle=j,y.lineWidth=W,y.beginPath();for(let P=0;P<B;P+=1)for(let D=0;D<=I;D+=1){let[H,Y]=F(L[D][P],L[D][B+P]);D?y.
lineTo(H,Y):y.moveTo(H,Y)}y.stroke()}function _({context:y,place:F},L,j,W){let I=L.length/2;y.fillStyle=j;for(let B=0;B<I;B+=1){let[P,D]=F(L[B],L[I+B]);y.fillRect(
P-W/2,D-W/2,W,W)}}function C(){N.redraw()}function E(y){if(!c)return;let{context:F}=y,L=1-v.value,j=c.at(L,u);if(S.value&&(F.globalAlpha=.45,_(y,r,le(o,"muted"),
2),F.globalAlpha=1),_(y,j,le(o,"signal"),2.2),k.value){f??=O(la(l,aa));let H=Math.round((1-L)*(f.length-1));F.globalAlpha=.55,R(y,f,le(o,"noise"),1,H),F.globalAlpha=
1}d??=O(Float32Array.of(i.x,i.y)),R(y,d,le(o,"accent"),2.5,d.length-1);let[W,I]=d[Math.round((1-L)*(d.length-1))];y.ring(W,I,5,le(o,"accent"),le(o,"accent")),y.
ring(i.x,i.y,9,le(o,"accent"),le(o,"panel"));let{name:B,cost:P}=dt[a.solver],D=d[d.length-1];$.say(`${e.count} particles at t = ${L.toFixed(2)}. ${B} with ${a.steps}\
 steps evaluates the network ${P(a.steps)} times. The ringed particle ends at (${D[0].toFixed(2)}, ${D[1].toFixed(2)}).`),c.ahead(ia)}A(),T(),N.follow(),_e(o,C)}
function la(t,e){let o=t.length/2,n=new Float32Array(2*e);return n.set(t.subarray(0,e)),n.set(t.subarray(o,o+e),e),n}function Nt(t){return Object.keys(t).sort((e,o)=>t[e]-t[o])}function vn(t){let e=t.length;if(e===0)return"–";let o=t.reduce((s,r)=>s+r)/e;if(e===1)return o.toFixed(
3);let n=t.reduce((s,r)=>s+(r-o)**2,0);return`${o.toFixed(3)} ± ${Math.sqrt(n/(e-1)/e).toFixed(3)}`}function bs({found:t,names:e,seed:o,budget:n}){let s=Nt(t),
r=a=>`${e[a]}, off by ${t[a].toFixed(3)}`;return`Noise ${o}, ${n} evaluations. Closest to the finish: ${r(s[0])}. Farthest: ${r(s[s.length-1])}.`}function xs(t,e,o){let{size:n,mean:s,std:r,names:a,budgets:i,seeds:l,distances:u}=e,c=Object.keys(a),f=3*n*n,d=Ae(e),m=U=>he(U,s,r),h={seed:e.seed,budget:e.budget,
spacing:e.spacing},M=new Map([[e.seed,ca(e)]]),v=new Map,p=null,g=null,k=0,S=(U,X)=>V=>{h[U]=X(V),se()},N=ne({label:"Network evaluations",value:String(h.budget),
options:i.map(U=>[String(U),String(U)]),onChange:S("budget",Number)}),$=ne({label:"Steps even in",value:h.spacing,options:[["log_snr","log-SNR"],["time","time"]],
onChange:S("spacing",String)}),A=K({label:"Noise",min:0,max:99,step:1,value:h.seed,format:U=>`seed ${U}`,onInput:S("seed",Number)}),w=re({label:"Next noise",onClick:()=>{
A.value=(h.seed+1)%100}}),b=K({label:"Evaluations spent",min:1,max:h.budget,step:1,value:h.budget,onInput:P}),T=$e(o,b,{label:"Play again",seconds:3}),O=Z(),R=Fe(
o,d,e,O,{label:"Race",again:"Race again",opening:`${C(_(e.seed))} This race is recorded.`,onReady:se,onLost(){h.seed=e.seed,A.limits(A.input.min,A.input.max,e.seed),
se()}});function _(U){let[X,V]=[u[h.spacing][h.budget],l.indexOf(U)];return Object.fromEntries(c.map(z=>[z,X[z][V]]))}function C(U){return bs({...h,found:U,names:a})}
let E=U=>{let X=Q({title:U,label:U,width:n,height:n}),V=x("span",{class:"ff-note"});return{...X,note:V,element:x("div",{},X.element,V)}},[y,F]=[E("the noise"),E(
"the finish")],L=Object.fromEntries(c.map(U=>[U,E(a[U])])),j=x("table",{class:"ff-standing"});t.append(J(b,T),J(N,$),x("div",{class:"ff-race"},...[y,...Object.values(
L),F].map(U=>U.element)),O.element,x("div",{class:"ff-controls ff-gap"},R.action,A.element,w,R.processor.element,R.bar),j);let[W,I]=[U=>{o.dataset.state=U},(U,X)=>{
U.note.textContent=X}],B=()=>`${h.spacing} ${h.budget}`;function P(){if(!p)return;let U=b.value===Number(b.input.max)&&!p.running,X=p.found&&Nt(p.found);for(let z of c){
let fe=p.frames[z],me=Math.min(b.value-p.first,fe.length-1);if(me<0)continue;L[z].draw(fe[me]);let ge=p.first+me;I(L[z],U&&X?`${X.indexOf(z)+1}. off by ${p.found[z].
toFixed(3)}`:`after ${ge}`),L[z].describe(`${a[z]} after ${ge} evaluations`)}let V=M.get(h.seed);V&&F.draw(m(V))}function D(){let U=p?.found,X=[...v.get(B())?.values()??
[]],V=u[h.spacing][h.budget],z=["","this noise",X.length>1?`your ${X.length} noises`:"your noise",`recorded, ${l.length} noises`],fe=(U?Nt(U):c).map(me=>[a[me],
U?U[me].toFixed(3):"–",vn(X.map(ge=>ge[me])),vn(V[me])]);j.replaceChildren(x("caption",{},`Distance from the finish, ${h.budget} evaluations, steps even in ${h.
spacing==="time"?"time":"log-SNR"}: mean ± standard error`),x("thead",{},x("tr",{},...z.map(me=>me?x("th",{scope:"col"},me):x("td")))),x("tbody",{},...fe.map(([
me,...ge])=>x("tr",{},x("th",{scope:"row"},me),...ge.map(Le=>x("td",{},Le))))))}function H(){if(!g)return;let{budget:U,spacing:X}=h,V=U===e.budget&&X===e.spacing,
z=i.indexOf(U)+(X==="time"?i.length:0),fe=(ge,Le,Re)=>ue(ge,Le*n,Re*n,n,n),me=ge=>Math.min(U,ge==="heun"?2*en.heun.steps(U)-1:U);p={first:V?1:U,frames:Object.fromEntries(
c.map((ge,Le)=>[ge,V?Array.from({length:me(ge)},(Re,Ie)=>fe(g.walk,Ie,Le)):[fe(g.ends,z,Le)]])),found:_(e.seed)},Y(U)}function Y(U){b.limits(p.first,Math.max(U,
p.first),U),b.input.disabled=T.disabled=U<=p.first,P()}let oe=Oe(()=>{d.ready&&G()},200);function se(){k+=1,d.ready?oe():(H(),O.say(`${C(_(e.seed))} This race i\
s recorded. ${R.problem}`)),y.draw(m(te(h.seed,f))),D()}async function G(){let U=k+=1,{seed:X,budget:V,spacing:z}=h,fe=te(X,f),[me,ge,Le]=[0,0,""],Re=async({noisy:xe,
level:Ge})=>{let Ke=await d.predict(xe,we(Ge));if(U!==k)throw new Mn;return me+=Ke.seconds,ge+=1,Le=Ke.where,Ke.noise},Ie={first:1,frames:Object.fromEntries(c.map(
xe=>[xe,[]])),running:!0};p=Ie;for(let xe of c)L[xe].draw(m(new Float32Array(f))),I(L[xe],"");F.draw(m(M.get(X)??new Float32Array(f))),I(F,""),D(),W("racing");try{
let xe=Object.fromEntries(c.map(ye=>{let{run:Me,steps:ke}=en[ye],q=Me(fe,it(d.schedule,ke(V),z));return[ye,{walk:q,at:q.next()}]})),Ge=await Re(xe[c[0]].at.value);
for(let ye=1;ye<=V;ye+=1){for(let Me of c){let ke=xe[Me];ke.at.done||(ke.at=ke.walk.next(ye===1?Ge:await Re(ke.at.value)),Ie.frames[Me].push(m(ke.at.value.image)),
Y(ye))}O.say(`Evaluation ${ye} of ${V} in each lane.`,!1)}if(!M.has(X)){let ye=po(fe,d.schedule,e.finish_evaluations),Me=ye.next();for(let ke=1;!Me.done;ke+=1)Me=
ye.next(await Re(Me.value)),F.draw(m(Me.value.image)),I(F,`${ke} of ${e.finish_evaluations}`),O.say(`Solving finely to find the finish: ${ke} of ${e.finish_evaluations}\
.`,!1);M.set(X,Me.value.image),I(F,"")}let Ke=M.get(X);Ie.found=Object.fromEntries(c.map(ye=>[ye,bt(xe[ye].at.value.image,Ke)]))}catch(xe){if(U!==k)return;O.say(
`The network stopped: ${xe.message}`),W("failed");return}Ie.running=!1,v.has(B())||v.set(B(),new Map),v.get(B()).set(X,Ie.found),Y(V),D(),O.say(`${C(Ie.found)} ${(me/
ge).toFixed(2)} s a network evaluation here, ${Le}.`),o.dataset.seconds=(me/ge).toFixed(4),W("done")}function ee(){A.input.disabled=w.disabled=!d.ready}return d.
onChange(ee),ee(),y.draw(m(te(h.seed,f))),D(),Promise.all([ce(de(o)),ce(e.ends)]).then(([U,X])=>{g={walk:U,ends:X},p||H(),D(),o.dataset.recorded="ready"})}var Mn=class extends Error{};
function ca({finish:t,finish_unit:e}){let o=ae(t),n=new DataView(o.buffer);return Float32Array.from({length:o.length/2},(s,r)=>n.getInt16(2*r,!0)*e)}function vs(t,e,o){let{size:n,runs:s,mean:r,std:a}=e,i=Ce(e.schedule.kind,e.schedule.options),l=he(te(e.seed,3*n*n),r,a),u=he(new Float32Array(3*n*n),r,a),c=$=>[
...new Set(s.map(A=>A[$]))].map(String),{steps:f,eta:d}=s[e.open],m=null,h=$=>c($).map(A=>[A,A]),M=ne({label:"Steps",options:h("steps"),value:String(f),onChange($){
let A=p.value/f;f=Number($),p.limits(0,f,Math.round(A*f)),N()}}),v=ne({label:"η",options:h("eta"),value:String(d),onChange($){d=Number($),N()}}),p=K({label:"St\
ep",min:0,max:f,step:1,value:0,format:$=>`${$} of ${f}`,onInput:N}),g=Q({label:"The noisy image",title:"Noisy image",width:n,height:n}),k=Q({label:"The predicte\
d image",title:"Predicted image",width:n,height:n}),S=Z();t.append(J(M,v,p,$e(o,p,{seconds:5})),x("div",{class:"ff-columns ff-pair ff-grow"},g.element,k.element),
S.element);function N(){let $=p.value,A=s.findIndex(O=>O.steps===f&&O.eta===d),w=Ne(f)[$];if($===0)g.draw(l),k.draw(u);else if(m){let O=[($-1)*n,A*n,n,n];g.draw(
je(m.noisy,...O)),k.draw(ue(m.predicted,...O))}let{signal:b,noise:T}=i.rates(w);g.describe(`The noisy image after step ${$} of ${f}`),k.describe($?`The predicte\
d image of step ${$} of ${f}`:"No image has been predicted yet"),S.say($===0?"Pure noise, at t = 1; nothing has been predicted yet.":`Step ${$} of ${f} led to t\
 = ${w.toFixed(2)}: signal rate ${b.toFixed(2)}, noise rate ${T.toFixed(2)}.`)}return N(),Promise.all([ce(e.noisy),ce(de(o))]).then(([$,A])=>{m={noisy:$,predicted:A},
o.dataset.state="ready",p.value=p.value===0?Math.round(f/2):p.value})}function ks(t,e,o,n){let s=ua(o),r=[t,e].map(l=>fa(l,o,s)),a={fid:[],kid:[]},i=0;for(let l of n){for(let u of r)for(let c=i;c<l;c+=1)u.add(c);i=l,a.fid.push(ma(
...r.map(u=>u.gaussian(l)),o)),a.kid.push(da(...r,l))}return a}function ua(t){let e=[];for(let o=0;o<=t;o+=1)for(let n=o;n<=t;n+=1)for(let s=n;s<=t;s+=1){let r=new Set(
[o,n,s]).size;e.push([o,n,s,Math.sqrt([1,3,6][r-1])])}return e}function fa(t,e,o){let n=new Float64Array(e),s=new Float64Array(e*e),r=new Float64Array(o.length),
a=0,i=new Float64Array(e+1),l=1/Math.sqrt(e);return i[0]=1,{kernel:r,get self(){return a},add(u){let c=u*e;for(let f=0;f<e;f+=1){n[f]+=t[c+f],i[f+1]=l*t[c+f];for(let d=0;d<
e;d+=1)s[f*e+d]+=t[c+f]*t[c+d]}for(let f=0;f<o.length;f+=1){let[d,m,h,M]=o[f],v=M*i[d]*i[m]*i[h];r[f]+=v,a+=v*v}},gaussian(u){let c=n.map(d=>d/u),f=s.map((d,m)=>(d-
u*c[Math.floor(m/e)]*c[m%e])/(u-1));return{centre:c,covariance:f}}}}function Ms(t,e){return t.reduce((o,n,s)=>o+n*e[s],0)}function da(t,e,o){let n=s=>(Ms(s.kernel,
s.kernel)-s.self)/(o*(o-1));return n(t)+n(e)-2*Ms(t.kernel,e.kernel)/o**2}function ma(t,e,o){let n=ha(t.covariance,o),s=(l,u)=>{let c=0;for(let f=l;f<o;f+=1)for(let d=u;d<
o;d+=1)c+=n[f*o+l]*e.covariance[f*o+d]*n[d*o+u];return c},r=Float64Array.from({length:o*o},(l,u)=>s(Math.floor(u/o),u%o)),i=-2*pa(r,o).map(l=>Math.sqrt(Math.max(
l,0))).reduce((l,u)=>l+u,0);for(let l=0;l<o;l+=1)i+=(t.centre[l]-e.centre[l])**2,i+=t.covariance[l*o+l]+e.covariance[l*o+l];return i}function ha(t,e){let o=new Float64Array(
e*e);for(let n=0;n<e;n+=1)for(let s=0;s<=n;s+=1){let r=t[n*e+s];for(let a=0;a<s;a+=1)r-=o[n*e+a]*o[s*e+a];o[n*e+s]=n===s?Math.sqrt(r):r/o[s*e+s]}return o}function pa(t,e){
let o=Float64Array.from(t);for(let n=0;n<12;n+=1)for(let s=0;s<e;s+=1)for(let r=s+1;r<e;r+=1){let a=o[s*e+r];if(Math.abs(a)<1e-14)continue;let i=.5*Math.atan2(2*
a,o[r*e+r]-o[s*e+s]),[l,u]=[Math.cos(i),Math.sin(i)];for(let[c,f]of[[1,e],[e,1]])for(let d=0;d<e;d+=1){let[m,h]=[s*f+d*c,r*f+d*c],[M,v]=[o[m],o[h]];o[m]=l*M-u*v,
o[h]=u*M+l*v}}return Array.from({length:e},(n,s)=>o[s*e+s])}function $s(t,e){let o=t.map(a=>1/a),[n,s]=[o,e].map(a=>a.reduce((i,l)=>i+l)/a.length),r=o.reduce((a,i,l)=>a+
(i-n)*(e[l]-s),0)/o.reduce((a,i)=>a+(i-n)**2,0);return{end:s-r*n,slope:r}}var kn={fid:"FID",kid:"KID"},ga={fid:2,kid:3};function Ss(t,e,o){let{sizes:n,draws:s}=e,r=new Map,a=0,i=ne({label:"The second set",value:"0",options:[["0","from\
 the same source"],[String(e.shift),"from a shifted source"]],onChange:M}),l=ne({label:"Features",value:String(e.opens),options:e.features.map(v=>[String(v),String(
v)]),onChange:M}),u=K({label:"Pictures in each set",min:0,max:n.length-1,step:1,value:0,format:v=>n[v].toLocaleString("en"),onInput:M}),c=re({label:"Draw again",
onClick:()=>{a+=1,M()}}),f=v=>pe({label:`${kn[v]} by the number of pictures`,title:kn[v],height:210,x:[-1.06/n[0],0],y:e.limits[v],xTicks:e.ticks.map(p=>-1/p).concat(
0),xLabel:"Pictures",formatX:p=>p<0?String(Math.round(-1/p)):"∞"}),d={fid:f("fid"),kid:f("kid")},m=Z();t.append(J(i,l,c),J(u),x("div",{class:"ff-columns ff-tw\
o"},d.fid.element,d.kid.element),be([["leaf","mean of all draws"],["noise","one draw"],["ink","the truth",!0],["petal","FID's line to infinitely many",!0]]),m.element);
function h(){let v=[l.value,i.value,a].join();return r.has(v)||r.set(v,Array.from({length:s},(p,g)=>wa(1+a*s+g,Number(l.value),Number(i.value),n))),r.get(v)}function M(){
let v=h(),p=u.value,g=[];for(let[k,S]of Object.entries(d)){let N=e.truth[l.value][i.value][k],$=n.map((C,E)=>ya(v.map(y=>y[k][E]))),A=v.map(C=>C[k][p]).sort((C,E)=>C-
E),w=C=>C.map((E,y)=>[-1/n[y],E]),b=[{points:[[-1.06/n[0],N],[0,N]],colour:"ink",dash:!0,width:1.5},{points:w($),colour:"leaf",width:3}],T=$s(n,$);k==="fid"&&b.
splice(1,0,{points:[[-1/n[0],T.end+T.slope/n[0]],[0,T.end]],colour:"petal",dash:!0}),S.update({lines:b,marks:A.map((C,E)=>({x:-1/n[p]+ba(E)/n[0],y:C,colour:"noi\
se",size:3.5}))});let[O,R]=[A[Math.floor(s/10)],A[s-1-Math.floor(s/10)]],_=C=>xa(C,ga[k]);g.push(`${kn[k]}: ${_($[p])} on average, four draws in five from ${_(O)}\
 to ${_(R)}; the truth is ${_(N)}${k==="fid"?`, the line ends at ${_(T.end)}`:""}.`)}m.say(g.join(" "))}M(),o.dataset.state="ready"}function wa(t,e,o,n){let s=e*
n[n.length-1],r=te(t,2*s),a=r.slice(s).map(i=>i+o);return ks(r.subarray(0,s),a,e,n)}function ya(t){return t.reduce((e,o)=>e+o,0)/t.length}function ba(t){return(t*
7%11/10-.5)*.05}function xa(t,e){let o=t.toFixed(e);return(Number(o)===0?0 .toFixed(e):o).replace("-","−")}var As={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},va=.1,Ma=5,ka=0;function Fs(t,e,{reach:o,onPoint:n,onBack:s}){let{canvas:r}=e,a=x("p",
{class:"ff-hidden","aria-live":"polite"}),i=x("p",{class:"ff-hint",id:`ff-hint-${ka+=1}`},"Arrow keys move the cross, with Shift faster. Space puts a point, Ent\
er draws a line to it, Backspace takes the last stroke back.");for(let[f,d]of Object.entries({tabindex:0,role:"application","aria-roledescription":"drawing boar\
d","aria-describedby":i.id}))r.setAttribute(f,d);let l=[0,0],u=0;function c(f){clearTimeout(u),u=setTimeout(()=>{a.textContent=f},300)}return r.addEventListener(
"keydown",f=>{if(!(f.altKey||f.ctrlKey||f.metaKey)){if(As[f.key]){let d=va*(f.shiftKey?Ma:1);l=l.map((m,h)=>{let M=Math.round(100*(m+d*As[f.key][h]))/100;return Math.
min(Math.max(M,-o),o)}),c($a(l))}else if(f.key===" "||f.key==="Enter")c(n(l,f.key==="Enter"));else if(f.key==="Backspace")c(s());else return;f.preventDefault(),
e.redraw()}}),r.addEventListener("focus",e.redraw),r.addEventListener("blur",e.redraw),{element:a,hint:i,draw(f){if(!r.matches(":focus-visible"))return;let[d,m]=f.
place(...l);f.context.strokeStyle=le(t,"accent"),f.context.lineWidth=2,f.context.beginPath(),f.context.moveTo(d-12,m),f.context.lineTo(d+12,m),f.context.moveTo(
d,m-12),f.context.lineTo(d,m+12),f.context.stroke()}}}function $a([t,e]){let o=(n,s,r)=>n===0?"in the middle":`${Math.abs(n)} ${n>0?s:r}`;return t===0&&e===0?"M\
iddle":`${o(t,"right","left")}, ${o(e,"up","down")}`}function Ts(t,e=150){let o=Math.max(1,Math.ceil(t.length/e)),n=[];for(let s=0;s<t.length;s+=o){let r=t.slice(s,s+o).filter(Number.isFinite);if(!r.length)continue;
let a=r.reduce((i,l)=>i+l,0)/r.length;n.push([s+r.length,Math.log10(Math.max(a,1e-12))])}return n}function $n(t){let e=t.length?t.map(([,c])=>c):[-.5,0],[o,n]=[
Math.min(...e),Math.max(...e)],s=Math.max(.03,.15-(n-o)/2),[r,a]=[o-s,n+s],i=a-r,l=i<.4?[1,1.2,1.5,2,2.5,3,4,5,6,7,8,9]:i<1?[1,1.5,2,3,5,7]:i<2?[1,2,5]:[1],u=[];
for(let c=Math.floor(r);c<=a;c+=Math.ceil(i/7))for(let f of l){let d=c+Math.log10(f);d>=r&&d<=a&&u.push(d)}return{y:[r,a],yTicks:u}}var Sn=(t,e=2)=>{let o=10**t;
return o<1e4&&o>=.001?String(Number(o.toPrecision(e))):o.toExponential(0)};function An(t){let e=t.slice(-50);return e.length?e.reduce((o,n)=>o+n,0)/e.length:0}function Tn(t,e,o,n=120){return Array.from({length:n+1},(s,r)=>t(e+(o-e)*r/n))}var Fn=(t,e,o,n,s,r)=>Tn(a=>[t+o*Math.cos(a),e+n*Math.sin(a)],s,r);function Sa(){
return[Tn(t=>[1.6*Math.sin(t)**3,(13*Math.cos(t)-5*Math.cos(2*t)-2*Math.cos(3*t)-Math.cos(4*t))/10+.2],0,2*Math.PI,240)]}function Aa(){return[Fn(-.5,-.25,1,1.1,
0,Math.PI),Fn(.5,.25,1,1.1,Math.PI,2*Math.PI)]}function Fa(){return[Tn(t=>[.17*t*Math.cos(t),.17*t*Math.sin(t)],1,3.2*Math.PI,240)]}function Ta(){let t=e=>[[[e,
.15],[e,1.65]],Fn(e,.9,1.1,.75,-Math.PI/2,Math.PI/2)];return[...t(-1.5),...t(.4),[[-.95,-1.65],[-.95,-.15]],[[.4,-1.65],[.4,-.15],[.95,-1.1],[1.5,-.15],[1.5,-1.65]]]}
function Ea(t,e){let o=new Float32Array(2*t);for(let n=0;n<t;n+=1){let s=2*Math.PI*Se(e,3*n),r=.55*Math.sqrt(Se(e,3*n+1)),a=Se(e,3*n+2)<.5?-1:1;o[2*n]=a+r*Math.
cos(s),o[2*n+1]=.6*a+r*Math.sin(s)}return o}function En(t,e,o,n=.03){let s=t.flatMap(u=>u.length>1?u.slice(1).map((c,f)=>[u[f],c]):[[u[0],u[0]]]),r=0,a=s.map(([
[u,c],[f,d]])=>r+=Math.hypot(f-u,d-c)+1e-6),i=te(o,2*e),l=new Float32Array(2*e);for(let u=0;u<e;u+=1){let c=r*Se(o,2*e+u),f=a.findIndex(p=>c<=p),[[d,m],[h,M]]=s[f],
v=(a[f]-c)/(a[f]-(a[f-1]??0));l[2*u]=h+v*(d-h)+n*i[2*u],l[2*u+1]=M+v*(m-M)+n*i[2*u+1]}return l}function Es(t,e,o,n,s){let r=0,a=Array.from(t,l=>r+=l),i=new Float32Array(
2*o);for(let l=0;l<o;l+=1){let u=r*Se(n,3*l),c=a.findIndex(m=>u<=m),f=c%e+Se(n,3*l+1),d=Math.floor(c/e)+Se(n,3*l+2);i[2*l]=s*(2*f/e-1),i[2*l+1]=s*(1-2*d/e)}return i}
var Cs={heart:Sa,moons:Aa,spiral:Fa,letters:Ta},Su=[...Object.keys(Cs),"discs"];function Ns(t,e,o){return t==="discs"?Ea(e,o):En(Cs[t](),e,o)}function Ls(t,e,o){
let n=0;for(let s=0;s<t.length;s+=2)for(let r=0;r<e.length;r+=2){let[a,i]=[t[s]-e[r],t[s+1]-e[r+1]];if(a*a+i*i<=o*o){n+=1;break}}return 2*n/t.length}var Rs=`(()=>{var ge={noise:({signal:e,noise:t})=>e/t,image:()=>1,velocity:({noise:e})=>1/e,flow:({signal:e,noise:t})=>1+e/t};function te(e,t,o,n,s){let r=e.len\
gth/2,a=new Float64Array(
r),c=[0,1].map(f=>Array.from(a.keys()).sort((w,y)=>e[2*w+f]-e[2*y+f]));function m(f,w,{signal:y,noise:F}){let O=1/0;for(let A=0;A<r;A+=1){let[T,R]=[f-y*e[2*A],w\
-
y*e[2*A+1]];a[A]=(T*T+R*R)/(2*F*F),O=Math.min(O,a[A])}let S=0;for(let A=0;A<r;A+=1)S+=a[A]=Math.exp(O-a[A]);return S}let i=(f,w)=>a.reduce((y,F,O)=>y+F*e[2*O+f]\
,
0)/w,d=(f,w)=>{let y=0,F=c[f].find(O=>(y+=a[O])>=w/2);return e[2*F+f]},b=0;return s.times.forEach((f,w)=>{let y=t.rates(f),F=[0,1].map(S=>y.signal*s.images[2*w+\

S]+y.noise*s.noise[2*w+S]),O=m(...F,y);for(let S of[0,1]){let A=n==="mse"?i(S,O):d(S,O),T=ge[o](y)*(A-s.images[2*w+S]);b+=n==="mse"?T*T:Math.abs(T)}}),b/(2*s.ti\
mes.
length)}function oe(e,t,o){let[n,s]=[Math.log10(t),Math.log10(o)],r=e/2;return Array.from({length:r},(a,c)=>10**(r===1?n:n+(s-n)*c/(r-1)))}function J(e){return \
e=Math.imul(e^e>>>16,2146121005),e=Math.imul(e^e>>>15,2221713035),(e^e>>>16)>>>0}function Q(e,t){let o=J(e+2654435769>>>0);return J(J(t+o>>>
0)+Math.imul(o,2246822507)>>>0)}function L(e,t){return(Q(e,t)+.5)/4294967296}function V(e,t){let o=new Float32Array(t);for(let n=0;n<t;n+=2){let s=Math.sqrt(-2*\

Math.log(L(e,n))),r=2*Math.PI*L(e,n+1);o[n]=s*Math.cos(r),n+1<t&&(o[n+1]=s*Math.sin(r))}return o}function ne(e,{beta1:t=.9,beta2:o=.999,epsilon:n=1e-8}={}){let[\
s,r]=[new Float64Array(e),new Float64Array(e)],a=0;return{step(c,m,i){a+=1;let d=i/(1-t**a),b=1/Math.
sqrt(1-o**a);for(let f=0;f<e;f+=1){let w=m[f];s[f]+=(1-t)*(w-s[f]),r[f]+=(1-o)*(w*w-r[f]),c[f]-=d*s[f]/(Math.sqrt(r[f])*b+n)}}}}function re(e,t){let o=e.slice()\
,
n=0;return{parameters:o,update(s){let r=Math.min(t,(1+n)/(10+n));n+=1;for(let a=0;a<o.length;a+=1)o[a]+=(1-r)*(s[a]-o[a])}}}function U(e,t=null){let o=e.slice(1\
).map((m,i)=>({inputs:e[i],outputs:m})),n=o.reduce((m,{inputs:i,outputs:d})=>m+(i+1)*d,0),s=t??new Float64Array(n),r=0,a=m=>s.
subarray(r,r+=m),c=o.map(({inputs:m,outputs:i})=>({inputs:m,outputs:i,weight:a(m*i),bias:a(i)}));return{widths:e,layers:c,parameters:s}}function se(e){return e.\

map(t=>{let[o,n,s]=[0,1,2].map(()=>new Float64Array(64*t));return{width:t,values:o,slopes:n,errors:s}})}function Z(e,t,o,n,s=null,r=null){let[a,c]=[t[0],t[t.len\
gth-
1]],m=o.length/a.width;for(let i=0;i<m;i+=64){let d=Math.min(64,m-i);a.values.set(o.subarray(i*a.width,(i+d)*a.width)),de(e,t,d),n.set(c.values.subarray(0,d*c.w\
idth),
i*c.width),r&&(r(i,d,c.values,c.errors),Me(e,s,t,d))}return n}function de({layers:e},t,o){e.forEach(({inputs:n,outputs:s,weight:r,bias:a},c)=>{let[m,i]=[t[c],t[\
c+
1]];xe(i.values,a,o),X(i.values,o,s,n,m.values,n,1,r,n,1),c<e.length-1&&we(i.values,i.slopes,o*s)})}function we(e,t,o){for(let n=0;n<o;n+=1){let s=e[n],r=1/(1+M\
ath.
exp(-s));e[n]=s*r,t[n]=r*(1+s*(1-r))}}function Me({layers:e},t,o,n){for(let s=e.length-1;s>=0;s-=1){let{inputs:r,outputs:a,weight:c}=e[s],[m,i]=[o[s],o[s+1]],d=\
t.
layers[s];if(X(d.weight,a,r,n,i.errors,1,a,m.values,1,r),ye(d.bias,i.errors,n),s===0)return;m.errors.fill(0,0,n*r),X(m.errors,n,r,a,i.errors,a,1,c,1,r),Ae(m.err\
ors,
m.slopes,n*r)}}function xe(e,t,o){for(let n=0,s=0;n<o;n+=1)for(let r=0;r<t.length;r+=1,s+=1)e[s]=t[r]}function ye(e,t,o){for(let n=0,s=0;n<o;n+=1)for(let r=0;r<\

e.length;r+=1,s+=1)e[r]+=t[s]}function Ae(e,t,o){for(let n=0;n<o;n+=1)e[n]*=t[n]}function X(e,t,o,n,s,r,a,c,m,i){let d=t-t%4,b=o-o%4;for(let f=0;f<d;f+=4)for(le\
t w=0;w<
b;w+=4){let y=0,F=0,O=0,S=0,A=0,T=0,R=0,q=0,I=0,P=0,N=0,h=0,x=0,k=0,l=0,M=0,p=f*r,g=w*m;for(let v=0;v<n;v+=1){let E=c[g],_=c[g+m],H=c[g+2*m],B=c[g+3*m],G=s[p],j\
=s[p+
r],K=s[p+2*r],$=s[p+3*r];y+=G*E,F+=G*_,O+=G*H,S+=G*B,A+=j*E,T+=j*_,R+=j*H,q+=j*B,I+=K*E,P+=K*_,N+=K*H,h+=K*B,x+=$*E,k+=$*_,l+=$*H,M+=$*B,p+=a,g+=i}let u=f*o+w;e\
[u]+=
y,e[u+1]+=F,e[u+2]+=O,e[u+3]+=S,u+=o,e[u]+=A,e[u+1]+=T,e[u+2]+=R,e[u+3]+=q,u+=o,e[u]+=I,e[u+1]+=P,e[u+2]+=N,e[u+3]+=h,u+=o,e[u]+=x,e[u+1]+=k,e[u+2]+=l,e[u+3]+=M\
}
for(let f=0;f<t;f+=1)for(let w=f<d?b:0;w<o;w+=1){let y=0;for(let F=0;F<n;F+=1)y+=s[f*r+F*a]*c[w*m+F*i];e[f*o+w]+=y}}function ae(e){return Array.from({length:e+1\
},(t,o)=>1-o/e)}function Fe(e,t,o){let n=Math.sqrt(Math.max(0,1-(e.signal/t.signal)**2)),s=o*(t.noise/e.noise)*n;return{kept:Math.sqrt(Math.max(0,t.noise**2-s**\
2)),fresh:s}}var z={
noise:e=>e,image:(e,t,{signal:o,noise:n})=>t.map((s,r)=>(s-o*e[r])/n),velocity:(e,t,{signal:o,noise:n})=>t.map((s,r)=>n*s+o*e[r]),flow:(e,t,{signal:o,noise:n})=\
>t.
map((s,r)=>(s+o*e[r])/(o+n))},Ue=Object.keys(z);function le(e){if(!Object.hasOwn(z,e))throw new Error(\`no page knows the target "\${e}"\`);return z[e]}function ce\
(e,t,o,n,s=0,r=null){
let{kept:a,fresh:c}=Fe(o,n,s),m=new Float32Array(e.length),i=new Float32Array(e.length);for(let d=0;d<e.length;d+=1)m[d]=(e[d]-o.noise*t[d])/o.signal,i[d]=n.sig\
nal*
m[d]+a*t[d]+(r?c*r[d]:0);return{image:m,noisy:i}}function Se({min_signal_rate:e=.02,max_signal_rate:t=.95}={}){let o=Math.acos(t),n=Math.acos(e);return s=>-2*Ma\
th.log(Math.tan(o+s*(n-o)))}function ke({beta_start:e=1e-4,
beta_end:t=.02,steps:o=1e3}={}){let n=new Float64Array(o),s=0;for(let r=0;r<o;r+=1)s+=Math.log1p(-(e+(t-e)*r/(o-1))),n[r]=s;return r=>{let a=r*(o-1),c=Math.min(\

Math.floor(a),o-2),m=n[c]+(n[c+1]-n[c])*(a-c);return m-Math.log(-Math.expm1(m))}}function be({start:e=2.5,end:t=-7.5}={}){return o=>e+o*(t-e)}function Oe({start\
:e=.01,
end:t=.99}={}){return o=>{let n=e+o*(t-e);return-2*Math.log(n/(1-n))}}var C={cosine:Se,linear:ke,log_snr:be,rectified_flow:Oe};function ie(e,t={}){if(!Object.ha\
sOwn(
C,e))throw new Error(\`no page knows the schedule "\${e}"\`);let o=C[e](t);return{logSNR:o,rates:n=>Te(o(n))}}function Te(e){return{signal:Math.sqrt(1/(1+Math.exp(\

-e))),noise:Math.sqrt(1/(1+Math.exp(e)))}}var je=Object.keys(C);var Y={dim:14,lowest:.25,highest:32},D=[2+Y.dim,64,64,64,2],W=256,ve=.995,Ee={noise:(e,t)=>t,ima\
ge:e=>e,velocity:(e,t,{signal:o,noise:n})=>o*t-n*e,flow:(e,t)=>t-
e},Ne={mse:{error:e=>e*e,slope:e=>2*e},mae:{error:Math.abs,slope:Math.sign}};function fe(e){let t=e.length/2,o=[0,0];e.forEach((s,r)=>{o[r%2]+=s/t});let n=e.red\
uce(
(s,r,a)=>s+(r-o[a%2])**2,0);return{mean:o,spread:Math.sqrt(n/e.length)||1}}function ee(e,{mean:t,spread:o}){return e.map((n,s)=>(n-t[s%2])/o)}function ue(e,{mea\
n:t,
spread:o}){return e.map((n,s)=>n*o+t[s%2])}function Re(e){let t=U(D),o=0;for(let{inputs:n,weight:s,bias:r}of t.layers.slice(0,-1))for(let a of[s,r])for(let c=0;\
c<
a.length;c+=1)a[c]=(2*L(e,o)-1)/Math.sqrt(n),o+=1;return t.parameters}function me(e,t){let{kind:o,options:n}=t.schedule,s=ie(o,n),r=le(t.target),a=Ee[t.target],\

{error:c,slope:m}=Ne[t.loss],d=oe(Y.dim,Y.lowest,Y.highest).map(h=>Math.fround(2*Math.PI*h)),b=U(D,t.parameters??Re(t.seed)),f=U(D),w=ne(b.parameters.length),y=\
re(
b.parameters,ve),F=U(D,y.parameters),O=se(D),S=fe(e),A=ee(e,S),T=0;function R(h,x,k,l,M){let p=x*D[0];h[p]=k,h[p+1]=l;for(let g=0;g<d.length;g+=1){let u=Math.fr\
ound(
Math.fround(M)*d[g]);h[p+2+g]=Math.sin(u),h[p+2+d.length+g]=Math.cos(u)}}function q(h){let x=h.times.length,k=new Float64Array(x*D[0]),l=new Float64Array(2*x);f\
or(let p=0;p<
x;p+=1){let g=s.rates(h.times[p]),[u,v]=[2*p,2*p+1];R(k,p,g.signal*h.images[u]+g.noise*h.noise[u],g.signal*h.images[v]+g.noise*h.noise[v],g.noise**2),l[u]=a(h.i\
mages[u],
h.noise[u],g),l[v]=a(h.images[v],h.noise[v],g)}let M=0;return f.parameters.fill(0),Z(b,O,k,new Float64Array(2*x),f,(p,g,u,v)=>{for(let E=0;E<2*g;E+=1){let _=u[E\
]-
l[2*p+E];M+=c(_)/(2*x),v[E]=m(_)/(2*x)}}),M}function I(h){let x=Q(t.seed,h+65536),k=A.length/2,l={images:new Float64Array(2*W),noise:V(x,2*W),times:new Float64A\
rray(
W)};for(let M=0;M<W;M+=1){let p=2*Math.floor(k*L(x,4*W+M));l.images[2*M]=A[p],l.images[2*M+1]=A[p+1],l.times[M]=L(x,5*W+M)}return l}function P(h,x,k){let l=x.le\
ngth/
2,M=new Float64Array(l*D[0]);for(let g=0;g<l;g+=1)R(M,g,x[2*g],x[2*g+1],k.noise**2);let p=Z(h,O,M,new Float64Array(x.length));return r(p,x,k)}let N=h=>h?F:b;ret\
urn{
network:b,gradient:f,average:y,drawBatch:I,lossAndGradient:q,get steps(){return T},step(h=t.rate){let x=q(I(T));return Number.isFinite(x)&&(w.step(b.parameters,\

f.parameters,h),y.update(b.parameters),T+=1),x},learnFrom(h){S=fe(h),A=ee(h,S)},best(){return Array.from({length:12},(k,l)=>te(A,s,t.target,t.loss,{...I(1e6+l),\

times:Float64Array.from({length:W},(M,p)=>(p+(l+.5)/12)/W)})).reduce((k,l)=>k+l,0)/12},sample({count:h,steps:x=20,seed:k=1,smooth:l=!0}){let M=ae(x),p=Float64Ar\
ray.
from(V(k,2*h)),g=p;for(let u=0;u<x;u+=1){let[v,E]=[s.rates(M[u]),s.rates(M[u+1])];({image:g,noisy:p}=ce(p,P(N(l),p,v),v,E))}return ue(g,S)},guess(h,{t:x,smooth:\
k=!0}){
let l=s.rates(x),M=ee(h,S),p=P(N(k),M,l),g=M.map((u,v)=>(u-l.noise*p[v])/l.signal);return ue(g,S)}}}var pe=100,qe=.25,Ie=3e4,_e=30;function he(e,{slice:t=50,lat\
er:o=r=>setTimeout(r,0),rest:n=r=>setTimeout(r,_e),longest:s=Ie}={}){let r=null,a={},c={},m=0,i=!1,d=!1,
b=!0,f=[],w=0,y=0,F=0,O=0,S=0,A={},T=s,R=!1,q=null,I=()=>!b||r.steps>=T;function P(l,M=1/0){let p=performance.now(),g=0;for(;g<M&&b&&performance.now()<l;){let u\
=r.
step(c.rate);f.push(u),b=Number.isFinite(u),g+=1}w+=performance.now()-p,y+=g,I()&&(i=!1)}function N({samples:l=!1,arrows:M=l}={}){let p={...A,begun:m,steps:r.st\
eps,
finite:b,ended:I(),losses:Float32Array.from(f),rate:w>0?1e3*y/w:0},{count:g,length:u,seed:v,places:E,t:_}=a,H=c.average;if(M&&(p.arrows=r.guess(E,{t:_,smooth:H}\
)),
l&&r.steps>0){let B=performance.now();p.samples=r.sample({count:g,steps:u,seed:v,smooth:H}),F=performance.now(),O=F-B}[f,A]=[[],{}],w>2e3&&([w,y]=[w/2,y/2]),e(p\
),
S=performance.now()}function h(){if(d=!1,!i)return;P(performance.now()+t);let l=performance.now(),M=!i||l-F>Math.max(2*pe,O/qe);(M||l-S>pe)&&N({samples:M,arrows\
:!0}),
x()}function x(){!i||d||(d=!0,o(h))}function k(l){if(R){q={samples:l||!!q?.samples};return}N({arrows:!0,samples:l}),R=!0,n(()=>{let M=q;[R,q]=[!1,null],M&&k(M.s\
amples)})}
return{begin(l){({number:m,settings:c,view:a}=l),r=me(l.points,c),[i,b,f,w,y]=[!1,!0,[],0,0],T=s,A={best:r.best()},N({samples:!0})},learnFrom({points:l}){r.lear\
nFrom(
l),A={best:r.best()},i||N({samples:!0})},change(l){c={...c,...l},i||N({samples:!0})},look(l){a={...a,...l},k(!("t"in l))},run({on:l}){l&&(T=r.steps+s),i=l&&!I()\
,
i||N({samples:!0}),x()},step({count:l=1}){P(1/0,l),N({samples:!0})}}}var Pe=he(e=>self.postMessage(e));self.onmessage=({data:{order:e,...t}})=>Pe[e](t);self.pos\
tMessage({ready:!0});})();
`;var Na={noise:({signal:t,noise:e})=>t/e,image:()=>1,velocity:({noise:t})=>1/t,flow:({signal:t,noise:e})=>1+t/e};function Is(t,e,o,n,s){let r=t.length/2,a=new Float64Array(
r),i=[0,1].map(d=>Array.from(a.keys()).sort((m,h)=>t[2*m+d]-t[2*h+d]));function l(d,m,{signal:h,noise:M}){let v=1/0;for(let g=0;g<r;g+=1){let[k,S]=[d-h*t[2*g],m-
h*t[2*g+1]];a[g]=(k*k+S*S)/(2*M*M),v=Math.min(v,a[g])}let p=0;for(let g=0;g<r;g+=1)p+=a[g]=Math.exp(v-a[g]);return p}let u=(d,m)=>a.reduce((h,M,v)=>h+M*t[2*v+d],
0)/m,c=(d,m)=>{let h=0,M=i[d].find(v=>(h+=a[v])>=m/2);return t[2*M+d]},f=0;return s.times.forEach((d,m)=>{let h=e.rates(d),M=[0,1].map(p=>h.signal*s.images[2*m+
p]+h.noise*s.noise[2*m+p]),v=l(...M,h);for(let p of[0,1]){let g=n==="mse"?u(p,v):c(p,v),k=Na[o](h)*(g-s.images[2*m+p]);f+=n==="mse"?k*k:Math.abs(k)}}),f/(2*s.times.
length)}function Ps(t,{beta1:e=.9,beta2:o=.999,epsilon:n=1e-8}={}){let[s,r]=[new Float64Array(t),new Float64Array(t)],a=0;return{step(i,l,u){a+=1;let c=u/(1-e**a),f=1/Math.
sqrt(1-o**a);for(let d=0;d<t;d+=1){let m=l[d];s[d]+=(1-e)*(m-s[d]),r[d]+=(1-o)*(m*m-r[d]),i[d]-=c*s[d]/(Math.sqrt(r[d])*f+n)}}}}function Os(t,e){let o=t.slice(),
n=0;return{parameters:o,update(s){let r=Math.min(e,(1+n)/(10+n));n+=1;for(let a=0;a<o.length;a+=1)o[a]+=(1-r)*(s[a]-o[a])}}}function mt(t,e=null){let o=t.slice(1).map((l,u)=>({inputs:t[u],outputs:l})),n=o.reduce((l,{inputs:u,outputs:c})=>l+(u+1)*c,0),s=e??new Float64Array(n),r=0,a=l=>s.
subarray(r,r+=l),i=o.map(({inputs:l,outputs:u})=>({inputs:l,outputs:u,weight:a(l*u),bias:a(u)}));return{widths:t,layers:i,parameters:s}}function _s(t){return t.
map(e=>{let[o,n,s]=[0,1,2].map(()=>new Float64Array(64*e));return{width:e,values:o,slopes:n,errors:s}})}function Nn(t,e,o,n,s=null,r=null){let[a,i]=[e[0],e[e.length-
1]],l=o.length/a.width;for(let u=0;u<l;u+=64){let c=Math.min(64,l-u);a.values.set(o.subarray(u*a.width,(u+c)*a.width)),La(t,e,c),n.set(i.values.subarray(0,c*i.width),
u*i.width),r&&(r(u,c,i.values,i.errors),Ia(t,s,e,c))}return n}function La({layers:t},e,o){t.forEach(({inputs:n,outputs:s,weight:r,bias:a},i)=>{let[l,u]=[e[i],e[i+
1]];Pa(u.values,a,o),Cn(u.values,o,s,n,l.values,n,1,r,n,1),i<t.length-1&&Ra(u.values,u.slopes,o*s)})}function Ra(t,e,o){for(let n=0;n<o;n+=1){let s=t[n],r=1/(1+
Math.exp(-s));t[n]=s*r,e[n]=r*(1+s*(1-r))}}function Ia({layers:t},e,o,n){for(let s=t.length-1;s>=0;s-=1){let{inputs:r,outputs:a,weight:i}=t[s],[l,u]=[o[s],o[s+1]],
c=e.layers[s];if(Cn(c.weight,a,r,n,u.errors,1,a,l.values,1,r),Oa(c.bias,u.errors,n),s===0)return;l.errors.fill(0,0,n*r),Cn(l.errors,n,r,a,u.errors,a,1,i,1,r),_a(
l.errors,l.slopes,n*r)}}function Pa(t,e,o){for(let n=0,s=0;n<o;n+=1)for(let r=0;r<e.length;r+=1,s+=1)t[s]=e[r]}function Oa(t,e,o){for(let n=0,s=0;n<o;n+=1)for(let r=0;r<
t.length;r+=1,s+=1)t[r]+=e[s]}function _a(t,e,o){for(let n=0;n<o;n+=1)t[n]*=e[n]}function Cn(t,e,o,n,s,r,a,i,l,u){let c=e-e%4,f=o-o%4;for(let d=0;d<c;d+=4)for(let m=0;m<
f;m+=4){let h=0,M=0,v=0,p=0,g=0,k=0,S=0,N=0,$=0,A=0,w=0,b=0,T=0,O=0,R=0,_=0,C=d*r,E=m*l;for(let F=0;F<n;F+=1){let L=i[E],j=i[E+l],W=i[E+2*l],I=i[E+3*l],B=s[C],P=s[C+
r],D=s[C+2*r],H=s[C+3*r];h+=B*L,M+=B*j,v+=B*W,p+=B*I,g+=P*L,k+=P*j,S+=P*W,N+=P*I,$+=D*L,A+=D*j,w+=D*W,b+=D*I,T+=H*L,O+=H*j,R+=H*W,_+=H*I,C+=a,E+=u}let y=d*o+m;t[y]+=
h,t[y+1]+=M,t[y+2]+=v,t[y+3]+=p,y+=o,t[y]+=g,t[y+1]+=k,t[y+2]+=S,t[y+3]+=N,y+=o,t[y]+=$,t[y+1]+=A,t[y+2]+=w,t[y+3]+=b,y+=o,t[y]+=T,t[y+1]+=O,t[y+2]+=R,t[y+3]+=_}
for(let d=0;d<e;d+=1)for(let m=d<c?f:0;m<o;m+=1){let h=0;for(let M=0;M<n;M+=1)h+=s[d*r+M*a]*i[m*l+M*u];t[d*o+m]+=h}}var Lt={dim:14,lowest:.25,highest:32},He=[2+Lt.dim,64,64,64,2],Ue=256,Ba=.995,Da={noise:(t,e)=>e,image:t=>t,velocity:(t,e,{signal:o,noise:n})=>o*e-n*t,flow:(t,e)=>e-
t},qa={mse:{error:t=>t*t,slope:t=>2*t},mae:{error:Math.abs,slope:Math.sign}};function Rt(t){let e=t.length/2,o=[0,0];t.forEach((s,r)=>{o[r%2]+=s/e});let n=t.reduce(
(s,r,a)=>s+(r-o[a%2])**2,0);return{mean:o,spread:Math.sqrt(n/t.length)||1}}function Ln(t,{mean:e,spread:o}){return t.map((n,s)=>(n-e[s%2])/o)}function It(t,{mean:e,
spread:o}){return t.map((n,s)=>n*o+e[s%2])}function ja(t){let e=mt(He),o=0;for(let{inputs:n,weight:s,bias:r}of e.layers.slice(0,-1))for(let a of[s,r])for(let i=0;i<
a.length;i+=1)a[i]=(2*Se(t,o)-1)/Math.sqrt(n),o+=1;return e.parameters}function Bs(t,e){let{kind:o,options:n}=e.schedule,s=Ce(o,n),r=gt(e.target),a=Da[e.target],
{error:i,slope:l}=qa[e.loss],c=Tt(Lt.dim,Lt.lowest,Lt.highest).map(b=>Math.fround(2*Math.PI*b)),f=mt(He,e.parameters??ja(e.seed)),d=mt(He),m=Ps(f.parameters.length),
h=Os(f.parameters,Ba),M=mt(He,h.parameters),v=_s(He),p=Rt(t),g=Ln(t,p),k=0;function S(b,T,O,R,_){let C=T*He[0];b[C]=O,b[C+1]=R;for(let E=0;E<c.length;E+=1){let y=Math.
fround(Math.fround(_)*c[E]);b[C+2+E]=Math.sin(y),b[C+2+c.length+E]=Math.cos(y)}}function N(b){let T=b.times.length,O=new Float64Array(T*He[0]),R=new Float64Array(
2*T);for(let C=0;C<T;C+=1){let E=s.rates(b.times[C]),[y,F]=[2*C,2*C+1];S(O,C,E.signal*b.images[y]+E.noise*b.noise[y],E.signal*b.images[F]+E.noise*b.noise[F],E.noise**
2),R[y]=a(b.images[y],b.noise[y],E),R[F]=a(b.images[F],b.noise[F],E)}let _=0;return d.parameters.fill(0),Nn(f,v,O,new Float64Array(2*T),d,(C,E,y,F)=>{for(let L=0;L<
2*E;L+=1){let j=y[L]-R[2*C+L];_+=i(j)/(2*T),F[L]=l(j)/(2*T)}}),_}function $(b){let T=Ye(e.seed,b+65536),O=g.length/2,R={images:new Float64Array(2*Ue),noise:te(T,
2*Ue),times:new Float64Array(Ue)};for(let _=0;_<Ue;_+=1){let C=2*Math.floor(O*Se(T,4*Ue+_));R.images[2*_]=g[C],R.images[2*_+1]=g[C+1],R.times[_]=Se(T,5*Ue+_)}return R}
function A(b,T,O){let R=T.length/2,_=new Float64Array(R*He[0]);for(let E=0;E<R;E+=1)S(_,E,T[2*E],T[2*E+1],O.noise**2);let C=Nn(b,v,_,new Float64Array(T.length));
return r(C,T,O)}let w=b=>b?M:f;return{network:f,gradient:d,average:h,drawBatch:$,lossAndGradient:N,get steps(){return k},step(b=e.rate){let T=N($(k));return Number.
isFinite(T)&&(m.step(f.parameters,d.parameters,b),h.update(f.parameters),k+=1),T},learnFrom(b){p=Rt(b),g=Ln(b,p)},best(){return Array.from({length:12},(O,R)=>Is(
g,s,e.target,e.loss,{...$(1e6+R),times:Float64Array.from({length:Ue},(_,C)=>(C+(R+.5)/12)/Ue)})).reduce((O,R)=>O+R,0)/12},sample({count:b,steps:T=20,seed:O=1,smooth:R=!0}){
let _=Ne(T),C=Float64Array.from(te(O,2*b)),E=C;for(let y=0;y<T;y+=1){let[F,L]=[s.rates(_[y]),s.rates(_[y+1])];({image:E,noisy:C}=wt(C,A(w(R),C,F),F,L))}return It(
E,p)},guess(b,{t:T,smooth:O=!0}){let R=s.rates(T),_=Ln(b,p),C=A(w(O),_,R),E=_.map((y,F)=>(y-R.noise*C[F])/R.signal);return It(E,p)}}}var Ds=100,Wa=.25,Ua=3e4,Ha=30;function qs(t,{slice:e=50,later:o=r=>setTimeout(r,0),rest:n=r=>setTimeout(r,Ha),longest:s=Ua}={}){let r=null,a={},i={},l=0,u=!1,c=!1,
f=!0,d=[],m=0,h=0,M=0,v=0,p=0,g={},k=s,S=!1,N=null,$=()=>!f||r.steps>=k;function A(R,_=1/0){let C=performance.now(),E=0;for(;E<_&&f&&performance.now()<R;){let y=r.
step(i.rate);d.push(y),f=Number.isFinite(y),E+=1}m+=performance.now()-C,h+=E,$()&&(u=!1)}function w({samples:R=!1,arrows:_=R}={}){let C={...g,begun:l,steps:r.steps,
finite:f,ended:$(),losses:Float32Array.from(d),rate:m>0?1e3*h/m:0},{count:E,length:y,seed:F,places:L,t:j}=a,W=i.average;if(_&&(C.arrows=r.guess(L,{t:j,smooth:W})),
R&&r.steps>0){let I=performance.now();C.samples=r.sample({count:E,steps:y,seed:F,smooth:W}),M=performance.now(),v=M-I}[d,g]=[[],{}],m>2e3&&([m,h]=[m/2,h/2]),t(C),
p=performance.now()}function b(){if(c=!1,!u)return;A(performance.now()+e);let R=performance.now(),_=!u||R-M>Math.max(2*Ds,v/Wa);(_||R-p>Ds)&&w({samples:_,arrows:!0}),
T()}function T(){!u||c||(c=!0,o(b))}function O(R){if(S){N={samples:R||!!N?.samples};return}w({arrows:!0,samples:R}),S=!0,n(()=>{let _=N;[S,N]=[!1,null],_&&O(_.samples)})}
return{begin(R){({number:l,settings:i,view:a}=R),r=Bs(R.points,i),[u,f,d,m,h]=[!1,!0,[],0,0],k=s,g={best:r.best()},w({samples:!0})},learnFrom({points:R}){r.learnFrom(
R),g={best:r.best()},u||w({samples:!0})},change(R){i={...i,...R},u||w({samples:!0})},look(R){a={...a,...R},O(!("t"in R))},run({on:R}){R&&(k=r.steps+s),u=R&&!$(),
u||w({samples:!0}),T()},step({count:R=1}){A(1/0,R),w({samples:!0})}}}function js(t,e){let o=null,n=null,s=!1,r=[],a=()=>{n=qs(t,{slice:12});for(let{order:i,...l}of r.splice(0))n[i](l)};try{o=e(),o.onmessage=({data:i})=>{s=!0,r.length=
0,i.ready||t(i)},o.onerror=i=>{if(i.preventDefault?.(),s)throw new Error(i.message);a()}}catch{a()}return{get inWorker(){return n===null},ask(i,l={}){return n?n[i](
l):(s||r.push({order:i,...l}),o.postMessage({order:i,...l}))}}}var Ot=2.2,Ws=1.9,Pt=600,Us=400,Ga=.15,Ka=1e3,Hs=[["heart","Heart"],["moons","Two moons"],["spiral","Spiral"],["discs","Two discs"],["letters","DDIM"],["picture",
"A painted flower"],["drawing","What I draw"]],Gs={cosine:{name:"Cosine",kind:"cosine",options:{max_signal_rate:.999}},short:{name:"Cosine, ends as for pictures",
kind:"cosine",options:{}},linear:{name:"Linear β",kind:"linear",options:{}},log_snr:{name:"Straight log-SNR",kind:"log_snr",options:{start:6,end:-6}},rectified_flow:{
name:"Rectified flow",kind:"rectified_flow",options:{}}},Ya=[["noise","Noise"],["image","Image"],["velocity","Velocity"],["flow","Flow (noise − image)"]],Xa=[
["mse","Squared (MSE)"],["mae","Absolute (MAE)"]],Ks=Float64Array.from({length:450},(t,e)=>{let o=e>>1;return Ot*(2*((e%2?Math.floor(o/15):o%15)+.5)/15-1)});function Ys(t,e,o){
let n={schedule:"cosine",target:"noise",loss:"mse",power:-2,average:!0,seed:e.seed},s={size:e.picture.size,ink:ae(e.picture.ink)},r=Va(e.picture),a=[],i=new Float32Array(
0),l=null,u=0,c=!1,f=!1,d={steps:0,finite:!0,rate:0},m=[],h=null,M=null,v=0,p=null,g=ne({label:"Points",options:Hs,value:e.shape,onChange:P}),k=re({label:"Clear",
onClick:()=>{g.value="drawing"}}),S=re({label:"Train",onClick:()=>f?Le():ge()}),N=re({label:"One step",onClick:()=>{fe()&&z("step")}}),$=re({label:"Start again",
onClick:Re}),A=K({label:"Learning rate",min:-4,max:0,step:.5,value:n.power,format:q=>String(Number((10**q).toPrecision(1))),onInput(q){n.power=q,c&&z("change",{
rate:10**q})}}),w=De({label:"Average the weights",value:!0,onChange(q){n.average=q,c&&z("change",{average:q})}}),b=q=>ie=>{n[q]=ie,Re()},T=ne({label:"Schedule",
value:n.schedule,options:Object.entries(Gs).map(([q,{name:ie}])=>[q,ie]),onChange:b("schedule")}),O=ne({label:"The network predicts",value:n.target,options:Ya,onChange:b(
"target")}),R=ne({label:"Error",value:n.loss,options:Xa,onChange:b("loss")}),_=K({label:"Seed",min:0,max:50,step:1,value:n.seed,onInput(q){n.seed=q,D(g.value),Re()}}),
C=K({label:"Noise level of the arrows",min:0,max:1,step:.02,value:.5,format:q=>`t = ${q.toFixed(2)}`,onInput(q){c&&z("look",{t:q})}}),E=K({label:"Steps of DDIM",
min:1,max:50,step:1,value:20,onInput(q){c&&z("look",{length:q})}}),y=ve({label:"Your points",reach:Ot,draw:oe,onPress:ee}),F=Fs(o,y,{reach:Ot,onPoint:U,onBack:X}),
L=ve({label:"Samples",reach:Ot,draw:se}),j=x("span",{class:"ff-title"},"Noise"),W=pe({label:"Loss over the steps",title:"Loss",x:[0,200],...$n([]),height:150,xLabel:"\
steps",formatY:Sn}),I=Z(),B=(q,ie,...Pe)=>x("div",{},q,ie.element,...Pe);t.append(J(g,k,S,N,$),x("div",{class:"ff-columns ff-two"},B(x("span",{class:"ff-title"},
"Your points: draw here"),y,F.hint),B(j,L)),I.element,F.element,x("div",{class:"ff-gap"},W.element,be([["iris","Loss"],["muted","The least that any network can \
reach on these points",!0]])),x("div",{class:"ff-controls ff-gap"},A.element,w.element,...e.simple?[]:[T,O,R,C,E,_].map(q=>q.element)));function P(q){q==="drawi\
ng"&&(a=[]),D(q)}function D(q){q==="drawing"?i=a.length?En(a,Pt,n.seed):new Float32Array(0):q==="picture"?i=Es(s.ink,s.size,Pt,n.seed,Ws):i=Ns(q,Pt,n.seed),S.disabled=
N.disabled=i.length===0,y.canvas.setAttribute("aria-label",i.length?`${i.length/2} points to learn: ${Hs.find(([ie])=>ie===q)[1]}`:"An empty board to draw on"),
Y(),y.redraw(),L.redraw(),ke()}let H=0;function Y(){!c&&l&&f&&fe()&&z("run",{on:!0}),!(!c||H)&&(H=setTimeout(()=>{H=0,c&&i.length&&z("learnFrom",{points:i}),c&&
f&&z("run",{on:i.length>0})},300))}function oe(q){g.value==="picture"&&q.picture(r,Ws,.35),q.dots(i,le(o,"signal"),2.4),M&&q.arrows(Ks,M,le(o,"noise")),F.draw(q),
!i.length&&(q.context.fillStyle=le(o,"muted"),q.context.textAlign="center",q.context.font=`14px ${getComputedStyle(o).fontFamily}`,q.context.fillText("Draw here",
q.width/2,q.width/2))}function se(q){q.dots(i,le(o,"muted"),2,.35),q.dots(h??G(),le(o,"petal"),2.6)}function G(){let q=Float64Array.from(te(1,2*Us));return i.length?
It(q,Rt(i)):q}function ee(q,ie){if(ie||!a.length)g.value!=="drawing"&&(g.value="drawing"),a.push([q]);else{let Pe=a[a.length-1],ht=Pe[Pe.length-1];if(Math.hypot(
q[0]-ht[0],q[1]-ht[1])<.04)return;Pe.push(q)}D("drawing")}function U(q,ie){return ie&&g.value==="drawing"&&a.length?(a[a.length-1].push(q),D("drawing"),"A line \
to here."):(ee(q,!0),`A point. ${V(a.length)} on the board.`)}function X(){return g.value!=="drawing"||!a.length?"There is nothing of yours to take back.":(a.pop(),
D("drawing"),`Taken back. ${V(a.length)} on the board.`)}function V(q){return q===1?"1 stroke":`${q||"No"} strokes`}function z(q,ie={}){l.ask(q,ie)}function fe(){
return i.length?(l??=js(Ie,()=>yt(Rs)),c||me(),!0):!1}function me(){let{kind:q,options:ie}=Gs[n.schedule];u+=1,c=!0,z("begin",{number:u,points:i,settings:{schedule:{
kind:q,options:ie},target:n.target,loss:n.loss,rate:10**n.power,average:n.average,seed:n.seed},view:{count:Us,length:E.value,seed:1,places:Ks,t:C.value}})}function ge(){
fe()&&(f=!0,Me(),z("run",{on:!0}))}function Le(){f=!1,Me(),z("run",{on:!1})}function Re(){m=[],[h,M,p]=[null,null,null],d={steps:0,finite:!0,rate:0},c=!1,u+=1,l&&
!i.length&&z("run",{on:!1}),l&&fe()&&f&&z("run",{on:!0}),ye()}function Ie(q){if(q.begun===u){d=q,q.ended&&(f=!1);for(let ie of q.losses)m.push(ie);p=q.best??p,q.
samples&&(h=q.samples),q.arrows&&(M=q.arrows),Ke()}}let xe=0,Ge=0;function Ke(){if(Ge)return;let q=Bt()&&f?Ka-(performance.now()-xe):0;Ge=setTimeout(()=>{Ge=0,xe=
performance.now(),ye()},Math.max(0,q))}function ye(){v=h&&i.length?Ls(h,i,Ga):0,j.textContent=h?"Samples":"Noise, where samples start",y.redraw(),L.redraw();let q=Ts(
m),ie=p>0?Math.log10(p):null,Pe=Math.max(100,m.length);W.limits({x:[0,Pe],...$n(ie===null?q:[...q,[0,ie]])}),W.update({lines:[...ie===null?[]:[{points:[[0,ie],[
Pe,ie]],colour:"muted",dash:!0}],...q.length>1?[{points:q,colour:"iris"}]:[]],marks:q.length===1?[{x:q[0][0],y:q[0][1],colour:"iris"}]:[]}),Me(),ke()}function Me(){
S.textContent=f?"Pause":"Train",o.dataset.state=f?"training":d.finite?"resting":"broken",o.dataset.steps=d.steps,o.dataset.rate=Math.round(d.rate),o.dataset.loss=
An(m).toFixed(4),o.dataset.near=v.toFixed(3)}function ke(){if(!i.length)return I.say("The board is empty. Draw on it, or choose points.");if(!m.length)return I.
say(`${Pt} points to learn. Press Train.`);let q=!f||!d.finite,ie=An(m),Pe=l.inWorker?"":", without a worker",ht=d.ended?" It rests after so many steps: press T\
rain to go on.":"",tr=d.rate?` ${Math.round(d.rate)} steps a second here${Pe}.`:"";if(!d.finite)return I.say(`Step ${d.steps}: the loss is no longer a number. T\
he learning rate is too high; take a smaller one and start again.`,q);let nr=ie>1.5*m[0]?" That is more than at the start: the learning rate is too high.":"";return I.
say(`Step ${d.steps.toLocaleString("en")}. Loss ${Sn(Math.log10(ie),3)}.${nr} ${Math.round(100*v)} % of the samples lie on your points.${ht}${tr}`,q)}typeof IntersectionObserver==
"function"&&new IntersectionObserver(q=>{let ie=q[q.length-1].isIntersecting;c&&f&&z("run",{on:ie&&i.length>0})}).observe(o),D(e.shape),y.follow(),L.follow(),ye(),
_e(o,()=>{y.redraw(),L.redraw()})}function Va({size:t,colours:e}){let o=x("canvas",{width:t,height:t}),n=o.getContext("2d"),s=n.createImageData(t,t);ae(e).forEach(
(r,a)=>{s.data[4*Math.floor(a/3)+a%3]=r});for(let r=3;r<s.data.length;r+=4)s.data[r]=255;return n.putImageData(s,0,0),o}function Ja(t,e){let o=t.centres.length*e.centres.length,[n,s]=[new Float64Array(2*o),new Float64Array(2*o)],r=0;for(let[a,i]of e.centres)for(let[l,u]of t.centres)
n.set([a,i],r),s.set([l-a,u-i],r),r+=2;return{goals:n,velocities:s,wide:t.width**2,narrow:e.width**2}}function Za({goals:t,velocities:e,wide:o,narrow:n},s,r,a){
let i=(1-a)**2*n+a**2*o,l=(a*o-(1-a)*n)/i,u=-1/(2*i),[c,f,d,m]=[-1/0,0,0,0];for(let h=0;h<t.length;h+=2){let M=s-t[h]-a*e[h],v=r-t[h+1]-a*e[h+1],p=u*(M*M+v*v);if(p<
c-30)continue;if(p>c){let k=Math.exp(c-p);c=p,f*=k,d*=k,m*=k}let g=Math.exp(p-c);f+=g,d+=g*(e[h]+l*M),m+=g*(e[h+1]+l*v)}return[d/f,m/f]}function Rn({centres:t,width:e},o,n){
return te(n,2*o).map((r,a)=>t[(a>>1)%t.length][a%2]+e*r)}function Qa(t,e){let o=Array.from({length:t},(n,s)=>Ye(e,s));return o.map((n,s)=>s).sort((n,s)=>o[n]-o[s])}
function Xs(t,e,o,n){let s=Qa(t.length/2,n),r=t.map((l,u)=>e[2*s[u>>1]+u%2]),a=t.map((l,u)=>l-r[u]),i=Array.from({length:o+1},(l,u)=>t.map((c,f)=>c-u/o*a[f]));return{
places:i,velocities:i.map(()=>a)}}function Vs(t,e,o,n){let s=Ja(e,o),r=(l,u)=>{let c=new Float32Array(l.length);for(let f=0;f<l.length;f+=2)[c[f],c[f+1]]=Za(s,l[f],
l[f+1],u);return c},[a,i]=[[t],[r(t,1)]];for(let l=0;l<n;l+=1){let[u,c]=[a[l],1-l/n],f=u.map((m,h)=>m-i[l][h]/(2*n)),d=r(f,c-1/(2*n));a.push(u.map((m,h)=>m-d[h]/
n)),i.push(r(a[l+1],1-(l+1)/n))}return{places:a,velocities:i}}function Js(t,e,o){let[n,s]=[0,0];for(let r=0;r<t.length;r+=2)for(let a=0;a<r;a+=2)Math.hypot(t[r]-
t[a],t[r+1]-t[a+1])>o||(n+=Math.hypot(e[r]-e[a],e[r+1]-e[a+1]),s+=1);return{mean:s?n/s:0,pairs:s}}var za=40;function Zs(t,e,o){let{clouds:n,reach:s,count:r,steps:a,near:i}=e,l={source:e.source,target:e.target,way:e.way},u=new Map,c=null,f=Object.keys(n).map(
A=>[A,A]),d=(A,w,b)=>ne({label:A,options:b,value:l[w],onChange(T){l[w]=T,S()}}),m=d("From","source",f),h=d("To","target",f),M=d("Each dot follows","way",[["line",
"its own line"],["mean","the mean of all lines"]]),v=K({label:"Way to the target",min:0,max:1,step:1/a,value:e.opens,format:A=>`t = ${(1-A).toFixed(2)}`,onInput:N}),
p=De({label:"Paths",value:!0,onChange:N}),g=ve({label:"Dots on their way from one cloud to another",reach:s,draw:$}),k=Z();t.append(J(m,h,M),J(v,$e(o,v,{seconds:4}),
p),x("div",{class:"ff-view"},g.element),k.element);function S(){let A=[l.source,l.target,l.way].join();if(!u.has(A)){let[w,b]=[n[l.source],n[l.target]],T=Rn(w,r,
e.seed);u.set(A,l.way==="mean"?Vs(T,w,b,a):Xs(T,Rn(b,r,e.seed+1),a,e.seed))}c=u.get(A),N()}function N(){g.redraw()}function $(A){if(!c)return;let{context:w,place:b}=A,
T=Math.round(v.value*a);if(A.dots(n[l.target].centres.flat(),le(o,"muted"),5,.6),p.value){w.strokeStyle=le(o,"noise"),w.globalAlpha=.6,w.lineWidth=1,w.beginPath();
for(let _=0;_<za;_+=1)for(let C=0;C<=T;C+=1){let[E,y]=b(c.places[C][2*_],c.places[C][2*_+1]);C?w.lineTo(E,y):w.moveTo(E,y)}w.stroke(),w.globalAlpha=1}A.dots(c.places[T],
le(o,"signal"),4);let{mean:O,pairs:R}=Js(c.places[T],c.velocities[T],i);k.say(`t = ${(1-v.value).toFixed(2)}, from ${l.source} to ${l.target}. Two dots closer t\
han ${i} differ in velocity by ${O.toFixed(2)} on average (${R} pairs).`),o.dataset.disagreement=O.toFixed(3)}S(),g.follow(),_e(o,N),o.dataset.state="ready"}function zs(t,e){let{blocks:o}=e,n=Math.max(...o.map(d=>d.parameters)),s=o.map((d,m)=>{let h=Qs(d,1)[0],M=Math.sqrt(d.parameters/n),v=x("button",{type:"button",
class:"ff-block","aria-pressed":"false","aria-label":`${d.title}, ${d.shape}, ${d.parameters} parameters`},h,x("i",{style:`width:${(100*M).toFixed(0)}%`}));return v.
addEventListener("focus",()=>f(m)),v.addEventListener("pointerenter",()=>f(m)),v.addEventListener("click",()=>f(m)),v.addEventListener("keydown",p=>{let g={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[p.key];!g||p.altKey||p.ctrlKey||p.metaKey||(p.preventDefault(),s[Math.min(Math.max(m+g,0),o.length-1)].focus())}),v}),r=Math.
max(...o.map(d=>d.level))+1,a=x("div",{class:"ff-unet",role:"group","aria-label":"Blocks"});for(let d=0;d<r;d+=1){let m=v=>s.filter((p,g)=>o[g].level===d&&o[g].
side===v),h=e.sizes[d],M=`margin-inline:${(30*d/(r-1)).toFixed(1)}%`;a.append(x("div",{class:"ff-unet-row",style:M},x("div",{class:"ff-unet-side"},...m("down")),
...m("middle").length?[x("div",{class:"ff-unet-side"},...m("middle")),x("span",{class:"ff-unet-size"},`${h} × ${h}`)]:[x("span",{class:"ff-unet-skip"},x("span",
{class:"ff-unet-size"},`${h} × ${h}`))],x("div",{class:"ff-unet-side"},...m("up"))))}let i=x("span",{class:"ff-title"}),l=x("dl",{class:"ff-facts"}),u=x("div",
{class:"ff-maps",role:"img"}),c=Z();t.append(a,x("div",{class:"ff-unet-detail"},i,l,u),c.element);function f(d){let m=o[d];s.forEach((h,M)=>{h.setAttribute("ari\
a-pressed",String(M===d)),h.classList.toggle("ff-partner",M!==d&&ei(o[M],m))}),i.textContent=m.kind?`${m.title}: ${m.kind}`:m.title,l.replaceChildren(...m.facts.
map(([h,M])=>x("div",{},x("dt",{},h),x("dd",{},M)))),u.replaceChildren(...Qs(m,m.count)),u.setAttribute("aria-label",m.shown),c.say(m.sentence)}f(Math.min(e.selected,
o.length-1))}function ei(t,e){return t.skip===e.name||e.skip===t.name}function ti(t,e){return Float64Array.from({length:e},(o,n)=>((n%2?t[n>>1]&15:t[n>>1]>>4)-7)/
7)}function Qs(t,e){let[o,n]=t.size,s=ae(t.maps),r=o*n,a=t.colour?null:ti(s,r*t.count);return Array.from({length:Math.min(e,t.count)},(i,l)=>{let u=Q({label:"",
width:o,height:n});return u.draw(t.colour?s:ut(a.subarray(l*r,(l+1)*r))),u.canvas.removeAttribute("role"),u.canvas.removeAttribute("aria-label"),u.canvas.setAttribute(
"aria-hidden","true"),u.canvas})}var In=["leaf","iris"];function er(t,e,o){let{side:n,epochs:s,curves:r}=e,a=r.flatMap(({points:M})=>M),[i,l]=[Math.min(...a.map(([M])=>M)),Math.max(...a.map(([M])=>M))],
u=null,c=K({label:"Epoch",min:i,max:l,step:1,value:l,onInput:h}),f=pe({label:"Errors over the epochs",title:"Errors",x:[i,Math.max(l,i+1)],y:ni(r),height:190,xLabel:"\
epoch",onPoint:M=>{c.value=Math.round(M)}}),d=Q({label:"Samples",title:"Samples",width:n,height:n}),m=Z();t.append(J(c,$e(o,c,{seconds:8})),x("div",{class:"ff-c\
olumns ff-two"},x("div",{},f.element,be(r.map(({name:M},v)=>[In[v],M]))),d.element),m.element);function h(){let M=c.value;f.update({lines:r.map(({points:p},g)=>({
points:p,colour:In[g]})).filter(({points:p})=>p.length>1),marks:[{x:M,colour:"muted"},...r.flatMap(({points:p},g)=>{let k=Pn(p,M,([S])=>S);return k?[{x:k[0],y:k[1],
colour:In[g]}]:[]})]});let v=Pn(s,M,p=>p)??s[0];u&&d.draw(ue(u,s.indexOf(v)*n,0,n,n)),d.heading.textContent=`Samples after epoch ${v}`,d.describe(`Sixteen sampl\
es after epoch ${v}`),m.say(`Epoch ${M}. ${r.map(({name:p,points:g})=>{let k=Pn(g,M,([S])=>S);return k?`${p}: ${k[1].toFixed(3)}`:""}).filter(Boolean).join("; ")}\
.`)}return h(),ce(de(o)).then(M=>{u=M,o.dataset.state="ready",h()})}function ni(t){let e=t.flatMap(({points:r})=>r.map(([,a])=>a)),[o,n]=[Math.min(...e),Math.max(
...e)],s=.05*(n-o)||.01;return[o-s,n+s]}function Pn(t,e,o){return t.filter(n=>o(n)<=e).at(-1)}jn({ask:Jn,dissolve:io,draw_a_schedule:So,embedding_explorer:Fo,every_flower:To,field:Ro,film:Bo,first_flowers:Do,follow:jo,grow:Uo,guess_the_flower:Qo,latent:ls,
lie:No,noise_maps:fs,particles:ys,race:xs,reverse:vs,sample_size:Ss,train:Ys,two_clouds:Zs,unet_map:zs,watch:er});})();
