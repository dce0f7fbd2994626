/* Made by book/bundle_figures.py from ddimlib/static/ (47c3f2de60e485a6). */
(()=>{function Fn(t){let e=".ff-figure[data-figure]:not([data-started], [data-failed])",o=()=>{for(let r of document.querySelectorAll(e))document.readyState==="loadin\
g"&&!r.nextSibling||Ir(r,t[r.dataset.figure])};if(o(),document.readyState!=="loading")return;let n=new MutationObserver(o);n.observe(document,{childList:!0,subtree:!0}),
document.addEventListener("DOMContentLoaded",()=>{n.disconnect(),o()})}function Ir(t,e){let o=t.querySelector(":scope > script[type='application/json']");if(!e||
!o)return;let n=t.querySelector(".ff-live");n.addEventListener("focusin",({target:r})=>{r.dataset.lmSuppressShortcuts="true"}),t.dataset.started="";try{e(n,JSON.
parse(o.textContent),t)}catch(r){delete t.dataset.started,t.dataset.failed="",n.replaceChildren(),console.error(r)}}function b(t,e={},...o){let n=document.createElement(
t);for(let[r,s]of Object.entries(e))s!=null&&s!==!1&&n.setAttribute(r,s===!0?"":s);return n.append(...o),n}function _e(t,e=250){let o=0;return(n=e)=>{clearTimeout(
o),o=setTimeout(t,n)}}function J(...t){return b("div",{class:"ff-controls"},...t.map(e=>e.element??e))}function Y({label:t,min:e,max:o,step:n,value:r,format:s=String,
onInput:a}){let i=b("span",{class:"ff-value","aria-hidden":"true"}),l=b("input",{type:"range",min:e,max:o,step:n}),u=()=>{let d=s(Number(l.value));i.textContent=
d,l.setAttribute("aria-valuetext",d);let m=(Number(l.value)-l.min)/(l.max-l.min||1);l.style.setProperty("--ff-filled",`${(100*m).toFixed(1)}%`)},c=b("span",{class:"\
ff-label"},t),f=b("label",{class:"ff-slider"},b("span",{class:"ff-row"},c,i),l);return l.value=r,u(),l.addEventListener("input",()=>{u(),a(Number(l.value))}),{element:f,
input:l,get value(){return Number(l.value)},set value(d){l.value=d,u(),a(Number(l.value))},limits(d,m,h){Object.assign(l,{min:d,max:m}),l.value=h,u()},rename(d){
c.textContent=d}}}function te({label:t,options:e,value:o,onChange:n}){let r=b("select",{},...e.map(([a,i])=>b("option",{value:a},i)));return r.value=o,r.addEventListener(
"change",()=>n(r.value)),{element:b("label",{class:"ff-choice"},b("span",{class:"ff-label"},t),r),input:r,get value(){return r.value},set value(a){r.value=a,n(r.
value)}}}function He({label:t,value:e=!1,onChange:o}){let n=b("input",{type:"checkbox"});return n.checked=e,n.addEventListener("change",()=>o(n.checked)),{element:b(
"label",{class:"ff-toggle"},n,b("span",{},t)),input:n,get value(){return n.checked}}}function re({label:t,onClick:e}){let o=b("button",{type:"button",class:"ff-\
button"},t);return o.addEventListener("click",e),o}function Pt(){return window.matchMedia("(prefers-reduced-motion: reduce)").matches}function Pr(t,e,o=()=>{}){
let n=0,r=!1,s=!0,a=null,i=c=>{let f=a===null?0:Math.min((c-a)/1e3,.1);if(a=c,n=0,!t.isConnected||e(f)===!1)return u.pause();l()},l=()=>{r&&s&&!n&&(n=requestAnimationFrame(
i))},u={get playing(){return r},play(){r=!0,a=null,o(!0),l()},pause(){r=!1,cancelAnimationFrame(n),n=0,o(!1)}};return typeof IntersectionObserver=="function"&&new IntersectionObserver(
c=>{s=c[c.length-1].isIntersecting,a=null,l()}).observe(t),u}function Fe(t,e,{label:o="Play",seconds:n=6}={}){let r=()=>Number(e.input.min),s=()=>Number(e.input.
max),a=0,i=0,l=re({label:o,onClick:()=>{if(u.playing)return u.pause();a=e.value>=s()?r():e.value,i=0,u.play()}}),u=Pr(t,c=>{let f=s()-r();if(Pt()){if(i+=c,i<n/8)
return!0;a+=f/8,i=0}else a+=f*c/n;return e.value=Math.min(a,s()),a<s()},c=>{l.textContent=c?"Pause":o});return e.input.addEventListener("pointerdown",()=>u.pause()),
e.input.addEventListener("keydown",()=>u.pause()),l}function K(){let t=b("p",{class:"ff-readout"}),e=b("p",{class:"ff-hidden","aria-live":"polite"}),o=0;return{
element:b("div",{},t,e),say(n){let r=t.textContent==="";t.textContent=n,clearTimeout(o),r||(o=setTimeout(()=>{e.textContent=n},500))}}}function X({label:t,title:e="",
width:o,height:n}){let r=b("canvas",{width:o,height:n,role:"img","aria-label":t}),s=r.getContext("2d"),a=s.createImageData(o,n);a.data.fill(255);let i=b("span",
{class:"ff-title"},e);return{element:b("div",{class:"ff-picture"},...e?[i]:[],r),canvas:r,heading:i,draw(l){let u=l.length===o*n;for(let c=0;c<o*n;c+=1)for(let f=0;f<
3;f+=1)a.data[4*c+f]=u?l[c]:l[3*c+f];s.putImageData(a,0,0)},describe(l){r.setAttribute("aria-label",l)}}}function Xe(t,e){let o=new MutationObserver(e),n=["data\
-theme","data-jp-theme-light","theme","class"];o.observe(document.documentElement,{attributes:!0,attributeFilter:n}),o.observe(document.body,{attributes:!0,attributeFilter:n}),
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change",e)}function ue(t,e){return getComputedStyle(t).getPropertyValue(`--ff-${e}`).trim()}
function dt(t,e){let o=0,n=()=>{let r=Math.round(t.clientWidth);r>0&&r!==o&&e(o=r)};n(),new ResizeObserver(n).observe(t)}function se(t){return Uint8Array.from(atob(
t),e=>e.charCodeAt(0))}var Rr="http://www.w3.org/2000/svg";function ke(t,e,o=""){let n=document.createElementNS(Rr,t);for(let[r,s]of Object.entries(e))n.setAttribute(r,s);return o&&(n.
textContent=o),n}function En(t,e,o=5){let n=(e-t)/o,r=10**Math.floor(Math.log10(n)),s=[1,2,5,10].map(i=>i*r).find(i=>i>=n*.999),a=[];for(let i=Math.ceil(t/s-1e-9);i*
s<=e+1e-9*s;i+=1)a.push(Number((i*s).toPrecision(12)));return a}function Tn(t){return String(t).replace("-","−")}var Rt={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,
PageUp:5,PageDown:-5};function fe({label:t,title:e="",x:o,y:n,xLabel:r="",yLabel:s="",height:a=170,xTicks:i=null,yTicks:l=null,formatX:u=Tn,formatY:c=Tn,onPoint:f=null,
onHandle:d=null,onStep:m=null,onDraw:h=null}){let v=b("div",{class:"ff-chart"}),w=ke("svg",{role:d?"group":"img","aria-label":t,height:a}),x=ke("g",{}),g=new Map;
w.append(x);let A={left:44,right:12,top:8,bottom:r?38:24},k={x:o,y:n,xTicks:i,yTicks:l},C=300,y={lines:[],marks:[],areas:[]},F=S=>A.left+(S-k.x[0])/(k.x[1]-k.x[0])*
(C-A.left-A.right),M=S=>a-A.bottom-(S-k.y[0])/(k.y[1]-k.y[0])*(a-A.top-A.bottom),$=S=>Math.min(Math.max(S,k.y[0]),k.y[1]),E=S=>S.map(([L,U],W)=>`${W?"L":"M"}${F(
L).toFixed(1)} ${M(U).toFixed(1)}`).join("");function I(){let S=a-A.bottom;for(let L of k.yTicks??En(...k.y,4))x.append(ke("line",{class:"ff-grid",x1:A.left,x2:C-
A.right,y1:M(L),y2:M(L)}),ke("text",{class:"ff-tick",x:A.left-(d?13:6),y:M(L)+4,"text-anchor":"end"},c(L)));for(let L of k.xTicks??En(...k.x,C<260?3:5))x.append(
ke("text",{class:"ff-tick",x:F(L),y:S+16,"text-anchor":"middle"},u(L)));if(x.append(ke("line",{class:"ff-axis",x1:A.left,x2:C-A.right,y1:S,y2:S})),r&&x.append(ke(
"text",{class:"ff-axis-label","text-anchor":"middle",x:(A.left+C-A.right)/2,y:a-5},r)),s){let L=(A.top+S)/2;x.append(ke("text",{class:"ff-axis-label","text-anch\
or":"middle",x:11,y:L,transform:`rotate(-90 11 ${L})`},s))}}function O(){x.replaceChildren(),w.setAttribute("viewBox",`0 0 ${C} ${a}`),w.setAttribute("width",C),
I();let S=a-A.bottom,[L,U]=[A.left-2,A.top-2],[W,H]=[C-A.right+2-L,S+2-U],R=ke("svg",{class:"ff-plot",x:L,y:U,width:W,height:H,viewBox:`${L} ${U} ${W} ${H}`});x.
append(R);for(let{points:q,colour:B="accent"}of y.areas??[]){let V=F(q[0][0]).toFixed(1),ee=F(q[q.length-1][0]).toFixed(1);R.append(ke("path",{d:`${E(q)}L${ee} ${S}\
L${V} ${S}Z`,class:"ff-area",style:`fill:var(--ff-${B})`}))}for(let{points:q,colour:B="accent",dash:V=!1,width:ee=2}of y.lines??[])R.append(ke("path",{d:E(q),class:"\
ff-line",style:`stroke:var(--ff-${B});stroke-width:${ee};${V?"stroke-dasharray:5 4":""}`}));for(let{x:q,y:B,colour:V="ink",handle:ee,label:we,says:D,size:Z=4.5}of y.
marks??[])B===void 0?x.append(ke("line",{x1:F(q),x2:F(q),y1:A.top,y2:S,class:"ff-rule",style:`stroke:var(--ff-${V})`})):ee?_(ee,{cx:F(q),cy:M($(B)),style:`strok\
e:var(--ff-${V})`,"aria-label":we,"aria-valuetext":D,"aria-valuenow":B,"aria-valuemin":k.y[0],"aria-valuemax":k.y[1]}):x.append(ke("circle",{cx:F(q),cy:M($(B)),
r:Z,class:"ff-mark",style:`fill:var(--ff-${V})`}))}function _(S,L){g.has(S)||(g.set(S,ke("circle",{class:"ff-handle",r:9,"data-handle":S,tabindex:0,role:"slider",
"aria-orientation":"vertical"})),w.append(g.get(S)));for(let[U,W]of Object.entries(L))g.get(S).setAttribute(U,W)}function T(S){let L=w.getBoundingClientRect(),U=(S.
clientX-L.left-A.left)/(L.width-A.left-A.right),W=(L.bottom-A.bottom-S.clientY)/(a-A.top-A.bottom);return[[U,k.x],[W,k.y]].map(([H,[R,q]])=>R+Math.min(Math.max(
H,0),1)*(q-R))}let N=null,p=(S,L=!1)=>{let[U,W]=T(S);N?d(N,U,W):h?h([U,W],L):f&&f(U)};return(f||d||h)&&(f&&w.classList.add("ff-draggable"),h&&w.classList.add("f\
f-drawable"),w.addEventListener("pointerdown",S=>{N=S.target.dataset?.handle??null,!(!N&&!f&&!h)&&(w.setPointerCapture(S.pointerId),N||p(S,!0))}),w.addEventListener(
"pointermove",S=>{w.hasPointerCapture(S.pointerId)&&p(S)})),m&&w.addEventListener("keydown",S=>{let L=S.target.dataset?.handle;!L||!Rt[S.key]||S.altKey||S.ctrlKey||
S.metaKey||(S.preventDefault(),m(L,S.shiftKey?5*Math.sign(Rt[S.key]):Rt[S.key]))}),e&&v.append(b("span",{class:"ff-title"},e)),v.append(w),dt(v,S=>{C=S,O()}),{element:v,
update(S){y=S,O()},limits(S){Object.assign(k,S)},describe(S){w.setAttribute("aria-label",S)}}}function ge(t){return b("div",{class:"ff-legend"},...t.map(([e,o,n])=>b(
"span",{},b("i",{style:`border-top:3px ${n?"dashed":"solid"} var(--ff-${e})`}),o)))}function Ot(t){return t=Math.imul(t^t>>>16,2146121005),t=Math.imul(t^t>>>15,2221713035),(t^t>>>16)>>>0}function Qe(t,e){let o=Ot(t+2654435769>>>0);return Ot(Ot(
e+o>>>0)+Math.imul(o,2246822507)>>>0)}function $e(t,e){return(Qe(t,e)+.5)/4294967296}function Q(t,e){let o=new Float32Array(e);for(let n=0;n<e;n+=2){let r=Math.
sqrt(-2*Math.log($e(t,n))),s=2*Math.PI*$e(t,n+1);o[n]=r*Math.cos(s),n+1<e&&(o[n+1]=r*Math.sin(s))}return o}function Or(t,e){let[o,n,r]=[[],[],[]];for(let[s,a,i]=[0,0,0];s<t;){let l=Math.min((s+1)*e,(a+1)*t);o.push(s),n.push(a),r.push(l-i),i=l,l===(s+1)*e&&(s+=1),l===
(a+1)*t&&(a+=1)}return{from:Int32Array.from(o),to:Int32Array.from(n),length:Float64Array.from(r)}}function Nn(t,e){let{from:o,to:n,length:r}=Or(t,e),s=new Float64Array(
3*e*e),a=new Float64Array(3*e),i=0;return{add(l){for(let u=0;u<l.length;u+=4*t){a.fill(0);for(let c=0;c<o.length;c+=1){let f=u+4*o[c],d=3*n[c],m=r[c];a[d]+=m*l[f],
a[d+1]+=m*l[f+1],a[d+2]+=m*l[f+2]}for(let c=o[i];o[i]===c;i+=1){let f=3*e*n[i];for(let d=0;d<a.length;d+=1)s[f+d]+=r[i]*a[d]}}},bytes:()=>Uint8Array.from(s,l=>Math.
floor(l/t**2+.5))}}var Cn=1e8,_r=2**17;function Ln(t,{size:e,backLabel:o,show:n,back:r}){let s=b("input",{type:"file",accept:"image/*",hidden:!0}),a=re({label:"Your picture …",onClick:()=>s.
click()}),i=re({label:o,onClick:()=>{c+=1,m(""),i.hidden=!0,a.focus(),r(),t.dataset.state="ready"}});i.hidden=!0;let l=b("span",{class:"ff-note"},"Choose, drop \
or paste one. It stays in this page and is sent nowhere."),u=b("p",{role:"status",hidden:!0}),c=0;s.addEventListener("change",()=>{s.files.length&&d(s.files[0]),
s.value=""}),t.addEventListener("dragover",h=>{h.dataTransfer.types.includes("Files")&&(h.preventDefault(),t.classList.add("ff-over"))}),t.addEventListener("dra\
gleave",h=>{t.contains(h.relatedTarget)||t.classList.remove("ff-over")}),t.addEventListener("drop",h=>{t.classList.remove("ff-over"),h.dataTransfer.files.length&&
(h.preventDefault(),h.stopPropagation(),d(h.dataTransfer.files[0]))}),document.addEventListener("paste",f);function f(h){if(!t.isConnected)return document.removeEventListener(
"paste",f);let v=t.contains(h.target);if(h.defaultPrevented||!v&&!(jr(t)&&Wr(h.target)))return;let w=[...h.clipboardData.files].find(x=>x.type.startsWith("image\
/"));w?(h.preventDefault(),d(w)):v&&m("There is no picture in the clipboard: copy one first, and paste again.")}async function d(h){c+=1;let v=c;t.dataset.state=
"reading",m(`Reading ${_t(h)} …`);try{let w=await Br(h,e);if(v!==c)return;m(""),i.hidden=!1,n(w)}catch(w){if(v!==c)return;m(w instanceof ze?w.message:In(h))}t.
dataset.state="ready"}function m(h){u.textContent=h,u.hidden=h===""}return{element:b("div",{class:"ff-own"},b("div",{class:"ff-controls"},a,s,i,l),u)}}var ze=class extends Error{},
_t=t=>t.name?`“${t.name}”`:"the picture",In=t=>`This browser cannot read ${_t(t)} as a picture: take a JPEG, PNG or WebP file.`;async function Br(t,e){let o=await qr(
t),n=Math.min(o.width,o.height),r=Math.floor((o.width-n)/2),s=Math.floor((o.height-n)/2),a=Math.ceil(_r/n),i=Nn(n,e),u=b("canvas",{width:n,height:Math.min(a,n)}).
getContext("2d",{willReadFrequently:!0});for(let c=0;c<n;c+=a){let f=Math.min(a,n-c);u.fillStyle="white",u.fillRect(0,0,n,f),u.drawImage(o,r,s+c,n,f,0,0,n,f),i.
add(u.getImageData(0,0,n,f).data),await new Promise(d=>{setTimeout(d)})}return o.close(),i.bytes()}async function qr(t){if(t.type&&!t.type.startsWith("image/"))
throw new ze(In(t));let e=URL.createObjectURL(t);try{let o=await Dr(e),n=o.naturalWidth*o.naturalHeight;if(n>Cn)throw new ze(`${_t(t)} has ${Math.round(n/1e6)} \
million pixels and this page takes up to ${Cn/1e6} million: make it smaller first.`);return await createImageBitmap(t,{imageOrientation:"from-image"}).catch(()=>createImageBitmap(
o))}finally{URL.revokeObjectURL(e)}}function Dr(t){return new Promise((e,o)=>{let n=new Image;n.onload=()=>e(n),n.onerror=o,n.src=t})}function jr(t){let e=t.getBoundingClientRect();
return e.bottom>0&&e.top<window.innerHeight}function Wr(t){return!t.isContentEditable&&!t.closest("input, textarea, select")}function Ve(t){let e=t.length/3,o=[0,0,0],n=[0,0,0];t.forEach((s,a)=>{o[a%3]+=s/e}),t.forEach((s,a)=>{n[a%3]+=(s-o[a%3])**2/e});for(let s=0;s<3;s+=1)n[s]=Math.sqrt(
n[s])||1;let r=Float64Array.from(t,(s,a)=>(s-o[a%3])/n[a%3]);return{mean:o,std:n,image:r}}function Ge({mean:t,std:e,image:o},n,r,s){let a=new Uint8ClampedArray(
o.length);for(let i=0;i<o.length;i+=1)a[i]=(r*o[i]+s*n[i])*e[i%3]+t[i%3];return a}function mt(t,e){return t.reduce((o,n,r)=>o+Math.abs(n-e[r]),0)/t.length}function Ur({min_signal_rate:t=.02,max_signal_rate:e=.95}={}){let o=Math.acos(e),n=Math.acos(t);return r=>-2*Math.log(Math.tan(o+r*(n-o)))}function Hr({beta_start:t=1e-4,
beta_end:e=.02,steps:o=1e3}={}){let n=new Float64Array(o),r=0;for(let s=0;s<o;s+=1)r+=Math.log1p(-(t+(e-t)*s/(o-1))),n[s]=r;return s=>{let a=s*(o-1),i=Math.min(
Math.floor(a),o-2),l=n[i]+(n[i+1]-n[i])*(a-i);return l-Math.log(-Math.expm1(l))}}function Gr({start:t=2.5,end:e=-7.5}={}){return o=>t+o*(e-t)}function Yr({start:t=.01,
end:e=.99}={}){return o=>{let n=t+o*(e-t);return-2*Math.log(n/(1-n))}}var Bt={cosine:Ur,linear:Hr,log_snr:Gr,rectified_flow:Yr};function Ae(t,e={}){if(!Object.hasOwn(
Bt,t))throw new Error(`no page knows the schedule "${t}"`);let o=Bt[t](e);return{logSNR:o,rates:n=>he(o(n))}}function he(t){return{signal:Math.sqrt(1/(1+Math.exp(
-t))),noise:Math.sqrt(1/(1+Math.exp(t)))}}var Ia=Object.keys(Bt);function Pn(t,e,o,n,r){for(let s=1,a=0;s<r;s+=1){let i=r>>1;for(;a&i;i>>=1)a^=i;if(a^=i,s<a){let l=o+s*n,u=o+a*n;[t[l],t[u]]=[t[u],t[l]],[e[l],e[u]]=[e[u],e[l]]}}
for(let s=2;s<=r;s*=2)for(let a=0;a<s/2;a+=1){let i=Math.cos(-2*Math.PI*a/s),l=Math.sin(-2*Math.PI*a/s);for(let u=a;u<r;u+=s){let c=o+u*n,f=c+s/2*n,d=t[f]*i-e[f]*
l,m=t[f]*l+e[f]*i;t[f]=t[c]-d,e[f]=e[c]-m,t[c]+=d,e[c]+=m}}}function qt(t,e){let o=Float64Array.from(t),n=new Float64Array(e*e);for(let r=0;r<e;r+=1)Pn(o,n,r*e,
1,e);for(let r=0;r<e;r+=1)Pn(o,n,r,e,e);return{real:o,imaginary:n}}function Rn(t){let e=new Int16Array(t*t);for(let o=0;o<t;o+=1)for(let n=0;n<t;n+=1){let r=Math.
min(o,t-o),s=Math.min(n,t-n),a=Math.round(Math.hypot(s,r));e[o*t+n]=a<=t/2?a:-1}return e}function Dt(t,e,o,n,r,s){let a=new Float64Array(s/2+1),i=new Float64Array(
s/2+1);for(let l=0;l<s*s;l+=1){if(r[l]<0)continue;let u=o*t.real[l]+n*e.real[l],c=o*t.imaginary[l]+n*e.imaginary[l];a[r[l]]+=(u*u+c*c)/(s*s),i[r[l]]+=1}return a.
map((l,u)=>l/i[u])}var Kr=[{kind:"cosine",name:"Cosine schedule",colour:"signal"},{kind:"linear",name:"Linear schedule",colour:"noise"}];function On(t,e,o){let n=new Float64Array(
o);for(let s of t){let a=Math.floor((s+e)/(2*e)*o);a>=0&&a<o&&(n[a]+=1)}let r=2*e/o;return n.map(s=>s/(t.length*r))}function Bn(t,e,o){let{size:n,seed:r}=e,s=se(
e.pixels),a=Q(r,s.length),i=new Float64Array(s.length),l=o.querySelector("figcaption"),u=l.textContent,c={},f=Rn(n),d=qt(_n(a),n),m=Kr.map(M=>({...M,schedule:Ae(
M.kind),view:X({label:M.name,title:M.name,width:n,height:n}),note:b("div",{class:"ff-note"})})),h=fe({label:"Histogram of the pixel values",title:"Pixel values",
x:[-4,4],y:[0,.8],xLabel:"standardised value",xTicks:[-4,-2,0,2,4],yTicks:[0,.4,.8]}),v=fe({label:"Power spectrum",title:"Power at each scale",x:[0,Math.log10(n/
2)],y:[-2,4],xLabel:"cycles per picture: coarse → fine",xTicks:[1,2,4,8,16,32,64].filter(M=>M<=n/2).map(Math.log10),formatX:M=>Math.round(10**M),yTicks:[-2,0,
2,4],formatY:M=>`10${Xr(M)}`}),w=Y({label:"Time t",min:0,max:1,step:.01,value:e.t,format:M=>M.toFixed(2),onInput:C}),x=K(),g=Ln(o,{size:n,backLabel:e.credit?"Ba\
ck to the flower":"Back to the first picture",show:M=>{k(M,!0),C()},back:()=>{k(s,!1),C()}});t.append(J(w,Fe(t,w,{label:"Dissolve"})),b("div",{class:"ff-columns\
 ff-pair ff-dissolve"},...m.map(({view:M,note:$})=>b("div",{},M.element,$))),b("div",{class:"ff-columns ff-two"},h.element,v.element),ge([["signal","cosine"],["\
noise","linear"],["muted","picture",!0],["ink","pure noise",!0]]),x.element,g.element);let A=Vr(81).map(M=>-4+M/10).map(M=>[M,Math.exp(-M*M/2)/Math.sqrt(2*Math.
PI)]);function k(M,$){let E=Ve(M),I=qt(_n(E.image),n);c={pixels:E,transform:I,name:$?"Your picture":e.credit?"Photograph of a flower":"The picture",histogram:y(
On(E.image,4,40)),power:F(Dt(I,d,1,0,f,n))},l.textContent=$?u.replace(e.credit,""):u,o.toggleAttribute("data-own",$)}function C(){let M=w.value,{pixels:$,transform:E,
name:I}=c,{image:O}=$,_=[],T=[],N=[];for(let{schedule:p,view:S,note:L,colour:U,name:W}of m){let{signal:H,noise:R}=p.rates(M);for(let B=0;B<i.length;B+=1)i[B]=H*
O[B]+R*a[B];S.draw(Ge($,a,H,R));let q=`signal ${H.toFixed(2)}, noise ${R.toFixed(2)}`;L.textContent=q,S.describe(`${I}, ${W.toLowerCase()}, t = ${M.toFixed(2)}:\
 ${q}`),_.push({points:y(On(i,4,40)),colour:U}),T.push({points:F(Dt(E,d,H,R,f,n)),colour:U}),N.push(`${W.toLowerCase().split(" ")[0]} keeps ${Math.round(100*H**
2)} %`)}h.update({lines:[{points:c.histogram,colour:"muted",dash:!0,width:1.5},{points:A,colour:"ink",dash:!0,width:1.5},..._]}),v.update({lines:[{points:c.power,
colour:"muted",dash:!0,width:1.5},{points:[[0,0],[Math.log10(n/2),0]],colour:"ink",dash:!0,width:1.5},...T]}),x.say(`At t = ${M.toFixed(2)} the ${N.join(", the ")}\
 of the variance from the image.`)}function y(M){return Array.from(M,($,E)=>[-4+8*(E+.5)/M.length,$])}function F(M){return Array.from(M,($,E)=>[Math.log10(E),Math.
log10($+1e-9)]).slice(1)}k(s,!1),C(),o.dataset.state="ready"}function _n(t){return Float64Array.from({length:t.length/3},(e,o)=>(t[3*o]+t[3*o+1]+t[3*o+2])/Math.
sqrt(3))}function Xr(t){return String(t).replace("-","⁻").replace(/\d/g,e=>"⁰¹²³⁴⁵⁶⁷⁸⁹"[e])}function Vr(t){return Array.from({length:t},(e,o)=>o)}function jt({caption:t,name:e,head:o}){let n=b("tbody"),r=i=>b("th",{scope:"col"},i),s=b("table",{class:"ff-bars"},b("caption",{},t),b("thead",{},b("tr",{},r(e),
b("td"),...o.map(r))),n),a=i=>`${(100*Math.min(Math.max(i,0),1)).toFixed(1)}%`;return{element:s,update(i){n.replaceChildren(...i.map(({name:l,share:u,mark:c,cells:f})=>b(
"tr",{},b("th",{scope:"row"},l),b("td",{class:"ff-bar","aria-hidden":"true"},b("div",{},b("i",{style:`width:${a(u)}`}),b("b",{style:`left:${a(c)}`}))),...f.map(
d=>b("td",{},d)))))}}}function nt(t,e,o){let[n,r]=[t.logSNR(1),t.logSNR(0)];return Array.from({length:e+1},(s,a)=>o==="time"?t.logSNR(1-a/e):n+(r-n)*a/e)}var ot=(t,e,o,n)=>e.map((r,s)=>t*
r+o*n[s]);function Ut(t,e,o){let n=he(o);return{image:ot(1/n.signal,t,-n.noise/n.signal,e),noise:e}}function Un(t,e,o){let n=he(o);return{image:e,noise:ot(1/n.noise,
t,-n.signal/n.noise,e)}}function Ht({image:t,noise:e},o){let n=he(o);return ot(n.signal,t,n.noise,e)}function*tt(t,e,o){return Ut(t,yield{noisy:t,level:e,image:o},
e)}function*ht(t,e,o){let n=null;for(let r=0;r<o.length-1;r+=1){let s=yield*t(e,r,n);({image:n}=s),e=Ht(s,o[r+1])}return{noisy:e,image:n}}function Gt(t,e){return ht(
(o,n,r)=>tt(o,e[n],r),t,e)}function Jr(t,e){return ht(function*(n,r,s){let a=yield*tt(n,e[r],s);if(r===e.length-2)return a;let i=yield*tt(Ht(a,e[r+1]),e[r+1],a.
image);return Ut(n,ot(.5,a.noise,.5,i.noise),e[r])},t,e)}function Hn(t,e){let o=null;return ht(function*(r,s,a){let[i,l]=[yield*tt(r,e[s],a),o];if(o=i.image,!l)
return i;let u=(e[s+1]-e[s])/(2*(e[s]-e[s-1]));return Un(r,ot(1+u,o,-u,l),e[s])},t,e)}function Wt(t,e,{order:o,quantity:n,corrected:r=!1}){let s=n==="noise"?Ut:
Un,a=[],i=t;return ht(function*(u,c,f){let d=yield*tt(u,e[c],f);if(a.unshift(d[n]),a.length=Math.min(a.length,r?o+1:o),r&&c>0){let h=jn(e,c-1,qn(c,c-o),n);u=Ht(
s(i,Dn(h,a),e[c-1]),e[c])}i=u;let m=jn(e,c,qn(c,c-o+1),n);return s(u,Dn(m,a),e[c])},t,e)}function qn(t,e){return Array.from({length:t-Math.max(e,0)+1},(o,n)=>t-
n)}function Dn(t,e){return e[0].map((o,n)=>t.reduce((r,s,a)=>r+s*e[a][n],0))}function jn(t,e,o,n){let r=t[e+1]-t[e],s=Wn.map(({point:l})=>t[e]+r*(l+1)/2),a=s.map(
(l,u)=>Wn[u].weight*Math.exp((n==="noise"?-l:l)/2)),i=a.reduce((l,u)=>l+u);return o.map(l=>s.reduce((u,c,f)=>u+a[f]/i*o.reduce((d,m)=>m===l?d:d*((c-t[m])/(t[l]-
t[m])),1),0))}var Wn=Array.from({length:16},(t,e)=>{let n=Math.cos(Math.PI*(e+.75)/16.5),r=0;for(let s=0;s<8;s+=1){let[a,i]=[1,n];for(let l=2;l<=16;l+=1)[a,i]=[
i,((2*l-1)*n*i-(l-1)*a)/l];r=16*(n*i-a)/(n**2-1),n-=i/r}return{point:n,weight:2/((1-n**2)*r**2)}}),et=t=>t,Yt={ddim:{run:Gt,steps:et},heun:{run:Jr,steps:t=>Math.
floor((t+1)/2)},dpm_solver_pp:{run:Hn,steps:et},images:{steps:et,run:(t,e)=>Wt(t,e,{order:2,quantity:"image"})},noises:{steps:et,run:(t,e)=>Wt(t,e,{order:3,quantity:"\
noise"})},corrected:{steps:et,run:(t,e)=>Wt(t,e,{order:3,quantity:"noise",corrected:!0})}};function Gn(t,e,o){return Hn(t,nt(e,o,"log_snr"))}var rt=60,Je=7,Ze=[-11,10],pt=rt/(Je-1),gt=.02;function wt(t){let e=t.length-1,o=r=>{let s=Math.min(Math.floor(r*e),e-1);return t[s]+(t[s+1]-t[s])*(r*e-s)};return{
logSNR:o,time:r=>{let s=t.findIndex(l=>l<=r);if(s===0)return 0;if(s<0)return 1;let[a,i]=[t[s-1],t[s]];return(s-1+(a-r)/(a-i))/e},rates:r=>he(o(r))}}function yt(t,e=rt){
return Array.from({length:e+1},(o,n)=>Math.min(Math.max(t(n/e),Ze[0]),Ze[1]))}function Yn(t,e,o,n){return Math.min(Math.max(t,Ze[0]+(o-1-e)*n),Ze[1]-e*n)}function Kn(t,e,o){
let n=!1,r=(s,a)=>t[s]-t[a]<o-1e-9;for(let s=e-1;s>=0&&r(s,s+1);s-=1)t[s]=t[s+1]+o,n=!0;for(let s=e+1;s<t.length&&r(s-1,s);s+=1)t[s]=t[s-1]-o,n=!0;return n}function Xn(t,e,o){
let n=[...t],[r,s]=[e,o].map(([l])=>Math.round(l*rt)),a=Math.sign(s-r)||1,i=!1;for(let l=r;a*(s-l)>=0;l+=a){let u=s===r?1:(l-r)/(s-r);n[l]=Yn(e[1]+u*(o[1]-e[1]),
l,n.length,gt),i=Kn(n,l,gt)||i}return{levels:n,levelled:i}}var bt=t=>t.filter((e,o)=>o%pt===0);function Kt(t,e,o){let n=bt(t),r=[...n];r[e]=Yn(o,e,Je,pt*gt);let s=Kn(
r,e,pt*gt);return{levels:t.map((i,l)=>{let u=Math.min(Math.floor(l/pt),Je-2),c=(i-n[u+1])/(n[u]-n[u+1]);return r[u+1]+c*(r[u]-r[u+1])}),levelled:s}}function Xt(t,e){
let o=e.map(t.time);return o.slice(1).map((n,r)=>n-o[r])}function Vt({power:t,sizes:e},o,n=1200){let r=e.reduce((l,u)=>l+u,0),[s,a]=[0,0];for(let l=0;l<n;l+=1){
let u=Math.exp(o((l+.5)/n)),c=0;for(let f=0;f<t.length;f+=1)c+=e[f]*t[f]/(1+u*t[f]);a+=Math.sqrt(c/r)/n,s+=Math.sqrt(u*c/r)/n}let i=Math.sqrt(2/Math.PI);return{
noise:i*s,image:i*a}}function xt(t,e,[o,n]){return nt(t,e,"time").map(r=>Math.min(Math.max(r,o),n))}async function Vn(t,e,o,n=()=>!0){let r=Gt(e,t),s=r.next();for(let a=0;!s.
done;a+=1)if(s=r.next(await o(s.value.noisy,he(s.value.level))),n(s.value.image,a)===!1)return null;return s.value.image}function Jn(t){let{signal:e}=t.rates(1),
o=Array.from({length:1001},(r,s)=>s/1e3).find(r=>t.logSNR(r)<0);return`${o===void 0?"The picture always outweighs the noise":o===0?"Noise outweighs the picture \
from the start":`Noise outweighs the picture from t = ${o.toFixed(2)}`}; at t = 1 a signal rate of ${e.toFixed(3)} is left.`}function Zn(t,e){let o=(n,r)=>Math.
abs(r-1)<.005?`the loss on the ${n} as under cosine`:`the loss on the ${n} ${r<1?"falls":"rises"} to ${r.toFixed(2)} of cosine's`;return` Predicted: ${o("noise",
t)}, ${o("image",e)}.`}var Qn=`(()=>{var s=null,i=null,u=null,a="",c="";async function p({runtime:n,module:e,binary:t,network:r,processor:o}){return s=await import(\`\${n}\${e}\`),s.env.w\
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
`;function Ie(t){return Array.from({length:t+1},(e,o)=>1-o/t)}function vt(t,e){return t+Math.imul(e+1,2654435769)>>>0}function Zt(t,e,o){let n=Math.sqrt(Math.max(
0,1-(t.signal/e.signal)**2)),r=o*(e.noise/t.noise)*n;return{kept:Math.sqrt(Math.max(0,e.noise**2-r**2)),fresh:r}}var Jt={noise:t=>t,image:(t,e,{signal:o,noise:n})=>e.
map((r,s)=>(r-o*t[s])/n),velocity:(t,e,{signal:o,noise:n})=>e.map((r,s)=>n*r+o*t[s]),flow:(t,e,{signal:o,noise:n})=>e.map((r,s)=>(r+o*t[s])/(o+n))},Qa=Object.keys(
Jt);function Mt(t){if(!Object.hasOwn(Jt,t))throw new Error(`no page knows the target "${t}"`);return Jt[t]}function kt(t,e,o,n,r=0,s=null){let{kept:a,fresh:i}=Zt(
o,n,r),l=new Float32Array(t.length),u=new Float32Array(t.length);for(let c=0;c<t.length;c+=1)l[c]=(t[c]-o.noise*e[c])/o.signal,u[c]=n.signal*l[c]+a*e[c]+(s?i*s[c]:
0);return{image:l,noisy:u}}function zn(t,e,o){return e.map((n,r)=>t[r]+o*(n-t[r]))}function ye(t,e,o){let n=t.length/3,r=new Uint8ClampedArray(t.length);for(let s=0;s<
3;s+=1)for(let a=0;a<n;a+=1)r[3*a+s]=255*(t[s*n+a]*o[s]+e[s]);return r}function eo(t,e,o){let n=t.length/3;return Float32Array.from(t,(r,s)=>{let[a,i]=[Math.floor(
s/n),s%n];return(t[3*i+a]/255-e[a])/o[a]})}async function to(t,{progress:e=()=>{},signal:o,anew:n}){let r=await fetch(t,{signal:o,cache:n?"reload":"default"});if(!r.ok)throw new Error(`${t} answers ${r.status}`);
let s=r.body.getReader(),a=[],i=0;for(;;){let{done:l,value:u}=await s.read();if(l)break;a.push(u),i+=u.length,e(i)}return new Blob(a).arrayBuffer()}var Qr="nois\
e-to-flowers";async function no(t){try{return await caches.match(t)}catch{return}}async function zr(t,e){try{let o=await caches.open(Qr),n=r=>r.split("?")[0];for(let{
url:r}of await o.keys())n(r)===n(t)&&await o.delete(r);await o.put(t,e)}catch{}}function es(t,e){if(t.byteLength!==e)throw new Error(`what came is not the netwo\
rk: ${t.byteLength} bytes instead of ${e}`)}function ts(t){if(new TextDecoder("latin1").decode(t.slice(0,4))!=="\0asm")throw new Error("what came is not the run\
time")}function oo(t,e,o){return t===void 0?o:new URL(t,e).href}function ns(t){let e=new Map,o=0,n=s=>{for(let{reject:a}of e.values())a(new Error(s));e.clear()};
t.onerror=s=>{s.preventDefault(),n(s.message||"the worker could not start")},t.onmessage=({data:{id:s,answer:a,error:i}})=>{let{resolve:l,reject:u}=e.get(s)??{};
e.delete(s),i?u?.(new Error(i)):l?.(a)};let r=(s,a,i=[])=>new Promise((l,u)=>{o+=1,e.set(o,{resolve:l,reject:u}),t.postMessage({id:o,task:s,...a},i)});return{load:s=>r(
"load",s,[s.binary]),predict:s=>r("predict",s),end(){t.terminate(),n("it was put away")}}}var Qt=new Map;function ro(t,e,o){let n=new URL(t.model,e).href;return Qt.
has(n)||Qt.set(n,os(t,n,e,o)),Qt.get(n)}function os(t,e,o,n){let r=new URL(t.runtime,o).href,s=Ae(t.schedule.kind,t.schedule.options),a=Mt(t.target),i=new Set,l=new Set,
u=Object.keys(t.runtimes)[0],c=null,f=null,d=null,m=!1,h=Promise.resolve(),v=new Set,w=y=>`${r}${t.runtimes[y].binary}?${t.runtimes[y].bytes}`,x=()=>{for(let y of i)
y()},g=(y,F)=>{for(let M of l)M(y,F)};function A(){return c?0:(v.has(w(u))?0:t.runtimes[u].bytes)+(d||v.has(e)?0:t.model_bytes)}async function k(){for(let y of[
e,...Object.keys(t.runtimes).map(w)])await no(y)&&v.add(y);v.size&&x()}async function C(){let{module:y,binary:F}=t.runtimes[u],M=A(),$=[0,0],E=new AbortController,
I=N=>p=>{E.signal.aborted||($[N]=p,g($[0]+$[1],M))},O=[],_=async(N,p)=>{let S=m?void 0:await no(p);if(S)return S.arrayBuffer();let L=await to(p,{progress:I(N),signal:E.
signal,anew:m});return O.push([p,new Response(L)]),L},T=null;try{let[N,p]=await Promise.all([_(0,w(u)),d??_(1,e),...(m?[y,F.replace(/wasm$/,"mjs")]:[]).map(S=>to(
`${r}${S}`,{signal:E.signal,anew:m}))]);ts(N),es(p,t.model_bytes),g(M,M),T=ns(n()),await T.load({runtime:r,module:y,binary:N,network:p,processor:u}),c=T,d=p,m=!1;
for(let S of O)zr(...S)}catch(N){throw E.abort(),T?.end(),m=!0,N}}return k(),{schedule:s,size:t.size,none:t.classes,get ready(){return c!==null},get loading(){return f!==
null},get processor(){return u},toFetch:A,onChange(y){i.add(y)},choose(y){u=y,c?.end(),c=null,x()},open(y=()=>{}){return c?Promise.resolve():(l.add(y),f||(f=C().
finally(()=>{f=null,l.clear(),x()}),x()),f)},predict(y,F,M=t.classes){let $=h.then(async()=>{if(!c)throw new Error("it was put away");let E=await c.predict({noisy:y,
size:t.size,variance:F.noise**2,label:M});return{noise:a(E.prediction,y,F),seconds:E.seconds,processor:E.processor,where:E.reason?`on the processor: the graphic\
s card could not be used (${E.reason})`:`on your ${t.runtimes[E.processor].name}`}});return h=$.catch(()=>{}),$}}}var st=t=>(t/1e6).toFixed(1);function Pe(t){let e=oo(document.documentElement.dataset.content_root,location.href,t.site);return ro(t,e,rs)}function rs(){let t=URL.
createObjectURL(new Blob([Qn],{type:"text/javascript"}));return new Worker(t,{type:"module"})}async function ss(){try{return!!await navigator.gpu?.requestAdapter()}catch{
return!1}}function as(){return location.protocol==="file:"?"Opened from a folder, this page may not load the network: browsers forbid it. Serve the folder (pyth\
on -m http.server) or read the book on its site. What you see is recorded.":typeof WebAssembly!="object"||typeof Worker!="function"?"This browser has no WebAsse\
mbly, in which the network runs. What you see is recorded.":""}function Re(t,e,o,n,r){let{label:s,again:a=s,opening:i,onReady:l,onLost:u=()=>{}}=r,c=as(),f=y=>{
t.dataset.state=y},d=te({label:"Runs on",value:e.processor,onChange:e.choose,options:Object.entries(o.runtimes).map(([y,{name:F,bytes:M}])=>[y,`${F} (${st(M)} M\
B)`])});d.element.hidden=!0;let m=re({label:s,onClick:k}),h=b("progress",{max:1,value:0,"aria-label":"Download",hidden:!0}),v=e.processor,w=!1,x=!1,g=null;function A(){
let y=e.toFetch();v!==e.processor||w&&!e.ready?(x=!1,u(),n.say(`Press the button to fetch the runtime for the ${o.runtimes[e.processor].name}.`),f("asleep")):y!==
g&&t.dataset.state==="asleep"&&C(),[v,w,g]=[e.processor,e.ready,y],m.textContent=x?a:`${s} (${y?`downloads ${st(y)} MB`:"nothing to download"})`,d.input.value=e.
processor,d.input.disabled=e.loading}async function k(){if(!e.ready){let y=e.processor;m.disabled=!0,h.hidden=!1,f("loading");try{await e.open((F,M)=>{h.max=M,h.
value=F,n.say(F===M?"Starting the network":`Downloading: ${st(F)} of ${st(M)} MB`)})}catch(F){y==="webgpu"&&e.choose("wasm"),n.say(`The network could not be loa\
ded (${F.message}). ${y==="webgpu"?"Press the button to run it on the processor instead.":`Press the button to try again; the chapter does the same in Python, a\
nd the figure runs on ${o.site}`}`),f("failed");return}finally{h.hidden=!0,m.disabled=!1}}x=!0,A(),l()}function C(){let y=document.documentElement.dataset.content_root===
void 0;n.say(`${i} ${e.toFetch()===0?"The network is here: press the button.":`The network (${st(o.model_bytes)} MB) and the runtime are fetched ${y?`from ${o.site}\
 `:""}when you press the button.`}`)}return f(c?"impossible":"asleep"),m.disabled=c!=="",e.onChange(A),A(),c&&n.say(c),c||ss().then(y=>{d.element.hidden=!y,t.dataset.
graphics=y?"yes":"no"}),{action:m,bar:h,processor:d,problem:c}}async function ae(t){let e=new Image;e.src=t,await e.decode();let o=document.createElement("canvas");o.width=e.naturalWidth,o.height=e.naturalHeight;let n=o.getContext(
"2d",{willReadFrequently:!0});return n.drawImage(e,0,0),n.getImageData(0,0,o.width,o.height)}function de(t){return decodeURIComponent(t.querySelector(".ff-still\
 img").getAttribute("src")).match(/ href='([^']*)'/)[1]}function ce(t,e,o,n,r){let s=new Uint8ClampedArray(3*n*r);for(let a=0;a<r;a+=1)for(let i=0;i<n;i+=1){let l=4*
((o+a)*t.width+e+i);s.set(t.data.subarray(l,l+3),3*(a*n+i))}return s}function Be(t,e,o,n,r){let s=new Uint8ClampedArray(3*n*r);for(let a=0;a<3;a+=1){let i=o+a*t.
height/3;for(let l=0;l<r;l+=1)for(let u=0;u<n;u+=1)s[3*(l*n+u)+a]=t.data[4*((i+l)*t.width+e+u)]}return s}var qe=10,so=[10,2,0,-2,-4,-6,-11],is=["above 2","2 to 0","0 to −2","−2 to −4","−4 to −6","below −6"],ls=[["cosine","Cosine"],["linear","Linear β"],
["log_snr","Straight log-SNR"],["rectified_flow","Rectified flow"],["high","Mostly high noise"],["low","Mostly low noise"]],zt="This schedule",cs=["drawn","What\
 I drew"],us=.2,fs=500,en=(t,e=1)=>t.toFixed(e).replace("-","−"),ao=t=>`${Math.round(100*t)} %`,io=Array.from({length:101},(t,e)=>e/100);function lo(t,e,o){let n=k=>e.
examples[k]?yt(wt(e.examples[k]).logSNR):yt(Ae(k).logSNR),r=wt(yt(Ae("cosine").logSNR,1e3)),s=Xt(r,so),a=n(e.kind),i=e.kind,l=a,u=!1,c=null,f=te({label:"Start f\
rom",value:i,options:[...ls,cs],onChange(k){i=k,a=k==="drawn"?l:n(k),u=!1,A()}}),d=k=>{({levels:a,levelled:u}=k),l=a,i=f.input.value="drawn",A()},m=fe({label:"L\
og-SNR over time, with seven handles",title:"Log-SNR: draw it, or move the rings",x:[0,1],y:Ze,height:260,xLabel:"time t",yTicks:[-10,-5,0,5,10],onHandle:(k,C,y)=>d(
Kt(a,Number(k),y)),onStep:(k,C)=>d(Kt(a,Number(k),bt(a)[k]+us*C)),onDraw(k,C){d(Xn(a,C?k:c,k)),c=k}}),h=fe({label:"Signal rate and noise rate over time",title:"\
Signal and noise rate",x:[0,1],y:[0,1],height:260,xLabel:"time t",yTicks:[0,.5,1]}),v=jt({caption:"How the time is spent",name:"log-SNR",head:["this","cosine"]}),
w=K(),x=e.network?ms(e,o,r):ds(e);t.append(J(f),b("div",{class:"ff-columns ff-two"},b("div",{},m.element,ge([["leaf","this schedule"],["muted","cosine",!0]])),b(
"div",{},h.element,ge([["signal","signal rate"],["noise","noise rate"]]))),w.element,b("div",{class:"ff-columns ff-two ff-gap"},v.element,...x.beside),...x.under);
let g=io.map(k=>[k,r.logSNR(k)]);function A(){let k=wt(a),C=x.stops(k);m.update({lines:[{points:g,colour:"muted",dash:!0,width:1.5},{points:a.map((M,$)=>[$/rt,M]),
colour:"leaf",width:2.5}],marks:[...C.map(([M,$])=>({x:M,y:$,colour:"petal"})),...bt(a).map((M,$)=>({x:$/(Je-1),y:M,colour:"leaf",handle:String($),label:`Log-SN\
R at t = ${($/(Je-1)).toFixed(2)}`,says:en(M)}))]});let y=io.map(M=>[M,k.rates(M)]);h.update({lines:["signal","noise"].map(M=>({points:y.map(([$,E])=>[$,E[M]]),
colour:M,width:2.5}))});let F=Xt(k,so);v.update(is.map((M,$)=>({name:M,share:F[$],mark:s[$],cells:[ao(F[$]),ao(s[$])]}))),w.say(`${u?"A log-SNR may only fall: w\
here yours would have risen, it was levelled. ":""}${Jn(k)}${x.show(k,i)}`)}A()}function ds({size:t,seed:e,pixels:o}){let n=Ve(se(o)),r=Q(e,n.image.length),s=Array.
from({length:qe},(i,l)=>l/(qe-1)),a=s.map(i=>X({label:`Flower at t = ${i.toFixed(2)}`,title:i.toFixed(2),width:t,height:t}));return{beside:[],under:[b("div",{class:"\
ff-strip"},...a.map(i=>i.element))],stops:i=>s.map(l=>[l,i.logSNR(l)]),show(i){return s.forEach((l,u)=>{let{signal:c,noise:f}=i.rates(l);a[u].draw(Ge(n,r,c,f)),
a[u].describe(`Flower at t = ${l.toFixed(2)}, signal rate ${c.toFixed(2)}`)}),""}}}function ms({network:t,recorded:e,spectrum:o},n,r){let{size:s,mean:a,std:i}=t,
l=Pe(t),u=[1,0].map(T=>l.schedule.logSNR(T)),c=Vt(o,r.logSNR),f=jt({caption:"Predicted loss",name:"on the",head:["this","cosine","ratio"]}),d=(T,N)=>X({title:T,
label:N,width:s,height:s}),m={cosine:d("Cosine","A flower grown under the cosine schedule"),mine:d(zt,"A flower grown under this schedule")},h=K(),v=re({label:"\
Another seed",onClick:()=>{g+=1,m.cosine.draw(x),I(0)}});v.disabled=!0,l.onChange(()=>{v.disabled=!l.ready});let w=Re(n,l,t,h,{label:"Grow it here",again:"Grow \
it again",opening:`Recorded: ${e.name}, seed ${e.seed}, ten steps.`,onReady:()=>I(0),onLost:()=>{y+=1}}),x=ye(new Float32Array(3*s*s),a,i),{seed:g}=e,A=null,k=[],
C="",y=0,F=null;ae(de(n)).then(T=>{A=T,m.cosine.draw(M("cosine")),$(),n.dataset.recorded="shown"});function M(T){return ce(A,s*e.kinds.indexOf(T),0,s,s)}function $(){
if(l.ready||!A)return;let T=e.kinds.includes(C);m.mine.draw(T?M(C):x),m.mine.heading.textContent=T?zt:"Not grown yet",m.mine.describe(T?"A flower grown under th\
is schedule":"Not grown yet")}let E=_e(()=>{l.ready&&O()});function I(T=fs){y+=1,l.ready&&E(T)}async function O(){let T=y+=1,N=Q(g,3*s*s),p=(S,L)=>Vn(L,N,async(U,W)=>(await l.
predict(U,W,e.label)).noise,(U,W)=>T!==y?!1:(m[S].draw(ye(U,a,i)),h.say(`Step ${W+1} of ${qe}, seed ${g}.${_}`),!0));m.mine.heading.textContent=zt,n.dataset.state=
"growing";try{if(await p("mine",k)===null)return;if(F!==g){if(await p("cosine",xt(r,qe,u))===null)return;F=g}}catch(S){if(T!==y)return;h.say(`The network stoppe\
d: ${S.message}`),n.dataset.state="failed";return}m.mine.describe("A flower grown under this schedule"),h.say(`Both grown from the noise of seed ${g}, in ten st\
eps each.${_}`),n.dataset.state="done"}let _="";return{beside:[f.element],under:[b("div",{class:"ff-columns ff-pair ff-grow ff-gap"},m.cosine.element,m.mine.element),
h.element,b("div",{class:"ff-controls ff-gap"},w.processor.element,w.action,v,w.bar)],stops:T=>xt(T,qe,u).map((N,p)=>[1-p/qe,N]),show(T,N){C=N,k=xt(T,qe,u),_=k.
some((L,U)=>Math.abs(L-T.logSNR(1-U/qe))>.05)?` The network knows log-SNRs from ${en(u[1])} to ${en(u[0])} only: steps beyond are taken at the nearest of these.`:
"";let S=Vt(o,T.logSNR);return f.update(["noise","image"].map(L=>({name:L,share:S[L],mark:c[L],cells:[S[L].toFixed(3),c[L].toFixed(3),(S[L]/c[L]).toFixed(2)]}))),
$(),I(),Zn(S.noise/c.noise,S.image/c.image)+_}}}var $t=[[125,47,6],[234,103,29],[243,189,152],[236,234,230],[165,210,251],[35,149,252],[10,74,138]];function hs(t){let e=(Math.min(Math.max(t,-1),1)+1)/2*($t.length-
1),o=Math.min(Math.floor(e),$t.length-2);return[0,1,2].map(n=>{let[r,s]=[$t[o][n],$t[o+1][n]];return r+(s-r)*(e-o)})}function at(t){let e=new Uint8ClampedArray(
3*t.length);return t.forEach((o,n)=>e.set(hs(o),3*n)),e}function St(t,e,o){let[n,r]=[Math.log10(e),Math.log10(o)],s=t/2;return Array.from({length:s},(a,i)=>10**(s===1?n:n+(r-n)*i/(s-1)))}function tn(t,e){let o=e.map(
n=>Math.fround(Math.fround(t)*Math.fround(2*Math.PI*n)));return Float64Array.from([...o.map(Math.sin),...o.map(Math.cos)])}function nn(t,e){return e.reduce((n,r)=>n+
Math.cos(2*Math.PI*r*t),0)/e.length}var Ye=400,on=1e-4;function uo(t,e){let o=null,n=(k,C)=>Y({label:k,min:0,max:1,step:.001,value:C,format:y=>y.toFixed(3),onInput:A}),r=n("Noise variance a",e.a),
s=n("Noise variance b",e.b),a=(k,C,y,F)=>Y({label:k,min:C,max:y,step:.1,value:Math.log10(F),format:M=>`${Number((10**M).toPrecision(2))}`,onInput:g}),i=a("Lowes\
t frequency",-1,1,e.min_frequency),l=a("Highest frequency",1,3,e.max_frequency),u=te({label:"Length",value:String(e.dim),onChange:g,options:[8,16,32,64].map(k=>[
String(k),String(k)])}),c=b("div",{class:"ff-map"}),f=["a","b"].map(k=>b("i",{class:"ff-cursor"},b("b",{},k))),d=b("div",{class:"ff-vectors"}),m=fe({label:"Simi\
larity against the distance between two noise levels",title:"Similarity at every distance",x:[Math.log10(on),0],y:[-.5,1],xLabel:"distance between a and b",height:180,
xTicks:[-4,-3,-2,-1,0],formatX:k=>String(Number((10**k).toPrecision(1))),yTicks:[-.5,0,.5,1]}),h=K();t.append(J(r,s),J(i,l,u),b("span",{class:"ff-title"},"The v\
ector of every noise variance from 0 to 1"),c,b("div",{class:"ff-columns ff-two ff-gap"},d,m.element),h.element),c.addEventListener("pointerdown",k=>{c.setPointerCapture(
k.pointerId);let C=v(k);c.moved=Math.abs(C-r.value)<=Math.abs(C-s.value)?r:s,c.moved.value=C}),c.addEventListener("pointermove",k=>{c.hasPointerCapture(k.pointerId)&&
(c.moved.value=v(k))});function v(k){let C=c.getBoundingClientRect();return Math.min(Math.max((k.clientX-C.left)/C.width,0),1)}let w=[],x=[];function g(){let k=Number(
u.value);w=St(k,10**i.value,10**l.value),o=X({label:`Embeddings of length ${k}: each column is the vector of one noise variance`,width:Ye,height:k}),o.draw(at(ps(
w))),c.replaceChildren(o.element,...f),x=[["vector of a","a"],["vector of b","b"],["a times b, cell by cell",""]].map(([C])=>X({label:C,title:C,width:k,height:1})),
d.replaceChildren(...x.map(C=>C.element),b("div",{class:"ff-note"},`Left half sines, right half cosines, each from slow to fast. The sum of the last row, divide\
d by ${k/2}, is the similarity.`)),A()}function A(){let[k,C]=[tn(r.value,w),tn(s.value,w)],y=k.map((I,O)=>I*C[O]);[k,C,y].forEach((I,O)=>x[O].draw(at(I))),f[0].
style.left=`${100*r.value}%`,f[1].style.left=`${100*s.value}%`,f[0].classList.toggle("ff-left",r.value<=s.value),f[1].classList.toggle("ff-left",r.value>s.value);
let F=Math.abs(r.value-s.value),M=nn(F,w),$=400,E=Array.from({length:$+1},(I,O)=>{let _=Math.log10(on)*(1-O/$);return[_,nn(10**_,w)]});m.update({lines:[{points:E,
colour:"leaf"}],marks:[{x:Math.log10(Math.max(F,on)),y:M,colour:"petal"}]}),h.say(`Distance ${F.toFixed(3)}, similarity ${M.toFixed(2).replace("-","−")}. From\
 a to b the slowest wave turns ${co(w[0]*F)}, the fastest ${co(w[w.length-1]*F)}.`)}g()}function co(t){return t===1?"once":`${Number(t.toPrecision(2))} times`}function ps(t){
let e=new Float64Array(2*t.length*Ye);return t.forEach((o,n)=>{let r=Math.PI*o/Ye,s=Math.sin(r)/r;for(let a=0;a<Ye;a+=1){let i=2*Math.PI*o*(a+.5)/Ye;e[n*Ye+a]=s*
Math.sin(i),e[(n+t.length)*Ye+a]=s*Math.cos(i)}}),e}var gs={ArrowRight:()=>1,ArrowLeft:()=>-1,ArrowDown:t=>t,ArrowUp:t=>-t};function fo(t,e,o){let{size:n,columns:r,names:s,chapter:a}=e,i=document.querySelector(".\
ff-figure.ff-grow")?"":a,l=K(),u=X({label:"",width:n,height:n}),c=null,f=w=>ce(c,w%r*n,Math.floor(w/r)*n,n,n),d=s.map(w=>X({label:"",width:n,height:n})),m=d.map(
(w,x)=>{w.canvas.setAttribute("aria-hidden","true");let g=b("a",{href:`${i}#flower=${x}&seed=${x}`,"aria-label":`${s[x]}: grow it`,tabindex:x===0?"0":"-1",...i?
{target:"_blank",rel:"noopener"}:{}},w.canvas);return g.addEventListener("pointerenter",()=>v(x)),g.addEventListener("focus",()=>v(x)),g}),h=b("div",{class:"ff-\
every",role:"group","aria-label":`${s.length} flowers: arrow keys move from one to the next`},...m);h.addEventListener("keydown",w=>{let x=m.indexOf(w.target),g=getComputedStyle(
h).gridTemplateColumns.split(" ").length,A=x+(gs[w.key]?.(g)??NaN);A in m&&(w.preventDefault(),m[x].tabIndex=-1,m[A].tabIndex=0,m[A].focus())}),t.append(h,b("di\
v",{class:"ff-every-one"},u.element,l.element));function v(w){c&&(u.draw(f(w)),u.describe(s[w]),l.say(`${s[w]}, seed ${w}. Press it to grow it yourself.`))}ae(de(
o)).then(w=>{c=w,d.forEach((x,g)=>x.draw(f(g))),v(0),o.dataset.state="ready"})}function rn(t,e){return t.findIndex(o=>o>=e)}function mo(t,e,o){let n=t.length/3;return Float32Array.from(t,(r,s)=>{let a=Math.floor(s/n);return(r/255-e[a])/o[a]})}function po(t,e,o){let{size:n,mean:r,std:s,truths:a,told:i,errors:l}=e,u=Pe(e),c=eo(se(e.photograph),r,s),f=p=>ye(p,r,s),d=null,m=e.seed,h=0,v=!1,w=(p,S)=>Y({label:S,
min:-p[0],max:-p.at(-1),step:p[0]-p[1],value:-e.truth,format:L=>At(-L),onInput:E}),x=w(a,"Log-SNR of the picture"),g=w(i,"Log-SNR that we claim"),A=(p,S)=>X({title:p,
label:S,width:n,height:n}),k=A("It sees","The noisy photograph"),C=A("It answers","What the network answers"),y=A("When honest","What it answers when it is told\
 the truth"),F=K(),M=re({label:"Another noise",onClick:()=>{m+=1,E()}}),$=Re(o,u,e,F,{label:"Ask the network",opening:`${sn(0,l[a.indexOf(e.truth)][i.indexOf(e.
truth)])} These answers are recorded.`,onReady:E,onLost:E});t.append(J(x,g),b("div",{class:"ff-triple ff-lie"},k.element,C.element,y.element),F.element,b("div",
{class:"ff-controls ff-gap"},$.action,M,$.processor.element,$.bar));function E(){let p=u.ready;ho(x,p?.05:a[0]-a[1]),ho(g,p?.05:i[0]-i[1]),M.disabled=!p,h+=1,p?
O():I()}function I(){if(!d)return;m=e.seed;let[p,S]=[a.indexOf(-x.value),i.indexOf(-g.value)],L=i.indexOf(a[p]),U=W=>ce(d.guess,W*n,p*n,n,n);k.draw(Be(d.noisy,0,
p*n,n,n)),T(U(S),i[S]),y.draw(U(L)),!(h===1&&!$.problem)&&F.say(`${sn(i[S]-a[p],l[p][S],l[p][L])} ${$.problem}`.trim())}async function O(){if(k.draw(f(_())),!v){
v=!0;try{for(let p=0;p!==h&&u.ready;)p=await N(h)}catch(p){u.ready&&F.say(`The network stopped: ${p.message}`)}v=!1}}function _(){let{signal:p,noise:S}=he(-x.value),
L=Q(m,c.length);return c.map((U,W)=>p*U+S*L[W])}function T(p,S){C.draw(p),C.describe(`What the network answers when it is told ${At(S)}`)}async function N(p){let[
S,L,U,W]=[-x.value,-g.value,_(),m],H=he(S),R=async ee=>{let{noise:we}=await u.predict(U,he(ee));return U.map((D,Z)=>(D-H.noise*we[Z])/H.signal)},q=[await R(L),await R(
S)];if(p!==h)return p;T(f(q[0]),L),y.draw(f(q[1]));let[B,V]=q.map(ee=>mt(ee,c));return F.say(`${sn(L-S,B,V)} Noise ${W}, answered in this page.`),o.dataset.state=
"done",p}ae(e.noisy).then(async p=>{d={noisy:p,guess:await ae(de(o))},o.dataset.state="ready",E()})}function ho(t,e){Number(t.input.step)!==e&&(t.input.step=e,t.
limits(t.input.min,t.input.max,t.input.value))}function sn(t,e,o){let n=`The picture is off by ${e.toFixed(2)} a pixel`;return t===0?`The truth. ${n}.`:`${t>0?"\
It believes in too little noise":"It believes in too much noise"}. ${n}, where the truth gives ${o.toFixed(2)}.`}function At(t){return(t>0?`+${t}`:String(t)).replace(
"-","−")}function Te({label:t,reach:e,draw:o,onPress:n=null}){let r=b("canvas",{role:"img","aria-label":t,class:n?"ff-plane":"ff-plane ff-plain"}),s=r.getContext("2d"),a=0,
i=(f,d)=>[(f+e)/(2*e)*a,(e-d)/(2*e)*a],l={place:i,get context(){return s},get width(){return a},ring(f,d,m,h,v){s.beginPath(),s.arc(...i(f,d),m,0,2*Math.PI),s.lineWidth=
3,s.strokeStyle=h,s.fillStyle=v,s.fill(),s.stroke()},dots(f,d,m=2.4,h=1){s.globalAlpha=h,s.fillStyle=d;for(let v=0;v<f.length;v+=2){let[w,x]=i(f[v],f[v+1]);s.fillRect(
w-m/2,x-m/2,m,m)}s.globalAlpha=1},picture(f,d,m){s.globalAlpha=m;let[h,v]=i(-d,d);s.drawImage(f,h,v,a-2*h,a-2*v),s.globalAlpha=1},arrows(f,d,m,h=.05){s.strokeStyle=
m,s.lineWidth=1.2,s.beginPath();for(let v=0;v<f.length;v+=2){let[w,x]=i(f[v],f[v+1]),[g,A]=i(d[v],d[v+1]),k=Math.hypot(g-w,A-x);if(!(k>1))continue;let C=Math.min(
k,h*a),[y,F]=[(g-w)/k*C,(A-x)/k*C],M=Math.min(3.5,C/2)/C;s.moveTo(w,x),s.lineTo(w+y,x+F),s.lineTo(w+y-M*(y-F),x+F-M*(F+y)),s.moveTo(w+y,x+F),s.lineTo(w+y-M*(y+F),
x+F-M*(F-y))}s.stroke()}};function u(){a&&(s.clearRect(0,0,a,a),o(l))}function c(f){let d=r.getBoundingClientRect(),m=h=>e*(2*Math.min(Math.max(h,0),1)-1);return[
m((f.clientX-d.left)/d.width),-m((f.clientY-d.top)/d.height)]}return n&&(r.addEventListener("pointerdown",f=>{r.setPointerCapture(f.pointerId),n(c(f),!0)}),r.addEventListener(
"pointermove",f=>{r.hasPointerCapture(f.pointerId)&&n(c(f),!1)})),{element:r,canvas:r,redraw:u,follow(){dt(r,f=>{a=f;let d=window.devicePixelRatio||1;r.width=r.
height=Math.round(a*d),s=r.getContext("2d"),s.setTransform(r.width/a,0,0,r.width/a,0,0),u()})}}}function wo(t,e,o){let{size:n,levels:r,columns:s,shares:a}=e,i=Q(1,3*n*n),l=mo(se(e.picture),e.mean,e.std),u=X({label:"",width:n,height:n}),c=null,f=Y({label:"L\
og-SNR, from little noise to much",min:0,max:r.length-1,step:1,value:r.indexOf(e.opens),format:y=>At(r[y]),onInput:C}),d=(y,F)=>Te({label:y,reach:n/2,draw:M=>{if(!c)
return;M.context.imageSmoothingEnabled=!1,u.draw(F()),M.picture(u.canvas,n/2,1);let{network:$,filter:E}=k();go(M,n,$.half,!1),go(M,n,E.half,!0)}}),m=d("The nois\
y picture, with the ring that holds half of the influence",A),h=d("The influence of each pixel on the middle one of the answer",()=>ce(c,n*(f.value%s),n*Math.floor(
f.value/s),n,n)),v=X({label:"Colours of the map, weak to strong",width:s*n,height:e.bar}),w="Share of the influence within a radius",x=fe({label:w,title:w,height:180,
x:[0,a.network[0].length-1],y:[0,1],xLabel:"Radius (pixels)",yTicks:[0,.25,.5,.75,1]}),g=K();t.append(J(f),b("div",{class:"ff-columns ff-pair ff-view"},b("div",
{},b("span",{class:"ff-title"},"It sees"),m.element),b("div",{},b("span",{class:"ff-title"},"What counts"),h.element,b("div",{class:"ff-scale"},b("span",{},"wea\
k"),v.element,b("span",{},"strong")))),g.element,b("div",{class:"ff-gap"},x.element),ge([["leaf","the network"],["noise","the best linear filter",!0],["muted","\
the network before training",!0]]));function A(){let{signal:y,noise:F}=he(r[f.value]),M=l.map(($,E)=>y*$+F*i[E]);return ye(M,e.mean,e.std)}function k(){let y=F=>{
let M=a[F][f.value];return{curve:M,half:rn(M,.5),most:rn(M,.9)}};return{network:y("network"),filter:y("filter"),untrained:y("untrained")}}function C(){if(!c)return;
m.redraw(),h.redraw();let{network:y,filter:F,untrained:M}=k(),$=({curve:E})=>E.map((I,O)=>[O,I]);x.update({lines:[{points:$(M),colour:"muted",dash:!0},{points:$(
F),colour:"noise",dash:!0},{points:$(y),colour:"leaf",width:3}],marks:[{x:y.half,y:y.curve[y.half],colour:"leaf"}]}),g.say(`Half of the influence lies ${Ft(y.half)}\
, nine tenths ${Ft(y.most)}. For the best linear filter half lies ${Ft(F.half)}, before training ${Ft(M.half)}.`)}ae(de(o)).then(y=>{c=y,v.draw(ce(c,0,c.height-
e.bar,c.width,e.bar));for(let F of[m,h])F.follow();C(),o.dataset.state="ready"})}function Ft(t){return t?`within ${t} ${t===1?"pixel":"pixels"}`:"in the pixel i\
tself"}function go(t,e,o,n){let{context:r,width:s}=t,[a,i]=t.place(.5,-.5);for(let[l,u]of[["#000",4.5],["#fff",2]])r.beginPath(),r.arc(a,i,(o+.5)*s/e,0,2*Math.PI),
r.setLineDash(n?[5,5]:[]),r.lineWidth=u,r.strokeStyle=l,r.stroke();r.setLineDash([])}function ws(t,e,o=8){let n=e/o,r=new Float64Array(3*n*n),s=a=>{let i=Math.floor(a/3);return 3*(Math.floor(i/e/o)*n+Math.floor(i%e/o))+a%3};return t.forEach((a,i)=>{
r[s(i)]+=a/o**2}),{broad:r,fine:Float64Array.from(t,(a,i)=>a-r[s(i)])}}function an(t,e){return Math.sqrt(t.reduce((o,n,r)=>o+(n-e[r])**2,0)/t.length)}function yo(t,e,o=8){
let n=t.map(u=>ws(u,e,o)),r=n[n.length-1],s=r.broad.length/3,a=[0,1,2].map(u=>r.broad.reduce((c,f,d)=>c+(d%3===u?f/s:0),0)),i={broad:an(r.broad,r.broad.map((u,c)=>a[c%
3])),fine:an(r.fine,new Float64Array(r.fine.length))},l=(u,c)=>an(u[c],r[c])/(i[c]||1);return n.map(u=>({broad:l(u,"broad"),fine:l(u,"fine")}))}function bo(t,e){
let o=t.length;for(;o>0&&t[o-1]<=e;)o-=1;return o}function xo(t,e){let o=n=>Math.abs(e[n]-t[n])/255;return Uint8ClampedArray.from({length:e.length/3},(n,r)=>255*
Math.sqrt(4*(o(3*r)+o(3*r+1)+o(3*r+2))/3))}async function*it(t,{seed:e,steps:o,eta:n=0,label:r=t.none,guidance:s=1,acts:a=()=>!0}){let i=3*t.size**2,l=Ie(o),u=Q(e,i),c=0,f=0,d=null,m=async(h,v)=>(d=await t.
predict(u,h,v),c+=d.seconds,f+=1,d.noise);for(let h=0;h<o;h+=1){let[v,w]=[l[h],l[h+1]].map(t.schedule.rates),x=await m(v,r);r!==t.none&&s!==1&&a(l[h])&&(x=zn(await m(
v,t.none),x,s));let g=n>0?Q(vt(e,h),i):null,{image:A,noisy:k}=kt(u,x,v,w,n,g);yield{i:h,time:l[h],rates:v,noisy:u,image:A,next:k,evaluations:f,seconds:c/f,processor:d.
processor,where:d.where},u=k}}var ln=10,ys=.25;function Mo(t,e,o){let{size:n,mean:r,std:s}=e,a=Pe(e),i=R=>ye(R,r,s),l={seed:e.seed,steps:e.steps,eta:0},u=[],c=e.steps,f="",d=[],m=0,h=R=>q=>{
l[R]=Number(q),a.ready?U():A.say("Press the button to grow that one. What you see is the recorded flower.")},v=Y({label:"Seed",min:0,max:999,step:1,value:e.seed,
onInput:h("seed")}),w=te({label:"Steps",value:String(e.steps),onChange:h("steps"),options:[5,10,20,40].map(R=>[String(R),String(R)])}),x=Y({label:"Fresh noise η",
min:0,max:1,step:.1,value:0,format:R=>R.toFixed(1),onInput:h("eta")}),g=re({label:"Throw the dice",onClick:()=>{v.value=Math.floor(1e3*Math.random())}}),A=K(),k=K(),
C=Re(o,a,e,A,{label:"Grow a flower",again:"Grow it again",opening:`Recorded: seed ${e.seed}, ${e.steps} steps, η = 0.`,onReady:W,onLost:()=>{m+=1,y.input.disabled=
!1}}),y=Y({label:"Step",min:1,max:e.steps,step:1,value:e.steps,format:R=>`${R} of ${c}`,onInput:T}),F=(R,q)=>X({title:R,label:q,width:n,height:n}),M=F("It sees",
"The noisy image"),$=F("It believes","The predicted image"),E=F("The change","What has changed in the predicted image"),I=b("div",{class:"ff-film-strip ff-dragg\
able","aria-hidden":"true"}),O=fe({label:"Distance of the belief to the flower",height:180,title:"How far the belief is from the flower",x:[1,0],y:[0,1.2],xLabel:"\
time t",xTicks:[1,.8,.6,.4,.2,0],yTicks:[0,.25,.5,.75,1],onPoint:_});if(t.append(J(y),b("div",{class:"ff-triple ff-film"},M.element,$.element,E.element),I,k.element,
b("div",{class:"ff-gap"},J(v,g,w,x,C.processor),J(C.action,C.bar),A.element),b("div",{class:"ff-gap"},O.element,ge([["signal",`Broad colours: means over ${8} × ${8}\
 pixels`],["petal","Edges and detail: the rest"]]))),C.problem)for(let R of[v.input,g,w.input,x.input])R.disabled=!0;function _(R){y.input.disabled||(y.value=Math.
round((1-R)*c)+1)}function T(){let R=u[y.value-1];if(!R)return;let q=u[y.value-2];M.draw(R.noisy),$.draw(R.image),E.draw(q?xo(q.image,R.image):new Uint8ClampedArray(
n*n));let{signal:B,noise:V}=a.schedule.rates(R.time),ee=`step ${y.value} of ${c}`;M.describe(`The noisy image that the network sees at ${ee}`),$.describe(`The i\
mage that the network believes in at ${ee}`),E.describe(q?"Bright where its belief has changed since the step before":"The first step: there is no belief before\
 it"),k.say(`Step ${y.value} of ${c}, at t = ${R.time.toFixed(2)}: signal rate ${B.toFixed(2)}, noise rate ${V.toFixed(2)}.${f}`);let we=N(),D=we.findLast(Z=>Z<
y.value);[...I.children].forEach((Z,ie)=>{Z.classList.toggle("ff-now",we[ie%we.length]===D)}),O.update({lines:d,marks:[{x:R.time,colour:"muted"}]})}function N(){
let R=Math.min(c,ln);return Array.from({length:R},(q,B)=>Math.round(B*(c-1)/(R-1)))}function p(){I.replaceChildren(...["noisy","image"].flatMap(R=>N().map(q=>{let B=X(
{label:"",width:n,height:n});return u[q]&&B.draw(u[q][R]),B.canvas}))),I.style.setProperty("--ff-columns",N().length)}function S(){let R=yo(u.map(({image:V})=>V),
n),q=(V,ee)=>({colour:ee,points:u.map(({time:we},D)=>[we,R[D][V]])});d=[q("broad","signal"),q("fine","petal")];let B=V=>bo(R.map(ee=>ee[V]),ys)+1;f=` Within a q\
uarter of the flower: its broad colours from step ${B("broad")} on, edges and detail from step ${B("fine")} on.`,O.describe(`Distance of the belief to the flowe\
r.${f}`),o.dataset.broad=B("broad"),o.dataset.fine=B("fine")}let L=_e(W);function U(){m+=1,L()}async function W(){let R=m+=1,q={...l};u=[],f="",d=[],c=q.steps,o.
dataset.state="growing",y.input.disabled=!0;try{for await(let B of it(a,q)){if(R!==m)return;u.push({time:B.time,noisy:i(B.noisy),image:i(B.image)}),y.limits(1,c,
u.length),p(),T(),A.say(`Seed ${q.seed}: ${B.seconds.toFixed(2)} s a network evaluation here, ${B.where}.`),o.dataset.processor=B.processor}}catch(B){if(R!==m)return;
A.say(`The network stopped: ${B.message}`),o.dataset.state="failed";return}finally{R===m&&(y.input.disabled=!1)}S(),T(),o.dataset.state="done"}let H=R=>{let q=I.
getBoundingClientRect(),B=Math.min(Math.max((R.clientX-q.left)/q.width,0),.999);y.input.disabled||(y.value=Math.floor(B*c)+1)};I.addEventListener("pointerdown",
R=>{I.setPointerCapture(R.pointerId),H(R)}),I.addEventListener("pointermove",R=>{I.hasPointerCapture(R.pointerId)&&H(R)}),Promise.all([ae(e.noisy),ae(de(o))]).then(
([R,q])=>{u.length||(u=Ie(e.steps).slice(0,-1).map((B,V)=>{let ee=[V%ln*n,Math.floor(V/ln)*n,n,n];return{time:B,noisy:Be(R,...ee),image:ce(q,...ee)}}),S(),p(),y.
limits(1,e.steps,Math.round(e.steps/2)),T(),o.dataset.frames=u.length)})}function ko(t,e,o){let{size:n,times:r,flowers:s}=e,a=r.length-1,i=null,l=g=>s.map(A=>X({label:`${A}: ${g}`,width:n,height:n})),u=l("noisy"),c=l("guess"),f=Y({label:"\
From noise to flower",min:0,max:a,step:1,value:0,format:g=>`t = ${r[g].toFixed(1)}`,onInput:v}),d=K(),m=(g,A)=>b("div",{},b("span",{class:"ff-title"},g),b("div",
{class:"ff-triple"},...A.map(k=>k.element))),h=b("div",{class:"ff-first ff-draggable"},m("The noisy picture",u),m("What the network takes it to be",c));t.append(
J(f,Fe(o,f,{seconds:4})),h,d.element);function v(){if(!i)return;let g=f.value;s.forEach((A,k)=>{let C=[g*n,k*n,n,n];u[k].draw(Be(i.noisy,...C)),c[k].draw(ce(i.guess,
...C)),u[k].describe(`A ${A} on its way out of noise, moment ${g} of ${a}`),c[k].describe(`What the network takes it to be at moment ${g} of ${a}`)}),d.say(w(g))}
function w(g){return g===0?"t = 1: pure noise. The guess is hardly more than a mean colour.":g===a?"t = 0: no noise is left. The last guess is the picture.":`t \
= ${r[g].toFixed(1)}: step ${2*g} of ${2*a}.`}let x=g=>{let A=h.getBoundingClientRect(),k=(g.clientX-A.left)/A.width;f.value=Math.round(Math.min(Math.max(k,0),1)*
a)};h.addEventListener("pointerdown",g=>{h.setPointerCapture(g.pointerId),x(g)}),h.addEventListener("pointermove",g=>{h.hasPointerCapture(g.pointerId)&&x(g)}),Promise.
all([ae(e.noisy),ae(de(o))]).then(([g,A])=>{i={noisy:g,guess:A},o.dataset.state="ready",f.value=f.value===0?Math.round(.4*a):f.value})}function $o(t,e,o){let[n,r]=[t,e].map(bs),[s,a]=[t,e].map(l=>xs(l,o)),i=(l,u)=>l.reduce((c,f,d)=>c+f*u[d],0);return{brightness:(n.mean-r.mean)/255,contrast:n.spread/
r.spread,outlines:i(s,a)/Math.sqrt(i(s,s)*i(a,a))}}function bs(t){let e=t.reduce((n,r)=>n+r,0)/t.length,o=t.reduce((n,r)=>n+(r-e)**2,0);return{mean:e,spread:Math.
sqrt(o/t.length)}}function xs(t,e){let o=n=>(t[3*n]+t[3*n+1]+t[3*n+2])/3;return Float64Array.from({length:e*(e-1)},(n,r)=>{let s=r+Math.floor(r/(e-1));return o(
s+1)-o(s)})}function So(t,e,o){let{size:n,mean:r,std:s,classes:a}=e,i=3*n*n,l=Pe(e),u=D=>ye(D,r,s),c=0,f={seed:e.seed,steps:e.steps,eta:0,label:e.label,guidance:e.guidance,
acts:"middle"},d=(D,Z=Number)=>ie=>{f[D]=Z(ie),N(),D==="seed"&&S(),l.ready&&D!=="seed"?B():l.ready&&R()},m=Y({label:"Seed",min:0,max:999,step:1,value:f.seed,onInput:d(
"seed")}),h=te({label:"Steps",value:String(f.steps),onChange:d("steps"),options:[5,10,20,40].map(D=>[String(D),String(D)])}),v=Y({label:"Fresh noise η",min:0,max:1,
step:.1,value:0,format:D=>D.toFixed(1),onInput:d("eta")}),w=te({label:"Flower",value:String(e.label),onChange:d("label"),options:[[String(a),"no class"],...e.class_names.
map((D,Z)=>[String(Z),D]).sort((D,Z)=>D[1]<Z[1]?-1:1)]}),x=Y({label:"Guidance",min:0,max:8,step:.5,value:e.guidance,format:D=>D.toFixed(1),onInput:d("guidance")}),
[g,A]=e.interval,k=D=>g<=D&&D<=A,C=te({label:"Guidance acts",value:"middle",onChange:d("acts",String),options:[["middle",`from t = ${A} to ${g}`],["always","alw\
ays"]]}),y=re({label:"Another seed",onClick:()=>{m.value=(f.seed+1)%1e3}}),F={noisy:X({label:"The noisy image",title:"Noisy image",width:n,height:n}),image:X({label:"\
The predicted image",title:"Predicted image",width:n,height:n})},M=b("div",{class:"ff-grow-strip",role:"group","aria-label":"The predicted image, step by step"}),
$=re({label:"Compare guidance",onClick:V}),E=[["Class alone",{guidance:1}],["Guided always",{acts:void 0}],[`Guided from t = ${A} to ${g}`,{acts:k}]].map(([D,Z])=>({
title:D,options:Z,view:X({title:D,label:D,width:n,height:n})})),I=b("div",{class:"ff-triple ff-film",hidden:!0},...E.map(({view:D})=>D.element)),O=K(),_=e.label===
a?"":`${e.class_names[e.label]}, `,T=Re(o,l,e,O,{label:"Grow a flower",again:"Grow it again",opening:`Recorded: ${_}seed ${e.seed}, ${e.steps} steps.`,onReady:B,
onLost:()=>{c+=1}});t.append(J(m,h,v,...a?[w,x,C]:[],T.processor),J(T.action,y,...e.compare?[$]:[],T.bar),b("div",{class:"ff-columns ff-pair ff-grow"},F.noisy.element,
F.image.element),M,O.element,...e.compare?[I]:[]),l.onChange(N),N();function N(){x.input.disabled=C.input.disabled=f.label===a,$.disabled=f.label===a||!l.ready}
function p(D){o.dataset.state=D}function S(){F.noisy.draw(u(Q(f.seed,i))),l.ready||F.image.draw(u(new Float32Array(i)))}let L=se(e.recorded),U=L.length/i;for(let D=0;D<
U;D+=1)W(L.subarray(D*i,(D+1)*i));if(S(),F.image.draw(L.subarray((U-1)*i)),T.problem)for(let D of[y,m.input,h.input,v.input,w.input])D.disabled=!0;function W(D){
let Z=b("canvas",{width:n,height:n,"aria-hidden":"true"}),ie=Z.getContext("2d"),j=ie.createImageData(n,n);for(let G=0;G<n*n;G+=1)j.data.set([D[3*G],D[3*G+1],D[3*
G+2],255],4*G);ie.putImageData(j,0,0),M.append(Z)}let H=_e(B);function R(){c+=1,H()}async function q(D){let Z=c+=1,ie=()=>Z===c;p("growing");try{await D(ie),ie()&&
p("done")}catch(j){if(!ie())return;O.say(`The network stopped: ${j.message}`),p("failed")}}function B(){let{seed:D,steps:Z}=f,ie=new Set(Array.from({length:10},
(j,G)=>Math.ceil((G+1)*Z/10)));return M.replaceChildren(),I.hidden=!0,q(async j=>{for await(let G of it(l,ee())){if(!j())return;F.noisy.draw(u(G.next)),F.image.
draw(u(G.image)),ie.has(G.i+1)&&W(u(G.image)),O.say(`Step ${G.i+1} of ${Z}, seed ${D}: ${G.seconds.toFixed(2)} s a network evaluation here, ${G.where}.`),o.dataset.
processor=G.processor,o.dataset.seconds=G.seconds.toFixed(4)}})}function V(){I.hidden=!1;for(let{view:D}of E)D.draw(new Uint8ClampedArray(i));return q(async D=>{
let Z=[];for(let{title:ie,options:j,view:G}of E){let ne=null;for await(let z of it(l,{...ee(),...j})){if(!D())return;ne=u(z.image),G.draw(ne),O.say(`${ie}: step\
 ${z.i+1} of ${f.steps}.`)}Z.push(ne)}O.say(E.slice(1).map(({title:ie},j)=>{let{brightness:G,contrast:ne,outlines:z}=$o(Z[j+1],Z[0],n);return`${ie}, the light h\
as moved by ${vs(G)}, the contrast is ${ne.toFixed(2)} times that of the class alone, and the outlines agree to ${z.toFixed(2)}.`}).join(" "))})}function ee(){let{
acts:D,...Z}=f;return{...Z,acts:D==="always"?void 0:k}}function we(){let D=new URLSearchParams(location.hash.slice(1)),Z=Number(D.get("flower")??NaN);T.problem||
!(Z in e.class_names)||(w.value=String(Z),m.value=Number(D.get("seed")??f.seed),o.scrollIntoView({block:"center"}),l.ready||O.say(`${e.class_names[Z]}, seed ${f.
seed}: press the button to grow it.`))}window.addEventListener("hashchange",we),we()}function vs(t){return`${t<0?"−":"+"}${Math.abs(t).toFixed(2)}`}var Ao="noise-to-flowers:guess";function lt(){return{rounds:0,you:0,youLevels:0,bayes:0,bayesLevels:0}}function Fo(t,{right:e,level:o,bayes:n,from:r}){return{rounds:t.
rounds+1,you:t.you+(e?1:0),youLevels:t.youLevels+(e?o:0),bayes:t.bayes+(n?1:0),bayesLevels:t.bayesLevels+r}}function Eo(){try{let t=JSON.parse(localStorage.getItem(
Ao));return Object.keys(lt()).every(e=>Number.isFinite(t[e]))?t:lt()}catch{return lt()}}function cn(t){try{localStorage.setItem(Ao,JSON.stringify(t))}catch{}}function To(t,e,{signal:o,noise:n}){return Float64Array.from(t,(r,s)=>o*r+n*e[s])}function No(t,e,{signal:o,noise:n}){let r=t.map(l=>{let u=0;for(let c=0;c<e.length;c+=
1)u+=(e[c]-o*l[c])**2;return-u/(2*n**2)}),s=Math.max(...r),a=r.map(l=>Math.exp(l-s)),i=a.reduce((l,u)=>l+u,0);return a.map(l=>l/i)}function Co(t,e){let o=new Float64Array(
t[0].length);return t.forEach((n,r)=>{for(let s=0;s<o.length;s+=1)o[s]+=e[r]*n[s]}),o}var un=.1;function Po(t,e,o){let{size:n,names:r,noisiest:s,clearest:a,sure:i}=e,l=3*n*n,u=null,c=null,f=Eo(),d=Y({label:"Log-SNR, from much noise to little",min:s,
max:a,step:un,value:s,format:Ke,onInput:y}),m=re({label:"Next flower",onClick:()=>{k(Lo()),d.input.focus()}}),h=X({title:"Under noise",label:"The noisy flower",
width:n,height:n}),v=X({title:"Mean of the eight",label:"",width:n,height:n}),w=r.map((M,$)=>Ms(M,n,()=>C($))),x=K(),g=b("table",{class:"ff-score","aria-label":"\
Score"}),A=re({label:"Forget the score",onClick:()=>{f=lt(),cn(f),F(),d.input.focus()}});t.append(J(d,m),b("div",{class:"ff-guess"},b("div",{class:"ff-columns f\
f-pair"},h.element,v.element),b("div",{class:"ff-tiles",role:"group","aria-label":"Which flower is it?"},...w.map(M=>M.element))),x.element,b("div",{class:"ff-s\
core-row"},g,A));function k(M){c={...ks(M,r.length,l),seen:s,guess:null},o.dataset.seed=M,m.disabled=!0,w.forEach($=>$.hide()),d.value=s}function C(M){!c||c.guess!==
null||(c.guess=M,m.disabled=!1,c.from=$s(u.images,c,s,a,i),f=Fo(f,{right:M===c.flower,level:c.seen,bayes:Io(fn(u.images,c,c.seen))===c.flower,from:c.from}),cn(f),
d.value=c.seen,F())}function y(){if(!c)return;let M=d.value,{guess:$,flower:E}=c;$===null&&(c.seen=Math.max(c.seen,M));let{signal:I,noise:O}=he(M),{images:_}=u;
h.draw(Ge({...u,image:_[E]},c.field,I,O)),h.describe(`A flower under noise, log-SNR ${Ke(M)}`);let T=$===null?r.map(()=>1/r.length):fn(_,c,M);if(v.draw(Ge({...u,
image:Co(_,T)},c.field,1,0)),v.heading.textContent=$===null?"Mean of the eight":"Bayes’ mean",$===null){v.describe("The mean of the eight flowers"),x.say(`One\
 part of flower to ${Ss(M)} of noise. Which of the eight is it? What counts is the clearest picture that you have seen: ${Ke(c.seen)}.`);return}v.describe(`The \
mean of the eight, weighted by Bayes, most the ${r[Io(T)]}`),w.forEach((p,S)=>p.show(T[S],S===E,S===$));let N=$===E?`Yes, the ${r[E]}`:`It is the ${r[E]}, and n\
ot the ${r[$]}`;x.say(`${N}. At ${Ke(M)} Bayes gives it ${T[E].toFixed(2)}; from ${Ke(c.from)} on it is sure. Your guess counts at ${Ke(c.seen)}.`)}function F(){
let M=($,E,I)=>b("tr",{},b("th",{scope:"row"},$),b("td",{},`${E} of ${f.rounds}`),b("td",{},I.count?Ke(I.sum/I.count):"–"));g.replaceChildren(b("tr",{},b("td",
{}),b("th",{scope:"col"},"right"),b("th",{scope:"col"},"mean level")),M("You",f.you,{sum:f.youLevels,count:f.you}),M("Bayes",f.bayes,{sum:f.bayesLevels,count:f.
rounds})),A.disabled=f.rounds===0}F(),ae(de(o)).then(M=>{let $=new Uint8Array(l*r.length);r.forEach((_,T)=>$.set(ce(M,T*n,0,n,n),T*l));let{mean:E,std:I,image:O}=Ve(
$);u={mean:E,std:I,images:r.map((_,T)=>O.subarray(T*l,(T+1)*l))},w.forEach((_,T)=>_.draw($.subarray(T*l,(T+1)*l))),k(Lo()),o.dataset.state="ready"})}function Ms(t,e,o){
let n=X({label:"",width:e,height:e});n.canvas.removeAttribute("role"),n.canvas.removeAttribute("aria-label"),n.canvas.setAttribute("aria-hidden","true");let r=b(
"i",{}),s=b("span",{class:"ff-value"}),a=b("span",{class:"ff-verdict"}),i=b("button",{type:"button",class:"ff-tile"},n.element,b("span",{class:"ff-name"},t),b("\
span",{class:"ff-bar","aria-hidden":"true"},r),s,a);return i.addEventListener("click",o),{element:i,draw:n.draw,show(l,u,c){i.setAttribute("aria-disabled","true"),
i.setAttribute("aria-pressed",c),i.classList.toggle("ff-true",u),r.style.width=`${100*l}%`,s.textContent=` ${l.toFixed(2)} `,a.textContent=u?c?"you, right":"it \
is this":c?"you":""},hide(){i.removeAttribute("aria-disabled"),i.removeAttribute("aria-pressed"),i.classList.remove("ff-true"),r.style.width="0",s.textContent=a.
textContent=""}}}function ks(t,e,o){return{flower:Qe(t,4294967295)%e,field:Q(t,o)}}function fn(t,{flower:e,field:o},n){let r=he(n);return No(t,To(t[e],o,r),r)}function $s(t,e,o,n,r){
let s=Math.round((n-o)/un);for(let a=0;a<s;a+=1){let i=o+a*un;if(fn(t,e,i)[e.flower]>r)return i}return n}function Lo(){return Math.floor(Math.random()*2**32)}var Io=t=>t.
indexOf(Math.max(...t));function Ke(t){return t.toFixed(1).replace("-","−")}function Ss(t){return Math.round(Math.exp(-t)).toLocaleString("en-GB")}function Ro(t,e,o){let n=e/o,r=3*o*o,s=new Float64Array(t.length);for(let a=0;a<t.length;a+=1)s[_o(a,e,o,n,r)]=t[a]/255;return s}function Oo(t,e,o){let n=e/o,r=3*
o*o,s=new Uint8ClampedArray(t.length);for(let a=0;a<s.length;a+=1)s[a]=255*t[_o(a,e,o,n,r)];return s}function _o(t,e,o,n,r){let s=t%3,a=Math.floor(t/3)%e,i=Math.
floor(t/3/e);return(Math.floor(i/o)*n+Math.floor(a/o))*r+s*o*o+i%o*o+a%o}function Bo(t,{mean:e,directions:o}){let n=e.length,r=new Float64Array(t.length);for(let s=0;s<
t.length;s+=n)for(let a=0;a<n;a+=1){let i=0;for(let l=0;l<n;l+=1)i+=o[a][l]*(t[s+l]-e[l]);r[s+a]=i}return r}function dn(t,{mean:e,directions:o},n){let r=e.length,
s=new Float64Array(t.length);for(let a=0;a<t.length;a+=r)for(let i=0;i<r;i+=1){let l=e[i];for(let u=0;u<n;u+=1)l+=t[a+u]*o[u][i];s[a+i]=l}return s}function qo(t,e){
return Math.sqrt(t.reduce((o,n,r)=>o+(n-e[r])**2,0)/t.length)}function Do(t,e,o,n,r,s){let a=e.length,i=t.length/a/s,l=r*s,u=new Uint8ClampedArray(n*i*s).fill(127.5);
for(let c=0;c<Math.min(o,n);c+=1)for(let f=0;f<i*s;f+=1){let d=c%r*s+f%s,m=Math.floor(c/r)*i+Math.floor(f/s);u[m*l+d]=127.5+127.5*t[f*a+c]/(3*e[c])}return u}var jo=4,Wo={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]};function Ho(t,e,o){let{side:n,size:r,spread:s,error:a,learned:i}=e,l=n/r,u=s.length,
c=se(e.picture),f=Ro(c,n,r),d=Bo(f,e),m=[...e.square],h=N=>X({label:"",width:N,height:N}),v={photograph:h(n),code:h(2*l),back:h(n)};v.photograph.draw(c);let w=Y(
{label:"Numbers kept of each square",min:1,max:u,step:1,value:e.opens,format:N=>`${N} of ${u}`,onInput:T}),x=te({label:"Number to move",value:"0",options:Array.
from({length:jo},(N,p)=>[String(p),`the ${Uo[p]}`]),onChange:T}),g=Y({label:"Move it in the marked square",min:-3,max:3,step:.25,value:0,format:N=>`${N>0?"+":""}${N}`.
replace("-","−"),onInput:T}),A=i&&He({label:"The learned code",onChange:T}),k=(N,p,S)=>Te({label:N,reach:S/2,onPress:N==="From its numbers"?I:null,draw(L){L.context.
imageSmoothingEnabled=!1,L.picture(p.canvas,S/2,1),_(L,N)}}),C=[k("The photograph",v.photograph,n),k("Its first four numbers",v.code,2*l),k("From its numbers",v.
back,n)],y=C[2].canvas;for(let[N,p]of Object.entries({tabindex:0,role:"application","aria-roledescription":"squares of a picture, arrow keys move the mark"}))y.
setAttribute(N,p);y.addEventListener("keydown",N=>{!Wo[N.key]||N.altKey||N.ctrlKey||N.metaKey||(N.preventDefault(),O(Wo[N.key].map((p,S)=>m[S]+p)))});let F="Err\
or by numbers kept (root mean square, from 0 to 1)",M=fe({label:F,title:F,height:170,x:[0,u],y:[0,e.highest],xLabel:"Numbers kept of each square"}),$=K();t.append(
J(w,...A?[A]:[]),b("div",{class:"ff-planes ff-latent"},...C.map((N,p)=>b("div",{},b("span",{class:"ff-title"},As[p]),N.element))),b("div",{class:"ff-controls ff\
-gap"},x.element,g.element),$.element,b("div",{class:"ff-gap"},M.element),ge([["signal",`${e.pictures.toLocaleString("en")} photographs that it was not made of`],
...i?.average?[["leaf","the learned code, the same photographs"]]:[]]));let E=()=>!!A?.value;function I([N,p]){O([Math.floor((N+n/2)/r),Math.floor((n/2-p)/r)])}
function O(N){N.forEach((p,S)=>{m[S]=Math.min(Math.max(p,0),l-1)}),T()}function _(N,p){if(E()||p==="The photograph")return;let{context:S,width:L}=N,U=p==="From \
its numbers"?l:2*l,W=L/U,H=Number(x.value),R=p==="From its numbers"?m:[m[0]+H%2*l,m[1]+Math.floor(H/2)*l];S.lineWidth=2;for(let[q,B]of[["#000",3],["#fff",1]])S.
strokeStyle=q,S.strokeRect(R[0]*W-B,R[1]*W-B,W+2*B,W+2*B)}function T(){let N=Number(x.value),p=E()?i.kept:w.value;for(let H of[x.input,g.input])H.disabled=E()||
N>=p;w.input.disabled=E();let S=0;if(E())v.code.draw(Fs(se(i.code),l)),v.back.draw(se(i.picture));else{let H=d.slice();S=N<p?g.value:0,H[(m[1]*l+m[0])*u+N]+=S*s[N],
v.code.draw(Do(H,s,p,jo,2,l)),v.back.draw(Oo(dn(H,e,p),n,r))}for(let H of C)H.redraw();let L=E()?i.error:qo(dn(d,e,p),f),U=p*l*l;y.setAttribute("aria-label",`Fr\
om its numbers. The marked square is in row ${m[1]+1}, column ${m[0]+1}`),M.update({lines:[{points:a.map((H,R)=>[R,H]),colour:"signal"}],marks:[{x:p,y:L,colour:"\
accent",size:6},...i?.average?[{x:i.kept,y:i.average,colour:"leaf"}]:[]]});let W=E()?`The learned code, ${p} numbers a square`:`${p} of ${u} numbers a square`;$.
say(`${W}: ${U.toLocaleString("en")} in place of ${c.length.toLocaleString("en")}. This photograph comes back with an error of ${L.toFixed(3)}${E()?"":`, the ot\
hers with ${a[p].toFixed(3)}`}.${S?` You moved the ${Uo[N]} number of the marked square: only that square changes.`:""}`)}for(let N of C)N.follow();T(),o.dataset.
state="ready"}var As=["The photograph","Its first four numbers","From its numbers"],Uo=["first","second","third","fourth"];function Fs(t,e){let o=new Uint8ClampedArray(
t.length),n=e*e;return t.forEach((r,s)=>{let[a,i]=[Math.floor(s/n),s%n],l=a%2*e+i%e,u=Math.floor(a/2)*e+Math.floor(i/e);o[u*2*e+l]=r}),o}function Ko(t,e,o){let{names:n,side:r,reach:s,handle:a,centres:i,radius:l}=e,u=se(e.colours),c=u.length/3,f=Go(e.clouds,s),d=Go(e.grids,s),m={x:a[0],y:a[1]},h=F=>Math.
min(Math.max(F,-e.start),e.start),v=F=>Y({label:`Noise: ${F}`,min:-e.start,max:e.start,step:.05,value:m[F],format:M=>M.toFixed(2),onInput(M){m[F]=M,C()}}),[w,x]=[
v("x"),v("y")],g=n.map((F,M)=>{let $=Yo(f,M,c),E=M?Yo(d,M-1,r*r):null,I=()=>E?Es(E,r,e.start,m.x,m.y):[m.x,m.y],O=Te({label:F,reach:s,onPress:M?null:k,draw(_){for(let T=0;T<
c;T+=1){let[N,p]=_.place($[2*T],$[2*T+1]);_.context.fillStyle=`rgb(${u[3*T]} ${u[3*T+1]} ${u[3*T+2]})`,_.context.fillRect(N-1,p-1,2,2)}_.ring(...I(),6,ue(o,"acc\
ent"),ue(o,"panel"))}});return{name:F,end:I,plane:O}});g[0].plane.canvas.classList.add("ff-handle");let A=K();t.append(b("div",{class:"ff-planes"},...g.map(({name:F,
plane:M})=>b("div",{},b("span",{class:"ff-title"},F),M.element))),A.element,b("div",{class:"ff-controls ff-gap"},w.element,x.element));function k([F,M]){Object.
assign(m,{x:h(F),y:h(M)}),w.limits(-e.start,e.start,m.x),x.limits(-e.start,e.start,m.y),C()}function C(){for(let{plane:F}of g)F.redraw();y()}function y(){let F=$=>i.
some(([E,I])=>Math.hypot(E-$[0],I-$[1])<l),M=g.slice(1).map(({name:$,end:E})=>`${$}: ${F(E())?"in a disc":"between the discs"}`);A.say(`From (${m.x.toFixed(2)},\
 ${m.y.toFixed(2)}). ${M.join("; ")}.`)}for(let{plane:F}of g)F.follow();y(),Xe(o,C)}function Go(t,e){return Float32Array.from(se(t),o=>o/255*2*e-e)}function Yo(t,e,o){
return t.subarray(2*e*o,2*(e+1)*o)}function Es(t,e,o,n,r){let s=c=>Math.min(Math.max((c+o)/(2*o)*(e-1),0),e-1.000001),[a,i]=[Math.floor(s(n)),Math.floor(s(r))],
[l,u]=[s(n)-a,s(r)-i];return[0,1].map(c=>{let f=(d,m)=>t[2*((i+m)*e+a+d)+c];return(1-u)*((1-l)*f(0,0)+l*f(1,0))+u*((1-l)*f(0,1)+l*f(1,1))})}function Jo(t){let e=se(t),o=new Float32Array(e.length/2);for(let n=0;n<o.length;n+=1){let r=e[2*n]|e[2*n+1]<<8,s=r>>10&31,a=r&1023,i=s?(1+a/1024)*2**(s-15):a*2**
-24;o[n]=r&32768?-i:i}return o}function Zo(t){let e=Jo(t),o=e.length/2;return e.map((n,r)=>r<o?e[2*r]:e[2*(r-o)+1])}function Qo({shapes:t,weights:e}){let o=Jo(e),
n=[],r=0;for(let s=0;s<t.length;s+=2){let[a,i]=t[s],l=o.subarray(r,r+a*i);r+=a*i,n.push({inputs:i,outputs:a,weight:l,bias:o.subarray(r,r+a)}),r+=a}return n}var Se=128;function*Ts(t,e,o){let n=e.length/2,r=[o.signal,o.noise,Math.log(o.signal/o.noise)],s=new Float32Array(2*n),a=Math.max(...t.map(({outputs:u})=>u)),[i,l]=[new Float32Array(
a*Se),new Float32Array(a*Se)];for(let u=0;u<n;u+=Se){let c=Math.min(Se,n-u);for(let f=0;f<c;f+=1)i[f]=e[u+f],i[Se+f]=e[n+u+f];t.forEach((f,d)=>{if(Ns(f,d===0?r:
[],i,l,c),d<t.length-1)for(let m=0;m<f.outputs*Se;m+=1)l[m]/=1+Math.exp(-l[m]);[i,l]=[l,i]});for(let f=0;f<c;f+=1)s[u+f]=i[f],s[n+u+f]=i[Se+f];yield}return s}function Ns({
inputs:t,outputs:e,weight:o,bias:n},r,s,a,i){let l=t-r.length,u=l%4===0?4:2;for(let c=0;c<e;c+=1){let f=c*t,d=c*Se,m=n[c];r.forEach((h,v)=>{m+=o[f+l+v]*h}),a.fill(
m,d,d+Se);for(let h=0;h<l;h+=u){let v=o[f+h],w=o[f+h+1],x=h*Se;if(u===4){let g=o[f+h+2],A=o[f+h+3];for(let k=0;k<i;k+=1)a[d+k]+=v*s[x+k]+w*s[x+Se+k]+g*s[x+2*Se+
k]+A*s[x+3*Se+k]}else for(let g=0;g<i;g+=1)a[d+g]+=v*s[x+g]+w*s[x+Se+g]}}}function*Xo(t,e,o){let n=yield*Ts(t,e,o),r=new Float32Array(e.length),s=new Float32Array(
e.length);for(let a=0;a<e.length;a+=1)r[a]=o.signal*e[a]-o.noise*n[a],s[a]=o.noise*e[a]+o.signal*n[a];return{image:r,noise:s}}function Vo({image:t,noise:e},o,n,r=0,s=null,a=new Float32Array(
t.length)){for(let i=0;i<a.length;i+=1)a[i]=o*t[i]+n*e[i]+(s?r*s[i]:0);return a}var ct={ddim:{name:"DDIM",eta:null,cost:t=>t},ddpm:{name:"DDPM (η = 1)",eta:1,cost:t=>t},
heun:{name:"Heun",eta:0,cost:t=>2*t-1},dpm_solver_pp:{name:"DPM-Solver++(2M)",eta:0,cost:t=>t}};function zo({layers:t,schedule:e,start:o,solver:n,steps:r,eta:s=0,
seed:a=0}){let i=Ie(r),l=i.map(g=>e.rates(g)),u=ct[n].eta??s,c=[o],f=[],d=[],m=[];function*h(g){let A=c[g],k=yield*Xo(t,A,l[g]);if(n==="heun"&&g<r-1){let C=Vo(k,
l[g+1].signal,l[g+1].noise),y=yield*Xo(t,C,l[g+1]),F=k.noise.map(($,E)=>($+y.noise[E])/2);return{image:A.map(($,E)=>($-l[g].noise*F[E])/l[g].signal),noise:F}}if(d[g]=
k.image,n==="dpm_solver_pp"&&g>0){let[C,y,F]=[-1,0,1].map(I=>e.logSNR(i[g+I])),M=(F-y)/(2*(y-C)),$=k.image.map((I,O)=>(1+M)*I-M*d[g-1][O]),E=A.map((I,O)=>(I-l[g].
signal*$[O])/l[g].noise);return{image:$,noise:E}}return k}function*v(){for(let g=0;g<r;g+=1)f.push(yield*h(g)),m.push(u>0?Q(vt(a,g),o.length):null),c.push(x(g,l[g+
1]))}let w=v();function x(g,A,k){let{kept:C,fresh:y}=Zt(l[g],A,u);return Vo(f[g],A.signal,C,y,m[g],k)}return{at(g,A){if(g>=1)return o;let k=Math.min(Math.floor(
(1-g)*r+1e-9),r-1);for(;c.length<=k+1;)w.next();return x(k,e.rates(g),A)},ahead(g){let A=performance.now()+g;for(;c.length<=r&&performance.now()<A;)w.next();return c.
length<=r}}}var Oe=2.7,Cs=48,Ls=4;function er(t,e,o){let n=Ae("log_snr",e.schedule),r=Qo(e.network),s=Zo(e.network.points),a={solver:e.solver,steps:e.steps,eta:0},i={x:e.handle[0],
y:e.handle[1]},l=Q(e.seed,2*e.count),u=new Float32Array(l.length),[c,f,d]=[null,null,null],m=te({label:"Solver",value:a.solver,onChange(p){a.solver=p,F(),E()},options:Object.
entries(ct).map(([p,{name:S}])=>[p,S])}),h=Y({label:"Steps",min:1,max:50,step:1,value:a.steps,onInput(p){a.steps=p,E()}}),v=Y({label:"Fresh noise η",min:0,max:1,
step:.1,value:0,format:p=>p.toFixed(1),onInput(p){a.eta=p,E()}}),w=Y({label:"Way from noise to data",min:0,max:1,step:.001,value:0,format:p=>`t = ${(1-p).toFixed(
2)}`,onInput:T}),x=Y({label:"Ringed particle: x",min:-Oe,max:Oe,step:.05,value:i.x,format:p=>p.toFixed(2),onInput:p=>M(p,i.y)}),g=Y({label:"Ringed particle: y",
min:-Oe,max:Oe,step:.05,value:i.y,format:p=>p.toFixed(2),onInput:p=>M(i.x,p)}),A=He({label:"Paths",value:!0,onChange:T}),k=He({label:"Data",value:!0,onChange:T}),
C=Te({label:"Particles in the plane",reach:Oe,draw:N,onPress([p,S]){x.limits(-Oe,Oe,p),g.limits(-Oe,Oe,S),M(p,S)}}),y=K();t.append(J(...e.simple?[h]:[m,h,v]),J(
w,Fe(o,w,{seconds:4}),A,k),C.element,y.element,b("div",{class:"ff-controls ff-gap"},x.element,g.element));function F(){let p=ct[a.solver].eta;v.limits(0,1,p??a.
eta),v.input.disabled=p!==null}function M(p,S){Object.assign(i,{x:p,y:S}),d=null,T()}function $(p){return zo({layers:r,schedule:n,start:p,seed:e.seed,...a})}function E(){
[c,f,d]=[$(l),null,null],T()}function I(p){let S=$(p),L=Math.max(60,a.steps);return Array.from({length:L+1},(U,W)=>S.at(1-W/L))}function O({context:p,place:S},L,U,W,H){
let R=L[0].length/2;p.strokeStyle=U,p.lineWidth=W,p.beginPath();for(let q=0;q<R;q+=1)for(let B=0;B<=H;B+=1){let[V,ee]=S(L[B][q],L[B][R+q]);B?p.lineTo(V,ee):p.moveTo(
V,ee)}p.stroke()}function _({context:p,place:S},L,U,W){let H=L.length/2;p.fillStyle=U;for(let R=0;R<H;R+=1){let[q,B]=S(L[R],L[H+R]);p.fillRect(q-W/2,B-W/2,W,W)}}
function T(){C.redraw()}function N(p){if(!c)return;let{context:S}=p,L=1-w.value,U=c.at(L,u);if(k.value&&(S.globalAlpha=.45,_(p,s,ue(o,"muted"),2),S.globalAlpha=
1),_(p,U,ue(o,"signal"),2.2),A.value){f??=I(Is(l,Cs));let V=Math.round((1-L)*(f.length-1));S.globalAlpha=.55,O(p,f,ue(o,"noise"),1,V),S.globalAlpha=1}d??=I(Float32Array.
of(i.x,i.y)),O(p,d,ue(o,"accent"),2.5,d.length-1);let[W,H]=d[Math.round((1-L)*(d.length-1))];p.ring(W,H,5,ue(o,"accent"),ue(o,"accent")),p.ring(i.x,i.y,9,ue(o,"\
accent"),ue(o,"panel"));let{name:R,cost:q}=ct[a.solver],B=d[d.length-1];y.say(`${e.count} particles at t = ${L.toFixed(2)}. ${R} with ${a.steps} steps evaluates\
 the network ${q(a.steps)} times. The ringed particle ends at (${B[0].toFixed(2)}, ${B[1].toFixed(2)}).`),c.ahead(Ls)}F(),E(),C.follow(),Xe(o,T)}function Is(t,e){
let o=t.length/2,n=new Float32Array(2*e);return n.set(t.subarray(0,e)),n.set(t.subarray(o,o+e),e),n}function Et(t){return Object.keys(t).sort((e,o)=>t[e]-t[o])}function mn(t){let e=t.length;if(e===0)return"–";let o=t.reduce((r,s)=>r+s)/e;if(e===1)return o.toFixed(
3);let n=t.reduce((r,s)=>r+(s-o)**2,0);return`${o.toFixed(3)} ± ${Math.sqrt(n/(e-1)/e).toFixed(3)}`}function tr({found:t,names:e,seed:o,budget:n}){let r=Et(t),
s=a=>`${e[a]}, off by ${t[a].toFixed(3)}`;return`Noise ${o}, ${n} evaluations. Closest to the finish: ${s(r[0])}. Farthest: ${s(r[r.length-1])}.`}function nr(t,e,o){let{size:n,mean:r,std:s,names:a,budgets:i,seeds:l,distances:u}=e,c=Object.keys(a),f=3*n*n,d=Pe(e),m=j=>ye(j,r,s),h={seed:e.seed,budget:e.budget,
spacing:e.spacing},v=new Map([[e.seed,Ps(e)]]),w=new Map,x=null,g=null,A=0,k=(j,G)=>ne=>{h[j]=G(ne),D()},C=te({label:"Network evaluations",value:String(h.budget),
options:i.map(j=>[String(j),String(j)]),onChange:k("budget",Number)}),y=te({label:"Steps even in",value:h.spacing,options:[["log_snr","log-SNR"],["time","time"]],
onChange:k("spacing",String)}),F=Y({label:"Noise",min:0,max:99,step:1,value:h.seed,format:j=>`seed ${j}`,onInput:k("seed",Number)}),M=re({label:"Next noise",onClick:()=>{
F.value=(h.seed+1)%100}}),$=Y({label:"Evaluations spent",min:1,max:h.budget,step:1,value:h.budget,onInput:q}),E=Fe(o,$,{label:"Play again",seconds:3}),I=K(),O=Re(
o,d,e,I,{label:"Race",again:"Race again",opening:`${T(_(e.seed))} This race is recorded.`,onReady:D,onLost:()=>{A+=1}});function _(j){let[G,ne]=[u[h.spacing][h.
budget],l.indexOf(j)];return Object.fromEntries(c.map(z=>[z,G[z][ne]]))}function T(j){return tr({...h,found:j,names:a})}let N=j=>{let G=X({title:j,label:j,width:n,
height:n}),ne=b("span",{class:"ff-note"});return{...G,note:ne,element:b("div",{},G.element,ne)}},[p,S]=[N("the noise"),N("the finish")],L=Object.fromEntries(c.map(
j=>[j,N(a[j])])),U=b("table",{class:"ff-standing"});t.append(J($,E),J(C,y),b("div",{class:"ff-race"},...[p,...Object.values(L),S].map(j=>j.element)),I.element,b(
"div",{class:"ff-controls ff-gap"},O.action,F.element,M,O.processor.element,O.bar),U);let[W,H]=[j=>{o.dataset.state=j},(j,G)=>{j.note.textContent=G}],R=()=>`${h.
spacing} ${h.budget}`;function q(){if(!x)return;let j=$.value===Number($.input.max)&&!x.running,G=x.found&&Et(x.found);for(let z of c){let xe=x.frames[z],le=Math.
min($.value-x.first,xe.length-1);if(le<0)continue;L[z].draw(xe[le]);let me=x.first+le;H(L[z],j&&G?`${G.indexOf(z)+1}. off by ${x.found[z].toFixed(3)}`:`after ${me}`),
L[z].describe(`${a[z]} after ${me} evaluations`)}let ne=v.get(h.seed);ne&&S.draw(m(ne))}function B(){let j=x?.found,G=[...w.get(R())?.values()??[]],ne=u[h.spacing][h.
budget],z=["","this noise",G.length>1?`your ${G.length} noises`:"your noise",`recorded, ${l.length} noises`],xe=(j?Et(j):c).map(le=>[a[le],j?j[le].toFixed(3):"–",
mn(G.map(me=>me[le])),mn(ne[le])]);U.replaceChildren(b("caption",{},`Distance from the finish, ${h.budget} evaluations, steps even in ${h.spacing==="time"?"time":
"log-SNR"}: mean ± standard error`),b("thead",{},b("tr",{},...z.map(le=>le?b("th",{scope:"col"},le):b("td")))),b("tbody",{},...xe.map(([le,...me])=>b("tr",{},b(
"th",{scope:"row"},le),...me.map(Ee=>b("td",{},Ee))))))}function V(){if(!g)return;let{budget:j,spacing:G}=h,ne=j===e.budget&&G===e.spacing,z=i.indexOf(j)+(G==="\
time"?i.length:0),xe=(me,Ee,Ne)=>ce(me,Ee*n,Ne*n,n,n),le=me=>Math.min(j,me==="heun"?2*Yt.heun.steps(j)-1:j);x={first:ne?1:j,frames:Object.fromEntries(c.map((me,Ee)=>[
me,ne?Array.from({length:le(me)},(Ne,Ce)=>xe(g.walk,Ce,Ee)):[xe(g.ends,z,Ee)]])),found:_(e.seed)},ee(j)}function ee(j){$.limits(x.first,Math.max(j,x.first),j),$.
input.disabled=E.disabled=j<=x.first,q()}let we=_e(()=>{d.ready&&Z()},200);function D(){A+=1,d.ready?we():(V(),I.say(`${T(_(e.seed))} This race is recorded. ${O.
problem}`)),p.draw(m(Q(h.seed,f))),B()}async function Z(){let j=A+=1,{seed:G,budget:ne,spacing:z}=h,xe=Q(G,f),[le,me,Ee]=[0,0,""],Ne=async({noisy:be,level:We})=>{
let Ue=await d.predict(be,he(We));if(j!==A)throw new hn;return le+=Ue.seconds,me+=1,Ee=Ue.where,Ue.noise},Ce={first:1,frames:Object.fromEntries(c.map(be=>[be,[]])),
running:!0};x=Ce;for(let be of c)L[be].draw(m(new Float32Array(f))),H(L[be],"");S.draw(m(v.get(G)??new Float32Array(f))),H(S,""),B(),W("racing");try{let be=Object.
fromEntries(c.map(pe=>{let{run:ve,steps:Me}=Yt[pe],P=ve(xe,nt(d.schedule,Me(ne),z));return[pe,{walk:P,at:P.next()}]})),We=await Ne(be[c[0]].at.value);for(let pe=1;pe<=
ne;pe+=1){for(let ve of c){let Me=be[ve];Me.at.done||(Me.at=Me.walk.next(pe===1?We:await Ne(Me.at.value)),Ce.frames[ve].push(m(Me.at.value.image)),ee(pe))}I.say(
`Evaluation ${pe} of ${ne} in each lane.`)}if(!v.has(G)){let pe=Gn(xe,d.schedule,e.finish_evaluations),ve=pe.next();for(let Me=1;!ve.done;Me+=1)ve=pe.next(await Ne(
ve.value)),S.draw(m(ve.value.image)),H(S,`${Me} of ${e.finish_evaluations}`),I.say(`Solving finely to find the finish: ${Me} of ${e.finish_evaluations}.`);v.set(
G,ve.value.image),H(S,"")}let Ue=v.get(G);Ce.found=Object.fromEntries(c.map(pe=>[pe,mt(be[pe].at.value.image,Ue)]))}catch(be){if(j!==A)return;I.say(`The network\
 stopped: ${be.message}`),W("failed");return}Ce.running=!1,w.has(R())||w.set(R(),new Map),w.get(R()).set(G,Ce.found),ee(ne),B(),I.say(`${T(Ce.found)} ${(le/me).
toFixed(2)} s a network evaluation here, ${Ee}.`),o.dataset.seconds=(le/me).toFixed(4),W("done")}function ie(){F.input.disabled=M.disabled=!d.ready}d.onChange(ie),
ie(),p.draw(m(Q(h.seed,f))),B(),Promise.all([ae(de(o)),ae(e.ends)]).then(([j,G])=>{g={walk:j,ends:G},x||V(),B(),o.dataset.recorded="ready"})}var hn=class extends Error{};
function Ps({finish:t,finish_unit:e}){let o=se(t),n=new DataView(o.buffer);return Float32Array.from({length:o.length/2},(r,s)=>n.getInt16(2*s,!0)*e)}function or(t,e,o){let{size:n,runs:r,mean:s,std:a}=e,i=Ae(e.schedule.kind,e.schedule.options),l=ye(Q(e.seed,3*n*n),s,a),u=ye(new Float32Array(3*n*n),s,a),c=y=>[
...new Set(r.map(F=>F[y]))].map(String),{steps:f,eta:d}=r[e.open],m=null,h=y=>c(y).map(F=>[F,F]),v=te({label:"Steps",options:h("steps"),value:String(f),onChange(y){
let F=x.value/f;f=Number(y),x.limits(0,f,Math.round(F*f)),C()}}),w=te({label:"η",options:h("eta"),value:String(d),onChange(y){d=Number(y),C()}}),x=Y({label:"St\
ep",min:0,max:f,step:1,value:0,format:y=>`${y} of ${f}`,onInput:C}),g=X({label:"The noisy image",title:"Noisy image",width:n,height:n}),A=X({label:"The predicte\
d image",title:"Predicted image",width:n,height:n}),k=K();t.append(J(v,w,x,Fe(o,x,{seconds:5})),b("div",{class:"ff-columns ff-pair ff-grow"},g.element,A.element),
k.element);function C(){let y=x.value,F=r.findIndex(I=>I.steps===f&&I.eta===d),M=Ie(f)[y];if(y===0)g.draw(l),A.draw(u);else if(m){let I=[(y-1)*n,F*n,n,n];g.draw(
Be(m.noisy,...I)),A.draw(ce(m.predicted,...I))}let{signal:$,noise:E}=i.rates(M);g.describe(`The noisy image after step ${y} of ${f}`),A.describe(y?`The predicte\
d image of step ${y} of ${f}`:"No image has been predicted yet"),k.say(y===0?"Pure noise, at t = 1; nothing has been predicted yet.":`Step ${y} of ${f} led to t\
 = ${M.toFixed(2)}: signal rate ${$.toFixed(2)}, noise rate ${E.toFixed(2)}.`)}C(),Promise.all([ae(e.noisy),ae(de(o))]).then(([y,F])=>{m={noisy:y,predicted:F},o.
dataset.state="ready",x.value=x.value===0?Math.round(f/2):x.value})}function sr(t,e,o,n){let r=Rs(o),s=[t,e].map(l=>Os(l,o,r)),a={fid:[],kid:[]},i=0;for(let l of n){for(let u of s)for(let c=i;c<l;c+=1)u.add(c);i=l,a.fid.push(Bs(
...s.map(u=>u.gaussian(l)),o)),a.kid.push(_s(...s,l))}return a}function Rs(t){let e=[];for(let o=0;o<=t;o+=1)for(let n=o;n<=t;n+=1)for(let r=n;r<=t;r+=1){let s=new Set(
[o,n,r]).size;e.push([o,n,r,Math.sqrt([1,3,6][s-1])])}return e}function Os(t,e,o){let n=new Float64Array(e),r=new Float64Array(e*e),s=new Float64Array(o.length),
a=0,i=new Float64Array(e+1),l=1/Math.sqrt(e);return i[0]=1,{kernel:s,get self(){return a},add(u){let c=u*e;for(let f=0;f<e;f+=1){n[f]+=t[c+f],i[f+1]=l*t[c+f];for(let d=0;d<
e;d+=1)r[f*e+d]+=t[c+f]*t[c+d]}for(let f=0;f<o.length;f+=1){let[d,m,h,v]=o[f],w=v*i[d]*i[m]*i[h];s[f]+=w,a+=w*w}},gaussian(u){let c=n.map(d=>d/u),f=r.map((d,m)=>(d-
u*c[Math.floor(m/e)]*c[m%e])/(u-1));return{centre:c,covariance:f}}}}function rr(t,e){return t.reduce((o,n,r)=>o+n*e[r],0)}function _s(t,e,o){let n=r=>(rr(r.kernel,
r.kernel)-r.self)/(o*(o-1));return n(t)+n(e)-2*rr(t.kernel,e.kernel)/o**2}function Bs(t,e,o){let n=qs(t.covariance,o),r=(l,u)=>{let c=0;for(let f=l;f<o;f+=1)for(let d=u;d<
o;d+=1)c+=n[f*o+l]*e.covariance[f*o+d]*n[d*o+u];return c},s=Float64Array.from({length:o*o},(l,u)=>r(Math.floor(u/o),u%o)),i=-2*Ds(s,o).map(l=>Math.sqrt(Math.max(
l,0))).reduce((l,u)=>l+u,0);for(let l=0;l<o;l+=1)i+=(t.centre[l]-e.centre[l])**2,i+=t.covariance[l*o+l]+e.covariance[l*o+l];return i}function qs(t,e){let o=new Float64Array(
e*e);for(let n=0;n<e;n+=1)for(let r=0;r<=n;r+=1){let s=t[n*e+r];for(let a=0;a<r;a+=1)s-=o[n*e+a]*o[r*e+a];o[n*e+r]=n===r?Math.sqrt(s):s/o[r*e+r]}return o}function Ds(t,e){
let o=Float64Array.from(t);for(let n=0;n<12;n+=1)for(let r=0;r<e;r+=1)for(let s=r+1;s<e;s+=1){let a=o[r*e+s];if(Math.abs(a)<1e-14)continue;let i=.5*Math.atan2(2*
a,o[s*e+s]-o[r*e+r]),[l,u]=[Math.cos(i),Math.sin(i)];for(let[c,f]of[[1,e],[e,1]])for(let d=0;d<e;d+=1){let[m,h]=[r*f+d*c,s*f+d*c],[v,w]=[o[m],o[h]];o[m]=l*v-u*w,
o[h]=u*v+l*w}}return Array.from({length:e},(n,r)=>o[r*e+r])}function ar(t,e){let o=t.map(a=>1/a),[n,r]=[o,e].map(a=>a.reduce((i,l)=>i+l)/a.length),s=o.reduce((a,i,l)=>a+
(i-n)*(e[l]-r),0)/o.reduce((a,i)=>a+(i-n)**2,0);return{end:r-s*n,slope:s}}var pn={fid:"FID",kid:"KID"},js={fid:2,kid:3};function ir(t,e,o){let{sizes:n,draws:r}=e,s=new Map,a=0,i=te({label:"The second set",value:"0",options:[["0","from\
 the same source"],[String(e.shift),"from a shifted source"]],onChange:v}),l=te({label:"Features",value:String(e.opens),options:e.features.map(w=>[String(w),String(
w)]),onChange:v}),u=Y({label:"Pictures in each set",min:0,max:n.length-1,step:1,value:0,format:w=>n[w].toLocaleString("en"),onInput:v}),c=re({label:"Draw again",
onClick:()=>{a+=1,v()}}),f=w=>fe({label:`${pn[w]} by the number of pictures`,title:pn[w],height:210,x:[-1.06/n[0],0],y:e.limits[w],xTicks:e.ticks.map(x=>-1/x).concat(
0),xLabel:"Pictures",formatX:x=>x<0?String(Math.round(-1/x)):"∞"}),d={fid:f("fid"),kid:f("kid")},m=K();t.append(J(i,l,c),J(u),b("div",{class:"ff-columns ff-tw\
o"},d.fid.element,d.kid.element),ge([["leaf","mean of all draws"],["noise","one draw"],["ink","the truth",!0],["petal","FID's line to infinitely many",!0]]),m.element);
function h(){let w=[l.value,i.value,a].join();return s.has(w)||s.set(w,Array.from({length:r},(x,g)=>Ws(1+a*r+g,Number(l.value),Number(i.value),n))),s.get(w)}function v(){
let w=h(),x=u.value,g=[];for(let[A,k]of Object.entries(d)){let C=e.truth[l.value][i.value][A],y=n.map((T,N)=>Us(w.map(p=>p[A][N]))),F=w.map(T=>T[A][x]).sort((T,N)=>T-
N),M=T=>T.map((N,p)=>[-1/n[p],N]),$=[{points:[[-1.06/n[0],C],[0,C]],colour:"ink",dash:!0,width:1.5},{points:M(y),colour:"leaf",width:3}],E=ar(n,y);A==="fid"&&$.
splice(1,0,{points:[[-1/n[0],E.end+E.slope/n[0]],[0,E.end]],colour:"petal",dash:!0}),k.update({lines:$,marks:F.map((T,N)=>({x:-1/n[x]+Hs(N)/n[0],y:T,colour:"noi\
se",size:3.5}))});let[I,O]=[F[Math.floor(r/10)],F[r-1-Math.floor(r/10)]],_=T=>Gs(T,js[A]);g.push(`${pn[A]}: ${_(y[x])} on average, four draws in five from ${_(I)}\
 to ${_(O)}; the truth is ${_(C)}${A==="fid"?`, the line ends at ${_(E.end)}`:""}.`)}m.say(g.join(" "))}v(),o.dataset.state="ready"}function Ws(t,e,o,n){let r=e*
n[n.length-1],s=Q(t,2*r),a=s.slice(r).map(i=>i+o);return sr(s.subarray(0,r),a,e,n)}function Us(t){return t.reduce((e,o)=>e+o,0)/t.length}function Hs(t){return(t*
7%11/10-.5)*.05}function Gs(t,e){let o=t.toFixed(e);return(Number(o)===0?0 .toFixed(e):o).replace("-","−")}var lr={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},Ys=.1,Ks=5,Xs=0;function cr(t,e,{reach:o,onPoint:n,onBack:r}){let{canvas:s}=e,a=b("p",
{class:"ff-hidden","aria-live":"polite"}),i=b("p",{class:"ff-hint",id:`ff-hint-${Xs+=1}`},"Arrow keys move the cross, with Shift faster. Space puts a point, Ent\
er draws a line to it, Backspace takes the last stroke back.");for(let[f,d]of Object.entries({tabindex:0,role:"application","aria-roledescription":"drawing boar\
d","aria-describedby":i.id}))s.setAttribute(f,d);let l=[0,0],u=0;function c(f){clearTimeout(u),u=setTimeout(()=>{a.textContent=f},300)}return s.addEventListener(
"keydown",f=>{if(!(f.altKey||f.ctrlKey||f.metaKey)){if(lr[f.key]){let d=Ys*(f.shiftKey?Ks:1);l=l.map((m,h)=>{let v=Math.round(100*(m+d*lr[f.key][h]))/100;return Math.
min(Math.max(v,-o),o)}),c(Vs(l))}else if(f.key===" "||f.key==="Enter")c(n(l,f.key==="Enter"));else if(f.key==="Backspace")c(r());else return;f.preventDefault(),
e.redraw()}}),s.addEventListener("focus",e.redraw),s.addEventListener("blur",e.redraw),{element:a,hint:i,draw(f){if(!s.matches(":focus-visible"))return;let[d,m]=f.
place(...l);f.context.strokeStyle=ue(t,"accent"),f.context.lineWidth=2,f.context.beginPath(),f.context.moveTo(d-12,m),f.context.lineTo(d+12,m),f.context.moveTo(
d,m-12),f.context.lineTo(d,m+12),f.context.stroke()}}}function Vs([t,e]){let o=(n,r,s)=>n===0?"in the middle":`${Math.abs(n)} ${n>0?r:s}`;return t===0&&e===0?"M\
iddle":`${o(t,"right","left")}, ${o(e,"up","down")}`}function ur(t,e=150){let o=Math.max(1,Math.ceil(t.length/e)),n=[];for(let r=0;r<t.length;r+=o){let s=t.slice(r,r+o).filter(Number.isFinite);if(!s.length)continue;
let a=s.reduce((i,l)=>i+l,0)/s.length;n.push([r+s.length,Math.log10(Math.max(a,1e-12))])}return n}function gn(t){let e=t.length?t.map(([,c])=>c):[-.5,0],[o,n]=[
Math.min(...e),Math.max(...e)],r=Math.max(.03,.15-(n-o)/2),[s,a]=[o-r,n+r],i=a-s,l=i<.4?[1,1.2,1.5,2,2.5,3,4,5,6,7,8,9]:i<1?[1,1.5,2,3,5,7]:i<2?[1,2,5]:[1],u=[];
for(let c=Math.floor(s);c<=a;c+=Math.ceil(i/7))for(let f of l){let d=c+Math.log10(f);d>=s&&d<=a&&u.push(d)}return{y:[s,a],yTicks:u}}var wn=(t,e=2)=>{let o=10**t;
return o<1e4&&o>=.001?String(Number(o.toPrecision(e))):o.toExponential(0)};function yn(t){let e=t.slice(-50);return e.length?e.reduce((o,n)=>o+n,0)/e.length:0}function xn(t,e,o,n=120){return Array.from({length:n+1},(r,s)=>t(e+(o-e)*s/n))}var bn=(t,e,o,n,r,s)=>xn(a=>[t+o*Math.cos(a),e+n*Math.sin(a)],r,s);function Js(){
return[xn(t=>[1.6*Math.sin(t)**3,(13*Math.cos(t)-5*Math.cos(2*t)-2*Math.cos(3*t)-Math.cos(4*t))/10+.2],0,2*Math.PI,240)]}function Zs(){return[bn(-.5,-.25,1,1.1,
0,Math.PI),bn(.5,.25,1,1.1,Math.PI,2*Math.PI)]}function Qs(){return[xn(t=>[.17*t*Math.cos(t),.17*t*Math.sin(t)],1,3.2*Math.PI,240)]}function zs(){let t=e=>[[[e,
.15],[e,1.65]],bn(e,.9,1.1,.75,-Math.PI/2,Math.PI/2)];return[...t(-1.5),...t(.4),[[-.95,-1.65],[-.95,-.15]],[[.4,-1.65],[.4,-.15],[.95,-1.1],[1.5,-.15],[1.5,-1.65]]]}
function ea(t,e){let o=new Float32Array(2*t);for(let n=0;n<t;n+=1){let r=2*Math.PI*$e(e,3*n),s=.55*Math.sqrt($e(e,3*n+1)),a=$e(e,3*n+2)<.5?-1:1;o[2*n]=a+s*Math.
cos(r),o[2*n+1]=.6*a+s*Math.sin(r)}return o}function vn(t,e,o,n=.03){let r=t.flatMap(u=>u.length>1?u.slice(1).map((c,f)=>[u[f],c]):[[u[0],u[0]]]),s=0,a=r.map(([
[u,c],[f,d]])=>s+=Math.hypot(f-u,d-c)+1e-6),i=Q(o,2*e),l=new Float32Array(2*e);for(let u=0;u<e;u+=1){let c=s*$e(o,2*e+u),f=a.findIndex(x=>c<=x),[[d,m],[h,v]]=r[f],
w=(a[f]-c)/(a[f]-(a[f-1]??0));l[2*u]=h+w*(d-h)+n*i[2*u],l[2*u+1]=v+w*(m-v)+n*i[2*u+1]}return l}function fr(t,e,o,n,r){let s=0,a=Array.from(t,l=>s+=l),i=new Float32Array(
2*o);for(let l=0;l<o;l+=1){let u=s*$e(n,3*l),c=a.findIndex(m=>u<=m),f=c%e+$e(n,3*l+1),d=Math.floor(c/e)+$e(n,3*l+2);i[2*l]=r*(2*f/e-1),i[2*l+1]=r*(1-2*d/e)}return i}
var dr={heart:Js,moons:Zs,spiral:Qs,letters:zs},vc=[...Object.keys(dr),"discs"];function mr(t,e,o){return t==="discs"?ea(e,o):vn(dr[t](),e,o)}function hr(t,e,o){
let n=0;for(let r=0;r<t.length;r+=2)for(let s=0;s<e.length;s+=2){let[a,i]=[t[r]-e[s],t[r+1]-e[s+1]];if(a*a+i*i<=o*o){n+=1;break}}return 2*n/t.length}var pr=`(()=>{var ge={noise:({signal:e,noise:o})=>e/o,image:()=>1,velocity:({noise:e})=>1/e,flow:({signal:e,noise:o})=>1+e/o};function te(e,o,n,t,r){let s=e.len\
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
`;var na={noise:({signal:t,noise:e})=>t/e,image:()=>1,velocity:({noise:t})=>1/t,flow:({signal:t,noise:e})=>1+t/e};function gr(t,e,o,n,r){let s=t.length/2,a=new Float64Array(
s),i=[0,1].map(d=>Array.from(a.keys()).sort((m,h)=>t[2*m+d]-t[2*h+d]));function l(d,m,{signal:h,noise:v}){let w=1/0;for(let g=0;g<s;g+=1){let[A,k]=[d-h*t[2*g],m-
h*t[2*g+1]];a[g]=(A*A+k*k)/(2*v*v),w=Math.min(w,a[g])}let x=0;for(let g=0;g<s;g+=1)x+=a[g]=Math.exp(w-a[g]);return x}let u=(d,m)=>a.reduce((h,v,w)=>h+v*t[2*w+d],
0)/m,c=(d,m)=>{let h=0,v=i[d].find(w=>(h+=a[w])>=m/2);return t[2*v+d]},f=0;return r.times.forEach((d,m)=>{let h=e.rates(d),v=[0,1].map(x=>h.signal*r.images[2*m+
x]+h.noise*r.noise[2*m+x]),w=l(...v,h);for(let x of[0,1]){let g=n==="mse"?u(x,w):c(x,w),A=na[o](h)*(g-r.images[2*m+x]);f+=n==="mse"?A*A:Math.abs(A)}}),f/(2*r.times.
length)}function wr(t,{beta1:e=.9,beta2:o=.999,epsilon:n=1e-8}={}){let[r,s]=[new Float64Array(t),new Float64Array(t)],a=0;return{step(i,l,u){a+=1;let c=u/(1-e**a),f=1/Math.
sqrt(1-o**a);for(let d=0;d<t;d+=1){let m=l[d];r[d]+=(1-e)*(m-r[d]),s[d]+=(1-o)*(m*m-s[d]),i[d]-=c*r[d]/(Math.sqrt(s[d])*f+n)}}}}function yr(t,e){let o=t.slice(),
n=0;return{parameters:o,update(r){let s=Math.min(e,(1+n)/(10+n));n+=1;for(let a=0;a<o.length;a+=1)o[a]+=(1-s)*(r[a]-o[a])}}}function ut(t,e=null){let o=t.slice(1).map((l,u)=>({inputs:t[u],outputs:l})),n=o.reduce((l,{inputs:u,outputs:c})=>l+(u+1)*c,0),r=e??new Float64Array(n),s=0,a=l=>r.
subarray(s,s+=l),i=o.map(({inputs:l,outputs:u})=>({inputs:l,outputs:u,weight:a(l*u),bias:a(u)}));return{widths:t,layers:i,parameters:r}}function br(t){return t.
map(e=>{let[o,n,r]=[0,1,2].map(()=>new Float64Array(64*e));return{width:e,values:o,slopes:n,errors:r}})}function kn(t,e,o,n,r=null,s=null){let[a,i]=[e[0],e[e.length-
1]],l=o.length/a.width;for(let u=0;u<l;u+=64){let c=Math.min(64,l-u);a.values.set(o.subarray(u*a.width,(u+c)*a.width)),oa(t,e,c),n.set(i.values.subarray(0,c*i.width),
u*i.width),s&&(s(u,c,i.values,i.errors),sa(t,r,e,c))}return n}function oa({layers:t},e,o){t.forEach(({inputs:n,outputs:r,weight:s,bias:a},i)=>{let[l,u]=[e[i],e[i+
1]];aa(u.values,a,o),Mn(u.values,o,r,n,l.values,n,1,s,n,1),i<t.length-1&&ra(u.values,u.slopes,o*r)})}function ra(t,e,o){for(let n=0;n<o;n+=1){let r=t[n],s=1/(1+
Math.exp(-r));t[n]=r*s,e[n]=s*(1+r*(1-s))}}function sa({layers:t},e,o,n){for(let r=t.length-1;r>=0;r-=1){let{inputs:s,outputs:a,weight:i}=t[r],[l,u]=[o[r],o[r+1]],
c=e.layers[r];if(Mn(c.weight,a,s,n,u.errors,1,a,l.values,1,s),ia(c.bias,u.errors,n),r===0)return;l.errors.fill(0,0,n*s),Mn(l.errors,n,s,a,u.errors,a,1,i,1,s),la(
l.errors,l.slopes,n*s)}}function aa(t,e,o){for(let n=0,r=0;n<o;n+=1)for(let s=0;s<e.length;s+=1,r+=1)t[r]=e[s]}function ia(t,e,o){for(let n=0,r=0;n<o;n+=1)for(let s=0;s<
t.length;s+=1,r+=1)t[s]+=e[r]}function la(t,e,o){for(let n=0;n<o;n+=1)t[n]*=e[n]}function Mn(t,e,o,n,r,s,a,i,l,u){let c=e-e%4,f=o-o%4;for(let d=0;d<c;d+=4)for(let m=0;m<
f;m+=4){let h=0,v=0,w=0,x=0,g=0,A=0,k=0,C=0,y=0,F=0,M=0,$=0,E=0,I=0,O=0,_=0,T=d*s,N=m*l;for(let S=0;S<n;S+=1){let L=i[N],U=i[N+l],W=i[N+2*l],H=i[N+3*l],R=r[T],q=r[T+
s],B=r[T+2*s],V=r[T+3*s];h+=R*L,v+=R*U,w+=R*W,x+=R*H,g+=q*L,A+=q*U,k+=q*W,C+=q*H,y+=B*L,F+=B*U,M+=B*W,$+=B*H,E+=V*L,I+=V*U,O+=V*W,_+=V*H,T+=a,N+=u}let p=d*o+m;t[p]+=
h,t[p+1]+=v,t[p+2]+=w,t[p+3]+=x,p+=o,t[p]+=g,t[p+1]+=A,t[p+2]+=k,t[p+3]+=C,p+=o,t[p]+=y,t[p+1]+=F,t[p+2]+=M,t[p+3]+=$,p+=o,t[p]+=E,t[p+1]+=I,t[p+2]+=O,t[p+3]+=_}
for(let d=0;d<e;d+=1)for(let m=d<c?f:0;m<o;m+=1){let h=0;for(let v=0;v<n;v+=1)h+=r[d*s+v*a]*i[m*l+v*u];t[d*o+m]+=h}}var Tt={dim:14,lowest:.25,highest:32},je=[2+Tt.dim,64,64,64,2],De=256,ca=.995,ua={noise:(t,e)=>e,image:t=>t,velocity:(t,e,{signal:o,noise:n})=>o*e-n*t,flow:(t,e)=>e-
t},fa={mse:{error:t=>t*t,slope:t=>2*t},mae:{error:Math.abs,slope:Math.sign}};function Nt(t){let e=t.length/2,o=[0,0];t.forEach((r,s)=>{o[s%2]+=r/e});let n=t.reduce(
(r,s,a)=>r+(s-o[a%2])**2,0);return{mean:o,spread:Math.sqrt(n/t.length)||1}}function $n(t,{mean:e,spread:o}){return t.map((n,r)=>(n-e[r%2])/o)}function Ct(t,{mean:e,
spread:o}){return t.map((n,r)=>n*o+e[r%2])}function da(t){let e=ut(je),o=0;for(let{inputs:n,weight:r,bias:s}of e.layers.slice(0,-1))for(let a of[r,s])for(let i=0;i<
a.length;i+=1)a[i]=(2*$e(t,o)-1)/Math.sqrt(n),o+=1;return e.parameters}function xr(t,e){let{kind:o,options:n}=e.schedule,r=Ae(o,n),s=Mt(e.target),a=ua[e.target],
{error:i,slope:l}=fa[e.loss],c=St(Tt.dim,Tt.lowest,Tt.highest).map($=>Math.fround(2*Math.PI*$)),f=ut(je,e.parameters??da(e.seed)),d=ut(je),m=wr(f.parameters.length),
h=yr(f.parameters,ca),v=ut(je,h.parameters),w=br(je),x=Nt(t),g=$n(t,x),A=0;function k($,E,I,O,_){let T=E*je[0];$[T]=I,$[T+1]=O;for(let N=0;N<c.length;N+=1){let p=Math.
fround(Math.fround(_)*c[N]);$[T+2+N]=Math.sin(p),$[T+2+c.length+N]=Math.cos(p)}}function C($){let E=$.times.length,I=new Float64Array(E*je[0]),O=new Float64Array(
2*E);for(let T=0;T<E;T+=1){let N=r.rates($.times[T]),[p,S]=[2*T,2*T+1];k(I,T,N.signal*$.images[p]+N.noise*$.noise[p],N.signal*$.images[S]+N.noise*$.noise[S],N.noise**
2),O[p]=a($.images[p],$.noise[p],N),O[S]=a($.images[S],$.noise[S],N)}let _=0;return d.parameters.fill(0),kn(f,w,I,new Float64Array(2*E),d,(T,N,p,S)=>{for(let L=0;L<
2*N;L+=1){let U=p[L]-O[2*T+L];_+=i(U)/(2*E),S[L]=l(U)/(2*E)}}),_}function y($){let E=Qe(e.seed,$+65536),I=g.length/2,O={images:new Float64Array(2*De),noise:Q(E,
2*De),times:new Float64Array(De)};for(let _=0;_<De;_+=1){let T=2*Math.floor(I*$e(E,4*De+_));O.images[2*_]=g[T],O.images[2*_+1]=g[T+1],O.times[_]=$e(E,5*De+_)}return O}
function F($,E,I){let O=E.length/2,_=new Float64Array(O*je[0]);for(let N=0;N<O;N+=1)k(_,N,E[2*N],E[2*N+1],I.noise**2);let T=kn($,w,_,new Float64Array(E.length));
return s(T,E,I)}let M=$=>$?v:f;return{network:f,gradient:d,average:h,drawBatch:y,lossAndGradient:C,get steps(){return A},step($=e.rate){let E=C(y(A));return Number.
isFinite(E)&&(m.step(f.parameters,d.parameters,$),h.update(f.parameters),A+=1),E},learnFrom($){x=Nt($),g=$n($,x)},best(){return Array.from({length:12},(I,O)=>gr(
g,r,e.target,e.loss,{...y(1e6+O),times:Float64Array.from({length:De},(_,T)=>(T+(O+.5)/12)/De)})).reduce((I,O)=>I+O,0)/12},sample({count:$,steps:E=20,seed:I=1,smooth:O=!0}){
let _=Ie(E),T=Float64Array.from(Q(I,2*$)),N=T;for(let p=0;p<E;p+=1){let[S,L]=[r.rates(_[p]),r.rates(_[p+1])];({image:N,noisy:T}=kt(T,F(M(O),T,S),S,L))}return Ct(
N,x)},guess($,{t:E,smooth:I=!0}){let O=r.rates(E),_=$n($,x),T=F(M(I),_,O),N=_.map((p,S)=>(p-O.noise*T[S])/O.signal);return Ct(N,x)}}}var vr=100,ma=.25,ha=3e4;function Mr(t,{slice:e=50,later:o=n=>setTimeout(n,0)}={}){let n=null,r={},s={},a=0,i=!1,l=!1,u=!0,c=[],f=0,d=0,m=0,h=0,v=0,w={},x=()=>!u||
n.steps>=ha;function g(y,F=1/0){let M=performance.now(),$=0;for(;$<F&&u&&performance.now()<y;){let E=n.step(s.rate);c.push(E),u=Number.isFinite(E),$+=1}f+=performance.
now()-M,d+=$,x()&&(i=!1)}function A({samples:y=!1,arrows:F=y}={}){let M={...w,begun:a,steps:n.steps,finite:u,ended:x(),losses:Float32Array.from(c),rate:f>0?1e3*
d/f:0},{count:$,length:E,seed:I,places:O,t:_}=r,T=s.average;if(F&&(M.arrows=n.guess(O,{t:_,smooth:T})),y&&n.steps>0){let N=performance.now();M.samples=n.sample(
{count:$,steps:E,seed:I,smooth:T}),m=performance.now(),h=m-N}[c,w]=[[],{}],f>2e3&&([f,d]=[f/2,d/2]),t(M),v=performance.now()}function k(){if(l=!1,!i)return;g(performance.
now()+e);let y=performance.now(),F=!i||y-m>Math.max(2*vr,h/ma);(F||y-v>vr)&&A({samples:F,arrows:!0}),C()}function C(){!i||l||(l=!0,o(k))}return{begin(y){({number:a,
settings:s,view:r}=y),n=xr(y.points,s),[i,u,c,f,d]=[!1,!0,[],0,0],w={best:n.best()},A({samples:!0})},learnFrom({points:y}){n.learnFrom(y),w={best:n.best()},i||A(
{samples:!0})},change(y){s={...s,...y},i||A({samples:!0})},look(y){r={...r,...y},A({arrows:!0,samples:!("t"in y)})},run({on:y}){i=y&&!x(),i||A({samples:!0}),C()},
step({count:y=1}){g(1/0,y),A({samples:!0})}}}function kr(t,e){let o=null,n=null,r=!1,s=[],a=()=>{n=Mr(t,{slice:12});for(let{order:i,...l}of s.splice(0))n[i](l)};try{o=e(),o.onmessage=({data:i})=>{r=!0,s.length=
0,i.ready||t(i)},o.onerror=i=>{if(i.preventDefault?.(),r)throw new Error(i.message);a()}}catch{a()}return{get inWorker(){return n===null},ask(i,l={}){return n?n[i](
l):(r||s.push({order:i,...l}),o.postMessage({order:i,...l}))}}}var It=2.2,$r=1.9,Lt=600,Sr=400,pa=.15,ga=1e3,Ar=[["heart","Heart"],["moons","Two moons"],["spiral","Spiral"],["discs","Two discs"],["letters","DDIM"],["picture",
"A painted flower"],["drawing","What I draw"]],Fr={cosine:{name:"Cosine",kind:"cosine",options:{max_signal_rate:.999}},short:{name:"Cosine, ends as for pictures",
kind:"cosine",options:{}},linear:{name:"Linear β",kind:"linear",options:{}},log_snr:{name:"Straight log-SNR",kind:"log_snr",options:{start:6,end:-6}},rectified_flow:{
name:"Rectified flow",kind:"rectified_flow",options:{}}},wa=[["noise","Noise"],["image","Image"],["velocity","Velocity"],["flow","Flow (noise − image)"]],ya=[
["mse","Squared (MSE)"],["mae","Absolute (MAE)"]],Er=Float64Array.from({length:450},(t,e)=>{let o=e>>1;return It*(2*((e%2?Math.floor(o/15):o%15)+.5)/15-1)});function ba(){
return new Worker(URL.createObjectURL(new Blob([pr],{type:"text/javascript"})))}function Tr(t,e,o){let n={schedule:"cosine",target:"noise",loss:"mse",power:-2,average:!0,
seed:e.seed},r={size:e.picture.size,ink:se(e.picture.ink)},s=xa(e.picture),a=[],i=new Float32Array(0),l=null,u=0,c=!1,f=!1,d={steps:0,finite:!0,rate:0},m=[],h=null,
v=null,w=0,x=null,g=te({label:"Points",options:Ar,value:e.shape,onChange:q}),A=re({label:"Clear",onClick:()=>{g.value="drawing"}}),k=re({label:"Train",onClick:()=>f?
Ee():me()}),C=re({label:"One step",onClick:()=>{xe()&&z("step")}}),y=re({label:"Start again",onClick:Ne}),F=Y({label:"Learning rate",min:-4,max:0,step:.5,value:n.
power,format:P=>String(Number((10**P).toPrecision(1))),onInput(P){n.power=P,c&&z("change",{rate:10**P})}}),M=He({label:"Average the weights",value:!0,onChange(P){
n.average=P,c&&z("change",{average:P})}}),$=P=>oe=>{n[P]=oe,Ne()},E=te({label:"Schedule",value:n.schedule,options:Object.entries(Fr).map(([P,{name:oe}])=>[P,oe]),
onChange:$("schedule")}),I=te({label:"The network predicts",value:n.target,options:wa,onChange:$("target")}),O=te({label:"Error",value:n.loss,options:ya,onChange:$(
"loss")}),_=Y({label:"Seed",min:0,max:50,step:1,value:n.seed,onInput(P){n.seed=P,B(g.value),Ne()}}),T=Y({label:"Noise level of the arrows",min:0,max:1,step:.02,
value:.5,format:P=>`t = ${P.toFixed(2)}`,onInput(P){c&&z("look",{t:P})}}),N=Y({label:"Steps of DDIM",min:1,max:50,step:1,value:20,onInput(P){c&&z("look",{length:P})}}),
p=Te({label:"Your points",reach:It,draw:we,onPress:ie}),S=cr(o,p,{reach:It,onPoint:j,onBack:G}),L=Te({label:"Samples",reach:It,draw:D}),U=b("span",{class:"ff-ti\
tle"},"Noise"),W=fe({label:"Loss over the steps",title:"Loss",x:[0,200],...gn([]),height:150,xLabel:"steps",formatY:wn}),H=K(),R=(P,oe,...Le)=>b("div",{},P,oe.element,
...Le);t.append(J(g,A,k,C,y),b("div",{class:"ff-columns ff-two"},R(b("span",{class:"ff-title"},"Your points: draw here"),p,S.hint),R(U,L)),H.element,S.element,b(
"div",{class:"ff-gap"},W.element,ge([["iris","Loss"],["muted","The least that any network can reach on these points",!0]])),b("div",{class:"ff-controls ff-gap"},
F.element,M.element,...e.simple?[]:[E,I,O,T,N,_].map(P=>P.element)));function q(P){P==="drawing"&&(a=[]),B(P)}function B(P){P==="drawing"?i=a.length?vn(a,Lt,n.seed):
new Float32Array(0):P==="picture"?i=fr(r.ink,r.size,Lt,n.seed,$r):i=mr(P,Lt,n.seed),k.disabled=C.disabled=i.length===0,p.canvas.setAttribute("aria-label",i.length?
`${i.length/2} points to learn: ${Ar.find(([oe])=>oe===P)[1]}`:"An empty board to draw on"),ee(),p.redraw(),L.redraw(),Me()}let V=0;function ee(){!c||V||(V=setTimeout(
()=>{V=0,c&&i.length&&z("learnFrom",{points:i}),c&&f&&z("run",{on:i.length>0})},300))}function we(P){g.value==="picture"&&P.picture(s,$r,.35),P.dots(i,ue(o,"sig\
nal"),2.4),v&&P.arrows(Er,v,ue(o,"noise")),S.draw(P),!i.length&&(P.context.fillStyle=ue(o,"muted"),P.context.textAlign="center",P.context.font=`14px ${getComputedStyle(
o).fontFamily}`,P.context.fillText("Draw here",P.width/2,P.width/2))}function D(P){P.dots(i,ue(o,"muted"),2,.35),P.dots(h??Z(),ue(o,"petal"),2.6)}function Z(){let P=Float64Array.
from(Q(1,2*Sr));return i.length?Ct(P,Nt(i)):P}function ie(P,oe){if(oe)g.value!=="drawing"&&(g.value="drawing"),a.push([P]);else{let Le=a[a.length-1],ft=Le[Le.length-
1];if(Math.hypot(P[0]-ft[0],P[1]-ft[1])<.04)return;Le.push(P)}B("drawing")}function j(P,oe){return oe&&g.value==="drawing"&&a.length?(a[a.length-1].push(P),B("d\
rawing"),"A line to here."):(ie(P,!0),`A point. ${ne(a.length)} on the board.`)}function G(){return g.value!=="drawing"||!a.length?"There is nothing of yours to\
 take back.":(a.pop(),B("drawing"),`Taken back. ${ne(a.length)} on the board.`)}function ne(P){return P===1?"1 stroke":`${P||"No"} strokes`}function z(P,oe={}){
l.ask(P,oe)}function xe(){return i.length?(l??=kr(Ce,ba),c||le(),!0):!1}function le(){let{kind:P,options:oe}=Fr[n.schedule];u+=1,c=!0,z("begin",{number:u,points:i,
settings:{schedule:{kind:P,options:oe},target:n.target,loss:n.loss,rate:10**n.power,average:n.average,seed:n.seed},view:{count:Sr,length:N.value,seed:1,places:Er,
t:T.value}})}function me(){xe()&&(f=!0,ve(),z("run",{on:!0}))}function Ee(){f=!1,ve(),z("run",{on:!1})}function Ne(){m=[],[h,v,x]=[null,null,null],d={steps:0,finite:!0,
rate:0},c=!1,l&&xe()&&f&&z("run",{on:!0}),pe()}function Ce(P){if(P.begun===u){d=P,P.ended&&(f=!1);for(let oe of P.losses)m.push(oe);x=P.best??x,P.samples&&(h=P.
samples),P.arrows&&(v=P.arrows),Ue()}}let be=0,We=0;function Ue(){if(We)return;let P=Pt()&&f?ga-(performance.now()-be):0;We=setTimeout(()=>{We=0,be=performance.
now(),pe()},Math.max(0,P))}function pe(){w=h&&i.length?hr(h,i,pa):0,U.textContent=h?"Samples":"Noise, where samples start",p.redraw(),L.redraw();let P=ur(m),oe=x>
0?Math.log10(x):null,Le=Math.max(100,m.length);W.limits({x:[0,Le],...gn(oe===null?P:[...P,[0,oe]])}),W.update({lines:[...oe===null?[]:[{points:[[0,oe],[Le,oe]],
colour:"muted",dash:!0}],...P.length>1?[{points:P,colour:"iris"}]:[]],marks:P.length===1?[{x:P[0][0],y:P[0][1],colour:"iris"}]:[]}),ve(),Me()}function ve(){k.textContent=
f?"Pause":"Train",o.dataset.state=f?"training":d.finite?"resting":"broken",o.dataset.steps=d.steps,o.dataset.rate=Math.round(d.rate),o.dataset.loss=yn(m).toFixed(
4),o.dataset.near=w.toFixed(3)}function Me(){if(!i.length)return H.say("The board is empty. Draw on it, or choose points.");if(!m.length)return H.say(`${Lt} poi\
nts to learn. Press Train.`);let P=yn(m),oe=l.inWorker?"":", without a worker",Le=d.rate?` ${Math.round(d.rate)} steps a second here${oe}.`:"";if(!d.finite)return H.
say(`Step ${d.steps}: the loss is no longer a number. The learning rate is too high; take a smaller one and start again.`);let ft=P>1.5*m[0]?" That is more than\
 at the start: the learning rate is too high.":"";return H.say(`Step ${d.steps.toLocaleString("en")}. Loss ${wn(Math.log10(P),3)}.${ft} ${Math.round(100*w)} % o\
f the samples lie on your points.${Le}`)}typeof IntersectionObserver=="function"&&new IntersectionObserver(P=>{let oe=P[P.length-1].isIntersecting;c&&f&&z("run",
{on:oe&&i.length>0})}).observe(o),B(e.shape),p.follow(),L.follow(),pe(),Xe(o,()=>{p.redraw(),L.redraw()})}function xa({size:t,colours:e}){let o=b("canvas",{width:t,
height:t}),n=o.getContext("2d"),r=n.createImageData(t,t);se(e).forEach((s,a)=>{r.data[4*Math.floor(a/3)+a%3]=s});for(let s=3;s<r.data.length;s+=4)r.data[s]=255;
return n.putImageData(r,0,0),o}function Cr(t,e){let{blocks:o}=e,n=Math.max(...o.map(d=>d.parameters)),r=o.map((d,m)=>{let h=Nr(d,1)[0],v=Math.sqrt(d.parameters/n),w=b("button",{type:"button",
class:"ff-block","aria-pressed":"false","aria-label":`${d.title}, ${d.shape}, ${d.parameters} parameters`},h,b("i",{style:`width:${(100*v).toFixed(0)}%`}));return w.
addEventListener("focus",()=>f(m)),w.addEventListener("pointerenter",()=>f(m)),w.addEventListener("click",()=>f(m)),w.addEventListener("keydown",x=>{let g={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[x.key];g&&(x.preventDefault(),r[Math.min(Math.max(m+g,0),o.length-1)].focus())}),w}),s=Math.max(...o.map(d=>d.level))+1,a=b(
"div",{class:"ff-unet",role:"group","aria-label":"Blocks"});for(let d=0;d<s;d+=1){let m=w=>r.filter((x,g)=>o[g].level===d&&o[g].side===w),h=e.sizes[d],v=`margin\
-inline:${(30*d/(s-1)).toFixed(1)}%`;a.append(b("div",{class:"ff-unet-row",style:v},b("div",{class:"ff-unet-side"},...m("down")),...m("middle").length?[b("div",
{class:"ff-unet-side"},...m("middle")),b("span",{class:"ff-unet-size"},`${h} × ${h}`)]:[b("span",{class:"ff-unet-skip"},b("span",{class:"ff-unet-size"},`${h} ×\
 ${h}`))],b("div",{class:"ff-unet-side"},...m("up"))))}let i=b("span",{class:"ff-title"}),l=b("dl",{class:"ff-facts"}),u=b("div",{class:"ff-maps",role:"img"}),c=K();
t.append(a,b("div",{class:"ff-unet-detail"},i,l,u),c.element);function f(d){let m=o[d];r.forEach((h,v)=>{h.setAttribute("aria-pressed",String(v===d)),h.classList.
toggle("ff-partner",v!==d&&va(o[v],m))}),i.textContent=m.kind?`${m.title}: ${m.kind}`:m.title,l.replaceChildren(...m.facts.map(([h,v])=>b("div",{},b("dt",{},h),
b("dd",{},v)))),u.replaceChildren(...Nr(m,m.count)),u.setAttribute("aria-label",m.shown),c.say(m.sentence)}f(Math.min(e.selected,o.length-1))}function va(t,e){return t.
skip===e.name||e.skip===t.name}function Ma(t,e){return Float64Array.from({length:e},(o,n)=>((n%2?t[n>>1]&15:t[n>>1]>>4)-7)/7)}function Nr(t,e){let[o,n]=t.size,r=se(
t.maps),s=o*n,a=t.colour?null:Ma(r,s*t.count);return Array.from({length:Math.min(e,t.count)},(i,l)=>{let u=X({label:"",width:o,height:n});return u.draw(t.colour?
r:at(a.subarray(l*s,(l+1)*s))),u.canvas.removeAttribute("role"),u.canvas.removeAttribute("aria-label"),u.canvas.setAttribute("aria-hidden","true"),u.canvas})}var Sn=["leaf","iris"];function Lr(t,e,o){let{side:n,epochs:r,curves:s}=e,a=s.flatMap(({points:v})=>v),[i,l]=[Math.min(...a.map(([v])=>v)),Math.max(...a.map(([v])=>v))],
u=null,c=Y({label:"Epoch",min:i,max:l,step:1,value:l,onInput:h}),f=fe({label:"Errors over the epochs",title:"Errors",x:[i,Math.max(l,i+1)],y:ka(s),height:190,xLabel:"\
epoch",onPoint:v=>{c.value=Math.round(v)}}),d=X({label:"Samples",title:"Samples",width:n,height:n}),m=K();t.append(J(c,Fe(o,c,{seconds:8})),b("div",{class:"ff-c\
olumns ff-two"},b("div",{},f.element,ge(s.map(({name:v},w)=>[Sn[w],v]))),d.element),m.element);function h(){let v=c.value;f.update({lines:s.map(({points:x},g)=>({
points:x,colour:Sn[g]})).filter(({points:x})=>x.length>1),marks:[{x:v,colour:"muted"},...s.flatMap(({points:x},g)=>{let A=An(x,v,([k])=>k);return A?[{x:A[0],y:A[1],
colour:Sn[g]}]:[]})]});let w=An(r,v,x=>x)??r[0];u&&d.draw(ce(u,r.indexOf(w)*n,0,n,n)),d.heading.textContent=`Samples after epoch ${w}`,d.describe(`Sixteen sampl\
es after epoch ${w}`),m.say(`Epoch ${v}. ${s.map(({name:x,points:g})=>{let A=An(g,v,([k])=>k);return A?`${x}: ${A[1].toFixed(3)}`:""}).filter(Boolean).join("; ")}\
.`)}h(),ae(de(o)).then(v=>{u=v,o.dataset.state="ready",h()})}function ka(t){let e=t.flatMap(({points:s})=>s.map(([,a])=>a)),[o,n]=[Math.min(...e),Math.max(...e)],
r=.05*(n-o)||.01;return[o-r,n+r]}function An(t,e,o){return t.filter(n=>o(n)<=e).at(-1)}Fn({dissolve:Bn,draw_a_schedule:lo,embedding_explorer:uo,every_flower:fo,field:wo,film:Mo,first_flowers:ko,grow:So,guess_the_flower:Po,latent:Ho,lie:po,noise_maps:Ko,
particles:er,race:nr,reverse:or,sample_size:ir,train:Tr,unet_map:Cr,watch:Lr});})();
