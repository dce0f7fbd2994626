/* Made by book/bundle_figures.py from ddimlib/static/ (6edacc672dcf0a26). */
(()=>{function rt(t){let e=".ff-figure[data-figure]:not([data-started], [data-failed])",n=()=>{for(let s of document.querySelectorAll(e))document.readyState==="loadin\
g"&&!s.nextSibling||Yt(s,t[s.dataset.figure])};if(n(),document.readyState!=="loading")return;let o=new MutationObserver(n);o.observe(document,{childList:!0,subtree:!0}),
document.addEventListener("DOMContentLoaded",()=>{o.disconnect(),n()})}function Yt(t,e){let n=t.querySelector(":scope > script[type='application/json']");if(!e||
!n)return;let o=t.querySelector(".ff-live");t.dataset.started="";try{e(o,JSON.parse(n.textContent),t)}catch(s){delete t.dataset.started,t.dataset.failed="",o.replaceChildren(),
console.error(s)}}function b(t,e={},...n){let o=document.createElement(t);for(let[s,r]of Object.entries(e))r!=null&&r!==!1&&o.setAttribute(s,r===!0?"":r);return o.
append(...n),o}function D(...t){return b("div",{class:"ff-controls"},...t.map(e=>e.element??e))}function O({label:t,min:e,max:n,step:o,value:s,format:r=String,onInput:a}){
let i=b("span",{class:"ff-value","aria-hidden":"true"}),l=b("input",{type:"range",min:e,max:n,step:o}),m=()=>{let h=r(Number(l.value));i.textContent=h,l.setAttribute(
"aria-valuetext",h);let w=(Number(l.value)-l.min)/(l.max-l.min||1);l.style.setProperty("--ff-filled",`${(100*w).toFixed(1)}%`)},d=b("span",{class:"ff-label"},t),
f=b("label",{class:"ff-slider"},b("span",{class:"ff-row"},d,i),l);return l.value=s,m(),l.addEventListener("input",()=>{m(),a(Number(l.value))}),{element:f,input:l,
get value(){return Number(l.value)},set value(h){l.value=h,m(),a(Number(l.value))},limits(h,w,y){Object.assign(l,{min:h,max:w}),l.value=y,m()},rename(h){d.textContent=
h}}}function Z({label:t,options:e,value:n,onChange:o}){let s=b("select",{},...e.map(([a,i])=>b("option",{value:a},i)));return s.value=n,s.addEventListener("chan\
ge",()=>o(s.value)),{element:b("label",{class:"ff-choice"},b("span",{class:"ff-label"},t),s),input:s,get value(){return s.value},set value(a){s.value=a,o(s.value)}}}
function He({label:t,value:e=!1,onChange:n}){let o=b("input",{type:"checkbox"});return o.checked=e,o.addEventListener("change",()=>n(o.checked)),{element:b("lab\
el",{class:"ff-toggle"},o,b("span",{},t)),input:o,get value(){return o.checked}}}function _e({label:t,onClick:e}){let n=b("button",{type:"button",class:"ff-butt\
on"},t);return n.addEventListener("click",e),n}function Vt(){return window.matchMedia("(prefers-reduced-motion: reduce)").matches}function Kt(t,e,n=()=>{}){let o=0,
s=!1,r=!0,a=null,i=d=>{let f=a===null?0:Math.min((d-a)/1e3,.1);if(a=d,o=0,!t.isConnected||e(f)===!1)return m.pause();l()},l=()=>{s&&r&&!o&&(o=requestAnimationFrame(
i))},m={get playing(){return s},play(){s=!0,a=null,n(!0),l()},pause(){s=!1,cancelAnimationFrame(o),o=0,n(!1)}};return typeof IntersectionObserver=="function"&&new IntersectionObserver(
d=>{r=d[d.length-1].isIntersecting,a=null,l()}).observe(t),m}function le(t,e,{label:n="Play",seconds:o=6}={}){let s=()=>Number(e.input.min),r=()=>Number(e.input.
max),a=0,i=0,l=_e({label:n,onClick:()=>{if(m.playing)return m.pause();a=e.value>=r()?s():e.value,i=0,m.play()}}),m=Kt(t,d=>{let f=r()-s();if(Vt()){if(i+=d,i<o/8)
return!0;a+=f/8,i=0}else a+=f*d/o;return e.value=Math.min(a,r()),a<r()},d=>{l.textContent=d?"Pause":n});return e.input.addEventListener("pointerdown",()=>m.pause()),
e.input.addEventListener("keydown",()=>m.pause()),l}function q(){let t=b("p",{class:"ff-readout"}),e=b("p",{class:"ff-hidden","aria-live":"polite"}),n=0;return{
element:b("div",{},t,e),say(o){let s=t.textContent==="";t.textContent=o,clearTimeout(n),s||(n=setTimeout(()=>{e.textContent=o},500))}}}function U({label:t,title:e="",
width:n,height:o}){let s=b("canvas",{width:n,height:o,role:"img","aria-label":t}),r=s.getContext("2d"),a=r.createImageData(n,o);a.data.fill(255);let i=b("span",
{class:"ff-title"},e);return{element:b("div",{class:"ff-picture"},...e?[i]:[],s),canvas:s,heading:i,draw(l){let m=l.length===n*o;for(let d=0;d<n*o;d+=1)for(let f=0;f<
3;f+=1)a.data[4*d+f]=m?l[d]:l[3*d+f];r.putImageData(a,0,0)},describe(l){s.setAttribute("aria-label",l)}}}function Oe(t,e){let n=new MutationObserver(e),o=["data\
-theme","data-jp-theme-light","theme","class"];n.observe(document.documentElement,{attributes:!0,attributeFilter:o}),n.observe(document.body,{attributes:!0,attributeFilter:o}),
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change",e)}function ce(t,e){return getComputedStyle(t).getPropertyValue(`--ff-${e}`).trim()}
function Se(t,e){let n=0,o=()=>{let s=Math.round(t.clientWidth);s>0&&s!==n&&e(n=s)};o(),new ResizeObserver(o).observe(t)}function ee(t){return Uint8Array.from(atob(
t),e=>e.charCodeAt(0))}var Jt="http://www.w3.org/2000/svg";function oe(t,e,n=""){let o=document.createElementNS(Jt,t);for(let[s,r]of Object.entries(e))o.setAttribute(s,r);return n&&(o.
textContent=n),o}function at(t,e,n=5){let o=(e-t)/n,s=10**Math.floor(Math.log10(o)),r=[1,2,5,10].map(i=>i*s).find(i=>i>=o*.999),a=[];for(let i=Math.ceil(t/r-1e-9);i*
r<=e+1e-9*r;i+=1)a.push(Number((i*r).toPrecision(12)));return a}function it(t){return String(t).replace("-","−")}function ue({label:t,title:e="",x:n,y:o,xLabel:s="",
yLabel:r="",height:a=170,xTicks:i=null,yTicks:l=null,formatX:m=it,formatY:d=it,onPoint:f=null,onHandle:h=null}){let w=b("div",{class:"ff-chart"}),y=oe("svg",{role:"\
img","aria-label":t,height:a}),g={left:44,right:12,top:8,bottom:s?38:24},S={x:n,y:o},v=300,u={lines:[],marks:[],areas:[]},k=p=>g.left+(p-S.x[0])/(S.x[1]-S.x[0])*
(v-g.left-g.right),c=p=>a-g.bottom-(p-S.y[0])/(S.y[1]-S.y[0])*(a-g.top-g.bottom),x=p=>Math.min(Math.max(p,S.y[0]),S.y[1]),C=p=>p.map(([M,R],I)=>`${I?"L":"M"}${k(
M).toFixed(1)} ${c(R).toFixed(1)}`).join("");function $(){let p=a-g.bottom;for(let M of l??at(...S.y,4))y.append(oe("line",{class:"ff-grid",x1:g.left,x2:v-g.right,
y1:c(M),y2:c(M)}),oe("text",{class:"ff-tick",x:g.left-(h?13:6),y:c(M)+4,"text-anchor":"end"},d(M)));for(let M of i??at(...S.x,v<260?3:5))y.append(oe("text",{class:"\
ff-tick",x:k(M),y:p+16,"text-anchor":"middle"},m(M)));if(y.append(oe("line",{class:"ff-axis",x1:g.left,x2:v-g.right,y1:p,y2:p})),s&&y.append(oe("text",{class:"f\
f-axis-label","text-anchor":"middle",x:(g.left+v-g.right)/2,y:a-5},s)),r){let M=(g.top+p)/2;y.append(oe("text",{class:"ff-axis-label","text-anchor":"middle",x:11,
y:M,transform:`rotate(-90 11 ${M})`},r))}}function N(){y.replaceChildren(),y.setAttribute("viewBox",`0 0 ${v} ${a}`),y.setAttribute("width",v),$();let p=a-g.bottom,
[M,R]=[g.left-2,g.top-2],[I,W]=[v-g.right+2-M,p+2-R],B=oe("svg",{class:"ff-plot",x:M,y:R,width:I,height:W,viewBox:`${M} ${R} ${I} ${W}`});y.append(B);for(let{points:_,
colour:j="accent"}of u.areas??[]){let F=k(_[0][0]).toFixed(1),T=k(_[_.length-1][0]).toFixed(1);B.append(oe("path",{d:`${C(_)}L${T} ${p}L${F} ${p}Z`,class:"ff-ar\
ea",style:`fill:var(--ff-${j})`}))}for(let{points:_,colour:j="accent",dash:F=!1,width:T=2}of u.lines??[])B.append(oe("path",{d:C(_),class:"ff-line",style:`strok\
e:var(--ff-${j});stroke-width:${T};${F?"stroke-dasharray:5 4":""}`}));for(let{x:_,y:j,colour:F="ink",handle:T}of u.marks??[])j===void 0?y.append(oe("line",{x1:k(
_),x2:k(_),y1:g.top,y2:p,class:"ff-rule",style:`stroke:var(--ff-${F})`})):y.append(oe("circle",{cx:k(_),cy:c(x(j)),r:T?9:4.5,class:T?"ff-handle":"ff-mark",...T&&
{"data-handle":T},style:`${T?"stroke":"fill"}:var(--ff-${F})`}))}function A(p){let M=y.getBoundingClientRect(),R=(p.clientX-M.left-g.left)/(M.width-g.left-g.right),
I=(M.bottom-g.bottom-p.clientY)/(a-g.top-g.bottom);return[[R,S.x],[I,S.y]].map(([W,[B,_]])=>B+Math.min(Math.max(W,0),1)*(_-B))}let L=null,E=p=>{let[M,R]=A(p);L?
h(L,M,R):f&&f(M)};return(f||h)&&(f&&y.classList.add("ff-draggable"),y.addEventListener("pointerdown",p=>{L=p.target.dataset?.handle??null,!(!L&&!f)&&(y.setPointerCapture(
p.pointerId),L||E(p))}),y.addEventListener("pointermove",p=>{y.hasPointerCapture(p.pointerId)&&E(p)})),e&&w.append(b("span",{class:"ff-title"},e)),w.append(y),Se(
w,p=>{v=p,N()}),{element:w,update(p){u=p,N()},limits(p){Object.assign(S,p)},describe(p){y.setAttribute("aria-label",p)}}}function ye(t){return b("div",{class:"f\
f-legend"},...t.map(([e,n,o])=>b("span",{},b("i",{style:`border-top:3px ${o?"dashed":"solid"} var(--ff-${e})`}),n)))}function Xe(t){return t=Math.imul(t^t>>>16,2146121005),t=Math.imul(t^t>>>15,2221713035),(t^t>>>16)>>>0}function Zt(t,e){let n=Xe(t+2654435769>>>0);return Xe(Xe(
e+n>>>0)+Math.imul(n,2246822507)>>>0)}function lt(t,e){return(Zt(t,e)+.5)/4294967296}function Q(t,e){let n=new Float32Array(e);for(let o=0;o<e;o+=2){let s=Math.
sqrt(-2*Math.log(lt(t,o))),r=2*Math.PI*lt(t,o+1);n[o]=s*Math.cos(r),o+1<e&&(n[o+1]=s*Math.sin(r))}return n}function Be(t){let e=t.length/3,n=[0,0,0],o=[0,0,0];t.forEach((r,a)=>{n[a%3]+=r/e}),t.forEach((r,a)=>{o[a%3]+=(r-n[a%3])**2/e});for(let r=0;r<3;r+=1)o[r]=Math.sqrt(
o[r])||1;let s=Float64Array.from(t,(r,a)=>(r-n[a%3])/o[a%3]);return{mean:n,std:o,image:s}}function je({mean:t,std:e,image:n},o,s,r){let a=new Uint8ClampedArray(
n.length);for(let i=0;i<n.length;i+=1)a[i]=(s*n[i]+r*o[i])*e[i%3]+t[i%3];return a}function Qt({min_signal_rate:t=.02,max_signal_rate:e=.95}={}){let n=Math.acos(e),o=Math.acos(t);return s=>-2*Math.log(Math.tan(n+s*(o-n)))}function zt({beta_start:t=1e-4,
beta_end:e=.02,steps:n=1e3}={}){let o=new Float64Array(n),s=0;for(let r=0;r<n;r+=1)s+=Math.log1p(-(t+(e-t)*r/(n-1))),o[r]=s;return r=>{let a=r*(n-1),i=Math.min(
Math.floor(a),n-2),l=o[i]+(o[i+1]-o[i])*(a-i);return l-Math.log(-Math.expm1(l))}}function en({start:t=2.5,end:e=-7.5}={}){return n=>t+n*(e-t)}function tn({start:t=.01,
end:e=.99}={}){return n=>{let o=t+n*(e-t);return-2*Math.log(o/(1-o))}}var Ge={cosine:Qt,linear:zt,log_snr:en,rectified_flow:tn};function se(t,e={}){if(!Object.hasOwn(
Ge,t))throw new Error(`no page knows the schedule "${t}"`);let n=Ge[t](e);return{logSNR:n,rates:o=>nn(n(o))}}function nn(t){return{signal:Math.sqrt(1/(1+Math.exp(
-t))),noise:Math.sqrt(1/(1+Math.exp(t)))}}var In=Object.keys(Ge);function ct(t,e,n,o,s){for(let r=1,a=0;r<s;r+=1){let i=s>>1;for(;a&i;i>>=1)a^=i;if(a^=i,r<a){let l=n+r*o,m=n+a*o;[t[l],t[m]]=[t[m],t[l]],[e[l],e[m]]=[e[m],e[l]]}}
for(let r=2;r<=s;r*=2)for(let a=0;a<r/2;a+=1){let i=Math.cos(-2*Math.PI*a/r),l=Math.sin(-2*Math.PI*a/r);for(let m=a;m<s;m+=r){let d=n+m*o,f=d+r/2*o,h=t[f]*i-e[f]*
l,w=t[f]*l+e[f]*i;t[f]=t[d]-h,e[f]=e[d]-w,t[d]+=h,e[d]+=w}}}function Ye(t,e){let n=Float64Array.from(t),o=new Float64Array(e*e);for(let s=0;s<e;s+=1)ct(n,o,s*e,
1,e);for(let s=0;s<e;s+=1)ct(n,o,s,e,e);return{real:n,imaginary:o}}function ut(t){let e=new Int16Array(t*t);for(let n=0;n<t;n+=1)for(let o=0;o<t;o+=1){let s=Math.
min(n,t-n),r=Math.min(o,t-o),a=Math.round(Math.hypot(r,s));e[n*t+o]=a<=t/2?a:-1}return e}function Ve(t,e,n,o,s,r){let a=new Float64Array(r/2+1),i=new Float64Array(
r/2+1);for(let l=0;l<r*r;l+=1){if(s[l]<0)continue;let m=n*t.real[l]+o*e.real[l],d=n*t.imaginary[l]+o*e.imaginary[l];a[s[l]]+=(m*m+d*d)/(r*r),i[s[l]]+=1}return a.
map((l,m)=>l/i[m])}var on=[{kind:"cosine",name:"Cosine schedule",colour:"signal"},{kind:"linear",name:"Linear schedule",colour:"noise"}];function dt(t,e,n){let o=new Float64Array(
n);for(let r of t){let a=Math.floor((r+e)/(2*e)*n);a>=0&&a<n&&(o[a]+=1)}let s=2*e/n;return o.map(r=>r/(t.length*s))}function mt(t,e){let{size:n,seed:o}=e,s=ee(e.
pixels),r=Q(o,s.length),a=Be(s),{image:i}=a,l=new Float64Array(s.length),m=ut(n),d=Ye(ft(i),n),f=Ye(ft(r),n),h=on.map($=>({...$,schedule:se($.kind),view:U({label:$.
name,title:$.name,width:n,height:n}),note:b("div",{class:"ff-note"})})),w=ue({label:"Histogram of the pixel values",title:"Pixel values",x:[-4,4],y:[0,.8],xLabel:"\
standardised value",xTicks:[-4,-2,0,2,4],yTicks:[0,.4,.8]}),y=ue({label:"Power spectrum",title:"Power at each scale",x:[0,Math.log10(n/2)],y:[-2,4],xLabel:"cycl\
es per picture: coarse → fine",xTicks:[1,2,4,8,16,32,64].filter($=>$<=n/2).map(Math.log10),formatX:$=>Math.round(10**$),yTicks:[-2,0,2,4],formatY:$=>`10${sn($)}`}),
g=O({label:"Time t",min:0,max:1,step:.01,value:e.t,format:$=>$.toFixed(2),onInput:c}),S=q();t.append(D(g,le(t,g,{label:"Dissolve"})),b("div",{class:"ff-columns \
ff-pair ff-dissolve"},...h.map(({view:$,note:N})=>b("div",{},$.element,N))),b("div",{class:"ff-columns ff-two"},w.element,y.element),ye([["signal","cosine"],["n\
oise","linear"],["muted","photograph",!0],["ink","pure noise",!0]]),S.element);let v=rn(81).map($=>-4+$/10).map($=>[$,Math.exp(-$*$/2)/Math.sqrt(2*Math.PI)]),u=x(
dt(i,4,40)),k=C(Ve(d,f,1,0,m,n));function c(){let $=g.value,N=[],A=[],L=[];for(let{schedule:E,view:p,note:M,colour:R,name:I}of h){let{signal:W,noise:B}=E.rates(
$);for(let j=0;j<l.length;j+=1)l[j]=W*i[j]+B*r[j];p.draw(je(a,r,W,B));let _=`signal ${W.toFixed(2)}, noise ${B.toFixed(2)}`;M.textContent=_,p.describe(`Photogra\
ph of a flower, ${I.toLowerCase()}, t = ${$.toFixed(2)}: ${_}`),N.push({points:x(dt(l,4,40)),colour:R}),A.push({points:C(Ve(d,f,W,B,m,n)),colour:R}),L.push(`${I.
toLowerCase().split(" ")[0]} keeps ${Math.round(100*W**2)} %`)}w.update({lines:[{points:u,colour:"muted",dash:!0,width:1.5},{points:v,colour:"ink",dash:!0,width:1.5},
...N]}),y.update({lines:[{points:k,colour:"muted",dash:!0,width:1.5},{points:[[0,0],[Math.log10(n/2),0]],colour:"ink",dash:!0,width:1.5},...A]}),S.say(`At t = ${$.
toFixed(2)} the ${L.join(", the ")} of the variance from the image.`)}function x($){return Array.from($,(N,A)=>[-4+8*(A+.5)/$.length,N])}function C($){return Array.
from($,(N,A)=>[Math.log10(A),Math.log10(N+1e-9)]).slice(1)}c()}function ft(t){return Float64Array.from({length:t.length/3},(e,n)=>(t[3*n]+t[3*n+1]+t[3*n+2])/Math.
sqrt(3))}function sn(t){return String(t).replace("-","⁻").replace(/\d/g,e=>"⁰¹²³⁴⁵⁶⁷⁸⁹"[e])}function rn(t){return Array.from({length:t},(e,n)=>n)}var De=[[125,47,6],[234,103,29],[243,189,152],[236,234,230],[165,210,251],[35,149,252],[10,74,138]];function an(t){let e=(Math.min(Math.max(t,-1),1)+1)/2*(De.length-
1),n=Math.min(Math.floor(e),De.length-2);return[0,1,2].map(o=>{let[s,r]=[De[n][o],De[n+1][o]];return s+(r-s)*(e-n)})}function Pe(t){let e=new Uint8ClampedArray(
3*t.length);return t.forEach((n,o)=>e.set(an(n),3*o)),e}function pt(t,e,n){let[o,s]=[Math.log10(e),Math.log10(n)],r=t/2;return Array.from({length:r},(a,i)=>10**(r===1?o:o+(s-o)*i/(r-1)))}function Ke(t,e){let n=e.map(
o=>Math.fround(Math.fround(t)*Math.fround(2*Math.PI*o)));return Float64Array.from([...n.map(Math.sin),...n.map(Math.cos)])}function Je(t,e){return e.reduce((o,s)=>o+
Math.cos(2*Math.PI*s*t),0)/e.length}var xe=400,Ze=1e-4;function gt(t,e){let n=null,o=(c,x)=>O({label:c,min:0,max:1,step:.001,value:x,format:C=>C.toFixed(3),onInput:k}),s=o("Noise variance a",e.a),
r=o("Noise variance b",e.b),a=(c,x,C,$)=>O({label:c,min:x,max:C,step:.1,value:Math.log10($),format:N=>`${Number((10**N).toPrecision(2))}`,onInput:u}),i=a("Lowes\
t frequency",-1,1,e.min_frequency),l=a("Highest frequency",1,3,e.max_frequency),m=Z({label:"Length",value:String(e.dim),onChange:u,options:[8,16,32,64].map(c=>[
String(c),String(c)])}),d=b("div",{class:"ff-map"}),f=["a","b"].map(c=>b("i",{class:"ff-cursor"},b("b",{},c))),h=b("div",{class:"ff-vectors"}),w=ue({label:"Simi\
larity against the distance between two noise levels",title:"Similarity at every distance",x:[Math.log10(Ze),0],y:[-.5,1],xLabel:"distance between a and b",height:180,
xTicks:[-4,-3,-2,-1,0],formatX:c=>String(Number((10**c).toPrecision(1))),yTicks:[-.5,0,.5,1]}),y=q();t.append(D(s,r),D(i,l,m),b("span",{class:"ff-title"},"The v\
ector of every noise variance from 0 to 1"),d,b("div",{class:"ff-columns ff-two ff-gap"},h,w.element),y.element),d.addEventListener("pointerdown",c=>{d.setPointerCapture(
c.pointerId);let x=g(c);d.moved=Math.abs(x-s.value)<=Math.abs(x-r.value)?s:r,d.moved.value=x}),d.addEventListener("pointermove",c=>{d.hasPointerCapture(c.pointerId)&&
(d.moved.value=g(c))});function g(c){let x=d.getBoundingClientRect();return Math.min(Math.max((c.clientX-x.left)/x.width,0),1)}let S=[],v=[];function u(){let c=Number(
m.value);S=pt(c,10**i.value,10**l.value),n=U({label:`Embeddings of length ${c}: each column is the vector of one noise variance`,width:xe,height:c}),n.draw(Pe(ln(
S))),d.replaceChildren(n.element,...f),v=[["vector of a","a"],["vector of b","b"],["a times b, cell by cell",""]].map(([x])=>U({label:x,title:x,width:c,height:1})),
h.replaceChildren(...v.map(x=>x.element),b("div",{class:"ff-note"},`Left half sines, right half cosines, each from slow to fast. The sum of the last row, divide\
d by ${c/2}, is the similarity.`)),k()}function k(){let[c,x]=[Ke(s.value,S),Ke(r.value,S)],C=c.map((E,p)=>E*x[p]);[c,x,C].forEach((E,p)=>v[p].draw(Pe(E))),f[0].
style.left=`${100*s.value}%`,f[1].style.left=`${100*r.value}%`,f[0].classList.toggle("ff-left",s.value<=r.value),f[1].classList.toggle("ff-left",s.value>r.value);
let $=Math.abs(s.value-r.value),N=Je($,S),A=400,L=Array.from({length:A+1},(E,p)=>{let M=Math.log10(Ze)*(1-p/A);return[M,Je(10**M,S)]});w.update({lines:[{points:L,
colour:"leaf"}],marks:[{x:Math.log10(Math.max($,Ze)),y:N,colour:"petal"}]}),y.say(`Distance ${$.toFixed(3)}, similarity ${N.toFixed(2).replace("-","−")}. From\
 a to b the slowest wave turns ${ht(S[0]*$)}, the fastest ${ht(S[S.length-1]*$)}.`)}u()}function ht(t){return t===1?"once":`${Number(t.toPrecision(2))} times`}function ln(t){
let e=new Float64Array(2*t.length*xe);return t.forEach((n,o)=>{let s=Math.PI*n/xe,r=Math.sin(s)/s;for(let a=0;a<xe;a+=1){let i=2*Math.PI*n*(a+.5)/xe;e[o*xe+a]=r*
Math.sin(i),e[(o+t.length)*xe+a]=r*Math.cos(i)}}),e}async function re(t){let e=new Image;e.src=t,await e.decode();let n=document.createElement("canvas");n.width=e.naturalWidth,n.height=e.naturalHeight;let o=n.getContext(
"2d",{willReadFrequently:!0});return o.drawImage(e,0,0),o.getImageData(0,0,n.width,n.height)}function pe(t){return decodeURIComponent(t.querySelector(".ff-still\
 img").getAttribute("src")).match(/ href='([^']*)'/)[1]}function he(t,e,n,o,s){let r=new Uint8ClampedArray(3*o*s);for(let a=0;a<s;a+=1)for(let i=0;i<o;i+=1){let l=4*
((n+a)*t.width+e+i);r.set(t.data.subarray(l,l+3),3*(a*o+i))}return r}function ke(t,e,n,o,s){let r=new Uint8ClampedArray(3*o*s);for(let a=0;a<3;a+=1){let i=n+a*t.
height/3;for(let l=0;l<s;l+=1)for(let m=0;m<o;m+=1)r[3*(l*o+m)+a]=t.data[4*((i+l)*t.width+e+m)]}return r}function wt(t,e,n){let{size:o,times:s,flowers:r}=e,a=s.length-1,i=null,l=u=>r.map(k=>U({label:`${k}: ${u}`,width:o,height:o})),m=l("noisy"),d=l("guess"),f=O({label:"\
From noise to flower",min:0,max:a,step:1,value:0,format:u=>`t = ${s[u].toFixed(1)}`,onInput:g}),h=q(),w=(u,k)=>b("div",{},b("span",{class:"ff-title"},u),b("div",
{class:"ff-triple"},...k.map(c=>c.element))),y=b("div",{class:"ff-first ff-draggable"},w("The noisy picture",m),w("What the network takes it to be",d));t.append(
D(f,le(n,f,{seconds:4})),y,h.element);function g(){if(!i)return;let u=f.value;r.forEach((k,c)=>{let x=[u*o,c*o,o,o];m[c].draw(ke(i.noisy,...x)),d[c].draw(he(i.guess,
...x)),m[c].describe(`A ${k} on its way out of noise, moment ${u} of ${a}`),d[c].describe(`What the network takes it to be at moment ${u} of ${a}`)}),h.say(S(u))}
function S(u){return u===0?"t = 1: pure noise. The guess is hardly more than a mean colour.":u===a?"t = 0: no noise is left. The last guess is the picture.":`t \
= ${s[u].toFixed(1)}: step ${2*u} of ${2*a}.`}let v=u=>{let k=y.getBoundingClientRect(),c=(u.clientX-k.left)/k.width;f.value=Math.round(Math.min(Math.max(c,0),1)*
a)};y.addEventListener("pointerdown",u=>{y.setPointerCapture(u.pointerId),v(u)}),y.addEventListener("pointermove",u=>{y.hasPointerCapture(u.pointerId)&&v(u)}),Promise.
all([re(e.noisy),re(pe(n))]).then(([u,k])=>{i={noisy:u,guess:k},n.dataset.state="ready",f.value=f.value===0?Math.round(.4*a):f.value})}var bt=`// Grow a flower: runs the network in a thread of its own, so that the page stays alive.
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
`;function Fe(t){return Array.from({length:t+1},(e,n)=>1-n/t)}function qe(t,e){return t+Math.imul(e+1,2654435769)>>>0}function ze(t,e,n){let o=Math.sqrt(Math.max(
0,1-(t.signal/e.signal)**2)),s=n*(e.noise/t.noise)*o;return{kept:Math.sqrt(Math.max(0,e.noise**2-s**2)),fresh:s}}var Qe={noise:t=>t,image:(t,e,{signal:n,noise:o})=>e.
map((s,r)=>(s-n*t[r])/o),velocity:(t,e,{signal:n,noise:o})=>e.map((s,r)=>o*s+n*t[r]),flow:(t,e,{signal:n,noise:o})=>e.map((s,r)=>(s+n*t[r])/(n+o))},no=Object.keys(
Qe);function yt(t){if(!Object.hasOwn(Qe,t))throw new Error(`no page knows the target "${t}"`);return Qe[t]}function xt(t,e,n,o,s=0,r=null){let{kept:a,fresh:i}=ze(
n,o,s),l=new Float32Array(t.length),m=new Float32Array(t.length);for(let d=0;d<t.length;d+=1)l[d]=(t[d]-n.noise*e[d])/n.signal,m[d]=o.signal*l[d]+a*e[d]+(r?i*r[d]:
0);return{image:l,noisy:m}}function vt(t,e,n){return e.map((o,s)=>t[s]+n*(o-t[s]))}function Ne(t,e,n){let o=t.length/3,s=new Uint8ClampedArray(t.length);for(let r=0;r<
3;r+=1)for(let a=0;a<o;a+=1)s[3*a+r]=255*(t[r*o+a]*n[r]+e[r]);return s}async function et(t,{progress:e=()=>{},signal:n,anew:o}){let s=await fetch(t,{signal:n,cache:o?"reload":"default"});if(!s.ok)throw new Error(`${t} answers ${s.status}`);
let r=s.body.getReader(),a=[],i=0;for(;;){let{done:l,value:m}=await r.read();if(l)break;a.push(m),i+=m.length,e(i)}return new Blob(a).arrayBuffer()}function un(t,e){
if(t.byteLength!==e)throw new Error(`what came is not the network: ${t.byteLength} bytes instead of ${e}`)}function dn(t){if(new TextDecoder("latin1").decode(t.
slice(0,4))!=="\0asm")throw new Error("what came is not the runtime")}function fn(t,e,n){return t===void 0?n:new URL(t,e).href}function mn(){let t=URL.createObjectURL(
new Blob([bt],{type:"text/javascript"})),e=new Worker(t,{type:"module"}),n=new Map,o=0,s=a=>{for(let{reject:i}of n.values())i(new Error(a));n.clear()};e.onerror=
a=>{a.preventDefault(),s(a.message||"the worker could not start")},e.onmessage=({data:{id:a,answer:i,error:l}})=>{let{resolve:m,reject:d}=n.get(a)??{};n.delete(
a),l?d?.(new Error(l)):m?.(i)};let r=(a,i,l=[])=>new Promise((m,d)=>{o+=1,n.set(o,{resolve:m,reject:d}),e.postMessage({id:o,task:a,...i},l)});return{load:a=>r("\
load",a,[a.binary]),predict:a=>r("predict",a),end:()=>e.terminate()}}async function pn(){try{return!!await navigator.gpu?.requestAdapter()}catch{return!1}}function hn(){
return location.protocol==="file:"?"Opened from a folder, this page may not load the network: browsers forbid it. Serve the folder (python -m http.server) or re\
ad the book on its site. What you see is recorded.":typeof WebAssembly!="object"||typeof Worker!="function"?"This browser has no WebAssembly, in which the netwo\
rk runs. What you see is recorded.":""}function Mt(t,e,n){let{size:o,mean:s,std:r,classes:a}=e,i=3*o*o,l=se(e.schedule.kind,e.schedule.options),m=yt(e.target),d=P=>Ne(
P,s,r),f=P=>(P/1e6).toFixed(1),h=null,w=null,y=!1,g=0,S={seed:e.seed,steps:e.steps,eta:0,label:e.label,guidance:e.guidance,acts:"middle",processor:"wasm"},v=(P,G=Number)=>J=>{
if(S[P]=G(J),C.input.disabled=A.input.disabled=S.label===a,P==="processor")return Te();P==="seed"&&F(),h&&P!=="seed"?Ie():h&&Xt()},u=O({label:"Seed",min:0,max:999,
step:1,value:S.seed,onInput:v("seed")}),k=Z({label:"Steps",value:String(S.steps),onChange:v("steps"),options:[5,10,20,40].map(P=>[String(P),String(P)])}),c=O({label:"\
Fresh noise η",min:0,max:1,step:.1,value:0,format:P=>P.toFixed(1),onInput:v("eta")}),x=Z({label:"Flower",value:String(e.label),onChange:v("label"),options:[[String(
a),"no class"],...e.class_names.map((P,G)=>[String(G),P]).sort((P,G)=>P[1]<G[1]?-1:1)]}),C=O({label:"Guidance",min:0,max:8,step:.5,value:e.guidance,format:P=>P.
toFixed(1),onInput:v("guidance")}),[$,N]=e.interval,A=Z({label:"Guidance acts",value:"middle",onChange:v("acts",String),options:[["middle",`from t = ${N} to ${$}`],
["always","always"]]});C.input.disabled=A.input.disabled=e.label===a;let L=Z({label:"Runs on",value:"wasm",onChange:v("processor",String),options:Object.entries(
e.runtimes).map(([P,{name:G,bytes:J}])=>[P,`${G} (${f(J)} MB)`])});L.element.hidden=!0;let E=()=>e.runtimes[S.processor].bytes+(w?0:e.model_bytes),p=()=>`Grow a\
 flower (downloads ${f(E())} MB)`,M=_e({label:p(),onClick:Ht}),R=_e({label:"Another seed",onClick:()=>{u.value=(S.seed+1)%1e3}}),I=b("progress",{max:1,value:0,"\
aria-label":"Download",hidden:!0}),W={noisy:U({label:"The noisy image",title:"Noisy image",width:o,height:o}),image:U({label:"The predicted image",title:"Predic\
ted image",width:o,height:o})},B=b("div",{class:"ff-grow-strip",role:"group","aria-label":"The predicted image, step by step"}),_=q();t.append(D(u,k,c,...a?[x,C,
A]:[],L),b("div",{class:"ff-controls"},M,R,I),b("div",{class:"ff-columns ff-pair ff-grow"},W.noisy.element,W.image.element),B,_.element);function j(P){n.dataset.
state=P}function F(){W.noisy.draw(d(Q(S.seed,i))),h||W.image.draw(d(new Float32Array(i)))}let T=ee(e.recorded),H=T.length/i;for(let P=0;P<H;P+=1)Ae(T.subarray(P*
i,(P+1)*i));F(),W.image.draw(T.subarray((H-1)*i));let X=hn();if(M.disabled=R.disabled=X!=="",X)for(let P of[u,k,c,x])P.input.disabled=!0;let V=e.label===a?"":`${e.
class_names[e.label]}, `,te=document.documentElement.dataset.content_root,ae=fn(te,location.href,e.site);_.say(X||`Recorded: ${V}seed ${e.seed}, ${e.steps} step\
s. The network (${f(e.model_bytes)} MB) and the runtime are fetched ${te===void 0?`from ${e.site} `:""}when you press the button.`),j(X?"impossible":"asleep"),X||
pn().then(P=>{L.element.hidden=!P,n.dataset.graphics=P?"yes":"no"});function Ae(P){let G=b("canvas",{width:o,height:o,"aria-hidden":"true"}),J=G.getContext("2d"),
ie=J.createImageData(o,o);for(let ne=0;ne<o*o;ne+=1)ie.data.set([P[3*ne],P[3*ne+1],P[3*ne+2],255],4*ne);J.putImageData(ie,0,0),B.append(G)}function Te(){g+=1,h?.
end(),h=null,M.textContent=p(),_.say(`Press the button to fetch the runtime for the ${e.runtimes[S.processor].name}.`),j("asleep")}async function Ht(){if(h)return Ie();
let P=S.processor,{module:G,binary:J}=e.runtimes[P],ie=null,ne=E();I.max=ne,M.disabled=L.input.disabled=!0,I.hidden=!1,j("loading");let de=new AbortController;try{
let ge=new URL(e.runtime,ae).href,Ce=new URL(e.model,ae).href,Le=[0,0],fe=$e=>Re=>{de.signal.aborted||(Le[$e]=Re,I.value=Le[0]+Le[1],_.say(`Downloading: ${f(I.value)}\
 of ${f(ne)} MB`))},[Me,we]=await Promise.all([et(`${ge}${J}`,{progress:fe(0),signal:de.signal,anew:y}),w??et(Ce,{progress:fe(1),signal:de.signal,anew:y}),...(y?
[G,J.replace(/wasm$/,"mjs")]:[]).map($e=>et(`${ge}${$e}`,{signal:de.signal,anew:y}))]);dn(Me),un(we,e.model_bytes),_.say("Starting the network"),ie=mn(),await ie.
load({runtime:ge,module:G,binary:Me,network:we,processor:P}),h=ie,w=we,y=!1,M.textContent="Grow it again"}catch(ge){de.abort(),ie?.end(),y=!0,P==="webgpu"&&(L.value=
"wasm"),_.say(`The network could not be loaded (${ge.message}). ${P==="webgpu"?"Press the button to run it on the processor instead.":`Press the button to try a\
gain; the chapter does the same in Python, and the figure runs on ${e.site}`}`),j("failed");return}finally{I.hidden=!0,M.disabled=L.input.disabled=!1}await Ie()}
let st=0;function Xt(){g+=1,clearTimeout(st),st=setTimeout(Ie,250)}async function Ie(){let P=g+=1,{seed:G,steps:J,eta:ie,label:ne,guidance:de}=S,ge=Y=>ne!==a&&de!==
1&&(S.acts==="always"||$<=Y&&Y<=N),Ce=Fe(J),Le=new Set(Array.from({length:10},(Y,be)=>Math.ceil((be+1)*J/10))),fe=Q(G,i),Me=0,we=0,$e="";B.replaceChildren(),j("\
growing");let Re=async(Y,be)=>{let me=await h.predict({noisy:fe,size:o,variance:Y.noise**2,label:be});return Me+=me.seconds,we+=1,n.dataset.processor=me.processor,
$e=me.reason?`on the processor: the graphics card could not be used (${me.reason})`:`on your ${e.runtimes[me.processor].name}`,m(me.prediction,fe,Y)};try{for(let Y=0;Y<
J;Y+=1){let[be,me]=[l.rates(Ce[Y]),l.rates(Ce[Y+1])],We=await Re(be,ne);if(P===g&&ge(Ce[Y])&&(We=vt(await Re(be,a),We,de)),P!==g)return;let Gt=ie>0?Q(qe(G,Y),i):
null,Ue=xt(fe,We,be,me,ie,Gt);fe=Ue.noisy,W.noisy.draw(d(fe)),W.image.draw(d(Ue.image)),Le.has(Y+1)&&Ae(d(Ue.image)),_.say(`Step ${Y+1} of ${J}, seed ${G}: ${(Me/
we).toFixed(2)} s a network evaluation here, ${$e}.`)}}catch(Y){_.say(`The network stopped: ${Y.message}`),j("failed");return}n.dataset.seconds=(Me/we).toFixed(
4),j("done")}}function St(t,e,n){let{size:o,truths:s,told:r,errors:a}=e,i=null,l=(v,u,k)=>O({label:u,min:0,max:v.length-1,step:1,value:v.indexOf(k),format:c=>$t(v[c]),onInput:S}),
m=l(s,"Log-SNR of the picture",e.truth),d=l(r,"Log-SNR that we claim",e.truth),f=(v,u)=>U({title:v,label:u,width:o,height:o}),h=f("It sees","The noisy photograp\
h"),w=f("It answers","What the network answers"),y=f("Told the truth","What it answers when it is told the truth"),g=q();t.append(D(m,d),b("div",{class:"ff-trip\
le ff-lie"},h.element,w.element,y.element),g.element);function S(){if(!i)return;let[v,u]=[m.value,d.value],k=r.indexOf(s[v]),c=x=>he(i.guess,x*o,v*o,o,o);h.draw(
ke(i.noisy,0,v*o,o,o)),w.draw(c(u)),y.draw(c(k)),w.describe(`What the network answers when it is told ${$t(r[u])}`),g.say(gn(r[u]-s[v],a[v][u],a[v][k]))}re(e.noisy).
then(async v=>{i={noisy:v,guess:await re(pe(n))},n.dataset.state="ready",S()})}function gn(t,e,n){let o=`The picture is off by ${e.toFixed(2)} a pixel`;return t===
0?`The truth. ${o}.`:`${t>0?"It believes in too little noise":"It believes in too much noise"}. ${o}, where the truth gives ${n.toFixed(2)}.`}function $t(t){return(t>
0?`+${t}`:String(t)).replace("-","−")}function At(t,e,n){let{names:o,side:s,reach:r,handle:a,centres:i,radius:l}=e,m=ee(e.colours),d=m.length/3,f=kt(e.clouds,r),h=kt(e.grids,r),w={x:a[0],y:a[1]},y=A=>Math.
min(Math.max(A,-e.start),e.start),g=A=>O({label:`Noise: ${A}`,min:-e.start,max:e.start,step:.05,value:w[A],format:L=>L.toFixed(2),onInput(L){w[A]=L,C()}}),[S,v]=[
g("x"),g("y")],u=o.map((A,L)=>{let E=b("canvas",{role:"img","aria-label":A});return{name:A,canvas:E,context:E.getContext("2d"),cloud:Ft(f,L,d),element:b("div",{},
b("span",{class:"ff-title"},A),E)}}),k=q();t.append(b("div",{class:"ff-maps"},...u.map(A=>A.element)),k.element,D(S,v));let c=0,x=A=>(A+r)/(2*r)*c;function C(){
if(!c)return;let A=o.map((p,M)=>M===0?[w.x,w.y]:wn(Ft(h,M-1,s*s),s,e.start,w.x,w.y));u.forEach(({context:p,cloud:M},R)=>{p.clearRect(0,0,c,c);for(let I=0;I<d;I+=
1)p.fillStyle=`rgb(${m[3*I]} ${m[3*I+1]} ${m[3*I+2]})`,p.fillRect(x(M[2*I])-1,c-x(M[2*I+1])-1,2,2);p.beginPath(),p.arc(x(A[R][0]),c-x(A[R][1]),6,0,2*Math.PI),p.
lineWidth=3,p.strokeStyle=ce(n,"accent"),p.fillStyle=ce(n,"panel"),p.fill(),p.stroke()});let L=p=>i.some(([M,R])=>Math.hypot(M-p[0],R-p[1])<l),E=o.slice(1).map(
(p,M)=>`${p}: ${L(A[M+1])?"in a disc":"between the discs"}`);k.say(`From (${w.x.toFixed(2)}, ${w.y.toFixed(2)}). ${E.join("; ")}.`)}let{canvas:$}=u[0];$.classList.
add("ff-handle");let N=A=>{let L=$.getBoundingClientRect();w.x=y((A.clientX-L.left)/L.width*2*r-r),w.y=y(r-(A.clientY-L.top)/L.height*2*r),S.limits(-e.start,e.start,
w.x),v.limits(-e.start,e.start,w.y),C()};$.addEventListener("pointerdown",A=>{$.setPointerCapture(A.pointerId),N(A)}),$.addEventListener("pointermove",A=>{$.hasPointerCapture(
A.pointerId)&&N(A)}),Se($,A=>{c=A;let L=window.devicePixelRatio||1;for(let E of u)E.canvas.width=E.canvas.height=Math.round(c*L),E.context.setTransform(L,0,0,L,
0,0);C()}),Oe(n,C)}function kt(t,e){return Float32Array.from(ee(t),n=>n/255*2*e-e)}function Ft(t,e,n){return t.subarray(2*e*n,2*(e+1)*n)}function wn(t,e,n,o,s){
let r=d=>Math.min(Math.max((d+n)/(2*n)*(e-1),0),e-1.000001),[a,i]=[Math.floor(r(o)),Math.floor(r(s))],[l,m]=[r(o)-a,r(s)-i];return[0,1].map(d=>{let f=(h,w)=>t[2*
((i+w)*e+a+h)+d];return(1-m)*((1-l)*f(0,0)+l*f(1,0))+m*((1-l)*f(0,1)+l*f(1,1))})}function Pt(t){let e=ee(t),n=new Float32Array(e.length/2);for(let o=0;o<n.length;o+=1){let s=e[2*o]|e[2*o+1]<<8,r=s>>10&31,a=s&1023,i=r?(1+a/1024)*2**(r-15):a*2**
-24;n[o]=s&32768?-i:i}return n}function Nt(t){let e=Pt(t),n=e.length/2;return e.map((o,s)=>s<n?e[2*s]:e[2*(s-n)+1])}function Et({shapes:t,weights:e}){let n=Pt(e),
o=[],s=0;for(let r=0;r<t.length;r+=2){let[a,i]=t[r],l=n.subarray(s,s+a*i);s+=a*i,o.push({inputs:i,outputs:a,weight:l,bias:n.subarray(s,s+a)}),s+=a}return o}var z=128;function*bn(t,e,n){let o=e.length/2,s=[n.signal,n.noise,Math.log(n.signal/n.noise)],r=new Float32Array(2*o),a=Math.max(...t.map(({outputs:m})=>m)),[i,l]=[new Float32Array(
a*z),new Float32Array(a*z)];for(let m=0;m<o;m+=z){let d=Math.min(z,o-m);for(let f=0;f<d;f+=1)i[f]=e[m+f],i[z+f]=e[o+m+f];t.forEach((f,h)=>{if(yn(f,h===0?s:[],i,
l,d),h<t.length-1)for(let w=0;w<f.outputs*z;w+=1)l[w]/=1+Math.exp(-l[w]);[i,l]=[l,i]});for(let f=0;f<d;f+=1)r[m+f]=i[f],r[o+m+f]=i[z+f];yield}return r}function yn({
inputs:t,outputs:e,weight:n,bias:o},s,r,a,i){let l=t-s.length,m=l%4===0?4:2;for(let d=0;d<e;d+=1){let f=d*t,h=d*z,w=o[d];s.forEach((y,g)=>{w+=n[f+l+g]*y}),a.fill(
w,h,h+z);for(let y=0;y<l;y+=m){let g=n[f+y],S=n[f+y+1],v=y*z;if(m===4){let u=n[f+y+2],k=n[f+y+3];for(let c=0;c<i;c+=1)a[h+c]+=g*r[v+c]+S*r[v+z+c]+u*r[v+2*z+c]+k*
r[v+3*z+c]}else for(let u=0;u<i;u+=1)a[h+u]+=g*r[v+u]+S*r[v+z+u]}}}function*Ct(t,e,n){let o=yield*bn(t,e,n),s=new Float32Array(e.length),r=new Float32Array(e.length);
for(let a=0;a<e.length;a+=1)s[a]=n.signal*e[a]-n.noise*o[a],r[a]=n.noise*e[a]+n.signal*o[a];return{image:s,noise:r}}function Lt({image:t,noise:e},n,o,s=0,r=null,a=new Float32Array(
t.length)){for(let i=0;i<a.length;i+=1)a[i]=n*t[i]+o*e[i]+(r?s*r[i]:0);return a}var Ee={ddim:{name:"DDIM",eta:null,cost:t=>t},ddpm:{name:"DDPM (η = 1)",eta:1,cost:t=>t},
heun:{name:"Heun",eta:0,cost:t=>2*t-1},dpm_solver_pp:{name:"DPM-Solver++(2M)",eta:0,cost:t=>t}};function Tt({layers:t,schedule:e,start:n,solver:o,steps:s,eta:r=0,
seed:a=0}){let i=Fe(s),l=i.map(u=>e.rates(u)),m=Ee[o].eta??r,d=[n],f=[],h=[],w=[];function*y(u){let k=d[u],c=yield*Ct(t,k,l[u]);if(o==="heun"&&u<s-1){let x=Lt(c,
l[u+1].signal,l[u+1].noise),C=yield*Ct(t,x,l[u+1]),$=c.noise.map((A,L)=>(A+C.noise[L])/2);return{image:k.map((A,L)=>(A-l[u].noise*$[L])/l[u].signal),noise:$}}if(h[u]=
c.image,o==="dpm_solver_pp"&&u>0){let[x,C,$]=[-1,0,1].map(E=>e.logSNR(i[u+E])),N=($-C)/(2*(C-x)),A=c.image.map((E,p)=>(1+N)*E-N*h[u-1][p]),L=k.map((E,p)=>(E-l[u].
signal*A[p])/l[u].noise);return{image:A,noise:L}}return c}function*g(){for(let u=0;u<s;u+=1)f.push(yield*y(u)),w.push(m>0?Q(qe(a,u),n.length):null),d.push(v(u,l[u+
1]))}let S=g();function v(u,k,c){let{kept:x,fresh:C}=ze(l[u],k,m);return Lt(f[u],k.signal,x,C,w[u],c)}return{at(u,k){if(u>=1)return n;let c=Math.min(Math.floor(
(1-u)*s+1e-9),s-1);for(;d.length<=c+1;)S.next();return v(c,e.rates(u),k)},ahead(u){let k=performance.now()+u;for(;d.length<=s&&performance.now()<k;)S.next();return d.
length<=s}}}var K=2.7,xn=48,vn=4;function It(t,e,n){let o=se("log_snr",e.schedule),s=Et(e.network),r=Nt(e.network.points),a={solver:e.solver,steps:e.steps,eta:0},i={x:e.handle[0],
y:e.handle[1]},l=Q(e.seed,2*e.count),m=new Float32Array(l.length),[d,f,h]=[null,null,null],w=Z({label:"Solver",value:a.solver,onChange(F){a.solver=F,$(),L()},options:Object.
entries(Ee).map(([F,{name:T}])=>[F,T])}),y=O({label:"Steps",min:1,max:50,step:1,value:a.steps,onInput(F){a.steps=F,L()}}),g=O({label:"Fresh noise η",min:0,max:1,
step:.1,value:0,format:F=>F.toFixed(1),onInput(F){a.eta=F,L()}}),S=O({label:"Way from noise to data",min:0,max:1,step:.001,value:0,format:F=>`t = ${(1-F).toFixed(
2)}`,onInput:B}),v=O({label:"Ringed particle: x",min:-K,max:K,step:.05,value:i.x,format:F=>F.toFixed(2),onInput:F=>N(F,i.y)}),u=O({label:"Ringed particle: y",min:-K,
max:K,step:.05,value:i.y,format:F=>F.toFixed(2),onInput:F=>N(i.x,F)}),k=He({label:"Paths",value:!0,onChange:B}),c=He({label:"Data",value:!0,onChange:B}),x=b("ca\
nvas",{role:"img",class:"ff-plane","aria-label":"Particles in the plane"}),C=q();t.append(D(...e.simple?[y]:[w,y,g]),D(S,le(n,S,{seconds:4}),k,c),x,C.element,b(
"div",{class:"ff-controls ff-gap"},v.element,u.element));function $(){let F=Ee[a.solver].eta;g.limits(0,1,F??a.eta),g.input.disabled=F!==null}function N(F,T){Object.
assign(i,{x:F,y:T}),h=null,B()}function A(F){return Tt({layers:s,schedule:o,start:F,seed:e.seed,...a})}function L(){[d,f,h]=[A(l),null,null],B()}function E(F){let T=A(
F),H=Math.max(60,a.steps);return Array.from({length:H+1},(X,V)=>T.at(1-V/H))}let p=0,M=x.getContext("2d"),R=F=>(F+K)/(2*K)*p;function I(F,T,H,X){let V=F[0].length/
2;M.strokeStyle=T,M.lineWidth=H,M.beginPath();for(let te=0;te<V;te+=1)for(let ae=0;ae<=X;ae+=1){let[Ae,Te]=[R(F[ae][te]),p-R(F[ae][V+te])];ae?M.lineTo(Ae,Te):M.
moveTo(Ae,Te)}M.stroke()}function W(F,T,H){let X=F.length/2;M.fillStyle=T;for(let V=0;V<X;V+=1)M.fillRect(R(F[V])-H/2,p-R(F[X+V])-H/2,H,H)}function B(){if(!p||!d)
return;let F=1-S.value,T=d.at(F,m);if(M.clearRect(0,0,p,p),c.value&&(M.globalAlpha=.45,W(r,ce(n,"muted"),2),M.globalAlpha=1),W(T,ce(n,"signal"),2.2),k.value){f??=
E(Mn(l,xn));let ae=Math.round((1-F)*(f.length-1));M.globalAlpha=.55,I(f,ce(n,"noise"),1,ae),M.globalAlpha=1}h??=E(Float32Array.of(i.x,i.y)),I(h,ce(n,"accent"),2.5,
h.length-1);let H=h[Math.round((1-F)*(h.length-1))];_(H[0],H[1],5,!0),_(i.x,i.y,9,!1);let{name:X,cost:V}=Ee[a.solver],te=h[h.length-1];C.say(`${e.count} particl\
es at t = ${F.toFixed(2)}. ${X} with ${a.steps} steps evaluates the network ${V(a.steps)} times. The ringed particle ends at (${te[0].toFixed(2)}, ${te[1].toFixed(
2)}).`),d.ahead(vn)}function _(F,T,H,X){M.beginPath(),M.arc(R(F),p-R(T),H,0,2*Math.PI),M.lineWidth=3,M.strokeStyle=ce(n,"accent"),M.fillStyle=ce(n,X?"accent":"p\
anel"),M.fill(),M.stroke()}let j=F=>{let T=x.getBoundingClientRect(),H=te=>Math.min(Math.max(te,-K),K),X=H((F.clientX-T.left)/T.width*2*K-K),V=H(K-(F.clientY-T.
top)/T.height*2*K);v.limits(-K,K,X),u.limits(-K,K,V),N(X,V)};x.addEventListener("pointerdown",F=>{x.setPointerCapture(F.pointerId),j(F)}),x.addEventListener("po\
intermove",F=>{x.hasPointerCapture(F.pointerId)&&j(F)}),$(),L(),Se(x,F=>{p=F;let T=window.devicePixelRatio||1;x.width=x.height=Math.round(p*T),M=x.getContext("2\
d"),M.setTransform(x.width/p,0,0,x.width/p,0,0),B()}),Oe(n,B)}function Mn(t,e){let n=t.length/2,o=new Float32Array(2*e);return o.set(t.subarray(0,e)),o.set(t.subarray(
n,n+e),e),o}function Rt(t,e,n){let{size:o,runs:s,mean:r,std:a}=e,i=se(e.schedule.kind,e.schedule.options),l=Ne(Q(e.seed,3*o*o),r,a),m=Ne(new Float32Array(3*o*o),r,a),d=C=>[
...new Set(s.map($=>$[C]))].map(String),{steps:f,eta:h}=s[e.open],w=null,y=C=>d(C).map($=>[$,$]),g=Z({label:"Steps",options:y("steps"),value:String(f),onChange(C){
let $=v.value/f;f=Number(C),v.limits(0,f,Math.round($*f)),x()}}),S=Z({label:"η",options:y("eta"),value:String(h),onChange(C){h=Number(C),x()}}),v=O({label:"Ste\
p",min:0,max:f,step:1,value:0,format:C=>`${C} of ${f}`,onInput:x}),u=U({label:"The noisy image",title:"Noisy image",width:o,height:o}),k=U({label:"The predicted\
 image",title:"Predicted image",width:o,height:o}),c=q();t.append(D(g,S,v,le(n,v,{seconds:5})),b("div",{class:"ff-columns ff-pair ff-grow"},u.element,k.element),
c.element);function x(){let C=v.value,$=s.findIndex(E=>E.steps===f&&E.eta===h),N=Fe(f)[C];if(C===0)u.draw(l),k.draw(m);else if(w){let E=[(C-1)*o,$*o,o,o];u.draw(
ke(w.noisy,...E)),k.draw(he(w.predicted,...E))}let{signal:A,noise:L}=i.rates(N);u.describe(`The noisy image after step ${C} of ${f}`),k.describe(C?`The predicte\
d image of step ${C} of ${f}`:"No image has been predicted yet"),c.say(C===0?"Pure noise, at t = 1; nothing has been predicted yet.":`Step ${C} of ${f} led to t\
 = ${N.toFixed(2)}: signal rate ${A.toFixed(2)}, noise rate ${L.toFixed(2)}.`)}x(),Promise.all([re(e.noisy),re(pe(n))]).then(([C,$])=>{w={noisy:C,predicted:$},n.
dataset.state="ready",v.value=v.value===0?Math.round(f/2):v.value})}var _t=10,$n=[-12,10],tt=t=>1/(1+Math.exp(-t)),Ot=t=>t.toFixed(2),Bt=t=>t.toFixed(3),jt=t=>t.toFixed(4),ve={cosine:{name:"Cosine",python:"CosineSchedule",ends:{
start:{option:"max_signal_rate",label:"Signal rate at t = 0",value:.95,min:.5,max:.999,step:.001,format:Bt,fromLogSNR:t=>Math.sqrt(tt(t))},end:{option:"min_sign\
al_rate",label:"Signal rate at t = 1",value:.02,min:.003,max:.4,step:.001,format:Bt,fromLogSNR:t=>Math.sqrt(tt(t))}}},linear:{name:"Linear β",python:"LinearSch\
edule",ends:{start:{option:"beta_start",label:"First β",value:1e-4,min:1e-4,max:.005,step:1e-4,format:jt,fromLogSNR:t=>tt(-t)},end:{option:"beta_end",label:"La\
st β",value:.02,min:.005,max:.04,step:5e-4,format:jt,fromLogSNR:Sn}}},log_snr:{name:"Straight log-SNR",python:"LogSNRSchedule",ends:{start:{option:"start",label:"\
Log-SNR at t = 0",value:2.5,min:0,max:9.5,step:.1,format:Ot,fromLogSNR:t=>t},end:{option:"end",label:"Log-SNR at t = 1",value:-7.5,min:-11.5,max:-.5,step:.1,format:Ot,
fromLogSNR:t=>t}}}};function Sn(t,e=1e-4){let[n,o]=[e,.5];for(let s=0;s<40;s+=1){let r=(n+o)/2;se("linear",{beta_start:e,beta_end:r}).logSNR(1)>t?n=r:o=r}return(n+
o)/2}function Dt(t,e){let{size:n}=e,o=Be(ee(e.pixels)),s=Q(e.seed,o.image.length),r=Array.from({length:101},(c,x)=>x/100),a=Array.from({length:_t},(c,x)=>x/(_t-
1)),i=Object.fromEntries(Object.entries(ve).map(([c,{ends:x}])=>[c,{[x.start.option]:x.start.value,[x.end.option]:x.end.value}])),l=e.kind,m=Z({label:"Schedule",
value:l,options:Object.entries(ve).map(([c,{name:x}])=>[c,x]),onChange(c){l=c,u(),k()}}),d=Object.fromEntries(["start","end"].map(c=>[c,O({label:"",min:0,max:1,
step:.001,value:0,format:x=>ve[l].ends[c].format(x),onInput(x){i[l][ve[l].ends[c].option]=x,k()}})])),f=ue({label:"Signal rate and noise rate over time",title:"\
Signal and noise rate",x:[0,1],y:[0,1],height:200,xLabel:"time t",yTicks:[0,.5,1]}),h=ue({label:"Log-SNR over time",title:"Log-SNR: pull its ends",x:[0,1],y:$n,
height:200,xLabel:"time t",yTicks:[-10,-5,0,5,10],onHandle(c,x,C){let{fromLogSNR:$,min:N,max:A}=ve[l].ends[c],L=$(C,i[l].beta_start);d[c].value=Math.min(Math.max(
L,N),A)}}),w=a.map(c=>U({label:`Flower at t = ${c.toFixed(2)}`,title:c.toFixed(2),width:n,height:n})),y=b("code",{class:"ff-code"}),g=q();t.append(D(m,d.start,d.
end),b("div",{class:"ff-columns ff-two"},b("div",{},f.element,ye([["signal","signal rate"],["noise","noise rate"]])),b("div",{},h.element,ye([["leaf","this sche\
dule"],["muted","cosine, as in the book",!0]]))),b("div",{class:"ff-strip"},...w.map(c=>c.element)),g.element,y);let S=se("cosine"),v=r.map(c=>[c,S.logSNR(c)]);
function u(){for(let[c,x]of Object.entries(d)){let{label:C,min:$,max:N,step:A,option:L}=ve[l].ends[c];x.rename(C),x.input.step=A,x.limits($,N,i[l][L])}}function k(){
let c=se(l,i[l]),x=r.map(p=>[p,c.rates(p)]),C=a.map(p=>[p,c.rates(p)]);f.update({lines:[{points:x.map(([p,{signal:M}])=>[p,M]),colour:"signal",width:2.5},{points:x.
map(([p,{noise:M}])=>[p,M]),colour:"noise",width:2.5}],marks:[...C.map(([p,{signal:M}])=>({x:p,y:M,colour:"signal"})),...C.map(([p,{noise:M}])=>({x:p,y:M,colour:"\
noise"}))]});let $=r.map(p=>[p,c.logSNR(p)]);h.update({lines:[{points:v,colour:"muted",dash:!0,width:1.5},{points:$,colour:"leaf",width:2.5}],marks:[{x:0,y:$[0][1],
colour:"leaf",handle:"start"},{x:1,y:$[100][1],colour:"leaf",handle:"end"}]}),C.forEach(([p,{signal:M,noise:R}],I)=>{w[I].draw(je(o,s,M,R)),w[I].describe(`Flowe\
r at t = ${p.toFixed(2)}, signal rate ${M.toFixed(2)}`)});let{python:N,ends:{start:A,end:L}}=ve[l],E=[A,L].map(({option:p,format:M})=>`${p}=${Number(M(i[l][p]))}`);
y.textContent=`${N}(${E.join(", ")})`,g.say(kn(c))}u(),k()}function kn(t){let{signal:e}=t.rates(1),n=Array.from({length:1001},(s,r)=>r/1e3).find(s=>t.logSNR(s)<
0);return`${n===void 0?"The picture always outweighs the noise":n===0?"Noise outweighs the picture from the start":`Noise outweighs the picture from t = ${n.toFixed(
2)}`}; at t = 1 a signal rate of ${e.toFixed(3)} is left.`}function Wt(t,e){let{blocks:n}=e,o=Math.max(...n.map(h=>h.parameters)),s=n.map((h,w)=>{let y=qt(h,1)[0],g=Math.sqrt(h.parameters/o),S=b("button",{type:"button",
class:"ff-block","aria-pressed":"false","aria-label":`${h.title}, ${h.shape}, ${h.parameters} parameters`},y,b("i",{style:`width:${(100*g).toFixed(0)}%`}));return S.
addEventListener("focus",()=>f(w)),S.addEventListener("pointerenter",()=>f(w)),S.addEventListener("click",()=>f(w)),S.addEventListener("keydown",v=>{let u={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[v.key];u&&(v.preventDefault(),s[Math.min(Math.max(w+u,0),n.length-1)].focus())}),S}),r=Math.max(...n.map(h=>h.level))+1,a=b(
"div",{class:"ff-unet",role:"group","aria-label":"Blocks"});for(let h=0;h<r;h+=1){let w=S=>s.filter((v,u)=>n[u].level===h&&n[u].side===S),y=e.sizes[h],g=`margin\
-inline:${(30*h/(r-1)).toFixed(1)}%`;a.append(b("div",{class:"ff-unet-row",style:g},b("div",{class:"ff-unet-side"},...w("down")),...w("middle").length?[b("div",
{class:"ff-unet-side"},...w("middle")),b("span",{class:"ff-unet-size"},`${y} × ${y}`)]:[b("span",{class:"ff-unet-skip"},b("span",{class:"ff-unet-size"},`${y} ×\
 ${y}`))],b("div",{class:"ff-unet-side"},...w("up"))))}let i=b("span",{class:"ff-title"}),l=b("dl",{class:"ff-facts"}),m=b("div",{class:"ff-maps",role:"img"}),d=q();
t.append(a,b("div",{class:"ff-unet-detail"},i,l,m),d.element);function f(h){let w=n[h];s.forEach((y,g)=>{y.setAttribute("aria-pressed",String(g===h)),y.classList.
toggle("ff-partner",g!==h&&Fn(n[g],w))}),i.textContent=w.kind?`${w.title}: ${w.kind}`:w.title,l.replaceChildren(...w.facts.map(([y,g])=>b("div",{},b("dt",{},y),
b("dd",{},g)))),m.replaceChildren(...qt(w,w.count)),m.setAttribute("aria-label",w.shown),d.say(w.sentence)}f(Math.min(e.selected,n.length-1))}function Fn(t,e){return t.
skip===e.name||e.skip===t.name}function An(t,e){return Float64Array.from({length:e},(n,o)=>((o%2?t[o>>1]&15:t[o>>1]>>4)-7)/7)}function qt(t,e){let[n,o]=t.size,s=ee(
t.maps),r=n*o,a=t.colour?null:An(s,r*t.count);return Array.from({length:Math.min(e,t.count)},(i,l)=>{let m=U({label:"",width:n,height:o});return m.draw(t.colour?
s:Pe(a.subarray(l*r,(l+1)*r))),m.canvas.removeAttribute("role"),m.canvas.removeAttribute("aria-label"),m.canvas.setAttribute("aria-hidden","true"),m.canvas})}var nt=["leaf","iris"];function Ut(t,e,n){let{side:o,epochs:s,curves:r}=e,a=r.flatMap(({points:g})=>g),[i,l]=[Math.min(...a.map(([g])=>g)),Math.max(...a.map(([g])=>g))],
m=null,d=O({label:"Epoch",min:i,max:l,step:1,value:l,onInput:y}),f=ue({label:"Errors over the epochs",title:"Errors",x:[i,Math.max(l,i+1)],y:Cn(r),height:190,xLabel:"\
epoch",onPoint:g=>{d.value=Math.round(g)}}),h=U({label:"Samples",title:"Samples",width:o,height:o}),w=q();t.append(D(d,le(n,d,{seconds:8})),b("div",{class:"ff-c\
olumns ff-two"},b("div",{},f.element,ye(r.map(({name:g},S)=>[nt[S],g]))),h.element),w.element);function y(){let g=d.value;f.update({lines:r.map(({points:v},u)=>({
points:v,colour:nt[u]})).filter(({points:v})=>v.length>1),marks:[{x:g,colour:"muted"},...r.flatMap(({points:v},u)=>{let k=ot(v,g,([c])=>c);return k?[{x:k[0],y:k[1],
colour:nt[u]}]:[]})]});let S=ot(s,g,v=>v)??s[0];m&&h.draw(he(m,s.indexOf(S)*o,0,o,o)),h.heading.textContent=`Samples after epoch ${S}`,h.describe(`Sixteen sampl\
es after epoch ${S}`),w.say(`Epoch ${g}. ${r.map(({name:v,points:u})=>{let k=ot(u,g,([c])=>c);return k?`${v}: ${k[1].toFixed(3)}`:""}).filter(Boolean).join("; ")}\
.`)}y(),re(pe(n)).then(g=>{m=g,n.dataset.state="ready",y()})}function Cn(t){let e=t.flatMap(({points:r})=>r.map(([,a])=>a)),[n,o]=[Math.min(...e),Math.max(...e)],
s=.05*(o-n)||.01;return[n-s,o+s]}function ot(t,e,n){return t.filter(o=>n(o)<=e).at(-1)}rt({dissolve:mt,embedding_explorer:gt,first_flowers:wt,grow:Mt,lie:St,noise_maps:At,particles:It,reverse:Rt,schedule_designer:Dt,unet_map:Wt,watch:Ut});})();
