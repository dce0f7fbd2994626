/* Made by book/bundle_figures.py from ddimlib/static/ (8b306aa65e39b57c). */
(()=>{function yn(e){let t=".ff-figure[data-figure]:not([data-started], [data-failed])",o=()=>{for(let r of document.querySelectorAll(t))document.readyState==="loadin\
g"&&!r.nextSibling||zo(r,e[r.dataset.figure])};if(o(),document.readyState!=="loading")return;let n=new MutationObserver(o);n.observe(document,{childList:!0,subtree:!0}),
document.addEventListener("DOMContentLoaded",()=>{n.disconnect(),o()})}function zo(e,t){let o=e.querySelector(":scope > script[type='application/json']");if(!t||
!o)return;let n=e.querySelector(".ff-live");e.dataset.started="";try{t(n,JSON.parse(o.textContent),e)}catch(r){delete e.dataset.started,e.dataset.failed="",n.replaceChildren(),
console.error(r)}}function w(e,t={},...o){let n=document.createElement(e);for(let[r,s]of Object.entries(t))s!=null&&s!==!1&&n.setAttribute(r,s===!0?"":s);return n.
append(...o),n}function Z(...e){return w("div",{class:"ff-controls"},...e.map(t=>t.element??t))}function G({label:e,min:t,max:o,step:n,value:r,format:s=String,onInput:a}){
let i=w("span",{class:"ff-value","aria-hidden":"true"}),l=w("input",{type:"range",min:t,max:o,step:n}),f=()=>{let d=s(Number(l.value));i.textContent=d,l.setAttribute(
"aria-valuetext",d);let m=(Number(l.value)-l.min)/(l.max-l.min||1);l.style.setProperty("--ff-filled",`${(100*m).toFixed(1)}%`)},c=w("span",{class:"ff-label"},e),
u=w("label",{class:"ff-slider"},w("span",{class:"ff-row"},c,i),l);return l.value=r,f(),l.addEventListener("input",()=>{f(),a(Number(l.value))}),{element:u,input:l,
get value(){return Number(l.value)},set value(d){l.value=d,f(),a(Number(l.value))},limits(d,m,p){Object.assign(l,{min:d,max:m}),l.value=p,f()},rename(d){c.textContent=
d}}}function ne({label:e,options:t,value:o,onChange:n}){let r=w("select",{},...t.map(([a,i])=>w("option",{value:a},i)));return r.value=o,r.addEventListener("cha\
nge",()=>n(r.value)),{element:w("label",{class:"ff-choice"},w("span",{class:"ff-label"},e),r),input:r,get value(){return r.value},set value(a){r.value=a,n(r.value)}}}
function Ze({label:e,value:t=!1,onChange:o}){let n=w("input",{type:"checkbox"});return n.checked=t,n.addEventListener("change",()=>o(n.checked)),{element:w("lab\
el",{class:"ff-toggle"},n,w("span",{},e)),input:n,get value(){return n.checked}}}function se({label:e,onClick:t}){let o=w("button",{type:"button",class:"ff-butt\
on"},e);return o.addEventListener("click",t),o}function Tt(){return window.matchMedia("(prefers-reduced-motion: reduce)").matches}function es(e,t,o=()=>{}){let n=0,
r=!1,s=!0,a=null,i=c=>{let u=a===null?0:Math.min((c-a)/1e3,.1);if(a=c,n=0,!e.isConnected||t(u)===!1)return f.pause();l()},l=()=>{r&&s&&!n&&(n=requestAnimationFrame(
i))},f={get playing(){return r},play(){r=!0,a=null,o(!0),l()},pause(){r=!1,cancelAnimationFrame(n),n=0,o(!1)}};return typeof IntersectionObserver=="function"&&new IntersectionObserver(
c=>{s=c[c.length-1].isIntersecting,a=null,l()}).observe(e),f}function ke(e,t,{label:o="Play",seconds:n=6}={}){let r=()=>Number(t.input.min),s=()=>Number(t.input.
max),a=0,i=0,l=se({label:o,onClick:()=>{if(f.playing)return f.pause();a=t.value>=s()?r():t.value,i=0,f.play()}}),f=es(e,c=>{let u=s()-r();if(Tt()){if(i+=c,i<n/8)
return!0;a+=u/8,i=0}else a+=u*c/n;return t.value=Math.min(a,s()),a<s()},c=>{l.textContent=c?"Pause":o});return t.input.addEventListener("pointerdown",()=>f.pause()),
t.input.addEventListener("keydown",()=>f.pause()),l}function V(){let e=w("p",{class:"ff-readout"}),t=w("p",{class:"ff-hidden","aria-live":"polite"}),o=0;return{
element:w("div",{},e,t),say(n){let r=e.textContent==="";e.textContent=n,clearTimeout(o),r||(o=setTimeout(()=>{t.textContent=n},500))}}}function Q({label:e,title:t="",
width:o,height:n}){let r=w("canvas",{width:o,height:n,role:"img","aria-label":e}),s=r.getContext("2d"),a=s.createImageData(o,n);a.data.fill(255);let i=w("span",
{class:"ff-title"},t);return{element:w("div",{class:"ff-picture"},...t?[i]:[],r),canvas:r,heading:i,draw(l){let f=l.length===o*n;for(let c=0;c<o*n;c+=1)for(let u=0;u<
3;u+=1)a.data[4*c+u]=f?l[c]:l[3*c+u];s.putImageData(a,0,0)},describe(l){r.setAttribute("aria-label",l)}}}function Ge(e,t){let o=new MutationObserver(t),n=["data\
-theme","data-jp-theme-light","theme","class"];o.observe(document.documentElement,{attributes:!0,attributeFilter:n}),o.observe(document.body,{attributes:!0,attributeFilter:n}),
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change",t)}function re(e,t){return getComputedStyle(e).getPropertyValue(`--ff-${t}`).trim()}
function ut(e,t){let o=0,n=()=>{let r=Math.round(e.clientWidth);r>0&&r!==o&&t(o=r)};n(),new ResizeObserver(n).observe(e)}function ae(e){return Uint8Array.from(atob(
e),t=>t.charCodeAt(0))}var ts="http://www.w3.org/2000/svg";function he(e,t,o=""){let n=document.createElementNS(ts,e);for(let[r,s]of Object.entries(t))n.setAttribute(r,s);return o&&(n.
textContent=o),n}function bn(e,t,o=5){let n=(t-e)/o,r=10**Math.floor(Math.log10(n)),s=[1,2,5,10].map(i=>i*r).find(i=>i>=n*.999),a=[];for(let i=Math.ceil(e/s-1e-9);i*
s<=t+1e-9*s;i+=1)a.push(Number((i*s).toPrecision(12)));return a}function xn(e){return String(e).replace("-","−")}var Nt={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,
PageUp:5,PageDown:-5};function Se({label:e,title:t="",x:o,y:n,xLabel:r="",yLabel:s="",height:a=170,xTicks:i=null,yTicks:l=null,formatX:f=xn,formatY:c=xn,onPoint:u=null,
onHandle:d=null,onStep:m=null,onDraw:p=null}){let x=w("div",{class:"ff-chart"}),k=he("svg",{role:d?"group":"img","aria-label":e,height:a}),y=he("g",{}),h=new Map;
k.append(y);let M={left:44,right:12,top:8,bottom:r?38:24},g={x:o,y:n,xTicks:i,yTicks:l},E=300,F={lines:[],marks:[],areas:[]},A=$=>M.left+($-g.x[0])/(g.x[1]-g.x[0])*
(E-M.left-M.right),v=$=>a-M.bottom-($-g.y[0])/(g.y[1]-g.y[0])*(a-M.top-M.bottom),b=$=>Math.min(Math.max($,g.y[0]),g.y[1]),T=$=>$.map(([P,q],R)=>`${R?"L":"M"}${A(
P).toFixed(1)} ${v(q).toFixed(1)}`).join("");function I(){let $=a-M.bottom;for(let P of g.yTicks??bn(...g.y,4))y.append(he("line",{class:"ff-grid",x1:M.left,x2:E-
M.right,y1:v(P),y2:v(P)}),he("text",{class:"ff-tick",x:M.left-(d?13:6),y:v(P)+4,"text-anchor":"end"},c(P)));for(let P of g.xTicks??bn(...g.x,E<260?3:5))y.append(
he("text",{class:"ff-tick",x:A(P),y:$+16,"text-anchor":"middle"},f(P)));if(y.append(he("line",{class:"ff-axis",x1:M.left,x2:E-M.right,y1:$,y2:$})),r&&y.append(he(
"text",{class:"ff-axis-label","text-anchor":"middle",x:(M.left+E-M.right)/2,y:a-5},r)),s){let P=(M.top+$)/2;y.append(he("text",{class:"ff-axis-label","text-anch\
or":"middle",x:11,y:P,transform:`rotate(-90 11 ${P})`},s))}}function O(){y.replaceChildren(),k.setAttribute("viewBox",`0 0 ${E} ${a}`),k.setAttribute("width",E),
I();let $=a-M.bottom,[P,q]=[M.left-2,M.top-2],[R,j]=[E-M.right+2-P,$+2-q],W=he("svg",{class:"ff-plot",x:P,y:q,width:R,height:j,viewBox:`${P} ${q} ${R} ${j}`});y.
append(W);for(let{points:H,colour:B="accent"}of F.areas??[]){let K=A(H[0][0]).toFixed(1),ie=A(H[H.length-1][0]).toFixed(1);W.append(he("path",{d:`${T(H)}L${ie} ${$}\
L${K} ${$}Z`,class:"ff-area",style:`fill:var(--ff-${B})`}))}for(let{points:H,colour:B="accent",dash:K=!1,width:ie=2}of F.lines??[])W.append(he("path",{d:T(H),class:"\
ff-line",style:`stroke:var(--ff-${B});stroke-width:${ie};${K?"stroke-dasharray:5 4":""}`}));for(let{x:H,y:B,colour:K="ink",handle:ie,label:Me,says:Ae}of F.marks??
[])B===void 0?y.append(he("line",{x1:A(H),x2:A(H),y1:M.top,y2:$,class:"ff-rule",style:`stroke:var(--ff-${K})`})):ie?_(ie,{cx:A(H),cy:v(b(B)),style:`stroke:var(-\
-ff-${K})`,"aria-label":Me,"aria-valuetext":Ae,"aria-valuenow":B,"aria-valuemin":g.y[0],"aria-valuemax":g.y[1]}):y.append(he("circle",{cx:A(H),cy:v(b(B)),r:4.5,
class:"ff-mark",style:`fill:var(--ff-${K})`}))}function _($,P){h.has($)||(h.set($,he("circle",{class:"ff-handle",r:9,"data-handle":$,tabindex:0,role:"slider","a\
ria-orientation":"vertical"})),k.append(h.get($)));for(let[q,R]of Object.entries(P))h.get($).setAttribute(q,R)}function N($){let P=k.getBoundingClientRect(),q=($.
clientX-P.left-M.left)/(P.width-M.left-M.right),R=(P.bottom-M.bottom-$.clientY)/(a-M.top-M.bottom);return[[q,g.x],[R,g.y]].map(([j,[W,H]])=>W+Math.min(Math.max(
j,0),1)*(H-W))}let C=null,S=($,P=!1)=>{let[q,R]=N($);C?d(C,q,R):p?p([q,R],P):u&&u(q)};return(u||d||p)&&(u&&k.classList.add("ff-draggable"),p&&k.classList.add("f\
f-drawable"),k.addEventListener("pointerdown",$=>{C=$.target.dataset?.handle??null,!(!C&&!u&&!p)&&(k.setPointerCapture($.pointerId),C||S($,!0))}),k.addEventListener(
"pointermove",$=>{k.hasPointerCapture($.pointerId)&&S($)})),m&&k.addEventListener("keydown",$=>{let P=$.target.dataset?.handle;!P||!Nt[$.key]||$.altKey||$.ctrlKey||
$.metaKey||($.preventDefault(),m(P,$.shiftKey?5*Math.sign(Nt[$.key]):Nt[$.key]))}),t&&x.append(w("span",{class:"ff-title"},t)),x.append(k),ut(x,$=>{E=$,O()}),{element:x,
update($){F=$,O()},limits($){Object.assign(g,$)},describe($){k.setAttribute("aria-label",$)}}}function Ne(e){return w("div",{class:"ff-legend"},...e.map(([t,o,n])=>w(
"span",{},w("i",{style:`border-top:3px ${n?"dashed":"solid"} var(--ff-${t})`}),o)))}function Ct(e){return e=Math.imul(e^e>>>16,2146121005),e=Math.imul(e^e>>>15,2221713035),(e^e>>>16)>>>0}function Qe(e,t){let o=Ct(e+2654435769>>>0);return Ct(Ct(
t+o>>>0)+Math.imul(o,2246822507)>>>0)}function ge(e,t){return(Qe(e,t)+.5)/4294967296}function X(e,t){let o=new Float32Array(t);for(let n=0;n<t;n+=2){let r=Math.
sqrt(-2*Math.log(ge(e,n))),s=2*Math.PI*ge(e,n+1);o[n]=r*Math.cos(s),n+1<t&&(o[n+1]=r*Math.sin(s))}return o}function ns(e,t){let[o,n,r]=[[],[],[]];for(let[s,a,i]=[0,0,0];s<e;){let l=Math.min((s+1)*t,(a+1)*e);o.push(s),n.push(a),r.push(l-i),i=l,l===(s+1)*t&&(s+=1),l===
(a+1)*e&&(a+=1)}return{from:Int32Array.from(o),to:Int32Array.from(n),length:Float64Array.from(r)}}function vn(e,t){let{from:o,to:n,length:r}=ns(e,t),s=new Float64Array(
3*t*t),a=new Float64Array(3*t),i=0;return{add(l){for(let f=0;f<l.length;f+=4*e){a.fill(0);for(let c=0;c<o.length;c+=1){let u=f+4*o[c],d=3*n[c],m=r[c];a[d]+=m*l[u],
a[d+1]+=m*l[u+1],a[d+2]+=m*l[u+2]}for(let c=o[i];o[i]===c;i+=1){let u=3*t*n[i];for(let d=0;d<a.length;d+=1)s[u+d]+=r[i]*a[d]}}},bytes:()=>Uint8Array.from(s,l=>Math.
floor(l/e**2+.5))}}var Mn=1e8,os=2**17;function kn(e,{size:t,backLabel:o,show:n,back:r}){let s=w("input",{type:"file",accept:"image/*",hidden:!0}),a=se({label:"Your picture …",onClick:()=>s.
click()}),i=se({label:o,onClick:()=>{c+=1,m(""),i.hidden=!0,a.focus(),r(),e.dataset.state="ready"}});i.hidden=!0;let l=w("span",{class:"ff-note"},"Choose, drop \
or paste one. It stays in this page and is sent nowhere."),f=w("p",{role:"status",hidden:!0}),c=0;s.addEventListener("change",()=>{s.files.length&&d(s.files[0]),
s.value=""}),e.addEventListener("dragover",p=>{p.dataTransfer.types.includes("Files")&&(p.preventDefault(),e.classList.add("ff-over"))}),e.addEventListener("dra\
gleave",p=>{e.contains(p.relatedTarget)||e.classList.remove("ff-over")}),e.addEventListener("drop",p=>{e.classList.remove("ff-over"),p.dataTransfer.files.length&&
(p.preventDefault(),p.stopPropagation(),d(p.dataTransfer.files[0]))}),document.addEventListener("paste",u);function u(p){if(!e.isConnected)return document.removeEventListener(
"paste",u);let x=e.contains(p.target);if(p.defaultPrevented||!x&&!(is(e)&&ls(p.target)))return;let k=[...p.clipboardData.files].find(y=>y.type.startsWith("image\
/"));k?(p.preventDefault(),d(k)):x&&m("There is no picture in the clipboard: copy one first, and paste again.")}async function d(p){c+=1;let x=c;e.dataset.state=
"reading",m(`Reading ${Pt(p)} …`);try{let k=await ss(p,t);if(x!==c)return;m(""),i.hidden=!1,n(k)}catch(k){if(x!==c)return;m(k instanceof ze?k.message:Sn(p))}e.
dataset.state="ready"}function m(p){f.textContent=p,f.hidden=p===""}return{element:w("div",{class:"ff-own"},w("div",{class:"ff-controls"},a,s,i,l),f)}}var ze=class extends Error{},
Pt=e=>e.name?`“${e.name}”`:"the picture",Sn=e=>`This browser cannot read ${Pt(e)} as a picture: take a JPEG, PNG or WebP file.`;async function ss(e,t){let o=await rs(
e),n=Math.min(o.width,o.height),r=Math.floor((o.width-n)/2),s=Math.floor((o.height-n)/2),a=Math.ceil(os/n),i=vn(n,t),f=w("canvas",{width:n,height:Math.min(a,n)}).
getContext("2d",{willReadFrequently:!0});for(let c=0;c<n;c+=a){let u=Math.min(a,n-c);f.fillStyle="white",f.fillRect(0,0,n,u),f.drawImage(o,r,s+c,n,u,0,0,n,u),i.
add(f.getImageData(0,0,n,u).data),await new Promise(d=>{setTimeout(d)})}return o.close(),i.bytes()}async function rs(e){if(e.type&&!e.type.startsWith("image/"))
throw new ze(Sn(e));let t=URL.createObjectURL(e);try{let o=await as(t),n=o.naturalWidth*o.naturalHeight;if(n>Mn)throw new ze(`${Pt(e)} has ${Math.round(n/1e6)} \
million pixels and this page takes up to ${Mn/1e6} million: make it smaller first.`);return await createImageBitmap(e,{imageOrientation:"from-image"}).catch(()=>createImageBitmap(
o))}finally{URL.revokeObjectURL(t)}}function as(e){return new Promise((t,o)=>{let n=new Image;n.onload=()=>t(n),n.onerror=o,n.src=e})}function is(e){let t=e.getBoundingClientRect();
return t.bottom>0&&t.top<window.innerHeight}function ls(e){return!e.isContentEditable&&!e.closest("input, textarea, select")}function Ye(e){let t=e.length/3,o=[0,0,0],n=[0,0,0];e.forEach((s,a)=>{o[a%3]+=s/t}),e.forEach((s,a)=>{n[a%3]+=(s-o[a%3])**2/t});for(let s=0;s<3;s+=1)n[s]=Math.sqrt(
n[s])||1;let r=Float64Array.from(e,(s,a)=>(s-o[a%3])/n[a%3]);return{mean:o,std:n,image:r}}function je({mean:e,std:t,image:o},n,r,s){let a=new Uint8ClampedArray(
o.length);for(let i=0;i<o.length;i+=1)a[i]=(r*o[i]+s*n[i])*t[i%3]+e[i%3];return a}function ft(e,t){return e.reduce((o,n,r)=>o+Math.abs(n-t[r]),0)/e.length}function cs({min_signal_rate:e=.02,max_signal_rate:t=.95}={}){let o=Math.acos(t),n=Math.acos(e);return r=>-2*Math.log(Math.tan(o+r*(n-o)))}function us({beta_start:e=1e-4,
beta_end:t=.02,steps:o=1e3}={}){let n=new Float64Array(o),r=0;for(let s=0;s<o;s+=1)r+=Math.log1p(-(e+(t-e)*s/(o-1))),n[s]=r;return s=>{let a=s*(o-1),i=Math.min(
Math.floor(a),o-2),l=n[i]+(n[i+1]-n[i])*(a-i);return l-Math.log(-Math.expm1(l))}}function fs({start:e=2.5,end:t=-7.5}={}){return o=>e+o*(t-e)}function ds({start:e=.01,
end:t=.99}={}){return o=>{let n=e+o*(t-e);return-2*Math.log(n/(1-n))}}var Lt={cosine:cs,linear:us,log_snr:fs,rectified_flow:ds};function ve(e,t={}){if(!Object.hasOwn(
Lt,e))throw new Error(`no page knows the schedule "${e}"`);let o=Lt[e](t);return{logSNR:o,rates:n=>ce(o(n))}}function ce(e){return{signal:Math.sqrt(1/(1+Math.exp(
-e))),noise:Math.sqrt(1/(1+Math.exp(e)))}}var Lr=Object.keys(Lt);function $n(e,t,o,n,r){for(let s=1,a=0;s<r;s+=1){let i=r>>1;for(;a&i;i>>=1)a^=i;if(a^=i,s<a){let l=o+s*n,f=o+a*n;[e[l],e[f]]=[e[f],e[l]],[t[l],t[f]]=[t[f],t[l]]}}
for(let s=2;s<=r;s*=2)for(let a=0;a<s/2;a+=1){let i=Math.cos(-2*Math.PI*a/s),l=Math.sin(-2*Math.PI*a/s);for(let f=a;f<r;f+=s){let c=o+f*n,u=c+s/2*n,d=e[u]*i-t[u]*
l,m=e[u]*l+t[u]*i;e[u]=e[c]-d,t[u]=t[c]-m,e[c]+=d,t[c]+=m}}}function It(e,t){let o=Float64Array.from(e),n=new Float64Array(t*t);for(let r=0;r<t;r+=1)$n(o,n,r*t,
1,t);for(let r=0;r<t;r+=1)$n(o,n,r,t,t);return{real:o,imaginary:n}}function An(e){let t=new Int16Array(e*e);for(let o=0;o<e;o+=1)for(let n=0;n<e;n+=1){let r=Math.
min(o,e-o),s=Math.min(n,e-n),a=Math.round(Math.hypot(s,r));t[o*e+n]=a<=e/2?a:-1}return t}function Rt(e,t,o,n,r,s){let a=new Float64Array(s/2+1),i=new Float64Array(
s/2+1);for(let l=0;l<s*s;l+=1){if(r[l]<0)continue;let f=o*e.real[l]+n*t.real[l],c=o*e.imaginary[l]+n*t.imaginary[l];a[r[l]]+=(f*f+c*c)/(s*s),i[r[l]]+=1}return a.
map((l,f)=>l/i[f])}var ms=[{kind:"cosine",name:"Cosine schedule",colour:"signal"},{kind:"linear",name:"Linear schedule",colour:"noise"}];function Fn(e,t,o){let n=new Float64Array(
o);for(let s of e){let a=Math.floor((s+t)/(2*t)*o);a>=0&&a<o&&(n[a]+=1)}let r=2*t/o;return n.map(s=>s/(e.length*r))}function Tn(e,t,o){let{size:n,seed:r}=t,s=ae(
t.pixels),a=X(r,s.length),i=new Float64Array(s.length),l=o.querySelector("figcaption"),f=l.textContent,c={},u=An(n),d=It(En(a),n),m=ms.map(v=>({...v,schedule:ve(
v.kind),view:Q({label:v.name,title:v.name,width:n,height:n}),note:w("div",{class:"ff-note"})})),p=Se({label:"Histogram of the pixel values",title:"Pixel values",
x:[-4,4],y:[0,.8],xLabel:"standardised value",xTicks:[-4,-2,0,2,4],yTicks:[0,.4,.8]}),x=Se({label:"Power spectrum",title:"Power at each scale",x:[0,Math.log10(n/
2)],y:[-2,4],xLabel:"cycles per picture: coarse → fine",xTicks:[1,2,4,8,16,32,64].filter(v=>v<=n/2).map(Math.log10),formatX:v=>Math.round(10**v),yTicks:[-2,0,
2,4],formatY:v=>`10${ps(v)}`}),k=G({label:"Time t",min:0,max:1,step:.01,value:t.t,format:v=>v.toFixed(2),onInput:E}),y=V(),h=kn(o,{size:n,backLabel:t.credit?"Ba\
ck to the flower":"Back to the first picture",show:v=>{g(v,!0),E()},back:()=>{g(s,!1),E()}});e.append(Z(k,ke(e,k,{label:"Dissolve"})),w("div",{class:"ff-columns\
 ff-pair ff-dissolve"},...m.map(({view:v,note:b})=>w("div",{},v.element,b))),w("div",{class:"ff-columns ff-two"},p.element,x.element),Ne([["signal","cosine"],["\
noise","linear"],["muted","picture",!0],["ink","pure noise",!0]]),y.element,h.element);let M=hs(81).map(v=>-4+v/10).map(v=>[v,Math.exp(-v*v/2)/Math.sqrt(2*Math.
PI)]);function g(v,b){let T=Ye(v),I=It(En(T.image),n);c={pixels:T,transform:I,name:b?"Your picture":t.credit?"Photograph of a flower":"The picture",histogram:F(
Fn(T.image,4,40)),power:A(Rt(I,d,1,0,u,n))},l.textContent=b?f.replace(t.credit,""):f,o.toggleAttribute("data-own",b)}function E(){let v=k.value,{pixels:b,transform:T,
name:I}=c,{image:O}=b,_=[],N=[],C=[];for(let{schedule:S,view:$,note:P,colour:q,name:R}of m){let{signal:j,noise:W}=S.rates(v);for(let B=0;B<i.length;B+=1)i[B]=j*
O[B]+W*a[B];$.draw(je(b,a,j,W));let H=`signal ${j.toFixed(2)}, noise ${W.toFixed(2)}`;P.textContent=H,$.describe(`${I}, ${R.toLowerCase()}, t = ${v.toFixed(2)}:\
 ${H}`),_.push({points:F(Fn(i,4,40)),colour:q}),N.push({points:A(Rt(T,d,j,W,u,n)),colour:q}),C.push(`${R.toLowerCase().split(" ")[0]} keeps ${Math.round(100*j**
2)} %`)}p.update({lines:[{points:c.histogram,colour:"muted",dash:!0,width:1.5},{points:M,colour:"ink",dash:!0,width:1.5},..._]}),x.update({lines:[{points:c.power,
colour:"muted",dash:!0,width:1.5},{points:[[0,0],[Math.log10(n/2),0]],colour:"ink",dash:!0,width:1.5},...N]}),y.say(`At t = ${v.toFixed(2)} the ${C.join(", the ")}\
 of the variance from the image.`)}function F(v){return Array.from(v,(b,T)=>[-4+8*(T+.5)/v.length,b])}function A(v){return Array.from(v,(b,T)=>[Math.log10(T),Math.
log10(b+1e-9)]).slice(1)}g(s,!1),E(),o.dataset.state="ready"}function En(e){return Float64Array.from({length:e.length/3},(t,o)=>(e[3*o]+e[3*o+1]+e[3*o+2])/Math.
sqrt(3))}function ps(e){return String(e).replace("-","⁻").replace(/\d/g,t=>"⁰¹²³⁴⁵⁶⁷⁸⁹"[t])}function hs(e){return Array.from({length:e},(t,o)=>o)}function Ot({caption:e,name:t,head:o}){let n=w("tbody"),r=i=>w("th",{scope:"col"},i),s=w("table",{class:"ff-bars"},w("caption",{},e),w("thead",{},w("tr",{},r(t),
w("td"),...o.map(r))),n),a=i=>`${(100*Math.min(Math.max(i,0),1)).toFixed(1)}%`;return{element:s,update(i){n.replaceChildren(...i.map(({name:l,share:f,mark:c,cells:u})=>w(
"tr",{},w("th",{scope:"row"},l),w("td",{class:"ff-bar","aria-hidden":"true"},w("div",{},w("i",{style:`width:${a(f)}`}),w("b",{style:`left:${a(c)}`}))),...u.map(
d=>w("td",{},d)))))}}}function Le(e){return Array.from({length:e+1},(t,o)=>1-o/e)}function dt(e,t){return e+Math.imul(t+1,2654435769)>>>0}function Bt(e,t,o){let n=Math.sqrt(Math.max(
0,1-(e.signal/t.signal)**2)),r=o*(t.noise/e.noise)*n;return{kept:Math.sqrt(Math.max(0,t.noise**2-r**2)),fresh:r}}var _t={noise:e=>e,image:(e,t,{signal:o,noise:n})=>t.
map((r,s)=>(r-o*e[s])/n),velocity:(e,t,{signal:o,noise:n})=>t.map((r,s)=>n*r+o*e[s]),flow:(e,t,{signal:o,noise:n})=>t.map((r,s)=>(r+o*e[s])/(o+n))},Yr=Object.keys(
_t);function mt(e){if(!Object.hasOwn(_t,e))throw new Error(`no page knows the target "${e}"`);return _t[e]}function Ke(e,t,o,n,r=0,s=null){let{kept:a,fresh:i}=Bt(
o,n,r),l=new Float32Array(e.length),f=new Float32Array(e.length);for(let c=0;c<e.length;c+=1)l[c]=(e[c]-o.noise*t[c])/o.signal,f[c]=n.signal*l[c]+a*t[c]+(s?i*s[c]:
0);return{image:l,noisy:f}}function Nn(e,t,o){return t.map((n,r)=>e[r]+o*(n-e[r]))}function $e(e,t,o){let n=e.length/3,r=new Uint8ClampedArray(e.length);for(let s=0;s<
3;s+=1)for(let a=0;a<n;a+=1)r[3*a+s]=255*(e[s*n+a]*o[s]+t[s]);return r}function Cn(e,t,o){let n=e.length/3;return Float32Array.from(e,(r,s)=>{let[a,i]=[Math.floor(
s/n),s%n];return(e[3*i+a]/255-t[a])/o[a]})}var et=60,Xe=7,Ve=[-11,10],pt=et/(Xe-1),ht=.02;function gt(e){let t=e.length-1,o=r=>{let s=Math.min(Math.floor(r*t),t-1);return e[s]+(e[s+1]-e[s])*(r*t-s)};return{
logSNR:o,time:r=>{let s=e.findIndex(l=>l<=r);if(s===0)return 0;if(s<0)return 1;let[a,i]=[e[s-1],e[s]];return(s-1+(a-r)/(a-i))/t},rates:r=>ce(o(r))}}function wt(e,t=et){
return Array.from({length:t+1},(o,n)=>Math.min(Math.max(e(n/t),Ve[0]),Ve[1]))}function Pn(e,t,o,n){return Math.min(Math.max(e,Ve[0]+(o-1-t)*n),Ve[1]-t*n)}function Ln(e,t,o){
let n=!1,r=(s,a)=>e[s]-e[a]<o-1e-9;for(let s=t-1;s>=0&&r(s,s+1);s-=1)e[s]=e[s+1]+o,n=!0;for(let s=t+1;s<e.length&&r(s-1,s);s+=1)e[s]=e[s-1]-o,n=!0;return n}function In(e,t,o){
let n=[...e],[r,s]=[t,o].map(([l])=>Math.round(l*et)),a=Math.sign(s-r)||1,i=!1;for(let l=r;a*(s-l)>=0;l+=a){let f=s===r?1:(l-r)/(s-r);n[l]=Pn(t[1]+f*(o[1]-t[1]),
l,n.length,ht),i=Ln(n,l,ht)||i}return{levels:n,levelled:i}}var yt=e=>e.filter((t,o)=>o%pt===0);function Dt(e,t,o){let n=yt(e),r=[...n];r[t]=Pn(o,t,Xe,pt*ht);let s=Ln(
r,t,pt*ht);return{levels:e.map((i,l)=>{let f=Math.min(Math.floor(l/pt),Xe-2),c=(i-n[f+1])/(n[f]-n[f+1]);return r[f+1]+c*(r[f]-r[f+1])}),levelled:s}}function qt(e,t){
let o=t.map(e.time);return o.slice(1).map((n,r)=>n-o[r])}function jt({power:e,sizes:t},o,n=1200){let r=t.reduce((l,f)=>l+f,0),[s,a]=[0,0];for(let l=0;l<n;l+=1){
let f=Math.exp(o((l+.5)/n)),c=0;for(let u=0;u<e.length;u+=1)c+=t[u]*e[u]/(1+f*e[u]);a+=Math.sqrt(c/r)/n,s+=Math.sqrt(f*c/r)/n}let i=Math.sqrt(2/Math.PI);return{
noise:i*s,image:i*a}}function bt(e,t,[o,n]){return Array.from({length:t+1},(r,s)=>Math.min(Math.max(e.logSNR(1-s/t),o),n))}async function Rn(e,t,o,n=()=>!0){let r={
noisy:t,image:null};for(let s=0;s+1<e.length;s+=1){let[a,i]=[ce(e[s]),ce(e[s+1])];if(r=Ke(r.noisy,await o(r.noisy,a),a,i),n(r.image,s)===!1)return null}return r.
image}function On(e){let{signal:t}=e.rates(1),o=Array.from({length:1001},(r,s)=>s/1e3).find(r=>e.logSNR(r)<0);return`${o===void 0?"The picture always outweighs \
the noise":o===0?"Noise outweighs the picture from the start":`Noise outweighs the picture from t = ${o.toFixed(2)}`}; at t = 1 a signal rate of ${t.toFixed(3)}\
 is left.`}function _n(e,t){let o=(n,r)=>Math.abs(r-1)<.005?`the loss on the ${n} as under cosine`:`the loss on the ${n} ${r<1?"falls":"rises"} to ${r.toFixed(2)}\
 of cosine's`;return` Predicted: ${o("noise",e)}, ${o("image",t)}.`}var Bn=`(()=>{var s=null,i=null,u=null,a="",c="";async function p({runtime:n,module:e,binary:t,network:r,processor:o}){return s=await import(\`\${n}\${e}\`),s.env.w\
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
`;async function Wt(e,{progress:t=()=>{},signal:o,anew:n}){let r=await fetch(e,{signal:o,cache:n?"reload":"default"});if(!r.ok)throw new Error(`${e} answers ${r.status}`);
let s=r.body.getReader(),a=[],i=0;for(;;){let{done:l,value:f}=await s.read();if(l)break;a.push(f),i+=f.length,t(i)}return new Blob(a).arrayBuffer()}function ws(e,t){
if(e.byteLength!==t)throw new Error(`what came is not the network: ${e.byteLength} bytes instead of ${t}`)}function ys(e){if(new TextDecoder("latin1").decode(e.
slice(0,4))!=="\0asm")throw new Error("what came is not the runtime")}function Dn(e,t,o){return e===void 0?o:new URL(e,t).href}function bs(e){let t=new Map,o=0,
n=s=>{for(let{reject:a}of t.values())a(new Error(s));t.clear()};e.onerror=s=>{s.preventDefault(),n(s.message||"the worker could not start")},e.onmessage=({data:{
id:s,answer:a,error:i}})=>{let{resolve:l,reject:f}=t.get(s)??{};t.delete(s),i?f?.(new Error(i)):l?.(a)};let r=(s,a,i=[])=>new Promise((l,f)=>{o+=1,t.set(o,{resolve:l,
reject:f}),e.postMessage({id:o,task:s,...a},i)});return{load:s=>r("load",s,[s.binary]),predict:s=>r("predict",s),end(){e.terminate(),n("it was put away")}}}var Ut=new Map;
function qn(e,t,o){let n=new URL(e.model,t).href;return Ut.has(n)||Ut.set(n,xs(e,n,t,o)),Ut.get(n)}function xs(e,t,o,n){let r=new URL(e.runtime,o).href,s=ve(e.schedule.
kind,e.schedule.options),a=mt(e.target),i=new Set,l=new Set,f=Object.keys(e.runtimes)[0],c=null,u=null,d=null,m=!1,p=Promise.resolve(),x=()=>{for(let M of i)M()},
k=(M,g)=>{for(let E of l)E(M,g)};function y(){return c?0:e.runtimes[f].bytes+(d?0:e.model_bytes)}async function h(){let{module:M,binary:g}=e.runtimes[f],E=y(),F=[
0,0],A=new AbortController,v=T=>I=>{A.signal.aborted||(F[T]=I,k(F[0]+F[1],E))},b=null;try{let[T,I]=await Promise.all([Wt(`${r}${g}`,{progress:v(0),signal:A.signal,
anew:m}),d??Wt(t,{progress:v(1),signal:A.signal,anew:m}),...(m?[M,g.replace(/wasm$/,"mjs")]:[]).map(O=>Wt(`${r}${O}`,{signal:A.signal,anew:m}))]);ys(T),ws(I,e.model_bytes),
k(E,E),b=bs(n()),await b.load({runtime:r,module:M,binary:T,network:I,processor:f}),c=b,d=I,m=!1}catch(T){throw A.abort(),b?.end(),m=!0,T}}return{schedule:s,get ready(){
return c!==null},get loading(){return u!==null},get processor(){return f},toFetch:y,onChange(M){i.add(M)},choose(M){f=M,c?.end(),c=null,x()},open(M=()=>{}){return c?
Promise.resolve():(l.add(M),u||(u=h().finally(()=>{u=null,l.clear(),x()}),x()),u)},predict(M,g,E=e.classes){let F=p.then(async()=>{if(!c)throw new Error("it was\
 put away");let A=await c.predict({noisy:M,size:e.size,variance:g.noise**2,label:E});return{noise:a(A.prediction,M,g),seconds:A.seconds,processor:A.processor,where:A.
reason?`on the processor: the graphics card could not be used (${A.reason})`:`on your ${e.runtimes[A.processor].name}`}});return p=F.catch(()=>{}),F}}}var tt=e=>(e/1e6).toFixed(1);function Ie(e){let t=Dn(document.documentElement.dataset.content_root,location.href,e.site);return qn(e,t,vs)}function vs(){let e=URL.
createObjectURL(new Blob([Bn],{type:"text/javascript"}));return new Worker(e,{type:"module"})}async function Ms(){try{return!!await navigator.gpu?.requestAdapter()}catch{
return!1}}function ks(){return location.protocol==="file:"?"Opened from a folder, this page may not load the network: browsers forbid it. Serve the folder (pyth\
on -m http.server) or read the book on its site. What you see is recorded.":typeof WebAssembly!="object"||typeof Worker!="function"?"This browser has no WebAsse\
mbly, in which the network runs. What you see is recorded.":""}function Re(e,t,o,n,r){let{label:s,again:a=s,opening:i,onReady:l,onLost:f=()=>{}}=r,c=ks(),u=E=>{
e.dataset.state=E},d=ne({label:"Runs on",value:t.processor,onChange:t.choose,options:Object.entries(o.runtimes).map(([E,{name:F,bytes:A}])=>[E,`${F} (${tt(A)} M\
B)`])});d.element.hidden=!0;let m=se({label:s,onClick:M}),p=w("progress",{max:1,value:0,"aria-label":"Download",hidden:!0}),x=t.processor,k=!1,y=!1;function h(){
let E=t.toFetch();(x!==t.processor||k&&!t.ready)&&(y=!1,f(),n.say(`Press the button to fetch the runtime for the ${o.runtimes[t.processor].name}.`),u("asleep")),
[x,k]=[t.processor,t.ready],m.textContent=y?a:`${s} (${E?`downloads ${tt(E)} MB`:"its network is here"})`,d.input.value=t.processor,d.input.disabled=t.loading}async function M(){
if(!t.ready){let E=t.processor;m.disabled=!0,p.hidden=!1,u("loading");try{await t.open((F,A)=>{p.max=A,p.value=F,n.say(F===A?"Starting the network":`Downloading\
: ${tt(F)} of ${tt(A)} MB`)})}catch(F){E==="webgpu"&&t.choose("wasm"),n.say(`The network could not be loaded (${F.message}). ${E==="webgpu"?"Press the button to\
 run it on the processor instead.":`Press the button to try again; the chapter does the same in Python, and the figure runs on ${o.site}`}`),u("failed");return}finally{
p.hidden=!0,m.disabled=!1}}y=!0,h(),l()}t.onChange(h),h(),m.disabled=c!=="";let g=document.documentElement.dataset.content_root===void 0?`from ${o.site} `:"";return n.
say(c||`${i} The network (${tt(o.model_bytes)} MB) and the runtime are fetched ${g}when you press the button.`),u(c?"impossible":"asleep"),c||Ms().then(E=>{d.element.
hidden=!E,e.dataset.graphics=E?"yes":"no"}),{action:m,bar:p,processor:d,problem:c}}async function ue(e){let t=new Image;t.src=e,await t.decode();let o=document.createElement("canvas");o.width=t.naturalWidth,o.height=t.naturalHeight;let n=o.getContext(
"2d",{willReadFrequently:!0});return n.drawImage(t,0,0),n.getImageData(0,0,o.width,o.height)}function we(e){return decodeURIComponent(e.querySelector(".ff-still\
 img").getAttribute("src")).match(/ href='([^']*)'/)[1]}function ye(e,t,o,n,r){let s=new Uint8ClampedArray(3*n*r);for(let a=0;a<r;a+=1)for(let i=0;i<n;i+=1){let l=4*
((o+a)*e.width+t+i);s.set(e.data.subarray(l,l+3),3*(a*n+i))}return s}function Je(e,t,o,n,r){let s=new Uint8ClampedArray(3*n*r);for(let a=0;a<3;a+=1){let i=o+a*e.
height/3;for(let l=0;l<r;l+=1)for(let f=0;f<n;f+=1)s[3*(l*n+f)+a]=e.data[4*((i+l)*e.width+t+f)]}return s}var Oe=10,jn=[10,2,0,-2,-4,-6,-11],Ss=["above 2","2 to 0","0 to −2","−2 to −4","−4 to −6","below −6"],$s=[["cosine","Cosine"],["linear","Linear β"],
["log_snr","Straight log-SNR"],["rectified_flow","Rectified flow"],["high","Mostly high noise"],["low","Mostly low noise"]],Ht="This schedule",As=["drawn","What\
 I drew"],Fs=.2,Es=500,Gt=(e,t=1)=>e.toFixed(t).replace("-","−"),Wn=e=>`${Math.round(100*e)} %`,Un=Array.from({length:101},(e,t)=>t/100);function Hn(e,t,o){let n=g=>t.
examples[g]?wt(gt(t.examples[g]).logSNR):wt(ve(g).logSNR),r=gt(wt(ve("cosine").logSNR,1e3)),s=qt(r,jn),a=n(t.kind),i=t.kind,l=a,f=!1,c=null,u=ne({label:"Start f\
rom",value:i,options:[...$s,As],onChange(g){i=g,a=g==="drawn"?l:n(g),f=!1,M()}}),d=g=>{({levels:a,levelled:f}=g),l=a,i=u.input.value="drawn",M()},m=Se({label:"L\
og-SNR over time, with seven handles",title:"Log-SNR: draw it, or move the rings",x:[0,1],y:Ve,height:260,xLabel:"time t",yTicks:[-10,-5,0,5,10],onHandle:(g,E,F)=>d(
Dt(a,Number(g),F)),onStep:(g,E)=>d(Dt(a,Number(g),yt(a)[g]+Fs*E)),onDraw(g,E){d(In(a,E?g:c,g)),c=g}}),p=Se({label:"Signal rate and noise rate over time",title:"\
Signal and noise rate",x:[0,1],y:[0,1],height:260,xLabel:"time t",yTicks:[0,.5,1]}),x=Ot({caption:"How the time is spent",name:"log-SNR",head:["this","cosine"]}),
k=V(),y=t.network?Ns(t,o,r):Ts(t);e.append(Z(u),w("div",{class:"ff-columns ff-two"},w("div",{},m.element,Ne([["leaf","this schedule"],["muted","cosine",!0]])),w(
"div",{},p.element,Ne([["signal","signal rate"],["noise","noise rate"]]))),k.element,w("div",{class:"ff-columns ff-two ff-gap"},x.element,...y.beside),...y.under);
let h=Un.map(g=>[g,r.logSNR(g)]);function M(){let g=gt(a),E=y.stops(g);m.update({lines:[{points:h,colour:"muted",dash:!0,width:1.5},{points:a.map((v,b)=>[b/et,v]),
colour:"leaf",width:2.5}],marks:[...E.map(([v,b])=>({x:v,y:b,colour:"petal"})),...yt(a).map((v,b)=>({x:b/(Xe-1),y:v,colour:"leaf",handle:String(b),label:`Log-SN\
R at t = ${(b/(Xe-1)).toFixed(2)}`,says:Gt(v)}))]});let F=Un.map(v=>[v,g.rates(v)]);p.update({lines:["signal","noise"].map(v=>({points:F.map(([b,T])=>[b,T[v]]),
colour:v,width:2.5}))});let A=qt(g,jn);x.update(Ss.map((v,b)=>({name:v,share:A[b],mark:s[b],cells:[Wn(A[b]),Wn(s[b])]}))),k.say(`${f?"A log-SNR may only fall: w\
here yours would have risen, it was levelled. ":""}${On(g)}${y.show(g,i)}`)}M()}function Ts({size:e,seed:t,pixels:o}){let n=Ye(ae(o)),r=X(t,n.image.length),s=Array.
from({length:Oe},(i,l)=>l/(Oe-1)),a=s.map(i=>Q({label:`Flower at t = ${i.toFixed(2)}`,title:i.toFixed(2),width:e,height:e}));return{beside:[],under:[w("div",{class:"\
ff-strip"},...a.map(i=>i.element))],stops:i=>s.map(l=>[l,i.logSNR(l)]),show(i){return s.forEach((l,f)=>{let{signal:c,noise:u}=i.rates(l);a[f].draw(je(n,r,c,u)),
a[f].describe(`Flower at t = ${l.toFixed(2)}, signal rate ${c.toFixed(2)}`)}),""}}}function Ns({network:e,recorded:t,spectrum:o},n,r){let{size:s,mean:a,std:i}=e,
l=Ie(e),f=[1,0].map(N=>l.schedule.logSNR(N)),c=jt(o,r.logSNR),u=Ot({caption:"Predicted loss",name:"on the",head:["this","cosine","ratio"]}),d=(N,C)=>Q({title:N,
label:C,width:s,height:s}),m={cosine:d("Cosine","A flower grown under the cosine schedule"),mine:d(Ht,"A flower grown under this schedule")},p=V(),x=se({label:"\
Another seed",onClick:()=>{h+=1,m.cosine.draw(y),I(0)}});x.disabled=!0,l.onChange(()=>{x.disabled=!l.ready});let k=Re(n,l,e,p,{label:"Grow it here",again:"Grow \
it again",opening:`Recorded: ${t.name}, seed ${t.seed}, ten steps.`,onReady:()=>I(0),onLost:()=>{F+=1}}),y=$e(new Float32Array(3*s*s),a,i),{seed:h}=t,M=null,g=[],
E="",F=0,A=0,v=null;ue(we(n)).then(N=>{M=N,m.cosine.draw(b("cosine")),T(),n.dataset.recorded="shown"});function b(N){return ye(M,s*t.kinds.indexOf(N),0,s,s)}function T(){
if(l.ready||!M)return;let N=t.kinds.includes(E);m.mine.draw(N?b(E):y),m.mine.heading.textContent=N?Ht:"Not grown yet",m.mine.describe(N?"A flower grown under th\
is schedule":"Not grown yet")}function I(N=Es){F+=1,clearTimeout(A),l.ready&&(A=setTimeout(O,N))}async function O(){let N=F+=1,C=X(h,3*s*s),S=($,P)=>Rn(P,C,async(q,R)=>(await l.
predict(q,R,t.label)).noise,(q,R)=>N!==F?!1:(m[$].draw($e(q,a,i)),p.say(`Step ${R+1} of ${Oe}, seed ${h}.${_}`),!0));m.mine.heading.textContent=Ht,n.dataset.state=
"growing";try{if(await S("mine",g)===null)return;if(v!==h){if(await S("cosine",bt(r,Oe,f))===null)return;v=h}}catch($){if(N!==F)return;p.say(`The network stoppe\
d: ${$.message}`),n.dataset.state="failed";return}m.mine.describe("A flower grown under this schedule"),p.say(`Both grown from the noise of seed ${h}, in ten st\
eps each.${_}`),n.dataset.state="done"}let _="";return{beside:[u.element],under:[w("div",{class:"ff-columns ff-pair ff-grow ff-gap"},m.cosine.element,m.mine.element),
p.element,w("div",{class:"ff-controls ff-gap"},k.processor.element,k.action,x,k.bar)],stops:N=>bt(N,Oe,f).map((C,S)=>[1-S/Oe,C]),show(N,C){E=C,g=bt(N,Oe,f),_=g.
some((P,q)=>Math.abs(P-N.logSNR(1-q/Oe))>.05)?` The network knows log-SNRs from ${Gt(f[1])} to ${Gt(f[0])} only: steps beyond are taken at the nearest of these.`:
"";let $=jt(o,N.logSNR);return u.update(["noise","image"].map(P=>({name:P,share:$[P],mark:c[P],cells:[$[P].toFixed(3),c[P].toFixed(3),($[P]/c[P]).toFixed(2)]}))),
T(),I(),_n($.noise/c.noise,$.image/c.image)+_}}}var xt=[[125,47,6],[234,103,29],[243,189,152],[236,234,230],[165,210,251],[35,149,252],[10,74,138]];function Cs(e){let t=(Math.min(Math.max(e,-1),1)+1)/2*(xt.length-
1),o=Math.min(Math.floor(t),xt.length-2);return[0,1,2].map(n=>{let[r,s]=[xt[o][n],xt[o+1][n]];return r+(s-r)*(t-o)})}function nt(e){let t=new Uint8ClampedArray(
3*e.length);return e.forEach((o,n)=>t.set(Cs(o),3*n)),t}function vt(e,t,o){let[n,r]=[Math.log10(t),Math.log10(o)],s=e/2;return Array.from({length:s},(a,i)=>10**(s===1?n:n+(r-n)*i/(s-1)))}function Yt(e,t){let o=t.map(
n=>Math.fround(Math.fround(e)*Math.fround(2*Math.PI*n)));return Float64Array.from([...o.map(Math.sin),...o.map(Math.cos)])}function Kt(e,t){return t.reduce((n,r)=>n+
Math.cos(2*Math.PI*r*e),0)/t.length}var We=400,Xt=1e-4;function Yn(e,t){let o=null,n=(g,E)=>G({label:g,min:0,max:1,step:.001,value:E,format:F=>F.toFixed(3),onInput:M}),r=n("Noise variance a",t.a),
s=n("Noise variance b",t.b),a=(g,E,F,A)=>G({label:g,min:E,max:F,step:.1,value:Math.log10(A),format:v=>`${Number((10**v).toPrecision(2))}`,onInput:h}),i=a("Lowes\
t frequency",-1,1,t.min_frequency),l=a("Highest frequency",1,3,t.max_frequency),f=ne({label:"Length",value:String(t.dim),onChange:h,options:[8,16,32,64].map(g=>[
String(g),String(g)])}),c=w("div",{class:"ff-map"}),u=["a","b"].map(g=>w("i",{class:"ff-cursor"},w("b",{},g))),d=w("div",{class:"ff-vectors"}),m=Se({label:"Simi\
larity against the distance between two noise levels",title:"Similarity at every distance",x:[Math.log10(Xt),0],y:[-.5,1],xLabel:"distance between a and b",height:180,
xTicks:[-4,-3,-2,-1,0],formatX:g=>String(Number((10**g).toPrecision(1))),yTicks:[-.5,0,.5,1]}),p=V();e.append(Z(r,s),Z(i,l,f),w("span",{class:"ff-title"},"The v\
ector of every noise variance from 0 to 1"),c,w("div",{class:"ff-columns ff-two ff-gap"},d,m.element),p.element),c.addEventListener("pointerdown",g=>{c.setPointerCapture(
g.pointerId);let E=x(g);c.moved=Math.abs(E-r.value)<=Math.abs(E-s.value)?r:s,c.moved.value=E}),c.addEventListener("pointermove",g=>{c.hasPointerCapture(g.pointerId)&&
(c.moved.value=x(g))});function x(g){let E=c.getBoundingClientRect();return Math.min(Math.max((g.clientX-E.left)/E.width,0),1)}let k=[],y=[];function h(){let g=Number(
f.value);k=vt(g,10**i.value,10**l.value),o=Q({label:`Embeddings of length ${g}: each column is the vector of one noise variance`,width:We,height:g}),o.draw(nt(Ps(
k))),c.replaceChildren(o.element,...u),y=[["vector of a","a"],["vector of b","b"],["a times b, cell by cell",""]].map(([E])=>Q({label:E,title:E,width:g,height:1})),
d.replaceChildren(...y.map(E=>E.element),w("div",{class:"ff-note"},`Left half sines, right half cosines, each from slow to fast. The sum of the last row, divide\
d by ${g/2}, is the similarity.`)),M()}function M(){let[g,E]=[Yt(r.value,k),Yt(s.value,k)],F=g.map((I,O)=>I*E[O]);[g,E,F].forEach((I,O)=>y[O].draw(nt(I))),u[0].
style.left=`${100*r.value}%`,u[1].style.left=`${100*s.value}%`,u[0].classList.toggle("ff-left",r.value<=s.value),u[1].classList.toggle("ff-left",r.value>s.value);
let A=Math.abs(r.value-s.value),v=Kt(A,k),b=400,T=Array.from({length:b+1},(I,O)=>{let _=Math.log10(Xt)*(1-O/b);return[_,Kt(10**_,k)]});m.update({lines:[{points:T,
colour:"leaf"}],marks:[{x:Math.log10(Math.max(A,Xt)),y:v,colour:"petal"}]}),p.say(`Distance ${A.toFixed(3)}, similarity ${v.toFixed(2).replace("-","−")}. From\
 a to b the slowest wave turns ${Gn(k[0]*A)}, the fastest ${Gn(k[k.length-1]*A)}.`)}h()}function Gn(e){return e===1?"once":`${Number(e.toPrecision(2))} times`}function Ps(e){
let t=new Float64Array(2*e.length*We);return e.forEach((o,n)=>{let r=Math.PI*o/We,s=Math.sin(r)/r;for(let a=0;a<We;a+=1){let i=2*Math.PI*o*(a+.5)/We;t[n*We+a]=s*
Math.sin(i),t[(n+e.length)*We+a]=s*Math.cos(i)}}),t}function Kn(e,t,o){let{size:n,times:r,flowers:s}=t,a=r.length-1,i=null,l=h=>s.map(M=>Q({label:`${M}: ${h}`,width:n,height:n})),f=l("noisy"),c=l("guess"),u=G({label:"\
From noise to flower",min:0,max:a,step:1,value:0,format:h=>`t = ${r[h].toFixed(1)}`,onInput:x}),d=V(),m=(h,M)=>w("div",{},w("span",{class:"ff-title"},h),w("div",
{class:"ff-triple"},...M.map(g=>g.element))),p=w("div",{class:"ff-first ff-draggable"},m("The noisy picture",f),m("What the network takes it to be",c));e.append(
Z(u,ke(o,u,{seconds:4})),p,d.element);function x(){if(!i)return;let h=u.value;s.forEach((M,g)=>{let E=[h*n,g*n,n,n];f[g].draw(Je(i.noisy,...E)),c[g].draw(ye(i.guess,
...E)),f[g].describe(`A ${M} on its way out of noise, moment ${h} of ${a}`),c[g].describe(`What the network takes it to be at moment ${h} of ${a}`)}),d.say(k(h))}
function k(h){return h===0?"t = 1: pure noise. The guess is hardly more than a mean colour.":h===a?"t = 0: no noise is left. The last guess is the picture.":`t \
= ${r[h].toFixed(1)}: step ${2*h} of ${2*a}.`}let y=h=>{let M=p.getBoundingClientRect(),g=(h.clientX-M.left)/M.width;u.value=Math.round(Math.min(Math.max(g,0),1)*
a)};p.addEventListener("pointerdown",h=>{p.setPointerCapture(h.pointerId),y(h)}),p.addEventListener("pointermove",h=>{p.hasPointerCapture(h.pointerId)&&y(h)}),Promise.
all([ue(t.noisy),ue(we(o))]).then(([h,M])=>{i={noisy:h,guess:M},o.dataset.state="ready",u.value=u.value===0?Math.round(.4*a):u.value})}function Xn(e,t,o){let{size:n,mean:r,std:s,classes:a}=t,i=3*n*n,l=Ie(t),{schedule:f}=l,c=R=>$e(R,r,s),u=0,d={seed:t.seed,steps:t.steps,eta:0,label:t.label,guidance:t.
guidance,acts:"middle"},m=(R,j=Number)=>W=>{d[R]=j(W),h.input.disabled=E.input.disabled=d.label===a,R==="seed"&&_(),l.ready&&R!=="seed"?q():l.ready&&P()},p=G({label:"\
Seed",min:0,max:999,step:1,value:d.seed,onInput:m("seed")}),x=ne({label:"Steps",value:String(d.steps),onChange:m("steps"),options:[5,10,20,40].map(R=>[String(R),
String(R)])}),k=G({label:"Fresh noise η",min:0,max:1,step:.1,value:0,format:R=>R.toFixed(1),onInput:m("eta")}),y=ne({label:"Flower",value:String(t.label),onChange:m(
"label"),options:[[String(a),"no class"],...t.class_names.map((R,j)=>[String(j),R]).sort((R,j)=>R[1]<j[1]?-1:1)]}),h=G({label:"Guidance",min:0,max:8,step:.5,value:t.
guidance,format:R=>R.toFixed(1),onInput:m("guidance")}),[M,g]=t.interval,E=ne({label:"Guidance acts",value:"middle",onChange:m("acts",String),options:[["middle",
`from t = ${g} to ${M}`],["always","always"]]});h.input.disabled=E.input.disabled=t.label===a;let F=se({label:"Another seed",onClick:()=>{p.value=(d.seed+1)%1e3}}),
A={noisy:Q({label:"The noisy image",title:"Noisy image",width:n,height:n}),image:Q({label:"The predicted image",title:"Predicted image",width:n,height:n})},v=w(
"div",{class:"ff-grow-strip",role:"group","aria-label":"The predicted image, step by step"}),b=V(),T=t.label===a?"":`${t.class_names[t.label]}, `,I=Re(o,l,t,b,{
label:"Grow a flower",again:"Grow it again",opening:`Recorded: ${T}seed ${t.seed}, ${t.steps} steps.`,onReady:q,onLost:()=>{u+=1}});e.append(Z(p,x,k,...a?[y,h,E]:
[],I.processor),Z(I.action,F,I.bar),w("div",{class:"ff-columns ff-pair ff-grow"},A.noisy.element,A.image.element),v,b.element);function O(R){o.dataset.state=R}function _(){
A.noisy.draw(c(X(d.seed,i))),l.ready||A.image.draw(c(new Float32Array(i)))}let N=ae(t.recorded),C=N.length/i;for(let R=0;R<C;R+=1)S(N.subarray(R*i,(R+1)*i));if(_(),
A.image.draw(N.subarray((C-1)*i)),I.problem)for(let R of[F,p.input,x.input,k.input,y.input])R.disabled=!0;function S(R){let j=w("canvas",{width:n,height:n,"aria\
-hidden":"true"}),W=j.getContext("2d"),H=W.createImageData(n,n);for(let B=0;B<n*n;B+=1)H.data.set([R[3*B],R[3*B+1],R[3*B+2],255],4*B);W.putImageData(H,0,0),v.append(
j)}let $=0;function P(){u+=1,clearTimeout($),$=setTimeout(q,250)}async function q(){let R=u+=1,{seed:j,steps:W,eta:H,label:B,guidance:K}=d,ie=U=>B!==a&&K!==1&&(d.
acts==="always"||M<=U&&U<=g),Me=Le(W),Ae=new Set(Array.from({length:10},(U,oe)=>Math.ceil((oe+1)*W/10))),Pe=X(j,i),Te=0,D=0,Y="";v.replaceChildren(),O("growing");
let ee=async(U,oe)=>{let J=await l.predict(Pe,U,oe);return Te+=J.seconds,D+=1,o.dataset.processor=J.processor,Y=J.where,J.noise};try{for(let U=0;U<W;U+=1){let[oe,
J]=[f.rates(Me[U]),f.rates(Me[U+1])],te=await ee(oe,B);if(R===u&&ie(Me[U])&&(te=Nn(await ee(oe,a),te,K)),R!==u)return;let xe=H>0?X(dt(j,U),i):null,de=Ke(Pe,te,oe,
J,H,xe);Pe=de.noisy,A.noisy.draw(c(Pe)),A.image.draw(c(de.image)),Ae.has(U+1)&&S(c(de.image)),b.say(`Step ${U+1} of ${W}, seed ${j}: ${(Te/D).toFixed(2)} s a ne\
twork evaluation here, ${Y}.`)}}catch(U){if(R!==u)return;b.say(`The network stopped: ${U.message}`),O("failed");return}o.dataset.seconds=(Te/D).toFixed(4),O("do\
ne")}}var Vn="noise-to-flowers:guess";function ot(){return{rounds:0,you:0,youLevels:0,bayes:0,bayesLevels:0}}function Jn(e,{right:t,level:o,bayes:n,from:r}){return{rounds:e.
rounds+1,you:e.you+(t?1:0),youLevels:e.youLevels+(t?o:0),bayes:e.bayes+(n?1:0),bayesLevels:e.bayesLevels+r}}function Zn(){try{let e=JSON.parse(localStorage.getItem(
Vn));return Object.keys(ot()).every(t=>Number.isFinite(e[t]))?e:ot()}catch{return ot()}}function Vt(e){try{localStorage.setItem(Vn,JSON.stringify(e))}catch{}}function Qn(e,t,{signal:o,noise:n}){return Float64Array.from(e,(r,s)=>o*r+n*t[s])}function zn(e,t,{signal:o,noise:n}){let r=e.map(l=>{let f=0;for(let c=0;c<t.length;c+=
1)f+=(t[c]-o*l[c])**2;return-f/(2*n**2)}),s=Math.max(...r),a=r.map(l=>Math.exp(l-s)),i=a.reduce((l,f)=>l+f,0);return a.map(l=>l/i)}function eo(e,t){let o=new Float64Array(
e[0].length);return e.forEach((n,r)=>{for(let s=0;s<o.length;s+=1)o[s]+=t[r]*n[s]}),o}var Jt=.1;function oo(e,t,o){let{size:n,names:r,noisiest:s,clearest:a,sure:i}=t,l=3*n*n,f=null,c=null,u=Zn(),d=G({label:"Log-SNR, from much noise to little",min:s,
max:a,step:Jt,value:s,format:Ue,onInput:F}),m=se({label:"Next flower",onClick:()=>{g(to()),d.input.focus()}}),p=Q({title:"Under noise",label:"The noisy flower",
width:n,height:n}),x=Q({title:"Mean of the eight",label:"",width:n,height:n}),k=r.map((v,b)=>Ls(v,n,()=>E(b))),y=V(),h=w("table",{class:"ff-score","aria-label":"\
Score"}),M=se({label:"Forget the score",onClick:()=>{u=ot(),Vt(u),A(),d.input.focus()}});e.append(Z(d,m),w("div",{class:"ff-guess"},w("div",{class:"ff-columns f\
f-pair"},p.element,x.element),w("div",{class:"ff-tiles",role:"group","aria-label":"Which flower is it?"},...k.map(v=>v.element))),y.element,w("div",{class:"ff-s\
core-row"},h,M));function g(v){c={...Is(v,r.length,l),seen:s,guess:null},o.dataset.seed=v,m.disabled=!0,k.forEach(b=>b.hide()),d.value=s}function E(v){!c||c.guess!==
null||(c.guess=v,m.disabled=!1,c.from=Rs(f.images,c,s,a,i),u=Jn(u,{right:v===c.flower,level:c.seen,bayes:no(Zt(f.images,c,c.seen))===c.flower,from:c.from}),Vt(u),
d.value=c.seen,A())}function F(){if(!c)return;let v=d.value,{guess:b,flower:T}=c;b===null&&(c.seen=Math.max(c.seen,v));let{signal:I,noise:O}=ce(v),{images:_}=f;
p.draw(je({...f,image:_[T]},c.field,I,O)),p.describe(`A flower under noise, log-SNR ${Ue(v)}`);let N=b===null?r.map(()=>1/r.length):Zt(_,c,v);if(x.draw(je({...f,
image:eo(_,N)},c.field,1,0)),x.heading.textContent=b===null?"Mean of the eight":"Bayes’ mean",b===null){x.describe("The mean of the eight flowers"),y.say(`One\
 part of flower to ${Os(v)} of noise. Which of the eight is it? What counts is the clearest picture that you have seen: ${Ue(c.seen)}.`);return}x.describe(`The \
mean of the eight, weighted by Bayes, most the ${r[no(N)]}`),k.forEach((S,$)=>S.show(N[$],$===T,$===b));let C=b===T?`Yes, the ${r[T]}`:`It is the ${r[T]}, and n\
ot the ${r[b]}`;y.say(`${C}. At ${Ue(v)} Bayes gives it ${N[T].toFixed(2)}; from ${Ue(c.from)} on it is sure. Your guess counts at ${Ue(c.seen)}.`)}function A(){
let v=(b,T,I)=>w("tr",{},w("th",{scope:"row"},b),w("td",{},`${T} of ${u.rounds}`),w("td",{},I.count?Ue(I.sum/I.count):"–"));h.replaceChildren(w("tr",{},w("td",
{}),w("th",{scope:"col"},"right"),w("th",{scope:"col"},"mean level")),v("You",u.you,{sum:u.youLevels,count:u.you}),v("Bayes",u.bayes,{sum:u.bayesLevels,count:u.
rounds})),M.disabled=u.rounds===0}A(),ue(we(o)).then(v=>{let b=new Uint8Array(l*r.length);r.forEach((_,N)=>b.set(ye(v,N*n,0,n,n),N*l));let{mean:T,std:I,image:O}=Ye(
b);f={mean:T,std:I,images:r.map((_,N)=>O.subarray(N*l,(N+1)*l))},k.forEach((_,N)=>_.draw(b.subarray(N*l,(N+1)*l))),g(to()),o.dataset.state="ready"})}function Ls(e,t,o){
let n=Q({label:"",width:t,height:t});n.canvas.removeAttribute("role"),n.canvas.removeAttribute("aria-label"),n.canvas.setAttribute("aria-hidden","true");let r=w(
"i",{}),s=w("span",{class:"ff-value"}),a=w("span",{class:"ff-verdict"}),i=w("button",{type:"button",class:"ff-tile"},n.element,w("span",{class:"ff-name"},e),w("\
span",{class:"ff-bar","aria-hidden":"true"},r),s,a);return i.addEventListener("click",o),{element:i,draw:n.draw,show(l,f,c){i.setAttribute("aria-disabled","true"),
i.setAttribute("aria-pressed",c),i.classList.toggle("ff-true",f),r.style.width=`${100*l}%`,s.textContent=` ${l.toFixed(2)} `,a.textContent=f?c?"you, right":"it \
is this":c?"you":""},hide(){i.removeAttribute("aria-disabled"),i.removeAttribute("aria-pressed"),i.classList.remove("ff-true"),r.style.width="0",s.textContent=a.
textContent=""}}}function Is(e,t,o){return{flower:Qe(e,4294967295)%t,field:X(e,o)}}function Zt(e,{flower:t,field:o},n){let r=ce(n);return zn(e,Qn(e[t],o,r),r)}function Rs(e,t,o,n,r){
let s=Math.round((n-o)/Jt);for(let a=0;a<s;a+=1){let i=o+a*Jt;if(Zt(e,t,i)[t.flower]>r)return i}return n}function to(){return Math.floor(Math.random()*2**32)}var no=e=>e.
indexOf(Math.max(...e));function Ue(e){return e.toFixed(1).replace("-","−")}function Os(e){return Math.round(Math.exp(-e)).toLocaleString("en-GB")}function ao(e,t,o){let{size:n,mean:r,std:s,truths:a,told:i,errors:l}=t,f=Ie(t),c=Cn(ae(t.photograph),r,s),u=C=>$e(C,r,s),d=null,m=t.seed,p=0,x=!1,k=(C,S)=>G({label:S,
min:-C[0],max:-C.at(-1),step:C[0]-C[1],value:-t.truth,format:$=>ro(-$),onInput:T}),y=k(a,"Log-SNR of the picture"),h=k(i,"Log-SNR that we claim"),M=(C,S)=>Q({title:C,
label:S,width:n,height:n}),g=M("It sees","The noisy photograph"),E=M("It answers","What the network answers"),F=M("When honest","What it answers when it is told\
 the truth"),A=V(),v=se({label:"Another noise",onClick:()=>{m+=1,T()}}),b=Re(o,f,t,A,{label:"Ask the network",opening:`${Qt(0,l[a.indexOf(t.truth)][i.indexOf(t.
truth)])} These answers are recorded.`,onReady:T,onLost:T});e.append(Z(y,h),w("div",{class:"ff-triple ff-lie"},g.element,E.element,F.element),A.element,w("div",
{class:"ff-controls ff-gap"},b.action,v,b.processor.element,b.bar));function T(){let C=f.ready;so(y,C?.05:a[0]-a[1]),so(h,C?.05:i[0]-i[1]),v.disabled=!C,E.describe(
`What the network answers when it is told ${ro(-h.value)}`),p+=1,C?O():I()}function I(){if(!d)return;m=t.seed;let[C,S]=[a.indexOf(-y.value),i.indexOf(-h.value)],
$=i.indexOf(a[C]),P=q=>ye(d.guess,q*n,C*n,n,n);g.draw(Je(d.noisy,0,C*n,n,n)),E.draw(P(S)),F.draw(P($)),!(p===1&&!b.problem)&&A.say(`${Qt(i[S]-a[C],l[C][S],l[C][$])}\
 ${b.problem}`.trim())}async function O(){if(g.draw(u(_())),!x){x=!0;try{for(let C=0;C!==p&&f.ready;)C=await N(p)}catch(C){f.ready&&A.say(`The network stopped: ${C.
message}`)}x=!1}}function _(){let{signal:C,noise:S}=ce(-y.value),$=X(m,c.length);return c.map((P,q)=>C*P+S*$[q])}async function N(C){let[S,$,P,q]=[-y.value,-h.value,
_(),m],R=ce(S),j=async K=>{let{noise:ie}=await f.predict(P,ce(K));return P.map((Me,Ae)=>(Me-R.noise*ie[Ae])/R.signal)},W=[await j($),await j(S)];if(C!==p)return C;
E.draw(u(W[0])),F.draw(u(W[1]));let[H,B]=W.map(K=>ft(K,c));return A.say(`${Qt($-S,H,B)} Noise ${q}, answered in this page.`),o.dataset.state="done",C}ue(t.noisy).
then(async C=>{d={noisy:C,guess:await ue(we(o))},o.dataset.state="ready",T()})}function so(e,t){Number(e.input.step)!==t&&(e.input.step=t,e.limits(e.input.min,e.
input.max,e.input.value))}function Qt(e,t,o){let n=`The picture is off by ${t.toFixed(2)} a pixel`;return e===0?`The truth. ${n}.`:`${e>0?"It believes in too li\
ttle noise":"It believes in too much noise"}. ${n}, where the truth gives ${o.toFixed(2)}.`}function ro(e){return(e>0?`+${e}`:String(e)).replace("-","−")}function He({label:e,reach:t,draw:o,onPress:n=null}){let r=w("canvas",{role:"img","aria-label":e,class:n?"ff-plane":"ff-plane ff-plain"}),s=r.getContext("2d"),a=0,
i=(u,d)=>[(u+t)/(2*t)*a,(t-d)/(2*t)*a],l={place:i,get context(){return s},get width(){return a},ring(u,d,m,p,x){s.beginPath(),s.arc(...i(u,d),m,0,2*Math.PI),s.lineWidth=
3,s.strokeStyle=p,s.fillStyle=x,s.fill(),s.stroke()},dots(u,d,m=2.4,p=1){s.globalAlpha=p,s.fillStyle=d;for(let x=0;x<u.length;x+=2){let[k,y]=i(u[x],u[x+1]);s.fillRect(
k-m/2,y-m/2,m,m)}s.globalAlpha=1},picture(u,d,m){s.globalAlpha=m;let[p,x]=i(-d,d);s.drawImage(u,p,x,a-2*p,a-2*x),s.globalAlpha=1},arrows(u,d,m,p=.05){s.strokeStyle=
m,s.lineWidth=1.2,s.beginPath();for(let x=0;x<u.length;x+=2){let[k,y]=i(u[x],u[x+1]),[h,M]=i(d[x],d[x+1]),g=Math.hypot(h-k,M-y);if(!(g>1))continue;let E=Math.min(
g,p*a),[F,A]=[(h-k)/g*E,(M-y)/g*E],v=Math.min(3.5,E/2)/E;s.moveTo(k,y),s.lineTo(k+F,y+A),s.lineTo(k+F-v*(F-A),y+A-v*(A+F)),s.moveTo(k+F,y+A),s.lineTo(k+F-v*(F+A),
y+A-v*(A-F))}s.stroke()}};function f(){a&&(s.clearRect(0,0,a,a),o(l))}function c(u){let d=r.getBoundingClientRect(),m=p=>t*(2*Math.min(Math.max(p,0),1)-1);return[
m((u.clientX-d.left)/d.width),-m((u.clientY-d.top)/d.height)]}return n&&(r.addEventListener("pointerdown",u=>{r.setPointerCapture(u.pointerId),n(c(u),!0)}),r.addEventListener(
"pointermove",u=>{r.hasPointerCapture(u.pointerId)&&n(c(u),!1)})),{element:r,canvas:r,redraw:f,follow(){ut(r,u=>{a=u;let d=window.devicePixelRatio||1;r.width=r.
height=Math.round(a*d),s=r.getContext("2d"),s.setTransform(r.width/a,0,0,r.width/a,0,0),f()})}}}function co(e,t,o){let{names:n,side:r,reach:s,handle:a,centres:i,radius:l}=t,f=ae(t.colours),c=f.length/3,u=io(t.clouds,s),d=io(t.grids,s),m={x:a[0],y:a[1]},p=A=>Math.
min(Math.max(A,-t.start),t.start),x=A=>G({label:`Noise: ${A}`,min:-t.start,max:t.start,step:.05,value:m[A],format:v=>v.toFixed(2),onInput(v){m[A]=v,E()}}),[k,y]=[
x("x"),x("y")],h=n.map((A,v)=>{let b=lo(u,v,c),T=v?lo(d,v-1,r*r):null,I=()=>T?_s(T,r,t.start,m.x,m.y):[m.x,m.y],O=He({label:A,reach:s,onPress:v?null:g,draw(_){for(let N=0;N<
c;N+=1){let[C,S]=_.place(b[2*N],b[2*N+1]);_.context.fillStyle=`rgb(${f[3*N]} ${f[3*N+1]} ${f[3*N+2]})`,_.context.fillRect(C-1,S-1,2,2)}_.ring(...I(),6,re(o,"acc\
ent"),re(o,"panel"))}});return{name:A,end:I,plane:O}});h[0].plane.canvas.classList.add("ff-handle");let M=V();e.append(w("div",{class:"ff-planes"},...h.map(({name:A,
plane:v})=>w("div",{},w("span",{class:"ff-title"},A),v.element))),M.element,w("div",{class:"ff-controls ff-gap"},k.element,y.element));function g([A,v]){Object.
assign(m,{x:p(A),y:p(v)}),k.limits(-t.start,t.start,m.x),y.limits(-t.start,t.start,m.y),E()}function E(){for(let{plane:A}of h)A.redraw();F()}function F(){let A=b=>i.
some(([T,I])=>Math.hypot(T-b[0],I-b[1])<l),v=h.slice(1).map(({name:b,end:T})=>`${b}: ${A(T())?"in a disc":"between the discs"}`);M.say(`From (${m.x.toFixed(2)},\
 ${m.y.toFixed(2)}). ${v.join("; ")}.`)}for(let{plane:A}of h)A.follow();F(),Ge(o,E)}function io(e,t){return Float32Array.from(ae(e),o=>o/255*2*t-t)}function lo(e,t,o){
return e.subarray(2*t*o,2*(t+1)*o)}function _s(e,t,o,n,r){let s=c=>Math.min(Math.max((c+o)/(2*o)*(t-1),0),t-1.000001),[a,i]=[Math.floor(s(n)),Math.floor(s(r))],
[l,f]=[s(n)-a,s(r)-i];return[0,1].map(c=>{let u=(d,m)=>e[2*((i+m)*t+a+d)+c];return(1-f)*((1-l)*u(0,0)+l*u(1,0))+f*((1-l)*u(0,1)+l*u(1,1))})}function mo(e){let t=ae(e),o=new Float32Array(t.length/2);for(let n=0;n<o.length;n+=1){let r=t[2*n]|t[2*n+1]<<8,s=r>>10&31,a=r&1023,i=s?(1+a/1024)*2**(s-15):a*2**
-24;o[n]=r&32768?-i:i}return o}function po(e){let t=mo(e),o=t.length/2;return t.map((n,r)=>r<o?t[2*r]:t[2*(r-o)+1])}function ho({shapes:e,weights:t}){let o=mo(t),
n=[],r=0;for(let s=0;s<e.length;s+=2){let[a,i]=e[s],l=o.subarray(r,r+a*i);r+=a*i,n.push({inputs:i,outputs:a,weight:l,bias:o.subarray(r,r+a)}),r+=a}return n}var be=128;function*Bs(e,t,o){let n=t.length/2,r=[o.signal,o.noise,Math.log(o.signal/o.noise)],s=new Float32Array(2*n),a=Math.max(...e.map(({outputs:f})=>f)),[i,l]=[new Float32Array(
a*be),new Float32Array(a*be)];for(let f=0;f<n;f+=be){let c=Math.min(be,n-f);for(let u=0;u<c;u+=1)i[u]=t[f+u],i[be+u]=t[n+f+u];e.forEach((u,d)=>{if(Ds(u,d===0?r:
[],i,l,c),d<e.length-1)for(let m=0;m<u.outputs*be;m+=1)l[m]/=1+Math.exp(-l[m]);[i,l]=[l,i]});for(let u=0;u<c;u+=1)s[f+u]=i[u],s[n+f+u]=i[be+u];yield}return s}function Ds({
inputs:e,outputs:t,weight:o,bias:n},r,s,a,i){let l=e-r.length,f=l%4===0?4:2;for(let c=0;c<t;c+=1){let u=c*e,d=c*be,m=n[c];r.forEach((p,x)=>{m+=o[u+l+x]*p}),a.fill(
m,d,d+be);for(let p=0;p<l;p+=f){let x=o[u+p],k=o[u+p+1],y=p*be;if(f===4){let h=o[u+p+2],M=o[u+p+3];for(let g=0;g<i;g+=1)a[d+g]+=x*s[y+g]+k*s[y+be+g]+h*s[y+2*be+
g]+M*s[y+3*be+g]}else for(let h=0;h<i;h+=1)a[d+h]+=x*s[y+h]+k*s[y+be+h]}}}function*uo(e,t,o){let n=yield*Bs(e,t,o),r=new Float32Array(t.length),s=new Float32Array(
t.length);for(let a=0;a<t.length;a+=1)r[a]=o.signal*t[a]-o.noise*n[a],s[a]=o.noise*t[a]+o.signal*n[a];return{image:r,noise:s}}function fo({image:e,noise:t},o,n,r=0,s=null,a=new Float32Array(
e.length)){for(let i=0;i<a.length;i+=1)a[i]=o*e[i]+n*t[i]+(s?r*s[i]:0);return a}var st={ddim:{name:"DDIM",eta:null,cost:e=>e},ddpm:{name:"DDPM (η = 1)",eta:1,cost:e=>e},
heun:{name:"Heun",eta:0,cost:e=>2*e-1},dpm_solver_pp:{name:"DPM-Solver++(2M)",eta:0,cost:e=>e}};function go({layers:e,schedule:t,start:o,solver:n,steps:r,eta:s=0,
seed:a=0}){let i=Le(r),l=i.map(h=>t.rates(h)),f=st[n].eta??s,c=[o],u=[],d=[],m=[];function*p(h){let M=c[h],g=yield*uo(e,M,l[h]);if(n==="heun"&&h<r-1){let E=fo(g,
l[h+1].signal,l[h+1].noise),F=yield*uo(e,E,l[h+1]),A=g.noise.map((b,T)=>(b+F.noise[T])/2);return{image:M.map((b,T)=>(b-l[h].noise*A[T])/l[h].signal),noise:A}}if(d[h]=
g.image,n==="dpm_solver_pp"&&h>0){let[E,F,A]=[-1,0,1].map(I=>t.logSNR(i[h+I])),v=(A-F)/(2*(F-E)),b=g.image.map((I,O)=>(1+v)*I-v*d[h-1][O]),T=M.map((I,O)=>(I-l[h].
signal*b[O])/l[h].noise);return{image:b,noise:T}}return g}function*x(){for(let h=0;h<r;h+=1)u.push(yield*p(h)),m.push(f>0?X(dt(a,h),o.length):null),c.push(y(h,l[h+
1]))}let k=x();function y(h,M,g){let{kept:E,fresh:F}=Bt(l[h],M,f);return fo(u[h],M.signal,E,F,m[h],g)}return{at(h,M){if(h>=1)return o;let g=Math.min(Math.floor(
(1-h)*r+1e-9),r-1);for(;c.length<=g+1;)k.next();return y(g,t.rates(h),M)},ahead(h){let M=performance.now()+h;for(;c.length<=r&&performance.now()<M;)k.next();return c.
length<=r}}}var Ce=2.7,qs=48,js=4;function wo(e,t,o){let n=ve("log_snr",t.schedule),r=ho(t.network),s=po(t.network.points),a={solver:t.solver,steps:t.steps,eta:0},i={x:t.handle[0],
y:t.handle[1]},l=X(t.seed,2*t.count),f=new Float32Array(l.length),[c,u,d]=[null,null,null],m=ne({label:"Solver",value:a.solver,onChange(S){a.solver=S,A(),T()},options:Object.
entries(st).map(([S,{name:$}])=>[S,$])}),p=G({label:"Steps",min:1,max:50,step:1,value:a.steps,onInput(S){a.steps=S,T()}}),x=G({label:"Fresh noise η",min:0,max:1,
step:.1,value:0,format:S=>S.toFixed(1),onInput(S){a.eta=S,T()}}),k=G({label:"Way from noise to data",min:0,max:1,step:.001,value:0,format:S=>`t = ${(1-S).toFixed(
2)}`,onInput:N}),y=G({label:"Ringed particle: x",min:-Ce,max:Ce,step:.05,value:i.x,format:S=>S.toFixed(2),onInput:S=>v(S,i.y)}),h=G({label:"Ringed particle: y",
min:-Ce,max:Ce,step:.05,value:i.y,format:S=>S.toFixed(2),onInput:S=>v(i.x,S)}),M=Ze({label:"Paths",value:!0,onChange:N}),g=Ze({label:"Data",value:!0,onChange:N}),
E=He({label:"Particles in the plane",reach:Ce,draw:C,onPress([S,$]){y.limits(-Ce,Ce,S),h.limits(-Ce,Ce,$),v(S,$)}}),F=V();e.append(Z(...t.simple?[p]:[m,p,x]),Z(
k,ke(o,k,{seconds:4}),M,g),E.element,F.element,w("div",{class:"ff-controls ff-gap"},y.element,h.element));function A(){let S=st[a.solver].eta;x.limits(0,1,S??a.
eta),x.input.disabled=S!==null}function v(S,$){Object.assign(i,{x:S,y:$}),d=null,N()}function b(S){return go({layers:r,schedule:n,start:S,seed:t.seed,...a})}function T(){
[c,u,d]=[b(l),null,null],N()}function I(S){let $=b(S),P=Math.max(60,a.steps);return Array.from({length:P+1},(q,R)=>$.at(1-R/P))}function O({context:S,place:$},P,q,R,j){
let W=P[0].length/2;S.strokeStyle=q,S.lineWidth=R,S.beginPath();for(let H=0;H<W;H+=1)for(let B=0;B<=j;B+=1){let[K,ie]=$(P[B][H],P[B][W+H]);B?S.lineTo(K,ie):S.moveTo(
K,ie)}S.stroke()}function _({context:S,place:$},P,q,R){let j=P.length/2;S.fillStyle=q;for(let W=0;W<j;W+=1){let[H,B]=$(P[W],P[j+W]);S.fillRect(H-R/2,B-R/2,R,R)}}
function N(){E.redraw()}function C(S){if(!c)return;let{context:$}=S,P=1-k.value,q=c.at(P,f);if(g.value&&($.globalAlpha=.45,_(S,s,re(o,"muted"),2),$.globalAlpha=
1),_(S,q,re(o,"signal"),2.2),M.value){u??=I(Ws(l,qs));let K=Math.round((1-P)*(u.length-1));$.globalAlpha=.55,O(S,u,re(o,"noise"),1,K),$.globalAlpha=1}d??=I(Float32Array.
of(i.x,i.y)),O(S,d,re(o,"accent"),2.5,d.length-1);let[R,j]=d[Math.round((1-P)*(d.length-1))];S.ring(R,j,5,re(o,"accent"),re(o,"accent")),S.ring(i.x,i.y,9,re(o,"\
accent"),re(o,"panel"));let{name:W,cost:H}=st[a.solver],B=d[d.length-1];F.say(`${t.count} particles at t = ${P.toFixed(2)}. ${W} with ${a.steps} steps evaluates\
 the network ${H(a.steps)} times. The ringed particle ends at (${B[0].toFixed(2)}, ${B[1].toFixed(2)}).`),c.ahead(js)}A(),T(),E.follow(),Ge(o,N)}function Ws(e,t){
let o=e.length/2,n=new Float32Array(2*t);return n.set(e.subarray(0,t)),n.set(e.subarray(o,o+t),t),n}function en(e,t,o){let[n,r]=[e.logSNR(1),e.logSNR(0)];return Array.from({length:t+1},(s,a)=>o==="time"?e.logSNR(1-a/t):n+(r-n)*a/t)}var it=(e,t,o,n)=>t.map((r,s)=>e*
r+o*n[s]);function tn(e,t,o){let n=ce(o);return{image:it(1/n.signal,e,-n.noise/n.signal,t),noise:t}}function Mo(e,t,o){let n=ce(o);return{image:t,noise:it(1/n.noise,
e,-n.signal/n.noise,t)}}function nn({image:e,noise:t},o){let n=ce(o);return it(n.signal,e,n.noise,t)}function*at(e,t,o){return tn(e,yield{noisy:e,level:t,image:o},
t)}function*Mt(e,t,o){let n=null;for(let r=0;r<o.length-1;r+=1){let s=yield*e(t,r,n);({image:n}=s),t=nn(s,o[r+1])}return{noisy:t,image:n}}function Us(e,t){return Mt(
(o,n,r)=>at(o,t[n],r),e,t)}function Hs(e,t){return Mt(function*(n,r,s){let a=yield*at(n,t[r],s);if(r===t.length-2)return a;let i=yield*at(nn(a,t[r+1]),t[r+1],a.
image);return tn(n,it(.5,a.noise,.5,i.noise),t[r])},e,t)}function ko(e,t){let o=null;return Mt(function*(r,s,a){let[i,l]=[yield*at(r,t[s],a),o];if(o=i.image,!l)
return i;let f=(t[s+1]-t[s])/(2*(t[s]-t[s-1]));return Mo(r,it(1+f,o,-f,l),t[s])},e,t)}function zt(e,t,{order:o,quantity:n,corrected:r=!1}){let s=n==="noise"?tn:
Mo,a=[],i=e;return Mt(function*(f,c,u){let d=yield*at(f,t[c],u);if(a.unshift(d[n]),a.length=Math.min(a.length,r?o+1:o),r&&c>0){let p=xo(t,c-1,yo(c,c-o),n);f=nn(
s(i,bo(p,a),t[c-1]),t[c])}i=f;let m=xo(t,c,yo(c,c-o+1),n);return s(f,bo(m,a),t[c])},e,t)}function yo(e,t){return Array.from({length:e-Math.max(t,0)+1},(o,n)=>e-
n)}function bo(e,t){return t[0].map((o,n)=>e.reduce((r,s,a)=>r+s*t[a][n],0))}function xo(e,t,o,n){let r=e[t+1]-e[t],s=vo.map(({point:l})=>e[t]+r*(l+1)/2),a=s.map(
(l,f)=>vo[f].weight*Math.exp((n==="noise"?-l:l)/2)),i=a.reduce((l,f)=>l+f);return o.map(l=>s.reduce((f,c,u)=>f+a[u]/i*o.reduce((d,m)=>m===l?d:d*((c-e[m])/(e[l]-
e[m])),1),0))}var vo=Array.from({length:16},(e,t)=>{let n=Math.cos(Math.PI*(t+.75)/16.5),r=0;for(let s=0;s<8;s+=1){let[a,i]=[1,n];for(let l=2;l<=16;l+=1)[a,i]=[
i,((2*l-1)*n*i-(l-1)*a)/l];r=16*(n*i-a)/(n**2-1),n-=i/r}return{point:n,weight:2/((1-n**2)*r**2)}}),rt=e=>e,on={ddim:{run:Us,steps:rt},heun:{run:Hs,steps:e=>Math.
floor((e+1)/2)},dpm_solver_pp:{run:ko,steps:rt},images:{steps:rt,run:(e,t)=>zt(e,t,{order:2,quantity:"image"})},noises:{steps:rt,run:(e,t)=>zt(e,t,{order:3,quantity:"\
noise"})},corrected:{steps:rt,run:(e,t)=>zt(e,t,{order:3,quantity:"noise",corrected:!0})}};function So(e,t,o){return ko(e,en(t,o,"log_snr"))}function kt(e){return Object.keys(e).sort((t,o)=>e[t]-e[o])}function sn(e){let t=e.length;if(t===0)return"–";let o=e.reduce((r,s)=>r+s)/t;if(t===1)return o.toFixed(
3);let n=e.reduce((r,s)=>r+(s-o)**2,0);return`${o.toFixed(3)} ± ${Math.sqrt(n/(t-1)/t).toFixed(3)}`}function $o({found:e,names:t,seed:o,budget:n}){let r=kt(e),
s=a=>`${t[a]}, off by ${e[a].toFixed(3)}`;return`Noise ${o}, ${n} evaluations. Closest to the finish: ${s(r[0])}. Farthest: ${s(r[r.length-1])}.`}function Ao(e,t,o){let{size:n,mean:r,std:s,names:a,budgets:i,seeds:l,distances:f}=t,c=Object.keys(a),u=3*n*n,d=Ie(t),m=D=>$e(D,r,s),p={seed:t.seed,budget:t.budget,
spacing:t.spacing},x=new Map([[t.seed,Gs(t)]]),k=new Map,y=null,h=null,M=0,g=(D,Y)=>ee=>{p[D]=Y(ee),Ae()},E=ne({label:"Network evaluations",value:String(p.budget),
options:i.map(D=>[String(D),String(D)]),onChange:g("budget",Number)}),F=ne({label:"Steps even in",value:p.spacing,options:[["log_snr","log-SNR"],["time","time"]],
onChange:g("spacing",String)}),A=G({label:"Noise",min:0,max:99,step:1,value:p.seed,format:D=>`seed ${D}`,onInput:g("seed",Number)}),v=se({label:"Next noise",onClick:()=>{
A.value=(p.seed+1)%100}}),b=G({label:"Evaluations spent",min:1,max:p.budget,step:1,value:p.budget,onInput:H}),T=ke(o,b,{label:"Play again",seconds:3}),I=V(),O=Re(
o,d,t,I,{label:"Race",again:"Race again",opening:`${N(_(t.seed))} This race is recorded.`,onReady:Ae,onLost:()=>{M+=1}});function _(D){let[Y,ee]=[f[p.spacing][p.
budget],l.indexOf(D)];return Object.fromEntries(c.map(U=>[U,Y[U][ee]]))}function N(D){return $o({...p,found:D,names:a})}let C=D=>{let Y=Q({title:D,label:D,width:n,
height:n}),ee=w("span",{class:"ff-note"});return{...Y,note:ee,element:w("div",{},Y.element,ee)}},[S,$]=[C("the noise"),C("the finish")],P=Object.fromEntries(c.map(
D=>[D,C(a[D])])),q=w("table",{class:"ff-standing"});e.append(Z(b,T),Z(E,F),w("div",{class:"ff-race"},...[S,...Object.values(P),$].map(D=>D.element)),I.element,w(
"div",{class:"ff-controls ff-gap"},O.action,A.element,v,O.processor.element,O.bar),q);let[R,j]=[D=>{o.dataset.state=D},(D,Y)=>{D.note.textContent=Y}],W=()=>`${p.
spacing} ${p.budget}`;function H(){if(!y)return;let D=b.value===Number(b.input.max)&&!y.running,Y=y.found&&kt(y.found);for(let U of c){let oe=y.frames[U],J=Math.
min(b.value-y.first,oe.length-1);if(J<0)continue;P[U].draw(oe[J]);let te=y.first+J;j(P[U],D&&Y?`${Y.indexOf(U)+1}. off by ${y.found[U].toFixed(3)}`:`after ${te}`),
P[U].describe(`${a[U]} after ${te} evaluations`)}let ee=x.get(p.seed);ee&&$.draw(m(ee))}function B(){let D=y?.found,Y=[...k.get(W())?.values()??[]],ee=f[p.spacing][p.
budget],U=["","this noise",Y.length>1?`your ${Y.length} noises`:"your noise",`recorded, ${l.length} noises`],oe=(D?kt(D):c).map(J=>[a[J],D?D[J].toFixed(3):"–",
sn(Y.map(te=>te[J])),sn(ee[J])]);q.replaceChildren(w("caption",{},`Distance from the finish, ${p.budget} evaluations, steps even in ${p.spacing==="time"?"time":
"log-SNR"}: mean ± standard error`),w("thead",{},w("tr",{},...U.map(J=>J?w("th",{scope:"col"},J):w("td")))),w("tbody",{},...oe.map(([J,...te])=>w("tr",{},w("th",
{scope:"row"},J),...te.map(xe=>w("td",{},xe))))))}function K(){if(!h)return;let{budget:D,spacing:Y}=p,ee=D===t.budget&&Y===t.spacing,U=i.indexOf(D)+(Y==="time"?
i.length:0),oe=(te,xe,de)=>ye(te,xe*n,de*n,n,n),J=te=>Math.min(D,te==="heun"?2*on.heun.steps(D)-1:D);y={first:ee?1:D,frames:Object.fromEntries(c.map((te,xe)=>[te,
ee?Array.from({length:J(te)},(de,Fe)=>oe(h.walk,Fe,xe)):[oe(h.ends,U,xe)]])),found:_(t.seed)},ie(D)}function ie(D){b.limits(y.first,Math.max(D,y.first),D),b.input.
disabled=T.disabled=D<=y.first,H()}let Me=0;function Ae(){M+=1,clearTimeout(Me),d.ready?Me=setTimeout(Pe,200):(K(),I.say(`${N(_(t.seed))} This race is recorded.\
 ${O.problem}`)),S.draw(m(X(p.seed,u))),B()}async function Pe(){let D=M+=1,{seed:Y,budget:ee,spacing:U}=p,oe=X(Y,u),[J,te,xe]=[0,0,""],de=async({noisy:fe,level:De})=>{
let qe=await d.predict(fe,ce(De));if(D!==M)throw new rn;return J+=qe.seconds,te+=1,xe=qe.where,qe.noise},Fe={first:1,frames:Object.fromEntries(c.map(fe=>[fe,[]])),
running:!0};y=Fe;for(let fe of c)P[fe].draw(m(new Float32Array(u))),j(P[fe],"");$.draw(m(x.get(Y)??new Float32Array(u))),j($,""),B(),R("racing");try{let fe=Object.
fromEntries(c.map(le=>{let{run:me,steps:pe}=on[le],L=me(oe,en(d.schedule,pe(ee),U));return[le,{walk:L,at:L.next()}]})),De=await de(fe[c[0]].at.value);for(let le=1;le<=
ee;le+=1){for(let me of c){let pe=fe[me];pe.at.done||(pe.at=pe.walk.next(le===1?De:await de(pe.at.value)),Fe.frames[me].push(m(pe.at.value.image)),ie(le))}I.say(
`Evaluation ${le} of ${ee} in each lane.`)}if(!x.has(Y)){let le=So(oe,d.schedule,t.finish_evaluations),me=le.next();for(let pe=1;!me.done;pe+=1)me=le.next(await de(
me.value)),$.draw(m(me.value.image)),j($,`${pe} of ${t.finish_evaluations}`),I.say(`Solving finely to find the finish: ${pe} of ${t.finish_evaluations}.`);x.set(
Y,me.value.image),j($,"")}let qe=x.get(Y);Fe.found=Object.fromEntries(c.map(le=>[le,ft(fe[le].at.value.image,qe)]))}catch(fe){if(D!==M)return;I.say(`The network\
 stopped: ${fe.message}`),R("failed");return}Fe.running=!1,k.has(W())||k.set(W(),new Map),k.get(W()).set(Y,Fe.found),ie(ee),B(),I.say(`${N(Fe.found)} ${(J/te).toFixed(
2)} s a network evaluation here, ${xe}.`),o.dataset.seconds=(J/te).toFixed(4),R("done")}function Te(){A.input.disabled=v.disabled=!d.ready}d.onChange(Te),Te(),S.
draw(m(X(p.seed,u))),B(),Promise.all([ue(we(o)),ue(t.ends)]).then(([D,Y])=>{h={walk:D,ends:Y},y||K(),B(),o.dataset.recorded="ready"})}var rn=class extends Error{};
function Gs({finish:e,finish_unit:t}){let o=ae(e),n=new DataView(o.buffer);return Float32Array.from({length:o.length/2},(r,s)=>n.getInt16(2*s,!0)*t)}function Fo(e,t,o){let{size:n,runs:r,mean:s,std:a}=t,i=ve(t.schedule.kind,t.schedule.options),l=$e(X(t.seed,3*n*n),s,a),f=$e(new Float32Array(3*n*n),s,a),c=F=>[
...new Set(r.map(A=>A[F]))].map(String),{steps:u,eta:d}=r[t.open],m=null,p=F=>c(F).map(A=>[A,A]),x=ne({label:"Steps",options:p("steps"),value:String(u),onChange(F){
let A=y.value/u;u=Number(F),y.limits(0,u,Math.round(A*u)),E()}}),k=ne({label:"η",options:p("eta"),value:String(d),onChange(F){d=Number(F),E()}}),y=G({label:"St\
ep",min:0,max:u,step:1,value:0,format:F=>`${F} of ${u}`,onInput:E}),h=Q({label:"The noisy image",title:"Noisy image",width:n,height:n}),M=Q({label:"The predicte\
d image",title:"Predicted image",width:n,height:n}),g=V();e.append(Z(x,k,y,ke(o,y,{seconds:5})),w("div",{class:"ff-columns ff-pair ff-grow"},h.element,M.element),
g.element);function E(){let F=y.value,A=r.findIndex(I=>I.steps===u&&I.eta===d),v=Le(u)[F];if(F===0)h.draw(l),M.draw(f);else if(m){let I=[(F-1)*n,A*n,n,n];h.draw(
Je(m.noisy,...I)),M.draw(ye(m.predicted,...I))}let{signal:b,noise:T}=i.rates(v);h.describe(`The noisy image after step ${F} of ${u}`),M.describe(F?`The predicte\
d image of step ${F} of ${u}`:"No image has been predicted yet"),g.say(F===0?"Pure noise, at t = 1; nothing has been predicted yet.":`Step ${F} of ${u} led to t\
 = ${v.toFixed(2)}: signal rate ${b.toFixed(2)}, noise rate ${T.toFixed(2)}.`)}E(),Promise.all([ue(t.noisy),ue(we(o))]).then(([F,A])=>{m={noisy:F,predicted:A},o.
dataset.state="ready",y.value=y.value===0?Math.round(u/2):y.value})}var Eo={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},Ys=.1,Ks=5,Xs=0;function To(e,t,{reach:o,onPoint:n,onBack:r}){let{canvas:s}=t,a=w("p",
{class:"ff-hidden","aria-live":"polite"}),i=w("p",{class:"ff-hint",id:`ff-hint-${Xs+=1}`},"Arrow keys move the cross, with Shift faster. Space puts a point, Ent\
er draws a line to it, Backspace takes the last stroke back.");for(let[u,d]of Object.entries({tabindex:0,role:"application","aria-roledescription":"drawing boar\
d","aria-describedby":i.id}))s.setAttribute(u,d);let l=[0,0],f=0;function c(u){clearTimeout(f),f=setTimeout(()=>{a.textContent=u},300)}return s.addEventListener(
"keydown",u=>{if(!(u.altKey||u.ctrlKey||u.metaKey)){if(Eo[u.key]){let d=Ys*(u.shiftKey?Ks:1);l=l.map((m,p)=>{let x=Math.round(100*(m+d*Eo[u.key][p]))/100;return Math.
min(Math.max(x,-o),o)}),c(Vs(l))}else if(u.key===" "||u.key==="Enter")c(n(l,u.key==="Enter"));else if(u.key==="Backspace")c(r());else return;u.preventDefault(),
t.redraw()}}),s.addEventListener("focus",t.redraw),s.addEventListener("blur",t.redraw),{element:a,hint:i,draw(u){if(!s.matches(":focus-visible"))return;let[d,m]=u.
place(...l);u.context.strokeStyle=re(e,"accent"),u.context.lineWidth=2,u.context.beginPath(),u.context.moveTo(d-12,m),u.context.lineTo(d+12,m),u.context.moveTo(
d,m-12),u.context.lineTo(d,m+12),u.context.stroke()}}}function Vs([e,t]){let o=(n,r,s)=>n===0?"in the middle":`${Math.abs(n)} ${n>0?r:s}`;return e===0&&t===0?"M\
iddle":`${o(e,"right","left")}, ${o(t,"up","down")}`}function No(e,t=150){let o=Math.max(1,Math.ceil(e.length/t)),n=[];for(let r=0;r<e.length;r+=o){let s=e.slice(r,r+o).filter(Number.isFinite);if(!s.length)continue;
let a=s.reduce((i,l)=>i+l,0)/s.length;n.push([r+s.length,Math.log10(Math.max(a,1e-12))])}return n}function an(e){let t=e.length?e.map(([,c])=>c):[-.5,0],[o,n]=[
Math.min(...t),Math.max(...t)],r=Math.max(.03,.15-(n-o)/2),[s,a]=[o-r,n+r],i=a-s,l=i<.4?[1,1.2,1.5,2,2.5,3,4,5,6,7,8,9]:i<1?[1,1.5,2,3,5,7]:i<2?[1,2,5]:[1],f=[];
for(let c=Math.floor(s);c<=a;c+=Math.ceil(i/7))for(let u of l){let d=c+Math.log10(u);d>=s&&d<=a&&f.push(d)}return{y:[s,a],yTicks:f}}var ln=(e,t=2)=>{let o=10**e;
return o<1e4&&o>=.001?String(Number(o.toPrecision(t))):o.toExponential(0)};function cn(e){let t=e.slice(-50);return t.length?t.reduce((o,n)=>o+n,0)/t.length:0}function fn(e,t,o,n=120){return Array.from({length:n+1},(r,s)=>e(t+(o-t)*s/n))}var un=(e,t,o,n,r,s)=>fn(a=>[e+o*Math.cos(a),t+n*Math.sin(a)],r,s);function Js(){
return[fn(e=>[1.6*Math.sin(e)**3,(13*Math.cos(e)-5*Math.cos(2*e)-2*Math.cos(3*e)-Math.cos(4*e))/10+.2],0,2*Math.PI,240)]}function Zs(){return[un(-.5,-.25,1,1.1,
0,Math.PI),un(.5,.25,1,1.1,Math.PI,2*Math.PI)]}function Qs(){return[fn(e=>[.17*e*Math.cos(e),.17*e*Math.sin(e)],1,3.2*Math.PI,240)]}function zs(){let e=t=>[[[t,
.15],[t,1.65]],un(t,.9,1.1,.75,-Math.PI/2,Math.PI/2)];return[...e(-1.5),...e(.4),[[-.95,-1.65],[-.95,-.15]],[[.4,-1.65],[.4,-.15],[.95,-1.1],[1.5,-.15],[1.5,-1.65]]]}
function er(e,t){let o=new Float32Array(2*e);for(let n=0;n<e;n+=1){let r=2*Math.PI*ge(t,3*n),s=.55*Math.sqrt(ge(t,3*n+1)),a=ge(t,3*n+2)<.5?-1:1;o[2*n]=a+s*Math.
cos(r),o[2*n+1]=.6*a+s*Math.sin(r)}return o}function dn(e,t,o,n=.03){let r=e.flatMap(f=>f.length>1?f.slice(1).map((c,u)=>[f[u],c]):[[f[0],f[0]]]),s=0,a=r.map(([
[f,c],[u,d]])=>s+=Math.hypot(u-f,d-c)+1e-6),i=X(o,2*t),l=new Float32Array(2*t);for(let f=0;f<t;f+=1){let c=s*ge(o,2*t+f),u=a.findIndex(y=>c<=y),[[d,m],[p,x]]=r[u],
k=(a[u]-c)/(a[u]-(a[u-1]??0));l[2*f]=p+k*(d-p)+n*i[2*f],l[2*f+1]=x+k*(m-x)+n*i[2*f+1]}return l}function Co(e,t,o,n,r){let s=0,a=Array.from(e,l=>s+=l),i=new Float32Array(
2*o);for(let l=0;l<o;l+=1){let f=s*ge(n,3*l),c=a.findIndex(m=>f<=m),u=c%t+ge(n,3*l+1),d=Math.floor(c/t)+ge(n,3*l+2);i[2*l]=r*(2*u/t-1),i[2*l+1]=r*(1-2*d/t)}return i}
var Po={heart:Js,moons:Zs,spiral:Qs,letters:zs},Ii=[...Object.keys(Po),"discs"];function Lo(e,t,o){return e==="discs"?er(t,o):dn(Po[e](),t,o)}function Io(e,t,o){
let n=0;for(let r=0;r<e.length;r+=2)for(let s=0;s<t.length;s+=2){let[a,i]=[e[r]-t[s],e[r+1]-t[s+1]];if(a*a+i*i<=o*o){n+=1;break}}return 2*n/e.length}var Ro=`(()=>{var ge={noise:({signal:e,noise:o})=>e/o,image:()=>1,velocity:({noise:e})=>1/e,flow:({signal:e,noise:o})=>1+e/o};function te(e,o,n,t,r){let s=e.len\
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
`;var nr={noise:({signal:e,noise:t})=>e/t,image:()=>1,velocity:({noise:e})=>1/e,flow:({signal:e,noise:t})=>1+e/t};function Oo(e,t,o,n,r){let s=e.length/2,a=new Float64Array(
s),i=[0,1].map(d=>Array.from(a.keys()).sort((m,p)=>e[2*m+d]-e[2*p+d]));function l(d,m,{signal:p,noise:x}){let k=1/0;for(let h=0;h<s;h+=1){let[M,g]=[d-p*e[2*h],m-
p*e[2*h+1]];a[h]=(M*M+g*g)/(2*x*x),k=Math.min(k,a[h])}let y=0;for(let h=0;h<s;h+=1)y+=a[h]=Math.exp(k-a[h]);return y}let f=(d,m)=>a.reduce((p,x,k)=>p+x*e[2*k+d],
0)/m,c=(d,m)=>{let p=0,x=i[d].find(k=>(p+=a[k])>=m/2);return e[2*x+d]},u=0;return r.times.forEach((d,m)=>{let p=t.rates(d),x=[0,1].map(y=>p.signal*r.images[2*m+
y]+p.noise*r.noise[2*m+y]),k=l(...x,p);for(let y of[0,1]){let h=n==="mse"?f(y,k):c(y,k),M=nr[o](p)*(h-r.images[2*m+y]);u+=n==="mse"?M*M:Math.abs(M)}}),u/(2*r.times.
length)}function _o(e,{beta1:t=.9,beta2:o=.999,epsilon:n=1e-8}={}){let[r,s]=[new Float64Array(e),new Float64Array(e)],a=0;return{step(i,l,f){a+=1;let c=f/(1-t**a),u=1/Math.
sqrt(1-o**a);for(let d=0;d<e;d+=1){let m=l[d];r[d]+=(1-t)*(m-r[d]),s[d]+=(1-o)*(m*m-s[d]),i[d]-=c*r[d]/(Math.sqrt(s[d])*u+n)}}}}function Bo(e,t){let o=e.slice(),
n=0;return{parameters:o,update(r){let s=Math.min(t,(1+n)/(10+n));n+=1;for(let a=0;a<o.length;a+=1)o[a]+=(1-s)*(r[a]-o[a])}}}function lt(e,t=null){let o=e.slice(1).map((l,f)=>({inputs:e[f],outputs:l})),n=o.reduce((l,{inputs:f,outputs:c})=>l+(f+1)*c,0),r=t??new Float64Array(n),s=0,a=l=>r.
subarray(s,s+=l),i=o.map(({inputs:l,outputs:f})=>({inputs:l,outputs:f,weight:a(l*f),bias:a(f)}));return{widths:e,layers:i,parameters:r}}function Do(e){return e.
map(t=>{let[o,n,r]=[0,1,2].map(()=>new Float64Array(64*t));return{width:t,values:o,slopes:n,errors:r}})}function pn(e,t,o,n,r=null,s=null){let[a,i]=[t[0],t[t.length-
1]],l=o.length/a.width;for(let f=0;f<l;f+=64){let c=Math.min(64,l-f);a.values.set(o.subarray(f*a.width,(f+c)*a.width)),or(e,t,c),n.set(i.values.subarray(0,c*i.width),
f*i.width),s&&(s(f,c,i.values,i.errors),rr(e,r,t,c))}return n}function or({layers:e},t,o){e.forEach(({inputs:n,outputs:r,weight:s,bias:a},i)=>{let[l,f]=[t[i],t[i+
1]];ar(f.values,a,o),mn(f.values,o,r,n,l.values,n,1,s,n,1),i<e.length-1&&sr(f.values,f.slopes,o*r)})}function sr(e,t,o){for(let n=0;n<o;n+=1){let r=e[n],s=1/(1+
Math.exp(-r));e[n]=r*s,t[n]=s*(1+r*(1-s))}}function rr({layers:e},t,o,n){for(let r=e.length-1;r>=0;r-=1){let{inputs:s,outputs:a,weight:i}=e[r],[l,f]=[o[r],o[r+1]],
c=t.layers[r];if(mn(c.weight,a,s,n,f.errors,1,a,l.values,1,s),ir(c.bias,f.errors,n),r===0)return;l.errors.fill(0,0,n*s),mn(l.errors,n,s,a,f.errors,a,1,i,1,s),lr(
l.errors,l.slopes,n*s)}}function ar(e,t,o){for(let n=0,r=0;n<o;n+=1)for(let s=0;s<t.length;s+=1,r+=1)e[r]=t[s]}function ir(e,t,o){for(let n=0,r=0;n<o;n+=1)for(let s=0;s<
e.length;s+=1,r+=1)e[s]+=t[r]}function lr(e,t,o){for(let n=0;n<o;n+=1)e[n]*=t[n]}function mn(e,t,o,n,r,s,a,i,l,f){let c=t-t%4,u=o-o%4;for(let d=0;d<c;d+=4)for(let m=0;m<
u;m+=4){let p=0,x=0,k=0,y=0,h=0,M=0,g=0,E=0,F=0,A=0,v=0,b=0,T=0,I=0,O=0,_=0,N=d*s,C=m*l;for(let $=0;$<n;$+=1){let P=i[C],q=i[C+l],R=i[C+2*l],j=i[C+3*l],W=r[N],H=r[N+
s],B=r[N+2*s],K=r[N+3*s];p+=W*P,x+=W*q,k+=W*R,y+=W*j,h+=H*P,M+=H*q,g+=H*R,E+=H*j,F+=B*P,A+=B*q,v+=B*R,b+=B*j,T+=K*P,I+=K*q,O+=K*R,_+=K*j,N+=a,C+=f}let S=d*o+m;e[S]+=
p,e[S+1]+=x,e[S+2]+=k,e[S+3]+=y,S+=o,e[S]+=h,e[S+1]+=M,e[S+2]+=g,e[S+3]+=E,S+=o,e[S]+=F,e[S+1]+=A,e[S+2]+=v,e[S+3]+=b,S+=o,e[S]+=T,e[S+1]+=I,e[S+2]+=O,e[S+3]+=_}
for(let d=0;d<t;d+=1)for(let m=d<c?u:0;m<o;m+=1){let p=0;for(let x=0;x<n;x+=1)p+=r[d*s+x*a]*i[m*l+x*f];e[d*o+m]+=p}}var St={dim:14,lowest:.25,highest:32},Be=[2+St.dim,64,64,64,2],_e=256,cr=.995,ur={noise:(e,t)=>t,image:e=>e,velocity:(e,t,{signal:o,noise:n})=>o*t-n*e,flow:(e,t)=>t-
e},fr={mse:{error:e=>e*e,slope:e=>2*e},mae:{error:Math.abs,slope:Math.sign}};function $t(e){let t=e.length/2,o=[0,0];e.forEach((r,s)=>{o[s%2]+=r/t});let n=e.reduce(
(r,s,a)=>r+(s-o[a%2])**2,0);return{mean:o,spread:Math.sqrt(n/e.length)||1}}function hn(e,{mean:t,spread:o}){return e.map((n,r)=>(n-t[r%2])/o)}function At(e,{mean:t,
spread:o}){return e.map((n,r)=>n*o+t[r%2])}function dr(e){let t=lt(Be),o=0;for(let{inputs:n,weight:r,bias:s}of t.layers.slice(0,-1))for(let a of[r,s])for(let i=0;i<
a.length;i+=1)a[i]=(2*ge(e,o)-1)/Math.sqrt(n),o+=1;return t.parameters}function qo(e,t){let{kind:o,options:n}=t.schedule,r=ve(o,n),s=mt(t.target),a=ur[t.target],
{error:i,slope:l}=fr[t.loss],c=vt(St.dim,St.lowest,St.highest).map(b=>Math.fround(2*Math.PI*b)),u=lt(Be,t.parameters??dr(t.seed)),d=lt(Be),m=_o(u.parameters.length),
p=Bo(u.parameters,cr),x=lt(Be,p.parameters),k=Do(Be),y=$t(e),h=hn(e,y),M=0;function g(b,T,I,O,_){let N=T*Be[0];b[N]=I,b[N+1]=O;for(let C=0;C<c.length;C+=1){let S=Math.
fround(Math.fround(_)*c[C]);b[N+2+C]=Math.sin(S),b[N+2+c.length+C]=Math.cos(S)}}function E(b){let T=b.times.length,I=new Float64Array(T*Be[0]),O=new Float64Array(
2*T);for(let N=0;N<T;N+=1){let C=r.rates(b.times[N]),[S,$]=[2*N,2*N+1];g(I,N,C.signal*b.images[S]+C.noise*b.noise[S],C.signal*b.images[$]+C.noise*b.noise[$],C.noise**
2),O[S]=a(b.images[S],b.noise[S],C),O[$]=a(b.images[$],b.noise[$],C)}let _=0;return d.parameters.fill(0),pn(u,k,I,new Float64Array(2*T),d,(N,C,S,$)=>{for(let P=0;P<
2*C;P+=1){let q=S[P]-O[2*N+P];_+=i(q)/(2*T),$[P]=l(q)/(2*T)}}),_}function F(b){let T=Qe(t.seed,b+65536),I=h.length/2,O={images:new Float64Array(2*_e),noise:X(T,
2*_e),times:new Float64Array(_e)};for(let _=0;_<_e;_+=1){let N=2*Math.floor(I*ge(T,4*_e+_));O.images[2*_]=h[N],O.images[2*_+1]=h[N+1],O.times[_]=ge(T,5*_e+_)}return O}
function A(b,T,I){let O=T.length/2,_=new Float64Array(O*Be[0]);for(let C=0;C<O;C+=1)g(_,C,T[2*C],T[2*C+1],I.noise**2);let N=pn(b,k,_,new Float64Array(T.length));
return s(N,T,I)}let v=b=>b?x:u;return{network:u,gradient:d,average:p,drawBatch:F,lossAndGradient:E,get steps(){return M},step(b=t.rate){let T=E(F(M));return Number.
isFinite(T)&&(m.step(u.parameters,d.parameters,b),p.update(u.parameters),M+=1),T},learnFrom(b){y=$t(b),h=hn(b,y)},best(){return Array.from({length:12},(I,O)=>Oo(
h,r,t.target,t.loss,{...F(1e6+O),times:Float64Array.from({length:_e},(_,N)=>(N+(O+.5)/12)/_e)})).reduce((I,O)=>I+O,0)/12},sample({count:b,steps:T=20,seed:I=1,smooth:O=!0}){
let _=Le(T),N=Float64Array.from(X(I,2*b)),C=N;for(let S=0;S<T;S+=1){let[$,P]=[r.rates(_[S]),r.rates(_[S+1])];({image:C,noisy:N}=Ke(N,A(v(O),N,$),$,P))}return At(
C,y)},guess(b,{t:T,smooth:I=!0}){let O=r.rates(T),_=hn(b,y),N=A(v(I),_,O),C=_.map((S,$)=>(S-O.noise*N[$])/O.signal);return At(C,y)}}}var jo=100,mr=.25,pr=3e4;function Wo(e,{slice:t=50,later:o=n=>setTimeout(n,0)}={}){let n=null,r={},s={},a=0,i=!1,l=!1,f=!0,c=[],u=0,d=0,m=0,p=0,x=0,k={},y=()=>!f||
n.steps>=pr;function h(F,A=1/0){let v=performance.now(),b=0;for(;b<A&&f&&performance.now()<F;){let T=n.step(s.rate);c.push(T),f=Number.isFinite(T),b+=1}u+=performance.
now()-v,d+=b,y()&&(i=!1)}function M({samples:F=!1,arrows:A=F}={}){let v={...k,begun:a,steps:n.steps,finite:f,ended:y(),losses:Float32Array.from(c),rate:u>0?1e3*
d/u:0},{count:b,length:T,seed:I,places:O,t:_}=r,N=s.average;if(A&&(v.arrows=n.guess(O,{t:_,smooth:N})),F&&n.steps>0){let C=performance.now();v.samples=n.sample(
{count:b,steps:T,seed:I,smooth:N}),m=performance.now(),p=m-C}[c,k]=[[],{}],u>2e3&&([u,d]=[u/2,d/2]),e(v),x=performance.now()}function g(){if(l=!1,!i)return;h(performance.
now()+t);let F=performance.now(),A=!i||F-m>Math.max(2*jo,p/mr);(A||F-x>jo)&&M({samples:A,arrows:!0}),E()}function E(){!i||l||(l=!0,o(g))}return{begin(F){({number:a,
settings:s,view:r}=F),n=qo(F.points,s),[i,f,c,u,d]=[!1,!0,[],0,0],k={best:n.best()},M({samples:!0})},learnFrom({points:F}){n.learnFrom(F),k={best:n.best()},i||M(
{samples:!0})},change(F){s={...s,...F},i||M({samples:!0})},look(F){r={...r,...F},M({arrows:!0,samples:!("t"in F)})},run({on:F}){i=F&&!y(),i||M({samples:!0}),E()},
step({count:F=1}){h(1/0,F),M({samples:!0})}}}function Uo(e,t){let o=null,n=null,r=!1,s=[],a=()=>{n=Wo(e,{slice:12});for(let{order:i,...l}of s.splice(0))n[i](l)};try{o=t(),o.onmessage=({data:i})=>{r=!0,s.length=
0,i.ready||e(i)},o.onerror=i=>{if(i.preventDefault?.(),r)throw new Error(i.message);a()}}catch{a()}return{get inWorker(){return n===null},ask(i,l={}){return n?n[i](
l):(r||s.push({order:i,...l}),o.postMessage({order:i,...l}))}}}var Et=2.2,Ho=1.9,Ft=600,Go=400,hr=.15,gr=1e3,Yo=[["heart","Heart"],["moons","Two moons"],["spiral","Spiral"],["discs","Two discs"],["letters","DDIM"],["picture",
"A painted flower"],["drawing","What I draw"]],Ko={cosine:{name:"Cosine",kind:"cosine",options:{max_signal_rate:.999}},short:{name:"Cosine, ends as for pictures",
kind:"cosine",options:{}},linear:{name:"Linear β",kind:"linear",options:{}},log_snr:{name:"Straight log-SNR",kind:"log_snr",options:{start:6,end:-6}},rectified_flow:{
name:"Rectified flow",kind:"rectified_flow",options:{}}},wr=[["noise","Noise"],["image","Image"],["velocity","Velocity"],["flow","Flow (noise − image)"]],yr=[
["mse","Squared (MSE)"],["mae","Absolute (MAE)"]],Xo=Float64Array.from({length:450},(e,t)=>{let o=t>>1;return Et*(2*((t%2?Math.floor(o/15):o%15)+.5)/15-1)});function br(){
return new Worker(URL.createObjectURL(new Blob([Ro],{type:"text/javascript"})))}function Vo(e,t,o){let n={schedule:"cosine",target:"noise",loss:"mse",power:-2,average:!0,
seed:t.seed},r={size:t.picture.size,ink:ae(t.picture.ink)},s=xr(t.picture),a=[],i=new Float32Array(0),l=null,f=0,c=!1,u=!1,d={steps:0,finite:!0,rate:0},m=[],p=null,
x=null,k=0,y=null,h=ne({label:"Points",options:Yo,value:t.shape,onChange:H}),M=se({label:"Clear",onClick:()=>{h.value="drawing"}}),g=se({label:"Train",onClick:()=>u?
xe():te()}),E=se({label:"One step",onClick:()=>{oe()&&U("step")}}),F=se({label:"Start again",onClick:de}),A=G({label:"Learning rate",min:-4,max:0,step:.5,value:n.
power,format:L=>String(Number((10**L).toPrecision(1))),onInput(L){n.power=L,c&&U("change",{rate:10**L})}}),v=Ze({label:"Average the weights",value:!0,onChange(L){
n.average=L,c&&U("change",{average:L})}}),b=L=>z=>{n[L]=z,de()},T=ne({label:"Schedule",value:n.schedule,options:Object.entries(Ko).map(([L,{name:z}])=>[L,z]),onChange:b(
"schedule")}),I=ne({label:"The network predicts",value:n.target,options:wr,onChange:b("target")}),O=ne({label:"Error",value:n.loss,options:yr,onChange:b("loss")}),
_=G({label:"Seed",min:0,max:50,step:1,value:n.seed,onInput(L){n.seed=L,B(h.value),de()}}),N=G({label:"Noise level of the arrows",min:0,max:1,step:.02,value:.5,format:L=>`\
t = ${L.toFixed(2)}`,onInput(L){c&&U("look",{t:L})}}),C=G({label:"Steps of DDIM",min:1,max:50,step:1,value:20,onInput(L){c&&U("look",{length:L})}}),S=He({label:"\
Your points",reach:Et,draw:Me,onPress:Te}),$=To(o,S,{reach:Et,onPoint:D,onBack:Y}),P=He({label:"Samples",reach:Et,draw:Ae}),q=w("span",{class:"ff-title"},"Noise"),
R=Se({label:"Loss over the steps",title:"Loss",x:[0,200],...an([]),height:150,xLabel:"steps",formatY:ln}),j=V(),W=(L,z,...Ee)=>w("div",{},L,z.element,...Ee);e.append(
Z(h,M,g,E,F),w("div",{class:"ff-columns ff-two"},W(w("span",{class:"ff-title"},"Your points: draw here"),S,$.hint),W(q,P)),j.element,$.element,w("div",{class:"f\
f-gap"},R.element,Ne([["iris","Loss"],["muted","The least that any network can reach on these points",!0]])),w("div",{class:"ff-controls ff-gap"},A.element,v.element,
...t.simple?[]:[T,I,O,N,C,_].map(L=>L.element)));function H(L){L==="drawing"&&(a=[]),B(L)}function B(L){L==="drawing"?i=a.length?dn(a,Ft,n.seed):new Float32Array(
0):L==="picture"?i=Co(r.ink,r.size,Ft,n.seed,Ho):i=Lo(L,Ft,n.seed),g.disabled=E.disabled=i.length===0,S.canvas.setAttribute("aria-label",i.length?`${i.length/2}\
 points to learn: ${Yo.find(([z])=>z===L)[1]}`:"An empty board to draw on"),ie(),S.redraw(),P.redraw(),pe()}let K=0;function ie(){!c||K||(K=setTimeout(()=>{K=0,
c&&i.length&&U("learnFrom",{points:i}),c&&u&&U("run",{on:i.length>0})},300))}function Me(L){h.value==="picture"&&L.picture(s,Ho,.35),L.dots(i,re(o,"signal"),2.4),
x&&L.arrows(Xo,x,re(o,"noise")),$.draw(L),!i.length&&(L.context.fillStyle=re(o,"muted"),L.context.textAlign="center",L.context.font=`14px ${getComputedStyle(o).
fontFamily}`,L.context.fillText("Draw here",L.width/2,L.width/2))}function Ae(L){L.dots(i,re(o,"muted"),2,.35),L.dots(p??Pe(),re(o,"petal"),2.6)}function Pe(){let L=Float64Array.
from(X(1,2*Go));return i.length?At(L,$t(i)):L}function Te(L,z){if(z)h.value!=="drawing"&&(h.value="drawing"),a.push([L]);else{let Ee=a[a.length-1],ct=Ee[Ee.length-
1];if(Math.hypot(L[0]-ct[0],L[1]-ct[1])<.04)return;Ee.push(L)}B("drawing")}function D(L,z){return z&&h.value==="drawing"&&a.length?(a[a.length-1].push(L),B("dra\
wing"),"A line to here."):(Te(L,!0),`A point. ${ee(a.length)} on the board.`)}function Y(){return h.value!=="drawing"||!a.length?"There is nothing of yours to t\
ake back.":(a.pop(),B("drawing"),`Taken back. ${ee(a.length)} on the board.`)}function ee(L){return L===1?"1 stroke":`${L||"No"} strokes`}function U(L,z={}){l.ask(
L,z)}function oe(){return i.length?(l??=Uo(Fe,br),c||J(),!0):!1}function J(){let{kind:L,options:z}=Ko[n.schedule];f+=1,c=!0,U("begin",{number:f,points:i,settings:{
schedule:{kind:L,options:z},target:n.target,loss:n.loss,rate:10**n.power,average:n.average,seed:n.seed},view:{count:Go,length:C.value,seed:1,places:Xo,t:N.value}})}
function te(){oe()&&(u=!0,me(),U("run",{on:!0}))}function xe(){u=!1,me(),U("run",{on:!1})}function de(){m=[],[p,x,y]=[null,null,null],d={steps:0,finite:!0,rate:0},
c=!1,l&&oe()&&u&&U("run",{on:!0}),le()}function Fe(L){if(L.begun===f){d=L,L.ended&&(u=!1);for(let z of L.losses)m.push(z);y=L.best??y,L.samples&&(p=L.samples),L.
arrows&&(x=L.arrows),qe()}}let fe=0,De=0;function qe(){if(De)return;let L=Tt()&&u?gr-(performance.now()-fe):0;De=setTimeout(()=>{De=0,fe=performance.now(),le()},
Math.max(0,L))}function le(){k=p&&i.length?Io(p,i,hr):0,q.textContent=p?"Samples":"Noise, where samples start",S.redraw(),P.redraw();let L=No(m),z=y>0?Math.log10(
y):null,Ee=Math.max(100,m.length);R.limits({x:[0,Ee],...an(z===null?L:[...L,[0,z]])}),R.update({lines:[...z===null?[]:[{points:[[0,z],[Ee,z]],colour:"muted",dash:!0}],
...L.length>1?[{points:L,colour:"iris"}]:[]],marks:L.length===1?[{x:L[0][0],y:L[0][1],colour:"iris"}]:[]}),me(),pe()}function me(){g.textContent=u?"Pause":"Trai\
n",o.dataset.state=u?"training":d.finite?"resting":"broken",o.dataset.steps=d.steps,o.dataset.rate=Math.round(d.rate),o.dataset.loss=cn(m).toFixed(4),o.dataset.
near=k.toFixed(3)}function pe(){if(!i.length)return j.say("The board is empty. Draw on it, or choose points.");if(!m.length)return j.say(`${Ft} points to learn.\
 Press Train.`);let L=cn(m),z=l.inWorker?"":", without a worker",Ee=d.rate?` ${Math.round(d.rate)} steps a second here${z}.`:"";if(!d.finite)return j.say(`Step ${d.
steps}: the loss is no longer a number. The learning rate is too high; take a smaller one and start again.`);let ct=L>1.5*m[0]?" That is more than at the start:\
 the learning rate is too high.":"";return j.say(`Step ${d.steps.toLocaleString("en")}. Loss ${ln(Math.log10(L),3)}.${ct} ${Math.round(100*k)} % of the samples \
lie on your points.${Ee}`)}typeof IntersectionObserver=="function"&&new IntersectionObserver(L=>{let z=L[L.length-1].isIntersecting;c&&u&&U("run",{on:z&&i.length>
0})}).observe(o),B(t.shape),S.follow(),P.follow(),le(),Ge(o,()=>{S.redraw(),P.redraw()})}function xr({size:e,colours:t}){let o=w("canvas",{width:e,height:e}),n=o.
getContext("2d"),r=n.createImageData(e,e);ae(t).forEach((s,a)=>{r.data[4*Math.floor(a/3)+a%3]=s});for(let s=3;s<r.data.length;s+=4)r.data[s]=255;return n.putImageData(
r,0,0),o}function Zo(e,t){let{blocks:o}=t,n=Math.max(...o.map(d=>d.parameters)),r=o.map((d,m)=>{let p=Jo(d,1)[0],x=Math.sqrt(d.parameters/n),k=w("button",{type:"button",
class:"ff-block","aria-pressed":"false","aria-label":`${d.title}, ${d.shape}, ${d.parameters} parameters`},p,w("i",{style:`width:${(100*x).toFixed(0)}%`}));return k.
addEventListener("focus",()=>u(m)),k.addEventListener("pointerenter",()=>u(m)),k.addEventListener("click",()=>u(m)),k.addEventListener("keydown",y=>{let h={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[y.key];h&&(y.preventDefault(),r[Math.min(Math.max(m+h,0),o.length-1)].focus())}),k}),s=Math.max(...o.map(d=>d.level))+1,a=w(
"div",{class:"ff-unet",role:"group","aria-label":"Blocks"});for(let d=0;d<s;d+=1){let m=k=>r.filter((y,h)=>o[h].level===d&&o[h].side===k),p=t.sizes[d],x=`margin\
-inline:${(30*d/(s-1)).toFixed(1)}%`;a.append(w("div",{class:"ff-unet-row",style:x},w("div",{class:"ff-unet-side"},...m("down")),...m("middle").length?[w("div",
{class:"ff-unet-side"},...m("middle")),w("span",{class:"ff-unet-size"},`${p} × ${p}`)]:[w("span",{class:"ff-unet-skip"},w("span",{class:"ff-unet-size"},`${p} ×\
 ${p}`))],w("div",{class:"ff-unet-side"},...m("up"))))}let i=w("span",{class:"ff-title"}),l=w("dl",{class:"ff-facts"}),f=w("div",{class:"ff-maps",role:"img"}),c=V();
e.append(a,w("div",{class:"ff-unet-detail"},i,l,f),c.element);function u(d){let m=o[d];r.forEach((p,x)=>{p.setAttribute("aria-pressed",String(x===d)),p.classList.
toggle("ff-partner",x!==d&&vr(o[x],m))}),i.textContent=m.kind?`${m.title}: ${m.kind}`:m.title,l.replaceChildren(...m.facts.map(([p,x])=>w("div",{},w("dt",{},p),
w("dd",{},x)))),f.replaceChildren(...Jo(m,m.count)),f.setAttribute("aria-label",m.shown),c.say(m.sentence)}u(Math.min(t.selected,o.length-1))}function vr(e,t){return e.
skip===t.name||t.skip===e.name}function Mr(e,t){return Float64Array.from({length:t},(o,n)=>((n%2?e[n>>1]&15:e[n>>1]>>4)-7)/7)}function Jo(e,t){let[o,n]=e.size,r=ae(
e.maps),s=o*n,a=e.colour?null:Mr(r,s*e.count);return Array.from({length:Math.min(t,e.count)},(i,l)=>{let f=Q({label:"",width:o,height:n});return f.draw(e.colour?
r:nt(a.subarray(l*s,(l+1)*s))),f.canvas.removeAttribute("role"),f.canvas.removeAttribute("aria-label"),f.canvas.setAttribute("aria-hidden","true"),f.canvas})}var gn=["leaf","iris"];function Qo(e,t,o){let{side:n,epochs:r,curves:s}=t,a=s.flatMap(({points:x})=>x),[i,l]=[Math.min(...a.map(([x])=>x)),Math.max(...a.map(([x])=>x))],
f=null,c=G({label:"Epoch",min:i,max:l,step:1,value:l,onInput:p}),u=Se({label:"Errors over the epochs",title:"Errors",x:[i,Math.max(l,i+1)],y:kr(s),height:190,xLabel:"\
epoch",onPoint:x=>{c.value=Math.round(x)}}),d=Q({label:"Samples",title:"Samples",width:n,height:n}),m=V();e.append(Z(c,ke(o,c,{seconds:8})),w("div",{class:"ff-c\
olumns ff-two"},w("div",{},u.element,Ne(s.map(({name:x},k)=>[gn[k],x]))),d.element),m.element);function p(){let x=c.value;u.update({lines:s.map(({points:y},h)=>({
points:y,colour:gn[h]})).filter(({points:y})=>y.length>1),marks:[{x,colour:"muted"},...s.flatMap(({points:y},h)=>{let M=wn(y,x,([g])=>g);return M?[{x:M[0],y:M[1],
colour:gn[h]}]:[]})]});let k=wn(r,x,y=>y)??r[0];f&&d.draw(ye(f,r.indexOf(k)*n,0,n,n)),d.heading.textContent=`Samples after epoch ${k}`,d.describe(`Sixteen sampl\
es after epoch ${k}`),m.say(`Epoch ${x}. ${s.map(({name:y,points:h})=>{let M=wn(h,x,([g])=>g);return M?`${y}: ${M[1].toFixed(3)}`:""}).filter(Boolean).join("; ")}\
.`)}p(),ue(we(o)).then(x=>{f=x,o.dataset.state="ready",p()})}function kr(e){let t=e.flatMap(({points:s})=>s.map(([,a])=>a)),[o,n]=[Math.min(...t),Math.max(...t)],
r=.05*(n-o)||.01;return[o-r,n+r]}function wn(e,t,o){return e.filter(n=>o(n)<=t).at(-1)}yn({dissolve:Tn,draw_a_schedule:Hn,embedding_explorer:Yn,first_flowers:Kn,grow:Xn,guess_the_flower:oo,lie:ao,noise_maps:co,particles:wo,race:Ao,reverse:Fo,train:Vo,
unet_map:Zo,watch:Qo});})();
