/* Made by book/bundle_figures.py from ddimlib/static/ (3a10181e959fa8b1). */
(()=>{function tn(e){let t=".ff-figure[data-figure]:not([data-started], [data-failed])",o=()=>{for(let r of document.querySelectorAll(t))document.readyState==="loadin\
g"&&!r.nextSibling||Eo(r,e[r.dataset.figure])};if(o(),document.readyState!=="loading")return;let n=new MutationObserver(o);n.observe(document,{childList:!0,subtree:!0}),
document.addEventListener("DOMContentLoaded",()=>{n.disconnect(),o()})}function Eo(e,t){let o=e.querySelector(":scope > script[type='application/json']");if(!t||
!o)return;let n=e.querySelector(".ff-live");e.dataset.started="";try{t(n,JSON.parse(o.textContent),e)}catch(r){delete e.dataset.started,e.dataset.failed="",n.replaceChildren(),
console.error(r)}}function w(e,t={},...o){let n=document.createElement(e);for(let[r,s]of Object.entries(t))s!=null&&s!==!1&&n.setAttribute(r,s===!0?"":s);return n.
append(...o),n}function X(...e){return w("div",{class:"ff-controls"},...e.map(t=>t.element??t))}function U({label:e,min:t,max:o,step:n,value:r,format:s=String,onInput:a}){
let i=w("span",{class:"ff-value","aria-hidden":"true"}),l=w("input",{type:"range",min:t,max:o,step:n}),f=()=>{let d=s(Number(l.value));i.textContent=d,l.setAttribute(
"aria-valuetext",d);let m=(Number(l.value)-l.min)/(l.max-l.min||1);l.style.setProperty("--ff-filled",`${(100*m).toFixed(1)}%`)},u=w("span",{class:"ff-label"},e),
c=w("label",{class:"ff-slider"},w("span",{class:"ff-row"},u,i),l);return l.value=r,f(),l.addEventListener("input",()=>{f(),a(Number(l.value))}),{element:c,input:l,
get value(){return Number(l.value)},set value(d){l.value=d,f(),a(Number(l.value))},limits(d,m,g){Object.assign(l,{min:d,max:m}),l.value=g,f()},rename(d){u.textContent=
d}}}function Z({label:e,options:t,value:o,onChange:n}){let r=w("select",{},...t.map(([a,i])=>w("option",{value:a},i)));return r.value=o,r.addEventListener("chan\
ge",()=>n(r.value)),{element:w("label",{class:"ff-choice"},w("span",{class:"ff-label"},e),r),input:r,get value(){return r.value},set value(a){r.value=a,n(r.value)}}}
function qe({label:e,value:t=!1,onChange:o}){let n=w("input",{type:"checkbox"});return n.checked=t,n.addEventListener("change",()=>o(n.checked)),{element:w("lab\
el",{class:"ff-toggle"},n,w("span",{},e)),input:n,get value(){return n.checked}}}function z({label:e,onClick:t}){let o=w("button",{type:"button",class:"ff-butto\
n"},e);return o.addEventListener("click",t),o}function bt(){return window.matchMedia("(prefers-reduced-motion: reduce)").matches}function To(e,t,o=()=>{}){let n=0,
r=!1,s=!0,a=null,i=u=>{let c=a===null?0:Math.min((u-a)/1e3,.1);if(a=u,n=0,!e.isConnected||t(c)===!1)return f.pause();l()},l=()=>{r&&s&&!n&&(n=requestAnimationFrame(
i))},f={get playing(){return r},play(){r=!0,a=null,o(!0),l()},pause(){r=!1,cancelAnimationFrame(n),n=0,o(!1)}};return typeof IntersectionObserver=="function"&&new IntersectionObserver(
u=>{s=u[u.length-1].isIntersecting,a=null,l()}).observe(e),f}function de(e,t,{label:o="Play",seconds:n=6}={}){let r=()=>Number(t.input.min),s=()=>Number(t.input.
max),a=0,i=0,l=z({label:o,onClick:()=>{if(f.playing)return f.pause();a=t.value>=s()?r():t.value,i=0,f.play()}}),f=To(e,u=>{let c=s()-r();if(bt()){if(i+=u,i<n/8)
return!0;a+=c/8,i=0}else a+=c*u/n;return t.value=Math.min(a,s()),a<s()},u=>{l.textContent=u?"Pause":o});return t.input.addEventListener("pointerdown",()=>f.pause()),
t.input.addEventListener("keydown",()=>f.pause()),l}function Y(){let e=w("p",{class:"ff-readout"}),t=w("p",{class:"ff-hidden","aria-live":"polite"}),o=0;return{
element:w("div",{},e,t),say(n){let r=e.textContent==="";e.textContent=n,clearTimeout(o),r||(o=setTimeout(()=>{t.textContent=n},500))}}}function K({label:e,title:t="",
width:o,height:n}){let r=w("canvas",{width:o,height:n,role:"img","aria-label":e}),s=r.getContext("2d"),a=s.createImageData(o,n);a.data.fill(255);let i=w("span",
{class:"ff-title"},t);return{element:w("div",{class:"ff-picture"},...t?[i]:[],r),canvas:r,heading:i,draw(l){let f=l.length===o*n;for(let u=0;u<o*n;u+=1)for(let c=0;c<
3;c+=1)a.data[4*u+c]=f?l[u]:l[3*u+c];s.putImageData(a,0,0)},describe(l){r.setAttribute("aria-label",l)}}}function Ne(e,t){let o=new MutationObserver(t),n=["data\
-theme","data-jp-theme-light","theme","class"];o.observe(document.documentElement,{attributes:!0,attributeFilter:n}),o.observe(document.body,{attributes:!0,attributeFilter:n}),
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change",t)}function Q(e,t){return getComputedStyle(e).getPropertyValue(`--ff-${t}`).trim()}function Ze(e,t){
let o=0,n=()=>{let r=Math.round(e.clientWidth);r>0&&r!==o&&t(o=r)};n(),new ResizeObserver(n).observe(e)}function ee(e){return Uint8Array.from(atob(e),t=>t.charCodeAt(
0))}var No="http://www.w3.org/2000/svg";function ne(e,t,o=""){let n=document.createElementNS(No,e);for(let[r,s]of Object.entries(t))n.setAttribute(r,s);return o&&(n.
textContent=o),n}function nn(e,t,o=5){let n=(t-e)/o,r=10**Math.floor(Math.log10(n)),s=[1,2,5,10].map(i=>i*r).find(i=>i>=n*.999),a=[];for(let i=Math.ceil(e/s-1e-9);i*
s<=t+1e-9*s;i+=1)a.push(Number((i*s).toPrecision(12)));return a}function on(e){return String(e).replace("-","−")}var xt={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,
PageUp:5,PageDown:-5};function ie({label:e,title:t="",x:o,y:n,xLabel:r="",yLabel:s="",height:a=170,xTicks:i=null,yTicks:l=null,formatX:f=on,formatY:u=on,onPoint:c=null,
onHandle:d=null,onStep:m=null,onDraw:g=null}){let b=w("div",{class:"ff-chart"}),k=ne("svg",{role:d?"group":"img","aria-label":e,height:a}),y=ne("g",{}),h=new Map;
k.append(y);let x={left:44,right:12,top:8,bottom:r?38:24},p={x:o,y:n,xTicks:i,yTicks:l},F=300,A={lines:[],marks:[],areas:[]},S=E=>x.left+(E-p.x[0])/(p.x[1]-p.x[0])*
(F-x.left-x.right),v=E=>a-x.bottom-(E-p.y[0])/(p.y[1]-p.y[0])*(a-x.top-x.bottom),M=E=>Math.min(Math.max(E,p.y[0]),p.y[1]),N=E=>E.map(([P,D],I)=>`${I?"L":"M"}${S(
P).toFixed(1)} ${v(D).toFixed(1)}`).join("");function C(){let E=a-x.bottom;for(let P of p.yTicks??nn(...p.y,4))y.append(ne("line",{class:"ff-grid",x1:x.left,x2:F-
x.right,y1:v(P),y2:v(P)}),ne("text",{class:"ff-tick",x:x.left-(d?13:6),y:v(P)+4,"text-anchor":"end"},u(P)));for(let P of p.xTicks??nn(...p.x,F<260?3:5))y.append(
ne("text",{class:"ff-tick",x:S(P),y:E+16,"text-anchor":"middle"},f(P)));if(y.append(ne("line",{class:"ff-axis",x1:x.left,x2:F-x.right,y1:E,y2:E})),r&&y.append(ne(
"text",{class:"ff-axis-label","text-anchor":"middle",x:(x.left+F-x.right)/2,y:a-5},r)),s){let P=(x.top+E)/2;y.append(ne("text",{class:"ff-axis-label","text-anch\
or":"middle",x:11,y:P,transform:`rotate(-90 11 ${P})`},s))}}function R(){y.replaceChildren(),k.setAttribute("viewBox",`0 0 ${F} ${a}`),k.setAttribute("width",F),
C();let E=a-x.bottom,[P,D]=[x.left-2,x.top-2],[I,q]=[F-x.right+2-P,E+2-D],W=ne("svg",{class:"ff-plot",x:P,y:D,width:I,height:q,viewBox:`${P} ${D} ${I} ${q}`});y.
append(W);for(let{points:j,colour:B="accent"}of A.areas??[]){let V=S(j[0][0]).toFixed(1),re=S(j[j.length-1][0]).toFixed(1);W.append(ne("path",{d:`${N(j)}L${re} ${E}\
L${V} ${E}Z`,class:"ff-area",style:`fill:var(--ff-${B})`}))}for(let{points:j,colour:B="accent",dash:V=!1,width:re=2}of A.lines??[])W.append(ne("path",{d:N(j),class:"\
ff-line",style:`stroke:var(--ff-${B});stroke-width:${re};${V?"stroke-dasharray:5 4":""}`}));for(let{x:j,y:B,colour:V="ink",handle:re,label:Me,says:Oe}of A.marks??
[])B===void 0?y.append(ne("line",{x1:S(j),x2:S(j),y1:x.top,y2:E,class:"ff-rule",style:`stroke:var(--ff-${V})`})):re?_(re,{cx:S(j),cy:v(M(B)),style:`stroke:var(-\
-ff-${V})`,"aria-label":Me,"aria-valuetext":Oe,"aria-valuenow":B,"aria-valuemin":p.y[0],"aria-valuemax":p.y[1]}):y.append(ne("circle",{cx:S(j),cy:v(M(B)),r:4.5,
class:"ff-mark",style:`fill:var(--ff-${V})`}))}function _(E,P){h.has(E)||(h.set(E,ne("circle",{class:"ff-handle",r:9,"data-handle":E,tabindex:0,role:"slider","a\
ria-orientation":"vertical"})),k.append(h.get(E)));for(let[D,I]of Object.entries(P))h.get(E).setAttribute(D,I)}function T(E){let P=k.getBoundingClientRect(),D=(E.
clientX-P.left-x.left)/(P.width-x.left-x.right),I=(P.bottom-x.bottom-E.clientY)/(a-x.top-x.bottom);return[[D,p.x],[I,p.y]].map(([q,[W,j]])=>W+Math.min(Math.max(
q,0),1)*(j-W))}let O=null,$=(E,P=!1)=>{let[D,I]=T(E);O?d(O,D,I):g?g([D,I],P):c&&c(D)};return(c||d||g)&&(c&&k.classList.add("ff-draggable"),g&&k.classList.add("f\
f-drawable"),k.addEventListener("pointerdown",E=>{O=E.target.dataset?.handle??null,!(!O&&!c&&!g)&&(k.setPointerCapture(E.pointerId),O||$(E,!0))}),k.addEventListener(
"pointermove",E=>{k.hasPointerCapture(E.pointerId)&&$(E)})),m&&k.addEventListener("keydown",E=>{let P=E.target.dataset?.handle;!P||!xt[E.key]||E.altKey||E.ctrlKey||
E.metaKey||(E.preventDefault(),m(P,E.shiftKey?5*Math.sign(xt[E.key]):xt[E.key]))}),t&&b.append(w("span",{class:"ff-title"},t)),b.append(k),Ze(b,E=>{F=E,R()}),{element:b,
update(E){A=E,R()},limits(E){Object.assign(p,E)},describe(E){k.setAttribute("aria-label",E)}}}function me(e){return w("div",{class:"ff-legend"},...e.map(([t,o,n])=>w(
"span",{},w("i",{style:`border-top:3px ${n?"dashed":"solid"} var(--ff-${t})`}),o)))}function vt(e){return e=Math.imul(e^e>>>16,2146121005),e=Math.imul(e^e>>>15,2221713035),(e^e>>>16)>>>0}function We(e,t){let o=vt(e+2654435769>>>0);return vt(vt(
t+o>>>0)+Math.imul(o,2246822507)>>>0)}function oe(e,t){return(We(e,t)+.5)/4294967296}function J(e,t){let o=new Float32Array(t);for(let n=0;n<t;n+=2){let r=Math.
sqrt(-2*Math.log(oe(e,n))),s=2*Math.PI*oe(e,n+1);o[n]=r*Math.cos(s),n+1<t&&(o[n+1]=r*Math.sin(s))}return o}function Lo(e,t){let[o,n,r]=[[],[],[]];for(let[s,a,i]=[0,0,0];s<e;){let l=Math.min((s+1)*t,(a+1)*e);o.push(s),n.push(a),r.push(l-i),i=l,l===(s+1)*t&&(s+=1),l===
(a+1)*e&&(a+=1)}return{from:Int32Array.from(o),to:Int32Array.from(n),length:Float64Array.from(r)}}function sn(e,t){let{from:o,to:n,length:r}=Lo(e,t),s=new Float64Array(
3*t*t),a=new Float64Array(3*t),i=0;return{add(l){for(let f=0;f<l.length;f+=4*e){a.fill(0);for(let u=0;u<o.length;u+=1){let c=f+4*o[u],d=3*n[u],m=r[u];a[d]+=m*l[c],
a[d+1]+=m*l[c+1],a[d+2]+=m*l[c+2]}for(let u=o[i];o[i]===u;i+=1){let c=3*t*n[i];for(let d=0;d<a.length;d+=1)s[c+d]+=r[i]*a[d]}}},bytes:()=>Uint8Array.from(s,l=>Math.
floor(l/e**2+.5))}}var rn=1e8,Co=2**17;function an(e,{size:t,backLabel:o,show:n,back:r}){let s=w("input",{type:"file",accept:"image/*",hidden:!0}),a=z({label:"Your picture …",onClick:()=>s.
click()}),i=z({label:o,onClick:()=>{u+=1,m(""),i.hidden=!0,a.focus(),r(),e.dataset.state="ready"}});i.hidden=!0;let l=w("span",{class:"ff-note"},"Choose, drop o\
r paste one. It stays in this page and is sent nowhere."),f=w("p",{role:"status",hidden:!0}),u=0;s.addEventListener("change",()=>{s.files.length&&d(s.files[0]),
s.value=""}),e.addEventListener("dragover",g=>{g.dataTransfer.types.includes("Files")&&(g.preventDefault(),e.classList.add("ff-over"))}),e.addEventListener("dra\
gleave",g=>{e.contains(g.relatedTarget)||e.classList.remove("ff-over")}),e.addEventListener("drop",g=>{e.classList.remove("ff-over"),g.dataTransfer.files.length&&
(g.preventDefault(),g.stopPropagation(),d(g.dataTransfer.files[0]))}),document.addEventListener("paste",c);function c(g){if(!e.isConnected)return document.removeEventListener(
"paste",c);let b=e.contains(g.target);if(g.defaultPrevented||!b&&!(Oo(e)&&_o(g.target)))return;let k=[...g.clipboardData.files].find(y=>y.type.startsWith("image\
/"));k?(g.preventDefault(),d(k)):b&&m("There is no picture in the clipboard: copy one first, and paste again.")}async function d(g){u+=1;let b=u;e.dataset.state=
"reading",m(`Reading ${Mt(g)} …`);try{let k=await Po(g,t);if(b!==u)return;m(""),i.hidden=!1,n(k)}catch(k){if(b!==u)return;m(k instanceof je?k.message:ln(g))}e.
dataset.state="ready"}function m(g){f.textContent=g,f.hidden=g===""}return{element:w("div",{class:"ff-own"},w("div",{class:"ff-controls"},a,s,i,l),f)}}var je=class extends Error{},
Mt=e=>e.name?`“${e.name}”`:"the picture",ln=e=>`This browser cannot read ${Mt(e)} as a picture: take a JPEG, PNG or WebP file.`;async function Po(e,t){let o=await Io(
e),n=Math.min(o.width,o.height),r=Math.floor((o.width-n)/2),s=Math.floor((o.height-n)/2),a=Math.ceil(Co/n),i=sn(n,t),f=w("canvas",{width:n,height:Math.min(a,n)}).
getContext("2d",{willReadFrequently:!0});for(let u=0;u<n;u+=a){let c=Math.min(a,n-u);f.fillStyle="white",f.fillRect(0,0,n,c),f.drawImage(o,r,s+u,n,c,0,0,n,c),i.
add(f.getImageData(0,0,n,c).data),await new Promise(d=>{setTimeout(d)})}return o.close(),i.bytes()}async function Io(e){if(e.type&&!e.type.startsWith("image/"))
throw new je(ln(e));let t=URL.createObjectURL(e);try{let o=await Ro(t),n=o.naturalWidth*o.naturalHeight;if(n>rn)throw new je(`${Mt(e)} has ${Math.round(n/1e6)} \
million pixels and this page takes up to ${rn/1e6} million: make it smaller first.`);return await createImageBitmap(e,{imageOrientation:"from-image"}).catch(()=>createImageBitmap(
o))}finally{URL.revokeObjectURL(t)}}function Ro(e){return new Promise((t,o)=>{let n=new Image;n.onload=()=>t(n),n.onerror=o,n.src=e})}function Oo(e){let t=e.getBoundingClientRect();
return t.bottom>0&&t.top<window.innerHeight}function _o(e){return!e.isContentEditable&&!e.closest("input, textarea, select")}function Le(e){let t=e.length/3,o=[0,0,0],n=[0,0,0];e.forEach((s,a)=>{o[a%3]+=s/t}),e.forEach((s,a)=>{n[a%3]+=(s-o[a%3])**2/t});for(let s=0;s<3;s+=1)n[s]=Math.sqrt(
n[s])||1;let r=Float64Array.from(e,(s,a)=>(s-o[a%3])/n[a%3]);return{mean:o,std:n,image:r}}function Se({mean:e,std:t,image:o},n,r,s){let a=new Uint8ClampedArray(
o.length);for(let i=0;i<o.length;i+=1)a[i]=(r*o[i]+s*n[i])*t[i%3]+e[i%3];return a}function Bo({min_signal_rate:e=.02,max_signal_rate:t=.95}={}){let o=Math.acos(t),n=Math.acos(e);return r=>-2*Math.log(Math.tan(o+r*(n-o)))}function Do({beta_start:e=1e-4,
beta_end:t=.02,steps:o=1e3}={}){let n=new Float64Array(o),r=0;for(let s=0;s<o;s+=1)r+=Math.log1p(-(e+(t-e)*s/(o-1))),n[s]=r;return s=>{let a=s*(o-1),i=Math.min(
Math.floor(a),o-2),l=n[i]+(n[i+1]-n[i])*(a-i);return l-Math.log(-Math.expm1(l))}}function qo({start:e=2.5,end:t=-7.5}={}){return o=>e+o*(t-e)}function Wo({start:e=.01,
end:t=.99}={}){return o=>{let n=e+o*(t-e);return-2*Math.log(n/(1-n))}}var kt={cosine:Bo,linear:Do,log_snr:qo,rectified_flow:Wo};function ae(e,t={}){if(!Object.hasOwn(
kt,e))throw new Error(`no page knows the schedule "${e}"`);let o=kt[e](t);return{logSNR:o,rates:n=>ge(o(n))}}function ge(e){return{signal:Math.sqrt(1/(1+Math.exp(
-e))),noise:Math.sqrt(1/(1+Math.exp(e)))}}var ar=Object.keys(kt);function cn(e,t,o,n,r){for(let s=1,a=0;s<r;s+=1){let i=r>>1;for(;a&i;i>>=1)a^=i;if(a^=i,s<a){let l=o+s*n,f=o+a*n;[e[l],e[f]]=[e[f],e[l]],[t[l],t[f]]=[t[f],t[l]]}}
for(let s=2;s<=r;s*=2)for(let a=0;a<s/2;a+=1){let i=Math.cos(-2*Math.PI*a/s),l=Math.sin(-2*Math.PI*a/s);for(let f=a;f<r;f+=s){let u=o+f*n,c=u+s/2*n,d=e[c]*i-t[c]*
l,m=e[c]*l+t[c]*i;e[c]=e[u]-d,t[c]=t[u]-m,e[u]+=d,t[u]+=m}}}function St(e,t){let o=Float64Array.from(e),n=new Float64Array(t*t);for(let r=0;r<t;r+=1)cn(o,n,r*t,
1,t);for(let r=0;r<t;r+=1)cn(o,n,r,t,t);return{real:o,imaginary:n}}function un(e){let t=new Int16Array(e*e);for(let o=0;o<e;o+=1)for(let n=0;n<e;n+=1){let r=Math.
min(o,e-o),s=Math.min(n,e-n),a=Math.round(Math.hypot(s,r));t[o*e+n]=a<=e/2?a:-1}return t}function At(e,t,o,n,r,s){let a=new Float64Array(s/2+1),i=new Float64Array(
s/2+1);for(let l=0;l<s*s;l+=1){if(r[l]<0)continue;let f=o*e.real[l]+n*t.real[l],u=o*e.imaginary[l]+n*t.imaginary[l];a[r[l]]+=(f*f+u*u)/(s*s),i[r[l]]+=1}return a.
map((l,f)=>l/i[f])}var jo=[{kind:"cosine",name:"Cosine schedule",colour:"signal"},{kind:"linear",name:"Linear schedule",colour:"noise"}];function fn(e,t,o){let n=new Float64Array(
o);for(let s of e){let a=Math.floor((s+t)/(2*t)*o);a>=0&&a<o&&(n[a]+=1)}let r=2*t/o;return n.map(s=>s/(e.length*r))}function mn(e,t,o){let{size:n,seed:r}=t,s=ee(
t.pixels),a=J(r,s.length),i=new Float64Array(s.length),l=o.querySelector("figcaption"),f=l.textContent,u={},c=un(n),d=St(dn(a),n),m=jo.map(v=>({...v,schedule:ae(
v.kind),view:K({label:v.name,title:v.name,width:n,height:n}),note:w("div",{class:"ff-note"})})),g=ie({label:"Histogram of the pixel values",title:"Pixel values",
x:[-4,4],y:[0,.8],xLabel:"standardised value",xTicks:[-4,-2,0,2,4],yTicks:[0,.4,.8]}),b=ie({label:"Power spectrum",title:"Power at each scale",x:[0,Math.log10(n/
2)],y:[-2,4],xLabel:"cycles per picture: coarse → fine",xTicks:[1,2,4,8,16,32,64].filter(v=>v<=n/2).map(Math.log10),formatX:v=>Math.round(10**v),yTicks:[-2,0,
2,4],formatY:v=>`10${Uo(v)}`}),k=U({label:"Time t",min:0,max:1,step:.01,value:t.t,format:v=>v.toFixed(2),onInput:F}),y=Y(),h=an(o,{size:n,backLabel:t.credit?"Ba\
ck to the flower":"Back to the first picture",show:v=>{p(v,!0),F()},back:()=>{p(s,!1),F()}});e.append(X(k,de(e,k,{label:"Dissolve"})),w("div",{class:"ff-columns\
 ff-pair ff-dissolve"},...m.map(({view:v,note:M})=>w("div",{},v.element,M))),w("div",{class:"ff-columns ff-two"},g.element,b.element),me([["signal","cosine"],["\
noise","linear"],["muted","picture",!0],["ink","pure noise",!0]]),y.element,h.element);let x=Ho(81).map(v=>-4+v/10).map(v=>[v,Math.exp(-v*v/2)/Math.sqrt(2*Math.
PI)]);function p(v,M){let N=Le(v),C=St(dn(N.image),n);u={pixels:N,transform:C,name:M?"Your picture":t.credit?"Photograph of a flower":"The picture",histogram:A(
fn(N.image,4,40)),power:S(At(C,d,1,0,c,n))},l.textContent=M?f.replace(t.credit,""):f,o.toggleAttribute("data-own",M)}function F(){let v=k.value,{pixels:M,transform:N,
name:C}=u,{image:R}=M,_=[],T=[],O=[];for(let{schedule:$,view:E,note:P,colour:D,name:I}of m){let{signal:q,noise:W}=$.rates(v);for(let B=0;B<i.length;B+=1)i[B]=q*
R[B]+W*a[B];E.draw(Se(M,a,q,W));let j=`signal ${q.toFixed(2)}, noise ${W.toFixed(2)}`;P.textContent=j,E.describe(`${C}, ${I.toLowerCase()}, t = ${v.toFixed(2)}:\
 ${j}`),_.push({points:A(fn(i,4,40)),colour:D}),T.push({points:S(At(N,d,q,W,c,n)),colour:D}),O.push(`${I.toLowerCase().split(" ")[0]} keeps ${Math.round(100*q**
2)} %`)}g.update({lines:[{points:u.histogram,colour:"muted",dash:!0,width:1.5},{points:x,colour:"ink",dash:!0,width:1.5},..._]}),b.update({lines:[{points:u.power,
colour:"muted",dash:!0,width:1.5},{points:[[0,0],[Math.log10(n/2),0]],colour:"ink",dash:!0,width:1.5},...T]}),y.say(`At t = ${v.toFixed(2)} the ${O.join(", the ")}\
 of the variance from the image.`)}function A(v){return Array.from(v,(M,N)=>[-4+8*(N+.5)/v.length,M])}function S(v){return Array.from(v,(M,N)=>[Math.log10(N),Math.
log10(M+1e-9)]).slice(1)}p(s,!1),F(),o.dataset.state="ready"}function dn(e){return Float64Array.from({length:e.length/3},(t,o)=>(e[3*o]+e[3*o+1]+e[3*o+2])/Math.
sqrt(3))}function Uo(e){return String(e).replace("-","⁻").replace(/\d/g,t=>"⁰¹²³⁴⁵⁶⁷⁸⁹"[t])}function Ho(e){return Array.from({length:e},(t,o)=>o)}function $t({caption:e,name:t,head:o}){let n=w("tbody"),r=i=>w("th",{scope:"col"},i),s=w("table",{class:"ff-bars"},w("caption",{},e),w("thead",{},w("tr",{},r(t),
w("td"),...o.map(r))),n),a=i=>`${(100*Math.min(Math.max(i,0),1)).toFixed(1)}%`;return{element:s,update(i){n.replaceChildren(...i.map(({name:l,share:f,mark:u,cells:c})=>w(
"tr",{},w("th",{scope:"row"},l),w("td",{class:"ff-bar","aria-hidden":"true"},w("div",{},w("i",{style:`width:${a(f)}`}),w("b",{style:`left:${a(u)}`}))),...c.map(
d=>w("td",{},d)))))}}}function we(e){return Array.from({length:e+1},(t,o)=>1-o/e)}function Qe(e,t){return e+Math.imul(t+1,2654435769)>>>0}function Et(e,t,o){let n=Math.sqrt(Math.max(
0,1-(e.signal/t.signal)**2)),r=o*(t.noise/e.noise)*n;return{kept:Math.sqrt(Math.max(0,t.noise**2-r**2)),fresh:r}}var Ft={noise:e=>e,image:(e,t,{signal:o,noise:n})=>t.
map((r,s)=>(r-o*e[s])/n),velocity:(e,t,{signal:o,noise:n})=>t.map((r,s)=>n*r+o*e[s]),flow:(e,t,{signal:o,noise:n})=>t.map((r,s)=>(r+o*e[s])/(o+n))},br=Object.keys(
Ft);function ze(e){if(!Object.hasOwn(Ft,e))throw new Error(`no page knows the target "${e}"`);return Ft[e]}function Ce(e,t,o,n,r=0,s=null){let{kept:a,fresh:i}=Et(
o,n,r),l=new Float32Array(e.length),f=new Float32Array(e.length);for(let u=0;u<e.length;u+=1)l[u]=(e[u]-o.noise*t[u])/o.signal,f[u]=n.signal*l[u]+a*t[u]+(s?i*s[u]:
0);return{image:l,noisy:f}}function hn(e,t,o){return t.map((n,r)=>e[r]+o*(n-e[r]))}function ye(e,t,o){let n=e.length/3,r=new Uint8ClampedArray(e.length);for(let s=0;s<
3;s+=1)for(let a=0;a<n;a+=1)r[3*a+s]=255*(e[s*n+a]*o[s]+t[s]);return r}var Ue=60,Pe=7,Ie=[-11,10],et=Ue/(Pe-1),tt=.02;function nt(e){let t=e.length-1,o=r=>{let s=Math.min(Math.floor(r*t),t-1);return e[s]+(e[s+1]-e[s])*(r*t-s)};return{
logSNR:o,time:r=>{let s=e.findIndex(l=>l<=r);if(s===0)return 0;if(s<0)return 1;let[a,i]=[e[s-1],e[s]];return(s-1+(a-r)/(a-i))/t},rates:r=>ge(o(r))}}function ot(e,t=Ue){
return Array.from({length:t+1},(o,n)=>Math.min(Math.max(e(n/t),Ie[0]),Ie[1]))}function pn(e,t,o,n){return Math.min(Math.max(e,Ie[0]+(o-1-t)*n),Ie[1]-t*n)}function gn(e,t,o){
let n=!1,r=(s,a)=>e[s]-e[a]<o-1e-9;for(let s=t-1;s>=0&&r(s,s+1);s-=1)e[s]=e[s+1]+o,n=!0;for(let s=t+1;s<e.length&&r(s-1,s);s+=1)e[s]=e[s-1]-o,n=!0;return n}function wn(e,t,o){
let n=[...e],[r,s]=[t,o].map(([l])=>Math.round(l*Ue)),a=Math.sign(s-r)||1,i=!1;for(let l=r;a*(s-l)>=0;l+=a){let f=s===r?1:(l-r)/(s-r);n[l]=pn(t[1]+f*(o[1]-t[1]),
l,n.length,tt),i=gn(n,l,tt)||i}return{levels:n,levelled:i}}var st=e=>e.filter((t,o)=>o%et===0);function Tt(e,t,o){let n=st(e),r=[...n];r[t]=pn(o,t,Pe,et*tt);let s=gn(
r,t,et*tt);return{levels:e.map((i,l)=>{let f=Math.min(Math.floor(l/et),Pe-2),u=(i-n[f+1])/(n[f]-n[f+1]);return r[f+1]+u*(r[f]-r[f+1])}),levelled:s}}function Nt(e,t){
let o=t.map(e.time);return o.slice(1).map((n,r)=>n-o[r])}function Lt({power:e,sizes:t},o,n=1200){let r=t.reduce((l,f)=>l+f,0),[s,a]=[0,0];for(let l=0;l<n;l+=1){
let f=Math.exp(o((l+.5)/n)),u=0;for(let c=0;c<e.length;c+=1)u+=t[c]*e[c]/(1+f*e[c]);a+=Math.sqrt(u/r)/n,s+=Math.sqrt(f*u/r)/n}let i=Math.sqrt(2/Math.PI);return{
noise:i*s,image:i*a}}function rt(e,t,[o,n]){return Array.from({length:t+1},(r,s)=>Math.min(Math.max(e.logSNR(1-s/t),o),n))}async function yn(e,t,o,n=()=>!0){let r={
noisy:t,image:null};for(let s=0;s+1<e.length;s+=1){let[a,i]=[ge(e[s]),ge(e[s+1])];if(r=Ce(r.noisy,await o(r.noisy,a),a,i),n(r.image,s)===!1)return null}return r.
image}function bn(e){let{signal:t}=e.rates(1),o=Array.from({length:1001},(r,s)=>s/1e3).find(r=>e.logSNR(r)<0);return`${o===void 0?"The picture always outweighs \
the noise":o===0?"Noise outweighs the picture from the start":`Noise outweighs the picture from t = ${o.toFixed(2)}`}; at t = 1 a signal rate of ${t.toFixed(3)}\
 is left.`}function xn(e,t){let o=(n,r)=>Math.abs(r-1)<.005?`the loss on the ${n} as under cosine`:`the loss on the ${n} ${r<1?"falls":"rises"} to ${r.toFixed(2)}\
 of cosine's`;return` Predicted: ${o("noise",e)}, ${o("image",t)}.`}var vn=`(()=>{var s=null,i=null,u=null,a="",c="";async function p({runtime:n,module:e,binary:t,network:r,processor:o}){return s=await import(\`\${n}\${e}\`),s.env.w\
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
`;async function Ct(e,{progress:t=()=>{},signal:o,anew:n}){let r=await fetch(e,{signal:o,cache:n?"reload":"default"});if(!r.ok)throw new Error(`${e} answers ${r.status}`);
let s=r.body.getReader(),a=[],i=0;for(;;){let{done:l,value:f}=await s.read();if(l)break;a.push(f),i+=f.length,t(i)}return new Blob(a).arrayBuffer()}function Yo(e,t){
if(e.byteLength!==t)throw new Error(`what came is not the network: ${e.byteLength} bytes instead of ${t}`)}function Ko(e){if(new TextDecoder("latin1").decode(e.
slice(0,4))!=="\0asm")throw new Error("what came is not the runtime")}function Mn(e,t,o){return e===void 0?o:new URL(e,t).href}function Xo(e){let t=new Map,o=0,
n=s=>{for(let{reject:a}of t.values())a(new Error(s));t.clear()};e.onerror=s=>{s.preventDefault(),n(s.message||"the worker could not start")},e.onmessage=({data:{
id:s,answer:a,error:i}})=>{let{resolve:l,reject:f}=t.get(s)??{};t.delete(s),i?f?.(new Error(i)):l?.(a)};let r=(s,a,i=[])=>new Promise((l,f)=>{o+=1,t.set(o,{resolve:l,
reject:f}),e.postMessage({id:o,task:s,...a},i)});return{load:s=>r("load",s,[s.binary]),predict:s=>r("predict",s),end(){e.terminate(),n("it was put away")}}}var Pt=new Map;
function kn(e,t,o){let n=new URL(e.model,t).href;return Pt.has(n)||Pt.set(n,Vo(e,n,t,o)),Pt.get(n)}function Vo(e,t,o,n){let r=new URL(e.runtime,o).href,s=ae(e.schedule.
kind,e.schedule.options),a=ze(e.target),i=new Set,l=new Set,f=Object.keys(e.runtimes)[0],u=null,c=null,d=null,m=!1,g=Promise.resolve(),b=()=>{for(let x of i)x()},
k=(x,p)=>{for(let F of l)F(x,p)};function y(){return u?0:e.runtimes[f].bytes+(d?0:e.model_bytes)}async function h(){let{module:x,binary:p}=e.runtimes[f],F=y(),A=[
0,0],S=new AbortController,v=N=>C=>{S.signal.aborted||(A[N]=C,k(A[0]+A[1],F))},M=null;try{let[N,C]=await Promise.all([Ct(`${r}${p}`,{progress:v(0),signal:S.signal,
anew:m}),d??Ct(t,{progress:v(1),signal:S.signal,anew:m}),...(m?[x,p.replace(/wasm$/,"mjs")]:[]).map(R=>Ct(`${r}${R}`,{signal:S.signal,anew:m}))]);Ko(N),Yo(C,e.model_bytes),
k(F,F),M=Xo(n()),await M.load({runtime:r,module:x,binary:N,network:C,processor:f}),u=M,d=C,m=!1}catch(N){throw S.abort(),M?.end(),m=!0,N}}return{schedule:s,get ready(){
return u!==null},get loading(){return c!==null},get processor(){return f},toFetch:y,onChange(x){i.add(x)},choose(x){f=x,u?.end(),u=null,b()},open(x=()=>{}){return u?
Promise.resolve():(l.add(x),c||(c=h().finally(()=>{c=null,l.clear(),b()}),b()),c)},predict(x,p,F=e.classes){let A=g.then(async()=>{if(!u)throw new Error("it was\
 put away");let S=await u.predict({noisy:x,size:e.size,variance:p.noise**2,label:F});return{noise:a(S.prediction,x,p),seconds:S.seconds,processor:S.processor,where:S.
reason?`on the processor: the graphics card could not be used (${S.reason})`:`on your ${e.runtimes[S.processor].name}`}});return g=A.catch(()=>{}),A}}}var He=e=>(e/1e6).toFixed(1);function at(e){let t=Mn(document.documentElement.dataset.content_root,location.href,e.site);return kn(e,t,Jo)}function Jo(){let e=URL.
createObjectURL(new Blob([vn],{type:"text/javascript"}));return new Worker(e,{type:"module"})}async function Zo(){try{return!!await navigator.gpu?.requestAdapter()}catch{
return!1}}function Qo(){return location.protocol==="file:"?"Opened from a folder, this page may not load the network: browsers forbid it. Serve the folder (pyth\
on -m http.server) or read the book on its site. What you see is recorded.":typeof WebAssembly!="object"||typeof Worker!="function"?"This browser has no WebAsse\
mbly, in which the network runs. What you see is recorded.":""}function it(e,t,o,n,r){let{label:s,again:a=s,opening:i,onReady:l,onLost:f=()=>{}}=r,u=Qo(),c=F=>{
e.dataset.state=F},d=Z({label:"Runs on",value:t.processor,onChange:t.choose,options:Object.entries(o.runtimes).map(([F,{name:A,bytes:S}])=>[F,`${A} (${He(S)} MB\
)`])});d.element.hidden=!0;let m=z({label:s,onClick:x}),g=w("progress",{max:1,value:0,"aria-label":"Download",hidden:!0}),b=t.processor,k=!1,y=!1;function h(){let F=t.
toFetch();(b!==t.processor||k&&!t.ready)&&(y=!1,f(),n.say(`Press the button to fetch the runtime for the ${o.runtimes[t.processor].name}.`),c("asleep")),[b,k]=[
t.processor,t.ready],m.textContent=y?a:`${s} (${F?`downloads ${He(F)} MB`:"its network is here"})`,d.input.value=t.processor,d.input.disabled=t.loading}async function x(){
if(!t.ready){let F=t.processor;m.disabled=!0,g.hidden=!1,c("loading");try{await t.open((A,S)=>{g.max=S,g.value=A,n.say(A===S?"Starting the network":`Downloading\
: ${He(A)} of ${He(S)} MB`)})}catch(A){F==="webgpu"&&t.choose("wasm"),n.say(`The network could not be loaded (${A.message}). ${F==="webgpu"?"Press the button to\
 run it on the processor instead.":`Press the button to try again; the chapter does the same in Python, and the figure runs on ${o.site}`}`),c("failed");return}finally{
g.hidden=!0,m.disabled=!1}}y=!0,h(),l()}t.onChange(h),h(),m.disabled=u!=="";let p=document.documentElement.dataset.content_root===void 0?`from ${o.site} `:"";return n.
say(u||`${i} The network (${He(o.model_bytes)} MB) and the runtime are fetched ${p}when you press the button.`),c(u?"impossible":"asleep"),u||Zo().then(F=>{d.element.
hidden=!F,e.dataset.graphics=F?"yes":"no"}),{action:m,bar:g,processor:d,problem:u}}async function te(e){let t=new Image;t.src=e,await t.decode();let o=document.createElement("canvas");o.width=t.naturalWidth,o.height=t.naturalHeight;let n=o.getContext(
"2d",{willReadFrequently:!0});return n.drawImage(t,0,0),n.getImageData(0,0,o.width,o.height)}function le(e){return decodeURIComponent(e.querySelector(".ff-still\
 img").getAttribute("src")).match(/ href='([^']*)'/)[1]}function ce(e,t,o,n,r){let s=new Uint8ClampedArray(3*n*r);for(let a=0;a<r;a+=1)for(let i=0;i<n;i+=1){let l=4*
((o+a)*e.width+t+i);s.set(e.data.subarray(l,l+3),3*(a*n+i))}return s}function Re(e,t,o,n,r){let s=new Uint8ClampedArray(3*n*r);for(let a=0;a<3;a+=1){let i=o+a*e.
height/3;for(let l=0;l<r;l+=1)for(let f=0;f<n;f+=1)s[3*(l*n+f)+a]=e.data[4*((i+l)*e.width+t+f)]}return s}var be=10,Sn=[10,2,0,-2,-4,-6,-11],zo=["above 2","2 to 0","0 to −2","−2 to −4","−4 to −6","below −6"],es=[["cosine","Cosine"],["linear","Linear β"],
["log_snr","Straight log-SNR"],["rectified_flow","Rectified flow"],["high","Mostly high noise"],["low","Mostly low noise"]],It="This schedule",ts=["drawn","What\
 I drew"],ns=.2,os=500,Rt=(e,t=1)=>e.toFixed(t).replace("-","−"),An=e=>`${Math.round(100*e)} %`,$n=Array.from({length:101},(e,t)=>t/100);function Fn(e,t,o){let n=p=>t.
examples[p]?ot(nt(t.examples[p]).logSNR):ot(ae(p).logSNR),r=nt(ot(ae("cosine").logSNR,1e3)),s=Nt(r,Sn),a=n(t.kind),i=t.kind,l=a,f=!1,u=null,c=Z({label:"Start fr\
om",value:i,options:[...es,ts],onChange(p){i=p,a=p==="drawn"?l:n(p),f=!1,x()}}),d=p=>{({levels:a,levelled:f}=p),l=a,i=c.input.value="drawn",x()},m=ie({label:"Lo\
g-SNR over time, with seven handles",title:"Log-SNR: draw it, or move the rings",x:[0,1],y:Ie,height:260,xLabel:"time t",yTicks:[-10,-5,0,5,10],onHandle:(p,F,A)=>d(
Tt(a,Number(p),A)),onStep:(p,F)=>d(Tt(a,Number(p),st(a)[p]+ns*F)),onDraw(p,F){d(wn(a,F?p:u,p)),u=p}}),g=ie({label:"Signal rate and noise rate over time",title:"\
Signal and noise rate",x:[0,1],y:[0,1],height:260,xLabel:"time t",yTicks:[0,.5,1]}),b=$t({caption:"How the time is spent",name:"log-SNR",head:["this","cosine"]}),
k=Y(),y=t.network?rs(t,o,r):ss(t);e.append(X(c),w("div",{class:"ff-columns ff-two"},w("div",{},m.element,me([["leaf","this schedule"],["muted","cosine",!0]])),w(
"div",{},g.element,me([["signal","signal rate"],["noise","noise rate"]]))),k.element,w("div",{class:"ff-columns ff-two ff-gap"},b.element,...y.beside),...y.under);
let h=$n.map(p=>[p,r.logSNR(p)]);function x(){let p=nt(a),F=y.stops(p);m.update({lines:[{points:h,colour:"muted",dash:!0,width:1.5},{points:a.map((v,M)=>[M/Ue,v]),
colour:"leaf",width:2.5}],marks:[...F.map(([v,M])=>({x:v,y:M,colour:"petal"})),...st(a).map((v,M)=>({x:M/(Pe-1),y:v,colour:"leaf",handle:String(M),label:`Log-SN\
R at t = ${(M/(Pe-1)).toFixed(2)}`,says:Rt(v)}))]});let A=$n.map(v=>[v,p.rates(v)]);g.update({lines:["signal","noise"].map(v=>({points:A.map(([M,N])=>[M,N[v]]),
colour:v,width:2.5}))});let S=Nt(p,Sn);b.update(zo.map((v,M)=>({name:v,share:S[M],mark:s[M],cells:[An(S[M]),An(s[M])]}))),k.say(`${f?"A log-SNR may only fall: w\
here yours would have risen, it was levelled. ":""}${bn(p)}${y.show(p,i)}`)}x()}function ss({size:e,seed:t,pixels:o}){let n=Le(ee(o)),r=J(t,n.image.length),s=Array.
from({length:be},(i,l)=>l/(be-1)),a=s.map(i=>K({label:`Flower at t = ${i.toFixed(2)}`,title:i.toFixed(2),width:e,height:e}));return{beside:[],under:[w("div",{class:"\
ff-strip"},...a.map(i=>i.element))],stops:i=>s.map(l=>[l,i.logSNR(l)]),show(i){return s.forEach((l,f)=>{let{signal:u,noise:c}=i.rates(l);a[f].draw(Se(n,r,u,c)),
a[f].describe(`Flower at t = ${l.toFixed(2)}, signal rate ${u.toFixed(2)}`)}),""}}}function rs({network:e,recorded:t,spectrum:o},n,r){let{size:s,mean:a,std:i}=e,
l=at(e),f=[1,0].map(T=>l.schedule.logSNR(T)),u=Lt(o,r.logSNR),c=$t({caption:"Predicted loss",name:"on the",head:["this","cosine","ratio"]}),d=(T,O)=>K({title:T,
label:O,width:s,height:s}),m={cosine:d("Cosine","A flower grown under the cosine schedule"),mine:d(It,"A flower grown under this schedule")},g=Y(),b=z({label:"A\
nother seed",onClick:()=>{h+=1,m.cosine.draw(y),C(0)}});b.disabled=!0,l.onChange(()=>{b.disabled=!l.ready});let k=it(n,l,e,g,{label:"Grow it here",again:"Grow i\
t again",opening:`Recorded: ${t.name}, seed ${t.seed}, ten steps.`,onReady:()=>C(0),onLost:()=>{A+=1}}),y=ye(new Float32Array(3*s*s),a,i),{seed:h}=t,x=null,p=[],
F="",A=0,S=0,v=null;te(le(n)).then(T=>{x=T,m.cosine.draw(M("cosine")),N(),n.dataset.recorded="shown"});function M(T){return ce(x,s*t.kinds.indexOf(T),0,s,s)}function N(){
if(l.ready||!x)return;let T=t.kinds.includes(F);m.mine.draw(T?M(F):y),m.mine.heading.textContent=T?It:"Not grown yet",m.mine.describe(T?"A flower grown under th\
is schedule":"Not grown yet")}function C(T=os){A+=1,clearTimeout(S),l.ready&&(S=setTimeout(R,T))}async function R(){let T=A+=1,O=J(h,3*s*s),$=(E,P)=>yn(P,O,async(D,I)=>(await l.
predict(D,I,t.label)).noise,(D,I)=>T!==A?!1:(m[E].draw(ye(D,a,i)),g.say(`Step ${I+1} of ${be}, seed ${h}.${_}`),!0));m.mine.heading.textContent=It,n.dataset.state=
"growing";try{if(await $("mine",p)===null)return;if(v!==h){if(await $("cosine",rt(r,be,f))===null)return;v=h}}catch(E){if(T!==A)return;g.say(`The network stoppe\
d: ${E.message}`),n.dataset.state="failed";return}m.mine.describe("A flower grown under this schedule"),g.say(`Both grown from the noise of seed ${h}, in ten st\
eps each.${_}`),n.dataset.state="done"}let _="";return{beside:[c.element],under:[w("div",{class:"ff-columns ff-pair ff-grow ff-gap"},m.cosine.element,m.mine.element),
g.element,w("div",{class:"ff-controls ff-gap"},k.processor.element,k.action,b,k.bar)],stops:T=>rt(T,be,f).map((O,$)=>[1-$/be,O]),show(T,O){F=O,p=rt(T,be,f),_=p.
some((P,D)=>Math.abs(P-T.logSNR(1-D/be))>.05)?` The network knows log-SNRs from ${Rt(f[1])} to ${Rt(f[0])} only: steps beyond are taken at the nearest of these.`:
"";let E=Lt(o,T.logSNR);return c.update(["noise","image"].map(P=>({name:P,share:E[P],mark:u[P],cells:[E[P].toFixed(3),u[P].toFixed(3),(E[P]/u[P]).toFixed(2)]}))),
N(),C(),xn(E.noise/u.noise,E.image/u.image)+_}}}var lt=[[125,47,6],[234,103,29],[243,189,152],[236,234,230],[165,210,251],[35,149,252],[10,74,138]];function as(e){let t=(Math.min(Math.max(e,-1),1)+1)/2*(lt.length-
1),o=Math.min(Math.floor(t),lt.length-2);return[0,1,2].map(n=>{let[r,s]=[lt[o][n],lt[o+1][n]];return r+(s-r)*(t-o)})}function Ge(e){let t=new Uint8ClampedArray(
3*e.length);return e.forEach((o,n)=>t.set(as(o),3*n)),t}function ct(e,t,o){let[n,r]=[Math.log10(t),Math.log10(o)],s=e/2;return Array.from({length:s},(a,i)=>10**(s===1?n:n+(r-n)*i/(s-1)))}function Ot(e,t){let o=t.map(
n=>Math.fround(Math.fround(e)*Math.fround(2*Math.PI*n)));return Float64Array.from([...o.map(Math.sin),...o.map(Math.cos)])}function _t(e,t){return t.reduce((n,r)=>n+
Math.cos(2*Math.PI*r*e),0)/t.length}var Ae=400,Bt=1e-4;function Tn(e,t){let o=null,n=(p,F)=>U({label:p,min:0,max:1,step:.001,value:F,format:A=>A.toFixed(3),onInput:x}),r=n("Noise variance a",t.a),
s=n("Noise variance b",t.b),a=(p,F,A,S)=>U({label:p,min:F,max:A,step:.1,value:Math.log10(S),format:v=>`${Number((10**v).toPrecision(2))}`,onInput:h}),i=a("Lowes\
t frequency",-1,1,t.min_frequency),l=a("Highest frequency",1,3,t.max_frequency),f=Z({label:"Length",value:String(t.dim),onChange:h,options:[8,16,32,64].map(p=>[
String(p),String(p)])}),u=w("div",{class:"ff-map"}),c=["a","b"].map(p=>w("i",{class:"ff-cursor"},w("b",{},p))),d=w("div",{class:"ff-vectors"}),m=ie({label:"Simi\
larity against the distance between two noise levels",title:"Similarity at every distance",x:[Math.log10(Bt),0],y:[-.5,1],xLabel:"distance between a and b",height:180,
xTicks:[-4,-3,-2,-1,0],formatX:p=>String(Number((10**p).toPrecision(1))),yTicks:[-.5,0,.5,1]}),g=Y();e.append(X(r,s),X(i,l,f),w("span",{class:"ff-title"},"The v\
ector of every noise variance from 0 to 1"),u,w("div",{class:"ff-columns ff-two ff-gap"},d,m.element),g.element),u.addEventListener("pointerdown",p=>{u.setPointerCapture(
p.pointerId);let F=b(p);u.moved=Math.abs(F-r.value)<=Math.abs(F-s.value)?r:s,u.moved.value=F}),u.addEventListener("pointermove",p=>{u.hasPointerCapture(p.pointerId)&&
(u.moved.value=b(p))});function b(p){let F=u.getBoundingClientRect();return Math.min(Math.max((p.clientX-F.left)/F.width,0),1)}let k=[],y=[];function h(){let p=Number(
f.value);k=ct(p,10**i.value,10**l.value),o=K({label:`Embeddings of length ${p}: each column is the vector of one noise variance`,width:Ae,height:p}),o.draw(Ge(is(
k))),u.replaceChildren(o.element,...c),y=[["vector of a","a"],["vector of b","b"],["a times b, cell by cell",""]].map(([F])=>K({label:F,title:F,width:p,height:1})),
d.replaceChildren(...y.map(F=>F.element),w("div",{class:"ff-note"},`Left half sines, right half cosines, each from slow to fast. The sum of the last row, divide\
d by ${p/2}, is the similarity.`)),x()}function x(){let[p,F]=[Ot(r.value,k),Ot(s.value,k)],A=p.map((C,R)=>C*F[R]);[p,F,A].forEach((C,R)=>y[R].draw(Ge(C))),c[0].
style.left=`${100*r.value}%`,c[1].style.left=`${100*s.value}%`,c[0].classList.toggle("ff-left",r.value<=s.value),c[1].classList.toggle("ff-left",r.value>s.value);
let S=Math.abs(r.value-s.value),v=_t(S,k),M=400,N=Array.from({length:M+1},(C,R)=>{let _=Math.log10(Bt)*(1-R/M);return[_,_t(10**_,k)]});m.update({lines:[{points:N,
colour:"leaf"}],marks:[{x:Math.log10(Math.max(S,Bt)),y:v,colour:"petal"}]}),g.say(`Distance ${S.toFixed(3)}, similarity ${v.toFixed(2).replace("-","−")}. From\
 a to b the slowest wave turns ${En(k[0]*S)}, the fastest ${En(k[k.length-1]*S)}.`)}h()}function En(e){return e===1?"once":`${Number(e.toPrecision(2))} times`}function is(e){
let t=new Float64Array(2*e.length*Ae);return e.forEach((o,n)=>{let r=Math.PI*o/Ae,s=Math.sin(r)/r;for(let a=0;a<Ae;a+=1){let i=2*Math.PI*o*(a+.5)/Ae;t[n*Ae+a]=s*
Math.sin(i),t[(n+e.length)*Ae+a]=s*Math.cos(i)}}),t}function Nn(e,t,o){let{size:n,times:r,flowers:s}=t,a=r.length-1,i=null,l=h=>s.map(x=>K({label:`${x}: ${h}`,width:n,height:n})),f=l("noisy"),u=l("guess"),c=U({label:"\
From noise to flower",min:0,max:a,step:1,value:0,format:h=>`t = ${r[h].toFixed(1)}`,onInput:b}),d=Y(),m=(h,x)=>w("div",{},w("span",{class:"ff-title"},h),w("div",
{class:"ff-triple"},...x.map(p=>p.element))),g=w("div",{class:"ff-first ff-draggable"},m("The noisy picture",f),m("What the network takes it to be",u));e.append(
X(c,de(o,c,{seconds:4})),g,d.element);function b(){if(!i)return;let h=c.value;s.forEach((x,p)=>{let F=[h*n,p*n,n,n];f[p].draw(Re(i.noisy,...F)),u[p].draw(ce(i.guess,
...F)),f[p].describe(`A ${x} on its way out of noise, moment ${h} of ${a}`),u[p].describe(`What the network takes it to be at moment ${h} of ${a}`)}),d.say(k(h))}
function k(h){return h===0?"t = 1: pure noise. The guess is hardly more than a mean colour.":h===a?"t = 0: no noise is left. The last guess is the picture.":`t \
= ${r[h].toFixed(1)}: step ${2*h} of ${2*a}.`}let y=h=>{let x=g.getBoundingClientRect(),p=(h.clientX-x.left)/x.width;c.value=Math.round(Math.min(Math.max(p,0),1)*
a)};g.addEventListener("pointerdown",h=>{g.setPointerCapture(h.pointerId),y(h)}),g.addEventListener("pointermove",h=>{g.hasPointerCapture(h.pointerId)&&y(h)}),Promise.
all([te(t.noisy),te(le(o))]).then(([h,x])=>{i={noisy:h,guess:x},o.dataset.state="ready",c.value=c.value===0?Math.round(.4*a):c.value})}function Ln(e,t,o){let{size:n,mean:r,std:s,classes:a}=t,i=3*n*n,l=at(t),{schedule:f}=l,u=I=>ye(I,r,s),c=0,d={seed:t.seed,steps:t.steps,eta:0,label:t.label,guidance:t.
guidance,acts:"middle"},m=(I,q=Number)=>W=>{d[I]=q(W),h.input.disabled=F.input.disabled=d.label===a,I==="seed"&&_(),l.ready&&I!=="seed"?D():l.ready&&P()},g=U({label:"\
Seed",min:0,max:999,step:1,value:d.seed,onInput:m("seed")}),b=Z({label:"Steps",value:String(d.steps),onChange:m("steps"),options:[5,10,20,40].map(I=>[String(I),
String(I)])}),k=U({label:"Fresh noise η",min:0,max:1,step:.1,value:0,format:I=>I.toFixed(1),onInput:m("eta")}),y=Z({label:"Flower",value:String(t.label),onChange:m(
"label"),options:[[String(a),"no class"],...t.class_names.map((I,q)=>[String(q),I]).sort((I,q)=>I[1]<q[1]?-1:1)]}),h=U({label:"Guidance",min:0,max:8,step:.5,value:t.
guidance,format:I=>I.toFixed(1),onInput:m("guidance")}),[x,p]=t.interval,F=Z({label:"Guidance acts",value:"middle",onChange:m("acts",String),options:[["middle",
`from t = ${p} to ${x}`],["always","always"]]});h.input.disabled=F.input.disabled=t.label===a;let A=z({label:"Another seed",onClick:()=>{g.value=(d.seed+1)%1e3}}),
S={noisy:K({label:"The noisy image",title:"Noisy image",width:n,height:n}),image:K({label:"The predicted image",title:"Predicted image",width:n,height:n})},v=w(
"div",{class:"ff-grow-strip",role:"group","aria-label":"The predicted image, step by step"}),M=Y(),N=t.label===a?"":`${t.class_names[t.label]}, `,C=it(o,l,t,M,{
label:"Grow a flower",again:"Grow it again",opening:`Recorded: ${N}seed ${t.seed}, ${t.steps} steps.`,onReady:D,onLost:()=>{c+=1}});e.append(X(g,b,k,...a?[y,h,F]:
[],C.processor),X(C.action,A,C.bar),w("div",{class:"ff-columns ff-pair ff-grow"},S.noisy.element,S.image.element),v,M.element);function R(I){o.dataset.state=I}function _(){
S.noisy.draw(u(J(d.seed,i))),l.ready||S.image.draw(u(new Float32Array(i)))}let T=ee(t.recorded),O=T.length/i;for(let I=0;I<O;I+=1)$(T.subarray(I*i,(I+1)*i));if(_(),
S.image.draw(T.subarray((O-1)*i)),C.problem)for(let I of[A,g.input,b.input,k.input,y.input])I.disabled=!0;function $(I){let q=w("canvas",{width:n,height:n,"aria\
-hidden":"true"}),W=q.getContext("2d"),j=W.createImageData(n,n);for(let B=0;B<n*n;B+=1)j.data.set([I[3*B],I[3*B+1],I[3*B+2],255],4*B);W.putImageData(j,0,0),v.append(
q)}let E=0;function P(){c+=1,clearTimeout(E),E=setTimeout(D,250)}async function D(){let I=c+=1,{seed:q,steps:W,eta:j,label:B,guidance:V}=d,re=H=>B!==a&&V!==1&&(d.
acts==="always"||x<=H&&H<=p),Me=we(W),Oe=new Set(Array.from({length:10},(H,ue)=>Math.ceil((ue+1)*W/10))),Ee=J(q,i),Te=0,_e=0,Ve="";v.replaceChildren(),R("growin\
g");let Be=async(H,ue)=>{let pe=await l.predict(Ee,H,ue);return Te+=pe.seconds,_e+=1,o.dataset.processor=pe.processor,Ve=pe.where,pe.noise};try{for(let H=0;H<W;H+=
1){let[ue,pe]=[f.rates(Me[H]),f.rates(Me[H+1])],De=await Be(ue,B);if(I===c&&re(Me[H])&&(De=hn(await Be(ue,a),De,V)),I!==c)return;let pt=j>0?J(Qe(q,H),i):null,ke=Ce(
Ee,De,ue,pe,j,pt);Ee=ke.noisy,S.noisy.draw(u(Ee)),S.image.draw(u(ke.image)),Oe.has(H+1)&&$(u(ke.image)),M.say(`Step ${H+1} of ${W}, seed ${q}: ${(Te/_e).toFixed(
2)} s a network evaluation here, ${Ve}.`)}}catch(H){if(I!==c)return;M.say(`The network stopped: ${H.message}`),R("failed");return}o.dataset.seconds=(Te/_e).toFixed(
4),R("done")}}var Cn="noise-to-flowers:guess";function Ye(){return{rounds:0,you:0,youLevels:0,bayes:0,bayesLevels:0}}function Pn(e,{right:t,level:o,bayes:n,from:r}){return{rounds:e.
rounds+1,you:e.you+(t?1:0),youLevels:e.youLevels+(t?o:0),bayes:e.bayes+(n?1:0),bayesLevels:e.bayesLevels+r}}function In(){try{let e=JSON.parse(localStorage.getItem(
Cn));return Object.keys(Ye()).every(t=>Number.isFinite(e[t]))?e:Ye()}catch{return Ye()}}function Dt(e){try{localStorage.setItem(Cn,JSON.stringify(e))}catch{}}function Rn(e,t,{signal:o,noise:n}){return Float64Array.from(e,(r,s)=>o*r+n*t[s])}function On(e,t,{signal:o,noise:n}){let r=e.map(l=>{let f=0;for(let u=0;u<t.length;u+=
1)f+=(t[u]-o*l[u])**2;return-f/(2*n**2)}),s=Math.max(...r),a=r.map(l=>Math.exp(l-s)),i=a.reduce((l,f)=>l+f,0);return a.map(l=>l/i)}function _n(e,t){let o=new Float64Array(
e[0].length);return e.forEach((n,r)=>{for(let s=0;s<o.length;s+=1)o[s]+=t[r]*n[s]}),o}var qt=.1;function qn(e,t,o){let{size:n,names:r,noisiest:s,clearest:a,sure:i}=t,l=3*n*n,f=null,u=null,c=In(),d=U({label:"Log-SNR, from much noise to little",min:s,
max:a,step:qt,value:s,format:$e,onInput:A}),m=z({label:"Next flower",onClick:()=>{p(Bn()),d.input.focus()}}),g=K({title:"Under noise",label:"The noisy flower",width:n,
height:n}),b=K({title:"Mean of the eight",label:"",width:n,height:n}),k=r.map((v,M)=>ls(v,n,()=>F(M))),y=Y(),h=w("table",{class:"ff-score","aria-label":"Score"}),
x=z({label:"Forget the score",onClick:()=>{c=Ye(),Dt(c),S(),d.input.focus()}});e.append(X(d,m),w("div",{class:"ff-guess"},w("div",{class:"ff-columns ff-pair"},g.
element,b.element),w("div",{class:"ff-tiles",role:"group","aria-label":"Which flower is it?"},...k.map(v=>v.element))),y.element,w("div",{class:"ff-score-row"},
h,x));function p(v){u={...cs(v,r.length,l),seen:s,guess:null},o.dataset.seed=v,m.disabled=!0,k.forEach(M=>M.hide()),d.value=s}function F(v){!u||u.guess!==null||
(u.guess=v,m.disabled=!1,u.from=us(f.images,u,s,a,i),c=Pn(c,{right:v===u.flower,level:u.seen,bayes:Dn(Wt(f.images,u,u.seen))===u.flower,from:u.from}),Dt(c),d.value=
u.seen,S())}function A(){if(!u)return;let v=d.value,{guess:M,flower:N}=u;M===null&&(u.seen=Math.max(u.seen,v));let{signal:C,noise:R}=ge(v),{images:_}=f;g.draw(Se(
{...f,image:_[N]},u.field,C,R)),g.describe(`A flower under noise, log-SNR ${$e(v)}`);let T=M===null?r.map(()=>1/r.length):Wt(_,u,v);if(b.draw(Se({...f,image:_n(
_,T)},u.field,1,0)),b.heading.textContent=M===null?"Mean of the eight":"Bayes’ mean",M===null){b.describe("The mean of the eight flowers"),y.say(`One part of \
flower to ${fs(v)} of noise. Which of the eight is it? What counts is the clearest picture that you have seen: ${$e(u.seen)}.`);return}b.describe(`The mean of t\
he eight, weighted by Bayes, most the ${r[Dn(T)]}`),k.forEach(($,E)=>$.show(T[E],E===N,E===M));let O=M===N?`Yes, the ${r[N]}`:`It is the ${r[N]}, and not the ${r[M]}`;
y.say(`${O}. At ${$e(v)} Bayes gives it ${T[N].toFixed(2)}; from ${$e(u.from)} on it is sure. Your guess counts at ${$e(u.seen)}.`)}function S(){let v=(M,N,C)=>w(
"tr",{},w("th",{scope:"row"},M),w("td",{},`${N} of ${c.rounds}`),w("td",{},C.count?$e(C.sum/C.count):"–"));h.replaceChildren(w("tr",{},w("td",{}),w("th",{scope:"\
col"},"right"),w("th",{scope:"col"},"mean level")),v("You",c.you,{sum:c.youLevels,count:c.you}),v("Bayes",c.bayes,{sum:c.bayesLevels,count:c.rounds})),x.disabled=
c.rounds===0}S(),te(le(o)).then(v=>{let M=new Uint8Array(l*r.length);r.forEach((_,T)=>M.set(ce(v,T*n,0,n,n),T*l));let{mean:N,std:C,image:R}=Le(M);f={mean:N,std:C,
images:r.map((_,T)=>R.subarray(T*l,(T+1)*l))},k.forEach((_,T)=>_.draw(M.subarray(T*l,(T+1)*l))),p(Bn()),o.dataset.state="ready"})}function ls(e,t,o){let n=K({label:"",
width:t,height:t});n.canvas.removeAttribute("role"),n.canvas.removeAttribute("aria-label"),n.canvas.setAttribute("aria-hidden","true");let r=w("i",{}),s=w("span",
{class:"ff-value"}),a=w("span",{class:"ff-verdict"}),i=w("button",{type:"button",class:"ff-tile"},n.element,w("span",{class:"ff-name"},e),w("span",{class:"ff-ba\
r","aria-hidden":"true"},r),s,a);return i.addEventListener("click",o),{element:i,draw:n.draw,show(l,f,u){i.setAttribute("aria-disabled","true"),i.setAttribute("\
aria-pressed",u),i.classList.toggle("ff-true",f),r.style.width=`${100*l}%`,s.textContent=` ${l.toFixed(2)} `,a.textContent=f?u?"you, right":"it is this":u?"you":
""},hide(){i.removeAttribute("aria-disabled"),i.removeAttribute("aria-pressed"),i.classList.remove("ff-true"),r.style.width="0",s.textContent=a.textContent=""}}}
function cs(e,t,o){return{flower:We(e,4294967295)%t,field:J(e,o)}}function Wt(e,{flower:t,field:o},n){let r=ge(n);return On(e,Rn(e[t],o,r),r)}function us(e,t,o,n,r){
let s=Math.round((n-o)/qt);for(let a=0;a<s;a+=1){let i=o+a*qt;if(Wt(e,t,i)[t.flower]>r)return i}return n}function Bn(){return Math.floor(Math.random()*2**32)}var Dn=e=>e.
indexOf(Math.max(...e));function $e(e){return e.toFixed(1).replace("-","−")}function fs(e){return Math.round(Math.exp(-e)).toLocaleString("en-GB")}function jn(e,t,o){let{size:n,truths:r,told:s,errors:a}=t,i=null,l=(y,h,x)=>U({label:h,min:0,max:y.length-1,step:1,value:y.indexOf(x),format:p=>Wn(y[p]),onInput:k}),
f=l(r,"Log-SNR of the picture",t.truth),u=l(s,"Log-SNR that we claim",t.truth),c=(y,h)=>K({title:y,label:h,width:n,height:n}),d=c("It sees","The noisy photograp\
h"),m=c("It answers","What the network answers"),g=c("When honest","What it answers when it is told the truth"),b=Y();e.append(X(f,u),w("div",{class:"ff-triple \
ff-lie"},d.element,m.element,g.element),b.element);function k(){if(!i)return;let[y,h]=[f.value,u.value],x=s.indexOf(r[y]),p=F=>ce(i.guess,F*n,y*n,n,n);d.draw(Re(
i.noisy,0,y*n,n,n)),m.draw(p(h)),g.draw(p(x)),m.describe(`What the network answers when it is told ${Wn(s[h])}`),b.say(ds(s[h]-r[y],a[y][h],a[y][x]))}te(t.noisy).
then(async y=>{i={noisy:y,guess:await te(le(o))},o.dataset.state="ready",k()})}function ds(e,t,o){let n=`The picture is off by ${t.toFixed(2)} a pixel`;return e===
0?`The truth. ${n}.`:`${e>0?"It believes in too little noise":"It believes in too much noise"}. ${n}, where the truth gives ${o.toFixed(2)}.`}function Wn(e){return(e>
0?`+${e}`:String(e)).replace("-","−")}function Fe({label:e,reach:t,draw:o,onPress:n=null}){let r=w("canvas",{role:"img","aria-label":e,class:n?"ff-plane":"ff-plane ff-plain"}),s=r.getContext("2d"),a=0,
i=(c,d)=>[(c+t)/(2*t)*a,(t-d)/(2*t)*a],l={place:i,get context(){return s},get width(){return a},ring(c,d,m,g,b){s.beginPath(),s.arc(...i(c,d),m,0,2*Math.PI),s.lineWidth=
3,s.strokeStyle=g,s.fillStyle=b,s.fill(),s.stroke()},dots(c,d,m=2.4,g=1){s.globalAlpha=g,s.fillStyle=d;for(let b=0;b<c.length;b+=2){let[k,y]=i(c[b],c[b+1]);s.fillRect(
k-m/2,y-m/2,m,m)}s.globalAlpha=1},picture(c,d,m){s.globalAlpha=m;let[g,b]=i(-d,d);s.drawImage(c,g,b,a-2*g,a-2*b),s.globalAlpha=1},arrows(c,d,m,g=.05){s.strokeStyle=
m,s.lineWidth=1.2,s.beginPath();for(let b=0;b<c.length;b+=2){let[k,y]=i(c[b],c[b+1]),[h,x]=i(d[b],d[b+1]),p=Math.hypot(h-k,x-y);if(!(p>1))continue;let F=Math.min(
p,g*a),[A,S]=[(h-k)/p*F,(x-y)/p*F],v=Math.min(3.5,F/2)/F;s.moveTo(k,y),s.lineTo(k+A,y+S),s.lineTo(k+A-v*(A-S),y+S-v*(S+A)),s.moveTo(k+A,y+S),s.lineTo(k+A-v*(A+S),
y+S-v*(S-A))}s.stroke()}};function f(){a&&(s.clearRect(0,0,a,a),o(l))}function u(c){let d=r.getBoundingClientRect(),m=g=>t*(2*Math.min(Math.max(g,0),1)-1);return[
m((c.clientX-d.left)/d.width),-m((c.clientY-d.top)/d.height)]}return n&&(r.addEventListener("pointerdown",c=>{r.setPointerCapture(c.pointerId),n(u(c),!0)}),r.addEventListener(
"pointermove",c=>{r.hasPointerCapture(c.pointerId)&&n(u(c),!1)})),{element:r,canvas:r,redraw:f,follow(){Ze(r,c=>{a=c;let d=window.devicePixelRatio||1;r.width=r.
height=Math.round(a*d),s=r.getContext("2d"),s.setTransform(r.width/a,0,0,r.width/a,0,0),f()})}}}function Gn(e,t,o){let{names:n,side:r,reach:s,handle:a,centres:i,radius:l}=t,f=ee(t.colours),u=f.length/3,c=Un(t.clouds,s),d=Un(t.grids,s),m={x:a[0],y:a[1]},g=S=>Math.
min(Math.max(S,-t.start),t.start),b=S=>U({label:`Noise: ${S}`,min:-t.start,max:t.start,step:.05,value:m[S],format:v=>v.toFixed(2),onInput(v){m[S]=v,F()}}),[k,y]=[
b("x"),b("y")],h=n.map((S,v)=>{let M=Hn(c,v,u),N=v?Hn(d,v-1,r*r):null,C=()=>N?ms(N,r,t.start,m.x,m.y):[m.x,m.y],R=Fe({label:S,reach:s,onPress:v?null:p,draw(_){for(let T=0;T<
u;T+=1){let[O,$]=_.place(M[2*T],M[2*T+1]);_.context.fillStyle=`rgb(${f[3*T]} ${f[3*T+1]} ${f[3*T+2]})`,_.context.fillRect(O-1,$-1,2,2)}_.ring(...C(),6,Q(o,"acce\
nt"),Q(o,"panel"))}});return{name:S,end:C,plane:R}});h[0].plane.canvas.classList.add("ff-handle");let x=Y();e.append(w("div",{class:"ff-planes"},...h.map(({name:S,
plane:v})=>w("div",{},w("span",{class:"ff-title"},S),v.element))),x.element,w("div",{class:"ff-controls ff-gap"},k.element,y.element));function p([S,v]){Object.
assign(m,{x:g(S),y:g(v)}),k.limits(-t.start,t.start,m.x),y.limits(-t.start,t.start,m.y),F()}function F(){for(let{plane:S}of h)S.redraw();A()}function A(){let S=M=>i.
some(([N,C])=>Math.hypot(N-M[0],C-M[1])<l),v=h.slice(1).map(({name:M,end:N})=>`${M}: ${S(N())?"in a disc":"between the discs"}`);x.say(`From (${m.x.toFixed(2)},\
 ${m.y.toFixed(2)}). ${v.join("; ")}.`)}for(let{plane:S}of h)S.follow();A(),Ne(o,F)}function Un(e,t){return Float32Array.from(ee(e),o=>o/255*2*t-t)}function Hn(e,t,o){
return e.subarray(2*t*o,2*(t+1)*o)}function ms(e,t,o,n,r){let s=u=>Math.min(Math.max((u+o)/(2*o)*(t-1),0),t-1.000001),[a,i]=[Math.floor(s(n)),Math.floor(s(r))],
[l,f]=[s(n)-a,s(r)-i];return[0,1].map(u=>{let c=(d,m)=>e[2*((i+m)*t+a+d)+u];return(1-f)*((1-l)*c(0,0)+l*c(1,0))+f*((1-l)*c(0,1)+l*c(1,1))})}function Xn(e){let t=ee(e),o=new Float32Array(t.length/2);for(let n=0;n<o.length;n+=1){let r=t[2*n]|t[2*n+1]<<8,s=r>>10&31,a=r&1023,i=s?(1+a/1024)*2**(s-15):a*2**
-24;o[n]=r&32768?-i:i}return o}function Vn(e){let t=Xn(e),o=t.length/2;return t.map((n,r)=>r<o?t[2*r]:t[2*(r-o)+1])}function Jn({shapes:e,weights:t}){let o=Xn(t),
n=[],r=0;for(let s=0;s<e.length;s+=2){let[a,i]=e[s],l=o.subarray(r,r+a*i);r+=a*i,n.push({inputs:i,outputs:a,weight:l,bias:o.subarray(r,r+a)}),r+=a}return n}var se=128;function*hs(e,t,o){let n=t.length/2,r=[o.signal,o.noise,Math.log(o.signal/o.noise)],s=new Float32Array(2*n),a=Math.max(...e.map(({outputs:f})=>f)),[i,l]=[new Float32Array(
a*se),new Float32Array(a*se)];for(let f=0;f<n;f+=se){let u=Math.min(se,n-f);for(let c=0;c<u;c+=1)i[c]=t[f+c],i[se+c]=t[n+f+c];e.forEach((c,d)=>{if(ps(c,d===0?r:
[],i,l,u),d<e.length-1)for(let m=0;m<c.outputs*se;m+=1)l[m]/=1+Math.exp(-l[m]);[i,l]=[l,i]});for(let c=0;c<u;c+=1)s[f+c]=i[c],s[n+f+c]=i[se+c];yield}return s}function ps({
inputs:e,outputs:t,weight:o,bias:n},r,s,a,i){let l=e-r.length,f=l%4===0?4:2;for(let u=0;u<t;u+=1){let c=u*e,d=u*se,m=n[u];r.forEach((g,b)=>{m+=o[c+l+b]*g}),a.fill(
m,d,d+se);for(let g=0;g<l;g+=f){let b=o[c+g],k=o[c+g+1],y=g*se;if(f===4){let h=o[c+g+2],x=o[c+g+3];for(let p=0;p<i;p+=1)a[d+p]+=b*s[y+p]+k*s[y+se+p]+h*s[y+2*se+
p]+x*s[y+3*se+p]}else for(let h=0;h<i;h+=1)a[d+h]+=b*s[y+h]+k*s[y+se+h]}}}function*Yn(e,t,o){let n=yield*hs(e,t,o),r=new Float32Array(t.length),s=new Float32Array(
t.length);for(let a=0;a<t.length;a+=1)r[a]=o.signal*t[a]-o.noise*n[a],s[a]=o.noise*t[a]+o.signal*n[a];return{image:r,noise:s}}function Kn({image:e,noise:t},o,n,r=0,s=null,a=new Float32Array(
e.length)){for(let i=0;i<a.length;i+=1)a[i]=o*e[i]+n*t[i]+(s?r*s[i]:0);return a}var Ke={ddim:{name:"DDIM",eta:null,cost:e=>e},ddpm:{name:"DDPM (η = 1)",eta:1,cost:e=>e},
heun:{name:"Heun",eta:0,cost:e=>2*e-1},dpm_solver_pp:{name:"DPM-Solver++(2M)",eta:0,cost:e=>e}};function Zn({layers:e,schedule:t,start:o,solver:n,steps:r,eta:s=0,
seed:a=0}){let i=we(r),l=i.map(h=>t.rates(h)),f=Ke[n].eta??s,u=[o],c=[],d=[],m=[];function*g(h){let x=u[h],p=yield*Yn(e,x,l[h]);if(n==="heun"&&h<r-1){let F=Kn(p,
l[h+1].signal,l[h+1].noise),A=yield*Yn(e,F,l[h+1]),S=p.noise.map((M,N)=>(M+A.noise[N])/2);return{image:x.map((M,N)=>(M-l[h].noise*S[N])/l[h].signal),noise:S}}if(d[h]=
p.image,n==="dpm_solver_pp"&&h>0){let[F,A,S]=[-1,0,1].map(C=>t.logSNR(i[h+C])),v=(S-A)/(2*(A-F)),M=p.image.map((C,R)=>(1+v)*C-v*d[h-1][R]),N=x.map((C,R)=>(C-l[h].
signal*M[R])/l[h].noise);return{image:M,noise:N}}return p}function*b(){for(let h=0;h<r;h+=1)c.push(yield*g(h)),m.push(f>0?J(Qe(a,h),o.length):null),u.push(y(h,l[h+
1]))}let k=b();function y(h,x,p){let{kept:F,fresh:A}=Et(l[h],x,f);return Kn(c[h],x.signal,F,A,m[h],p)}return{at(h,x){if(h>=1)return o;let p=Math.min(Math.floor(
(1-h)*r+1e-9),r-1);for(;u.length<=p+1;)k.next();return y(p,t.rates(h),x)},ahead(h){let x=performance.now()+h;for(;u.length<=r&&performance.now()<x;)k.next();return u.
length<=r}}}var he=2.7,gs=48,ws=4;function Qn(e,t,o){let n=ae("log_snr",t.schedule),r=Jn(t.network),s=Vn(t.network.points),a={solver:t.solver,steps:t.steps,eta:0},i={x:t.handle[0],
y:t.handle[1]},l=J(t.seed,2*t.count),f=new Float32Array(l.length),[u,c,d]=[null,null,null],m=Z({label:"Solver",value:a.solver,onChange($){a.solver=$,S(),N()},options:Object.
entries(Ke).map(([$,{name:E}])=>[$,E])}),g=U({label:"Steps",min:1,max:50,step:1,value:a.steps,onInput($){a.steps=$,N()}}),b=U({label:"Fresh noise η",min:0,max:1,
step:.1,value:0,format:$=>$.toFixed(1),onInput($){a.eta=$,N()}}),k=U({label:"Way from noise to data",min:0,max:1,step:.001,value:0,format:$=>`t = ${(1-$).toFixed(
2)}`,onInput:T}),y=U({label:"Ringed particle: x",min:-he,max:he,step:.05,value:i.x,format:$=>$.toFixed(2),onInput:$=>v($,i.y)}),h=U({label:"Ringed particle: y",
min:-he,max:he,step:.05,value:i.y,format:$=>$.toFixed(2),onInput:$=>v(i.x,$)}),x=qe({label:"Paths",value:!0,onChange:T}),p=qe({label:"Data",value:!0,onChange:T}),
F=Fe({label:"Particles in the plane",reach:he,draw:O,onPress([$,E]){y.limits(-he,he,$),h.limits(-he,he,E),v($,E)}}),A=Y();e.append(X(...t.simple?[g]:[m,g,b]),X(
k,de(o,k,{seconds:4}),x,p),F.element,A.element,w("div",{class:"ff-controls ff-gap"},y.element,h.element));function S(){let $=Ke[a.solver].eta;b.limits(0,1,$??a.
eta),b.input.disabled=$!==null}function v($,E){Object.assign(i,{x:$,y:E}),d=null,T()}function M($){return Zn({layers:r,schedule:n,start:$,seed:t.seed,...a})}function N(){
[u,c,d]=[M(l),null,null],T()}function C($){let E=M($),P=Math.max(60,a.steps);return Array.from({length:P+1},(D,I)=>E.at(1-I/P))}function R({context:$,place:E},P,D,I,q){
let W=P[0].length/2;$.strokeStyle=D,$.lineWidth=I,$.beginPath();for(let j=0;j<W;j+=1)for(let B=0;B<=q;B+=1){let[V,re]=E(P[B][j],P[B][W+j]);B?$.lineTo(V,re):$.moveTo(
V,re)}$.stroke()}function _({context:$,place:E},P,D,I){let q=P.length/2;$.fillStyle=D;for(let W=0;W<q;W+=1){let[j,B]=E(P[W],P[q+W]);$.fillRect(j-I/2,B-I/2,I,I)}}
function T(){F.redraw()}function O($){if(!u)return;let{context:E}=$,P=1-k.value,D=u.at(P,f);if(p.value&&(E.globalAlpha=.45,_($,s,Q(o,"muted"),2),E.globalAlpha=1),
_($,D,Q(o,"signal"),2.2),x.value){c??=C(ys(l,gs));let V=Math.round((1-P)*(c.length-1));E.globalAlpha=.55,R($,c,Q(o,"noise"),1,V),E.globalAlpha=1}d??=C(Float32Array.
of(i.x,i.y)),R($,d,Q(o,"accent"),2.5,d.length-1);let[I,q]=d[Math.round((1-P)*(d.length-1))];$.ring(I,q,5,Q(o,"accent"),Q(o,"accent")),$.ring(i.x,i.y,9,Q(o,"acce\
nt"),Q(o,"panel"));let{name:W,cost:j}=Ke[a.solver],B=d[d.length-1];A.say(`${t.count} particles at t = ${P.toFixed(2)}. ${W} with ${a.steps} steps evaluates the \
network ${j(a.steps)} times. The ringed particle ends at (${B[0].toFixed(2)}, ${B[1].toFixed(2)}).`),u.ahead(ws)}S(),N(),F.follow(),Ne(o,T)}function ys(e,t){let o=e.
length/2,n=new Float32Array(2*t);return n.set(e.subarray(0,t)),n.set(e.subarray(o,o+t),t),n}function zn(e,t,o){let{size:n,runs:r,mean:s,std:a}=t,i=ae(t.schedule.kind,t.schedule.options),l=ye(J(t.seed,3*n*n),s,a),f=ye(new Float32Array(3*n*n),s,a),u=A=>[
...new Set(r.map(S=>S[A]))].map(String),{steps:c,eta:d}=r[t.open],m=null,g=A=>u(A).map(S=>[S,S]),b=Z({label:"Steps",options:g("steps"),value:String(c),onChange(A){
let S=y.value/c;c=Number(A),y.limits(0,c,Math.round(S*c)),F()}}),k=Z({label:"η",options:g("eta"),value:String(d),onChange(A){d=Number(A),F()}}),y=U({label:"Ste\
p",min:0,max:c,step:1,value:0,format:A=>`${A} of ${c}`,onInput:F}),h=K({label:"The noisy image",title:"Noisy image",width:n,height:n}),x=K({label:"The predicted\
 image",title:"Predicted image",width:n,height:n}),p=Y();e.append(X(b,k,y,de(o,y,{seconds:5})),w("div",{class:"ff-columns ff-pair ff-grow"},h.element,x.element),
p.element);function F(){let A=y.value,S=r.findIndex(C=>C.steps===c&&C.eta===d),v=we(c)[A];if(A===0)h.draw(l),x.draw(f);else if(m){let C=[(A-1)*n,S*n,n,n];h.draw(
Re(m.noisy,...C)),x.draw(ce(m.predicted,...C))}let{signal:M,noise:N}=i.rates(v);h.describe(`The noisy image after step ${A} of ${c}`),x.describe(A?`The predicte\
d image of step ${A} of ${c}`:"No image has been predicted yet"),p.say(A===0?"Pure noise, at t = 1; nothing has been predicted yet.":`Step ${A} of ${c} led to t\
 = ${v.toFixed(2)}: signal rate ${M.toFixed(2)}, noise rate ${N.toFixed(2)}.`)}F(),Promise.all([te(t.noisy),te(le(o))]).then(([A,S])=>{m={noisy:A,predicted:S},o.
dataset.state="ready",y.value=y.value===0?Math.round(c/2):y.value})}var eo={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},bs=.1,xs=5,vs=0;function to(e,t,{reach:o,onPoint:n,onBack:r}){let{canvas:s}=t,a=w("p",
{class:"ff-hidden","aria-live":"polite"}),i=w("p",{class:"ff-hint",id:`ff-hint-${vs+=1}`},"Arrow keys move the cross, with Shift faster. Space puts a point, Ent\
er draws a line to it, Backspace takes the last stroke back.");for(let[c,d]of Object.entries({tabindex:0,role:"application","aria-roledescription":"drawing boar\
d","aria-describedby":i.id}))s.setAttribute(c,d);let l=[0,0],f=0;function u(c){clearTimeout(f),f=setTimeout(()=>{a.textContent=c},300)}return s.addEventListener(
"keydown",c=>{if(!(c.altKey||c.ctrlKey||c.metaKey)){if(eo[c.key]){let d=bs*(c.shiftKey?xs:1);l=l.map((m,g)=>{let b=Math.round(100*(m+d*eo[c.key][g]))/100;return Math.
min(Math.max(b,-o),o)}),u(Ms(l))}else if(c.key===" "||c.key==="Enter")u(n(l,c.key==="Enter"));else if(c.key==="Backspace")u(r());else return;c.preventDefault(),
t.redraw()}}),s.addEventListener("focus",t.redraw),s.addEventListener("blur",t.redraw),{element:a,hint:i,draw(c){if(!s.matches(":focus-visible"))return;let[d,m]=c.
place(...l);c.context.strokeStyle=Q(e,"accent"),c.context.lineWidth=2,c.context.beginPath(),c.context.moveTo(d-12,m),c.context.lineTo(d+12,m),c.context.moveTo(d,
m-12),c.context.lineTo(d,m+12),c.context.stroke()}}}function Ms([e,t]){let o=(n,r,s)=>n===0?"in the middle":`${Math.abs(n)} ${n>0?r:s}`;return e===0&&t===0?"Mid\
dle":`${o(e,"right","left")}, ${o(t,"up","down")}`}function no(e,t=150){let o=Math.max(1,Math.ceil(e.length/t)),n=[];for(let r=0;r<e.length;r+=o){let s=e.slice(r,r+o).filter(Number.isFinite);if(!s.length)continue;
let a=s.reduce((i,l)=>i+l,0)/s.length;n.push([r+s.length,Math.log10(Math.max(a,1e-12))])}return n}function jt(e){let t=e.length?e.map(([,u])=>u):[-.5,0],[o,n]=[
Math.min(...t),Math.max(...t)],r=Math.max(.03,.15-(n-o)/2),[s,a]=[o-r,n+r],i=a-s,l=i<.4?[1,1.2,1.5,2,2.5,3,4,5,6,7,8,9]:i<1?[1,1.5,2,3,5,7]:i<2?[1,2,5]:[1],f=[];
for(let u=Math.floor(s);u<=a;u+=Math.ceil(i/7))for(let c of l){let d=u+Math.log10(c);d>=s&&d<=a&&f.push(d)}return{y:[s,a],yTicks:f}}var Ut=(e,t=2)=>{let o=10**e;
return o<1e4&&o>=.001?String(Number(o.toPrecision(t))):o.toExponential(0)};function Ht(e){let t=e.slice(-50);return t.length?t.reduce((o,n)=>o+n,0)/t.length:0}function Yt(e,t,o,n=120){return Array.from({length:n+1},(r,s)=>e(t+(o-t)*s/n))}var Gt=(e,t,o,n,r,s)=>Yt(a=>[e+o*Math.cos(a),t+n*Math.sin(a)],r,s);function ks(){
return[Yt(e=>[1.6*Math.sin(e)**3,(13*Math.cos(e)-5*Math.cos(2*e)-2*Math.cos(3*e)-Math.cos(4*e))/10+.2],0,2*Math.PI,240)]}function Ss(){return[Gt(-.5,-.25,1,1.1,
0,Math.PI),Gt(.5,.25,1,1.1,Math.PI,2*Math.PI)]}function As(){return[Yt(e=>[.17*e*Math.cos(e),.17*e*Math.sin(e)],1,3.2*Math.PI,240)]}function $s(){let e=t=>[[[t,
.15],[t,1.65]],Gt(t,.9,1.1,.75,-Math.PI/2,Math.PI/2)];return[...e(-1.5),...e(.4),[[-.95,-1.65],[-.95,-.15]],[[.4,-1.65],[.4,-.15],[.95,-1.1],[1.5,-.15],[1.5,-1.65]]]}
function Fs(e,t){let o=new Float32Array(2*e);for(let n=0;n<e;n+=1){let r=2*Math.PI*oe(t,3*n),s=.55*Math.sqrt(oe(t,3*n+1)),a=oe(t,3*n+2)<.5?-1:1;o[2*n]=a+s*Math.
cos(r),o[2*n+1]=.6*a+s*Math.sin(r)}return o}function Kt(e,t,o,n=.03){let r=e.flatMap(f=>f.length>1?f.slice(1).map((u,c)=>[f[c],u]):[[f[0],f[0]]]),s=0,a=r.map(([
[f,u],[c,d]])=>s+=Math.hypot(c-f,d-u)+1e-6),i=J(o,2*t),l=new Float32Array(2*t);for(let f=0;f<t;f+=1){let u=s*oe(o,2*t+f),c=a.findIndex(y=>u<=y),[[d,m],[g,b]]=r[c],
k=(a[c]-u)/(a[c]-(a[c-1]??0));l[2*f]=g+k*(d-g)+n*i[2*f],l[2*f+1]=b+k*(m-b)+n*i[2*f+1]}return l}function oo(e,t,o,n,r){let s=0,a=Array.from(e,l=>s+=l),i=new Float32Array(
2*o);for(let l=0;l<o;l+=1){let f=s*oe(n,3*l),u=a.findIndex(m=>f<=m),c=u%t+oe(n,3*l+1),d=Math.floor(u/t)+oe(n,3*l+2);i[2*l]=r*(2*c/t-1),i[2*l+1]=r*(1-2*d/t)}return i}
var so={heart:ks,moons:Ss,spiral:As,letters:$s},Ua=[...Object.keys(so),"discs"];function ro(e,t,o){return e==="discs"?Fs(t,o):Kt(so[e](),t,o)}function ao(e,t,o){
let n=0;for(let r=0;r<e.length;r+=2)for(let s=0;s<t.length;s+=2){let[a,i]=[e[r]-t[s],e[r+1]-t[s+1]];if(a*a+i*i<=o*o){n+=1;break}}return 2*n/e.length}var io=`(()=>{var ge={noise:({signal:e,noise:o})=>e/o,image:()=>1,velocity:({noise:e})=>1/e,flow:({signal:e,noise:o})=>1+e/o};function te(e,o,n,t,r){let s=e.len\
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
`;var Ts={noise:({signal:e,noise:t})=>e/t,image:()=>1,velocity:({noise:e})=>1/e,flow:({signal:e,noise:t})=>1+e/t};function lo(e,t,o,n,r){let s=e.length/2,a=new Float64Array(
s),i=[0,1].map(d=>Array.from(a.keys()).sort((m,g)=>e[2*m+d]-e[2*g+d]));function l(d,m,{signal:g,noise:b}){let k=1/0;for(let h=0;h<s;h+=1){let[x,p]=[d-g*e[2*h],m-
g*e[2*h+1]];a[h]=(x*x+p*p)/(2*b*b),k=Math.min(k,a[h])}let y=0;for(let h=0;h<s;h+=1)y+=a[h]=Math.exp(k-a[h]);return y}let f=(d,m)=>a.reduce((g,b,k)=>g+b*e[2*k+d],
0)/m,u=(d,m)=>{let g=0,b=i[d].find(k=>(g+=a[k])>=m/2);return e[2*b+d]},c=0;return r.times.forEach((d,m)=>{let g=t.rates(d),b=[0,1].map(y=>g.signal*r.images[2*m+
y]+g.noise*r.noise[2*m+y]),k=l(...b,g);for(let y of[0,1]){let h=n==="mse"?f(y,k):u(y,k),x=Ts[o](g)*(h-r.images[2*m+y]);c+=n==="mse"?x*x:Math.abs(x)}}),c/(2*r.times.
length)}function co(e,{beta1:t=.9,beta2:o=.999,epsilon:n=1e-8}={}){let[r,s]=[new Float64Array(e),new Float64Array(e)],a=0;return{step(i,l,f){a+=1;let u=f/(1-t**a),c=1/Math.
sqrt(1-o**a);for(let d=0;d<e;d+=1){let m=l[d];r[d]+=(1-t)*(m-r[d]),s[d]+=(1-o)*(m*m-s[d]),i[d]-=u*r[d]/(Math.sqrt(s[d])*c+n)}}}}function uo(e,t){let o=e.slice(),
n=0;return{parameters:o,update(r){let s=Math.min(t,(1+n)/(10+n));n+=1;for(let a=0;a<o.length;a+=1)o[a]+=(1-s)*(r[a]-o[a])}}}function Xe(e,t=null){let o=e.slice(1).map((l,f)=>({inputs:e[f],outputs:l})),n=o.reduce((l,{inputs:f,outputs:u})=>l+(f+1)*u,0),r=t??new Float64Array(n),s=0,a=l=>r.
subarray(s,s+=l),i=o.map(({inputs:l,outputs:f})=>({inputs:l,outputs:f,weight:a(l*f),bias:a(f)}));return{widths:e,layers:i,parameters:r}}function fo(e){return e.
map(t=>{let[o,n,r]=[0,1,2].map(()=>new Float64Array(64*t));return{width:t,values:o,slopes:n,errors:r}})}function Vt(e,t,o,n,r=null,s=null){let[a,i]=[t[0],t[t.length-
1]],l=o.length/a.width;for(let f=0;f<l;f+=64){let u=Math.min(64,l-f);a.values.set(o.subarray(f*a.width,(f+u)*a.width)),Ns(e,t,u),n.set(i.values.subarray(0,u*i.width),
f*i.width),s&&(s(f,u,i.values,i.errors),Cs(e,r,t,u))}return n}function Ns({layers:e},t,o){e.forEach(({inputs:n,outputs:r,weight:s,bias:a},i)=>{let[l,f]=[t[i],t[i+
1]];Ps(f.values,a,o),Xt(f.values,o,r,n,l.values,n,1,s,n,1),i<e.length-1&&Ls(f.values,f.slopes,o*r)})}function Ls(e,t,o){for(let n=0;n<o;n+=1){let r=e[n],s=1/(1+
Math.exp(-r));e[n]=r*s,t[n]=s*(1+r*(1-s))}}function Cs({layers:e},t,o,n){for(let r=e.length-1;r>=0;r-=1){let{inputs:s,outputs:a,weight:i}=e[r],[l,f]=[o[r],o[r+1]],
u=t.layers[r];if(Xt(u.weight,a,s,n,f.errors,1,a,l.values,1,s),Is(u.bias,f.errors,n),r===0)return;l.errors.fill(0,0,n*s),Xt(l.errors,n,s,a,f.errors,a,1,i,1,s),Rs(
l.errors,l.slopes,n*s)}}function Ps(e,t,o){for(let n=0,r=0;n<o;n+=1)for(let s=0;s<t.length;s+=1,r+=1)e[r]=t[s]}function Is(e,t,o){for(let n=0,r=0;n<o;n+=1)for(let s=0;s<
e.length;s+=1,r+=1)e[s]+=t[r]}function Rs(e,t,o){for(let n=0;n<o;n+=1)e[n]*=t[n]}function Xt(e,t,o,n,r,s,a,i,l,f){let u=t-t%4,c=o-o%4;for(let d=0;d<u;d+=4)for(let m=0;m<
c;m+=4){let g=0,b=0,k=0,y=0,h=0,x=0,p=0,F=0,A=0,S=0,v=0,M=0,N=0,C=0,R=0,_=0,T=d*s,O=m*l;for(let E=0;E<n;E+=1){let P=i[O],D=i[O+l],I=i[O+2*l],q=i[O+3*l],W=r[T],j=r[T+
s],B=r[T+2*s],V=r[T+3*s];g+=W*P,b+=W*D,k+=W*I,y+=W*q,h+=j*P,x+=j*D,p+=j*I,F+=j*q,A+=B*P,S+=B*D,v+=B*I,M+=B*q,N+=V*P,C+=V*D,R+=V*I,_+=V*q,T+=a,O+=f}let $=d*o+m;e[$]+=
g,e[$+1]+=b,e[$+2]+=k,e[$+3]+=y,$+=o,e[$]+=h,e[$+1]+=x,e[$+2]+=p,e[$+3]+=F,$+=o,e[$]+=A,e[$+1]+=S,e[$+2]+=v,e[$+3]+=M,$+=o,e[$]+=N,e[$+1]+=C,e[$+2]+=R,e[$+3]+=_}
for(let d=0;d<t;d+=1)for(let m=d<u?c:0;m<o;m+=1){let g=0;for(let b=0;b<n;b+=1)g+=r[d*s+b*a]*i[m*l+b*f];e[d*o+m]+=g}}var ut={dim:14,lowest:.25,highest:32},ve=[2+ut.dim,64,64,64,2],xe=256,Os=.995,_s={noise:(e,t)=>t,image:e=>e,velocity:(e,t,{signal:o,noise:n})=>o*t-n*e,flow:(e,t)=>t-
e},Bs={mse:{error:e=>e*e,slope:e=>2*e},mae:{error:Math.abs,slope:Math.sign}};function ft(e){let t=e.length/2,o=[0,0];e.forEach((r,s)=>{o[s%2]+=r/t});let n=e.reduce(
(r,s,a)=>r+(s-o[a%2])**2,0);return{mean:o,spread:Math.sqrt(n/e.length)||1}}function Jt(e,{mean:t,spread:o}){return e.map((n,r)=>(n-t[r%2])/o)}function dt(e,{mean:t,
spread:o}){return e.map((n,r)=>n*o+t[r%2])}function Ds(e){let t=Xe(ve),o=0;for(let{inputs:n,weight:r,bias:s}of t.layers.slice(0,-1))for(let a of[r,s])for(let i=0;i<
a.length;i+=1)a[i]=(2*oe(e,o)-1)/Math.sqrt(n),o+=1;return t.parameters}function mo(e,t){let{kind:o,options:n}=t.schedule,r=ae(o,n),s=ze(t.target),a=_s[t.target],
{error:i,slope:l}=Bs[t.loss],u=ct(ut.dim,ut.lowest,ut.highest).map(M=>Math.fround(2*Math.PI*M)),c=Xe(ve,t.parameters??Ds(t.seed)),d=Xe(ve),m=co(c.parameters.length),
g=uo(c.parameters,Os),b=Xe(ve,g.parameters),k=fo(ve),y=ft(e),h=Jt(e,y),x=0;function p(M,N,C,R,_){let T=N*ve[0];M[T]=C,M[T+1]=R;for(let O=0;O<u.length;O+=1){let $=Math.
fround(Math.fround(_)*u[O]);M[T+2+O]=Math.sin($),M[T+2+u.length+O]=Math.cos($)}}function F(M){let N=M.times.length,C=new Float64Array(N*ve[0]),R=new Float64Array(
2*N);for(let T=0;T<N;T+=1){let O=r.rates(M.times[T]),[$,E]=[2*T,2*T+1];p(C,T,O.signal*M.images[$]+O.noise*M.noise[$],O.signal*M.images[E]+O.noise*M.noise[E],O.noise**
2),R[$]=a(M.images[$],M.noise[$],O),R[E]=a(M.images[E],M.noise[E],O)}let _=0;return d.parameters.fill(0),Vt(c,k,C,new Float64Array(2*N),d,(T,O,$,E)=>{for(let P=0;P<
2*O;P+=1){let D=$[P]-R[2*T+P];_+=i(D)/(2*N),E[P]=l(D)/(2*N)}}),_}function A(M){let N=We(t.seed,M+65536),C=h.length/2,R={images:new Float64Array(2*xe),noise:J(N,
2*xe),times:new Float64Array(xe)};for(let _=0;_<xe;_+=1){let T=2*Math.floor(C*oe(N,4*xe+_));R.images[2*_]=h[T],R.images[2*_+1]=h[T+1],R.times[_]=oe(N,5*xe+_)}return R}
function S(M,N,C){let R=N.length/2,_=new Float64Array(R*ve[0]);for(let O=0;O<R;O+=1)p(_,O,N[2*O],N[2*O+1],C.noise**2);let T=Vt(M,k,_,new Float64Array(N.length));
return s(T,N,C)}let v=M=>M?b:c;return{network:c,gradient:d,average:g,drawBatch:A,lossAndGradient:F,get steps(){return x},step(M=t.rate){let N=F(A(x));return Number.
isFinite(N)&&(m.step(c.parameters,d.parameters,M),g.update(c.parameters),x+=1),N},learnFrom(M){y=ft(M),h=Jt(M,y)},best(){return Array.from({length:12},(C,R)=>lo(
h,r,t.target,t.loss,{...A(1e6+R),times:Float64Array.from({length:xe},(_,T)=>(T+(R+.5)/12)/xe)})).reduce((C,R)=>C+R,0)/12},sample({count:M,steps:N=20,seed:C=1,smooth:R=!0}){
let _=we(N),T=Float64Array.from(J(C,2*M)),O=T;for(let $=0;$<N;$+=1){let[E,P]=[r.rates(_[$]),r.rates(_[$+1])];({image:O,noisy:T}=Ce(T,S(v(R),T,E),E,P))}return dt(
O,y)},guess(M,{t:N,smooth:C=!0}){let R=r.rates(N),_=Jt(M,y),T=S(v(C),_,R),O=_.map(($,E)=>($-R.noise*T[E])/R.signal);return dt(O,y)}}}var ho=100,qs=.25,Ws=3e4;function po(e,{slice:t=50,later:o=n=>setTimeout(n,0)}={}){let n=null,r={},s={},a=0,i=!1,l=!1,f=!0,u=[],c=0,d=0,m=0,g=0,b=0,k={},y=()=>!f||
n.steps>=Ws;function h(A,S=1/0){let v=performance.now(),M=0;for(;M<S&&f&&performance.now()<A;){let N=n.step(s.rate);u.push(N),f=Number.isFinite(N),M+=1}c+=performance.
now()-v,d+=M,y()&&(i=!1)}function x({samples:A=!1,arrows:S=A}={}){let v={...k,begun:a,steps:n.steps,finite:f,ended:y(),losses:Float32Array.from(u),rate:c>0?1e3*
d/c:0},{count:M,length:N,seed:C,places:R,t:_}=r,T=s.average;if(S&&(v.arrows=n.guess(R,{t:_,smooth:T})),A&&n.steps>0){let O=performance.now();v.samples=n.sample(
{count:M,steps:N,seed:C,smooth:T}),m=performance.now(),g=m-O}[u,k]=[[],{}],c>2e3&&([c,d]=[c/2,d/2]),e(v),b=performance.now()}function p(){if(l=!1,!i)return;h(performance.
now()+t);let A=performance.now(),S=!i||A-m>Math.max(2*ho,g/qs);(S||A-b>ho)&&x({samples:S,arrows:!0}),F()}function F(){!i||l||(l=!0,o(p))}return{begin(A){({number:a,
settings:s,view:r}=A),n=mo(A.points,s),[i,f,u,c,d]=[!1,!0,[],0,0],k={best:n.best()},x({samples:!0})},learnFrom({points:A}){n.learnFrom(A),k={best:n.best()},i||x(
{samples:!0})},change(A){s={...s,...A},i||x({samples:!0})},look(A){r={...r,...A},x({arrows:!0,samples:!("t"in A)})},run({on:A}){i=A&&!y(),i||x({samples:!0}),F()},
step({count:A=1}){h(1/0,A),x({samples:!0})}}}function go(e,t){let o=null,n=null,r=!1,s=[],a=()=>{n=po(e,{slice:12});for(let{order:i,...l}of s.splice(0))n[i](l)};try{o=t(),o.onmessage=({data:i})=>{r=!0,s.length=
0,i.ready||e(i)},o.onerror=i=>{if(i.preventDefault?.(),r)throw new Error(i.message);a()}}catch{a()}return{get inWorker(){return n===null},ask(i,l={}){return n?n[i](
l):(r||s.push({order:i,...l}),o.postMessage({order:i,...l}))}}}var ht=2.2,wo=1.9,mt=600,yo=400,js=.15,Us=1e3,bo=[["heart","Heart"],["moons","Two moons"],["spiral","Spiral"],["discs","Two discs"],["letters","DDIM"],["picture",
"A painted flower"],["drawing","What I draw"]],xo={cosine:{name:"Cosine",kind:"cosine",options:{max_signal_rate:.999}},short:{name:"Cosine, ends as for pictures",
kind:"cosine",options:{}},linear:{name:"Linear β",kind:"linear",options:{}},log_snr:{name:"Straight log-SNR",kind:"log_snr",options:{start:6,end:-6}},rectified_flow:{
name:"Rectified flow",kind:"rectified_flow",options:{}}},Hs=[["noise","Noise"],["image","Image"],["velocity","Velocity"],["flow","Flow (noise − image)"]],Gs=[
["mse","Squared (MSE)"],["mae","Absolute (MAE)"]],vo=Float64Array.from({length:450},(e,t)=>{let o=t>>1;return ht*(2*((t%2?Math.floor(o/15):o%15)+.5)/15-1)});function Ys(){
return new Worker(URL.createObjectURL(new Blob([io],{type:"text/javascript"})))}function Mo(e,t,o){let n={schedule:"cosine",target:"noise",loss:"mse",power:-2,average:!0,
seed:t.seed},r={size:t.picture.size,ink:ee(t.picture.ink)},s=Ks(t.picture),a=[],i=new Float32Array(0),l=null,f=0,u=!1,c=!1,d={steps:0,finite:!0,rate:0},m=[],g=null,
b=null,k=0,y=null,h=Z({label:"Points",options:bo,value:t.shape,onChange:j}),x=z({label:"Clear",onClick:()=>{h.value="drawing"}}),p=z({label:"Train",onClick:()=>c?
pt():De()}),F=z({label:"One step",onClick:()=>{ue()&&H("step")}}),A=z({label:"Start again",onClick:ke}),S=U({label:"Learning rate",min:-4,max:0,step:.5,value:n.
power,format:L=>String(Number((10**L).toPrecision(1))),onInput(L){n.power=L,u&&H("change",{rate:10**L})}}),v=qe({label:"Average the weights",value:!0,onChange(L){
n.average=L,u&&H("change",{average:L})}}),M=L=>G=>{n[L]=G,ke()},N=Z({label:"Schedule",value:n.schedule,options:Object.entries(xo).map(([L,{name:G}])=>[L,G]),onChange:M(
"schedule")}),C=Z({label:"The network predicts",value:n.target,options:Hs,onChange:M("target")}),R=Z({label:"Error",value:n.loss,options:Gs,onChange:M("loss")}),
_=U({label:"Seed",min:0,max:50,step:1,value:n.seed,onInput(L){n.seed=L,B(h.value),ke()}}),T=U({label:"Noise level of the arrows",min:0,max:1,step:.02,value:.5,format:L=>`\
t = ${L.toFixed(2)}`,onInput(L){u&&H("look",{t:L})}}),O=U({label:"Steps of DDIM",min:1,max:50,step:1,value:20,onInput(L){u&&H("look",{length:L})}}),$=Fe({label:"\
Your points",reach:ht,draw:Me,onPress:Te}),E=to(o,$,{reach:ht,onPoint:_e,onBack:Ve}),P=Fe({label:"Samples",reach:ht,draw:Oe}),D=w("span",{class:"ff-title"},"Noi\
se"),I=ie({label:"Loss over the steps",title:"Loss",x:[0,200],...jt([]),height:150,xLabel:"steps",formatY:Ut}),q=Y(),W=(L,G,...fe)=>w("div",{},L,G.element,...fe);
e.append(X(h,x,p,F,A),w("div",{class:"ff-columns ff-two"},W(w("span",{class:"ff-title"},"Your points: draw here"),$,E.hint),W(D,P)),q.element,E.element,w("div",
{class:"ff-gap"},I.element,me([["iris","Loss"],["muted","The least that any network can reach on these points",!0]])),w("div",{class:"ff-controls ff-gap"},S.element,
v.element,...t.simple?[]:[N,C,R,T,O,_].map(L=>L.element)));function j(L){L==="drawing"&&(a=[]),B(L)}function B(L){L==="drawing"?i=a.length?Kt(a,mt,n.seed):new Float32Array(
0):L==="picture"?i=oo(r.ink,r.size,mt,n.seed,wo):i=ro(L,mt,n.seed),p.disabled=F.disabled=i.length===0,$.canvas.setAttribute("aria-label",i.length?`${i.length/2}\
 points to learn: ${bo.find(([G])=>G===L)[1]}`:"An empty board to draw on"),re(),$.redraw(),P.redraw(),en()}let V=0;function re(){!u||V||(V=setTimeout(()=>{V=0,
u&&i.length&&H("learnFrom",{points:i}),u&&c&&H("run",{on:i.length>0})},300))}function Me(L){h.value==="picture"&&L.picture(s,wo,.35),L.dots(i,Q(o,"signal"),2.4),
b&&L.arrows(vo,b,Q(o,"noise")),E.draw(L),!i.length&&(L.context.fillStyle=Q(o,"muted"),L.context.textAlign="center",L.context.font=`14px ${getComputedStyle(o).fontFamily}`,
L.context.fillText("Draw here",L.width/2,L.width/2))}function Oe(L){L.dots(i,Q(o,"muted"),2,.35),L.dots(g??Ee(),Q(o,"petal"),2.6)}function Ee(){let L=Float64Array.
from(J(1,2*yo));return i.length?dt(L,ft(i)):L}function Te(L,G){if(G)h.value!=="drawing"&&(h.value="drawing"),a.push([L]);else{let fe=a[a.length-1],Je=fe[fe.length-
1];if(Math.hypot(L[0]-Je[0],L[1]-Je[1])<.04)return;fe.push(L)}B("drawing")}function _e(L,G){return G&&h.value==="drawing"&&a.length?(a[a.length-1].push(L),B("dr\
awing"),"A line to here."):(Te(L,!0),`A point. ${Be(a.length)} on the board.`)}function Ve(){return h.value!=="drawing"||!a.length?"There is nothing of yours to\
 take back.":(a.pop(),B("drawing"),`Taken back. ${Be(a.length)} on the board.`)}function Be(L){return L===1?"1 stroke":`${L||"No"} strokes`}function H(L,G={}){l.
ask(L,G)}function ue(){return i.length?(l??=go($o,Ys),u||pe(),!0):!1}function pe(){let{kind:L,options:G}=xo[n.schedule];f+=1,u=!0,H("begin",{number:f,points:i,settings:{
schedule:{kind:L,options:G},target:n.target,loss:n.loss,rate:10**n.power,average:n.average,seed:n.seed},view:{count:yo,length:O.value,seed:1,places:vo,t:T.value}})}
function De(){ue()&&(c=!0,yt(),H("run",{on:!0}))}function pt(){c=!1,yt(),H("run",{on:!1})}function ke(){m=[],[g,b,y]=[null,null,null],d={steps:0,finite:!0,rate:0},
u=!1,l&&ue()&&c&&H("run",{on:!0}),wt()}function $o(L){if(L.begun===f){d=L,L.ended&&(c=!1);for(let G of L.losses)m.push(G);y=L.best??y,L.samples&&(g=L.samples),L.
arrows&&(b=L.arrows),Fo()}}let zt=0,gt=0;function Fo(){if(gt)return;let L=bt()&&c?Us-(performance.now()-zt):0;gt=setTimeout(()=>{gt=0,zt=performance.now(),wt()},
Math.max(0,L))}function wt(){k=g&&i.length?ao(g,i,js):0,D.textContent=g?"Samples":"Noise, where samples start",$.redraw(),P.redraw();let L=no(m),G=y>0?Math.log10(
y):null,fe=Math.max(100,m.length);I.limits({x:[0,fe],...jt(G===null?L:[...L,[0,G]])}),I.update({lines:[...G===null?[]:[{points:[[0,G],[fe,G]],colour:"muted",dash:!0}],
...L.length>1?[{points:L,colour:"iris"}]:[]],marks:L.length===1?[{x:L[0][0],y:L[0][1],colour:"iris"}]:[]}),yt(),en()}function yt(){p.textContent=c?"Pause":"Trai\
n",o.dataset.state=c?"training":d.finite?"resting":"broken",o.dataset.steps=d.steps,o.dataset.rate=Math.round(d.rate),o.dataset.loss=Ht(m).toFixed(4),o.dataset.
near=k.toFixed(3)}function en(){if(!i.length)return q.say("The board is empty. Draw on it, or choose points.");if(!m.length)return q.say(`${mt} points to learn.\
 Press Train.`);let L=Ht(m),G=l.inWorker?"":", without a worker",fe=d.rate?` ${Math.round(d.rate)} steps a second here${G}.`:"";if(!d.finite)return q.say(`Step ${d.
steps}: the loss is no longer a number. The learning rate is too high; take a smaller one and start again.`);let Je=L>1.5*m[0]?" That is more than at the start:\
 the learning rate is too high.":"";return q.say(`Step ${d.steps.toLocaleString("en")}. Loss ${Ut(Math.log10(L),3)}.${Je} ${Math.round(100*k)} % of the samples \
lie on your points.${fe}`)}typeof IntersectionObserver=="function"&&new IntersectionObserver(L=>{let G=L[L.length-1].isIntersecting;u&&c&&H("run",{on:G&&i.length>
0})}).observe(o),B(t.shape),$.follow(),P.follow(),wt(),Ne(o,()=>{$.redraw(),P.redraw()})}function Ks({size:e,colours:t}){let o=w("canvas",{width:e,height:e}),n=o.
getContext("2d"),r=n.createImageData(e,e);ee(t).forEach((s,a)=>{r.data[4*Math.floor(a/3)+a%3]=s});for(let s=3;s<r.data.length;s+=4)r.data[s]=255;return n.putImageData(
r,0,0),o}function So(e,t){let{blocks:o}=t,n=Math.max(...o.map(d=>d.parameters)),r=o.map((d,m)=>{let g=ko(d,1)[0],b=Math.sqrt(d.parameters/n),k=w("button",{type:"button",
class:"ff-block","aria-pressed":"false","aria-label":`${d.title}, ${d.shape}, ${d.parameters} parameters`},g,w("i",{style:`width:${(100*b).toFixed(0)}%`}));return k.
addEventListener("focus",()=>c(m)),k.addEventListener("pointerenter",()=>c(m)),k.addEventListener("click",()=>c(m)),k.addEventListener("keydown",y=>{let h={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[y.key];h&&(y.preventDefault(),r[Math.min(Math.max(m+h,0),o.length-1)].focus())}),k}),s=Math.max(...o.map(d=>d.level))+1,a=w(
"div",{class:"ff-unet",role:"group","aria-label":"Blocks"});for(let d=0;d<s;d+=1){let m=k=>r.filter((y,h)=>o[h].level===d&&o[h].side===k),g=t.sizes[d],b=`margin\
-inline:${(30*d/(s-1)).toFixed(1)}%`;a.append(w("div",{class:"ff-unet-row",style:b},w("div",{class:"ff-unet-side"},...m("down")),...m("middle").length?[w("div",
{class:"ff-unet-side"},...m("middle")),w("span",{class:"ff-unet-size"},`${g} × ${g}`)]:[w("span",{class:"ff-unet-skip"},w("span",{class:"ff-unet-size"},`${g} ×\
 ${g}`))],w("div",{class:"ff-unet-side"},...m("up"))))}let i=w("span",{class:"ff-title"}),l=w("dl",{class:"ff-facts"}),f=w("div",{class:"ff-maps",role:"img"}),u=Y();
e.append(a,w("div",{class:"ff-unet-detail"},i,l,f),u.element);function c(d){let m=o[d];r.forEach((g,b)=>{g.setAttribute("aria-pressed",String(b===d)),g.classList.
toggle("ff-partner",b!==d&&Xs(o[b],m))}),i.textContent=m.kind?`${m.title}: ${m.kind}`:m.title,l.replaceChildren(...m.facts.map(([g,b])=>w("div",{},w("dt",{},g),
w("dd",{},b)))),f.replaceChildren(...ko(m,m.count)),f.setAttribute("aria-label",m.shown),u.say(m.sentence)}c(Math.min(t.selected,o.length-1))}function Xs(e,t){return e.
skip===t.name||t.skip===e.name}function Vs(e,t){return Float64Array.from({length:t},(o,n)=>((n%2?e[n>>1]&15:e[n>>1]>>4)-7)/7)}function ko(e,t){let[o,n]=e.size,r=ee(
e.maps),s=o*n,a=e.colour?null:Vs(r,s*e.count);return Array.from({length:Math.min(t,e.count)},(i,l)=>{let f=K({label:"",width:o,height:n});return f.draw(e.colour?
r:Ge(a.subarray(l*s,(l+1)*s))),f.canvas.removeAttribute("role"),f.canvas.removeAttribute("aria-label"),f.canvas.setAttribute("aria-hidden","true"),f.canvas})}var Zt=["leaf","iris"];function Ao(e,t,o){let{side:n,epochs:r,curves:s}=t,a=s.flatMap(({points:b})=>b),[i,l]=[Math.min(...a.map(([b])=>b)),Math.max(...a.map(([b])=>b))],
f=null,u=U({label:"Epoch",min:i,max:l,step:1,value:l,onInput:g}),c=ie({label:"Errors over the epochs",title:"Errors",x:[i,Math.max(l,i+1)],y:Js(s),height:190,xLabel:"\
epoch",onPoint:b=>{u.value=Math.round(b)}}),d=K({label:"Samples",title:"Samples",width:n,height:n}),m=Y();e.append(X(u,de(o,u,{seconds:8})),w("div",{class:"ff-c\
olumns ff-two"},w("div",{},c.element,me(s.map(({name:b},k)=>[Zt[k],b]))),d.element),m.element);function g(){let b=u.value;c.update({lines:s.map(({points:y},h)=>({
points:y,colour:Zt[h]})).filter(({points:y})=>y.length>1),marks:[{x:b,colour:"muted"},...s.flatMap(({points:y},h)=>{let x=Qt(y,b,([p])=>p);return x?[{x:x[0],y:x[1],
colour:Zt[h]}]:[]})]});let k=Qt(r,b,y=>y)??r[0];f&&d.draw(ce(f,r.indexOf(k)*n,0,n,n)),d.heading.textContent=`Samples after epoch ${k}`,d.describe(`Sixteen sampl\
es after epoch ${k}`),m.say(`Epoch ${b}. ${s.map(({name:y,points:h})=>{let x=Qt(h,b,([p])=>p);return x?`${y}: ${x[1].toFixed(3)}`:""}).filter(Boolean).join("; ")}\
.`)}g(),te(le(o)).then(b=>{f=b,o.dataset.state="ready",g()})}function Js(e){let t=e.flatMap(({points:s})=>s.map(([,a])=>a)),[o,n]=[Math.min(...t),Math.max(...t)],
r=.05*(n-o)||.01;return[o-r,n+r]}function Qt(e,t,o){return e.filter(n=>o(n)<=t).at(-1)}tn({dissolve:mn,draw_a_schedule:Fn,embedding_explorer:Tn,first_flowers:Nn,grow:Ln,guess_the_flower:qn,lie:jn,noise_maps:Gn,particles:Qn,reverse:zn,train:Mo,unet_map:So,
watch:Ao});})();
