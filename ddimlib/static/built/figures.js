/* Made by book/bundle_figures.py from ddimlib/static/ (ab964027ab37746c). */
(()=>{function vn(t){let e=".ff-figure[data-figure]:not([data-started], [data-failed])",o=()=>{for(let r of document.querySelectorAll(e))document.readyState==="loadin\
g"&&!r.nextSibling||lr(r,t[r.dataset.figure])};if(o(),document.readyState!=="loading")return;let n=new MutationObserver(o);n.observe(document,{childList:!0,subtree:!0}),
document.addEventListener("DOMContentLoaded",()=>{n.disconnect(),o()})}function lr(t,e){let o=t.querySelector(":scope > script[type='application/json']");if(!e||
!o)return;let n=t.querySelector(".ff-live");t.dataset.started="";try{e(n,JSON.parse(o.textContent),t)}catch(r){delete t.dataset.started,t.dataset.failed="",n.replaceChildren(),
console.error(r)}}function g(t,e={},...o){let n=document.createElement(t);for(let[r,s]of Object.entries(e))s!=null&&s!==!1&&n.setAttribute(r,s===!0?"":s);return n.
append(...o),n}function K(...t){return g("div",{class:"ff-controls"},...t.map(e=>e.element??e))}function G({label:t,min:e,max:o,step:n,value:r,format:s=String,onInput:a}){
let i=g("span",{class:"ff-value","aria-hidden":"true"}),l=g("input",{type:"range",min:e,max:o,step:n}),f=()=>{let d=s(Number(l.value));i.textContent=d,l.setAttribute(
"aria-valuetext",d);let m=(Number(l.value)-l.min)/(l.max-l.min||1);l.style.setProperty("--ff-filled",`${(100*m).toFixed(1)}%`)},c=g("span",{class:"ff-label"},t),
u=g("label",{class:"ff-slider"},g("span",{class:"ff-row"},c,i),l);return l.value=r,f(),l.addEventListener("input",()=>{f(),a(Number(l.value))}),{element:u,input:l,
get value(){return Number(l.value)},set value(d){l.value=d,f(),a(Number(l.value))},limits(d,m,h){Object.assign(l,{min:d,max:m}),l.value=h,f()},rename(d){c.textContent=
d}}}function ee({label:t,options:e,value:o,onChange:n}){let r=g("select",{},...e.map(([a,i])=>g("option",{value:a},i)));return r.value=o,r.addEventListener("cha\
nge",()=>n(r.value)),{element:g("label",{class:"ff-choice"},g("span",{class:"ff-label"},t),r),input:r,get value(){return r.value},set value(a){r.value=a,n(r.value)}}}
function Ze({label:t,value:e=!1,onChange:o}){let n=g("input",{type:"checkbox"});return n.checked=e,n.addEventListener("change",()=>o(n.checked)),{element:g("lab\
el",{class:"ff-toggle"},n,g("span",{},t)),input:n,get value(){return n.checked}}}function ne({label:t,onClick:e}){let o=g("button",{type:"button",class:"ff-butt\
on"},t);return o.addEventListener("click",e),o}function Ct(){return window.matchMedia("(prefers-reduced-motion: reduce)").matches}function cr(t,e,o=()=>{}){let n=0,
r=!1,s=!0,a=null,i=c=>{let u=a===null?0:Math.min((c-a)/1e3,.1);if(a=c,n=0,!t.isConnected||e(u)===!1)return f.pause();l()},l=()=>{r&&s&&!n&&(n=requestAnimationFrame(
i))},f={get playing(){return r},play(){r=!0,a=null,o(!0),l()},pause(){r=!1,cancelAnimationFrame(n),n=0,o(!1)}};return typeof IntersectionObserver=="function"&&new IntersectionObserver(
c=>{s=c[c.length-1].isIntersecting,a=null,l()}).observe(t),f}function Ae(t,e,{label:o="Play",seconds:n=6}={}){let r=()=>Number(e.input.min),s=()=>Number(e.input.
max),a=0,i=0,l=ne({label:o,onClick:()=>{if(f.playing)return f.pause();a=e.value>=s()?r():e.value,i=0,f.play()}}),f=cr(t,c=>{let u=s()-r();if(Ct()){if(i+=c,i<n/8)
return!0;a+=u/8,i=0}else a+=u*c/n;return e.value=Math.min(a,s()),a<s()},c=>{l.textContent=c?"Pause":o});return e.input.addEventListener("pointerdown",()=>f.pause()),
e.input.addEventListener("keydown",()=>f.pause()),l}function X(){let t=g("p",{class:"ff-readout"}),e=g("p",{class:"ff-hidden","aria-live":"polite"}),o=0;return{
element:g("div",{},t,e),say(n){let r=t.textContent==="";t.textContent=n,clearTimeout(o),r||(o=setTimeout(()=>{e.textContent=n},500))}}}function Z({label:t,title:e="",
width:o,height:n}){let r=g("canvas",{width:o,height:n,role:"img","aria-label":t}),s=r.getContext("2d"),a=s.createImageData(o,n);a.data.fill(255);let i=g("span",
{class:"ff-title"},e);return{element:g("div",{class:"ff-picture"},...e?[i]:[],r),canvas:r,heading:i,draw(l){let f=l.length===o*n;for(let c=0;c<o*n;c+=1)for(let u=0;u<
3;u+=1)a.data[4*c+u]=f?l[c]:l[3*c+u];s.putImageData(a,0,0)},describe(l){r.setAttribute("aria-label",l)}}}function Ge(t,e){let o=new MutationObserver(e),n=["data\
-theme","data-jp-theme-light","theme","class"];o.observe(document.documentElement,{attributes:!0,attributeFilter:n}),o.observe(document.body,{attributes:!0,attributeFilter:n}),
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change",e)}function ae(t,e){return getComputedStyle(t).getPropertyValue(`--ff-${e}`).trim()}
function ut(t,e){let o=0,n=()=>{let r=Math.round(t.clientWidth);r>0&&r!==o&&e(o=r)};n(),new ResizeObserver(n).observe(t)}function se(t){return Uint8Array.from(atob(
t),e=>e.charCodeAt(0))}var ur="http://www.w3.org/2000/svg";function ye(t,e,o=""){let n=document.createElementNS(ur,t);for(let[r,s]of Object.entries(e))n.setAttribute(r,s);return o&&(n.
textContent=o),n}function Mn(t,e,o=5){let n=(e-t)/o,r=10**Math.floor(Math.log10(n)),s=[1,2,5,10].map(i=>i*r).find(i=>i>=n*.999),a=[];for(let i=Math.ceil(t/s-1e-9);i*
s<=e+1e-9*s;i+=1)a.push(Number((i*s).toPrecision(12)));return a}function kn(t){return String(t).replace("-","−")}var Lt={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,
PageUp:5,PageDown:-5};function de({label:t,title:e="",x:o,y:n,xLabel:r="",yLabel:s="",height:a=170,xTicks:i=null,yTicks:l=null,formatX:f=kn,formatY:c=kn,onPoint:u=null,
onHandle:d=null,onStep:m=null,onDraw:h=null}){let v=g("div",{class:"ff-chart"}),y=ye("svg",{role:d?"group":"img","aria-label":t,height:a}),b=ye("g",{}),p=new Map;
y.append(b);let k={left:44,right:12,top:8,bottom:r?38:24},w={x:o,y:n,xTicks:i,yTicks:l},E=300,S={lines:[],marks:[],areas:[]},$=F=>k.left+(F-w.x[0])/(w.x[1]-w.x[0])*
(E-k.left-k.right),x=F=>a-k.bottom-(F-w.y[0])/(w.y[1]-w.y[0])*(a-k.top-k.bottom),M=F=>Math.min(Math.max(F,w.y[0]),w.y[1]),T=F=>F.map(([L,q],R)=>`${R?"L":"M"}${$(
L).toFixed(1)} ${x(q).toFixed(1)}`).join("");function P(){let F=a-k.bottom;for(let L of w.yTicks??Mn(...w.y,4))b.append(ye("line",{class:"ff-grid",x1:k.left,x2:E-
k.right,y1:x(L),y2:x(L)}),ye("text",{class:"ff-tick",x:k.left-(d?13:6),y:x(L)+4,"text-anchor":"end"},c(L)));for(let L of w.xTicks??Mn(...w.x,E<260?3:5))b.append(
ye("text",{class:"ff-tick",x:$(L),y:F+16,"text-anchor":"middle"},f(L)));if(b.append(ye("line",{class:"ff-axis",x1:k.left,x2:E-k.right,y1:F,y2:F})),r&&b.append(ye(
"text",{class:"ff-axis-label","text-anchor":"middle",x:(k.left+E-k.right)/2,y:a-5},r)),s){let L=(k.top+F)/2;b.append(ye("text",{class:"ff-axis-label","text-anch\
or":"middle",x:11,y:L,transform:`rotate(-90 11 ${L})`},s))}}function O(){b.replaceChildren(),y.setAttribute("viewBox",`0 0 ${E} ${a}`),y.setAttribute("width",E),
P();let F=a-k.bottom,[L,q]=[k.left-2,k.top-2],[R,j]=[E-k.right+2-L,F+2-q],W=ye("svg",{class:"ff-plot",x:L,y:q,width:R,height:j,viewBox:`${L} ${q} ${R} ${j}`});b.
append(W);for(let{points:H,colour:B="accent"}of S.areas??[]){let J=$(H[0][0]).toFixed(1),ce=$(H[H.length-1][0]).toFixed(1);W.append(ye("path",{d:`${T(H)}L${ce} ${F}\
L${J} ${F}Z`,class:"ff-area",style:`fill:var(--ff-${B})`}))}for(let{points:H,colour:B="accent",dash:J=!1,width:ce=2}of S.lines??[])W.append(ye("path",{d:T(H),class:"\
ff-line",style:`stroke:var(--ff-${B});stroke-width:${ce};${J?"stroke-dasharray:5 4":""}`}));for(let{x:H,y:B,colour:J="ink",handle:ce,label:$e,says:Fe,size:Ee=4.5}of S.
marks??[])B===void 0?b.append(ye("line",{x1:$(H),x2:$(H),y1:k.top,y2:F,class:"ff-rule",style:`stroke:var(--ff-${J})`})):ce?_(ce,{cx:$(H),cy:x(M(B)),style:`strok\
e:var(--ff-${J})`,"aria-label":$e,"aria-valuetext":Fe,"aria-valuenow":B,"aria-valuemin":w.y[0],"aria-valuemax":w.y[1]}):b.append(ye("circle",{cx:$(H),cy:x(M(B)),
r:Ee,class:"ff-mark",style:`fill:var(--ff-${J})`}))}function _(F,L){p.has(F)||(p.set(F,ye("circle",{class:"ff-handle",r:9,"data-handle":F,tabindex:0,role:"slide\
r","aria-orientation":"vertical"})),y.append(p.get(F)));for(let[q,R]of Object.entries(L))p.get(F).setAttribute(q,R)}function N(F){let L=y.getBoundingClientRect(),
q=(F.clientX-L.left-k.left)/(L.width-k.left-k.right),R=(L.bottom-k.bottom-F.clientY)/(a-k.top-k.bottom);return[[q,w.x],[R,w.y]].map(([j,[W,H]])=>W+Math.min(Math.
max(j,0),1)*(H-W))}let C=null,A=(F,L=!1)=>{let[q,R]=N(F);C?d(C,q,R):h?h([q,R],L):u&&u(q)};return(u||d||h)&&(u&&y.classList.add("ff-draggable"),h&&y.classList.add(
"ff-drawable"),y.addEventListener("pointerdown",F=>{C=F.target.dataset?.handle??null,!(!C&&!u&&!h)&&(y.setPointerCapture(F.pointerId),C||A(F,!0))}),y.addEventListener(
"pointermove",F=>{y.hasPointerCapture(F.pointerId)&&A(F)})),m&&y.addEventListener("keydown",F=>{let L=F.target.dataset?.handle;!L||!Lt[F.key]||F.altKey||F.ctrlKey||
F.metaKey||(F.preventDefault(),m(L,F.shiftKey?5*Math.sign(Lt[F.key]):Lt[F.key]))}),e&&v.append(g("span",{class:"ff-title"},e)),v.append(y),ut(v,F=>{E=F,O()}),{element:v,
update(F){S=F,O()},limits(F){Object.assign(w,F)},describe(F){y.setAttribute("aria-label",F)}}}function ke(t){return g("div",{class:"ff-legend"},...t.map(([e,o,n])=>g(
"span",{},g("i",{style:`border-top:3px ${n?"dashed":"solid"} var(--ff-${e})`}),o)))}function Pt(t){return t=Math.imul(t^t>>>16,2146121005),t=Math.imul(t^t>>>15,2221713035),(t^t>>>16)>>>0}function Qe(t,e){let o=Pt(t+2654435769>>>0);return Pt(Pt(
e+o>>>0)+Math.imul(o,2246822507)>>>0)}function be(t,e){return(Qe(t,e)+.5)/4294967296}function Y(t,e){let o=new Float32Array(e);for(let n=0;n<e;n+=2){let r=Math.
sqrt(-2*Math.log(be(t,n))),s=2*Math.PI*be(t,n+1);o[n]=r*Math.cos(s),n+1<e&&(o[n+1]=r*Math.sin(s))}return o}function fr(t,e){let[o,n,r]=[[],[],[]];for(let[s,a,i]=[0,0,0];s<t;){let l=Math.min((s+1)*e,(a+1)*t);o.push(s),n.push(a),r.push(l-i),i=l,l===(s+1)*e&&(s+=1),l===
(a+1)*t&&(a+=1)}return{from:Int32Array.from(o),to:Int32Array.from(n),length:Float64Array.from(r)}}function Sn(t,e){let{from:o,to:n,length:r}=fr(t,e),s=new Float64Array(
3*e*e),a=new Float64Array(3*e),i=0;return{add(l){for(let f=0;f<l.length;f+=4*t){a.fill(0);for(let c=0;c<o.length;c+=1){let u=f+4*o[c],d=3*n[c],m=r[c];a[d]+=m*l[u],
a[d+1]+=m*l[u+1],a[d+2]+=m*l[u+2]}for(let c=o[i];o[i]===c;i+=1){let u=3*e*n[i];for(let d=0;d<a.length;d+=1)s[u+d]+=r[i]*a[d]}}},bytes:()=>Uint8Array.from(s,l=>Math.
floor(l/t**2+.5))}}var $n=1e8,dr=2**17;function An(t,{size:e,backLabel:o,show:n,back:r}){let s=g("input",{type:"file",accept:"image/*",hidden:!0}),a=ne({label:"Your picture …",onClick:()=>s.
click()}),i=ne({label:o,onClick:()=>{c+=1,m(""),i.hidden=!0,a.focus(),r(),t.dataset.state="ready"}});i.hidden=!0;let l=g("span",{class:"ff-note"},"Choose, drop \
or paste one. It stays in this page and is sent nowhere."),f=g("p",{role:"status",hidden:!0}),c=0;s.addEventListener("change",()=>{s.files.length&&d(s.files[0]),
s.value=""}),t.addEventListener("dragover",h=>{h.dataTransfer.types.includes("Files")&&(h.preventDefault(),t.classList.add("ff-over"))}),t.addEventListener("dra\
gleave",h=>{t.contains(h.relatedTarget)||t.classList.remove("ff-over")}),t.addEventListener("drop",h=>{t.classList.remove("ff-over"),h.dataTransfer.files.length&&
(h.preventDefault(),h.stopPropagation(),d(h.dataTransfer.files[0]))}),document.addEventListener("paste",u);function u(h){if(!t.isConnected)return document.removeEventListener(
"paste",u);let v=t.contains(h.target);if(h.defaultPrevented||!v&&!(gr(t)&&wr(h.target)))return;let y=[...h.clipboardData.files].find(b=>b.type.startsWith("image\
/"));y?(h.preventDefault(),d(y)):v&&m("There is no picture in the clipboard: copy one first, and paste again.")}async function d(h){c+=1;let v=c;t.dataset.state=
"reading",m(`Reading ${It(h)} …`);try{let y=await mr(h,e);if(v!==c)return;m(""),i.hidden=!1,n(y)}catch(y){if(v!==c)return;m(y instanceof ze?y.message:Fn(h))}t.
dataset.state="ready"}function m(h){f.textContent=h,f.hidden=h===""}return{element:g("div",{class:"ff-own"},g("div",{class:"ff-controls"},a,s,i,l),f)}}var ze=class extends Error{},
It=t=>t.name?`“${t.name}”`:"the picture",Fn=t=>`This browser cannot read ${It(t)} as a picture: take a JPEG, PNG or WebP file.`;async function mr(t,e){let o=await hr(
t),n=Math.min(o.width,o.height),r=Math.floor((o.width-n)/2),s=Math.floor((o.height-n)/2),a=Math.ceil(dr/n),i=Sn(n,e),f=g("canvas",{width:n,height:Math.min(a,n)}).
getContext("2d",{willReadFrequently:!0});for(let c=0;c<n;c+=a){let u=Math.min(a,n-c);f.fillStyle="white",f.fillRect(0,0,n,u),f.drawImage(o,r,s+c,n,u,0,0,n,u),i.
add(f.getImageData(0,0,n,u).data),await new Promise(d=>{setTimeout(d)})}return o.close(),i.bytes()}async function hr(t){if(t.type&&!t.type.startsWith("image/"))
throw new ze(Fn(t));let e=URL.createObjectURL(t);try{let o=await pr(e),n=o.naturalWidth*o.naturalHeight;if(n>$n)throw new ze(`${It(t)} has ${Math.round(n/1e6)} \
million pixels and this page takes up to ${$n/1e6} million: make it smaller first.`);return await createImageBitmap(t,{imageOrientation:"from-image"}).catch(()=>createImageBitmap(
o))}finally{URL.revokeObjectURL(e)}}function pr(t){return new Promise((e,o)=>{let n=new Image;n.onload=()=>e(n),n.onerror=o,n.src=t})}function gr(t){let e=t.getBoundingClientRect();
return e.bottom>0&&e.top<window.innerHeight}function wr(t){return!t.isContentEditable&&!t.closest("input, textarea, select")}function Ye(t){let e=t.length/3,o=[0,0,0],n=[0,0,0];t.forEach((s,a)=>{o[a%3]+=s/e}),t.forEach((s,a)=>{n[a%3]+=(s-o[a%3])**2/e});for(let s=0;s<3;s+=1)n[s]=Math.sqrt(
n[s])||1;let r=Float64Array.from(t,(s,a)=>(s-o[a%3])/n[a%3]);return{mean:o,std:n,image:r}}function We({mean:t,std:e,image:o},n,r,s){let a=new Uint8ClampedArray(
o.length);for(let i=0;i<o.length;i+=1)a[i]=(r*o[i]+s*n[i])*e[i%3]+t[i%3];return a}function ft(t,e){return t.reduce((o,n,r)=>o+Math.abs(n-e[r]),0)/t.length}function yr({min_signal_rate:t=.02,max_signal_rate:e=.95}={}){let o=Math.acos(e),n=Math.acos(t);return r=>-2*Math.log(Math.tan(o+r*(n-o)))}function br({beta_start:t=1e-4,
beta_end:e=.02,steps:o=1e3}={}){let n=new Float64Array(o),r=0;for(let s=0;s<o;s+=1)r+=Math.log1p(-(t+(e-t)*s/(o-1))),n[s]=r;return s=>{let a=s*(o-1),i=Math.min(
Math.floor(a),o-2),l=n[i]+(n[i+1]-n[i])*(a-i);return l-Math.log(-Math.expm1(l))}}function xr({start:t=2.5,end:e=-7.5}={}){return o=>t+o*(e-t)}function vr({start:t=.01,
end:e=.99}={}){return o=>{let n=t+o*(e-t);return-2*Math.log(n/(1-n))}}var Rt={cosine:yr,linear:br,log_snr:xr,rectified_flow:vr};function Se(t,e={}){if(!Object.hasOwn(
Rt,t))throw new Error(`no page knows the schedule "${t}"`);let o=Rt[t](e);return{logSNR:o,rates:n=>ie(o(n))}}function ie(t){return{signal:Math.sqrt(1/(1+Math.exp(
-t))),noise:Math.sqrt(1/(1+Math.exp(t)))}}var ea=Object.keys(Rt);function En(t,e,o,n,r){for(let s=1,a=0;s<r;s+=1){let i=r>>1;for(;a&i;i>>=1)a^=i;if(a^=i,s<a){let l=o+s*n,f=o+a*n;[t[l],t[f]]=[t[f],t[l]],[e[l],e[f]]=[e[f],e[l]]}}
for(let s=2;s<=r;s*=2)for(let a=0;a<s/2;a+=1){let i=Math.cos(-2*Math.PI*a/s),l=Math.sin(-2*Math.PI*a/s);for(let f=a;f<r;f+=s){let c=o+f*n,u=c+s/2*n,d=t[u]*i-e[u]*
l,m=t[u]*l+e[u]*i;t[u]=t[c]-d,e[u]=e[c]-m,t[c]+=d,e[c]+=m}}}function Ot(t,e){let o=Float64Array.from(t),n=new Float64Array(e*e);for(let r=0;r<e;r+=1)En(o,n,r*e,
1,e);for(let r=0;r<e;r+=1)En(o,n,r,e,e);return{real:o,imaginary:n}}function Tn(t){let e=new Int16Array(t*t);for(let o=0;o<t;o+=1)for(let n=0;n<t;n+=1){let r=Math.
min(o,t-o),s=Math.min(n,t-n),a=Math.round(Math.hypot(s,r));e[o*t+n]=a<=t/2?a:-1}return e}function _t(t,e,o,n,r,s){let a=new Float64Array(s/2+1),i=new Float64Array(
s/2+1);for(let l=0;l<s*s;l+=1){if(r[l]<0)continue;let f=o*t.real[l]+n*e.real[l],c=o*t.imaginary[l]+n*e.imaginary[l];a[r[l]]+=(f*f+c*c)/(s*s),i[r[l]]+=1}return a.
map((l,f)=>l/i[f])}var Mr=[{kind:"cosine",name:"Cosine schedule",colour:"signal"},{kind:"linear",name:"Linear schedule",colour:"noise"}];function Nn(t,e,o){let n=new Float64Array(
o);for(let s of t){let a=Math.floor((s+e)/(2*e)*o);a>=0&&a<o&&(n[a]+=1)}let r=2*e/o;return n.map(s=>s/(t.length*r))}function Ln(t,e,o){let{size:n,seed:r}=e,s=se(
e.pixels),a=Y(r,s.length),i=new Float64Array(s.length),l=o.querySelector("figcaption"),f=l.textContent,c={},u=Tn(n),d=Ot(Cn(a),n),m=Mr.map(x=>({...x,schedule:Se(
x.kind),view:Z({label:x.name,title:x.name,width:n,height:n}),note:g("div",{class:"ff-note"})})),h=de({label:"Histogram of the pixel values",title:"Pixel values",
x:[-4,4],y:[0,.8],xLabel:"standardised value",xTicks:[-4,-2,0,2,4],yTicks:[0,.4,.8]}),v=de({label:"Power spectrum",title:"Power at each scale",x:[0,Math.log10(n/
2)],y:[-2,4],xLabel:"cycles per picture: coarse → fine",xTicks:[1,2,4,8,16,32,64].filter(x=>x<=n/2).map(Math.log10),formatX:x=>Math.round(10**x),yTicks:[-2,0,
2,4],formatY:x=>`10${kr(x)}`}),y=G({label:"Time t",min:0,max:1,step:.01,value:e.t,format:x=>x.toFixed(2),onInput:E}),b=X(),p=An(o,{size:n,backLabel:e.credit?"Ba\
ck to the flower":"Back to the first picture",show:x=>{w(x,!0),E()},back:()=>{w(s,!1),E()}});t.append(K(y,Ae(t,y,{label:"Dissolve"})),g("div",{class:"ff-columns\
 ff-pair ff-dissolve"},...m.map(({view:x,note:M})=>g("div",{},x.element,M))),g("div",{class:"ff-columns ff-two"},h.element,v.element),ke([["signal","cosine"],["\
noise","linear"],["muted","picture",!0],["ink","pure noise",!0]]),b.element,p.element);let k=Sr(81).map(x=>-4+x/10).map(x=>[x,Math.exp(-x*x/2)/Math.sqrt(2*Math.
PI)]);function w(x,M){let T=Ye(x),P=Ot(Cn(T.image),n);c={pixels:T,transform:P,name:M?"Your picture":e.credit?"Photograph of a flower":"The picture",histogram:S(
Nn(T.image,4,40)),power:$(_t(P,d,1,0,u,n))},l.textContent=M?f.replace(e.credit,""):f,o.toggleAttribute("data-own",M)}function E(){let x=y.value,{pixels:M,transform:T,
name:P}=c,{image:O}=M,_=[],N=[],C=[];for(let{schedule:A,view:F,note:L,colour:q,name:R}of m){let{signal:j,noise:W}=A.rates(x);for(let B=0;B<i.length;B+=1)i[B]=j*
O[B]+W*a[B];F.draw(We(M,a,j,W));let H=`signal ${j.toFixed(2)}, noise ${W.toFixed(2)}`;L.textContent=H,F.describe(`${P}, ${R.toLowerCase()}, t = ${x.toFixed(2)}:\
 ${H}`),_.push({points:S(Nn(i,4,40)),colour:q}),N.push({points:$(_t(T,d,j,W,u,n)),colour:q}),C.push(`${R.toLowerCase().split(" ")[0]} keeps ${Math.round(100*j**
2)} %`)}h.update({lines:[{points:c.histogram,colour:"muted",dash:!0,width:1.5},{points:k,colour:"ink",dash:!0,width:1.5},..._]}),v.update({lines:[{points:c.power,
colour:"muted",dash:!0,width:1.5},{points:[[0,0],[Math.log10(n/2),0]],colour:"ink",dash:!0,width:1.5},...N]}),b.say(`At t = ${x.toFixed(2)} the ${C.join(", the ")}\
 of the variance from the image.`)}function S(x){return Array.from(x,(M,T)=>[-4+8*(T+.5)/x.length,M])}function $(x){return Array.from(x,(M,T)=>[Math.log10(T),Math.
log10(M+1e-9)]).slice(1)}w(s,!1),E(),o.dataset.state="ready"}function Cn(t){return Float64Array.from({length:t.length/3},(e,o)=>(t[3*o]+t[3*o+1]+t[3*o+2])/Math.
sqrt(3))}function kr(t){return String(t).replace("-","⁻").replace(/\d/g,e=>"⁰¹²³⁴⁵⁶⁷⁸⁹"[e])}function Sr(t){return Array.from({length:t},(e,o)=>o)}function Bt({caption:t,name:e,head:o}){let n=g("tbody"),r=i=>g("th",{scope:"col"},i),s=g("table",{class:"ff-bars"},g("caption",{},t),g("thead",{},g("tr",{},r(e),
g("td"),...o.map(r))),n),a=i=>`${(100*Math.min(Math.max(i,0),1)).toFixed(1)}%`;return{element:s,update(i){n.replaceChildren(...i.map(({name:l,share:f,mark:c,cells:u})=>g(
"tr",{},g("th",{scope:"row"},l),g("td",{class:"ff-bar","aria-hidden":"true"},g("div",{},g("i",{style:`width:${a(f)}`}),g("b",{style:`left:${a(c)}`}))),...u.map(
d=>g("td",{},d)))))}}}function Ie(t){return Array.from({length:t+1},(e,o)=>1-o/t)}function dt(t,e){return t+Math.imul(e+1,2654435769)>>>0}function qt(t,e,o){let n=Math.sqrt(Math.max(
0,1-(t.signal/e.signal)**2)),r=o*(e.noise/t.noise)*n;return{kept:Math.sqrt(Math.max(0,e.noise**2-r**2)),fresh:r}}var Dt={noise:t=>t,image:(t,e,{signal:o,noise:n})=>e.
map((r,s)=>(r-o*t[s])/n),velocity:(t,e,{signal:o,noise:n})=>e.map((r,s)=>n*r+o*t[s]),flow:(t,e,{signal:o,noise:n})=>e.map((r,s)=>(r+o*t[s])/(o+n))},ma=Object.keys(
Dt);function mt(t){if(!Object.hasOwn(Dt,t))throw new Error(`no page knows the target "${t}"`);return Dt[t]}function Ke(t,e,o,n,r=0,s=null){let{kept:a,fresh:i}=qt(
o,n,r),l=new Float32Array(t.length),f=new Float32Array(t.length);for(let c=0;c<t.length;c+=1)l[c]=(t[c]-o.noise*e[c])/o.signal,f[c]=n.signal*l[c]+a*e[c]+(s?i*s[c]:
0);return{image:l,noisy:f}}function Pn(t,e,o){return e.map((n,r)=>t[r]+o*(n-t[r]))}function xe(t,e,o){let n=t.length/3,r=new Uint8ClampedArray(t.length);for(let s=0;s<
3;s+=1)for(let a=0;a<n;a+=1)r[3*a+s]=255*(t[s*n+a]*o[s]+e[s]);return r}function In(t,e,o){let n=t.length/3;return Float32Array.from(t,(r,s)=>{let[a,i]=[Math.floor(
s/n),s%n];return(t[3*i+a]/255-e[a])/o[a]})}var et=60,Xe=7,Ve=[-11,10],ht=et/(Xe-1),pt=.02;function gt(t){let e=t.length-1,o=r=>{let s=Math.min(Math.floor(r*e),e-1);return t[s]+(t[s+1]-t[s])*(r*e-s)};return{
logSNR:o,time:r=>{let s=t.findIndex(l=>l<=r);if(s===0)return 0;if(s<0)return 1;let[a,i]=[t[s-1],t[s]];return(s-1+(a-r)/(a-i))/e},rates:r=>ie(o(r))}}function wt(t,e=et){
return Array.from({length:e+1},(o,n)=>Math.min(Math.max(t(n/e),Ve[0]),Ve[1]))}function Rn(t,e,o,n){return Math.min(Math.max(t,Ve[0]+(o-1-e)*n),Ve[1]-e*n)}function On(t,e,o){
let n=!1,r=(s,a)=>t[s]-t[a]<o-1e-9;for(let s=e-1;s>=0&&r(s,s+1);s-=1)t[s]=t[s+1]+o,n=!0;for(let s=e+1;s<t.length&&r(s-1,s);s+=1)t[s]=t[s-1]-o,n=!0;return n}function _n(t,e,o){
let n=[...t],[r,s]=[e,o].map(([l])=>Math.round(l*et)),a=Math.sign(s-r)||1,i=!1;for(let l=r;a*(s-l)>=0;l+=a){let f=s===r?1:(l-r)/(s-r);n[l]=Rn(e[1]+f*(o[1]-e[1]),
l,n.length,pt),i=On(n,l,pt)||i}return{levels:n,levelled:i}}var yt=t=>t.filter((e,o)=>o%ht===0);function jt(t,e,o){let n=yt(t),r=[...n];r[e]=Rn(o,e,Xe,ht*pt);let s=On(
r,e,ht*pt);return{levels:t.map((i,l)=>{let f=Math.min(Math.floor(l/ht),Xe-2),c=(i-n[f+1])/(n[f]-n[f+1]);return r[f+1]+c*(r[f]-r[f+1])}),levelled:s}}function Wt(t,e){
let o=e.map(t.time);return o.slice(1).map((n,r)=>n-o[r])}function Ut({power:t,sizes:e},o,n=1200){let r=e.reduce((l,f)=>l+f,0),[s,a]=[0,0];for(let l=0;l<n;l+=1){
let f=Math.exp(o((l+.5)/n)),c=0;for(let u=0;u<t.length;u+=1)c+=e[u]*t[u]/(1+f*t[u]);a+=Math.sqrt(c/r)/n,s+=Math.sqrt(f*c/r)/n}let i=Math.sqrt(2/Math.PI);return{
noise:i*s,image:i*a}}function bt(t,e,[o,n]){return Array.from({length:e+1},(r,s)=>Math.min(Math.max(t.logSNR(1-s/e),o),n))}async function Bn(t,e,o,n=()=>!0){let r={
noisy:e,image:null};for(let s=0;s+1<t.length;s+=1){let[a,i]=[ie(t[s]),ie(t[s+1])];if(r=Ke(r.noisy,await o(r.noisy,a),a,i),n(r.image,s)===!1)return null}return r.
image}function Dn(t){let{signal:e}=t.rates(1),o=Array.from({length:1001},(r,s)=>s/1e3).find(r=>t.logSNR(r)<0);return`${o===void 0?"The picture always outweighs \
the noise":o===0?"Noise outweighs the picture from the start":`Noise outweighs the picture from t = ${o.toFixed(2)}`}; at t = 1 a signal rate of ${e.toFixed(3)}\
 is left.`}function qn(t,e){let o=(n,r)=>Math.abs(r-1)<.005?`the loss on the ${n} as under cosine`:`the loss on the ${n} ${r<1?"falls":"rises"} to ${r.toFixed(2)}\
 of cosine's`;return` Predicted: ${o("noise",t)}, ${o("image",e)}.`}var jn=`(()=>{var s=null,i=null,u=null,a="",c="";async function p({runtime:n,module:e,binary:t,network:r,processor:o}){return s=await import(\`\${n}\${e}\`),s.env.w\
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
`;async function Ht(t,{progress:e=()=>{},signal:o,anew:n}){let r=await fetch(t,{signal:o,cache:n?"reload":"default"});if(!r.ok)throw new Error(`${t} answers ${r.status}`);
let s=r.body.getReader(),a=[],i=0;for(;;){let{done:l,value:f}=await s.read();if(l)break;a.push(f),i+=f.length,e(i)}return new Blob(a).arrayBuffer()}function Ar(t,e){
if(t.byteLength!==e)throw new Error(`what came is not the network: ${t.byteLength} bytes instead of ${e}`)}function Fr(t){if(new TextDecoder("latin1").decode(t.
slice(0,4))!=="\0asm")throw new Error("what came is not the runtime")}function Wn(t,e,o){return t===void 0?o:new URL(t,e).href}function Er(t){let e=new Map,o=0,
n=s=>{for(let{reject:a}of e.values())a(new Error(s));e.clear()};t.onerror=s=>{s.preventDefault(),n(s.message||"the worker could not start")},t.onmessage=({data:{
id:s,answer:a,error:i}})=>{let{resolve:l,reject:f}=e.get(s)??{};e.delete(s),i?f?.(new Error(i)):l?.(a)};let r=(s,a,i=[])=>new Promise((l,f)=>{o+=1,e.set(o,{resolve:l,
reject:f}),t.postMessage({id:o,task:s,...a},i)});return{load:s=>r("load",s,[s.binary]),predict:s=>r("predict",s),end(){t.terminate(),n("it was put away")}}}var Gt=new Map;
function Un(t,e,o){let n=new URL(t.model,e).href;return Gt.has(n)||Gt.set(n,Tr(t,n,e,o)),Gt.get(n)}function Tr(t,e,o,n){let r=new URL(t.runtime,o).href,s=Se(t.schedule.
kind,t.schedule.options),a=mt(t.target),i=new Set,l=new Set,f=Object.keys(t.runtimes)[0],c=null,u=null,d=null,m=!1,h=Promise.resolve(),v=()=>{for(let k of i)k()},
y=(k,w)=>{for(let E of l)E(k,w)};function b(){return c?0:t.runtimes[f].bytes+(d?0:t.model_bytes)}async function p(){let{module:k,binary:w}=t.runtimes[f],E=b(),S=[
0,0],$=new AbortController,x=T=>P=>{$.signal.aborted||(S[T]=P,y(S[0]+S[1],E))},M=null;try{let[T,P]=await Promise.all([Ht(`${r}${w}`,{progress:x(0),signal:$.signal,
anew:m}),d??Ht(e,{progress:x(1),signal:$.signal,anew:m}),...(m?[k,w.replace(/wasm$/,"mjs")]:[]).map(O=>Ht(`${r}${O}`,{signal:$.signal,anew:m}))]);Fr(T),Ar(P,t.model_bytes),
y(E,E),M=Er(n()),await M.load({runtime:r,module:k,binary:T,network:P,processor:f}),c=M,d=P,m=!1}catch(T){throw $.abort(),M?.end(),m=!0,T}}return{schedule:s,get ready(){
return c!==null},get loading(){return u!==null},get processor(){return f},toFetch:b,onChange(k){i.add(k)},choose(k){f=k,c?.end(),c=null,v()},open(k=()=>{}){return c?
Promise.resolve():(l.add(k),u||(u=p().finally(()=>{u=null,l.clear(),v()}),v()),u)},predict(k,w,E=t.classes){let S=h.then(async()=>{if(!c)throw new Error("it was\
 put away");let $=await c.predict({noisy:k,size:t.size,variance:w.noise**2,label:E});return{noise:a($.prediction,k,w),seconds:$.seconds,processor:$.processor,where:$.
reason?`on the processor: the graphics card could not be used (${$.reason})`:`on your ${t.runtimes[$.processor].name}`}});return h=S.catch(()=>{}),S}}}var tt=t=>(t/1e6).toFixed(1);function Re(t){let e=Wn(document.documentElement.dataset.content_root,location.href,t.site);return Un(t,e,Nr)}function Nr(){let t=URL.
createObjectURL(new Blob([jn],{type:"text/javascript"}));return new Worker(t,{type:"module"})}async function Cr(){try{return!!await navigator.gpu?.requestAdapter()}catch{
return!1}}function Lr(){return location.protocol==="file:"?"Opened from a folder, this page may not load the network: browsers forbid it. Serve the folder (pyth\
on -m http.server) or read the book on its site. What you see is recorded.":typeof WebAssembly!="object"||typeof Worker!="function"?"This browser has no WebAsse\
mbly, in which the network runs. What you see is recorded.":""}function Oe(t,e,o,n,r){let{label:s,again:a=s,opening:i,onReady:l,onLost:f=()=>{}}=r,c=Lr(),u=E=>{
t.dataset.state=E},d=ee({label:"Runs on",value:e.processor,onChange:e.choose,options:Object.entries(o.runtimes).map(([E,{name:S,bytes:$}])=>[E,`${S} (${tt($)} M\
B)`])});d.element.hidden=!0;let m=ne({label:s,onClick:k}),h=g("progress",{max:1,value:0,"aria-label":"Download",hidden:!0}),v=e.processor,y=!1,b=!1;function p(){
let E=e.toFetch();(v!==e.processor||y&&!e.ready)&&(b=!1,f(),n.say(`Press the button to fetch the runtime for the ${o.runtimes[e.processor].name}.`),u("asleep")),
[v,y]=[e.processor,e.ready],m.textContent=b?a:`${s} (${E?`downloads ${tt(E)} MB`:"its network is here"})`,d.input.value=e.processor,d.input.disabled=e.loading}async function k(){
if(!e.ready){let E=e.processor;m.disabled=!0,h.hidden=!1,u("loading");try{await e.open((S,$)=>{h.max=$,h.value=S,n.say(S===$?"Starting the network":`Downloading\
: ${tt(S)} of ${tt($)} MB`)})}catch(S){E==="webgpu"&&e.choose("wasm"),n.say(`The network could not be loaded (${S.message}). ${E==="webgpu"?"Press the button to\
 run it on the processor instead.":`Press the button to try again; the chapter does the same in Python, and the figure runs on ${o.site}`}`),u("failed");return}finally{
h.hidden=!0,m.disabled=!1}}b=!0,p(),l()}e.onChange(p),p(),m.disabled=c!=="";let w=document.documentElement.dataset.content_root===void 0?`from ${o.site} `:"";return n.
say(c||`${i} The network (${tt(o.model_bytes)} MB) and the runtime are fetched ${w}when you press the button.`),u(c?"impossible":"asleep"),c||Cr().then(E=>{d.element.
hidden=!E,t.dataset.graphics=E?"yes":"no"}),{action:m,bar:h,processor:d,problem:c}}async function le(t){let e=new Image;e.src=t,await e.decode();let o=document.createElement("canvas");o.width=e.naturalWidth,o.height=e.naturalHeight;let n=o.getContext(
"2d",{willReadFrequently:!0});return n.drawImage(e,0,0),n.getImageData(0,0,o.width,o.height)}function me(t){return decodeURIComponent(t.querySelector(".ff-still\
 img").getAttribute("src")).match(/ href='([^']*)'/)[1]}function fe(t,e,o,n,r){let s=new Uint8ClampedArray(3*n*r);for(let a=0;a<r;a+=1)for(let i=0;i<n;i+=1){let l=4*
((o+a)*t.width+e+i);s.set(t.data.subarray(l,l+3),3*(a*n+i))}return s}function Je(t,e,o,n,r){let s=new Uint8ClampedArray(3*n*r);for(let a=0;a<3;a+=1){let i=o+a*t.
height/3;for(let l=0;l<r;l+=1)for(let f=0;f<n;f+=1)s[3*(l*n+f)+a]=t.data[4*((i+l)*t.width+e+f)]}return s}var _e=10,Hn=[10,2,0,-2,-4,-6,-11],Pr=["above 2","2 to 0","0 to −2","−2 to −4","−4 to −6","below −6"],Ir=[["cosine","Cosine"],["linear","Linear β"],
["log_snr","Straight log-SNR"],["rectified_flow","Rectified flow"],["high","Mostly high noise"],["low","Mostly low noise"]],Yt="This schedule",Rr=["drawn","What\
 I drew"],Or=.2,_r=500,Kt=(t,e=1)=>t.toFixed(e).replace("-","−"),Gn=t=>`${Math.round(100*t)} %`,Yn=Array.from({length:101},(t,e)=>e/100);function Kn(t,e,o){let n=w=>e.
examples[w]?wt(gt(e.examples[w]).logSNR):wt(Se(w).logSNR),r=gt(wt(Se("cosine").logSNR,1e3)),s=Wt(r,Hn),a=n(e.kind),i=e.kind,l=a,f=!1,c=null,u=ee({label:"Start f\
rom",value:i,options:[...Ir,Rr],onChange(w){i=w,a=w==="drawn"?l:n(w),f=!1,k()}}),d=w=>{({levels:a,levelled:f}=w),l=a,i=u.input.value="drawn",k()},m=de({label:"L\
og-SNR over time, with seven handles",title:"Log-SNR: draw it, or move the rings",x:[0,1],y:Ve,height:260,xLabel:"time t",yTicks:[-10,-5,0,5,10],onHandle:(w,E,S)=>d(
jt(a,Number(w),S)),onStep:(w,E)=>d(jt(a,Number(w),yt(a)[w]+Or*E)),onDraw(w,E){d(_n(a,E?w:c,w)),c=w}}),h=de({label:"Signal rate and noise rate over time",title:"\
Signal and noise rate",x:[0,1],y:[0,1],height:260,xLabel:"time t",yTicks:[0,.5,1]}),v=Bt({caption:"How the time is spent",name:"log-SNR",head:["this","cosine"]}),
y=X(),b=e.network?Dr(e,o,r):Br(e);t.append(K(u),g("div",{class:"ff-columns ff-two"},g("div",{},m.element,ke([["leaf","this schedule"],["muted","cosine",!0]])),g(
"div",{},h.element,ke([["signal","signal rate"],["noise","noise rate"]]))),y.element,g("div",{class:"ff-columns ff-two ff-gap"},v.element,...b.beside),...b.under);
let p=Yn.map(w=>[w,r.logSNR(w)]);function k(){let w=gt(a),E=b.stops(w);m.update({lines:[{points:p,colour:"muted",dash:!0,width:1.5},{points:a.map((x,M)=>[M/et,x]),
colour:"leaf",width:2.5}],marks:[...E.map(([x,M])=>({x,y:M,colour:"petal"})),...yt(a).map((x,M)=>({x:M/(Xe-1),y:x,colour:"leaf",handle:String(M),label:`Log-SNR \
at t = ${(M/(Xe-1)).toFixed(2)}`,says:Kt(x)}))]});let S=Yn.map(x=>[x,w.rates(x)]);h.update({lines:["signal","noise"].map(x=>({points:S.map(([M,T])=>[M,T[x]]),colour:x,
width:2.5}))});let $=Wt(w,Hn);v.update(Pr.map((x,M)=>({name:x,share:$[M],mark:s[M],cells:[Gn($[M]),Gn(s[M])]}))),y.say(`${f?"A log-SNR may only fall: where your\
s would have risen, it was levelled. ":""}${Dn(w)}${b.show(w,i)}`)}k()}function Br({size:t,seed:e,pixels:o}){let n=Ye(se(o)),r=Y(e,n.image.length),s=Array.from(
{length:_e},(i,l)=>l/(_e-1)),a=s.map(i=>Z({label:`Flower at t = ${i.toFixed(2)}`,title:i.toFixed(2),width:t,height:t}));return{beside:[],under:[g("div",{class:"\
ff-strip"},...a.map(i=>i.element))],stops:i=>s.map(l=>[l,i.logSNR(l)]),show(i){return s.forEach((l,f)=>{let{signal:c,noise:u}=i.rates(l);a[f].draw(We(n,r,c,u)),
a[f].describe(`Flower at t = ${l.toFixed(2)}, signal rate ${c.toFixed(2)}`)}),""}}}function Dr({network:t,recorded:e,spectrum:o},n,r){let{size:s,mean:a,std:i}=t,
l=Re(t),f=[1,0].map(N=>l.schedule.logSNR(N)),c=Ut(o,r.logSNR),u=Bt({caption:"Predicted loss",name:"on the",head:["this","cosine","ratio"]}),d=(N,C)=>Z({title:N,
label:C,width:s,height:s}),m={cosine:d("Cosine","A flower grown under the cosine schedule"),mine:d(Yt,"A flower grown under this schedule")},h=X(),v=ne({label:"\
Another seed",onClick:()=>{p+=1,m.cosine.draw(b),P(0)}});v.disabled=!0,l.onChange(()=>{v.disabled=!l.ready});let y=Oe(n,l,t,h,{label:"Grow it here",again:"Grow \
it again",opening:`Recorded: ${e.name}, seed ${e.seed}, ten steps.`,onReady:()=>P(0),onLost:()=>{S+=1}}),b=xe(new Float32Array(3*s*s),a,i),{seed:p}=e,k=null,w=[],
E="",S=0,$=0,x=null;le(me(n)).then(N=>{k=N,m.cosine.draw(M("cosine")),T(),n.dataset.recorded="shown"});function M(N){return fe(k,s*e.kinds.indexOf(N),0,s,s)}function T(){
if(l.ready||!k)return;let N=e.kinds.includes(E);m.mine.draw(N?M(E):b),m.mine.heading.textContent=N?Yt:"Not grown yet",m.mine.describe(N?"A flower grown under th\
is schedule":"Not grown yet")}function P(N=_r){S+=1,clearTimeout($),l.ready&&($=setTimeout(O,N))}async function O(){let N=S+=1,C=Y(p,3*s*s),A=(F,L)=>Bn(L,C,async(q,R)=>(await l.
predict(q,R,e.label)).noise,(q,R)=>N!==S?!1:(m[F].draw(xe(q,a,i)),h.say(`Step ${R+1} of ${_e}, seed ${p}.${_}`),!0));m.mine.heading.textContent=Yt,n.dataset.state=
"growing";try{if(await A("mine",w)===null)return;if(x!==p){if(await A("cosine",bt(r,_e,f))===null)return;x=p}}catch(F){if(N!==S)return;h.say(`The network stoppe\
d: ${F.message}`),n.dataset.state="failed";return}m.mine.describe("A flower grown under this schedule"),h.say(`Both grown from the noise of seed ${p}, in ten st\
eps each.${_}`),n.dataset.state="done"}let _="";return{beside:[u.element],under:[g("div",{class:"ff-columns ff-pair ff-grow ff-gap"},m.cosine.element,m.mine.element),
h.element,g("div",{class:"ff-controls ff-gap"},y.processor.element,y.action,v,y.bar)],stops:N=>bt(N,_e,f).map((C,A)=>[1-A/_e,C]),show(N,C){E=C,w=bt(N,_e,f),_=w.
some((L,q)=>Math.abs(L-N.logSNR(1-q/_e))>.05)?` The network knows log-SNRs from ${Kt(f[1])} to ${Kt(f[0])} only: steps beyond are taken at the nearest of these.`:
"";let F=Ut(o,N.logSNR);return u.update(["noise","image"].map(L=>({name:L,share:F[L],mark:c[L],cells:[F[L].toFixed(3),c[L].toFixed(3),(F[L]/c[L]).toFixed(2)]}))),
T(),P(),qn(F.noise/c.noise,F.image/c.image)+_}}}var xt=[[125,47,6],[234,103,29],[243,189,152],[236,234,230],[165,210,251],[35,149,252],[10,74,138]];function qr(t){let e=(Math.min(Math.max(t,-1),1)+1)/2*(xt.length-
1),o=Math.min(Math.floor(e),xt.length-2);return[0,1,2].map(n=>{let[r,s]=[xt[o][n],xt[o+1][n]];return r+(s-r)*(e-o)})}function nt(t){let e=new Uint8ClampedArray(
3*t.length);return t.forEach((o,n)=>e.set(qr(o),3*n)),e}function vt(t,e,o){let[n,r]=[Math.log10(e),Math.log10(o)],s=t/2;return Array.from({length:s},(a,i)=>10**(s===1?n:n+(r-n)*i/(s-1)))}function Xt(t,e){let o=e.map(
n=>Math.fround(Math.fround(t)*Math.fround(2*Math.PI*n)));return Float64Array.from([...o.map(Math.sin),...o.map(Math.cos)])}function Vt(t,e){return e.reduce((n,r)=>n+
Math.cos(2*Math.PI*r*t),0)/e.length}var Ue=400,Jt=1e-4;function Vn(t,e){let o=null,n=(w,E)=>G({label:w,min:0,max:1,step:.001,value:E,format:S=>S.toFixed(3),onInput:k}),r=n("Noise variance a",e.a),
s=n("Noise variance b",e.b),a=(w,E,S,$)=>G({label:w,min:E,max:S,step:.1,value:Math.log10($),format:x=>`${Number((10**x).toPrecision(2))}`,onInput:p}),i=a("Lowes\
t frequency",-1,1,e.min_frequency),l=a("Highest frequency",1,3,e.max_frequency),f=ee({label:"Length",value:String(e.dim),onChange:p,options:[8,16,32,64].map(w=>[
String(w),String(w)])}),c=g("div",{class:"ff-map"}),u=["a","b"].map(w=>g("i",{class:"ff-cursor"},g("b",{},w))),d=g("div",{class:"ff-vectors"}),m=de({label:"Simi\
larity against the distance between two noise levels",title:"Similarity at every distance",x:[Math.log10(Jt),0],y:[-.5,1],xLabel:"distance between a and b",height:180,
xTicks:[-4,-3,-2,-1,0],formatX:w=>String(Number((10**w).toPrecision(1))),yTicks:[-.5,0,.5,1]}),h=X();t.append(K(r,s),K(i,l,f),g("span",{class:"ff-title"},"The v\
ector of every noise variance from 0 to 1"),c,g("div",{class:"ff-columns ff-two ff-gap"},d,m.element),h.element),c.addEventListener("pointerdown",w=>{c.setPointerCapture(
w.pointerId);let E=v(w);c.moved=Math.abs(E-r.value)<=Math.abs(E-s.value)?r:s,c.moved.value=E}),c.addEventListener("pointermove",w=>{c.hasPointerCapture(w.pointerId)&&
(c.moved.value=v(w))});function v(w){let E=c.getBoundingClientRect();return Math.min(Math.max((w.clientX-E.left)/E.width,0),1)}let y=[],b=[];function p(){let w=Number(
f.value);y=vt(w,10**i.value,10**l.value),o=Z({label:`Embeddings of length ${w}: each column is the vector of one noise variance`,width:Ue,height:w}),o.draw(nt(jr(
y))),c.replaceChildren(o.element,...u),b=[["vector of a","a"],["vector of b","b"],["a times b, cell by cell",""]].map(([E])=>Z({label:E,title:E,width:w,height:1})),
d.replaceChildren(...b.map(E=>E.element),g("div",{class:"ff-note"},`Left half sines, right half cosines, each from slow to fast. The sum of the last row, divide\
d by ${w/2}, is the similarity.`)),k()}function k(){let[w,E]=[Xt(r.value,y),Xt(s.value,y)],S=w.map((P,O)=>P*E[O]);[w,E,S].forEach((P,O)=>b[O].draw(nt(P))),u[0].
style.left=`${100*r.value}%`,u[1].style.left=`${100*s.value}%`,u[0].classList.toggle("ff-left",r.value<=s.value),u[1].classList.toggle("ff-left",r.value>s.value);
let $=Math.abs(r.value-s.value),x=Vt($,y),M=400,T=Array.from({length:M+1},(P,O)=>{let _=Math.log10(Jt)*(1-O/M);return[_,Vt(10**_,y)]});m.update({lines:[{points:T,
colour:"leaf"}],marks:[{x:Math.log10(Math.max($,Jt)),y:x,colour:"petal"}]}),h.say(`Distance ${$.toFixed(3)}, similarity ${x.toFixed(2).replace("-","−")}. From\
 a to b the slowest wave turns ${Xn(y[0]*$)}, the fastest ${Xn(y[y.length-1]*$)}.`)}p()}function Xn(t){return t===1?"once":`${Number(t.toPrecision(2))} times`}function jr(t){
let e=new Float64Array(2*t.length*Ue);return t.forEach((o,n)=>{let r=Math.PI*o/Ue,s=Math.sin(r)/r;for(let a=0;a<Ue;a+=1){let i=2*Math.PI*o*(a+.5)/Ue;e[n*Ue+a]=s*
Math.sin(i),e[(n+t.length)*Ue+a]=s*Math.cos(i)}}),e}function Zn(t,e,o){let{size:n,mean:r,std:s,truths:a,told:i,errors:l}=e,f=Re(e),c=In(se(e.photograph),r,s),u=C=>xe(C,r,s),d=null,m=e.seed,h=0,v=!1,y=(C,A)=>G({label:A,
min:-C[0],max:-C.at(-1),step:C[0]-C[1],value:-e.truth,format:F=>Mt(-F),onInput:T}),b=y(a,"Log-SNR of the picture"),p=y(i,"Log-SNR that we claim"),k=(C,A)=>Z({title:C,
label:A,width:n,height:n}),w=k("It sees","The noisy photograph"),E=k("It answers","What the network answers"),S=k("When honest","What it answers when it is told\
 the truth"),$=X(),x=ne({label:"Another noise",onClick:()=>{m+=1,T()}}),M=Oe(o,f,e,$,{label:"Ask the network",opening:`${Zt(0,l[a.indexOf(e.truth)][i.indexOf(e.
truth)])} These answers are recorded.`,onReady:T,onLost:T});t.append(K(b,p),g("div",{class:"ff-triple ff-lie"},w.element,E.element,S.element),$.element,g("div",
{class:"ff-controls ff-gap"},M.action,x,M.processor.element,M.bar));function T(){let C=f.ready;Jn(b,C?.05:a[0]-a[1]),Jn(p,C?.05:i[0]-i[1]),x.disabled=!C,E.describe(
`What the network answers when it is told ${Mt(-p.value)}`),h+=1,C?O():P()}function P(){if(!d)return;m=e.seed;let[C,A]=[a.indexOf(-b.value),i.indexOf(-p.value)],
F=i.indexOf(a[C]),L=q=>fe(d.guess,q*n,C*n,n,n);w.draw(Je(d.noisy,0,C*n,n,n)),E.draw(L(A)),S.draw(L(F)),!(h===1&&!M.problem)&&$.say(`${Zt(i[A]-a[C],l[C][A],l[C][F])}\
 ${M.problem}`.trim())}async function O(){if(w.draw(u(_())),!v){v=!0;try{for(let C=0;C!==h&&f.ready;)C=await N(h)}catch(C){f.ready&&$.say(`The network stopped: ${C.
message}`)}v=!1}}function _(){let{signal:C,noise:A}=ie(-b.value),F=Y(m,c.length);return c.map((L,q)=>C*L+A*F[q])}async function N(C){let[A,F,L,q]=[-b.value,-p.value,
_(),m],R=ie(A),j=async J=>{let{noise:ce}=await f.predict(L,ie(J));return L.map(($e,Fe)=>($e-R.noise*ce[Fe])/R.signal)},W=[await j(F),await j(A)];if(C!==h)return C;
E.draw(u(W[0])),S.draw(u(W[1]));let[H,B]=W.map(J=>ft(J,c));return $.say(`${Zt(F-A,H,B)} Noise ${q}, answered in this page.`),o.dataset.state="done",C}le(e.noisy).
then(async C=>{d={noisy:C,guess:await le(me(o))},o.dataset.state="ready",T()})}function Jn(t,e){Number(t.input.step)!==e&&(t.input.step=e,t.limits(t.input.min,t.
input.max,t.input.value))}function Zt(t,e,o){let n=`The picture is off by ${e.toFixed(2)} a pixel`;return t===0?`The truth. ${n}.`:`${t>0?"It believes in too li\
ttle noise":"It believes in too much noise"}. ${n}, where the truth gives ${o.toFixed(2)}.`}function Mt(t){return(t>0?`+${t}`:String(t)).replace("-","−")}function Le({label:t,reach:e,draw:o,onPress:n=null}){let r=g("canvas",{role:"img","aria-label":t,class:n?"ff-plane":"ff-plane ff-plain"}),s=r.getContext("2d"),a=0,
i=(u,d)=>[(u+e)/(2*e)*a,(e-d)/(2*e)*a],l={place:i,get context(){return s},get width(){return a},ring(u,d,m,h,v){s.beginPath(),s.arc(...i(u,d),m,0,2*Math.PI),s.lineWidth=
3,s.strokeStyle=h,s.fillStyle=v,s.fill(),s.stroke()},dots(u,d,m=2.4,h=1){s.globalAlpha=h,s.fillStyle=d;for(let v=0;v<u.length;v+=2){let[y,b]=i(u[v],u[v+1]);s.fillRect(
y-m/2,b-m/2,m,m)}s.globalAlpha=1},picture(u,d,m){s.globalAlpha=m;let[h,v]=i(-d,d);s.drawImage(u,h,v,a-2*h,a-2*v),s.globalAlpha=1},arrows(u,d,m,h=.05){s.strokeStyle=
m,s.lineWidth=1.2,s.beginPath();for(let v=0;v<u.length;v+=2){let[y,b]=i(u[v],u[v+1]),[p,k]=i(d[v],d[v+1]),w=Math.hypot(p-y,k-b);if(!(w>1))continue;let E=Math.min(
w,h*a),[S,$]=[(p-y)/w*E,(k-b)/w*E],x=Math.min(3.5,E/2)/E;s.moveTo(y,b),s.lineTo(y+S,b+$),s.lineTo(y+S-x*(S-$),b+$-x*($+S)),s.moveTo(y+S,b+$),s.lineTo(y+S-x*(S+$),
b+$-x*($-S))}s.stroke()}};function f(){a&&(s.clearRect(0,0,a,a),o(l))}function c(u){let d=r.getBoundingClientRect(),m=h=>e*(2*Math.min(Math.max(h,0),1)-1);return[
m((u.clientX-d.left)/d.width),-m((u.clientY-d.top)/d.height)]}return n&&(r.addEventListener("pointerdown",u=>{r.setPointerCapture(u.pointerId),n(c(u),!0)}),r.addEventListener(
"pointermove",u=>{r.hasPointerCapture(u.pointerId)&&n(c(u),!1)})),{element:r,canvas:r,redraw:f,follow(){ut(r,u=>{a=u;let d=window.devicePixelRatio||1;r.width=r.
height=Math.round(a*d),s=r.getContext("2d"),s.setTransform(r.width/a,0,0,r.width/a,0,0),f()})}}}function eo(t,e,o){let{size:n,levels:r,columns:s,shares:a}=e,i=Y(1,3*n*n),l=Wr(se(e.picture),e.mean,e.std),f=Z({label:"",width:n,height:n}),c=null,u=G({label:"L\
og-SNR, from little noise to much",min:0,max:r.length-1,step:1,value:r.indexOf(e.opens),format:S=>Mt(r[S]),onInput:E}),d=(S,$)=>Le({label:S,reach:n/2,draw:x=>{if(!c)
return;x.context.imageSmoothingEnabled=!1,f.draw($()),x.picture(f.canvas,n/2,1);let{network:M,filter:T}=w();zn(x,n,M.half,!1),zn(x,n,T.half,!0)}}),m=d("The nois\
y picture, with the ring that holds half of the influence",k),h=d("The influence of each pixel on the middle one of the answer",()=>fe(c,n*(u.value%s),n*Math.floor(
u.value/s),n,n)),v=Z({label:"Colours of the map, weak to strong",width:s*n,height:e.bar}),y="Share of the influence within a radius",b=de({label:y,title:y,height:180,
x:[0,a.network[0].length-1],y:[0,1],xLabel:"Radius (pixels)",yTicks:[0,.25,.5,.75,1]}),p=X();t.append(K(u),g("div",{class:"ff-columns ff-pair ff-view"},g("div",
{},g("span",{class:"ff-title"},"It sees"),m.element),g("div",{},g("span",{class:"ff-title"},"What counts"),h.element,g("div",{class:"ff-scale"},g("span",{},"wea\
k"),v.element,g("span",{},"strong")))),p.element,g("div",{class:"ff-gap"},b.element),ke([["leaf","the network"],["noise","the best linear filter",!0],["muted","\
the network before training",!0]]));function k(){let{signal:S,noise:$}=ie(r[u.value]),x=l.map((M,T)=>S*M+$*i[T]);return xe(x,e.mean,e.std)}function w(){let S=$=>{
let x=a[$][u.value];return{curve:x,half:Qn(x,.5),most:Qn(x,.9)}};return{network:S("network"),filter:S("filter"),untrained:S("untrained")}}function E(){if(!c)return;
m.redraw(),h.redraw();let{network:S,filter:$,untrained:x}=w(),M=({curve:T})=>T.map((P,O)=>[O,P]);b.update({lines:[{points:M(x),colour:"muted",dash:!0},{points:M(
$),colour:"noise",dash:!0},{points:M(S),colour:"leaf",width:3}],marks:[{x:S.half,y:S.curve[S.half],colour:"leaf"}]}),p.say(`Half of the influence lies ${kt(S.half)}\
, nine tenths ${kt(S.most)}. For the best linear filter half lies ${kt($.half)}, before training ${kt(x.half)}.`)}le(me(o)).then(S=>{c=S,v.draw(fe(c,0,c.height-
e.bar,c.width,e.bar));for(let $ of[m,h])$.follow();E(),o.dataset.state="ready"})}function kt(t){return t?`within ${t} ${t===1?"pixel":"pixels"}`:"in the pixel i\
tself"}function Qn(t,e){return t.findIndex(o=>o>=e)}function Wr(t,e,o){let n=t.length/3;return Float32Array.from(t,(r,s)=>{let a=Math.floor(s/n);return(r/255-e[a])/
o[a]})}function zn(t,e,o,n){let{context:r,width:s}=t,[a,i]=t.place(.5,-.5);for(let[l,f]of[["#000",4.5],["#fff",2]])r.beginPath(),r.arc(a,i,(o+.5)*s/e,0,2*Math.PI),
r.setLineDash(n?[5,5]:[]),r.lineWidth=f,r.strokeStyle=l,r.stroke();r.setLineDash([])}function to(t,e,o){let{size:n,times:r,flowers:s}=e,a=r.length-1,i=null,l=p=>s.map(k=>Z({label:`${k}: ${p}`,width:n,height:n})),f=l("noisy"),c=l("guess"),u=G({label:"\
From noise to flower",min:0,max:a,step:1,value:0,format:p=>`t = ${r[p].toFixed(1)}`,onInput:v}),d=X(),m=(p,k)=>g("div",{},g("span",{class:"ff-title"},p),g("div",
{class:"ff-triple"},...k.map(w=>w.element))),h=g("div",{class:"ff-first ff-draggable"},m("The noisy picture",f),m("What the network takes it to be",c));t.append(
K(u,Ae(o,u,{seconds:4})),h,d.element);function v(){if(!i)return;let p=u.value;s.forEach((k,w)=>{let E=[p*n,w*n,n,n];f[w].draw(Je(i.noisy,...E)),c[w].draw(fe(i.guess,
...E)),f[w].describe(`A ${k} on its way out of noise, moment ${p} of ${a}`),c[w].describe(`What the network takes it to be at moment ${p} of ${a}`)}),d.say(y(p))}
function y(p){return p===0?"t = 1: pure noise. The guess is hardly more than a mean colour.":p===a?"t = 0: no noise is left. The last guess is the picture.":`t \
= ${r[p].toFixed(1)}: step ${2*p} of ${2*a}.`}let b=p=>{let k=h.getBoundingClientRect(),w=(p.clientX-k.left)/k.width;u.value=Math.round(Math.min(Math.max(w,0),1)*
a)};h.addEventListener("pointerdown",p=>{h.setPointerCapture(p.pointerId),b(p)}),h.addEventListener("pointermove",p=>{h.hasPointerCapture(p.pointerId)&&b(p)}),Promise.
all([le(e.noisy),le(me(o))]).then(([p,k])=>{i={noisy:p,guess:k},o.dataset.state="ready",u.value=u.value===0?Math.round(.4*a):u.value})}function no(t,e,o){let{size:n,mean:r,std:s,classes:a}=e,i=3*n*n,l=Re(e),{schedule:f}=l,c=R=>xe(R,r,s),u=0,d={seed:e.seed,steps:e.steps,eta:0,label:e.label,guidance:e.
guidance,acts:"middle"},m=(R,j=Number)=>W=>{d[R]=j(W),p.input.disabled=E.input.disabled=d.label===a,R==="seed"&&_(),l.ready&&R!=="seed"?q():l.ready&&L()},h=G({label:"\
Seed",min:0,max:999,step:1,value:d.seed,onInput:m("seed")}),v=ee({label:"Steps",value:String(d.steps),onChange:m("steps"),options:[5,10,20,40].map(R=>[String(R),
String(R)])}),y=G({label:"Fresh noise η",min:0,max:1,step:.1,value:0,format:R=>R.toFixed(1),onInput:m("eta")}),b=ee({label:"Flower",value:String(e.label),onChange:m(
"label"),options:[[String(a),"no class"],...e.class_names.map((R,j)=>[String(j),R]).sort((R,j)=>R[1]<j[1]?-1:1)]}),p=G({label:"Guidance",min:0,max:8,step:.5,value:e.
guidance,format:R=>R.toFixed(1),onInput:m("guidance")}),[k,w]=e.interval,E=ee({label:"Guidance acts",value:"middle",onChange:m("acts",String),options:[["middle",
`from t = ${w} to ${k}`],["always","always"]]});p.input.disabled=E.input.disabled=e.label===a;let S=ne({label:"Another seed",onClick:()=>{h.value=(d.seed+1)%1e3}}),
$={noisy:Z({label:"The noisy image",title:"Noisy image",width:n,height:n}),image:Z({label:"The predicted image",title:"Predicted image",width:n,height:n})},x=g(
"div",{class:"ff-grow-strip",role:"group","aria-label":"The predicted image, step by step"}),M=X(),T=e.label===a?"":`${e.class_names[e.label]}, `,P=Oe(o,l,e,M,{
label:"Grow a flower",again:"Grow it again",opening:`Recorded: ${T}seed ${e.seed}, ${e.steps} steps.`,onReady:q,onLost:()=>{u+=1}});t.append(K(h,v,y,...a?[b,p,E]:
[],P.processor),K(P.action,S,P.bar),g("div",{class:"ff-columns ff-pair ff-grow"},$.noisy.element,$.image.element),x,M.element);function O(R){o.dataset.state=R}function _(){
$.noisy.draw(c(Y(d.seed,i))),l.ready||$.image.draw(c(new Float32Array(i)))}let N=se(e.recorded),C=N.length/i;for(let R=0;R<C;R+=1)A(N.subarray(R*i,(R+1)*i));if(_(),
$.image.draw(N.subarray((C-1)*i)),P.problem)for(let R of[S,h.input,v.input,y.input,b.input])R.disabled=!0;function A(R){let j=g("canvas",{width:n,height:n,"aria\
-hidden":"true"}),W=j.getContext("2d"),H=W.createImageData(n,n);for(let B=0;B<n*n;B+=1)H.data.set([R[3*B],R[3*B+1],R[3*B+2],255],4*B);W.putImageData(H,0,0),x.append(
j)}let F=0;function L(){u+=1,clearTimeout(F),F=setTimeout(q,250)}async function q(){let R=u+=1,{seed:j,steps:W,eta:H,label:B,guidance:J}=d,ce=U=>B!==a&&J!==1&&(d.
acts==="always"||k<=U&&U<=w),$e=Ie(W),Fe=new Set(Array.from({length:10},(U,re)=>Math.ceil((re+1)*W/10))),Ee=Y(j,i),Ce=0,D=0,V="";x.replaceChildren(),O("growing");
let te=async(U,re)=>{let Q=await l.predict(Ee,U,re);return Ce+=Q.seconds,D+=1,o.dataset.processor=Q.processor,V=Q.where,Q.noise};try{for(let U=0;U<W;U+=1){let[re,
Q]=[f.rates($e[U]),f.rates($e[U+1])],oe=await te(re,B);if(R===u&&ce($e[U])&&(oe=Pn(await te(re,a),oe,J)),R!==u)return;let Me=H>0?Y(dt(j,U),i):null,pe=Ke(Ee,oe,re,
Q,H,Me);Ee=pe.noisy,$.noisy.draw(c(Ee)),$.image.draw(c(pe.image)),Fe.has(U+1)&&A(c(pe.image)),M.say(`Step ${U+1} of ${W}, seed ${j}: ${(Ce/D).toFixed(2)} s a ne\
twork evaluation here, ${V}.`)}}catch(U){if(R!==u)return;M.say(`The network stopped: ${U.message}`),O("failed");return}o.dataset.seconds=(Ce/D).toFixed(4),O("do\
ne")}}var oo="noise-to-flowers:guess";function ot(){return{rounds:0,you:0,youLevels:0,bayes:0,bayesLevels:0}}function ro(t,{right:e,level:o,bayes:n,from:r}){return{rounds:t.
rounds+1,you:t.you+(e?1:0),youLevels:t.youLevels+(e?o:0),bayes:t.bayes+(n?1:0),bayesLevels:t.bayesLevels+r}}function so(){try{let t=JSON.parse(localStorage.getItem(
oo));return Object.keys(ot()).every(e=>Number.isFinite(t[e]))?t:ot()}catch{return ot()}}function Qt(t){try{localStorage.setItem(oo,JSON.stringify(t))}catch{}}function ao(t,e,{signal:o,noise:n}){return Float64Array.from(t,(r,s)=>o*r+n*e[s])}function io(t,e,{signal:o,noise:n}){let r=t.map(l=>{let f=0;for(let c=0;c<e.length;c+=
1)f+=(e[c]-o*l[c])**2;return-f/(2*n**2)}),s=Math.max(...r),a=r.map(l=>Math.exp(l-s)),i=a.reduce((l,f)=>l+f,0);return a.map(l=>l/i)}function lo(t,e){let o=new Float64Array(
t[0].length);return t.forEach((n,r)=>{for(let s=0;s<o.length;s+=1)o[s]+=e[r]*n[s]}),o}var zt=.1;function fo(t,e,o){let{size:n,names:r,noisiest:s,clearest:a,sure:i}=e,l=3*n*n,f=null,c=null,u=so(),d=G({label:"Log-SNR, from much noise to little",min:s,
max:a,step:zt,value:s,format:He,onInput:S}),m=ne({label:"Next flower",onClick:()=>{w(co()),d.input.focus()}}),h=Z({title:"Under noise",label:"The noisy flower",
width:n,height:n}),v=Z({title:"Mean of the eight",label:"",width:n,height:n}),y=r.map((x,M)=>Ur(x,n,()=>E(M))),b=X(),p=g("table",{class:"ff-score","aria-label":"\
Score"}),k=ne({label:"Forget the score",onClick:()=>{u=ot(),Qt(u),$(),d.input.focus()}});t.append(K(d,m),g("div",{class:"ff-guess"},g("div",{class:"ff-columns f\
f-pair"},h.element,v.element),g("div",{class:"ff-tiles",role:"group","aria-label":"Which flower is it?"},...y.map(x=>x.element))),b.element,g("div",{class:"ff-s\
core-row"},p,k));function w(x){c={...Hr(x,r.length,l),seen:s,guess:null},o.dataset.seed=x,m.disabled=!0,y.forEach(M=>M.hide()),d.value=s}function E(x){!c||c.guess!==
null||(c.guess=x,m.disabled=!1,c.from=Gr(f.images,c,s,a,i),u=ro(u,{right:x===c.flower,level:c.seen,bayes:uo(en(f.images,c,c.seen))===c.flower,from:c.from}),Qt(u),
d.value=c.seen,$())}function S(){if(!c)return;let x=d.value,{guess:M,flower:T}=c;M===null&&(c.seen=Math.max(c.seen,x));let{signal:P,noise:O}=ie(x),{images:_}=f;
h.draw(We({...f,image:_[T]},c.field,P,O)),h.describe(`A flower under noise, log-SNR ${He(x)}`);let N=M===null?r.map(()=>1/r.length):en(_,c,x);if(v.draw(We({...f,
image:lo(_,N)},c.field,1,0)),v.heading.textContent=M===null?"Mean of the eight":"Bayes’ mean",M===null){v.describe("The mean of the eight flowers"),b.say(`One\
 part of flower to ${Yr(x)} of noise. Which of the eight is it? What counts is the clearest picture that you have seen: ${He(c.seen)}.`);return}v.describe(`The \
mean of the eight, weighted by Bayes, most the ${r[uo(N)]}`),y.forEach((A,F)=>A.show(N[F],F===T,F===M));let C=M===T?`Yes, the ${r[T]}`:`It is the ${r[T]}, and n\
ot the ${r[M]}`;b.say(`${C}. At ${He(x)} Bayes gives it ${N[T].toFixed(2)}; from ${He(c.from)} on it is sure. Your guess counts at ${He(c.seen)}.`)}function $(){
let x=(M,T,P)=>g("tr",{},g("th",{scope:"row"},M),g("td",{},`${T} of ${u.rounds}`),g("td",{},P.count?He(P.sum/P.count):"–"));p.replaceChildren(g("tr",{},g("td",
{}),g("th",{scope:"col"},"right"),g("th",{scope:"col"},"mean level")),x("You",u.you,{sum:u.youLevels,count:u.you}),x("Bayes",u.bayes,{sum:u.bayesLevels,count:u.
rounds})),k.disabled=u.rounds===0}$(),le(me(o)).then(x=>{let M=new Uint8Array(l*r.length);r.forEach((_,N)=>M.set(fe(x,N*n,0,n,n),N*l));let{mean:T,std:P,image:O}=Ye(
M);f={mean:T,std:P,images:r.map((_,N)=>O.subarray(N*l,(N+1)*l))},y.forEach((_,N)=>_.draw(M.subarray(N*l,(N+1)*l))),w(co()),o.dataset.state="ready"})}function Ur(t,e,o){
let n=Z({label:"",width:e,height:e});n.canvas.removeAttribute("role"),n.canvas.removeAttribute("aria-label"),n.canvas.setAttribute("aria-hidden","true");let r=g(
"i",{}),s=g("span",{class:"ff-value"}),a=g("span",{class:"ff-verdict"}),i=g("button",{type:"button",class:"ff-tile"},n.element,g("span",{class:"ff-name"},t),g("\
span",{class:"ff-bar","aria-hidden":"true"},r),s,a);return i.addEventListener("click",o),{element:i,draw:n.draw,show(l,f,c){i.setAttribute("aria-disabled","true"),
i.setAttribute("aria-pressed",c),i.classList.toggle("ff-true",f),r.style.width=`${100*l}%`,s.textContent=` ${l.toFixed(2)} `,a.textContent=f?c?"you, right":"it \
is this":c?"you":""},hide(){i.removeAttribute("aria-disabled"),i.removeAttribute("aria-pressed"),i.classList.remove("ff-true"),r.style.width="0",s.textContent=a.
textContent=""}}}function Hr(t,e,o){return{flower:Qe(t,4294967295)%e,field:Y(t,o)}}function en(t,{flower:e,field:o},n){let r=ie(n);return io(t,ao(t[e],o,r),r)}function Gr(t,e,o,n,r){
let s=Math.round((n-o)/zt);for(let a=0;a<s;a+=1){let i=o+a*zt;if(en(t,e,i)[e.flower]>r)return i}return n}function co(){return Math.floor(Math.random()*2**32)}var uo=t=>t.
indexOf(Math.max(...t));function He(t){return t.toFixed(1).replace("-","−")}function Yr(t){return Math.round(Math.exp(-t)).toLocaleString("en-GB")}function po(t,e,o){let{names:n,side:r,reach:s,handle:a,centres:i,radius:l}=e,f=se(e.colours),c=f.length/3,u=mo(e.clouds,s),d=mo(e.grids,s),m={x:a[0],y:a[1]},h=$=>Math.
min(Math.max($,-e.start),e.start),v=$=>G({label:`Noise: ${$}`,min:-e.start,max:e.start,step:.05,value:m[$],format:x=>x.toFixed(2),onInput(x){m[$]=x,E()}}),[y,b]=[
v("x"),v("y")],p=n.map(($,x)=>{let M=ho(u,x,c),T=x?ho(d,x-1,r*r):null,P=()=>T?Kr(T,r,e.start,m.x,m.y):[m.x,m.y],O=Le({label:$,reach:s,onPress:x?null:w,draw(_){for(let N=0;N<
c;N+=1){let[C,A]=_.place(M[2*N],M[2*N+1]);_.context.fillStyle=`rgb(${f[3*N]} ${f[3*N+1]} ${f[3*N+2]})`,_.context.fillRect(C-1,A-1,2,2)}_.ring(...P(),6,ae(o,"acc\
ent"),ae(o,"panel"))}});return{name:$,end:P,plane:O}});p[0].plane.canvas.classList.add("ff-handle");let k=X();t.append(g("div",{class:"ff-planes"},...p.map(({name:$,
plane:x})=>g("div",{},g("span",{class:"ff-title"},$),x.element))),k.element,g("div",{class:"ff-controls ff-gap"},y.element,b.element));function w([$,x]){Object.
assign(m,{x:h($),y:h(x)}),y.limits(-e.start,e.start,m.x),b.limits(-e.start,e.start,m.y),E()}function E(){for(let{plane:$}of p)$.redraw();S()}function S(){let $=M=>i.
some(([T,P])=>Math.hypot(T-M[0],P-M[1])<l),x=p.slice(1).map(({name:M,end:T})=>`${M}: ${$(T())?"in a disc":"between the discs"}`);k.say(`From (${m.x.toFixed(2)},\
 ${m.y.toFixed(2)}). ${x.join("; ")}.`)}for(let{plane:$}of p)$.follow();S(),Ge(o,E)}function mo(t,e){return Float32Array.from(se(t),o=>o/255*2*e-e)}function ho(t,e,o){
return t.subarray(2*e*o,2*(e+1)*o)}function Kr(t,e,o,n,r){let s=c=>Math.min(Math.max((c+o)/(2*o)*(e-1),0),e-1.000001),[a,i]=[Math.floor(s(n)),Math.floor(s(r))],
[l,f]=[s(n)-a,s(r)-i];return[0,1].map(c=>{let u=(d,m)=>t[2*((i+m)*e+a+d)+c];return(1-f)*((1-l)*u(0,0)+l*u(1,0))+f*((1-l)*u(0,1)+l*u(1,1))})}function yo(t){let e=se(t),o=new Float32Array(e.length/2);for(let n=0;n<o.length;n+=1){let r=e[2*n]|e[2*n+1]<<8,s=r>>10&31,a=r&1023,i=s?(1+a/1024)*2**(s-15):a*2**
-24;o[n]=r&32768?-i:i}return o}function bo(t){let e=yo(t),o=e.length/2;return e.map((n,r)=>r<o?e[2*r]:e[2*(r-o)+1])}function xo({shapes:t,weights:e}){let o=yo(e),
n=[],r=0;for(let s=0;s<t.length;s+=2){let[a,i]=t[s],l=o.subarray(r,r+a*i);r+=a*i,n.push({inputs:i,outputs:a,weight:l,bias:o.subarray(r,r+a)}),r+=a}return n}var ve=128;function*Xr(t,e,o){let n=e.length/2,r=[o.signal,o.noise,Math.log(o.signal/o.noise)],s=new Float32Array(2*n),a=Math.max(...t.map(({outputs:f})=>f)),[i,l]=[new Float32Array(
a*ve),new Float32Array(a*ve)];for(let f=0;f<n;f+=ve){let c=Math.min(ve,n-f);for(let u=0;u<c;u+=1)i[u]=e[f+u],i[ve+u]=e[n+f+u];t.forEach((u,d)=>{if(Vr(u,d===0?r:
[],i,l,c),d<t.length-1)for(let m=0;m<u.outputs*ve;m+=1)l[m]/=1+Math.exp(-l[m]);[i,l]=[l,i]});for(let u=0;u<c;u+=1)s[f+u]=i[u],s[n+f+u]=i[ve+u];yield}return s}function Vr({
inputs:t,outputs:e,weight:o,bias:n},r,s,a,i){let l=t-r.length,f=l%4===0?4:2;for(let c=0;c<e;c+=1){let u=c*t,d=c*ve,m=n[c];r.forEach((h,v)=>{m+=o[u+l+v]*h}),a.fill(
m,d,d+ve);for(let h=0;h<l;h+=f){let v=o[u+h],y=o[u+h+1],b=h*ve;if(f===4){let p=o[u+h+2],k=o[u+h+3];for(let w=0;w<i;w+=1)a[d+w]+=v*s[b+w]+y*s[b+ve+w]+p*s[b+2*ve+
w]+k*s[b+3*ve+w]}else for(let p=0;p<i;p+=1)a[d+p]+=v*s[b+p]+y*s[b+ve+p]}}}function*go(t,e,o){let n=yield*Xr(t,e,o),r=new Float32Array(e.length),s=new Float32Array(
e.length);for(let a=0;a<e.length;a+=1)r[a]=o.signal*e[a]-o.noise*n[a],s[a]=o.noise*e[a]+o.signal*n[a];return{image:r,noise:s}}function wo({image:t,noise:e},o,n,r=0,s=null,a=new Float32Array(
t.length)){for(let i=0;i<a.length;i+=1)a[i]=o*t[i]+n*e[i]+(s?r*s[i]:0);return a}var rt={ddim:{name:"DDIM",eta:null,cost:t=>t},ddpm:{name:"DDPM (η = 1)",eta:1,cost:t=>t},
heun:{name:"Heun",eta:0,cost:t=>2*t-1},dpm_solver_pp:{name:"DPM-Solver++(2M)",eta:0,cost:t=>t}};function vo({layers:t,schedule:e,start:o,solver:n,steps:r,eta:s=0,
seed:a=0}){let i=Ie(r),l=i.map(p=>e.rates(p)),f=rt[n].eta??s,c=[o],u=[],d=[],m=[];function*h(p){let k=c[p],w=yield*go(t,k,l[p]);if(n==="heun"&&p<r-1){let E=wo(w,
l[p+1].signal,l[p+1].noise),S=yield*go(t,E,l[p+1]),$=w.noise.map((M,T)=>(M+S.noise[T])/2);return{image:k.map((M,T)=>(M-l[p].noise*$[T])/l[p].signal),noise:$}}if(d[p]=
w.image,n==="dpm_solver_pp"&&p>0){let[E,S,$]=[-1,0,1].map(P=>e.logSNR(i[p+P])),x=($-S)/(2*(S-E)),M=w.image.map((P,O)=>(1+x)*P-x*d[p-1][O]),T=k.map((P,O)=>(P-l[p].
signal*M[O])/l[p].noise);return{image:M,noise:T}}return w}function*v(){for(let p=0;p<r;p+=1)u.push(yield*h(p)),m.push(f>0?Y(dt(a,p),o.length):null),c.push(b(p,l[p+
1]))}let y=v();function b(p,k,w){let{kept:E,fresh:S}=qt(l[p],k,f);return wo(u[p],k.signal,E,S,m[p],w)}return{at(p,k){if(p>=1)return o;let w=Math.min(Math.floor(
(1-p)*r+1e-9),r-1);for(;c.length<=w+1;)y.next();return b(w,e.rates(p),k)},ahead(p){let k=performance.now()+p;for(;c.length<=r&&performance.now()<k;)y.next();return c.
length<=r}}}var Pe=2.7,Jr=48,Zr=4;function Mo(t,e,o){let n=Se("log_snr",e.schedule),r=xo(e.network),s=bo(e.network.points),a={solver:e.solver,steps:e.steps,eta:0},i={x:e.handle[0],
y:e.handle[1]},l=Y(e.seed,2*e.count),f=new Float32Array(l.length),[c,u,d]=[null,null,null],m=ee({label:"Solver",value:a.solver,onChange(A){a.solver=A,$(),T()},options:Object.
entries(rt).map(([A,{name:F}])=>[A,F])}),h=G({label:"Steps",min:1,max:50,step:1,value:a.steps,onInput(A){a.steps=A,T()}}),v=G({label:"Fresh noise η",min:0,max:1,
step:.1,value:0,format:A=>A.toFixed(1),onInput(A){a.eta=A,T()}}),y=G({label:"Way from noise to data",min:0,max:1,step:.001,value:0,format:A=>`t = ${(1-A).toFixed(
2)}`,onInput:N}),b=G({label:"Ringed particle: x",min:-Pe,max:Pe,step:.05,value:i.x,format:A=>A.toFixed(2),onInput:A=>x(A,i.y)}),p=G({label:"Ringed particle: y",
min:-Pe,max:Pe,step:.05,value:i.y,format:A=>A.toFixed(2),onInput:A=>x(i.x,A)}),k=Ze({label:"Paths",value:!0,onChange:N}),w=Ze({label:"Data",value:!0,onChange:N}),
E=Le({label:"Particles in the plane",reach:Pe,draw:C,onPress([A,F]){b.limits(-Pe,Pe,A),p.limits(-Pe,Pe,F),x(A,F)}}),S=X();t.append(K(...e.simple?[h]:[m,h,v]),K(
y,Ae(o,y,{seconds:4}),k,w),E.element,S.element,g("div",{class:"ff-controls ff-gap"},b.element,p.element));function $(){let A=rt[a.solver].eta;v.limits(0,1,A??a.
eta),v.input.disabled=A!==null}function x(A,F){Object.assign(i,{x:A,y:F}),d=null,N()}function M(A){return vo({layers:r,schedule:n,start:A,seed:e.seed,...a})}function T(){
[c,u,d]=[M(l),null,null],N()}function P(A){let F=M(A),L=Math.max(60,a.steps);return Array.from({length:L+1},(q,R)=>F.at(1-R/L))}function O({context:A,place:F},L,q,R,j){
let W=L[0].length/2;A.strokeStyle=q,A.lineWidth=R,A.beginPath();for(let H=0;H<W;H+=1)for(let B=0;B<=j;B+=1){let[J,ce]=F(L[B][H],L[B][W+H]);B?A.lineTo(J,ce):A.moveTo(
J,ce)}A.stroke()}function _({context:A,place:F},L,q,R){let j=L.length/2;A.fillStyle=q;for(let W=0;W<j;W+=1){let[H,B]=F(L[W],L[j+W]);A.fillRect(H-R/2,B-R/2,R,R)}}
function N(){E.redraw()}function C(A){if(!c)return;let{context:F}=A,L=1-y.value,q=c.at(L,f);if(w.value&&(F.globalAlpha=.45,_(A,s,ae(o,"muted"),2),F.globalAlpha=
1),_(A,q,ae(o,"signal"),2.2),k.value){u??=P(Qr(l,Jr));let J=Math.round((1-L)*(u.length-1));F.globalAlpha=.55,O(A,u,ae(o,"noise"),1,J),F.globalAlpha=1}d??=P(Float32Array.
of(i.x,i.y)),O(A,d,ae(o,"accent"),2.5,d.length-1);let[R,j]=d[Math.round((1-L)*(d.length-1))];A.ring(R,j,5,ae(o,"accent"),ae(o,"accent")),A.ring(i.x,i.y,9,ae(o,"\
accent"),ae(o,"panel"));let{name:W,cost:H}=rt[a.solver],B=d[d.length-1];S.say(`${e.count} particles at t = ${L.toFixed(2)}. ${W} with ${a.steps} steps evaluates\
 the network ${H(a.steps)} times. The ringed particle ends at (${B[0].toFixed(2)}, ${B[1].toFixed(2)}).`),c.ahead(Zr)}$(),T(),E.follow(),Ge(o,N)}function Qr(t,e){
let o=t.length/2,n=new Float32Array(2*e);return n.set(t.subarray(0,e)),n.set(t.subarray(o,o+e),e),n}function nn(t,e,o){let[n,r]=[t.logSNR(1),t.logSNR(0)];return Array.from({length:e+1},(s,a)=>o==="time"?t.logSNR(1-a/e):n+(r-n)*a/e)}var it=(t,e,o,n)=>e.map((r,s)=>t*
r+o*n[s]);function on(t,e,o){let n=ie(o);return{image:it(1/n.signal,t,-n.noise/n.signal,e),noise:e}}function Fo(t,e,o){let n=ie(o);return{image:e,noise:it(1/n.noise,
t,-n.signal/n.noise,e)}}function rn({image:t,noise:e},o){let n=ie(o);return it(n.signal,t,n.noise,e)}function*at(t,e,o){return on(t,yield{noisy:t,level:e,image:o},
e)}function*St(t,e,o){let n=null;for(let r=0;r<o.length-1;r+=1){let s=yield*t(e,r,n);({image:n}=s),e=rn(s,o[r+1])}return{noisy:e,image:n}}function zr(t,e){return St(
(o,n,r)=>at(o,e[n],r),t,e)}function es(t,e){return St(function*(n,r,s){let a=yield*at(n,e[r],s);if(r===e.length-2)return a;let i=yield*at(rn(a,e[r+1]),e[r+1],a.
image);return on(n,it(.5,a.noise,.5,i.noise),e[r])},t,e)}function Eo(t,e){let o=null;return St(function*(r,s,a){let[i,l]=[yield*at(r,e[s],a),o];if(o=i.image,!l)
return i;let f=(e[s+1]-e[s])/(2*(e[s]-e[s-1]));return Fo(r,it(1+f,o,-f,l),e[s])},t,e)}function tn(t,e,{order:o,quantity:n,corrected:r=!1}){let s=n==="noise"?on:
Fo,a=[],i=t;return St(function*(f,c,u){let d=yield*at(f,e[c],u);if(a.unshift(d[n]),a.length=Math.min(a.length,r?o+1:o),r&&c>0){let h=$o(e,c-1,ko(c,c-o),n);f=rn(
s(i,So(h,a),e[c-1]),e[c])}i=f;let m=$o(e,c,ko(c,c-o+1),n);return s(f,So(m,a),e[c])},t,e)}function ko(t,e){return Array.from({length:t-Math.max(e,0)+1},(o,n)=>t-
n)}function So(t,e){return e[0].map((o,n)=>t.reduce((r,s,a)=>r+s*e[a][n],0))}function $o(t,e,o,n){let r=t[e+1]-t[e],s=Ao.map(({point:l})=>t[e]+r*(l+1)/2),a=s.map(
(l,f)=>Ao[f].weight*Math.exp((n==="noise"?-l:l)/2)),i=a.reduce((l,f)=>l+f);return o.map(l=>s.reduce((f,c,u)=>f+a[u]/i*o.reduce((d,m)=>m===l?d:d*((c-t[m])/(t[l]-
t[m])),1),0))}var Ao=Array.from({length:16},(t,e)=>{let n=Math.cos(Math.PI*(e+.75)/16.5),r=0;for(let s=0;s<8;s+=1){let[a,i]=[1,n];for(let l=2;l<=16;l+=1)[a,i]=[
i,((2*l-1)*n*i-(l-1)*a)/l];r=16*(n*i-a)/(n**2-1),n-=i/r}return{point:n,weight:2/((1-n**2)*r**2)}}),st=t=>t,sn={ddim:{run:zr,steps:st},heun:{run:es,steps:t=>Math.
floor((t+1)/2)},dpm_solver_pp:{run:Eo,steps:st},images:{steps:st,run:(t,e)=>tn(t,e,{order:2,quantity:"image"})},noises:{steps:st,run:(t,e)=>tn(t,e,{order:3,quantity:"\
noise"})},corrected:{steps:st,run:(t,e)=>tn(t,e,{order:3,quantity:"noise",corrected:!0})}};function To(t,e,o){return Eo(t,nn(e,o,"log_snr"))}function $t(t){return Object.keys(t).sort((e,o)=>t[e]-t[o])}function an(t){let e=t.length;if(e===0)return"–";let o=t.reduce((r,s)=>r+s)/e;if(e===1)return o.toFixed(
3);let n=t.reduce((r,s)=>r+(s-o)**2,0);return`${o.toFixed(3)} ± ${Math.sqrt(n/(e-1)/e).toFixed(3)}`}function No({found:t,names:e,seed:o,budget:n}){let r=$t(t),
s=a=>`${e[a]}, off by ${t[a].toFixed(3)}`;return`Noise ${o}, ${n} evaluations. Closest to the finish: ${s(r[0])}. Farthest: ${s(r[r.length-1])}.`}function Co(t,e,o){let{size:n,mean:r,std:s,names:a,budgets:i,seeds:l,distances:f}=e,c=Object.keys(a),u=3*n*n,d=Re(e),m=D=>xe(D,r,s),h={seed:e.seed,budget:e.budget,
spacing:e.spacing},v=new Map([[e.seed,ts(e)]]),y=new Map,b=null,p=null,k=0,w=(D,V)=>te=>{h[D]=V(te),Fe()},E=ee({label:"Network evaluations",value:String(h.budget),
options:i.map(D=>[String(D),String(D)]),onChange:w("budget",Number)}),S=ee({label:"Steps even in",value:h.spacing,options:[["log_snr","log-SNR"],["time","time"]],
onChange:w("spacing",String)}),$=G({label:"Noise",min:0,max:99,step:1,value:h.seed,format:D=>`seed ${D}`,onInput:w("seed",Number)}),x=ne({label:"Next noise",onClick:()=>{
$.value=(h.seed+1)%100}}),M=G({label:"Evaluations spent",min:1,max:h.budget,step:1,value:h.budget,onInput:H}),T=Ae(o,M,{label:"Play again",seconds:3}),P=X(),O=Oe(
o,d,e,P,{label:"Race",again:"Race again",opening:`${N(_(e.seed))} This race is recorded.`,onReady:Fe,onLost:()=>{k+=1}});function _(D){let[V,te]=[f[h.spacing][h.
budget],l.indexOf(D)];return Object.fromEntries(c.map(U=>[U,V[U][te]]))}function N(D){return No({...h,found:D,names:a})}let C=D=>{let V=Z({title:D,label:D,width:n,
height:n}),te=g("span",{class:"ff-note"});return{...V,note:te,element:g("div",{},V.element,te)}},[A,F]=[C("the noise"),C("the finish")],L=Object.fromEntries(c.map(
D=>[D,C(a[D])])),q=g("table",{class:"ff-standing"});t.append(K(M,T),K(E,S),g("div",{class:"ff-race"},...[A,...Object.values(L),F].map(D=>D.element)),P.element,g(
"div",{class:"ff-controls ff-gap"},O.action,$.element,x,O.processor.element,O.bar),q);let[R,j]=[D=>{o.dataset.state=D},(D,V)=>{D.note.textContent=V}],W=()=>`${h.
spacing} ${h.budget}`;function H(){if(!b)return;let D=M.value===Number(M.input.max)&&!b.running,V=b.found&&$t(b.found);for(let U of c){let re=b.frames[U],Q=Math.
min(M.value-b.first,re.length-1);if(Q<0)continue;L[U].draw(re[Q]);let oe=b.first+Q;j(L[U],D&&V?`${V.indexOf(U)+1}. off by ${b.found[U].toFixed(3)}`:`after ${oe}`),
L[U].describe(`${a[U]} after ${oe} evaluations`)}let te=v.get(h.seed);te&&F.draw(m(te))}function B(){let D=b?.found,V=[...y.get(W())?.values()??[]],te=f[h.spacing][h.
budget],U=["","this noise",V.length>1?`your ${V.length} noises`:"your noise",`recorded, ${l.length} noises`],re=(D?$t(D):c).map(Q=>[a[Q],D?D[Q].toFixed(3):"–",
an(V.map(oe=>oe[Q])),an(te[Q])]);q.replaceChildren(g("caption",{},`Distance from the finish, ${h.budget} evaluations, steps even in ${h.spacing==="time"?"time":
"log-SNR"}: mean ± standard error`),g("thead",{},g("tr",{},...U.map(Q=>Q?g("th",{scope:"col"},Q):g("td")))),g("tbody",{},...re.map(([Q,...oe])=>g("tr",{},g("th",
{scope:"row"},Q),...oe.map(Me=>g("td",{},Me))))))}function J(){if(!p)return;let{budget:D,spacing:V}=h,te=D===e.budget&&V===e.spacing,U=i.indexOf(D)+(V==="time"?
i.length:0),re=(oe,Me,pe)=>fe(oe,Me*n,pe*n,n,n),Q=oe=>Math.min(D,oe==="heun"?2*sn.heun.steps(D)-1:D);b={first:te?1:D,frames:Object.fromEntries(c.map((oe,Me)=>[oe,
te?Array.from({length:Q(oe)},(pe,Te)=>re(p.walk,Te,Me)):[re(p.ends,U,Me)]])),found:_(e.seed)},ce(D)}function ce(D){M.limits(b.first,Math.max(D,b.first),D),M.input.
disabled=T.disabled=D<=b.first,H()}let $e=0;function Fe(){k+=1,clearTimeout($e),d.ready?$e=setTimeout(Ee,200):(J(),P.say(`${N(_(e.seed))} This race is recorded.\
 ${O.problem}`)),A.draw(m(Y(h.seed,u))),B()}async function Ee(){let D=k+=1,{seed:V,budget:te,spacing:U}=h,re=Y(V,u),[Q,oe,Me]=[0,0,""],pe=async({noisy:he,level:qe})=>{
let je=await d.predict(he,ie(qe));if(D!==k)throw new ln;return Q+=je.seconds,oe+=1,Me=je.where,je.noise},Te={first:1,frames:Object.fromEntries(c.map(he=>[he,[]])),
running:!0};b=Te;for(let he of c)L[he].draw(m(new Float32Array(u))),j(L[he],"");F.draw(m(v.get(V)??new Float32Array(u))),j(F,""),B(),R("racing");try{let he=Object.
fromEntries(c.map(ue=>{let{run:ge,steps:we}=sn[ue],I=ge(re,nn(d.schedule,we(te),U));return[ue,{walk:I,at:I.next()}]})),qe=await pe(he[c[0]].at.value);for(let ue=1;ue<=
te;ue+=1){for(let ge of c){let we=he[ge];we.at.done||(we.at=we.walk.next(ue===1?qe:await pe(we.at.value)),Te.frames[ge].push(m(we.at.value.image)),ce(ue))}P.say(
`Evaluation ${ue} of ${te} in each lane.`)}if(!v.has(V)){let ue=To(re,d.schedule,e.finish_evaluations),ge=ue.next();for(let we=1;!ge.done;we+=1)ge=ue.next(await pe(
ge.value)),F.draw(m(ge.value.image)),j(F,`${we} of ${e.finish_evaluations}`),P.say(`Solving finely to find the finish: ${we} of ${e.finish_evaluations}.`);v.set(
V,ge.value.image),j(F,"")}let je=v.get(V);Te.found=Object.fromEntries(c.map(ue=>[ue,ft(he[ue].at.value.image,je)]))}catch(he){if(D!==k)return;P.say(`The network\
 stopped: ${he.message}`),R("failed");return}Te.running=!1,y.has(W())||y.set(W(),new Map),y.get(W()).set(V,Te.found),ce(te),B(),P.say(`${N(Te.found)} ${(Q/oe).toFixed(
2)} s a network evaluation here, ${Me}.`),o.dataset.seconds=(Q/oe).toFixed(4),R("done")}function Ce(){$.input.disabled=x.disabled=!d.ready}d.onChange(Ce),Ce(),A.
draw(m(Y(h.seed,u))),B(),Promise.all([le(me(o)),le(e.ends)]).then(([D,V])=>{p={walk:D,ends:V},b||J(),B(),o.dataset.recorded="ready"})}var ln=class extends Error{};
function ts({finish:t,finish_unit:e}){let o=se(t),n=new DataView(o.buffer);return Float32Array.from({length:o.length/2},(r,s)=>n.getInt16(2*s,!0)*e)}function Lo(t,e,o){let{size:n,runs:r,mean:s,std:a}=e,i=Se(e.schedule.kind,e.schedule.options),l=xe(Y(e.seed,3*n*n),s,a),f=xe(new Float32Array(3*n*n),s,a),c=S=>[
...new Set(r.map($=>$[S]))].map(String),{steps:u,eta:d}=r[e.open],m=null,h=S=>c(S).map($=>[$,$]),v=ee({label:"Steps",options:h("steps"),value:String(u),onChange(S){
let $=b.value/u;u=Number(S),b.limits(0,u,Math.round($*u)),E()}}),y=ee({label:"η",options:h("eta"),value:String(d),onChange(S){d=Number(S),E()}}),b=G({label:"St\
ep",min:0,max:u,step:1,value:0,format:S=>`${S} of ${u}`,onInput:E}),p=Z({label:"The noisy image",title:"Noisy image",width:n,height:n}),k=Z({label:"The predicte\
d image",title:"Predicted image",width:n,height:n}),w=X();t.append(K(v,y,b,Ae(o,b,{seconds:5})),g("div",{class:"ff-columns ff-pair ff-grow"},p.element,k.element),
w.element);function E(){let S=b.value,$=r.findIndex(P=>P.steps===u&&P.eta===d),x=Ie(u)[S];if(S===0)p.draw(l),k.draw(f);else if(m){let P=[(S-1)*n,$*n,n,n];p.draw(
Je(m.noisy,...P)),k.draw(fe(m.predicted,...P))}let{signal:M,noise:T}=i.rates(x);p.describe(`The noisy image after step ${S} of ${u}`),k.describe(S?`The predicte\
d image of step ${S} of ${u}`:"No image has been predicted yet"),w.say(S===0?"Pure noise, at t = 1; nothing has been predicted yet.":`Step ${S} of ${u} led to t\
 = ${x.toFixed(2)}: signal rate ${M.toFixed(2)}, noise rate ${T.toFixed(2)}.`)}E(),Promise.all([le(e.noisy),le(me(o))]).then(([S,$])=>{m={noisy:S,predicted:$},o.
dataset.state="ready",b.value=b.value===0?Math.round(u/2):b.value})}function Io(t,e,o,n){let r=ns(o),s=[t,e].map(l=>os(l,o,r)),a={fid:[],kid:[]},i=0;for(let l of n){for(let f of s)for(let c=i;c<l;c+=1)f.add(c);i=l,a.fid.push(ss(
...s.map(f=>f.gaussian(l)),o)),a.kid.push(rs(...s,l))}return a}function ns(t){let e=[];for(let o=0;o<=t;o+=1)for(let n=o;n<=t;n+=1)for(let r=n;r<=t;r+=1){let s=new Set(
[o,n,r]).size;e.push([o,n,r,Math.sqrt([1,3,6][s-1])])}return e}function os(t,e,o){let n=new Float64Array(e),r=new Float64Array(e*e),s=new Float64Array(o.length),
a=0,i=new Float64Array(e+1),l=1/Math.sqrt(e);return i[0]=1,{kernel:s,get self(){return a},add(f){let c=f*e;for(let u=0;u<e;u+=1){n[u]+=t[c+u],i[u+1]=l*t[c+u];for(let d=0;d<
e;d+=1)r[u*e+d]+=t[c+u]*t[c+d]}for(let u=0;u<o.length;u+=1){let[d,m,h,v]=o[u],y=v*i[d]*i[m]*i[h];s[u]+=y,a+=y*y}},gaussian(f){let c=n.map(d=>d/f),u=r.map((d,m)=>(d-
f*c[Math.floor(m/e)]*c[m%e])/(f-1));return{centre:c,covariance:u}}}}function Po(t,e){return t.reduce((o,n,r)=>o+n*e[r],0)}function rs(t,e,o){let n=r=>(Po(r.kernel,
r.kernel)-r.self)/(o*(o-1));return n(t)+n(e)-2*Po(t.kernel,e.kernel)/o**2}function ss(t,e,o){let n=as(t.covariance,o),r=(l,f)=>{let c=0;for(let u=l;u<o;u+=1)for(let d=f;d<
o;d+=1)c+=n[u*o+l]*e.covariance[u*o+d]*n[d*o+f];return c},s=Float64Array.from({length:o*o},(l,f)=>r(Math.floor(f/o),f%o)),i=-2*is(s,o).map(l=>Math.sqrt(Math.max(
l,0))).reduce((l,f)=>l+f,0);for(let l=0;l<o;l+=1)i+=(t.centre[l]-e.centre[l])**2,i+=t.covariance[l*o+l]+e.covariance[l*o+l];return i}function as(t,e){let o=new Float64Array(
e*e);for(let n=0;n<e;n+=1)for(let r=0;r<=n;r+=1){let s=t[n*e+r];for(let a=0;a<r;a+=1)s-=o[n*e+a]*o[r*e+a];o[n*e+r]=n===r?Math.sqrt(s):s/o[r*e+r]}return o}function is(t,e){
let o=Float64Array.from(t);for(let n=0;n<12;n+=1)for(let r=0;r<e;r+=1)for(let s=r+1;s<e;s+=1){let a=o[r*e+s];if(Math.abs(a)<1e-14)continue;let i=.5*Math.atan2(2*
a,o[s*e+s]-o[r*e+r]),[l,f]=[Math.cos(i),Math.sin(i)];for(let[c,u]of[[1,e],[e,1]])for(let d=0;d<e;d+=1){let[m,h]=[r*u+d*c,s*u+d*c],[v,y]=[o[m],o[h]];o[m]=l*v-f*y,
o[h]=f*v+l*y}}return Array.from({length:e},(n,r)=>o[r*e+r])}function Ro(t,e){let o=t.map(a=>1/a),[n,r]=[o,e].map(a=>a.reduce((i,l)=>i+l)/a.length),s=o.reduce((a,i,l)=>a+
(i-n)*(e[l]-r),0)/o.reduce((a,i)=>a+(i-n)**2,0);return{end:r-s*n,slope:s}}var cn={fid:"FID",kid:"KID"},ls={fid:2,kid:3};function Oo(t,e,o){let{sizes:n,draws:r}=e,s=new Map,a=0,i=ee({label:"The second set",value:"0",options:[["0","from\
 the same source"],[String(e.shift),"from a shifted source"]],onChange:v}),l=ee({label:"Features",value:String(e.opens),options:e.features.map(y=>[String(y),String(
y)]),onChange:v}),f=G({label:"Pictures in each set",min:0,max:n.length-1,step:1,value:0,format:y=>n[y].toLocaleString("en"),onInput:v}),c=ne({label:"Draw again",
onClick:()=>{a+=1,v()}}),u=y=>de({label:`${cn[y]} by the number of pictures`,title:cn[y],height:210,x:[-1.06/n[0],0],y:e.limits[y],xTicks:e.ticks.map(b=>-1/b).concat(
0),xLabel:"Pictures",formatX:b=>b<0?String(Math.round(-1/b)):"∞"}),d={fid:u("fid"),kid:u("kid")},m=X();t.append(K(i,l,c),K(f),g("div",{class:"ff-columns ff-tw\
o"},d.fid.element,d.kid.element),ke([["leaf","mean of all draws"],["noise","one draw"],["ink","the truth",!0],["petal","FID's line to infinitely many",!0]]),m.element);
function h(){let y=[l.value,i.value,a].join();return s.has(y)||s.set(y,Array.from({length:r},(b,p)=>cs(1+a*r+p,Number(l.value),Number(i.value),n))),s.get(y)}function v(){
let y=h(),b=f.value,p=[];for(let[k,w]of Object.entries(d)){let E=e.truth[l.value][i.value][k],S=n.map((N,C)=>us(y.map(A=>A[k][C]))),$=y.map(N=>N[k][b]).sort((N,C)=>N-
C),x=N=>N.map((C,A)=>[-1/n[A],C]),M=[{points:[[-1.06/n[0],E],[0,E]],colour:"ink",dash:!0,width:1.5},{points:x(S),colour:"leaf",width:3}],T=Ro(n,S);k==="fid"&&M.
splice(1,0,{points:[[-1/n[0],T.end+T.slope/n[0]],[0,T.end]],colour:"petal",dash:!0}),w.update({lines:M,marks:$.map((N,C)=>({x:-1/n[b]+fs(C)/n[0],y:N,colour:"noi\
se",size:3.5}))});let[P,O]=[$[Math.floor(r/10)],$[r-1-Math.floor(r/10)]],_=N=>ds(N,ls[k]);p.push(`${cn[k]}: ${_(S[b])} on average, four draws in five from ${_(P)}\
 to ${_(O)}; the truth is ${_(E)}${k==="fid"?`, the line ends at ${_(T.end)}`:""}.`)}m.say(p.join(" "))}v(),o.dataset.state="ready"}function cs(t,e,o,n){let r=e*
n[n.length-1],s=Y(t,2*r),a=s.slice(r).map(i=>i+o);return Io(s.subarray(0,r),a,e,n)}function us(t){return t.reduce((e,o)=>e+o,0)/t.length}function fs(t){return(t*
7%11/10-.5)*.05}function ds(t,e){let o=t.toFixed(e);return(Number(o)===0?0 .toFixed(e):o).replace("-","−")}var _o={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},ms=.1,hs=5,ps=0;function Bo(t,e,{reach:o,onPoint:n,onBack:r}){let{canvas:s}=e,a=g("p",
{class:"ff-hidden","aria-live":"polite"}),i=g("p",{class:"ff-hint",id:`ff-hint-${ps+=1}`},"Arrow keys move the cross, with Shift faster. Space puts a point, Ent\
er draws a line to it, Backspace takes the last stroke back.");for(let[u,d]of Object.entries({tabindex:0,role:"application","aria-roledescription":"drawing boar\
d","aria-describedby":i.id}))s.setAttribute(u,d);let l=[0,0],f=0;function c(u){clearTimeout(f),f=setTimeout(()=>{a.textContent=u},300)}return s.addEventListener(
"keydown",u=>{if(!(u.altKey||u.ctrlKey||u.metaKey)){if(_o[u.key]){let d=ms*(u.shiftKey?hs:1);l=l.map((m,h)=>{let v=Math.round(100*(m+d*_o[u.key][h]))/100;return Math.
min(Math.max(v,-o),o)}),c(gs(l))}else if(u.key===" "||u.key==="Enter")c(n(l,u.key==="Enter"));else if(u.key==="Backspace")c(r());else return;u.preventDefault(),
e.redraw()}}),s.addEventListener("focus",e.redraw),s.addEventListener("blur",e.redraw),{element:a,hint:i,draw(u){if(!s.matches(":focus-visible"))return;let[d,m]=u.
place(...l);u.context.strokeStyle=ae(t,"accent"),u.context.lineWidth=2,u.context.beginPath(),u.context.moveTo(d-12,m),u.context.lineTo(d+12,m),u.context.moveTo(
d,m-12),u.context.lineTo(d,m+12),u.context.stroke()}}}function gs([t,e]){let o=(n,r,s)=>n===0?"in the middle":`${Math.abs(n)} ${n>0?r:s}`;return t===0&&e===0?"M\
iddle":`${o(t,"right","left")}, ${o(e,"up","down")}`}function Do(t,e=150){let o=Math.max(1,Math.ceil(t.length/e)),n=[];for(let r=0;r<t.length;r+=o){let s=t.slice(r,r+o).filter(Number.isFinite);if(!s.length)continue;
let a=s.reduce((i,l)=>i+l,0)/s.length;n.push([r+s.length,Math.log10(Math.max(a,1e-12))])}return n}function un(t){let e=t.length?t.map(([,c])=>c):[-.5,0],[o,n]=[
Math.min(...e),Math.max(...e)],r=Math.max(.03,.15-(n-o)/2),[s,a]=[o-r,n+r],i=a-s,l=i<.4?[1,1.2,1.5,2,2.5,3,4,5,6,7,8,9]:i<1?[1,1.5,2,3,5,7]:i<2?[1,2,5]:[1],f=[];
for(let c=Math.floor(s);c<=a;c+=Math.ceil(i/7))for(let u of l){let d=c+Math.log10(u);d>=s&&d<=a&&f.push(d)}return{y:[s,a],yTicks:f}}var fn=(t,e=2)=>{let o=10**t;
return o<1e4&&o>=.001?String(Number(o.toPrecision(e))):o.toExponential(0)};function dn(t){let e=t.slice(-50);return e.length?e.reduce((o,n)=>o+n,0)/e.length:0}function hn(t,e,o,n=120){return Array.from({length:n+1},(r,s)=>t(e+(o-e)*s/n))}var mn=(t,e,o,n,r,s)=>hn(a=>[t+o*Math.cos(a),e+n*Math.sin(a)],r,s);function ws(){
return[hn(t=>[1.6*Math.sin(t)**3,(13*Math.cos(t)-5*Math.cos(2*t)-2*Math.cos(3*t)-Math.cos(4*t))/10+.2],0,2*Math.PI,240)]}function ys(){return[mn(-.5,-.25,1,1.1,
0,Math.PI),mn(.5,.25,1,1.1,Math.PI,2*Math.PI)]}function bs(){return[hn(t=>[.17*t*Math.cos(t),.17*t*Math.sin(t)],1,3.2*Math.PI,240)]}function xs(){let t=e=>[[[e,
.15],[e,1.65]],mn(e,.9,1.1,.75,-Math.PI/2,Math.PI/2)];return[...t(-1.5),...t(.4),[[-.95,-1.65],[-.95,-.15]],[[.4,-1.65],[.4,-.15],[.95,-1.1],[1.5,-.15],[1.5,-1.65]]]}
function vs(t,e){let o=new Float32Array(2*t);for(let n=0;n<t;n+=1){let r=2*Math.PI*be(e,3*n),s=.55*Math.sqrt(be(e,3*n+1)),a=be(e,3*n+2)<.5?-1:1;o[2*n]=a+s*Math.
cos(r),o[2*n+1]=.6*a+s*Math.sin(r)}return o}function pn(t,e,o,n=.03){let r=t.flatMap(f=>f.length>1?f.slice(1).map((c,u)=>[f[u],c]):[[f[0],f[0]]]),s=0,a=r.map(([
[f,c],[u,d]])=>s+=Math.hypot(u-f,d-c)+1e-6),i=Y(o,2*e),l=new Float32Array(2*e);for(let f=0;f<e;f+=1){let c=s*be(o,2*e+f),u=a.findIndex(b=>c<=b),[[d,m],[h,v]]=r[u],
y=(a[u]-c)/(a[u]-(a[u-1]??0));l[2*f]=h+y*(d-h)+n*i[2*f],l[2*f+1]=v+y*(m-v)+n*i[2*f+1]}return l}function qo(t,e,o,n,r){let s=0,a=Array.from(t,l=>s+=l),i=new Float32Array(
2*o);for(let l=0;l<o;l+=1){let f=s*be(n,3*l),c=a.findIndex(m=>f<=m),u=c%e+be(n,3*l+1),d=Math.floor(c/e)+be(n,3*l+2);i[2*l]=r*(2*u/e-1),i[2*l+1]=r*(1-2*d/e)}return i}
var jo={heart:ws,moons:ys,spiral:bs,letters:xs},gl=[...Object.keys(jo),"discs"];function Wo(t,e,o){return t==="discs"?vs(e,o):pn(jo[t](),e,o)}function Uo(t,e,o){
let n=0;for(let r=0;r<t.length;r+=2)for(let s=0;s<e.length;s+=2){let[a,i]=[t[r]-e[s],t[r+1]-e[s+1]];if(a*a+i*i<=o*o){n+=1;break}}return 2*n/t.length}var Ho=`(()=>{var ge={noise:({signal:e,noise:o})=>e/o,image:()=>1,velocity:({noise:e})=>1/e,flow:({signal:e,noise:o})=>1+e/o};function te(e,o,n,t,r){let s=e.len\
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
`;var ks={noise:({signal:t,noise:e})=>t/e,image:()=>1,velocity:({noise:t})=>1/t,flow:({signal:t,noise:e})=>1+t/e};function Go(t,e,o,n,r){let s=t.length/2,a=new Float64Array(
s),i=[0,1].map(d=>Array.from(a.keys()).sort((m,h)=>t[2*m+d]-t[2*h+d]));function l(d,m,{signal:h,noise:v}){let y=1/0;for(let p=0;p<s;p+=1){let[k,w]=[d-h*t[2*p],m-
h*t[2*p+1]];a[p]=(k*k+w*w)/(2*v*v),y=Math.min(y,a[p])}let b=0;for(let p=0;p<s;p+=1)b+=a[p]=Math.exp(y-a[p]);return b}let f=(d,m)=>a.reduce((h,v,y)=>h+v*t[2*y+d],
0)/m,c=(d,m)=>{let h=0,v=i[d].find(y=>(h+=a[y])>=m/2);return t[2*v+d]},u=0;return r.times.forEach((d,m)=>{let h=e.rates(d),v=[0,1].map(b=>h.signal*r.images[2*m+
b]+h.noise*r.noise[2*m+b]),y=l(...v,h);for(let b of[0,1]){let p=n==="mse"?f(b,y):c(b,y),k=ks[o](h)*(p-r.images[2*m+b]);u+=n==="mse"?k*k:Math.abs(k)}}),u/(2*r.times.
length)}function Yo(t,{beta1:e=.9,beta2:o=.999,epsilon:n=1e-8}={}){let[r,s]=[new Float64Array(t),new Float64Array(t)],a=0;return{step(i,l,f){a+=1;let c=f/(1-e**a),u=1/Math.
sqrt(1-o**a);for(let d=0;d<t;d+=1){let m=l[d];r[d]+=(1-e)*(m-r[d]),s[d]+=(1-o)*(m*m-s[d]),i[d]-=c*r[d]/(Math.sqrt(s[d])*u+n)}}}}function Ko(t,e){let o=t.slice(),
n=0;return{parameters:o,update(r){let s=Math.min(e,(1+n)/(10+n));n+=1;for(let a=0;a<o.length;a+=1)o[a]+=(1-s)*(r[a]-o[a])}}}function lt(t,e=null){let o=t.slice(1).map((l,f)=>({inputs:t[f],outputs:l})),n=o.reduce((l,{inputs:f,outputs:c})=>l+(f+1)*c,0),r=e??new Float64Array(n),s=0,a=l=>r.
subarray(s,s+=l),i=o.map(({inputs:l,outputs:f})=>({inputs:l,outputs:f,weight:a(l*f),bias:a(f)}));return{widths:t,layers:i,parameters:r}}function Xo(t){return t.
map(e=>{let[o,n,r]=[0,1,2].map(()=>new Float64Array(64*e));return{width:e,values:o,slopes:n,errors:r}})}function wn(t,e,o,n,r=null,s=null){let[a,i]=[e[0],e[e.length-
1]],l=o.length/a.width;for(let f=0;f<l;f+=64){let c=Math.min(64,l-f);a.values.set(o.subarray(f*a.width,(f+c)*a.width)),Ss(t,e,c),n.set(i.values.subarray(0,c*i.width),
f*i.width),s&&(s(f,c,i.values,i.errors),As(t,r,e,c))}return n}function Ss({layers:t},e,o){t.forEach(({inputs:n,outputs:r,weight:s,bias:a},i)=>{let[l,f]=[e[i],e[i+
1]];Fs(f.values,a,o),gn(f.values,o,r,n,l.values,n,1,s,n,1),i<t.length-1&&$s(f.values,f.slopes,o*r)})}function $s(t,e,o){for(let n=0;n<o;n+=1){let r=t[n],s=1/(1+
Math.exp(-r));t[n]=r*s,e[n]=s*(1+r*(1-s))}}function As({layers:t},e,o,n){for(let r=t.length-1;r>=0;r-=1){let{inputs:s,outputs:a,weight:i}=t[r],[l,f]=[o[r],o[r+1]],
c=e.layers[r];if(gn(c.weight,a,s,n,f.errors,1,a,l.values,1,s),Es(c.bias,f.errors,n),r===0)return;l.errors.fill(0,0,n*s),gn(l.errors,n,s,a,f.errors,a,1,i,1,s),Ts(
l.errors,l.slopes,n*s)}}function Fs(t,e,o){for(let n=0,r=0;n<o;n+=1)for(let s=0;s<e.length;s+=1,r+=1)t[r]=e[s]}function Es(t,e,o){for(let n=0,r=0;n<o;n+=1)for(let s=0;s<
t.length;s+=1,r+=1)t[s]+=e[r]}function Ts(t,e,o){for(let n=0;n<o;n+=1)t[n]*=e[n]}function gn(t,e,o,n,r,s,a,i,l,f){let c=e-e%4,u=o-o%4;for(let d=0;d<c;d+=4)for(let m=0;m<
u;m+=4){let h=0,v=0,y=0,b=0,p=0,k=0,w=0,E=0,S=0,$=0,x=0,M=0,T=0,P=0,O=0,_=0,N=d*s,C=m*l;for(let F=0;F<n;F+=1){let L=i[C],q=i[C+l],R=i[C+2*l],j=i[C+3*l],W=r[N],H=r[N+
s],B=r[N+2*s],J=r[N+3*s];h+=W*L,v+=W*q,y+=W*R,b+=W*j,p+=H*L,k+=H*q,w+=H*R,E+=H*j,S+=B*L,$+=B*q,x+=B*R,M+=B*j,T+=J*L,P+=J*q,O+=J*R,_+=J*j,N+=a,C+=f}let A=d*o+m;t[A]+=
h,t[A+1]+=v,t[A+2]+=y,t[A+3]+=b,A+=o,t[A]+=p,t[A+1]+=k,t[A+2]+=w,t[A+3]+=E,A+=o,t[A]+=S,t[A+1]+=$,t[A+2]+=x,t[A+3]+=M,A+=o,t[A]+=T,t[A+1]+=P,t[A+2]+=O,t[A+3]+=_}
for(let d=0;d<e;d+=1)for(let m=d<c?u:0;m<o;m+=1){let h=0;for(let v=0;v<n;v+=1)h+=r[d*s+v*a]*i[m*l+v*f];t[d*o+m]+=h}}var At={dim:14,lowest:.25,highest:32},De=[2+At.dim,64,64,64,2],Be=256,Ns=.995,Cs={noise:(t,e)=>e,image:t=>t,velocity:(t,e,{signal:o,noise:n})=>o*e-n*t,flow:(t,e)=>e-
t},Ls={mse:{error:t=>t*t,slope:t=>2*t},mae:{error:Math.abs,slope:Math.sign}};function Ft(t){let e=t.length/2,o=[0,0];t.forEach((r,s)=>{o[s%2]+=r/e});let n=t.reduce(
(r,s,a)=>r+(s-o[a%2])**2,0);return{mean:o,spread:Math.sqrt(n/t.length)||1}}function yn(t,{mean:e,spread:o}){return t.map((n,r)=>(n-e[r%2])/o)}function Et(t,{mean:e,
spread:o}){return t.map((n,r)=>n*o+e[r%2])}function Ps(t){let e=lt(De),o=0;for(let{inputs:n,weight:r,bias:s}of e.layers.slice(0,-1))for(let a of[r,s])for(let i=0;i<
a.length;i+=1)a[i]=(2*be(t,o)-1)/Math.sqrt(n),o+=1;return e.parameters}function Vo(t,e){let{kind:o,options:n}=e.schedule,r=Se(o,n),s=mt(e.target),a=Cs[e.target],
{error:i,slope:l}=Ls[e.loss],c=vt(At.dim,At.lowest,At.highest).map(M=>Math.fround(2*Math.PI*M)),u=lt(De,e.parameters??Ps(e.seed)),d=lt(De),m=Yo(u.parameters.length),
h=Ko(u.parameters,Ns),v=lt(De,h.parameters),y=Xo(De),b=Ft(t),p=yn(t,b),k=0;function w(M,T,P,O,_){let N=T*De[0];M[N]=P,M[N+1]=O;for(let C=0;C<c.length;C+=1){let A=Math.
fround(Math.fround(_)*c[C]);M[N+2+C]=Math.sin(A),M[N+2+c.length+C]=Math.cos(A)}}function E(M){let T=M.times.length,P=new Float64Array(T*De[0]),O=new Float64Array(
2*T);for(let N=0;N<T;N+=1){let C=r.rates(M.times[N]),[A,F]=[2*N,2*N+1];w(P,N,C.signal*M.images[A]+C.noise*M.noise[A],C.signal*M.images[F]+C.noise*M.noise[F],C.noise**
2),O[A]=a(M.images[A],M.noise[A],C),O[F]=a(M.images[F],M.noise[F],C)}let _=0;return d.parameters.fill(0),wn(u,y,P,new Float64Array(2*T),d,(N,C,A,F)=>{for(let L=0;L<
2*C;L+=1){let q=A[L]-O[2*N+L];_+=i(q)/(2*T),F[L]=l(q)/(2*T)}}),_}function S(M){let T=Qe(e.seed,M+65536),P=p.length/2,O={images:new Float64Array(2*Be),noise:Y(T,
2*Be),times:new Float64Array(Be)};for(let _=0;_<Be;_+=1){let N=2*Math.floor(P*be(T,4*Be+_));O.images[2*_]=p[N],O.images[2*_+1]=p[N+1],O.times[_]=be(T,5*Be+_)}return O}
function $(M,T,P){let O=T.length/2,_=new Float64Array(O*De[0]);for(let C=0;C<O;C+=1)w(_,C,T[2*C],T[2*C+1],P.noise**2);let N=wn(M,y,_,new Float64Array(T.length));
return s(N,T,P)}let x=M=>M?v:u;return{network:u,gradient:d,average:h,drawBatch:S,lossAndGradient:E,get steps(){return k},step(M=e.rate){let T=E(S(k));return Number.
isFinite(T)&&(m.step(u.parameters,d.parameters,M),h.update(u.parameters),k+=1),T},learnFrom(M){b=Ft(M),p=yn(M,b)},best(){return Array.from({length:12},(P,O)=>Go(
p,r,e.target,e.loss,{...S(1e6+O),times:Float64Array.from({length:Be},(_,N)=>(N+(O+.5)/12)/Be)})).reduce((P,O)=>P+O,0)/12},sample({count:M,steps:T=20,seed:P=1,smooth:O=!0}){
let _=Ie(T),N=Float64Array.from(Y(P,2*M)),C=N;for(let A=0;A<T;A+=1){let[F,L]=[r.rates(_[A]),r.rates(_[A+1])];({image:C,noisy:N}=Ke(N,$(x(O),N,F),F,L))}return Et(
C,b)},guess(M,{t:T,smooth:P=!0}){let O=r.rates(T),_=yn(M,b),N=$(x(P),_,O),C=_.map((A,F)=>(A-O.noise*N[F])/O.signal);return Et(C,b)}}}var Jo=100,Is=.25,Rs=3e4;function Zo(t,{slice:e=50,later:o=n=>setTimeout(n,0)}={}){let n=null,r={},s={},a=0,i=!1,l=!1,f=!0,c=[],u=0,d=0,m=0,h=0,v=0,y={},b=()=>!f||
n.steps>=Rs;function p(S,$=1/0){let x=performance.now(),M=0;for(;M<$&&f&&performance.now()<S;){let T=n.step(s.rate);c.push(T),f=Number.isFinite(T),M+=1}u+=performance.
now()-x,d+=M,b()&&(i=!1)}function k({samples:S=!1,arrows:$=S}={}){let x={...y,begun:a,steps:n.steps,finite:f,ended:b(),losses:Float32Array.from(c),rate:u>0?1e3*
d/u:0},{count:M,length:T,seed:P,places:O,t:_}=r,N=s.average;if($&&(x.arrows=n.guess(O,{t:_,smooth:N})),S&&n.steps>0){let C=performance.now();x.samples=n.sample(
{count:M,steps:T,seed:P,smooth:N}),m=performance.now(),h=m-C}[c,y]=[[],{}],u>2e3&&([u,d]=[u/2,d/2]),t(x),v=performance.now()}function w(){if(l=!1,!i)return;p(performance.
now()+e);let S=performance.now(),$=!i||S-m>Math.max(2*Jo,h/Is);($||S-v>Jo)&&k({samples:$,arrows:!0}),E()}function E(){!i||l||(l=!0,o(w))}return{begin(S){({number:a,
settings:s,view:r}=S),n=Vo(S.points,s),[i,f,c,u,d]=[!1,!0,[],0,0],y={best:n.best()},k({samples:!0})},learnFrom({points:S}){n.learnFrom(S),y={best:n.best()},i||k(
{samples:!0})},change(S){s={...s,...S},i||k({samples:!0})},look(S){r={...r,...S},k({arrows:!0,samples:!("t"in S)})},run({on:S}){i=S&&!b(),i||k({samples:!0}),E()},
step({count:S=1}){p(1/0,S),k({samples:!0})}}}function Qo(t,e){let o=null,n=null,r=!1,s=[],a=()=>{n=Zo(t,{slice:12});for(let{order:i,...l}of s.splice(0))n[i](l)};try{o=e(),o.onmessage=({data:i})=>{r=!0,s.length=
0,i.ready||t(i)},o.onerror=i=>{if(i.preventDefault?.(),r)throw new Error(i.message);a()}}catch{a()}return{get inWorker(){return n===null},ask(i,l={}){return n?n[i](
l):(r||s.push({order:i,...l}),o.postMessage({order:i,...l}))}}}var Nt=2.2,zo=1.9,Tt=600,er=400,Os=.15,_s=1e3,tr=[["heart","Heart"],["moons","Two moons"],["spiral","Spiral"],["discs","Two discs"],["letters","DDIM"],["picture",
"A painted flower"],["drawing","What I draw"]],nr={cosine:{name:"Cosine",kind:"cosine",options:{max_signal_rate:.999}},short:{name:"Cosine, ends as for pictures",
kind:"cosine",options:{}},linear:{name:"Linear β",kind:"linear",options:{}},log_snr:{name:"Straight log-SNR",kind:"log_snr",options:{start:6,end:-6}},rectified_flow:{
name:"Rectified flow",kind:"rectified_flow",options:{}}},Bs=[["noise","Noise"],["image","Image"],["velocity","Velocity"],["flow","Flow (noise − image)"]],Ds=[
["mse","Squared (MSE)"],["mae","Absolute (MAE)"]],or=Float64Array.from({length:450},(t,e)=>{let o=e>>1;return Nt*(2*((e%2?Math.floor(o/15):o%15)+.5)/15-1)});function qs(){
return new Worker(URL.createObjectURL(new Blob([Ho],{type:"text/javascript"})))}function rr(t,e,o){let n={schedule:"cosine",target:"noise",loss:"mse",power:-2,average:!0,
seed:e.seed},r={size:e.picture.size,ink:se(e.picture.ink)},s=js(e.picture),a=[],i=new Float32Array(0),l=null,f=0,c=!1,u=!1,d={steps:0,finite:!0,rate:0},m=[],h=null,
v=null,y=0,b=null,p=ee({label:"Points",options:tr,value:e.shape,onChange:H}),k=ne({label:"Clear",onClick:()=>{p.value="drawing"}}),w=ne({label:"Train",onClick:()=>u?
Me():oe()}),E=ne({label:"One step",onClick:()=>{re()&&U("step")}}),S=ne({label:"Start again",onClick:pe}),$=G({label:"Learning rate",min:-4,max:0,step:.5,value:n.
power,format:I=>String(Number((10**I).toPrecision(1))),onInput(I){n.power=I,c&&U("change",{rate:10**I})}}),x=Ze({label:"Average the weights",value:!0,onChange(I){
n.average=I,c&&U("change",{average:I})}}),M=I=>z=>{n[I]=z,pe()},T=ee({label:"Schedule",value:n.schedule,options:Object.entries(nr).map(([I,{name:z}])=>[I,z]),onChange:M(
"schedule")}),P=ee({label:"The network predicts",value:n.target,options:Bs,onChange:M("target")}),O=ee({label:"Error",value:n.loss,options:Ds,onChange:M("loss")}),
_=G({label:"Seed",min:0,max:50,step:1,value:n.seed,onInput(I){n.seed=I,B(p.value),pe()}}),N=G({label:"Noise level of the arrows",min:0,max:1,step:.02,value:.5,format:I=>`\
t = ${I.toFixed(2)}`,onInput(I){c&&U("look",{t:I})}}),C=G({label:"Steps of DDIM",min:1,max:50,step:1,value:20,onInput(I){c&&U("look",{length:I})}}),A=Le({label:"\
Your points",reach:Nt,draw:$e,onPress:Ce}),F=Bo(o,A,{reach:Nt,onPoint:D,onBack:V}),L=Le({label:"Samples",reach:Nt,draw:Fe}),q=g("span",{class:"ff-title"},"Noise"),
R=de({label:"Loss over the steps",title:"Loss",x:[0,200],...un([]),height:150,xLabel:"steps",formatY:fn}),j=X(),W=(I,z,...Ne)=>g("div",{},I,z.element,...Ne);t.append(
K(p,k,w,E,S),g("div",{class:"ff-columns ff-two"},W(g("span",{class:"ff-title"},"Your points: draw here"),A,F.hint),W(q,L)),j.element,F.element,g("div",{class:"f\
f-gap"},R.element,ke([["iris","Loss"],["muted","The least that any network can reach on these points",!0]])),g("div",{class:"ff-controls ff-gap"},$.element,x.element,
...e.simple?[]:[T,P,O,N,C,_].map(I=>I.element)));function H(I){I==="drawing"&&(a=[]),B(I)}function B(I){I==="drawing"?i=a.length?pn(a,Tt,n.seed):new Float32Array(
0):I==="picture"?i=qo(r.ink,r.size,Tt,n.seed,zo):i=Wo(I,Tt,n.seed),w.disabled=E.disabled=i.length===0,A.canvas.setAttribute("aria-label",i.length?`${i.length/2}\
 points to learn: ${tr.find(([z])=>z===I)[1]}`:"An empty board to draw on"),ce(),A.redraw(),L.redraw(),we()}let J=0;function ce(){!c||J||(J=setTimeout(()=>{J=0,
c&&i.length&&U("learnFrom",{points:i}),c&&u&&U("run",{on:i.length>0})},300))}function $e(I){p.value==="picture"&&I.picture(s,zo,.35),I.dots(i,ae(o,"signal"),2.4),
v&&I.arrows(or,v,ae(o,"noise")),F.draw(I),!i.length&&(I.context.fillStyle=ae(o,"muted"),I.context.textAlign="center",I.context.font=`14px ${getComputedStyle(o).
fontFamily}`,I.context.fillText("Draw here",I.width/2,I.width/2))}function Fe(I){I.dots(i,ae(o,"muted"),2,.35),I.dots(h??Ee(),ae(o,"petal"),2.6)}function Ee(){let I=Float64Array.
from(Y(1,2*er));return i.length?Et(I,Ft(i)):I}function Ce(I,z){if(z)p.value!=="drawing"&&(p.value="drawing"),a.push([I]);else{let Ne=a[a.length-1],ct=Ne[Ne.length-
1];if(Math.hypot(I[0]-ct[0],I[1]-ct[1])<.04)return;Ne.push(I)}B("drawing")}function D(I,z){return z&&p.value==="drawing"&&a.length?(a[a.length-1].push(I),B("dra\
wing"),"A line to here."):(Ce(I,!0),`A point. ${te(a.length)} on the board.`)}function V(){return p.value!=="drawing"||!a.length?"There is nothing of yours to t\
ake back.":(a.pop(),B("drawing"),`Taken back. ${te(a.length)} on the board.`)}function te(I){return I===1?"1 stroke":`${I||"No"} strokes`}function U(I,z={}){l.ask(
I,z)}function re(){return i.length?(l??=Qo(Te,qs),c||Q(),!0):!1}function Q(){let{kind:I,options:z}=nr[n.schedule];f+=1,c=!0,U("begin",{number:f,points:i,settings:{
schedule:{kind:I,options:z},target:n.target,loss:n.loss,rate:10**n.power,average:n.average,seed:n.seed},view:{count:er,length:C.value,seed:1,places:or,t:N.value}})}
function oe(){re()&&(u=!0,ge(),U("run",{on:!0}))}function Me(){u=!1,ge(),U("run",{on:!1})}function pe(){m=[],[h,v,b]=[null,null,null],d={steps:0,finite:!0,rate:0},
c=!1,l&&re()&&u&&U("run",{on:!0}),ue()}function Te(I){if(I.begun===f){d=I,I.ended&&(u=!1);for(let z of I.losses)m.push(z);b=I.best??b,I.samples&&(h=I.samples),I.
arrows&&(v=I.arrows),je()}}let he=0,qe=0;function je(){if(qe)return;let I=Ct()&&u?_s-(performance.now()-he):0;qe=setTimeout(()=>{qe=0,he=performance.now(),ue()},
Math.max(0,I))}function ue(){y=h&&i.length?Uo(h,i,Os):0,q.textContent=h?"Samples":"Noise, where samples start",A.redraw(),L.redraw();let I=Do(m),z=b>0?Math.log10(
b):null,Ne=Math.max(100,m.length);R.limits({x:[0,Ne],...un(z===null?I:[...I,[0,z]])}),R.update({lines:[...z===null?[]:[{points:[[0,z],[Ne,z]],colour:"muted",dash:!0}],
...I.length>1?[{points:I,colour:"iris"}]:[]],marks:I.length===1?[{x:I[0][0],y:I[0][1],colour:"iris"}]:[]}),ge(),we()}function ge(){w.textContent=u?"Pause":"Trai\
n",o.dataset.state=u?"training":d.finite?"resting":"broken",o.dataset.steps=d.steps,o.dataset.rate=Math.round(d.rate),o.dataset.loss=dn(m).toFixed(4),o.dataset.
near=y.toFixed(3)}function we(){if(!i.length)return j.say("The board is empty. Draw on it, or choose points.");if(!m.length)return j.say(`${Tt} points to learn.\
 Press Train.`);let I=dn(m),z=l.inWorker?"":", without a worker",Ne=d.rate?` ${Math.round(d.rate)} steps a second here${z}.`:"";if(!d.finite)return j.say(`Step ${d.
steps}: the loss is no longer a number. The learning rate is too high; take a smaller one and start again.`);let ct=I>1.5*m[0]?" That is more than at the start:\
 the learning rate is too high.":"";return j.say(`Step ${d.steps.toLocaleString("en")}. Loss ${fn(Math.log10(I),3)}.${ct} ${Math.round(100*y)} % of the samples \
lie on your points.${Ne}`)}typeof IntersectionObserver=="function"&&new IntersectionObserver(I=>{let z=I[I.length-1].isIntersecting;c&&u&&U("run",{on:z&&i.length>
0})}).observe(o),B(e.shape),A.follow(),L.follow(),ue(),Ge(o,()=>{A.redraw(),L.redraw()})}function js({size:t,colours:e}){let o=g("canvas",{width:t,height:t}),n=o.
getContext("2d"),r=n.createImageData(t,t);se(e).forEach((s,a)=>{r.data[4*Math.floor(a/3)+a%3]=s});for(let s=3;s<r.data.length;s+=4)r.data[s]=255;return n.putImageData(
r,0,0),o}function ar(t,e){let{blocks:o}=e,n=Math.max(...o.map(d=>d.parameters)),r=o.map((d,m)=>{let h=sr(d,1)[0],v=Math.sqrt(d.parameters/n),y=g("button",{type:"button",
class:"ff-block","aria-pressed":"false","aria-label":`${d.title}, ${d.shape}, ${d.parameters} parameters`},h,g("i",{style:`width:${(100*v).toFixed(0)}%`}));return y.
addEventListener("focus",()=>u(m)),y.addEventListener("pointerenter",()=>u(m)),y.addEventListener("click",()=>u(m)),y.addEventListener("keydown",b=>{let p={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[b.key];p&&(b.preventDefault(),r[Math.min(Math.max(m+p,0),o.length-1)].focus())}),y}),s=Math.max(...o.map(d=>d.level))+1,a=g(
"div",{class:"ff-unet",role:"group","aria-label":"Blocks"});for(let d=0;d<s;d+=1){let m=y=>r.filter((b,p)=>o[p].level===d&&o[p].side===y),h=e.sizes[d],v=`margin\
-inline:${(30*d/(s-1)).toFixed(1)}%`;a.append(g("div",{class:"ff-unet-row",style:v},g("div",{class:"ff-unet-side"},...m("down")),...m("middle").length?[g("div",
{class:"ff-unet-side"},...m("middle")),g("span",{class:"ff-unet-size"},`${h} × ${h}`)]:[g("span",{class:"ff-unet-skip"},g("span",{class:"ff-unet-size"},`${h} ×\
 ${h}`))],g("div",{class:"ff-unet-side"},...m("up"))))}let i=g("span",{class:"ff-title"}),l=g("dl",{class:"ff-facts"}),f=g("div",{class:"ff-maps",role:"img"}),c=X();
t.append(a,g("div",{class:"ff-unet-detail"},i,l,f),c.element);function u(d){let m=o[d];r.forEach((h,v)=>{h.setAttribute("aria-pressed",String(v===d)),h.classList.
toggle("ff-partner",v!==d&&Ws(o[v],m))}),i.textContent=m.kind?`${m.title}: ${m.kind}`:m.title,l.replaceChildren(...m.facts.map(([h,v])=>g("div",{},g("dt",{},h),
g("dd",{},v)))),f.replaceChildren(...sr(m,m.count)),f.setAttribute("aria-label",m.shown),c.say(m.sentence)}u(Math.min(e.selected,o.length-1))}function Ws(t,e){return t.
skip===e.name||e.skip===t.name}function Us(t,e){return Float64Array.from({length:e},(o,n)=>((n%2?t[n>>1]&15:t[n>>1]>>4)-7)/7)}function sr(t,e){let[o,n]=t.size,r=se(
t.maps),s=o*n,a=t.colour?null:Us(r,s*t.count);return Array.from({length:Math.min(e,t.count)},(i,l)=>{let f=Z({label:"",width:o,height:n});return f.draw(t.colour?
r:nt(a.subarray(l*s,(l+1)*s))),f.canvas.removeAttribute("role"),f.canvas.removeAttribute("aria-label"),f.canvas.setAttribute("aria-hidden","true"),f.canvas})}var bn=["leaf","iris"];function ir(t,e,o){let{side:n,epochs:r,curves:s}=e,a=s.flatMap(({points:v})=>v),[i,l]=[Math.min(...a.map(([v])=>v)),Math.max(...a.map(([v])=>v))],
f=null,c=G({label:"Epoch",min:i,max:l,step:1,value:l,onInput:h}),u=de({label:"Errors over the epochs",title:"Errors",x:[i,Math.max(l,i+1)],y:Hs(s),height:190,xLabel:"\
epoch",onPoint:v=>{c.value=Math.round(v)}}),d=Z({label:"Samples",title:"Samples",width:n,height:n}),m=X();t.append(K(c,Ae(o,c,{seconds:8})),g("div",{class:"ff-c\
olumns ff-two"},g("div",{},u.element,ke(s.map(({name:v},y)=>[bn[y],v]))),d.element),m.element);function h(){let v=c.value;u.update({lines:s.map(({points:b},p)=>({
points:b,colour:bn[p]})).filter(({points:b})=>b.length>1),marks:[{x:v,colour:"muted"},...s.flatMap(({points:b},p)=>{let k=xn(b,v,([w])=>w);return k?[{x:k[0],y:k[1],
colour:bn[p]}]:[]})]});let y=xn(r,v,b=>b)??r[0];f&&d.draw(fe(f,r.indexOf(y)*n,0,n,n)),d.heading.textContent=`Samples after epoch ${y}`,d.describe(`Sixteen sampl\
es after epoch ${y}`),m.say(`Epoch ${v}. ${s.map(({name:b,points:p})=>{let k=xn(p,v,([w])=>w);return k?`${b}: ${k[1].toFixed(3)}`:""}).filter(Boolean).join("; ")}\
.`)}h(),le(me(o)).then(v=>{f=v,o.dataset.state="ready",h()})}function Hs(t){let e=t.flatMap(({points:s})=>s.map(([,a])=>a)),[o,n]=[Math.min(...e),Math.max(...e)],
r=.05*(n-o)||.01;return[o-r,n+r]}function xn(t,e,o){return t.filter(n=>o(n)<=e).at(-1)}vn({dissolve:Ln,draw_a_schedule:Kn,embedding_explorer:Vn,field:eo,first_flowers:to,grow:no,guess_the_flower:fo,lie:Zn,noise_maps:po,particles:Mo,race:Co,reverse:Lo,
sample_size:Oo,train:rr,unet_map:ar,watch:ir});})();
