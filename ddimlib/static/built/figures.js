/* Made by book/bundle_figures.py from ddimlib/static/ (6039f247a59e6a32). */
(()=>{function An(t){let e=".ff-figure[data-figure]:not([data-started], [data-failed])",o=()=>{for(let s of document.querySelectorAll(e))document.readyState==="loadin\
g"&&!s.nextSibling||Ms(s,t[s.dataset.figure])};if(o(),document.readyState!=="loading")return;let n=new MutationObserver(o);n.observe(document,{childList:!0,subtree:!0}),
document.addEventListener("DOMContentLoaded",()=>{n.disconnect(),o()})}function Ms(t,e){let o=t.querySelector(":scope > script[type='application/json']");if(!e||
!o)return;let n=t.querySelector(".ff-live");n.addEventListener("focusin",({target:s})=>{s.dataset.lmSuppressShortcuts="true"}),t.dataset.started="";try{e(n,JSON.
parse(o.textContent),t)}catch(s){delete t.dataset.started,t.dataset.failed="",n.replaceChildren(),console.error(s)}}function y(t,e={},...o){let n=document.createElement(
t);for(let[s,r]of Object.entries(e))r!=null&&r!==!1&&n.setAttribute(s,r===!0?"":r);return n.append(...o),n}function _e(t,e=250){let o=0;return(n=e)=>{clearTimeout(
o),o=setTimeout(t,n)}}function Z(...t){return y("div",{class:"ff-controls"},...t.map(e=>e.element??e))}function G({label:t,min:e,max:o,step:n,value:s,format:r=String,
onInput:a}){let i=y("span",{class:"ff-value","aria-hidden":"true"}),l=y("input",{type:"range",min:e,max:o,step:n}),f=()=>{let d=r(Number(l.value));i.textContent=
d,l.setAttribute("aria-valuetext",d);let m=(Number(l.value)-l.min)/(l.max-l.min||1);l.style.setProperty("--ff-filled",`${(100*m).toFixed(1)}%`)},c=y("span",{class:"\
ff-label"},t),u=y("label",{class:"ff-slider"},y("span",{class:"ff-row"},c,i),l);return l.value=s,f(),l.addEventListener("input",()=>{f(),a(Number(l.value))}),{element:u,
input:l,get value(){return Number(l.value)},set value(d){l.value=d,f(),a(Number(l.value))},limits(d,m,h){Object.assign(l,{min:d,max:m}),l.value=h,f()},rename(d){
c.textContent=d}}}function ne({label:t,options:e,value:o,onChange:n}){let s=y("select",{},...e.map(([a,i])=>y("option",{value:a},i)));return s.value=o,s.addEventListener(
"change",()=>n(s.value)),{element:y("label",{class:"ff-choice"},y("span",{class:"ff-label"},t),s),input:s,get value(){return s.value},set value(a){s.value=a,n(s.
value)}}}function Ze({label:t,value:e=!1,onChange:o}){let n=y("input",{type:"checkbox"});return n.checked=e,n.addEventListener("change",()=>o(n.checked)),{element:y(
"label",{class:"ff-toggle"},n,y("span",{},t)),input:n,get value(){return n.checked}}}function se({label:t,onClick:e}){let o=y("button",{type:"button",class:"ff-\
button"},t);return o.addEventListener("click",e),o}function It(){return window.matchMedia("(prefers-reduced-motion: reduce)").matches}function ks(t,e,o=()=>{}){
let n=0,s=!1,r=!0,a=null,i=c=>{let u=a===null?0:Math.min((c-a)/1e3,.1);if(a=c,n=0,!t.isConnected||e(u)===!1)return f.pause();l()},l=()=>{s&&r&&!n&&(n=requestAnimationFrame(
i))},f={get playing(){return s},play(){s=!0,a=null,o(!0),l()},pause(){s=!1,cancelAnimationFrame(n),n=0,o(!1)}};return typeof IntersectionObserver=="function"&&new IntersectionObserver(
c=>{r=c[c.length-1].isIntersecting,a=null,l()}).observe(t),f}function Fe(t,e,{label:o="Play",seconds:n=6}={}){let s=()=>Number(e.input.min),r=()=>Number(e.input.
max),a=0,i=0,l=se({label:o,onClick:()=>{if(f.playing)return f.pause();a=e.value>=r()?s():e.value,i=0,f.play()}}),f=ks(t,c=>{let u=r()-s();if(It()){if(i+=c,i<n/8)
return!0;a+=u/8,i=0}else a+=u*c/n;return e.value=Math.min(a,r()),a<r()},c=>{l.textContent=c?"Pause":o});return e.input.addEventListener("pointerdown",()=>f.pause()),
e.input.addEventListener("keydown",()=>f.pause()),l}function X(){let t=y("p",{class:"ff-readout"}),e=y("p",{class:"ff-hidden","aria-live":"polite"}),o=0;return{
element:y("div",{},t,e),say(n){let s=t.textContent==="";t.textContent=n,clearTimeout(o),s||(o=setTimeout(()=>{e.textContent=n},500))}}}function V({label:t,title:e="",
width:o,height:n}){let s=y("canvas",{width:o,height:n,role:"img","aria-label":t}),r=s.getContext("2d"),a=r.createImageData(o,n);a.data.fill(255);let i=y("span",
{class:"ff-title"},e);return{element:y("div",{class:"ff-picture"},...e?[i]:[],s),canvas:s,heading:i,draw(l){let f=l.length===o*n;for(let c=0;c<o*n;c+=1)for(let u=0;u<
3;u+=1)a.data[4*c+u]=f?l[c]:l[3*c+u];r.putImageData(a,0,0)},describe(l){s.setAttribute("aria-label",l)}}}function Ke(t,e){let o=new MutationObserver(e),n=["data\
-theme","data-jp-theme-light","theme","class"];o.observe(document.documentElement,{attributes:!0,attributeFilter:n}),o.observe(document.body,{attributes:!0,attributeFilter:n}),
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change",e)}function ue(t,e){return getComputedStyle(t).getPropertyValue(`--ff-${e}`).trim()}
function dt(t,e){let o=0,n=()=>{let s=Math.round(t.clientWidth);s>0&&s!==o&&e(o=s)};n(),new ResizeObserver(n).observe(t)}function ie(t){return Uint8Array.from(atob(
t),e=>e.charCodeAt(0))}var $s="http://www.w3.org/2000/svg";function ke(t,e,o=""){let n=document.createElementNS($s,t);for(let[s,r]of Object.entries(e))n.setAttribute(s,r);return o&&(n.
textContent=o),n}function Fn(t,e,o=5){let n=(e-t)/o,s=10**Math.floor(Math.log10(n)),r=[1,2,5,10].map(i=>i*s).find(i=>i>=n*.999),a=[];for(let i=Math.ceil(t/r-1e-9);i*
r<=e+1e-9*r;i+=1)a.push(Number((i*r).toPrecision(12)));return a}function En(t){return String(t).replace("-","−")}var Rt={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,
PageUp:5,PageDown:-5};function pe({label:t,title:e="",x:o,y:n,xLabel:s="",yLabel:r="",height:a=170,xTicks:i=null,yTicks:l=null,formatX:f=En,formatY:c=En,onPoint:u=null,
onHandle:d=null,onStep:m=null,onDraw:h=null}){let x=y("div",{class:"ff-chart"}),g=ke("svg",{role:d?"group":"img","aria-label":t,height:a}),b=ke("g",{}),p=new Map;
g.append(b);let S={left:44,right:12,top:8,bottom:s?38:24},M={x:o,y:n,xTicks:i,yTicks:l},N=300,w={lines:[],marks:[],areas:[]},F=A=>S.left+(A-M.x[0])/(M.x[1]-M.x[0])*
(N-S.left-S.right),v=A=>a-S.bottom-(A-M.y[0])/(M.y[1]-M.y[0])*(a-S.top-S.bottom),$=A=>Math.min(Math.max(A,M.y[0]),M.y[1]),T=A=>A.map(([C,W],U)=>`${U?"L":"M"}${F(
C).toFixed(1)} ${v(W).toFixed(1)}`).join("");function L(){let A=a-S.bottom;for(let C of M.yTicks??Fn(...M.y,4))b.append(ke("line",{class:"ff-grid",x1:S.left,x2:N-
S.right,y1:v(C),y2:v(C)}),ke("text",{class:"ff-tick",x:S.left-(d?13:6),y:v(C)+4,"text-anchor":"end"},c(C)));for(let C of M.xTicks??Fn(...M.x,N<260?3:5))b.append(
ke("text",{class:"ff-tick",x:F(C),y:A+16,"text-anchor":"middle"},f(C)));if(b.append(ke("line",{class:"ff-axis",x1:S.left,x2:N-S.right,y1:A,y2:A})),s&&b.append(ke(
"text",{class:"ff-axis-label","text-anchor":"middle",x:(S.left+N-S.right)/2,y:a-5},s)),r){let C=(S.top+A)/2;b.append(ke("text",{class:"ff-axis-label","text-anch\
or":"middle",x:11,y:C,transform:`rotate(-90 11 ${C})`},r))}}function O(){b.replaceChildren(),g.setAttribute("viewBox",`0 0 ${N} ${a}`),g.setAttribute("width",N),
L();let A=a-S.bottom,[C,W]=[S.left-2,S.top-2],[U,Y]=[N-S.right+2-C,A+2-W],R=ke("svg",{class:"ff-plot",x:C,y:W,width:U,height:Y,viewBox:`${C} ${W} ${U} ${Y}`});b.
append(R);for(let{points:D,colour:B="accent"}of w.areas??[]){let K=F(D[0][0]).toFixed(1),ee=F(D[D.length-1][0]).toFixed(1);R.append(ke("path",{d:`${T(D)}L${ee} ${A}\
L${K} ${A}Z`,class:"ff-area",style:`fill:var(--ff-${B})`}))}for(let{points:D,colour:B="accent",dash:K=!1,width:ee=2}of w.lines??[])R.append(ke("path",{d:T(D),class:"\
ff-line",style:`stroke:var(--ff-${B});stroke-width:${ee};${K?"stroke-dasharray:5 4":""}`}));for(let{x:D,y:B,colour:K="ink",handle:ee,label:ge,says:q,size:J=4.5}of w.
marks??[])B===void 0?b.append(ke("line",{x1:F(D),x2:F(D),y1:S.top,y2:A,class:"ff-rule",style:`stroke:var(--ff-${K})`})):ee?_(ee,{cx:F(D),cy:v($(B)),style:`strok\
e:var(--ff-${K})`,"aria-label":ge,"aria-valuetext":q,"aria-valuenow":B,"aria-valuemin":M.y[0],"aria-valuemax":M.y[1]}):b.append(ke("circle",{cx:F(D),cy:v($(B)),
r:J,class:"ff-mark",style:`fill:var(--ff-${K})`}))}function _(A,C){p.has(A)||(p.set(A,ke("circle",{class:"ff-handle",r:9,"data-handle":A,tabindex:0,role:"slider",
"aria-orientation":"vertical"})),g.append(p.get(A)));for(let[W,U]of Object.entries(C))p.get(A).setAttribute(W,U)}function E(A){let C=g.getBoundingClientRect(),W=(A.
clientX-C.left-S.left)/(C.width-S.left-S.right),U=(C.bottom-S.bottom-A.clientY)/(a-S.top-S.bottom);return[[W,M.x],[U,M.y]].map(([Y,[R,D]])=>R+Math.min(Math.max(
Y,0),1)*(D-R))}let I=null,k=(A,C=!1)=>{let[W,U]=E(A);I?d(I,W,U):h?h([W,U],C):u&&u(W)};return(u||d||h)&&(u&&g.classList.add("ff-draggable"),h&&g.classList.add("f\
f-drawable"),g.addEventListener("pointerdown",A=>{I=A.target.dataset?.handle??null,!(!I&&!u&&!h)&&(g.setPointerCapture(A.pointerId),I||k(A,!0))}),g.addEventListener(
"pointermove",A=>{g.hasPointerCapture(A.pointerId)&&k(A)})),m&&g.addEventListener("keydown",A=>{let C=A.target.dataset?.handle;!C||!Rt[A.key]||A.altKey||A.ctrlKey||
A.metaKey||(A.preventDefault(),m(C,A.shiftKey?5*Math.sign(Rt[A.key]):Rt[A.key]))}),e&&x.append(y("span",{class:"ff-title"},e)),x.append(g),dt(x,A=>{N=A,O()}),{element:x,
update(A){w=A,O()},limits(A){Object.assign(M,A)},describe(A){g.setAttribute("aria-label",A)}}}function be(t){return y("div",{class:"ff-legend"},...t.map(([e,o,n])=>y(
"span",{},y("i",{style:`border-top:3px ${n?"dashed":"solid"} var(--ff-${e})`}),o)))}function Ot(t){return t=Math.imul(t^t>>>16,2146121005),t=Math.imul(t^t>>>15,2221713035),(t^t>>>16)>>>0}function Qe(t,e){let o=Ot(t+2654435769>>>0);return Ot(Ot(
e+o>>>0)+Math.imul(o,2246822507)>>>0)}function $e(t,e){return(Qe(t,e)+.5)/4294967296}function Q(t,e){let o=new Float32Array(e);for(let n=0;n<e;n+=2){let s=Math.
sqrt(-2*Math.log($e(t,n))),r=2*Math.PI*$e(t,n+1);o[n]=s*Math.cos(r),n+1<e&&(o[n+1]=s*Math.sin(r))}return o}function Ss(t,e){let[o,n,s]=[[],[],[]];for(let[r,a,i]=[0,0,0];r<t;){let l=Math.min((r+1)*e,(a+1)*t);o.push(r),n.push(a),s.push(l-i),i=l,l===(r+1)*e&&(r+=1),l===
(a+1)*t&&(a+=1)}return{from:Int32Array.from(o),to:Int32Array.from(n),length:Float64Array.from(s)}}function Tn(t,e){let{from:o,to:n,length:s}=Ss(t,e),r=new Float64Array(
3*e*e),a=new Float64Array(3*e),i=0;return{add(l){for(let f=0;f<l.length;f+=4*t){a.fill(0);for(let c=0;c<o.length;c+=1){let u=f+4*o[c],d=3*n[c],m=s[c];a[d]+=m*l[u],
a[d+1]+=m*l[u+1],a[d+2]+=m*l[u+2]}for(let c=o[i];o[i]===c;i+=1){let u=3*e*n[i];for(let d=0;d<a.length;d+=1)r[u+d]+=s[i]*a[d]}}},bytes:()=>Uint8Array.from(r,l=>Math.
floor(l/t**2+.5))}}var Nn=1e8,As=2**17;function Cn(t,{size:e,backLabel:o,show:n,back:s}){let r=y("input",{type:"file",accept:"image/*",hidden:!0}),a=se({label:"Your picture …",onClick:()=>r.
click()}),i=se({label:o,onClick:()=>{c+=1,m(""),i.hidden=!0,a.focus(),s(),t.dataset.state="ready"}});i.hidden=!0;let l=y("span",{class:"ff-note"},"Choose, drop \
or paste one. It stays in this page and is sent nowhere."),f=y("p",{role:"status",hidden:!0}),c=0;r.addEventListener("change",()=>{r.files.length&&d(r.files[0]),
r.value=""}),t.addEventListener("dragover",h=>{h.dataTransfer.types.includes("Files")&&(h.preventDefault(),t.classList.add("ff-over"))}),t.addEventListener("dra\
gleave",h=>{t.contains(h.relatedTarget)||t.classList.remove("ff-over")}),t.addEventListener("drop",h=>{t.classList.remove("ff-over"),h.dataTransfer.files.length&&
(h.preventDefault(),h.stopPropagation(),d(h.dataTransfer.files[0]))}),document.addEventListener("paste",u);function u(h){if(!t.isConnected)return document.removeEventListener(
"paste",u);let x=t.contains(h.target);if(h.defaultPrevented||!x&&!(Ns(t)&&Cs(h.target)))return;let g=[...h.clipboardData.files].find(b=>b.type.startsWith("image\
/"));g?(h.preventDefault(),d(g)):x&&m("There is no picture in the clipboard: copy one first, and paste again.")}async function d(h){c+=1;let x=c;t.dataset.state=
"reading",m(`Reading ${_t(h)} …`);try{let g=await Fs(h,e);if(x!==c)return;m(""),i.hidden=!1,n(g)}catch(g){if(x!==c)return;m(g instanceof ze?g.message:Ln(h))}t.
dataset.state="ready"}function m(h){f.textContent=h,f.hidden=h===""}return{element:y("div",{class:"ff-own"},y("div",{class:"ff-controls"},a,r,i,l),f)}}var ze=class extends Error{},
_t=t=>t.name?`“${t.name}”`:"the picture",Ln=t=>`This browser cannot read ${_t(t)} as a picture: take a JPEG, PNG or WebP file.`;async function Fs(t,e){let o=await Es(
t),n=Math.min(o.width,o.height),s=Math.floor((o.width-n)/2),r=Math.floor((o.height-n)/2),a=Math.ceil(As/n),i=Tn(n,e),f=y("canvas",{width:n,height:Math.min(a,n)}).
getContext("2d",{willReadFrequently:!0});for(let c=0;c<n;c+=a){let u=Math.min(a,n-c);f.fillStyle="white",f.fillRect(0,0,n,u),f.drawImage(o,s,r+c,n,u,0,0,n,u),i.
add(f.getImageData(0,0,n,u).data),await new Promise(d=>{setTimeout(d)})}return o.close(),i.bytes()}async function Es(t){if(t.type&&!t.type.startsWith("image/"))
throw new ze(Ln(t));let e=URL.createObjectURL(t);try{let o=await Ts(e),n=o.naturalWidth*o.naturalHeight;if(n>Nn)throw new ze(`${_t(t)} has ${Math.round(n/1e6)} \
million pixels and this page takes up to ${Nn/1e6} million: make it smaller first.`);return await createImageBitmap(t,{imageOrientation:"from-image"}).catch(()=>createImageBitmap(
o))}finally{URL.revokeObjectURL(e)}}function Ts(t){return new Promise((e,o)=>{let n=new Image;n.onload=()=>e(n),n.onerror=o,n.src=t})}function Ns(t){let e=t.getBoundingClientRect();
return e.bottom>0&&e.top<window.innerHeight}function Cs(t){return!t.isContentEditable&&!t.closest("input, textarea, select")}function Xe(t){let e=t.length/3,o=[0,0,0],n=[0,0,0];t.forEach((r,a)=>{o[a%3]+=r/e}),t.forEach((r,a)=>{n[a%3]+=(r-o[a%3])**2/e});for(let r=0;r<3;r+=1)n[r]=Math.sqrt(
n[r])||1;let s=Float64Array.from(t,(r,a)=>(r-o[a%3])/n[a%3]);return{mean:o,std:n,image:s}}function He({mean:t,std:e,image:o},n,s,r){let a=new Uint8ClampedArray(
o.length);for(let i=0;i<o.length;i+=1)a[i]=(s*o[i]+r*n[i])*e[i%3]+t[i%3];return a}function mt(t,e){return t.reduce((o,n,s)=>o+Math.abs(n-e[s]),0)/t.length}function Ls({min_signal_rate:t=.02,max_signal_rate:e=.95}={}){let o=Math.acos(e),n=Math.acos(t);return s=>-2*Math.log(Math.tan(o+s*(n-o)))}function Ps({beta_start:t=1e-4,
beta_end:e=.02,steps:o=1e3}={}){let n=new Float64Array(o),s=0;for(let r=0;r<o;r+=1)s+=Math.log1p(-(t+(e-t)*r/(o-1))),n[r]=s;return r=>{let a=r*(o-1),i=Math.min(
Math.floor(a),o-2),l=n[i]+(n[i+1]-n[i])*(a-i);return l-Math.log(-Math.expm1(l))}}function Is({start:t=2.5,end:e=-7.5}={}){return o=>t+o*(e-t)}function Rs({start:t=.01,
end:e=.99}={}){return o=>{let n=t+o*(e-t);return-2*Math.log(n/(1-n))}}var Bt={cosine:Ls,linear:Ps,log_snr:Is,rectified_flow:Rs};function Ae(t,e={}){if(!Object.hasOwn(
Bt,t))throw new Error(`no page knows the schedule "${t}"`);let o=Bt[t](e);return{logSNR:o,rates:n=>me(o(n))}}function me(t){return{signal:Math.sqrt(1/(1+Math.exp(
-t))),noise:Math.sqrt(1/(1+Math.exp(t)))}}var xa=Object.keys(Bt);function Pn(t,e,o,n,s){for(let r=1,a=0;r<s;r+=1){let i=s>>1;for(;a&i;i>>=1)a^=i;if(a^=i,r<a){let l=o+r*n,f=o+a*n;[t[l],t[f]]=[t[f],t[l]],[e[l],e[f]]=[e[f],e[l]]}}
for(let r=2;r<=s;r*=2)for(let a=0;a<r/2;a+=1){let i=Math.cos(-2*Math.PI*a/r),l=Math.sin(-2*Math.PI*a/r);for(let f=a;f<s;f+=r){let c=o+f*n,u=c+r/2*n,d=t[u]*i-e[u]*
l,m=t[u]*l+e[u]*i;t[u]=t[c]-d,e[u]=e[c]-m,t[c]+=d,e[c]+=m}}}function Dt(t,e){let o=Float64Array.from(t),n=new Float64Array(e*e);for(let s=0;s<e;s+=1)Pn(o,n,s*e,
1,e);for(let s=0;s<e;s+=1)Pn(o,n,s,e,e);return{real:o,imaginary:n}}function In(t){let e=new Int16Array(t*t);for(let o=0;o<t;o+=1)for(let n=0;n<t;n+=1){let s=Math.
min(o,t-o),r=Math.min(n,t-n),a=Math.round(Math.hypot(r,s));e[o*t+n]=a<=t/2?a:-1}return e}function qt(t,e,o,n,s,r){let a=new Float64Array(r/2+1),i=new Float64Array(
r/2+1);for(let l=0;l<r*r;l+=1){if(s[l]<0)continue;let f=o*t.real[l]+n*e.real[l],c=o*t.imaginary[l]+n*e.imaginary[l];a[s[l]]+=(f*f+c*c)/(r*r),i[s[l]]+=1}return a.
map((l,f)=>l/i[f])}var Os=[{kind:"cosine",name:"Cosine schedule",colour:"signal"},{kind:"linear",name:"Linear schedule",colour:"noise"}];function Rn(t,e,o){let n=new Float64Array(
o);for(let r of t){let a=Math.floor((r+e)/(2*e)*o);a>=0&&a<o&&(n[a]+=1)}let s=2*e/o;return n.map(r=>r/(t.length*s))}function _n(t,e,o){let{size:n,seed:s}=e,r=ie(
e.pixels),a=Q(s,r.length),i=new Float64Array(r.length),l=o.querySelector("figcaption"),f=l.textContent,c={},u=In(n),d=Dt(On(a),n),m=Os.map(v=>({...v,schedule:Ae(
v.kind),view:V({label:v.name,title:v.name,width:n,height:n}),note:y("div",{class:"ff-note"})})),h=pe({label:"Histogram of the pixel values",title:"Pixel values",
x:[-4,4],y:[0,.8],xLabel:"standardised value",xTicks:[-4,-2,0,2,4],yTicks:[0,.4,.8]}),x=pe({label:"Power spectrum",title:"Power at each scale",x:[0,Math.log10(n/
2)],y:[-2,4],xLabel:"cycles per picture: coarse → fine",xTicks:[1,2,4,8,16,32,64].filter(v=>v<=n/2).map(Math.log10),formatX:v=>Math.round(10**v),yTicks:[-2,0,
2,4],formatY:v=>`10${_s(v)}`}),g=G({label:"Time t",min:0,max:1,step:.01,value:e.t,format:v=>v.toFixed(2),onInput:N}),b=X(),p=Cn(o,{size:n,backLabel:e.credit?"Ba\
ck to the flower":"Back to the first picture",show:v=>{M(v,!0),N()},back:()=>{M(r,!1),N()}});t.append(Z(g,Fe(t,g,{label:"Dissolve"})),y("div",{class:"ff-columns\
 ff-pair ff-dissolve"},...m.map(({view:v,note:$})=>y("div",{},v.element,$))),y("div",{class:"ff-columns ff-two"},h.element,x.element),be([["signal","cosine"],["\
noise","linear"],["muted","picture",!0],["ink","pure noise",!0]]),b.element,p.element);let S=Bs(81).map(v=>-4+v/10).map(v=>[v,Math.exp(-v*v/2)/Math.sqrt(2*Math.
PI)]);function M(v,$){let T=Xe(v),L=Dt(On(T.image),n);c={pixels:T,transform:L,name:$?"Your picture":e.credit?"Photograph of a flower":"The picture",histogram:w(
Rn(T.image,4,40)),power:F(qt(L,d,1,0,u,n))},l.textContent=$?f.replace(e.credit,""):f,o.toggleAttribute("data-own",$)}function N(){let v=g.value,{pixels:$,transform:T,
name:L}=c,{image:O}=$,_=[],E=[],I=[];for(let{schedule:k,view:A,note:C,colour:W,name:U}of m){let{signal:Y,noise:R}=k.rates(v);for(let B=0;B<i.length;B+=1)i[B]=Y*
O[B]+R*a[B];A.draw(He($,a,Y,R));let D=`signal ${Y.toFixed(2)}, noise ${R.toFixed(2)}`;C.textContent=D,A.describe(`${L}, ${U.toLowerCase()}, t = ${v.toFixed(2)}:\
 ${D}`),_.push({points:w(Rn(i,4,40)),colour:W}),E.push({points:F(qt(T,d,Y,R,u,n)),colour:W}),I.push(`${U.toLowerCase().split(" ")[0]} keeps ${Math.round(100*Y**
2)} %`)}h.update({lines:[{points:c.histogram,colour:"muted",dash:!0,width:1.5},{points:S,colour:"ink",dash:!0,width:1.5},..._]}),x.update({lines:[{points:c.power,
colour:"muted",dash:!0,width:1.5},{points:[[0,0],[Math.log10(n/2),0]],colour:"ink",dash:!0,width:1.5},...E]}),b.say(`At t = ${v.toFixed(2)} the ${I.join(", the ")}\
 of the variance from the image.`)}function w(v){return Array.from(v,($,T)=>[-4+8*(T+.5)/v.length,$])}function F(v){return Array.from(v,($,T)=>[Math.log10(T),Math.
log10($+1e-9)]).slice(1)}M(r,!1),N(),o.dataset.state="ready"}function On(t){return Float64Array.from({length:t.length/3},(e,o)=>(t[3*o]+t[3*o+1]+t[3*o+2])/Math.
sqrt(3))}function _s(t){return String(t).replace("-","⁻").replace(/\d/g,e=>"⁰¹²³⁴⁵⁶⁷⁸⁹"[e])}function Bs(t){return Array.from({length:t},(e,o)=>o)}function jt({caption:t,name:e,head:o}){let n=y("tbody"),s=i=>y("th",{scope:"col"},i),r=y("table",{class:"ff-bars"},y("caption",{},t),y("thead",{},y("tr",{},s(e),
y("td"),...o.map(s))),n),a=i=>`${(100*Math.min(Math.max(i,0),1)).toFixed(1)}%`;return{element:r,update(i){n.replaceChildren(...i.map(({name:l,share:f,mark:c,cells:u})=>y(
"tr",{},y("th",{scope:"row"},l),y("td",{class:"ff-bar","aria-hidden":"true"},y("div",{},y("i",{style:`width:${a(f)}`}),y("b",{style:`left:${a(c)}`}))),...u.map(
d=>y("td",{},d)))))}}}function nt(t,e,o){let[n,s]=[t.logSNR(1),t.logSNR(0)];return Array.from({length:e+1},(r,a)=>o==="time"?t.logSNR(1-a/e):n+(s-n)*a/e)}var ot=(t,e,o,n)=>e.map((s,r)=>t*
s+o*n[r]);function Ut(t,e,o){let n=me(o);return{image:ot(1/n.signal,t,-n.noise/n.signal,e),noise:e}}function Wn(t,e,o){let n=me(o);return{image:e,noise:ot(1/n.noise,
t,-n.signal/n.noise,e)}}function Ht({image:t,noise:e},o){let n=me(o);return ot(n.signal,t,n.noise,e)}function*tt(t,e,o){return Ut(t,yield{noisy:t,level:e,image:o},
e)}function*ht(t,e,o){let n=null;for(let s=0;s<o.length-1;s+=1){let r=yield*t(e,s,n);({image:n}=r),e=Ht(r,o[s+1])}return{noisy:e,image:n}}function Gt(t,e){return ht(
(o,n,s)=>tt(o,e[n],s),t,e)}function Ds(t,e){return ht(function*(n,s,r){let a=yield*tt(n,e[s],r);if(s===e.length-2)return a;let i=yield*tt(Ht(a,e[s+1]),e[s+1],a.
image);return Ut(n,ot(.5,a.noise,.5,i.noise),e[s])},t,e)}function Un(t,e){let o=null;return ht(function*(s,r,a){let[i,l]=[yield*tt(s,e[r],a),o];if(o=i.image,!l)
return i;let f=(e[r+1]-e[r])/(2*(e[r]-e[r-1]));return Wn(s,ot(1+f,o,-f,l),e[r])},t,e)}function Wt(t,e,{order:o,quantity:n,corrected:s=!1}){let r=n==="noise"?Ut:
Wn,a=[],i=t;return ht(function*(f,c,u){let d=yield*tt(f,e[c],u);if(a.unshift(d[n]),a.length=Math.min(a.length,s?o+1:o),s&&c>0){let h=qn(e,c-1,Bn(c,c-o),n);f=Ht(
r(i,Dn(h,a),e[c-1]),e[c])}i=f;let m=qn(e,c,Bn(c,c-o+1),n);return r(f,Dn(m,a),e[c])},t,e)}function Bn(t,e){return Array.from({length:t-Math.max(e,0)+1},(o,n)=>t-
n)}function Dn(t,e){return e[0].map((o,n)=>t.reduce((s,r,a)=>s+r*e[a][n],0))}function qn(t,e,o,n){let s=t[e+1]-t[e],r=jn.map(({point:l})=>t[e]+s*(l+1)/2),a=r.map(
(l,f)=>jn[f].weight*Math.exp((n==="noise"?-l:l)/2)),i=a.reduce((l,f)=>l+f);return o.map(l=>r.reduce((f,c,u)=>f+a[u]/i*o.reduce((d,m)=>m===l?d:d*((c-t[m])/(t[l]-
t[m])),1),0))}var jn=Array.from({length:16},(t,e)=>{let n=Math.cos(Math.PI*(e+.75)/16.5),s=0;for(let r=0;r<8;r+=1){let[a,i]=[1,n];for(let l=2;l<=16;l+=1)[a,i]=[
i,((2*l-1)*n*i-(l-1)*a)/l];s=16*(n*i-a)/(n**2-1),n-=i/s}return{point:n,weight:2/((1-n**2)*s**2)}}),et=t=>t,Yt={ddim:{run:Gt,steps:et},heun:{run:Ds,steps:t=>Math.
floor((t+1)/2)},dpm_solver_pp:{run:Un,steps:et},images:{steps:et,run:(t,e)=>Wt(t,e,{order:2,quantity:"image"})},noises:{steps:et,run:(t,e)=>Wt(t,e,{order:3,quantity:"\
noise"})},corrected:{steps:et,run:(t,e)=>Wt(t,e,{order:3,quantity:"noise",corrected:!0})}};function Hn(t,e,o){return Un(t,nt(e,o,"log_snr"))}var st=60,Ve=7,Je=[-11,10],pt=st/(Ve-1),gt=.02;function wt(t){let e=t.length-1,o=s=>{let r=Math.min(Math.floor(s*e),e-1);return t[r]+(t[r+1]-t[r])*(s*e-r)};return{
logSNR:o,time:s=>{let r=t.findIndex(l=>l<=s);if(r===0)return 0;if(r<0)return 1;let[a,i]=[t[r-1],t[r]];return(r-1+(a-s)/(a-i))/e},rates:s=>me(o(s))}}function yt(t,e=st){
return Array.from({length:e+1},(o,n)=>Math.min(Math.max(t(n/e),Je[0]),Je[1]))}function Gn(t,e,o,n){return Math.min(Math.max(t,Je[0]+(o-1-e)*n),Je[1]-e*n)}function Yn(t,e,o){
let n=!1,s=(r,a)=>t[r]-t[a]<o-1e-9;for(let r=e-1;r>=0&&s(r,r+1);r-=1)t[r]=t[r+1]+o,n=!0;for(let r=e+1;r<t.length&&s(r-1,r);r+=1)t[r]=t[r-1]-o,n=!0;return n}function Kn(t,e,o){
let n=[...t],[s,r]=[e,o].map(([l])=>Math.round(l*st)),a=Math.sign(r-s)||1,i=!1;for(let l=s;a*(r-l)>=0;l+=a){let f=r===s?1:(l-s)/(r-s);n[l]=Gn(e[1]+f*(o[1]-e[1]),
l,n.length,gt),i=Yn(n,l,gt)||i}return{levels:n,levelled:i}}var bt=t=>t.filter((e,o)=>o%pt===0);function Kt(t,e,o){let n=bt(t),s=[...n];s[e]=Gn(o,e,Ve,pt*gt);let r=Yn(
s,e,pt*gt);return{levels:t.map((i,l)=>{let f=Math.min(Math.floor(l/pt),Ve-2),c=(i-n[f+1])/(n[f]-n[f+1]);return s[f+1]+c*(s[f]-s[f+1])}),levelled:r}}function Xt(t,e){
let o=e.map(t.time);return o.slice(1).map((n,s)=>n-o[s])}function Vt({power:t,sizes:e},o,n=1200){let s=e.reduce((l,f)=>l+f,0),[r,a]=[0,0];for(let l=0;l<n;l+=1){
let f=Math.exp(o((l+.5)/n)),c=0;for(let u=0;u<t.length;u+=1)c+=e[u]*t[u]/(1+f*t[u]);a+=Math.sqrt(c/s)/n,r+=Math.sqrt(f*c/s)/n}let i=Math.sqrt(2/Math.PI);return{
noise:i*r,image:i*a}}function xt(t,e,[o,n]){return nt(t,e,"time").map(s=>Math.min(Math.max(s,o),n))}async function Xn(t,e,o,n=()=>!0){let s=Gt(e,t),r=s.next();for(let a=0;!r.
done;a+=1)if(r=s.next(await o(r.value.noisy,me(r.value.level))),n(r.value.image,a)===!1)return null;return r.value.image}function Vn(t){let{signal:e}=t.rates(1),
o=Array.from({length:1001},(s,r)=>r/1e3).find(s=>t.logSNR(s)<0);return`${o===void 0?"The picture always outweighs the noise":o===0?"Noise outweighs the picture \
from the start":`Noise outweighs the picture from t = ${o.toFixed(2)}`}; at t = 1 a signal rate of ${e.toFixed(3)} is left.`}function Jn(t,e){let o=(n,s)=>Math.
abs(s-1)<.005?`the loss on the ${n} as under cosine`:`the loss on the ${n} ${s<1?"falls":"rises"} to ${s.toFixed(2)} of cosine's`;return` Predicted: ${o("noise",
t)}, ${o("image",e)}.`}var Zn=`(()=>{var s=null,i=null,u=null,a="",c="";async function p({runtime:n,module:e,binary:t,network:r,processor:o}){return s=await import(\`\${n}\${e}\`),s.env.w\
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
`;function Le(t){return Array.from({length:t+1},(e,o)=>1-o/t)}function vt(t,e){return t+Math.imul(e+1,2654435769)>>>0}function Zt(t,e,o){let n=Math.sqrt(Math.max(
0,1-(t.signal/e.signal)**2)),s=o*(e.noise/t.noise)*n;return{kept:Math.sqrt(Math.max(0,e.noise**2-s**2)),fresh:s}}var Jt={noise:t=>t,image:(t,e,{signal:o,noise:n})=>e.
map((s,r)=>(s-o*t[r])/n),velocity:(t,e,{signal:o,noise:n})=>e.map((s,r)=>n*s+o*t[r]),flow:(t,e,{signal:o,noise:n})=>e.map((s,r)=>(s+o*t[r])/(o+n))},Da=Object.keys(
Jt);function Mt(t){if(!Object.hasOwn(Jt,t))throw new Error(`no page knows the target "${t}"`);return Jt[t]}function kt(t,e,o,n,s=0,r=null){let{kept:a,fresh:i}=Zt(
o,n,s),l=new Float32Array(t.length),f=new Float32Array(t.length);for(let c=0;c<t.length;c+=1)l[c]=(t[c]-o.noise*e[c])/o.signal,f[c]=n.signal*l[c]+a*e[c]+(r?i*r[c]:
0);return{image:l,noisy:f}}function Qn(t,e,o){return e.map((n,s)=>t[s]+o*(n-t[s]))}function we(t,e,o){let n=t.length/3,s=new Uint8ClampedArray(t.length);for(let r=0;r<
3;r+=1)for(let a=0;a<n;a+=1)s[3*a+r]=255*(t[r*n+a]*o[r]+e[r]);return s}function zn(t,e,o){let n=t.length/3;return Float32Array.from(t,(s,r)=>{let[a,i]=[Math.floor(
r/n),r%n];return(t[3*i+a]/255-e[a])/o[a]})}async function eo(t,{progress:e=()=>{},signal:o,anew:n}){let s=await fetch(t,{signal:o,cache:n?"reload":"default"});if(!s.ok)throw new Error(`${t} answers ${s.status}`);
let r=s.body.getReader(),a=[],i=0;for(;;){let{done:l,value:f}=await r.read();if(l)break;a.push(f),i+=f.length,e(i)}return new Blob(a).arrayBuffer()}var js="nois\
e-to-flowers";async function to(t){try{return await caches.match(t)}catch{return}}async function Ws(t,e){try{let o=await caches.open(js),n=s=>s.split("?")[0];for(let{
url:s}of await o.keys())n(s)===n(t)&&await o.delete(s);await o.put(t,e)}catch{}}function Us(t,e){if(t.byteLength!==e)throw new Error(`what came is not the netwo\
rk: ${t.byteLength} bytes instead of ${e}`)}function Hs(t){if(new TextDecoder("latin1").decode(t.slice(0,4))!=="\0asm")throw new Error("what came is not the run\
time")}function no(t,e,o){return t===void 0?o:new URL(t,e).href}function Gs(t){let e=new Map,o=0,n=r=>{for(let{reject:a}of e.values())a(new Error(r));e.clear()};
t.onerror=r=>{r.preventDefault(),n(r.message||"the worker could not start")},t.onmessage=({data:{id:r,answer:a,error:i}})=>{let{resolve:l,reject:f}=e.get(r)??{};
e.delete(r),i?f?.(new Error(i)):l?.(a)};let s=(r,a,i=[])=>new Promise((l,f)=>{o+=1,e.set(o,{resolve:l,reject:f}),t.postMessage({id:o,task:r,...a},i)});return{load:r=>s(
"load",r,[r.binary]),predict:r=>s("predict",r),end(){t.terminate(),n("it was put away")}}}var Qt=new Map;function oo(t,e,o){let n=new URL(t.model,e).href;return Qt.
has(n)||Qt.set(n,Ys(t,n,e,o)),Qt.get(n)}function Ys(t,e,o,n){let s=new URL(t.runtime,o).href,r=Ae(t.schedule.kind,t.schedule.options),a=Mt(t.target),i=new Set,l=new Set,
f=Object.keys(t.runtimes)[0],c=null,u=null,d=null,m=!1,h=Promise.resolve(),x=new Set,g=w=>`${s}${t.runtimes[w].binary}?${t.runtimes[w].bytes}`,b=()=>{for(let w of i)
w()},p=(w,F)=>{for(let v of l)v(w,F)};function S(){return c?0:(x.has(g(f))?0:t.runtimes[f].bytes)+(d||x.has(e)?0:t.model_bytes)}async function M(){for(let w of[
e,...Object.keys(t.runtimes).map(g)])await to(w)&&x.add(w);x.size&&b()}async function N(){let{module:w,binary:F}=t.runtimes[f],v=S(),$=[0,0],T=new AbortController,
L=I=>k=>{T.signal.aborted||($[I]=k,p($[0]+$[1],v))},O=[],_=async(I,k)=>{let A=m?void 0:await to(k);if(A)return A.arrayBuffer();let C=await eo(k,{progress:L(I),signal:T.
signal,anew:m});return O.push([k,new Response(C)]),C},E=null;try{let[I,k]=await Promise.all([_(0,g(f)),d??_(1,e),...(m?[w,F.replace(/wasm$/,"mjs")]:[]).map(A=>eo(
`${s}${A}`,{signal:T.signal,anew:m}))]);Hs(I),Us(k,t.model_bytes),p(v,v),E=Gs(n()),await E.load({runtime:s,module:w,binary:I,network:k,processor:f}),c=E,d=k,m=!1;
for(let A of O)Ws(...A)}catch(I){throw T.abort(),E?.end(),m=!0,I}}return M(),{schedule:r,size:t.size,none:t.classes,get ready(){return c!==null},get loading(){return u!==
null},get processor(){return f},toFetch:S,onChange(w){i.add(w)},choose(w){f=w,c?.end(),c=null,b()},open(w=()=>{}){return c?Promise.resolve():(l.add(w),u||(u=N().
finally(()=>{u=null,l.clear(),b()}),b()),u)},predict(w,F,v=t.classes){let $=h.then(async()=>{if(!c)throw new Error("it was put away");let T=await c.predict({noisy:w,
size:t.size,variance:F.noise**2,label:v});return{noise:a(T.prediction,w,F),seconds:T.seconds,processor:T.processor,where:T.reason?`on the processor: the graphic\
s card could not be used (${T.reason})`:`on your ${t.runtimes[T.processor].name}`}});return h=$.catch(()=>{}),$}}}var rt=t=>(t/1e6).toFixed(1);function Pe(t){let e=no(document.documentElement.dataset.content_root,location.href,t.site);return oo(t,e,Ks)}function Ks(){let t=URL.
createObjectURL(new Blob([Zn],{type:"text/javascript"}));return new Worker(t,{type:"module"})}async function Xs(){try{return!!await navigator.gpu?.requestAdapter()}catch{
return!1}}function Vs(){return location.protocol==="file:"?"Opened from a folder, this page may not load the network: browsers forbid it. Serve the folder (pyth\
on -m http.server) or read the book on its site. What you see is recorded.":typeof WebAssembly!="object"||typeof Worker!="function"?"This browser has no WebAsse\
mbly, in which the network runs. What you see is recorded.":""}function Ie(t,e,o,n,s){let{label:r,again:a=r,opening:i,onReady:l,onLost:f=()=>{}}=s,c=Vs(),u=w=>{
t.dataset.state=w},d=ne({label:"Runs on",value:e.processor,onChange:e.choose,options:Object.entries(o.runtimes).map(([w,{name:F,bytes:v}])=>[w,`${F} (${rt(v)} M\
B)`])});d.element.hidden=!0;let m=se({label:r,onClick:M}),h=y("progress",{max:1,value:0,"aria-label":"Download",hidden:!0}),x=e.processor,g=!1,b=!1,p=null;function S(){
let w=e.toFetch();x!==e.processor||g&&!e.ready?(b=!1,f(),n.say(`Press the button to fetch the runtime for the ${o.runtimes[e.processor].name}.`),u("asleep")):w!==
p&&t.dataset.state==="asleep"&&N(),[x,g,p]=[e.processor,e.ready,w],m.textContent=b?a:`${r} (${w?`downloads ${rt(w)} MB`:"nothing to download"})`,d.input.value=e.
processor,d.input.disabled=e.loading}async function M(){if(!e.ready){let w=e.processor;m.disabled=!0,h.hidden=!1,u("loading");try{await e.open((F,v)=>{h.max=v,h.
value=F,n.say(F===v?"Starting the network":`Downloading: ${rt(F)} of ${rt(v)} MB`)})}catch(F){w==="webgpu"&&e.choose("wasm"),n.say(`The network could not be loa\
ded (${F.message}). ${w==="webgpu"?"Press the button to run it on the processor instead.":`Press the button to try again; the chapter does the same in Python, a\
nd the figure runs on ${o.site}`}`),u("failed");return}finally{h.hidden=!0,m.disabled=!1}}b=!0,S(),l()}function N(){let w=document.documentElement.dataset.content_root===
void 0;n.say(`${i} ${e.toFetch()===0?"The network is here: press the button.":`The network (${rt(o.model_bytes)} MB) and the runtime are fetched ${w?`from ${o.site}\
 `:""}when you press the button.`}`)}return u(c?"impossible":"asleep"),m.disabled=c!=="",e.onChange(S),S(),c&&n.say(c),c||Xs().then(w=>{d.element.hidden=!w,t.dataset.
graphics=w?"yes":"no"}),{action:m,bar:h,processor:d,problem:c}}async function re(t){let e=new Image;e.src=t,await e.decode();let o=document.createElement("canvas");o.width=e.naturalWidth,o.height=e.naturalHeight;let n=o.getContext(
"2d",{willReadFrequently:!0});return n.drawImage(e,0,0),n.getImageData(0,0,o.width,o.height)}function fe(t){return decodeURIComponent(t.querySelector(".ff-still\
 img").getAttribute("src")).match(/ href='([^']*)'/)[1]}function ce(t,e,o,n,s){let r=new Uint8ClampedArray(3*n*s);for(let a=0;a<s;a+=1)for(let i=0;i<n;i+=1){let l=4*
((o+a)*t.width+e+i);r.set(t.data.subarray(l,l+3),3*(a*n+i))}return r}function Be(t,e,o,n,s){let r=new Uint8ClampedArray(3*n*s);for(let a=0;a<3;a+=1){let i=o+a*t.
height/3;for(let l=0;l<s;l+=1)for(let f=0;f<n;f+=1)r[3*(l*n+f)+a]=t.data[4*((i+l)*t.width+e+f)]}return r}var De=10,so=[10,2,0,-2,-4,-6,-11],Js=["above 2","2 to 0","0 to −2","−2 to −4","−4 to −6","below −6"],Zs=[["cosine","Cosine"],["linear","Linear β"],
["log_snr","Straight log-SNR"],["rectified_flow","Rectified flow"],["high","Mostly high noise"],["low","Mostly low noise"]],zt="This schedule",Qs=["drawn","What\
 I drew"],zs=.2,er=500,en=(t,e=1)=>t.toFixed(e).replace("-","−"),ro=t=>`${Math.round(100*t)} %`,ao=Array.from({length:101},(t,e)=>e/100);function io(t,e,o){let n=M=>e.
examples[M]?yt(wt(e.examples[M]).logSNR):yt(Ae(M).logSNR),s=wt(yt(Ae("cosine").logSNR,1e3)),r=Xt(s,so),a=n(e.kind),i=e.kind,l=a,f=!1,c=null,u=ne({label:"Start f\
rom",value:i,options:[...Zs,Qs],onChange(M){i=M,a=M==="drawn"?l:n(M),f=!1,S()}}),d=M=>{({levels:a,levelled:f}=M),l=a,i=u.input.value="drawn",S()},m=pe({label:"L\
og-SNR over time, with seven handles",title:"Log-SNR: draw it, or move the rings",x:[0,1],y:Je,height:260,xLabel:"time t",yTicks:[-10,-5,0,5,10],onHandle:(M,N,w)=>d(
Kt(a,Number(M),w)),onStep:(M,N)=>d(Kt(a,Number(M),bt(a)[M]+zs*N)),onDraw(M,N){d(Kn(a,N?M:c,M)),c=M}}),h=pe({label:"Signal rate and noise rate over time",title:"\
Signal and noise rate",x:[0,1],y:[0,1],height:260,xLabel:"time t",yTicks:[0,.5,1]}),x=jt({caption:"How the time is spent",name:"log-SNR",head:["this","cosine"]}),
g=X(),b=e.network?nr(e,o,s):tr(e);t.append(Z(u),y("div",{class:"ff-columns ff-two"},y("div",{},m.element,be([["leaf","this schedule"],["muted","cosine",!0]])),y(
"div",{},h.element,be([["signal","signal rate"],["noise","noise rate"]]))),g.element,y("div",{class:"ff-columns ff-two ff-gap"},x.element,...b.beside),...b.under);
let p=ao.map(M=>[M,s.logSNR(M)]);function S(){let M=wt(a),N=b.stops(M);m.update({lines:[{points:p,colour:"muted",dash:!0,width:1.5},{points:a.map((v,$)=>[$/st,v]),
colour:"leaf",width:2.5}],marks:[...N.map(([v,$])=>({x:v,y:$,colour:"petal"})),...bt(a).map((v,$)=>({x:$/(Ve-1),y:v,colour:"leaf",handle:String($),label:`Log-SN\
R at t = ${($/(Ve-1)).toFixed(2)}`,says:en(v)}))]});let w=ao.map(v=>[v,M.rates(v)]);h.update({lines:["signal","noise"].map(v=>({points:w.map(([$,T])=>[$,T[v]]),
colour:v,width:2.5}))});let F=Xt(M,so);x.update(Js.map((v,$)=>({name:v,share:F[$],mark:r[$],cells:[ro(F[$]),ro(r[$])]}))),g.say(`${f?"A log-SNR may only fall: w\
here yours would have risen, it was levelled. ":""}${Vn(M)}${b.show(M,i)}`)}S()}function tr({size:t,seed:e,pixels:o}){let n=Xe(ie(o)),s=Q(e,n.image.length),r=Array.
from({length:De},(i,l)=>l/(De-1)),a=r.map(i=>V({label:`Flower at t = ${i.toFixed(2)}`,title:i.toFixed(2),width:t,height:t}));return{beside:[],under:[y("div",{class:"\
ff-strip"},...a.map(i=>i.element))],stops:i=>r.map(l=>[l,i.logSNR(l)]),show(i){return r.forEach((l,f)=>{let{signal:c,noise:u}=i.rates(l);a[f].draw(He(n,s,c,u)),
a[f].describe(`Flower at t = ${l.toFixed(2)}, signal rate ${c.toFixed(2)}`)}),""}}}function nr({network:t,recorded:e,spectrum:o},n,s){let{size:r,mean:a,std:i}=t,
l=Pe(t),f=[1,0].map(E=>l.schedule.logSNR(E)),c=Vt(o,s.logSNR),u=jt({caption:"Predicted loss",name:"on the",head:["this","cosine","ratio"]}),d=(E,I)=>V({title:E,
label:I,width:r,height:r}),m={cosine:d("Cosine","A flower grown under the cosine schedule"),mine:d(zt,"A flower grown under this schedule")},h=X(),x=se({label:"\
Another seed",onClick:()=>{p+=1,m.cosine.draw(b),L(0)}});x.disabled=!0,l.onChange(()=>{x.disabled=!l.ready});let g=Ie(n,l,t,h,{label:"Grow it here",again:"Grow \
it again",opening:`Recorded: ${e.name}, seed ${e.seed}, ten steps.`,onReady:()=>L(0),onLost:()=>{w+=1}}),b=we(new Float32Array(3*r*r),a,i),{seed:p}=e,S=null,M=[],
N="",w=0,F=null;re(fe(n)).then(E=>{S=E,m.cosine.draw(v("cosine")),$(),n.dataset.recorded="shown"});function v(E){return ce(S,r*e.kinds.indexOf(E),0,r,r)}function $(){
if(l.ready||!S)return;let E=e.kinds.includes(N);m.mine.draw(E?v(N):b),m.mine.heading.textContent=E?zt:"Not grown yet",m.mine.describe(E?"A flower grown under th\
is schedule":"Not grown yet")}let T=_e(()=>{l.ready&&O()});function L(E=er){w+=1,l.ready&&T(E)}async function O(){let E=w+=1,I=Q(p,3*r*r),k=(A,C)=>Xn(C,I,async(W,U)=>(await l.
predict(W,U,e.label)).noise,(W,U)=>E!==w?!1:(m[A].draw(we(W,a,i)),h.say(`Step ${U+1} of ${De}, seed ${p}.${_}`),!0));m.mine.heading.textContent=zt,n.dataset.state=
"growing";try{if(await k("mine",M)===null)return;if(F!==p){if(await k("cosine",xt(s,De,f))===null)return;F=p}}catch(A){if(E!==w)return;h.say(`The network stoppe\
d: ${A.message}`),n.dataset.state="failed";return}m.mine.describe("A flower grown under this schedule"),h.say(`Both grown from the noise of seed ${p}, in ten st\
eps each.${_}`),n.dataset.state="done"}let _="";return{beside:[u.element],under:[y("div",{class:"ff-columns ff-pair ff-grow ff-gap"},m.cosine.element,m.mine.element),
h.element,y("div",{class:"ff-controls ff-gap"},g.processor.element,g.action,x,g.bar)],stops:E=>xt(E,De,f).map((I,k)=>[1-k/De,I]),show(E,I){N=I,M=xt(E,De,f),_=M.
some((C,W)=>Math.abs(C-E.logSNR(1-W/De))>.05)?` The network knows log-SNRs from ${en(f[1])} to ${en(f[0])} only: steps beyond are taken at the nearest of these.`:
"";let A=Vt(o,E.logSNR);return u.update(["noise","image"].map(C=>({name:C,share:A[C],mark:c[C],cells:[A[C].toFixed(3),c[C].toFixed(3),(A[C]/c[C]).toFixed(2)]}))),
$(),L(),Jn(A.noise/c.noise,A.image/c.image)+_}}}var $t=[[125,47,6],[234,103,29],[243,189,152],[236,234,230],[165,210,251],[35,149,252],[10,74,138]];function or(t){let e=(Math.min(Math.max(t,-1),1)+1)/2*($t.length-
1),o=Math.min(Math.floor(e),$t.length-2);return[0,1,2].map(n=>{let[s,r]=[$t[o][n],$t[o+1][n]];return s+(r-s)*(e-o)})}function at(t){let e=new Uint8ClampedArray(
3*t.length);return t.forEach((o,n)=>e.set(or(o),3*n)),e}function St(t,e,o){let[n,s]=[Math.log10(e),Math.log10(o)],r=t/2;return Array.from({length:r},(a,i)=>10**(r===1?n:n+(s-n)*i/(r-1)))}function tn(t,e){let o=e.map(
n=>Math.fround(Math.fround(t)*Math.fround(2*Math.PI*n)));return Float64Array.from([...o.map(Math.sin),...o.map(Math.cos)])}function nn(t,e){return e.reduce((n,s)=>n+
Math.cos(2*Math.PI*s*t),0)/e.length}var Ge=400,on=1e-4;function co(t,e){let o=null,n=(M,N)=>G({label:M,min:0,max:1,step:.001,value:N,format:w=>w.toFixed(3),onInput:S}),s=n("Noise variance a",e.a),
r=n("Noise variance b",e.b),a=(M,N,w,F)=>G({label:M,min:N,max:w,step:.1,value:Math.log10(F),format:v=>`${Number((10**v).toPrecision(2))}`,onInput:p}),i=a("Lowes\
t frequency",-1,1,e.min_frequency),l=a("Highest frequency",1,3,e.max_frequency),f=ne({label:"Length",value:String(e.dim),onChange:p,options:[8,16,32,64].map(M=>[
String(M),String(M)])}),c=y("div",{class:"ff-map"}),u=["a","b"].map(M=>y("i",{class:"ff-cursor"},y("b",{},M))),d=y("div",{class:"ff-vectors"}),m=pe({label:"Simi\
larity against the distance between two noise levels",title:"Similarity at every distance",x:[Math.log10(on),0],y:[-.5,1],xLabel:"distance between a and b",height:180,
xTicks:[-4,-3,-2,-1,0],formatX:M=>String(Number((10**M).toPrecision(1))),yTicks:[-.5,0,.5,1]}),h=X();t.append(Z(s,r),Z(i,l,f),y("span",{class:"ff-title"},"The v\
ector of every noise variance from 0 to 1"),c,y("div",{class:"ff-columns ff-two ff-gap"},d,m.element),h.element),c.addEventListener("pointerdown",M=>{c.setPointerCapture(
M.pointerId);let N=x(M);c.moved=Math.abs(N-s.value)<=Math.abs(N-r.value)?s:r,c.moved.value=N}),c.addEventListener("pointermove",M=>{c.hasPointerCapture(M.pointerId)&&
(c.moved.value=x(M))});function x(M){let N=c.getBoundingClientRect();return Math.min(Math.max((M.clientX-N.left)/N.width,0),1)}let g=[],b=[];function p(){let M=Number(
f.value);g=St(M,10**i.value,10**l.value),o=V({label:`Embeddings of length ${M}: each column is the vector of one noise variance`,width:Ge,height:M}),o.draw(at(sr(
g))),c.replaceChildren(o.element,...u),b=[["vector of a","a"],["vector of b","b"],["a times b, cell by cell",""]].map(([N])=>V({label:N,title:N,width:M,height:1})),
d.replaceChildren(...b.map(N=>N.element),y("div",{class:"ff-note"},`Left half sines, right half cosines, each from slow to fast. The sum of the last row, divide\
d by ${M/2}, is the similarity.`)),S()}function S(){let[M,N]=[tn(s.value,g),tn(r.value,g)],w=M.map((L,O)=>L*N[O]);[M,N,w].forEach((L,O)=>b[O].draw(at(L))),u[0].
style.left=`${100*s.value}%`,u[1].style.left=`${100*r.value}%`,u[0].classList.toggle("ff-left",s.value<=r.value),u[1].classList.toggle("ff-left",s.value>r.value);
let F=Math.abs(s.value-r.value),v=nn(F,g),$=400,T=Array.from({length:$+1},(L,O)=>{let _=Math.log10(on)*(1-O/$);return[_,nn(10**_,g)]});m.update({lines:[{points:T,
colour:"leaf"}],marks:[{x:Math.log10(Math.max(F,on)),y:v,colour:"petal"}]}),h.say(`Distance ${F.toFixed(3)}, similarity ${v.toFixed(2).replace("-","−")}. From\
 a to b the slowest wave turns ${lo(g[0]*F)}, the fastest ${lo(g[g.length-1]*F)}.`)}p()}function lo(t){return t===1?"once":`${Number(t.toPrecision(2))} times`}function sr(t){
let e=new Float64Array(2*t.length*Ge);return t.forEach((o,n)=>{let s=Math.PI*o/Ge,r=Math.sin(s)/s;for(let a=0;a<Ge;a+=1){let i=2*Math.PI*o*(a+.5)/Ge;e[n*Ge+a]=r*
Math.sin(i),e[(n+t.length)*Ge+a]=r*Math.cos(i)}}),e}var rr={ArrowRight:()=>1,ArrowLeft:()=>-1,ArrowDown:t=>t,ArrowUp:t=>-t};function uo(t,e,o){let{size:n,columns:s,names:r,chapter:a}=e,i=document.querySelector(".\
ff-figure.ff-grow")?"":a,l=X(),f=V({label:"",width:n,height:n}),c=null,u=g=>ce(c,g%s*n,Math.floor(g/s)*n,n,n),d=r.map(g=>V({label:"",width:n,height:n})),m=d.map(
(g,b)=>{g.canvas.setAttribute("aria-hidden","true");let p=y("a",{href:`${i}#flower=${b}&seed=${b}`,"aria-label":`${r[b]}: grow it`,tabindex:b===0?"0":"-1",...i?
{target:"_blank",rel:"noopener"}:{}},g.canvas);return p.addEventListener("pointerenter",()=>x(b)),p.addEventListener("focus",()=>x(b)),p}),h=y("div",{class:"ff-\
every",role:"group","aria-label":`${r.length} flowers: arrow keys move from one to the next`},...m);h.addEventListener("keydown",g=>{let b=m.indexOf(g.target),p=getComputedStyle(
h).gridTemplateColumns.split(" ").length,S=b+(rr[g.key]?.(p)??NaN);S in m&&(g.preventDefault(),m[b].tabIndex=-1,m[S].tabIndex=0,m[S].focus())}),t.append(h,y("di\
v",{class:"ff-every-one"},f.element,l.element));function x(g){c&&(f.draw(u(g)),f.describe(r[g]),l.say(`${r[g]}, seed ${g}. Press it to grow it yourself.`))}re(fe(
o)).then(g=>{c=g,d.forEach((b,p)=>b.draw(u(p))),x(0),o.dataset.state="ready"})}function sn(t,e){return t.findIndex(o=>o>=e)}function fo(t,e,o){let n=t.length/3;return Float32Array.from(t,(s,r)=>{let a=Math.floor(r/n);return(s/255-e[a])/o[a]})}function ho(t,e,o){let{size:n,mean:s,std:r,truths:a,told:i,errors:l}=e,f=Pe(e),c=zn(ie(e.photograph),s,r),u=k=>we(k,s,r),d=null,m=e.seed,h=0,x=!1,g=(k,A)=>G({label:A,
min:-k[0],max:-k.at(-1),step:k[0]-k[1],value:-e.truth,format:C=>At(-C),onInput:T}),b=g(a,"Log-SNR of the picture"),p=g(i,"Log-SNR that we claim"),S=(k,A)=>V({title:k,
label:A,width:n,height:n}),M=S("It sees","The noisy photograph"),N=S("It answers","What the network answers"),w=S("When honest","What it answers when it is told\
 the truth"),F=X(),v=se({label:"Another noise",onClick:()=>{m+=1,T()}}),$=Ie(o,f,e,F,{label:"Ask the network",opening:`${rn(0,l[a.indexOf(e.truth)][i.indexOf(e.
truth)])} These answers are recorded.`,onReady:T,onLost:T});t.append(Z(b,p),y("div",{class:"ff-triple ff-lie"},M.element,N.element,w.element),F.element,y("div",
{class:"ff-controls ff-gap"},$.action,v,$.processor.element,$.bar));function T(){let k=f.ready;mo(b,k?.05:a[0]-a[1]),mo(p,k?.05:i[0]-i[1]),v.disabled=!k,h+=1,k?
O():L()}function L(){if(!d)return;m=e.seed;let[k,A]=[a.indexOf(-b.value),i.indexOf(-p.value)],C=i.indexOf(a[k]),W=U=>ce(d.guess,U*n,k*n,n,n);M.draw(Be(d.noisy,0,
k*n,n,n)),E(W(A),i[A]),w.draw(W(C)),!(h===1&&!$.problem)&&F.say(`${rn(i[A]-a[k],l[k][A],l[k][C])} ${$.problem}`.trim())}async function O(){if(M.draw(u(_())),!x){
x=!0;try{for(let k=0;k!==h&&f.ready;)k=await I(h)}catch(k){f.ready&&F.say(`The network stopped: ${k.message}`)}x=!1}}function _(){let{signal:k,noise:A}=me(-b.value),
C=Q(m,c.length);return c.map((W,U)=>k*W+A*C[U])}function E(k,A){N.draw(k),N.describe(`What the network answers when it is told ${At(A)}`)}async function I(k){let[
A,C,W,U]=[-b.value,-p.value,_(),m],Y=me(A),R=async ee=>{let{noise:ge}=await f.predict(W,me(ee));return W.map((q,J)=>(q-Y.noise*ge[J])/Y.signal)},D=[await R(C),await R(
A)];if(k!==h)return k;E(u(D[0]),C),w.draw(u(D[1]));let[B,K]=D.map(ee=>mt(ee,c));return F.say(`${rn(C-A,B,K)} Noise ${U}, answered in this page.`),o.dataset.state=
"done",k}re(e.noisy).then(async k=>{d={noisy:k,guess:await re(fe(o))},o.dataset.state="ready",T()})}function mo(t,e){Number(t.input.step)!==e&&(t.input.step=e,t.
limits(t.input.min,t.input.max,t.input.value))}function rn(t,e,o){let n=`The picture is off by ${e.toFixed(2)} a pixel`;return t===0?`The truth. ${n}.`:`${t>0?"\
It believes in too little noise":"It believes in too much noise"}. ${n}, where the truth gives ${o.toFixed(2)}.`}function At(t){return(t>0?`+${t}`:String(t)).replace(
"-","−")}function Re({label:t,reach:e,draw:o,onPress:n=null}){let s=y("canvas",{role:"img","aria-label":t,class:n?"ff-plane":"ff-plane ff-plain"}),r=s.getContext("2d"),a=0,
i=(u,d)=>[(u+e)/(2*e)*a,(e-d)/(2*e)*a],l={place:i,get context(){return r},get width(){return a},ring(u,d,m,h,x){r.beginPath(),r.arc(...i(u,d),m,0,2*Math.PI),r.lineWidth=
3,r.strokeStyle=h,r.fillStyle=x,r.fill(),r.stroke()},dots(u,d,m=2.4,h=1){r.globalAlpha=h,r.fillStyle=d;for(let x=0;x<u.length;x+=2){let[g,b]=i(u[x],u[x+1]);r.fillRect(
g-m/2,b-m/2,m,m)}r.globalAlpha=1},picture(u,d,m){r.globalAlpha=m;let[h,x]=i(-d,d);r.drawImage(u,h,x,a-2*h,a-2*x),r.globalAlpha=1},arrows(u,d,m,h=.05){r.strokeStyle=
m,r.lineWidth=1.2,r.beginPath();for(let x=0;x<u.length;x+=2){let[g,b]=i(u[x],u[x+1]),[p,S]=i(d[x],d[x+1]),M=Math.hypot(p-g,S-b);if(!(M>1))continue;let N=Math.min(
M,h*a),[w,F]=[(p-g)/M*N,(S-b)/M*N],v=Math.min(3.5,N/2)/N;r.moveTo(g,b),r.lineTo(g+w,b+F),r.lineTo(g+w-v*(w-F),b+F-v*(F+w)),r.moveTo(g+w,b+F),r.lineTo(g+w-v*(w+F),
b+F-v*(F-w))}r.stroke()}};function f(){a&&(r.clearRect(0,0,a,a),o(l))}function c(u){let d=s.getBoundingClientRect(),m=h=>e*(2*Math.min(Math.max(h,0),1)-1);return[
m((u.clientX-d.left)/d.width),-m((u.clientY-d.top)/d.height)]}return n&&(s.addEventListener("pointerdown",u=>{s.setPointerCapture(u.pointerId),n(c(u),!0)}),s.addEventListener(
"pointermove",u=>{s.hasPointerCapture(u.pointerId)&&n(c(u),!1)})),{element:s,canvas:s,redraw:f,follow(){dt(s,u=>{a=u;let d=window.devicePixelRatio||1;s.width=s.
height=Math.round(a*d),r=s.getContext("2d"),r.setTransform(s.width/a,0,0,s.width/a,0,0),f()})}}}function go(t,e,o){let{size:n,levels:s,columns:r,shares:a}=e,i=Q(1,3*n*n),l=fo(ie(e.picture),e.mean,e.std),f=V({label:"",width:n,height:n}),c=null,u=G({label:"L\
og-SNR, from little noise to much",min:0,max:s.length-1,step:1,value:s.indexOf(e.opens),format:w=>At(s[w]),onInput:N}),d=(w,F)=>Re({label:w,reach:n/2,draw:v=>{if(!c)
return;v.context.imageSmoothingEnabled=!1,f.draw(F()),v.picture(f.canvas,n/2,1);let{network:$,filter:T}=M();po(v,n,$.half,!1),po(v,n,T.half,!0)}}),m=d("The nois\
y picture, with the ring that holds half of the influence",S),h=d("The influence of each pixel on the middle one of the answer",()=>ce(c,n*(u.value%r),n*Math.floor(
u.value/r),n,n)),x=V({label:"Colours of the map, weak to strong",width:r*n,height:e.bar}),g="Share of the influence within a radius",b=pe({label:g,title:g,height:180,
x:[0,a.network[0].length-1],y:[0,1],xLabel:"Radius (pixels)",yTicks:[0,.25,.5,.75,1]}),p=X();t.append(Z(u),y("div",{class:"ff-columns ff-pair ff-view"},y("div",
{},y("span",{class:"ff-title"},"It sees"),m.element),y("div",{},y("span",{class:"ff-title"},"What counts"),h.element,y("div",{class:"ff-scale"},y("span",{},"wea\
k"),x.element,y("span",{},"strong")))),p.element,y("div",{class:"ff-gap"},b.element),be([["leaf","the network"],["noise","the best linear filter",!0],["muted","\
the network before training",!0]]));function S(){let{signal:w,noise:F}=me(s[u.value]),v=l.map(($,T)=>w*$+F*i[T]);return we(v,e.mean,e.std)}function M(){let w=F=>{
let v=a[F][u.value];return{curve:v,half:sn(v,.5),most:sn(v,.9)}};return{network:w("network"),filter:w("filter"),untrained:w("untrained")}}function N(){if(!c)return;
m.redraw(),h.redraw();let{network:w,filter:F,untrained:v}=M(),$=({curve:T})=>T.map((L,O)=>[O,L]);b.update({lines:[{points:$(v),colour:"muted",dash:!0},{points:$(
F),colour:"noise",dash:!0},{points:$(w),colour:"leaf",width:3}],marks:[{x:w.half,y:w.curve[w.half],colour:"leaf"}]}),p.say(`Half of the influence lies ${Ft(w.half)}\
, nine tenths ${Ft(w.most)}. For the best linear filter half lies ${Ft(F.half)}, before training ${Ft(v.half)}.`)}re(fe(o)).then(w=>{c=w,x.draw(ce(c,0,c.height-
e.bar,c.width,e.bar));for(let F of[m,h])F.follow();N(),o.dataset.state="ready"})}function Ft(t){return t?`within ${t} ${t===1?"pixel":"pixels"}`:"in the pixel i\
tself"}function po(t,e,o,n){let{context:s,width:r}=t,[a,i]=t.place(.5,-.5);for(let[l,f]of[["#000",4.5],["#fff",2]])s.beginPath(),s.arc(a,i,(o+.5)*r/e,0,2*Math.PI),
s.setLineDash(n?[5,5]:[]),s.lineWidth=f,s.strokeStyle=l,s.stroke();s.setLineDash([])}function ar(t,e,o=8){let n=e/o,s=new Float64Array(3*n*n),r=a=>{let i=Math.floor(a/3);return 3*(Math.floor(i/e/o)*n+Math.floor(i%e/o))+a%3};return t.forEach((a,i)=>{
s[r(i)]+=a/o**2}),{broad:s,fine:Float64Array.from(t,(a,i)=>a-s[r(i)])}}function an(t,e){return Math.sqrt(t.reduce((o,n,s)=>o+(n-e[s])**2,0)/t.length)}function wo(t,e,o=8){
let n=t.map(f=>ar(f,e,o)),s=n[n.length-1],r=s.broad.length/3,a=[0,1,2].map(f=>s.broad.reduce((c,u,d)=>c+(d%3===f?u/r:0),0)),i={broad:an(s.broad,s.broad.map((f,c)=>a[c%
3])),fine:an(s.fine,new Float64Array(s.fine.length))},l=(f,c)=>an(f[c],s[c])/(i[c]||1);return n.map(f=>({broad:l(f,"broad"),fine:l(f,"fine")}))}function yo(t,e){
let o=t.length;for(;o>0&&t[o-1]<=e;)o-=1;return o}function bo(t,e){let o=n=>Math.abs(e[n]-t[n])/255;return Uint8ClampedArray.from({length:e.length/3},(n,s)=>255*
Math.sqrt(4*(o(3*s)+o(3*s+1)+o(3*s+2))/3))}async function*it(t,{seed:e,steps:o,eta:n=0,label:s=t.none,guidance:r=1,acts:a=()=>!0}){let i=3*t.size**2,l=Le(o),f=Q(e,i),c=0,u=0,d=null,m=async(h,x)=>(d=await t.
predict(f,h,x),c+=d.seconds,u+=1,d.noise);for(let h=0;h<o;h+=1){let[x,g]=[l[h],l[h+1]].map(t.schedule.rates),b=await m(x,s);s!==t.none&&r!==1&&a(l[h])&&(b=Qn(await m(
x,t.none),b,r));let p=n>0?Q(vt(e,h),i):null,{image:S,noisy:M}=kt(f,b,x,g,n,p);yield{i:h,time:l[h],rates:x,noisy:f,image:S,next:M,evaluations:u,seconds:c/u,processor:d.
processor,where:d.where},f=M}}var ln=10,ir=.25;function vo(t,e,o){let{size:n,mean:s,std:r}=e,a=Pe(e),i=R=>we(R,s,r),l={seed:e.seed,steps:e.steps,eta:0},f=[],c=e.steps,u="",d=[],m=0,h=R=>D=>{
l[R]=Number(D),a.ready?W():S.say("Press the button to grow that one. What you see is the recorded flower.")},x=G({label:"Seed",min:0,max:999,step:1,value:e.seed,
onInput:h("seed")}),g=ne({label:"Steps",value:String(e.steps),onChange:h("steps"),options:[5,10,20,40].map(R=>[String(R),String(R)])}),b=G({label:"Fresh noise η",
min:0,max:1,step:.1,value:0,format:R=>R.toFixed(1),onInput:h("eta")}),p=se({label:"Throw the dice",onClick:()=>{x.value=Math.floor(1e3*Math.random())}}),S=X(),M=X(),
N=Ie(o,a,e,S,{label:"Grow a flower",again:"Grow it again",opening:`Recorded: seed ${e.seed}, ${e.steps} steps, η = 0.`,onReady:U,onLost:()=>{m+=1,w.input.disabled=
!1}}),w=G({label:"Step",min:1,max:e.steps,step:1,value:e.steps,format:R=>`${R} of ${c}`,onInput:E}),F=(R,D)=>V({title:R,label:D,width:n,height:n}),v=F("It sees",
"The noisy image"),$=F("It believes","The predicted image"),T=F("The change","What has changed in the predicted image"),L=y("div",{class:"ff-film-strip ff-dragg\
able","aria-hidden":"true"}),O=pe({label:"Distance of the belief to the flower",height:180,title:"How far the belief is from the flower",x:[1,0],y:[0,1.2],xLabel:"\
time t",xTicks:[1,.8,.6,.4,.2,0],yTicks:[0,.25,.5,.75,1],onPoint:_});if(t.append(Z(w),y("div",{class:"ff-triple ff-film"},v.element,$.element,T.element),L,M.element,
y("div",{class:"ff-gap"},Z(x,p,g,b,N.processor),Z(N.action,N.bar),S.element),y("div",{class:"ff-gap"},O.element,be([["signal",`Broad colours: means over ${8} × ${8}\
 pixels`],["petal","Edges and detail: the rest"]]))),N.problem)for(let R of[x.input,p,g.input,b.input])R.disabled=!0;function _(R){w.input.disabled||(w.value=Math.
round((1-R)*c)+1)}function E(){let R=f[w.value-1];if(!R)return;let D=f[w.value-2];v.draw(R.noisy),$.draw(R.image),T.draw(D?bo(D.image,R.image):new Uint8ClampedArray(
n*n));let{signal:B,noise:K}=a.schedule.rates(R.time),ee=`step ${w.value} of ${c}`;v.describe(`The noisy image that the network sees at ${ee}`),$.describe(`The i\
mage that the network believes in at ${ee}`),T.describe(D?"Bright where its belief has changed since the step before":"The first step: there is no belief before\
 it"),M.say(`Step ${w.value} of ${c}, at t = ${R.time.toFixed(2)}: signal rate ${B.toFixed(2)}, noise rate ${K.toFixed(2)}.${u}`);let ge=I(),q=ge.findLast(J=>J<
w.value);[...L.children].forEach((J,ae)=>{J.classList.toggle("ff-now",ge[ae%ge.length]===q)}),O.update({lines:d,marks:[{x:R.time,colour:"muted"}]})}function I(){
let R=Math.min(c,ln);return Array.from({length:R},(D,B)=>Math.round(B*(c-1)/(R-1)))}function k(){L.replaceChildren(...["noisy","image"].flatMap(R=>I().map(D=>{let B=V(
{label:"",width:n,height:n});return f[D]&&B.draw(f[D][R]),B.canvas}))),L.style.setProperty("--ff-columns",I().length)}function A(){let R=wo(f.map(({image:K})=>K),
n),D=(K,ee)=>({colour:ee,points:f.map(({time:ge},q)=>[ge,R[q][K]])});d=[D("broad","signal"),D("fine","petal")];let B=K=>yo(R.map(ee=>ee[K]),ir)+1;u=` Within a q\
uarter of the flower: its broad colours from step ${B("broad")} on, edges and detail from step ${B("fine")} on.`,O.describe(`Distance of the belief to the flowe\
r.${u}`),o.dataset.broad=B("broad"),o.dataset.fine=B("fine")}let C=_e(U);function W(){m+=1,C()}async function U(){let R=m+=1,D={...l};f=[],u="",d=[],c=D.steps,o.
dataset.state="growing",w.input.disabled=!0;try{for await(let B of it(a,D)){if(R!==m)return;f.push({time:B.time,noisy:i(B.noisy),image:i(B.image)}),w.limits(1,c,
f.length),k(),E(),S.say(`Seed ${D.seed}: ${B.seconds.toFixed(2)} s a network evaluation here, ${B.where}.`),o.dataset.processor=B.processor}}catch(B){if(R!==m)return;
S.say(`The network stopped: ${B.message}`),o.dataset.state="failed";return}finally{R===m&&(w.input.disabled=!1)}A(),E(),o.dataset.state="done"}let Y=R=>{let D=L.
getBoundingClientRect(),B=Math.min(Math.max((R.clientX-D.left)/D.width,0),.999);w.input.disabled||(w.value=Math.floor(B*c)+1)};L.addEventListener("pointerdown",
R=>{L.setPointerCapture(R.pointerId),Y(R)}),L.addEventListener("pointermove",R=>{L.hasPointerCapture(R.pointerId)&&Y(R)}),Promise.all([re(e.noisy),re(fe(o))]).then(
([R,D])=>{f.length||(f=Le(e.steps).slice(0,-1).map((B,K)=>{let ee=[K%ln*n,Math.floor(K/ln)*n,n,n];return{time:B,noisy:Be(R,...ee),image:ce(D,...ee)}}),A(),k(),w.
limits(1,e.steps,Math.round(e.steps/2)),E(),o.dataset.frames=f.length)})}function Mo(t,e,o){let{size:n,times:s,flowers:r}=e,a=s.length-1,i=null,l=p=>r.map(S=>V({label:`${S}: ${p}`,width:n,height:n})),f=l("noisy"),c=l("guess"),u=G({label:"\
From noise to flower",min:0,max:a,step:1,value:0,format:p=>`t = ${s[p].toFixed(1)}`,onInput:x}),d=X(),m=(p,S)=>y("div",{},y("span",{class:"ff-title"},p),y("div",
{class:"ff-triple"},...S.map(M=>M.element))),h=y("div",{class:"ff-first ff-draggable"},m("The noisy picture",f),m("What the network takes it to be",c));t.append(
Z(u,Fe(o,u,{seconds:4})),h,d.element);function x(){if(!i)return;let p=u.value;r.forEach((S,M)=>{let N=[p*n,M*n,n,n];f[M].draw(Be(i.noisy,...N)),c[M].draw(ce(i.guess,
...N)),f[M].describe(`A ${S} on its way out of noise, moment ${p} of ${a}`),c[M].describe(`What the network takes it to be at moment ${p} of ${a}`)}),d.say(g(p))}
function g(p){return p===0?"t = 1: pure noise. The guess is hardly more than a mean colour.":p===a?"t = 0: no noise is left. The last guess is the picture.":`t \
= ${s[p].toFixed(1)}: step ${2*p} of ${2*a}.`}let b=p=>{let S=h.getBoundingClientRect(),M=(p.clientX-S.left)/S.width;u.value=Math.round(Math.min(Math.max(M,0),1)*
a)};h.addEventListener("pointerdown",p=>{h.setPointerCapture(p.pointerId),b(p)}),h.addEventListener("pointermove",p=>{h.hasPointerCapture(p.pointerId)&&b(p)}),Promise.
all([re(e.noisy),re(fe(o))]).then(([p,S])=>{i={noisy:p,guess:S},o.dataset.state="ready",u.value=u.value===0?Math.round(.4*a):u.value})}function ko(t,e,o){let[n,s]=[t,e].map(lr),[r,a]=[t,e].map(l=>cr(l,o)),i=(l,f)=>l.reduce((c,u,d)=>c+u*f[d],0);return{brightness:(n.mean-s.mean)/255,contrast:n.spread/
s.spread,outlines:i(r,a)/Math.sqrt(i(r,r)*i(a,a))}}function lr(t){let e=t.reduce((n,s)=>n+s,0)/t.length,o=t.reduce((n,s)=>n+(s-e)**2,0);return{mean:e,spread:Math.
sqrt(o/t.length)}}function cr(t,e){let o=n=>(t[3*n]+t[3*n+1]+t[3*n+2])/3;return Float64Array.from({length:e*(e-1)},(n,s)=>{let r=s+Math.floor(s/(e-1));return o(
r+1)-o(r)})}function $o(t,e,o){let{size:n,mean:s,std:r,classes:a}=e,i=3*n*n,l=Pe(e),f=q=>we(q,s,r),c=0,u={seed:e.seed,steps:e.steps,eta:0,label:e.label,guidance:e.guidance,
acts:"middle"},d=(q,J=Number)=>ae=>{u[q]=J(ae),I(),q==="seed"&&A(),l.ready&&q!=="seed"?B():l.ready&&R()},m=G({label:"Seed",min:0,max:999,step:1,value:u.seed,onInput:d(
"seed")}),h=ne({label:"Steps",value:String(u.steps),onChange:d("steps"),options:[5,10,20,40].map(q=>[String(q),String(q)])}),x=G({label:"Fresh noise η",min:0,max:1,
step:.1,value:0,format:q=>q.toFixed(1),onInput:d("eta")}),g=ne({label:"Flower",value:String(e.label),onChange:d("label"),options:[[String(a),"no class"],...e.class_names.
map((q,J)=>[String(J),q]).sort((q,J)=>q[1]<J[1]?-1:1)]}),b=G({label:"Guidance",min:0,max:8,step:.5,value:e.guidance,format:q=>q.toFixed(1),onInput:d("guidance")}),
[p,S]=e.interval,M=q=>p<=q&&q<=S,N=ne({label:"Guidance acts",value:"middle",onChange:d("acts",String),options:[["middle",`from t = ${S} to ${p}`],["always","alw\
ays"]]}),w=se({label:"Another seed",onClick:()=>{m.value=(u.seed+1)%1e3}}),F={noisy:V({label:"The noisy image",title:"Noisy image",width:n,height:n}),image:V({label:"\
The predicted image",title:"Predicted image",width:n,height:n})},v=y("div",{class:"ff-grow-strip",role:"group","aria-label":"The predicted image, step by step"}),
$=se({label:"Compare guidance",onClick:K}),T=[["Class alone",{guidance:1}],["Guided always",{acts:void 0}],[`Guided from t = ${S} to ${p}`,{acts:M}]].map(([q,J])=>({
title:q,options:J,view:V({title:q,label:q,width:n,height:n})})),L=y("div",{class:"ff-triple ff-film",hidden:!0},...T.map(({view:q})=>q.element)),O=X(),_=e.label===
a?"":`${e.class_names[e.label]}, `,E=Ie(o,l,e,O,{label:"Grow a flower",again:"Grow it again",opening:`Recorded: ${_}seed ${e.seed}, ${e.steps} steps.`,onReady:B,
onLost:()=>{c+=1}});t.append(Z(m,h,x,...a?[g,b,N]:[],E.processor),Z(E.action,w,...e.compare?[$]:[],E.bar),y("div",{class:"ff-columns ff-pair ff-grow"},F.noisy.element,
F.image.element),v,O.element,...e.compare?[L]:[]),l.onChange(I),I();function I(){b.input.disabled=N.input.disabled=u.label===a,$.disabled=u.label===a||!l.ready}
function k(q){o.dataset.state=q}function A(){F.noisy.draw(f(Q(u.seed,i))),l.ready||F.image.draw(f(new Float32Array(i)))}let C=ie(e.recorded),W=C.length/i;for(let q=0;q<
W;q+=1)U(C.subarray(q*i,(q+1)*i));if(A(),F.image.draw(C.subarray((W-1)*i)),E.problem)for(let q of[w,m.input,h.input,x.input,g.input])q.disabled=!0;function U(q){
let J=y("canvas",{width:n,height:n,"aria-hidden":"true"}),ae=J.getContext("2d"),j=ae.createImageData(n,n);for(let H=0;H<n*n;H+=1)j.data.set([q[3*H],q[3*H+1],q[3*
H+2],255],4*H);ae.putImageData(j,0,0),v.append(J)}let Y=_e(B);function R(){c+=1,Y()}async function D(q){let J=c+=1,ae=()=>J===c;k("growing");try{await q(ae),ae()&&
k("done")}catch(j){if(!ae())return;O.say(`The network stopped: ${j.message}`),k("failed")}}function B(){let{seed:q,steps:J}=u,ae=new Set(Array.from({length:10},
(j,H)=>Math.ceil((H+1)*J/10)));return v.replaceChildren(),L.hidden=!0,D(async j=>{for await(let H of it(l,ee())){if(!j())return;F.noisy.draw(f(H.next)),F.image.
draw(f(H.image)),ae.has(H.i+1)&&U(f(H.image)),O.say(`Step ${H.i+1} of ${J}, seed ${q}: ${H.seconds.toFixed(2)} s a network evaluation here, ${H.where}.`),o.dataset.
processor=H.processor,o.dataset.seconds=H.seconds.toFixed(4)}})}function K(){L.hidden=!1;for(let{view:q}of T)q.draw(new Uint8ClampedArray(i));return D(async q=>{
let J=[];for(let{title:ae,options:j,view:H}of T){let te=null;for await(let z of it(l,{...ee(),...j})){if(!q())return;te=f(z.image),H.draw(te),O.say(`${ae}: step\
 ${z.i+1} of ${u.steps}.`)}J.push(te)}O.say(T.slice(1).map(({title:ae},j)=>{let{brightness:H,contrast:te,outlines:z}=ko(J[j+1],J[0],n);return`${ae}, the light h\
as moved by ${ur(H)}, the contrast is ${te.toFixed(2)} times that of the class alone, and the outlines agree to ${z.toFixed(2)}.`}).join(" "))})}function ee(){let{
acts:q,...J}=u;return{...J,acts:q==="always"?void 0:M}}function ge(){let q=new URLSearchParams(location.hash.slice(1)),J=Number(q.get("flower")??NaN);E.problem||
!(J in e.class_names)||(g.value=String(J),m.value=Number(q.get("seed")??u.seed),o.scrollIntoView({block:"center"}),l.ready||O.say(`${e.class_names[J]}, seed ${u.
seed}: press the button to grow it.`))}window.addEventListener("hashchange",ge),ge()}function ur(t){return`${t<0?"−":"+"}${Math.abs(t).toFixed(2)}`}var So="noise-to-flowers:guess";function lt(){return{rounds:0,you:0,youLevels:0,bayes:0,bayesLevels:0}}function Ao(t,{right:e,level:o,bayes:n,from:s}){return{rounds:t.
rounds+1,you:t.you+(e?1:0),youLevels:t.youLevels+(e?o:0),bayes:t.bayes+(n?1:0),bayesLevels:t.bayesLevels+s}}function Fo(){try{let t=JSON.parse(localStorage.getItem(
So));return Object.keys(lt()).every(e=>Number.isFinite(t[e]))?t:lt()}catch{return lt()}}function cn(t){try{localStorage.setItem(So,JSON.stringify(t))}catch{}}function Eo(t,e,{signal:o,noise:n}){return Float64Array.from(t,(s,r)=>o*s+n*e[r])}function To(t,e,{signal:o,noise:n}){let s=t.map(l=>{let f=0;for(let c=0;c<e.length;c+=
1)f+=(e[c]-o*l[c])**2;return-f/(2*n**2)}),r=Math.max(...s),a=s.map(l=>Math.exp(l-r)),i=a.reduce((l,f)=>l+f,0);return a.map(l=>l/i)}function No(t,e){let o=new Float64Array(
t[0].length);return t.forEach((n,s)=>{for(let r=0;r<o.length;r+=1)o[r]+=e[s]*n[r]}),o}var un=.1;function Po(t,e,o){let{size:n,names:s,noisiest:r,clearest:a,sure:i}=e,l=3*n*n,f=null,c=null,u=Fo(),d=G({label:"Log-SNR, from much noise to little",min:r,
max:a,step:un,value:r,format:Ye,onInput:w}),m=se({label:"Next flower",onClick:()=>{M(Co()),d.input.focus()}}),h=V({title:"Under noise",label:"The noisy flower",
width:n,height:n}),x=V({title:"Mean of the eight",label:"",width:n,height:n}),g=s.map((v,$)=>fr(v,n,()=>N($))),b=X(),p=y("table",{class:"ff-score","aria-label":"\
Score"}),S=se({label:"Forget the score",onClick:()=>{u=lt(),cn(u),F(),d.input.focus()}});t.append(Z(d,m),y("div",{class:"ff-guess"},y("div",{class:"ff-columns f\
f-pair"},h.element,x.element),y("div",{class:"ff-tiles",role:"group","aria-label":"Which flower is it?"},...g.map(v=>v.element))),b.element,y("div",{class:"ff-s\
core-row"},p,S));function M(v){c={...dr(v,s.length,l),seen:r,guess:null},o.dataset.seed=v,m.disabled=!0,g.forEach($=>$.hide()),d.value=r}function N(v){!c||c.guess!==
null||(c.guess=v,m.disabled=!1,c.from=mr(f.images,c,r,a,i),u=Ao(u,{right:v===c.flower,level:c.seen,bayes:Lo(fn(f.images,c,c.seen))===c.flower,from:c.from}),cn(u),
d.value=c.seen,F())}function w(){if(!c)return;let v=d.value,{guess:$,flower:T}=c;$===null&&(c.seen=Math.max(c.seen,v));let{signal:L,noise:O}=me(v),{images:_}=f;
h.draw(He({...f,image:_[T]},c.field,L,O)),h.describe(`A flower under noise, log-SNR ${Ye(v)}`);let E=$===null?s.map(()=>1/s.length):fn(_,c,v);if(x.draw(He({...f,
image:No(_,E)},c.field,1,0)),x.heading.textContent=$===null?"Mean of the eight":"Bayes’ mean",$===null){x.describe("The mean of the eight flowers"),b.say(`One\
 part of flower to ${hr(v)} of noise. Which of the eight is it? What counts is the clearest picture that you have seen: ${Ye(c.seen)}.`);return}x.describe(`The \
mean of the eight, weighted by Bayes, most the ${s[Lo(E)]}`),g.forEach((k,A)=>k.show(E[A],A===T,A===$));let I=$===T?`Yes, the ${s[T]}`:`It is the ${s[T]}, and n\
ot the ${s[$]}`;b.say(`${I}. At ${Ye(v)} Bayes gives it ${E[T].toFixed(2)}; from ${Ye(c.from)} on it is sure. Your guess counts at ${Ye(c.seen)}.`)}function F(){
let v=($,T,L)=>y("tr",{},y("th",{scope:"row"},$),y("td",{},`${T} of ${u.rounds}`),y("td",{},L.count?Ye(L.sum/L.count):"–"));p.replaceChildren(y("tr",{},y("td",
{}),y("th",{scope:"col"},"right"),y("th",{scope:"col"},"mean level")),v("You",u.you,{sum:u.youLevels,count:u.you}),v("Bayes",u.bayes,{sum:u.bayesLevels,count:u.
rounds})),S.disabled=u.rounds===0}F(),re(fe(o)).then(v=>{let $=new Uint8Array(l*s.length);s.forEach((_,E)=>$.set(ce(v,E*n,0,n,n),E*l));let{mean:T,std:L,image:O}=Xe(
$);f={mean:T,std:L,images:s.map((_,E)=>O.subarray(E*l,(E+1)*l))},g.forEach((_,E)=>_.draw($.subarray(E*l,(E+1)*l))),M(Co()),o.dataset.state="ready"})}function fr(t,e,o){
let n=V({label:"",width:e,height:e});n.canvas.removeAttribute("role"),n.canvas.removeAttribute("aria-label"),n.canvas.setAttribute("aria-hidden","true");let s=y(
"i",{}),r=y("span",{class:"ff-value"}),a=y("span",{class:"ff-verdict"}),i=y("button",{type:"button",class:"ff-tile"},n.element,y("span",{class:"ff-name"},t),y("\
span",{class:"ff-bar","aria-hidden":"true"},s),r,a);return i.addEventListener("click",o),{element:i,draw:n.draw,show(l,f,c){i.setAttribute("aria-disabled","true"),
i.setAttribute("aria-pressed",c),i.classList.toggle("ff-true",f),s.style.width=`${100*l}%`,r.textContent=` ${l.toFixed(2)} `,a.textContent=f?c?"you, right":"it \
is this":c?"you":""},hide(){i.removeAttribute("aria-disabled"),i.removeAttribute("aria-pressed"),i.classList.remove("ff-true"),s.style.width="0",r.textContent=a.
textContent=""}}}function dr(t,e,o){return{flower:Qe(t,4294967295)%e,field:Q(t,o)}}function fn(t,{flower:e,field:o},n){let s=me(n);return To(t,Eo(t[e],o,s),s)}function mr(t,e,o,n,s){
let r=Math.round((n-o)/un);for(let a=0;a<r;a+=1){let i=o+a*un;if(fn(t,e,i)[e.flower]>s)return i}return n}function Co(){return Math.floor(Math.random()*2**32)}var Lo=t=>t.
indexOf(Math.max(...t));function Ye(t){return t.toFixed(1).replace("-","−")}function hr(t){return Math.round(Math.exp(-t)).toLocaleString("en-GB")}function Oo(t,e,o){let{names:n,side:s,reach:r,handle:a,centres:i,radius:l}=e,f=ie(e.colours),c=f.length/3,u=Io(e.clouds,r),d=Io(e.grids,r),m={x:a[0],y:a[1]},h=F=>Math.
min(Math.max(F,-e.start),e.start),x=F=>G({label:`Noise: ${F}`,min:-e.start,max:e.start,step:.05,value:m[F],format:v=>v.toFixed(2),onInput(v){m[F]=v,N()}}),[g,b]=[
x("x"),x("y")],p=n.map((F,v)=>{let $=Ro(u,v,c),T=v?Ro(d,v-1,s*s):null,L=()=>T?pr(T,s,e.start,m.x,m.y):[m.x,m.y],O=Re({label:F,reach:r,onPress:v?null:M,draw(_){for(let E=0;E<
c;E+=1){let[I,k]=_.place($[2*E],$[2*E+1]);_.context.fillStyle=`rgb(${f[3*E]} ${f[3*E+1]} ${f[3*E+2]})`,_.context.fillRect(I-1,k-1,2,2)}_.ring(...L(),6,ue(o,"acc\
ent"),ue(o,"panel"))}});return{name:F,end:L,plane:O}});p[0].plane.canvas.classList.add("ff-handle");let S=X();t.append(y("div",{class:"ff-planes"},...p.map(({name:F,
plane:v})=>y("div",{},y("span",{class:"ff-title"},F),v.element))),S.element,y("div",{class:"ff-controls ff-gap"},g.element,b.element));function M([F,v]){Object.
assign(m,{x:h(F),y:h(v)}),g.limits(-e.start,e.start,m.x),b.limits(-e.start,e.start,m.y),N()}function N(){for(let{plane:F}of p)F.redraw();w()}function w(){let F=$=>i.
some(([T,L])=>Math.hypot(T-$[0],L-$[1])<l),v=p.slice(1).map(({name:$,end:T})=>`${$}: ${F(T())?"in a disc":"between the discs"}`);S.say(`From (${m.x.toFixed(2)},\
 ${m.y.toFixed(2)}). ${v.join("; ")}.`)}for(let{plane:F}of p)F.follow();w(),Ke(o,N)}function Io(t,e){return Float32Array.from(ie(t),o=>o/255*2*e-e)}function Ro(t,e,o){
return t.subarray(2*e*o,2*(e+1)*o)}function pr(t,e,o,n,s){let r=c=>Math.min(Math.max((c+o)/(2*o)*(e-1),0),e-1.000001),[a,i]=[Math.floor(r(n)),Math.floor(r(s))],
[l,f]=[r(n)-a,r(s)-i];return[0,1].map(c=>{let u=(d,m)=>t[2*((i+m)*e+a+d)+c];return(1-f)*((1-l)*u(0,0)+l*u(1,0))+f*((1-l)*u(0,1)+l*u(1,1))})}function Do(t){let e=ie(t),o=new Float32Array(e.length/2);for(let n=0;n<o.length;n+=1){let s=e[2*n]|e[2*n+1]<<8,r=s>>10&31,a=s&1023,i=r?(1+a/1024)*2**(r-15):a*2**
-24;o[n]=s&32768?-i:i}return o}function qo(t){let e=Do(t),o=e.length/2;return e.map((n,s)=>s<o?e[2*s]:e[2*(s-o)+1])}function jo({shapes:t,weights:e}){let o=Do(e),
n=[],s=0;for(let r=0;r<t.length;r+=2){let[a,i]=t[r],l=o.subarray(s,s+a*i);s+=a*i,n.push({inputs:i,outputs:a,weight:l,bias:o.subarray(s,s+a)}),s+=a}return n}var Se=128;function*gr(t,e,o){let n=e.length/2,s=[o.signal,o.noise,Math.log(o.signal/o.noise)],r=new Float32Array(2*n),a=Math.max(...t.map(({outputs:f})=>f)),[i,l]=[new Float32Array(
a*Se),new Float32Array(a*Se)];for(let f=0;f<n;f+=Se){let c=Math.min(Se,n-f);for(let u=0;u<c;u+=1)i[u]=e[f+u],i[Se+u]=e[n+f+u];t.forEach((u,d)=>{if(wr(u,d===0?s:
[],i,l,c),d<t.length-1)for(let m=0;m<u.outputs*Se;m+=1)l[m]/=1+Math.exp(-l[m]);[i,l]=[l,i]});for(let u=0;u<c;u+=1)r[f+u]=i[u],r[n+f+u]=i[Se+u];yield}return r}function wr({
inputs:t,outputs:e,weight:o,bias:n},s,r,a,i){let l=t-s.length,f=l%4===0?4:2;for(let c=0;c<e;c+=1){let u=c*t,d=c*Se,m=n[c];s.forEach((h,x)=>{m+=o[u+l+x]*h}),a.fill(
m,d,d+Se);for(let h=0;h<l;h+=f){let x=o[u+h],g=o[u+h+1],b=h*Se;if(f===4){let p=o[u+h+2],S=o[u+h+3];for(let M=0;M<i;M+=1)a[d+M]+=x*r[b+M]+g*r[b+Se+M]+p*r[b+2*Se+
M]+S*r[b+3*Se+M]}else for(let p=0;p<i;p+=1)a[d+p]+=x*r[b+p]+g*r[b+Se+p]}}}function*_o(t,e,o){let n=yield*gr(t,e,o),s=new Float32Array(e.length),r=new Float32Array(
e.length);for(let a=0;a<e.length;a+=1)s[a]=o.signal*e[a]-o.noise*n[a],r[a]=o.noise*e[a]+o.signal*n[a];return{image:s,noise:r}}function Bo({image:t,noise:e},o,n,s=0,r=null,a=new Float32Array(
t.length)){for(let i=0;i<a.length;i+=1)a[i]=o*t[i]+n*e[i]+(r?s*r[i]:0);return a}var ct={ddim:{name:"DDIM",eta:null,cost:t=>t},ddpm:{name:"DDPM (η = 1)",eta:1,cost:t=>t},
heun:{name:"Heun",eta:0,cost:t=>2*t-1},dpm_solver_pp:{name:"DPM-Solver++(2M)",eta:0,cost:t=>t}};function Wo({layers:t,schedule:e,start:o,solver:n,steps:s,eta:r=0,
seed:a=0}){let i=Le(s),l=i.map(p=>e.rates(p)),f=ct[n].eta??r,c=[o],u=[],d=[],m=[];function*h(p){let S=c[p],M=yield*_o(t,S,l[p]);if(n==="heun"&&p<s-1){let N=Bo(M,
l[p+1].signal,l[p+1].noise),w=yield*_o(t,N,l[p+1]),F=M.noise.map(($,T)=>($+w.noise[T])/2);return{image:S.map(($,T)=>($-l[p].noise*F[T])/l[p].signal),noise:F}}if(d[p]=
M.image,n==="dpm_solver_pp"&&p>0){let[N,w,F]=[-1,0,1].map(L=>e.logSNR(i[p+L])),v=(F-w)/(2*(w-N)),$=M.image.map((L,O)=>(1+v)*L-v*d[p-1][O]),T=S.map((L,O)=>(L-l[p].
signal*$[O])/l[p].noise);return{image:$,noise:T}}return M}function*x(){for(let p=0;p<s;p+=1)u.push(yield*h(p)),m.push(f>0?Q(vt(a,p),o.length):null),c.push(b(p,l[p+
1]))}let g=x();function b(p,S,M){let{kept:N,fresh:w}=Zt(l[p],S,f);return Bo(u[p],S.signal,N,w,m[p],M)}return{at(p,S){if(p>=1)return o;let M=Math.min(Math.floor(
(1-p)*s+1e-9),s-1);for(;c.length<=M+1;)g.next();return b(M,e.rates(p),S)},ahead(p){let S=performance.now()+p;for(;c.length<=s&&performance.now()<S;)g.next();return c.
length<=s}}}var Oe=2.7,yr=48,br=4;function Uo(t,e,o){let n=Ae("log_snr",e.schedule),s=jo(e.network),r=qo(e.network.points),a={solver:e.solver,steps:e.steps,eta:0},i={x:e.handle[0],
y:e.handle[1]},l=Q(e.seed,2*e.count),f=new Float32Array(l.length),[c,u,d]=[null,null,null],m=ne({label:"Solver",value:a.solver,onChange(k){a.solver=k,F(),T()},options:Object.
entries(ct).map(([k,{name:A}])=>[k,A])}),h=G({label:"Steps",min:1,max:50,step:1,value:a.steps,onInput(k){a.steps=k,T()}}),x=G({label:"Fresh noise η",min:0,max:1,
step:.1,value:0,format:k=>k.toFixed(1),onInput(k){a.eta=k,T()}}),g=G({label:"Way from noise to data",min:0,max:1,step:.001,value:0,format:k=>`t = ${(1-k).toFixed(
2)}`,onInput:E}),b=G({label:"Ringed particle: x",min:-Oe,max:Oe,step:.05,value:i.x,format:k=>k.toFixed(2),onInput:k=>v(k,i.y)}),p=G({label:"Ringed particle: y",
min:-Oe,max:Oe,step:.05,value:i.y,format:k=>k.toFixed(2),onInput:k=>v(i.x,k)}),S=Ze({label:"Paths",value:!0,onChange:E}),M=Ze({label:"Data",value:!0,onChange:E}),
N=Re({label:"Particles in the plane",reach:Oe,draw:I,onPress([k,A]){b.limits(-Oe,Oe,k),p.limits(-Oe,Oe,A),v(k,A)}}),w=X();t.append(Z(...e.simple?[h]:[m,h,x]),Z(
g,Fe(o,g,{seconds:4}),S,M),N.element,w.element,y("div",{class:"ff-controls ff-gap"},b.element,p.element));function F(){let k=ct[a.solver].eta;x.limits(0,1,k??a.
eta),x.input.disabled=k!==null}function v(k,A){Object.assign(i,{x:k,y:A}),d=null,E()}function $(k){return Wo({layers:s,schedule:n,start:k,seed:e.seed,...a})}function T(){
[c,u,d]=[$(l),null,null],E()}function L(k){let A=$(k),C=Math.max(60,a.steps);return Array.from({length:C+1},(W,U)=>A.at(1-U/C))}function O({context:k,place:A},C,W,U,Y){
let R=C[0].length/2;k.strokeStyle=W,k.lineWidth=U,k.beginPath();for(let D=0;D<R;D+=1)for(let B=0;B<=Y;B+=1){let[K,ee]=A(C[B][D],C[B][R+D]);B?k.lineTo(K,ee):k.moveTo(
K,ee)}k.stroke()}function _({context:k,place:A},C,W,U){let Y=C.length/2;k.fillStyle=W;for(let R=0;R<Y;R+=1){let[D,B]=A(C[R],C[Y+R]);k.fillRect(D-U/2,B-U/2,U,U)}}
function E(){N.redraw()}function I(k){if(!c)return;let{context:A}=k,C=1-g.value,W=c.at(C,f);if(M.value&&(A.globalAlpha=.45,_(k,r,ue(o,"muted"),2),A.globalAlpha=
1),_(k,W,ue(o,"signal"),2.2),S.value){u??=L(xr(l,yr));let K=Math.round((1-C)*(u.length-1));A.globalAlpha=.55,O(k,u,ue(o,"noise"),1,K),A.globalAlpha=1}d??=L(Float32Array.
of(i.x,i.y)),O(k,d,ue(o,"accent"),2.5,d.length-1);let[U,Y]=d[Math.round((1-C)*(d.length-1))];k.ring(U,Y,5,ue(o,"accent"),ue(o,"accent")),k.ring(i.x,i.y,9,ue(o,"\
accent"),ue(o,"panel"));let{name:R,cost:D}=ct[a.solver],B=d[d.length-1];w.say(`${e.count} particles at t = ${C.toFixed(2)}. ${R} with ${a.steps} steps evaluates\
 the network ${D(a.steps)} times. The ringed particle ends at (${B[0].toFixed(2)}, ${B[1].toFixed(2)}).`),c.ahead(br)}F(),T(),N.follow(),Ke(o,E)}function xr(t,e){
let o=t.length/2,n=new Float32Array(2*e);return n.set(t.subarray(0,e)),n.set(t.subarray(o,o+e),e),n}function Et(t){return Object.keys(t).sort((e,o)=>t[e]-t[o])}function dn(t){let e=t.length;if(e===0)return"–";let o=t.reduce((s,r)=>s+r)/e;if(e===1)return o.toFixed(
3);let n=t.reduce((s,r)=>s+(r-o)**2,0);return`${o.toFixed(3)} ± ${Math.sqrt(n/(e-1)/e).toFixed(3)}`}function Ho({found:t,names:e,seed:o,budget:n}){let s=Et(t),
r=a=>`${e[a]}, off by ${t[a].toFixed(3)}`;return`Noise ${o}, ${n} evaluations. Closest to the finish: ${r(s[0])}. Farthest: ${r(s[s.length-1])}.`}function Go(t,e,o){let{size:n,mean:s,std:r,names:a,budgets:i,seeds:l,distances:f}=e,c=Object.keys(a),u=3*n*n,d=Pe(e),m=j=>we(j,s,r),h={seed:e.seed,budget:e.budget,
spacing:e.spacing},x=new Map([[e.seed,vr(e)]]),g=new Map,b=null,p=null,S=0,M=(j,H)=>te=>{h[j]=H(te),q()},N=ne({label:"Network evaluations",value:String(h.budget),
options:i.map(j=>[String(j),String(j)]),onChange:M("budget",Number)}),w=ne({label:"Steps even in",value:h.spacing,options:[["log_snr","log-SNR"],["time","time"]],
onChange:M("spacing",String)}),F=G({label:"Noise",min:0,max:99,step:1,value:h.seed,format:j=>`seed ${j}`,onInput:M("seed",Number)}),v=se({label:"Next noise",onClick:()=>{
F.value=(h.seed+1)%100}}),$=G({label:"Evaluations spent",min:1,max:h.budget,step:1,value:h.budget,onInput:D}),T=Fe(o,$,{label:"Play again",seconds:3}),L=X(),O=Ie(
o,d,e,L,{label:"Race",again:"Race again",opening:`${E(_(e.seed))} This race is recorded.`,onReady:q,onLost:()=>{S+=1}});function _(j){let[H,te]=[f[h.spacing][h.
budget],l.indexOf(j)];return Object.fromEntries(c.map(z=>[z,H[z][te]]))}function E(j){return Ho({...h,found:j,names:a})}let I=j=>{let H=V({title:j,label:j,width:n,
height:n}),te=y("span",{class:"ff-note"});return{...H,note:te,element:y("div",{},H.element,te)}},[k,A]=[I("the noise"),I("the finish")],C=Object.fromEntries(c.map(
j=>[j,I(a[j])])),W=y("table",{class:"ff-standing"});t.append(Z($,T),Z(N,w),y("div",{class:"ff-race"},...[k,...Object.values(C),A].map(j=>j.element)),L.element,y(
"div",{class:"ff-controls ff-gap"},O.action,F.element,v,O.processor.element,O.bar),W);let[U,Y]=[j=>{o.dataset.state=j},(j,H)=>{j.note.textContent=H}],R=()=>`${h.
spacing} ${h.budget}`;function D(){if(!b)return;let j=$.value===Number($.input.max)&&!b.running,H=b.found&&Et(b.found);for(let z of c){let xe=b.frames[z],le=Math.
min($.value-b.first,xe.length-1);if(le<0)continue;C[z].draw(xe[le]);let de=b.first+le;Y(C[z],j&&H?`${H.indexOf(z)+1}. off by ${b.found[z].toFixed(3)}`:`after ${de}`),
C[z].describe(`${a[z]} after ${de} evaluations`)}let te=x.get(h.seed);te&&A.draw(m(te))}function B(){let j=b?.found,H=[...g.get(R())?.values()??[]],te=f[h.spacing][h.
budget],z=["","this noise",H.length>1?`your ${H.length} noises`:"your noise",`recorded, ${l.length} noises`],xe=(j?Et(j):c).map(le=>[a[le],j?j[le].toFixed(3):"–",
dn(H.map(de=>de[le])),dn(te[le])]);W.replaceChildren(y("caption",{},`Distance from the finish, ${h.budget} evaluations, steps even in ${h.spacing==="time"?"time":
"log-SNR"}: mean ± standard error`),y("thead",{},y("tr",{},...z.map(le=>le?y("th",{scope:"col"},le):y("td")))),y("tbody",{},...xe.map(([le,...de])=>y("tr",{},y(
"th",{scope:"row"},le),...de.map(Ee=>y("td",{},Ee))))))}function K(){if(!p)return;let{budget:j,spacing:H}=h,te=j===e.budget&&H===e.spacing,z=i.indexOf(j)+(H==="\
time"?i.length:0),xe=(de,Ee,Te)=>ce(de,Ee*n,Te*n,n,n),le=de=>Math.min(j,de==="heun"?2*Yt.heun.steps(j)-1:j);b={first:te?1:j,frames:Object.fromEntries(c.map((de,Ee)=>[
de,te?Array.from({length:le(de)},(Te,Ne)=>xe(p.walk,Ne,Ee)):[xe(p.ends,z,Ee)]])),found:_(e.seed)},ee(j)}function ee(j){$.limits(b.first,Math.max(j,b.first),j),$.
input.disabled=T.disabled=j<=b.first,D()}let ge=_e(()=>{d.ready&&J()},200);function q(){S+=1,d.ready?ge():(K(),L.say(`${E(_(e.seed))} This race is recorded. ${O.
problem}`)),k.draw(m(Q(h.seed,u))),B()}async function J(){let j=S+=1,{seed:H,budget:te,spacing:z}=h,xe=Q(H,u),[le,de,Ee]=[0,0,""],Te=async({noisy:ye,level:We})=>{
let Ue=await d.predict(ye,me(We));if(j!==S)throw new mn;return le+=Ue.seconds,de+=1,Ee=Ue.where,Ue.noise},Ne={first:1,frames:Object.fromEntries(c.map(ye=>[ye,[]])),
running:!0};b=Ne;for(let ye of c)C[ye].draw(m(new Float32Array(u))),Y(C[ye],"");A.draw(m(x.get(H)??new Float32Array(u))),Y(A,""),B(),U("racing");try{let ye=Object.
fromEntries(c.map(he=>{let{run:ve,steps:Me}=Yt[he],P=ve(xe,nt(d.schedule,Me(te),z));return[he,{walk:P,at:P.next()}]})),We=await Te(ye[c[0]].at.value);for(let he=1;he<=
te;he+=1){for(let ve of c){let Me=ye[ve];Me.at.done||(Me.at=Me.walk.next(he===1?We:await Te(Me.at.value)),Ne.frames[ve].push(m(Me.at.value.image)),ee(he))}L.say(
`Evaluation ${he} of ${te} in each lane.`)}if(!x.has(H)){let he=Hn(xe,d.schedule,e.finish_evaluations),ve=he.next();for(let Me=1;!ve.done;Me+=1)ve=he.next(await Te(
ve.value)),A.draw(m(ve.value.image)),Y(A,`${Me} of ${e.finish_evaluations}`),L.say(`Solving finely to find the finish: ${Me} of ${e.finish_evaluations}.`);x.set(
H,ve.value.image),Y(A,"")}let Ue=x.get(H);Ne.found=Object.fromEntries(c.map(he=>[he,mt(ye[he].at.value.image,Ue)]))}catch(ye){if(j!==S)return;L.say(`The network\
 stopped: ${ye.message}`),U("failed");return}Ne.running=!1,g.has(R())||g.set(R(),new Map),g.get(R()).set(H,Ne.found),ee(te),B(),L.say(`${E(Ne.found)} ${(le/de).
toFixed(2)} s a network evaluation here, ${Ee}.`),o.dataset.seconds=(le/de).toFixed(4),U("done")}function ae(){F.input.disabled=v.disabled=!d.ready}d.onChange(ae),
ae(),k.draw(m(Q(h.seed,u))),B(),Promise.all([re(fe(o)),re(e.ends)]).then(([j,H])=>{p={walk:j,ends:H},b||K(),B(),o.dataset.recorded="ready"})}var mn=class extends Error{};
function vr({finish:t,finish_unit:e}){let o=ie(t),n=new DataView(o.buffer);return Float32Array.from({length:o.length/2},(s,r)=>n.getInt16(2*r,!0)*e)}function Yo(t,e,o){let{size:n,runs:s,mean:r,std:a}=e,i=Ae(e.schedule.kind,e.schedule.options),l=we(Q(e.seed,3*n*n),r,a),f=we(new Float32Array(3*n*n),r,a),c=w=>[
...new Set(s.map(F=>F[w]))].map(String),{steps:u,eta:d}=s[e.open],m=null,h=w=>c(w).map(F=>[F,F]),x=ne({label:"Steps",options:h("steps"),value:String(u),onChange(w){
let F=b.value/u;u=Number(w),b.limits(0,u,Math.round(F*u)),N()}}),g=ne({label:"η",options:h("eta"),value:String(d),onChange(w){d=Number(w),N()}}),b=G({label:"St\
ep",min:0,max:u,step:1,value:0,format:w=>`${w} of ${u}`,onInput:N}),p=V({label:"The noisy image",title:"Noisy image",width:n,height:n}),S=V({label:"The predicte\
d image",title:"Predicted image",width:n,height:n}),M=X();t.append(Z(x,g,b,Fe(o,b,{seconds:5})),y("div",{class:"ff-columns ff-pair ff-grow"},p.element,S.element),
M.element);function N(){let w=b.value,F=s.findIndex(L=>L.steps===u&&L.eta===d),v=Le(u)[w];if(w===0)p.draw(l),S.draw(f);else if(m){let L=[(w-1)*n,F*n,n,n];p.draw(
Be(m.noisy,...L)),S.draw(ce(m.predicted,...L))}let{signal:$,noise:T}=i.rates(v);p.describe(`The noisy image after step ${w} of ${u}`),S.describe(w?`The predicte\
d image of step ${w} of ${u}`:"No image has been predicted yet"),M.say(w===0?"Pure noise, at t = 1; nothing has been predicted yet.":`Step ${w} of ${u} led to t\
 = ${v.toFixed(2)}: signal rate ${$.toFixed(2)}, noise rate ${T.toFixed(2)}.`)}N(),Promise.all([re(e.noisy),re(fe(o))]).then(([w,F])=>{m={noisy:w,predicted:F},o.
dataset.state="ready",b.value=b.value===0?Math.round(u/2):b.value})}function Xo(t,e,o,n){let s=Mr(o),r=[t,e].map(l=>kr(l,o,s)),a={fid:[],kid:[]},i=0;for(let l of n){for(let f of r)for(let c=i;c<l;c+=1)f.add(c);i=l,a.fid.push(Sr(
...r.map(f=>f.gaussian(l)),o)),a.kid.push($r(...r,l))}return a}function Mr(t){let e=[];for(let o=0;o<=t;o+=1)for(let n=o;n<=t;n+=1)for(let s=n;s<=t;s+=1){let r=new Set(
[o,n,s]).size;e.push([o,n,s,Math.sqrt([1,3,6][r-1])])}return e}function kr(t,e,o){let n=new Float64Array(e),s=new Float64Array(e*e),r=new Float64Array(o.length),
a=0,i=new Float64Array(e+1),l=1/Math.sqrt(e);return i[0]=1,{kernel:r,get self(){return a},add(f){let c=f*e;for(let u=0;u<e;u+=1){n[u]+=t[c+u],i[u+1]=l*t[c+u];for(let d=0;d<
e;d+=1)s[u*e+d]+=t[c+u]*t[c+d]}for(let u=0;u<o.length;u+=1){let[d,m,h,x]=o[u],g=x*i[d]*i[m]*i[h];r[u]+=g,a+=g*g}},gaussian(f){let c=n.map(d=>d/f),u=s.map((d,m)=>(d-
f*c[Math.floor(m/e)]*c[m%e])/(f-1));return{centre:c,covariance:u}}}}function Ko(t,e){return t.reduce((o,n,s)=>o+n*e[s],0)}function $r(t,e,o){let n=s=>(Ko(s.kernel,
s.kernel)-s.self)/(o*(o-1));return n(t)+n(e)-2*Ko(t.kernel,e.kernel)/o**2}function Sr(t,e,o){let n=Ar(t.covariance,o),s=(l,f)=>{let c=0;for(let u=l;u<o;u+=1)for(let d=f;d<
o;d+=1)c+=n[u*o+l]*e.covariance[u*o+d]*n[d*o+f];return c},r=Float64Array.from({length:o*o},(l,f)=>s(Math.floor(f/o),f%o)),i=-2*Fr(r,o).map(l=>Math.sqrt(Math.max(
l,0))).reduce((l,f)=>l+f,0);for(let l=0;l<o;l+=1)i+=(t.centre[l]-e.centre[l])**2,i+=t.covariance[l*o+l]+e.covariance[l*o+l];return i}function Ar(t,e){let o=new Float64Array(
e*e);for(let n=0;n<e;n+=1)for(let s=0;s<=n;s+=1){let r=t[n*e+s];for(let a=0;a<s;a+=1)r-=o[n*e+a]*o[s*e+a];o[n*e+s]=n===s?Math.sqrt(r):r/o[s*e+s]}return o}function Fr(t,e){
let o=Float64Array.from(t);for(let n=0;n<12;n+=1)for(let s=0;s<e;s+=1)for(let r=s+1;r<e;r+=1){let a=o[s*e+r];if(Math.abs(a)<1e-14)continue;let i=.5*Math.atan2(2*
a,o[r*e+r]-o[s*e+s]),[l,f]=[Math.cos(i),Math.sin(i)];for(let[c,u]of[[1,e],[e,1]])for(let d=0;d<e;d+=1){let[m,h]=[s*u+d*c,r*u+d*c],[x,g]=[o[m],o[h]];o[m]=l*x-f*g,
o[h]=f*x+l*g}}return Array.from({length:e},(n,s)=>o[s*e+s])}function Vo(t,e){let o=t.map(a=>1/a),[n,s]=[o,e].map(a=>a.reduce((i,l)=>i+l)/a.length),r=o.reduce((a,i,l)=>a+
(i-n)*(e[l]-s),0)/o.reduce((a,i)=>a+(i-n)**2,0);return{end:s-r*n,slope:r}}var hn={fid:"FID",kid:"KID"},Er={fid:2,kid:3};function Jo(t,e,o){let{sizes:n,draws:s}=e,r=new Map,a=0,i=ne({label:"The second set",value:"0",options:[["0","from\
 the same source"],[String(e.shift),"from a shifted source"]],onChange:x}),l=ne({label:"Features",value:String(e.opens),options:e.features.map(g=>[String(g),String(
g)]),onChange:x}),f=G({label:"Pictures in each set",min:0,max:n.length-1,step:1,value:0,format:g=>n[g].toLocaleString("en"),onInput:x}),c=se({label:"Draw again",
onClick:()=>{a+=1,x()}}),u=g=>pe({label:`${hn[g]} by the number of pictures`,title:hn[g],height:210,x:[-1.06/n[0],0],y:e.limits[g],xTicks:e.ticks.map(b=>-1/b).concat(
0),xLabel:"Pictures",formatX:b=>b<0?String(Math.round(-1/b)):"∞"}),d={fid:u("fid"),kid:u("kid")},m=X();t.append(Z(i,l,c),Z(f),y("div",{class:"ff-columns ff-tw\
o"},d.fid.element,d.kid.element),be([["leaf","mean of all draws"],["noise","one draw"],["ink","the truth",!0],["petal","FID's line to infinitely many",!0]]),m.element);
function h(){let g=[l.value,i.value,a].join();return r.has(g)||r.set(g,Array.from({length:s},(b,p)=>Tr(1+a*s+p,Number(l.value),Number(i.value),n))),r.get(g)}function x(){
let g=h(),b=f.value,p=[];for(let[S,M]of Object.entries(d)){let N=e.truth[l.value][i.value][S],w=n.map((E,I)=>Nr(g.map(k=>k[S][I]))),F=g.map(E=>E[S][b]).sort((E,I)=>E-
I),v=E=>E.map((I,k)=>[-1/n[k],I]),$=[{points:[[-1.06/n[0],N],[0,N]],colour:"ink",dash:!0,width:1.5},{points:v(w),colour:"leaf",width:3}],T=Vo(n,w);S==="fid"&&$.
splice(1,0,{points:[[-1/n[0],T.end+T.slope/n[0]],[0,T.end]],colour:"petal",dash:!0}),M.update({lines:$,marks:F.map((E,I)=>({x:-1/n[b]+Cr(I)/n[0],y:E,colour:"noi\
se",size:3.5}))});let[L,O]=[F[Math.floor(s/10)],F[s-1-Math.floor(s/10)]],_=E=>Lr(E,Er[S]);p.push(`${hn[S]}: ${_(w[b])} on average, four draws in five from ${_(L)}\
 to ${_(O)}; the truth is ${_(N)}${S==="fid"?`, the line ends at ${_(T.end)}`:""}.`)}m.say(p.join(" "))}x(),o.dataset.state="ready"}function Tr(t,e,o,n){let s=e*
n[n.length-1],r=Q(t,2*s),a=r.slice(s).map(i=>i+o);return Xo(r.subarray(0,s),a,e,n)}function Nr(t){return t.reduce((e,o)=>e+o,0)/t.length}function Cr(t){return(t*
7%11/10-.5)*.05}function Lr(t,e){let o=t.toFixed(e);return(Number(o)===0?0 .toFixed(e):o).replace("-","−")}var Zo={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},Pr=.1,Ir=5,Rr=0;function Qo(t,e,{reach:o,onPoint:n,onBack:s}){let{canvas:r}=e,a=y("p",
{class:"ff-hidden","aria-live":"polite"}),i=y("p",{class:"ff-hint",id:`ff-hint-${Rr+=1}`},"Arrow keys move the cross, with Shift faster. Space puts a point, Ent\
er draws a line to it, Backspace takes the last stroke back.");for(let[u,d]of Object.entries({tabindex:0,role:"application","aria-roledescription":"drawing boar\
d","aria-describedby":i.id}))r.setAttribute(u,d);let l=[0,0],f=0;function c(u){clearTimeout(f),f=setTimeout(()=>{a.textContent=u},300)}return r.addEventListener(
"keydown",u=>{if(!(u.altKey||u.ctrlKey||u.metaKey)){if(Zo[u.key]){let d=Pr*(u.shiftKey?Ir:1);l=l.map((m,h)=>{let x=Math.round(100*(m+d*Zo[u.key][h]))/100;return Math.
min(Math.max(x,-o),o)}),c(Or(l))}else if(u.key===" "||u.key==="Enter")c(n(l,u.key==="Enter"));else if(u.key==="Backspace")c(s());else return;u.preventDefault(),
e.redraw()}}),r.addEventListener("focus",e.redraw),r.addEventListener("blur",e.redraw),{element:a,hint:i,draw(u){if(!r.matches(":focus-visible"))return;let[d,m]=u.
place(...l);u.context.strokeStyle=ue(t,"accent"),u.context.lineWidth=2,u.context.beginPath(),u.context.moveTo(d-12,m),u.context.lineTo(d+12,m),u.context.moveTo(
d,m-12),u.context.lineTo(d,m+12),u.context.stroke()}}}function Or([t,e]){let o=(n,s,r)=>n===0?"in the middle":`${Math.abs(n)} ${n>0?s:r}`;return t===0&&e===0?"M\
iddle":`${o(t,"right","left")}, ${o(e,"up","down")}`}function zo(t,e=150){let o=Math.max(1,Math.ceil(t.length/e)),n=[];for(let s=0;s<t.length;s+=o){let r=t.slice(s,s+o).filter(Number.isFinite);if(!r.length)continue;
let a=r.reduce((i,l)=>i+l,0)/r.length;n.push([s+r.length,Math.log10(Math.max(a,1e-12))])}return n}function pn(t){let e=t.length?t.map(([,c])=>c):[-.5,0],[o,n]=[
Math.min(...e),Math.max(...e)],s=Math.max(.03,.15-(n-o)/2),[r,a]=[o-s,n+s],i=a-r,l=i<.4?[1,1.2,1.5,2,2.5,3,4,5,6,7,8,9]:i<1?[1,1.5,2,3,5,7]:i<2?[1,2,5]:[1],f=[];
for(let c=Math.floor(r);c<=a;c+=Math.ceil(i/7))for(let u of l){let d=c+Math.log10(u);d>=r&&d<=a&&f.push(d)}return{y:[r,a],yTicks:f}}var gn=(t,e=2)=>{let o=10**t;
return o<1e4&&o>=.001?String(Number(o.toPrecision(e))):o.toExponential(0)};function wn(t){let e=t.slice(-50);return e.length?e.reduce((o,n)=>o+n,0)/e.length:0}function bn(t,e,o,n=120){return Array.from({length:n+1},(s,r)=>t(e+(o-e)*r/n))}var yn=(t,e,o,n,s,r)=>bn(a=>[t+o*Math.cos(a),e+n*Math.sin(a)],s,r);function _r(){
return[bn(t=>[1.6*Math.sin(t)**3,(13*Math.cos(t)-5*Math.cos(2*t)-2*Math.cos(3*t)-Math.cos(4*t))/10+.2],0,2*Math.PI,240)]}function Br(){return[yn(-.5,-.25,1,1.1,
0,Math.PI),yn(.5,.25,1,1.1,Math.PI,2*Math.PI)]}function Dr(){return[bn(t=>[.17*t*Math.cos(t),.17*t*Math.sin(t)],1,3.2*Math.PI,240)]}function qr(){let t=e=>[[[e,
.15],[e,1.65]],yn(e,.9,1.1,.75,-Math.PI/2,Math.PI/2)];return[...t(-1.5),...t(.4),[[-.95,-1.65],[-.95,-.15]],[[.4,-1.65],[.4,-.15],[.95,-1.1],[1.5,-.15],[1.5,-1.65]]]}
function jr(t,e){let o=new Float32Array(2*t);for(let n=0;n<t;n+=1){let s=2*Math.PI*$e(e,3*n),r=.55*Math.sqrt($e(e,3*n+1)),a=$e(e,3*n+2)<.5?-1:1;o[2*n]=a+r*Math.
cos(s),o[2*n+1]=.6*a+r*Math.sin(s)}return o}function xn(t,e,o,n=.03){let s=t.flatMap(f=>f.length>1?f.slice(1).map((c,u)=>[f[u],c]):[[f[0],f[0]]]),r=0,a=s.map(([
[f,c],[u,d]])=>r+=Math.hypot(u-f,d-c)+1e-6),i=Q(o,2*e),l=new Float32Array(2*e);for(let f=0;f<e;f+=1){let c=r*$e(o,2*e+f),u=a.findIndex(b=>c<=b),[[d,m],[h,x]]=s[u],
g=(a[u]-c)/(a[u]-(a[u-1]??0));l[2*f]=h+g*(d-h)+n*i[2*f],l[2*f+1]=x+g*(m-x)+n*i[2*f+1]}return l}function es(t,e,o,n,s){let r=0,a=Array.from(t,l=>r+=l),i=new Float32Array(
2*o);for(let l=0;l<o;l+=1){let f=r*$e(n,3*l),c=a.findIndex(m=>f<=m),u=c%e+$e(n,3*l+1),d=Math.floor(c/e)+$e(n,3*l+2);i[2*l]=s*(2*u/e-1),i[2*l+1]=s*(1-2*d/e)}return i}
var ts={heart:_r,moons:Br,spiral:Dr,letters:qr},nc=[...Object.keys(ts),"discs"];function ns(t,e,o){return t==="discs"?jr(e,o):xn(ts[t](),e,o)}function os(t,e,o){
let n=0;for(let s=0;s<t.length;s+=2)for(let r=0;r<e.length;r+=2){let[a,i]=[t[s]-e[r],t[s+1]-e[r+1]];if(a*a+i*i<=o*o){n+=1;break}}return 2*n/t.length}var ss=`(()=>{var ge={noise:({signal:e,noise:o})=>e/o,image:()=>1,velocity:({noise:e})=>1/e,flow:({signal:e,noise:o})=>1+e/o};function te(e,o,n,t,r){let s=e.len\
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
`;var Ur={noise:({signal:t,noise:e})=>t/e,image:()=>1,velocity:({noise:t})=>1/t,flow:({signal:t,noise:e})=>1+t/e};function rs(t,e,o,n,s){let r=t.length/2,a=new Float64Array(
r),i=[0,1].map(d=>Array.from(a.keys()).sort((m,h)=>t[2*m+d]-t[2*h+d]));function l(d,m,{signal:h,noise:x}){let g=1/0;for(let p=0;p<r;p+=1){let[S,M]=[d-h*t[2*p],m-
h*t[2*p+1]];a[p]=(S*S+M*M)/(2*x*x),g=Math.min(g,a[p])}let b=0;for(let p=0;p<r;p+=1)b+=a[p]=Math.exp(g-a[p]);return b}let f=(d,m)=>a.reduce((h,x,g)=>h+x*t[2*g+d],
0)/m,c=(d,m)=>{let h=0,x=i[d].find(g=>(h+=a[g])>=m/2);return t[2*x+d]},u=0;return s.times.forEach((d,m)=>{let h=e.rates(d),x=[0,1].map(b=>h.signal*s.images[2*m+
b]+h.noise*s.noise[2*m+b]),g=l(...x,h);for(let b of[0,1]){let p=n==="mse"?f(b,g):c(b,g),S=Ur[o](h)*(p-s.images[2*m+b]);u+=n==="mse"?S*S:Math.abs(S)}}),u/(2*s.times.
length)}function as(t,{beta1:e=.9,beta2:o=.999,epsilon:n=1e-8}={}){let[s,r]=[new Float64Array(t),new Float64Array(t)],a=0;return{step(i,l,f){a+=1;let c=f/(1-e**a),u=1/Math.
sqrt(1-o**a);for(let d=0;d<t;d+=1){let m=l[d];s[d]+=(1-e)*(m-s[d]),r[d]+=(1-o)*(m*m-r[d]),i[d]-=c*s[d]/(Math.sqrt(r[d])*u+n)}}}}function is(t,e){let o=t.slice(),
n=0;return{parameters:o,update(s){let r=Math.min(e,(1+n)/(10+n));n+=1;for(let a=0;a<o.length;a+=1)o[a]+=(1-r)*(s[a]-o[a])}}}function ut(t,e=null){let o=t.slice(1).map((l,f)=>({inputs:t[f],outputs:l})),n=o.reduce((l,{inputs:f,outputs:c})=>l+(f+1)*c,0),s=e??new Float64Array(n),r=0,a=l=>s.
subarray(r,r+=l),i=o.map(({inputs:l,outputs:f})=>({inputs:l,outputs:f,weight:a(l*f),bias:a(f)}));return{widths:t,layers:i,parameters:s}}function ls(t){return t.
map(e=>{let[o,n,s]=[0,1,2].map(()=>new Float64Array(64*e));return{width:e,values:o,slopes:n,errors:s}})}function Mn(t,e,o,n,s=null,r=null){let[a,i]=[e[0],e[e.length-
1]],l=o.length/a.width;for(let f=0;f<l;f+=64){let c=Math.min(64,l-f);a.values.set(o.subarray(f*a.width,(f+c)*a.width)),Hr(t,e,c),n.set(i.values.subarray(0,c*i.width),
f*i.width),r&&(r(f,c,i.values,i.errors),Yr(t,s,e,c))}return n}function Hr({layers:t},e,o){t.forEach(({inputs:n,outputs:s,weight:r,bias:a},i)=>{let[l,f]=[e[i],e[i+
1]];Kr(f.values,a,o),vn(f.values,o,s,n,l.values,n,1,r,n,1),i<t.length-1&&Gr(f.values,f.slopes,o*s)})}function Gr(t,e,o){for(let n=0;n<o;n+=1){let s=t[n],r=1/(1+
Math.exp(-s));t[n]=s*r,e[n]=r*(1+s*(1-r))}}function Yr({layers:t},e,o,n){for(let s=t.length-1;s>=0;s-=1){let{inputs:r,outputs:a,weight:i}=t[s],[l,f]=[o[s],o[s+1]],
c=e.layers[s];if(vn(c.weight,a,r,n,f.errors,1,a,l.values,1,r),Xr(c.bias,f.errors,n),s===0)return;l.errors.fill(0,0,n*r),vn(l.errors,n,r,a,f.errors,a,1,i,1,r),Vr(
l.errors,l.slopes,n*r)}}function Kr(t,e,o){for(let n=0,s=0;n<o;n+=1)for(let r=0;r<e.length;r+=1,s+=1)t[s]=e[r]}function Xr(t,e,o){for(let n=0,s=0;n<o;n+=1)for(let r=0;r<
t.length;r+=1,s+=1)t[r]+=e[s]}function Vr(t,e,o){for(let n=0;n<o;n+=1)t[n]*=e[n]}function vn(t,e,o,n,s,r,a,i,l,f){let c=e-e%4,u=o-o%4;for(let d=0;d<c;d+=4)for(let m=0;m<
u;m+=4){let h=0,x=0,g=0,b=0,p=0,S=0,M=0,N=0,w=0,F=0,v=0,$=0,T=0,L=0,O=0,_=0,E=d*r,I=m*l;for(let A=0;A<n;A+=1){let C=i[I],W=i[I+l],U=i[I+2*l],Y=i[I+3*l],R=s[E],D=s[E+
r],B=s[E+2*r],K=s[E+3*r];h+=R*C,x+=R*W,g+=R*U,b+=R*Y,p+=D*C,S+=D*W,M+=D*U,N+=D*Y,w+=B*C,F+=B*W,v+=B*U,$+=B*Y,T+=K*C,L+=K*W,O+=K*U,_+=K*Y,E+=a,I+=f}let k=d*o+m;t[k]+=
h,t[k+1]+=x,t[k+2]+=g,t[k+3]+=b,k+=o,t[k]+=p,t[k+1]+=S,t[k+2]+=M,t[k+3]+=N,k+=o,t[k]+=w,t[k+1]+=F,t[k+2]+=v,t[k+3]+=$,k+=o,t[k]+=T,t[k+1]+=L,t[k+2]+=O,t[k+3]+=_}
for(let d=0;d<e;d+=1)for(let m=d<c?u:0;m<o;m+=1){let h=0;for(let x=0;x<n;x+=1)h+=s[d*r+x*a]*i[m*l+x*f];t[d*o+m]+=h}}var Tt={dim:14,lowest:.25,highest:32},je=[2+Tt.dim,64,64,64,2],qe=256,Jr=.995,Zr={noise:(t,e)=>e,image:t=>t,velocity:(t,e,{signal:o,noise:n})=>o*e-n*t,flow:(t,e)=>e-
t},Qr={mse:{error:t=>t*t,slope:t=>2*t},mae:{error:Math.abs,slope:Math.sign}};function Nt(t){let e=t.length/2,o=[0,0];t.forEach((s,r)=>{o[r%2]+=s/e});let n=t.reduce(
(s,r,a)=>s+(r-o[a%2])**2,0);return{mean:o,spread:Math.sqrt(n/t.length)||1}}function kn(t,{mean:e,spread:o}){return t.map((n,s)=>(n-e[s%2])/o)}function Ct(t,{mean:e,
spread:o}){return t.map((n,s)=>n*o+e[s%2])}function zr(t){let e=ut(je),o=0;for(let{inputs:n,weight:s,bias:r}of e.layers.slice(0,-1))for(let a of[s,r])for(let i=0;i<
a.length;i+=1)a[i]=(2*$e(t,o)-1)/Math.sqrt(n),o+=1;return e.parameters}function cs(t,e){let{kind:o,options:n}=e.schedule,s=Ae(o,n),r=Mt(e.target),a=Zr[e.target],
{error:i,slope:l}=Qr[e.loss],c=St(Tt.dim,Tt.lowest,Tt.highest).map($=>Math.fround(2*Math.PI*$)),u=ut(je,e.parameters??zr(e.seed)),d=ut(je),m=as(u.parameters.length),
h=is(u.parameters,Jr),x=ut(je,h.parameters),g=ls(je),b=Nt(t),p=kn(t,b),S=0;function M($,T,L,O,_){let E=T*je[0];$[E]=L,$[E+1]=O;for(let I=0;I<c.length;I+=1){let k=Math.
fround(Math.fround(_)*c[I]);$[E+2+I]=Math.sin(k),$[E+2+c.length+I]=Math.cos(k)}}function N($){let T=$.times.length,L=new Float64Array(T*je[0]),O=new Float64Array(
2*T);for(let E=0;E<T;E+=1){let I=s.rates($.times[E]),[k,A]=[2*E,2*E+1];M(L,E,I.signal*$.images[k]+I.noise*$.noise[k],I.signal*$.images[A]+I.noise*$.noise[A],I.noise**
2),O[k]=a($.images[k],$.noise[k],I),O[A]=a($.images[A],$.noise[A],I)}let _=0;return d.parameters.fill(0),Mn(u,g,L,new Float64Array(2*T),d,(E,I,k,A)=>{for(let C=0;C<
2*I;C+=1){let W=k[C]-O[2*E+C];_+=i(W)/(2*T),A[C]=l(W)/(2*T)}}),_}function w($){let T=Qe(e.seed,$+65536),L=p.length/2,O={images:new Float64Array(2*qe),noise:Q(T,
2*qe),times:new Float64Array(qe)};for(let _=0;_<qe;_+=1){let E=2*Math.floor(L*$e(T,4*qe+_));O.images[2*_]=p[E],O.images[2*_+1]=p[E+1],O.times[_]=$e(T,5*qe+_)}return O}
function F($,T,L){let O=T.length/2,_=new Float64Array(O*je[0]);for(let I=0;I<O;I+=1)M(_,I,T[2*I],T[2*I+1],L.noise**2);let E=Mn($,g,_,new Float64Array(T.length));
return r(E,T,L)}let v=$=>$?x:u;return{network:u,gradient:d,average:h,drawBatch:w,lossAndGradient:N,get steps(){return S},step($=e.rate){let T=N(w(S));return Number.
isFinite(T)&&(m.step(u.parameters,d.parameters,$),h.update(u.parameters),S+=1),T},learnFrom($){b=Nt($),p=kn($,b)},best(){return Array.from({length:12},(L,O)=>rs(
p,s,e.target,e.loss,{...w(1e6+O),times:Float64Array.from({length:qe},(_,E)=>(E+(O+.5)/12)/qe)})).reduce((L,O)=>L+O,0)/12},sample({count:$,steps:T=20,seed:L=1,smooth:O=!0}){
let _=Le(T),E=Float64Array.from(Q(L,2*$)),I=E;for(let k=0;k<T;k+=1){let[A,C]=[s.rates(_[k]),s.rates(_[k+1])];({image:I,noisy:E}=kt(E,F(v(O),E,A),A,C))}return Ct(
I,b)},guess($,{t:T,smooth:L=!0}){let O=s.rates(T),_=kn($,b),E=F(v(L),_,O),I=_.map((k,A)=>(k-O.noise*E[A])/O.signal);return Ct(I,b)}}}var us=100,ea=.25,ta=3e4;function fs(t,{slice:e=50,later:o=n=>setTimeout(n,0)}={}){let n=null,s={},r={},a=0,i=!1,l=!1,f=!0,c=[],u=0,d=0,m=0,h=0,x=0,g={},b=()=>!f||
n.steps>=ta;function p(w,F=1/0){let v=performance.now(),$=0;for(;$<F&&f&&performance.now()<w;){let T=n.step(r.rate);c.push(T),f=Number.isFinite(T),$+=1}u+=performance.
now()-v,d+=$,b()&&(i=!1)}function S({samples:w=!1,arrows:F=w}={}){let v={...g,begun:a,steps:n.steps,finite:f,ended:b(),losses:Float32Array.from(c),rate:u>0?1e3*
d/u:0},{count:$,length:T,seed:L,places:O,t:_}=s,E=r.average;if(F&&(v.arrows=n.guess(O,{t:_,smooth:E})),w&&n.steps>0){let I=performance.now();v.samples=n.sample(
{count:$,steps:T,seed:L,smooth:E}),m=performance.now(),h=m-I}[c,g]=[[],{}],u>2e3&&([u,d]=[u/2,d/2]),t(v),x=performance.now()}function M(){if(l=!1,!i)return;p(performance.
now()+e);let w=performance.now(),F=!i||w-m>Math.max(2*us,h/ea);(F||w-x>us)&&S({samples:F,arrows:!0}),N()}function N(){!i||l||(l=!0,o(M))}return{begin(w){({number:a,
settings:r,view:s}=w),n=cs(w.points,r),[i,f,c,u,d]=[!1,!0,[],0,0],g={best:n.best()},S({samples:!0})},learnFrom({points:w}){n.learnFrom(w),g={best:n.best()},i||S(
{samples:!0})},change(w){r={...r,...w},i||S({samples:!0})},look(w){s={...s,...w},S({arrows:!0,samples:!("t"in w)})},run({on:w}){i=w&&!b(),i||S({samples:!0}),N()},
step({count:w=1}){p(1/0,w),S({samples:!0})}}}function ds(t,e){let o=null,n=null,s=!1,r=[],a=()=>{n=fs(t,{slice:12});for(let{order:i,...l}of r.splice(0))n[i](l)};try{o=e(),o.onmessage=({data:i})=>{s=!0,r.length=
0,i.ready||t(i)},o.onerror=i=>{if(i.preventDefault?.(),s)throw new Error(i.message);a()}}catch{a()}return{get inWorker(){return n===null},ask(i,l={}){return n?n[i](
l):(s||r.push({order:i,...l}),o.postMessage({order:i,...l}))}}}var Pt=2.2,ms=1.9,Lt=600,hs=400,na=.15,oa=1e3,ps=[["heart","Heart"],["moons","Two moons"],["spiral","Spiral"],["discs","Two discs"],["letters","DDIM"],["picture",
"A painted flower"],["drawing","What I draw"]],gs={cosine:{name:"Cosine",kind:"cosine",options:{max_signal_rate:.999}},short:{name:"Cosine, ends as for pictures",
kind:"cosine",options:{}},linear:{name:"Linear β",kind:"linear",options:{}},log_snr:{name:"Straight log-SNR",kind:"log_snr",options:{start:6,end:-6}},rectified_flow:{
name:"Rectified flow",kind:"rectified_flow",options:{}}},sa=[["noise","Noise"],["image","Image"],["velocity","Velocity"],["flow","Flow (noise − image)"]],ra=[
["mse","Squared (MSE)"],["mae","Absolute (MAE)"]],ws=Float64Array.from({length:450},(t,e)=>{let o=e>>1;return Pt*(2*((e%2?Math.floor(o/15):o%15)+.5)/15-1)});function aa(){
return new Worker(URL.createObjectURL(new Blob([ss],{type:"text/javascript"})))}function ys(t,e,o){let n={schedule:"cosine",target:"noise",loss:"mse",power:-2,average:!0,
seed:e.seed},s={size:e.picture.size,ink:ie(e.picture.ink)},r=ia(e.picture),a=[],i=new Float32Array(0),l=null,f=0,c=!1,u=!1,d={steps:0,finite:!0,rate:0},m=[],h=null,
x=null,g=0,b=null,p=ne({label:"Points",options:ps,value:e.shape,onChange:D}),S=se({label:"Clear",onClick:()=>{p.value="drawing"}}),M=se({label:"Train",onClick:()=>u?
Ee():de()}),N=se({label:"One step",onClick:()=>{xe()&&z("step")}}),w=se({label:"Start again",onClick:Te}),F=G({label:"Learning rate",min:-4,max:0,step:.5,value:n.
power,format:P=>String(Number((10**P).toPrecision(1))),onInput(P){n.power=P,c&&z("change",{rate:10**P})}}),v=Ze({label:"Average the weights",value:!0,onChange(P){
n.average=P,c&&z("change",{average:P})}}),$=P=>oe=>{n[P]=oe,Te()},T=ne({label:"Schedule",value:n.schedule,options:Object.entries(gs).map(([P,{name:oe}])=>[P,oe]),
onChange:$("schedule")}),L=ne({label:"The network predicts",value:n.target,options:sa,onChange:$("target")}),O=ne({label:"Error",value:n.loss,options:ra,onChange:$(
"loss")}),_=G({label:"Seed",min:0,max:50,step:1,value:n.seed,onInput(P){n.seed=P,B(p.value),Te()}}),E=G({label:"Noise level of the arrows",min:0,max:1,step:.02,
value:.5,format:P=>`t = ${P.toFixed(2)}`,onInput(P){c&&z("look",{t:P})}}),I=G({label:"Steps of DDIM",min:1,max:50,step:1,value:20,onInput(P){c&&z("look",{length:P})}}),
k=Re({label:"Your points",reach:Pt,draw:ge,onPress:ae}),A=Qo(o,k,{reach:Pt,onPoint:j,onBack:H}),C=Re({label:"Samples",reach:Pt,draw:q}),W=y("span",{class:"ff-ti\
tle"},"Noise"),U=pe({label:"Loss over the steps",title:"Loss",x:[0,200],...pn([]),height:150,xLabel:"steps",formatY:gn}),Y=X(),R=(P,oe,...Ce)=>y("div",{},P,oe.element,
...Ce);t.append(Z(p,S,M,N,w),y("div",{class:"ff-columns ff-two"},R(y("span",{class:"ff-title"},"Your points: draw here"),k,A.hint),R(W,C)),Y.element,A.element,y(
"div",{class:"ff-gap"},U.element,be([["iris","Loss"],["muted","The least that any network can reach on these points",!0]])),y("div",{class:"ff-controls ff-gap"},
F.element,v.element,...e.simple?[]:[T,L,O,E,I,_].map(P=>P.element)));function D(P){P==="drawing"&&(a=[]),B(P)}function B(P){P==="drawing"?i=a.length?xn(a,Lt,n.seed):
new Float32Array(0):P==="picture"?i=es(s.ink,s.size,Lt,n.seed,ms):i=ns(P,Lt,n.seed),M.disabled=N.disabled=i.length===0,k.canvas.setAttribute("aria-label",i.length?
`${i.length/2} points to learn: ${ps.find(([oe])=>oe===P)[1]}`:"An empty board to draw on"),ee(),k.redraw(),C.redraw(),Me()}let K=0;function ee(){!c||K||(K=setTimeout(
()=>{K=0,c&&i.length&&z("learnFrom",{points:i}),c&&u&&z("run",{on:i.length>0})},300))}function ge(P){p.value==="picture"&&P.picture(r,ms,.35),P.dots(i,ue(o,"sig\
nal"),2.4),x&&P.arrows(ws,x,ue(o,"noise")),A.draw(P),!i.length&&(P.context.fillStyle=ue(o,"muted"),P.context.textAlign="center",P.context.font=`14px ${getComputedStyle(
o).fontFamily}`,P.context.fillText("Draw here",P.width/2,P.width/2))}function q(P){P.dots(i,ue(o,"muted"),2,.35),P.dots(h??J(),ue(o,"petal"),2.6)}function J(){let P=Float64Array.
from(Q(1,2*hs));return i.length?Ct(P,Nt(i)):P}function ae(P,oe){if(oe)p.value!=="drawing"&&(p.value="drawing"),a.push([P]);else{let Ce=a[a.length-1],ft=Ce[Ce.length-
1];if(Math.hypot(P[0]-ft[0],P[1]-ft[1])<.04)return;Ce.push(P)}B("drawing")}function j(P,oe){return oe&&p.value==="drawing"&&a.length?(a[a.length-1].push(P),B("d\
rawing"),"A line to here."):(ae(P,!0),`A point. ${te(a.length)} on the board.`)}function H(){return p.value!=="drawing"||!a.length?"There is nothing of yours to\
 take back.":(a.pop(),B("drawing"),`Taken back. ${te(a.length)} on the board.`)}function te(P){return P===1?"1 stroke":`${P||"No"} strokes`}function z(P,oe={}){
l.ask(P,oe)}function xe(){return i.length?(l??=ds(Ne,aa),c||le(),!0):!1}function le(){let{kind:P,options:oe}=gs[n.schedule];f+=1,c=!0,z("begin",{number:f,points:i,
settings:{schedule:{kind:P,options:oe},target:n.target,loss:n.loss,rate:10**n.power,average:n.average,seed:n.seed},view:{count:hs,length:I.value,seed:1,places:ws,
t:E.value}})}function de(){xe()&&(u=!0,ve(),z("run",{on:!0}))}function Ee(){u=!1,ve(),z("run",{on:!1})}function Te(){m=[],[h,x,b]=[null,null,null],d={steps:0,finite:!0,
rate:0},c=!1,l&&xe()&&u&&z("run",{on:!0}),he()}function Ne(P){if(P.begun===f){d=P,P.ended&&(u=!1);for(let oe of P.losses)m.push(oe);b=P.best??b,P.samples&&(h=P.
samples),P.arrows&&(x=P.arrows),Ue()}}let ye=0,We=0;function Ue(){if(We)return;let P=It()&&u?oa-(performance.now()-ye):0;We=setTimeout(()=>{We=0,ye=performance.
now(),he()},Math.max(0,P))}function he(){g=h&&i.length?os(h,i,na):0,W.textContent=h?"Samples":"Noise, where samples start",k.redraw(),C.redraw();let P=zo(m),oe=b>
0?Math.log10(b):null,Ce=Math.max(100,m.length);U.limits({x:[0,Ce],...pn(oe===null?P:[...P,[0,oe]])}),U.update({lines:[...oe===null?[]:[{points:[[0,oe],[Ce,oe]],
colour:"muted",dash:!0}],...P.length>1?[{points:P,colour:"iris"}]:[]],marks:P.length===1?[{x:P[0][0],y:P[0][1],colour:"iris"}]:[]}),ve(),Me()}function ve(){M.textContent=
u?"Pause":"Train",o.dataset.state=u?"training":d.finite?"resting":"broken",o.dataset.steps=d.steps,o.dataset.rate=Math.round(d.rate),o.dataset.loss=wn(m).toFixed(
4),o.dataset.near=g.toFixed(3)}function Me(){if(!i.length)return Y.say("The board is empty. Draw on it, or choose points.");if(!m.length)return Y.say(`${Lt} poi\
nts to learn. Press Train.`);let P=wn(m),oe=l.inWorker?"":", without a worker",Ce=d.rate?` ${Math.round(d.rate)} steps a second here${oe}.`:"";if(!d.finite)return Y.
say(`Step ${d.steps}: the loss is no longer a number. The learning rate is too high; take a smaller one and start again.`);let ft=P>1.5*m[0]?" That is more than\
 at the start: the learning rate is too high.":"";return Y.say(`Step ${d.steps.toLocaleString("en")}. Loss ${gn(Math.log10(P),3)}.${ft} ${Math.round(100*g)} % o\
f the samples lie on your points.${Ce}`)}typeof IntersectionObserver=="function"&&new IntersectionObserver(P=>{let oe=P[P.length-1].isIntersecting;c&&u&&z("run",
{on:oe&&i.length>0})}).observe(o),B(e.shape),k.follow(),C.follow(),he(),Ke(o,()=>{k.redraw(),C.redraw()})}function ia({size:t,colours:e}){let o=y("canvas",{width:t,
height:t}),n=o.getContext("2d"),s=n.createImageData(t,t);ie(e).forEach((r,a)=>{s.data[4*Math.floor(a/3)+a%3]=r});for(let r=3;r<s.data.length;r+=4)s.data[r]=255;
return n.putImageData(s,0,0),o}function xs(t,e){let{blocks:o}=e,n=Math.max(...o.map(d=>d.parameters)),s=o.map((d,m)=>{let h=bs(d,1)[0],x=Math.sqrt(d.parameters/n),g=y("button",{type:"button",
class:"ff-block","aria-pressed":"false","aria-label":`${d.title}, ${d.shape}, ${d.parameters} parameters`},h,y("i",{style:`width:${(100*x).toFixed(0)}%`}));return g.
addEventListener("focus",()=>u(m)),g.addEventListener("pointerenter",()=>u(m)),g.addEventListener("click",()=>u(m)),g.addEventListener("keydown",b=>{let p={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[b.key];p&&(b.preventDefault(),s[Math.min(Math.max(m+p,0),o.length-1)].focus())}),g}),r=Math.max(...o.map(d=>d.level))+1,a=y(
"div",{class:"ff-unet",role:"group","aria-label":"Blocks"});for(let d=0;d<r;d+=1){let m=g=>s.filter((b,p)=>o[p].level===d&&o[p].side===g),h=e.sizes[d],x=`margin\
-inline:${(30*d/(r-1)).toFixed(1)}%`;a.append(y("div",{class:"ff-unet-row",style:x},y("div",{class:"ff-unet-side"},...m("down")),...m("middle").length?[y("div",
{class:"ff-unet-side"},...m("middle")),y("span",{class:"ff-unet-size"},`${h} × ${h}`)]:[y("span",{class:"ff-unet-skip"},y("span",{class:"ff-unet-size"},`${h} ×\
 ${h}`))],y("div",{class:"ff-unet-side"},...m("up"))))}let i=y("span",{class:"ff-title"}),l=y("dl",{class:"ff-facts"}),f=y("div",{class:"ff-maps",role:"img"}),c=X();
t.append(a,y("div",{class:"ff-unet-detail"},i,l,f),c.element);function u(d){let m=o[d];s.forEach((h,x)=>{h.setAttribute("aria-pressed",String(x===d)),h.classList.
toggle("ff-partner",x!==d&&la(o[x],m))}),i.textContent=m.kind?`${m.title}: ${m.kind}`:m.title,l.replaceChildren(...m.facts.map(([h,x])=>y("div",{},y("dt",{},h),
y("dd",{},x)))),f.replaceChildren(...bs(m,m.count)),f.setAttribute("aria-label",m.shown),c.say(m.sentence)}u(Math.min(e.selected,o.length-1))}function la(t,e){return t.
skip===e.name||e.skip===t.name}function ca(t,e){return Float64Array.from({length:e},(o,n)=>((n%2?t[n>>1]&15:t[n>>1]>>4)-7)/7)}function bs(t,e){let[o,n]=t.size,s=ie(
t.maps),r=o*n,a=t.colour?null:ca(s,r*t.count);return Array.from({length:Math.min(e,t.count)},(i,l)=>{let f=V({label:"",width:o,height:n});return f.draw(t.colour?
s:at(a.subarray(l*r,(l+1)*r))),f.canvas.removeAttribute("role"),f.canvas.removeAttribute("aria-label"),f.canvas.setAttribute("aria-hidden","true"),f.canvas})}var $n=["leaf","iris"];function vs(t,e,o){let{side:n,epochs:s,curves:r}=e,a=r.flatMap(({points:x})=>x),[i,l]=[Math.min(...a.map(([x])=>x)),Math.max(...a.map(([x])=>x))],
f=null,c=G({label:"Epoch",min:i,max:l,step:1,value:l,onInput:h}),u=pe({label:"Errors over the epochs",title:"Errors",x:[i,Math.max(l,i+1)],y:ua(r),height:190,xLabel:"\
epoch",onPoint:x=>{c.value=Math.round(x)}}),d=V({label:"Samples",title:"Samples",width:n,height:n}),m=X();t.append(Z(c,Fe(o,c,{seconds:8})),y("div",{class:"ff-c\
olumns ff-two"},y("div",{},u.element,be(r.map(({name:x},g)=>[$n[g],x]))),d.element),m.element);function h(){let x=c.value;u.update({lines:r.map(({points:b},p)=>({
points:b,colour:$n[p]})).filter(({points:b})=>b.length>1),marks:[{x,colour:"muted"},...r.flatMap(({points:b},p)=>{let S=Sn(b,x,([M])=>M);return S?[{x:S[0],y:S[1],
colour:$n[p]}]:[]})]});let g=Sn(s,x,b=>b)??s[0];f&&d.draw(ce(f,s.indexOf(g)*n,0,n,n)),d.heading.textContent=`Samples after epoch ${g}`,d.describe(`Sixteen sampl\
es after epoch ${g}`),m.say(`Epoch ${x}. ${r.map(({name:b,points:p})=>{let S=Sn(p,x,([M])=>M);return S?`${b}: ${S[1].toFixed(3)}`:""}).filter(Boolean).join("; ")}\
.`)}h(),re(fe(o)).then(x=>{f=x,o.dataset.state="ready",h()})}function ua(t){let e=t.flatMap(({points:r})=>r.map(([,a])=>a)),[o,n]=[Math.min(...e),Math.max(...e)],
s=.05*(n-o)||.01;return[o-s,n+s]}function Sn(t,e,o){return t.filter(n=>o(n)<=e).at(-1)}An({dissolve:_n,draw_a_schedule:io,embedding_explorer:co,every_flower:uo,field:go,film:vo,first_flowers:Mo,grow:$o,guess_the_flower:Po,lie:ho,noise_maps:Oo,particles:Uo,
race:Go,reverse:Yo,sample_size:Jo,train:ys,unet_map:xs,watch:vs});})();
