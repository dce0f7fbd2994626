/* Made by book/bundle_figures.py from ddimlib/static/ (28a7db2db72a318c). */
(()=>{function st(t){let e=".ff-figure[data-figure]:not([data-started], [data-failed])",n=()=>{for(let s of document.querySelectorAll(e))document.readyState==="loadin\
g"&&!s.nextSibling||Ut(s,t[s.dataset.figure])};if(n(),document.readyState!=="loading")return;let o=new MutationObserver(n);o.observe(document,{childList:!0,subtree:!0}),
document.addEventListener("DOMContentLoaded",()=>{o.disconnect(),n()})}function Ut(t,e){let n=t.querySelector(":scope > script[type='application/json']");if(!e||
!n)return;let o=t.querySelector(".ff-live");t.dataset.started="";try{e(o,JSON.parse(n.textContent),t)}catch(s){delete t.dataset.started,t.dataset.failed="",o.replaceChildren(),
console.error(s)}}function w(t,e={},...n){let o=document.createElement(t);for(let[s,a]of Object.entries(e))a!=null&&a!==!1&&o.setAttribute(s,a===!0?"":a);return o.
append(...n),o}function H(...t){return w("div",{class:"ff-controls"},...t.map(e=>e.element??e))}function O({label:t,min:e,max:n,step:o,value:s,format:a=String,onInput:r}){
let i=w("span",{class:"ff-value","aria-hidden":"true"}),l=w("input",{type:"range",min:e,max:n,step:o}),m=()=>{let h=a(Number(l.value));i.textContent=h,l.setAttribute(
"aria-valuetext",h);let v=(Number(l.value)-l.min)/(l.max-l.min||1);l.style.setProperty("--ff-filled",`${(100*v).toFixed(1)}%`)},d=w("span",{class:"ff-label"},t),
f=w("label",{class:"ff-slider"},w("span",{class:"ff-row"},d,i),l);return l.value=s,m(),l.addEventListener("input",()=>{m(),r(Number(l.value))}),{element:f,input:l,
get value(){return Number(l.value)},set value(h){l.value=h,m(),r(Number(l.value))},limits(h,v,b){Object.assign(l,{min:h,max:v}),l.value=b,m()},rename(h){d.textContent=
h}}}function Z({label:t,options:e,value:n,onChange:o}){let s=w("select",{},...e.map(([r,i])=>w("option",{value:r},i)));return s.value=n,s.addEventListener("chan\
ge",()=>o(s.value)),{element:w("label",{class:"ff-choice"},w("span",{class:"ff-label"},t),s),input:s,get value(){return s.value},set value(r){s.value=r,o(s.value)}}}
function We({label:t,value:e=!1,onChange:n}){let o=w("input",{type:"checkbox"});return o.checked=e,o.addEventListener("change",()=>n(o.checked)),{element:w("lab\
el",{class:"ff-toggle"},o,w("span",{},t)),input:o,get value(){return o.checked}}}function Re({label:t,onClick:e}){let n=w("button",{type:"button",class:"ff-butt\
on"},t);return n.addEventListener("click",e),n}function Wt(){return window.matchMedia("(prefers-reduced-motion: reduce)").matches}function Ht(t,e,n=()=>{}){let o=0,
s=!1,a=!0,r=null,i=d=>{let f=r===null?0:Math.min((d-r)/1e3,.1);if(r=d,o=0,!t.isConnected||e(f)===!1)return m.pause();l()},l=()=>{s&&a&&!o&&(o=requestAnimationFrame(
i))},m={get playing(){return s},play(){s=!0,r=null,n(!0),l()},pause(){s=!1,cancelAnimationFrame(o),o=0,n(!1)}};return typeof IntersectionObserver=="function"&&new IntersectionObserver(
d=>{a=d[d.length-1].isIntersecting,r=null,l()}).observe(t),m}function ae(t,e,{label:n="Play",seconds:o=6}={}){let s=()=>Number(e.input.min),a=()=>Number(e.input.
max),r=0,i=0,l=Re({label:n,onClick:()=>{if(m.playing)return m.pause();r=e.value>=a()?s():e.value,i=0,m.play()}}),m=Ht(t,d=>{let f=a()-s();if(Wt()){if(i+=d,i<o/8)
return!0;r+=f/8,i=0}else r+=f*d/o;return e.value=Math.min(r,a()),r<a()},d=>{l.textContent=d?"Pause":n});return e.input.addEventListener("pointerdown",()=>m.pause()),
e.input.addEventListener("keydown",()=>m.pause()),l}function G(){let t=w("p",{class:"ff-readout"}),e=w("p",{class:"ff-hidden","aria-live":"polite"}),n=0;return{
element:w("div",{},t,e),say(o){let s=t.textContent==="";t.textContent=o,clearTimeout(n),s||(n=setTimeout(()=>{e.textContent=o},500))}}}function U({label:t,title:e="",
width:n,height:o}){let s=w("canvas",{width:n,height:o,role:"img","aria-label":t}),a=s.getContext("2d"),r=a.createImageData(n,o);r.data.fill(255);let i=w("span",
{class:"ff-title"},e);return{element:w("div",{class:"ff-picture"},...e?[i]:[],s),canvas:s,heading:i,draw(l){let m=l.length===n*o;for(let d=0;d<n*o;d+=1)for(let f=0;f<
3;f+=1)r.data[4*d+f]=m?l[d]:l[3*d+f];a.putImageData(r,0,0)},describe(l){s.setAttribute("aria-label",l)}}}function rt(t,e){let n=new MutationObserver(e),o=["data\
-theme","data-jp-theme-light","theme","class"];n.observe(document.documentElement,{attributes:!0,attributeFilter:o}),n.observe(document.body,{attributes:!0,attributeFilter:o}),
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change",e)}function ge(t,e){return getComputedStyle(t).getPropertyValue(`--ff-${e}`).trim()}
function Ie(t,e){let n=0,o=()=>{let s=Math.round(t.clientWidth);s>0&&s!==n&&e(n=s)};o(),new ResizeObserver(o).observe(t)}function ie(t){return Uint8Array.from(atob(
t),e=>e.charCodeAt(0))}var Gt="http://www.w3.org/2000/svg";function ne(t,e,n=""){let o=document.createElementNS(Gt,t);for(let[s,a]of Object.entries(e))o.setAttribute(s,a);return n&&(o.
textContent=n),o}function at(t,e,n=5){let o=(e-t)/n,s=10**Math.floor(Math.log10(o)),a=[1,2,5,10].map(i=>i*s).find(i=>i>=o*.999),r=[];for(let i=Math.ceil(t/a-1e-9);i*
a<=e+1e-9*a;i+=1)r.push(Number((i*a).toPrecision(12)));return r}function it(t){return String(t).replace("-","−")}function le({label:t,title:e="",x:n,y:o,xLabel:s="",
yLabel:a="",height:r=170,xTicks:i=null,yTicks:l=null,formatX:m=it,formatY:d=it,onPoint:f=null,onHandle:h=null}){let v=w("div",{class:"ff-chart"}),b=ne("svg",{role:"\
img","aria-label":t,height:r}),g={left:44,right:12,top:8,bottom:s?38:24},$={x:n,y:o},k=300,u={lines:[],marks:[],areas:[]},A=p=>g.left+(p-$.x[0])/($.x[1]-$.x[0])*
(k-g.left-g.right),c=p=>r-g.bottom-(p-$.y[0])/($.y[1]-$.y[0])*(r-g.top-g.bottom),y=p=>Math.min(Math.max(p,$.y[0]),$.y[1]),F=p=>p.map(([x,I],D)=>`${D?"L":"M"}${A(
x).toFixed(1)} ${c(I).toFixed(1)}`).join("");function M(){let p=r-g.bottom;for(let x of l??at(...$.y,4))b.append(ne("line",{class:"ff-grid",x1:g.left,x2:k-g.right,
y1:c(x),y2:c(x)}),ne("text",{class:"ff-tick",x:g.left-(h?13:6),y:c(x)+4,"text-anchor":"end"},d(x)));for(let x of i??at(...$.x,k<260?3:5))b.append(ne("text",{class:"\
ff-tick",x:A(x),y:p+16,"text-anchor":"middle"},m(x)));if(b.append(ne("line",{class:"ff-axis",x1:g.left,x2:k-g.right,y1:p,y2:p})),s&&b.append(ne("text",{class:"f\
f-axis-label","text-anchor":"middle",x:(g.left+k-g.right)/2,y:r-5},s)),a){let x=(g.top+p)/2;b.append(ne("text",{class:"ff-axis-label","text-anchor":"middle",x:11,
y:x,transform:`rotate(-90 11 ${x})`},a))}}function L(){b.replaceChildren(),b.setAttribute("viewBox",`0 0 ${k} ${r}`),b.setAttribute("width",k),M();let p=r-g.bottom,
[x,I]=[g.left-2,g.top-2],[D,j]=[k-g.right+2-x,p+2-I],_=ne("svg",{class:"ff-plot",x,y:I,width:D,height:j,viewBox:`${x} ${I} ${D} ${j}`});b.append(_);for(let{points:R,
colour:B="accent"}of u.areas??[]){let S=A(R[0][0]).toFixed(1),N=A(R[R.length-1][0]).toFixed(1);_.append(ne("path",{d:`${F(R)}L${N} ${p}L${S} ${p}Z`,class:"ff-ar\
ea",style:`fill:var(--ff-${B})`}))}for(let{points:R,colour:B="accent",dash:S=!1,width:N=2}of u.lines??[])_.append(ne("path",{d:F(R),class:"ff-line",style:`strok\
e:var(--ff-${B});stroke-width:${N};${S?"stroke-dasharray:5 4":""}`}));for(let{x:R,y:B,colour:S="ink",handle:N}of u.marks??[])B===void 0?b.append(ne("line",{x1:A(
R),x2:A(R),y1:g.top,y2:p,class:"ff-rule",style:`stroke:var(--ff-${S})`})):b.append(ne("circle",{cx:A(R),cy:c(y(B)),r:N?9:4.5,class:N?"ff-handle":"ff-mark",...N&&
{"data-handle":N},style:`${N?"stroke":"fill"}:var(--ff-${S})`}))}function E(p){let x=b.getBoundingClientRect(),I=(p.clientX-x.left-g.left)/(x.width-g.left-g.right),
D=(x.bottom-g.bottom-p.clientY)/(r-g.top-g.bottom);return[[I,$.x],[D,$.y]].map(([j,[_,R]])=>_+Math.min(Math.max(j,0),1)*(R-_))}let P=null,T=p=>{let[x,I]=E(p);P?
h(P,x,I):f&&f(x)};return(f||h)&&(f&&b.classList.add("ff-draggable"),b.addEventListener("pointerdown",p=>{P=p.target.dataset?.handle??null,!(!P&&!f)&&(b.setPointerCapture(
p.pointerId),P||T(p))}),b.addEventListener("pointermove",p=>{b.hasPointerCapture(p.pointerId)&&T(p)})),e&&v.append(w("span",{class:"ff-title"},e)),v.append(b),Ie(
v,p=>{k=p,L()}),{element:v,update(p){u=p,L()},limits(p){Object.assign($,p)},describe(p){b.setAttribute("aria-label",p)}}}function we(t){return w("div",{class:"f\
f-legend"},...t.map(([e,n,o])=>w("span",{},w("i",{style:`border-top:3px ${o?"dashed":"solid"} var(--ff-${e})`}),n)))}function He(t){return t=Math.imul(t^t>>>16,2146121005),t=Math.imul(t^t>>>15,2221713035),(t^t>>>16)>>>0}function Xt(t,e){let n=He(t+2654435769>>>0);return He(He(
e+n>>>0)+Math.imul(n,2246822507)>>>0)}function lt(t,e){return(Xt(t,e)+.5)/4294967296}function Q(t,e){let n=new Float32Array(e);for(let o=0;o<e;o+=2){let s=Math.
sqrt(-2*Math.log(lt(t,o))),a=2*Math.PI*lt(t,o+1);n[o]=s*Math.cos(a),o+1<e&&(n[o+1]=s*Math.sin(a))}return n}function _e(t){let e=t.length/3,n=[0,0,0],o=[0,0,0];t.forEach((a,r)=>{n[r%3]+=a/e}),t.forEach((a,r)=>{o[r%3]+=(a-n[r%3])**2/e});for(let a=0;a<3;a+=1)o[a]=Math.sqrt(
o[a])||1;let s=Float64Array.from(t,(a,r)=>(a-n[r%3])/o[r%3]);return{mean:n,std:o,image:s}}function Be({mean:t,std:e,image:n},o,s,a){let r=new Uint8ClampedArray(
n.length);for(let i=0;i<n.length;i+=1)r[i]=(s*n[i]+a*o[i])*e[i%3]+t[i%3];return r}function Yt({min_signal_rate:t=.02,max_signal_rate:e=.95}={}){let n=Math.acos(e),o=Math.acos(t);return s=>-2*Math.log(Math.tan(n+s*(o-n)))}function Vt({beta_start:t=1e-4,
beta_end:e=.02,steps:n=1e3}={}){let o=new Float64Array(n),s=0;for(let a=0;a<n;a+=1)s+=Math.log1p(-(t+(e-t)*a/(n-1))),o[a]=s;return a=>{let r=a*(n-1),i=Math.min(
Math.floor(r),n-2),l=o[i]+(o[i+1]-o[i])*(r-i);return l-Math.log(-Math.expm1(l))}}function Kt({start:t=2.5,end:e=-7.5}={}){return n=>t+n*(e-t)}function Jt({start:t=.01,
end:e=.99}={}){return n=>{let o=t+n*(e-t);return-2*Math.log(o/(1-o))}}var Ge={cosine:Yt,linear:Vt,log_snr:Kt,rectified_flow:Jt};function oe(t,e={}){if(!Object.hasOwn(
Ge,t))throw new Error(`no page knows the schedule "${t}"`);let n=Ge[t](e);return{logSNR:n,rates:o=>Zt(n(o))}}function Zt(t){return{signal:Math.sqrt(1/(1+Math.exp(
-t))),noise:Math.sqrt(1/(1+Math.exp(t)))}}var Fn=Object.keys(Ge);function ct(t,e,n,o,s){for(let a=1,r=0;a<s;a+=1){let i=s>>1;for(;r&i;i>>=1)r^=i;if(r^=i,a<r){let l=n+a*o,m=n+r*o;[t[l],t[m]]=[t[m],t[l]],[e[l],e[m]]=[e[m],e[l]]}}
for(let a=2;a<=s;a*=2)for(let r=0;r<a/2;r+=1){let i=Math.cos(-2*Math.PI*r/a),l=Math.sin(-2*Math.PI*r/a);for(let m=r;m<s;m+=a){let d=n+m*o,f=d+a/2*o,h=t[f]*i-e[f]*
l,v=t[f]*l+e[f]*i;t[f]=t[d]-h,e[f]=e[d]-v,t[d]+=h,e[d]+=v}}}function Xe(t,e){let n=Float64Array.from(t),o=new Float64Array(e*e);for(let s=0;s<e;s+=1)ct(n,o,s*e,
1,e);for(let s=0;s<e;s+=1)ct(n,o,s,e,e);return{real:n,imaginary:o}}function ut(t){let e=new Int16Array(t*t);for(let n=0;n<t;n+=1)for(let o=0;o<t;o+=1){let s=Math.
min(n,t-n),a=Math.min(o,t-o),r=Math.round(Math.hypot(a,s));e[n*t+o]=r<=t/2?r:-1}return e}function Ye(t,e,n,o,s,a){let r=new Float64Array(a/2+1),i=new Float64Array(
a/2+1);for(let l=0;l<a*a;l+=1){if(s[l]<0)continue;let m=n*t.real[l]+o*e.real[l],d=n*t.imaginary[l]+o*e.imaginary[l];r[s[l]]+=(m*m+d*d)/(a*a),i[s[l]]+=1}return r.
map((l,m)=>l/i[m])}var Qt=[{kind:"cosine",name:"Cosine schedule",colour:"signal"},{kind:"linear",name:"Linear schedule",colour:"noise"}];function dt(t,e,n){let o=new Float64Array(
n);for(let a of t){let r=Math.floor((a+e)/(2*e)*n);r>=0&&r<n&&(o[r]+=1)}let s=2*e/n;return o.map(a=>a/(t.length*s))}function mt(t,e){let{size:n,seed:o}=e,s=ie(e.
pixels),a=Q(o,s.length),r=_e(s),{image:i}=r,l=new Float64Array(s.length),m=ut(n),d=Xe(ft(i),n),f=Xe(ft(a),n),h=Qt.map(M=>({...M,schedule:oe(M.kind),view:U({label:M.
name,title:M.name,width:n,height:n}),note:w("div",{class:"ff-note"})})),v=le({label:"Histogram of the pixel values",title:"Pixel values",x:[-4,4],y:[0,.8],xLabel:"\
standardised value",xTicks:[-4,-2,0,2,4],yTicks:[0,.4,.8]}),b=le({label:"Power spectrum",title:"Power at each scale",x:[0,Math.log10(n/2)],y:[-2,4],xLabel:"cycl\
es per picture: coarse → fine",xTicks:[1,2,4,8,16,32,64].filter(M=>M<=n/2).map(Math.log10),formatX:M=>Math.round(10**M),yTicks:[-2,0,2,4],formatY:M=>`10${zt(M)}`}),
g=O({label:"Time t",min:0,max:1,step:.01,value:e.t,format:M=>M.toFixed(2),onInput:c}),$=G();t.append(H(g,ae(t,g,{label:"Dissolve"})),w("div",{class:"ff-columns \
ff-pair ff-dissolve"},...h.map(({view:M,note:L})=>w("div",{},M.element,L))),w("div",{class:"ff-columns ff-two"},v.element,b.element),we([["signal","cosine"],["n\
oise","linear"],["muted","photograph",!0],["ink","pure noise",!0]]),$.element);let k=en(81).map(M=>-4+M/10).map(M=>[M,Math.exp(-M*M/2)/Math.sqrt(2*Math.PI)]),u=y(
dt(i,4,40)),A=F(Ye(d,f,1,0,m,n));function c(){let M=g.value,L=[],E=[],P=[];for(let{schedule:T,view:p,note:x,colour:I,name:D}of h){let{signal:j,noise:_}=T.rates(
M);for(let B=0;B<l.length;B+=1)l[B]=j*i[B]+_*a[B];p.draw(Be(r,a,j,_));let R=`signal ${j.toFixed(2)}, noise ${_.toFixed(2)}`;x.textContent=R,p.describe(`Photogra\
ph of a flower, ${D.toLowerCase()}, t = ${M.toFixed(2)}: ${R}`),L.push({points:y(dt(l,4,40)),colour:I}),E.push({points:F(Ye(d,f,j,_,m,n)),colour:I}),P.push(`${D.
toLowerCase().split(" ")[0]} keeps ${Math.round(100*j**2)} %`)}v.update({lines:[{points:u,colour:"muted",dash:!0,width:1.5},{points:k,colour:"ink",dash:!0,width:1.5},
...L]}),b.update({lines:[{points:A,colour:"muted",dash:!0,width:1.5},{points:[[0,0],[Math.log10(n/2),0]],colour:"ink",dash:!0,width:1.5},...E]}),$.say(`At t = ${M.
toFixed(2)} the ${P.join(", the ")} of the variance from the image.`)}function y(M){return Array.from(M,(L,E)=>[-4+8*(E+.5)/M.length,L])}function F(M){return Array.
from(M,(L,E)=>[Math.log10(E),Math.log10(L+1e-9)]).slice(1)}c()}function ft(t){return Float64Array.from({length:t.length/3},(e,n)=>(t[3*n]+t[3*n+1]+t[3*n+2])/Math.
sqrt(3))}function zt(t){return String(t).replace("-","⁻").replace(/\d/g,e=>"⁰¹²³⁴⁵⁶⁷⁸⁹"[e])}function en(t){return Array.from({length:t},(e,n)=>n)}var Oe=[[125,47,6],[234,103,29],[243,189,152],[236,234,230],[165,210,251],[35,149,252],[10,74,138]];function tn(t){let e=(Math.min(Math.max(t,-1),1)+1)/2*(Oe.length-
1),n=Math.min(Math.floor(e),Oe.length-2);return[0,1,2].map(o=>{let[s,a]=[Oe[n][o],Oe[n+1][o]];return s+(a-s)*(e-n)})}function Ce(t){let e=new Uint8ClampedArray(
3*t.length);return t.forEach((n,o)=>e.set(tn(n),3*o)),e}function pt(t,e,n){let[o,s]=[Math.log10(e),Math.log10(n)],a=t/2;return Array.from({length:a},(r,i)=>10**(a===1?o:o+(s-o)*i/(a-1)))}function Ve(t,e){let n=e.map(
o=>Math.fround(Math.fround(t)*Math.fround(2*Math.PI*o)));return Float64Array.from([...n.map(Math.sin),...n.map(Math.cos)])}function Ke(t,e){return e.reduce((o,s)=>o+
Math.cos(2*Math.PI*s*t),0)/e.length}var be=400,Je=1e-4;function gt(t,e){let n=null,o=(c,y)=>O({label:c,min:0,max:1,step:.001,value:y,format:F=>F.toFixed(3),onInput:A}),s=o("Noise variance a",e.a),
a=o("Noise variance b",e.b),r=(c,y,F,M)=>O({label:c,min:y,max:F,step:.1,value:Math.log10(M),format:L=>`${Number((10**L).toPrecision(2))}`,onInput:u}),i=r("Lowes\
t frequency",-1,1,e.min_frequency),l=r("Highest frequency",1,3,e.max_frequency),m=Z({label:"Length",value:String(e.dim),onChange:u,options:[8,16,32,64].map(c=>[
String(c),String(c)])}),d=w("div",{class:"ff-map"}),f=["a","b"].map(c=>w("i",{class:"ff-cursor"},w("b",{},c))),h=w("div",{class:"ff-vectors"}),v=le({label:"Simi\
larity against the distance between two noise levels",title:"Similarity at every distance",x:[Math.log10(Je),0],y:[-.5,1],xLabel:"distance between a and b",height:180,
xTicks:[-4,-3,-2,-1,0],formatX:c=>String(Number((10**c).toPrecision(1))),yTicks:[-.5,0,.5,1]}),b=G();t.append(H(s,a),H(i,l,m),w("span",{class:"ff-title"},"The v\
ector of every noise variance from 0 to 1"),d,w("div",{class:"ff-columns ff-two ff-gap"},h,v.element),b.element),d.addEventListener("pointerdown",c=>{d.setPointerCapture(
c.pointerId);let y=g(c);d.moved=Math.abs(y-s.value)<=Math.abs(y-a.value)?s:a,d.moved.value=y}),d.addEventListener("pointermove",c=>{d.hasPointerCapture(c.pointerId)&&
(d.moved.value=g(c))});function g(c){let y=d.getBoundingClientRect();return Math.min(Math.max((c.clientX-y.left)/y.width,0),1)}let $=[],k=[];function u(){let c=Number(
m.value);$=pt(c,10**i.value,10**l.value),n=U({label:`Embeddings of length ${c}: each column is the vector of one noise variance`,width:be,height:c}),n.draw(Ce(nn(
$))),d.replaceChildren(n.element,...f),k=[["vector of a","a"],["vector of b","b"],["a times b, cell by cell",""]].map(([y])=>U({label:y,title:y,width:c,height:1})),
h.replaceChildren(...k.map(y=>y.element),w("div",{class:"ff-note"},`Left half sines, right half cosines, each from slow to fast. The sum of the last row, divide\
d by ${c/2}, is the similarity.`)),A()}function A(){let[c,y]=[Ve(s.value,$),Ve(a.value,$)],F=c.map((T,p)=>T*y[p]);[c,y,F].forEach((T,p)=>k[p].draw(Ce(T))),f[0].
style.left=`${100*s.value}%`,f[1].style.left=`${100*a.value}%`,f[0].classList.toggle("ff-left",s.value<=a.value),f[1].classList.toggle("ff-left",s.value>a.value);
let M=Math.abs(s.value-a.value),L=Ke(M,$),E=400,P=Array.from({length:E+1},(T,p)=>{let x=Math.log10(Je)*(1-p/E);return[x,Ke(10**x,$)]});v.update({lines:[{points:P,
colour:"leaf"}],marks:[{x:Math.log10(Math.max(M,Je)),y:L,colour:"petal"}]}),b.say(`Distance ${M.toFixed(3)}, similarity ${L.toFixed(2).replace("-","−")}. From\
 a to b the slowest wave turns ${ht($[0]*M)}, the fastest ${ht($[$.length-1]*M)}.`)}u()}function ht(t){return t===1?"once":`${Number(t.toPrecision(2))} times`}function nn(t){
let e=new Float64Array(2*t.length*be);return t.forEach((n,o)=>{let s=Math.PI*n/be,a=Math.sin(s)/s;for(let r=0;r<be;r+=1){let i=2*Math.PI*n*(r+.5)/be;e[o*be+r]=a*
Math.sin(i),e[(o+t.length)*be+r]=a*Math.cos(i)}}),e}async function fe(t){let e=new Image;e.src=t,await e.decode();let n=document.createElement("canvas");n.width=e.naturalWidth,n.height=e.naturalHeight;let o=n.getContext(
"2d",{willReadFrequently:!0});return o.drawImage(e,0,0),o.getImageData(0,0,n.width,n.height)}function Me(t){return decodeURIComponent(t.querySelector(".ff-still\
 img").getAttribute("src")).match(/ href='([^']*)'/)[1]}function $e(t,e,n,o,s){let a=new Uint8ClampedArray(3*o*s);for(let r=0;r<s;r+=1)for(let i=0;i<o;i+=1){let l=4*
((n+r)*t.width+e+i);a.set(t.data.subarray(l,l+3),3*(r*o+i))}return a}function De(t,e,n,o,s){let a=new Uint8ClampedArray(3*o*s);for(let r=0;r<3;r+=1){let i=n+r*t.
height/3;for(let l=0;l<s;l+=1)for(let m=0;m<o;m+=1)a[3*(l*o+m)+r]=t.data[4*((i+l)*t.width+e+m)]}return a}function wt(t,e,n){let{size:o,times:s,flowers:a}=e,r=s.length-1,i=null,l=u=>a.map(A=>U({label:`${A}: ${u}`,width:o,height:o})),m=l("noisy"),d=l("guess"),f=O({label:"\
From noise to flower",min:0,max:r,step:1,value:0,format:u=>`t = ${s[u].toFixed(1)}`,onInput:g}),h=G(),v=(u,A)=>w("div",{},w("span",{class:"ff-title"},u),w("div",
{class:"ff-triple"},...A.map(c=>c.element))),b=w("div",{class:"ff-first ff-draggable"},v("The noisy picture",m),v("What the network takes it to be",d));t.append(
H(f,ae(n,f,{seconds:4})),b,h.element);function g(){if(!i)return;let u=f.value;a.forEach((A,c)=>{let y=[u*o,c*o,o,o];m[c].draw(De(i.noisy,...y)),d[c].draw($e(i.guess,
...y)),m[c].describe(`A ${A} on its way out of noise, moment ${u} of ${r}`),d[c].describe(`What the network takes it to be at moment ${u} of ${r}`)}),h.say($(u))}
function $(u){return u===0?"t = 1: pure noise. The guess is hardly more than a mean colour.":u===r?"t = 0: no noise is left. The last guess is the picture.":`t \
= ${s[u].toFixed(1)}: step ${2*u} of ${2*r}.`}let k=u=>{let A=b.getBoundingClientRect(),c=(u.clientX-A.left)/A.width;f.value=Math.round(Math.min(Math.max(c,0),1)*
r)};b.addEventListener("pointerdown",u=>{b.setPointerCapture(u.pointerId),k(u)}),b.addEventListener("pointermove",u=>{b.hasPointerCapture(u.pointerId)&&k(u)}),Promise.
all([fe(e.noisy),fe(Me(n))]).then(([u,A])=>{i={noisy:u,guess:A},n.dataset.state="ready",f.value=f.value===0?Math.round(.4*r):f.value})}var bt=`// Grow a flower: runs the network in a thread of its own, so that the page stays alive.
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
map((s,a)=>(s-n*t[a])/o),velocity:(t,e,{signal:n,noise:o})=>e.map((s,a)=>o*s+n*t[a]),flow:(t,e,{signal:n,noise:o})=>e.map((s,a)=>(s+n*t[a])/(n+o))},Kn=Object.keys(
Ze);function yt(t){if(!Object.hasOwn(Ze,t))throw new Error(`no page knows the target "${t}"`);return Ze[t]}function xt(t,e,n,o,s=0,a=null){let{kept:r,fresh:i}=Qe(
n,o,s),l=new Float32Array(t.length),m=new Float32Array(t.length);for(let d=0;d<t.length;d+=1)l[d]=(t[d]-n.noise*e[d])/n.signal,m[d]=o.signal*l[d]+r*e[d]+(a?i*a[d]:
0);return{image:l,noisy:m}}function vt(t,e,n){return e.map((o,s)=>t[s]+n*(o-t[s]))}function Le(t,e,n){let o=t.length/3,s=new Uint8ClampedArray(t.length);for(let a=0;a<
3;a+=1)for(let r=0;r<o;r+=1)s[3*r+a]=255*(t[a*o+r]*n[a]+e[a]);return s}async function ze(t,{progress:e=()=>{},signal:n,anew:o}){let s=await fetch(t,{signal:n,cache:o?"reload":"default"});if(!s.ok)throw new Error(`${t} answers ${s.status}`);
let a=s.body.getReader(),r=[],i=0;for(;;){let{done:l,value:m}=await a.read();if(l)break;r.push(m),i+=m.length,e(i)}return new Blob(r).arrayBuffer()}function sn(t,e){
if(t.byteLength!==e)throw new Error(`what came is not the network: ${t.byteLength} bytes instead of ${e}`)}function rn(t){if(new TextDecoder("latin1").decode(t.
slice(0,4))!=="\0asm")throw new Error("what came is not the runtime")}function an(t,e,n){return t===void 0?n:new URL(t,e).href}function ln(){let t=URL.createObjectURL(
new Blob([bt],{type:"text/javascript"})),e=new Worker(t,{type:"module"}),n=new Map,o=0,s=r=>{for(let{reject:i}of n.values())i(new Error(r));n.clear()};e.onerror=
r=>{r.preventDefault(),s(r.message||"the worker could not start")},e.onmessage=({data:{id:r,answer:i,error:l}})=>{let{resolve:m,reject:d}=n.get(r)??{};n.delete(
r),l?d?.(new Error(l)):m?.(i)};let a=(r,i,l=[])=>new Promise((m,d)=>{o+=1,n.set(o,{resolve:m,reject:d}),e.postMessage({id:o,task:r,...i},l)});return{load:r=>a("\
load",r,[r.binary]),predict:r=>a("predict",r),end:()=>e.terminate()}}async function cn(){try{return!!await navigator.gpu?.requestAdapter()}catch{return!1}}function un(){
return location.protocol==="file:"?"Opened from a folder, this page may not load the network: browsers forbid it. Serve the folder (python -m http.server) or re\
ad the book on its site. What you see is recorded.":typeof WebAssembly!="object"||typeof Worker!="function"?"This browser has no WebAssembly, in which the netwo\
rk runs. What you see is recorded.":""}function Mt(t,e,n){let{size:o,mean:s,std:a,classes:r}=e,i=3*o*o,l=oe(e.schedule.kind,e.schedule.options),m=yt(e.target),d=C=>Le(
C,s,a),f=C=>(C/1e6).toFixed(1),h=null,v=null,b=!1,g=0,$={seed:e.seed,steps:e.steps,eta:0,label:e.label,guidance:e.guidance,acts:"middle",processor:"wasm"},k=(C,X=Number)=>J=>{
if($[C]=X(J),F.input.disabled=E.input.disabled=$.label===r,C==="processor")return Ne();C==="seed"&&S(),h&&C!=="seed"?Ee():h&&jt()},u=O({label:"Seed",min:0,max:999,
step:1,value:$.seed,onInput:k("seed")}),A=Z({label:"Steps",value:String($.steps),onChange:k("steps"),options:[5,10,20,40].map(C=>[String(C),String(C)])}),c=O({label:"\
Fresh noise η",min:0,max:1,step:.1,value:0,format:C=>C.toFixed(1),onInput:k("eta")}),y=Z({label:"Flower",value:String(e.label),onChange:k("label"),options:[[String(
r),"no class"],...e.class_names.map((C,X)=>[String(X),C]).sort((C,X)=>C[1]<X[1]?-1:1)]}),F=O({label:"Guidance",min:0,max:8,step:.5,value:e.guidance,format:C=>C.
toFixed(1),onInput:k("guidance")}),[M,L]=e.interval,E=Z({label:"Guidance acts",value:"middle",onChange:k("acts",String),options:[["middle",`from t = ${L} to ${M}`],
["always","always"]]});F.input.disabled=E.input.disabled=e.label===r;let P=Z({label:"Runs on",value:"wasm",onChange:k("processor",String),options:Object.entries(
e.runtimes).map(([C,{name:X,bytes:J}])=>[C,`${X} (${f(J)} MB)`])});P.element.hidden=!0;let T=()=>e.runtimes[$.processor].bytes+(v?0:e.model_bytes),p=()=>`Grow a\
 flower (downloads ${f(T())} MB)`,x=Re({label:p(),onClick:Dt}),I=Re({label:"Another seed",onClick:()=>{u.value=($.seed+1)%1e3}}),D=w("progress",{max:1,value:0,"\
aria-label":"Download",hidden:!0}),j={noisy:U({label:"The noisy image",title:"Noisy image",width:o,height:o}),image:U({label:"The predicted image",title:"Predic\
ted image",width:o,height:o})},_=w("div",{class:"ff-grow-strip",role:"group","aria-label":"The predicted image, step by step"}),R=G();t.append(H(u,A,c,...r?[y,F,
E]:[],P),w("div",{class:"ff-controls"},x,I,D),w("div",{class:"ff-columns ff-pair ff-grow"},j.noisy.element,j.image.element),_,R.element);function B(C){n.dataset.
state=C}function S(){j.noisy.draw(d(Q($.seed,i))),h||j.image.draw(d(new Float32Array(i)))}let N=ie(e.recorded),q=N.length/i;for(let C=0;C<q;C+=1)ke(N.subarray(C*
i,(C+1)*i));S(),j.image.draw(N.subarray((q-1)*i));let W=un();if(x.disabled=I.disabled=W!=="",W)for(let C of[u,A,c,y])C.input.disabled=!0;let V=e.label===r?"":`${e.
class_names[e.label]}, `,ee=document.documentElement.dataset.content_root,se=an(ee,location.href,e.site);R.say(W||`Recorded: ${V}seed ${e.seed}, ${e.steps} step\
s. The network (${f(e.model_bytes)} MB) and the runtime are fetched ${ee===void 0?`from ${e.site} `:""}when you press the button.`),B(W?"impossible":"asleep"),W||
cn().then(C=>{P.element.hidden=!C,n.dataset.graphics=C?"yes":"no"});function ke(C){let X=w("canvas",{width:o,height:o,"aria-hidden":"true"}),J=X.getContext("2d"),
re=J.createImageData(o,o);for(let te=0;te<o*o;te+=1)re.data.set([C[3*te],C[3*te+1],C[3*te+2],255],4*te);J.putImageData(re,0,0),_.append(X)}function Ne(){g+=1,h?.
end(),h=null,x.textContent=p(),R.say(`Press the button to fetch the runtime for the ${e.runtimes[$.processor].name}.`),B("asleep")}async function Dt(){if(h)return Ee();
let C=$.processor,{module:X,binary:J}=e.runtimes[C],re=null,te=T();D.max=te,x.disabled=P.input.disabled=!0,D.hidden=!1,B("loading");let ce=new AbortController;try{
let me=new URL(e.runtime,se).href,Ae=new URL(e.model,se).href,Fe=[0,0],ue=ve=>Te=>{ce.signal.aborted||(Fe[ve]=Te,D.value=Fe[0]+Fe[1],R.say(`Downloading: ${f(D.value)}\
 of ${f(te)} MB`))},[xe,pe]=await Promise.all([ze(`${me}${J}`,{progress:ue(0),signal:ce.signal,anew:b}),v??ze(Ae,{progress:ue(1),signal:ce.signal,anew:b}),...(b?
[X,J.replace(/wasm$/,"mjs")]:[]).map(ve=>ze(`${me}${ve}`,{signal:ce.signal,anew:b}))]);rn(xe),sn(pe,e.model_bytes),R.say("Starting the network"),re=ln(),await re.
load({runtime:me,module:X,binary:xe,network:pe,processor:C}),h=re,v=pe,b=!1,x.textContent="Grow it again"}catch(me){ce.abort(),re?.end(),b=!0,C==="webgpu"&&(P.value=
"wasm"),R.say(`The network could not be loaded (${me.message}). ${C==="webgpu"?"Press the button to run it on the processor instead.":`Press the button to try a\
gain; the chapter does the same in Python, and the figure runs on ${e.site}`}`),B("failed");return}finally{D.hidden=!0,x.disabled=P.input.disabled=!1}await Ee()}
let ot=0;function jt(){g+=1,clearTimeout(ot),ot=setTimeout(Ee,250)}async function Ee(){let C=g+=1,{seed:X,steps:J,eta:re,label:te,guidance:ce}=$,me=Y=>te!==r&&ce!==
1&&($.acts==="always"||M<=Y&&Y<=L),Ae=Se(J),Fe=new Set(Array.from({length:10},(Y,he)=>Math.ceil((he+1)*J/10))),ue=Q(X,i),xe=0,pe=0,ve="";_.replaceChildren(),B("\
growing");let Te=async(Y,he)=>{let de=await h.predict({noisy:ue,size:o,variance:Y.noise**2,label:he});return xe+=de.seconds,pe+=1,n.dataset.processor=de.processor,
ve=de.reason?`on the processor: the graphics card could not be used (${de.reason})`:`on your ${e.runtimes[de.processor].name}`,m(de.prediction,ue,Y)};try{for(let Y=0;Y<
J;Y+=1){let[he,de]=[l.rates(Ae[Y]),l.rates(Ae[Y+1])],qe=await Te(he,te);if(C===g&&me(Ae[Y])&&(qe=vt(await Te(he,r),qe,ce)),C!==g)return;let qt=re>0?Q(je(X,Y),i):
null,Ue=xt(ue,qe,he,de,re,qt);ue=Ue.noisy,j.noisy.draw(d(ue)),j.image.draw(d(Ue.image)),Fe.has(Y+1)&&ke(d(Ue.image)),R.say(`Step ${Y+1} of ${J}, seed ${X}: ${(xe/
pe).toFixed(2)} s a network evaluation here, ${ve}.`)}}catch(Y){R.say(`The network stopped: ${Y.message}`),B("failed");return}n.dataset.seconds=(xe/pe).toFixed(
4),B("done")}}function kt(t){let e=ie(t),n=new Float32Array(e.length/2);for(let o=0;o<n.length;o+=1){let s=e[2*o]|e[2*o+1]<<8,a=s>>10&31,r=s&1023,i=a?(1+r/1024)*2**(a-15):r*2**
-24;n[o]=s&32768?-i:i}return n}function At(t){let e=kt(t),n=e.length/2;return e.map((o,s)=>s<n?e[2*s]:e[2*(s-n)+1])}function Ft({shapes:t,weights:e}){let n=kt(e),
o=[],s=0;for(let a=0;a<t.length;a+=2){let[r,i]=t[a],l=n.subarray(s,s+r*i);s+=r*i,o.push({inputs:i,outputs:r,weight:l,bias:n.subarray(s,s+r)}),s+=r}return o}var z=128;function*dn(t,e,n){let o=e.length/2,s=[n.signal,n.noise,Math.log(n.signal/n.noise)],a=new Float32Array(2*o),r=Math.max(...t.map(({outputs:m})=>m)),[i,l]=[new Float32Array(
r*z),new Float32Array(r*z)];for(let m=0;m<o;m+=z){let d=Math.min(z,o-m);for(let f=0;f<d;f+=1)i[f]=e[m+f],i[z+f]=e[o+m+f];t.forEach((f,h)=>{if(fn(f,h===0?s:[],i,
l,d),h<t.length-1)for(let v=0;v<f.outputs*z;v+=1)l[v]/=1+Math.exp(-l[v]);[i,l]=[l,i]});for(let f=0;f<d;f+=1)a[m+f]=i[f],a[o+m+f]=i[z+f];yield}return a}function fn({
inputs:t,outputs:e,weight:n,bias:o},s,a,r,i){let l=t-s.length,m=l%4===0?4:2;for(let d=0;d<e;d+=1){let f=d*t,h=d*z,v=o[d];s.forEach((b,g)=>{v+=n[f+l+g]*b}),r.fill(
v,h,h+z);for(let b=0;b<l;b+=m){let g=n[f+b],$=n[f+b+1],k=b*z;if(m===4){let u=n[f+b+2],A=n[f+b+3];for(let c=0;c<i;c+=1)r[h+c]+=g*a[k+c]+$*a[k+z+c]+u*a[k+2*z+c]+A*
a[k+3*z+c]}else for(let u=0;u<i;u+=1)r[h+u]+=g*a[k+u]+$*a[k+z+u]}}}function*$t(t,e,n){let o=yield*dn(t,e,n),s=new Float32Array(e.length),a=new Float32Array(e.length);
for(let r=0;r<e.length;r+=1)s[r]=n.signal*e[r]-n.noise*o[r],a[r]=n.noise*e[r]+n.signal*o[r];return{image:s,noise:a}}function St({image:t,noise:e},n,o,s=0,a=null,r=new Float32Array(
t.length)){for(let i=0;i<r.length;i+=1)r[i]=n*t[i]+o*e[i]+(a?s*a[i]:0);return r}var Pe={ddim:{name:"DDIM",eta:null,cost:t=>t},ddpm:{name:"DDPM (η = 1)",eta:1,cost:t=>t},
heun:{name:"Heun",eta:0,cost:t=>2*t-1},dpm_solver_pp:{name:"DPM-Solver++(2M)",eta:0,cost:t=>t}};function Ct({layers:t,schedule:e,start:n,solver:o,steps:s,eta:a=0,
seed:r=0}){let i=Se(s),l=i.map(u=>e.rates(u)),m=Pe[o].eta??a,d=[n],f=[],h=[],v=[];function*b(u){let A=d[u],c=yield*$t(t,A,l[u]);if(o==="heun"&&u<s-1){let y=St(c,
l[u+1].signal,l[u+1].noise),F=yield*$t(t,y,l[u+1]),M=c.noise.map((E,P)=>(E+F.noise[P])/2);return{image:A.map((E,P)=>(E-l[u].noise*M[P])/l[u].signal),noise:M}}if(h[u]=
c.image,o==="dpm_solver_pp"&&u>0){let[y,F,M]=[-1,0,1].map(T=>e.logSNR(i[u+T])),L=(M-F)/(2*(F-y)),E=c.image.map((T,p)=>(1+L)*T-L*h[u-1][p]),P=A.map((T,p)=>(T-l[u].
signal*E[p])/l[u].noise);return{image:E,noise:P}}return c}function*g(){for(let u=0;u<s;u+=1)f.push(yield*b(u)),v.push(m>0?Q(je(r,u),n.length):null),d.push(k(u,l[u+
1]))}let $=g();function k(u,A,c){let{kept:y,fresh:F}=Qe(l[u],A,m);return St(f[u],A.signal,y,F,v[u],c)}return{at(u,A){if(u>=1)return n;let c=Math.min(Math.floor(
(1-u)*s+1e-9),s-1);for(;d.length<=c+1;)$.next();return k(c,e.rates(u),A)},ahead(u){let A=performance.now()+u;for(;d.length<=s&&performance.now()<A;)$.next();return d.
length<=s}}}var K=2.7,mn=48,pn=4;function Lt(t,e,n){let o=oe("log_snr",e.schedule),s=Ft(e.network),a=At(e.network.points),r={solver:e.solver,steps:e.steps,eta:0},i={x:e.handle[0],
y:e.handle[1]},l=Q(e.seed,2*e.count),m=new Float32Array(l.length),[d,f,h]=[null,null,null],v=Z({label:"Solver",value:r.solver,onChange(S){r.solver=S,M(),P()},options:Object.
entries(Pe).map(([S,{name:N}])=>[S,N])}),b=O({label:"Steps",min:1,max:50,step:1,value:r.steps,onInput(S){r.steps=S,P()}}),g=O({label:"Fresh noise η",min:0,max:1,
step:.1,value:0,format:S=>S.toFixed(1),onInput(S){r.eta=S,P()}}),$=O({label:"Way from noise to data",min:0,max:1,step:.001,value:0,format:S=>`t = ${(1-S).toFixed(
2)}`,onInput:_}),k=O({label:"Ringed particle: x",min:-K,max:K,step:.05,value:i.x,format:S=>S.toFixed(2),onInput:S=>L(S,i.y)}),u=O({label:"Ringed particle: y",min:-K,
max:K,step:.05,value:i.y,format:S=>S.toFixed(2),onInput:S=>L(i.x,S)}),A=We({label:"Paths",value:!0,onChange:_}),c=We({label:"Data",value:!0,onChange:_}),y=w("ca\
nvas",{role:"img",class:"ff-plane","aria-label":"Particles in the plane"}),F=G();t.append(H(...e.simple?[b]:[v,b,g]),H($,ae(n,$,{seconds:4}),A,c),y,F.element,w(
"div",{class:"ff-controls ff-gap"},k.element,u.element));function M(){let S=Pe[r.solver].eta;g.limits(0,1,S??r.eta),g.input.disabled=S!==null}function L(S,N){Object.
assign(i,{x:S,y:N}),h=null,_()}function E(S){return Ct({layers:s,schedule:o,start:S,seed:e.seed,...r})}function P(){[d,f,h]=[E(l),null,null],_()}function T(S){let N=E(
S),q=Math.max(60,r.steps);return Array.from({length:q+1},(W,V)=>N.at(1-V/q))}let p=0,x=y.getContext("2d"),I=S=>(S+K)/(2*K)*p;function D(S,N,q,W){let V=S[0].length/
2;x.strokeStyle=N,x.lineWidth=q,x.beginPath();for(let ee=0;ee<V;ee+=1)for(let se=0;se<=W;se+=1){let[ke,Ne]=[I(S[se][ee]),p-I(S[se][V+ee])];se?x.lineTo(ke,Ne):x.
moveTo(ke,Ne)}x.stroke()}function j(S,N,q){let W=S.length/2;x.fillStyle=N;for(let V=0;V<W;V+=1)x.fillRect(I(S[V])-q/2,p-I(S[W+V])-q/2,q,q)}function _(){if(!p||!d)
return;let S=1-$.value,N=d.at(S,m);if(x.clearRect(0,0,p,p),c.value&&(x.globalAlpha=.45,j(a,ge(n,"muted"),2),x.globalAlpha=1),j(N,ge(n,"signal"),2.2),A.value){f??=
T(hn(l,mn));let se=Math.round((1-S)*(f.length-1));x.globalAlpha=.55,D(f,ge(n,"noise"),1,se),x.globalAlpha=1}h??=T(Float32Array.of(i.x,i.y)),D(h,ge(n,"accent"),2.5,
h.length-1);let q=h[Math.round((1-S)*(h.length-1))];R(q[0],q[1],5,!0),R(i.x,i.y,9,!1);let{name:W,cost:V}=Pe[r.solver],ee=h[h.length-1];F.say(`${e.count} particl\
es at t = ${S.toFixed(2)}. ${W} with ${r.steps} steps evaluates the network ${V(r.steps)} times. The ringed particle ends at (${ee[0].toFixed(2)}, ${ee[1].toFixed(
2)}).`),d.ahead(pn)}function R(S,N,q,W){x.beginPath(),x.arc(I(S),p-I(N),q,0,2*Math.PI),x.lineWidth=3,x.strokeStyle=ge(n,"accent"),x.fillStyle=ge(n,W?"accent":"p\
anel"),x.fill(),x.stroke()}let B=S=>{let N=y.getBoundingClientRect(),q=ee=>Math.min(Math.max(ee,-K),K),W=q((S.clientX-N.left)/N.width*2*K-K),V=q(K-(S.clientY-N.
top)/N.height*2*K);k.limits(-K,K,W),u.limits(-K,K,V),L(W,V)};y.addEventListener("pointerdown",S=>{y.setPointerCapture(S.pointerId),B(S)}),y.addEventListener("po\
intermove",S=>{y.hasPointerCapture(S.pointerId)&&B(S)}),M(),P(),Ie(y,S=>{p=S;let N=window.devicePixelRatio||1;y.width=y.height=Math.round(p*N),x=y.getContext("2\
d"),x.setTransform(y.width/p,0,0,y.width/p,0,0),_()}),rt(n,_)}function hn(t,e){let n=t.length/2,o=new Float32Array(2*e);return o.set(t.subarray(0,e)),o.set(t.subarray(
n,n+e),e),o}function Pt(t,e,n){let{size:o,runs:s,mean:a,std:r}=e,i=oe(e.schedule.kind,e.schedule.options),l=Le(Q(e.seed,3*o*o),a,r),m=Le(new Float32Array(3*o*o),a,r),d=F=>[
...new Set(s.map(M=>M[F]))].map(String),{steps:f,eta:h}=s[e.open],v=null,b=F=>d(F).map(M=>[M,M]),g=Z({label:"Steps",options:b("steps"),value:String(f),onChange(F){
let M=k.value/f;f=Number(F),k.limits(0,f,Math.round(M*f)),y()}}),$=Z({label:"η",options:b("eta"),value:String(h),onChange(F){h=Number(F),y()}}),k=O({label:"Ste\
p",min:0,max:f,step:1,value:0,format:F=>`${F} of ${f}`,onInput:y}),u=U({label:"The noisy image",title:"Noisy image",width:o,height:o}),A=U({label:"The predicted\
 image",title:"Predicted image",width:o,height:o}),c=G();t.append(H(g,$,k,ae(n,k,{seconds:5})),w("div",{class:"ff-columns ff-pair ff-grow"},u.element,A.element),
c.element);function y(){let F=k.value,M=s.findIndex(T=>T.steps===f&&T.eta===h),L=Se(f)[F];if(F===0)u.draw(l),A.draw(m);else if(v){let T=[(F-1)*o,M*o,o,o];u.draw(
De(v.noisy,...T)),A.draw($e(v.predicted,...T))}let{signal:E,noise:P}=i.rates(L);u.describe(`The noisy image after step ${F} of ${f}`),A.describe(F?`The predicte\
d image of step ${F} of ${f}`:"No image has been predicted yet"),c.say(F===0?"Pure noise, at t = 1; nothing has been predicted yet.":`Step ${F} of ${f} led to t\
 = ${L.toFixed(2)}: signal rate ${E.toFixed(2)}, noise rate ${P.toFixed(2)}.`)}y(),Promise.all([fe(e.noisy),fe(Me(n))]).then(([F,M])=>{v={noisy:F,predicted:M},n.
dataset.state="ready",k.value=k.value===0?Math.round(f/2):k.value})}var Nt=10,gn=[-12,10],et=t=>1/(1+Math.exp(-t)),Et=t=>t.toFixed(2),Tt=t=>t.toFixed(3),Rt=t=>t.toFixed(4),ye={cosine:{name:"Cosine",python:"CosineSchedule",ends:{
start:{option:"max_signal_rate",label:"Signal rate at t = 0",value:.95,min:.5,max:.999,step:.001,format:Tt,fromLogSNR:t=>Math.sqrt(et(t))},end:{option:"min_sign\
al_rate",label:"Signal rate at t = 1",value:.02,min:.003,max:.4,step:.001,format:Tt,fromLogSNR:t=>Math.sqrt(et(t))}}},linear:{name:"Linear β",python:"LinearSch\
edule",ends:{start:{option:"beta_start",label:"First β",value:1e-4,min:1e-4,max:.005,step:1e-4,format:Rt,fromLogSNR:t=>et(-t)},end:{option:"beta_end",label:"La\
st β",value:.02,min:.005,max:.04,step:5e-4,format:Rt,fromLogSNR:wn}}},log_snr:{name:"Straight log-SNR",python:"LogSNRSchedule",ends:{start:{option:"start",label:"\
Log-SNR at t = 0",value:2.5,min:0,max:9.5,step:.1,format:Et,fromLogSNR:t=>t},end:{option:"end",label:"Log-SNR at t = 1",value:-7.5,min:-11.5,max:-.5,step:.1,format:Et,
fromLogSNR:t=>t}}}};function wn(t,e=1e-4){let[n,o]=[e,.5];for(let s=0;s<40;s+=1){let a=(n+o)/2;oe("linear",{beta_start:e,beta_end:a}).logSNR(1)>t?n=a:o=a}return(n+
o)/2}function It(t,e){let{size:n}=e,o=_e(ie(e.pixels)),s=Q(e.seed,o.image.length),a=Array.from({length:101},(c,y)=>y/100),r=Array.from({length:Nt},(c,y)=>y/(Nt-
1)),i=Object.fromEntries(Object.entries(ye).map(([c,{ends:y}])=>[c,{[y.start.option]:y.start.value,[y.end.option]:y.end.value}])),l=e.kind,m=Z({label:"Schedule",
value:l,options:Object.entries(ye).map(([c,{name:y}])=>[c,y]),onChange(c){l=c,u(),A()}}),d=Object.fromEntries(["start","end"].map(c=>[c,O({label:"",min:0,max:1,
step:.001,value:0,format:y=>ye[l].ends[c].format(y),onInput(y){i[l][ye[l].ends[c].option]=y,A()}})])),f=le({label:"Signal rate and noise rate over time",title:"\
Signal and noise rate",x:[0,1],y:[0,1],height:200,xLabel:"time t",yTicks:[0,.5,1]}),h=le({label:"Log-SNR over time",title:"Log-SNR: pull its ends",x:[0,1],y:gn,
height:200,xLabel:"time t",yTicks:[-10,-5,0,5,10],onHandle(c,y,F){let{fromLogSNR:M,min:L,max:E}=ye[l].ends[c],P=M(F,i[l].beta_start);d[c].value=Math.min(Math.max(
P,L),E)}}),v=r.map(c=>U({label:`Flower at t = ${c.toFixed(2)}`,title:c.toFixed(2),width:n,height:n})),b=w("code",{class:"ff-code"}),g=G();t.append(H(m,d.start,d.
end),w("div",{class:"ff-columns ff-two"},w("div",{},f.element,we([["signal","signal rate"],["noise","noise rate"]])),w("div",{},h.element,we([["leaf","this sche\
dule"],["muted","cosine, as in the book",!0]]))),w("div",{class:"ff-strip"},...v.map(c=>c.element)),g.element,b);let $=oe("cosine"),k=a.map(c=>[c,$.logSNR(c)]);
function u(){for(let[c,y]of Object.entries(d)){let{label:F,min:M,max:L,step:E,option:P}=ye[l].ends[c];y.rename(F),y.input.step=E,y.limits(M,L,i[l][P])}}function A(){
let c=oe(l,i[l]),y=a.map(p=>[p,c.rates(p)]),F=r.map(p=>[p,c.rates(p)]);f.update({lines:[{points:y.map(([p,{signal:x}])=>[p,x]),colour:"signal",width:2.5},{points:y.
map(([p,{noise:x}])=>[p,x]),colour:"noise",width:2.5}],marks:[...F.map(([p,{signal:x}])=>({x:p,y:x,colour:"signal"})),...F.map(([p,{noise:x}])=>({x:p,y:x,colour:"\
noise"}))]});let M=a.map(p=>[p,c.logSNR(p)]);h.update({lines:[{points:k,colour:"muted",dash:!0,width:1.5},{points:M,colour:"leaf",width:2.5}],marks:[{x:0,y:M[0][1],
colour:"leaf",handle:"start"},{x:1,y:M[100][1],colour:"leaf",handle:"end"}]}),F.forEach(([p,{signal:x,noise:I}],D)=>{v[D].draw(Be(o,s,x,I)),v[D].describe(`Flowe\
r at t = ${p.toFixed(2)}, signal rate ${x.toFixed(2)}`)});let{python:L,ends:{start:E,end:P}}=ye[l],T=[E,P].map(({option:p,format:x})=>`${p}=${Number(x(i[l][p]))}`);
b.textContent=`${L}(${T.join(", ")})`,g.say(bn(c))}u(),A()}function bn(t){let{signal:e}=t.rates(1),n=Array.from({length:1001},(s,a)=>a/1e3).find(s=>t.logSNR(s)<
0);return`${n===void 0?"The picture always outweighs the noise":n===0?"Noise outweighs the picture from the start":`Noise outweighs the picture from t = ${n.toFixed(
2)}`}; at t = 1 a signal rate of ${e.toFixed(3)} is left.`}function Bt(t,e){let{blocks:n}=e,o=Math.max(...n.map(h=>h.parameters)),s=n.map((h,v)=>{let b=_t(h,1)[0],g=Math.sqrt(h.parameters/o),$=w("button",{type:"button",
class:"ff-block","aria-pressed":"false","aria-label":`${h.title}, ${h.shape}, ${h.parameters} parameters`},b,w("i",{style:`width:${(100*g).toFixed(0)}%`}));return $.
addEventListener("focus",()=>f(v)),$.addEventListener("pointerenter",()=>f(v)),$.addEventListener("click",()=>f(v)),$.addEventListener("keydown",k=>{let u={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[k.key];u&&(k.preventDefault(),s[Math.min(Math.max(v+u,0),n.length-1)].focus())}),$}),a=Math.max(...n.map(h=>h.level))+1,r=w(
"div",{class:"ff-unet",role:"group","aria-label":"Blocks"});for(let h=0;h<a;h+=1){let v=$=>s.filter((k,u)=>n[u].level===h&&n[u].side===$),b=e.sizes[h],g=`margin\
-inline:${(30*h/(a-1)).toFixed(1)}%`;r.append(w("div",{class:"ff-unet-row",style:g},w("div",{class:"ff-unet-side"},...v("down")),...v("middle").length?[w("div",
{class:"ff-unet-side"},...v("middle")),w("span",{class:"ff-unet-size"},`${b} × ${b}`)]:[w("span",{class:"ff-unet-skip"},w("span",{class:"ff-unet-size"},`${b} ×\
 ${b}`))],w("div",{class:"ff-unet-side"},...v("up"))))}let i=w("span",{class:"ff-title"}),l=w("dl",{class:"ff-facts"}),m=w("div",{class:"ff-maps",role:"img"}),d=G();
t.append(r,w("div",{class:"ff-unet-detail"},i,l,m),d.element);function f(h){let v=n[h];s.forEach((b,g)=>{b.setAttribute("aria-pressed",String(g===h)),b.classList.
toggle("ff-partner",g!==h&&yn(n[g],v))}),i.textContent=v.kind?`${v.title}: ${v.kind}`:v.title,l.replaceChildren(...v.facts.map(([b,g])=>w("div",{},w("dt",{},b),
w("dd",{},g)))),m.replaceChildren(..._t(v,v.count)),m.setAttribute("aria-label",v.shown),d.say(v.sentence)}f(Math.min(e.selected,n.length-1))}function yn(t,e){return t.
skip===e.name||e.skip===t.name}function xn(t,e){return Float64Array.from({length:e},(n,o)=>((o%2?t[o>>1]&15:t[o>>1]>>4)-7)/7)}function _t(t,e){let[n,o]=t.size,s=ie(
t.maps),a=n*o,r=t.colour?null:xn(s,a*t.count);return Array.from({length:Math.min(e,t.count)},(i,l)=>{let m=U({label:"",width:n,height:o});return m.draw(t.colour?
s:Ce(r.subarray(l*a,(l+1)*a))),m.canvas.removeAttribute("role"),m.canvas.removeAttribute("aria-label"),m.canvas.setAttribute("aria-hidden","true"),m.canvas})}var tt=["leaf","iris"];function Ot(t,e,n){let{side:o,epochs:s,curves:a}=e,r=a.flatMap(({points:g})=>g),[i,l]=[Math.min(...r.map(([g])=>g)),Math.max(...r.map(([g])=>g))],
m=null,d=O({label:"Epoch",min:i,max:l,step:1,value:l,onInput:b}),f=le({label:"Errors over the epochs",title:"Errors",x:[i,Math.max(l,i+1)],y:vn(a),height:190,xLabel:"\
epoch",onPoint:g=>{d.value=Math.round(g)}}),h=U({label:"Samples",title:"Samples",width:o,height:o}),v=G();t.append(H(d,ae(n,d,{seconds:8})),w("div",{class:"ff-c\
olumns ff-two"},w("div",{},f.element,we(a.map(({name:g},$)=>[tt[$],g]))),h.element),v.element);function b(){let g=d.value;f.update({lines:a.map(({points:k},u)=>({
points:k,colour:tt[u]})).filter(({points:k})=>k.length>1),marks:[{x:g,colour:"muted"},...a.flatMap(({points:k},u)=>{let A=nt(k,g,([c])=>c);return A?[{x:A[0],y:A[1],
colour:tt[u]}]:[]})]});let $=nt(s,g,k=>k)??s[0];m&&h.draw($e(m,s.indexOf($)*o,0,o,o)),h.heading.textContent=`Samples after epoch ${$}`,h.describe(`Sixteen sampl\
es after epoch ${$}`),v.say(`Epoch ${g}. ${a.map(({name:k,points:u})=>{let A=nt(u,g,([c])=>c);return A?`${k}: ${A[1].toFixed(3)}`:""}).filter(Boolean).join("; ")}\
.`)}b(),fe(Me(n)).then(g=>{m=g,n.dataset.state="ready",b()})}function vn(t){let e=t.flatMap(({points:a})=>a.map(([,r])=>r)),[n,o]=[Math.min(...e),Math.max(...e)],
s=.05*(o-n)||.01;return[n-s,o+s]}function nt(t,e,n){return t.filter(o=>n(o)<=e).at(-1)}st({dissolve:mt,embedding_explorer:gt,first_flowers:wt,grow:Mt,particles:Lt,reverse:Pt,schedule_designer:It,unet_map:Bt,watch:Ot});})();
