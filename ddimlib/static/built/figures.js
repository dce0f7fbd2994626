/* Made by book/bundle_figures.py from ddimlib/static/ (334201b6d2322765). */
(()=>{function st(t){let e=".ff-figure[data-figure]:not([data-started], [data-failed])",n=()=>{for(let s of document.querySelectorAll(e))document.readyState==="loadin\
g"&&!s.nextSibling||Wt(s,t[s.dataset.figure])};if(n(),document.readyState!=="loading")return;let o=new MutationObserver(n);o.observe(document,{childList:!0,subtree:!0}),
document.addEventListener("DOMContentLoaded",()=>{o.disconnect(),n()})}function Wt(t,e){let n=t.querySelector(":scope > script[type='application/json']");if(!e||
!n)return;let o=t.querySelector(".ff-live");t.dataset.started="";try{e(o,JSON.parse(n.textContent),t)}catch(s){delete t.dataset.started,t.dataset.failed="",o.replaceChildren(),
console.error(s)}}function w(t,e={},...n){let o=document.createElement(t);for(let[s,a]of Object.entries(e))a!=null&&a!==!1&&o.setAttribute(s,a===!0?"":a);return o.
append(...n),o}function U(...t){return w("div",{class:"ff-controls"},...t.map(e=>e.element??e))}function B({label:t,min:e,max:n,step:o,value:s,format:a=String,onInput:r}){
let i=w("span",{class:"ff-value","aria-hidden":"true"}),l=w("input",{type:"range",min:e,max:n,step:o}),m=()=>{let p=a(Number(l.value));i.textContent=p,l.setAttribute(
"aria-valuetext",p);let v=(Number(l.value)-l.min)/(l.max-l.min||1);l.style.setProperty("--ff-filled",`${(100*v).toFixed(1)}%`)},u=w("span",{class:"ff-label"},t),
d=w("label",{class:"ff-slider"},w("span",{class:"ff-row"},u,i),l);return l.value=s,m(),l.addEventListener("input",()=>{m(),r(Number(l.value))}),{element:d,input:l,
get value(){return Number(l.value)},set value(p){l.value=p,m(),r(Number(l.value))},limits(p,v,b){Object.assign(l,{min:p,max:v}),l.value=b,m()},rename(p){u.textContent=
p}}}function Z({label:t,options:e,value:n,onChange:o}){let s=w("select",{},...e.map(([r,i])=>w("option",{value:r},i)));return s.value=n,s.addEventListener("chan\
ge",()=>o(s.value)),{element:w("label",{class:"ff-choice"},w("span",{class:"ff-label"},t),s),input:s,get value(){return s.value},set value(r){s.value=r,o(s.value)}}}
function We({label:t,value:e=!1,onChange:n}){let o=w("input",{type:"checkbox"});return o.checked=e,o.addEventListener("change",()=>n(o.checked)),{element:w("lab\
el",{class:"ff-toggle"},o,w("span",{},t)),input:o,get value(){return o.checked}}}function Re({label:t,onClick:e}){let n=w("button",{type:"button",class:"ff-butt\
on"},t);return n.addEventListener("click",e),n}function Ht(){return window.matchMedia("(prefers-reduced-motion: reduce)").matches}function Gt(t,e,n=()=>{}){let o=0,
s=!1,a=!0,r=null,i=u=>{let d=r===null?0:Math.min((u-r)/1e3,.1);if(r=u,o=0,!t.isConnected||e(d)===!1)return m.pause();l()},l=()=>{s&&a&&!o&&(o=requestAnimationFrame(
i))},m={get playing(){return s},play(){s=!0,r=null,n(!0),l()},pause(){s=!1,cancelAnimationFrame(o),o=0,n(!1)}};return typeof IntersectionObserver=="function"&&new IntersectionObserver(
u=>{a=u[u.length-1].isIntersecting,r=null,l()}).observe(t),m}function ae(t,e,{label:n="Play",seconds:o=6}={}){let s=()=>Number(e.input.min),a=()=>Number(e.input.
max),r=0,i=0,l=Re({label:n,onClick:()=>{if(m.playing)return m.pause();r=e.value>=a()?s():e.value,i=0,m.play()}}),m=Gt(t,u=>{let d=a()-s();if(Ht()){if(i+=u,i<o/8)
return!0;r+=d/8,i=0}else r+=d*u/o;return e.value=Math.min(r,a()),r<a()},u=>{l.textContent=u?"Pause":n});return e.input.addEventListener("pointerdown",()=>m.pause()),
e.input.addEventListener("keydown",()=>m.pause()),l}function W(){let t=w("p",{class:"ff-readout"}),e=w("p",{class:"ff-hidden","aria-live":"polite"}),n=0;return{
element:w("div",{},t,e),say(o){let s=t.textContent==="";t.textContent=o,clearTimeout(n),s||(n=setTimeout(()=>{e.textContent=o},500))}}}function j({label:t,title:e="",
width:n,height:o}){let s=w("canvas",{width:n,height:o,role:"img","aria-label":t}),a=s.getContext("2d"),r=a.createImageData(n,o);r.data.fill(255);let i=w("span",
{class:"ff-title"},e);return{element:w("div",{class:"ff-picture"},...e?[i]:[],s),canvas:s,heading:i,draw(l){let m=l.length===n*o;for(let u=0;u<n*o;u+=1)for(let d=0;d<
3;d+=1)r.data[4*u+d]=m?l[u]:l[3*u+d];a.putImageData(r,0,0)},describe(l){s.setAttribute("aria-label",l)}}}function rt(t,e){let n=new MutationObserver(e),o=["data\
-theme","data-jp-theme-light","theme","class"];n.observe(document.documentElement,{attributes:!0,attributeFilter:o}),n.observe(document.body,{attributes:!0,attributeFilter:o}),
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change",e)}function ge(t,e){return getComputedStyle(t).getPropertyValue(`--ff-${e}`).trim()}
function Ie(t,e){let n=0,o=()=>{let s=Math.round(t.clientWidth);s>0&&s!==n&&e(n=s)};o(),new ResizeObserver(o).observe(t)}function ie(t){return Uint8Array.from(atob(
t),e=>e.charCodeAt(0))}var Xt="http://www.w3.org/2000/svg";function oe(t,e,n=""){let o=document.createElementNS(Xt,t);for(let[s,a]of Object.entries(e))o.setAttribute(s,a);return n&&(o.
textContent=n),o}function at(t,e,n=5){let o=(e-t)/n,s=10**Math.floor(Math.log10(o)),a=[1,2,5,10].map(i=>i*s).find(i=>i>=o*.999),r=[];for(let i=Math.ceil(t/a-1e-9);i*
a<=e+1e-9*a;i+=1)r.push(Number((i*a).toPrecision(12)));return r}function it(t){return String(t).replace("-","−")}function le({label:t,title:e="",x:n,y:o,xLabel:s="",
yLabel:a="",height:r=170,xTicks:i=null,yTicks:l=null,formatX:m=it,formatY:u=it,onPoint:d=null,onHandle:p=null}){let v=w("div",{class:"ff-chart"}),b=oe("svg",{role:"\
img","aria-label":t,height:r}),g={left:44,right:12,top:8,bottom:s?38:24},$={x:n,y:o},S=300,f={lines:[],marks:[],areas:[]},A=h=>g.left+(h-$.x[0])/($.x[1]-$.x[0])*
(S-g.left-g.right),c=h=>r-g.bottom-(h-$.y[0])/($.y[1]-$.y[0])*(r-g.top-g.bottom),y=h=>Math.min(Math.max(h,$.y[0]),$.y[1]),F=h=>h.map(([x,R],I)=>`${I?"L":"M"}${A(
x).toFixed(1)} ${c(y(R)).toFixed(1)}`).join("");function M(){let h=r-g.bottom;for(let x of l??at(...$.y,4))b.append(oe("line",{class:"ff-grid",x1:g.left,x2:S-g.
right,y1:c(x),y2:c(x)}),oe("text",{class:"ff-tick",x:g.left-(p?13:6),y:c(x)+4,"text-anchor":"end"},u(x)));for(let x of i??at(...$.x,S<260?3:5))b.append(oe("text",
{class:"ff-tick",x:A(x),y:h+16,"text-anchor":"middle"},m(x)));if(b.append(oe("line",{class:"ff-axis",x1:g.left,x2:S-g.right,y1:h,y2:h})),s&&b.append(oe("text",{
class:"ff-axis-label","text-anchor":"middle",x:(g.left+S-g.right)/2,y:r-5},s)),a){let x=(g.top+h)/2;b.append(oe("text",{class:"ff-axis-label","text-anchor":"mid\
dle",x:11,y:x,transform:`rotate(-90 11 ${x})`},a))}}function L(){b.replaceChildren(),b.setAttribute("viewBox",`0 0 ${S} ${r}`),b.setAttribute("width",S),M();let h=r-
g.bottom;for(let{points:x,colour:R="accent"}of f.areas??[]){let I=A(x[0][0]).toFixed(1),T=A(x[x.length-1][0]).toFixed(1);b.append(oe("path",{d:`${F(x)}L${T} ${h}\
L${I} ${h}Z`,class:"ff-area",style:`fill:var(--ff-${R})`}))}for(let{points:x,colour:R="accent",dash:I=!1,width:T=2}of f.lines??[])b.append(oe("path",{d:F(x),class:"\
ff-line",style:`stroke:var(--ff-${R});stroke-width:${T};${I?"stroke-dasharray:5 4":""}`}));for(let{x,y:R,colour:I="ink",handle:T}of f.marks??[])R===void 0?b.append(
oe("line",{x1:A(x),x2:A(x),y1:g.top,y2:h,class:"ff-rule",style:`stroke:var(--ff-${I})`})):b.append(oe("circle",{cx:A(x),cy:c(y(R)),r:T?9:4.5,class:T?"ff-handle":
"ff-mark",...T&&{"data-handle":T},style:`${T?"stroke":"fill"}:var(--ff-${I})`}))}function N(h){let x=b.getBoundingClientRect(),R=(h.clientX-x.left-g.left)/(x.width-
g.left-g.right),I=(x.bottom-g.bottom-h.clientY)/(r-g.top-g.bottom);return[[R,$.x],[I,$.y]].map(([T,[D,X]])=>D+Math.min(Math.max(T,0),1)*(X-D))}let P=null,E=h=>{
let[x,R]=N(h);P?p(P,x,R):d&&d(x)};return(d||p)&&(d&&b.classList.add("ff-draggable"),b.addEventListener("pointerdown",h=>{P=h.target.dataset?.handle??null,!(!P&&
!d)&&(b.setPointerCapture(h.pointerId),P||E(h))}),b.addEventListener("pointermove",h=>{b.hasPointerCapture(h.pointerId)&&E(h)})),e&&v.append(w("span",{class:"ff\
-title"},e)),v.append(b),Ie(v,h=>{S=h,L()}),{element:v,update(h){f=h,L()},limits(h){Object.assign($,h)},describe(h){b.setAttribute("aria-label",h)}}}function we(t){
return w("div",{class:"ff-legend"},...t.map(([e,n,o])=>w("span",{},w("i",{style:`border-top:3px ${o?"dashed":"solid"} var(--ff-${e})`}),n)))}function He(t){return t=Math.imul(t^t>>>16,2146121005),t=Math.imul(t^t>>>15,2221713035),(t^t>>>16)>>>0}function Yt(t,e){let n=He(t+2654435769>>>0);return He(He(
e+n>>>0)+Math.imul(n,2246822507)>>>0)}function lt(t,e){return(Yt(t,e)+.5)/4294967296}function Q(t,e){let n=new Float32Array(e);for(let o=0;o<e;o+=2){let s=Math.
sqrt(-2*Math.log(lt(t,o))),a=2*Math.PI*lt(t,o+1);n[o]=s*Math.cos(a),o+1<e&&(n[o+1]=s*Math.sin(a))}return n}function _e(t){let e=t.length/3,n=[0,0,0],o=[0,0,0];t.forEach((a,r)=>{n[r%3]+=a/e}),t.forEach((a,r)=>{o[r%3]+=(a-n[r%3])**2/e});for(let a=0;a<3;a+=1)o[a]=Math.sqrt(
o[a])||1;let s=Float64Array.from(t,(a,r)=>(a-n[r%3])/o[r%3]);return{mean:n,std:o,image:s}}function Be({mean:t,std:e,image:n},o,s,a){let r=new Uint8ClampedArray(
n.length);for(let i=0;i<n.length;i+=1)r[i]=(s*n[i]+a*o[i])*e[i%3]+t[i%3];return r}function ct({min_signal_rate:t=.02,max_signal_rate:e=.95}={}){let n=Math.acos(e),o=Math.acos(t);return s=>-2*Math.log(Math.tan(n+s*(o-n)))}function Vt({beta_start:t=1e-4,
beta_end:e=.02,steps:n=1e3}={}){let o=new Float64Array(n),s=0;for(let a=0;a<n;a+=1)s+=Math.log1p(-(t+(e-t)*a/(n-1))),o[a]=s;return a=>{let r=a*(n-1),i=Math.min(
Math.floor(r),n-2),l=o[i]+(o[i+1]-o[i])*(r-i);return l-Math.log(-Math.expm1(l))}}function Kt({start:t=2.5,end:e=-7.5}={}){return n=>t+n*(e-t)}function Jt({start:t=-3,
end:e=3,temperature:n=1,min_signal_rate:o=.02,max_signal_rate:s=.95}={}){let a=l=>1/(1+Math.exp(-l/n)),[r,i]=[o**2,s**2];return l=>{let m=a(t+l*(e-t)),u=(a(e)-m)/
(a(e)-a(t)),d=r+u*(i-r);return Math.log(d/(1-d))}}function Zt({image_size:t=128,base_size:e=64,...n}={}){let o=ct(n),s=2*Math.log(e/t);return a=>o(a)+s}function Qt({
start:t=.01,end:e=.99}={}){return n=>{let o=t+n*(e-t);return-2*Math.log(o/(1-o))}}var Ge={cosine:ct,linear:Vt,log_snr:Kt,sigmoid:Jt,shifted_cosine:Zt,rectified_flow:Qt};
function ne(t,e={}){if(!Object.hasOwn(Ge,t))throw new Error(`no page knows the schedule "${t}"`);let n=Ge[t](e);return{logSNR:n,rates:o=>zt(n(o))}}function zt(t){
return{signal:Math.sqrt(1/(1+Math.exp(-t))),noise:Math.sqrt(1/(1+Math.exp(t)))}}var Ln=Object.keys(Ge);function ut(t,e,n,o,s){for(let a=1,r=0;a<s;a+=1){let i=s>>1;for(;r&i;i>>=1)r^=i;if(r^=i,a<r){let l=n+a*o,m=n+r*o;[t[l],t[m]]=[t[m],t[l]],[e[l],e[m]]=[e[m],e[l]]}}
for(let a=2;a<=s;a*=2)for(let r=0;r<a/2;r+=1){let i=Math.cos(-2*Math.PI*r/a),l=Math.sin(-2*Math.PI*r/a);for(let m=r;m<s;m+=a){let u=n+m*o,d=u+a/2*o,p=t[d]*i-e[d]*
l,v=t[d]*l+e[d]*i;t[d]=t[u]-p,e[d]=e[u]-v,t[u]+=p,e[u]+=v}}}function Xe(t,e){let n=Float64Array.from(t),o=new Float64Array(e*e);for(let s=0;s<e;s+=1)ut(n,o,s*e,
1,e);for(let s=0;s<e;s+=1)ut(n,o,s,e,e);return{real:n,imaginary:o}}function dt(t){let e=new Int16Array(t*t);for(let n=0;n<t;n+=1)for(let o=0;o<t;o+=1){let s=Math.
min(n,t-n),a=Math.min(o,t-o),r=Math.round(Math.hypot(a,s));e[n*t+o]=r<=t/2?r:-1}return e}function Ye(t,e,n,o,s,a){let r=new Float64Array(a/2+1),i=new Float64Array(
a/2+1);for(let l=0;l<a*a;l+=1){if(s[l]<0)continue;let m=n*t.real[l]+o*e.real[l],u=n*t.imaginary[l]+o*e.imaginary[l];r[s[l]]+=(m*m+u*u)/(a*a),i[s[l]]+=1}return r.
map((l,m)=>l/i[m])}var en=[{kind:"cosine",name:"Cosine schedule",colour:"signal"},{kind:"linear",name:"Linear schedule",colour:"noise"}];function ft(t,e,n){let o=new Float64Array(
n);for(let a of t){let r=Math.floor((a+e)/(2*e)*n);r>=0&&r<n&&(o[r]+=1)}let s=2*e/n;return o.map(a=>a/(t.length*s))}function pt(t,e){let{size:n,seed:o}=e,s=ie(e.
pixels),a=Q(o,s.length),r=_e(s),{image:i}=r,l=new Float64Array(s.length),m=dt(n),u=Xe(mt(i),n),d=Xe(mt(a),n),p=en.map(M=>({...M,schedule:ne(M.kind),view:j({label:M.
name,title:M.name,width:n,height:n}),note:w("div",{class:"ff-note"})})),v=le({label:"Histogram of the pixel values",title:"Pixel values",x:[-4,4],y:[0,.8],xLabel:"\
standardised value",xTicks:[-4,-2,0,2,4],yTicks:[0,.4,.8]}),b=le({label:"Power spectrum",title:"Power at each scale",x:[0,Math.log10(n/2)],y:[-2,4],xLabel:"cycl\
es per picture: coarse → fine",xTicks:[1,2,4,8,16,32,64].filter(M=>M<=n/2).map(Math.log10),formatX:M=>Math.round(10**M),yTicks:[-2,0,2,4],formatY:M=>`10${tn(M)}`}),
g=B({label:"Time t",min:0,max:1,step:.01,value:e.t,format:M=>M.toFixed(2),onInput:c}),$=W();t.append(U(g,ae(t,g,{label:"Dissolve"})),w("div",{class:"ff-columns \
ff-pair ff-dissolve"},...p.map(({view:M,note:L})=>w("div",{},M.element,L))),w("div",{class:"ff-columns ff-two"},v.element,b.element),we([["signal","cosine"],["n\
oise","linear"],["muted","photograph",!0],["ink","pure noise",!0]]),$.element);let S=nn(81).map(M=>-4+M/10).map(M=>[M,Math.exp(-M*M/2)/Math.sqrt(2*Math.PI)]),f=y(
ft(i,4,40)),A=F(Ye(u,d,1,0,m,n));function c(){let M=g.value,L=[],N=[],P=[];for(let{schedule:E,view:h,note:x,colour:R,name:I}of p){let{signal:T,noise:D}=E.rates(
M);for(let Y=0;Y<l.length;Y+=1)l[Y]=T*i[Y]+D*a[Y];h.draw(Be(r,a,T,D));let X=`signal ${T.toFixed(2)}, noise ${D.toFixed(2)}`;x.textContent=X,h.describe(`Photogra\
ph of a flower, ${I.toLowerCase()}, t = ${M.toFixed(2)}: ${X}`),L.push({points:y(ft(l,4,40)),colour:R}),N.push({points:F(Ye(u,d,T,D,m,n)),colour:R}),P.push(`${I.
toLowerCase().split(" ")[0]} keeps ${Math.round(100*T**2)} %`)}v.update({lines:[{points:f,colour:"muted",dash:!0,width:1.5},{points:S,colour:"ink",dash:!0,width:1.5},
...L]}),b.update({lines:[{points:A,colour:"muted",dash:!0,width:1.5},{points:[[0,0],[Math.log10(n/2),0]],colour:"ink",dash:!0,width:1.5},...N]}),$.say(`At t = ${M.
toFixed(2)} the ${P.join(", the ")} of the variance from the image.`)}function y(M){return Array.from(M,(L,N)=>[-4+8*(N+.5)/M.length,L])}function F(M){return Array.
from(M,(L,N)=>[Math.log10(N),Math.log10(L+1e-9)]).slice(1)}c()}function mt(t){return Float64Array.from({length:t.length/3},(e,n)=>(t[3*n]+t[3*n+1]+t[3*n+2])/Math.
sqrt(3))}function tn(t){return String(t).replace("-","⁻").replace(/\d/g,e=>"⁰¹²³⁴⁵⁶⁷⁸⁹"[e])}function nn(t){return Array.from({length:t},(e,n)=>n)}var Oe=[[125,47,6],[234,103,29],[243,189,152],[236,234,230],[165,210,251],[35,149,252],[10,74,138]];function on(t){let e=(Math.min(Math.max(t,-1),1)+1)/2*(Oe.length-
1),n=Math.min(Math.floor(e),Oe.length-2);return[0,1,2].map(o=>{let[s,a]=[Oe[n][o],Oe[n+1][o]];return s+(a-s)*(e-n)})}function Ce(t){let e=new Uint8ClampedArray(
3*t.length);return t.forEach((n,o)=>e.set(on(n),3*o)),e}function ht(t,e,n){let[o,s]=[Math.log10(e),Math.log10(n)],a=t/2;return Array.from({length:a},(r,i)=>10**(a===1?o:o+(s-o)*i/(a-1)))}function Ve(t,e){let n=e.map(
o=>Math.fround(Math.fround(t)*Math.fround(2*Math.PI*o)));return Float64Array.from([...n.map(Math.sin),...n.map(Math.cos)])}function Ke(t,e){return e.reduce((o,s)=>o+
Math.cos(2*Math.PI*s*t),0)/e.length}var be=400,Je=1e-4;function wt(t,e){let n=null,o=(c,y)=>B({label:c,min:0,max:1,step:.001,value:y,format:F=>F.toFixed(3),onInput:A}),s=o("Noise variance a",e.a),
a=o("Noise variance b",e.b),r=(c,y,F,M)=>B({label:c,min:y,max:F,step:.1,value:Math.log10(M),format:L=>`${Number((10**L).toPrecision(2))}`,onInput:f}),i=r("Lowes\
t frequency",-1,1,e.min_frequency),l=r("Highest frequency",1,3,e.max_frequency),m=Z({label:"Length",value:String(e.dim),onChange:f,options:[8,16,32,64].map(c=>[
String(c),String(c)])}),u=w("div",{class:"ff-map"}),d=["a","b"].map(c=>w("i",{class:"ff-cursor"},w("b",{},c))),p=w("div",{class:"ff-vectors"}),v=le({label:"Simi\
larity against the distance between two noise levels",title:"Similarity at every distance",x:[Math.log10(Je),0],y:[-.5,1],xLabel:"distance between a and b",height:180,
xTicks:[-4,-3,-2,-1,0],formatX:c=>String(Number((10**c).toPrecision(1))),yTicks:[-.5,0,.5,1]}),b=W();t.append(U(s,a),U(i,l,m),w("span",{class:"ff-title"},"The v\
ector of every noise variance from 0 to 1"),u,w("div",{class:"ff-columns ff-two ff-gap"},p,v.element),b.element),u.addEventListener("pointerdown",c=>{u.setPointerCapture(
c.pointerId);let y=g(c);u.moved=Math.abs(y-s.value)<=Math.abs(y-a.value)?s:a,u.moved.value=y}),u.addEventListener("pointermove",c=>{u.hasPointerCapture(c.pointerId)&&
(u.moved.value=g(c))});function g(c){let y=u.getBoundingClientRect();return Math.min(Math.max((c.clientX-y.left)/y.width,0),1)}let $=[],S=[];function f(){let c=Number(
m.value);$=ht(c,10**i.value,10**l.value),n=j({label:`Embeddings of length ${c}: each column is the vector of one noise variance`,width:be,height:c}),n.draw(Ce(sn(
$))),u.replaceChildren(n.element,...d),S=[["vector of a","a"],["vector of b","b"],["a times b, cell by cell",""]].map(([y])=>j({label:y,title:y,width:c,height:1})),
p.replaceChildren(...S.map(y=>y.element),w("div",{class:"ff-note"},`Left half sines, right half cosines, each from slow to fast. The sum of the last row, divide\
d by ${c/2}, is the similarity.`)),A()}function A(){let[c,y]=[Ve(s.value,$),Ve(a.value,$)],F=c.map((E,h)=>E*y[h]);[c,y,F].forEach((E,h)=>S[h].draw(Ce(E))),d[0].
style.left=`${100*s.value}%`,d[1].style.left=`${100*a.value}%`,d[0].classList.toggle("ff-left",s.value<=a.value),d[1].classList.toggle("ff-left",s.value>a.value);
let M=Math.abs(s.value-a.value),L=Ke(M,$),N=400,P=Array.from({length:N+1},(E,h)=>{let x=Math.log10(Je)*(1-h/N);return[x,Ke(10**x,$)]});v.update({lines:[{points:P,
colour:"leaf"}],marks:[{x:Math.log10(Math.max(M,Je)),y:L,colour:"petal"}]}),b.say(`Distance ${M.toFixed(3)}, similarity ${L.toFixed(2).replace("-","−")}. From\
 a to b the slowest wave turns ${gt($[0]*M)}, the fastest ${gt($[$.length-1]*M)}.`)}f()}function gt(t){return t===1?"once":`${Number(t.toPrecision(2))} times`}function sn(t){
let e=new Float64Array(2*t.length*be);return t.forEach((n,o)=>{let s=Math.PI*n/be,a=Math.sin(s)/s;for(let r=0;r<be;r+=1){let i=2*Math.PI*n*(r+.5)/be;e[o*be+r]=a*
Math.sin(i),e[(o+t.length)*be+r]=a*Math.cos(i)}}),e}async function fe(t){let e=new Image;e.src=t,await e.decode();let n=document.createElement("canvas");n.width=e.naturalWidth,n.height=e.naturalHeight;let o=n.getContext(
"2d",{willReadFrequently:!0});return o.drawImage(e,0,0),o.getImageData(0,0,n.width,n.height)}function Me(t){return decodeURIComponent(t.querySelector(".ff-still\
 img").getAttribute("src")).match(/ href='([^']*)'/)[1]}function $e(t,e,n,o,s){let a=new Uint8ClampedArray(3*o*s);for(let r=0;r<s;r+=1)for(let i=0;i<o;i+=1){let l=4*
((n+r)*t.width+e+i);a.set(t.data.subarray(l,l+3),3*(r*o+i))}return a}function De(t,e,n,o,s){let a=new Uint8ClampedArray(3*o*s);for(let r=0;r<3;r+=1){let i=n+r*t.
height/3;for(let l=0;l<s;l+=1)for(let m=0;m<o;m+=1)a[3*(l*o+m)+r]=t.data[4*((i+l)*t.width+e+m)]}return a}function bt(t,e,n){let{size:o,times:s,flowers:a}=e,r=s.length-1,i=null,l=f=>a.map(A=>j({label:`${A}: ${f}`,width:o,height:o})),m=l("noisy"),u=l("guess"),d=B({label:"\
From noise to flower",min:0,max:r,step:1,value:0,format:f=>`t = ${s[f].toFixed(1)}`,onInput:g}),p=W(),v=(f,A)=>w("div",{},w("span",{class:"ff-title"},f),w("div",
{class:"ff-triple"},...A.map(c=>c.element))),b=w("div",{class:"ff-first ff-draggable"},v("The noisy picture",m),v("What the network takes it to be",u));t.append(
U(d,ae(n,d,{seconds:4})),b,p.element);function g(){if(!i)return;let f=d.value;a.forEach((A,c)=>{let y=[f*o,c*o,o,o];m[c].draw(De(i.noisy,...y)),u[c].draw($e(i.guess,
...y)),m[c].describe(`A ${A} on its way out of noise, moment ${f} of ${r}`),u[c].describe(`What the network takes it to be at moment ${f} of ${r}`)}),p.say($(f))}
function $(f){return f===0?"t = 1: pure noise. The guess is hardly more than a mean colour.":f===r?"t = 0: no noise is left. The last guess is the picture.":`t \
= ${s[f].toFixed(1)}: step ${2*f} of ${2*r}.`}let S=f=>{let A=b.getBoundingClientRect(),c=(f.clientX-A.left)/A.width;d.value=Math.round(Math.min(Math.max(c,0),1)*
r)};b.addEventListener("pointerdown",f=>{b.setPointerCapture(f.pointerId),S(f)}),b.addEventListener("pointermove",f=>{b.hasPointerCapture(f.pointerId)&&S(f)}),Promise.
all([fe(e.noisy),fe(Me(n))]).then(([f,A])=>{i={noisy:f,guess:A},n.dataset.state="ready",d.value=d.value===0?Math.round(.4*r):d.value})}var yt=`// Grow a flower: runs the network in a thread of its own, so that the page stays alive.
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
`;function Se(t){return Array.from({length:t+1},(e,n)=>1-n/t)}function je(t,e){return t+Math.imul(e+1,2654435769)>>>0}function Qe(t,e,n){let o=Math.sqrt(Math.max(
0,1-(t.signal/e.signal)**2)),s=n*(e.noise/t.noise)*o;return{kept:Math.sqrt(Math.max(0,e.noise**2-s**2)),fresh:s}}var Ze={noise:t=>t,image:(t,e,{signal:n,noise:o})=>e.
map((s,a)=>(s-n*t[a])/o),velocity:(t,e,{signal:n,noise:o})=>e.map((s,a)=>o*s+n*t[a]),flow:(t,e,{signal:n,noise:o})=>e.map((s,a)=>(s+n*t[a])/(n+o))},Zn=Object.keys(
Ze);function xt(t){if(!Object.hasOwn(Ze,t))throw new Error(`no page knows the target "${t}"`);return Ze[t]}function vt(t,e,n,o,s=0,a=null){let{kept:r,fresh:i}=Qe(
n,o,s),l=new Float32Array(t.length),m=new Float32Array(t.length);for(let u=0;u<t.length;u+=1)l[u]=(t[u]-n.noise*e[u])/n.signal,m[u]=o.signal*l[u]+r*e[u]+(a?i*a[u]:
0);return{image:l,noisy:m}}function Mt(t,e,n){return e.map((o,s)=>t[s]+n*(o-t[s]))}function Le(t,e,n){let o=t.length/3,s=new Uint8ClampedArray(t.length);for(let a=0;a<
3;a+=1)for(let r=0;r<o;r+=1)s[3*r+a]=255*(t[a*o+r]*n[a]+e[a]);return s}async function ze(t,{progress:e=()=>{},signal:n,anew:o}){let s=await fetch(t,{signal:n,cache:o?"reload":"default"});if(!s.ok)throw new Error(`${t} answers ${s.status}`);
let a=s.body.getReader(),r=[],i=0;for(;;){let{done:l,value:m}=await a.read();if(l)break;r.push(m),i+=m.length,e(i)}return new Blob(r).arrayBuffer()}function an(t,e){
if(t.byteLength!==e)throw new Error(`what came is not the network: ${t.byteLength} bytes instead of ${e}`)}function ln(t){if(new TextDecoder("latin1").decode(t.
slice(0,4))!=="\0asm")throw new Error("what came is not the runtime")}function cn(t,e,n){return t===void 0?n:new URL(t,e).href}function un(){let t=URL.createObjectURL(
new Blob([yt],{type:"text/javascript"})),e=new Worker(t,{type:"module"}),n=new Map,o=0,s=r=>{for(let{reject:i}of n.values())i(new Error(r));n.clear()};e.onerror=
r=>{r.preventDefault(),s(r.message||"the worker could not start")},e.onmessage=({data:{id:r,answer:i,error:l}})=>{let{resolve:m,reject:u}=n.get(r)??{};n.delete(
r),l?u?.(new Error(l)):m?.(i)};let a=(r,i,l=[])=>new Promise((m,u)=>{o+=1,n.set(o,{resolve:m,reject:u}),e.postMessage({id:o,task:r,...i},l)});return{load:r=>a("\
load",r,[r.binary]),predict:r=>a("predict",r),end:()=>e.terminate()}}async function dn(){try{return!!await navigator.gpu?.requestAdapter()}catch{return!1}}function fn(){
return location.protocol==="file:"?"Opened from a folder, this page may not load the network: browsers forbid it. Serve the folder (python -m http.server) or re\
ad the book on its site. What you see is recorded.":typeof WebAssembly!="object"||typeof Worker!="function"?"This browser has no WebAssembly, in which the netwo\
rk runs. What you see is recorded.":""}function $t(t,e,n){let{size:o,mean:s,std:a,classes:r}=e,i=3*o*o,l=ne(e.schedule.kind,e.schedule.options),m=xt(e.target),u=C=>Le(
C,s,a),d=C=>(C/1e6).toFixed(1),p=null,v=null,b=!1,g=0,$={seed:e.seed,steps:e.steps,eta:0,label:e.label,guidance:e.guidance,acts:"middle",processor:"wasm"},S=(C,H=Number)=>J=>{
if($[C]=H(J),F.input.disabled=N.input.disabled=$.label===r,C==="processor")return Ne();C==="seed"&&k(),p&&C!=="seed"?Ee():p&&qt()},f=B({label:"Seed",min:0,max:999,
step:1,value:$.seed,onInput:S("seed")}),A=Z({label:"Steps",value:String($.steps),onChange:S("steps"),options:[5,10,20,40].map(C=>[String(C),String(C)])}),c=B({label:"\
Fresh noise η",min:0,max:1,step:.1,value:0,format:C=>C.toFixed(1),onInput:S("eta")}),y=Z({label:"Flower",value:String(e.label),onChange:S("label"),options:[[String(
r),"no class"],...e.class_names.map((C,H)=>[String(H),C]).sort((C,H)=>C[1]<H[1]?-1:1)]}),F=B({label:"Guidance",min:0,max:8,step:.5,value:e.guidance,format:C=>C.
toFixed(1),onInput:S("guidance")}),[M,L]=e.interval,N=Z({label:"Guidance acts",value:"middle",onChange:S("acts",String),options:[["middle",`from t = ${L} to ${M}`],
["always","always"]]});F.input.disabled=N.input.disabled=e.label===r;let P=Z({label:"Runs on",value:"wasm",onChange:S("processor",String),options:Object.entries(
e.runtimes).map(([C,{name:H,bytes:J}])=>[C,`${H} (${d(J)} MB)`])});P.element.hidden=!0;let E=()=>e.runtimes[$.processor].bytes+(v?0:e.model_bytes),h=()=>`Grow a\
 flower (downloads ${d(E())} MB)`,x=Re({label:h(),onClick:jt}),R=Re({label:"Another seed",onClick:()=>{f.value=($.seed+1)%1e3}}),I=w("progress",{max:1,value:0,"\
aria-label":"Download",hidden:!0}),T={noisy:j({label:"The noisy image",title:"Noisy image",width:o,height:o}),image:j({label:"The predicted image",title:"Predic\
ted image",width:o,height:o})},D=w("div",{class:"ff-grow-strip",role:"group","aria-label":"The predicted image, step by step"}),X=W();t.append(U(f,A,c,...r?[y,F,
N]:[],P),w("div",{class:"ff-controls"},x,R,I),w("div",{class:"ff-columns ff-pair ff-grow"},T.noisy.element,T.image.element),D,X.element);function Y(C){n.dataset.
state=C}function k(){T.noisy.draw(u(Q($.seed,i))),p||T.image.draw(u(new Float32Array(i)))}let _=ie(e.recorded),O=_.length/i;for(let C=0;C<O;C+=1)ke(_.subarray(C*
i,(C+1)*i));k(),T.image.draw(_.subarray((O-1)*i));let q=fn();if(x.disabled=R.disabled=q!=="",q)for(let C of[f,A,c,y])C.input.disabled=!0;let V=e.label===r?"":`${e.
class_names[e.label]}, `,ee=document.documentElement.dataset.content_root,se=cn(ee,location.href,e.site);X.say(q||`Recorded: ${V}seed ${e.seed}, ${e.steps} step\
s. The network (${d(e.model_bytes)} MB) and the runtime are fetched ${ee===void 0?`from ${e.site} `:""}when you press the button.`),Y(q?"impossible":"asleep"),q||
dn().then(C=>{P.element.hidden=!C,n.dataset.graphics=C?"yes":"no"});function ke(C){let H=w("canvas",{width:o,height:o,"aria-hidden":"true"}),J=H.getContext("2d"),
re=J.createImageData(o,o);for(let te=0;te<o*o;te+=1)re.data.set([C[3*te],C[3*te+1],C[3*te+2],255],4*te);J.putImageData(re,0,0),D.append(H)}function Ne(){g+=1,p?.
end(),p=null,x.textContent=h(),X.say(`Press the button to fetch the runtime for the ${e.runtimes[$.processor].name}.`),Y("asleep")}async function jt(){if(p)return Ee();
let C=$.processor,{module:H,binary:J}=e.runtimes[C],re=null,te=E();I.max=te,x.disabled=P.input.disabled=!0,I.hidden=!1,Y("loading");let ce=new AbortController;try{
let me=new URL(e.runtime,se).href,Ae=new URL(e.model,se).href,Fe=[0,0],ue=ve=>Te=>{ce.signal.aborted||(Fe[ve]=Te,I.value=Fe[0]+Fe[1],X.say(`Downloading: ${d(I.value)}\
 of ${d(te)} MB`))},[xe,pe]=await Promise.all([ze(`${me}${J}`,{progress:ue(0),signal:ce.signal,anew:b}),v??ze(Ae,{progress:ue(1),signal:ce.signal,anew:b}),...(b?
[H,J.replace(/wasm$/,"mjs")]:[]).map(ve=>ze(`${me}${ve}`,{signal:ce.signal,anew:b}))]);ln(xe),an(pe,e.model_bytes),X.say("Starting the network"),re=un(),await re.
load({runtime:me,module:H,binary:xe,network:pe,processor:C}),p=re,v=pe,b=!1,x.textContent="Grow it again"}catch(me){ce.abort(),re?.end(),b=!0,C==="webgpu"&&(P.value=
"wasm"),X.say(`The network could not be loaded (${me.message}). ${C==="webgpu"?"Press the button to run it on the processor instead.":`Press the button to try a\
gain; the chapter does the same in Python, and the figure runs on ${e.site}`}`),Y("failed");return}finally{I.hidden=!0,x.disabled=P.input.disabled=!1}await Ee()}
let ot=0;function qt(){g+=1,clearTimeout(ot),ot=setTimeout(Ee,250)}async function Ee(){let C=g+=1,{seed:H,steps:J,eta:re,label:te,guidance:ce}=$,me=G=>te!==r&&ce!==
1&&($.acts==="always"||M<=G&&G<=L),Ae=Se(J),Fe=new Set(Array.from({length:10},(G,he)=>Math.ceil((he+1)*J/10))),ue=Q(H,i),xe=0,pe=0,ve="";D.replaceChildren(),Y("\
growing");let Te=async(G,he)=>{let de=await p.predict({noisy:ue,size:o,variance:G.noise**2,label:he});return xe+=de.seconds,pe+=1,n.dataset.processor=de.processor,
ve=de.reason?`on the processor: the graphics card could not be used (${de.reason})`:`on your ${e.runtimes[de.processor].name}`,m(de.prediction,ue,G)};try{for(let G=0;G<
J;G+=1){let[he,de]=[l.rates(Ae[G]),l.rates(Ae[G+1])],qe=await Te(he,te);if(C===g&&me(Ae[G])&&(qe=Mt(await Te(he,r),qe,ce)),C!==g)return;let Ut=re>0?Q(je(H,G),i):
null,Ue=vt(ue,qe,he,de,re,Ut);ue=Ue.noisy,T.noisy.draw(u(ue)),T.image.draw(u(Ue.image)),Fe.has(G+1)&&ke(u(Ue.image)),X.say(`Step ${G+1} of ${J}, seed ${H}: ${(xe/
pe).toFixed(2)} s a network evaluation here, ${ve}.`)}}catch(G){X.say(`The network stopped: ${G.message}`),Y("failed");return}n.dataset.seconds=(xe/pe).toFixed(
4),Y("done")}}function At(t){let e=ie(t),n=new Float32Array(e.length/2);for(let o=0;o<n.length;o+=1){let s=e[2*o]|e[2*o+1]<<8,a=s>>10&31,r=s&1023,i=a?(1+r/1024)*2**(a-15):r*2**
-24;n[o]=s&32768?-i:i}return n}function Ft(t){let e=At(t),n=e.length/2;return e.map((o,s)=>s<n?e[2*s]:e[2*(s-n)+1])}function Ct({shapes:t,weights:e}){let n=At(e),
o=[],s=0;for(let a=0;a<t.length;a+=2){let[r,i]=t[a],l=n.subarray(s,s+r*i);s+=r*i,o.push({inputs:i,outputs:r,weight:l,bias:n.subarray(s,s+r)}),s+=r}return o}var z=128;function*mn(t,e,n){let o=e.length/2,s=[n.signal,n.noise,Math.log(n.signal/n.noise)],a=new Float32Array(2*o),r=Math.max(...t.map(({outputs:m})=>m)),[i,l]=[new Float32Array(
r*z),new Float32Array(r*z)];for(let m=0;m<o;m+=z){let u=Math.min(z,o-m);for(let d=0;d<u;d+=1)i[d]=e[m+d],i[z+d]=e[o+m+d];t.forEach((d,p)=>{if(pn(d,p===0?s:[],i,
l,u),p<t.length-1)for(let v=0;v<d.outputs*z;v+=1)l[v]/=1+Math.exp(-l[v]);[i,l]=[l,i]});for(let d=0;d<u;d+=1)a[m+d]=i[d],a[o+m+d]=i[z+d];yield}return a}function pn({
inputs:t,outputs:e,weight:n,bias:o},s,a,r,i){let l=t-s.length,m=l%4===0?4:2;for(let u=0;u<e;u+=1){let d=u*t,p=u*z,v=o[u];s.forEach((b,g)=>{v+=n[d+l+g]*b}),r.fill(
v,p,p+z);for(let b=0;b<l;b+=m){let g=n[d+b],$=n[d+b+1],S=b*z;if(m===4){let f=n[d+b+2],A=n[d+b+3];for(let c=0;c<i;c+=1)r[p+c]+=g*a[S+c]+$*a[S+z+c]+f*a[S+2*z+c]+A*
a[S+3*z+c]}else for(let f=0;f<i;f+=1)r[p+f]+=g*a[S+f]+$*a[S+z+f]}}}function*St(t,e,n){let o=yield*mn(t,e,n),s=new Float32Array(e.length),a=new Float32Array(e.length);
for(let r=0;r<e.length;r+=1)s[r]=n.signal*e[r]-n.noise*o[r],a[r]=n.noise*e[r]+n.signal*o[r];return{image:s,noise:a}}function kt({image:t,noise:e},n,o,s=0,a=null,r=new Float32Array(
t.length)){for(let i=0;i<r.length;i+=1)r[i]=n*t[i]+o*e[i]+(a?s*a[i]:0);return r}var Pe={ddim:{name:"DDIM",eta:null,cost:t=>t},ddpm:{name:"DDPM (η = 1)",eta:1,cost:t=>t},
heun:{name:"Heun",eta:0,cost:t=>2*t-1},dpm_solver_pp:{name:"DPM-Solver++(2M)",eta:0,cost:t=>t}};function Lt({layers:t,schedule:e,start:n,solver:o,steps:s,eta:a=0,
seed:r=0}){let i=Se(s),l=i.map(f=>e.rates(f)),m=Pe[o].eta??a,u=[n],d=[],p=[],v=[];function*b(f){let A=u[f],c=yield*St(t,A,l[f]);if(o==="heun"&&f<s-1){let y=kt(c,
l[f+1].signal,l[f+1].noise),F=yield*St(t,y,l[f+1]),M=c.noise.map((N,P)=>(N+F.noise[P])/2);return{image:A.map((N,P)=>(N-l[f].noise*M[P])/l[f].signal),noise:M}}if(p[f]=
c.image,o==="dpm_solver_pp"&&f>0){let[y,F,M]=[-1,0,1].map(E=>e.logSNR(i[f+E])),L=(M-F)/(2*(F-y)),N=c.image.map((E,h)=>(1+L)*E-L*p[f-1][h]),P=A.map((E,h)=>(E-l[f].
signal*N[h])/l[f].noise);return{image:N,noise:P}}return c}function*g(){for(let f=0;f<s;f+=1)d.push(yield*b(f)),v.push(m>0?Q(je(r,f),n.length):null),u.push(S(f,l[f+
1]))}let $=g();function S(f,A,c){let{kept:y,fresh:F}=Qe(l[f],A,m);return kt(d[f],A.signal,y,F,v[f],c)}return{at(f,A){if(f>=1)return n;let c=Math.min(Math.floor(
(1-f)*s+1e-9),s-1);for(;u.length<=c+1;)$.next();return S(c,e.rates(f),A)},ahead(f){let A=performance.now()+f;for(;u.length<=s&&performance.now()<A;)$.next();return u.
length<=s}}}var K=2.7,hn=48,gn=4;function Pt(t,e,n){let o=ne("log_snr",e.schedule),s=Ct(e.network),a=Ft(e.network.points),r={solver:e.solver,steps:e.steps,eta:0},i={x:e.handle[0],
y:e.handle[1]},l=Q(e.seed,2*e.count),m=new Float32Array(l.length),[u,d,p]=[null,null,null],v=Z({label:"Solver",value:r.solver,onChange(k){r.solver=k,M(),P()},options:Object.
entries(Pe).map(([k,{name:_}])=>[k,_])}),b=B({label:"Steps",min:1,max:50,step:1,value:r.steps,onInput(k){r.steps=k,P()}}),g=B({label:"Fresh noise η",min:0,max:1,
step:.1,value:0,format:k=>k.toFixed(1),onInput(k){r.eta=k,P()}}),$=B({label:"Way from noise to data",min:0,max:1,step:.001,value:0,format:k=>`t = ${(1-k).toFixed(
2)}`,onInput:D}),S=B({label:"Ringed particle: x",min:-K,max:K,step:.05,value:i.x,format:k=>k.toFixed(2),onInput:k=>L(k,i.y)}),f=B({label:"Ringed particle: y",min:-K,
max:K,step:.05,value:i.y,format:k=>k.toFixed(2),onInput:k=>L(i.x,k)}),A=We({label:"Paths",value:!0,onChange:D}),c=We({label:"Data",value:!0,onChange:D}),y=w("ca\
nvas",{role:"img",class:"ff-plane","aria-label":"Particles in the plane"}),F=W();t.append(U(...e.simple?[b]:[v,b,g]),U($,ae(n,$,{seconds:4}),A,c),y,F.element,w(
"div",{class:"ff-controls ff-gap"},S.element,f.element));function M(){let k=Pe[r.solver].eta;g.limits(0,1,k??r.eta),g.input.disabled=k!==null}function L(k,_){Object.
assign(i,{x:k,y:_}),p=null,D()}function N(k){return Lt({layers:s,schedule:o,start:k,seed:e.seed,...r})}function P(){[u,d,p]=[N(l),null,null],D()}function E(k){let _=N(
k),O=Math.max(60,r.steps);return Array.from({length:O+1},(q,V)=>_.at(1-V/O))}let h=0,x=y.getContext("2d"),R=k=>(k+K)/(2*K)*h;function I(k,_,O,q){let V=k[0].length/
2;x.strokeStyle=_,x.lineWidth=O,x.beginPath();for(let ee=0;ee<V;ee+=1)for(let se=0;se<=q;se+=1){let[ke,Ne]=[R(k[se][ee]),h-R(k[se][V+ee])];se?x.lineTo(ke,Ne):x.
moveTo(ke,Ne)}x.stroke()}function T(k,_,O){let q=k.length/2;x.fillStyle=_;for(let V=0;V<q;V+=1)x.fillRect(R(k[V])-O/2,h-R(k[q+V])-O/2,O,O)}function D(){if(!h||!u)
return;let k=1-$.value,_=u.at(k,m);if(x.clearRect(0,0,h,h),c.value&&(x.globalAlpha=.45,T(a,ge(n,"muted"),2),x.globalAlpha=1),T(_,ge(n,"signal"),2.2),A.value){d??=
E(wn(l,hn));let se=Math.round((1-k)*(d.length-1));x.globalAlpha=.55,I(d,ge(n,"noise"),1,se),x.globalAlpha=1}p??=E(Float32Array.of(i.x,i.y)),I(p,ge(n,"accent"),2.5,
p.length-1);let O=p[Math.round((1-k)*(p.length-1))];X(O[0],O[1],5,!0),X(i.x,i.y,9,!1);let{name:q,cost:V}=Pe[r.solver],ee=p[p.length-1];F.say(`${e.count} particl\
es at t = ${k.toFixed(2)}. ${q} with ${r.steps} steps evaluates the network ${V(r.steps)} times. The ringed particle ends at (${ee[0].toFixed(2)}, ${ee[1].toFixed(
2)}).`),u.ahead(gn)}function X(k,_,O,q){x.beginPath(),x.arc(R(k),h-R(_),O,0,2*Math.PI),x.lineWidth=3,x.strokeStyle=ge(n,"accent"),x.fillStyle=ge(n,q?"accent":"p\
anel"),x.fill(),x.stroke()}let Y=k=>{let _=y.getBoundingClientRect(),O=ee=>Math.min(Math.max(ee,-K),K),q=O((k.clientX-_.left)/_.width*2*K-K),V=O(K-(k.clientY-_.
top)/_.height*2*K);S.limits(-K,K,q),f.limits(-K,K,V),L(q,V)};y.addEventListener("pointerdown",k=>{y.setPointerCapture(k.pointerId),Y(k)}),y.addEventListener("po\
intermove",k=>{y.hasPointerCapture(k.pointerId)&&Y(k)}),M(),P(),Ie(y,k=>{h=k;let _=window.devicePixelRatio||1;y.width=y.height=Math.round(h*_),x=y.getContext("2\
d"),x.setTransform(y.width/h,0,0,y.width/h,0,0),D()}),rt(n,D)}function wn(t,e){let n=t.length/2,o=new Float32Array(2*e);return o.set(t.subarray(0,e)),o.set(t.subarray(
n,n+e),e),o}function Nt(t,e,n){let{size:o,runs:s,mean:a,std:r}=e,i=ne(e.schedule.kind,e.schedule.options),l=Le(Q(e.seed,3*o*o),a,r),m=Le(new Float32Array(3*o*o),a,r),u=F=>[
...new Set(s.map(M=>M[F]))].map(String),{steps:d,eta:p}=s[e.open],v=null,b=F=>u(F).map(M=>[M,M]),g=Z({label:"Steps",options:b("steps"),value:String(d),onChange(F){
let M=S.value/d;d=Number(F),S.limits(0,d,Math.round(M*d)),y()}}),$=Z({label:"η",options:b("eta"),value:String(p),onChange(F){p=Number(F),y()}}),S=B({label:"Ste\
p",min:0,max:d,step:1,value:0,format:F=>`${F} of ${d}`,onInput:y}),f=j({label:"The noisy image",title:"Noisy image",width:o,height:o}),A=j({label:"The predicted\
 image",title:"Predicted image",width:o,height:o}),c=W();t.append(U(g,$,S,ae(n,S,{seconds:5})),w("div",{class:"ff-columns ff-pair ff-grow"},f.element,A.element),
c.element);function y(){let F=S.value,M=s.findIndex(E=>E.steps===d&&E.eta===p),L=Se(d)[F];if(F===0)f.draw(l),A.draw(m);else if(v){let E=[(F-1)*o,M*o,o,o];f.draw(
De(v.noisy,...E)),A.draw($e(v.predicted,...E))}let{signal:N,noise:P}=i.rates(L);f.describe(`The noisy image after step ${F} of ${d}`),A.describe(F?`The predicte\
d image of step ${F} of ${d}`:"No image has been predicted yet"),c.say(F===0?"Pure noise, at t = 1; nothing has been predicted yet.":`Step ${F} of ${d} led to t\
 = ${L.toFixed(2)}: signal rate ${N.toFixed(2)}, noise rate ${P.toFixed(2)}.`)}y(),Promise.all([fe(e.noisy),fe(Me(n))]).then(([F,M])=>{v={noisy:F,predicted:M},n.
dataset.state="ready",S.value=S.value===0?Math.round(d/2):S.value})}var Et=10,bn=[-12,10],et=t=>1/(1+Math.exp(-t)),Tt=t=>t.toFixed(2),Rt=t=>t.toFixed(3),It=t=>t.toFixed(4),ye={cosine:{name:"Cosine",python:"CosineSchedule",ends:{
start:{option:"max_signal_rate",label:"Signal rate at t = 0",value:.95,min:.5,max:.999,step:.001,format:Rt,fromLogSNR:t=>Math.sqrt(et(t))},end:{option:"min_sign\
al_rate",label:"Signal rate at t = 1",value:.02,min:.003,max:.4,step:.001,format:Rt,fromLogSNR:t=>Math.sqrt(et(t))}}},linear:{name:"Linear β",python:"LinearSch\
edule",ends:{start:{option:"beta_start",label:"First β",value:1e-4,min:1e-4,max:.005,step:1e-4,format:It,fromLogSNR:t=>et(-t)},end:{option:"beta_end",label:"La\
st β",value:.02,min:.005,max:.04,step:5e-4,format:It,fromLogSNR:yn}}},log_snr:{name:"Straight log-SNR",python:"LogSNRSchedule",ends:{start:{option:"start",label:"\
Log-SNR at t = 0",value:2.5,min:0,max:9.5,step:.1,format:Tt,fromLogSNR:t=>t},end:{option:"end",label:"Log-SNR at t = 1",value:-7.5,min:-11.5,max:-.5,step:.1,format:Tt,
fromLogSNR:t=>t}}}};function yn(t,e=1e-4){let[n,o]=[e,.5];for(let s=0;s<40;s+=1){let a=(n+o)/2;ne("linear",{beta_start:e,beta_end:a}).logSNR(1)>t?n=a:o=a}return(n+
o)/2}function _t(t,e){let{size:n}=e,o=_e(ie(e.pixels)),s=Q(e.seed,o.image.length),a=Array.from({length:101},(c,y)=>y/100),r=Array.from({length:Et},(c,y)=>y/(Et-
1)),i=Object.fromEntries(Object.entries(ye).map(([c,{ends:y}])=>[c,{[y.start.option]:y.start.value,[y.end.option]:y.end.value}])),l=e.kind,m=Z({label:"Schedule",
value:l,options:Object.entries(ye).map(([c,{name:y}])=>[c,y]),onChange(c){l=c,f(),A()}}),u=Object.fromEntries(["start","end"].map(c=>[c,B({label:"",min:0,max:1,
step:.001,value:0,format:y=>ye[l].ends[c].format(y),onInput(y){i[l][ye[l].ends[c].option]=y,A()}})])),d=le({label:"Signal rate and noise rate over time",title:"\
Signal and noise rate",x:[0,1],y:[0,1],height:200,xLabel:"time t",yTicks:[0,.5,1]}),p=le({label:"Log-SNR over time",title:"Log-SNR: pull its ends",x:[0,1],y:bn,
height:200,xLabel:"time t",yTicks:[-10,-5,0,5,10],onHandle(c,y,F){let{fromLogSNR:M,min:L,max:N}=ye[l].ends[c],P=M(F,i[l].beta_start);u[c].value=Math.min(Math.max(
P,L),N)}}),v=r.map(c=>j({label:`Flower at t = ${c.toFixed(2)}`,title:c.toFixed(2),width:n,height:n})),b=w("code",{class:"ff-code"}),g=W();t.append(U(m,u.start,u.
end),w("div",{class:"ff-columns ff-two"},w("div",{},d.element,we([["signal","signal rate"],["noise","noise rate"]])),w("div",{},p.element,we([["leaf","this sche\
dule"],["muted","cosine, as in the book",!0]]))),w("div",{class:"ff-strip"},...v.map(c=>c.element)),g.element,b);let $=ne("cosine"),S=a.map(c=>[c,$.logSNR(c)]);
function f(){for(let[c,y]of Object.entries(u)){let{label:F,min:M,max:L,step:N,option:P}=ye[l].ends[c];y.rename(F),y.input.step=N,y.limits(M,L,i[l][P])}}function A(){
let c=ne(l,i[l]),y=a.map(h=>[h,c.rates(h)]),F=r.map(h=>[h,c.rates(h)]);d.update({lines:[{points:y.map(([h,{signal:x}])=>[h,x]),colour:"signal",width:2.5},{points:y.
map(([h,{noise:x}])=>[h,x]),colour:"noise",width:2.5}],marks:[...F.map(([h,{signal:x}])=>({x:h,y:x,colour:"signal"})),...F.map(([h,{noise:x}])=>({x:h,y:x,colour:"\
noise"}))]});let M=a.map(h=>[h,c.logSNR(h)]);p.update({lines:[{points:S,colour:"muted",dash:!0,width:1.5},{points:M,colour:"leaf",width:2.5}],marks:[{x:0,y:M[0][1],
colour:"leaf",handle:"start"},{x:1,y:M[100][1],colour:"leaf",handle:"end"}]}),F.forEach(([h,{signal:x,noise:R}],I)=>{v[I].draw(Be(o,s,x,R)),v[I].describe(`Flowe\
r at t = ${h.toFixed(2)}, signal rate ${x.toFixed(2)}`)});let{python:L,ends:{start:N,end:P}}=ye[l],E=[N,P].map(({option:h,format:x})=>`${h}=${Number(x(i[l][h]))}`);
b.textContent=`${L}(${E.join(", ")})`,g.say(xn(c))}f(),A()}function xn(t){let{signal:e}=t.rates(1),n=Array.from({length:1001},(s,a)=>a/1e3).find(s=>t.logSNR(s)<
0);return`${n===void 0?"The picture always outweighs the noise":n===0?"Noise outweighs the picture from the start":`Noise outweighs the picture from t = ${n.toFixed(
2)}`}; at t = 1 a signal rate of ${e.toFixed(3)} is left.`}function Ot(t,e){let{blocks:n}=e,o=Math.max(...n.map(p=>p.parameters)),s=n.map((p,v)=>{let b=Bt(p,1)[0],g=Math.sqrt(p.parameters/o),$=w("button",{type:"button",
class:"ff-block","aria-pressed":"false","aria-label":`${p.title}, ${p.shape}, ${p.parameters} parameters`},b,w("i",{style:`width:${(100*g).toFixed(0)}%`}));return $.
addEventListener("focus",()=>d(v)),$.addEventListener("pointerenter",()=>d(v)),$.addEventListener("click",()=>d(v)),$.addEventListener("keydown",S=>{let f={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[S.key];f&&(S.preventDefault(),s[Math.min(Math.max(v+f,0),n.length-1)].focus())}),$}),a=Math.max(...n.map(p=>p.level))+1,r=w(
"div",{class:"ff-unet",role:"group","aria-label":"Blocks"});for(let p=0;p<a;p+=1){let v=$=>s.filter((S,f)=>n[f].level===p&&n[f].side===$),b=e.sizes[p],g=`margin\
-inline:${(30*p/(a-1)).toFixed(1)}%`;r.append(w("div",{class:"ff-unet-row",style:g},w("div",{class:"ff-unet-side"},...v("down")),...v("middle").length?[w("div",
{class:"ff-unet-side"},...v("middle")),w("span",{class:"ff-unet-size"},`${b} × ${b}`)]:[w("span",{class:"ff-unet-skip"},w("span",{class:"ff-unet-size"},`${b} ×\
 ${b}`))],w("div",{class:"ff-unet-side"},...v("up"))))}let i=w("span",{class:"ff-title"}),l=w("dl",{class:"ff-facts"}),m=w("div",{class:"ff-maps",role:"img"}),u=W();
t.append(r,w("div",{class:"ff-unet-detail"},i,l,m),u.element);function d(p){let v=n[p];s.forEach((b,g)=>{b.setAttribute("aria-pressed",String(g===p)),b.classList.
toggle("ff-partner",g!==p&&vn(n[g],v))}),i.textContent=v.kind?`${v.title}: ${v.kind}`:v.title,l.replaceChildren(...v.facts.map(([b,g])=>w("div",{},w("dt",{},b),
w("dd",{},g)))),m.replaceChildren(...Bt(v,v.count)),m.setAttribute("aria-label",v.shown),u.say(v.sentence)}d(Math.min(e.selected,n.length-1))}function vn(t,e){return t.
skip===e.name||e.skip===t.name}function Mn(t,e){return Float64Array.from({length:e},(n,o)=>((o%2?t[o>>1]&15:t[o>>1]>>4)-7)/7)}function Bt(t,e){let[n,o]=t.size,s=ie(
t.maps),a=n*o,r=t.colour?null:Mn(s,a*t.count);return Array.from({length:Math.min(e,t.count)},(i,l)=>{let m=j({label:"",width:n,height:o});return m.draw(t.colour?
s:Ce(r.subarray(l*a,(l+1)*a))),m.canvas.removeAttribute("role"),m.canvas.removeAttribute("aria-label"),m.canvas.setAttribute("aria-hidden","true"),m.canvas})}var tt=["leaf","iris"];function Dt(t,e,n){let{side:o,epochs:s,curves:a}=e,r=a.flatMap(({points:g})=>g),[i,l]=[Math.min(...r.map(([g])=>g)),Math.max(...r.map(([g])=>g))],
m=null,u=B({label:"Epoch",min:i,max:l,step:1,value:l,onInput:b}),d=le({label:"Errors over the epochs",title:"Errors",x:[i,Math.max(l,i+1)],y:$n(a),height:190,xLabel:"\
epoch",onPoint:g=>{u.value=Math.round(g)}}),p=j({label:"Samples",title:"Samples",width:o,height:o}),v=W();t.append(U(u,ae(n,u,{seconds:8})),w("div",{class:"ff-c\
olumns ff-two"},w("div",{},d.element,we(a.map(({name:g},$)=>[tt[$],g]))),p.element),v.element);function b(){let g=u.value;d.update({lines:a.map(({points:S},f)=>({
points:S,colour:tt[f]})).filter(({points:S})=>S.length>1),marks:[{x:g,colour:"muted"},...a.flatMap(({points:S},f)=>{let A=nt(S,g,([c])=>c);return A?[{x:A[0],y:A[1],
colour:tt[f]}]:[]})]});let $=nt(s,g,S=>S)??s[0];m&&p.draw($e(m,s.indexOf($)*o,0,o,o)),p.heading.textContent=`Samples after epoch ${$}`,p.describe(`Sixteen sampl\
es after epoch ${$}`),v.say(`Epoch ${g}. ${a.map(({name:S,points:f})=>{let A=nt(f,g,([c])=>c);return A?`${S}: ${A[1].toFixed(3)}`:""}).filter(Boolean).join("; ")}\
.`)}b(),fe(Me(n)).then(g=>{m=g,n.dataset.state="ready",b()})}function $n(t){let e=t.flatMap(({points:a})=>a.map(([,r])=>r)),[n,o]=[Math.min(...e),Math.max(...e)],
s=.05*(o-n)||.01;return[n-s,o+s]}function nt(t,e,n){return t.filter(o=>n(o)<=e).at(-1)}st({dissolve:pt,embedding_explorer:wt,first_flowers:bt,grow:$t,particles:Pt,reverse:Nt,schedule_designer:_t,unet_map:Ot,watch:Dt});})();
