/* Made by book/bundle_figures.py from ddimlib/static/ (0b6df01f172fab7e). */
(()=>{function Cn(t){let e=".ff-figure[data-figure]:not([data-started], [data-failed])",o=()=>{for(let s of document.querySelectorAll(e))document.readyState==="loadin\
g"&&!s.nextSibling||Ps(s,t[s.dataset.figure])};if(o(),document.readyState!=="loading")return;let n=new MutationObserver(o);n.observe(document,{childList:!0,subtree:!0}),
document.addEventListener("DOMContentLoaded",()=>{n.disconnect(),o()})}function Ps(t,e){let o=t.querySelector(":scope > script[type='application/json']");if(!e||
!o)return;let n=t.querySelector(".ff-live");n.addEventListener("focusin",({target:s})=>{s.dataset.lmSuppressShortcuts="true"}),t.dataset.started="";try{e(n,JSON.
parse(o.textContent),t)}catch(s){delete t.dataset.started,t.dataset.failed="",n.replaceChildren(),console.error(s)}}function x(t,e={},...o){let n=document.createElement(
t);for(let[s,r]of Object.entries(e))r!=null&&r!==!1&&n.setAttribute(s,r===!0?"":r);return n.append(...o),n}function Be(t,e=250){let o=0;return(n=e)=>{clearTimeout(
o),o=setTimeout(t,n)}}function V(...t){return x("div",{class:"ff-controls"},...t.map(e=>e.element??e))}function Y({label:t,min:e,max:o,step:n,value:s,format:r=String,
onInput:a}){let i=x("span",{class:"ff-value","aria-hidden":"true"}),l=x("input",{type:"range",min:e,max:o,step:n}),f=()=>{let d=r(Number(l.value));i.textContent=
d,l.setAttribute("aria-valuetext",d);let m=(Number(l.value)-l.min)/(l.max-l.min||1);l.style.setProperty("--ff-filled",`${(100*m).toFixed(1)}%`)},c=x("span",{class:"\
ff-label"},t),u=x("label",{class:"ff-slider"},x("span",{class:"ff-row"},c,i),l);return l.value=s,f(),l.addEventListener("input",()=>{f(),a(Number(l.value))}),{element:u,
input:l,get value(){return Number(l.value)},set value(d){l.value=d,f(),a(Number(l.value))},limits(d,m,h){Object.assign(l,{min:d,max:m}),l.value=h,f()},rename(d){
c.textContent=d}}}function te({label:t,options:e,value:o,onChange:n}){let s=x("select",{},...e.map(([a,i])=>x("option",{value:a},i)));return s.value=o,s.addEventListener(
"change",()=>n(s.value)),{element:x("label",{class:"ff-choice"},x("span",{class:"ff-label"},t),s),input:s,get value(){return s.value},set value(a){s.value=a,n(s.
value)}}}function Ge({label:t,value:e=!1,onChange:o}){let n=x("input",{type:"checkbox"});return n.checked=e,n.addEventListener("change",()=>o(n.checked)),{element:x(
"label",{class:"ff-toggle"},n,x("span",{},t)),input:n,get value(){return n.checked}}}function ne({label:t,onClick:e}){let o=x("button",{type:"button",class:"ff-\
button"},t);return o.addEventListener("click",e),o}function It(){return window.matchMedia("(prefers-reduced-motion: reduce)").matches}function Ls(t,e,o=()=>{}){
let n=0,s=!1,r=!0,a=null,i=c=>{let u=a===null?0:Math.min((c-a)/1e3,.1);if(a=c,n=0,!t.isConnected||e(u)===!1)return f.pause();l()},l=()=>{s&&r&&!n&&(n=requestAnimationFrame(
i))},f={get playing(){return s},play(){s=!0,a=null,o(!0),l()},pause(){s=!1,cancelAnimationFrame(n),n=0,o(!1)}};return typeof IntersectionObserver=="function"&&new IntersectionObserver(
c=>{r=c[c.length-1].isIntersecting,a=null,l()}).observe(t),f}function ke(t,e,{label:o="Play",seconds:n=6}={}){let s=()=>Number(e.input.min),r=()=>Number(e.input.
max),a=0,i=0,l=ne({label:o,onClick:()=>{if(f.playing)return f.pause();a=e.value>=r()?s():e.value,i=0,f.play()}}),f=Ls(t,c=>{let u=r()-s();if(It()){if(i+=c,i<n/8)
return!0;a+=u/8,i=0}else a+=u*c/n;return e.value=Math.min(a,r()),a<r()},c=>{l.textContent=c?"Pause":o});return e.input.addEventListener("pointerdown",()=>f.pause()),
e.input.addEventListener("keydown",()=>f.pause()),l}function J(){let t=x("p",{class:"ff-readout"}),e=x("p",{class:"ff-hidden","aria-live":"polite"}),o=0;return{
element:x("div",{},t,e),say(n){let s=t.textContent==="";t.textContent=n,clearTimeout(o),s||(o=setTimeout(()=>{e.textContent=n},500))}}}function Z({label:t,title:e="",
width:o,height:n}){let s=x("canvas",{width:o,height:n,role:"img","aria-label":t}),r=s.getContext("2d"),a=r.createImageData(o,n);a.data.fill(255);let i=x("span",
{class:"ff-title"},e);return{element:x("div",{class:"ff-picture"},...e?[i]:[],s),canvas:s,heading:i,draw(l){let f=l.length===o*n;for(let c=0;c<o*n;c+=1)for(let u=0;u<
3;u+=1)a.data[4*c+u]=f?l[c]:l[3*c+u];r.putImageData(a,0,0)},describe(l){s.setAttribute("aria-label",l)}}}function Oe(t,e){let o=new MutationObserver(e),n=["data\
-theme","data-jp-theme-light","theme","class"];o.observe(document.documentElement,{attributes:!0,attributeFilter:n}),o.observe(document.body,{attributes:!0,attributeFilter:n}),
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change",e)}function re(t,e){return getComputedStyle(t).getPropertyValue(`--ff-${e}`).trim()}
function mt(t,e){let o=0,n=()=>{let s=Math.round(t.clientWidth);s>0&&s!==o&&e(o=s)};n(),new ResizeObserver(n).observe(t)}function ce(t){return Uint8Array.from(atob(
t),e=>e.charCodeAt(0))}var Is="http://www.w3.org/2000/svg";function $e(t,e,o=""){let n=document.createElementNS(Is,t);for(let[s,r]of Object.entries(e))n.setAttribute(s,r);return o&&(n.
textContent=o),n}function Nn(t,e,o=5){let n=(e-t)/o,s=10**Math.floor(Math.log10(n)),r=[1,2,5,10].map(i=>i*s).find(i=>i>=n*.999),a=[];for(let i=Math.ceil(t/r-1e-9);i*
r<=e+1e-9*r;i+=1)a.push(Number((i*r).toPrecision(12)));return a}function Pn(t){return String(t).replace("-","−")}var Rt={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,
PageUp:5,PageDown:-5};function we({label:t,title:e="",x:o,y:n,xLabel:s="",yLabel:r="",height:a=170,xTicks:i=null,yTicks:l=null,formatX:f=Pn,formatY:c=Pn,onPoint:u=null,
onHandle:d=null,onStep:m=null,onDraw:h=null}){let v=x("div",{class:"ff-chart"}),g=$e("svg",{role:d?"group":"img","aria-label":t,height:a}),w=$e("g",{}),p=new Map;
g.append(w);let S={left:44,right:12,top:8,bottom:s?38:24},M={x:o,y:n,xTicks:i,yTicks:l},C=300,b={lines:[],marks:[],areas:[]},A=F=>S.left+(F-M.x[0])/(M.x[1]-M.x[0])*
(C-S.left-S.right),y=F=>a-S.bottom-(F-M.y[0])/(M.y[1]-M.y[0])*(a-S.top-S.bottom),$=F=>Math.min(Math.max(F,M.y[0]),M.y[1]),T=F=>F.map(([P,U],H)=>`${H?"L":"M"}${A(
P).toFixed(1)} ${y(U).toFixed(1)}`).join("");function L(){let F=a-S.bottom;for(let P of M.yTicks??Nn(...M.y,4))w.append($e("line",{class:"ff-grid",x1:S.left,x2:C-
S.right,y1:y(P),y2:y(P)}),$e("text",{class:"ff-tick",x:S.left-(d?13:6),y:y(P)+4,"text-anchor":"end"},c(P)));for(let P of M.xTicks??Nn(...M.x,C<260?3:5))w.append(
$e("text",{class:"ff-tick",x:A(P),y:F+16,"text-anchor":"middle"},f(P)));if(w.append($e("line",{class:"ff-axis",x1:S.left,x2:C-S.right,y1:F,y2:F})),s&&w.append($e(
"text",{class:"ff-axis-label","text-anchor":"middle",x:(S.left+C-S.right)/2,y:a-5},s)),r){let P=(S.top+F)/2;w.append($e("text",{class:"ff-axis-label","text-anch\
or":"middle",x:11,y:P,transform:`rotate(-90 11 ${P})`},r))}}function B(){w.replaceChildren(),g.setAttribute("viewBox",`0 0 ${C} ${a}`),g.setAttribute("width",C),
L();let F=a-S.bottom,[P,U]=[S.left-2,S.top-2],[H,_]=[C-S.right+2-P,F+2-U],N=$e("svg",{class:"ff-plot",x:P,y:U,width:H,height:_,viewBox:`${P} ${U} ${H} ${_}`});w.
append(N);for(let{points:D,colour:q="accent"}of b.areas??[]){let K=A(D[0][0]).toFixed(1),X=A(D[D.length-1][0]).toFixed(1);N.append($e("path",{d:`${T(D)}L${X} ${F}\
L${K} ${F}Z`,class:"ff-area",style:`fill:var(--ff-${q})`}))}for(let{points:D,colour:q="accent",dash:K=!1,width:X=2}of b.lines??[])N.append($e("path",{d:T(D),class:"\
ff-line",style:`stroke:var(--ff-${q});stroke-width:${X};${K?"stroke-dasharray:5 4":""}`}));for(let{x:D,y:q,colour:K="ink",handle:X,label:de,says:j,size:z=4.5}of b.
marks??[])q===void 0?w.append($e("line",{x1:A(D),x2:A(D),y1:S.top,y2:F,class:"ff-rule",style:`stroke:var(--ff-${K})`})):X?O(X,{cx:A(D),cy:y($(q)),style:`stroke:\
var(--ff-${K})`,"aria-label":de,"aria-valuetext":j,"aria-valuenow":q,"aria-valuemin":M.y[0],"aria-valuemax":M.y[1]}):w.append($e("circle",{cx:A(D),cy:y($(q)),r:z,
class:"ff-mark",style:`fill:var(--ff-${K})`}))}function O(F,P){p.has(F)||(p.set(F,$e("circle",{class:"ff-handle",r:9,"data-handle":F,tabindex:0,role:"slider","a\
ria-orientation":"vertical"})),g.append(p.get(F)));for(let[U,H]of Object.entries(P))p.get(F).setAttribute(U,H)}function E(F){let P=g.getBoundingClientRect(),U=(F.
clientX-P.left-S.left)/(P.width-S.left-S.right),H=(P.bottom-S.bottom-F.clientY)/(a-S.top-S.bottom);return[[U,M.x],[H,M.y]].map(([_,[N,D]])=>N+Math.min(Math.max(
_,0),1)*(D-N))}let I=null,k=(F,P=!1)=>{let[U,H]=E(F);I?d(I,U,H):h?h([U,H],P):u&&u(U)};return(u||d||h)&&(u&&g.classList.add("ff-draggable"),h&&g.classList.add("f\
f-drawable"),g.addEventListener("pointerdown",F=>{I=F.target.dataset?.handle??null,!(!I&&!u&&!h)&&(g.setPointerCapture(F.pointerId),I||k(F,!0))}),g.addEventListener(
"pointermove",F=>{g.hasPointerCapture(F.pointerId)&&k(F)})),m&&g.addEventListener("keydown",F=>{let P=F.target.dataset?.handle;!P||!Rt[F.key]||F.altKey||F.ctrlKey||
F.metaKey||(F.preventDefault(),m(P,F.shiftKey?5*Math.sign(Rt[F.key]):Rt[F.key]))}),e&&v.append(x("span",{class:"ff-title"},e)),v.append(g),mt(v,F=>{C=F,B()}),{element:v,
update(F){b=F,B()},limits(F){Object.assign(M,F)},describe(F){g.setAttribute("aria-label",F)}}}function be(t){return x("div",{class:"ff-legend"},...t.map(([e,o,n])=>x(
"span",{},x("i",{style:`border-top:3px ${n?"dashed":"solid"} var(--ff-${e})`}),o)))}function Ot(t){return t=Math.imul(t^t>>>16,2146121005),t=Math.imul(t^t>>>15,2221713035),(t^t>>>16)>>>0}function Ye(t,e){let o=Ot(t+2654435769>>>0);return Ot(Ot(
e+o>>>0)+Math.imul(o,2246822507)>>>0)}function Se(t,e){return(Ye(t,e)+.5)/4294967296}function Q(t,e){let o=new Float32Array(e);for(let n=0;n<e;n+=2){let s=Math.
sqrt(-2*Math.log(Se(t,n))),r=2*Math.PI*Se(t,n+1);o[n]=s*Math.cos(r),n+1<e&&(o[n+1]=s*Math.sin(r))}return o}function Rs(t,e){let[o,n,s]=[[],[],[]];for(let[r,a,i]=[0,0,0];r<t;){let l=Math.min((r+1)*e,(a+1)*t);o.push(r),n.push(a),s.push(l-i),i=l,l===(r+1)*e&&(r+=1),l===
(a+1)*t&&(a+=1)}return{from:Int32Array.from(o),to:Int32Array.from(n),length:Float64Array.from(s)}}function Ln(t,e){let{from:o,to:n,length:s}=Rs(t,e),r=new Float64Array(
3*e*e),a=new Float64Array(3*e),i=0;return{add(l){for(let f=0;f<l.length;f+=4*t){a.fill(0);for(let c=0;c<o.length;c+=1){let u=f+4*o[c],d=3*n[c],m=s[c];a[d]+=m*l[u],
a[d+1]+=m*l[u+1],a[d+2]+=m*l[u+2]}for(let c=o[i];o[i]===c;i+=1){let u=3*e*n[i];for(let d=0;d<a.length;d+=1)r[u+d]+=s[i]*a[d]}}},bytes:()=>Uint8Array.from(r,l=>Math.
floor(l/t**2+.5))}}var In=1e8,Os=2**17;function Rn(t,{size:e,backLabel:o,show:n,back:s}){let r=x("input",{type:"file",accept:"image/*",hidden:!0}),a=ne({label:"Your picture …",onClick:()=>r.
click()}),i=ne({label:o,onClick:()=>{c+=1,m(""),i.hidden=!0,a.focus(),s(),t.dataset.state="ready"}});i.hidden=!0;let l=x("span",{class:"ff-note"},"Choose, drop \
or paste one. It stays in this page and is sent nowhere."),f=x("p",{role:"status",hidden:!0}),c=0;r.addEventListener("change",()=>{r.files.length&&d(r.files[0]),
r.value=""}),t.addEventListener("dragover",h=>{h.dataTransfer.types.includes("Files")&&(h.preventDefault(),t.classList.add("ff-over"))}),t.addEventListener("dra\
gleave",h=>{t.contains(h.relatedTarget)||t.classList.remove("ff-over")}),t.addEventListener("drop",h=>{t.classList.remove("ff-over"),h.dataTransfer.files.length&&
(h.preventDefault(),h.stopPropagation(),d(h.dataTransfer.files[0]))}),document.addEventListener("paste",u);function u(h){if(!t.isConnected)return document.removeEventListener(
"paste",u);let v=t.contains(h.target);if(h.defaultPrevented||!v&&!(qs(t)&&js(h.target)))return;let g=[...h.clipboardData.files].find(w=>w.type.startsWith("image\
/"));g?(h.preventDefault(),d(g)):v&&m("There is no picture in the clipboard: copy one first, and paste again.")}async function d(h){c+=1;let v=c;t.dataset.state=
"reading",m(`Reading ${_t(h)} …`);try{let g=await _s(h,e);if(v!==c)return;m(""),i.hidden=!1,n(g)}catch(g){if(v!==c)return;m(g instanceof et?g.message:On(h))}t.
dataset.state="ready"}function m(h){f.textContent=h,f.hidden=h===""}return{element:x("div",{class:"ff-own"},x("div",{class:"ff-controls"},a,r,i,l),f)}}var et=class extends Error{},
_t=t=>t.name?`“${t.name}”`:"the picture",On=t=>`This browser cannot read ${_t(t)} as a picture: take a JPEG, PNG or WebP file.`;async function _s(t,e){let o=await Bs(
t),n=Math.min(o.width,o.height),s=Math.floor((o.width-n)/2),r=Math.floor((o.height-n)/2),a=Math.ceil(Os/n),i=Ln(n,e),f=x("canvas",{width:n,height:Math.min(a,n)}).
getContext("2d",{willReadFrequently:!0});for(let c=0;c<n;c+=a){let u=Math.min(a,n-c);f.fillStyle="white",f.fillRect(0,0,n,u),f.drawImage(o,s,r+c,n,u,0,0,n,u),i.
add(f.getImageData(0,0,n,u).data),await new Promise(d=>{setTimeout(d)})}return o.close(),i.bytes()}async function Bs(t){if(t.type&&!t.type.startsWith("image/"))
throw new et(On(t));let e=URL.createObjectURL(t);try{let o=await Ds(e),n=o.naturalWidth*o.naturalHeight;if(n>In)throw new et(`${_t(t)} has ${Math.round(n/1e6)} \
million pixels and this page takes up to ${In/1e6} million: make it smaller first.`);return await createImageBitmap(t,{imageOrientation:"from-image"}).catch(()=>createImageBitmap(
o))}finally{URL.revokeObjectURL(e)}}function Ds(t){return new Promise((e,o)=>{let n=new Image;n.onload=()=>e(n),n.onerror=o,n.src=t})}function qs(t){let e=t.getBoundingClientRect();
return e.bottom>0&&e.top<window.innerHeight}function js(t){return!t.isContentEditable&&!t.closest("input, textarea, select")}function Je(t){let e=t.length/3,o=[0,0,0],n=[0,0,0];t.forEach((r,a)=>{o[a%3]+=r/e}),t.forEach((r,a)=>{n[a%3]+=(r-o[a%3])**2/e});for(let r=0;r<3;r+=1)n[r]=Math.sqrt(
n[r])||1;let s=Float64Array.from(t,(r,a)=>(r-o[a%3])/n[a%3]);return{mean:o,std:n,image:s}}function Ke({mean:t,std:e,image:o},n,s,r){let a=new Uint8ClampedArray(
o.length);for(let i=0;i<o.length;i+=1)a[i]=(s*o[i]+r*n[i])*e[i%3]+t[i%3];return a}function ht(t,e){return t.reduce((o,n,s)=>o+Math.abs(n-e[s]),0)/t.length}function Ws({min_signal_rate:t=.02,max_signal_rate:e=.95}={}){let o=Math.acos(e),n=Math.acos(t);return s=>-2*Math.log(Math.tan(o+s*(n-o)))}function Us({beta_start:t=1e-4,
beta_end:e=.02,steps:o=1e3}={}){let n=new Float64Array(o),s=0;for(let r=0;r<o;r+=1)s+=Math.log1p(-(t+(e-t)*r/(o-1))),n[r]=s;return r=>{let a=r*(o-1),i=Math.min(
Math.floor(a),o-2),l=n[i]+(n[i+1]-n[i])*(a-i);return l-Math.log(-Math.expm1(l))}}function Hs({start:t=2.5,end:e=-7.5}={}){return o=>t+o*(e-t)}function Gs({start:t=.01,
end:e=.99}={}){return o=>{let n=t+o*(e-t);return-2*Math.log(n/(1-n))}}var Bt={cosine:Ws,linear:Us,log_snr:Hs,rectified_flow:Gs};function Fe(t,e={}){if(!Object.hasOwn(
Bt,t))throw new Error(`no page knows the schedule "${t}"`);let o=Bt[t](e);return{logSNR:o,rates:n=>he(o(n))}}function he(t){return{signal:Math.sqrt(1/(1+Math.exp(
-t))),noise:Math.sqrt(1/(1+Math.exp(t)))}}var _a=Object.keys(Bt);function _n(t,e,o,n,s){for(let r=1,a=0;r<s;r+=1){let i=s>>1;for(;a&i;i>>=1)a^=i;if(a^=i,r<a){let l=o+r*n,f=o+a*n;[t[l],t[f]]=[t[f],t[l]],[e[l],e[f]]=[e[f],e[l]]}}
for(let r=2;r<=s;r*=2)for(let a=0;a<r/2;a+=1){let i=Math.cos(-2*Math.PI*a/r),l=Math.sin(-2*Math.PI*a/r);for(let f=a;f<s;f+=r){let c=o+f*n,u=c+r/2*n,d=t[u]*i-e[u]*
l,m=t[u]*l+e[u]*i;t[u]=t[c]-d,e[u]=e[c]-m,t[c]+=d,e[c]+=m}}}function Dt(t,e){let o=Float64Array.from(t),n=new Float64Array(e*e);for(let s=0;s<e;s+=1)_n(o,n,s*e,
1,e);for(let s=0;s<e;s+=1)_n(o,n,s,e,e);return{real:o,imaginary:n}}function Bn(t){let e=new Int16Array(t*t);for(let o=0;o<t;o+=1)for(let n=0;n<t;n+=1){let s=Math.
min(o,t-o),r=Math.min(n,t-n),a=Math.round(Math.hypot(r,s));e[o*t+n]=a<=t/2?a:-1}return e}function qt(t,e,o,n,s,r){let a=new Float64Array(r/2+1),i=new Float64Array(
r/2+1);for(let l=0;l<r*r;l+=1){if(s[l]<0)continue;let f=o*t.real[l]+n*e.real[l],c=o*t.imaginary[l]+n*e.imaginary[l];a[s[l]]+=(f*f+c*c)/(r*r),i[s[l]]+=1}return a.
map((l,f)=>l/i[f])}var Ys=[{kind:"cosine",name:"Cosine schedule",colour:"signal"},{kind:"linear",name:"Linear schedule",colour:"noise"}];function Dn(t,e,o){let n=new Float64Array(
o);for(let r of t){let a=Math.floor((r+e)/(2*e)*o);a>=0&&a<o&&(n[a]+=1)}let s=2*e/o;return n.map(r=>r/(t.length*s))}function jn(t,e,o){let{size:n,seed:s}=e,r=ce(
e.pixels),a=Q(s,r.length),i=new Float64Array(r.length),l=o.querySelector("figcaption"),f=l.textContent,c={},u=Bn(n),d=Dt(qn(a),n),m=Ys.map(y=>({...y,schedule:Fe(
y.kind),view:Z({label:y.name,title:y.name,width:n,height:n}),note:x("div",{class:"ff-note"})})),h=we({label:"Histogram of the pixel values",title:"Pixel values",
x:[-4,4],y:[0,.8],xLabel:"standardised value",xTicks:[-4,-2,0,2,4],yTicks:[0,.4,.8]}),v=we({label:"Power spectrum",title:"Power at each scale",x:[0,Math.log10(n/
2)],y:[-2,4],xLabel:"cycles per picture: coarse → fine",xTicks:[1,2,4,8,16,32,64].filter(y=>y<=n/2).map(Math.log10),formatX:y=>Math.round(10**y),yTicks:[-2,0,
2,4],formatY:y=>`10${Ks(y)}`}),g=Y({label:"Time t",min:0,max:1,step:.01,value:e.t,format:y=>y.toFixed(2),onInput:C}),w=J(),p=Rn(o,{size:n,backLabel:e.credit?"Ba\
ck to the flower":"Back to the first picture",show:y=>{M(y,!0),C()},back:()=>{M(r,!1),C()}});t.append(V(g,ke(t,g,{label:"Dissolve"})),x("div",{class:"ff-columns\
 ff-pair ff-dissolve"},...m.map(({view:y,note:$})=>x("div",{},y.element,$))),x("div",{class:"ff-columns ff-two"},h.element,v.element),be([["signal","cosine"],["\
noise","linear"],["muted","picture",!0],["ink","pure noise",!0]]),w.element,p.element);let S=Xs(81).map(y=>-4+y/10).map(y=>[y,Math.exp(-y*y/2)/Math.sqrt(2*Math.
PI)]);function M(y,$){let T=Je(y),L=Dt(qn(T.image),n);c={pixels:T,transform:L,name:$?"Your picture":e.credit?"Photograph of a flower":"The picture",histogram:b(
Dn(T.image,4,40)),power:A(qt(L,d,1,0,u,n))},l.textContent=$?f.replace(e.credit,""):f,o.toggleAttribute("data-own",$)}function C(){let y=g.value,{pixels:$,transform:T,
name:L}=c,{image:B}=$,O=[],E=[],I=[];for(let{schedule:k,view:F,note:P,colour:U,name:H}of m){let{signal:_,noise:N}=k.rates(y);for(let q=0;q<i.length;q+=1)i[q]=_*
B[q]+N*a[q];F.draw(Ke($,a,_,N));let D=`signal ${_.toFixed(2)}, noise ${N.toFixed(2)}`;P.textContent=D,F.describe(`${L}, ${H.toLowerCase()}, t = ${y.toFixed(2)}:\
 ${D}`),O.push({points:b(Dn(i,4,40)),colour:U}),E.push({points:A(qt(T,d,_,N,u,n)),colour:U}),I.push(`${H.toLowerCase().split(" ")[0]} keeps ${Math.round(100*_**
2)} %`)}h.update({lines:[{points:c.histogram,colour:"muted",dash:!0,width:1.5},{points:S,colour:"ink",dash:!0,width:1.5},...O]}),v.update({lines:[{points:c.power,
colour:"muted",dash:!0,width:1.5},{points:[[0,0],[Math.log10(n/2),0]],colour:"ink",dash:!0,width:1.5},...E]}),w.say(`At t = ${y.toFixed(2)} the ${I.join(", the ")}\
 of the variance from the image.`)}function b(y){return Array.from(y,($,T)=>[-4+8*(T+.5)/y.length,$])}function A(y){return Array.from(y,($,T)=>[Math.log10(T),Math.
log10($+1e-9)]).slice(1)}M(r,!1),C(),o.dataset.state="ready"}function qn(t){return Float64Array.from({length:t.length/3},(e,o)=>(t[3*o]+t[3*o+1]+t[3*o+2])/Math.
sqrt(3))}function Ks(t){return String(t).replace("-","⁻").replace(/\d/g,e=>"⁰¹²³⁴⁵⁶⁷⁸⁹"[e])}function Xs(t){return Array.from({length:t},(e,o)=>o)}function jt({caption:t,name:e,head:o}){let n=x("tbody"),s=i=>x("th",{scope:"col"},i),r=x("table",{class:"ff-bars"},x("caption",{},t),x("thead",{},x("tr",{},s(e),
x("td"),...o.map(s))),n),a=i=>`${(100*Math.min(Math.max(i,0),1)).toFixed(1)}%`;return{element:r,update(i){n.replaceChildren(...i.map(({name:l,share:f,mark:c,cells:u})=>x(
"tr",{},x("th",{scope:"row"},l),x("td",{class:"ff-bar","aria-hidden":"true"},x("div",{},x("i",{style:`width:${a(f)}`}),x("b",{style:`left:${a(c)}`}))),...u.map(
d=>x("td",{},d)))))}}}function ot(t,e,o){let[n,s]=[t.logSNR(1),t.logSNR(0)];return Array.from({length:e+1},(r,a)=>o==="time"?t.logSNR(1-a/e):n+(s-n)*a/e)}var st=(t,e,o,n)=>e.map((s,r)=>t*
s+o*n[r]);function Ut(t,e,o){let n=he(o);return{image:st(1/n.signal,t,-n.noise/n.signal,e),noise:e}}function Yn(t,e,o){let n=he(o);return{image:e,noise:st(1/n.noise,
t,-n.signal/n.noise,e)}}function Ht({image:t,noise:e},o){let n=he(o);return st(n.signal,t,n.noise,e)}function*nt(t,e,o){return Ut(t,yield{noisy:t,level:e,image:o},
e)}function*pt(t,e,o){let n=null;for(let s=0;s<o.length-1;s+=1){let r=yield*t(e,s,n);({image:n}=r),e=Ht(r,o[s+1])}return{noisy:e,image:n}}function Gt(t,e){return pt(
(o,n,s)=>nt(o,e[n],s),t,e)}function Vs(t,e){return pt(function*(n,s,r){let a=yield*nt(n,e[s],r);if(s===e.length-2)return a;let i=yield*nt(Ht(a,e[s+1]),e[s+1],a.
image);return Ut(n,st(.5,a.noise,.5,i.noise),e[s])},t,e)}function Kn(t,e){let o=null;return pt(function*(s,r,a){let[i,l]=[yield*nt(s,e[r],a),o];if(o=i.image,!l)
return i;let f=(e[r+1]-e[r])/(2*(e[r]-e[r-1]));return Yn(s,st(1+f,o,-f,l),e[r])},t,e)}function Wt(t,e,{order:o,quantity:n,corrected:s=!1}){let r=n==="noise"?Ut:
Yn,a=[],i=t;return pt(function*(f,c,u){let d=yield*nt(f,e[c],u);if(a.unshift(d[n]),a.length=Math.min(a.length,s?o+1:o),s&&c>0){let h=Hn(e,c-1,Wn(c,c-o),n);f=Ht(
r(i,Un(h,a),e[c-1]),e[c])}i=f;let m=Hn(e,c,Wn(c,c-o+1),n);return r(f,Un(m,a),e[c])},t,e)}function Wn(t,e){return Array.from({length:t-Math.max(e,0)+1},(o,n)=>t-
n)}function Un(t,e){return e[0].map((o,n)=>t.reduce((s,r,a)=>s+r*e[a][n],0))}function Hn(t,e,o,n){let s=t[e+1]-t[e],r=Gn.map(({point:l})=>t[e]+s*(l+1)/2),a=r.map(
(l,f)=>Gn[f].weight*Math.exp((n==="noise"?-l:l)/2)),i=a.reduce((l,f)=>l+f);return o.map(l=>r.reduce((f,c,u)=>f+a[u]/i*o.reduce((d,m)=>m===l?d:d*((c-t[m])/(t[l]-
t[m])),1),0))}var Gn=Array.from({length:16},(t,e)=>{let n=Math.cos(Math.PI*(e+.75)/16.5),s=0;for(let r=0;r<8;r+=1){let[a,i]=[1,n];for(let l=2;l<=16;l+=1)[a,i]=[
i,((2*l-1)*n*i-(l-1)*a)/l];s=16*(n*i-a)/(n**2-1),n-=i/s}return{point:n,weight:2/((1-n**2)*s**2)}}),tt=t=>t,Yt={ddim:{run:Gt,steps:tt},heun:{run:Vs,steps:t=>Math.
floor((t+1)/2)},dpm_solver_pp:{run:Kn,steps:tt},images:{steps:tt,run:(t,e)=>Wt(t,e,{order:2,quantity:"image"})},noises:{steps:tt,run:(t,e)=>Wt(t,e,{order:3,quantity:"\
noise"})},corrected:{steps:tt,run:(t,e)=>Wt(t,e,{order:3,quantity:"noise",corrected:!0})}};function Xn(t,e,o){return Kn(t,ot(e,o,"log_snr"))}var rt=60,Ze=7,Qe=[-11,10],gt=rt/(Ze-1),wt=.02;function yt(t){let e=t.length-1,o=s=>{let r=Math.min(Math.floor(s*e),e-1);return t[r]+(t[r+1]-t[r])*(s*e-r)};return{
logSNR:o,time:s=>{let r=t.findIndex(l=>l<=s);if(r===0)return 0;if(r<0)return 1;let[a,i]=[t[r-1],t[r]];return(r-1+(a-s)/(a-i))/e},rates:s=>he(o(s))}}function bt(t,e=rt){
return Array.from({length:e+1},(o,n)=>Math.min(Math.max(t(n/e),Qe[0]),Qe[1]))}function Vn(t,e,o,n){return Math.min(Math.max(t,Qe[0]+(o-1-e)*n),Qe[1]-e*n)}function Jn(t,e,o){
let n=!1,s=(r,a)=>t[r]-t[a]<o-1e-9;for(let r=e-1;r>=0&&s(r,r+1);r-=1)t[r]=t[r+1]+o,n=!0;for(let r=e+1;r<t.length&&s(r-1,r);r+=1)t[r]=t[r-1]-o,n=!0;return n}function Zn(t,e,o){
let n=[...t],[s,r]=[e,o].map(([l])=>Math.round(l*rt)),a=Math.sign(r-s)||1,i=!1;for(let l=s;a*(r-l)>=0;l+=a){let f=r===s?1:(l-s)/(r-s);n[l]=Vn(e[1]+f*(o[1]-e[1]),
l,n.length,wt),i=Jn(n,l,wt)||i}return{levels:n,levelled:i}}var xt=t=>t.filter((e,o)=>o%gt===0);function Kt(t,e,o){let n=xt(t),s=[...n];s[e]=Vn(o,e,Ze,gt*wt);let r=Jn(
s,e,gt*wt);return{levels:t.map((i,l)=>{let f=Math.min(Math.floor(l/gt),Ze-2),c=(i-n[f+1])/(n[f]-n[f+1]);return s[f+1]+c*(s[f]-s[f+1])}),levelled:r}}function Xt(t,e){
let o=e.map(t.time);return o.slice(1).map((n,s)=>n-o[s])}function Vt({power:t,sizes:e},o,n=1200){let s=e.reduce((l,f)=>l+f,0),[r,a]=[0,0];for(let l=0;l<n;l+=1){
let f=Math.exp(o((l+.5)/n)),c=0;for(let u=0;u<t.length;u+=1)c+=e[u]*t[u]/(1+f*t[u]);a+=Math.sqrt(c/s)/n,r+=Math.sqrt(f*c/s)/n}let i=Math.sqrt(2/Math.PI);return{
noise:i*r,image:i*a}}function vt(t,e,[o,n]){return ot(t,e,"time").map(s=>Math.min(Math.max(s,o),n))}async function Qn(t,e,o,n=()=>!0){let s=Gt(e,t),r=s.next();for(let a=0;!r.
done;a+=1)if(r=s.next(await o(r.value.noisy,he(r.value.level))),n(r.value.image,a)===!1)return null;return r.value.image}function zn(t){let{signal:e}=t.rates(1),
o=Array.from({length:1001},(s,r)=>r/1e3).find(s=>t.logSNR(s)<0);return`${o===void 0?"The picture always outweighs the noise":o===0?"Noise outweighs the picture \
from the start":`Noise outweighs the picture from t = ${o.toFixed(2)}`}; at t = 1 a signal rate of ${e.toFixed(3)} is left.`}function eo(t,e){let o=(n,s)=>Math.
abs(s-1)<.005?`the loss on the ${n} as under cosine`:`the loss on the ${n} ${s<1?"falls":"rises"} to ${s.toFixed(2)} of cosine's`;return` Predicted: ${o("noise",
t)}, ${o("image",e)}.`}var to=`(()=>{var s=null,i=null,u=null,a="",c="";async function g({runtime:n,module:e,binary:t,network:r,processor:o}){return s=await import(\`\${n}\${e}\`),s.env.w\
asm.wasmPaths=
n,s.env.wasm.wasmBinary=t,s.env.wasm.numThreads=self.crossOriginIsolated?2:1,u=new Uint8Array(r),await f(o).catch(m),{processor:a,reason:c}}async function f(n){\

a=n,i=await s.InferenceSession.create(u,{executionProviders:[n]})}function m(n){if(a!=="webgpu")throw n;return c=String(n?.message??n),f("wasm")}async function \
p(n){
let e=performance.now();return{prediction:await w(n).catch(async r=>(await m(r),w(n))),seconds:(performance.now()-e)/1e3,processor:a,reason:c}}async function w(\
{
noisy:n,size:e,variance:t,label:r}){let o={noisy:new s.Tensor("float32",n,[1,n.length/e**2,e,e]),noise_variance:new s.Tensor("float32",Float32Array.of(t),[1])};\

i.inputNames.includes("label")&&(o.label=new s.Tensor("int64",BigInt64Array.of(BigInt(r)),[1]));let{prediction:l}=await i.run(o);if(!l.data.every(Number.isFinit\
e))
throw new Error("it gives no numbers");return l.data}self.onmessage=async({data:n})=>{try{let e=await{load:g,predict:p}[n.task](n);self.postMessage({id:n.id,ans\
wer:e})}catch(e){
self.postMessage({id:n.id,error:String(e?.message??e)})}};})();
`;function Ee(t){return Array.from({length:t+1},(e,o)=>1-o/t)}function ze(t,e){return t+Math.imul(e+1,2654435769)>>>0}function Zt(t,e,o){let n=Math.sqrt(Math.max(
0,1-(t.signal/e.signal)**2)),s=o*(e.noise/t.noise)*n;return{kept:Math.sqrt(Math.max(0,e.noise**2-s**2)),fresh:s}}var Jt={noise:t=>t,image:(t,e,{signal:o,noise:n})=>e.
map((s,r)=>(s-o*t[r])/n),velocity:(t,e,{signal:o,noise:n})=>e.map((s,r)=>n*s+o*t[r]),flow:(t,e,{signal:o,noise:n})=>e.map((s,r)=>(s+o*t[r])/(o+n))},ni=Object.keys(
Jt);function Mt(t){if(!Object.hasOwn(Jt,t))throw new Error(`no page knows the target "${t}"`);return Jt[t]}function kt(t,e,o,n,s=0,r=null){let{kept:a,fresh:i}=Zt(
o,n,s),l=new Float32Array(t.length),f=new Float32Array(t.length);for(let c=0;c<t.length;c+=1)l[c]=(t[c]-o.noise*e[c])/o.signal,f[c]=n.signal*l[c]+a*e[c]+(r?i*r[c]:
0);return{image:l,noisy:f}}function no(t,e,o){return e.map((n,s)=>t[s]+o*(n-t[s]))}function pe(t,e,o){let n=t.length/3,s=new Uint8ClampedArray(t.length);for(let r=0;r<
3;r+=1)for(let a=0;a<n;a+=1)s[3*a+r]=255*(t[r*n+a]*o[r]+e[r]);return s}function oo(t,e,o){let n=t.length/3;return Float32Array.from(t,(s,r)=>{let[a,i]=[Math.floor(
r/n),r%n];return(t[3*i+a]/255-e[a])/o[a]})}async function so(t,{progress:e=()=>{},signal:o,anew:n}){let s=await fetch(t,{signal:o,cache:n?"reload":"default"});if(!s.ok)throw new Error(`${t} answers ${s.status}`);
let r=s.body.getReader(),a=[],i=0;for(;;){let{done:l,value:f}=await r.read();if(l)break;a.push(f),i+=f.length,e(i)}return new Blob(a).arrayBuffer()}var Zs="nois\
e-to-flowers";async function ro(t){try{return await caches.match(t)}catch{return}}async function Qs(t,e){try{let o=await caches.open(Zs),n=s=>s.split("?")[0];for(let{
url:s}of await o.keys())n(s)===n(t)&&await o.delete(s);await o.put(t,e)}catch{}}function zs(t,e){if(t.byteLength!==e)throw new Error(`what came is not the netwo\
rk: ${t.byteLength} bytes instead of ${e}`)}function er(t){if(new TextDecoder("latin1").decode(t.slice(0,4))!=="\0asm")throw new Error("what came is not the run\
time")}function ao(t,e,o){return t===void 0?o:new URL(t,e).href}function tr(t){let e=new Map,o=0,n=r=>{for(let{reject:a}of e.values())a(new Error(r));e.clear()};
t.onerror=r=>{r.preventDefault(),n(r.message||"the worker could not start")},t.onmessage=({data:{id:r,answer:a,error:i}})=>{let{resolve:l,reject:f}=e.get(r)??{};
e.delete(r),i?f?.(new Error(i)):l?.(a)};let s=(r,a,i=[])=>new Promise((l,f)=>{o+=1,e.set(o,{resolve:l,reject:f}),t.postMessage({id:o,task:r,...a},i)});return{load:r=>s(
"load",r,[r.binary]),predict:r=>s("predict",r),end(){t.terminate(),n("it was put away")}}}var Qt=new Map;function io(t,e,o){let n=new URL(t.model,e).href;return Qt.
has(n)||Qt.set(n,nr(t,n,e,o)),Qt.get(n)}function nr(t,e,o,n){let s=new URL(t.runtime,o).href,r=Fe(t.schedule.kind,t.schedule.options),a=Mt(t.target),i=new Set,l=new Set,
f=Object.keys(t.runtimes)[0],c=null,u=null,d=null,m=!1,h=Promise.resolve(),v=new Set,g=b=>`${s}${t.runtimes[b].binary}?${t.runtimes[b].bytes}`,w=()=>{for(let b of i)
b()},p=(b,A)=>{for(let y of l)y(b,A)};function S(){return c?0:(v.has(g(f))?0:t.runtimes[f].bytes)+(d||v.has(e)?0:t.model_bytes)}async function M(){for(let b of[
e,...Object.keys(t.runtimes).map(g)])await ro(b)&&v.add(b);v.size&&w()}async function C(){let{module:b,binary:A}=t.runtimes[f],y=S(),$=[0,0],T=new AbortController,
L=I=>k=>{T.signal.aborted||($[I]=k,p($[0]+$[1],y))},B=[],O=async(I,k)=>{let F=m?void 0:await ro(k);if(F)return F.arrayBuffer();let P=await so(k,{progress:L(I),signal:T.
signal,anew:m});return B.push([k,new Response(P)]),P},E=null;try{let[I,k]=await Promise.all([O(0,g(f)),d??O(1,e),...(m?[b,A.replace(/wasm$/,"mjs")]:[]).map(F=>so(
`${s}${F}`,{signal:T.signal,anew:m}))]);er(I),zs(k,t.model_bytes),p(y,y),E=tr(n()),await E.load({runtime:s,module:b,binary:I,network:k,processor:f}),c=E,d=k,m=!1;
for(let F of B)Qs(...F)}catch(I){throw T.abort(),E?.end(),m=!0,I}}return M(),{schedule:r,size:t.size,none:t.classes,get ready(){return c!==null},get loading(){return u!==
null},get processor(){return f},toFetch:S,onChange(b){i.add(b)},choose(b){f=b,c?.end(),c=null,w()},open(b=()=>{}){return c?Promise.resolve():(l.add(b),u||(u=C().
finally(()=>{u=null,l.clear(),w()}),w()),u)},predict(b,A,y=t.classes){let $=h.then(async()=>{if(!c)throw new Error("it was put away");let T=await c.predict({noisy:b,
size:t.size,variance:A.noise**2,label:y});return{noise:a(T.prediction,b,A),output:T.prediction,seconds:T.seconds,processor:T.processor,where:T.reason?`on the pr\
ocessor: the graphics card could not be used (${T.reason})`:`on your ${t.runtimes[T.processor].name}`}});return h=$.catch(()=>{}),$}}}var at=t=>(t/1e6).toFixed(1);function Ce(t){let e=ao(document.documentElement.dataset.content_root,location.href,t.site);return io(t,e,or)}function or(){let t=URL.
createObjectURL(new Blob([to],{type:"text/javascript"}));return new Worker(t,{type:"module"})}async function sr(){try{return!!await navigator.gpu?.requestAdapter()}catch{
return!1}}function rr(){return location.protocol==="file:"?"Opened from a folder, this page may not load the network: browsers forbid it. Serve the folder (pyth\
on -m http.server) or read the book on its site. What you see is recorded.":typeof WebAssembly!="object"||typeof Worker!="function"?"This browser has no WebAsse\
mbly, in which the network runs. What you see is recorded.":""}function Ne(t,e,o,n,s){let{label:r,again:a=r,opening:i,onReady:l,onLost:f=()=>{}}=s,c=rr(),u=b=>{
t.dataset.state=b},d=te({label:"Runs on",value:e.processor,onChange:e.choose,options:Object.entries(o.runtimes).map(([b,{name:A,bytes:y}])=>[b,`${A} (${at(y)} M\
B)`])});d.element.hidden=!0;let m=ne({label:r,onClick:M}),h=x("progress",{max:1,value:0,"aria-label":"Download",hidden:!0}),v=e.processor,g=!1,w=!1,p=null;function S(){
let b=e.toFetch();v!==e.processor||g&&!e.ready?(w=!1,f(),n.say(`Press the button to fetch the runtime for the ${o.runtimes[e.processor].name}.`),u("asleep")):b!==
p&&t.dataset.state==="asleep"&&C(),[v,g,p]=[e.processor,e.ready,b],m.textContent=w?a:`${r} (${b?`downloads ${at(b)} MB`:"nothing to download"})`,d.input.value=e.
processor,d.input.disabled=e.loading}async function M(){if(!e.ready){let b=e.processor;m.disabled=!0,h.hidden=!1,u("loading");try{await e.open((A,y)=>{h.max=y,h.
value=A,n.say(A===y?"Starting the network":`Downloading: ${at(A)} of ${at(y)} MB`)})}catch(A){b==="webgpu"&&e.choose("wasm"),n.say(`The network could not be loa\
ded (${A.message}). ${b==="webgpu"?"Press the button to run it on the processor instead.":`Press the button to try again; the chapter does the same in Python, a\
nd the figure runs on ${o.site}`}`),u("failed");return}finally{h.hidden=!0,m.disabled=!1}}w=!0,S(),l()}function C(){let b=document.documentElement.dataset.content_root===
void 0;n.say(`${i} ${e.toFetch()===0?"The network is here: press the button.":`The network (${at(o.model_bytes)} MB) and the runtime are fetched ${b?`from ${o.site}\
 `:""}when you press the button.`}`)}return u(c?"impossible":"asleep"),m.disabled=c!=="",e.onChange(S),S(),c&&n.say(c),c||sr().then(b=>{d.element.hidden=!b,t.dataset.
graphics=b?"yes":"no"}),{action:m,bar:h,processor:d,problem:c}}async function ae(t){let e=new Image;e.src=t,await e.decode();let o=document.createElement("canvas");o.width=e.naturalWidth,o.height=e.naturalHeight;let n=o.getContext(
"2d",{willReadFrequently:!0});return n.drawImage(e,0,0),n.getImageData(0,0,o.width,o.height)}function ue(t){return decodeURIComponent(t.querySelector(".ff-still\
 img").getAttribute("src")).match(/ href='([^']*)'/)[1]}function le(t,e,o,n,s){let r=new Uint8ClampedArray(3*n*s);for(let a=0;a<s;a+=1)for(let i=0;i<n;i+=1){let l=4*
((o+a)*t.width+e+i);r.set(t.data.subarray(l,l+3),3*(a*n+i))}return r}function De(t,e,o,n,s){let r=new Uint8ClampedArray(3*n*s);for(let a=0;a<3;a+=1){let i=o+a*t.
height/3;for(let l=0;l<s;l+=1)for(let f=0;f<n;f+=1)r[3*(l*n+f)+a]=t.data[4*((i+l)*t.width+e+f)]}return r}var qe=10,lo=[10,2,0,-2,-4,-6,-11],ar=["above 2","2 to 0","0 to −2","−2 to −4","−4 to −6","below −6"],ir=[["cosine","Cosine"],["linear","Linear β"],
["log_snr","Straight log-SNR"],["rectified_flow","Rectified flow"],["high","Mostly high noise"],["low","Mostly low noise"]],zt="This schedule",lr=["drawn","What\
 I drew"],cr=.2,ur=500,en=(t,e=1)=>t.toFixed(e).replace("-","−"),co=t=>`${Math.round(100*t)} %`,uo=Array.from({length:101},(t,e)=>e/100);function fo(t,e,o){let n=M=>e.
examples[M]?bt(yt(e.examples[M]).logSNR):bt(Fe(M).logSNR),s=yt(bt(Fe("cosine").logSNR,1e3)),r=Xt(s,lo),a=n(e.kind),i=e.kind,l=a,f=!1,c=null,u=te({label:"Start f\
rom",value:i,options:[...ir,lr],onChange(M){i=M,a=M==="drawn"?l:n(M),f=!1,S()}}),d=M=>{({levels:a,levelled:f}=M),l=a,i=u.input.value="drawn",S()},m=we({label:"L\
og-SNR over time, with seven handles",title:"Log-SNR: draw it, or move the rings",x:[0,1],y:Qe,height:260,xLabel:"time t",yTicks:[-10,-5,0,5,10],onHandle:(M,C,b)=>d(
Kt(a,Number(M),b)),onStep:(M,C)=>d(Kt(a,Number(M),xt(a)[M]+cr*C)),onDraw(M,C){d(Zn(a,C?M:c,M)),c=M}}),h=we({label:"Signal rate and noise rate over time",title:"\
Signal and noise rate",x:[0,1],y:[0,1],height:260,xLabel:"time t",yTicks:[0,.5,1]}),v=jt({caption:"How the time is spent",name:"log-SNR",head:["this","cosine"]}),
g=J(),w=e.network?dr(e,o,s):fr(e);t.append(V(u),x("div",{class:"ff-columns ff-two"},x("div",{},m.element,be([["leaf","this schedule"],["muted","cosine",!0]])),x(
"div",{},h.element,be([["signal","signal rate"],["noise","noise rate"]]))),g.element,x("div",{class:"ff-columns ff-two ff-gap"},v.element,...w.beside),...w.under);
let p=uo.map(M=>[M,s.logSNR(M)]);function S(){let M=yt(a),C=w.stops(M);m.update({lines:[{points:p,colour:"muted",dash:!0,width:1.5},{points:a.map((y,$)=>[$/rt,y]),
colour:"leaf",width:2.5}],marks:[...C.map(([y,$])=>({x:y,y:$,colour:"petal"})),...xt(a).map((y,$)=>({x:$/(Ze-1),y,colour:"leaf",handle:String($),label:`Log-SNR \
at t = ${($/(Ze-1)).toFixed(2)}`,says:en(y)}))]});let b=uo.map(y=>[y,M.rates(y)]);h.update({lines:["signal","noise"].map(y=>({points:b.map(([$,T])=>[$,T[y]]),colour:y,
width:2.5}))});let A=Xt(M,lo);v.update(ar.map((y,$)=>({name:y,share:A[$],mark:r[$],cells:[co(A[$]),co(r[$])]}))),g.say(`${f?"A log-SNR may only fall: where your\
s would have risen, it was levelled. ":""}${zn(M)}${w.show(M,i)}`)}S()}function fr({size:t,seed:e,pixels:o}){let n=Je(ce(o)),s=Q(e,n.image.length),r=Array.from(
{length:qe},(i,l)=>l/(qe-1)),a=r.map(i=>Z({label:`Flower at t = ${i.toFixed(2)}`,title:i.toFixed(2),width:t,height:t}));return{beside:[],under:[x("div",{class:"\
ff-strip"},...a.map(i=>i.element))],stops:i=>r.map(l=>[l,i.logSNR(l)]),show(i){return r.forEach((l,f)=>{let{signal:c,noise:u}=i.rates(l);a[f].draw(Ke(n,s,c,u)),
a[f].describe(`Flower at t = ${l.toFixed(2)}, signal rate ${c.toFixed(2)}`)}),""}}}function dr({network:t,recorded:e,spectrum:o},n,s){let{size:r,mean:a,std:i}=t,
l=Ce(t),f=[1,0].map(E=>l.schedule.logSNR(E)),c=Vt(o,s.logSNR),u=jt({caption:"Predicted loss",name:"on the",head:["this","cosine","ratio"]}),d=(E,I)=>Z({title:E,
label:I,width:r,height:r}),m={cosine:d("Cosine","A flower grown under the cosine schedule"),mine:d(zt,"A flower grown under this schedule")},h=J(),v=ne({label:"\
Another seed",onClick:()=>{p+=1,m.cosine.draw(w),L(0)}});v.disabled=!0,l.onChange(()=>{v.disabled=!l.ready});let g=Ne(n,l,t,h,{label:"Grow it here",again:"Grow \
it again",opening:`Recorded: ${e.name}, seed ${e.seed}, ten steps.`,onReady:()=>L(0),onLost:()=>{b+=1}}),w=pe(new Float32Array(3*r*r),a,i),{seed:p}=e,S=null,M=[],
C="",b=0,A=null;ae(ue(n)).then(E=>{S=E,m.cosine.draw(y("cosine")),$(),n.dataset.recorded="shown"});function y(E){return le(S,r*e.kinds.indexOf(E),0,r,r)}function $(){
if(l.ready||!S)return;let E=e.kinds.includes(C);m.mine.draw(E?y(C):w),m.mine.heading.textContent=E?zt:"Not grown yet",m.mine.describe(E?"A flower grown under th\
is schedule":"Not grown yet")}let T=Be(()=>{l.ready&&B()});function L(E=ur){b+=1,l.ready&&T(E)}async function B(){let E=b+=1,I=Q(p,3*r*r),k=(F,P)=>Qn(P,I,async(U,H)=>(await l.
predict(U,H,e.label)).noise,(U,H)=>E!==b?!1:(m[F].draw(pe(U,a,i)),h.say(`Step ${H+1} of ${qe}, seed ${p}.${O}`),!0));m.mine.heading.textContent=zt,n.dataset.state=
"growing";try{if(await k("mine",M)===null)return;if(A!==p){if(await k("cosine",vt(s,qe,f))===null)return;A=p}}catch(F){if(E!==b)return;h.say(`The network stoppe\
d: ${F.message}`),n.dataset.state="failed";return}m.mine.describe("A flower grown under this schedule"),h.say(`Both grown from the noise of seed ${p}, in ten st\
eps each.${O}`),n.dataset.state="done"}let O="";return{beside:[u.element],under:[x("div",{class:"ff-columns ff-pair ff-grow ff-gap"},m.cosine.element,m.mine.element),
h.element,x("div",{class:"ff-controls ff-gap"},g.processor.element,g.action,v,g.bar)],stops:E=>vt(E,qe,f).map((I,k)=>[1-k/qe,I]),show(E,I){C=I,M=vt(E,qe,f),O=M.
some((P,U)=>Math.abs(P-E.logSNR(1-U/qe))>.05)?` The network knows log-SNRs from ${en(f[1])} to ${en(f[0])} only: steps beyond are taken at the nearest of these.`:
"";let F=Vt(o,E.logSNR);return u.update(["noise","image"].map(P=>({name:P,share:F[P],mark:c[P],cells:[F[P].toFixed(3),c[P].toFixed(3),(F[P]/c[P]).toFixed(2)]}))),
$(),L(),eo(F.noise/c.noise,F.image/c.image)+O}}}var $t=[[125,47,6],[234,103,29],[243,189,152],[236,234,230],[165,210,251],[35,149,252],[10,74,138]];function mr(t){let e=(Math.min(Math.max(t,-1),1)+1)/2*($t.length-
1),o=Math.min(Math.floor(e),$t.length-2);return[0,1,2].map(n=>{let[s,r]=[$t[o][n],$t[o+1][n]];return s+(r-s)*(e-o)})}function it(t){let e=new Uint8ClampedArray(
3*t.length);return t.forEach((o,n)=>e.set(mr(o),3*n)),e}function St(t,e,o){let[n,s]=[Math.log10(e),Math.log10(o)],r=t/2;return Array.from({length:r},(a,i)=>10**(r===1?n:n+(s-n)*i/(r-1)))}function tn(t,e){let o=e.map(
n=>Math.fround(Math.fround(t)*Math.fround(2*Math.PI*n)));return Float64Array.from([...o.map(Math.sin),...o.map(Math.cos)])}function nn(t,e){return e.reduce((n,s)=>n+
Math.cos(2*Math.PI*s*t),0)/e.length}var Xe=400,on=1e-4;function ho(t,e){let o=null,n=(M,C)=>Y({label:M,min:0,max:1,step:.001,value:C,format:b=>b.toFixed(3),onInput:S}),s=n("Noise variance a",e.a),
r=n("Noise variance b",e.b),a=(M,C,b,A)=>Y({label:M,min:C,max:b,step:.1,value:Math.log10(A),format:y=>`${Number((10**y).toPrecision(2))}`,onInput:p}),i=a("Lowes\
t frequency",-1,1,e.min_frequency),l=a("Highest frequency",1,3,e.max_frequency),f=te({label:"Length",value:String(e.dim),onChange:p,options:[8,16,32,64].map(M=>[
String(M),String(M)])}),c=x("div",{class:"ff-map"}),u=["a","b"].map(M=>x("i",{class:"ff-cursor"},x("b",{},M))),d=x("div",{class:"ff-vectors"}),m=we({label:"Simi\
larity against the distance between two noise levels",title:"Similarity at every distance",x:[Math.log10(on),0],y:[-.5,1],xLabel:"distance between a and b",height:180,
xTicks:[-4,-3,-2,-1,0],formatX:M=>String(Number((10**M).toPrecision(1))),yTicks:[-.5,0,.5,1]}),h=J();t.append(V(s,r),V(i,l,f),x("span",{class:"ff-title"},"The v\
ector of every noise variance from 0 to 1"),c,x("div",{class:"ff-columns ff-two ff-gap"},d,m.element),h.element),c.addEventListener("pointerdown",M=>{c.setPointerCapture(
M.pointerId);let C=v(M);c.moved=Math.abs(C-s.value)<=Math.abs(C-r.value)?s:r,c.moved.value=C}),c.addEventListener("pointermove",M=>{c.hasPointerCapture(M.pointerId)&&
(c.moved.value=v(M))});function v(M){let C=c.getBoundingClientRect();return Math.min(Math.max((M.clientX-C.left)/C.width,0),1)}let g=[],w=[];function p(){let M=Number(
f.value);g=St(M,10**i.value,10**l.value),o=Z({label:`Embeddings of length ${M}: each column is the vector of one noise variance`,width:Xe,height:M}),o.draw(it(hr(
g))),c.replaceChildren(o.element,...u),w=[["vector of a","a"],["vector of b","b"],["a times b, cell by cell",""]].map(([C])=>Z({label:C,title:C,width:M,height:1})),
d.replaceChildren(...w.map(C=>C.element),x("div",{class:"ff-note"},`Left half sines, right half cosines, each from slow to fast. The sum of the last row, divide\
d by ${M/2}, is the similarity.`)),S()}function S(){let[M,C]=[tn(s.value,g),tn(r.value,g)],b=M.map((L,B)=>L*C[B]);[M,C,b].forEach((L,B)=>w[B].draw(it(L))),u[0].
style.left=`${100*s.value}%`,u[1].style.left=`${100*r.value}%`,u[0].classList.toggle("ff-left",s.value<=r.value),u[1].classList.toggle("ff-left",s.value>r.value);
let A=Math.abs(s.value-r.value),y=nn(A,g),$=400,T=Array.from({length:$+1},(L,B)=>{let O=Math.log10(on)*(1-B/$);return[O,nn(10**O,g)]});m.update({lines:[{points:T,
colour:"leaf"}],marks:[{x:Math.log10(Math.max(A,on)),y,colour:"petal"}]}),h.say(`Distance ${A.toFixed(3)}, similarity ${y.toFixed(2).replace("-","−")}. From a\
 to b the slowest wave turns ${mo(g[0]*A)}, the fastest ${mo(g[g.length-1]*A)}.`)}p()}function mo(t){return t===1?"once":`${Number(t.toPrecision(2))} times`}function hr(t){
let e=new Float64Array(2*t.length*Xe);return t.forEach((o,n)=>{let s=Math.PI*o/Xe,r=Math.sin(s)/s;for(let a=0;a<Xe;a+=1){let i=2*Math.PI*o*(a+.5)/Xe;e[n*Xe+a]=r*
Math.sin(i),e[(n+t.length)*Xe+a]=r*Math.cos(i)}}),e}var pr={ArrowRight:()=>1,ArrowLeft:()=>-1,ArrowDown:t=>t,ArrowUp:t=>-t};function po(t,e,o){let{size:n,columns:s,names:r,chapter:a}=e,i=document.querySelector(".\
ff-figure.ff-grow")?"":a,l=J(),f=Z({label:"",width:n,height:n}),c=null,u=g=>le(c,g%s*n,Math.floor(g/s)*n,n,n),d=r.map(g=>Z({label:"",width:n,height:n})),m=d.map(
(g,w)=>{g.canvas.setAttribute("aria-hidden","true");let p=x("a",{href:`${i}#flower=${w}&seed=${w}`,"aria-label":`${r[w]}: grow it`,tabindex:w===0?"0":"-1",...i?
{target:"_blank",rel:"noopener"}:{}},g.canvas);return p.addEventListener("pointerenter",()=>v(w)),p.addEventListener("focus",()=>v(w)),p}),h=x("div",{class:"ff-\
every",role:"group","aria-label":`${r.length} flowers: arrow keys move from one to the next`},...m);h.addEventListener("keydown",g=>{let w=m.indexOf(g.target),p=getComputedStyle(
h).gridTemplateColumns.split(" ").length,S=w+(pr[g.key]?.(p)??NaN);S in m&&(g.preventDefault(),m[w].tabIndex=-1,m[S].tabIndex=0,m[S].focus())}),t.append(h,x("di\
v",{class:"ff-every-one"},f.element,l.element));function v(g){c&&(f.draw(u(g)),f.describe(r[g]),l.say(`${r[g]}, seed ${g}. Press it to grow it yourself.`))}ae(ue(
o)).then(g=>{c=g,d.forEach((w,p)=>w.draw(u(p))),v(0),o.dataset.state="ready"})}function sn(t,e){return t.findIndex(o=>o>=e)}function go(t,e,o){let n=t.length/3;return Float32Array.from(t,(s,r)=>{let a=Math.floor(r/n);return(s/255-e[a])/o[a]})}function yo(t,e,o){let{size:n,mean:s,std:r,truths:a,told:i,errors:l}=e,f=Ce(e),c=oo(ce(e.photograph),s,r),u=k=>pe(k,s,r),d=null,m=e.seed,h=0,v=!1,g=(k,F)=>Y({label:F,
min:-k[0],max:-k.at(-1),step:k[0]-k[1],value:-e.truth,format:P=>At(-P),onInput:T}),w=g(a,"Log-SNR of the picture"),p=g(i,"Log-SNR that we claim"),S=(k,F)=>Z({title:k,
label:F,width:n,height:n}),M=S("It sees","The noisy photograph"),C=S("It answers","What the network answers"),b=S("When honest","What it answers when it is told\
 the truth"),A=J(),y=ne({label:"Another noise",onClick:()=>{m+=1,T()}}),$=Ne(o,f,e,A,{label:"Ask the network",opening:`${rn(0,l[a.indexOf(e.truth)][i.indexOf(e.
truth)])} These answers are recorded.`,onReady:T,onLost:T});t.append(V(w,p),x("div",{class:"ff-triple ff-lie"},M.element,C.element,b.element),A.element,x("div",
{class:"ff-controls ff-gap"},$.action,y,$.processor.element,$.bar));function T(){let k=f.ready;wo(w,k?.05:a[0]-a[1]),wo(p,k?.05:i[0]-i[1]),y.disabled=!k,h+=1,k?
B():L()}function L(){if(!d)return;m=e.seed;let[k,F]=[a.indexOf(-w.value),i.indexOf(-p.value)],P=i.indexOf(a[k]),U=H=>le(d.guess,H*n,k*n,n,n);M.draw(De(d.noisy,0,
k*n,n,n)),E(U(F),i[F]),b.draw(U(P)),!(h===1&&!$.problem)&&A.say(`${rn(i[F]-a[k],l[k][F],l[k][P])} ${$.problem}`.trim())}async function B(){if(M.draw(u(O())),!v){
v=!0;try{for(let k=0;k!==h&&f.ready;)k=await I(h)}catch(k){f.ready&&A.say(`The network stopped: ${k.message}`)}v=!1}}function O(){let{signal:k,noise:F}=he(-w.value),
P=Q(m,c.length);return c.map((U,H)=>k*U+F*P[H])}function E(k,F){C.draw(k),C.describe(`What the network answers when it is told ${At(F)}`)}async function I(k){let[
F,P,U,H]=[-w.value,-p.value,O(),m],_=he(F),N=async X=>{let{noise:de}=await f.predict(U,he(X));return U.map((j,z)=>(j-_.noise*de[z])/_.signal)},D=[await N(P),await N(
F)];if(k!==h)return k;E(u(D[0]),P),b.draw(u(D[1]));let[q,K]=D.map(X=>ht(X,c));return A.say(`${rn(P-F,q,K)} Noise ${H}, answered in this page.`),o.dataset.state=
"done",k}ae(e.noisy).then(async k=>{d={noisy:k,guess:await ae(ue(o))},o.dataset.state="ready",T()})}function wo(t,e){Number(t.input.step)!==e&&(t.input.step=e,t.
limits(t.input.min,t.input.max,t.input.value))}function rn(t,e,o){let n=`The picture is off by ${e.toFixed(2)} a pixel`;return t===0?`The truth. ${n}.`:`${t>0?"\
It believes in too little noise":"It believes in too much noise"}. ${n}, where the truth gives ${o.toFixed(2)}.`}function At(t){return(t>0?`+${t}`:String(t)).replace(
"-","−")}function Te({label:t,reach:e,draw:o,onPress:n=null}){let s=x("canvas",{role:"img","aria-label":t,class:n?"ff-plane":"ff-plane ff-plain"}),r=s.getContext("2d"),a=0,
i=(u,d)=>[(u+e)/(2*e)*a,(e-d)/(2*e)*a],l={place:i,get context(){return r},get width(){return a},ring(u,d,m,h,v){r.beginPath(),r.arc(...i(u,d),m,0,2*Math.PI),r.lineWidth=
3,r.strokeStyle=h,r.fillStyle=v,r.fill(),r.stroke()},dots(u,d,m=2.4,h=1){r.globalAlpha=h,r.fillStyle=d;for(let v=0;v<u.length;v+=2){let[g,w]=i(u[v],u[v+1]);r.fillRect(
g-m/2,w-m/2,m,m)}r.globalAlpha=1},picture(u,d,m){r.globalAlpha=m;let[h,v]=i(-d,d);r.drawImage(u,h,v,a-2*h,a-2*v),r.globalAlpha=1},arrows(u,d,m,h=.05){r.strokeStyle=
m,r.lineWidth=1.2,r.beginPath();for(let v=0;v<u.length;v+=2){let[g,w]=i(u[v],u[v+1]),[p,S]=i(d[v],d[v+1]),M=Math.hypot(p-g,S-w);if(!(M>1))continue;let C=Math.min(
M,h*a),[b,A]=[(p-g)/M*C,(S-w)/M*C],y=Math.min(3.5,C/2)/C;r.moveTo(g,w),r.lineTo(g+b,w+A),r.lineTo(g+b-y*(b-A),w+A-y*(A+b)),r.moveTo(g+b,w+A),r.lineTo(g+b-y*(b+A),
w+A-y*(A-b))}r.stroke()}};function f(){a&&(r.clearRect(0,0,a,a),o(l))}function c(u){let d=s.getBoundingClientRect(),m=h=>e*(2*Math.min(Math.max(h,0),1)-1);return[
m((u.clientX-d.left)/d.width),-m((u.clientY-d.top)/d.height)]}return n&&(s.addEventListener("pointerdown",u=>{s.setPointerCapture(u.pointerId),n(c(u),!0)}),s.addEventListener(
"pointermove",u=>{s.hasPointerCapture(u.pointerId)&&n(c(u),!1)})),{element:s,canvas:s,redraw:f,follow(){mt(s,u=>{a=u;let d=window.devicePixelRatio||1;s.width=s.
height=Math.round(a*d),r=s.getContext("2d"),r.setTransform(s.width/a,0,0,s.width/a,0,0),f()})}}}function xo(t,e,o){let{size:n,levels:s,columns:r,shares:a}=e,i=Q(1,3*n*n),l=go(ce(e.picture),e.mean,e.std),f=Z({label:"",width:n,height:n}),c=null,u=Y({label:"L\
og-SNR, from little noise to much",min:0,max:s.length-1,step:1,value:s.indexOf(e.opens),format:b=>At(s[b]),onInput:C}),d=(b,A)=>Te({label:b,reach:n/2,draw:y=>{if(!c)
return;y.context.imageSmoothingEnabled=!1,f.draw(A()),y.picture(f.canvas,n/2,1);let{network:$,filter:T}=M();bo(y,n,$.half,!1),bo(y,n,T.half,!0)}}),m=d("The nois\
y picture, with the ring that holds half of the influence",S),h=d("The influence of each pixel on the middle one of the answer",()=>le(c,n*(u.value%r),n*Math.floor(
u.value/r),n,n)),v=Z({label:"Colours of the map, weak to strong",width:r*n,height:e.bar}),g="Share of the influence within a radius",w=we({label:g,title:g,height:180,
x:[0,a.network[0].length-1],y:[0,1],xLabel:"Radius (pixels)",yTicks:[0,.25,.5,.75,1]}),p=J();t.append(V(u),x("div",{class:"ff-columns ff-pair ff-view"},x("div",
{},x("span",{class:"ff-title"},"It sees"),m.element),x("div",{},x("span",{class:"ff-title"},"What counts"),h.element,x("div",{class:"ff-scale"},x("span",{},"wea\
k"),v.element,x("span",{},"strong")))),p.element,x("div",{class:"ff-gap"},w.element),be([["leaf","the network"],["noise","the best linear filter",!0],["muted","\
the network before training",!0]]));function S(){let{signal:b,noise:A}=he(s[u.value]),y=l.map(($,T)=>b*$+A*i[T]);return pe(y,e.mean,e.std)}function M(){let b=A=>{
let y=a[A][u.value];return{curve:y,half:sn(y,.5),most:sn(y,.9)}};return{network:b("network"),filter:b("filter"),untrained:b("untrained")}}function C(){if(!c)return;
m.redraw(),h.redraw();let{network:b,filter:A,untrained:y}=M(),$=({curve:T})=>T.map((L,B)=>[B,L]);w.update({lines:[{points:$(y),colour:"muted",dash:!0},{points:$(
A),colour:"noise",dash:!0},{points:$(b),colour:"leaf",width:3}],marks:[{x:b.half,y:b.curve[b.half],colour:"leaf"}]}),p.say(`Half of the influence lies ${Ft(b.half)}\
, nine tenths ${Ft(b.most)}. For the best linear filter half lies ${Ft(A.half)}, before training ${Ft(y.half)}.`)}ae(ue(o)).then(b=>{c=b,v.draw(le(c,0,c.height-
e.bar,c.width,e.bar));for(let A of[m,h])A.follow();C(),o.dataset.state="ready"})}function Ft(t){return t?`within ${t} ${t===1?"pixel":"pixels"}`:"in the pixel i\
tself"}function bo(t,e,o,n){let{context:s,width:r}=t,[a,i]=t.place(.5,-.5);for(let[l,f]of[["#000",4.5],["#fff",2]])s.beginPath(),s.arc(a,i,(o+.5)*r/e,0,2*Math.PI),
s.setLineDash(n?[5,5]:[]),s.lineWidth=f,s.strokeStyle=l,s.stroke();s.setLineDash([])}function gr(t,e,o=8){let n=e/o,s=new Float64Array(3*n*n),r=a=>{let i=Math.floor(a/3);return 3*(Math.floor(i/e/o)*n+Math.floor(i%e/o))+a%3};return t.forEach((a,i)=>{
s[r(i)]+=a/o**2}),{broad:s,fine:Float64Array.from(t,(a,i)=>a-s[r(i)])}}function an(t,e){return Math.sqrt(t.reduce((o,n,s)=>o+(n-e[s])**2,0)/t.length)}function vo(t,e,o=8){
let n=t.map(f=>gr(f,e,o)),s=n[n.length-1],r=s.broad.length/3,a=[0,1,2].map(f=>s.broad.reduce((c,u,d)=>c+(d%3===f?u/r:0),0)),i={broad:an(s.broad,s.broad.map((f,c)=>a[c%
3])),fine:an(s.fine,new Float64Array(s.fine.length))},l=(f,c)=>an(f[c],s[c])/(i[c]||1);return n.map(f=>({broad:l(f,"broad"),fine:l(f,"fine")}))}function Mo(t,e){
let o=t.length;for(;o>0&&t[o-1]<=e;)o-=1;return o}function ko(t,e){let o=n=>Math.abs(e[n]-t[n])/255;return Uint8ClampedArray.from({length:e.length/3},(n,s)=>255*
Math.sqrt(4*(o(3*s)+o(3*s+1)+o(3*s+2))/3))}async function*lt(t,{seed:e,steps:o,eta:n=0,label:s=t.none,guidance:r=1,acts:a=()=>!0}){let i=3*t.size**2,l=Ee(o),f=Q(e,i),c=0,u=0,d=null,m=async(h,v)=>(d=await t.
predict(f,h,v),c+=d.seconds,u+=1,d.noise);for(let h=0;h<o;h+=1){let[v,g]=[l[h],l[h+1]].map(t.schedule.rates),w=await m(v,s);s!==t.none&&r!==1&&a(l[h])&&(w=no(await m(
v,t.none),w,r));let p=n>0?Q(ze(e,h),i):null,{image:S,noisy:M}=kt(f,w,v,g,n,p);yield{i:h,time:l[h],rates:v,noisy:f,image:S,next:M,evaluations:u,seconds:c/u,processor:d.
processor,where:d.where},f=M}}var ln=10,wr=.25;function So(t,e,o){let{size:n,mean:s,std:r}=e,a=Ce(e),i=N=>pe(N,s,r),l={seed:e.seed,steps:e.steps,eta:0},f=[],c=e.steps,u="",d=[],m=0,h=N=>D=>{
l[N]=Number(D),a.ready?U():S.say("Press the button to grow that one. What you see is the recorded flower.")},v=Y({label:"Seed",min:0,max:999,step:1,value:e.seed,
onInput:h("seed")}),g=te({label:"Steps",value:String(e.steps),onChange:h("steps"),options:[5,10,20,40].map(N=>[String(N),String(N)])}),w=Y({label:"Fresh noise η",
min:0,max:1,step:.1,value:0,format:N=>N.toFixed(1),onInput:h("eta")}),p=ne({label:"Throw the dice",onClick:()=>{v.value=Math.floor(1e3*Math.random())}}),S=J(),M=J(),
C=Ne(o,a,e,S,{label:"Grow a flower",again:"Grow it again",opening:`Recorded: seed ${e.seed}, ${e.steps} steps, η = 0.`,onReady:H,onLost:()=>{m+=1,b.input.disabled=
!1}}),b=Y({label:"Step",min:1,max:e.steps,step:1,value:e.steps,format:N=>`${N} of ${c}`,onInput:E}),A=(N,D)=>Z({title:N,label:D,width:n,height:n}),y=A("It sees",
"The noisy image"),$=A("It believes","The predicted image"),T=A("The change","What has changed in the predicted image"),L=x("div",{class:"ff-film-strip ff-dragg\
able","aria-hidden":"true"}),B=we({label:"Distance of the belief to the flower",height:180,title:"How far the belief is from the flower",x:[1,0],y:[0,1.2],xLabel:"\
time t",xTicks:[1,.8,.6,.4,.2,0],yTicks:[0,.25,.5,.75,1],onPoint:O});if(t.append(V(b),x("div",{class:"ff-triple ff-film"},y.element,$.element,T.element),L,M.element,
x("div",{class:"ff-gap"},V(v,p,g,w,C.processor),V(C.action,C.bar),S.element),x("div",{class:"ff-gap"},B.element,be([["signal",`Broad colours: means over ${8} × ${8}\
 pixels`],["petal","Edges and detail: the rest"]]))),C.problem)for(let N of[v.input,p,g.input,w.input])N.disabled=!0;function O(N){b.input.disabled||(b.value=Math.
round((1-N)*c)+1)}function E(){let N=f[b.value-1];if(!N)return;let D=f[b.value-2];y.draw(N.noisy),$.draw(N.image),T.draw(D?ko(D.image,N.image):new Uint8ClampedArray(
n*n));let{signal:q,noise:K}=a.schedule.rates(N.time),X=`step ${b.value} of ${c}`;y.describe(`The noisy image that the network sees at ${X}`),$.describe(`The ima\
ge that the network believes in at ${X}`),T.describe(D?"Bright where its belief has changed since the step before":"The first step: there is no belief before it"),
M.say(`Step ${b.value} of ${c}, at t = ${N.time.toFixed(2)}: signal rate ${q.toFixed(2)}, noise rate ${K.toFixed(2)}.${u}`);let de=I(),j=de.findLast(z=>z<b.value);
[...L.children].forEach((z,ie)=>{z.classList.toggle("ff-now",de[ie%de.length]===j)}),B.update({lines:d,marks:[{x:N.time,colour:"muted"}]})}function I(){let N=Math.
min(c,ln);return Array.from({length:N},(D,q)=>Math.round(q*(c-1)/(N-1)))}function k(){L.replaceChildren(...["noisy","image"].flatMap(N=>I().map(D=>{let q=Z({label:"",
width:n,height:n});return f[D]&&q.draw(f[D][N]),q.canvas}))),L.style.setProperty("--ff-columns",I().length)}function F(){let N=vo(f.map(({image:K})=>K),n),D=(K,X)=>({
colour:X,points:f.map(({time:de},j)=>[de,N[j][K]])});d=[D("broad","signal"),D("fine","petal")];let q=K=>Mo(N.map(X=>X[K]),wr)+1;u=` Within a quarter of the flow\
er: its broad colours from step ${q("broad")} on, edges and detail from step ${q("fine")} on.`,B.describe(`Distance of the belief to the flower.${u}`),o.dataset.
broad=q("broad"),o.dataset.fine=q("fine")}let P=Be(H);function U(){m+=1,P()}async function H(){let N=m+=1,D={...l};f=[],u="",d=[],c=D.steps,o.dataset.state="gro\
wing",b.input.disabled=!0;try{for await(let q of lt(a,D)){if(N!==m)return;f.push({time:q.time,noisy:i(q.noisy),image:i(q.image)}),b.limits(1,c,f.length),k(),E(),
S.say(`Seed ${D.seed}: ${q.seconds.toFixed(2)} s a network evaluation here, ${q.where}.`),o.dataset.processor=q.processor}}catch(q){if(N!==m)return;S.say(`The n\
etwork stopped: ${q.message}`),o.dataset.state="failed";return}finally{N===m&&(b.input.disabled=!1)}F(),E(),o.dataset.state="done"}let _=N=>{let D=L.getBoundingClientRect(),
q=Math.min(Math.max((N.clientX-D.left)/D.width,0),.999);b.input.disabled||(b.value=Math.floor(q*c)+1)};L.addEventListener("pointerdown",N=>{L.setPointerCapture(
N.pointerId),_(N)}),L.addEventListener("pointermove",N=>{L.hasPointerCapture(N.pointerId)&&_(N)}),Promise.all([ae(e.noisy),ae(ue(o))]).then(([N,D])=>{f.length||
(f=Ee(e.steps).slice(0,-1).map((q,K)=>{let X=[K%ln*n,Math.floor(K/ln)*n,n,n];return{time:q,noisy:De(N,...X),image:le(D,...X)}}),F(),k(),b.limits(1,e.steps,Math.
round(e.steps/2)),E(),o.dataset.frames=f.length)})}function Ao(t,e,o){let{size:n,times:s,flowers:r}=e,a=s.length-1,i=null,l=p=>r.map(S=>Z({label:`${S}: ${p}`,width:n,height:n})),f=l("noisy"),c=l("guess"),u=Y({label:"\
From noise to flower",min:0,max:a,step:1,value:0,format:p=>`t = ${s[p].toFixed(1)}`,onInput:v}),d=J(),m=(p,S)=>x("div",{},x("span",{class:"ff-title"},p),x("div",
{class:"ff-triple"},...S.map(M=>M.element))),h=x("div",{class:"ff-first ff-draggable"},m("The noisy picture",f),m("What the network takes it to be",c));t.append(
V(u,ke(o,u,{seconds:4})),h,d.element);function v(){if(!i)return;let p=u.value;r.forEach((S,M)=>{let C=[p*n,M*n,n,n];f[M].draw(De(i.noisy,...C)),c[M].draw(le(i.guess,
...C)),f[M].describe(`A ${S} on its way out of noise, moment ${p} of ${a}`),c[M].describe(`What the network takes it to be at moment ${p} of ${a}`)}),d.say(g(p))}
function g(p){return p===0?"t = 1: pure noise. The guess is hardly more than a mean colour.":p===a?"t = 0: no noise is left. The last guess is the picture.":`t \
= ${s[p].toFixed(1)}: step ${2*p} of ${2*a}.`}let w=p=>{let S=h.getBoundingClientRect(),M=(p.clientX-S.left)/S.width;u.value=Math.round(Math.min(Math.max(M,0),1)*
a)};h.addEventListener("pointerdown",p=>{h.setPointerCapture(p.pointerId),w(p)}),h.addEventListener("pointermove",p=>{h.hasPointerCapture(p.pointerId)&&w(p)}),Promise.
all([ae(e.noisy),ae(ue(o))]).then(([p,S])=>{i={noisy:p,guess:S},o.dataset.state="ready",u.value=u.value===0?Math.round(.4*a):u.value})}function cn(t,e,o,n){let s=[0,1,2].map(a=>Q(3*t+a,n)),r=Math.sqrt(1+e*e+o*o);return s[0].map((a,i)=>(a+e*s[1][i]+o*s[2][i])/r)}var yr={velocity:(t,e,{signal:o,noise:n})=>({
image:t.map((s,r)=>o*s-n*e[r]),noise:t.map((s,r)=>n*s+o*e[r])}),flow:(t,e,{signal:o,noise:n})=>({image:t.map((s,r)=>(s-n*e[r])/(o+n)),noise:t.map((s,r)=>(s+o*e[r])/
(o+n))})};function br(t,e){return o=>o===0?{signal:1,noise:0}:t==="mean-flow"?{signal:1-o,noise:o}:e.rates(o)}function xr(t,e,{signal:o,noise:n},s,r){if(t!=="me\
an-flow")return[e,{signal:o,noise:n}];let a=Math.hypot(o,n),i=new Float32Array(e.length+s*s).fill(r);return i.set(e.map(l=>l/a)),[i,{signal:o/a,noise:n/a}]}async function*Fo(t,e,{
method:o,target:n,schedule:s,size:r,evaluations:a,seed:i}){let l=br(o,s),f=Ee(a),c=e;for(let u=0;u<a;u+=1){let[d,m]=[l(f[u]),l(f[u+1])],[h,v]=xr(o,c,d,r,f[u]-f[u+
1]),g=yr[n](c,await t(h,v),d),w=o==="consistency"?Q(ze(i,u),c.length):g.noise;c=g.image.map((p,S)=>m.signal*p+m.noise*w[S]),yield{i:u,image:g.image,noisy:c}}}function To(t,e,o){let{size:n,mean:s,std:r,reach:a,places:i,method:l,target:f,classes:c}=e,u=Ce(e),d=3*n*n,m={seed:e.seed,x:0,y:0,evaluations:e.evaluations.at(-1),
label:e.label??c},h=null,v=!1,g=!1,w=te({label:"Network evaluations",value:String(m.evaluations),options:e.evaluations.map(_=>[String(_),String(_)]),onChange:_=>O(
{evaluations:Number(_)})}),p=te({label:"Flower",value:String(m.label),options:[[String(c),"no class"],...e.class_names.map((_,N)=>[String(N),_]).sort((_,N)=>_[1]<
N[1]?-1:1)],onChange:_=>O({label:Number(_)})}),S=ne({label:"Other noises",onClick:()=>O({seed:(m.seed+1)%1e3})}),M=(_,N)=>Y({label:_,min:-a,max:a,step:.05,value:0,
format:D=>D.toFixed(2).replace("-","−"),onInput:D=>O({[N]:D})}),[C,b]=[M("Ring, across","x"),M("Ring, up","y")],A=x("canvas",{width:n,height:n}),y=Te({label:"\
The noise under the ring",reach:a,draw:k,onPress([_,N]){C.limits(-a,a,_),b.limits(-a,a,N),O({x:_,y:N})}}),$=Z({label:"The flower",title:"Its flower",width:n,height:n}),
T=J(),L=Ne(o,u,e,T,{label:"Let it follow",again:"Once more",opening:"The flowers of these places are recorded.",onReady:()=>O({})});t.append(V(w,...c?[p]:[],S),
x("div",{class:"ff-columns ff-pair ff-follow"},x("div",{class:"ff-view"},x("span",{class:"ff-title"},"Noise: drag the ring"),y.element),$.element),V(C,b),T.element,
x("div",{class:"ff-controls ff-gap"},L.action,L.processor.element,L.bar)),u.onChange(B),B();function B(){S.disabled=p.input.disabled=!u.ready}function O(_){Object.
assign(m,_),v=!0,I(),u.ready?U():F()}function E(){if(u.ready)return m;let _=N=>Math.round((N+a)/(2*a)*(i-1))/(i-1)*2*a-a;return{x:_(m.x),y:_(m.y)}}function I(){
let{x:_,y:N}=E(),D=pe(cn(m.seed,_,N,d),s,r),q=A.getContext("2d"),K=q.createImageData(n,n);for(let X=0;X<n*n;X+=1)K.data.set([D[3*X],D[3*X+1],D[3*X+2],255],4*X);
q.putImageData(K,0,0),y.redraw()}function k(_){_.context.imageSmoothingEnabled=!1,_.picture(A,a,1);let{x:N,y:D}=E();_.ring(N,D,9,re(o,"accent"),re(o,"panel"))}function F(){
if(!h)return;let _=X=>Math.round((X+a)/(2*a)*(i-1)),{x:N,y:D}=E(),q=e.evaluations.indexOf(m.evaluations)*i+_(N),K=i-1-_(D);$.draw(le(h,q*n,K*n,n,n)),P(N,D),T.say(
`Recorded: the flower at ${fn(N,D)}, ${un(m.evaluations)}. ${L.problem}`.trim())}function P(_,N){$.describe(`The flower of the noise at ${fn(_,N)}, ${un(m.evaluations)}`)}
async function U(){if(!g){g=!0,o.dataset.state="following";try{for(;v&&u.ready;)v=!1,await H({...m});u.ready&&(o.dataset.state="done")}catch(_){u.ready&&(T.say(
`The network stopped: ${_.message}`),o.dataset.state="failed")}g=!1}}async function H(_){let N=performance.now(),D="",q=null,K=async(j,z)=>{let ie=await u.predict(
j,z,_.label);return D=ie.where,ie.output},X=cn(_.seed,_.x,_.y,d);for await(let j of Fo(K,X,{..._,method:l,target:f,size:n,schedule:u.schedule}))q=j.image;$.draw(
pe(q,s,r)),P(_.x,_.y);let de=performance.now()-N;o.dataset.milliseconds=de.toFixed(1),T.say(`The flower at ${fn(_.x,_.y)}, ${un(_.evaluations)}: ${de.toFixed(0)}\
 ms, ${D}.`)}Oe(o,()=>y.redraw()),y.follow(),I(),ae(ue(o)).then(_=>{h=_,u.ready||($.draw(le(h,(e.evaluations.length*i-(i+1)/2)*n,(i-1)/2*n,n,n)),P(0,0)),o.dataset.
recorded="ready"})}var un=t=>`${t} evaluation${t>1?"s":""}`,fn=(t,e)=>`(${t.toFixed(2)}, ${e.toFixed(2)})`.replaceAll("-","−");function Eo(t,e,o){let[n,s]=[t,e].map(vr),[r,a]=[t,e].map(l=>Mr(l,o)),i=(l,f)=>l.reduce((c,u,d)=>c+u*f[d],0);return{brightness:(n.mean-s.mean)/255,contrast:n.spread/
s.spread,outlines:i(r,a)/Math.sqrt(i(r,r)*i(a,a))}}function vr(t){let e=t.reduce((n,s)=>n+s,0)/t.length,o=t.reduce((n,s)=>n+(s-e)**2,0);return{mean:e,spread:Math.
sqrt(o/t.length)}}function Mr(t,e){let o=n=>(t[3*n]+t[3*n+1]+t[3*n+2])/3;return Float64Array.from({length:e*(e-1)},(n,s)=>{let r=s+Math.floor(s/(e-1));return o(
r+1)-o(r)})}function Co(t,e,o){let{size:n,mean:s,std:r,classes:a}=e,i=3*n*n,l=Ce(e),f=j=>pe(j,s,r),c=0,u={seed:e.seed,steps:e.steps,eta:0,label:e.label,guidance:e.guidance,
acts:"middle"},d=(j,z=Number)=>ie=>{u[j]=z(ie),I(),j==="seed"&&F(),l.ready&&j!=="seed"?q():l.ready&&N()},m=Y({label:"Seed",min:0,max:999,step:1,value:u.seed,onInput:d(
"seed")}),h=te({label:"Steps",value:String(u.steps),onChange:d("steps"),options:[5,10,20,40].map(j=>[String(j),String(j)])}),v=Y({label:"Fresh noise η",min:0,max:1,
step:.1,value:0,format:j=>j.toFixed(1),onInput:d("eta")}),g=te({label:"Flower",value:String(e.label),onChange:d("label"),options:[[String(a),"no class"],...e.class_names.
map((j,z)=>[String(z),j]).sort((j,z)=>j[1]<z[1]?-1:1)]}),w=Y({label:"Guidance",min:0,max:8,step:.5,value:e.guidance,format:j=>j.toFixed(1),onInput:d("guidance")}),
[p,S]=e.interval,M=j=>p<=j&&j<=S,C=te({label:"Guidance acts",value:"middle",onChange:d("acts",String),options:[["middle",`from t = ${S} to ${p}`],["always","alw\
ays"]]}),b=ne({label:"Another seed",onClick:()=>{m.value=(u.seed+1)%1e3}}),A={noisy:Z({label:"The noisy image",title:"Noisy image",width:n,height:n}),image:Z({label:"\
The predicted image",title:"Predicted image",width:n,height:n})},y=x("div",{class:"ff-grow-strip",role:"group","aria-label":"The predicted image, step by step"}),
$=ne({label:"Compare guidance",onClick:K}),T=[["Class alone",{guidance:1}],["Guided always",{acts:void 0}],[`Guided from t = ${S} to ${p}`,{acts:M}]].map(([j,z])=>({
title:j,options:z,view:Z({title:j,label:j,width:n,height:n})})),L=x("div",{class:"ff-triple ff-film",hidden:!0},...T.map(({view:j})=>j.element)),B=J(),O=e.label===
a?"":`${e.class_names[e.label]}, `,E=Ne(o,l,e,B,{label:"Grow a flower",again:"Grow it again",opening:`Recorded: ${O}seed ${e.seed}, ${e.steps} steps.`,onReady:q,
onLost:()=>{c+=1}});t.append(V(m,h,v,...a?[g,w,C]:[],E.processor),V(E.action,b,...e.compare?[$]:[],E.bar),x("div",{class:"ff-columns ff-pair ff-grow"},A.noisy.element,
A.image.element),y,B.element,...e.compare?[L]:[]),l.onChange(I),I();function I(){w.input.disabled=C.input.disabled=u.label===a,$.disabled=u.label===a||!l.ready}
function k(j){o.dataset.state=j}function F(){A.noisy.draw(f(Q(u.seed,i))),l.ready||A.image.draw(f(new Float32Array(i)))}let P=ce(e.recorded),U=P.length/i;for(let j=0;j<
U;j+=1)H(P.subarray(j*i,(j+1)*i));if(F(),A.image.draw(P.subarray((U-1)*i)),E.problem)for(let j of[b,m.input,h.input,v.input,g.input])j.disabled=!0;function H(j){
let z=x("canvas",{width:n,height:n,"aria-hidden":"true"}),ie=z.getContext("2d"),W=ie.createImageData(n,n);for(let G=0;G<n*n;G+=1)W.data.set([j[3*G],j[3*G+1],j[3*
G+2],255],4*G);ie.putImageData(W,0,0),y.append(z)}let _=Be(q);function N(){c+=1,_()}async function D(j){let z=c+=1,ie=()=>z===c;k("growing");try{await j(ie),ie()&&
k("done")}catch(W){if(!ie())return;B.say(`The network stopped: ${W.message}`),k("failed")}}function q(){let{seed:j,steps:z}=u,ie=new Set(Array.from({length:10},
(W,G)=>Math.ceil((G+1)*z/10)));return y.replaceChildren(),L.hidden=!0,D(async W=>{for await(let G of lt(l,X())){if(!W())return;A.noisy.draw(f(G.next)),A.image.draw(
f(G.image)),ie.has(G.i+1)&&H(f(G.image)),B.say(`Step ${G.i+1} of ${z}, seed ${j}: ${G.seconds.toFixed(2)} s a network evaluation here, ${G.where}.`),o.dataset.processor=
G.processor,o.dataset.seconds=G.seconds.toFixed(4)}})}function K(){L.hidden=!1;for(let{view:j}of T)j.draw(new Uint8ClampedArray(i));return D(async j=>{let z=[];
for(let{title:ie,options:W,view:G}of T){let oe=null;for await(let ee of lt(l,{...X(),...W})){if(!j())return;oe=f(ee.image),G.draw(oe),B.say(`${ie}: step ${ee.i+
1} of ${u.steps}.`)}z.push(oe)}B.say(T.slice(1).map(({title:ie},W)=>{let{brightness:G,contrast:oe,outlines:ee}=Eo(z[W+1],z[0],n);return`${ie}, the light has mov\
ed by ${kr(G)}, the contrast is ${oe.toFixed(2)} times that of the class alone, and the outlines agree to ${ee.toFixed(2)}.`}).join(" "))})}function X(){let{acts:j,
...z}=u;return{...z,acts:j==="always"?void 0:M}}function de(){let j=new URLSearchParams(location.hash.slice(1)),z=Number(j.get("flower")??NaN);E.problem||!(z in
e.class_names)||(g.value=String(z),m.value=Number(j.get("seed")??u.seed),o.scrollIntoView({block:"center"}),l.ready||B.say(`${e.class_names[z]}, seed ${u.seed}:\
 press the button to grow it.`))}window.addEventListener("hashchange",de),de()}function kr(t){return`${t<0?"−":"+"}${Math.abs(t).toFixed(2)}`}var No="noise-to-flowers:guess";function ct(){return{rounds:0,you:0,youLevels:0,bayes:0,bayesLevels:0}}function Po(t,{right:e,level:o,bayes:n,from:s}){return{rounds:t.
rounds+1,you:t.you+(e?1:0),youLevels:t.youLevels+(e?o:0),bayes:t.bayes+(n?1:0),bayesLevels:t.bayesLevels+s}}function Lo(){try{let t=JSON.parse(localStorage.getItem(
No));return Object.keys(ct()).every(e=>Number.isFinite(t[e]))?t:ct()}catch{return ct()}}function dn(t){try{localStorage.setItem(No,JSON.stringify(t))}catch{}}function Io(t,e,{signal:o,noise:n}){return Float64Array.from(t,(s,r)=>o*s+n*e[r])}function Ro(t,e,{signal:o,noise:n}){let s=t.map(l=>{let f=0;for(let c=0;c<e.length;c+=
1)f+=(e[c]-o*l[c])**2;return-f/(2*n**2)}),r=Math.max(...s),a=s.map(l=>Math.exp(l-r)),i=a.reduce((l,f)=>l+f,0);return a.map(l=>l/i)}function Oo(t,e){let o=new Float64Array(
t[0].length);return t.forEach((n,s)=>{for(let r=0;r<o.length;r+=1)o[r]+=e[s]*n[r]}),o}var mn=.1;function Do(t,e,o){let{size:n,names:s,noisiest:r,clearest:a,sure:i}=e,l=3*n*n,f=null,c=null,u=Lo(),d=Y({label:"Log-SNR, from much noise to little",min:r,
max:a,step:mn,value:r,format:Ve,onInput:b}),m=ne({label:"Next flower",onClick:()=>{M(_o()),d.input.focus()}}),h=Z({title:"Under noise",label:"The noisy flower",
width:n,height:n}),v=Z({title:"Mean of the eight",label:"",width:n,height:n}),g=s.map((y,$)=>$r(y,n,()=>C($))),w=J(),p=x("table",{class:"ff-score","aria-label":"\
Score"}),S=ne({label:"Forget the score",onClick:()=>{u=ct(),dn(u),A(),d.input.focus()}});t.append(V(d,m),x("div",{class:"ff-guess"},x("div",{class:"ff-columns f\
f-pair"},h.element,v.element),x("div",{class:"ff-tiles",role:"group","aria-label":"Which flower is it?"},...g.map(y=>y.element))),w.element,x("div",{class:"ff-s\
core-row"},p,S));function M(y){c={...Sr(y,s.length,l),seen:r,guess:null},o.dataset.seed=y,m.disabled=!0,g.forEach($=>$.hide()),d.value=r}function C(y){!c||c.guess!==
null||(c.guess=y,m.disabled=!1,c.from=Ar(f.images,c,r,a,i),u=Po(u,{right:y===c.flower,level:c.seen,bayes:Bo(hn(f.images,c,c.seen))===c.flower,from:c.from}),dn(u),
d.value=c.seen,A())}function b(){if(!c)return;let y=d.value,{guess:$,flower:T}=c;$===null&&(c.seen=Math.max(c.seen,y));let{signal:L,noise:B}=he(y),{images:O}=f;
h.draw(Ke({...f,image:O[T]},c.field,L,B)),h.describe(`A flower under noise, log-SNR ${Ve(y)}`);let E=$===null?s.map(()=>1/s.length):hn(O,c,y);if(v.draw(Ke({...f,
image:Oo(O,E)},c.field,1,0)),v.heading.textContent=$===null?"Mean of the eight":"Bayes’ mean",$===null){v.describe("The mean of the eight flowers"),w.say(`One\
 part of flower to ${Fr(y)} of noise. Which of the eight is it? What counts is the clearest picture that you have seen: ${Ve(c.seen)}.`);return}v.describe(`The \
mean of the eight, weighted by Bayes, most the ${s[Bo(E)]}`),g.forEach((k,F)=>k.show(E[F],F===T,F===$));let I=$===T?`Yes, the ${s[T]}`:`It is the ${s[T]}, and n\
ot the ${s[$]}`;w.say(`${I}. At ${Ve(y)} Bayes gives it ${E[T].toFixed(2)}; from ${Ve(c.from)} on it is sure. Your guess counts at ${Ve(c.seen)}.`)}function A(){
let y=($,T,L)=>x("tr",{},x("th",{scope:"row"},$),x("td",{},`${T} of ${u.rounds}`),x("td",{},L.count?Ve(L.sum/L.count):"–"));p.replaceChildren(x("tr",{},x("td",
{}),x("th",{scope:"col"},"right"),x("th",{scope:"col"},"mean level")),y("You",u.you,{sum:u.youLevels,count:u.you}),y("Bayes",u.bayes,{sum:u.bayesLevels,count:u.
rounds})),S.disabled=u.rounds===0}A(),ae(ue(o)).then(y=>{let $=new Uint8Array(l*s.length);s.forEach((O,E)=>$.set(le(y,E*n,0,n,n),E*l));let{mean:T,std:L,image:B}=Je(
$);f={mean:T,std:L,images:s.map((O,E)=>B.subarray(E*l,(E+1)*l))},g.forEach((O,E)=>O.draw($.subarray(E*l,(E+1)*l))),M(_o()),o.dataset.state="ready"})}function $r(t,e,o){
let n=Z({label:"",width:e,height:e});n.canvas.removeAttribute("role"),n.canvas.removeAttribute("aria-label"),n.canvas.setAttribute("aria-hidden","true");let s=x(
"i",{}),r=x("span",{class:"ff-value"}),a=x("span",{class:"ff-verdict"}),i=x("button",{type:"button",class:"ff-tile"},n.element,x("span",{class:"ff-name"},t),x("\
span",{class:"ff-bar","aria-hidden":"true"},s),r,a);return i.addEventListener("click",o),{element:i,draw:n.draw,show(l,f,c){i.setAttribute("aria-disabled","true"),
i.setAttribute("aria-pressed",c),i.classList.toggle("ff-true",f),s.style.width=`${100*l}%`,r.textContent=` ${l.toFixed(2)} `,a.textContent=f?c?"you, right":"it \
is this":c?"you":""},hide(){i.removeAttribute("aria-disabled"),i.removeAttribute("aria-pressed"),i.classList.remove("ff-true"),s.style.width="0",r.textContent=a.
textContent=""}}}function Sr(t,e,o){return{flower:Ye(t,4294967295)%e,field:Q(t,o)}}function hn(t,{flower:e,field:o},n){let s=he(n);return Ro(t,Io(t[e],o,s),s)}function Ar(t,e,o,n,s){
let r=Math.round((n-o)/mn);for(let a=0;a<r;a+=1){let i=o+a*mn;if(hn(t,e,i)[e.flower]>s)return i}return n}function _o(){return Math.floor(Math.random()*2**32)}var Bo=t=>t.
indexOf(Math.max(...t));function Ve(t){return t.toFixed(1).replace("-","−")}function Fr(t){return Math.round(Math.exp(-t)).toLocaleString("en-GB")}function Wo(t,e,o){let{names:n,side:s,reach:r,handle:a,centres:i,radius:l}=e,f=ce(e.colours),c=f.length/3,u=qo(e.clouds,r),d=qo(e.grids,r),m={x:a[0],y:a[1]},h=A=>Math.
min(Math.max(A,-e.start),e.start),v=A=>Y({label:`Noise: ${A}`,min:-e.start,max:e.start,step:.05,value:m[A],format:y=>y.toFixed(2),onInput(y){m[A]=y,C()}}),[g,w]=[
v("x"),v("y")],p=n.map((A,y)=>{let $=jo(u,y,c),T=y?jo(d,y-1,s*s):null,L=()=>T?Tr(T,s,e.start,m.x,m.y):[m.x,m.y],B=Te({label:A,reach:r,onPress:y?null:M,draw(O){for(let E=0;E<
c;E+=1){let[I,k]=O.place($[2*E],$[2*E+1]);O.context.fillStyle=`rgb(${f[3*E]} ${f[3*E+1]} ${f[3*E+2]})`,O.context.fillRect(I-1,k-1,2,2)}O.ring(...L(),6,re(o,"acc\
ent"),re(o,"panel"))}});return{name:A,end:L,plane:B}});p[0].plane.canvas.classList.add("ff-handle");let S=J();t.append(x("div",{class:"ff-planes"},...p.map(({name:A,
plane:y})=>x("div",{},x("span",{class:"ff-title"},A),y.element))),S.element,x("div",{class:"ff-controls ff-gap"},g.element,w.element));function M([A,y]){Object.
assign(m,{x:h(A),y:h(y)}),g.limits(-e.start,e.start,m.x),w.limits(-e.start,e.start,m.y),C()}function C(){for(let{plane:A}of p)A.redraw();b()}function b(){let A=$=>i.
some(([T,L])=>Math.hypot(T-$[0],L-$[1])<l),y=p.slice(1).map(({name:$,end:T})=>`${$}: ${A(T())?"in a disc":"between the discs"}`);S.say(`From (${m.x.toFixed(2)},\
 ${m.y.toFixed(2)}). ${y.join("; ")}.`)}for(let{plane:A}of p)A.follow();b(),Oe(o,C)}function qo(t,e){return Float32Array.from(ce(t),o=>o/255*2*e-e)}function jo(t,e,o){
return t.subarray(2*e*o,2*(e+1)*o)}function Tr(t,e,o,n,s){let r=c=>Math.min(Math.max((c+o)/(2*o)*(e-1),0),e-1.000001),[a,i]=[Math.floor(r(n)),Math.floor(r(s))],
[l,f]=[r(n)-a,r(s)-i];return[0,1].map(c=>{let u=(d,m)=>t[2*((i+m)*e+a+d)+c];return(1-f)*((1-l)*u(0,0)+l*u(1,0))+f*((1-l)*u(0,1)+l*u(1,1))})}function Go(t){let e=ce(t),o=new Float32Array(e.length/2);for(let n=0;n<o.length;n+=1){let s=e[2*n]|e[2*n+1]<<8,r=s>>10&31,a=s&1023,i=r?(1+a/1024)*2**(r-15):a*2**
-24;o[n]=s&32768?-i:i}return o}function Yo(t){let e=Go(t),o=e.length/2;return e.map((n,s)=>s<o?e[2*s]:e[2*(s-o)+1])}function Ko({shapes:t,weights:e}){let o=Go(e),
n=[],s=0;for(let r=0;r<t.length;r+=2){let[a,i]=t[r],l=o.subarray(s,s+a*i);s+=a*i,n.push({inputs:i,outputs:a,weight:l,bias:o.subarray(s,s+a)}),s+=a}return n}var Ae=128;function*Er(t,e,o){let n=e.length/2,s=[o.signal,o.noise,Math.log(o.signal/o.noise)],r=new Float32Array(2*n),a=Math.max(...t.map(({outputs:f})=>f)),[i,l]=[new Float32Array(
a*Ae),new Float32Array(a*Ae)];for(let f=0;f<n;f+=Ae){let c=Math.min(Ae,n-f);for(let u=0;u<c;u+=1)i[u]=e[f+u],i[Ae+u]=e[n+f+u];t.forEach((u,d)=>{if(Cr(u,d===0?s:
[],i,l,c),d<t.length-1)for(let m=0;m<u.outputs*Ae;m+=1)l[m]/=1+Math.exp(-l[m]);[i,l]=[l,i]});for(let u=0;u<c;u+=1)r[f+u]=i[u],r[n+f+u]=i[Ae+u];yield}return r}function Cr({
inputs:t,outputs:e,weight:o,bias:n},s,r,a,i){let l=t-s.length,f=l%4===0?4:2;for(let c=0;c<e;c+=1){let u=c*t,d=c*Ae,m=n[c];s.forEach((h,v)=>{m+=o[u+l+v]*h}),a.fill(
m,d,d+Ae);for(let h=0;h<l;h+=f){let v=o[u+h],g=o[u+h+1],w=h*Ae;if(f===4){let p=o[u+h+2],S=o[u+h+3];for(let M=0;M<i;M+=1)a[d+M]+=v*r[w+M]+g*r[w+Ae+M]+p*r[w+2*Ae+
M]+S*r[w+3*Ae+M]}else for(let p=0;p<i;p+=1)a[d+p]+=v*r[w+p]+g*r[w+Ae+p]}}}function*Uo(t,e,o){let n=yield*Er(t,e,o),s=new Float32Array(e.length),r=new Float32Array(
e.length);for(let a=0;a<e.length;a+=1)s[a]=o.signal*e[a]-o.noise*n[a],r[a]=o.noise*e[a]+o.signal*n[a];return{image:s,noise:r}}function Ho({image:t,noise:e},o,n,s=0,r=null,a=new Float32Array(
t.length)){for(let i=0;i<a.length;i+=1)a[i]=o*t[i]+n*e[i]+(r?s*r[i]:0);return a}var ut={ddim:{name:"DDIM",eta:null,cost:t=>t},ddpm:{name:"DDPM (η = 1)",eta:1,cost:t=>t},
heun:{name:"Heun",eta:0,cost:t=>2*t-1},dpm_solver_pp:{name:"DPM-Solver++(2M)",eta:0,cost:t=>t}};function Xo({layers:t,schedule:e,start:o,solver:n,steps:s,eta:r=0,
seed:a=0}){let i=Ee(s),l=i.map(p=>e.rates(p)),f=ut[n].eta??r,c=[o],u=[],d=[],m=[];function*h(p){let S=c[p],M=yield*Uo(t,S,l[p]);if(n==="heun"&&p<s-1){let C=Ho(M,
l[p+1].signal,l[p+1].noise),b=yield*Uo(t,C,l[p+1]),A=M.noise.map(($,T)=>($+b.noise[T])/2);return{image:S.map(($,T)=>($-l[p].noise*A[T])/l[p].signal),noise:A}}if(d[p]=
M.image,n==="dpm_solver_pp"&&p>0){let[C,b,A]=[-1,0,1].map(L=>e.logSNR(i[p+L])),y=(A-b)/(2*(b-C)),$=M.image.map((L,B)=>(1+y)*L-y*d[p-1][B]),T=S.map((L,B)=>(L-l[p].
signal*$[B])/l[p].noise);return{image:$,noise:T}}return M}function*v(){for(let p=0;p<s;p+=1)u.push(yield*h(p)),m.push(f>0?Q(ze(a,p),o.length):null),c.push(w(p,l[p+
1]))}let g=v();function w(p,S,M){let{kept:C,fresh:b}=Zt(l[p],S,f);return Ho(u[p],S.signal,C,b,m[p],M)}return{at(p,S){if(p>=1)return o;let M=Math.min(Math.floor(
(1-p)*s+1e-9),s-1);for(;c.length<=M+1;)g.next();return w(M,e.rates(p),S)},ahead(p){let S=performance.now()+p;for(;c.length<=s&&performance.now()<S;)g.next();return c.
length<=s}}}var _e=2.7,Nr=48,Pr=4;function Vo(t,e,o){let n=Fe("log_snr",e.schedule),s=Ko(e.network),r=Yo(e.network.points),a={solver:e.solver,steps:e.steps,eta:0},i={x:e.handle[0],
y:e.handle[1]},l=Q(e.seed,2*e.count),f=new Float32Array(l.length),[c,u,d]=[null,null,null],m=te({label:"Solver",value:a.solver,onChange(k){a.solver=k,A(),T()},options:Object.
entries(ut).map(([k,{name:F}])=>[k,F])}),h=Y({label:"Steps",min:1,max:50,step:1,value:a.steps,onInput(k){a.steps=k,T()}}),v=Y({label:"Fresh noise η",min:0,max:1,
step:.1,value:0,format:k=>k.toFixed(1),onInput(k){a.eta=k,T()}}),g=Y({label:"Way from noise to data",min:0,max:1,step:.001,value:0,format:k=>`t = ${(1-k).toFixed(
2)}`,onInput:E}),w=Y({label:"Ringed particle: x",min:-_e,max:_e,step:.05,value:i.x,format:k=>k.toFixed(2),onInput:k=>y(k,i.y)}),p=Y({label:"Ringed particle: y",
min:-_e,max:_e,step:.05,value:i.y,format:k=>k.toFixed(2),onInput:k=>y(i.x,k)}),S=Ge({label:"Paths",value:!0,onChange:E}),M=Ge({label:"Data",value:!0,onChange:E}),
C=Te({label:"Particles in the plane",reach:_e,draw:I,onPress([k,F]){w.limits(-_e,_e,k),p.limits(-_e,_e,F),y(k,F)}}),b=J();t.append(V(...e.simple?[h]:[m,h,v]),V(
g,ke(o,g,{seconds:4}),S,M),C.element,b.element,x("div",{class:"ff-controls ff-gap"},w.element,p.element));function A(){let k=ut[a.solver].eta;v.limits(0,1,k??a.
eta),v.input.disabled=k!==null}function y(k,F){Object.assign(i,{x:k,y:F}),d=null,E()}function $(k){return Xo({layers:s,schedule:n,start:k,seed:e.seed,...a})}function T(){
[c,u,d]=[$(l),null,null],E()}function L(k){let F=$(k),P=Math.max(60,a.steps);return Array.from({length:P+1},(U,H)=>F.at(1-H/P))}function B({context:k,place:F},P,U,H,_){
let N=P[0].length/2;k.strokeStyle=U,k.lineWidth=H,k.beginPath();for(let D=0;D<N;D+=1)for(let q=0;q<=_;q+=1){let[K,X]=F(P[q][D],P[q][N+D]);q?k.lineTo(K,X):k.moveTo(
K,X)}k.stroke()}function O({context:k,place:F},P,U,H){let _=P.length/2;k.fillStyle=U;for(let N=0;N<_;N+=1){let[D,q]=F(P[N],P[_+N]);k.fillRect(D-H/2,q-H/2,H,H)}}
function E(){C.redraw()}function I(k){if(!c)return;let{context:F}=k,P=1-g.value,U=c.at(P,f);if(M.value&&(F.globalAlpha=.45,O(k,r,re(o,"muted"),2),F.globalAlpha=
1),O(k,U,re(o,"signal"),2.2),S.value){u??=L(Lr(l,Nr));let K=Math.round((1-P)*(u.length-1));F.globalAlpha=.55,B(k,u,re(o,"noise"),1,K),F.globalAlpha=1}d??=L(Float32Array.
of(i.x,i.y)),B(k,d,re(o,"accent"),2.5,d.length-1);let[H,_]=d[Math.round((1-P)*(d.length-1))];k.ring(H,_,5,re(o,"accent"),re(o,"accent")),k.ring(i.x,i.y,9,re(o,"\
accent"),re(o,"panel"));let{name:N,cost:D}=ut[a.solver],q=d[d.length-1];b.say(`${e.count} particles at t = ${P.toFixed(2)}. ${N} with ${a.steps} steps evaluates\
 the network ${D(a.steps)} times. The ringed particle ends at (${q[0].toFixed(2)}, ${q[1].toFixed(2)}).`),c.ahead(Pr)}A(),T(),C.follow(),Oe(o,E)}function Lr(t,e){
let o=t.length/2,n=new Float32Array(2*e);return n.set(t.subarray(0,e)),n.set(t.subarray(o,o+e),e),n}function Tt(t){return Object.keys(t).sort((e,o)=>t[e]-t[o])}function pn(t){let e=t.length;if(e===0)return"–";let o=t.reduce((s,r)=>s+r)/e;if(e===1)return o.toFixed(
3);let n=t.reduce((s,r)=>s+(r-o)**2,0);return`${o.toFixed(3)} ± ${Math.sqrt(n/(e-1)/e).toFixed(3)}`}function Jo({found:t,names:e,seed:o,budget:n}){let s=Tt(t),
r=a=>`${e[a]}, off by ${t[a].toFixed(3)}`;return`Noise ${o}, ${n} evaluations. Closest to the finish: ${r(s[0])}. Farthest: ${r(s[s.length-1])}.`}function Zo(t,e,o){let{size:n,mean:s,std:r,names:a,budgets:i,seeds:l,distances:f}=e,c=Object.keys(a),u=3*n*n,d=Ce(e),m=W=>pe(W,s,r),h={seed:e.seed,budget:e.budget,
spacing:e.spacing},v=new Map([[e.seed,Ir(e)]]),g=new Map,w=null,p=null,S=0,M=(W,G)=>oe=>{h[W]=G(oe),j()},C=te({label:"Network evaluations",value:String(h.budget),
options:i.map(W=>[String(W),String(W)]),onChange:M("budget",Number)}),b=te({label:"Steps even in",value:h.spacing,options:[["log_snr","log-SNR"],["time","time"]],
onChange:M("spacing",String)}),A=Y({label:"Noise",min:0,max:99,step:1,value:h.seed,format:W=>`seed ${W}`,onInput:M("seed",Number)}),y=ne({label:"Next noise",onClick:()=>{
A.value=(h.seed+1)%100}}),$=Y({label:"Evaluations spent",min:1,max:h.budget,step:1,value:h.budget,onInput:D}),T=ke(o,$,{label:"Play again",seconds:3}),L=J(),B=Ne(
o,d,e,L,{label:"Race",again:"Race again",opening:`${E(O(e.seed))} This race is recorded.`,onReady:j,onLost:()=>{S+=1}});function O(W){let[G,oe]=[f[h.spacing][h.
budget],l.indexOf(W)];return Object.fromEntries(c.map(ee=>[ee,G[ee][oe]]))}function E(W){return Jo({...h,found:W,names:a})}let I=W=>{let G=Z({title:W,label:W,width:n,
height:n}),oe=x("span",{class:"ff-note"});return{...G,note:oe,element:x("div",{},G.element,oe)}},[k,F]=[I("the noise"),I("the finish")],P=Object.fromEntries(c.map(
W=>[W,I(a[W])])),U=x("table",{class:"ff-standing"});t.append(V($,T),V(C,b),x("div",{class:"ff-race"},...[k,...Object.values(P),F].map(W=>W.element)),L.element,x(
"div",{class:"ff-controls ff-gap"},B.action,A.element,y,B.processor.element,B.bar),U);let[H,_]=[W=>{o.dataset.state=W},(W,G)=>{W.note.textContent=G}],N=()=>`${h.
spacing} ${h.budget}`;function D(){if(!w)return;let W=$.value===Number($.input.max)&&!w.running,G=w.found&&Tt(w.found);for(let ee of c){let xe=w.frames[ee],fe=Math.
min($.value-w.first,xe.length-1);if(fe<0)continue;P[ee].draw(xe[fe]);let me=w.first+fe;_(P[ee],W&&G?`${G.indexOf(ee)+1}. off by ${w.found[ee].toFixed(3)}`:`afte\
r ${me}`),P[ee].describe(`${a[ee]} after ${me} evaluations`)}let oe=v.get(h.seed);oe&&F.draw(m(oe))}function q(){let W=w?.found,G=[...g.get(N())?.values()??[]],
oe=f[h.spacing][h.budget],ee=["","this noise",G.length>1?`your ${G.length} noises`:"your noise",`recorded, ${l.length} noises`],xe=(W?Tt(W):c).map(fe=>[a[fe],W?
W[fe].toFixed(3):"–",pn(G.map(me=>me[fe])),pn(oe[fe])]);U.replaceChildren(x("caption",{},`Distance from the finish, ${h.budget} evaluations, steps even in ${h.
spacing==="time"?"time":"log-SNR"}: mean ± standard error`),x("thead",{},x("tr",{},...ee.map(fe=>fe?x("th",{scope:"col"},fe):x("td")))),x("tbody",{},...xe.map(
([fe,...me])=>x("tr",{},x("th",{scope:"row"},fe),...me.map(Pe=>x("td",{},Pe))))))}function K(){if(!p)return;let{budget:W,spacing:G}=h,oe=W===e.budget&&G===e.spacing,
ee=i.indexOf(W)+(G==="time"?i.length:0),xe=(me,Pe,Le)=>le(me,Pe*n,Le*n,n,n),fe=me=>Math.min(W,me==="heun"?2*Yt.heun.steps(W)-1:W);w={first:oe?1:W,frames:Object.
fromEntries(c.map((me,Pe)=>[me,oe?Array.from({length:fe(me)},(Le,Ie)=>xe(p.walk,Ie,Pe)):[xe(p.ends,ee,Pe)]])),found:O(e.seed)},X(W)}function X(W){$.limits(w.first,
Math.max(W,w.first),W),$.input.disabled=T.disabled=W<=w.first,D()}let de=Be(()=>{d.ready&&z()},200);function j(){S+=1,d.ready?de():(K(),L.say(`${E(O(e.seed))} T\
his race is recorded. ${B.problem}`)),k.draw(m(Q(h.seed,u))),q()}async function z(){let W=S+=1,{seed:G,budget:oe,spacing:ee}=h,xe=Q(G,u),[fe,me,Pe]=[0,0,""],Le=async({
noisy:ye,level:Ue})=>{let He=await d.predict(ye,he(Ue));if(W!==S)throw new gn;return fe+=He.seconds,me+=1,Pe=He.where,He.noise},Ie={first:1,frames:Object.fromEntries(
c.map(ye=>[ye,[]])),running:!0};w=Ie;for(let ye of c)P[ye].draw(m(new Float32Array(u))),_(P[ye],"");F.draw(m(v.get(G)??new Float32Array(u))),_(F,""),q(),H("raci\
ng");try{let ye=Object.fromEntries(c.map(ge=>{let{run:ve,steps:Me}=Yt[ge],R=ve(xe,ot(d.schedule,Me(oe),ee));return[ge,{walk:R,at:R.next()}]})),Ue=await Le(ye[c[0]].
at.value);for(let ge=1;ge<=oe;ge+=1){for(let ve of c){let Me=ye[ve];Me.at.done||(Me.at=Me.walk.next(ge===1?Ue:await Le(Me.at.value)),Ie.frames[ve].push(m(Me.at.
value.image)),X(ge))}L.say(`Evaluation ${ge} of ${oe} in each lane.`)}if(!v.has(G)){let ge=Xn(xe,d.schedule,e.finish_evaluations),ve=ge.next();for(let Me=1;!ve.
done;Me+=1)ve=ge.next(await Le(ve.value)),F.draw(m(ve.value.image)),_(F,`${Me} of ${e.finish_evaluations}`),L.say(`Solving finely to find the finish: ${Me} of ${e.
finish_evaluations}.`);v.set(G,ve.value.image),_(F,"")}let He=v.get(G);Ie.found=Object.fromEntries(c.map(ge=>[ge,ht(ye[ge].at.value.image,He)]))}catch(ye){if(W!==
S)return;L.say(`The network stopped: ${ye.message}`),H("failed");return}Ie.running=!1,g.has(N())||g.set(N(),new Map),g.get(N()).set(G,Ie.found),X(oe),q(),L.say(
`${E(Ie.found)} ${(fe/me).toFixed(2)} s a network evaluation here, ${Pe}.`),o.dataset.seconds=(fe/me).toFixed(4),H("done")}function ie(){A.input.disabled=y.disabled=
!d.ready}d.onChange(ie),ie(),k.draw(m(Q(h.seed,u))),q(),Promise.all([ae(ue(o)),ae(e.ends)]).then(([W,G])=>{p={walk:W,ends:G},w||K(),q(),o.dataset.recorded="read\
y"})}var gn=class extends Error{};function Ir({finish:t,finish_unit:e}){let o=ce(t),n=new DataView(o.buffer);return Float32Array.from({length:o.length/2},(s,r)=>n.
getInt16(2*r,!0)*e)}function Qo(t,e,o){let{size:n,runs:s,mean:r,std:a}=e,i=Fe(e.schedule.kind,e.schedule.options),l=pe(Q(e.seed,3*n*n),r,a),f=pe(new Float32Array(3*n*n),r,a),c=b=>[
...new Set(s.map(A=>A[b]))].map(String),{steps:u,eta:d}=s[e.open],m=null,h=b=>c(b).map(A=>[A,A]),v=te({label:"Steps",options:h("steps"),value:String(u),onChange(b){
let A=w.value/u;u=Number(b),w.limits(0,u,Math.round(A*u)),C()}}),g=te({label:"η",options:h("eta"),value:String(d),onChange(b){d=Number(b),C()}}),w=Y({label:"St\
ep",min:0,max:u,step:1,value:0,format:b=>`${b} of ${u}`,onInput:C}),p=Z({label:"The noisy image",title:"Noisy image",width:n,height:n}),S=Z({label:"The predicte\
d image",title:"Predicted image",width:n,height:n}),M=J();t.append(V(v,g,w,ke(o,w,{seconds:5})),x("div",{class:"ff-columns ff-pair ff-grow"},p.element,S.element),
M.element);function C(){let b=w.value,A=s.findIndex(L=>L.steps===u&&L.eta===d),y=Ee(u)[b];if(b===0)p.draw(l),S.draw(f);else if(m){let L=[(b-1)*n,A*n,n,n];p.draw(
De(m.noisy,...L)),S.draw(le(m.predicted,...L))}let{signal:$,noise:T}=i.rates(y);p.describe(`The noisy image after step ${b} of ${u}`),S.describe(b?`The predicte\
d image of step ${b} of ${u}`:"No image has been predicted yet"),M.say(b===0?"Pure noise, at t = 1; nothing has been predicted yet.":`Step ${b} of ${u} led to t\
 = ${y.toFixed(2)}: signal rate ${$.toFixed(2)}, noise rate ${T.toFixed(2)}.`)}C(),Promise.all([ae(e.noisy),ae(ue(o))]).then(([b,A])=>{m={noisy:b,predicted:A},o.
dataset.state="ready",w.value=w.value===0?Math.round(u/2):w.value})}function es(t,e,o,n){let s=Rr(o),r=[t,e].map(l=>Or(l,o,s)),a={fid:[],kid:[]},i=0;for(let l of n){for(let f of r)for(let c=i;c<l;c+=1)f.add(c);i=l,a.fid.push(Br(
...r.map(f=>f.gaussian(l)),o)),a.kid.push(_r(...r,l))}return a}function Rr(t){let e=[];for(let o=0;o<=t;o+=1)for(let n=o;n<=t;n+=1)for(let s=n;s<=t;s+=1){let r=new Set(
[o,n,s]).size;e.push([o,n,s,Math.sqrt([1,3,6][r-1])])}return e}function Or(t,e,o){let n=new Float64Array(e),s=new Float64Array(e*e),r=new Float64Array(o.length),
a=0,i=new Float64Array(e+1),l=1/Math.sqrt(e);return i[0]=1,{kernel:r,get self(){return a},add(f){let c=f*e;for(let u=0;u<e;u+=1){n[u]+=t[c+u],i[u+1]=l*t[c+u];for(let d=0;d<
e;d+=1)s[u*e+d]+=t[c+u]*t[c+d]}for(let u=0;u<o.length;u+=1){let[d,m,h,v]=o[u],g=v*i[d]*i[m]*i[h];r[u]+=g,a+=g*g}},gaussian(f){let c=n.map(d=>d/f),u=s.map((d,m)=>(d-
f*c[Math.floor(m/e)]*c[m%e])/(f-1));return{centre:c,covariance:u}}}}function zo(t,e){return t.reduce((o,n,s)=>o+n*e[s],0)}function _r(t,e,o){let n=s=>(zo(s.kernel,
s.kernel)-s.self)/(o*(o-1));return n(t)+n(e)-2*zo(t.kernel,e.kernel)/o**2}function Br(t,e,o){let n=Dr(t.covariance,o),s=(l,f)=>{let c=0;for(let u=l;u<o;u+=1)for(let d=f;d<
o;d+=1)c+=n[u*o+l]*e.covariance[u*o+d]*n[d*o+f];return c},r=Float64Array.from({length:o*o},(l,f)=>s(Math.floor(f/o),f%o)),i=-2*qr(r,o).map(l=>Math.sqrt(Math.max(
l,0))).reduce((l,f)=>l+f,0);for(let l=0;l<o;l+=1)i+=(t.centre[l]-e.centre[l])**2,i+=t.covariance[l*o+l]+e.covariance[l*o+l];return i}function Dr(t,e){let o=new Float64Array(
e*e);for(let n=0;n<e;n+=1)for(let s=0;s<=n;s+=1){let r=t[n*e+s];for(let a=0;a<s;a+=1)r-=o[n*e+a]*o[s*e+a];o[n*e+s]=n===s?Math.sqrt(r):r/o[s*e+s]}return o}function qr(t,e){
let o=Float64Array.from(t);for(let n=0;n<12;n+=1)for(let s=0;s<e;s+=1)for(let r=s+1;r<e;r+=1){let a=o[s*e+r];if(Math.abs(a)<1e-14)continue;let i=.5*Math.atan2(2*
a,o[r*e+r]-o[s*e+s]),[l,f]=[Math.cos(i),Math.sin(i)];for(let[c,u]of[[1,e],[e,1]])for(let d=0;d<e;d+=1){let[m,h]=[s*u+d*c,r*u+d*c],[v,g]=[o[m],o[h]];o[m]=l*v-f*g,
o[h]=f*v+l*g}}return Array.from({length:e},(n,s)=>o[s*e+s])}function ts(t,e){let o=t.map(a=>1/a),[n,s]=[o,e].map(a=>a.reduce((i,l)=>i+l)/a.length),r=o.reduce((a,i,l)=>a+
(i-n)*(e[l]-s),0)/o.reduce((a,i)=>a+(i-n)**2,0);return{end:s-r*n,slope:r}}var wn={fid:"FID",kid:"KID"},jr={fid:2,kid:3};function ns(t,e,o){let{sizes:n,draws:s}=e,r=new Map,a=0,i=te({label:"The second set",value:"0",options:[["0","from\
 the same source"],[String(e.shift),"from a shifted source"]],onChange:v}),l=te({label:"Features",value:String(e.opens),options:e.features.map(g=>[String(g),String(
g)]),onChange:v}),f=Y({label:"Pictures in each set",min:0,max:n.length-1,step:1,value:0,format:g=>n[g].toLocaleString("en"),onInput:v}),c=ne({label:"Draw again",
onClick:()=>{a+=1,v()}}),u=g=>we({label:`${wn[g]} by the number of pictures`,title:wn[g],height:210,x:[-1.06/n[0],0],y:e.limits[g],xTicks:e.ticks.map(w=>-1/w).concat(
0),xLabel:"Pictures",formatX:w=>w<0?String(Math.round(-1/w)):"∞"}),d={fid:u("fid"),kid:u("kid")},m=J();t.append(V(i,l,c),V(f),x("div",{class:"ff-columns ff-tw\
o"},d.fid.element,d.kid.element),be([["leaf","mean of all draws"],["noise","one draw"],["ink","the truth",!0],["petal","FID's line to infinitely many",!0]]),m.element);
function h(){let g=[l.value,i.value,a].join();return r.has(g)||r.set(g,Array.from({length:s},(w,p)=>Wr(1+a*s+p,Number(l.value),Number(i.value),n))),r.get(g)}function v(){
let g=h(),w=f.value,p=[];for(let[S,M]of Object.entries(d)){let C=e.truth[l.value][i.value][S],b=n.map((E,I)=>Ur(g.map(k=>k[S][I]))),A=g.map(E=>E[S][w]).sort((E,I)=>E-
I),y=E=>E.map((I,k)=>[-1/n[k],I]),$=[{points:[[-1.06/n[0],C],[0,C]],colour:"ink",dash:!0,width:1.5},{points:y(b),colour:"leaf",width:3}],T=ts(n,b);S==="fid"&&$.
splice(1,0,{points:[[-1/n[0],T.end+T.slope/n[0]],[0,T.end]],colour:"petal",dash:!0}),M.update({lines:$,marks:A.map((E,I)=>({x:-1/n[w]+Hr(I)/n[0],y:E,colour:"noi\
se",size:3.5}))});let[L,B]=[A[Math.floor(s/10)],A[s-1-Math.floor(s/10)]],O=E=>Gr(E,jr[S]);p.push(`${wn[S]}: ${O(b[w])} on average, four draws in five from ${O(L)}\
 to ${O(B)}; the truth is ${O(C)}${S==="fid"?`, the line ends at ${O(T.end)}`:""}.`)}m.say(p.join(" "))}v(),o.dataset.state="ready"}function Wr(t,e,o,n){let s=e*
n[n.length-1],r=Q(t,2*s),a=r.slice(s).map(i=>i+o);return es(r.subarray(0,s),a,e,n)}function Ur(t){return t.reduce((e,o)=>e+o,0)/t.length}function Hr(t){return(t*
7%11/10-.5)*.05}function Gr(t,e){let o=t.toFixed(e);return(Number(o)===0?0 .toFixed(e):o).replace("-","−")}var os={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},Yr=.1,Kr=5,Xr=0;function ss(t,e,{reach:o,onPoint:n,onBack:s}){let{canvas:r}=e,a=x("p",
{class:"ff-hidden","aria-live":"polite"}),i=x("p",{class:"ff-hint",id:`ff-hint-${Xr+=1}`},"Arrow keys move the cross, with Shift faster. Space puts a point, Ent\
er draws a line to it, Backspace takes the last stroke back.");for(let[u,d]of Object.entries({tabindex:0,role:"application","aria-roledescription":"drawing boar\
d","aria-describedby":i.id}))r.setAttribute(u,d);let l=[0,0],f=0;function c(u){clearTimeout(f),f=setTimeout(()=>{a.textContent=u},300)}return r.addEventListener(
"keydown",u=>{if(!(u.altKey||u.ctrlKey||u.metaKey)){if(os[u.key]){let d=Yr*(u.shiftKey?Kr:1);l=l.map((m,h)=>{let v=Math.round(100*(m+d*os[u.key][h]))/100;return Math.
min(Math.max(v,-o),o)}),c(Vr(l))}else if(u.key===" "||u.key==="Enter")c(n(l,u.key==="Enter"));else if(u.key==="Backspace")c(s());else return;u.preventDefault(),
e.redraw()}}),r.addEventListener("focus",e.redraw),r.addEventListener("blur",e.redraw),{element:a,hint:i,draw(u){if(!r.matches(":focus-visible"))return;let[d,m]=u.
place(...l);u.context.strokeStyle=re(t,"accent"),u.context.lineWidth=2,u.context.beginPath(),u.context.moveTo(d-12,m),u.context.lineTo(d+12,m),u.context.moveTo(
d,m-12),u.context.lineTo(d,m+12),u.context.stroke()}}}function Vr([t,e]){let o=(n,s,r)=>n===0?"in the middle":`${Math.abs(n)} ${n>0?s:r}`;return t===0&&e===0?"M\
iddle":`${o(t,"right","left")}, ${o(e,"up","down")}`}function rs(t,e=150){let o=Math.max(1,Math.ceil(t.length/e)),n=[];for(let s=0;s<t.length;s+=o){let r=t.slice(s,s+o).filter(Number.isFinite);if(!r.length)continue;
let a=r.reduce((i,l)=>i+l,0)/r.length;n.push([s+r.length,Math.log10(Math.max(a,1e-12))])}return n}function yn(t){let e=t.length?t.map(([,c])=>c):[-.5,0],[o,n]=[
Math.min(...e),Math.max(...e)],s=Math.max(.03,.15-(n-o)/2),[r,a]=[o-s,n+s],i=a-r,l=i<.4?[1,1.2,1.5,2,2.5,3,4,5,6,7,8,9]:i<1?[1,1.5,2,3,5,7]:i<2?[1,2,5]:[1],f=[];
for(let c=Math.floor(r);c<=a;c+=Math.ceil(i/7))for(let u of l){let d=c+Math.log10(u);d>=r&&d<=a&&f.push(d)}return{y:[r,a],yTicks:f}}var bn=(t,e=2)=>{let o=10**t;
return o<1e4&&o>=.001?String(Number(o.toPrecision(e))):o.toExponential(0)};function xn(t){let e=t.slice(-50);return e.length?e.reduce((o,n)=>o+n,0)/e.length:0}function Mn(t,e,o,n=120){return Array.from({length:n+1},(s,r)=>t(e+(o-e)*r/n))}var vn=(t,e,o,n,s,r)=>Mn(a=>[t+o*Math.cos(a),e+n*Math.sin(a)],s,r);function Jr(){
return[Mn(t=>[1.6*Math.sin(t)**3,(13*Math.cos(t)-5*Math.cos(2*t)-2*Math.cos(3*t)-Math.cos(4*t))/10+.2],0,2*Math.PI,240)]}function Zr(){return[vn(-.5,-.25,1,1.1,
0,Math.PI),vn(.5,.25,1,1.1,Math.PI,2*Math.PI)]}function Qr(){return[Mn(t=>[.17*t*Math.cos(t),.17*t*Math.sin(t)],1,3.2*Math.PI,240)]}function zr(){let t=e=>[[[e,
.15],[e,1.65]],vn(e,.9,1.1,.75,-Math.PI/2,Math.PI/2)];return[...t(-1.5),...t(.4),[[-.95,-1.65],[-.95,-.15]],[[.4,-1.65],[.4,-.15],[.95,-1.1],[1.5,-.15],[1.5,-1.65]]]}
function ea(t,e){let o=new Float32Array(2*t);for(let n=0;n<t;n+=1){let s=2*Math.PI*Se(e,3*n),r=.55*Math.sqrt(Se(e,3*n+1)),a=Se(e,3*n+2)<.5?-1:1;o[2*n]=a+r*Math.
cos(s),o[2*n+1]=.6*a+r*Math.sin(s)}return o}function kn(t,e,o,n=.03){let s=t.flatMap(f=>f.length>1?f.slice(1).map((c,u)=>[f[u],c]):[[f[0],f[0]]]),r=0,a=s.map(([
[f,c],[u,d]])=>r+=Math.hypot(u-f,d-c)+1e-6),i=Q(o,2*e),l=new Float32Array(2*e);for(let f=0;f<e;f+=1){let c=r*Se(o,2*e+f),u=a.findIndex(w=>c<=w),[[d,m],[h,v]]=s[u],
g=(a[u]-c)/(a[u]-(a[u-1]??0));l[2*f]=h+g*(d-h)+n*i[2*f],l[2*f+1]=v+g*(m-v)+n*i[2*f+1]}return l}function as(t,e,o,n,s){let r=0,a=Array.from(t,l=>r+=l),i=new Float32Array(
2*o);for(let l=0;l<o;l+=1){let f=r*Se(n,3*l),c=a.findIndex(m=>f<=m),u=c%e+Se(n,3*l+1),d=Math.floor(c/e)+Se(n,3*l+2);i[2*l]=s*(2*u/e-1),i[2*l+1]=s*(1-2*d/e)}return i}
var is={heart:Jr,moons:Zr,spiral:Qr,letters:zr},Ec=[...Object.keys(is),"discs"];function ls(t,e,o){return t==="discs"?ea(e,o):kn(is[t](),e,o)}function cs(t,e,o){
let n=0;for(let s=0;s<t.length;s+=2)for(let r=0;r<e.length;r+=2){let[a,i]=[t[s]-e[r],t[s+1]-e[r+1]];if(a*a+i*i<=o*o){n+=1;break}}return 2*n/t.length}var us=`(()=>{var ge={noise:({signal:e,noise:o})=>e/o,image:()=>1,velocity:({noise:e})=>1/e,flow:({signal:e,noise:o})=>1+e/o};function te(e,o,n,t,r){let s=e.len\
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
S;w+=4){let A=0,b=0,O=0,k=0,F=0,v=0,I=0,_=0,x=0,T=0,R=0,f=0,h=0,E=0,M=0,y=0,g=l*s,d=w*i;for(let N=0;N<t;N+=1){let q=c[d],D=c[d+i],U=c[d+2*i],B=c[d+3*i],j=r[g],G\
=r[g+
s],K=r[g+2*s],$=r[g+3*s];A+=j*q,b+=j*D,O+=j*U,k+=j*B,F+=G*q,v+=G*D,I+=G*U,_+=G*B,x+=K*q,T+=K*D,R+=K*U,f+=K*B,h+=$*q,E+=$*D,M+=$*U,y+=$*B,g+=a,d+=u}let m=l*n+w;e\
[m]+=
A,e[m+1]+=b,e[m+2]+=O,e[m+3]+=k,m+=n,e[m]+=F,e[m+1]+=v,e[m+2]+=I,e[m+3]+=_,m+=n,e[m]+=x,e[m+1]+=T,e[m+2]+=R,e[m+3]+=f,m+=n,e[m]+=h,e[m+1]+=E,e[m+2]+=M,e[m+3]+=y\
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
e},Te={mse:{error:e=>e*e,slope:e=>2*e},mae:{error:Math.abs,slope:Math.sign}};function fe(e){let o=e.length/2,n=[0,0];e.forEach((r,s)=>{n[s%2]+=r/o});let t=e.red\
uce(
(r,s,a)=>r+(s-n[a%2])**2,0);return{mean:n,spread:Math.sqrt(t/e.length)||1}}function ee(e,{mean:o,spread:n}){return e.map((t,r)=>(t-o[r%2])/n)}function ue(e,{mea\
n:o,
spread:n}){return e.map((t,r)=>t*n+o[r%2])}function qe(e){let o=L(W),n=0;for(let{inputs:t,weight:r,bias:s}of o.layers.slice(0,-1))for(let a of[r,s])for(let c=0;\
c<
a.length;c+=1)a[c]=(2*H(e,n)-1)/Math.sqrt(t),n+=1;return o.parameters}function me(e,o){let{kind:n,options:t}=o.schedule,r=ie(n,t),s=ce(o.target),a=Ne[o.target],\

{error:c,slope:i}=Te[o.loss],p=oe(Y.dim,Y.lowest,Y.highest).map(f=>Math.fround(2*Math.PI*f)),S=L(W,o.parameters??qe(o.seed)),l=L(W),w=ne(S.parameters.length),A=\
re(
S.parameters,Ee),b=L(W,A.parameters),O=se(W),k=fe(e),F=ee(e,k),v=0;function I(f,h,E,M,y){let g=h*W[0];f[g]=E,f[g+1]=M;for(let d=0;d<p.length;d+=1){let m=Math.fr\
ound(
Math.fround(y)*p[d]);f[g+2+d]=Math.sin(m),f[g+2+p.length+d]=Math.cos(m)}}function _(f){let h=f.times.length,E=new Float64Array(h*W[0]),M=new Float64Array(2*h);f\
or(let g=0;g<
h;g+=1){let d=r.rates(f.times[g]),[m,N]=[2*g,2*g+1];I(E,g,d.signal*f.images[m]+d.noise*f.noise[m],d.signal*f.images[N]+d.noise*f.noise[N],d.noise**2),M[m]=a(f.i\
mages[m],
f.noise[m],d),M[N]=a(f.images[N],f.noise[N],d)}let y=0;return l.parameters.fill(0),Z(S,O,E,new Float64Array(2*h),l,(g,d,m,N)=>{for(let q=0;q<2*d;q+=1){let D=m[q\
]-
M[2*g+q];y+=c(D)/(2*h),N[q]=i(D)/(2*h)}}),y}function x(f){let h=Q(o.seed,f+65536),E=F.length/2,M={images:new Float64Array(2*P),noise:V(h,2*P),times:new Float64A\
rray(
P)};for(let y=0;y<P;y+=1){let g=2*Math.floor(E*H(h,4*P+y));M.images[2*y]=F[g],M.images[2*y+1]=F[g+1],M.times[y]=H(h,5*P+y)}return M}function T(f,h,E){let M=h.le\
ngth/
2,y=new Float64Array(M*W[0]);for(let d=0;d<M;d+=1)I(y,d,h[2*d],h[2*d+1],E.noise**2);let g=Z(f,O,y,new Float64Array(h.length));return s(g,h,E)}let R=f=>f?b:S;ret\
urn{
network:S,gradient:l,average:A,drawBatch:x,lossAndGradient:_,get steps(){return v},step(f=o.rate){let h=_(x(v));return Number.isFinite(h)&&(w.step(S.parameters,\

l.parameters,f),A.update(S.parameters),v+=1),h},learnFrom(f){k=fe(f),F=ee(f,k)},best(){return Array.from({length:12},(E,M)=>te(F,r,o.target,o.loss,{...x(1e6+M),\

times:Float64Array.from({length:P},(y,g)=>(g+(M+.5)/12)/P)})).reduce((E,M)=>E+M,0)/12},sample({count:f,steps:h=20,seed:E=1,smooth:M=!0}){let y=ae(h),g=Float64Ar\
ray.
from(V(E,2*f)),d=g;for(let m=0;m<h;m+=1){let[N,q]=[r.rates(y[m]),r.rates(y[m+1])];({image:d,noisy:g}=le(g,T(R(M),g,N),N,q))}return ue(d,k)},guess(f,{t:h,smooth:\
E=!0}){
let M=r.rates(h),y=ee(f,k),g=T(R(E),y,M),d=y.map((m,N)=>(m-M.noise*g[N])/M.signal);return ue(d,k)}}}var pe=100,Re=.25,Ie=3e4;function he(e,{slice:o=50,later:n=t\
=>setTimeout(t,0)}={}){let t=null,r={},s={},a=0,c=!1,i=!1,u=!0,p=[],S=0,l=0,w=0,A=0,b=0,O={},k=()=>!u||
t.steps>=Ie;function F(x,T=1/0){let R=performance.now(),f=0;for(;f<T&&u&&performance.now()<x;){let h=t.step(s.rate);p.push(h),u=Number.isFinite(h),f+=1}S+=perfo\
rmance.
now()-R,l+=f,k()&&(c=!1)}function v({samples:x=!1,arrows:T=x}={}){let R={...O,begun:a,steps:t.steps,finite:u,ended:k(),losses:Float32Array.from(p),rate:S>0?1e3*\

l/S:0},{count:f,length:h,seed:E,places:M,t:y}=r,g=s.average;if(T&&(R.arrows=t.guess(M,{t:y,smooth:g})),x&&t.steps>0){let d=performance.now();R.samples=t.sample(\

{count:f,steps:h,seed:E,smooth:g}),w=performance.now(),A=w-d}[p,O]=[[],{}],S>2e3&&([S,l]=[S/2,l/2]),e(R),b=performance.now()}function I(){if(i=!1,!c)return;F(pe\
rformance.
now()+o);let x=performance.now(),T=!c||x-w>Math.max(2*pe,A/Re);(T||x-b>pe)&&v({samples:T,arrows:!0}),_()}function _(){!c||i||(i=!0,n(I))}return{begin(x){({numbe\
r:a,
settings:s,view:r}=x),t=me(x.points,s),[c,u,p,S,l]=[!1,!0,[],0,0],O={best:t.best()},v({samples:!0})},learnFrom({points:x}){t.learnFrom(x),O={best:t.best()},c||v\
(
{samples:!0})},change(x){s={...s,...x},c||v({samples:!0})},look(x){r={...r,...x},v({arrows:!0,samples:!("t"in x)})},run({on:x}){c=x&&!k(),c||v({samples:!0}),_()\
},
step({count:x=1}){F(1/0,x),v({samples:!0})}}}var _e=he(e=>self.postMessage(e));self.onmessage=({data:{order:e,...o}})=>_e[e](o);self.postMessage({ready:!0});})(\
);
`;var na={noise:({signal:t,noise:e})=>t/e,image:()=>1,velocity:({noise:t})=>1/t,flow:({signal:t,noise:e})=>1+t/e};function fs(t,e,o,n,s){let r=t.length/2,a=new Float64Array(
r),i=[0,1].map(d=>Array.from(a.keys()).sort((m,h)=>t[2*m+d]-t[2*h+d]));function l(d,m,{signal:h,noise:v}){let g=1/0;for(let p=0;p<r;p+=1){let[S,M]=[d-h*t[2*p],m-
h*t[2*p+1]];a[p]=(S*S+M*M)/(2*v*v),g=Math.min(g,a[p])}let w=0;for(let p=0;p<r;p+=1)w+=a[p]=Math.exp(g-a[p]);return w}let f=(d,m)=>a.reduce((h,v,g)=>h+v*t[2*g+d],
0)/m,c=(d,m)=>{let h=0,v=i[d].find(g=>(h+=a[g])>=m/2);return t[2*v+d]},u=0;return s.times.forEach((d,m)=>{let h=e.rates(d),v=[0,1].map(w=>h.signal*s.images[2*m+
w]+h.noise*s.noise[2*m+w]),g=l(...v,h);for(let w of[0,1]){let p=n==="mse"?f(w,g):c(w,g),S=na[o](h)*(p-s.images[2*m+w]);u+=n==="mse"?S*S:Math.abs(S)}}),u/(2*s.times.
length)}function ds(t,{beta1:e=.9,beta2:o=.999,epsilon:n=1e-8}={}){let[s,r]=[new Float64Array(t),new Float64Array(t)],a=0;return{step(i,l,f){a+=1;let c=f/(1-e**a),u=1/Math.
sqrt(1-o**a);for(let d=0;d<t;d+=1){let m=l[d];s[d]+=(1-e)*(m-s[d]),r[d]+=(1-o)*(m*m-r[d]),i[d]-=c*s[d]/(Math.sqrt(r[d])*u+n)}}}}function ms(t,e){let o=t.slice(),
n=0;return{parameters:o,update(s){let r=Math.min(e,(1+n)/(10+n));n+=1;for(let a=0;a<o.length;a+=1)o[a]+=(1-r)*(s[a]-o[a])}}}function ft(t,e=null){let o=t.slice(1).map((l,f)=>({inputs:t[f],outputs:l})),n=o.reduce((l,{inputs:f,outputs:c})=>l+(f+1)*c,0),s=e??new Float64Array(n),r=0,a=l=>s.
subarray(r,r+=l),i=o.map(({inputs:l,outputs:f})=>({inputs:l,outputs:f,weight:a(l*f),bias:a(f)}));return{widths:t,layers:i,parameters:s}}function hs(t){return t.
map(e=>{let[o,n,s]=[0,1,2].map(()=>new Float64Array(64*e));return{width:e,values:o,slopes:n,errors:s}})}function Sn(t,e,o,n,s=null,r=null){let[a,i]=[e[0],e[e.length-
1]],l=o.length/a.width;for(let f=0;f<l;f+=64){let c=Math.min(64,l-f);a.values.set(o.subarray(f*a.width,(f+c)*a.width)),oa(t,e,c),n.set(i.values.subarray(0,c*i.width),
f*i.width),r&&(r(f,c,i.values,i.errors),ra(t,s,e,c))}return n}function oa({layers:t},e,o){t.forEach(({inputs:n,outputs:s,weight:r,bias:a},i)=>{let[l,f]=[e[i],e[i+
1]];aa(f.values,a,o),$n(f.values,o,s,n,l.values,n,1,r,n,1),i<t.length-1&&sa(f.values,f.slopes,o*s)})}function sa(t,e,o){for(let n=0;n<o;n+=1){let s=t[n],r=1/(1+
Math.exp(-s));t[n]=s*r,e[n]=r*(1+s*(1-r))}}function ra({layers:t},e,o,n){for(let s=t.length-1;s>=0;s-=1){let{inputs:r,outputs:a,weight:i}=t[s],[l,f]=[o[s],o[s+1]],
c=e.layers[s];if($n(c.weight,a,r,n,f.errors,1,a,l.values,1,r),ia(c.bias,f.errors,n),s===0)return;l.errors.fill(0,0,n*r),$n(l.errors,n,r,a,f.errors,a,1,i,1,r),la(
l.errors,l.slopes,n*r)}}function aa(t,e,o){for(let n=0,s=0;n<o;n+=1)for(let r=0;r<e.length;r+=1,s+=1)t[s]=e[r]}function ia(t,e,o){for(let n=0,s=0;n<o;n+=1)for(let r=0;r<
t.length;r+=1,s+=1)t[r]+=e[s]}function la(t,e,o){for(let n=0;n<o;n+=1)t[n]*=e[n]}function $n(t,e,o,n,s,r,a,i,l,f){let c=e-e%4,u=o-o%4;for(let d=0;d<c;d+=4)for(let m=0;m<
u;m+=4){let h=0,v=0,g=0,w=0,p=0,S=0,M=0,C=0,b=0,A=0,y=0,$=0,T=0,L=0,B=0,O=0,E=d*r,I=m*l;for(let F=0;F<n;F+=1){let P=i[I],U=i[I+l],H=i[I+2*l],_=i[I+3*l],N=s[E],D=s[E+
r],q=s[E+2*r],K=s[E+3*r];h+=N*P,v+=N*U,g+=N*H,w+=N*_,p+=D*P,S+=D*U,M+=D*H,C+=D*_,b+=q*P,A+=q*U,y+=q*H,$+=q*_,T+=K*P,L+=K*U,B+=K*H,O+=K*_,E+=a,I+=f}let k=d*o+m;t[k]+=
h,t[k+1]+=v,t[k+2]+=g,t[k+3]+=w,k+=o,t[k]+=p,t[k+1]+=S,t[k+2]+=M,t[k+3]+=C,k+=o,t[k]+=b,t[k+1]+=A,t[k+2]+=y,t[k+3]+=$,k+=o,t[k]+=T,t[k+1]+=L,t[k+2]+=B,t[k+3]+=O}
for(let d=0;d<e;d+=1)for(let m=d<c?u:0;m<o;m+=1){let h=0;for(let v=0;v<n;v+=1)h+=s[d*r+v*a]*i[m*l+v*f];t[d*o+m]+=h}}var Et={dim:14,lowest:.25,highest:32},We=[2+Et.dim,64,64,64,2],je=256,ca=.995,ua={noise:(t,e)=>e,image:t=>t,velocity:(t,e,{signal:o,noise:n})=>o*e-n*t,flow:(t,e)=>e-
t},fa={mse:{error:t=>t*t,slope:t=>2*t},mae:{error:Math.abs,slope:Math.sign}};function Ct(t){let e=t.length/2,o=[0,0];t.forEach((s,r)=>{o[r%2]+=s/e});let n=t.reduce(
(s,r,a)=>s+(r-o[a%2])**2,0);return{mean:o,spread:Math.sqrt(n/t.length)||1}}function An(t,{mean:e,spread:o}){return t.map((n,s)=>(n-e[s%2])/o)}function Nt(t,{mean:e,
spread:o}){return t.map((n,s)=>n*o+e[s%2])}function da(t){let e=ft(We),o=0;for(let{inputs:n,weight:s,bias:r}of e.layers.slice(0,-1))for(let a of[s,r])for(let i=0;i<
a.length;i+=1)a[i]=(2*Se(t,o)-1)/Math.sqrt(n),o+=1;return e.parameters}function ps(t,e){let{kind:o,options:n}=e.schedule,s=Fe(o,n),r=Mt(e.target),a=ua[e.target],
{error:i,slope:l}=fa[e.loss],c=St(Et.dim,Et.lowest,Et.highest).map($=>Math.fround(2*Math.PI*$)),u=ft(We,e.parameters??da(e.seed)),d=ft(We),m=ds(u.parameters.length),
h=ms(u.parameters,ca),v=ft(We,h.parameters),g=hs(We),w=Ct(t),p=An(t,w),S=0;function M($,T,L,B,O){let E=T*We[0];$[E]=L,$[E+1]=B;for(let I=0;I<c.length;I+=1){let k=Math.
fround(Math.fround(O)*c[I]);$[E+2+I]=Math.sin(k),$[E+2+c.length+I]=Math.cos(k)}}function C($){let T=$.times.length,L=new Float64Array(T*We[0]),B=new Float64Array(
2*T);for(let E=0;E<T;E+=1){let I=s.rates($.times[E]),[k,F]=[2*E,2*E+1];M(L,E,I.signal*$.images[k]+I.noise*$.noise[k],I.signal*$.images[F]+I.noise*$.noise[F],I.noise**
2),B[k]=a($.images[k],$.noise[k],I),B[F]=a($.images[F],$.noise[F],I)}let O=0;return d.parameters.fill(0),Sn(u,g,L,new Float64Array(2*T),d,(E,I,k,F)=>{for(let P=0;P<
2*I;P+=1){let U=k[P]-B[2*E+P];O+=i(U)/(2*T),F[P]=l(U)/(2*T)}}),O}function b($){let T=Ye(e.seed,$+65536),L=p.length/2,B={images:new Float64Array(2*je),noise:Q(T,
2*je),times:new Float64Array(je)};for(let O=0;O<je;O+=1){let E=2*Math.floor(L*Se(T,4*je+O));B.images[2*O]=p[E],B.images[2*O+1]=p[E+1],B.times[O]=Se(T,5*je+O)}return B}
function A($,T,L){let B=T.length/2,O=new Float64Array(B*We[0]);for(let I=0;I<B;I+=1)M(O,I,T[2*I],T[2*I+1],L.noise**2);let E=Sn($,g,O,new Float64Array(T.length));
return r(E,T,L)}let y=$=>$?v:u;return{network:u,gradient:d,average:h,drawBatch:b,lossAndGradient:C,get steps(){return S},step($=e.rate){let T=C(b(S));return Number.
isFinite(T)&&(m.step(u.parameters,d.parameters,$),h.update(u.parameters),S+=1),T},learnFrom($){w=Ct($),p=An($,w)},best(){return Array.from({length:12},(L,B)=>fs(
p,s,e.target,e.loss,{...b(1e6+B),times:Float64Array.from({length:je},(O,E)=>(E+(B+.5)/12)/je)})).reduce((L,B)=>L+B,0)/12},sample({count:$,steps:T=20,seed:L=1,smooth:B=!0}){
let O=Ee(T),E=Float64Array.from(Q(L,2*$)),I=E;for(let k=0;k<T;k+=1){let[F,P]=[s.rates(O[k]),s.rates(O[k+1])];({image:I,noisy:E}=kt(E,A(y(B),E,F),F,P))}return Nt(
I,w)},guess($,{t:T,smooth:L=!0}){let B=s.rates(T),O=An($,w),E=A(y(L),O,B),I=O.map((k,F)=>(k-B.noise*E[F])/B.signal);return Nt(I,w)}}}var gs=100,ma=.25,ha=3e4;function ws(t,{slice:e=50,later:o=n=>setTimeout(n,0)}={}){let n=null,s={},r={},a=0,i=!1,l=!1,f=!0,c=[],u=0,d=0,m=0,h=0,v=0,g={},w=()=>!f||
n.steps>=ha;function p(b,A=1/0){let y=performance.now(),$=0;for(;$<A&&f&&performance.now()<b;){let T=n.step(r.rate);c.push(T),f=Number.isFinite(T),$+=1}u+=performance.
now()-y,d+=$,w()&&(i=!1)}function S({samples:b=!1,arrows:A=b}={}){let y={...g,begun:a,steps:n.steps,finite:f,ended:w(),losses:Float32Array.from(c),rate:u>0?1e3*
d/u:0},{count:$,length:T,seed:L,places:B,t:O}=s,E=r.average;if(A&&(y.arrows=n.guess(B,{t:O,smooth:E})),b&&n.steps>0){let I=performance.now();y.samples=n.sample(
{count:$,steps:T,seed:L,smooth:E}),m=performance.now(),h=m-I}[c,g]=[[],{}],u>2e3&&([u,d]=[u/2,d/2]),t(y),v=performance.now()}function M(){if(l=!1,!i)return;p(performance.
now()+e);let b=performance.now(),A=!i||b-m>Math.max(2*gs,h/ma);(A||b-v>gs)&&S({samples:A,arrows:!0}),C()}function C(){!i||l||(l=!0,o(M))}return{begin(b){({number:a,
settings:r,view:s}=b),n=ps(b.points,r),[i,f,c,u,d]=[!1,!0,[],0,0],g={best:n.best()},S({samples:!0})},learnFrom({points:b}){n.learnFrom(b),g={best:n.best()},i||S(
{samples:!0})},change(b){r={...r,...b},i||S({samples:!0})},look(b){s={...s,...b},S({arrows:!0,samples:!("t"in b)})},run({on:b}){i=b&&!w(),i||S({samples:!0}),C()},
step({count:b=1}){p(1/0,b),S({samples:!0})}}}function ys(t,e){let o=null,n=null,s=!1,r=[],a=()=>{n=ws(t,{slice:12});for(let{order:i,...l}of r.splice(0))n[i](l)};try{o=e(),o.onmessage=({data:i})=>{s=!0,r.length=
0,i.ready||t(i)},o.onerror=i=>{if(i.preventDefault?.(),s)throw new Error(i.message);a()}}catch{a()}return{get inWorker(){return n===null},ask(i,l={}){return n?n[i](
l):(s||r.push({order:i,...l}),o.postMessage({order:i,...l}))}}}var Lt=2.2,bs=1.9,Pt=600,xs=400,pa=.15,ga=1e3,vs=[["heart","Heart"],["moons","Two moons"],["spiral","Spiral"],["discs","Two discs"],["letters","DDIM"],["picture",
"A painted flower"],["drawing","What I draw"]],Ms={cosine:{name:"Cosine",kind:"cosine",options:{max_signal_rate:.999}},short:{name:"Cosine, ends as for pictures",
kind:"cosine",options:{}},linear:{name:"Linear β",kind:"linear",options:{}},log_snr:{name:"Straight log-SNR",kind:"log_snr",options:{start:6,end:-6}},rectified_flow:{
name:"Rectified flow",kind:"rectified_flow",options:{}}},wa=[["noise","Noise"],["image","Image"],["velocity","Velocity"],["flow","Flow (noise − image)"]],ya=[
["mse","Squared (MSE)"],["mae","Absolute (MAE)"]],ks=Float64Array.from({length:450},(t,e)=>{let o=e>>1;return Lt*(2*((e%2?Math.floor(o/15):o%15)+.5)/15-1)});function ba(){
return new Worker(URL.createObjectURL(new Blob([us],{type:"text/javascript"})))}function $s(t,e,o){let n={schedule:"cosine",target:"noise",loss:"mse",power:-2,average:!0,
seed:e.seed},s={size:e.picture.size,ink:ce(e.picture.ink)},r=xa(e.picture),a=[],i=new Float32Array(0),l=null,f=0,c=!1,u=!1,d={steps:0,finite:!0,rate:0},m=[],h=null,
v=null,g=0,w=null,p=te({label:"Points",options:vs,value:e.shape,onChange:D}),S=ne({label:"Clear",onClick:()=>{p.value="drawing"}}),M=ne({label:"Train",onClick:()=>u?
Pe():me()}),C=ne({label:"One step",onClick:()=>{xe()&&ee("step")}}),b=ne({label:"Start again",onClick:Le}),A=Y({label:"Learning rate",min:-4,max:0,step:.5,value:n.
power,format:R=>String(Number((10**R).toPrecision(1))),onInput(R){n.power=R,c&&ee("change",{rate:10**R})}}),y=Ge({label:"Average the weights",value:!0,onChange(R){
n.average=R,c&&ee("change",{average:R})}}),$=R=>se=>{n[R]=se,Le()},T=te({label:"Schedule",value:n.schedule,options:Object.entries(Ms).map(([R,{name:se}])=>[R,se]),
onChange:$("schedule")}),L=te({label:"The network predicts",value:n.target,options:wa,onChange:$("target")}),B=te({label:"Error",value:n.loss,options:ya,onChange:$(
"loss")}),O=Y({label:"Seed",min:0,max:50,step:1,value:n.seed,onInput(R){n.seed=R,q(p.value),Le()}}),E=Y({label:"Noise level of the arrows",min:0,max:1,step:.02,
value:.5,format:R=>`t = ${R.toFixed(2)}`,onInput(R){c&&ee("look",{t:R})}}),I=Y({label:"Steps of DDIM",min:1,max:50,step:1,value:20,onInput(R){c&&ee("look",{length:R})}}),
k=Te({label:"Your points",reach:Lt,draw:de,onPress:ie}),F=ss(o,k,{reach:Lt,onPoint:W,onBack:G}),P=Te({label:"Samples",reach:Lt,draw:j}),U=x("span",{class:"ff-ti\
tle"},"Noise"),H=we({label:"Loss over the steps",title:"Loss",x:[0,200],...yn([]),height:150,xLabel:"steps",formatY:bn}),_=J(),N=(R,se,...Re)=>x("div",{},R,se.element,
...Re);t.append(V(p,S,M,C,b),x("div",{class:"ff-columns ff-two"},N(x("span",{class:"ff-title"},"Your points: draw here"),k,F.hint),N(U,P)),_.element,F.element,x(
"div",{class:"ff-gap"},H.element,be([["iris","Loss"],["muted","The least that any network can reach on these points",!0]])),x("div",{class:"ff-controls ff-gap"},
A.element,y.element,...e.simple?[]:[T,L,B,E,I,O].map(R=>R.element)));function D(R){R==="drawing"&&(a=[]),q(R)}function q(R){R==="drawing"?i=a.length?kn(a,Pt,n.seed):
new Float32Array(0):R==="picture"?i=as(s.ink,s.size,Pt,n.seed,bs):i=ls(R,Pt,n.seed),M.disabled=C.disabled=i.length===0,k.canvas.setAttribute("aria-label",i.length?
`${i.length/2} points to learn: ${vs.find(([se])=>se===R)[1]}`:"An empty board to draw on"),X(),k.redraw(),P.redraw(),Me()}let K=0;function X(){!c||K||(K=setTimeout(
()=>{K=0,c&&i.length&&ee("learnFrom",{points:i}),c&&u&&ee("run",{on:i.length>0})},300))}function de(R){p.value==="picture"&&R.picture(r,bs,.35),R.dots(i,re(o,"s\
ignal"),2.4),v&&R.arrows(ks,v,re(o,"noise")),F.draw(R),!i.length&&(R.context.fillStyle=re(o,"muted"),R.context.textAlign="center",R.context.font=`14px ${getComputedStyle(
o).fontFamily}`,R.context.fillText("Draw here",R.width/2,R.width/2))}function j(R){R.dots(i,re(o,"muted"),2,.35),R.dots(h??z(),re(o,"petal"),2.6)}function z(){let R=Float64Array.
from(Q(1,2*xs));return i.length?Nt(R,Ct(i)):R}function ie(R,se){if(se)p.value!=="drawing"&&(p.value="drawing"),a.push([R]);else{let Re=a[a.length-1],dt=Re[Re.length-
1];if(Math.hypot(R[0]-dt[0],R[1]-dt[1])<.04)return;Re.push(R)}q("drawing")}function W(R,se){return se&&p.value==="drawing"&&a.length?(a[a.length-1].push(R),q("d\
rawing"),"A line to here."):(ie(R,!0),`A point. ${oe(a.length)} on the board.`)}function G(){return p.value!=="drawing"||!a.length?"There is nothing of yours to\
 take back.":(a.pop(),q("drawing"),`Taken back. ${oe(a.length)} on the board.`)}function oe(R){return R===1?"1 stroke":`${R||"No"} strokes`}function ee(R,se={}){
l.ask(R,se)}function xe(){return i.length?(l??=ys(Ie,ba),c||fe(),!0):!1}function fe(){let{kind:R,options:se}=Ms[n.schedule];f+=1,c=!0,ee("begin",{number:f,points:i,
settings:{schedule:{kind:R,options:se},target:n.target,loss:n.loss,rate:10**n.power,average:n.average,seed:n.seed},view:{count:xs,length:I.value,seed:1,places:ks,
t:E.value}})}function me(){xe()&&(u=!0,ve(),ee("run",{on:!0}))}function Pe(){u=!1,ve(),ee("run",{on:!1})}function Le(){m=[],[h,v,w]=[null,null,null],d={steps:0,
finite:!0,rate:0},c=!1,l&&xe()&&u&&ee("run",{on:!0}),ge()}function Ie(R){if(R.begun===f){d=R,R.ended&&(u=!1);for(let se of R.losses)m.push(se);w=R.best??w,R.samples&&
(h=R.samples),R.arrows&&(v=R.arrows),He()}}let ye=0,Ue=0;function He(){if(Ue)return;let R=It()&&u?ga-(performance.now()-ye):0;Ue=setTimeout(()=>{Ue=0,ye=performance.
now(),ge()},Math.max(0,R))}function ge(){g=h&&i.length?cs(h,i,pa):0,U.textContent=h?"Samples":"Noise, where samples start",k.redraw(),P.redraw();let R=rs(m),se=w>
0?Math.log10(w):null,Re=Math.max(100,m.length);H.limits({x:[0,Re],...yn(se===null?R:[...R,[0,se]])}),H.update({lines:[...se===null?[]:[{points:[[0,se],[Re,se]],
colour:"muted",dash:!0}],...R.length>1?[{points:R,colour:"iris"}]:[]],marks:R.length===1?[{x:R[0][0],y:R[0][1],colour:"iris"}]:[]}),ve(),Me()}function ve(){M.textContent=
u?"Pause":"Train",o.dataset.state=u?"training":d.finite?"resting":"broken",o.dataset.steps=d.steps,o.dataset.rate=Math.round(d.rate),o.dataset.loss=xn(m).toFixed(
4),o.dataset.near=g.toFixed(3)}function Me(){if(!i.length)return _.say("The board is empty. Draw on it, or choose points.");if(!m.length)return _.say(`${Pt} poi\
nts to learn. Press Train.`);let R=xn(m),se=l.inWorker?"":", without a worker",Re=d.rate?` ${Math.round(d.rate)} steps a second here${se}.`:"";if(!d.finite)return _.
say(`Step ${d.steps}: the loss is no longer a number. The learning rate is too high; take a smaller one and start again.`);let dt=R>1.5*m[0]?" That is more than\
 at the start: the learning rate is too high.":"";return _.say(`Step ${d.steps.toLocaleString("en")}. Loss ${bn(Math.log10(R),3)}.${dt} ${Math.round(100*g)} % o\
f the samples lie on your points.${Re}`)}typeof IntersectionObserver=="function"&&new IntersectionObserver(R=>{let se=R[R.length-1].isIntersecting;c&&u&&ee("run",
{on:se&&i.length>0})}).observe(o),q(e.shape),k.follow(),P.follow(),ge(),Oe(o,()=>{k.redraw(),P.redraw()})}function xa({size:t,colours:e}){let o=x("canvas",{width:t,
height:t}),n=o.getContext("2d"),s=n.createImageData(t,t);ce(e).forEach((r,a)=>{s.data[4*Math.floor(a/3)+a%3]=r});for(let r=3;r<s.data.length;r+=4)s.data[r]=255;
return n.putImageData(s,0,0),o}function va(t,e){let o=t.centres.length*e.centres.length,[n,s]=[new Float64Array(2*o),new Float64Array(2*o)],r=0;for(let[a,i]of e.centres)for(let[l,f]of t.centres)
n.set([a,i],r),s.set([l-a,f-i],r),r+=2;return{goals:n,velocities:s,wide:t.width**2,narrow:e.width**2}}function Ma({goals:t,velocities:e,wide:o,narrow:n},s,r,a){
let i=(1-a)**2*n+a**2*o,l=(a*o-(1-a)*n)/i,f=-1/(2*i),[c,u,d,m]=[-1/0,0,0,0];for(let h=0;h<t.length;h+=2){let v=s-t[h]-a*e[h],g=r-t[h+1]-a*e[h+1],w=f*(v*v+g*g);if(w<
c-30)continue;if(w>c){let S=Math.exp(c-w);c=w,u*=S,d*=S,m*=S}let p=Math.exp(w-c);u+=p,d+=p*(e[h]+l*v),m+=p*(e[h+1]+l*g)}return[d/u,m/u]}function Fn({centres:t,width:e},o,n){
return Q(n,2*o).map((r,a)=>t[(a>>1)%t.length][a%2]+e*r)}function ka(t,e){let o=Array.from({length:t},(n,s)=>Ye(e,s));return o.map((n,s)=>s).sort((n,s)=>o[n]-o[s])}
function Ss(t,e,o,n){let s=ka(t.length/2,n),r=t.map((l,f)=>e[2*s[f>>1]+f%2]),a=t.map((l,f)=>l-r[f]),i=Array.from({length:o+1},(l,f)=>t.map((c,u)=>c-f/o*a[u]));return{
places:i,velocities:i.map(()=>a)}}function As(t,e,o,n){let s=va(e,o),r=(l,f)=>{let c=new Float32Array(l.length);for(let u=0;u<l.length;u+=2)[c[u],c[u+1]]=Ma(s,l[u],
l[u+1],f);return c},[a,i]=[[t],[r(t,1)]];for(let l=0;l<n;l+=1){let[f,c]=[a[l],1-l/n],u=f.map((m,h)=>m-i[l][h]/(2*n)),d=r(u,c-1/(2*n));a.push(f.map((m,h)=>m-d[h]/
n)),i.push(r(a[l+1],1-(l+1)/n))}return{places:a,velocities:i}}function Fs(t,e,o){let[n,s]=[0,0];for(let r=0;r<t.length;r+=2)for(let a=0;a<r;a+=2)Math.hypot(t[r]-
t[a],t[r+1]-t[a+1])>o||(n+=Math.hypot(e[r]-e[a],e[r+1]-e[a+1]),s+=1);return{mean:s?n/s:0,pairs:s}}var $a=40;function Ts(t,e,o){let{clouds:n,reach:s,count:r,steps:a,near:i}=e,l={source:e.source,target:e.target,way:e.way},f=new Map,c=null,u=Object.keys(n).map(
A=>[A,A]),d=(A,y,$)=>te({label:A,options:$,value:l[y],onChange(T){l[y]=T,M()}}),m=d("From","source",u),h=d("To","target",u),v=d("Each dot follows","way",[["line",
"its own line"],["mean","the mean of all lines"]]),g=Y({label:"Way to the target",min:0,max:1,step:1/a,value:e.opens,format:A=>`t = ${(1-A).toFixed(2)}`,onInput:C}),
w=Ge({label:"Paths",value:!0,onChange:C}),p=Te({label:"Dots on their way from one cloud to another",reach:s,draw:b}),S=J();t.append(V(m,h,v),V(g,ke(o,g,{seconds:4}),
w),x("div",{class:"ff-view"},p.element),S.element);function M(){let A=[l.source,l.target,l.way].join();if(!f.has(A)){let[y,$]=[n[l.source],n[l.target]],T=Fn(y,r,
e.seed);f.set(A,l.way==="mean"?As(T,y,$,a):Ss(T,Fn($,r,e.seed+1),a,e.seed))}c=f.get(A),C()}function C(){p.redraw()}function b(A){if(!c)return;let{context:y,place:$}=A,
T=Math.round(g.value*a);if(A.dots(n[l.target].centres.flat(),re(o,"muted"),5,.6),w.value){y.strokeStyle=re(o,"noise"),y.globalAlpha=.6,y.lineWidth=1,y.beginPath();
for(let O=0;O<$a;O+=1)for(let E=0;E<=T;E+=1){let[I,k]=$(c.places[E][2*O],c.places[E][2*O+1]);E?y.lineTo(I,k):y.moveTo(I,k)}y.stroke(),y.globalAlpha=1}A.dots(c.places[T],
re(o,"signal"),4);let{mean:L,pairs:B}=Fs(c.places[T],c.velocities[T],i);S.say(`t = ${(1-g.value).toFixed(2)}, from ${l.source} to ${l.target}. Two dots closer t\
han ${i} differ in velocity by ${L.toFixed(2)} on average (${B} pairs).`),o.dataset.disagreement=L.toFixed(3)}M(),p.follow(),Oe(o,C),o.dataset.state="ready"}function Cs(t,e){let{blocks:o}=e,n=Math.max(...o.map(d=>d.parameters)),s=o.map((d,m)=>{let h=Es(d,1)[0],v=Math.sqrt(d.parameters/n),g=x("button",{type:"button",
class:"ff-block","aria-pressed":"false","aria-label":`${d.title}, ${d.shape}, ${d.parameters} parameters`},h,x("i",{style:`width:${(100*v).toFixed(0)}%`}));return g.
addEventListener("focus",()=>u(m)),g.addEventListener("pointerenter",()=>u(m)),g.addEventListener("click",()=>u(m)),g.addEventListener("keydown",w=>{let p={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[w.key];p&&(w.preventDefault(),s[Math.min(Math.max(m+p,0),o.length-1)].focus())}),g}),r=Math.max(...o.map(d=>d.level))+1,a=x(
"div",{class:"ff-unet",role:"group","aria-label":"Blocks"});for(let d=0;d<r;d+=1){let m=g=>s.filter((w,p)=>o[p].level===d&&o[p].side===g),h=e.sizes[d],v=`margin\
-inline:${(30*d/(r-1)).toFixed(1)}%`;a.append(x("div",{class:"ff-unet-row",style:v},x("div",{class:"ff-unet-side"},...m("down")),...m("middle").length?[x("div",
{class:"ff-unet-side"},...m("middle")),x("span",{class:"ff-unet-size"},`${h} × ${h}`)]:[x("span",{class:"ff-unet-skip"},x("span",{class:"ff-unet-size"},`${h} ×\
 ${h}`))],x("div",{class:"ff-unet-side"},...m("up"))))}let i=x("span",{class:"ff-title"}),l=x("dl",{class:"ff-facts"}),f=x("div",{class:"ff-maps",role:"img"}),c=J();
t.append(a,x("div",{class:"ff-unet-detail"},i,l,f),c.element);function u(d){let m=o[d];s.forEach((h,v)=>{h.setAttribute("aria-pressed",String(v===d)),h.classList.
toggle("ff-partner",v!==d&&Sa(o[v],m))}),i.textContent=m.kind?`${m.title}: ${m.kind}`:m.title,l.replaceChildren(...m.facts.map(([h,v])=>x("div",{},x("dt",{},h),
x("dd",{},v)))),f.replaceChildren(...Es(m,m.count)),f.setAttribute("aria-label",m.shown),c.say(m.sentence)}u(Math.min(e.selected,o.length-1))}function Sa(t,e){return t.
skip===e.name||e.skip===t.name}function Aa(t,e){return Float64Array.from({length:e},(o,n)=>((n%2?t[n>>1]&15:t[n>>1]>>4)-7)/7)}function Es(t,e){let[o,n]=t.size,s=ce(
t.maps),r=o*n,a=t.colour?null:Aa(s,r*t.count);return Array.from({length:Math.min(e,t.count)},(i,l)=>{let f=Z({label:"",width:o,height:n});return f.draw(t.colour?
s:it(a.subarray(l*r,(l+1)*r))),f.canvas.removeAttribute("role"),f.canvas.removeAttribute("aria-label"),f.canvas.setAttribute("aria-hidden","true"),f.canvas})}var Tn=["leaf","iris"];function Ns(t,e,o){let{side:n,epochs:s,curves:r}=e,a=r.flatMap(({points:v})=>v),[i,l]=[Math.min(...a.map(([v])=>v)),Math.max(...a.map(([v])=>v))],
f=null,c=Y({label:"Epoch",min:i,max:l,step:1,value:l,onInput:h}),u=we({label:"Errors over the epochs",title:"Errors",x:[i,Math.max(l,i+1)],y:Fa(r),height:190,xLabel:"\
epoch",onPoint:v=>{c.value=Math.round(v)}}),d=Z({label:"Samples",title:"Samples",width:n,height:n}),m=J();t.append(V(c,ke(o,c,{seconds:8})),x("div",{class:"ff-c\
olumns ff-two"},x("div",{},u.element,be(r.map(({name:v},g)=>[Tn[g],v]))),d.element),m.element);function h(){let v=c.value;u.update({lines:r.map(({points:w},p)=>({
points:w,colour:Tn[p]})).filter(({points:w})=>w.length>1),marks:[{x:v,colour:"muted"},...r.flatMap(({points:w},p)=>{let S=En(w,v,([M])=>M);return S?[{x:S[0],y:S[1],
colour:Tn[p]}]:[]})]});let g=En(s,v,w=>w)??s[0];f&&d.draw(le(f,s.indexOf(g)*n,0,n,n)),d.heading.textContent=`Samples after epoch ${g}`,d.describe(`Sixteen sampl\
es after epoch ${g}`),m.say(`Epoch ${v}. ${r.map(({name:w,points:p})=>{let S=En(p,v,([M])=>M);return S?`${w}: ${S[1].toFixed(3)}`:""}).filter(Boolean).join("; ")}\
.`)}h(),ae(ue(o)).then(v=>{f=v,o.dataset.state="ready",h()})}function Fa(t){let e=t.flatMap(({points:r})=>r.map(([,a])=>a)),[o,n]=[Math.min(...e),Math.max(...e)],
s=.05*(n-o)||.01;return[o-s,n+s]}function En(t,e,o){return t.filter(n=>o(n)<=e).at(-1)}Cn({dissolve:jn,draw_a_schedule:fo,embedding_explorer:ho,every_flower:po,field:xo,film:So,first_flowers:Ao,follow:To,grow:Co,guess_the_flower:Do,lie:yo,noise_maps:Wo,
particles:Vo,race:Zo,reverse:Qo,sample_size:ns,train:$s,two_clouds:Ts,unet_map:Cs,watch:Ns});})();
