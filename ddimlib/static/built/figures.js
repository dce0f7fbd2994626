/* Made by book/bundle_figures.py from ddimlib/static/ (4e1dd56217048b9b). */
(()=>{function et(t){let e=".ff-figure[data-figure]:not([data-started], [data-failed])",n=()=>{for(let r of document.querySelectorAll(e))document.readyState==="loadin\
g"&&!r.nextSibling||Rt(r,t[r.dataset.figure])};if(n(),document.readyState!=="loading")return;let o=new MutationObserver(n);o.observe(document,{childList:!0,subtree:!0}),
document.addEventListener("DOMContentLoaded",()=>{o.disconnect(),n()})}function Rt(t,e){let n=t.querySelector(":scope > script[type='application/json']");if(!e||
!n)return;let o=t.querySelector(".ff-live");t.dataset.started="";try{e(o,JSON.parse(n.textContent),t)}catch(r){delete t.dataset.started,t.dataset.failed="",o.replaceChildren(),
console.error(r)}}function w(t,e={},...n){let o=document.createElement(t);for(let[r,a]of Object.entries(e))a!=null&&a!==!1&&o.setAttribute(r,a===!0?"":a);return o.
append(...n),o}function U(...t){return w("div",{class:"ff-controls"},...t.map(e=>e.element??e))}function O({label:t,min:e,max:n,step:o,value:r,format:a=String,onInput:s}){
let i=w("span",{class:"ff-value","aria-hidden":"true"}),l=w("input",{type:"range",min:e,max:n,step:o}),p=()=>{let b=a(Number(l.value));i.textContent=b,l.setAttribute(
"aria-valuetext",b);let x=(Number(l.value)-l.min)/(l.max-l.min||1);l.style.setProperty("--ff-filled",`${(100*x).toFixed(1)}%`)},d=w("span",{class:"ff-label"},t),
u=w("label",{class:"ff-slider"},w("span",{class:"ff-row"},d,i),l);return l.value=r,p(),l.addEventListener("input",()=>{p(),s(Number(l.value))}),{element:u,input:l,
get value(){return Number(l.value)},set value(b){l.value=b,p(),s(Number(l.value))},limits(b,x,g){Object.assign(l,{min:b,max:x}),l.value=g,p()},rename(b){d.textContent=
b}}}function K({label:t,options:e,value:n,onChange:o}){let r=w("select",{},...e.map(([s,i])=>w("option",{value:s},i)));return r.value=n,r.addEventListener("chan\
ge",()=>o(r.value)),{element:w("label",{class:"ff-choice"},w("span",{class:"ff-label"},t),r),input:r,get value(){return r.value},set value(s){r.value=s,o(r.value)}}}
function Ue({label:t,value:e=!1,onChange:n}){let o=w("input",{type:"checkbox"});return o.checked=e,o.addEventListener("change",()=>n(o.checked)),{element:w("lab\
el",{class:"ff-toggle"},o,w("span",{},t)),input:o,get value(){return o.checked}}}function Ee({label:t,onClick:e}){let n=w("button",{type:"button",class:"ff-butt\
on"},t);return n.addEventListener("click",e),n}function _t(){return window.matchMedia("(prefers-reduced-motion: reduce)").matches}function Bt(t,e,n=()=>{}){let o=0,
r=!1,a=!0,s=null,i=d=>{let u=s===null?0:Math.min((d-s)/1e3,.1);if(s=d,o=0,!t.isConnected||e(u)===!1)return p.pause();l()},l=()=>{r&&a&&!o&&(o=requestAnimationFrame(
i))},p={get playing(){return r},play(){r=!0,s=null,n(!0),l()},pause(){r=!1,cancelAnimationFrame(o),o=0,n(!1)}};return typeof IntersectionObserver=="function"&&new IntersectionObserver(
d=>{a=d[d.length-1].isIntersecting,s=null,l()}).observe(t),p}function oe(t,e,{label:n="Play",seconds:o=6}={}){let r=()=>Number(e.input.min),a=()=>Number(e.input.
max),s=0,i=0,l=Ee({label:n,onClick:()=>{if(p.playing)return p.pause();s=e.value>=a()?r():e.value,i=0,p.play()}}),p=Bt(t,d=>{let u=a()-r();if(_t()){if(i+=d,i<o/8)
return!0;s+=u/8,i=0}else s+=u*d/o;return e.value=Math.min(s,a()),s<a()},d=>{l.textContent=d?"Pause":n});return e.input.addEventListener("pointerdown",()=>p.pause()),
e.input.addEventListener("keydown",()=>p.pause()),l}function W(){let t=w("p",{class:"ff-readout"}),e=w("p",{class:"ff-hidden","aria-live":"polite"}),n=0;return{
element:w("div",{},t,e),say(o){let r=t.textContent==="";t.textContent=o,clearTimeout(n),r||(n=setTimeout(()=>{e.textContent=o},500))}}}function D({label:t,title:e="",
width:n,height:o}){let r=w("canvas",{width:n,height:o,role:"img","aria-label":t}),a=r.getContext("2d"),s=a.createImageData(n,o);s.data.fill(255);let i=w("span",
{class:"ff-title"},e);return{element:w("div",{class:"ff-picture"},...e?[i]:[],r),canvas:r,heading:i,draw(l){let p=l.length===n*o;for(let d=0;d<n*o;d+=1)for(let u=0;u<
3;u+=1)s.data[4*d+u]=p?l[d]:l[3*d+u];a.putImageData(s,0,0)},describe(l){r.setAttribute("aria-label",l)}}}function tt(t,e){let n=new MutationObserver(e),o=["data\
-theme","data-jp-theme-light","theme","class"];n.observe(document.documentElement,{attributes:!0,attributeFilter:o}),n.observe(document.body,{attributes:!0,attributeFilter:o}),
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change",e)}function me(t,e){return getComputedStyle(t).getPropertyValue(`--ff-${e}`).trim()}
function Te(t,e){let n=0,o=()=>{let r=Math.round(t.clientWidth);r>0&&r!==n&&e(n=r)};o(),new ResizeObserver(o).observe(t)}function se(t){return Uint8Array.from(atob(
t),e=>e.charCodeAt(0))}var Ot="http://www.w3.org/2000/svg";function te(t,e,n=""){let o=document.createElementNS(Ot,t);for(let[r,a]of Object.entries(e))o.setAttribute(r,a);return n&&(o.
textContent=n),o}function nt(t,e,n=5){let o=(e-t)/n,r=10**Math.floor(Math.log10(o)),a=[1,2,5,10].map(i=>i*r).find(i=>i>=o*.999),s=[];for(let i=Math.ceil(t/a-1e-9);i*
a<=e+1e-9*a;i+=1)s.push(Number((i*a).toPrecision(12)));return s}function ot(t){return String(t).replace("-","−")}function re({label:t,title:e="",x:n,y:o,xLabel:r="",
yLabel:a="",height:s=170,xTicks:i=null,yTicks:l=null,formatX:p=ot,formatY:d=ot,onPoint:u=null,onHandle:b=null}){let x=w("div",{class:"ff-chart"}),g=te("svg",{role:"\
img","aria-label":t,height:s}),M={left:44,right:12,top:8,bottom:r?38:24},k={x:n,y:o},F=300,f={lines:[],marks:[],areas:[]},v=m=>M.left+(m-k.x[0])/(k.x[1]-k.x[0])*
(F-M.left-M.right),c=m=>s-M.bottom-(m-k.y[0])/(k.y[1]-k.y[0])*(s-M.top-M.bottom),h=m=>Math.min(Math.max(m,k.y[0]),k.y[1]),A=m=>m.map(([$,I],R)=>`${R?"L":"M"}${v(
$).toFixed(1)} ${c(h(I)).toFixed(1)}`).join("");function y(){let m=s-M.bottom;for(let $ of l??nt(...k.y,4))g.append(te("line",{class:"ff-grid",x1:M.left,x2:F-M.
right,y1:c($),y2:c($)}),te("text",{class:"ff-tick",x:M.left-(b?13:6),y:c($)+4,"text-anchor":"end"},d($)));for(let $ of i??nt(...k.x,F<260?3:5))g.append(te("text",
{class:"ff-tick",x:v($),y:m+16,"text-anchor":"middle"},p($)));if(g.append(te("line",{class:"ff-axis",x1:M.left,x2:F-M.right,y1:m,y2:m})),r&&g.append(te("text",{
class:"ff-axis-label","text-anchor":"middle",x:(M.left+F-M.right)/2,y:s-5},r)),a){let $=(M.top+m)/2;g.append(te("text",{class:"ff-axis-label","text-anchor":"mid\
dle",x:11,y:$,transform:`rotate(-90 11 ${$})`},a))}}function L(){g.replaceChildren(),g.setAttribute("viewBox",`0 0 ${F} ${s}`),g.setAttribute("width",F),y();let m=s-
M.bottom;for(let{points:$,colour:I="accent"}of f.areas??[]){let R=v($[0][0]).toFixed(1),E=v($[$.length-1][0]).toFixed(1);g.append(te("path",{d:`${A($)}L${E} ${m}\
L${R} ${m}Z`,class:"ff-area",style:`fill:var(--ff-${I})`}))}for(let{points:$,colour:I="accent",dash:R=!1,width:E=2}of f.lines??[])g.append(te("path",{d:A($),class:"\
ff-line",style:`stroke:var(--ff-${I});stroke-width:${E};${R?"stroke-dasharray:5 4":""}`}));for(let{x:$,y:I,colour:R="ink",handle:E}of f.marks??[])I===void 0?g.append(
te("line",{x1:v($),x2:v($),y1:M.top,y2:m,class:"ff-rule",style:`stroke:var(--ff-${R})`})):g.append(te("circle",{cx:v($),cy:c(h(I)),r:E?9:4.5,class:E?"ff-handle":
"ff-mark",...E&&{"data-handle":E},style:`${E?"stroke":"fill"}:var(--ff-${R})`}))}function N(m){let $=g.getBoundingClientRect(),I=(m.clientX-$.left-M.left)/($.width-
M.left-M.right),R=($.bottom-M.bottom-m.clientY)/(s-M.top-M.bottom);return[[I,k.x],[R,k.y]].map(([E,[j,ne]])=>j+Math.min(Math.max(E,0),1)*(ne-j))}let T=null,P=m=>{
let[$,I]=N(m);T?b(T,$,I):u&&u($)};return(u||b)&&(u&&g.classList.add("ff-draggable"),g.addEventListener("pointerdown",m=>{T=m.target.dataset?.handle??null,!(!T&&
!u)&&(g.setPointerCapture(m.pointerId),T||P(m))}),g.addEventListener("pointermove",m=>{g.hasPointerCapture(m.pointerId)&&P(m)})),e&&x.append(w("span",{class:"ff\
-title"},e)),x.append(g),Te(x,m=>{F=m,L()}),{element:x,update(m){f=m,L()},limits(m){Object.assign(k,m)},describe(m){g.setAttribute("aria-label",m)}}}function pe(t){
return w("div",{class:"ff-legend"},...t.map(([e,n,o])=>w("span",{},w("i",{style:`border-top:3px ${o?"dashed":"solid"} var(--ff-${e})`}),n)))}function We(t){return t=Math.imul(t^t>>>16,2146121005),t=Math.imul(t^t>>>15,2221713035),(t^t>>>16)>>>0}function Dt(t,e){let n=We(t+2654435769>>>0);return We(We(
e+n>>>0)+Math.imul(n,2246822507)>>>0)}function st(t,e){return(Dt(t,e)+.5)/4294967296}function J(t,e){let n=new Float32Array(e);for(let o=0;o<e;o+=2){let r=Math.
sqrt(-2*Math.log(st(t,o))),a=2*Math.PI*st(t,o+1);n[o]=r*Math.cos(a),o+1<e&&(n[o+1]=r*Math.sin(a))}return n}function Ie(t){let e=t.length/3,n=[0,0,0],o=[0,0,0];t.forEach((a,s)=>{n[s%3]+=a/e}),t.forEach((a,s)=>{o[s%3]+=(a-n[s%3])**2/e});for(let a=0;a<3;a+=1)o[a]=Math.sqrt(
o[a])||1;let r=Float64Array.from(t,(a,s)=>(a-n[s%3])/o[s%3]);return{mean:n,std:o,image:r}}function Re({mean:t,std:e,image:n},o,r,a){let s=new Uint8ClampedArray(
n.length);for(let i=0;i<n.length;i+=1)s[i]=(r*n[i]+a*o[i])*e[i%3]+t[i%3];return s}function jt({min_signal_rate:t=.02,max_signal_rate:e=.95}={}){let n=Math.acos(e),o=Math.acos(t);return r=>-2*Math.log(Math.tan(n+r*(o-n)))}function qt({beta_start:t=1e-4,
beta_end:e=.02,steps:n=1e3}={}){let o=new Float64Array(n),r=0;for(let a=0;a<n;a+=1)r+=Math.log1p(-(t+(e-t)*a/(n-1))),o[a]=r;return a=>{let s=a*(n-1),i=Math.min(
Math.floor(s),n-2),l=o[i]+(o[i+1]-o[i])*(s-i);return l-Math.log(-Math.expm1(l))}}function Ut({start:t=2.5,end:e=-7.5}={}){return n=>t+n*(e-t)}var rt={cosine:jt,
linear:qt,log_snr:Ut};function z(t,e={}){let n=rt[t](e);return{logSNR:n,rates:o=>Wt(n(o))}}function Wt(t){return{signal:Math.sqrt(1/(1+Math.exp(-t))),noise:Math.
sqrt(1/(1+Math.exp(t)))}}var hn=Object.keys(rt);function at(t,e,n,o,r){for(let a=1,s=0;a<r;a+=1){let i=r>>1;for(;s&i;i>>=1)s^=i;if(s^=i,a<s){let l=n+a*o,p=n+s*o;[t[l],t[p]]=[t[p],t[l]],[e[l],e[p]]=[e[p],e[l]]}}
for(let a=2;a<=r;a*=2)for(let s=0;s<a/2;s+=1){let i=Math.cos(-2*Math.PI*s/a),l=Math.sin(-2*Math.PI*s/a);for(let p=s;p<r;p+=a){let d=n+p*o,u=d+a/2*o,b=t[u]*i-e[u]*
l,x=t[u]*l+e[u]*i;t[u]=t[d]-b,e[u]=e[d]-x,t[d]+=b,e[d]+=x}}}function He(t,e){let n=Float64Array.from(t),o=new Float64Array(e*e);for(let r=0;r<e;r+=1)at(n,o,r*e,
1,e);for(let r=0;r<e;r+=1)at(n,o,r,e,e);return{real:n,imaginary:o}}function it(t){let e=new Int16Array(t*t);for(let n=0;n<t;n+=1)for(let o=0;o<t;o+=1){let r=Math.
min(n,t-n),a=Math.min(o,t-o),s=Math.round(Math.hypot(a,r));e[n*t+o]=s<=t/2?s:-1}return e}function Ge(t,e,n,o,r,a){let s=new Float64Array(a/2+1),i=new Float64Array(
a/2+1);for(let l=0;l<a*a;l+=1){if(r[l]<0)continue;let p=n*t.real[l]+o*e.real[l],d=n*t.imaginary[l]+o*e.imaginary[l];s[r[l]]+=(p*p+d*d)/(a*a),i[r[l]]+=1}return s.
map((l,p)=>l/i[p])}var Ht=[{kind:"cosine",name:"Cosine schedule",colour:"signal"},{kind:"linear",name:"Linear schedule",colour:"noise"}];function lt(t,e,n){let o=new Float64Array(
n);for(let a of t){let s=Math.floor((a+e)/(2*e)*n);s>=0&&s<n&&(o[s]+=1)}let r=2*e/n;return o.map(a=>a/(t.length*r))}function ut(t,e){let{size:n,seed:o}=e,r=se(e.
pixels),a=J(o,r.length),s=Ie(r),{image:i}=s,l=new Float64Array(r.length),p=it(n),d=He(ct(i),n),u=He(ct(a),n),b=Ht.map(y=>({...y,schedule:z(y.kind),view:D({label:y.
name,title:y.name,width:n,height:n}),note:w("div",{class:"ff-note"})})),x=re({label:"Histogram of the pixel values",title:"Pixel values",x:[-4,4],y:[0,.8],xLabel:"\
standardised value",xTicks:[-4,-2,0,2,4],yTicks:[0,.4,.8]}),g=re({label:"Power spectrum",title:"Power at each scale",x:[0,Math.log10(n/2)],y:[-2,4],xLabel:"cycl\
es per picture: coarse → fine",xTicks:[1,2,4,8,16,32,64].filter(y=>y<=n/2).map(Math.log10),formatX:y=>Math.round(10**y),yTicks:[-2,0,2,4],formatY:y=>`10${Gt(y)}`}),
M=O({label:"Time t",min:0,max:1,step:.01,value:e.t,format:y=>y.toFixed(2),onInput:c}),k=W();t.append(U(M,oe(t,M,{label:"Dissolve"})),w("div",{class:"ff-columns \
ff-pair ff-dissolve"},...b.map(({view:y,note:L})=>w("div",{},y.element,L))),w("div",{class:"ff-columns ff-two"},x.element,g.element),pe([["signal","cosine"],["n\
oise","linear"],["muted","photograph",!0],["ink","pure noise",!0]]),k.element);let F=Xt(81).map(y=>-4+y/10).map(y=>[y,Math.exp(-y*y/2)/Math.sqrt(2*Math.PI)]),f=h(
lt(i,4,40)),v=A(Ge(d,u,1,0,p,n));function c(){let y=M.value,L=[],N=[],T=[];for(let{schedule:P,view:m,note:$,colour:I,name:R}of b){let{signal:E,noise:j}=P.rates(
y);for(let S=0;S<l.length;S+=1)l[S]=E*i[S]+j*a[S];m.draw(Re(s,a,E,j));let ne=`signal ${E.toFixed(2)}, noise ${j.toFixed(2)}`;$.textContent=ne,m.describe(`Photog\
raph of a flower, ${R.toLowerCase()}, t = ${y.toFixed(2)}: ${ne}`),L.push({points:h(lt(l,4,40)),colour:I}),N.push({points:A(Ge(d,u,E,j,p,n)),colour:I}),T.push(`${R.
toLowerCase().split(" ")[0]} keeps ${Math.round(100*E**2)} %`)}x.update({lines:[{points:f,colour:"muted",dash:!0,width:1.5},{points:F,colour:"ink",dash:!0,width:1.5},
...L]}),g.update({lines:[{points:v,colour:"muted",dash:!0,width:1.5},{points:[[0,0],[Math.log10(n/2),0]],colour:"ink",dash:!0,width:1.5},...N]}),k.say(`At t = ${y.
toFixed(2)} the ${T.join(", the ")} of the variance from the image.`)}function h(y){return Array.from(y,(L,N)=>[-4+8*(N+.5)/y.length,L])}function A(y){return Array.
from(y,(L,N)=>[Math.log10(N),Math.log10(L+1e-9)]).slice(1)}c()}function ct(t){return Float64Array.from({length:t.length/3},(e,n)=>(t[3*n]+t[3*n+1]+t[3*n+2])/Math.
sqrt(3))}function Gt(t){return String(t).replace("-","⁻").replace(/\d/g,e=>"⁰¹²³⁴⁵⁶⁷⁸⁹"[e])}function Xt(t){return Array.from({length:t},(e,n)=>n)}var _e=[[125,47,6],[234,103,29],[243,189,152],[236,234,230],[165,210,251],[35,149,252],[10,74,138]];function Yt(t){let e=(Math.min(Math.max(t,-1),1)+1)/2*(_e.length-
1),n=Math.min(Math.floor(e),_e.length-2);return[0,1,2].map(o=>{let[r,a]=[_e[n][o],_e[n+1][o]];return r+(a-r)*(e-n)})}function Ae(t){let e=new Uint8ClampedArray(
3*t.length);return t.forEach((n,o)=>e.set(Yt(n),3*o)),e}function dt(t,e,n){let[o,r]=[Math.log10(e),Math.log10(n)],a=t/2;return Array.from({length:a},(s,i)=>10**(a===1?o:o+(r-o)*i/(a-1)))}function Xe(t,e){let n=e.map(
o=>Math.fround(Math.fround(t)*Math.fround(2*Math.PI*o)));return Float64Array.from([...n.map(Math.sin),...n.map(Math.cos)])}function Ye(t,e){return e.reduce((o,r)=>o+
Math.cos(2*Math.PI*r*t),0)/e.length}var he=400,Ve=1e-4;function mt(t,e){let n=null,o=(c,h)=>O({label:c,min:0,max:1,step:.001,value:h,format:A=>A.toFixed(3),onInput:v}),r=o("Noise variance a",e.a),
a=o("Noise variance b",e.b),s=(c,h,A,y)=>O({label:c,min:h,max:A,step:.1,value:Math.log10(y),format:L=>`${Number((10**L).toPrecision(2))}`,onInput:f}),i=s("Lowes\
t frequency",-1,1,e.min_frequency),l=s("Highest frequency",1,3,e.max_frequency),p=K({label:"Length",value:String(e.dim),onChange:f,options:[8,16,32,64].map(c=>[
String(c),String(c)])}),d=w("div",{class:"ff-map"}),u=["a","b"].map(c=>w("i",{class:"ff-cursor"},w("b",{},c))),b=w("div",{class:"ff-vectors"}),x=re({label:"Simi\
larity against the distance between two noise levels",title:"Similarity at every distance",x:[Math.log10(Ve),0],y:[-.5,1],xLabel:"distance between a and b",height:180,
xTicks:[-4,-3,-2,-1,0],formatX:c=>String(Number((10**c).toPrecision(1))),yTicks:[-.5,0,.5,1]}),g=W();t.append(U(r,a),U(i,l,p),w("span",{class:"ff-title"},"The v\
ector of every noise variance from 0 to 1"),d,w("div",{class:"ff-columns ff-two ff-gap"},b,x.element),g.element),d.addEventListener("pointerdown",c=>{d.setPointerCapture(
c.pointerId);let h=M(c);d.moved=Math.abs(h-r.value)<=Math.abs(h-a.value)?r:a,d.moved.value=h}),d.addEventListener("pointermove",c=>{d.hasPointerCapture(c.pointerId)&&
(d.moved.value=M(c))});function M(c){let h=d.getBoundingClientRect();return Math.min(Math.max((c.clientX-h.left)/h.width,0),1)}let k=[],F=[];function f(){let c=Number(
p.value);k=dt(c,10**i.value,10**l.value),n=D({label:`Embeddings of length ${c}: each column is the vector of one noise variance`,width:he,height:c}),n.draw(Ae(Vt(
k))),d.replaceChildren(n.element,...u),F=[["vector of a","a"],["vector of b","b"],["a times b, cell by cell",""]].map(([h])=>D({label:h,title:h,width:c,height:1})),
b.replaceChildren(...F.map(h=>h.element),w("div",{class:"ff-note"},`Left half sines, right half cosines, each from slow to fast. The sum of the last row, divide\
d by ${c/2}, is the similarity.`)),v()}function v(){let[c,h]=[Xe(r.value,k),Xe(a.value,k)],A=c.map((P,m)=>P*h[m]);[c,h,A].forEach((P,m)=>F[m].draw(Ae(P))),u[0].
style.left=`${100*r.value}%`,u[1].style.left=`${100*a.value}%`,u[0].classList.toggle("ff-left",r.value<=a.value),u[1].classList.toggle("ff-left",r.value>a.value);
let y=Math.abs(r.value-a.value),L=Ye(y,k),N=400,T=Array.from({length:N+1},(P,m)=>{let $=Math.log10(Ve)*(1-m/N);return[$,Ye(10**$,k)]});x.update({lines:[{points:T,
colour:"leaf"}],marks:[{x:Math.log10(Math.max(y,Ve)),y:L,colour:"petal"}]}),g.say(`Distance ${y.toFixed(3)}, similarity ${L.toFixed(2).replace("-","−")}. From\
 a to b the slowest wave turns ${ft(k[0]*y)}, the fastest ${ft(k[k.length-1]*y)}.`)}f()}function ft(t){return t===1?"once":`${Number(t.toPrecision(2))} times`}function Vt(t){
let e=new Float64Array(2*t.length*he);return t.forEach((n,o)=>{let r=Math.PI*n/he,a=Math.sin(r)/r;for(let s=0;s<he;s+=1){let i=2*Math.PI*n*(s+.5)/he;e[o*he+s]=a*
Math.sin(i),e[(o+t.length)*he+s]=a*Math.cos(i)}}),e}async function ce(t){let e=new Image;e.src=t,await e.decode();let n=document.createElement("canvas");n.width=e.naturalWidth,n.height=e.naturalHeight;let o=n.getContext(
"2d",{willReadFrequently:!0});return o.drawImage(e,0,0),o.getImageData(0,0,n.width,n.height)}function we(t){return decodeURIComponent(t.querySelector(".ff-still\
 img").getAttribute("src")).match(/ href='([^']*)'/)[1]}function be(t,e,n,o,r){let a=new Uint8ClampedArray(3*o*r);for(let s=0;s<r;s+=1)for(let i=0;i<o;i+=1){let l=4*
((n+s)*t.width+e+i);a.set(t.data.subarray(l,l+3),3*(s*o+i))}return a}function Be(t,e,n,o,r){let a=new Uint8ClampedArray(3*o*r);for(let s=0;s<3;s+=1){let i=n+s*t.
height/3;for(let l=0;l<r;l+=1)for(let p=0;p<o;p+=1)a[3*(l*o+p)+s]=t.data[4*((i+l)*t.width+e+p)]}return a}function pt(t,e,n){let{size:o,times:r,flowers:a}=e,s=r.length-1,i=null,l=f=>a.map(v=>D({label:`${v}: ${f}`,width:o,height:o})),p=l("noisy"),d=l("guess"),u=O({label:"\
From noise to flower",min:0,max:s,step:1,value:0,format:f=>`t = ${r[f].toFixed(1)}`,onInput:M}),b=W(),x=(f,v)=>w("div",{},w("span",{class:"ff-title"},f),w("div",
{class:"ff-triple"},...v.map(c=>c.element))),g=w("div",{class:"ff-first ff-draggable"},x("The noisy picture",p),x("What the network takes it to be",d));t.append(
U(u,oe(n,u,{seconds:4})),g,b.element);function M(){if(!i)return;let f=u.value;a.forEach((v,c)=>{let h=[f*o,c*o,o,o];p[c].draw(Be(i.noisy,...h)),d[c].draw(be(i.guess,
...h)),p[c].describe(`A ${v} on its way out of noise, moment ${f} of ${s}`),d[c].describe(`What the network takes it to be at moment ${f} of ${s}`)}),b.say(k(f))}
function k(f){return f===0?"t = 1: pure noise. The guess is hardly more than a mean colour.":f===s?"t = 0: no noise is left. The last guess is the picture.":`t \
= ${r[f].toFixed(1)}: step ${2*f} of ${2*s}.`}let F=f=>{let v=g.getBoundingClientRect(),c=(f.clientX-v.left)/v.width;u.value=Math.round(Math.min(Math.max(c,0),1)*
s)};g.addEventListener("pointerdown",f=>{g.setPointerCapture(f.pointerId),F(f)}),g.addEventListener("pointermove",f=>{g.hasPointerCapture(f.pointerId)&&F(f)}),Promise.
all([ce(e.noisy),ce(we(n))]).then(([f,v])=>{i={noisy:f,guess:v},n.dataset.state="ready",u.value=u.value===0?Math.round(.4*s):u.value})}var ht=`// Grow a flower: runs the network in a thread of its own, so that the page stays alive.
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
`;function ye(t){return Array.from({length:t+1},(e,n)=>1-n/t)}function Oe(t,e){return t+Math.imul(e+1,2654435769)>>>0}function Ke(t,e,n){let o=Math.sqrt(Math.max(
0,1-(t.signal/e.signal)**2)),r=n*(e.noise/t.noise)*o;return{kept:Math.sqrt(Math.max(0,e.noise**2-r**2)),fresh:r}}function gt(t,e,n,o,r=0,a=null){let{kept:s,fresh:i}=Ke(
n,o,r),l=new Float32Array(t.length),p=new Float32Array(t.length);for(let d=0;d<t.length;d+=1)l[d]=(t[d]-n.noise*e[d])/n.signal,p[d]=o.signal*l[d]+s*e[d]+(a?i*a[d]:
0);return{image:l,noisy:p}}function wt(t,e,n){return e.map((o,r)=>t[r]+n*(o-t[r]))}function Fe(t,e,n){let o=t.length/3,r=new Uint8ClampedArray(t.length);for(let a=0;a<
3;a+=1)for(let s=0;s<o;s+=1)r[3*s+a]=255*(t[a*o+s]*n[a]+e[a]);return r}async function bt(t,e,n){let o=await fetch(t,{signal:n});if(!o.ok)throw new Error(`${t} answers ${o.status}`);let r=o.body.getReader(),a=[],s=0;for(;;){let{done:i,
value:l}=await r.read();if(i)break;a.push(l),s+=l.length,e(s)}return new Blob(a).arrayBuffer()}function Jt(){let t=URL.createObjectURL(new Blob([ht],{type:"text\
/javascript"})),e=new Worker(t,{type:"module"}),n=new Map,o=0,r=s=>{for(let{reject:i}of n.values())i(new Error(s));n.clear()};e.onerror=s=>{s.preventDefault(),r(
s.message||"the worker could not start")},e.onmessage=({data:{id:s,answer:i,error:l}})=>{let{resolve:p,reject:d}=n.get(s)??{};n.delete(s),l?d?.(new Error(l)):p?.(
i)};let a=(s,i,l=[])=>new Promise((p,d)=>{o+=1,n.set(o,{resolve:p,reject:d}),e.postMessage({id:o,task:s,...i},l)});return{load:s=>a("load",s,[s.binary]),predict:s=>a(
"predict",s),end:()=>e.terminate()}}async function Zt(){try{return!!await navigator.gpu?.requestAdapter()}catch{return!1}}function Qt(){return location.protocol===
"file:"?"Opened from a folder, this page may not load the network: browsers forbid it. Serve the folder (python -m http.server) or read the book on its site. Wh\
at you see is recorded.":typeof WebAssembly!="object"||typeof Worker!="function"?"This browser has no WebAssembly, in which the network runs. What you see is re\
corded.":""}function yt(t,e,n){let{size:o,mean:r,std:a,classes:s}=e,i=3*o*o,l=z(e.schedule.kind,e.schedule.options),p=C=>Fe(C,r,a),d=C=>(C/1e6).toFixed(1),u=null,
b=null,x=0,g={seed:e.seed,steps:e.steps,eta:0,label:e.label,guidance:e.guidance,acts:"middle",processor:"wasm"},M=(C,G=Number)=>Q=>{if(g[C]=G(Q),c.input.disabled=
y.input.disabled=g.label===s,C==="processor")return ee();C==="seed"&&ne(),u&&C!=="seed"?Le():u&&Ce()},k=O({label:"Seed",min:0,max:999,step:1,value:g.seed,onInput:M(
"seed")}),F=K({label:"Steps",value:String(g.steps),onChange:M("steps"),options:[5,10,20,40].map(C=>[String(C),String(C)])}),f=O({label:"Fresh noise η",min:0,max:1,
step:.1,value:0,format:C=>C.toFixed(1),onInput:M("eta")}),v=K({label:"Flower",value:String(e.label),onChange:M("label"),options:[[String(s),"no class"],...e.class_names.
map((C,G)=>[String(G),C]).sort((C,G)=>C[1]<G[1]?-1:1)]}),c=O({label:"Guidance",min:0,max:8,step:.5,value:e.guidance,format:C=>C.toFixed(1),onInput:M("guidance")}),
[h,A]=e.interval,y=K({label:"Guidance acts",value:"middle",onChange:M("acts",String),options:[["middle",`from t = ${A} to ${h}`],["always","always"]]});c.input.
disabled=y.input.disabled=e.label===s;let L=K({label:"Runs on",value:"wasm",onChange:M("processor",String),options:Object.entries(e.runtimes).map(([C,{name:G,bytes:Q}])=>[
C,`${G} (${d(Q)} MB)`])});L.element.hidden=!0;let N=()=>e.runtimes[g.processor].bytes+(b?0:e.model_bytes),T=()=>`Grow a flower (downloads ${d(N())} MB)`,P=Ee({label:T(),
onClick:ae}),m=Ee({label:"Another seed",onClick:()=>{k.value=(g.seed+1)%1e3}}),$=w("progress",{max:1,value:0,"aria-label":"Download",hidden:!0}),I={noisy:D({label:"\
The noisy image",title:"Noisy image",width:o,height:o}),image:D({label:"The predicted image",title:"Predicted image",width:o,height:o})},R=w("div",{class:"ff-gr\
ow-strip",role:"group","aria-label":"The predicted image, step by step"}),E=W();t.append(U(k,F,f,...s?[v,c,y]:[],L),w("div",{class:"ff-controls"},P,m,$),w("div",
{class:"ff-columns ff-pair ff-grow"},I.noisy.element,I.image.element),R,E.element);function j(C){n.dataset.state=C}function ne(){I.noisy.draw(p(J(g.seed,i))),u||
I.image.draw(p(new Float32Array(i)))}let S=se(e.recorded),_=S.length/i;for(let C=0;C<_;C+=1)H(S.subarray(C*i,(C+1)*i));ne(),I.image.draw(S.subarray((_-1)*i));let B=Qt();
if(P.disabled=m.disabled=B!=="",B)for(let C of[k,F,f,v])C.input.disabled=!0;let Y=e.label===s?"":`${e.class_names[e.label]}, `;E.say(B||`Recorded: ${Y}seed ${e.
seed}, ${e.steps} steps. The network (${d(e.model_bytes)} MB) and the runtime are fetched when you press the button.`),j(B?"impossible":"asleep"),B||Zt().then(C=>{
L.element.hidden=!C,n.dataset.graphics=C?"yes":"no"});function H(C){let G=w("canvas",{width:o,height:o,"aria-hidden":"true"}),Q=G.getContext("2d"),ie=Q.createImageData(
o,o);for(let V=0;V<o*o;V+=1)ie.data.set([C[3*V],C[3*V+1],C[3*V+2],255],4*V);Q.putImageData(ie,0,0),R.append(G)}function ee(){x+=1,u?.end(),u=null,P.textContent=
T(),E.say(`Press the button to fetch the runtime for the ${e.runtimes[g.processor].name}.`),j("asleep")}async function ae(){if(u)return Le();let C=g.processor,{
module:G,binary:Q}=e.runtimes[C],ie=N();$.max=ie,P.disabled=L.input.disabled=!0,$.hidden=!1,j("loading");let V=new AbortController;try{let ue=new URL(document.documentElement.
dataset.content_root??e.root,location.href),Pe=new URL(e.runtime,ue).href,ve=new URL(e.model,ue).href,Me=[0,0],de=Ne=>q=>{V.signal.aborted||(Me[Ne]=q,$.value=Me[0]+
Me[1],E.say(`Downloading: ${d($.value)} of ${d(ie)} MB`))},[Se,$e]=await Promise.all([bt(`${Pe}${Q}`,de(0),V.signal),b??bt(ve,de(1),V.signal)]);b=$e,E.say("Star\
ting the network");let ke=Jt();await ke.load({runtime:Pe,module:G,binary:Se,network:b,processor:C}),u=ke,P.textContent="Grow it again"}catch(ue){V.abort(),C==="\
webgpu"&&(L.value="wasm"),E.say(`The network could not be loaded (${ue.message}). ${C==="webgpu"?"Press the button to run it on the processor instead.":"This fi\
gure runs on the pages of the book's site; the chapter does the same in Python."}`),j("failed");return}finally{$.hidden=!0,P.disabled=L.input.disabled=!1}await Le()}
let xe=0;function Ce(){x+=1,clearTimeout(xe),xe=setTimeout(Le,250)}async function Le(){let C=x+=1,{seed:G,steps:Q,eta:ie,label:V,guidance:ue}=g,Pe=q=>V!==s&&ue!==
1&&(g.acts==="always"||h<=q&&q<=A),ve=ye(Q),Me=new Set(Array.from({length:10},(q,fe)=>Math.ceil((fe+1)*Q/10))),de=J(G,i),Se=0,$e=0,ke="";R.replaceChildren(),j("\
growing");let Ne=async(q,fe)=>{let le=await u.predict({noisy:de,size:o,variance:q.noise**2,label:fe});return Se+=le.seconds,$e+=1,n.dataset.processor=le.processor,
ke=le.reason?`on the processor: the graphics card could not be used (${le.reason})`:`on your ${e.runtimes[le.processor].name}`,le.prediction};try{for(let q=0;q<
Q;q+=1){let[fe,le]=[l.rates(ve[q]),l.rates(ve[q+1])],je=await Ne(fe,V);if(C===x&&Pe(ve[q])&&(je=wt(await Ne(fe,s),je,ue)),C!==x)return;let It=ie>0?J(Oe(G,q),i):
null,qe=gt(de,je,fe,le,ie,It);de=qe.noisy,I.noisy.draw(p(de)),I.image.draw(p(qe.image)),Me.has(q+1)&&H(p(qe.image)),E.say(`Step ${q+1} of ${Q}, seed ${G}: ${(Se/
$e).toFixed(2)} s a network evaluation here, ${ke}.`)}}catch(q){E.say(`The network stopped: ${q.message}`),j("failed");return}n.dataset.seconds=(Se/$e).toFixed(
4),j("done")}}function Je(t){let e=se(t),n=new Float32Array(e.length/2);for(let o=0;o<n.length;o+=1){let r=e[2*o]|e[2*o+1]<<8,a=r>>10&31,s=r&1023,i=a?(1+s/1024)*2**(a-15):s*2**
-24;n[o]=r&32768?-i:i}return n}function Mt({shapes:t,weights:e}){let n=Je(e),o=[],r=0;for(let a=0;a<t.length;a+=2){let[s,i]=t[a],l=n.subarray(r,r+s*i);r+=s*i,o.
push({inputs:i,outputs:s,weight:l,bias:n.subarray(r,r+s)}),r+=s}return o}var Z=128;function*zt(t,e,n){let o=e.length/2,r=[n.signal,n.noise,Math.log(n.signal/n.noise)],a=new Float32Array(2*o),s=Math.max(...t.map(({outputs:p})=>p)),[i,l]=[new Float32Array(
s*Z),new Float32Array(s*Z)];for(let p=0;p<o;p+=Z){let d=Math.min(Z,o-p);for(let u=0;u<d;u+=1)i[u]=e[p+u],i[Z+u]=e[o+p+u];t.forEach((u,b)=>{if(en(u,b===0?r:[],i,
l,d),b<t.length-1)for(let x=0;x<u.outputs*Z;x+=1)l[x]/=1+Math.exp(-l[x]);[i,l]=[l,i]});for(let u=0;u<d;u+=1)a[p+u]=i[u],a[o+p+u]=i[Z+u];yield}return a}function en({
inputs:t,outputs:e,weight:n,bias:o},r,a,s,i){let l=t-r.length,p=l%4===0?4:2;for(let d=0;d<e;d+=1){let u=d*t,b=d*Z,x=o[d];r.forEach((g,M)=>{x+=n[u+l+M]*g}),s.fill(
x,b,b+Z);for(let g=0;g<l;g+=p){let M=n[u+g],k=n[u+g+1],F=g*Z;if(p===4){let f=n[u+g+2],v=n[u+g+3];for(let c=0;c<i;c+=1)s[b+c]+=M*a[F+c]+k*a[F+Z+c]+f*a[F+2*Z+c]+v*
a[F+3*Z+c]}else for(let f=0;f<i;f+=1)s[b+f]+=M*a[F+f]+k*a[F+Z+f]}}}function*xt(t,e,n){let o=yield*zt(t,e,n),r=new Float32Array(e.length),a=new Float32Array(e.length);
for(let s=0;s<e.length;s+=1)r[s]=n.signal*e[s]-n.noise*o[s],a[s]=n.noise*e[s]+n.signal*o[s];return{image:r,noise:a}}function vt({image:t,noise:e},n,o,r=0,a=null,s=new Float32Array(
t.length)){for(let i=0;i<s.length;i+=1)s[i]=n*t[i]+o*e[i]+(a?r*a[i]:0);return s}var De={ddim:{name:"DDIM",stochastic:!0,cost:t=>t},ddpm:{name:"DDPM (η = 1)",stochastic:!1,
cost:t=>t},heun:{name:"Heun",stochastic:!1,cost:t=>2*t-1},dpm_solver_pp:{name:"DPM-Solver++(2M)",stochastic:!1,cost:t=>t}};function St({layers:t,schedule:e,start:n,
solver:o,steps:r,eta:a=0,seed:s=0}){let i=ye(r),l=i.map(f=>e.rates(f)),p=o==="ddpm"?1:o==="ddim"?a:0,d=[n],u=[],b=[],x=[];function*g(f){let v=d[f],c=yield*xt(t,
v,l[f]);if(o==="heun"&&f<r-1){let h=vt(c,l[f+1].signal,l[f+1].noise),A=yield*xt(t,h,l[f+1]),y=c.noise.map((N,T)=>(N+A.noise[T])/2);return{image:v.map((N,T)=>(N-
l[f].noise*y[T])/l[f].signal),noise:y}}if(b[f]=c.image,o==="dpm_solver_pp"&&f>0){let[h,A,y]=[-1,0,1].map(P=>e.logSNR(i[f+P])),L=(y-A)/(2*(A-h)),N=c.image.map((P,m)=>(1+
L)*P-L*b[f-1][m]),T=v.map((P,m)=>(P-l[f].signal*N[m])/l[f].noise);return{image:N,noise:T}}return c}function*M(){for(let f=0;f<r;f+=1)u.push(yield*g(f)),x.push(p>
0?J(Oe(s,f),n.length):null),d.push(F(f,l[f+1]))}let k=M();function F(f,v,c){let{kept:h,fresh:A}=Ke(l[f],v,p);return vt(u[f],v.signal,h,A,x[f],c)}return{at(f,v){
if(f>=1)return n;let c=Math.min(Math.floor((1-f)*r+1e-9),r-1);for(;d.length<=c+1;)k.next();return F(c,e.rates(f),v)},ahead(f){let v=performance.now()+f;for(;d.length<=
r&&performance.now()<v;)k.next();return d.length<=r}}}var X=2.7,tn=48,nn=4;function $t(t,e,n){let o=z("log_snr",e.schedule),r=Mt(e.network),a=Je(e.network.points),s={solver:e.solver,steps:e.steps,eta:0},i={x:e.handle[0],
y:e.handle[1]},l=J(e.seed,2*e.count),p=new Float32Array(l.length),[d,u,b]=[null,null,null],x=K({label:"Solver",value:s.solver,onChange(S){s.solver=S,M.input.disabled=
!De[S].stochastic,N()},options:Object.entries(De).map(([S,{name:_}])=>[S,_])}),g=O({label:"Steps",min:1,max:50,step:1,value:s.steps,onInput(S){s.steps=S,N()}}),
M=O({label:"Fresh noise η",min:0,max:1,step:.1,value:0,format:S=>S.toFixed(1),onInput(S){s.eta=S,N()}}),k=O({label:"Way from noise to data",min:0,max:1,step:.001,
value:0,format:S=>`t = ${(1-S).toFixed(2)}`,onInput:E}),F=O({label:"Ringed particle: x",min:-X,max:X,step:.05,value:i.x,format:S=>S.toFixed(2),onInput:S=>y(S,i.
y)}),f=O({label:"Ringed particle: y",min:-X,max:X,step:.05,value:i.y,format:S=>S.toFixed(2),onInput:S=>y(i.x,S)}),v=Ue({label:"Paths",value:!0,onChange:E}),c=Ue(
{label:"Data",value:!0,onChange:E}),h=w("canvas",{role:"img",class:"ff-plane","aria-label":"Particles in the plane"}),A=W();t.append(U(...e.simple?[g]:[x,g,M]),
U(k,oe(n,k,{seconds:4}),v,c),h,A.element,w("div",{class:"ff-controls ff-gap"},F.element,f.element));function y(S,_){Object.assign(i,{x:S,y:_}),b=null,E()}function L(S){
return St({layers:r,schedule:o,start:S,seed:e.seed,...s})}function N(){[d,u,b]=[L(l),null,null],E()}function T(S){let _=L(S),B=Math.max(60,s.steps);return Array.
from({length:B+1},(Y,H)=>_.at(1-H/B))}let P=0,m=h.getContext("2d"),$=S=>(S+X)/(2*X)*P;function I(S,_,B,Y){let H=S[0].length/2;m.strokeStyle=_,m.lineWidth=B,m.beginPath();
for(let ee=0;ee<H;ee+=1)for(let ae=0;ae<=Y;ae+=1){let[xe,Ce]=[$(S[ae][ee]),P-$(S[ae][H+ee])];ae?m.lineTo(xe,Ce):m.moveTo(xe,Ce)}m.stroke()}function R(S,_,B){let Y=S.
length/2;m.fillStyle=_;for(let H=0;H<Y;H+=1)m.fillRect($(S[H])-B/2,P-$(S[Y+H])-B/2,B,B)}function E(){if(!P||!d)return;let S=1-k.value,_=d.at(S,p);if(m.clearRect(
0,0,P,P),c.value&&(m.globalAlpha=.45,R(a,me(n,"muted"),2),m.globalAlpha=1),R(_,me(n,"signal"),2.2),v.value){u??=T(on(l,tn));let ae=Math.round((1-S)*(u.length-1));
m.globalAlpha=.55,I(u,me(n,"noise"),1,ae),m.globalAlpha=1}b??=T(Float32Array.of(i.x,i.y)),I(b,me(n,"accent"),2.5,b.length-1);let B=b[Math.round((1-S)*(b.length-
1))];j(B[0],B[1],5,!0),j(i.x,i.y,9,!1);let{name:Y,cost:H}=De[s.solver],ee=b[b.length-1];A.say(`${e.count} particles at t = ${S.toFixed(2)}. ${Y} with ${s.steps}\
 steps evaluates the network ${H(s.steps)} times. The ringed particle ends at (${ee[0].toFixed(2)}, ${ee[1].toFixed(2)}).`),d.ahead(nn)}function j(S,_,B,Y){m.beginPath(),
m.arc($(S),P-$(_),B,0,2*Math.PI),m.lineWidth=3,m.strokeStyle=me(n,"accent"),m.fillStyle=me(n,Y?"accent":"panel"),m.fill(),m.stroke()}let ne=S=>{let _=h.getBoundingClientRect(),
B=ee=>Math.min(Math.max(ee,-X),X),Y=B((S.clientX-_.left)/_.width*2*X-X),H=B(X-(S.clientY-_.top)/_.height*2*X);F.limits(-X,X,Y),f.limits(-X,X,H),y(Y,H)};h.addEventListener(
"pointerdown",S=>{h.setPointerCapture(S.pointerId),ne(S)}),h.addEventListener("pointermove",S=>{h.hasPointerCapture(S.pointerId)&&ne(S)}),N(),Te(h,S=>{P=S;let _=window.
devicePixelRatio||1;h.width=h.height=Math.round(P*_),m=h.getContext("2d"),m.setTransform(h.width/P,0,0,h.width/P,0,0),E()}),tt(n,E)}function on(t,e){let n=t.length/
2,o=new Float32Array(2*e);return o.set(t.subarray(0,e)),o.set(t.subarray(n,n+e),e),o}function kt(t,e,n){let{size:o,runs:r,mean:a,std:s}=e,i=z(e.schedule.kind,e.schedule.options),l=Fe(J(e.seed,3*o*o),a,s),p=Fe(new Float32Array(3*o*o),a,s),d=A=>[...new Set(
r.map(y=>y[A]))].map(String),{steps:u,eta:b}=r[e.open],x=null,g=A=>d(A).map(y=>[y,y]),M=K({label:"Steps",options:g("steps"),value:String(u),onChange(A){let y=F.
value/u;u=Number(A),F.limits(0,u,Math.round(y*u)),h()}}),k=K({label:"η",options:g("eta"),value:String(b),onChange(A){b=Number(A),h()}}),F=O({label:"Step",min:0,
max:u,step:1,value:0,format:A=>`${A} of ${u}`,onInput:h}),f=D({label:"The noisy image",title:"Noisy image",width:o,height:o}),v=D({label:"The predicted image",title:"\
Predicted image",width:o,height:o}),c=W();t.append(U(M,k,F,oe(n,F,{seconds:5})),w("div",{class:"ff-columns ff-pair ff-grow"},f.element,v.element),c.element);function h(){
let A=F.value,y=r.findIndex(P=>P.steps===u&&P.eta===b),L=ye(u)[A];if(A===0)f.draw(l),v.draw(p);else if(x){let P=[(A-1)*o,y*o,o,o];f.draw(Be(x.noisy,...P)),v.draw(
be(x.predicted,...P))}let{signal:N,noise:T}=i.rates(L);f.describe(`The noisy image after step ${A} of ${u}`),v.describe(A?`The predicted image of step ${A} of ${u}`:
"No image has been predicted yet"),c.say(A===0?"Pure noise, at t = 1; nothing has been predicted yet.":`Step ${A} of ${u} led to t = ${L.toFixed(2)}: signal rat\
e ${N.toFixed(2)}, noise rate ${T.toFixed(2)}.`)}h(),Promise.all([ce(e.noisy),ce(we(n))]).then(([A,y])=>{x={noisy:A,predicted:y},n.dataset.state="ready",F.value=
F.value===0?Math.round(u/2):F.value})}var At=10,sn=[-12,10],Ze=t=>1/(1+Math.exp(-t)),Ft=t=>t.toFixed(2),Ct=t=>t.toFixed(3),Lt=t=>t.toFixed(4),ge={cosine:{name:"Cosine",python:"CosineSchedule",ends:{
start:{option:"max_signal_rate",label:"Signal rate at t = 0",value:.95,min:.5,max:.999,step:.001,format:Ct,fromLogSNR:t=>Math.sqrt(Ze(t))},end:{option:"min_sign\
al_rate",label:"Signal rate at t = 1",value:.02,min:.003,max:.4,step:.001,format:Ct,fromLogSNR:t=>Math.sqrt(Ze(t))}}},linear:{name:"Linear β",python:"LinearSch\
edule",ends:{start:{option:"beta_start",label:"First β",value:1e-4,min:1e-4,max:.005,step:1e-4,format:Lt,fromLogSNR:t=>Ze(-t)},end:{option:"beta_end",label:"La\
st β",value:.02,min:.005,max:.04,step:5e-4,format:Lt,fromLogSNR:rn}}},log_snr:{name:"Straight log-SNR",python:"LogSNRSchedule",ends:{start:{option:"start",label:"\
Log-SNR at t = 0",value:2.5,min:0,max:9.5,step:.1,format:Ft,fromLogSNR:t=>t},end:{option:"end",label:"Log-SNR at t = 1",value:-7.5,min:-11.5,max:-.5,step:.1,format:Ft,
fromLogSNR:t=>t}}}};function rn(t,e=1e-4){let[n,o]=[e,.5];for(let r=0;r<40;r+=1){let a=(n+o)/2;z("linear",{beta_start:e,beta_end:a}).logSNR(1)>t?n=a:o=a}return(n+
o)/2}function Pt(t,e){let{size:n}=e,o=Ie(se(e.pixels)),r=J(e.seed,o.image.length),a=Array.from({length:101},(c,h)=>h/100),s=Array.from({length:At},(c,h)=>h/(At-
1)),i=Object.fromEntries(Object.entries(ge).map(([c,{ends:h}])=>[c,{[h.start.option]:h.start.value,[h.end.option]:h.end.value}])),l=e.kind,p=K({label:"Schedule",
value:l,options:Object.entries(ge).map(([c,{name:h}])=>[c,h]),onChange(c){l=c,f(),v()}}),d=Object.fromEntries(["start","end"].map(c=>[c,O({label:"",min:0,max:1,
step:.001,value:0,format:h=>ge[l].ends[c].format(h),onInput(h){i[l][ge[l].ends[c].option]=h,v()}})])),u=re({label:"Signal rate and noise rate over time",title:"\
Signal and noise rate",x:[0,1],y:[0,1],height:200,xLabel:"time t",yTicks:[0,.5,1]}),b=re({label:"Log-SNR over time",title:"Log-SNR: pull its ends",x:[0,1],y:sn,
height:200,xLabel:"time t",yTicks:[-10,-5,0,5,10],onHandle(c,h,A){let{fromLogSNR:y,min:L,max:N}=ge[l].ends[c],T=y(A,i[l].beta_start);d[c].value=Math.min(Math.max(
T,L),N)}}),x=s.map(c=>D({label:`Flower at t = ${c.toFixed(2)}`,title:c.toFixed(2),width:n,height:n})),g=w("code",{class:"ff-code"}),M=W();t.append(U(p,d.start,d.
end),w("div",{class:"ff-columns ff-two"},w("div",{},u.element,pe([["signal","signal rate"],["noise","noise rate"]])),w("div",{},b.element,pe([["leaf","this sche\
dule"],["muted","cosine, as in the book",!0]]))),w("div",{class:"ff-strip"},...x.map(c=>c.element)),M.element,g);let k=z("cosine"),F=a.map(c=>[c,k.logSNR(c)]);function f(){
for(let[c,h]of Object.entries(d)){let{label:A,min:y,max:L,step:N,option:T}=ge[l].ends[c];h.rename(A),h.input.step=N,h.limits(y,L,i[l][T])}}function v(){let c=z(
l,i[l]),h=a.map(m=>[m,c.rates(m)]),A=s.map(m=>[m,c.rates(m)]);u.update({lines:[{points:h.map(([m,{signal:$}])=>[m,$]),colour:"signal",width:2.5},{points:h.map(([
m,{noise:$}])=>[m,$]),colour:"noise",width:2.5}],marks:[...A.map(([m,{signal:$}])=>({x:m,y:$,colour:"signal"})),...A.map(([m,{noise:$}])=>({x:m,y:$,colour:"nois\
e"}))]});let y=a.map(m=>[m,c.logSNR(m)]);b.update({lines:[{points:F,colour:"muted",dash:!0,width:1.5},{points:y,colour:"leaf",width:2.5}],marks:[{x:0,y:y[0][1],
colour:"leaf",handle:"start"},{x:1,y:y[100][1],colour:"leaf",handle:"end"}]}),A.forEach(([m,{signal:$,noise:I}],R)=>{x[R].draw(Re(o,r,$,I)),x[R].describe(`Flowe\
r at t = ${m.toFixed(2)}, signal rate ${$.toFixed(2)}`)});let{python:L,ends:{start:N,end:T}}=ge[l],P=[N,T].map(({option:m,format:$})=>`${m}=${Number($(i[l][m]))}`);
g.textContent=`${L}(${P.join(", ")})`,M.say(an(c))}f(),v()}function an(t){let{signal:e}=t.rates(1),n=Array.from({length:1001},(r,a)=>a/1e3).find(r=>t.logSNR(r)<
0);return`${n===void 0?"The picture always outweighs the noise":n===0?"Noise outweighs the picture from the start":`Noise outweighs the picture from t = ${n.toFixed(
2)}`}; at t = 1 a signal rate of ${e.toFixed(3)} is left.`}function Et(t,e){let{blocks:n}=e,o=Math.max(...n.map(b=>b.parameters)),r=n.map((b,x)=>{let g=Nt(b,1)[0],M=Math.sqrt(b.parameters/o),k=w("button",{type:"button",
class:"ff-block","aria-pressed":"false","aria-label":`${b.title}, ${b.shape}, ${b.parameters} parameters`},g,w("i",{style:`width:${(100*M).toFixed(0)}%`}));return k.
addEventListener("focus",()=>u(x)),k.addEventListener("pointerenter",()=>u(x)),k.addEventListener("click",()=>u(x)),k.addEventListener("keydown",F=>{let f={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[F.key];f&&(F.preventDefault(),r[Math.min(Math.max(x+f,0),n.length-1)].focus())}),k}),a=Math.max(...n.map(b=>b.level))+1,s=w(
"div",{class:"ff-unet",role:"group","aria-label":"Blocks"});for(let b=0;b<a;b+=1){let x=k=>r.filter((F,f)=>n[f].level===b&&n[f].side===k),g=e.sizes[b],M=`margin\
-inline:${(30*b/(a-1)).toFixed(1)}%`;s.append(w("div",{class:"ff-unet-row",style:M},w("div",{class:"ff-unet-side"},...x("down")),...x("middle").length?[w("div",
{class:"ff-unet-side"},...x("middle")),w("span",{class:"ff-unet-size"},`${g} × ${g}`)]:[w("span",{class:"ff-unet-skip"},w("span",{class:"ff-unet-size"},`${g} ×\
 ${g}`))],w("div",{class:"ff-unet-side"},...x("up"))))}let i=w("span",{class:"ff-title"}),l=w("dl",{class:"ff-facts"}),p=w("div",{class:"ff-maps",role:"img"}),d=W();
t.append(s,w("div",{class:"ff-unet-detail"},i,l,p),d.element);function u(b){let x=n[b];r.forEach((g,M)=>{g.setAttribute("aria-pressed",String(M===b)),g.classList.
toggle("ff-partner",M!==b&&ln(n[M],x))}),i.textContent=x.kind?`${x.title}: ${x.kind}`:x.title,l.replaceChildren(...x.facts.map(([g,M])=>w("div",{},w("dt",{},g),
w("dd",{},M)))),p.replaceChildren(...Nt(x,x.count)),p.setAttribute("aria-label",x.shown),d.say(x.sentence)}u(Math.min(e.selected,n.length-1))}function ln(t,e){return t.
skip===e.name||e.skip===t.name}function cn(t,e){return Float64Array.from({length:e},(n,o)=>((o%2?t[o>>1]&15:t[o>>1]>>4)-7)/7)}function Nt(t,e){let[n,o]=t.size,r=se(
t.maps),a=n*o,s=t.colour?null:cn(r,a*t.count);return Array.from({length:Math.min(e,t.count)},(i,l)=>{let p=D({label:"",width:n,height:o});return p.draw(t.colour?
r:Ae(s.subarray(l*a,(l+1)*a))),p.canvas.removeAttribute("role"),p.canvas.removeAttribute("aria-label"),p.canvas.setAttribute("aria-hidden","true"),p.canvas})}var Qe=["leaf","iris"];function Tt(t,e,n){let{side:o,epochs:r,curves:a}=e,s=a.flatMap(({points:v})=>v),[i,l]=[Math.min(...s.map(([v])=>v)),Math.max(...s.map(([v])=>v))],
p=s.map(([,v])=>v).sort((v,c)=>v-c),d=p[0],u=p[Math.floor(.93*(p.length-1))],b=.08*(u-d)||.01,x=null,g=O({label:"Epoch",min:i,max:l,step:1,value:l,onInput:f}),M=re(
{label:"Errors over the epochs",title:"Errors",x:[i,Math.max(l,i+1)],y:[d-b,u+b],height:190,xLabel:"epoch",onPoint:v=>{g.value=Math.round(v)}}),k=D({label:"Samp\
les",title:"Samples",width:o,height:o}),F=W();t.append(U(g,oe(n,g,{seconds:8})),w("div",{class:"ff-columns ff-two"},w("div",{},M.element,pe(a.map(({name:v},c)=>[
Qe[c],v]))),k.element),F.element);function f(){let v=g.value;M.update({lines:a.map(({points:h},A)=>({points:h,colour:Qe[A]})).filter(({points:h})=>h.length>1),marks:[
{x:v,colour:"muted"},...a.flatMap(({points:h},A)=>{let y=ze(h,v,([L])=>L);return y?[{x:y[0],y:y[1],colour:Qe[A]}]:[]})]});let c=ze(r,v,h=>h)??r[0];x&&k.draw(be(
x,r.indexOf(c)*o,0,o,o)),k.heading.textContent=`Samples after epoch ${c}`,k.describe(`Sixteen samples after epoch ${c}`),F.say(`Epoch ${v}. ${a.map(({name:h,points:A})=>{
let y=ze(A,v,([L])=>L);return y?`${h}: ${y[1].toFixed(3)}`:""}).filter(Boolean).join("; ")}.`)}f(),ce(we(n)).then(v=>{x=v,n.dataset.state="ready",f()})}function ze(t,e,n){
return t.filter(o=>n(o)<=e).at(-1)}et({dissolve:ut,embedding_explorer:mt,first_flowers:pt,grow:yt,particles:$t,reverse:kt,schedule_designer:Pt,unet_map:Et,watch:Tt});})();
