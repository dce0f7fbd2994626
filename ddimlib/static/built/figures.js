/* Made by book/bundle_figures.py from ddimlib/static/ (28248a25261c09c2). */
(()=>{function ze(t){let e=".ff-figure[data-figure]:not([data-started], [data-failed])",n=()=>{for(let r of document.querySelectorAll(e))document.readyState==="loadin\
g"&&!r.nextSibling||Rt(r,t[r.dataset.figure])};if(n(),document.readyState!=="loading")return;let o=new MutationObserver(n);o.observe(document,{childList:!0,subtree:!0}),
document.addEventListener("DOMContentLoaded",()=>{o.disconnect(),n()})}function Rt(t,e){let n=t.querySelector(":scope > script[type='application/json']");if(!e||
!n)return;let o=t.querySelector(".ff-live");t.dataset.started="";try{e(o,JSON.parse(n.textContent),t)}catch(r){delete t.dataset.started,t.dataset.failed="",o.replaceChildren(),
console.error(r)}}function b(t,e={},...n){let o=document.createElement(t);for(let[r,a]of Object.entries(e))a!=null&&a!==!1&&o.setAttribute(r,a===!0?"":a);return o.
append(...n),o}function W(...t){return b("div",{class:"ff-controls"},...t.map(e=>e.element??e))}function O({label:t,min:e,max:n,step:o,value:r,format:a=String,onInput:s}){
let i=b("span",{class:"ff-value","aria-hidden":"true"}),l=b("input",{type:"range",min:e,max:n,step:o}),m=()=>{let g=a(Number(l.value));i.textContent=g,l.setAttribute(
"aria-valuetext",g);let x=(Number(l.value)-l.min)/(l.max-l.min||1);l.style.setProperty("--ff-filled",`${(100*x).toFixed(1)}%`)},u=b("span",{class:"ff-label"},t),
d=b("label",{class:"ff-slider"},b("span",{class:"ff-row"},u,i),l);return l.value=r,m(),l.addEventListener("input",()=>{m(),s(Number(l.value))}),{element:d,input:l,
get value(){return Number(l.value)},set value(g){l.value=g,m(),s(Number(l.value))},limits(g,x,w){Object.assign(l,{min:g,max:x}),l.value=w,m()},rename(g){u.textContent=
g}}}function K({label:t,options:e,value:n,onChange:o}){let r=b("select",{},...e.map(([s,i])=>b("option",{value:s},i)));return r.value=n,r.addEventListener("chan\
ge",()=>o(r.value)),{element:b("label",{class:"ff-choice"},b("span",{class:"ff-label"},t),r),input:r,get value(){return r.value},set value(s){r.value=s,o(r.value)}}}
function qe({label:t,value:e=!1,onChange:n}){let o=b("input",{type:"checkbox"});return o.checked=e,o.addEventListener("change",()=>n(o.checked)),{element:b("lab\
el",{class:"ff-toggle"},o,b("span",{},t)),input:o,get value(){return o.checked}}}function Ne({label:t,onClick:e}){let n=b("button",{type:"button",class:"ff-butt\
on"},t);return n.addEventListener("click",e),n}function It(){return window.matchMedia("(prefers-reduced-motion: reduce)").matches}function _t(t,e,n=()=>{}){let o=0,
r=!1,a=!0,s=null,i=u=>{let d=s===null?0:Math.min((u-s)/1e3,.1);if(s=u,o=0,!t.isConnected||e(d)===!1)return m.pause();l()},l=()=>{r&&a&&!o&&(o=requestAnimationFrame(
i))},m={get playing(){return r},play(){r=!0,s=null,n(!0),l()},pause(){r=!1,cancelAnimationFrame(o),o=0,n(!1)}};return typeof IntersectionObserver=="function"&&new IntersectionObserver(
u=>{a=u[u.length-1].isIntersecting,s=null,l()}).observe(t),m}function le(t,e,{label:n="Play",seconds:o=6}={}){let r=()=>Number(e.input.min),a=()=>Number(e.input.
max),s=0,i=0,l=Ne({label:n,onClick:()=>{if(m.playing)return m.pause();s=e.value>=a()?r():e.value,i=0,m.play()}}),m=_t(t,u=>{let d=a()-r();if(It()){if(i+=u,i<o/8)
return!0;s+=d/8,i=0}else s+=d*u/o;return e.value=Math.min(s,a()),s<a()},u=>{l.textContent=u?"Pause":n});return e.input.addEventListener("pointerdown",()=>m.pause()),
e.input.addEventListener("keydown",()=>m.pause()),l}function G(){let t=b("p",{class:"ff-readout"}),e=b("p",{class:"ff-hidden","aria-live":"polite"}),n=0;return{
element:b("div",{},t,e),say(o){let r=t.textContent==="";t.textContent=o,clearTimeout(n),r||(n=setTimeout(()=>{e.textContent=o},500))}}}function U({label:t,title:e="",
width:n,height:o}){let r=b("canvas",{width:n,height:o,role:"img","aria-label":t}),a=r.getContext("2d"),s=a.createImageData(n,o);s.data.fill(255);let i=b("span",
{class:"ff-title"},e);return{element:b("div",{class:"ff-picture"},...e?[i]:[],r),canvas:r,heading:i,draw(l){let m=l.length===n*o;for(let u=0;u<n*o;u+=1)for(let d=0;d<
3;d+=1)s.data[4*u+d]=m?l[u]:l[3*u+d];a.putImageData(s,0,0)},describe(l){r.setAttribute("aria-label",l)}}}function et(t,e){let n=new MutationObserver(e),o=["data\
-theme","data-jp-theme-light","theme","class"];n.observe(document.documentElement,{attributes:!0,attributeFilter:o}),n.observe(document.body,{attributes:!0,attributeFilter:o}),
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change",e)}function fe(t,e){return getComputedStyle(t).getPropertyValue(`--ff-${e}`).trim()}
function Pe(t,e){let n=0,o=()=>{let r=Math.round(t.clientWidth);r>0&&r!==n&&e(n=r)};o(),new ResizeObserver(o).observe(t)}function oe(t){return Uint8Array.from(atob(
t),e=>e.charCodeAt(0))}var Bt="http://www.w3.org/2000/svg";function te(t,e,n=""){let o=document.createElementNS(Bt,t);for(let[r,a]of Object.entries(e))o.setAttribute(r,a);return n&&(o.
textContent=n),o}function tt(t,e,n=5){let o=(e-t)/n,r=10**Math.floor(Math.log10(o)),a=[1,2,5,10].map(i=>i*r).find(i=>i>=o*.999),s=[];for(let i=Math.ceil(t/a-1e-9);i*
a<=e+1e-9*a;i+=1)s.push(Number((i*a).toPrecision(12)));return s}function nt(t){return String(t).replace("-","−")}function se({label:t,title:e="",x:n,y:o,xLabel:r="",
yLabel:a="",height:s=170,xTicks:i=null,yTicks:l=null,formatX:m=nt,formatY:u=nt,onPoint:d=null,onHandle:g=null}){let x=b("div",{class:"ff-chart"}),w=te("svg",{role:"\
img","aria-label":t,height:s}),v={left:44,right:12,top:8,bottom:r?38:24},A={x:n,y:o},F=300,y={lines:[],marks:[],areas:[]},S=f=>v.left+(f-A.x[0])/(A.x[1]-A.x[0])*
(F-v.left-v.right),c=f=>s-v.bottom-(f-A.y[0])/(A.y[1]-A.y[0])*(s-v.top-v.bottom),p=f=>Math.min(Math.max(f,A.y[0]),A.y[1]),$=f=>f.map(([k,R],I)=>`${I?"L":"M"}${S(
k).toFixed(1)} ${c(p(R)).toFixed(1)}`).join("");function h(){let f=s-v.bottom;for(let k of l??tt(...A.y,4))w.append(te("line",{class:"ff-grid",x1:v.left,x2:F-v.
right,y1:c(k),y2:c(k)}),te("text",{class:"ff-tick",x:v.left-(g?13:6),y:c(k)+4,"text-anchor":"end"},u(k)));for(let k of i??tt(...A.x,F<260?3:5))w.append(te("text",
{class:"ff-tick",x:S(k),y:f+16,"text-anchor":"middle"},m(k)));if(w.append(te("line",{class:"ff-axis",x1:v.left,x2:F-v.right,y1:f,y2:f})),r&&w.append(te("text",{
class:"ff-axis-label","text-anchor":"middle",x:(v.left+F-v.right)/2,y:s-5},r)),a){let k=(v.top+f)/2;w.append(te("text",{class:"ff-axis-label","text-anchor":"mid\
dle",x:11,y:k,transform:`rotate(-90 11 ${k})`},a))}}function L(){w.replaceChildren(),w.setAttribute("viewBox",`0 0 ${F} ${s}`),w.setAttribute("width",F),h();let f=s-
v.bottom;for(let{points:k,colour:R="accent"}of y.areas??[]){let I=S(k[0][0]).toFixed(1),E=S(k[k.length-1][0]).toFixed(1);w.append(te("path",{d:`${$(k)}L${E} ${f}\
L${I} ${f}Z`,class:"ff-area",style:`fill:var(--ff-${R})`}))}for(let{points:k,colour:R="accent",dash:I=!1,width:E=2}of y.lines??[])w.append(te("path",{d:$(k),class:"\
ff-line",style:`stroke:var(--ff-${R});stroke-width:${E};${I?"stroke-dasharray:5 4":""}`}));for(let{x:k,y:R,colour:I="ink",handle:E}of y.marks??[])R===void 0?w.append(
te("line",{x1:S(k),x2:S(k),y1:v.top,y2:f,class:"ff-rule",style:`stroke:var(--ff-${I})`})):w.append(te("circle",{cx:S(k),cy:c(p(R)),r:E?9:4.5,class:E?"ff-handle":
"ff-mark",...E&&{"data-handle":E},style:`${E?"stroke":"fill"}:var(--ff-${I})`}))}function P(f){let k=w.getBoundingClientRect(),R=(f.clientX-k.left-v.left)/(k.width-
v.left-v.right),I=(k.bottom-v.bottom-f.clientY)/(s-v.top-v.bottom);return[[R,A.x],[I,A.y]].map(([E,[D,ne]])=>D+Math.min(Math.max(E,0),1)*(ne-D))}let T=null,N=f=>{
let[k,R]=P(f);T?g(T,k,R):d&&d(k)};return(d||g)&&(d&&w.classList.add("ff-draggable"),w.addEventListener("pointerdown",f=>{T=f.target.dataset?.handle??null,!(!T&&
!d)&&(w.setPointerCapture(f.pointerId),T||N(f))}),w.addEventListener("pointermove",f=>{w.hasPointerCapture(f.pointerId)&&N(f)})),e&&x.append(b("span",{class:"ff\
-title"},e)),x.append(w),Pe(x,f=>{F=f,L()}),{element:x,update(f){y=f,L()},limits(f){Object.assign(A,f)},describe(f){w.setAttribute("aria-label",f)}}}function me(t){
return b("div",{class:"ff-legend"},...t.map(([e,n,o])=>b("span",{},b("i",{style:`border-top:3px ${o?"dashed":"solid"} var(--ff-${e})`}),n)))}function Ue(t){return t=Math.imul(t^t>>>16,2146121005),t=Math.imul(t^t>>>15,2221713035),(t^t>>>16)>>>0}function Ot(t,e){let n=Ue(t+2654435769>>>0);return Ue(Ue(
e+n>>>0)+Math.imul(n,2246822507)>>>0)}function ot(t,e){return(Ot(t,e)+.5)/4294967296}function J(t,e){let n=new Float32Array(e);for(let o=0;o<e;o+=2){let r=Math.
sqrt(-2*Math.log(ot(t,o))),a=2*Math.PI*ot(t,o+1);n[o]=r*Math.cos(a),o+1<e&&(n[o+1]=r*Math.sin(a))}return n}function Ee(t){let e=t.length/3,n=[0,0,0],o=[0,0,0];t.forEach((a,s)=>{n[s%3]+=a/e}),t.forEach((a,s)=>{o[s%3]+=(a-n[s%3])**2/e});for(let a=0;a<3;a+=1)o[a]=Math.sqrt(
o[a])||1;let r=Float64Array.from(t,(a,s)=>(a-n[s%3])/o[s%3]);return{mean:n,std:o,image:r}}function Te({mean:t,std:e,image:n},o,r,a){let s=new Uint8ClampedArray(
n.length);for(let i=0;i<n.length;i+=1)s[i]=(r*n[i]+a*o[i])*e[i%3]+t[i%3];return s}function Dt({min_signal_rate:t=.02,max_signal_rate:e=.95}={}){let n=Math.acos(e),o=Math.acos(t);return r=>-2*Math.log(Math.tan(n+r*(o-n)))}function jt({beta_start:t=1e-4,
beta_end:e=.02,steps:n=1e3}={}){let o=new Float64Array(n),r=0;for(let a=0;a<n;a+=1)r+=Math.log1p(-(t+(e-t)*a/(n-1))),o[a]=r;return a=>{let s=a*(n-1),i=Math.min(
Math.floor(s),n-2),l=o[i]+(o[i+1]-o[i])*(s-i);return l-Math.log(-Math.expm1(l))}}function qt({start:t=2.5,end:e=-7.5}={}){return n=>t+n*(e-t)}var st={cosine:Dt,
linear:jt,log_snr:qt};function z(t,e={}){let n=st[t](e);return{logSNR:n,rates:o=>Ut(n(o))}}function Ut(t){return{signal:Math.sqrt(1/(1+Math.exp(-t))),noise:Math.
sqrt(1/(1+Math.exp(t)))}}var pn=Object.keys(st);function rt(t,e,n,o,r){for(let a=1,s=0;a<r;a+=1){let i=r>>1;for(;s&i;i>>=1)s^=i;if(s^=i,a<s){let l=n+a*o,m=n+s*o;[t[l],t[m]]=[t[m],t[l]],[e[l],e[m]]=[e[m],e[l]]}}
for(let a=2;a<=r;a*=2)for(let s=0;s<a/2;s+=1){let i=Math.cos(-2*Math.PI*s/a),l=Math.sin(-2*Math.PI*s/a);for(let m=s;m<r;m+=a){let u=n+m*o,d=u+a/2*o,g=t[d]*i-e[d]*
l,x=t[d]*l+e[d]*i;t[d]=t[u]-g,e[d]=e[u]-x,t[u]+=g,e[u]+=x}}}function He(t,e){let n=Float64Array.from(t),o=new Float64Array(e*e);for(let r=0;r<e;r+=1)rt(n,o,r*e,
1,e);for(let r=0;r<e;r+=1)rt(n,o,r,e,e);return{real:n,imaginary:o}}function at(t){let e=new Int16Array(t*t);for(let n=0;n<t;n+=1)for(let o=0;o<t;o+=1){let r=Math.
min(n,t-n),a=Math.min(o,t-o),s=Math.round(Math.hypot(a,r));e[n*t+o]=s<=t/2?s:-1}return e}function We(t,e,n,o,r,a){let s=new Float64Array(a/2+1),i=new Float64Array(
a/2+1);for(let l=0;l<a*a;l+=1){if(r[l]<0)continue;let m=n*t.real[l]+o*e.real[l],u=n*t.imaginary[l]+o*e.imaginary[l];s[r[l]]+=(m*m+u*u)/(a*a),i[r[l]]+=1}return s.
map((l,m)=>l/i[m])}var Ht=[{kind:"cosine",name:"Cosine schedule",colour:"signal"},{kind:"linear",name:"Linear schedule",colour:"noise"}];function it(t,e,n){let o=new Float64Array(
n);for(let a of t){let s=Math.floor((a+e)/(2*e)*n);s>=0&&s<n&&(o[s]+=1)}let r=2*e/n;return o.map(a=>a/(t.length*r))}function ct(t,e){let{size:n,seed:o}=e,r=oe(e.
pixels),a=J(o,r.length),s=Ee(r),{image:i}=s,l=new Float64Array(r.length),m=at(n),u=He(lt(i),n),d=He(lt(a),n),g=Ht.map(h=>({...h,schedule:z(h.kind),view:U({label:h.
name,title:h.name,width:n,height:n}),note:b("div",{class:"ff-note"})})),x=se({label:"Histogram of the pixel values",title:"Pixel values",x:[-4,4],y:[0,.8],xLabel:"\
standardised value",xTicks:[-4,-2,0,2,4],yTicks:[0,.4,.8]}),w=se({label:"Power spectrum",title:"Power at each scale",x:[0,Math.log10(n/2)],y:[-2,4],xLabel:"cycl\
es per picture: coarse → fine",xTicks:[1,2,4,8,16,32,64].filter(h=>h<=n/2).map(Math.log10),formatX:h=>Math.round(10**h),yTicks:[-2,0,2,4],formatY:h=>`10${Wt(h)}`}),
v=O({label:"Time t",min:0,max:1,step:.01,value:e.t,format:h=>h.toFixed(2),onInput:c}),A=G();t.append(W(v,le(t,v,{label:"Dissolve"})),b("div",{class:"ff-columns \
ff-pair ff-dissolve"},...g.map(({view:h,note:L})=>b("div",{},h.element,L))),b("div",{class:"ff-columns ff-two"},x.element,w.element),me([["signal","cosine"],["n\
oise","linear"],["muted","photograph",!0],["ink","pure noise",!0]]),A.element);let F=Gt(81).map(h=>-4+h/10).map(h=>[h,Math.exp(-h*h/2)/Math.sqrt(2*Math.PI)]),y=p(
it(i,4,40)),S=$(We(u,d,1,0,m,n));function c(){let h=v.value,L=[],P=[],T=[];for(let{schedule:N,view:f,note:k,colour:R,name:I}of g){let{signal:E,noise:D}=N.rates(
h);for(let M=0;M<l.length;M+=1)l[M]=E*i[M]+D*a[M];f.draw(Te(s,a,E,D));let ne=`signal ${E.toFixed(2)}, noise ${D.toFixed(2)}`;k.textContent=ne,f.describe(`Photog\
raph of a flower, ${I.toLowerCase()}, t = ${h.toFixed(2)}: ${ne}`),L.push({points:p(it(l,4,40)),colour:R}),P.push({points:$(We(u,d,E,D,m,n)),colour:R}),T.push(`${I.
toLowerCase().split(" ")[0]} keeps ${Math.round(100*E**2)} %`)}x.update({lines:[{points:y,colour:"muted",dash:!0,width:1.5},{points:F,colour:"ink",dash:!0,width:1.5},
...L]}),w.update({lines:[{points:S,colour:"muted",dash:!0,width:1.5},{points:[[0,0],[Math.log10(n/2),0]],colour:"ink",dash:!0,width:1.5},...P]}),A.say(`At t = ${h.
toFixed(2)} the ${T.join(", the ")} of the variance from the image.`)}function p(h){return Array.from(h,(L,P)=>[-4+8*(P+.5)/h.length,L])}function $(h){return Array.
from(h,(L,P)=>[Math.log10(P),Math.log10(L+1e-9)]).slice(1)}c()}function lt(t){return Float64Array.from({length:t.length/3},(e,n)=>(t[3*n]+t[3*n+1]+t[3*n+2])/Math.
sqrt(3))}function Wt(t){return String(t).replace("-","⁻").replace(/\d/g,e=>"⁰¹²³⁴⁵⁶⁷⁸⁹"[e])}function Gt(t){return Array.from({length:t},(e,n)=>n)}var Re=[[125,47,6],[234,103,29],[243,189,152],[236,234,230],[165,210,251],[35,149,252],[10,74,138]];function Xt(t){let e=(Math.min(Math.max(t,-1),1)+1)/2*(Re.length-
1),n=Math.min(Math.floor(e),Re.length-2);return[0,1,2].map(o=>{let[r,a]=[Re[n][o],Re[n+1][o]];return r+(a-r)*(e-n)})}function Se(t){let e=new Uint8ClampedArray(
3*t.length);return t.forEach((n,o)=>e.set(Xt(n),3*o)),e}function ut(t,e,n){let[o,r]=[Math.log10(e),Math.log10(n)],a=t/2;return Array.from({length:a},(s,i)=>10**(a===1?o:o+(r-o)*i/(a-1)))}function Ge(t,e){let n=e.map(
o=>Math.fround(Math.fround(t)*Math.fround(2*Math.PI*o)));return Float64Array.from([...n.map(Math.sin),...n.map(Math.cos)])}function Xe(t,e){return e.reduce((o,r)=>o+
Math.cos(2*Math.PI*r*t),0)/e.length}var pe=400,Ye=1e-4;function ft(t,e){let n=null,o=(c,p)=>O({label:c,min:0,max:1,step:.001,value:p,format:$=>$.toFixed(3),onInput:S}),r=o("Noise variance a",e.a),
a=o("Noise variance b",e.b),s=(c,p,$,h)=>O({label:c,min:p,max:$,step:.1,value:Math.log10(h),format:L=>`${Number((10**L).toPrecision(2))}`,onInput:y}),i=s("Lowes\
t frequency",-1,1,e.min_frequency),l=s("Highest frequency",1,3,e.max_frequency),m=K({label:"Length",value:String(e.dim),onChange:y,options:[8,16,32,64].map(c=>[
String(c),String(c)])}),u=b("div",{class:"ff-map"}),d=["a","b"].map(c=>b("i",{class:"ff-cursor"},b("b",{},c))),g=b("div",{class:"ff-vectors"}),x=se({label:"Simi\
larity against the distance between two noise levels",title:"Similarity at every distance",x:[Math.log10(Ye),0],y:[-.5,1],xLabel:"distance between a and b",height:180,
xTicks:[-4,-3,-2,-1,0],formatX:c=>String(Number((10**c).toPrecision(1))),yTicks:[-.5,0,.5,1]}),w=G();t.append(W(r,a),W(i,l,m),b("span",{class:"ff-title"},"The v\
ector of every noise variance from 0 to 1"),u,b("div",{class:"ff-columns ff-two ff-gap"},g,x.element),w.element),u.addEventListener("pointerdown",c=>{u.setPointerCapture(
c.pointerId);let p=v(c);u.moved=Math.abs(p-r.value)<=Math.abs(p-a.value)?r:a,u.moved.value=p}),u.addEventListener("pointermove",c=>{u.hasPointerCapture(c.pointerId)&&
(u.moved.value=v(c))});function v(c){let p=u.getBoundingClientRect();return Math.min(Math.max((c.clientX-p.left)/p.width,0),1)}let A=[],F=[];function y(){let c=Number(
m.value);A=ut(c,10**i.value,10**l.value),n=U({label:`Embeddings of length ${c}: each column is the vector of one noise variance`,width:pe,height:c}),n.draw(Se(Yt(
A))),u.replaceChildren(n.element,...d),F=[["vector of a","a"],["vector of b","b"],["a times b, cell by cell",""]].map(([p])=>U({label:p,title:p,width:c,height:1})),
g.replaceChildren(...F.map(p=>p.element),b("div",{class:"ff-note"},`Left half sines, right half cosines, each from slow to fast. The sum of the last row, divide\
d by ${c/2}, is the similarity.`)),S()}function S(){let[c,p]=[Ge(r.value,A),Ge(a.value,A)],$=c.map((N,f)=>N*p[f]);[c,p,$].forEach((N,f)=>F[f].draw(Se(N))),d[0].
style.left=`${100*r.value}%`,d[1].style.left=`${100*a.value}%`,d[0].classList.toggle("ff-left",r.value<=a.value),d[1].classList.toggle("ff-left",r.value>a.value);
let h=Math.abs(r.value-a.value),L=Xe(h,A),P=400,T=Array.from({length:P+1},(N,f)=>{let k=Math.log10(Ye)*(1-f/P);return[k,Xe(10**k,A)]});x.update({lines:[{points:T,
colour:"leaf"}],marks:[{x:Math.log10(Math.max(h,Ye)),y:L,colour:"petal"}]}),w.say(`Distance ${h.toFixed(3)}, similarity ${L.toFixed(2).replace("-","−")}. From\
 a to b the slowest wave turns ${dt(A[0]*h)}, the fastest ${dt(A[A.length-1]*h)}.`)}y()}function dt(t){return t===1?"once":`${Number(t.toPrecision(2))} times`}function Yt(t){
let e=new Float64Array(2*t.length*pe);return t.forEach((n,o)=>{let r=Math.PI*n/pe,a=Math.sin(r)/r;for(let s=0;s<pe;s+=1){let i=2*Math.PI*n*(s+.5)/pe;e[o*pe+s]=a*
Math.sin(i),e[(o+t.length)*pe+s]=a*Math.cos(i)}}),e}var mt=`// Grow a flower: runs the network in a thread of its own, so that the page stays alive.
// Stands alone: grow.js makes a module worker of this text and sends it all it needs.
// With a header that isolates the page it may use two threads; without, WebAssembly has one.

let ort = null;
let session = null;
let network = null;
let processor = ""; // "wasm", the processor, or "webgpu", the graphics card
let reason = ""; // why the graphics card was given up

async function load({ runtime, module, binary, network: file, processor: wanted }) {
  ort = await import(\`\${runtime}\${module}\`);
  ort.env.wasm.wasmPaths = runtime;
  ort.env.wasm.wasmBinary = binary;
  ort.env.wasm.numThreads = self.crossOriginIsolated ? 2 : 1;
  network = new Uint8Array(file);
  await open(wanted).catch(onTheProcessor);
  return { processor, reason };
}

async function open(wanted) {
  processor = wanted;
  session = await ort.InferenceSession.create(network, { executionProviders: [wanted] });
}

// Where the graphics card fails, the runtime that was fetched for it can use the processor too.
function onTheProcessor(error) {
  if (processor !== "webgpu") throw error;
  reason = String(error?.message ?? error);
  return open("wasm");
}

async function predict(inputs) {
  const begun = performance.now();
  const prediction = await run(inputs).catch(async (error) => {
    await onTheProcessor(error);
    return run(inputs);
  });
  return { prediction, seconds: (performance.now() - begun) / 1000, processor, reason };
}

async function run({ noisy, size, variance, label }) {
  const inputs = {
    noisy: new ort.Tensor("float32", noisy, [1, 3, size, size]),
    noise_variance: new ort.Tensor("float32", Float32Array.of(variance), [1]),
  };
  if (session.inputNames.includes("label")) {
    inputs.label = new ort.Tensor("int64", BigInt64Array.of(BigInt(label)), [1]);
  }
  const { prediction } = await session.run(inputs);
  if (!prediction.data.every(Number.isFinite)) throw new Error("it gives no numbers");
  return prediction.data;
}

self.onmessage = async ({ data }) => {
  try {
    const answer = await { load, predict }[data.task](data);
    self.postMessage({ id: data.id, answer });
  } catch (error) {
    self.postMessage({ id: data.id, error: String(error?.message ?? error) });
  }
};
`;function ge(t){return Array.from({length:t+1},(e,n)=>1-n/t)}function Ie(t,e){return t+Math.imul(e+1,2654435769)>>>0}function Ve(t,e,n){let o=Math.sqrt(Math.max(
0,1-(t.signal/e.signal)**2)),r=n*(e.noise/t.noise)*o;return{kept:Math.sqrt(Math.max(0,e.noise**2-r**2)),fresh:r}}function pt(t,e,n,o,r=0,a=null){let{kept:s,fresh:i}=Ve(
n,o,r),l=new Float32Array(t.length),m=new Float32Array(t.length);for(let u=0;u<t.length;u+=1)l[u]=(t[u]-n.noise*e[u])/n.signal,m[u]=o.signal*l[u]+s*e[u]+(a?i*a[u]:
0);return{image:l,noisy:m}}function ht(t,e,n){return e.map((o,r)=>t[r]+n*(o-t[r]))}function ke(t,e,n){let o=t.length/3,r=new Uint8ClampedArray(t.length);for(let a=0;a<
3;a+=1)for(let s=0;s<o;s+=1)r[3*s+a]=255*(t[a*o+s]*n[a]+e[a]);return r}async function gt(t,e,n){let o=await fetch(t,{signal:n});if(!o.ok)throw new Error(`${t} answers ${o.status}`);let r=o.body.getReader(),a=[],s=0;for(;;){let{done:i,
value:l}=await r.read();if(i)break;a.push(l),s+=l.length,e(s)}return new Blob(a).arrayBuffer()}function Kt(){let t=URL.createObjectURL(new Blob([mt],{type:"text\
/javascript"})),e=new Worker(t,{type:"module"}),n=new Map,o=0,r=s=>{for(let{reject:i}of n.values())i(new Error(s));n.clear()};e.onerror=s=>{s.preventDefault(),r(
s.message||"the worker could not start")},e.onmessage=({data:{id:s,answer:i,error:l}})=>{let{resolve:m,reject:u}=n.get(s)??{};n.delete(s),l?u?.(new Error(l)):m?.(
i)};let a=(s,i,l=[])=>new Promise((m,u)=>{o+=1,n.set(o,{resolve:m,reject:u}),e.postMessage({id:o,task:s,...i},l)});return{load:s=>a("load",s,[s.binary]),predict:s=>a(
"predict",s),end:()=>e.terminate()}}async function Jt(){try{return!!await navigator.gpu?.requestAdapter()}catch{return!1}}function Zt(){return location.protocol===
"file:"?"Opened from a folder, this page may not load the network: browsers forbid it. Serve the folder (python -m http.server) or read the book on its site. Wh\
at you see is recorded.":typeof WebAssembly!="object"||typeof Worker!="function"?"This browser has no WebAssembly, in which the network runs. What you see is re\
corded.":""}function wt(t,e,n){let{size:o,mean:r,std:a,classes:s}=e,i=3*o*o,l=z(e.schedule.kind,e.schedule.options),m=C=>ke(C,r,a),u=C=>(C/1e6).toFixed(1),d=null,
g=null,x=0,w={seed:e.seed,steps:e.steps,eta:0,label:e.label,guidance:e.guidance,acts:"middle",processor:"wasm"},v=(C,H=Number)=>Q=>{if(w[C]=H(Q),c.input.disabled=
h.input.disabled=w.label===s,C==="processor")return ee();C==="seed"&&ne(),d&&C!=="seed"?Fe():d&&Ae()},A=O({label:"Seed",min:0,max:999,step:1,value:w.seed,onInput:v(
"seed")}),F=K({label:"Steps",value:String(w.steps),onChange:v("steps"),options:[5,10,20,40].map(C=>[String(C),String(C)])}),y=O({label:"Fresh noise η",min:0,max:1,
step:.1,value:0,format:C=>C.toFixed(1),onInput:v("eta")}),S=K({label:"Flower",value:String(e.label),onChange:v("label"),options:[[String(s),"no class"],...e.class_names.
map((C,H)=>[String(H),C]).sort((C,H)=>C[1]<H[1]?-1:1)]}),c=O({label:"Guidance",min:0,max:8,step:.5,value:e.guidance,format:C=>C.toFixed(1),onInput:v("guidance")}),
[p,$]=e.interval,h=K({label:"Guidance acts",value:"middle",onChange:v("acts",String),options:[["middle",`from t = ${$} to ${p}`],["always","always"]]});c.input.
disabled=h.input.disabled=e.label===s;let L=K({label:"Runs on",value:"wasm",onChange:v("processor",String),options:Object.entries(e.runtimes).map(([C,{name:H,bytes:Q}])=>[
C,`${H} (${u(Q)} MB)`])});L.element.hidden=!0;let P=()=>e.runtimes[w.processor].bytes+(g?0:e.model_bytes),T=()=>`Grow a flower (downloads ${u(P())} MB)`,N=Ne({label:T(),
onClick:re}),f=Ne({label:"Another seed",onClick:()=>{A.value=(w.seed+1)%1e3}}),k=b("progress",{max:1,value:0,"aria-label":"Download",hidden:!0}),R={noisy:U({label:"\
The noisy image",title:"Noisy image",width:o,height:o}),image:U({label:"The predicted image",title:"Predicted image",width:o,height:o})},I=b("div",{class:"ff-gr\
ow-strip",role:"group","aria-label":"The predicted image, step by step"}),E=G();t.append(W(A,F,y,...s?[S,c,h]:[],L),b("div",{class:"ff-controls"},N,f,k),b("div",
{class:"ff-columns ff-pair ff-grow"},R.noisy.element,R.image.element),I,E.element);function D(C){n.dataset.state=C}function ne(){R.noisy.draw(m(J(w.seed,i))),d||
R.image.draw(m(new Float32Array(i)))}let M=oe(e.recorded),_=M.length/i;for(let C=0;C<_;C+=1)q(M.subarray(C*i,(C+1)*i));ne(),R.image.draw(M.subarray((_-1)*i));let B=Zt();
if(N.disabled=f.disabled=B!=="",B)for(let C of[A,F,y,S])C.input.disabled=!0;let Y=e.label===s?"":`${e.class_names[e.label]}, `;E.say(B||`Recorded: ${Y}seed ${e.
seed}, ${e.steps} steps. The network (${u(e.model_bytes)} MB) and the runtime are fetched when you press the button.`),D(B?"impossible":"asleep"),B||Jt().then(C=>{
L.element.hidden=!C,n.dataset.graphics=C?"yes":"no"});function q(C){let H=b("canvas",{width:o,height:o,"aria-hidden":"true"}),Q=H.getContext("2d"),ae=Q.createImageData(
o,o);for(let V=0;V<o*o;V+=1)ae.data.set([C[3*V],C[3*V+1],C[3*V+2],255],4*V);Q.putImageData(ae,0,0),I.append(H)}function ee(){x+=1,d?.end(),d=null,N.textContent=
T(),E.say(`Press the button to fetch the runtime for the ${e.runtimes[w.processor].name}.`),D("asleep")}async function re(){if(d)return Fe();let C=w.processor,{
module:H,binary:Q}=e.runtimes[C],ae=P();k.max=ae,N.disabled=L.input.disabled=!0,k.hidden=!1,D("loading");let V=new AbortController;try{let ce=new URL(document.documentElement.
dataset.content_root??e.root,location.href),Ce=new URL(e.runtime,ce).href,be=new URL(e.model,ce).href,ye=[0,0],ue=Le=>j=>{V.signal.aborted||(ye[Le]=j,k.value=ye[0]+
ye[1],E.say(`Downloading: ${u(k.value)} of ${u(ae)} MB`))},[xe,ve]=await Promise.all([gt(`${Ce}${Q}`,ue(0),V.signal),g??gt(be,ue(1),V.signal)]);g=ve,E.say("Star\
ting the network");let Me=Kt();await Me.load({runtime:Ce,module:H,binary:xe,network:g,processor:C}),d=Me,N.textContent="Grow it again"}catch(ce){V.abort(),C==="\
webgpu"&&(L.value="wasm"),E.say(`The network could not be loaded (${ce.message}). ${C==="webgpu"?"Press the button to run it on the processor instead.":"This fi\
gure runs on the pages of the book's site; the chapter does the same in Python."}`),D("failed");return}finally{k.hidden=!0,N.disabled=L.input.disabled=!1}await Fe()}
let we=0;function Ae(){x+=1,clearTimeout(we),we=setTimeout(Fe,250)}async function Fe(){let C=x+=1,{seed:H,steps:Q,eta:ae,label:V,guidance:ce}=w,Ce=j=>V!==s&&ce!==
1&&(w.acts==="always"||p<=j&&j<=$),be=ge(Q),ye=new Set(Array.from({length:10},(j,de)=>Math.ceil((de+1)*Q/10))),ue=J(H,i),xe=0,ve=0,Me="";I.replaceChildren(),D("\
growing");let Le=async(j,de)=>{let ie=await d.predict({noisy:ue,size:o,variance:j.noise**2,label:de});return xe+=ie.seconds,ve+=1,n.dataset.processor=ie.processor,
Me=ie.reason?`on the processor: the graphics card could not be used (${ie.reason})`:`on your ${e.runtimes[ie.processor].name}`,ie.prediction};try{for(let j=0;j<
Q;j+=1){let[de,ie]=[l.rates(be[j]),l.rates(be[j+1])],De=await Le(de,V);if(C===x&&Ce(be[j])&&(De=ht(await Le(de,s),De,ce)),C!==x)return;let Tt=ae>0?J(Ie(H,j),i):
null,je=pt(ue,De,de,ie,ae,Tt);ue=je.noisy,R.noisy.draw(m(ue)),R.image.draw(m(je.image)),ye.has(j+1)&&q(m(je.image)),E.say(`Step ${j+1} of ${Q}, seed ${H}: ${(xe/
ve).toFixed(2)} s a network evaluation here, ${Me}.`)}}catch(j){E.say(`The network stopped: ${j.message}`),D("failed");return}n.dataset.seconds=(xe/ve).toFixed(
4),D("done")}}function Ke(t){let e=oe(t),n=new Float32Array(e.length/2);for(let o=0;o<n.length;o+=1){let r=e[2*o]|e[2*o+1]<<8,a=r>>10&31,s=r&1023,i=a?(1+s/1024)*2**(a-15):s*2**
-24;n[o]=r&32768?-i:i}return n}function xt({shapes:t,weights:e}){let n=Ke(e),o=[],r=0;for(let a=0;a<t.length;a+=2){let[s,i]=t[a],l=n.subarray(r,r+s*i);r+=s*i,o.
push({inputs:i,outputs:s,weight:l,bias:n.subarray(r,r+s)}),r+=s}return o}var Z=128;function*Qt(t,e,n){let o=e.length/2,r=[n.signal,n.noise,Math.log(n.signal/n.noise)],a=new Float32Array(2*o),s=Math.max(...t.map(({outputs:m})=>m)),[i,l]=[new Float32Array(
s*Z),new Float32Array(s*Z)];for(let m=0;m<o;m+=Z){let u=Math.min(Z,o-m);for(let d=0;d<u;d+=1)i[d]=e[m+d],i[Z+d]=e[o+m+d];t.forEach((d,g)=>{if(zt(d,g===0?r:[],i,
l,u),g<t.length-1)for(let x=0;x<d.outputs*Z;x+=1)l[x]/=1+Math.exp(-l[x]);[i,l]=[l,i]});for(let d=0;d<u;d+=1)a[m+d]=i[d],a[o+m+d]=i[Z+d];yield}return a}function zt({
inputs:t,outputs:e,weight:n,bias:o},r,a,s,i){let l=t-r.length,m=l%4===0?4:2;for(let u=0;u<e;u+=1){let d=u*t,g=u*Z,x=o[u];r.forEach((w,v)=>{x+=n[d+l+v]*w}),s.fill(
x,g,g+Z);for(let w=0;w<l;w+=m){let v=n[d+w],A=n[d+w+1],F=w*Z;if(m===4){let y=n[d+w+2],S=n[d+w+3];for(let c=0;c<i;c+=1)s[g+c]+=v*a[F+c]+A*a[F+Z+c]+y*a[F+2*Z+c]+S*
a[F+3*Z+c]}else for(let y=0;y<i;y+=1)s[g+y]+=v*a[F+y]+A*a[F+Z+y]}}}function*bt(t,e,n){let o=yield*Qt(t,e,n),r=new Float32Array(e.length),a=new Float32Array(e.length);
for(let s=0;s<e.length;s+=1)r[s]=n.signal*e[s]-n.noise*o[s],a[s]=n.noise*e[s]+n.signal*o[s];return{image:r,noise:a}}function yt({image:t,noise:e},n,o,r=0,a=null,s=new Float32Array(
t.length)){for(let i=0;i<s.length;i+=1)s[i]=n*t[i]+o*e[i]+(a?r*a[i]:0);return s}var _e={ddim:{name:"DDIM",stochastic:!0,cost:t=>t},ddpm:{name:"DDPM (η = 1)",stochastic:!1,
cost:t=>t},heun:{name:"Heun",stochastic:!1,cost:t=>2*t-1},dpm_solver_pp:{name:"DPM-Solver++(2M)",stochastic:!1,cost:t=>t}};function vt({layers:t,schedule:e,start:n,
solver:o,steps:r,eta:a=0,seed:s=0}){let i=ge(r),l=i.map(y=>e.rates(y)),m=o==="ddpm"?1:o==="ddim"?a:0,u=[n],d=[],g=[],x=[];function*w(y){let S=u[y],c=yield*bt(t,
S,l[y]);if(o==="heun"&&y<r-1){let p=yt(c,l[y+1].signal,l[y+1].noise),$=yield*bt(t,p,l[y+1]),h=c.noise.map((P,T)=>(P+$.noise[T])/2);return{image:S.map((P,T)=>(P-
l[y].noise*h[T])/l[y].signal),noise:h}}if(g[y]=c.image,o==="dpm_solver_pp"&&y>0){let[p,$,h]=[-1,0,1].map(N=>e.logSNR(i[y+N])),L=(h-$)/(2*($-p)),P=c.image.map((N,f)=>(1+
L)*N-L*g[y-1][f]),T=S.map((N,f)=>(N-l[y].signal*P[f])/l[y].noise);return{image:P,noise:T}}return c}function*v(){for(let y=0;y<r;y+=1)d.push(yield*w(y)),x.push(m>
0?J(Ie(s,y),n.length):null),u.push(F(y,l[y+1]))}let A=v();function F(y,S,c){let{kept:p,fresh:$}=Ve(l[y],S,m);return yt(d[y],S.signal,p,$,x[y],c)}return{at(y,S){
if(y>=1)return n;let c=Math.min(Math.floor((1-y)*r+1e-9),r-1);for(;u.length<=c+1;)A.next();return F(c,e.rates(y),S)},ahead(y){let S=performance.now()+y;for(;u.length<=
r&&performance.now()<S;)A.next();return u.length<=r}}}var X=2.7,en=48,tn=4;function Mt(t,e,n){let o=z("log_snr",e.schedule),r=xt(e.network),a=Ke(e.network.points),s={solver:e.solver,steps:e.steps,eta:0},i={x:e.handle[0],
y:e.handle[1]},l=J(e.seed,2*e.count),m=new Float32Array(l.length),[u,d,g]=[null,null,null],x=K({label:"Solver",value:s.solver,onChange(M){s.solver=M,v.input.disabled=
!_e[M].stochastic,P()},options:Object.entries(_e).map(([M,{name:_}])=>[M,_])}),w=O({label:"Steps",min:1,max:50,step:1,value:s.steps,onInput(M){s.steps=M,P()}}),
v=O({label:"Fresh noise η",min:0,max:1,step:.1,value:0,format:M=>M.toFixed(1),onInput(M){s.eta=M,P()}}),A=O({label:"Way from noise to data",min:0,max:1,step:.001,
value:0,format:M=>`t = ${(1-M).toFixed(2)}`,onInput:E}),F=O({label:"Ringed particle: x",min:-X,max:X,step:.05,value:i.x,format:M=>M.toFixed(2),onInput:M=>h(M,i.
y)}),y=O({label:"Ringed particle: y",min:-X,max:X,step:.05,value:i.y,format:M=>M.toFixed(2),onInput:M=>h(i.x,M)}),S=qe({label:"Paths",value:!0,onChange:E}),c=qe(
{label:"Data",value:!0,onChange:E}),p=b("canvas",{role:"img",class:"ff-plane","aria-label":"Particles in the plane"}),$=G();t.append(W(x,w,v),W(A,le(n,A,{seconds:4}),
S,c),p,$.element,b("div",{class:"ff-controls ff-gap"},F.element,y.element));function h(M,_){Object.assign(i,{x:M,y:_}),g=null,E()}function L(M){return vt({layers:r,
schedule:o,start:M,seed:e.seed,...s})}function P(){[u,d,g]=[L(l),null,null],E()}function T(M){let _=L(M),B=Math.max(60,s.steps);return Array.from({length:B+1},(Y,q)=>_.
at(1-q/B))}let N=0,f=p.getContext("2d"),k=M=>(M+X)/(2*X)*N;function R(M,_,B,Y){let q=M[0].length/2;f.strokeStyle=_,f.lineWidth=B,f.beginPath();for(let ee=0;ee<q;ee+=
1)for(let re=0;re<=Y;re+=1){let[we,Ae]=[k(M[re][ee]),N-k(M[re][q+ee])];re?f.lineTo(we,Ae):f.moveTo(we,Ae)}f.stroke()}function I(M,_,B){let Y=M.length/2;f.fillStyle=
_;for(let q=0;q<Y;q+=1)f.fillRect(k(M[q])-B/2,N-k(M[Y+q])-B/2,B,B)}function E(){if(!N||!u)return;let M=1-A.value,_=u.at(M,m);if(f.clearRect(0,0,N,N),c.value&&(f.
globalAlpha=.45,I(a,fe(n,"muted"),2),f.globalAlpha=1),I(_,fe(n,"signal"),2.2),S.value){d??=T(nn(l,en));let re=Math.round((1-M)*(d.length-1));f.globalAlpha=.55,R(
d,fe(n,"noise"),1,re),f.globalAlpha=1}g??=T(Float32Array.of(i.x,i.y)),R(g,fe(n,"accent"),2.5,g.length-1);let B=g[Math.round((1-M)*(g.length-1))];D(B[0],B[1],5,!0),
D(i.x,i.y,9,!1);let{name:Y,cost:q}=_e[s.solver],ee=g[g.length-1];$.say(`${e.count} particles at t = ${M.toFixed(2)}. ${Y} with ${s.steps} steps evaluates the ne\
twork ${q(s.steps)} times. The ringed particle ends at (${ee[0].toFixed(2)}, ${ee[1].toFixed(2)}).`),u.ahead(tn)}function D(M,_,B,Y){f.beginPath(),f.arc(k(M),N-
k(_),B,0,2*Math.PI),f.lineWidth=3,f.strokeStyle=fe(n,"accent"),f.fillStyle=fe(n,Y?"accent":"panel"),f.fill(),f.stroke()}let ne=M=>{let _=p.getBoundingClientRect(),
B=ee=>Math.min(Math.max(ee,-X),X),Y=B((M.clientX-_.left)/_.width*2*X-X),q=B(X-(M.clientY-_.top)/_.height*2*X);F.limits(-X,X,Y),y.limits(-X,X,q),h(Y,q)};p.addEventListener(
"pointerdown",M=>{p.setPointerCapture(M.pointerId),ne(M)}),p.addEventListener("pointermove",M=>{p.hasPointerCapture(M.pointerId)&&ne(M)}),P(),Pe(p,M=>{N=M;let _=window.
devicePixelRatio||1;p.width=p.height=Math.round(N*_),f=p.getContext("2d"),f.setTransform(p.width/N,0,0,p.width/N,0,0),E()}),et(n,E)}function nn(t,e){let n=t.length/
2,o=new Float32Array(2*e);return o.set(t.subarray(0,e)),o.set(t.subarray(n,n+e),e),o}async function $e(t){let e=new Image;e.src=t,await e.decode();let n=document.createElement("canvas");n.width=e.naturalWidth,n.height=e.naturalHeight;let o=n.getContext(
"2d",{willReadFrequently:!0});return o.drawImage(e,0,0),o.getImageData(0,0,n.width,n.height)}function Be(t){return decodeURIComponent(t.querySelector(".ff-still\
 img").getAttribute("src")).match(/ href='([^']*)'/)[1]}function Oe(t,e,n,o,r){let a=new Uint8ClampedArray(3*o*r);for(let s=0;s<r;s+=1)for(let i=0;i<o;i+=1){let l=4*
((n+s)*t.width+e+i);a.set(t.data.subarray(l,l+3),3*(s*o+i))}return a}function St(t,e,n,o,r){let a=new Uint8ClampedArray(3*o*r);for(let s=0;s<3;s+=1){let i=n+s*t.
height/3;for(let l=0;l<r;l+=1)for(let m=0;m<o;m+=1)a[3*(l*o+m)+s]=t.data[4*((i+l)*t.width+e+m)]}return a}function kt(t,e,n){let{size:o,runs:r,mean:a,std:s}=e,i=z(e.schedule.kind,e.schedule.options),l=ke(J(e.seed,3*o*o),a,s),m=ke(new Float32Array(3*o*o),a,s),u=$=>[...new Set(
r.map(h=>h[$]))].map(String),{steps:d,eta:g}=r[e.open],x=null,w=$=>u($).map(h=>[h,h]),v=K({label:"Steps",options:w("steps"),value:String(d),onChange($){let h=F.
value/d;d=Number($),F.limits(0,d,Math.round(h*d)),p()}}),A=K({label:"η",options:w("eta"),value:String(g),onChange($){g=Number($),p()}}),F=O({label:"Step",min:0,
max:d,step:1,value:0,format:$=>`${$} of ${d}`,onInput:p}),y=U({label:"The noisy image",title:"Noisy image",width:o,height:o}),S=U({label:"The predicted image",title:"\
Predicted image",width:o,height:o}),c=G();t.append(W(v,A,F,le(n,F,{seconds:5})),b("div",{class:"ff-columns ff-pair ff-grow"},y.element,S.element),c.element);function p(){
let $=F.value,h=r.findIndex(N=>N.steps===d&&N.eta===g),L=ge(d)[$];if($===0)y.draw(l),S.draw(m);else if(x){let N=[($-1)*o,h*o,o,o];y.draw(St(x.noisy,...N)),S.draw(
Oe(x.predicted,...N))}let{signal:P,noise:T}=i.rates(L);y.describe(`The noisy image after step ${$} of ${d}`),S.describe($?`The predicted image of step ${$} of ${d}`:
"No image has been predicted yet"),c.say($===0?"Pure noise, at t = 1; nothing has been predicted yet.":`Step ${$} of ${d} led to t = ${L.toFixed(2)}: signal rat\
e ${P.toFixed(2)}, noise rate ${T.toFixed(2)}.`)}p(),Promise.all([$e(e.noisy),$e(Be(n))]).then(([$,h])=>{x={noisy:$,predicted:h},n.dataset.state="ready",F.value=
F.value===0?Math.round(d/2):F.value})}var $t=10,on=[-12,10],Je=t=>1/(1+Math.exp(-t)),At=t=>t.toFixed(2),Ft=t=>t.toFixed(3),Ct=t=>t.toFixed(4),he={cosine:{name:"Cosine",python:"CosineSchedule",ends:{
start:{option:"max_signal_rate",label:"Signal rate at t = 0",value:.95,min:.5,max:.999,step:.001,format:Ft,fromLogSNR:t=>Math.sqrt(Je(t))},end:{option:"min_sign\
al_rate",label:"Signal rate at t = 1",value:.02,min:.003,max:.4,step:.001,format:Ft,fromLogSNR:t=>Math.sqrt(Je(t))}}},linear:{name:"Linear β",python:"LinearSch\
edule",ends:{start:{option:"beta_start",label:"First β",value:1e-4,min:1e-4,max:.005,step:1e-4,format:Ct,fromLogSNR:t=>Je(-t)},end:{option:"beta_end",label:"La\
st β",value:.02,min:.005,max:.04,step:5e-4,format:Ct,fromLogSNR:sn}}},log_snr:{name:"Straight log-SNR",python:"LogSNRSchedule",ends:{start:{option:"start",label:"\
Log-SNR at t = 0",value:2.5,min:0,max:9.5,step:.1,format:At,fromLogSNR:t=>t},end:{option:"end",label:"Log-SNR at t = 1",value:-7.5,min:-11.5,max:-.5,step:.1,format:At,
fromLogSNR:t=>t}}}};function sn(t,e=1e-4){let[n,o]=[e,.5];for(let r=0;r<40;r+=1){let a=(n+o)/2;z("linear",{beta_start:e,beta_end:a}).logSNR(1)>t?n=a:o=a}return(n+
o)/2}function Lt(t,e){let{size:n}=e,o=Ee(oe(e.pixels)),r=J(e.seed,o.image.length),a=Array.from({length:101},(c,p)=>p/100),s=Array.from({length:$t},(c,p)=>p/($t-
1)),i=Object.fromEntries(Object.entries(he).map(([c,{ends:p}])=>[c,{[p.start.option]:p.start.value,[p.end.option]:p.end.value}])),l=e.kind,m=K({label:"Schedule",
value:l,options:Object.entries(he).map(([c,{name:p}])=>[c,p]),onChange(c){l=c,y(),S()}}),u=Object.fromEntries(["start","end"].map(c=>[c,O({label:"",min:0,max:1,
step:.001,value:0,format:p=>he[l].ends[c].format(p),onInput(p){i[l][he[l].ends[c].option]=p,S()}})])),d=se({label:"Signal rate and noise rate over time",title:"\
Signal and noise rate",x:[0,1],y:[0,1],height:200,xLabel:"time t",yTicks:[0,.5,1]}),g=se({label:"Log-SNR over time",title:"Log-SNR: pull its ends",x:[0,1],y:on,
height:200,xLabel:"time t",yTicks:[-10,-5,0,5,10],onHandle(c,p,$){let{fromLogSNR:h,min:L,max:P}=he[l].ends[c],T=h($,i[l].beta_start);u[c].value=Math.min(Math.max(
T,L),P)}}),x=s.map(c=>U({label:`Flower at t = ${c.toFixed(2)}`,title:c.toFixed(2),width:n,height:n})),w=b("code",{class:"ff-code"}),v=G();t.append(W(m,u.start,u.
end),b("div",{class:"ff-columns ff-two"},b("div",{},d.element,me([["signal","signal rate"],["noise","noise rate"]])),b("div",{},g.element,me([["leaf","this sche\
dule"],["muted","cosine, as in the book",!0]]))),b("div",{class:"ff-strip"},...x.map(c=>c.element)),v.element,w);let A=z("cosine"),F=a.map(c=>[c,A.logSNR(c)]);function y(){
for(let[c,p]of Object.entries(u)){let{label:$,min:h,max:L,step:P,option:T}=he[l].ends[c];p.rename($),p.input.step=P,p.limits(h,L,i[l][T])}}function S(){let c=z(
l,i[l]),p=a.map(f=>[f,c.rates(f)]),$=s.map(f=>[f,c.rates(f)]);d.update({lines:[{points:p.map(([f,{signal:k}])=>[f,k]),colour:"signal",width:2.5},{points:p.map(([
f,{noise:k}])=>[f,k]),colour:"noise",width:2.5}],marks:[...$.map(([f,{signal:k}])=>({x:f,y:k,colour:"signal"})),...$.map(([f,{noise:k}])=>({x:f,y:k,colour:"nois\
e"}))]});let h=a.map(f=>[f,c.logSNR(f)]);g.update({lines:[{points:F,colour:"muted",dash:!0,width:1.5},{points:h,colour:"leaf",width:2.5}],marks:[{x:0,y:h[0][1],
colour:"leaf",handle:"start"},{x:1,y:h[100][1],colour:"leaf",handle:"end"}]}),$.forEach(([f,{signal:k,noise:R}],I)=>{x[I].draw(Te(o,r,k,R)),x[I].describe(`Flowe\
r at t = ${f.toFixed(2)}, signal rate ${k.toFixed(2)}`)});let{python:L,ends:{start:P,end:T}}=he[l],N=[P,T].map(({option:f,format:k})=>`${f}=${Number(k(i[l][f]))}`);
w.textContent=`${L}(${N.join(", ")})`,v.say(rn(c))}y(),S()}function rn(t){let{signal:e}=t.rates(1),n=Array.from({length:1001},(r,a)=>a/1e3).find(r=>t.logSNR(r)<
0);return`${n===void 0?"The picture always outweighs the noise":n===0?"Noise outweighs the picture from the start":`Noise outweighs the picture from t = ${n.toFixed(
2)}`}; at t = 1 a signal rate of ${e.toFixed(3)} is left.`}function Pt(t,e){let{blocks:n}=e,o=Math.max(...n.map(g=>g.parameters)),r=n.map((g,x)=>{let w=Nt(g,1)[0],v=Math.sqrt(g.parameters/o),A=b("button",{type:"button",
class:"ff-block","aria-pressed":"false","aria-label":`${g.title}, ${g.shape}, ${g.parameters} parameters`},w,b("i",{style:`width:${(100*v).toFixed(0)}%`}));return A.
addEventListener("focus",()=>d(x)),A.addEventListener("pointerenter",()=>d(x)),A.addEventListener("click",()=>d(x)),A.addEventListener("keydown",F=>{let y={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[F.key];y&&(F.preventDefault(),r[Math.min(Math.max(x+y,0),n.length-1)].focus())}),A}),a=Math.max(...n.map(g=>g.level))+1,s=b(
"div",{class:"ff-unet",role:"group","aria-label":"Blocks"});for(let g=0;g<a;g+=1){let x=A=>r.filter((F,y)=>n[y].level===g&&n[y].side===A),w=e.sizes[g],v=`margin\
-inline:${(30*g/(a-1)).toFixed(1)}%`;s.append(b("div",{class:"ff-unet-row",style:v},b("div",{class:"ff-unet-side"},...x("down")),...x("middle").length?[b("div",
{class:"ff-unet-side"},...x("middle")),b("span",{class:"ff-unet-size"},`${w} × ${w}`)]:[b("span",{class:"ff-unet-skip"},b("span",{class:"ff-unet-size"},`${w} ×\
 ${w}`))],b("div",{class:"ff-unet-side"},...x("up"))))}let i=b("span",{class:"ff-title"}),l=b("dl",{class:"ff-facts"}),m=b("div",{class:"ff-maps",role:"img"}),u=G();
t.append(s,b("div",{class:"ff-unet-detail"},i,l,m),u.element);function d(g){let x=n[g];r.forEach((w,v)=>{w.setAttribute("aria-pressed",String(v===g)),w.classList.
toggle("ff-partner",v!==g&&an(n[v],x))}),i.textContent=x.kind?`${x.title}: ${x.kind}`:x.title,l.replaceChildren(...x.facts.map(([w,v])=>b("div",{},b("dt",{},w),
b("dd",{},v)))),m.replaceChildren(...Nt(x,x.count)),m.setAttribute("aria-label",x.shown),u.say(x.sentence)}d(Math.min(e.selected,n.length-1))}function an(t,e){return t.
skip===e.name||e.skip===t.name}function ln(t,e){return Float64Array.from({length:e},(n,o)=>((o%2?t[o>>1]&15:t[o>>1]>>4)-7)/7)}function Nt(t,e){let[n,o]=t.size,r=oe(
t.maps),a=n*o,s=t.colour?null:ln(r,a*t.count);return Array.from({length:Math.min(e,t.count)},(i,l)=>{let m=U({label:"",width:n,height:o});return m.draw(t.colour?
r:Se(s.subarray(l*a,(l+1)*a))),m.canvas.removeAttribute("role"),m.canvas.removeAttribute("aria-label"),m.canvas.setAttribute("aria-hidden","true"),m.canvas})}var Ze=["leaf","iris"];function Et(t,e,n){let{side:o,epochs:r,curves:a}=e,s=a.flatMap(({points:S})=>S),[i,l]=[Math.min(...s.map(([S])=>S)),Math.max(...s.map(([S])=>S))],
m=s.map(([,S])=>S).sort((S,c)=>S-c),u=m[0],d=m[Math.floor(.93*(m.length-1))],g=.08*(d-u)||.01,x=null,w=O({label:"Epoch",min:i,max:l,step:1,value:l,onInput:y}),v=se(
{label:"Errors over the epochs",title:"Errors",x:[i,Math.max(l,i+1)],y:[u-g,d+g],height:190,xLabel:"epoch",onPoint:S=>{w.value=Math.round(S)}}),A=U({label:"Samp\
les",title:"Samples",width:o,height:o}),F=G();t.append(W(w,le(n,w,{seconds:8})),b("div",{class:"ff-columns ff-two"},b("div",{},v.element,me(a.map(({name:S},c)=>[
Ze[c],S]))),A.element),F.element);function y(){let S=w.value;v.update({lines:a.map(({points:p},$)=>({points:p,colour:Ze[$]})).filter(({points:p})=>p.length>1),marks:[
{x:S,colour:"muted"},...a.flatMap(({points:p},$)=>{let h=Qe(p,S,([L])=>L);return h?[{x:h[0],y:h[1],colour:Ze[$]}]:[]})]});let c=Qe(r,S,p=>p)??r[0];x&&A.draw(Oe(
x,r.indexOf(c)*o,0,o,o)),A.heading.textContent=`Samples after epoch ${c}`,A.describe(`Sixteen samples after epoch ${c}`),F.say(`Epoch ${S}. ${a.map(({name:p,points:$})=>{
let h=Qe($,S,([L])=>L);return h?`${p}: ${h[1].toFixed(3)}`:""}).filter(Boolean).join("; ")}.`)}y(),$e(Be(n)).then(S=>{x=S,n.dataset.state="ready",y()})}function Qe(t,e,n){
return t.filter(o=>n(o)<=e).at(-1)}ze({dissolve:ct,embedding_explorer:ft,grow:wt,particles:Mt,reverse:kt,schedule_designer:Lt,unet_map:Pt,watch:Et});})();
