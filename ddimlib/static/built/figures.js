/* Made by book/bundle_figures.py from ddimlib/static/ (71eea6f7c460886f). */
(()=>{function It(e){let t=".ff-figure[data-figure]:not([data-started], [data-failed])",o=()=>{for(let r of document.querySelectorAll(t))document.readyState==="loadin\
g"&&!r.nextSibling||Ln(r,e[r.dataset.figure])};if(o(),document.readyState!=="loading")return;let n=new MutationObserver(o);n.observe(document,{childList:!0,subtree:!0}),
document.addEventListener("DOMContentLoaded",()=>{n.disconnect(),o()})}function Ln(e,t){let o=e.querySelector(":scope > script[type='application/json']");if(!t||
!o)return;let n=e.querySelector(".ff-live");e.dataset.started="";try{t(n,JSON.parse(o.textContent),e)}catch(r){delete e.dataset.started,e.dataset.failed="",n.replaceChildren(),
console.error(r)}}function k(e,t={},...o){let n=document.createElement(e);for(let[r,s]of Object.entries(t))s!=null&&s!==!1&&n.setAttribute(r,s===!0?"":s);return n.
append(...o),n}function G(...e){return k("div",{class:"ff-controls"},...e.map(t=>t.element??t))}function B({label:e,min:t,max:o,step:n,value:r,format:s=String,onInput:a}){
let i=k("span",{class:"ff-value","aria-hidden":"true"}),l=k("input",{type:"range",min:t,max:o,step:n}),f=()=>{let u=s(Number(l.value));i.textContent=u,l.setAttribute(
"aria-valuetext",u);let d=(Number(l.value)-l.min)/(l.max-l.min||1);l.style.setProperty("--ff-filled",`${(100*d).toFixed(1)}%`)},m=k("span",{class:"ff-label"},e),
c=k("label",{class:"ff-slider"},k("span",{class:"ff-row"},m,i),l);return l.value=r,f(),l.addEventListener("input",()=>{f(),a(Number(l.value))}),{element:c,input:l,
get value(){return Number(l.value)},set value(u){l.value=u,f(),a(Number(l.value))},limits(u,d,w){Object.assign(l,{min:u,max:d}),l.value=w,f()},rename(u){m.textContent=
u}}}function Z({label:e,options:t,value:o,onChange:n}){let r=k("select",{},...t.map(([a,i])=>k("option",{value:a},i)));return r.value=o,r.addEventListener("chan\
ge",()=>n(r.value)),{element:k("label",{class:"ff-choice"},k("span",{class:"ff-label"},e),r),input:r,get value(){return r.value},set value(a){r.value=a,n(r.value)}}}
function qe({label:e,value:t=!1,onChange:o}){let n=k("input",{type:"checkbox"});return n.checked=t,n.addEventListener("change",()=>o(n.checked)),{element:k("lab\
el",{class:"ff-toggle"},n,k("span",{},e)),input:n,get value(){return n.checked}}}function xe({label:e,onClick:t}){let o=k("button",{type:"button",class:"ff-butt\
on"},e);return o.addEventListener("click",t),o}function at(){return window.matchMedia("(prefers-reduced-motion: reduce)").matches}function Rn(e,t,o=()=>{}){let n=0,
r=!1,s=!0,a=null,i=m=>{let c=a===null?0:Math.min((m-a)/1e3,.1);if(a=m,n=0,!e.isConnected||t(c)===!1)return f.pause();l()},l=()=>{r&&s&&!n&&(n=requestAnimationFrame(
i))},f={get playing(){return r},play(){r=!0,a=null,o(!0),l()},pause(){r=!1,cancelAnimationFrame(n),n=0,o(!1)}};return typeof IntersectionObserver=="function"&&new IntersectionObserver(
m=>{s=m[m.length-1].isIntersecting,a=null,l()}).observe(e),f}function he(e,t,{label:o="Play",seconds:n=6}={}){let r=()=>Number(t.input.min),s=()=>Number(t.input.
max),a=0,i=0,l=xe({label:o,onClick:()=>{if(f.playing)return f.pause();a=t.value>=s()?r():t.value,i=0,f.play()}}),f=Rn(e,m=>{let c=s()-r();if(at()){if(i+=m,i<n/8)
return!0;a+=c/8,i=0}else a+=c*m/n;return t.value=Math.min(a,s()),a<s()},m=>{l.textContent=m?"Pause":o});return t.input.addEventListener("pointerdown",()=>f.pause()),
t.input.addEventListener("keydown",()=>f.pause()),l}function H(){let e=k("p",{class:"ff-readout"}),t=k("p",{class:"ff-hidden","aria-live":"polite"}),o=0;return{
element:k("div",{},e,t),say(n){let r=e.textContent==="";e.textContent=n,clearTimeout(o),r||(o=setTimeout(()=>{t.textContent=n},500))}}}function X({label:e,title:t="",
width:o,height:n}){let r=k("canvas",{width:o,height:n,role:"img","aria-label":e}),s=r.getContext("2d"),a=s.createImageData(o,n);a.data.fill(255);let i=k("span",
{class:"ff-title"},t);return{element:k("div",{class:"ff-picture"},...t?[i]:[],r),canvas:r,heading:i,draw(l){let f=l.length===o*n;for(let m=0;m<o*n;m+=1)for(let c=0;c<
3;c+=1)a.data[4*m+c]=f?l[m]:l[3*m+c];s.putImageData(a,0,0)},describe(l){r.setAttribute("aria-label",l)}}}function Re(e,t){let o=new MutationObserver(t),n=["data\
-theme","data-jp-theme-light","theme","class"];o.observe(document.documentElement,{attributes:!0,attributeFilter:n}),o.observe(document.body,{attributes:!0,attributeFilter:n}),
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change",t)}function z(e,t){return getComputedStyle(e).getPropertyValue(`--ff-${t}`).trim()}function He(e,t){
let o=0,n=()=>{let r=Math.round(e.clientWidth);r>0&&r!==o&&t(o=r)};n(),new ResizeObserver(n).observe(e)}function te(e){return Uint8Array.from(atob(e),t=>t.charCodeAt(
0))}var On="http://www.w3.org/2000/svg";function fe(e,t,o=""){let n=document.createElementNS(On,e);for(let[r,s]of Object.entries(t))n.setAttribute(r,s);return o&&(n.
textContent=o),n}function Pt(e,t,o=5){let n=(t-e)/o,r=10**Math.floor(Math.log10(n)),s=[1,2,5,10].map(i=>i*r).find(i=>i>=n*.999),a=[];for(let i=Math.ceil(e/s-1e-9);i*
s<=t+1e-9*s;i+=1)a.push(Number((i*s).toPrecision(12)));return a}function Ct(e){return String(e).replace("-","−")}function me({label:e,title:t="",x:o,y:n,xLabel:r="",
yLabel:s="",height:a=170,xTicks:i=null,yTicks:l=null,formatX:f=Ct,formatY:m=Ct,onPoint:c=null,onHandle:u=null}){let d=k("div",{class:"ff-chart"}),w=fe("svg",{role:"\
img","aria-label":e,height:a}),h={left:44,right:12,top:8,bottom:r?38:24},b={x:o,y:n,xTicks:i,yTicks:l},y=300,p={lines:[],marks:[],areas:[]},A=M=>h.left+(M-b.x[0])/
(b.x[1]-b.x[0])*(y-h.left-h.right),g=M=>a-h.bottom-(M-b.y[0])/(b.y[1]-b.y[0])*(a-h.top-h.bottom),F=M=>Math.min(Math.max(M,b.y[0]),b.y[1]),S=M=>M.map(([T,I],C)=>`${C?
"L":"M"}${A(T).toFixed(1)} ${g(I).toFixed(1)}`).join("");function v(){let M=a-h.bottom;for(let T of b.yTicks??Pt(...b.y,4))w.append(fe("line",{class:"ff-grid",x1:h.
left,x2:y-h.right,y1:g(T),y2:g(T)}),fe("text",{class:"ff-tick",x:h.left-(u?13:6),y:g(T)+4,"text-anchor":"end"},m(T)));for(let T of b.xTicks??Pt(...b.x,y<260?3:5))
w.append(fe("text",{class:"ff-tick",x:A(T),y:M+16,"text-anchor":"middle"},f(T)));if(w.append(fe("line",{class:"ff-axis",x1:h.left,x2:y-h.right,y1:M,y2:M})),r&&w.
append(fe("text",{class:"ff-axis-label","text-anchor":"middle",x:(h.left+y-h.right)/2,y:a-5},r)),s){let T=(h.top+M)/2;w.append(fe("text",{class:"ff-axis-label",
"text-anchor":"middle",x:11,y:T,transform:`rotate(-90 11 ${T})`},s))}}function P(){w.replaceChildren(),w.setAttribute("viewBox",`0 0 ${y} ${a}`),w.setAttribute(
"width",y),v();let M=a-h.bottom,[T,I]=[h.left-2,h.top-2],[C,x]=[y-h.right+2-T,M+2-I],O=fe("svg",{class:"ff-plot",x:T,y:I,width:C,height:x,viewBox:`${T} ${I} ${C}\
 ${x}`});w.append(O);for(let{points:R,colour:q="accent"}of p.areas??[]){let j=A(R[0][0]).toFixed(1),W=A(R[R.length-1][0]).toFixed(1);O.append(fe("path",{d:`${S(
R)}L${W} ${M}L${j} ${M}Z`,class:"ff-area",style:`fill:var(--ff-${q})`}))}for(let{points:R,colour:q="accent",dash:j=!1,width:W=2}of p.lines??[])O.append(fe("path",
{d:S(R),class:"ff-line",style:`stroke:var(--ff-${q});stroke-width:${W};${j?"stroke-dasharray:5 4":""}`}));for(let{x:R,y:q,colour:j="ink",handle:W}of p.marks??[])
q===void 0?w.append(fe("line",{x1:A(R),x2:A(R),y1:h.top,y2:M,class:"ff-rule",style:`stroke:var(--ff-${j})`})):w.append(fe("circle",{cx:A(R),cy:g(F(q)),r:W?9:4.5,
class:W?"ff-handle":"ff-mark",...W&&{"data-handle":W},style:`${W?"stroke":"fill"}:var(--ff-${j})`}))}function E(M){let T=w.getBoundingClientRect(),I=(M.clientX-
T.left-h.left)/(T.width-h.left-h.right),C=(T.bottom-h.bottom-M.clientY)/(a-h.top-h.bottom);return[[I,b.x],[C,b.y]].map(([x,[O,R]])=>O+Math.min(Math.max(x,0),1)*
(R-O))}let N=null,L=M=>{let[T,I]=E(M);N?u(N,T,I):c&&c(T)};return(c||u)&&(c&&w.classList.add("ff-draggable"),w.addEventListener("pointerdown",M=>{N=M.target.dataset?.
handle??null,!(!N&&!c)&&(w.setPointerCapture(M.pointerId),N||L(M))}),w.addEventListener("pointermove",M=>{w.hasPointerCapture(M.pointerId)&&L(M)})),t&&d.append(
k("span",{class:"ff-title"},t)),d.append(w),He(d,M=>{y=M,P()}),{element:d,update(M){p=M,P()},limits(M){Object.assign(b,M)},describe(M){w.setAttribute("aria-labe\
l",M)}}}function ve(e){return k("div",{class:"ff-legend"},...e.map(([t,o,n])=>k("span",{},k("i",{style:`border-top:3px ${n?"dashed":"solid"} var(--ff-${t})`}),o)))}function it(e){return e=Math.imul(e^e>>>16,2146121005),e=Math.imul(e^e>>>15,2221713035),(e^e>>>16)>>>0}function lt(e,t){let o=it(e+2654435769>>>0);return it(it(
t+o>>>0)+Math.imul(o,2246822507)>>>0)}function ae(e,t){return(lt(e,t)+.5)/4294967296}function V(e,t){let o=new Float32Array(t);for(let n=0;n<t;n+=2){let r=Math.
sqrt(-2*Math.log(ae(e,n))),s=2*Math.PI*ae(e,n+1);o[n]=r*Math.cos(s),n+1<t&&(o[n+1]=r*Math.sin(s))}return o}function Ge(e){let t=e.length/3,o=[0,0,0],n=[0,0,0];e.forEach((s,a)=>{o[a%3]+=s/t}),e.forEach((s,a)=>{n[a%3]+=(s-o[a%3])**2/t});for(let s=0;s<3;s+=1)n[s]=Math.sqrt(
n[s])||1;let r=Float64Array.from(e,(s,a)=>(s-o[a%3])/n[a%3]);return{mean:o,std:n,image:r}}function Ye({mean:e,std:t,image:o},n,r,s){let a=new Uint8ClampedArray(
o.length);for(let i=0;i<o.length;i+=1)a[i]=(r*o[i]+s*n[i])*t[i%3]+e[i%3];return a}function _n({min_signal_rate:e=.02,max_signal_rate:t=.95}={}){let o=Math.acos(t),n=Math.acos(e);return r=>-2*Math.log(Math.tan(o+r*(n-o)))}function qn({beta_start:e=1e-4,
beta_end:t=.02,steps:o=1e3}={}){let n=new Float64Array(o),r=0;for(let s=0;s<o;s+=1)r+=Math.log1p(-(e+(t-e)*s/(o-1))),n[s]=r;return s=>{let a=s*(o-1),i=Math.min(
Math.floor(a),o-2),l=n[i]+(n[i+1]-n[i])*(a-i);return l-Math.log(-Math.expm1(l))}}function Dn({start:e=2.5,end:t=-7.5}={}){return o=>e+o*(t-e)}function Bn({start:e=.01,
end:t=.99}={}){return o=>{let n=e+o*(t-e);return-2*Math.log(n/(1-n))}}var ct={cosine:_n,linear:qn,log_snr:Dn,rectified_flow:Bn};function ie(e,t={}){if(!Object.hasOwn(
ct,e))throw new Error(`no page knows the schedule "${e}"`);let o=ct[e](t);return{logSNR:o,rates:n=>jn(o(n))}}function jn(e){return{signal:Math.sqrt(1/(1+Math.exp(
-e))),noise:Math.sqrt(1/(1+Math.exp(e)))}}var Ho=Object.keys(ct);function Lt(e,t,o,n,r){for(let s=1,a=0;s<r;s+=1){let i=r>>1;for(;a&i;i>>=1)a^=i;if(a^=i,s<a){let l=o+s*n,f=o+a*n;[e[l],e[f]]=[e[f],e[l]],[t[l],t[f]]=[t[f],t[l]]}}
for(let s=2;s<=r;s*=2)for(let a=0;a<s/2;a+=1){let i=Math.cos(-2*Math.PI*a/s),l=Math.sin(-2*Math.PI*a/s);for(let f=a;f<r;f+=s){let m=o+f*n,c=m+s/2*n,u=e[c]*i-t[c]*
l,d=e[c]*l+t[c]*i;e[c]=e[m]-u,t[c]=t[m]-d,e[m]+=u,t[m]+=d}}}function ut(e,t){let o=Float64Array.from(e),n=new Float64Array(t*t);for(let r=0;r<t;r+=1)Lt(o,n,r*t,
1,t);for(let r=0;r<t;r+=1)Lt(o,n,r,t,t);return{real:o,imaginary:n}}function Rt(e){let t=new Int16Array(e*e);for(let o=0;o<e;o+=1)for(let n=0;n<e;n+=1){let r=Math.
min(o,e-o),s=Math.min(n,e-n),a=Math.round(Math.hypot(s,r));t[o*e+n]=a<=e/2?a:-1}return t}function ft(e,t,o,n,r,s){let a=new Float64Array(s/2+1),i=new Float64Array(
s/2+1);for(let l=0;l<s*s;l+=1){if(r[l]<0)continue;let f=o*e.real[l]+n*t.real[l],m=o*e.imaginary[l]+n*t.imaginary[l];a[r[l]]+=(f*f+m*m)/(s*s),i[r[l]]+=1}return a.
map((l,f)=>l/i[f])}var Wn=[{kind:"cosine",name:"Cosine schedule",colour:"signal"},{kind:"linear",name:"Linear schedule",colour:"noise"}];function Ot(e,t,o){let n=new Float64Array(
o);for(let s of e){let a=Math.floor((s+t)/(2*t)*o);a>=0&&a<o&&(n[a]+=1)}let r=2*t/o;return n.map(s=>s/(e.length*r))}function qt(e,t){let{size:o,seed:n}=t,r=te(t.
pixels),s=V(n,r.length),a=Ge(r),{image:i}=a,l=new Float64Array(r.length),f=Rt(o),m=ut(_t(i),o),c=ut(_t(s),o),u=Wn.map(v=>({...v,schedule:ie(v.kind),view:X({label:v.
name,title:v.name,width:o,height:o}),note:k("div",{class:"ff-note"})})),d=me({label:"Histogram of the pixel values",title:"Pixel values",x:[-4,4],y:[0,.8],xLabel:"\
standardised value",xTicks:[-4,-2,0,2,4],yTicks:[0,.4,.8]}),w=me({label:"Power spectrum",title:"Power at each scale",x:[0,Math.log10(o/2)],y:[-2,4],xLabel:"cycl\
es per picture: coarse → fine",xTicks:[1,2,4,8,16,32,64].filter(v=>v<=o/2).map(Math.log10),formatX:v=>Math.round(10**v),yTicks:[-2,0,2,4],formatY:v=>`10${Un(v)}`}),
h=B({label:"Time t",min:0,max:1,step:.01,value:t.t,format:v=>v.toFixed(2),onInput:g}),b=H();e.append(G(h,he(e,h,{label:"Dissolve"})),k("div",{class:"ff-columns \
ff-pair ff-dissolve"},...u.map(({view:v,note:P})=>k("div",{},v.element,P))),k("div",{class:"ff-columns ff-two"},d.element,w.element),ve([["signal","cosine"],["n\
oise","linear"],["muted","photograph",!0],["ink","pure noise",!0]]),b.element);let y=Hn(81).map(v=>-4+v/10).map(v=>[v,Math.exp(-v*v/2)/Math.sqrt(2*Math.PI)]),p=F(
Ot(i,4,40)),A=S(ft(m,c,1,0,f,o));function g(){let v=h.value,P=[],E=[],N=[];for(let{schedule:L,view:M,note:T,colour:I,name:C}of u){let{signal:x,noise:O}=L.rates(
v);for(let q=0;q<l.length;q+=1)l[q]=x*i[q]+O*s[q];M.draw(Ye(a,s,x,O));let R=`signal ${x.toFixed(2)}, noise ${O.toFixed(2)}`;T.textContent=R,M.describe(`Photogra\
ph of a flower, ${C.toLowerCase()}, t = ${v.toFixed(2)}: ${R}`),P.push({points:F(Ot(l,4,40)),colour:I}),E.push({points:S(ft(m,c,x,O,f,o)),colour:I}),N.push(`${C.
toLowerCase().split(" ")[0]} keeps ${Math.round(100*x**2)} %`)}d.update({lines:[{points:p,colour:"muted",dash:!0,width:1.5},{points:y,colour:"ink",dash:!0,width:1.5},
...P]}),w.update({lines:[{points:A,colour:"muted",dash:!0,width:1.5},{points:[[0,0],[Math.log10(o/2),0]],colour:"ink",dash:!0,width:1.5},...E]}),b.say(`At t = ${v.
toFixed(2)} the ${N.join(", the ")} of the variance from the image.`)}function F(v){return Array.from(v,(P,E)=>[-4+8*(E+.5)/v.length,P])}function S(v){return Array.
from(v,(P,E)=>[Math.log10(E),Math.log10(P+1e-9)]).slice(1)}g()}function _t(e){return Float64Array.from({length:e.length/3},(t,o)=>(e[3*o]+e[3*o+1]+e[3*o+2])/Math.
sqrt(3))}function Un(e){return String(e).replace("-","⁻").replace(/\d/g,t=>"⁰¹²³⁴⁵⁶⁷⁸⁹"[t])}function Hn(e){return Array.from({length:e},(t,o)=>o)}var Xe=[[125,47,6],[234,103,29],[243,189,152],[236,234,230],[165,210,251],[35,149,252],[10,74,138]];function Gn(e){let t=(Math.min(Math.max(e,-1),1)+1)/2*(Xe.length-
1),o=Math.min(Math.floor(t),Xe.length-2);return[0,1,2].map(n=>{let[r,s]=[Xe[o][n],Xe[o+1][n]];return r+(s-r)*(t-o)})}function De(e){let t=new Uint8ClampedArray(
3*e.length);return e.forEach((o,n)=>t.set(Gn(o),3*n)),t}function Ve(e,t,o){let[n,r]=[Math.log10(t),Math.log10(o)],s=e/2;return Array.from({length:s},(a,i)=>10**(s===1?n:n+(r-n)*i/(s-1)))}function mt(e,t){let o=t.map(
n=>Math.fround(Math.fround(e)*Math.fround(2*Math.PI*n)));return Float64Array.from([...o.map(Math.sin),...o.map(Math.cos)])}function pt(e,t){return t.reduce((n,r)=>n+
Math.cos(2*Math.PI*r*e),0)/t.length}var Ie=400,dt=1e-4;function Bt(e,t){let o=null,n=(g,F)=>B({label:g,min:0,max:1,step:.001,value:F,format:S=>S.toFixed(3),onInput:A}),r=n("Noise variance a",t.a),
s=n("Noise variance b",t.b),a=(g,F,S,v)=>B({label:g,min:F,max:S,step:.1,value:Math.log10(v),format:P=>`${Number((10**P).toPrecision(2))}`,onInput:p}),i=a("Lowes\
t frequency",-1,1,t.min_frequency),l=a("Highest frequency",1,3,t.max_frequency),f=Z({label:"Length",value:String(t.dim),onChange:p,options:[8,16,32,64].map(g=>[
String(g),String(g)])}),m=k("div",{class:"ff-map"}),c=["a","b"].map(g=>k("i",{class:"ff-cursor"},k("b",{},g))),u=k("div",{class:"ff-vectors"}),d=me({label:"Simi\
larity against the distance between two noise levels",title:"Similarity at every distance",x:[Math.log10(dt),0],y:[-.5,1],xLabel:"distance between a and b",height:180,
xTicks:[-4,-3,-2,-1,0],formatX:g=>String(Number((10**g).toPrecision(1))),yTicks:[-.5,0,.5,1]}),w=H();e.append(G(r,s),G(i,l,f),k("span",{class:"ff-title"},"The v\
ector of every noise variance from 0 to 1"),m,k("div",{class:"ff-columns ff-two ff-gap"},u,d.element),w.element),m.addEventListener("pointerdown",g=>{m.setPointerCapture(
g.pointerId);let F=h(g);m.moved=Math.abs(F-r.value)<=Math.abs(F-s.value)?r:s,m.moved.value=F}),m.addEventListener("pointermove",g=>{m.hasPointerCapture(g.pointerId)&&
(m.moved.value=h(g))});function h(g){let F=m.getBoundingClientRect();return Math.min(Math.max((g.clientX-F.left)/F.width,0),1)}let b=[],y=[];function p(){let g=Number(
f.value);b=Ve(g,10**i.value,10**l.value),o=X({label:`Embeddings of length ${g}: each column is the vector of one noise variance`,width:Ie,height:g}),o.draw(De(Yn(
b))),m.replaceChildren(o.element,...c),y=[["vector of a","a"],["vector of b","b"],["a times b, cell by cell",""]].map(([F])=>X({label:F,title:F,width:g,height:1})),
u.replaceChildren(...y.map(F=>F.element),k("div",{class:"ff-note"},`Left half sines, right half cosines, each from slow to fast. The sum of the last row, divide\
d by ${g/2}, is the similarity.`)),A()}function A(){let[g,F]=[mt(r.value,b),mt(s.value,b)],S=g.map((L,M)=>L*F[M]);[g,F,S].forEach((L,M)=>y[M].draw(De(L))),c[0].
style.left=`${100*r.value}%`,c[1].style.left=`${100*s.value}%`,c[0].classList.toggle("ff-left",r.value<=s.value),c[1].classList.toggle("ff-left",r.value>s.value);
let v=Math.abs(r.value-s.value),P=pt(v,b),E=400,N=Array.from({length:E+1},(L,M)=>{let T=Math.log10(dt)*(1-M/E);return[T,pt(10**T,b)]});d.update({lines:[{points:N,
colour:"leaf"}],marks:[{x:Math.log10(Math.max(v,dt)),y:P,colour:"petal"}]}),w.say(`Distance ${v.toFixed(3)}, similarity ${P.toFixed(2).replace("-","−")}. From\
 a to b the slowest wave turns ${Dt(b[0]*v)}, the fastest ${Dt(b[b.length-1]*v)}.`)}p()}function Dt(e){return e===1?"once":`${Number(e.toPrecision(2))} times`}function Yn(e){
let t=new Float64Array(2*e.length*Ie);return e.forEach((o,n)=>{let r=Math.PI*o/Ie,s=Math.sin(r)/r;for(let a=0;a<Ie;a+=1){let i=2*Math.PI*o*(a+.5)/Ie;t[n*Ie+a]=s*
Math.sin(i),t[(n+e.length)*Ie+a]=s*Math.cos(i)}}),t}async function de(e){let t=new Image;t.src=e,await t.decode();let o=document.createElement("canvas");o.width=t.naturalWidth,o.height=t.naturalHeight;let n=o.getContext(
"2d",{willReadFrequently:!0});return n.drawImage(t,0,0),n.getImageData(0,0,o.width,o.height)}function Se(e){return decodeURIComponent(e.querySelector(".ff-still\
 img").getAttribute("src")).match(/ href='([^']*)'/)[1]}function Ae(e,t,o,n,r){let s=new Uint8ClampedArray(3*n*r);for(let a=0;a<r;a+=1)for(let i=0;i<n;i+=1){let l=4*
((o+a)*e.width+t+i);s.set(e.data.subarray(l,l+3),3*(a*n+i))}return s}function Oe(e,t,o,n,r){let s=new Uint8ClampedArray(3*n*r);for(let a=0;a<3;a+=1){let i=o+a*e.
height/3;for(let l=0;l<r;l+=1)for(let f=0;f<n;f+=1)s[3*(l*n+f)+a]=e.data[4*((i+l)*e.width+t+f)]}return s}function jt(e,t,o){let{size:n,times:r,flowers:s}=t,a=r.length-1,i=null,l=p=>s.map(A=>X({label:`${A}: ${p}`,width:n,height:n})),f=l("noisy"),m=l("guess"),c=B({label:"\
From noise to flower",min:0,max:a,step:1,value:0,format:p=>`t = ${r[p].toFixed(1)}`,onInput:h}),u=H(),d=(p,A)=>k("div",{},k("span",{class:"ff-title"},p),k("div",
{class:"ff-triple"},...A.map(g=>g.element))),w=k("div",{class:"ff-first ff-draggable"},d("The noisy picture",f),d("What the network takes it to be",m));e.append(
G(c,he(o,c,{seconds:4})),w,u.element);function h(){if(!i)return;let p=c.value;s.forEach((A,g)=>{let F=[p*n,g*n,n,n];f[g].draw(Oe(i.noisy,...F)),m[g].draw(Ae(i.guess,
...F)),f[g].describe(`A ${A} on its way out of noise, moment ${p} of ${a}`),m[g].describe(`What the network takes it to be at moment ${p} of ${a}`)}),u.say(b(p))}
function b(p){return p===0?"t = 1: pure noise. The guess is hardly more than a mean colour.":p===a?"t = 0: no noise is left. The last guess is the picture.":`t \
= ${r[p].toFixed(1)}: step ${2*p} of ${2*a}.`}let y=p=>{let A=w.getBoundingClientRect(),g=(p.clientX-A.left)/A.width;c.value=Math.round(Math.min(Math.max(g,0),1)*
a)};w.addEventListener("pointerdown",p=>{w.setPointerCapture(p.pointerId),y(p)}),w.addEventListener("pointermove",p=>{w.hasPointerCapture(p.pointerId)&&y(p)}),Promise.
all([de(t.noisy),de(Se(o))]).then(([p,A])=>{i={noisy:p,guess:A},o.dataset.state="ready",c.value=c.value===0?Math.round(.4*a):c.value})}var Wt=`(()=>{var s=null,i=null,u=null,a="",c="";async function p({runtime:n,module:e,binary:t,network:r,processor:o}){return s=await import(\`\${n}\${e}\`),s.env.w\
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
`;function Fe(e){return Array.from({length:e+1},(t,o)=>1-o/e)}function Ke(e,t){return e+Math.imul(t+1,2654435769)>>>0}function gt(e,t,o){let n=Math.sqrt(Math.max(
0,1-(e.signal/t.signal)**2)),r=o*(t.noise/e.noise)*n;return{kept:Math.sqrt(Math.max(0,t.noise**2-r**2)),fresh:r}}var ht={noise:e=>e,image:(e,t,{signal:o,noise:n})=>t.
map((r,s)=>(r-o*e[s])/n),velocity:(e,t,{signal:o,noise:n})=>t.map((r,s)=>n*r+o*e[s]),flow:(e,t,{signal:o,noise:n})=>t.map((r,s)=>(r+o*e[s])/(o+n))},ms=Object.keys(
ht);function Je(e){if(!Object.hasOwn(ht,e))throw new Error(`no page knows the target "${e}"`);return ht[e]}function Ze(e,t,o,n,r=0,s=null){let{kept:a,fresh:i}=gt(
o,n,r),l=new Float32Array(e.length),f=new Float32Array(e.length);for(let m=0;m<e.length;m+=1)l[m]=(e[m]-o.noise*t[m])/o.signal,f[m]=n.signal*l[m]+a*t[m]+(s?i*s[m]:
0);return{image:l,noisy:f}}function Ut(e,t,o){return t.map((n,r)=>e[r]+o*(n-e[r]))}function Be(e,t,o){let n=e.length/3,r=new Uint8ClampedArray(e.length);for(let s=0;s<
3;s+=1)for(let a=0;a<n;a+=1)r[3*a+s]=255*(e[s*n+a]*o[s]+t[s]);return r}async function wt(e,{progress:t=()=>{},signal:o,anew:n}){let r=await fetch(e,{signal:o,cache:n?"reload":"default"});if(!r.ok)throw new Error(`${e} answers ${r.status}`);
let s=r.body.getReader(),a=[],i=0;for(;;){let{done:l,value:f}=await s.read();if(l)break;a.push(f),i+=f.length,t(i)}return new Blob(a).arrayBuffer()}function Vn(e,t){
if(e.byteLength!==t)throw new Error(`what came is not the network: ${e.byteLength} bytes instead of ${t}`)}function Kn(e){if(new TextDecoder("latin1").decode(e.
slice(0,4))!=="\0asm")throw new Error("what came is not the runtime")}function Jn(e,t,o){return e===void 0?o:new URL(e,t).href}function Zn(){let e=URL.createObjectURL(
new Blob([Wt],{type:"text/javascript"})),t=new Worker(e,{type:"module"}),o=new Map,n=0,r=a=>{for(let{reject:i}of o.values())i(new Error(a));o.clear()};t.onerror=
a=>{a.preventDefault(),r(a.message||"the worker could not start")},t.onmessage=({data:{id:a,answer:i,error:l}})=>{let{resolve:f,reject:m}=o.get(a)??{};o.delete(
a),l?m?.(new Error(l)):f?.(i)};let s=(a,i,l=[])=>new Promise((f,m)=>{n+=1,o.set(n,{resolve:f,reject:m}),t.postMessage({id:n,task:a,...i},l)});return{load:a=>s("\
load",a,[a.binary]),predict:a=>s("predict",a),end:()=>t.terminate()}}async function Qn(){try{return!!await navigator.gpu?.requestAdapter()}catch{return!1}}function zn(){
return location.protocol==="file:"?"Opened from a folder, this page may not load the network: browsers forbid it. Serve the folder (python -m http.server) or re\
ad the book on its site. What you see is recorded.":typeof WebAssembly!="object"||typeof Worker!="function"?"This browser has no WebAssembly, in which the netwo\
rk runs. What you see is recorded.":""}function Ht(e,t,o){let{size:n,mean:r,std:s,classes:a}=t,i=3*n*n,l=ie(t.schedule.kind,t.schedule.options),f=Je(t.target),m=_=>Be(
_,r,s),c=_=>(_/1e6).toFixed(1),u=null,d=null,w=!1,h=0,b={seed:t.seed,steps:t.steps,eta:0,label:t.label,guidance:t.guidance,acts:"middle",processor:"wasm"},y=(_,J=Number)=>Q=>{
if(b[_]=J(Q),S.input.disabled=E.input.disabled=b.label===a,_==="processor")return nt();_==="seed"&&j(),u&&_!=="seed"?Le():u&&_e()},p=B({label:"Seed",min:0,max:999,
step:1,value:b.seed,onInput:y("seed")}),A=Z({label:"Steps",value:String(b.steps),onChange:y("steps"),options:[5,10,20,40].map(_=>[String(_),String(_)])}),g=B({label:"\
Fresh noise η",min:0,max:1,step:.1,value:0,format:_=>_.toFixed(1),onInput:y("eta")}),F=Z({label:"Flower",value:String(t.label),onChange:y("label"),options:[[String(
a),"no class"],...t.class_names.map((_,J)=>[String(J),_]).sort((_,J)=>_[1]<J[1]?-1:1)]}),S=B({label:"Guidance",min:0,max:8,step:.5,value:t.guidance,format:_=>_.
toFixed(1),onInput:y("guidance")}),[v,P]=t.interval,E=Z({label:"Guidance acts",value:"middle",onChange:y("acts",String),options:[["middle",`from t = ${P} to ${v}`],
["always","always"]]});S.input.disabled=E.input.disabled=t.label===a;let N=Z({label:"Runs on",value:"wasm",onChange:y("processor",String),options:Object.entries(
t.runtimes).map(([_,{name:J,bytes:Q}])=>[_,`${J} (${c(Q)} MB)`])});N.element.hidden=!0;let L=()=>t.runtimes[b.processor].bytes+(d?0:t.model_bytes),M=()=>`Grow a\
 flower (downloads ${c(L())} MB)`,T=xe({label:M(),onClick:ot}),I=xe({label:"Another seed",onClick:()=>{p.value=(b.seed+1)%1e3}}),C=k("progress",{max:1,value:0,"\
aria-label":"Download",hidden:!0}),x={noisy:X({label:"The noisy image",title:"Noisy image",width:n,height:n}),image:X({label:"The predicted image",title:"Predic\
ted image",width:n,height:n})},O=k("div",{class:"ff-grow-strip",role:"group","aria-label":"The predicted image, step by step"}),R=H();e.append(G(p,A,g,...a?[F,S,
E]:[],N),k("div",{class:"ff-controls"},T,I,C),k("div",{class:"ff-columns ff-pair ff-grow"},x.noisy.element,x.image.element),O,R.element);function q(_){o.dataset.
state=_}function j(){x.noisy.draw(m(V(b.seed,i))),u||x.image.draw(m(new Float32Array(i)))}let W=te(t.recorded),K=W.length/i;for(let _=0;_<K;_+=1)Ue(W.subarray(_*
i,(_+1)*i));j(),x.image.draw(W.subarray((K-1)*i));let U=zn();if(T.disabled=I.disabled=U!=="",U)for(let _ of[p,A,g,F])_.input.disabled=!0;let Y=t.label===a?"":`${t.
class_names[t.label]}, `,re=document.documentElement.dataset.content_root,Te=Jn(re,location.href,t.site);R.say(U||`Recorded: ${Y}seed ${t.seed}, ${t.steps} step\
s. The network (${c(t.model_bytes)} MB) and the runtime are fetched ${re===void 0?`from ${t.site} `:""}when you press the button.`),q(U?"impossible":"asleep"),U||
Qn().then(_=>{N.element.hidden=!_,o.dataset.graphics=_?"yes":"no"});function Ue(_){let J=k("canvas",{width:n,height:n,"aria-hidden":"true"}),Q=J.getContext("2d"),
ce=Q.createImageData(n,n);for(let oe=0;oe<n*n;oe+=1)ce.data.set([_[3*oe],_[3*oe+1],_[3*oe+2],255],4*oe);Q.putImageData(ce,0,0),O.append(J)}function nt(){h+=1,u?.
end(),u=null,T.textContent=M(),R.say(`Press the button to fetch the runtime for the ${t.runtimes[b.processor].name}.`),q("asleep")}async function ot(){if(u)return Le();
let _=b.processor,{module:J,binary:Q}=t.runtimes[_],ce=null,oe=L();C.max=oe,T.disabled=N.input.disabled=!0,C.hidden=!1,q("loading");let ue=new AbortController;try{
let ge=new URL(t.runtime,Te).href,we=new URL(t.model,Te).href,ye=[0,0],pe=se=>be=>{ue.signal.aborted||(ye[se]=be,C.value=ye[0]+ye[1],R.say(`Downloading: ${c(C.value)}\
 of ${c(oe)} MB`))},[$,D]=await Promise.all([wt(`${ge}${Q}`,{progress:pe(0),signal:ue.signal,anew:w}),d??wt(we,{progress:pe(1),signal:ue.signal,anew:w}),...(w?[
J,Q.replace(/wasm$/,"mjs")]:[]).map(se=>wt(`${ge}${se}`,{signal:ue.signal,anew:w}))]);Kn($),Vn(D,t.model_bytes),R.say("Starting the network"),ce=Zn(),await ce.load(
{runtime:ge,module:J,binary:$,network:D,processor:_}),u=ce,d=D,w=!1,T.textContent="Grow it again"}catch(ge){ue.abort(),ce?.end(),w=!0,_==="webgpu"&&(N.value="wa\
sm"),R.say(`The network could not be loaded (${ge.message}). ${_==="webgpu"?"Press the button to run it on the processor instead.":`Press the button to try agai\
n; the chapter does the same in Python, and the figure runs on ${t.site}`}`),q("failed");return}finally{C.hidden=!0,T.disabled=N.input.disabled=!1}await Le()}let ne=0;
function _e(){h+=1,clearTimeout(ne),ne=setTimeout(Le,250)}async function Le(){let _=h+=1,{seed:J,steps:Q,eta:ce,label:oe,guidance:ue}=b,ge=ee=>oe!==a&&ue!==1&&(b.
acts==="always"||v<=ee&&ee<=P),we=Fe(Q),ye=new Set(Array.from({length:10},(ee,Ne)=>Math.ceil((Ne+1)*Q/10))),pe=V(J,i),$=0,D=0,se="";O.replaceChildren(),q("growi\
ng");let be=async(ee,Ne)=>{let ke=await u.predict({noisy:pe,size:n,variance:ee.noise**2,label:Ne});return $+=ke.seconds,D+=1,o.dataset.processor=ke.processor,se=
ke.reason?`on the processor: the graphics card could not be used (${ke.reason})`:`on your ${t.runtimes[ke.processor].name}`,f(ke.prediction,pe,ee)};try{for(let ee=0;ee<
Q;ee+=1){let[Ne,ke]=[l.rates(we[ee]),l.rates(we[ee+1])],st=await be(Ne,oe);if(_===h&&ge(we[ee])&&(st=Ut(await be(Ne,a),st,ue)),_!==h)return;let Cn=ce>0?V(Ke(J,ee),
i):null,rt=Ze(pe,st,Ne,ke,ce,Cn);pe=rt.noisy,x.noisy.draw(m(pe)),x.image.draw(m(rt.image)),ye.has(ee+1)&&Ue(m(rt.image)),R.say(`Step ${ee+1} of ${Q}, seed ${J}:\
 ${($/D).toFixed(2)} s a network evaluation here, ${se}.`)}}catch(ee){R.say(`The network stopped: ${ee.message}`),q("failed");return}o.dataset.seconds=($/D).toFixed(
4),q("done")}}function Yt(e,t,o){let{size:n,truths:r,told:s,errors:a}=t,i=null,l=(y,p,A)=>B({label:p,min:0,max:y.length-1,step:1,value:y.indexOf(A),format:g=>Gt(y[g]),onInput:b}),
f=l(r,"Log-SNR of the picture",t.truth),m=l(s,"Log-SNR that we claim",t.truth),c=(y,p)=>X({title:y,label:p,width:n,height:n}),u=c("It sees","The noisy photograp\
h"),d=c("It answers","What the network answers"),w=c("When honest","What it answers when it is told the truth"),h=H();e.append(G(f,m),k("div",{class:"ff-triple \
ff-lie"},u.element,d.element,w.element),h.element);function b(){if(!i)return;let[y,p]=[f.value,m.value],A=s.indexOf(r[y]),g=F=>Ae(i.guess,F*n,y*n,n,n);u.draw(Oe(
i.noisy,0,y*n,n,n)),d.draw(g(p)),w.draw(g(A)),d.describe(`What the network answers when it is told ${Gt(s[p])}`),h.say(eo(s[p]-r[y],a[y][p],a[y][A]))}de(t.noisy).
then(async y=>{i={noisy:y,guess:await de(Se(o))},o.dataset.state="ready",b()})}function eo(e,t,o){let n=`The picture is off by ${t.toFixed(2)} a pixel`;return e===
0?`The truth. ${n}.`:`${e>0?"It believes in too little noise":"It believes in too much noise"}. ${n}, where the truth gives ${o.toFixed(2)}.`}function Gt(e){return(e>
0?`+${e}`:String(e)).replace("-","−")}function Pe({label:e,reach:t,draw:o,onPress:n=null}){let r=k("canvas",{role:"img","aria-label":e,class:n?"ff-plane":"ff-plane ff-plain"}),s=r.getContext("2d"),a=0,
i=(c,u)=>[(c+t)/(2*t)*a,(t-u)/(2*t)*a],l={place:i,get context(){return s},get width(){return a},ring(c,u,d,w,h){s.beginPath(),s.arc(...i(c,u),d,0,2*Math.PI),s.lineWidth=
3,s.strokeStyle=w,s.fillStyle=h,s.fill(),s.stroke()},dots(c,u,d=2.4,w=1){s.globalAlpha=w,s.fillStyle=u;for(let h=0;h<c.length;h+=2){let[b,y]=i(c[h],c[h+1]);s.fillRect(
b-d/2,y-d/2,d,d)}s.globalAlpha=1},picture(c,u,d){s.globalAlpha=d;let[w,h]=i(-u,u);s.drawImage(c,w,h,a-2*w,a-2*h),s.globalAlpha=1},arrows(c,u,d,w=.05){s.strokeStyle=
d,s.lineWidth=1.2,s.beginPath();for(let h=0;h<c.length;h+=2){let[b,y]=i(c[h],c[h+1]),[p,A]=i(u[h],u[h+1]),g=Math.hypot(p-b,A-y);if(!(g>1))continue;let F=Math.min(
g,w*a),[S,v]=[(p-b)/g*F,(A-y)/g*F],P=Math.min(3.5,F/2)/F;s.moveTo(b,y),s.lineTo(b+S,y+v),s.lineTo(b+S-P*(S-v),y+v-P*(v+S)),s.moveTo(b+S,y+v),s.lineTo(b+S-P*(S+v),
y+v-P*(v-S))}s.stroke()}};function f(){a&&(s.clearRect(0,0,a,a),o(l))}function m(c){let u=r.getBoundingClientRect(),d=w=>t*(2*Math.min(Math.max(w,0),1)-1);return[
d((c.clientX-u.left)/u.width),-d((c.clientY-u.top)/u.height)]}return n&&(r.addEventListener("pointerdown",c=>{r.setPointerCapture(c.pointerId),n(m(c),!0)}),r.addEventListener(
"pointermove",c=>{r.hasPointerCapture(c.pointerId)&&n(m(c),!1)})),{element:r,canvas:r,redraw:f,follow(){He(r,c=>{a=c;let u=window.devicePixelRatio||1;r.width=r.
height=Math.round(a*u),s=r.getContext("2d"),s.setTransform(r.width/a,0,0,r.width/a,0,0),f()})}}}function Kt(e,t,o){let{names:n,side:r,reach:s,handle:a,centres:i,radius:l}=t,f=te(t.colours),m=f.length/3,c=Xt(t.clouds,s),u=Xt(t.grids,s),d={x:a[0],y:a[1]},w=v=>Math.
min(Math.max(v,-t.start),t.start),h=v=>B({label:`Noise: ${v}`,min:-t.start,max:t.start,step:.05,value:d[v],format:P=>P.toFixed(2),onInput(P){d[v]=P,F()}}),[b,y]=[
h("x"),h("y")],p=n.map((v,P)=>{let E=Vt(c,P,m),N=P?Vt(u,P-1,r*r):null,L=()=>N?to(N,r,t.start,d.x,d.y):[d.x,d.y],M=Pe({label:v,reach:s,onPress:P?null:g,draw(T){for(let I=0;I<
m;I+=1){let[C,x]=T.place(E[2*I],E[2*I+1]);T.context.fillStyle=`rgb(${f[3*I]} ${f[3*I+1]} ${f[3*I+2]})`,T.context.fillRect(C-1,x-1,2,2)}T.ring(...L(),6,z(o,"acce\
nt"),z(o,"panel"))}});return{name:v,end:L,plane:M}});p[0].plane.canvas.classList.add("ff-handle");let A=H();e.append(k("div",{class:"ff-planes"},...p.map(({name:v,
plane:P})=>k("div",{},k("span",{class:"ff-title"},v),P.element))),A.element,k("div",{class:"ff-controls ff-gap"},b.element,y.element));function g([v,P]){Object.
assign(d,{x:w(v),y:w(P)}),b.limits(-t.start,t.start,d.x),y.limits(-t.start,t.start,d.y),F()}function F(){for(let{plane:v}of p)v.redraw();S()}function S(){let v=E=>i.
some(([N,L])=>Math.hypot(N-E[0],L-E[1])<l),P=p.slice(1).map(({name:E,end:N})=>`${E}: ${v(N())?"in a disc":"between the discs"}`);A.say(`From (${d.x.toFixed(2)},\
 ${d.y.toFixed(2)}). ${P.join("; ")}.`)}for(let{plane:v}of p)v.follow();S(),Re(o,F)}function Xt(e,t){return Float32Array.from(te(e),o=>o/255*2*t-t)}function Vt(e,t,o){
return e.subarray(2*t*o,2*(t+1)*o)}function to(e,t,o,n,r){let s=m=>Math.min(Math.max((m+o)/(2*o)*(t-1),0),t-1.000001),[a,i]=[Math.floor(s(n)),Math.floor(s(r))],
[l,f]=[s(n)-a,s(r)-i];return[0,1].map(m=>{let c=(u,d)=>e[2*((i+d)*t+a+u)+m];return(1-f)*((1-l)*c(0,0)+l*c(1,0))+f*((1-l)*c(0,1)+l*c(1,1))})}function Qt(e){let t=te(e),o=new Float32Array(t.length/2);for(let n=0;n<o.length;n+=1){let r=t[2*n]|t[2*n+1]<<8,s=r>>10&31,a=r&1023,i=s?(1+a/1024)*2**(s-15):a*2**
-24;o[n]=r&32768?-i:i}return o}function zt(e){let t=Qt(e),o=t.length/2;return t.map((n,r)=>r<o?t[2*r]:t[2*(r-o)+1])}function en({shapes:e,weights:t}){let o=Qt(t),
n=[],r=0;for(let s=0;s<e.length;s+=2){let[a,i]=e[s],l=o.subarray(r,r+a*i);r+=a*i,n.push({inputs:i,outputs:a,weight:l,bias:o.subarray(r,r+a)}),r+=a}return n}var le=128;function*no(e,t,o){let n=t.length/2,r=[o.signal,o.noise,Math.log(o.signal/o.noise)],s=new Float32Array(2*n),a=Math.max(...e.map(({outputs:f})=>f)),[i,l]=[new Float32Array(
a*le),new Float32Array(a*le)];for(let f=0;f<n;f+=le){let m=Math.min(le,n-f);for(let c=0;c<m;c+=1)i[c]=t[f+c],i[le+c]=t[n+f+c];e.forEach((c,u)=>{if(oo(c,u===0?r:
[],i,l,m),u<e.length-1)for(let d=0;d<c.outputs*le;d+=1)l[d]/=1+Math.exp(-l[d]);[i,l]=[l,i]});for(let c=0;c<m;c+=1)s[f+c]=i[c],s[n+f+c]=i[le+c];yield}return s}function oo({
inputs:e,outputs:t,weight:o,bias:n},r,s,a,i){let l=e-r.length,f=l%4===0?4:2;for(let m=0;m<t;m+=1){let c=m*e,u=m*le,d=n[m];r.forEach((w,h)=>{d+=o[c+l+h]*w}),a.fill(
d,u,u+le);for(let w=0;w<l;w+=f){let h=o[c+w],b=o[c+w+1],y=w*le;if(f===4){let p=o[c+w+2],A=o[c+w+3];for(let g=0;g<i;g+=1)a[u+g]+=h*s[y+g]+b*s[y+le+g]+p*s[y+2*le+
g]+A*s[y+3*le+g]}else for(let p=0;p<i;p+=1)a[u+p]+=h*s[y+p]+b*s[y+le+p]}}}function*Jt(e,t,o){let n=yield*no(e,t,o),r=new Float32Array(t.length),s=new Float32Array(
t.length);for(let a=0;a<t.length;a+=1)r[a]=o.signal*t[a]-o.noise*n[a],s[a]=o.noise*t[a]+o.signal*n[a];return{image:r,noise:s}}function Zt({image:e,noise:t},o,n,r=0,s=null,a=new Float32Array(
e.length)){for(let i=0;i<a.length;i+=1)a[i]=o*e[i]+n*t[i]+(s?r*s[i]:0);return a}var je={ddim:{name:"DDIM",eta:null,cost:e=>e},ddpm:{name:"DDPM (η = 1)",eta:1,cost:e=>e},
heun:{name:"Heun",eta:0,cost:e=>2*e-1},dpm_solver_pp:{name:"DPM-Solver++(2M)",eta:0,cost:e=>e}};function tn({layers:e,schedule:t,start:o,solver:n,steps:r,eta:s=0,
seed:a=0}){let i=Fe(r),l=i.map(p=>t.rates(p)),f=je[n].eta??s,m=[o],c=[],u=[],d=[];function*w(p){let A=m[p],g=yield*Jt(e,A,l[p]);if(n==="heun"&&p<r-1){let F=Zt(g,
l[p+1].signal,l[p+1].noise),S=yield*Jt(e,F,l[p+1]),v=g.noise.map((E,N)=>(E+S.noise[N])/2);return{image:A.map((E,N)=>(E-l[p].noise*v[N])/l[p].signal),noise:v}}if(u[p]=
g.image,n==="dpm_solver_pp"&&p>0){let[F,S,v]=[-1,0,1].map(L=>t.logSNR(i[p+L])),P=(v-S)/(2*(S-F)),E=g.image.map((L,M)=>(1+P)*L-P*u[p-1][M]),N=A.map((L,M)=>(L-l[p].
signal*E[M])/l[p].noise);return{image:E,noise:N}}return g}function*h(){for(let p=0;p<r;p+=1)c.push(yield*w(p)),d.push(f>0?V(Ke(a,p),o.length):null),m.push(y(p,l[p+
1]))}let b=h();function y(p,A,g){let{kept:F,fresh:S}=gt(l[p],A,f);return Zt(c[p],A.signal,F,S,d[p],g)}return{at(p,A){if(p>=1)return o;let g=Math.min(Math.floor(
(1-p)*r+1e-9),r-1);for(;m.length<=g+1;)b.next();return y(g,t.rates(p),A)},ahead(p){let A=performance.now()+p;for(;m.length<=r&&performance.now()<A;)b.next();return m.
length<=r}}}var Me=2.7,so=48,ro=4;function nn(e,t,o){let n=ie("log_snr",t.schedule),r=en(t.network),s=zt(t.network.points),a={solver:t.solver,steps:t.steps,eta:0},i={x:t.handle[0],
y:t.handle[1]},l=V(t.seed,2*t.count),f=new Float32Array(l.length),[m,c,u]=[null,null,null],d=Z({label:"Solver",value:a.solver,onChange(x){a.solver=x,v(),N()},options:Object.
entries(je).map(([x,{name:O}])=>[x,O])}),w=B({label:"Steps",min:1,max:50,step:1,value:a.steps,onInput(x){a.steps=x,N()}}),h=B({label:"Fresh noise η",min:0,max:1,
step:.1,value:0,format:x=>x.toFixed(1),onInput(x){a.eta=x,N()}}),b=B({label:"Way from noise to data",min:0,max:1,step:.001,value:0,format:x=>`t = ${(1-x).toFixed(
2)}`,onInput:I}),y=B({label:"Ringed particle: x",min:-Me,max:Me,step:.05,value:i.x,format:x=>x.toFixed(2),onInput:x=>P(x,i.y)}),p=B({label:"Ringed particle: y",
min:-Me,max:Me,step:.05,value:i.y,format:x=>x.toFixed(2),onInput:x=>P(i.x,x)}),A=qe({label:"Paths",value:!0,onChange:I}),g=qe({label:"Data",value:!0,onChange:I}),
F=Pe({label:"Particles in the plane",reach:Me,draw:C,onPress([x,O]){y.limits(-Me,Me,x),p.limits(-Me,Me,O),P(x,O)}}),S=H();e.append(G(...t.simple?[w]:[d,w,h]),G(
b,he(o,b,{seconds:4}),A,g),F.element,S.element,k("div",{class:"ff-controls ff-gap"},y.element,p.element));function v(){let x=je[a.solver].eta;h.limits(0,1,x??a.
eta),h.input.disabled=x!==null}function P(x,O){Object.assign(i,{x,y:O}),u=null,I()}function E(x){return tn({layers:r,schedule:n,start:x,seed:t.seed,...a})}function N(){
[m,c,u]=[E(l),null,null],I()}function L(x){let O=E(x),R=Math.max(60,a.steps);return Array.from({length:R+1},(q,j)=>O.at(1-j/R))}function M({context:x,place:O},R,q,j,W){
let K=R[0].length/2;x.strokeStyle=q,x.lineWidth=j,x.beginPath();for(let U=0;U<K;U+=1)for(let Y=0;Y<=W;Y+=1){let[re,Te]=O(R[Y][U],R[Y][K+U]);Y?x.lineTo(re,Te):x.
moveTo(re,Te)}x.stroke()}function T({context:x,place:O},R,q,j){let W=R.length/2;x.fillStyle=q;for(let K=0;K<W;K+=1){let[U,Y]=O(R[K],R[W+K]);x.fillRect(U-j/2,Y-j/
2,j,j)}}function I(){F.redraw()}function C(x){if(!m)return;let{context:O}=x,R=1-b.value,q=m.at(R,f);if(g.value&&(O.globalAlpha=.45,T(x,s,z(o,"muted"),2),O.globalAlpha=
1),T(x,q,z(o,"signal"),2.2),A.value){c??=L(ao(l,so));let re=Math.round((1-R)*(c.length-1));O.globalAlpha=.55,M(x,c,z(o,"noise"),1,re),O.globalAlpha=1}u??=L(Float32Array.
of(i.x,i.y)),M(x,u,z(o,"accent"),2.5,u.length-1);let[j,W]=u[Math.round((1-R)*(u.length-1))];x.ring(j,W,5,z(o,"accent"),z(o,"accent")),x.ring(i.x,i.y,9,z(o,"acce\
nt"),z(o,"panel"));let{name:K,cost:U}=je[a.solver],Y=u[u.length-1];S.say(`${t.count} particles at t = ${R.toFixed(2)}. ${K} with ${a.steps} steps evaluates the \
network ${U(a.steps)} times. The ringed particle ends at (${Y[0].toFixed(2)}, ${Y[1].toFixed(2)}).`),m.ahead(ro)}v(),N(),F.follow(),Re(o,I)}function ao(e,t){let o=e.
length/2,n=new Float32Array(2*t);return n.set(e.subarray(0,t)),n.set(e.subarray(o,o+t),t),n}function on(e,t,o){let{size:n,runs:r,mean:s,std:a}=t,i=ie(t.schedule.kind,t.schedule.options),l=Be(V(t.seed,3*n*n),s,a),f=Be(new Float32Array(3*n*n),s,a),m=S=>[
...new Set(r.map(v=>v[S]))].map(String),{steps:c,eta:u}=r[t.open],d=null,w=S=>m(S).map(v=>[v,v]),h=Z({label:"Steps",options:w("steps"),value:String(c),onChange(S){
let v=y.value/c;c=Number(S),y.limits(0,c,Math.round(v*c)),F()}}),b=Z({label:"η",options:w("eta"),value:String(u),onChange(S){u=Number(S),F()}}),y=B({label:"Ste\
p",min:0,max:c,step:1,value:0,format:S=>`${S} of ${c}`,onInput:F}),p=X({label:"The noisy image",title:"Noisy image",width:n,height:n}),A=X({label:"The predicted\
 image",title:"Predicted image",width:n,height:n}),g=H();e.append(G(h,b,y,he(o,y,{seconds:5})),k("div",{class:"ff-columns ff-pair ff-grow"},p.element,A.element),
g.element);function F(){let S=y.value,v=r.findIndex(L=>L.steps===c&&L.eta===u),P=Fe(c)[S];if(S===0)p.draw(l),A.draw(f);else if(d){let L=[(S-1)*n,v*n,n,n];p.draw(
Oe(d.noisy,...L)),A.draw(Ae(d.predicted,...L))}let{signal:E,noise:N}=i.rates(P);p.describe(`The noisy image after step ${S} of ${c}`),A.describe(S?`The predicte\
d image of step ${S} of ${c}`:"No image has been predicted yet"),g.say(S===0?"Pure noise, at t = 1; nothing has been predicted yet.":`Step ${S} of ${c} led to t\
 = ${P.toFixed(2)}: signal rate ${E.toFixed(2)}, noise rate ${N.toFixed(2)}.`)}F(),Promise.all([de(t.noisy),de(Se(o))]).then(([S,v])=>{d={noisy:S,predicted:v},o.
dataset.state="ready",y.value=y.value===0?Math.round(c/2):y.value})}var sn=10,io=[-12,10],yt=e=>1/(1+Math.exp(-e)),rn=e=>e.toFixed(2),an=e=>e.toFixed(3),ln=e=>e.toFixed(4),Ce={cosine:{name:"Cosine",python:"CosineSchedule",ends:{
start:{option:"max_signal_rate",label:"Signal rate at t = 0",value:.95,min:.5,max:.999,step:.001,format:an,fromLogSNR:e=>Math.sqrt(yt(e))},end:{option:"min_sign\
al_rate",label:"Signal rate at t = 1",value:.02,min:.003,max:.4,step:.001,format:an,fromLogSNR:e=>Math.sqrt(yt(e))}}},linear:{name:"Linear β",python:"LinearSch\
edule",ends:{start:{option:"beta_start",label:"First β",value:1e-4,min:1e-4,max:.005,step:1e-4,format:ln,fromLogSNR:e=>yt(-e)},end:{option:"beta_end",label:"La\
st β",value:.02,min:.005,max:.04,step:5e-4,format:ln,fromLogSNR:lo}}},log_snr:{name:"Straight log-SNR",python:"LogSNRSchedule",ends:{start:{option:"start",label:"\
Log-SNR at t = 0",value:2.5,min:0,max:9.5,step:.1,format:rn,fromLogSNR:e=>e},end:{option:"end",label:"Log-SNR at t = 1",value:-7.5,min:-11.5,max:-.5,step:.1,format:rn,
fromLogSNR:e=>e}}}};function lo(e,t=1e-4){let[o,n]=[t,.5];for(let r=0;r<40;r+=1){let s=(o+n)/2;ie("linear",{beta_start:t,beta_end:s}).logSNR(1)>e?o=s:n=s}return(o+
n)/2}function cn(e,t){let{size:o}=t,n=Ge(te(t.pixels)),r=V(t.seed,n.image.length),s=Array.from({length:101},(g,F)=>F/100),a=Array.from({length:sn},(g,F)=>F/(sn-
1)),i=Object.fromEntries(Object.entries(Ce).map(([g,{ends:F}])=>[g,{[F.start.option]:F.start.value,[F.end.option]:F.end.value}])),l=t.kind,f=Z({label:"Schedule",
value:l,options:Object.entries(Ce).map(([g,{name:F}])=>[g,F]),onChange(g){l=g,p(),A()}}),m=Object.fromEntries(["start","end"].map(g=>[g,B({label:"",min:0,max:1,
step:.001,value:0,format:F=>Ce[l].ends[g].format(F),onInput(F){i[l][Ce[l].ends[g].option]=F,A()}})])),c=me({label:"Signal rate and noise rate over time",title:"\
Signal and noise rate",x:[0,1],y:[0,1],height:200,xLabel:"time t",yTicks:[0,.5,1]}),u=me({label:"Log-SNR over time",title:"Log-SNR: pull its ends",x:[0,1],y:io,
height:200,xLabel:"time t",yTicks:[-10,-5,0,5,10],onHandle(g,F,S){let{fromLogSNR:v,min:P,max:E}=Ce[l].ends[g],N=v(S,i[l].beta_start);m[g].value=Math.min(Math.max(
N,P),E)}}),d=a.map(g=>X({label:`Flower at t = ${g.toFixed(2)}`,title:g.toFixed(2),width:o,height:o})),w=k("code",{class:"ff-code"}),h=H();e.append(G(f,m.start,m.
end),k("div",{class:"ff-columns ff-two"},k("div",{},c.element,ve([["signal","signal rate"],["noise","noise rate"]])),k("div",{},u.element,ve([["leaf","this sche\
dule"],["muted","cosine, as in the book",!0]]))),k("div",{class:"ff-strip"},...d.map(g=>g.element)),h.element,w);let b=ie("cosine"),y=s.map(g=>[g,b.logSNR(g)]);
function p(){for(let[g,F]of Object.entries(m)){let{label:S,min:v,max:P,step:E,option:N}=Ce[l].ends[g];F.rename(S),F.input.step=E,F.limits(v,P,i[l][N])}}function A(){
let g=ie(l,i[l]),F=s.map(M=>[M,g.rates(M)]),S=a.map(M=>[M,g.rates(M)]);c.update({lines:[{points:F.map(([M,{signal:T}])=>[M,T]),colour:"signal",width:2.5},{points:F.
map(([M,{noise:T}])=>[M,T]),colour:"noise",width:2.5}],marks:[...S.map(([M,{signal:T}])=>({x:M,y:T,colour:"signal"})),...S.map(([M,{noise:T}])=>({x:M,y:T,colour:"\
noise"}))]});let v=s.map(M=>[M,g.logSNR(M)]);u.update({lines:[{points:y,colour:"muted",dash:!0,width:1.5},{points:v,colour:"leaf",width:2.5}],marks:[{x:0,y:v[0][1],
colour:"leaf",handle:"start"},{x:1,y:v[100][1],colour:"leaf",handle:"end"}]}),S.forEach(([M,{signal:T,noise:I}],C)=>{d[C].draw(Ye(n,r,T,I)),d[C].describe(`Flowe\
r at t = ${M.toFixed(2)}, signal rate ${T.toFixed(2)}`)});let{python:P,ends:{start:E,end:N}}=Ce[l],L=[E,N].map(({option:M,format:T})=>`${M}=${Number(T(i[l][M]))}`);
w.textContent=`${P}(${L.join(", ")})`,h.say(co(g))}p(),A()}function co(e){let{signal:t}=e.rates(1),o=Array.from({length:1001},(r,s)=>s/1e3).find(r=>e.logSNR(r)<
0);return`${o===void 0?"The picture always outweighs the noise":o===0?"Noise outweighs the picture from the start":`Noise outweighs the picture from t = ${o.toFixed(
2)}`}; at t = 1 a signal rate of ${t.toFixed(3)} is left.`}function un(e,t=150){let o=Math.max(1,Math.ceil(e.length/t)),n=[];for(let r=0;r<e.length;r+=o){let s=e.slice(r,r+o).filter(Number.isFinite);if(!s.length)continue;
let a=s.reduce((i,l)=>i+l,0)/s.length;n.push([r+s.length,Math.log10(Math.max(a,1e-12))])}return n}function bt(e){let t=e.length?e.map(([,m])=>m):[-.5,0],[o,n]=[
Math.min(...t),Math.max(...t)],r=Math.max(.03,.15-(n-o)/2),[s,a]=[o-r,n+r],i=a-s,l=i<.4?[1,1.2,1.5,2,2.5,3,4,5,6,7,8,9]:i<1?[1,1.5,2,3,5,7]:i<2?[1,2,5]:[1],f=[];
for(let m=Math.floor(s);m<=a;m+=Math.ceil(i/7))for(let c of l){let u=m+Math.log10(c);u>=s&&u<=a&&f.push(u)}return{y:[s,a],yTicks:f}}var xt=(e,t=2)=>{let o=10**e;
return o<1e4&&o>=.001?String(Number(o.toPrecision(t))):o.toExponential(0)};function vt(e){let t=e.slice(-50);return t.length?t.reduce((o,n)=>o+n,0)/t.length:0}function kt(e,t,o,n=120){return Array.from({length:n+1},(r,s)=>e(t+(o-t)*s/n))}var Mt=(e,t,o,n,r,s)=>kt(a=>[e+o*Math.cos(a),t+n*Math.sin(a)],r,s);function uo(){
return[kt(e=>[1.6*Math.sin(e)**3,(13*Math.cos(e)-5*Math.cos(2*e)-2*Math.cos(3*e)-Math.cos(4*e))/10+.2],0,2*Math.PI,240)]}function fo(){return[Mt(-.5,-.25,1,1.1,
0,Math.PI),Mt(.5,.25,1,1.1,Math.PI,2*Math.PI)]}function mo(){return[kt(e=>[.17*e*Math.cos(e),.17*e*Math.sin(e)],1,3.2*Math.PI,240)]}function po(){let e=t=>[[[t,
.15],[t,1.65]],Mt(t,.9,1.1,.75,-Math.PI/2,Math.PI/2)];return[...e(-1.5),...e(.4),[[-.95,-1.65],[-.95,-.15]],[[.4,-1.65],[.4,-.15],[.95,-1.1],[1.5,-.15],[1.5,-1.65]]]}
function ho(e,t){let o=new Float32Array(2*e);for(let n=0;n<e;n+=1){let r=2*Math.PI*ae(t,3*n),s=.55*Math.sqrt(ae(t,3*n+1)),a=ae(t,3*n+2)<.5?-1:1;o[2*n]=a+s*Math.
cos(r),o[2*n+1]=.6*a+s*Math.sin(r)}return o}function St(e,t,o,n=.03){let r=e.flatMap(f=>f.length>1?f.slice(1).map((m,c)=>[f[c],m]):[[f[0],f[0]]]),s=0,a=r.map(([
[f,m],[c,u]])=>s+=Math.hypot(c-f,u-m)+1e-6),i=V(o,2*t),l=new Float32Array(2*t);for(let f=0;f<t;f+=1){let m=s*ae(o,2*t+f),c=a.findIndex(y=>m<=y),[[u,d],[w,h]]=r[c],
b=(a[c]-m)/(a[c]-(a[c-1]??0));l[2*f]=w+b*(u-w)+n*i[2*f],l[2*f+1]=h+b*(d-h)+n*i[2*f+1]}return l}function fn(e,t,o,n,r){let s=0,a=Array.from(e,l=>s+=l),i=new Float32Array(
2*o);for(let l=0;l<o;l+=1){let f=s*ae(n,3*l),m=a.findIndex(d=>f<=d),c=m%t+ae(n,3*l+1),u=Math.floor(m/t)+ae(n,3*l+2);i[2*l]=r*(2*c/t-1),i[2*l+1]=r*(1-2*u/t)}return i}
var mn={heart:uo,moons:fo,spiral:mo,letters:po},Qs=[...Object.keys(mn),"discs"];function pn(e,t,o){return e==="discs"?ho(t,o):St(mn[e](),t,o)}function dn(e,t,o){
let n=0;for(let r=0;r<e.length;r+=2)for(let s=0;s<t.length;s+=2){let[a,i]=[e[r]-t[s],e[r+1]-t[s+1]];if(a*a+i*i<=o*o){n+=1;break}}return 2*n/e.length}var hn=`(()=>{var ge={noise:({signal:e,noise:o})=>e/o,image:()=>1,velocity:({noise:e})=>1/e,flow:({signal:e,noise:o})=>1+e/o};function te(e,o,n,t,r){let s=e.len\
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
`;var wo={noise:({signal:e,noise:t})=>e/t,image:()=>1,velocity:({noise:e})=>1/e,flow:({signal:e,noise:t})=>1+e/t};function gn(e,t,o,n,r){let s=e.length/2,a=new Float64Array(
s),i=[0,1].map(u=>Array.from(a.keys()).sort((d,w)=>e[2*d+u]-e[2*w+u]));function l(u,d,{signal:w,noise:h}){let b=1/0;for(let p=0;p<s;p+=1){let[A,g]=[u-w*e[2*p],d-
w*e[2*p+1]];a[p]=(A*A+g*g)/(2*h*h),b=Math.min(b,a[p])}let y=0;for(let p=0;p<s;p+=1)y+=a[p]=Math.exp(b-a[p]);return y}let f=(u,d)=>a.reduce((w,h,b)=>w+h*e[2*b+u],
0)/d,m=(u,d)=>{let w=0,h=i[u].find(b=>(w+=a[b])>=d/2);return e[2*h+u]},c=0;return r.times.forEach((u,d)=>{let w=t.rates(u),h=[0,1].map(y=>w.signal*r.images[2*d+
y]+w.noise*r.noise[2*d+y]),b=l(...h,w);for(let y of[0,1]){let p=n==="mse"?f(y,b):m(y,b),A=wo[o](w)*(p-r.images[2*d+y]);c+=n==="mse"?A*A:Math.abs(A)}}),c/(2*r.times.
length)}function wn(e,{beta1:t=.9,beta2:o=.999,epsilon:n=1e-8}={}){let[r,s]=[new Float64Array(e),new Float64Array(e)],a=0;return{step(i,l,f){a+=1;let m=f/(1-t**a),c=1/Math.
sqrt(1-o**a);for(let u=0;u<e;u+=1){let d=l[u];r[u]+=(1-t)*(d-r[u]),s[u]+=(1-o)*(d*d-s[u]),i[u]-=m*r[u]/(Math.sqrt(s[u])*c+n)}}}}function yn(e,t){let o=e.slice(),
n=0;return{parameters:o,update(r){let s=Math.min(t,(1+n)/(10+n));n+=1;for(let a=0;a<o.length;a+=1)o[a]+=(1-s)*(r[a]-o[a])}}}function We(e,t=null){let o=e.slice(1).map((l,f)=>({inputs:e[f],outputs:l})),n=o.reduce((l,{inputs:f,outputs:m})=>l+(f+1)*m,0),r=t??new Float64Array(n),s=0,a=l=>r.
subarray(s,s+=l),i=o.map(({inputs:l,outputs:f})=>({inputs:l,outputs:f,weight:a(l*f),bias:a(f)}));return{widths:e,layers:i,parameters:r}}function bn(e){return e.
map(t=>{let[o,n,r]=[0,1,2].map(()=>new Float64Array(64*t));return{width:t,values:o,slopes:n,errors:r}})}function Ft(e,t,o,n,r=null,s=null){let[a,i]=[t[0],t[t.length-
1]],l=o.length/a.width;for(let f=0;f<l;f+=64){let m=Math.min(64,l-f);a.values.set(o.subarray(f*a.width,(f+m)*a.width)),yo(e,t,m),n.set(i.values.subarray(0,m*i.width),
f*i.width),s&&(s(f,m,i.values,i.errors),xo(e,r,t,m))}return n}function yo({layers:e},t,o){e.forEach(({inputs:n,outputs:r,weight:s,bias:a},i)=>{let[l,f]=[t[i],t[i+
1]];vo(f.values,a,o),At(f.values,o,r,n,l.values,n,1,s,n,1),i<e.length-1&&bo(f.values,f.slopes,o*r)})}function bo(e,t,o){for(let n=0;n<o;n+=1){let r=e[n],s=1/(1+
Math.exp(-r));e[n]=r*s,t[n]=s*(1+r*(1-s))}}function xo({layers:e},t,o,n){for(let r=e.length-1;r>=0;r-=1){let{inputs:s,outputs:a,weight:i}=e[r],[l,f]=[o[r],o[r+1]],
m=t.layers[r];if(At(m.weight,a,s,n,f.errors,1,a,l.values,1,s),Mo(m.bias,f.errors,n),r===0)return;l.errors.fill(0,0,n*s),At(l.errors,n,s,a,f.errors,a,1,i,1,s),ko(
l.errors,l.slopes,n*s)}}function vo(e,t,o){for(let n=0,r=0;n<o;n+=1)for(let s=0;s<t.length;s+=1,r+=1)e[r]=t[s]}function Mo(e,t,o){for(let n=0,r=0;n<o;n+=1)for(let s=0;s<
e.length;s+=1,r+=1)e[s]+=t[r]}function ko(e,t,o){for(let n=0;n<o;n+=1)e[n]*=t[n]}function At(e,t,o,n,r,s,a,i,l,f){let m=t-t%4,c=o-o%4;for(let u=0;u<m;u+=4)for(let d=0;d<
c;d+=4){let w=0,h=0,b=0,y=0,p=0,A=0,g=0,F=0,S=0,v=0,P=0,E=0,N=0,L=0,M=0,T=0,I=u*s,C=d*l;for(let O=0;O<n;O+=1){let R=i[C],q=i[C+l],j=i[C+2*l],W=i[C+3*l],K=r[I],U=r[I+
s],Y=r[I+2*s],re=r[I+3*s];w+=K*R,h+=K*q,b+=K*j,y+=K*W,p+=U*R,A+=U*q,g+=U*j,F+=U*W,S+=Y*R,v+=Y*q,P+=Y*j,E+=Y*W,N+=re*R,L+=re*q,M+=re*j,T+=re*W,I+=a,C+=f}let x=u*
o+d;e[x]+=w,e[x+1]+=h,e[x+2]+=b,e[x+3]+=y,x+=o,e[x]+=p,e[x+1]+=A,e[x+2]+=g,e[x+3]+=F,x+=o,e[x]+=S,e[x+1]+=v,e[x+2]+=P,e[x+3]+=E,x+=o,e[x]+=N,e[x+1]+=L,e[x+2]+=M,
e[x+3]+=T}for(let u=0;u<t;u+=1)for(let d=u<m?c:0;d<o;d+=1){let w=0;for(let h=0;h<n;h+=1)w+=r[u*s+h*a]*i[d*l+h*f];e[u*o+d]+=w}}var Qe={dim:14,lowest:.25,highest:32},Ee=[2+Qe.dim,64,64,64,2],$e=256,So=.995,Ao={noise:(e,t)=>t,image:e=>e,velocity:(e,t,{signal:o,noise:n})=>o*t-n*e,flow:(e,t)=>t-
e},Fo={mse:{error:e=>e*e,slope:e=>2*e},mae:{error:Math.abs,slope:Math.sign}};function ze(e){let t=e.length/2,o=[0,0];e.forEach((r,s)=>{o[s%2]+=r/t});let n=e.reduce(
(r,s,a)=>r+(s-o[a%2])**2,0);return{mean:o,spread:Math.sqrt(n/e.length)||1}}function $t(e,{mean:t,spread:o}){return e.map((n,r)=>(n-t[r%2])/o)}function et(e,{mean:t,
spread:o}){return e.map((n,r)=>n*o+t[r%2])}function $o(e){let t=We(Ee),o=0;for(let{inputs:n,weight:r,bias:s}of t.layers.slice(0,-1))for(let a of[r,s])for(let i=0;i<
a.length;i+=1)a[i]=(2*ae(e,o)-1)/Math.sqrt(n),o+=1;return t.parameters}function xn(e,t){let{kind:o,options:n}=t.schedule,r=ie(o,n),s=Je(t.target),a=Ao[t.target],
{error:i,slope:l}=Fo[t.loss],m=Ve(Qe.dim,Qe.lowest,Qe.highest).map(E=>Math.fround(2*Math.PI*E)),c=We(Ee,t.parameters??$o(t.seed)),u=We(Ee),d=wn(c.parameters.length),
w=yn(c.parameters,So),h=We(Ee,w.parameters),b=bn(Ee),y=ze(e),p=$t(e,y),A=0;function g(E,N,L,M,T){let I=N*Ee[0];E[I]=L,E[I+1]=M;for(let C=0;C<m.length;C+=1){let x=Math.
fround(Math.fround(T)*m[C]);E[I+2+C]=Math.sin(x),E[I+2+m.length+C]=Math.cos(x)}}function F(E){let N=E.times.length,L=new Float64Array(N*Ee[0]),M=new Float64Array(
2*N);for(let I=0;I<N;I+=1){let C=r.rates(E.times[I]),[x,O]=[2*I,2*I+1];g(L,I,C.signal*E.images[x]+C.noise*E.noise[x],C.signal*E.images[O]+C.noise*E.noise[O],C.noise**
2),M[x]=a(E.images[x],E.noise[x],C),M[O]=a(E.images[O],E.noise[O],C)}let T=0;return u.parameters.fill(0),Ft(c,b,L,new Float64Array(2*N),u,(I,C,x,O)=>{for(let R=0;R<
2*C;R+=1){let q=x[R]-M[2*I+R];T+=i(q)/(2*N),O[R]=l(q)/(2*N)}}),T}function S(E){let N=lt(t.seed,E+65536),L=p.length/2,M={images:new Float64Array(2*$e),noise:V(N,
2*$e),times:new Float64Array($e)};for(let T=0;T<$e;T+=1){let I=2*Math.floor(L*ae(N,4*$e+T));M.images[2*T]=p[I],M.images[2*T+1]=p[I+1],M.times[T]=ae(N,5*$e+T)}return M}
function v(E,N,L){let M=N.length/2,T=new Float64Array(M*Ee[0]);for(let C=0;C<M;C+=1)g(T,C,N[2*C],N[2*C+1],L.noise**2);let I=Ft(E,b,T,new Float64Array(N.length));
return s(I,N,L)}let P=E=>E?h:c;return{network:c,gradient:u,average:w,drawBatch:S,lossAndGradient:F,get steps(){return A},step(E=t.rate){let N=F(S(A));return Number.
isFinite(N)&&(d.step(c.parameters,u.parameters,E),w.update(c.parameters),A+=1),N},learnFrom(E){y=ze(E),p=$t(E,y)},best(){return Array.from({length:12},(L,M)=>gn(
p,r,t.target,t.loss,{...S(1e6+M),times:Float64Array.from({length:$e},(T,I)=>(I+(M+.5)/12)/$e)})).reduce((L,M)=>L+M,0)/12},sample({count:E,steps:N=20,seed:L=1,smooth:M=!0}){
let T=Fe(N),I=Float64Array.from(V(L,2*E)),C=I;for(let x=0;x<N;x+=1){let[O,R]=[r.rates(T[x]),r.rates(T[x+1])];({image:C,noisy:I}=Ze(I,v(P(M),I,O),O,R))}return et(
C,y)},guess(E,{t:N,smooth:L=!0}){let M=r.rates(N),T=$t(E,y),I=v(P(L),T,M),C=T.map((x,O)=>(x-M.noise*I[O])/M.signal);return et(C,y)}}}var vn=100,Eo=.25,To=3e4;function Mn(e,{slice:t=50,later:o=n=>setTimeout(n,0)}={}){let n=null,r={},s={},a=0,i=!1,l=!1,f=!0,m=[],c=0,u=0,d=0,w=0,h=0,b={},y=()=>!f||
n.steps>=To;function p(S,v=1/0){let P=performance.now(),E=0;for(;E<v&&f&&performance.now()<S;){let N=n.step(s.rate);m.push(N),f=Number.isFinite(N),E+=1}c+=performance.
now()-P,u+=E,y()&&(i=!1)}function A({samples:S=!1,arrows:v=S}={}){let P={...b,begun:a,steps:n.steps,finite:f,ended:y(),losses:Float32Array.from(m),rate:c>0?1e3*
u/c:0},{count:E,length:N,seed:L,places:M,t:T}=r,I=s.average;if(v&&(P.arrows=n.guess(M,{t:T,smooth:I})),S&&n.steps>0){let C=performance.now();P.samples=n.sample(
{count:E,steps:N,seed:L,smooth:I}),d=performance.now(),w=d-C}[m,b]=[[],{}],c>2e3&&([c,u]=[c/2,u/2]),e(P),h=performance.now()}function g(){if(l=!1,!i)return;p(performance.
now()+t);let S=performance.now(),v=!i||S-d>Math.max(2*vn,w/Eo);(v||S-h>vn)&&A({samples:v,arrows:!0}),F()}function F(){!i||l||(l=!0,o(g))}return{begin(S){({number:a,
settings:s,view:r}=S),n=xn(S.points,s),[i,f,m,c,u]=[!1,!0,[],0,0],b={best:n.best()},A({samples:!0})},learnFrom({points:S}){n.learnFrom(S),b={best:n.best()},i||A(
{samples:!0})},change(S){s={...s,...S},i||A({samples:!0})},look(S){r={...r,...S},A({arrows:!0,samples:!("t"in S)})},run({on:S}){i=S&&!y(),i||A({samples:!0}),F()},
step({count:S=1}){p(1/0,S),A({samples:!0})}}}function kn(e,t){let o=null,n=null,r=!1,s=[],a=()=>{n=Mn(e,{slice:12});for(let{order:i,...l}of s.splice(0))n[i](l)};try{o=t(),o.onmessage=({data:i})=>{r=!0,s.length=
0,i.ready||e(i)},o.onerror=i=>{if(i.preventDefault?.(),r)throw new Error(i.message);a()}}catch{a()}return{get inWorker(){return n===null},ask(i,l={}){return n?n[i](
l):(r||s.push({order:i,...l}),o.postMessage({order:i,...l}))}}}var Et=2.2,Sn=1.9,tt=600,An=400,No=.15,Io=1e3,Fn=[["heart","Heart"],["moons","Two moons"],["spiral","Spiral"],["discs","Two discs"],["letters","DDIM"],["picture",
"A painted flower"],["drawing","What I draw"]],$n={cosine:{name:"Cosine",kind:"cosine",options:{max_signal_rate:.999}},short:{name:"Cosine, ends as for pictures",
kind:"cosine",options:{}},linear:{name:"Linear β",kind:"linear",options:{}},log_snr:{name:"Straight log-SNR",kind:"log_snr",options:{start:6,end:-6}},rectified_flow:{
name:"Rectified flow",kind:"rectified_flow",options:{}}},Po=[["noise","Noise"],["image","Image"],["velocity","Velocity"],["flow","Flow (noise − image)"]],Co=[
["mse","Squared (MSE)"],["mae","Absolute (MAE)"]],En=Float64Array.from({length:450},(e,t)=>{let o=t>>1;return Et*(2*((t%2?Math.floor(o/15):o%15)+.5)/15-1)});function Lo(){
return new Worker(URL.createObjectURL(new Blob([hn],{type:"text/javascript"})))}function Tn(e,t,o){let n={schedule:"cosine",target:"noise",loss:"mse",power:-2,average:!0,
seed:t.seed},r={size:t.picture.size,ink:te(t.picture.ink)},s=Ro(t.picture),a=[],i=new Float32Array(0),l=null,f=0,m=!1,c=!1,u={steps:0,finite:!0,rate:0},d=[],w=null,
h=null,b=0,y=null,p=Z({label:"Points",options:Fn,value:t.shape,onChange:K}),A=xe({label:"Clear",onClick:()=>{p.value="drawing"}}),g=xe({label:"Train",onClick:()=>c?
J():_()}),F=xe({label:"One step",onClick:()=>{_e()&&ne("step")}}),S=xe({label:"Start again",onClick:Q}),v=B({label:"Learning rate",min:-4,max:0,step:.5,value:n.
power,format:$=>String(Number((10**$).toPrecision(1))),onInput($){n.power=$,m&&ne("change",{rate:10**$})}}),P=qe({label:"Average the weights",value:!0,onChange($){
n.average=$,m&&ne("change",{average:$})}}),E=$=>D=>{n[$]=D,Q()},N=Z({label:"Schedule",value:n.schedule,options:Object.entries($n).map(([$,{name:D}])=>[$,D]),onChange:E(
"schedule")}),L=Z({label:"The network predicts",value:n.target,options:Po,onChange:E("target")}),M=Z({label:"Error",value:n.loss,options:Co,onChange:E("loss")}),
T=B({label:"Seed",min:0,max:50,step:1,value:n.seed,onInput($){n.seed=$,U(p.value),Q()}}),I=B({label:"Noise level of the arrows",min:0,max:1,step:.02,value:.5,format:$=>`\
t = ${$.toFixed(2)}`,onInput($){m&&ne("look",{t:$})}}),C=B({label:"Steps of DDIM",min:1,max:50,step:1,value:20,onInput($){m&&ne("look",{length:$})}}),x=Pe({label:"\
Your points",reach:Et,draw:Te,onPress:ot}),O=Pe({label:"Samples",reach:Et,draw:Ue}),R=k("span",{class:"ff-title"},"Noise"),q=me({label:"Loss over the steps",title:"\
Loss",x:[0,200],...bt([]),height:150,xLabel:"steps",formatY:xt}),j=H(),W=($,D)=>k("div",{},$,D.element);e.append(G(p,A,g,F,S),k("div",{class:"ff-columns ff-two"},
W(k("span",{class:"ff-title"},"Your points: draw here"),x),W(R,O)),j.element,k("div",{class:"ff-gap"},q.element,ve([["iris","Loss"],["muted","The least that any\
 network can reach on these points",!0]])),k("div",{class:"ff-controls ff-gap"},v.element,P.element,...t.simple?[]:[N,L,M,I,C,T].map($=>$.element)));function K($){
$==="drawing"&&(a=[]),U($)}function U($){$==="drawing"?i=a.length?St(a,tt,n.seed):new Float32Array(0):$==="picture"?i=fn(r.ink,r.size,tt,n.seed,Sn):i=pn($,tt,n.
seed),g.disabled=F.disabled=i.length===0,x.canvas.setAttribute("aria-label",i.length?`${i.length/2} points to learn: ${Fn.find(([D])=>D===$)[1]}`:"An empty boar\
d to draw on"),re(),x.redraw(),O.redraw(),pe()}let Y=0;function re(){!m||Y||(Y=setTimeout(()=>{Y=0,m&&i.length&&ne("learnFrom",{points:i}),m&&c&&ne("run",{on:i.
length>0})},300))}function Te($){p.value==="picture"&&$.picture(s,Sn,.35),$.dots(i,z(o,"signal"),2.4),h&&$.arrows(En,h,z(o,"noise")),!i.length&&($.context.fillStyle=
z(o,"muted"),$.context.textAlign="center",$.context.font=`14px ${getComputedStyle(o).fontFamily}`,$.context.fillText("Draw here",$.width/2,$.width/2))}function Ue($){
$.dots(i,z(o,"muted"),2,.35),$.dots(w??nt(),z(o,"petal"),2.6)}function nt(){let $=Float64Array.from(V(1,2*An));return i.length?et($,ze(i)):$}function ot($,D){if(D)
p.value!=="drawing"&&(p.value="drawing"),a.push([$]);else{let se=a[a.length-1],be=se[se.length-1];if(Math.hypot($[0]-be[0],$[1]-be[1])<.04)return;se.push($)}U("\
drawing")}function ne($,D={}){l.ask($,D)}function _e(){return i.length?(l??=kn(ce,Lo),m||Le(),!0):!1}function Le(){let{kind:$,options:D}=$n[n.schedule];f+=1,m=!0,
ne("begin",{number:f,points:i,settings:{schedule:{kind:$,options:D},target:n.target,loss:n.loss,rate:10**n.power,average:n.average,seed:n.seed},view:{count:An,length:C.
value,seed:1,places:En,t:I.value}})}function _(){_e()&&(c=!0,ye(),ne("run",{on:!0}))}function J(){c=!1,ye(),ne("run",{on:!1})}function Q(){d=[],[w,h,y]=[null,null,
null],u={steps:0,finite:!0,rate:0},m=!1,l&&_e()&&c&&ne("run",{on:!0}),we()}function ce($){if($.begun===f){u=$,$.ended&&(c=!1);for(let D of $.losses)d.push(D);y=
$.best??y,$.samples&&(w=$.samples),$.arrows&&(h=$.arrows),ge()}}let oe=0,ue=0;function ge(){if(ue)return;let $=at()&&c?Io-(performance.now()-oe):0;ue=setTimeout(
()=>{ue=0,oe=performance.now(),we()},Math.max(0,$))}function we(){b=w&&i.length?dn(w,i,No):0,R.textContent=w?"Samples":"Noise, where samples start",x.redraw(),O.
redraw();let $=un(d),D=y>0?Math.log10(y):null,se=Math.max(100,d.length);q.limits({x:[0,se],...bt(D===null?$:[...$,[0,D]])}),q.update({lines:[...D===null?[]:[{points:[
[0,D],[se,D]],colour:"muted",dash:!0}],...$.length>1?[{points:$,colour:"iris"}]:[]],marks:$.length===1?[{x:$[0][0],y:$[0][1],colour:"iris"}]:[]}),ye(),pe()}function ye(){
g.textContent=c?"Pause":"Train",o.dataset.state=c?"training":u.finite?"resting":"broken",o.dataset.steps=u.steps,o.dataset.rate=Math.round(u.rate),o.dataset.loss=
vt(d).toFixed(4),o.dataset.near=b.toFixed(3)}function pe(){if(!i.length)return j.say("The board is empty. Draw on it, or choose points.");if(!d.length)return j.
say(`${tt} points to learn. Press Train.`);let $=vt(d),D=l.inWorker?"":", without a worker",se=u.rate?` ${Math.round(u.rate)} steps a second here${D}.`:"";if(!u.
finite)return j.say(`Step ${u.steps}: the loss is no longer a number. The learning rate is too high; take a smaller one and start again.`);let be=$>1.5*d[0]?" T\
hat is more than at the start: the learning rate is too high.":"";return j.say(`Step ${u.steps.toLocaleString("en")}. Loss ${xt(Math.log10($),3)}.${be} ${Math.round(
100*b)} % of the samples lie on your points.${se}`)}typeof IntersectionObserver=="function"&&new IntersectionObserver($=>{let D=$[$.length-1].isIntersecting;m&&
c&&ne("run",{on:D&&i.length>0})}).observe(o),U(t.shape),x.follow(),O.follow(),we(),Re(o,()=>{x.redraw(),O.redraw()})}function Ro({size:e,colours:t}){let o=k("ca\
nvas",{width:e,height:e}),n=o.getContext("2d"),r=n.createImageData(e,e);te(t).forEach((s,a)=>{r.data[4*Math.floor(a/3)+a%3]=s});for(let s=3;s<r.data.length;s+=4)
r.data[s]=255;return n.putImageData(r,0,0),o}function In(e,t){let{blocks:o}=t,n=Math.max(...o.map(u=>u.parameters)),r=o.map((u,d)=>{let w=Nn(u,1)[0],h=Math.sqrt(u.parameters/n),b=k("button",{type:"button",
class:"ff-block","aria-pressed":"false","aria-label":`${u.title}, ${u.shape}, ${u.parameters} parameters`},w,k("i",{style:`width:${(100*h).toFixed(0)}%`}));return b.
addEventListener("focus",()=>c(d)),b.addEventListener("pointerenter",()=>c(d)),b.addEventListener("click",()=>c(d)),b.addEventListener("keydown",y=>{let p={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[y.key];p&&(y.preventDefault(),r[Math.min(Math.max(d+p,0),o.length-1)].focus())}),b}),s=Math.max(...o.map(u=>u.level))+1,a=k(
"div",{class:"ff-unet",role:"group","aria-label":"Blocks"});for(let u=0;u<s;u+=1){let d=b=>r.filter((y,p)=>o[p].level===u&&o[p].side===b),w=t.sizes[u],h=`margin\
-inline:${(30*u/(s-1)).toFixed(1)}%`;a.append(k("div",{class:"ff-unet-row",style:h},k("div",{class:"ff-unet-side"},...d("down")),...d("middle").length?[k("div",
{class:"ff-unet-side"},...d("middle")),k("span",{class:"ff-unet-size"},`${w} × ${w}`)]:[k("span",{class:"ff-unet-skip"},k("span",{class:"ff-unet-size"},`${w} ×\
 ${w}`))],k("div",{class:"ff-unet-side"},...d("up"))))}let i=k("span",{class:"ff-title"}),l=k("dl",{class:"ff-facts"}),f=k("div",{class:"ff-maps",role:"img"}),m=H();
e.append(a,k("div",{class:"ff-unet-detail"},i,l,f),m.element);function c(u){let d=o[u];r.forEach((w,h)=>{w.setAttribute("aria-pressed",String(h===u)),w.classList.
toggle("ff-partner",h!==u&&Oo(o[h],d))}),i.textContent=d.kind?`${d.title}: ${d.kind}`:d.title,l.replaceChildren(...d.facts.map(([w,h])=>k("div",{},k("dt",{},w),
k("dd",{},h)))),f.replaceChildren(...Nn(d,d.count)),f.setAttribute("aria-label",d.shown),m.say(d.sentence)}c(Math.min(t.selected,o.length-1))}function Oo(e,t){return e.
skip===t.name||t.skip===e.name}function _o(e,t){return Float64Array.from({length:t},(o,n)=>((n%2?e[n>>1]&15:e[n>>1]>>4)-7)/7)}function Nn(e,t){let[o,n]=e.size,r=te(
e.maps),s=o*n,a=e.colour?null:_o(r,s*e.count);return Array.from({length:Math.min(t,e.count)},(i,l)=>{let f=X({label:"",width:o,height:n});return f.draw(e.colour?
r:De(a.subarray(l*s,(l+1)*s))),f.canvas.removeAttribute("role"),f.canvas.removeAttribute("aria-label"),f.canvas.setAttribute("aria-hidden","true"),f.canvas})}var Tt=["leaf","iris"];function Pn(e,t,o){let{side:n,epochs:r,curves:s}=t,a=s.flatMap(({points:h})=>h),[i,l]=[Math.min(...a.map(([h])=>h)),Math.max(...a.map(([h])=>h))],
f=null,m=B({label:"Epoch",min:i,max:l,step:1,value:l,onInput:w}),c=me({label:"Errors over the epochs",title:"Errors",x:[i,Math.max(l,i+1)],y:qo(s),height:190,xLabel:"\
epoch",onPoint:h=>{m.value=Math.round(h)}}),u=X({label:"Samples",title:"Samples",width:n,height:n}),d=H();e.append(G(m,he(o,m,{seconds:8})),k("div",{class:"ff-c\
olumns ff-two"},k("div",{},c.element,ve(s.map(({name:h},b)=>[Tt[b],h]))),u.element),d.element);function w(){let h=m.value;c.update({lines:s.map(({points:y},p)=>({
points:y,colour:Tt[p]})).filter(({points:y})=>y.length>1),marks:[{x:h,colour:"muted"},...s.flatMap(({points:y},p)=>{let A=Nt(y,h,([g])=>g);return A?[{x:A[0],y:A[1],
colour:Tt[p]}]:[]})]});let b=Nt(r,h,y=>y)??r[0];f&&u.draw(Ae(f,r.indexOf(b)*n,0,n,n)),u.heading.textContent=`Samples after epoch ${b}`,u.describe(`Sixteen sampl\
es after epoch ${b}`),d.say(`Epoch ${h}. ${s.map(({name:y,points:p})=>{let A=Nt(p,h,([g])=>g);return A?`${y}: ${A[1].toFixed(3)}`:""}).filter(Boolean).join("; ")}\
.`)}w(),de(Se(o)).then(h=>{f=h,o.dataset.state="ready",w()})}function qo(e){let t=e.flatMap(({points:s})=>s.map(([,a])=>a)),[o,n]=[Math.min(...t),Math.max(...t)],
r=.05*(n-o)||.01;return[o-r,n+r]}function Nt(e,t,o){return e.filter(n=>o(n)<=t).at(-1)}It({dissolve:qt,embedding_explorer:Bt,first_flowers:jt,grow:Ht,lie:Yt,noise_maps:Kt,particles:nn,reverse:on,schedule_designer:cn,train:Tn,unet_map:In,watch:Pn});})();
