/* Made by book/bundle_figures.py from ddimlib/static/ (bcb930336704c8a8). */
(()=>{function Ot(e){let t=".ff-figure[data-figure]:not([data-started], [data-failed])",o=()=>{for(let r of document.querySelectorAll(t))document.readyState==="loadin\
g"&&!r.nextSibling||to(r,e[r.dataset.figure])};if(o(),document.readyState!=="loading")return;let n=new MutationObserver(o);n.observe(document,{childList:!0,subtree:!0}),
document.addEventListener("DOMContentLoaded",()=>{n.disconnect(),o()})}function to(e,t){let o=e.querySelector(":scope > script[type='application/json']");if(!t||
!o)return;let n=e.querySelector(".ff-live");e.dataset.started="";try{t(n,JSON.parse(o.textContent),e)}catch(r){delete e.dataset.started,e.dataset.failed="",n.replaceChildren(),
console.error(r)}}function x(e,t={},...o){let n=document.createElement(e);for(let[r,s]of Object.entries(t))s!=null&&s!==!1&&n.setAttribute(r,s===!0?"":s);return n.
append(...o),n}function G(...e){return x("div",{class:"ff-controls"},...e.map(t=>t.element??t))}function D({label:e,min:t,max:o,step:n,value:r,format:s=String,onInput:a}){
let i=x("span",{class:"ff-value","aria-hidden":"true"}),l=x("input",{type:"range",min:t,max:o,step:n}),m=()=>{let f=s(Number(l.value));i.textContent=f,l.setAttribute(
"aria-valuetext",f);let d=(Number(l.value)-l.min)/(l.max-l.min||1);l.style.setProperty("--ff-filled",`${(100*d).toFixed(1)}%`)},c=x("span",{class:"ff-label"},e),
u=x("label",{class:"ff-slider"},x("span",{class:"ff-row"},c,i),l);return l.value=r,m(),l.addEventListener("input",()=>{m(),a(Number(l.value))}),{element:u,input:l,
get value(){return Number(l.value)},set value(f){l.value=f,m(),a(Number(l.value))},limits(f,d,p){Object.assign(l,{min:f,max:d}),l.value=p,m()},rename(f){c.textContent=
f}}}function K({label:e,options:t,value:o,onChange:n}){let r=x("select",{},...t.map(([a,i])=>x("option",{value:a},i)));return r.value=o,r.addEventListener("chan\
ge",()=>n(r.value)),{element:x("label",{class:"ff-choice"},x("span",{class:"ff-label"},e),r),input:r,get value(){return r.value},set value(a){r.value=a,n(r.value)}}}
function Pe({label:e,value:t=!1,onChange:o}){let n=x("input",{type:"checkbox"});return n.checked=t,n.addEventListener("change",()=>o(n.checked)),{element:x("lab\
el",{class:"ff-toggle"},n,x("span",{},e)),input:n,get value(){return n.checked}}}function z({label:e,onClick:t}){let o=x("button",{type:"button",class:"ff-butto\
n"},e);return o.addEventListener("click",t),o}function at(){return window.matchMedia("(prefers-reduced-motion: reduce)").matches}function no(e,t,o=()=>{}){let n=0,
r=!1,s=!0,a=null,i=c=>{let u=a===null?0:Math.min((c-a)/1e3,.1);if(a=c,n=0,!e.isConnected||t(u)===!1)return m.pause();l()},l=()=>{r&&s&&!n&&(n=requestAnimationFrame(
i))},m={get playing(){return r},play(){r=!0,a=null,o(!0),l()},pause(){r=!1,cancelAnimationFrame(n),n=0,o(!1)}};return typeof IntersectionObserver=="function"&&new IntersectionObserver(
c=>{s=c[c.length-1].isIntersecting,a=null,l()}).observe(e),m}function ce(e,t,{label:o="Play",seconds:n=6}={}){let r=()=>Number(t.input.min),s=()=>Number(t.input.
max),a=0,i=0,l=z({label:o,onClick:()=>{if(m.playing)return m.pause();a=t.value>=s()?r():t.value,i=0,m.play()}}),m=no(e,c=>{let u=s()-r();if(at()){if(i+=c,i<n/8)
return!0;a+=u/8,i=0}else a+=u*c/n;return t.value=Math.min(a,s()),a<s()},c=>{l.textContent=c?"Pause":o});return t.input.addEventListener("pointerdown",()=>m.pause()),
t.input.addEventListener("keydown",()=>m.pause()),l}function H(){let e=x("p",{class:"ff-readout"}),t=x("p",{class:"ff-hidden","aria-live":"polite"}),o=0;return{
element:x("div",{},e,t),say(n){let r=e.textContent==="";e.textContent=n,clearTimeout(o),r||(o=setTimeout(()=>{t.textContent=n},500))}}}function X({label:e,title:t="",
width:o,height:n}){let r=x("canvas",{width:o,height:n,role:"img","aria-label":e}),s=r.getContext("2d"),a=s.createImageData(o,n);a.data.fill(255);let i=x("span",
{class:"ff-title"},t);return{element:x("div",{class:"ff-picture"},...t?[i]:[],r),canvas:r,heading:i,draw(l){let m=l.length===o*n;for(let c=0;c<o*n;c+=1)for(let u=0;u<
3;u+=1)a.data[4*c+u]=m?l[c]:l[3*c+u];s.putImageData(a,0,0)},describe(l){r.setAttribute("aria-label",l)}}}function Ee(e,t){let o=new MutationObserver(t),n=["data\
-theme","data-jp-theme-light","theme","class"];o.observe(document.documentElement,{attributes:!0,attributeFilter:n}),o.observe(document.body,{attributes:!0,attributeFilter:n}),
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change",t)}function Z(e,t){return getComputedStyle(e).getPropertyValue(`--ff-${t}`).trim()}function Ge(e,t){
let o=0,n=()=>{let r=Math.round(e.clientWidth);r>0&&r!==o&&t(o=r)};n(),new ResizeObserver(n).observe(e)}function ee(e){return Uint8Array.from(atob(e),t=>t.charCodeAt(
0))}var oo="http://www.w3.org/2000/svg";function ae(e,t,o=""){let n=document.createElementNS(oo,e);for(let[r,s]of Object.entries(t))n.setAttribute(r,s);return o&&(n.
textContent=o),n}function _t(e,t,o=5){let n=(t-e)/o,r=10**Math.floor(Math.log10(n)),s=[1,2,5,10].map(i=>i*r).find(i=>i>=n*.999),a=[];for(let i=Math.ceil(e/s-1e-9);i*
s<=t+1e-9*s;i+=1)a.push(Number((i*s).toPrecision(12)));return a}function Bt(e){return String(e).replace("-","−")}function ie({label:e,title:t="",x:o,y:n,xLabel:r="",
yLabel:s="",height:a=170,xTicks:i=null,yTicks:l=null,formatX:m=Bt,formatY:c=Bt,onPoint:u=null,onHandle:f=null}){let d=x("div",{class:"ff-chart"}),p=ae("svg",{role:"\
img","aria-label":e,height:a}),g={left:44,right:12,top:8,bottom:r?38:24},b={x:o,y:n,xTicks:i,yTicks:l},y=300,h={lines:[],marks:[],areas:[]},A=S=>g.left+(S-b.x[0])/
(b.x[1]-b.x[0])*(y-g.left-g.right),w=S=>a-g.bottom-(S-b.y[0])/(b.y[1]-b.y[0])*(a-g.top-g.bottom),k=S=>Math.min(Math.max(S,b.y[0]),b.y[1]),$=S=>S.map(([C,N],R)=>`${R?
"L":"M"}${A(C).toFixed(1)} ${w(N).toFixed(1)}`).join("");function F(){let S=a-g.bottom;for(let C of b.yTicks??_t(...b.y,4))p.append(ae("line",{class:"ff-grid",x1:g.
left,x2:y-g.right,y1:w(C),y2:w(C)}),ae("text",{class:"ff-tick",x:g.left-(f?13:6),y:w(C)+4,"text-anchor":"end"},c(C)));for(let C of b.xTicks??_t(...b.x,y<260?3:5))
p.append(ae("text",{class:"ff-tick",x:A(C),y:S+16,"text-anchor":"middle"},m(C)));if(p.append(ae("line",{class:"ff-axis",x1:g.left,x2:y-g.right,y1:S,y2:S})),r&&p.
append(ae("text",{class:"ff-axis-label","text-anchor":"middle",x:(g.left+y-g.right)/2,y:a-5},r)),s){let C=(g.top+S)/2;p.append(ae("text",{class:"ff-axis-label",
"text-anchor":"middle",x:11,y:C,transform:`rotate(-90 11 ${C})`},s))}}function v(){p.replaceChildren(),p.setAttribute("viewBox",`0 0 ${y} ${a}`),p.setAttribute(
"width",y),F();let S=a-g.bottom,[C,N]=[g.left-2,g.top-2],[R,E]=[y-g.right+2-C,S+2-N],O=ae("svg",{class:"ff-plot",x:C,y:N,width:R,height:E,viewBox:`${C} ${N} ${R}\
 ${E}`});p.append(O);for(let{points:_,colour:j="accent"}of h.areas??[]){let P=A(_[0][0]).toFixed(1),B=A(_[_.length-1][0]).toFixed(1);O.append(ae("path",{d:`${$(
_)}L${B} ${S}L${P} ${S}Z`,class:"ff-area",style:`fill:var(--ff-${j})`}))}for(let{points:_,colour:j="accent",dash:P=!1,width:B=2}of h.lines??[])O.append(ae("path",
{d:$(_),class:"ff-line",style:`stroke:var(--ff-${j});stroke-width:${B};${P?"stroke-dasharray:5 4":""}`}));for(let{x:_,y:j,colour:P="ink",handle:B}of h.marks??[])
j===void 0?p.append(ae("line",{x1:A(_),x2:A(_),y1:g.top,y2:S,class:"ff-rule",style:`stroke:var(--ff-${P})`})):p.append(ae("circle",{cx:A(_),cy:w(k(j)),r:B?9:4.5,
class:B?"ff-handle":"ff-mark",...B&&{"data-handle":B},style:`${B?"stroke":"fill"}:var(--ff-${P})`}))}function M(S){let C=p.getBoundingClientRect(),N=(S.clientX-
C.left-g.left)/(C.width-g.left-g.right),R=(C.bottom-g.bottom-S.clientY)/(a-g.top-g.bottom);return[[N,b.x],[R,b.y]].map(([E,[O,_]])=>O+Math.min(Math.max(E,0),1)*
(_-O))}let L=null,I=S=>{let[C,N]=M(S);L?f(L,C,N):u&&u(C)};return(u||f)&&(u&&p.classList.add("ff-draggable"),p.addEventListener("pointerdown",S=>{L=S.target.dataset?.
handle??null,!(!L&&!u)&&(p.setPointerCapture(S.pointerId),L||I(S))}),p.addEventListener("pointermove",S=>{p.hasPointerCapture(S.pointerId)&&I(S)})),t&&d.append(
x("span",{class:"ff-title"},t)),d.append(p),Ge(d,S=>{y=S,v()}),{element:d,update(S){h=S,v()},limits(S){Object.assign(b,S)},describe(S){p.setAttribute("aria-labe\
l",S)}}}function me(e){return x("div",{class:"ff-legend"},...e.map(([t,o,n])=>x("span",{},x("i",{style:`border-top:3px ${n?"dashed":"solid"} var(--ff-${t})`}),o)))}function it(e){return e=Math.imul(e^e>>>16,2146121005),e=Math.imul(e^e>>>15,2221713035),(e^e>>>16)>>>0}function Re(e,t){let o=it(e+2654435769>>>0);return it(it(
t+o>>>0)+Math.imul(o,2246822507)>>>0)}function ne(e,t){return(Re(e,t)+.5)/4294967296}function V(e,t){let o=new Float32Array(t);for(let n=0;n<t;n+=2){let r=Math.
sqrt(-2*Math.log(ne(e,n))),s=2*Math.PI*ne(e,n+1);o[n]=r*Math.cos(s),n+1<t&&(o[n+1]=r*Math.sin(s))}return o}function so(e,t){let[o,n,r]=[[],[],[]];for(let[s,a,i]=[0,0,0];s<e;){let l=Math.min((s+1)*t,(a+1)*e);o.push(s),n.push(a),r.push(l-i),i=l,l===(s+1)*t&&(s+=1),l===
(a+1)*e&&(a+=1)}return{from:Int32Array.from(o),to:Int32Array.from(n),length:Float64Array.from(r)}}function qt(e,t){let{from:o,to:n,length:r}=so(e,t),s=new Float64Array(
3*t*t),a=new Float64Array(3*t),i=0;return{add(l){for(let m=0;m<l.length;m+=4*e){a.fill(0);for(let c=0;c<o.length;c+=1){let u=m+4*o[c],f=3*n[c],d=r[c];a[f]+=d*l[u],
a[f+1]+=d*l[u+1],a[f+2]+=d*l[u+2]}for(let c=o[i];o[i]===c;i+=1){let u=3*t*n[i];for(let f=0;f<a.length;f+=1)s[u+f]+=r[i]*a[f]}}},bytes:()=>Uint8Array.from(s,l=>Math.
floor(l/e**2+.5))}}var Dt=1e8,ro=2**17;function jt(e,{size:t,backLabel:o,show:n,back:r}){let s=x("input",{type:"file",accept:"image/*",hidden:!0}),a=z({label:"Your picture …",onClick:()=>s.
click()}),i=z({label:o,onClick:()=>{c+=1,d(""),i.hidden=!0,a.focus(),r(),e.dataset.state="ready"}});i.hidden=!0;let l=x("span",{class:"ff-note"},"Choose, drop o\
r paste one. It stays in this page and is sent nowhere."),m=x("p",{role:"status",hidden:!0}),c=0;s.addEventListener("change",()=>{s.files.length&&f(s.files[0]),
s.value=""}),e.addEventListener("dragover",p=>{p.dataTransfer.types.includes("Files")&&(p.preventDefault(),e.classList.add("ff-over"))}),e.addEventListener("dra\
gleave",p=>{e.contains(p.relatedTarget)||e.classList.remove("ff-over")}),e.addEventListener("drop",p=>{e.classList.remove("ff-over"),p.dataTransfer.files.length&&
(p.preventDefault(),p.stopPropagation(),f(p.dataTransfer.files[0]))}),document.addEventListener("paste",u);function u(p){if(!e.isConnected)return document.removeEventListener(
"paste",u);let g=e.contains(p.target);if(p.defaultPrevented||!g&&!(co(e)&&uo(p.target)))return;let b=[...p.clipboardData.files].find(y=>y.type.startsWith("image\
/"));b?(p.preventDefault(),f(b)):g&&d("There is no picture in the clipboard: copy one first, and paste again.")}async function f(p){c+=1;let g=c;e.dataset.state=
"reading",d(`Reading ${lt(p)} …`);try{let b=await ao(p,t);if(g!==c)return;d(""),i.hidden=!1,n(b)}catch(b){if(g!==c)return;d(b instanceof Oe?b.message:Wt(p))}e.
dataset.state="ready"}function d(p){m.textContent=p,m.hidden=p===""}return{element:x("div",{class:"ff-own"},x("div",{class:"ff-controls"},a,s,i,l),m)}}var Oe=class extends Error{},
lt=e=>e.name?`“${e.name}”`:"the picture",Wt=e=>`This browser cannot read ${lt(e)} as a picture: take a JPEG, PNG or WebP file.`;async function ao(e,t){let o=await io(
e),n=Math.min(o.width,o.height),r=Math.floor((o.width-n)/2),s=Math.floor((o.height-n)/2),a=Math.ceil(ro/n),i=qt(n,t),m=x("canvas",{width:n,height:Math.min(a,n)}).
getContext("2d",{willReadFrequently:!0});for(let c=0;c<n;c+=a){let u=Math.min(a,n-c);m.fillStyle="white",m.fillRect(0,0,n,u),m.drawImage(o,r,s+c,n,u,0,0,n,u),i.
add(m.getImageData(0,0,n,u).data),await new Promise(f=>{setTimeout(f)})}return o.close(),i.bytes()}async function io(e){if(e.type&&!e.type.startsWith("image/"))
throw new Oe(Wt(e));let t=URL.createObjectURL(e);try{let o=await lo(t),n=o.naturalWidth*o.naturalHeight;if(n>Dt)throw new Oe(`${lt(e)} has ${Math.round(n/1e6)} \
million pixels and this page takes up to ${Dt/1e6} million: make it smaller first.`);return await createImageBitmap(e,{imageOrientation:"from-image"}).catch(()=>createImageBitmap(
o))}finally{URL.revokeObjectURL(t)}}function lo(e){return new Promise((t,o)=>{let n=new Image;n.onload=()=>t(n),n.onerror=o,n.src=e})}function co(e){let t=e.getBoundingClientRect();
return t.bottom>0&&t.top<window.innerHeight}function uo(e){return!e.isContentEditable&&!e.closest("input, textarea, select")}function Le(e){let t=e.length/3,o=[0,0,0],n=[0,0,0];e.forEach((s,a)=>{o[a%3]+=s/t}),e.forEach((s,a)=>{n[a%3]+=(s-o[a%3])**2/t});for(let s=0;s<3;s+=1)n[s]=Math.sqrt(
n[s])||1;let r=Float64Array.from(e,(s,a)=>(s-o[a%3])/n[a%3]);return{mean:o,std:n,image:r}}function xe({mean:e,std:t,image:o},n,r,s){let a=new Uint8ClampedArray(
o.length);for(let i=0;i<o.length;i+=1)a[i]=(r*o[i]+s*n[i])*t[i%3]+e[i%3];return a}function fo({min_signal_rate:e=.02,max_signal_rate:t=.95}={}){let o=Math.acos(t),n=Math.acos(e);return r=>-2*Math.log(Math.tan(o+r*(n-o)))}function mo({beta_start:e=1e-4,
beta_end:t=.02,steps:o=1e3}={}){let n=new Float64Array(o),r=0;for(let s=0;s<o;s+=1)r+=Math.log1p(-(e+(t-e)*s/(o-1))),n[s]=r;return s=>{let a=s*(o-1),i=Math.min(
Math.floor(a),o-2),l=n[i]+(n[i+1]-n[i])*(a-i);return l-Math.log(-Math.expm1(l))}}function po({start:e=2.5,end:t=-7.5}={}){return o=>e+o*(t-e)}function ho({start:e=.01,
end:t=.99}={}){return o=>{let n=e+o*(t-e);return-2*Math.log(n/(1-n))}}var ct={cosine:fo,linear:mo,log_snr:po,rectified_flow:ho};function oe(e,t={}){if(!Object.hasOwn(
ct,e))throw new Error(`no page knows the schedule "${e}"`);let o=ct[e](t);return{logSNR:o,rates:n=>Xe(o(n))}}function Xe(e){return{signal:Math.sqrt(1/(1+Math.exp(
-e))),noise:Math.sqrt(1/(1+Math.exp(e)))}}var $s=Object.keys(ct);function Ut(e,t,o,n,r){for(let s=1,a=0;s<r;s+=1){let i=r>>1;for(;a&i;i>>=1)a^=i;if(a^=i,s<a){let l=o+s*n,m=o+a*n;[e[l],e[m]]=[e[m],e[l]],[t[l],t[m]]=[t[m],t[l]]}}
for(let s=2;s<=r;s*=2)for(let a=0;a<s/2;a+=1){let i=Math.cos(-2*Math.PI*a/s),l=Math.sin(-2*Math.PI*a/s);for(let m=a;m<r;m+=s){let c=o+m*n,u=c+s/2*n,f=e[u]*i-t[u]*
l,d=e[u]*l+t[u]*i;e[u]=e[c]-f,t[u]=t[c]-d,e[c]+=f,t[c]+=d}}}function ut(e,t){let o=Float64Array.from(e),n=new Float64Array(t*t);for(let r=0;r<t;r+=1)Ut(o,n,r*t,
1,t);for(let r=0;r<t;r+=1)Ut(o,n,r,t,t);return{real:o,imaginary:n}}function Ht(e){let t=new Int16Array(e*e);for(let o=0;o<e;o+=1)for(let n=0;n<e;n+=1){let r=Math.
min(o,e-o),s=Math.min(n,e-n),a=Math.round(Math.hypot(s,r));t[o*e+n]=a<=e/2?a:-1}return t}function ft(e,t,o,n,r,s){let a=new Float64Array(s/2+1),i=new Float64Array(
s/2+1);for(let l=0;l<s*s;l+=1){if(r[l]<0)continue;let m=o*e.real[l]+n*t.real[l],c=o*e.imaginary[l]+n*t.imaginary[l];a[r[l]]+=(m*m+c*c)/(s*s),i[r[l]]+=1}return a.
map((l,m)=>l/i[m])}var go=[{kind:"cosine",name:"Cosine schedule",colour:"signal"},{kind:"linear",name:"Linear schedule",colour:"noise"}];function Yt(e,t,o){let n=new Float64Array(
o);for(let s of e){let a=Math.floor((s+t)/(2*t)*o);a>=0&&a<o&&(n[a]+=1)}let r=2*t/o;return n.map(s=>s/(e.length*r))}function Xt(e,t,o){let{size:n,seed:r}=t,s=ee(
t.pixels),a=V(r,s.length),i=new Float64Array(s.length),l=o.querySelector("figcaption"),m=l.textContent,c={},u=Ht(n),f=ut(Gt(a),n),d=go.map(v=>({...v,schedule:oe(
v.kind),view:X({label:v.name,title:v.name,width:n,height:n}),note:x("div",{class:"ff-note"})})),p=ie({label:"Histogram of the pixel values",title:"Pixel values",
x:[-4,4],y:[0,.8],xLabel:"standardised value",xTicks:[-4,-2,0,2,4],yTicks:[0,.4,.8]}),g=ie({label:"Power spectrum",title:"Power at each scale",x:[0,Math.log10(n/
2)],y:[-2,4],xLabel:"cycles per picture: coarse → fine",xTicks:[1,2,4,8,16,32,64].filter(v=>v<=n/2).map(Math.log10),formatX:v=>Math.round(10**v),yTicks:[-2,0,
2,4],formatY:v=>`10${wo(v)}`}),b=D({label:"Time t",min:0,max:1,step:.01,value:t.t,format:v=>v.toFixed(2),onInput:k}),y=H(),h=jt(o,{size:n,backLabel:t.credit?"Ba\
ck to the flower":"Back to the first picture",show:v=>{w(v,!0),k()},back:()=>{w(s,!1),k()}});e.append(G(b,ce(e,b,{label:"Dissolve"})),x("div",{class:"ff-columns\
 ff-pair ff-dissolve"},...d.map(({view:v,note:M})=>x("div",{},v.element,M))),x("div",{class:"ff-columns ff-two"},p.element,g.element),me([["signal","cosine"],["\
noise","linear"],["muted","picture",!0],["ink","pure noise",!0]]),y.element,h.element);let A=yo(81).map(v=>-4+v/10).map(v=>[v,Math.exp(-v*v/2)/Math.sqrt(2*Math.
PI)]);function w(v,M){let L=Le(v),I=ut(Gt(L.image),n);c={pixels:L,transform:I,name:M?"Your picture":t.credit?"Photograph of a flower":"The picture",histogram:$(
Yt(L.image,4,40)),power:F(ft(I,f,1,0,u,n))},l.textContent=M?m.replace(t.credit,""):m,o.toggleAttribute("data-own",M)}function k(){let v=b.value,{pixels:M,transform:L,
name:I}=c,{image:S}=M,C=[],N=[],R=[];for(let{schedule:E,view:O,note:_,colour:j,name:P}of d){let{signal:B,noise:W}=E.rates(v);for(let q=0;q<i.length;q+=1)i[q]=B*
S[q]+W*a[q];O.draw(xe(M,a,B,W));let U=`signal ${B.toFixed(2)}, noise ${W.toFixed(2)}`;_.textContent=U,O.describe(`${I}, ${P.toLowerCase()}, t = ${v.toFixed(2)}:\
 ${U}`),C.push({points:$(Yt(i,4,40)),colour:j}),N.push({points:F(ft(L,f,B,W,u,n)),colour:j}),R.push(`${P.toLowerCase().split(" ")[0]} keeps ${Math.round(100*B**
2)} %`)}p.update({lines:[{points:c.histogram,colour:"muted",dash:!0,width:1.5},{points:A,colour:"ink",dash:!0,width:1.5},...C]}),g.update({lines:[{points:c.power,
colour:"muted",dash:!0,width:1.5},{points:[[0,0],[Math.log10(n/2),0]],colour:"ink",dash:!0,width:1.5},...N]}),y.say(`At t = ${v.toFixed(2)} the ${R.join(", the ")}\
 of the variance from the image.`)}function $(v){return Array.from(v,(M,L)=>[-4+8*(L+.5)/v.length,M])}function F(v){return Array.from(v,(M,L)=>[Math.log10(L),Math.
log10(M+1e-9)]).slice(1)}w(s,!1),k(),o.dataset.state="ready"}function Gt(e){return Float64Array.from({length:e.length/3},(t,o)=>(e[3*o]+e[3*o+1]+e[3*o+2])/Math.
sqrt(3))}function wo(e){return String(e).replace("-","⁻").replace(/\d/g,t=>"⁰¹²³⁴⁵⁶⁷⁸⁹"[t])}function yo(e){return Array.from({length:e},(t,o)=>o)}var Ve=[[125,47,6],[234,103,29],[243,189,152],[236,234,230],[165,210,251],[35,149,252],[10,74,138]];function bo(e){let t=(Math.min(Math.max(e,-1),1)+1)/2*(Ve.length-
1),o=Math.min(Math.floor(t),Ve.length-2);return[0,1,2].map(n=>{let[r,s]=[Ve[o][n],Ve[o+1][n]];return r+(s-r)*(t-o)})}function _e(e){let t=new Uint8ClampedArray(
3*e.length);return e.forEach((o,n)=>t.set(bo(o),3*n)),t}function Ke(e,t,o){let[n,r]=[Math.log10(t),Math.log10(o)],s=e/2;return Array.from({length:s},(a,i)=>10**(s===1?n:n+(r-n)*i/(s-1)))}function mt(e,t){let o=t.map(
n=>Math.fround(Math.fround(e)*Math.fround(2*Math.PI*n)));return Float64Array.from([...o.map(Math.sin),...o.map(Math.cos)])}function dt(e,t){return t.reduce((n,r)=>n+
Math.cos(2*Math.PI*r*e),0)/t.length}var ve=400,pt=1e-4;function Kt(e,t){let o=null,n=(w,k)=>D({label:w,min:0,max:1,step:.001,value:k,format:$=>$.toFixed(3),onInput:A}),r=n("Noise variance a",t.a),
s=n("Noise variance b",t.b),a=(w,k,$,F)=>D({label:w,min:k,max:$,step:.1,value:Math.log10(F),format:v=>`${Number((10**v).toPrecision(2))}`,onInput:h}),i=a("Lowes\
t frequency",-1,1,t.min_frequency),l=a("Highest frequency",1,3,t.max_frequency),m=K({label:"Length",value:String(t.dim),onChange:h,options:[8,16,32,64].map(w=>[
String(w),String(w)])}),c=x("div",{class:"ff-map"}),u=["a","b"].map(w=>x("i",{class:"ff-cursor"},x("b",{},w))),f=x("div",{class:"ff-vectors"}),d=ie({label:"Simi\
larity against the distance between two noise levels",title:"Similarity at every distance",x:[Math.log10(pt),0],y:[-.5,1],xLabel:"distance between a and b",height:180,
xTicks:[-4,-3,-2,-1,0],formatX:w=>String(Number((10**w).toPrecision(1))),yTicks:[-.5,0,.5,1]}),p=H();e.append(G(r,s),G(i,l,m),x("span",{class:"ff-title"},"The v\
ector of every noise variance from 0 to 1"),c,x("div",{class:"ff-columns ff-two ff-gap"},f,d.element),p.element),c.addEventListener("pointerdown",w=>{c.setPointerCapture(
w.pointerId);let k=g(w);c.moved=Math.abs(k-r.value)<=Math.abs(k-s.value)?r:s,c.moved.value=k}),c.addEventListener("pointermove",w=>{c.hasPointerCapture(w.pointerId)&&
(c.moved.value=g(w))});function g(w){let k=c.getBoundingClientRect();return Math.min(Math.max((w.clientX-k.left)/k.width,0),1)}let b=[],y=[];function h(){let w=Number(
m.value);b=Ke(w,10**i.value,10**l.value),o=X({label:`Embeddings of length ${w}: each column is the vector of one noise variance`,width:ve,height:w}),o.draw(_e(xo(
b))),c.replaceChildren(o.element,...u),y=[["vector of a","a"],["vector of b","b"],["a times b, cell by cell",""]].map(([k])=>X({label:k,title:k,width:w,height:1})),
f.replaceChildren(...y.map(k=>k.element),x("div",{class:"ff-note"},`Left half sines, right half cosines, each from slow to fast. The sum of the last row, divide\
d by ${w/2}, is the similarity.`)),A()}function A(){let[w,k]=[mt(r.value,b),mt(s.value,b)],$=w.map((I,S)=>I*k[S]);[w,k,$].forEach((I,S)=>y[S].draw(_e(I))),u[0].
style.left=`${100*r.value}%`,u[1].style.left=`${100*s.value}%`,u[0].classList.toggle("ff-left",r.value<=s.value),u[1].classList.toggle("ff-left",r.value>s.value);
let F=Math.abs(r.value-s.value),v=dt(F,b),M=400,L=Array.from({length:M+1},(I,S)=>{let C=Math.log10(pt)*(1-S/M);return[C,dt(10**C,b)]});d.update({lines:[{points:L,
colour:"leaf"}],marks:[{x:Math.log10(Math.max(F,pt)),y:v,colour:"petal"}]}),p.say(`Distance ${F.toFixed(3)}, similarity ${v.toFixed(2).replace("-","−")}. From\
 a to b the slowest wave turns ${Vt(b[0]*F)}, the fastest ${Vt(b[b.length-1]*F)}.`)}h()}function Vt(e){return e===1?"once":`${Number(e.toPrecision(2))} times`}function xo(e){
let t=new Float64Array(2*e.length*ve);return e.forEach((o,n)=>{let r=Math.PI*o/ve,s=Math.sin(r)/r;for(let a=0;a<ve;a+=1){let i=2*Math.PI*o*(a+.5)/ve;t[n*ve+a]=s*
Math.sin(i),t[(n+e.length)*ve+a]=s*Math.cos(i)}}),t}async function re(e){let t=new Image;t.src=e,await t.decode();let o=document.createElement("canvas");o.width=t.naturalWidth,o.height=t.naturalHeight;let n=o.getContext(
"2d",{willReadFrequently:!0});return n.drawImage(t,0,0),n.getImageData(0,0,o.width,o.height)}function ue(e){return decodeURIComponent(e.querySelector(".ff-still\
 img").getAttribute("src")).match(/ href='([^']*)'/)[1]}function fe(e,t,o,n,r){let s=new Uint8ClampedArray(3*n*r);for(let a=0;a<r;a+=1)for(let i=0;i<n;i+=1){let l=4*
((o+a)*e.width+t+i);s.set(e.data.subarray(l,l+3),3*(a*n+i))}return s}function Ce(e,t,o,n,r){let s=new Uint8ClampedArray(3*n*r);for(let a=0;a<3;a+=1){let i=o+a*e.
height/3;for(let l=0;l<r;l+=1)for(let m=0;m<n;m+=1)s[3*(l*n+m)+a]=e.data[4*((i+l)*e.width+t+m)]}return s}function Jt(e,t,o){let{size:n,times:r,flowers:s}=t,a=r.length-1,i=null,l=h=>s.map(A=>X({label:`${A}: ${h}`,width:n,height:n})),m=l("noisy"),c=l("guess"),u=D({label:"\
From noise to flower",min:0,max:a,step:1,value:0,format:h=>`t = ${r[h].toFixed(1)}`,onInput:g}),f=H(),d=(h,A)=>x("div",{},x("span",{class:"ff-title"},h),x("div",
{class:"ff-triple"},...A.map(w=>w.element))),p=x("div",{class:"ff-first ff-draggable"},d("The noisy picture",m),d("What the network takes it to be",c));e.append(
G(u,ce(o,u,{seconds:4})),p,f.element);function g(){if(!i)return;let h=u.value;s.forEach((A,w)=>{let k=[h*n,w*n,n,n];m[w].draw(Ce(i.noisy,...k)),c[w].draw(fe(i.guess,
...k)),m[w].describe(`A ${A} on its way out of noise, moment ${h} of ${a}`),c[w].describe(`What the network takes it to be at moment ${h} of ${a}`)}),f.say(b(h))}
function b(h){return h===0?"t = 1: pure noise. The guess is hardly more than a mean colour.":h===a?"t = 0: no noise is left. The last guess is the picture.":`t \
= ${r[h].toFixed(1)}: step ${2*h} of ${2*a}.`}let y=h=>{let A=p.getBoundingClientRect(),w=(h.clientX-A.left)/A.width;u.value=Math.round(Math.min(Math.max(w,0),1)*
a)};p.addEventListener("pointerdown",h=>{p.setPointerCapture(h.pointerId),y(h)}),p.addEventListener("pointermove",h=>{p.hasPointerCapture(h.pointerId)&&y(h)}),Promise.
all([re(t.noisy),re(ue(o))]).then(([h,A])=>{i={noisy:h,guess:A},o.dataset.state="ready",u.value=u.value===0?Math.round(.4*a):u.value})}var Zt=`(()=>{var s=null,i=null,u=null,a="",c="";async function p({runtime:n,module:e,binary:t,network:r,processor:o}){return s=await import(\`\${n}\${e}\`),s.env.w\
asm.wasmPaths=
n,s.env.wasm.wasmBinary=t,s.env.wasm.numThreads=self.crossOriginIsolated?2:1,u=new Uint8Array(r),await f(o).catch(m),{processor:a,reason:c}}async function f(n){\

a=n,i=await s.InferenceSession.create(u,{executionProviders:[n]})}function m(n){if(a!=="webgpu")throw n;return c=String(n?.message??n),f("wasm")}async function \
g(n){
let e=performance.now();return{prediction:await w(n).catch(async r=>(await m(r),w(n))),seconds:(performance.now()-e)/1e3,processor:a,reason:c}}async function w(\
{
noisy:n,size:e,variance:t,label:r}){let o={noisy:new s.Tensor("float32",n,[1,3,e,e]),noise_variance:new s.Tensor("float32",Float32Array.of(t),[1])};i.inputNames\
.
includes("label")&&(o.label=new s.Tensor("int64",BigInt64Array.of(BigInt(r)),[1]));let{prediction:l}=await i.run(o);if(!l.data.every(Number.isFinite))throw new \
Error(
"it gives no numbers");return l.data}self.onmessage=async({data:n})=>{try{let e=await{load:p,predict:g}[n.task](n);self.postMessage({id:n.id,answer:e})}catch(e)\
{
self.postMessage({id:n.id,error:String(e?.message??e)})}};})();
`;function ge(e){return Array.from({length:e+1},(t,o)=>1-o/e)}function Je(e,t){return e+Math.imul(t+1,2654435769)>>>0}function gt(e,t,o){let n=Math.sqrt(Math.max(
0,1-(e.signal/t.signal)**2)),r=o*(t.noise/e.noise)*n;return{kept:Math.sqrt(Math.max(0,t.noise**2-r**2)),fresh:r}}var ht={noise:e=>e,image:(e,t,{signal:o,noise:n})=>t.
map((r,s)=>(r-o*e[s])/n),velocity:(e,t,{signal:o,noise:n})=>t.map((r,s)=>n*r+o*e[s]),flow:(e,t,{signal:o,noise:n})=>t.map((r,s)=>(r+o*e[s])/(o+n))},Ks=Object.keys(
ht);function Ze(e){if(!Object.hasOwn(ht,e))throw new Error(`no page knows the target "${e}"`);return ht[e]}function Qe(e,t,o,n,r=0,s=null){let{kept:a,fresh:i}=gt(
o,n,r),l=new Float32Array(e.length),m=new Float32Array(e.length);for(let c=0;c<e.length;c+=1)l[c]=(e[c]-o.noise*t[c])/o.signal,m[c]=n.signal*l[c]+a*t[c]+(s?i*s[c]:
0);return{image:l,noisy:m}}function Qt(e,t,o){return t.map((n,r)=>e[r]+o*(n-e[r]))}function Be(e,t,o){let n=e.length/3,r=new Uint8ClampedArray(e.length);for(let s=0;s<
3;s+=1)for(let a=0;a<n;a+=1)r[3*a+s]=255*(e[s*n+a]*o[s]+t[s]);return r}async function wt(e,{progress:t=()=>{},signal:o,anew:n}){let r=await fetch(e,{signal:o,cache:n?"reload":"default"});if(!r.ok)throw new Error(`${e} answers ${r.status}`);
let s=r.body.getReader(),a=[],i=0;for(;;){let{done:l,value:m}=await s.read();if(l)break;a.push(m),i+=m.length,t(i)}return new Blob(a).arrayBuffer()}function Mo(e,t){
if(e.byteLength!==t)throw new Error(`what came is not the network: ${e.byteLength} bytes instead of ${t}`)}function So(e){if(new TextDecoder("latin1").decode(e.
slice(0,4))!=="\0asm")throw new Error("what came is not the runtime")}function zt(e,t,o){return e===void 0?o:new URL(e,t).href}function ko(e){let t=new Map,o=0,
n=s=>{for(let{reject:a}of t.values())a(new Error(s));t.clear()};e.onerror=s=>{s.preventDefault(),n(s.message||"the worker could not start")},e.onmessage=({data:{
id:s,answer:a,error:i}})=>{let{resolve:l,reject:m}=t.get(s)??{};t.delete(s),i?m?.(new Error(i)):l?.(a)};let r=(s,a,i=[])=>new Promise((l,m)=>{o+=1,t.set(o,{resolve:l,
reject:m}),e.postMessage({id:o,task:s,...a},i)});return{load:s=>r("load",s,[s.binary]),predict:s=>r("predict",s),end(){e.terminate(),n("it was put away")}}}var yt=new Map;
function en(e,t,o){let n=new URL(e.model,t).href;return yt.has(n)||yt.set(n,Ao(e,n,t,o)),yt.get(n)}function Ao(e,t,o,n){let r=new URL(e.runtime,o).href,s=oe(e.schedule.
kind,e.schedule.options),a=Ze(e.target),i=new Set,l=new Set,m=Object.keys(e.runtimes)[0],c=null,u=null,f=null,d=!1,p=Promise.resolve(),g=()=>{for(let A of i)A()},
b=(A,w)=>{for(let k of l)k(A,w)};function y(){return c?0:e.runtimes[m].bytes+(f?0:e.model_bytes)}async function h(){let{module:A,binary:w}=e.runtimes[m],k=y(),$=[
0,0],F=new AbortController,v=L=>I=>{F.signal.aborted||($[L]=I,b($[0]+$[1],k))},M=null;try{let[L,I]=await Promise.all([wt(`${r}${w}`,{progress:v(0),signal:F.signal,
anew:d}),f??wt(t,{progress:v(1),signal:F.signal,anew:d}),...(d?[A,w.replace(/wasm$/,"mjs")]:[]).map(S=>wt(`${r}${S}`,{signal:F.signal,anew:d}))]);So(L),Mo(I,e.model_bytes),
b(k,k),M=ko(n()),await M.load({runtime:r,module:A,binary:L,network:I,processor:m}),c=M,f=I,d=!1}catch(L){throw F.abort(),M?.end(),d=!0,L}}return{schedule:s,get ready(){
return c!==null},get loading(){return u!==null},get processor(){return m},toFetch:y,onChange(A){i.add(A)},choose(A){m=A,c?.end(),c=null,g()},open(A=()=>{}){return c?
Promise.resolve():(l.add(A),u||(u=h().finally(()=>{u=null,l.clear(),g()}),g()),u)},predict(A,w,k=e.classes){let $=p.then(async()=>{if(!c)throw new Error("it was\
 put away");let F=await c.predict({noisy:A,size:e.size,variance:w.noise**2,label:k});return{noise:a(F.prediction,A,w),seconds:F.seconds,processor:F.processor,where:F.
reason?`on the processor: the graphics card could not be used (${F.reason})`:`on your ${e.runtimes[F.processor].name}`}});return p=$.catch(()=>{}),$}}}var qe=e=>(e/1e6).toFixed(1);function tn(e){let t=zt(document.documentElement.dataset.content_root,location.href,e.site);return en(e,t,$o)}function $o(){let e=URL.
createObjectURL(new Blob([Zt],{type:"text/javascript"}));return new Worker(e,{type:"module"})}async function Fo(){try{return!!await navigator.gpu?.requestAdapter()}catch{
return!1}}function Eo(){return location.protocol==="file:"?"Opened from a folder, this page may not load the network: browsers forbid it. Serve the folder (pyth\
on -m http.server) or read the book on its site. What you see is recorded.":typeof WebAssembly!="object"||typeof Worker!="function"?"This browser has no WebAsse\
mbly, in which the network runs. What you see is recorded.":""}function nn(e,t,o,n,r){let{label:s,again:a=s,opening:i,onReady:l,onLost:m=()=>{}}=r,c=Eo(),u=k=>{
e.dataset.state=k},f=K({label:"Runs on",value:t.processor,onChange:t.choose,options:Object.entries(o.runtimes).map(([k,{name:$,bytes:F}])=>[k,`${$} (${qe(F)} MB\
)`])});f.element.hidden=!0;let d=z({label:s,onClick:A}),p=x("progress",{max:1,value:0,"aria-label":"Download",hidden:!0}),g=t.processor,b=!1,y=!1;function h(){let k=t.
toFetch();(g!==t.processor||b&&!t.ready)&&(y=!1,m(),n.say(`Press the button to fetch the runtime for the ${o.runtimes[t.processor].name}.`),u("asleep")),[g,b]=[
t.processor,t.ready],d.textContent=y?a:`${s} (${k?`downloads ${qe(k)} MB`:"its network is here"})`,f.input.value=t.processor,f.input.disabled=t.loading}async function A(){
if(!t.ready){let k=t.processor;d.disabled=!0,p.hidden=!1,u("loading");try{await t.open(($,F)=>{p.max=F,p.value=$,n.say($===F?"Starting the network":`Downloading\
: ${qe($)} of ${qe(F)} MB`)})}catch($){k==="webgpu"&&t.choose("wasm"),n.say(`The network could not be loaded (${$.message}). ${k==="webgpu"?"Press the button to\
 run it on the processor instead.":`Press the button to try again; the chapter does the same in Python, and the figure runs on ${o.site}`}`),u("failed");return}finally{
p.hidden=!0,d.disabled=!1}}y=!0,h(),l()}t.onChange(h),h(),d.disabled=c!=="";let w=document.documentElement.dataset.content_root===void 0?`from ${o.site} `:"";return n.
say(c||`${i} The network (${qe(o.model_bytes)} MB) and the runtime are fetched ${w}when you press the button.`),u(c?"impossible":"asleep"),c||Fo().then(k=>{f.element.
hidden=!k,e.dataset.graphics=k?"yes":"no"}),{action:d,bar:p,processor:f,problem:c}}function on(e,t,o){let{size:n,mean:r,std:s,classes:a}=t,i=3*n*n,l=tn(t),{schedule:m}=l,c=P=>Be(P,r,s),u=0,f={seed:t.seed,steps:t.steps,eta:0,label:t.label,guidance:t.
guidance,acts:"middle"},d=(P,B=Number)=>W=>{f[P]=B(W),h.input.disabled=k.input.disabled=f.label===a,P==="seed"&&C(),l.ready&&P!=="seed"?j():l.ready&&_()},p=D({label:"\
Seed",min:0,max:999,step:1,value:f.seed,onInput:d("seed")}),g=K({label:"Steps",value:String(f.steps),onChange:d("steps"),options:[5,10,20,40].map(P=>[String(P),
String(P)])}),b=D({label:"Fresh noise η",min:0,max:1,step:.1,value:0,format:P=>P.toFixed(1),onInput:d("eta")}),y=K({label:"Flower",value:String(t.label),onChange:d(
"label"),options:[[String(a),"no class"],...t.class_names.map((P,B)=>[String(B),P]).sort((P,B)=>P[1]<B[1]?-1:1)]}),h=D({label:"Guidance",min:0,max:8,step:.5,value:t.
guidance,format:P=>P.toFixed(1),onInput:d("guidance")}),[A,w]=t.interval,k=K({label:"Guidance acts",value:"middle",onChange:d("acts",String),options:[["middle",
`from t = ${w} to ${A}`],["always","always"]]});h.input.disabled=k.input.disabled=t.label===a;let $=z({label:"Another seed",onClick:()=>{p.value=(f.seed+1)%1e3}}),
F={noisy:X({label:"The noisy image",title:"Noisy image",width:n,height:n}),image:X({label:"The predicted image",title:"Predicted image",width:n,height:n})},v=x(
"div",{class:"ff-grow-strip",role:"group","aria-label":"The predicted image, step by step"}),M=H(),L=t.label===a?"":`${t.class_names[t.label]}, `,I=nn(o,l,t,M,{
label:"Grow a flower",again:"Grow it again",opening:`Recorded: ${L}seed ${t.seed}, ${t.steps} steps.`,onReady:j,onLost:()=>{u+=1}});e.append(G(p,g,b,...a?[y,h,k]:
[],I.processor),G(I.action,$,I.bar),x("div",{class:"ff-columns ff-pair ff-grow"},F.noisy.element,F.image.element),v,M.element);function S(P){o.dataset.state=P}function C(){
F.noisy.draw(c(V(f.seed,i))),l.ready||F.image.draw(c(new Float32Array(i)))}let N=ee(t.recorded),R=N.length/i;for(let P=0;P<R;P+=1)E(N.subarray(P*i,(P+1)*i));if(C(),
F.image.draw(N.subarray((R-1)*i)),I.problem)for(let P of[$,p.input,g.input,b.input,y.input])P.disabled=!0;function E(P){let B=x("canvas",{width:n,height:n,"aria\
-hidden":"true"}),W=B.getContext("2d"),U=W.createImageData(n,n);for(let q=0;q<n*n;q+=1)U.data.set([P[3*q],P[3*q+1],P[3*q+2],255],4*q);W.putImageData(U,0,0),v.append(
B)}let O=0;function _(){u+=1,clearTimeout(O),O=setTimeout(j,250)}async function j(){let P=u+=1,{seed:B,steps:W,eta:U,label:q,guidance:te}=f,Ae=J=>q!==a&&te!==1&&
(f.acts==="always"||A<=J&&J<=w),Ne=ge(W),ot=new Set(Array.from({length:10},(J,le)=>Math.ceil((le+1)*W/10))),$e=V(B,i),Q=0,be=0,Ue="";v.replaceChildren(),S("grow\
ing");let He=async(J,le)=>{let pe=await l.predict($e,J,le);return Q+=pe.seconds,be+=1,o.dataset.processor=pe.processor,Ue=pe.where,pe.noise};try{for(let J=0;J<W;J+=
1){let[le,pe]=[m.rates(Ne[J]),m.rates(Ne[J+1])],Fe=await He(le,q);if(P===u&&Ae(Ne[J])&&(Fe=Qt(await He(le,a),Fe,te)),P!==u)return;let Te=U>0?V(Je(B,J),i):null,Ie=Qe(
$e,Fe,le,pe,U,Te);$e=Ie.noisy,F.noisy.draw(c($e)),F.image.draw(c(Ie.image)),ot.has(J+1)&&E(c(Ie.image)),M.say(`Step ${J+1} of ${W}, seed ${B}: ${(Q/be).toFixed(
2)} s a network evaluation here, ${Ue}.`)}}catch(J){if(P!==u)return;M.say(`The network stopped: ${J.message}`),S("failed");return}o.dataset.seconds=(Q/be).toFixed(
4),S("done")}}var sn="noise-to-flowers:guess";function De(){return{rounds:0,you:0,youLevels:0,bayes:0,bayesLevels:0}}function rn(e,{right:t,level:o,bayes:n,from:r}){return{rounds:e.
rounds+1,you:e.you+(t?1:0),youLevels:e.youLevels+(t?o:0),bayes:e.bayes+(n?1:0),bayesLevels:e.bayesLevels+r}}function an(){try{let e=JSON.parse(localStorage.getItem(
sn));return Object.keys(De()).every(t=>Number.isFinite(e[t]))?e:De()}catch{return De()}}function bt(e){try{localStorage.setItem(sn,JSON.stringify(e))}catch{}}function ln(e,t,{signal:o,noise:n}){return Float64Array.from(e,(r,s)=>o*r+n*t[s])}function cn(e,t,{signal:o,noise:n}){let r=e.map(l=>{let m=0;for(let c=0;c<t.length;c+=
1)m+=(t[c]-o*l[c])**2;return-m/(2*n**2)}),s=Math.max(...r),a=r.map(l=>Math.exp(l-s)),i=a.reduce((l,m)=>l+m,0);return a.map(l=>l/i)}function un(e,t){let o=new Float64Array(
e[0].length);return e.forEach((n,r)=>{for(let s=0;s<o.length;s+=1)o[s]+=t[r]*n[s]}),o}var xt=.1;function dn(e,t,o){let{size:n,names:r,noisiest:s,clearest:a,sure:i}=t,l=3*n*n,m=null,c=null,u=an(),f=D({label:"Log-SNR, from much noise to little",min:s,
max:a,step:xt,value:s,format:Me,onInput:$}),d=z({label:"Next flower",onClick:()=>{w(fn()),f.input.focus()}}),p=X({title:"Under noise",label:"The noisy flower",width:n,
height:n}),g=X({title:"Mean of the eight",label:"",width:n,height:n}),b=r.map((v,M)=>Lo(v,n,()=>k(M))),y=H(),h=x("table",{class:"ff-score","aria-label":"Score"}),
A=z({label:"Forget the score",onClick:()=>{u=De(),bt(u),F(),f.input.focus()}});e.append(G(f,d),x("div",{class:"ff-guess"},x("div",{class:"ff-columns ff-pair"},p.
element,g.element),x("div",{class:"ff-tiles",role:"group","aria-label":"Which flower is it?"},...b.map(v=>v.element))),y.element,x("div",{class:"ff-score-row"},
h,A));function w(v){c={...Co(v,r.length,l),seen:s,guess:null},o.dataset.seed=v,d.disabled=!0,b.forEach(M=>M.hide()),f.value=s}function k(v){!c||c.guess!==null||
(c.guess=v,d.disabled=!1,c.from=No(m.images,c,s,a,i),u=rn(u,{right:v===c.flower,level:c.seen,bayes:mn(vt(m.images,c,c.seen))===c.flower,from:c.from}),bt(u),f.value=
c.seen,F())}function $(){if(!c)return;let v=f.value,{guess:M,flower:L}=c;M===null&&(c.seen=Math.max(c.seen,v));let{signal:I,noise:S}=Xe(v),{images:C}=m;p.draw(xe(
{...m,image:C[L]},c.field,I,S)),p.describe(`A flower under noise, log-SNR ${Me(v)}`);let N=M===null?r.map(()=>1/r.length):vt(C,c,v);if(g.draw(xe({...m,image:un(
C,N)},c.field,1,0)),g.heading.textContent=M===null?"Mean of the eight":"Bayes’ mean",M===null){g.describe("The mean of the eight flowers"),y.say(`One part of \
flower to ${To(v)} of noise. Which of the eight is it? What counts is the clearest picture that you have seen: ${Me(c.seen)}.`);return}g.describe(`The mean of t\
he eight, weighted by Bayes, most the ${r[mn(N)]}`),b.forEach((E,O)=>E.show(N[O],O===L,O===M));let R=M===L?`Yes, the ${r[L]}`:`It is the ${r[L]}, and not the ${r[M]}`;
y.say(`${R}. At ${Me(v)} Bayes gives it ${N[L].toFixed(2)}; from ${Me(c.from)} on it is sure. Your guess counts at ${Me(c.seen)}.`)}function F(){let v=(M,L,I)=>x(
"tr",{},x("th",{scope:"row"},M),x("td",{},`${L} of ${u.rounds}`),x("td",{},I.count?Me(I.sum/I.count):"–"));h.replaceChildren(x("tr",{},x("td",{}),x("th",{scope:"\
col"},"right"),x("th",{scope:"col"},"mean level")),v("You",u.you,{sum:u.youLevels,count:u.you}),v("Bayes",u.bayes,{sum:u.bayesLevels,count:u.rounds})),A.disabled=
u.rounds===0}F(),re(ue(o)).then(v=>{let M=new Uint8Array(l*r.length);r.forEach((C,N)=>M.set(fe(v,N*n,0,n,n),N*l));let{mean:L,std:I,image:S}=Le(M);m={mean:L,std:I,
images:r.map((C,N)=>S.subarray(N*l,(N+1)*l))},b.forEach((C,N)=>C.draw(M.subarray(N*l,(N+1)*l))),w(fn()),o.dataset.state="ready"})}function Lo(e,t,o){let n=X({label:"",
width:t,height:t});n.canvas.removeAttribute("role"),n.canvas.removeAttribute("aria-label"),n.canvas.setAttribute("aria-hidden","true");let r=x("i",{}),s=x("span",
{class:"ff-value"}),a=x("span",{class:"ff-verdict"}),i=x("button",{type:"button",class:"ff-tile"},n.element,x("span",{class:"ff-name"},e),x("span",{class:"ff-ba\
r","aria-hidden":"true"},r),s,a);return i.addEventListener("click",o),{element:i,draw:n.draw,show(l,m,c){i.setAttribute("aria-disabled","true"),i.setAttribute("\
aria-pressed",c),i.classList.toggle("ff-true",m),r.style.width=`${100*l}%`,s.textContent=` ${l.toFixed(2)} `,a.textContent=m?c?"you, right":"it is this":c?"you":
""},hide(){i.removeAttribute("aria-disabled"),i.removeAttribute("aria-pressed"),i.classList.remove("ff-true"),r.style.width="0",s.textContent=a.textContent=""}}}
function Co(e,t,o){return{flower:Re(e,4294967295)%t,field:V(e,o)}}function vt(e,{flower:t,field:o},n){let r=Xe(n);return cn(e,ln(e[t],o,r),r)}function No(e,t,o,n,r){
let s=Math.round((n-o)/xt);for(let a=0;a<s;a+=1){let i=o+a*xt;if(vt(e,t,i)[t.flower]>r)return i}return n}function fn(){return Math.floor(Math.random()*2**32)}var mn=e=>e.
indexOf(Math.max(...e));function Me(e){return e.toFixed(1).replace("-","−")}function To(e){return Math.round(Math.exp(-e)).toLocaleString("en-GB")}function hn(e,t,o){let{size:n,truths:r,told:s,errors:a}=t,i=null,l=(y,h,A)=>D({label:h,min:0,max:y.length-1,step:1,value:y.indexOf(A),format:w=>pn(y[w]),onInput:b}),
m=l(r,"Log-SNR of the picture",t.truth),c=l(s,"Log-SNR that we claim",t.truth),u=(y,h)=>X({title:y,label:h,width:n,height:n}),f=u("It sees","The noisy photograp\
h"),d=u("It answers","What the network answers"),p=u("When honest","What it answers when it is told the truth"),g=H();e.append(G(m,c),x("div",{class:"ff-triple \
ff-lie"},f.element,d.element,p.element),g.element);function b(){if(!i)return;let[y,h]=[m.value,c.value],A=s.indexOf(r[y]),w=k=>fe(i.guess,k*n,y*n,n,n);f.draw(Ce(
i.noisy,0,y*n,n,n)),d.draw(w(h)),p.draw(w(A)),d.describe(`What the network answers when it is told ${pn(s[h])}`),g.say(Io(s[h]-r[y],a[y][h],a[y][A]))}re(t.noisy).
then(async y=>{i={noisy:y,guess:await re(ue(o))},o.dataset.state="ready",b()})}function Io(e,t,o){let n=`The picture is off by ${t.toFixed(2)} a pixel`;return e===
0?`The truth. ${n}.`:`${e>0?"It believes in too little noise":"It believes in too much noise"}. ${n}, where the truth gives ${o.toFixed(2)}.`}function pn(e){return(e>
0?`+${e}`:String(e)).replace("-","−")}function Se({label:e,reach:t,draw:o,onPress:n=null}){let r=x("canvas",{role:"img","aria-label":e,class:n?"ff-plane":"ff-plane ff-plain"}),s=r.getContext("2d"),a=0,
i=(u,f)=>[(u+t)/(2*t)*a,(t-f)/(2*t)*a],l={place:i,get context(){return s},get width(){return a},ring(u,f,d,p,g){s.beginPath(),s.arc(...i(u,f),d,0,2*Math.PI),s.lineWidth=
3,s.strokeStyle=p,s.fillStyle=g,s.fill(),s.stroke()},dots(u,f,d=2.4,p=1){s.globalAlpha=p,s.fillStyle=f;for(let g=0;g<u.length;g+=2){let[b,y]=i(u[g],u[g+1]);s.fillRect(
b-d/2,y-d/2,d,d)}s.globalAlpha=1},picture(u,f,d){s.globalAlpha=d;let[p,g]=i(-f,f);s.drawImage(u,p,g,a-2*p,a-2*g),s.globalAlpha=1},arrows(u,f,d,p=.05){s.strokeStyle=
d,s.lineWidth=1.2,s.beginPath();for(let g=0;g<u.length;g+=2){let[b,y]=i(u[g],u[g+1]),[h,A]=i(f[g],f[g+1]),w=Math.hypot(h-b,A-y);if(!(w>1))continue;let k=Math.min(
w,p*a),[$,F]=[(h-b)/w*k,(A-y)/w*k],v=Math.min(3.5,k/2)/k;s.moveTo(b,y),s.lineTo(b+$,y+F),s.lineTo(b+$-v*($-F),y+F-v*(F+$)),s.moveTo(b+$,y+F),s.lineTo(b+$-v*($+F),
y+F-v*(F-$))}s.stroke()}};function m(){a&&(s.clearRect(0,0,a,a),o(l))}function c(u){let f=r.getBoundingClientRect(),d=p=>t*(2*Math.min(Math.max(p,0),1)-1);return[
d((u.clientX-f.left)/f.width),-d((u.clientY-f.top)/f.height)]}return n&&(r.addEventListener("pointerdown",u=>{r.setPointerCapture(u.pointerId),n(c(u),!0)}),r.addEventListener(
"pointermove",u=>{r.hasPointerCapture(u.pointerId)&&n(c(u),!1)})),{element:r,canvas:r,redraw:m,follow(){Ge(r,u=>{a=u;let f=window.devicePixelRatio||1;r.width=r.
height=Math.round(a*f),s=r.getContext("2d"),s.setTransform(r.width/a,0,0,r.width/a,0,0),m()})}}}function yn(e,t,o){let{names:n,side:r,reach:s,handle:a,centres:i,radius:l}=t,m=ee(t.colours),c=m.length/3,u=gn(t.clouds,s),f=gn(t.grids,s),d={x:a[0],y:a[1]},p=F=>Math.
min(Math.max(F,-t.start),t.start),g=F=>D({label:`Noise: ${F}`,min:-t.start,max:t.start,step:.05,value:d[F],format:v=>v.toFixed(2),onInput(v){d[F]=v,k()}}),[b,y]=[
g("x"),g("y")],h=n.map((F,v)=>{let M=wn(u,v,c),L=v?wn(f,v-1,r*r):null,I=()=>L?Po(L,r,t.start,d.x,d.y):[d.x,d.y],S=Se({label:F,reach:s,onPress:v?null:w,draw(C){for(let N=0;N<
c;N+=1){let[R,E]=C.place(M[2*N],M[2*N+1]);C.context.fillStyle=`rgb(${m[3*N]} ${m[3*N+1]} ${m[3*N+2]})`,C.context.fillRect(R-1,E-1,2,2)}C.ring(...I(),6,Z(o,"acce\
nt"),Z(o,"panel"))}});return{name:F,end:I,plane:S}});h[0].plane.canvas.classList.add("ff-handle");let A=H();e.append(x("div",{class:"ff-planes"},...h.map(({name:F,
plane:v})=>x("div",{},x("span",{class:"ff-title"},F),v.element))),A.element,x("div",{class:"ff-controls ff-gap"},b.element,y.element));function w([F,v]){Object.
assign(d,{x:p(F),y:p(v)}),b.limits(-t.start,t.start,d.x),y.limits(-t.start,t.start,d.y),k()}function k(){for(let{plane:F}of h)F.redraw();$()}function $(){let F=M=>i.
some(([L,I])=>Math.hypot(L-M[0],I-M[1])<l),v=h.slice(1).map(({name:M,end:L})=>`${M}: ${F(L())?"in a disc":"between the discs"}`);A.say(`From (${d.x.toFixed(2)},\
 ${d.y.toFixed(2)}). ${v.join("; ")}.`)}for(let{plane:F}of h)F.follow();$(),Ee(o,k)}function gn(e,t){return Float32Array.from(ee(e),o=>o/255*2*t-t)}function wn(e,t,o){
return e.subarray(2*t*o,2*(t+1)*o)}function Po(e,t,o,n,r){let s=c=>Math.min(Math.max((c+o)/(2*o)*(t-1),0),t-1.000001),[a,i]=[Math.floor(s(n)),Math.floor(s(r))],
[l,m]=[s(n)-a,s(r)-i];return[0,1].map(c=>{let u=(f,d)=>e[2*((i+d)*t+a+f)+c];return(1-m)*((1-l)*u(0,0)+l*u(1,0))+m*((1-l)*u(0,1)+l*u(1,1))})}function vn(e){let t=ee(e),o=new Float32Array(t.length/2);for(let n=0;n<o.length;n+=1){let r=t[2*n]|t[2*n+1]<<8,s=r>>10&31,a=r&1023,i=s?(1+a/1024)*2**(s-15):a*2**
-24;o[n]=r&32768?-i:i}return o}function Mn(e){let t=vn(e),o=t.length/2;return t.map((n,r)=>r<o?t[2*r]:t[2*(r-o)+1])}function Sn({shapes:e,weights:t}){let o=vn(t),
n=[],r=0;for(let s=0;s<e.length;s+=2){let[a,i]=e[s],l=o.subarray(r,r+a*i);r+=a*i,n.push({inputs:i,outputs:a,weight:l,bias:o.subarray(r,r+a)}),r+=a}return n}var se=128;function*Ro(e,t,o){let n=t.length/2,r=[o.signal,o.noise,Math.log(o.signal/o.noise)],s=new Float32Array(2*n),a=Math.max(...e.map(({outputs:m})=>m)),[i,l]=[new Float32Array(
a*se),new Float32Array(a*se)];for(let m=0;m<n;m+=se){let c=Math.min(se,n-m);for(let u=0;u<c;u+=1)i[u]=t[m+u],i[se+u]=t[n+m+u];e.forEach((u,f)=>{if(Oo(u,f===0?r:
[],i,l,c),f<e.length-1)for(let d=0;d<u.outputs*se;d+=1)l[d]/=1+Math.exp(-l[d]);[i,l]=[l,i]});for(let u=0;u<c;u+=1)s[m+u]=i[u],s[n+m+u]=i[se+u];yield}return s}function Oo({
inputs:e,outputs:t,weight:o,bias:n},r,s,a,i){let l=e-r.length,m=l%4===0?4:2;for(let c=0;c<t;c+=1){let u=c*e,f=c*se,d=n[c];r.forEach((p,g)=>{d+=o[u+l+g]*p}),a.fill(
d,f,f+se);for(let p=0;p<l;p+=m){let g=o[u+p],b=o[u+p+1],y=p*se;if(m===4){let h=o[u+p+2],A=o[u+p+3];for(let w=0;w<i;w+=1)a[f+w]+=g*s[y+w]+b*s[y+se+w]+h*s[y+2*se+
w]+A*s[y+3*se+w]}else for(let h=0;h<i;h+=1)a[f+h]+=g*s[y+h]+b*s[y+se+h]}}}function*bn(e,t,o){let n=yield*Ro(e,t,o),r=new Float32Array(t.length),s=new Float32Array(
t.length);for(let a=0;a<t.length;a+=1)r[a]=o.signal*t[a]-o.noise*n[a],s[a]=o.noise*t[a]+o.signal*n[a];return{image:r,noise:s}}function xn({image:e,noise:t},o,n,r=0,s=null,a=new Float32Array(
e.length)){for(let i=0;i<a.length;i+=1)a[i]=o*e[i]+n*t[i]+(s?r*s[i]:0);return a}var je={ddim:{name:"DDIM",eta:null,cost:e=>e},ddpm:{name:"DDPM (η = 1)",eta:1,cost:e=>e},
heun:{name:"Heun",eta:0,cost:e=>2*e-1},dpm_solver_pp:{name:"DPM-Solver++(2M)",eta:0,cost:e=>e}};function kn({layers:e,schedule:t,start:o,solver:n,steps:r,eta:s=0,
seed:a=0}){let i=ge(r),l=i.map(h=>t.rates(h)),m=je[n].eta??s,c=[o],u=[],f=[],d=[];function*p(h){let A=c[h],w=yield*bn(e,A,l[h]);if(n==="heun"&&h<r-1){let k=xn(w,
l[h+1].signal,l[h+1].noise),$=yield*bn(e,k,l[h+1]),F=w.noise.map((M,L)=>(M+$.noise[L])/2);return{image:A.map((M,L)=>(M-l[h].noise*F[L])/l[h].signal),noise:F}}if(f[h]=
w.image,n==="dpm_solver_pp"&&h>0){let[k,$,F]=[-1,0,1].map(I=>t.logSNR(i[h+I])),v=(F-$)/(2*($-k)),M=w.image.map((I,S)=>(1+v)*I-v*f[h-1][S]),L=A.map((I,S)=>(I-l[h].
signal*M[S])/l[h].noise);return{image:M,noise:L}}return w}function*g(){for(let h=0;h<r;h+=1)u.push(yield*p(h)),d.push(m>0?V(Je(a,h),o.length):null),c.push(y(h,l[h+
1]))}let b=g();function y(h,A,w){let{kept:k,fresh:$}=gt(l[h],A,m);return xn(u[h],A.signal,k,$,d[h],w)}return{at(h,A){if(h>=1)return o;let w=Math.min(Math.floor(
(1-h)*r+1e-9),r-1);for(;c.length<=w+1;)b.next();return y(w,t.rates(h),A)},ahead(h){let A=performance.now()+h;for(;c.length<=r&&performance.now()<A;)b.next();return c.
length<=r}}}var de=2.7,_o=48,Bo=4;function An(e,t,o){let n=oe("log_snr",t.schedule),r=Sn(t.network),s=Mn(t.network.points),a={solver:t.solver,steps:t.steps,eta:0},i={x:t.handle[0],
y:t.handle[1]},l=V(t.seed,2*t.count),m=new Float32Array(l.length),[c,u,f]=[null,null,null],d=K({label:"Solver",value:a.solver,onChange(E){a.solver=E,F(),L()},options:Object.
entries(je).map(([E,{name:O}])=>[E,O])}),p=D({label:"Steps",min:1,max:50,step:1,value:a.steps,onInput(E){a.steps=E,L()}}),g=D({label:"Fresh noise η",min:0,max:1,
step:.1,value:0,format:E=>E.toFixed(1),onInput(E){a.eta=E,L()}}),b=D({label:"Way from noise to data",min:0,max:1,step:.001,value:0,format:E=>`t = ${(1-E).toFixed(
2)}`,onInput:N}),y=D({label:"Ringed particle: x",min:-de,max:de,step:.05,value:i.x,format:E=>E.toFixed(2),onInput:E=>v(E,i.y)}),h=D({label:"Ringed particle: y",
min:-de,max:de,step:.05,value:i.y,format:E=>E.toFixed(2),onInput:E=>v(i.x,E)}),A=Pe({label:"Paths",value:!0,onChange:N}),w=Pe({label:"Data",value:!0,onChange:N}),
k=Se({label:"Particles in the plane",reach:de,draw:R,onPress([E,O]){y.limits(-de,de,E),h.limits(-de,de,O),v(E,O)}}),$=H();e.append(G(...t.simple?[p]:[d,p,g]),G(
b,ce(o,b,{seconds:4}),A,w),k.element,$.element,x("div",{class:"ff-controls ff-gap"},y.element,h.element));function F(){let E=je[a.solver].eta;g.limits(0,1,E??a.
eta),g.input.disabled=E!==null}function v(E,O){Object.assign(i,{x:E,y:O}),f=null,N()}function M(E){return kn({layers:r,schedule:n,start:E,seed:t.seed,...a})}function L(){
[c,u,f]=[M(l),null,null],N()}function I(E){let O=M(E),_=Math.max(60,a.steps);return Array.from({length:_+1},(j,P)=>O.at(1-P/_))}function S({context:E,place:O},_,j,P,B){
let W=_[0].length/2;E.strokeStyle=j,E.lineWidth=P,E.beginPath();for(let U=0;U<W;U+=1)for(let q=0;q<=B;q+=1){let[te,Ae]=O(_[q][U],_[q][W+U]);q?E.lineTo(te,Ae):E.
moveTo(te,Ae)}E.stroke()}function C({context:E,place:O},_,j,P){let B=_.length/2;E.fillStyle=j;for(let W=0;W<B;W+=1){let[U,q]=O(_[W],_[B+W]);E.fillRect(U-P/2,q-P/
2,P,P)}}function N(){k.redraw()}function R(E){if(!c)return;let{context:O}=E,_=1-b.value,j=c.at(_,m);if(w.value&&(O.globalAlpha=.45,C(E,s,Z(o,"muted"),2),O.globalAlpha=
1),C(E,j,Z(o,"signal"),2.2),A.value){u??=I(qo(l,_o));let te=Math.round((1-_)*(u.length-1));O.globalAlpha=.55,S(E,u,Z(o,"noise"),1,te),O.globalAlpha=1}f??=I(Float32Array.
of(i.x,i.y)),S(E,f,Z(o,"accent"),2.5,f.length-1);let[P,B]=f[Math.round((1-_)*(f.length-1))];E.ring(P,B,5,Z(o,"accent"),Z(o,"accent")),E.ring(i.x,i.y,9,Z(o,"acce\
nt"),Z(o,"panel"));let{name:W,cost:U}=je[a.solver],q=f[f.length-1];$.say(`${t.count} particles at t = ${_.toFixed(2)}. ${W} with ${a.steps} steps evaluates the \
network ${U(a.steps)} times. The ringed particle ends at (${q[0].toFixed(2)}, ${q[1].toFixed(2)}).`),c.ahead(Bo)}F(),L(),k.follow(),Ee(o,N)}function qo(e,t){let o=e.
length/2,n=new Float32Array(2*t);return n.set(e.subarray(0,t)),n.set(e.subarray(o,o+t),t),n}function $n(e,t,o){let{size:n,runs:r,mean:s,std:a}=t,i=oe(t.schedule.kind,t.schedule.options),l=Be(V(t.seed,3*n*n),s,a),m=Be(new Float32Array(3*n*n),s,a),c=$=>[
...new Set(r.map(F=>F[$]))].map(String),{steps:u,eta:f}=r[t.open],d=null,p=$=>c($).map(F=>[F,F]),g=K({label:"Steps",options:p("steps"),value:String(u),onChange($){
let F=y.value/u;u=Number($),y.limits(0,u,Math.round(F*u)),k()}}),b=K({label:"η",options:p("eta"),value:String(f),onChange($){f=Number($),k()}}),y=D({label:"Ste\
p",min:0,max:u,step:1,value:0,format:$=>`${$} of ${u}`,onInput:k}),h=X({label:"The noisy image",title:"Noisy image",width:n,height:n}),A=X({label:"The predicted\
 image",title:"Predicted image",width:n,height:n}),w=H();e.append(G(g,b,y,ce(o,y,{seconds:5})),x("div",{class:"ff-columns ff-pair ff-grow"},h.element,A.element),
w.element);function k(){let $=y.value,F=r.findIndex(I=>I.steps===u&&I.eta===f),v=ge(u)[$];if($===0)h.draw(l),A.draw(m);else if(d){let I=[($-1)*n,F*n,n,n];h.draw(
Ce(d.noisy,...I)),A.draw(fe(d.predicted,...I))}let{signal:M,noise:L}=i.rates(v);h.describe(`The noisy image after step ${$} of ${u}`),A.describe($?`The predicte\
d image of step ${$} of ${u}`:"No image has been predicted yet"),w.say($===0?"Pure noise, at t = 1; nothing has been predicted yet.":`Step ${$} of ${u} led to t\
 = ${v.toFixed(2)}: signal rate ${M.toFixed(2)}, noise rate ${L.toFixed(2)}.`)}k(),Promise.all([re(t.noisy),re(ue(o))]).then(([$,F])=>{d={noisy:$,predicted:F},o.
dataset.state="ready",y.value=y.value===0?Math.round(u/2):y.value})}var Fn=10,Do=[-12,10],Mt=e=>1/(1+Math.exp(-e)),En=e=>e.toFixed(2),Ln=e=>e.toFixed(3),Cn=e=>e.toFixed(4),ke={cosine:{name:"Cosine",python:"CosineSchedule",ends:{
start:{option:"max_signal_rate",label:"Signal rate at t = 0",value:.95,min:.5,max:.999,step:.001,format:Ln,fromLogSNR:e=>Math.sqrt(Mt(e))},end:{option:"min_sign\
al_rate",label:"Signal rate at t = 1",value:.02,min:.003,max:.4,step:.001,format:Ln,fromLogSNR:e=>Math.sqrt(Mt(e))}}},linear:{name:"Linear β",python:"LinearSch\
edule",ends:{start:{option:"beta_start",label:"First β",value:1e-4,min:1e-4,max:.005,step:1e-4,format:Cn,fromLogSNR:e=>Mt(-e)},end:{option:"beta_end",label:"La\
st β",value:.02,min:.005,max:.04,step:5e-4,format:Cn,fromLogSNR:jo}}},log_snr:{name:"Straight log-SNR",python:"LogSNRSchedule",ends:{start:{option:"start",label:"\
Log-SNR at t = 0",value:2.5,min:0,max:9.5,step:.1,format:En,fromLogSNR:e=>e},end:{option:"end",label:"Log-SNR at t = 1",value:-7.5,min:-11.5,max:-.5,step:.1,format:En,
fromLogSNR:e=>e}}}};function jo(e,t=1e-4){let[o,n]=[t,.5];for(let r=0;r<40;r+=1){let s=(o+n)/2;oe("linear",{beta_start:t,beta_end:s}).logSNR(1)>e?o=s:n=s}return(o+
n)/2}function Nn(e,t){let{size:o}=t,n=Le(ee(t.pixels)),r=V(t.seed,n.image.length),s=Array.from({length:101},(w,k)=>k/100),a=Array.from({length:Fn},(w,k)=>k/(Fn-
1)),i=Object.fromEntries(Object.entries(ke).map(([w,{ends:k}])=>[w,{[k.start.option]:k.start.value,[k.end.option]:k.end.value}])),l=t.kind,m=K({label:"Schedule",
value:l,options:Object.entries(ke).map(([w,{name:k}])=>[w,k]),onChange(w){l=w,h(),A()}}),c=Object.fromEntries(["start","end"].map(w=>[w,D({label:"",min:0,max:1,
step:.001,value:0,format:k=>ke[l].ends[w].format(k),onInput(k){i[l][ke[l].ends[w].option]=k,A()}})])),u=ie({label:"Signal rate and noise rate over time",title:"\
Signal and noise rate",x:[0,1],y:[0,1],height:200,xLabel:"time t",yTicks:[0,.5,1]}),f=ie({label:"Log-SNR over time",title:"Log-SNR: pull its ends",x:[0,1],y:Do,
height:200,xLabel:"time t",yTicks:[-10,-5,0,5,10],onHandle(w,k,$){let{fromLogSNR:F,min:v,max:M}=ke[l].ends[w],L=F($,i[l].beta_start);c[w].value=Math.min(Math.max(
L,v),M)}}),d=a.map(w=>X({label:`Flower at t = ${w.toFixed(2)}`,title:w.toFixed(2),width:o,height:o})),p=x("code",{class:"ff-code"}),g=H();e.append(G(m,c.start,c.
end),x("div",{class:"ff-columns ff-two"},x("div",{},u.element,me([["signal","signal rate"],["noise","noise rate"]])),x("div",{},f.element,me([["leaf","this sche\
dule"],["muted","cosine, as in the book",!0]]))),x("div",{class:"ff-strip"},...d.map(w=>w.element)),g.element,p);let b=oe("cosine"),y=s.map(w=>[w,b.logSNR(w)]);
function h(){for(let[w,k]of Object.entries(c)){let{label:$,min:F,max:v,step:M,option:L}=ke[l].ends[w];k.rename($),k.input.step=M,k.limits(F,v,i[l][L])}}function A(){
let w=oe(l,i[l]),k=s.map(S=>[S,w.rates(S)]),$=a.map(S=>[S,w.rates(S)]);u.update({lines:[{points:k.map(([S,{signal:C}])=>[S,C]),colour:"signal",width:2.5},{points:k.
map(([S,{noise:C}])=>[S,C]),colour:"noise",width:2.5}],marks:[...$.map(([S,{signal:C}])=>({x:S,y:C,colour:"signal"})),...$.map(([S,{noise:C}])=>({x:S,y:C,colour:"\
noise"}))]});let F=s.map(S=>[S,w.logSNR(S)]);f.update({lines:[{points:y,colour:"muted",dash:!0,width:1.5},{points:F,colour:"leaf",width:2.5}],marks:[{x:0,y:F[0][1],
colour:"leaf",handle:"start"},{x:1,y:F[100][1],colour:"leaf",handle:"end"}]}),$.forEach(([S,{signal:C,noise:N}],R)=>{d[R].draw(xe(n,r,C,N)),d[R].describe(`Flowe\
r at t = ${S.toFixed(2)}, signal rate ${C.toFixed(2)}`)});let{python:v,ends:{start:M,end:L}}=ke[l],I=[M,L].map(({option:S,format:C})=>`${S}=${Number(C(i[l][S]))}`);
p.textContent=`${v}(${I.join(", ")})`,g.say(Wo(w))}h(),A()}function Wo(e){let{signal:t}=e.rates(1),o=Array.from({length:1001},(r,s)=>s/1e3).find(r=>e.logSNR(r)<
0);return`${o===void 0?"The picture always outweighs the noise":o===0?"Noise outweighs the picture from the start":`Noise outweighs the picture from t = ${o.toFixed(
2)}`}; at t = 1 a signal rate of ${t.toFixed(3)} is left.`}function Tn(e,t=150){let o=Math.max(1,Math.ceil(e.length/t)),n=[];for(let r=0;r<e.length;r+=o){let s=e.slice(r,r+o).filter(Number.isFinite);if(!s.length)continue;
let a=s.reduce((i,l)=>i+l,0)/s.length;n.push([r+s.length,Math.log10(Math.max(a,1e-12))])}return n}function St(e){let t=e.length?e.map(([,c])=>c):[-.5,0],[o,n]=[
Math.min(...t),Math.max(...t)],r=Math.max(.03,.15-(n-o)/2),[s,a]=[o-r,n+r],i=a-s,l=i<.4?[1,1.2,1.5,2,2.5,3,4,5,6,7,8,9]:i<1?[1,1.5,2,3,5,7]:i<2?[1,2,5]:[1],m=[];
for(let c=Math.floor(s);c<=a;c+=Math.ceil(i/7))for(let u of l){let f=c+Math.log10(u);f>=s&&f<=a&&m.push(f)}return{y:[s,a],yTicks:m}}var kt=(e,t=2)=>{let o=10**e;
return o<1e4&&o>=.001?String(Number(o.toPrecision(t))):o.toExponential(0)};function At(e){let t=e.slice(-50);return t.length?t.reduce((o,n)=>o+n,0)/t.length:0}function Ft(e,t,o,n=120){return Array.from({length:n+1},(r,s)=>e(t+(o-t)*s/n))}var $t=(e,t,o,n,r,s)=>Ft(a=>[e+o*Math.cos(a),t+n*Math.sin(a)],r,s);function Uo(){
return[Ft(e=>[1.6*Math.sin(e)**3,(13*Math.cos(e)-5*Math.cos(2*e)-2*Math.cos(3*e)-Math.cos(4*e))/10+.2],0,2*Math.PI,240)]}function Ho(){return[$t(-.5,-.25,1,1.1,
0,Math.PI),$t(.5,.25,1,1.1,Math.PI,2*Math.PI)]}function Yo(){return[Ft(e=>[.17*e*Math.cos(e),.17*e*Math.sin(e)],1,3.2*Math.PI,240)]}function Go(){let e=t=>[[[t,
.15],[t,1.65]],$t(t,.9,1.1,.75,-Math.PI/2,Math.PI/2)];return[...e(-1.5),...e(.4),[[-.95,-1.65],[-.95,-.15]],[[.4,-1.65],[.4,-.15],[.95,-1.1],[1.5,-.15],[1.5,-1.65]]]}
function Xo(e,t){let o=new Float32Array(2*e);for(let n=0;n<e;n+=1){let r=2*Math.PI*ne(t,3*n),s=.55*Math.sqrt(ne(t,3*n+1)),a=ne(t,3*n+2)<.5?-1:1;o[2*n]=a+s*Math.
cos(r),o[2*n+1]=.6*a+s*Math.sin(r)}return o}function Et(e,t,o,n=.03){let r=e.flatMap(m=>m.length>1?m.slice(1).map((c,u)=>[m[u],c]):[[m[0],m[0]]]),s=0,a=r.map(([
[m,c],[u,f]])=>s+=Math.hypot(u-m,f-c)+1e-6),i=V(o,2*t),l=new Float32Array(2*t);for(let m=0;m<t;m+=1){let c=s*ne(o,2*t+m),u=a.findIndex(y=>c<=y),[[f,d],[p,g]]=r[u],
b=(a[u]-c)/(a[u]-(a[u-1]??0));l[2*m]=p+b*(f-p)+n*i[2*m],l[2*m+1]=g+b*(d-g)+n*i[2*m+1]}return l}function In(e,t,o,n,r){let s=0,a=Array.from(e,l=>s+=l),i=new Float32Array(
2*o);for(let l=0;l<o;l+=1){let m=s*ne(n,3*l),c=a.findIndex(d=>m<=d),u=c%t+ne(n,3*l+1),f=Math.floor(c/t)+ne(n,3*l+2);i[2*l]=r*(2*u/t-1),i[2*l+1]=r*(1-2*f/t)}return i}
var Pn={heart:Uo,moons:Ho,spiral:Yo,letters:Go},Zr=[...Object.keys(Pn),"discs"];function Rn(e,t,o){return e==="discs"?Xo(t,o):Et(Pn[e](),t,o)}function On(e,t,o){
let n=0;for(let r=0;r<e.length;r+=2)for(let s=0;s<t.length;s+=2){let[a,i]=[e[r]-t[s],e[r+1]-t[s+1]];if(a*a+i*i<=o*o){n+=1;break}}return 2*n/e.length}var _n=`(()=>{var ge={noise:({signal:e,noise:o})=>e/o,image:()=>1,velocity:({noise:e})=>1/e,flow:({signal:e,noise:o})=>1+e/o};function te(e,o,n,t,r){let s=e.len\
gth/2,a=new Float64Array(
s),c=[0,1].map(l=>Array.from(a.keys()).sort((w,A)=>e[2*w+l]-e[2*A+l]));function i(l,w,{signal:A,noise:b}){let O=1/0;for(let F=0;F<s;F+=1){let[v,I]=[l-A*e[2*F],w\
-
A*e[2*F+1]];a[F]=(v*v+I*I)/(2*b*b),O=Math.min(O,a[F])}let k=0;for(let F=0;F<s;F+=1)k+=a[F]=Math.exp(O-a[F]);return k}let u=(l,w)=>a.reduce((A,b,O)=>A+b*e[2*O+l]\
,
0)/w,p=(l,w)=>{let A=0,b=c[l].find(O=>(A+=a[O])>=w/2);return e[2*b+l]},S=0;return r.times.forEach((l,w)=>{let A=o.rates(l),b=[0,1].map(k=>A.signal*r.images[2*w+\

k]+A.noise*r.noise[2*w+k]),O=i(...b,A);for(let k of[0,1]){let F=t==="mse"?u(k,O):p(k,O),v=ge[n](A)*(F-r.images[2*w+k]);S+=t==="mse"?v*v:Math.abs(v)}}),S/(2*r.ti\
mes.
length)}function oe(e,o,n){let[t,r]=[Math.log10(o),Math.log10(n)],s=e/2;return Array.from({length:s},(a,c)=>10**(s===1?t:t+(r-t)*c/(s-1)))}function J(e){return \
e=Math.imul(e^e>>>16,2146121005),e=Math.imul(e^e>>>15,2221713035),(e^e>>>16)>>>0}function Q(e,o){let n=J(e+2654435769>>>0);return J(J(o+n>>>
0)+Math.imul(n,2246822507)>>>0)}function H(e,o){return(Q(e,o)+.5)/4294967296}function V(e,o){let n=new Float32Array(o);for(let t=0;t<o;t+=2){let r=Math.sqrt(-2*\

Math.log(H(e,t))),s=2*Math.PI*H(e,t+1);n[t]=r*Math.cos(s),t+1<o&&(n[t+1]=r*Math.sin(s))}return n}function ne(e,{beta1:o=.9,beta2:n=.999,epsilon:t=1e-8}={}){let[\
r,s]=[new Float64Array(e),new Float64Array(e)],a=0;return{step(c,i,u){a+=1;let p=u/(1-o**a),S=1/Math.
sqrt(1-n**a);for(let l=0;l<e;l+=1){let w=i[l];r[l]+=(1-o)*(w-r[l]),s[l]+=(1-n)*(w*w-s[l]),c[l]-=p*r[l]/(Math.sqrt(s[l])*S+t)}}}}function re(e,o){let n=e.slice()\
,
t=0;return{parameters:n,update(r){let s=Math.min(o,(1+t)/(10+t));t+=1;for(let a=0;a<n.length;a+=1)n[a]+=(1-s)*(r[a]-n[a])}}}function L(e,o=null){let n=e.slice(1\
).map((i,u)=>({inputs:e[u],outputs:i})),t=n.reduce((i,{inputs:u,outputs:p})=>i+(u+1)*p,0),r=o??new Float64Array(t),s=0,a=i=>r.
subarray(s,s+=i),c=n.map(({inputs:i,outputs:u})=>({inputs:i,outputs:u,weight:a(i*u),bias:a(u)}));return{widths:e,layers:c,parameters:r}}function se(e){return e.\

map(o=>{let[n,t,r]=[0,1,2].map(()=>new Float64Array(64*o));return{width:o,values:n,slopes:t,errors:r}})}function Z(e,o,n,t,r=null,s=null){let[a,c]=[o[0],o[o.len\
gth-
1]],i=n.length/a.width;for(let u=0;u<i;u+=64){let p=Math.min(64,i-u);a.values.set(n.subarray(u*a.width,(u+p)*a.width)),de(e,o,p),t.set(c.values.subarray(0,p*c.w\
idth),
u*c.width),s&&(s(u,p,c.values,c.errors),Me(e,r,o,p))}return t}function de({layers:e},o,n){e.forEach(({inputs:t,outputs:r,weight:s,bias:a},c)=>{let[i,u]=[o[c],o[\
c+
1]];xe(u.values,a,n),X(u.values,n,r,t,i.values,t,1,s,t,1),c<e.length-1&&we(u.values,u.slopes,n*r)})}function we(e,o,n){for(let t=0;t<n;t+=1){let r=e[t],s=1/(1+M\
ath.
exp(-r));e[t]=r*s,o[t]=s*(1+r*(1-s))}}function Me({layers:e},o,n,t){for(let r=e.length-1;r>=0;r-=1){let{inputs:s,outputs:a,weight:c}=e[r],[i,u]=[n[r],n[r+1]],p=\
o.
layers[r];if(X(p.weight,a,s,t,u.errors,1,a,i.values,1,s),ye(p.bias,u.errors,t),r===0)return;i.errors.fill(0,0,t*s),X(i.errors,t,s,a,u.errors,a,1,c,1,s),Ae(i.err\
ors,
i.slopes,t*s)}}function xe(e,o,n){for(let t=0,r=0;t<n;t+=1)for(let s=0;s<o.length;s+=1,r+=1)e[r]=o[s]}function ye(e,o,n){for(let t=0,r=0;t<n;t+=1)for(let s=0;s<\

e.length;s+=1,r+=1)e[s]+=o[r]}function Ae(e,o,n){for(let t=0;t<n;t+=1)e[t]*=o[t]}function X(e,o,n,t,r,s,a,c,i,u){let p=o-o%4,S=n-n%4;for(let l=0;l<p;l+=4)for(le\
t w=0;w<
S;w+=4){let A=0,b=0,O=0,k=0,F=0,v=0,I=0,_=0,x=0,q=0,T=0,f=0,h=0,E=0,M=0,y=0,g=l*s,d=w*i;for(let N=0;N<t;N+=1){let R=c[d],D=c[d+i],U=c[d+2*i],B=c[d+3*i],j=r[g],G\
=r[g+
s],K=r[g+2*s],$=r[g+3*s];A+=j*R,b+=j*D,O+=j*U,k+=j*B,F+=G*R,v+=G*D,I+=G*U,_+=G*B,x+=K*R,q+=K*D,T+=K*U,f+=K*B,h+=$*R,E+=$*D,M+=$*U,y+=$*B,g+=a,d+=u}let m=l*n+w;e\
[m]+=
A,e[m+1]+=b,e[m+2]+=O,e[m+3]+=k,m+=n,e[m]+=F,e[m+1]+=v,e[m+2]+=I,e[m+3]+=_,m+=n,e[m]+=x,e[m+1]+=q,e[m+2]+=T,e[m+3]+=f,m+=n,e[m]+=h,e[m+1]+=E,e[m+2]+=M,e[m+3]+=y\
}
for(let l=0;l<o;l+=1)for(let w=l<p?S:0;w<n;w+=1){let A=0;for(let b=0;b<t;b+=1)A+=r[l*s+b*a]*c[w*i+b*u];e[l*n+w]+=A}}function ae(e){return Array.from({length:e+1\
},(o,n)=>1-n/e)}function Fe(e,o,n){let t=Math.sqrt(Math.max(0,1-(e.signal/o.signal)**2)),r=n*(o.noise/e.noise)*t;return{kept:Math.sqrt(Math.max(0,o.noise**2-r**\
2)),fresh:r}}var z={
noise:e=>e,image:(e,o,{signal:n,noise:t})=>o.map((r,s)=>(r-n*e[s])/t),velocity:(e,o,{signal:n,noise:t})=>o.map((r,s)=>t*r+n*e[s]),flow:(e,o,{signal:n,noise:t})=\
>o.
map((r,s)=>(r+n*e[s])/(n+t))},Ue=Object.keys(z);function ce(e){if(!Object.hasOwn(z,e))throw new Error(\`no page knows the target "\${e}"\`);return z[e]}function le\
(e,o,n,t,r=0,s=null){
let{kept:a,fresh:c}=Fe(n,t,r),i=new Float32Array(e.length),u=new Float32Array(e.length);for(let p=0;p<e.length;p+=1)i[p]=(e[p]-n.noise*o[p])/n.signal,u[p]=t.sig\
nal*
i[p]+a*o[p]+(s?c*s[p]:0);return{image:i,noisy:u}}function Se({min_signal_rate:e=.02,max_signal_rate:o=.95}={}){let n=Math.acos(o),t=Math.acos(e);return r=>-2*Ma\
th.log(Math.tan(n+r*(t-n)))}function ke({beta_start:e=1e-4,
beta_end:o=.02,steps:n=1e3}={}){let t=new Float64Array(n),r=0;for(let s=0;s<n;s+=1)r+=Math.log1p(-(e+(o-e)*s/(n-1))),t[s]=r;return s=>{let a=s*(n-1),c=Math.min(\

Math.floor(a),n-2),i=t[c]+(t[c+1]-t[c])*(a-c);return i-Math.log(-Math.expm1(i))}}function be({start:e=2.5,end:o=-7.5}={}){return n=>e+n*(o-e)}function Oe({start\
:e=.01,
end:o=.99}={}){return n=>{let t=e+n*(o-e);return-2*Math.log(t/(1-t))}}var C={cosine:Se,linear:ke,log_snr:be,rectified_flow:Oe};function ie(e,o={}){if(!Object.ha\
sOwn(
C,e))throw new Error(\`no page knows the schedule "\${e}"\`);let n=C[e](o);return{logSNR:n,rates:t=>ve(n(t))}}function ve(e){return{signal:Math.sqrt(1/(1+Math.exp(\

-e))),noise:Math.sqrt(1/(1+Math.exp(e)))}}var je=Object.keys(C);var Y={dim:14,lowest:.25,highest:32},W=[2+Y.dim,64,64,64,2],P=256,Ee=.995,Ne={noise:(e,o)=>o,ima\
ge:e=>e,velocity:(e,o,{signal:n,noise:t})=>n*o-t*e,flow:(e,o)=>o-
e},qe={mse:{error:e=>e*e,slope:e=>2*e},mae:{error:Math.abs,slope:Math.sign}};function fe(e){let o=e.length/2,n=[0,0];e.forEach((r,s)=>{n[s%2]+=r/o});let t=e.red\
uce(
(r,s,a)=>r+(s-n[a%2])**2,0);return{mean:n,spread:Math.sqrt(t/e.length)||1}}function ee(e,{mean:o,spread:n}){return e.map((t,r)=>(t-o[r%2])/n)}function ue(e,{mea\
n:o,
spread:n}){return e.map((t,r)=>t*n+o[r%2])}function Re(e){let o=L(W),n=0;for(let{inputs:t,weight:r,bias:s}of o.layers.slice(0,-1))for(let a of[r,s])for(let c=0;\
c<
a.length;c+=1)a[c]=(2*H(e,n)-1)/Math.sqrt(t),n+=1;return o.parameters}function me(e,o){let{kind:n,options:t}=o.schedule,r=ie(n,t),s=ce(o.target),a=Ne[o.target],\

{error:c,slope:i}=qe[o.loss],p=oe(Y.dim,Y.lowest,Y.highest).map(f=>Math.fround(2*Math.PI*f)),S=L(W,o.parameters??Re(o.seed)),l=L(W),w=ne(S.parameters.length),A=\
re(
S.parameters,Ee),b=L(W,A.parameters),O=se(W),k=fe(e),F=ee(e,k),v=0;function I(f,h,E,M,y){let g=h*W[0];f[g]=E,f[g+1]=M;for(let d=0;d<p.length;d+=1){let m=Math.fr\
ound(
Math.fround(y)*p[d]);f[g+2+d]=Math.sin(m),f[g+2+p.length+d]=Math.cos(m)}}function _(f){let h=f.times.length,E=new Float64Array(h*W[0]),M=new Float64Array(2*h);f\
or(let g=0;g<
h;g+=1){let d=r.rates(f.times[g]),[m,N]=[2*g,2*g+1];I(E,g,d.signal*f.images[m]+d.noise*f.noise[m],d.signal*f.images[N]+d.noise*f.noise[N],d.noise**2),M[m]=a(f.i\
mages[m],
f.noise[m],d),M[N]=a(f.images[N],f.noise[N],d)}let y=0;return l.parameters.fill(0),Z(S,O,E,new Float64Array(2*h),l,(g,d,m,N)=>{for(let R=0;R<2*d;R+=1){let D=m[R\
]-
M[2*g+R];y+=c(D)/(2*h),N[R]=i(D)/(2*h)}}),y}function x(f){let h=Q(o.seed,f+65536),E=F.length/2,M={images:new Float64Array(2*P),noise:V(h,2*P),times:new Float64A\
rray(
P)};for(let y=0;y<P;y+=1){let g=2*Math.floor(E*H(h,4*P+y));M.images[2*y]=F[g],M.images[2*y+1]=F[g+1],M.times[y]=H(h,5*P+y)}return M}function q(f,h,E){let M=h.le\
ngth/
2,y=new Float64Array(M*W[0]);for(let d=0;d<M;d+=1)I(y,d,h[2*d],h[2*d+1],E.noise**2);let g=Z(f,O,y,new Float64Array(h.length));return s(g,h,E)}let T=f=>f?b:S;ret\
urn{
network:S,gradient:l,average:A,drawBatch:x,lossAndGradient:_,get steps(){return v},step(f=o.rate){let h=_(x(v));return Number.isFinite(h)&&(w.step(S.parameters,\

l.parameters,f),A.update(S.parameters),v+=1),h},learnFrom(f){k=fe(f),F=ee(f,k)},best(){return Array.from({length:12},(E,M)=>te(F,r,o.target,o.loss,{...x(1e6+M),\

times:Float64Array.from({length:P},(y,g)=>(g+(M+.5)/12)/P)})).reduce((E,M)=>E+M,0)/12},sample({count:f,steps:h=20,seed:E=1,smooth:M=!0}){let y=ae(h),g=Float64Ar\
ray.
from(V(E,2*f)),d=g;for(let m=0;m<h;m+=1){let[N,R]=[r.rates(y[m]),r.rates(y[m+1])];({image:d,noisy:g}=le(g,q(T(M),g,N),N,R))}return ue(d,k)},guess(f,{t:h,smooth:\
E=!0}){
let M=r.rates(h),y=ee(f,k),g=q(T(E),y,M),d=y.map((m,N)=>(m-M.noise*g[N])/M.signal);return ue(d,k)}}}var pe=100,Te=.25,Ie=3e4;function he(e,{slice:o=50,later:n=t\
=>setTimeout(t,0)}={}){let t=null,r={},s={},a=0,c=!1,i=!1,u=!0,p=[],S=0,l=0,w=0,A=0,b=0,O={},k=()=>!u||
t.steps>=Ie;function F(x,q=1/0){let T=performance.now(),f=0;for(;f<q&&u&&performance.now()<x;){let h=t.step(s.rate);p.push(h),u=Number.isFinite(h),f+=1}S+=perfo\
rmance.
now()-T,l+=f,k()&&(c=!1)}function v({samples:x=!1,arrows:q=x}={}){let T={...O,begun:a,steps:t.steps,finite:u,ended:k(),losses:Float32Array.from(p),rate:S>0?1e3*\

l/S:0},{count:f,length:h,seed:E,places:M,t:y}=r,g=s.average;if(q&&(T.arrows=t.guess(M,{t:y,smooth:g})),x&&t.steps>0){let d=performance.now();T.samples=t.sample(\

{count:f,steps:h,seed:E,smooth:g}),w=performance.now(),A=w-d}[p,O]=[[],{}],S>2e3&&([S,l]=[S/2,l/2]),e(T),b=performance.now()}function I(){if(i=!1,!c)return;F(pe\
rformance.
now()+o);let x=performance.now(),q=!c||x-w>Math.max(2*pe,A/Te);(q||x-b>pe)&&v({samples:q,arrows:!0}),_()}function _(){!c||i||(i=!0,n(I))}return{begin(x){({numbe\
r:a,
settings:s,view:r}=x),t=me(x.points,s),[c,u,p,S,l]=[!1,!0,[],0,0],O={best:t.best()},v({samples:!0})},learnFrom({points:x}){t.learnFrom(x),O={best:t.best()},c||v\
(
{samples:!0})},change(x){s={...s,...x},c||v({samples:!0})},look(x){r={...r,...x},v({arrows:!0,samples:!("t"in x)})},run({on:x}){c=x&&!k(),c||v({samples:!0}),_()\
},
step({count:x=1}){F(1/0,x),v({samples:!0})}}}var _e=he(e=>self.postMessage(e));self.onmessage=({data:{order:e,...o}})=>_e[e](o);self.postMessage({ready:!0});})(\
);
`;var Ko={noise:({signal:e,noise:t})=>e/t,image:()=>1,velocity:({noise:e})=>1/e,flow:({signal:e,noise:t})=>1+e/t};function Bn(e,t,o,n,r){let s=e.length/2,a=new Float64Array(
s),i=[0,1].map(f=>Array.from(a.keys()).sort((d,p)=>e[2*d+f]-e[2*p+f]));function l(f,d,{signal:p,noise:g}){let b=1/0;for(let h=0;h<s;h+=1){let[A,w]=[f-p*e[2*h],d-
p*e[2*h+1]];a[h]=(A*A+w*w)/(2*g*g),b=Math.min(b,a[h])}let y=0;for(let h=0;h<s;h+=1)y+=a[h]=Math.exp(b-a[h]);return y}let m=(f,d)=>a.reduce((p,g,b)=>p+g*e[2*b+f],
0)/d,c=(f,d)=>{let p=0,g=i[f].find(b=>(p+=a[b])>=d/2);return e[2*g+f]},u=0;return r.times.forEach((f,d)=>{let p=t.rates(f),g=[0,1].map(y=>p.signal*r.images[2*d+
y]+p.noise*r.noise[2*d+y]),b=l(...g,p);for(let y of[0,1]){let h=n==="mse"?m(y,b):c(y,b),A=Ko[o](p)*(h-r.images[2*d+y]);u+=n==="mse"?A*A:Math.abs(A)}}),u/(2*r.times.
length)}function qn(e,{beta1:t=.9,beta2:o=.999,epsilon:n=1e-8}={}){let[r,s]=[new Float64Array(e),new Float64Array(e)],a=0;return{step(i,l,m){a+=1;let c=m/(1-t**a),u=1/Math.
sqrt(1-o**a);for(let f=0;f<e;f+=1){let d=l[f];r[f]+=(1-t)*(d-r[f]),s[f]+=(1-o)*(d*d-s[f]),i[f]-=c*r[f]/(Math.sqrt(s[f])*u+n)}}}}function Dn(e,t){let o=e.slice(),
n=0;return{parameters:o,update(r){let s=Math.min(t,(1+n)/(10+n));n+=1;for(let a=0;a<o.length;a+=1)o[a]+=(1-s)*(r[a]-o[a])}}}function We(e,t=null){let o=e.slice(1).map((l,m)=>({inputs:e[m],outputs:l})),n=o.reduce((l,{inputs:m,outputs:c})=>l+(m+1)*c,0),r=t??new Float64Array(n),s=0,a=l=>r.
subarray(s,s+=l),i=o.map(({inputs:l,outputs:m})=>({inputs:l,outputs:m,weight:a(l*m),bias:a(m)}));return{widths:e,layers:i,parameters:r}}function jn(e){return e.
map(t=>{let[o,n,r]=[0,1,2].map(()=>new Float64Array(64*t));return{width:t,values:o,slopes:n,errors:r}})}function Ct(e,t,o,n,r=null,s=null){let[a,i]=[t[0],t[t.length-
1]],l=o.length/a.width;for(let m=0;m<l;m+=64){let c=Math.min(64,l-m);a.values.set(o.subarray(m*a.width,(m+c)*a.width)),Jo(e,t,c),n.set(i.values.subarray(0,c*i.width),
m*i.width),s&&(s(m,c,i.values,i.errors),Qo(e,r,t,c))}return n}function Jo({layers:e},t,o){e.forEach(({inputs:n,outputs:r,weight:s,bias:a},i)=>{let[l,m]=[t[i],t[i+
1]];zo(m.values,a,o),Lt(m.values,o,r,n,l.values,n,1,s,n,1),i<e.length-1&&Zo(m.values,m.slopes,o*r)})}function Zo(e,t,o){for(let n=0;n<o;n+=1){let r=e[n],s=1/(1+
Math.exp(-r));e[n]=r*s,t[n]=s*(1+r*(1-s))}}function Qo({layers:e},t,o,n){for(let r=e.length-1;r>=0;r-=1){let{inputs:s,outputs:a,weight:i}=e[r],[l,m]=[o[r],o[r+1]],
c=t.layers[r];if(Lt(c.weight,a,s,n,m.errors,1,a,l.values,1,s),es(c.bias,m.errors,n),r===0)return;l.errors.fill(0,0,n*s),Lt(l.errors,n,s,a,m.errors,a,1,i,1,s),ts(
l.errors,l.slopes,n*s)}}function zo(e,t,o){for(let n=0,r=0;n<o;n+=1)for(let s=0;s<t.length;s+=1,r+=1)e[r]=t[s]}function es(e,t,o){for(let n=0,r=0;n<o;n+=1)for(let s=0;s<
e.length;s+=1,r+=1)e[s]+=t[r]}function ts(e,t,o){for(let n=0;n<o;n+=1)e[n]*=t[n]}function Lt(e,t,o,n,r,s,a,i,l,m){let c=t-t%4,u=o-o%4;for(let f=0;f<c;f+=4)for(let d=0;d<
u;d+=4){let p=0,g=0,b=0,y=0,h=0,A=0,w=0,k=0,$=0,F=0,v=0,M=0,L=0,I=0,S=0,C=0,N=f*s,R=d*l;for(let O=0;O<n;O+=1){let _=i[R],j=i[R+l],P=i[R+2*l],B=i[R+3*l],W=r[N],U=r[N+
s],q=r[N+2*s],te=r[N+3*s];p+=W*_,g+=W*j,b+=W*P,y+=W*B,h+=U*_,A+=U*j,w+=U*P,k+=U*B,$+=q*_,F+=q*j,v+=q*P,M+=q*B,L+=te*_,I+=te*j,S+=te*P,C+=te*B,N+=a,R+=m}let E=f*
o+d;e[E]+=p,e[E+1]+=g,e[E+2]+=b,e[E+3]+=y,E+=o,e[E]+=h,e[E+1]+=A,e[E+2]+=w,e[E+3]+=k,E+=o,e[E]+=$,e[E+1]+=F,e[E+2]+=v,e[E+3]+=M,E+=o,e[E]+=L,e[E+1]+=I,e[E+2]+=S,
e[E+3]+=C}for(let f=0;f<t;f+=1)for(let d=f<c?u:0;d<o;d+=1){let p=0;for(let g=0;g<n;g+=1)p+=r[f*s+g*a]*i[d*l+g*m];e[f*o+d]+=p}}var ze={dim:14,lowest:.25,highest:32},ye=[2+ze.dim,64,64,64,2],we=256,ns=.995,os={noise:(e,t)=>t,image:e=>e,velocity:(e,t,{signal:o,noise:n})=>o*t-n*e,flow:(e,t)=>t-
e},ss={mse:{error:e=>e*e,slope:e=>2*e},mae:{error:Math.abs,slope:Math.sign}};function et(e){let t=e.length/2,o=[0,0];e.forEach((r,s)=>{o[s%2]+=r/t});let n=e.reduce(
(r,s,a)=>r+(s-o[a%2])**2,0);return{mean:o,spread:Math.sqrt(n/e.length)||1}}function Nt(e,{mean:t,spread:o}){return e.map((n,r)=>(n-t[r%2])/o)}function tt(e,{mean:t,
spread:o}){return e.map((n,r)=>n*o+t[r%2])}function rs(e){let t=We(ye),o=0;for(let{inputs:n,weight:r,bias:s}of t.layers.slice(0,-1))for(let a of[r,s])for(let i=0;i<
a.length;i+=1)a[i]=(2*ne(e,o)-1)/Math.sqrt(n),o+=1;return t.parameters}function Wn(e,t){let{kind:o,options:n}=t.schedule,r=oe(o,n),s=Ze(t.target),a=os[t.target],
{error:i,slope:l}=ss[t.loss],c=Ke(ze.dim,ze.lowest,ze.highest).map(M=>Math.fround(2*Math.PI*M)),u=We(ye,t.parameters??rs(t.seed)),f=We(ye),d=qn(u.parameters.length),
p=Dn(u.parameters,ns),g=We(ye,p.parameters),b=jn(ye),y=et(e),h=Nt(e,y),A=0;function w(M,L,I,S,C){let N=L*ye[0];M[N]=I,M[N+1]=S;for(let R=0;R<c.length;R+=1){let E=Math.
fround(Math.fround(C)*c[R]);M[N+2+R]=Math.sin(E),M[N+2+c.length+R]=Math.cos(E)}}function k(M){let L=M.times.length,I=new Float64Array(L*ye[0]),S=new Float64Array(
2*L);for(let N=0;N<L;N+=1){let R=r.rates(M.times[N]),[E,O]=[2*N,2*N+1];w(I,N,R.signal*M.images[E]+R.noise*M.noise[E],R.signal*M.images[O]+R.noise*M.noise[O],R.noise**
2),S[E]=a(M.images[E],M.noise[E],R),S[O]=a(M.images[O],M.noise[O],R)}let C=0;return f.parameters.fill(0),Ct(u,b,I,new Float64Array(2*L),f,(N,R,E,O)=>{for(let _=0;_<
2*R;_+=1){let j=E[_]-S[2*N+_];C+=i(j)/(2*L),O[_]=l(j)/(2*L)}}),C}function $(M){let L=Re(t.seed,M+65536),I=h.length/2,S={images:new Float64Array(2*we),noise:V(L,
2*we),times:new Float64Array(we)};for(let C=0;C<we;C+=1){let N=2*Math.floor(I*ne(L,4*we+C));S.images[2*C]=h[N],S.images[2*C+1]=h[N+1],S.times[C]=ne(L,5*we+C)}return S}
function F(M,L,I){let S=L.length/2,C=new Float64Array(S*ye[0]);for(let R=0;R<S;R+=1)w(C,R,L[2*R],L[2*R+1],I.noise**2);let N=Ct(M,b,C,new Float64Array(L.length));
return s(N,L,I)}let v=M=>M?g:u;return{network:u,gradient:f,average:p,drawBatch:$,lossAndGradient:k,get steps(){return A},step(M=t.rate){let L=k($(A));return Number.
isFinite(L)&&(d.step(u.parameters,f.parameters,M),p.update(u.parameters),A+=1),L},learnFrom(M){y=et(M),h=Nt(M,y)},best(){return Array.from({length:12},(I,S)=>Bn(
h,r,t.target,t.loss,{...$(1e6+S),times:Float64Array.from({length:we},(C,N)=>(N+(S+.5)/12)/we)})).reduce((I,S)=>I+S,0)/12},sample({count:M,steps:L=20,seed:I=1,smooth:S=!0}){
let C=ge(L),N=Float64Array.from(V(I,2*M)),R=N;for(let E=0;E<L;E+=1){let[O,_]=[r.rates(C[E]),r.rates(C[E+1])];({image:R,noisy:N}=Qe(N,F(v(S),N,O),O,_))}return tt(
R,y)},guess(M,{t:L,smooth:I=!0}){let S=r.rates(L),C=Nt(M,y),N=F(v(I),C,S),R=C.map((E,O)=>(E-S.noise*N[O])/S.signal);return tt(R,y)}}}var Un=100,as=.25,is=3e4;function Hn(e,{slice:t=50,later:o=n=>setTimeout(n,0)}={}){let n=null,r={},s={},a=0,i=!1,l=!1,m=!0,c=[],u=0,f=0,d=0,p=0,g=0,b={},y=()=>!m||
n.steps>=is;function h($,F=1/0){let v=performance.now(),M=0;for(;M<F&&m&&performance.now()<$;){let L=n.step(s.rate);c.push(L),m=Number.isFinite(L),M+=1}u+=performance.
now()-v,f+=M,y()&&(i=!1)}function A({samples:$=!1,arrows:F=$}={}){let v={...b,begun:a,steps:n.steps,finite:m,ended:y(),losses:Float32Array.from(c),rate:u>0?1e3*
f/u:0},{count:M,length:L,seed:I,places:S,t:C}=r,N=s.average;if(F&&(v.arrows=n.guess(S,{t:C,smooth:N})),$&&n.steps>0){let R=performance.now();v.samples=n.sample(
{count:M,steps:L,seed:I,smooth:N}),d=performance.now(),p=d-R}[c,b]=[[],{}],u>2e3&&([u,f]=[u/2,f/2]),e(v),g=performance.now()}function w(){if(l=!1,!i)return;h(performance.
now()+t);let $=performance.now(),F=!i||$-d>Math.max(2*Un,p/as);(F||$-g>Un)&&A({samples:F,arrows:!0}),k()}function k(){!i||l||(l=!0,o(w))}return{begin($){({number:a,
settings:s,view:r}=$),n=Wn($.points,s),[i,m,c,u,f]=[!1,!0,[],0,0],b={best:n.best()},A({samples:!0})},learnFrom({points:$}){n.learnFrom($),b={best:n.best()},i||A(
{samples:!0})},change($){s={...s,...$},i||A({samples:!0})},look($){r={...r,...$},A({arrows:!0,samples:!("t"in $)})},run({on:$}){i=$&&!y(),i||A({samples:!0}),k()},
step({count:$=1}){h(1/0,$),A({samples:!0})}}}function Yn(e,t){let o=null,n=null,r=!1,s=[],a=()=>{n=Hn(e,{slice:12});for(let{order:i,...l}of s.splice(0))n[i](l)};try{o=t(),o.onmessage=({data:i})=>{r=!0,s.length=
0,i.ready||e(i)},o.onerror=i=>{if(i.preventDefault?.(),r)throw new Error(i.message);a()}}catch{a()}return{get inWorker(){return n===null},ask(i,l={}){return n?n[i](
l):(r||s.push({order:i,...l}),o.postMessage({order:i,...l}))}}}var Tt=2.2,Gn=1.9,nt=600,Xn=400,ls=.15,cs=1e3,Vn=[["heart","Heart"],["moons","Two moons"],["spiral","Spiral"],["discs","Two discs"],["letters","DDIM"],["picture",
"A painted flower"],["drawing","What I draw"]],Kn={cosine:{name:"Cosine",kind:"cosine",options:{max_signal_rate:.999}},short:{name:"Cosine, ends as for pictures",
kind:"cosine",options:{}},linear:{name:"Linear β",kind:"linear",options:{}},log_snr:{name:"Straight log-SNR",kind:"log_snr",options:{start:6,end:-6}},rectified_flow:{
name:"Rectified flow",kind:"rectified_flow",options:{}}},us=[["noise","Noise"],["image","Image"],["velocity","Velocity"],["flow","Flow (noise − image)"]],fs=[
["mse","Squared (MSE)"],["mae","Absolute (MAE)"]],Jn=Float64Array.from({length:450},(e,t)=>{let o=t>>1;return Tt*(2*((t%2?Math.floor(o/15):o%15)+.5)/15-1)});function ms(){
return new Worker(URL.createObjectURL(new Blob([_n],{type:"text/javascript"})))}function Zn(e,t,o){let n={schedule:"cosine",target:"noise",loss:"mse",power:-2,average:!0,
seed:t.seed},r={size:t.picture.size,ink:ee(t.picture.ink)},s=ds(t.picture),a=[],i=new Float32Array(0),l=null,m=0,c=!1,u=!1,f={steps:0,finite:!0,rate:0},d=[],p=null,
g=null,b=0,y=null,h=K({label:"Points",options:Vn,value:t.shape,onChange:W}),A=z({label:"Clear",onClick:()=>{h.value="drawing"}}),w=z({label:"Train",onClick:()=>u?
J():He()}),k=z({label:"One step",onClick:()=>{be()&&Q("step")}}),$=z({label:"Start again",onClick:le}),F=D({label:"Learning rate",min:-4,max:0,step:.5,value:n.power,
format:T=>String(Number((10**T).toPrecision(1))),onInput(T){n.power=T,c&&Q("change",{rate:10**T})}}),v=Pe({label:"Average the weights",value:!0,onChange(T){n.average=
T,c&&Q("change",{average:T})}}),M=T=>Y=>{n[T]=Y,le()},L=K({label:"Schedule",value:n.schedule,options:Object.entries(Kn).map(([T,{name:Y}])=>[T,Y]),onChange:M("s\
chedule")}),I=K({label:"The network predicts",value:n.target,options:us,onChange:M("target")}),S=K({label:"Error",value:n.loss,options:fs,onChange:M("loss")}),C=D(
{label:"Seed",min:0,max:50,step:1,value:n.seed,onInput(T){n.seed=T,U(h.value),le()}}),N=D({label:"Noise level of the arrows",min:0,max:1,step:.02,value:.5,format:T=>`\
t = ${T.toFixed(2)}`,onInput(T){c&&Q("look",{t:T})}}),R=D({label:"Steps of DDIM",min:1,max:50,step:1,value:20,onInput(T){c&&Q("look",{length:T})}}),E=Se({label:"\
Your points",reach:Tt,draw:Ae,onPress:$e}),O=Se({label:"Samples",reach:Tt,draw:Ne}),_=x("span",{class:"ff-title"},"Noise"),j=ie({label:"Loss over the steps",title:"\
Loss",x:[0,200],...St([]),height:150,xLabel:"steps",formatY:kt}),P=H(),B=(T,Y)=>x("div",{},T,Y.element);e.append(G(h,A,w,k,$),x("div",{class:"ff-columns ff-two"},
B(x("span",{class:"ff-title"},"Your points: draw here"),E),B(_,O)),P.element,x("div",{class:"ff-gap"},j.element,me([["iris","Loss"],["muted","The least that any\
 network can reach on these points",!0]])),x("div",{class:"ff-controls ff-gap"},F.element,v.element,...t.simple?[]:[L,I,S,N,R,C].map(T=>T.element)));function W(T){
T==="drawing"&&(a=[]),U(T)}function U(T){T==="drawing"?i=a.length?Et(a,nt,n.seed):new Float32Array(0):T==="picture"?i=In(r.ink,r.size,nt,n.seed,Gn):i=Rn(T,nt,n.
seed),w.disabled=k.disabled=i.length===0,E.canvas.setAttribute("aria-label",i.length?`${i.length/2} points to learn: ${Vn.find(([Y])=>Y===T)[1]}`:"An empty boar\
d to draw on"),te(),E.redraw(),O.redraw(),Rt()}let q=0;function te(){!c||q||(q=setTimeout(()=>{q=0,c&&i.length&&Q("learnFrom",{points:i}),c&&u&&Q("run",{on:i.length>
0})},300))}function Ae(T){h.value==="picture"&&T.picture(s,Gn,.35),T.dots(i,Z(o,"signal"),2.4),g&&T.arrows(Jn,g,Z(o,"noise")),!i.length&&(T.context.fillStyle=Z(
o,"muted"),T.context.textAlign="center",T.context.font=`14px ${getComputedStyle(o).fontFamily}`,T.context.fillText("Draw here",T.width/2,T.width/2))}function Ne(T){
T.dots(i,Z(o,"muted"),2,.35),T.dots(p??ot(),Z(o,"petal"),2.6)}function ot(){let T=Float64Array.from(V(1,2*Xn));return i.length?tt(T,et(i)):T}function $e(T,Y){if(Y)
h.value!=="drawing"&&(h.value="drawing"),a.push([T]);else{let he=a[a.length-1],Ye=he[he.length-1];if(Math.hypot(T[0]-Ye[0],T[1]-Ye[1])<.04)return;he.push(T)}U("\
drawing")}function Q(T,Y={}){l.ask(T,Y)}function be(){return i.length?(l??=Yn(pe,ms),c||Ue(),!0):!1}function Ue(){let{kind:T,options:Y}=Kn[n.schedule];m+=1,c=!0,
Q("begin",{number:m,points:i,settings:{schedule:{kind:T,options:Y},target:n.target,loss:n.loss,rate:10**n.power,average:n.average,seed:n.seed},view:{count:Xn,length:R.
value,seed:1,places:Jn,t:N.value}})}function He(){be()&&(u=!0,rt(),Q("run",{on:!0}))}function J(){u=!1,rt(),Q("run",{on:!1})}function le(){d=[],[p,g,y]=[null,null,
null],f={steps:0,finite:!0,rate:0},c=!1,l&&be()&&u&&Q("run",{on:!0}),st()}function pe(T){if(T.begun===m){f=T,T.ended&&(u=!1);for(let Y of T.losses)d.push(Y);y=T.
best??y,T.samples&&(p=T.samples),T.arrows&&(g=T.arrows),Ie()}}let Fe=0,Te=0;function Ie(){if(Te)return;let T=at()&&u?cs-(performance.now()-Fe):0;Te=setTimeout(()=>{
Te=0,Fe=performance.now(),st()},Math.max(0,T))}function st(){b=p&&i.length?On(p,i,ls):0,_.textContent=p?"Samples":"Noise, where samples start",E.redraw(),O.redraw();
let T=Tn(d),Y=y>0?Math.log10(y):null,he=Math.max(100,d.length);j.limits({x:[0,he],...St(Y===null?T:[...T,[0,Y]])}),j.update({lines:[...Y===null?[]:[{points:[[0,
Y],[he,Y]],colour:"muted",dash:!0}],...T.length>1?[{points:T,colour:"iris"}]:[]],marks:T.length===1?[{x:T[0][0],y:T[0][1],colour:"iris"}]:[]}),rt(),Rt()}function rt(){
w.textContent=u?"Pause":"Train",o.dataset.state=u?"training":f.finite?"resting":"broken",o.dataset.steps=f.steps,o.dataset.rate=Math.round(f.rate),o.dataset.loss=
At(d).toFixed(4),o.dataset.near=b.toFixed(3)}function Rt(){if(!i.length)return P.say("The board is empty. Draw on it, or choose points.");if(!d.length)return P.
say(`${nt} points to learn. Press Train.`);let T=At(d),Y=l.inWorker?"":", without a worker",he=f.rate?` ${Math.round(f.rate)} steps a second here${Y}.`:"";if(!f.
finite)return P.say(`Step ${f.steps}: the loss is no longer a number. The learning rate is too high; take a smaller one and start again.`);let Ye=T>1.5*d[0]?" T\
hat is more than at the start: the learning rate is too high.":"";return P.say(`Step ${f.steps.toLocaleString("en")}. Loss ${kt(Math.log10(T),3)}.${Ye} ${Math.round(
100*b)} % of the samples lie on your points.${he}`)}typeof IntersectionObserver=="function"&&new IntersectionObserver(T=>{let Y=T[T.length-1].isIntersecting;c&&
u&&Q("run",{on:Y&&i.length>0})}).observe(o),U(t.shape),E.follow(),O.follow(),st(),Ee(o,()=>{E.redraw(),O.redraw()})}function ds({size:e,colours:t}){let o=x("can\
vas",{width:e,height:e}),n=o.getContext("2d"),r=n.createImageData(e,e);ee(t).forEach((s,a)=>{r.data[4*Math.floor(a/3)+a%3]=s});for(let s=3;s<r.data.length;s+=4)
r.data[s]=255;return n.putImageData(r,0,0),o}function zn(e,t){let{blocks:o}=t,n=Math.max(...o.map(f=>f.parameters)),r=o.map((f,d)=>{let p=Qn(f,1)[0],g=Math.sqrt(f.parameters/n),b=x("button",{type:"button",
class:"ff-block","aria-pressed":"false","aria-label":`${f.title}, ${f.shape}, ${f.parameters} parameters`},p,x("i",{style:`width:${(100*g).toFixed(0)}%`}));return b.
addEventListener("focus",()=>u(d)),b.addEventListener("pointerenter",()=>u(d)),b.addEventListener("click",()=>u(d)),b.addEventListener("keydown",y=>{let h={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[y.key];h&&(y.preventDefault(),r[Math.min(Math.max(d+h,0),o.length-1)].focus())}),b}),s=Math.max(...o.map(f=>f.level))+1,a=x(
"div",{class:"ff-unet",role:"group","aria-label":"Blocks"});for(let f=0;f<s;f+=1){let d=b=>r.filter((y,h)=>o[h].level===f&&o[h].side===b),p=t.sizes[f],g=`margin\
-inline:${(30*f/(s-1)).toFixed(1)}%`;a.append(x("div",{class:"ff-unet-row",style:g},x("div",{class:"ff-unet-side"},...d("down")),...d("middle").length?[x("div",
{class:"ff-unet-side"},...d("middle")),x("span",{class:"ff-unet-size"},`${p} × ${p}`)]:[x("span",{class:"ff-unet-skip"},x("span",{class:"ff-unet-size"},`${p} ×\
 ${p}`))],x("div",{class:"ff-unet-side"},...d("up"))))}let i=x("span",{class:"ff-title"}),l=x("dl",{class:"ff-facts"}),m=x("div",{class:"ff-maps",role:"img"}),c=H();
e.append(a,x("div",{class:"ff-unet-detail"},i,l,m),c.element);function u(f){let d=o[f];r.forEach((p,g)=>{p.setAttribute("aria-pressed",String(g===f)),p.classList.
toggle("ff-partner",g!==f&&ps(o[g],d))}),i.textContent=d.kind?`${d.title}: ${d.kind}`:d.title,l.replaceChildren(...d.facts.map(([p,g])=>x("div",{},x("dt",{},p),
x("dd",{},g)))),m.replaceChildren(...Qn(d,d.count)),m.setAttribute("aria-label",d.shown),c.say(d.sentence)}u(Math.min(t.selected,o.length-1))}function ps(e,t){return e.
skip===t.name||t.skip===e.name}function hs(e,t){return Float64Array.from({length:t},(o,n)=>((n%2?e[n>>1]&15:e[n>>1]>>4)-7)/7)}function Qn(e,t){let[o,n]=e.size,r=ee(
e.maps),s=o*n,a=e.colour?null:hs(r,s*e.count);return Array.from({length:Math.min(t,e.count)},(i,l)=>{let m=X({label:"",width:o,height:n});return m.draw(e.colour?
r:_e(a.subarray(l*s,(l+1)*s))),m.canvas.removeAttribute("role"),m.canvas.removeAttribute("aria-label"),m.canvas.setAttribute("aria-hidden","true"),m.canvas})}var It=["leaf","iris"];function eo(e,t,o){let{side:n,epochs:r,curves:s}=t,a=s.flatMap(({points:g})=>g),[i,l]=[Math.min(...a.map(([g])=>g)),Math.max(...a.map(([g])=>g))],
m=null,c=D({label:"Epoch",min:i,max:l,step:1,value:l,onInput:p}),u=ie({label:"Errors over the epochs",title:"Errors",x:[i,Math.max(l,i+1)],y:gs(s),height:190,xLabel:"\
epoch",onPoint:g=>{c.value=Math.round(g)}}),f=X({label:"Samples",title:"Samples",width:n,height:n}),d=H();e.append(G(c,ce(o,c,{seconds:8})),x("div",{class:"ff-c\
olumns ff-two"},x("div",{},u.element,me(s.map(({name:g},b)=>[It[b],g]))),f.element),d.element);function p(){let g=c.value;u.update({lines:s.map(({points:y},h)=>({
points:y,colour:It[h]})).filter(({points:y})=>y.length>1),marks:[{x:g,colour:"muted"},...s.flatMap(({points:y},h)=>{let A=Pt(y,g,([w])=>w);return A?[{x:A[0],y:A[1],
colour:It[h]}]:[]})]});let b=Pt(r,g,y=>y)??r[0];m&&f.draw(fe(m,r.indexOf(b)*n,0,n,n)),f.heading.textContent=`Samples after epoch ${b}`,f.describe(`Sixteen sampl\
es after epoch ${b}`),d.say(`Epoch ${g}. ${s.map(({name:y,points:h})=>{let A=Pt(h,g,([w])=>w);return A?`${y}: ${A[1].toFixed(3)}`:""}).filter(Boolean).join("; ")}\
.`)}p(),re(ue(o)).then(g=>{m=g,o.dataset.state="ready",p()})}function gs(e){let t=e.flatMap(({points:s})=>s.map(([,a])=>a)),[o,n]=[Math.min(...t),Math.max(...t)],
r=.05*(n-o)||.01;return[o-r,n+r]}function Pt(e,t,o){return e.filter(n=>o(n)<=t).at(-1)}Ot({dissolve:Xt,embedding_explorer:Kt,first_flowers:Jt,grow:on,guess_the_flower:dn,lie:hn,noise_maps:yn,particles:An,reverse:$n,schedule_designer:Nn,train:Zn,unet_map:zn,
watch:eo});})();
