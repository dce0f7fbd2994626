/* Made by book/bundle_figures.py from ddimlib/static/ (497856cd0233566c). */
(()=>{function Et(e){let t=".ff-figure[data-figure]:not([data-started], [data-failed])",o=()=>{for(let r of document.querySelectorAll(t))document.readyState==="loadin\
g"&&!r.nextSibling||Ln(r,e[r.dataset.figure])};if(o(),document.readyState!=="loading")return;let n=new MutationObserver(o);n.observe(document,{childList:!0,subtree:!0}),
document.addEventListener("DOMContentLoaded",()=>{n.disconnect(),o()})}function Ln(e,t){let o=e.querySelector(":scope > script[type='application/json']");if(!t||
!o)return;let n=e.querySelector(".ff-live");e.dataset.started="";try{t(n,JSON.parse(o.textContent),e)}catch(r){delete e.dataset.started,e.dataset.failed="",n.replaceChildren(),
console.error(r)}}function F(e,t={},...o){let n=document.createElement(e);for(let[r,s]of Object.entries(t))s!=null&&s!==!1&&n.setAttribute(r,s===!0?"":s);return n.
append(...o),n}function Y(...e){return F("div",{class:"ff-controls"},...e.map(t=>t.element??t))}function B({label:e,min:t,max:o,step:n,value:r,format:s=String,onInput:a}){
let i=F("span",{class:"ff-value","aria-hidden":"true"}),l=F("input",{type:"range",min:t,max:o,step:n}),m=()=>{let u=s(Number(l.value));i.textContent=u,l.setAttribute(
"aria-valuetext",u);let p=(Number(l.value)-l.min)/(l.max-l.min||1);l.style.setProperty("--ff-filled",`${(100*p).toFixed(1)}%`)},f=F("span",{class:"ff-label"},e),
c=F("label",{class:"ff-slider"},F("span",{class:"ff-row"},f,i),l);return l.value=r,m(),l.addEventListener("input",()=>{m(),a(Number(l.value))}),{element:c,input:l,
get value(){return Number(l.value)},set value(u){l.value=u,m(),a(Number(l.value))},limits(u,p,w){Object.assign(l,{min:u,max:p}),l.value=w,m()},rename(u){f.textContent=
u}}}function K({label:e,options:t,value:o,onChange:n}){let r=F("select",{},...t.map(([a,i])=>F("option",{value:a},i)));return r.value=o,r.addEventListener("chan\
ge",()=>n(r.value)),{element:F("label",{class:"ff-choice"},F("span",{class:"ff-label"},e),r),input:r,get value(){return r.value},set value(a){r.value=a,n(r.value)}}}
function Ie({label:e,value:t=!1,onChange:o}){let n=F("input",{type:"checkbox"});return n.checked=t,n.addEventListener("change",()=>o(n.checked)),{element:F("lab\
el",{class:"ff-toggle"},n,F("span",{},e)),input:n,get value(){return n.checked}}}function le({label:e,onClick:t}){let o=F("button",{type:"button",class:"ff-butt\
on"},e);return o.addEventListener("click",t),o}function tt(){return window.matchMedia("(prefers-reduced-motion: reduce)").matches}function Rn(e,t,o=()=>{}){let n=0,
r=!1,s=!0,a=null,i=f=>{let c=a===null?0:Math.min((f-a)/1e3,.1);if(a=f,n=0,!e.isConnected||t(c)===!1)return m.pause();l()},l=()=>{r&&s&&!n&&(n=requestAnimationFrame(
i))},m={get playing(){return r},play(){r=!0,a=null,o(!0),l()},pause(){r=!1,cancelAnimationFrame(n),n=0,o(!1)}};return typeof IntersectionObserver=="function"&&new IntersectionObserver(
f=>{s=f[f.length-1].isIntersecting,a=null,l()}).observe(e),m}function ce(e,t,{label:o="Play",seconds:n=6}={}){let r=()=>Number(t.input.min),s=()=>Number(t.input.
max),a=0,i=0,l=le({label:o,onClick:()=>{if(m.playing)return m.pause();a=t.value>=s()?r():t.value,i=0,m.play()}}),m=Rn(e,f=>{let c=s()-r();if(tt()){if(i+=f,i<n/8)
return!0;a+=c/8,i=0}else a+=c*f/n;return t.value=Math.min(a,s()),a<s()},f=>{l.textContent=f?"Pause":o});return t.input.addEventListener("pointerdown",()=>m.pause()),
t.input.addEventListener("keydown",()=>m.pause()),l}function G(){let e=F("p",{class:"ff-readout"}),t=F("p",{class:"ff-hidden","aria-live":"polite"}),o=0;return{
element:F("div",{},e,t),say(n){let r=e.textContent==="";e.textContent=n,clearTimeout(o),r||(o=setTimeout(()=>{t.textContent=n},500))}}}function X({label:e,title:t="",
width:o,height:n}){let r=F("canvas",{width:o,height:n,role:"img","aria-label":e}),s=r.getContext("2d"),a=s.createImageData(o,n);a.data.fill(255);let i=F("span",
{class:"ff-title"},t);return{element:F("div",{class:"ff-picture"},...t?[i]:[],r),canvas:r,heading:i,draw(l){let m=l.length===o*n;for(let f=0;f<o*n;f+=1)for(let c=0;c<
3;c+=1)a.data[4*f+c]=m?l[f]:l[3*f+c];s.putImageData(a,0,0)},describe(l){r.setAttribute("aria-label",l)}}}function Fe(e,t){let o=new MutationObserver(t),n=["data\
-theme","data-jp-theme-light","theme","class"];o.observe(document.documentElement,{attributes:!0,attributeFilter:n}),o.observe(document.body,{attributes:!0,attributeFilter:n}),
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change",t)}function Z(e,t){return getComputedStyle(e).getPropertyValue(`--ff-${t}`).trim()}function Be(e,t){
let o=0,n=()=>{let r=Math.round(e.clientWidth);r>0&&r!==o&&t(o=r)};n(),new ResizeObserver(n).observe(e)}function z(e){return Uint8Array.from(atob(e),t=>t.charCodeAt(
0))}var On="http://www.w3.org/2000/svg";function se(e,t,o=""){let n=document.createElementNS(On,e);for(let[r,s]of Object.entries(t))n.setAttribute(r,s);return o&&(n.
textContent=o),n}function Nt(e,t,o=5){let n=(t-e)/o,r=10**Math.floor(Math.log10(n)),s=[1,2,5,10].map(i=>i*r).find(i=>i>=n*.999),a=[];for(let i=Math.ceil(e/s-1e-9);i*
s<=t+1e-9*s;i+=1)a.push(Number((i*s).toPrecision(12)));return a}function Tt(e){return String(e).replace("-","−")}function re({label:e,title:t="",x:o,y:n,xLabel:r="",
yLabel:s="",height:a=170,xTicks:i=null,yTicks:l=null,formatX:m=Tt,formatY:f=Tt,onPoint:c=null,onHandle:u=null}){let p=F("div",{class:"ff-chart"}),w=se("svg",{role:"\
img","aria-label":e,height:a}),g={left:44,right:12,top:8,bottom:r?38:24},v={x:o,y:n,xTicks:i,yTicks:l},b=300,d={lines:[],marks:[],areas:[]},S=x=>g.left+(x-v.x[0])/
(v.x[1]-v.x[0])*(b-g.left-g.right),h=x=>a-g.bottom-(x-v.y[0])/(v.y[1]-v.y[0])*(a-g.top-g.bottom),M=x=>Math.min(Math.max(x,v.y[0]),v.y[1]),k=x=>x.map(([N,C],R)=>`${R?
"L":"M"}${S(N).toFixed(1)} ${h(C).toFixed(1)}`).join("");function y(){let x=a-g.bottom;for(let N of v.yTicks??Nt(...v.y,4))w.append(se("line",{class:"ff-grid",x1:g.
left,x2:b-g.right,y1:h(N),y2:h(N)}),se("text",{class:"ff-tick",x:g.left-(u?13:6),y:h(N)+4,"text-anchor":"end"},f(N)));for(let N of v.xTicks??Nt(...v.x,b<260?3:5))
w.append(se("text",{class:"ff-tick",x:S(N),y:x+16,"text-anchor":"middle"},m(N)));if(w.append(se("line",{class:"ff-axis",x1:g.left,x2:b-g.right,y1:x,y2:x})),r&&w.
append(se("text",{class:"ff-axis-label","text-anchor":"middle",x:(g.left+b-g.right)/2,y:a-5},r)),s){let N=(g.top+x)/2;w.append(se("text",{class:"ff-axis-label",
"text-anchor":"middle",x:11,y:N,transform:`rotate(-90 11 ${N})`},s))}}function I(){w.replaceChildren(),w.setAttribute("viewBox",`0 0 ${b} ${a}`),w.setAttribute(
"width",b),y();let x=a-g.bottom,[N,C]=[g.left-2,g.top-2],[R,A]=[b-g.right+2-N,x+2-C],O=se("svg",{class:"ff-plot",x:N,y:C,width:R,height:A,viewBox:`${N} ${C} ${R}\
 ${A}`});w.append(O);for(let{points:_,colour:D="accent"}of d.areas??[]){let L=S(_[0][0]).toFixed(1),q=S(_[_.length-1][0]).toFixed(1);O.append(se("path",{d:`${k(
_)}L${q} ${x}L${L} ${x}Z`,class:"ff-area",style:`fill:var(--ff-${D})`}))}for(let{points:_,colour:D="accent",dash:L=!1,width:q=2}of d.lines??[])O.append(se("path",
{d:k(_),class:"ff-line",style:`stroke:var(--ff-${D});stroke-width:${q};${L?"stroke-dasharray:5 4":""}`}));for(let{x:_,y:D,colour:L="ink",handle:q}of d.marks??[])
D===void 0?w.append(se("line",{x1:S(_),x2:S(_),y1:g.top,y2:x,class:"ff-rule",style:`stroke:var(--ff-${L})`})):w.append(se("circle",{cx:S(_),cy:h(M(D)),r:q?9:4.5,
class:q?"ff-handle":"ff-mark",...q&&{"data-handle":q},style:`${q?"stroke":"fill"}:var(--ff-${L})`}))}function $(x){let N=w.getBoundingClientRect(),C=(x.clientX-
N.left-g.left)/(N.width-g.left-g.right),R=(N.bottom-g.bottom-x.clientY)/(a-g.top-g.bottom);return[[C,v.x],[R,v.y]].map(([A,[O,_]])=>O+Math.min(Math.max(A,0),1)*
(_-O))}let E=null,P=x=>{let[N,C]=$(x);E?u(E,N,C):c&&c(N)};return(c||u)&&(c&&w.classList.add("ff-draggable"),w.addEventListener("pointerdown",x=>{E=x.target.dataset?.
handle??null,!(!E&&!c)&&(w.setPointerCapture(x.pointerId),E||P(x))}),w.addEventListener("pointermove",x=>{w.hasPointerCapture(x.pointerId)&&P(x)})),t&&p.append(
F("span",{class:"ff-title"},t)),p.append(w),Be(p,x=>{b=x,I()}),{element:p,update(x){d=x,I()},limits(x){Object.assign(v,x)},describe(x){w.setAttribute("aria-labe\
l",x)}}}function ue(e){return F("div",{class:"ff-legend"},...e.map(([t,o,n])=>F("span",{},F("i",{style:`border-top:3px ${n?"dashed":"solid"} var(--ff-${t})`}),o)))}function nt(e){return e=Math.imul(e^e>>>16,2146121005),e=Math.imul(e^e>>>15,2221713035),(e^e>>>16)>>>0}function ot(e,t){let o=nt(e+2654435769>>>0);return nt(nt(
t+o>>>0)+Math.imul(o,2246822507)>>>0)}function te(e,t){return(ot(e,t)+.5)/4294967296}function V(e,t){let o=new Float32Array(t);for(let n=0;n<t;n+=2){let r=Math.
sqrt(-2*Math.log(te(e,n))),s=2*Math.PI*te(e,n+1);o[n]=r*Math.cos(s),n+1<t&&(o[n+1]=r*Math.sin(s))}return o}function je(e){let t=e.length/3,o=[0,0,0],n=[0,0,0];e.forEach((s,a)=>{o[a%3]+=s/t}),e.forEach((s,a)=>{n[a%3]+=(s-o[a%3])**2/t});for(let s=0;s<3;s+=1)n[s]=Math.sqrt(
n[s])||1;let r=Float64Array.from(e,(s,a)=>(s-o[a%3])/n[a%3]);return{mean:o,std:n,image:r}}function We({mean:e,std:t,image:o},n,r,s){let a=new Uint8ClampedArray(
o.length);for(let i=0;i<o.length;i+=1)a[i]=(r*o[i]+s*n[i])*t[i%3]+e[i%3];return a}function _n({min_signal_rate:e=.02,max_signal_rate:t=.95}={}){let o=Math.acos(t),n=Math.acos(e);return r=>-2*Math.log(Math.tan(o+r*(n-o)))}function qn({beta_start:e=1e-4,
beta_end:t=.02,steps:o=1e3}={}){let n=new Float64Array(o),r=0;for(let s=0;s<o;s+=1)r+=Math.log1p(-(e+(t-e)*s/(o-1))),n[s]=r;return s=>{let a=s*(o-1),i=Math.min(
Math.floor(a),o-2),l=n[i]+(n[i+1]-n[i])*(a-i);return l-Math.log(-Math.expm1(l))}}function Dn({start:e=2.5,end:t=-7.5}={}){return o=>e+o*(t-e)}function Bn({start:e=.01,
end:t=.99}={}){return o=>{let n=e+o*(t-e);return-2*Math.log(n/(1-n))}}var st={cosine:_n,linear:qn,log_snr:Dn,rectified_flow:Bn};function ne(e,t={}){if(!Object.hasOwn(
st,e))throw new Error(`no page knows the schedule "${e}"`);let o=st[e](t);return{logSNR:o,rates:n=>jn(o(n))}}function jn(e){return{signal:Math.sqrt(1/(1+Math.exp(
-e))),noise:Math.sqrt(1/(1+Math.exp(e)))}}var Go=Object.keys(st);function It(e,t,o,n,r){for(let s=1,a=0;s<r;s+=1){let i=r>>1;for(;a&i;i>>=1)a^=i;if(a^=i,s<a){let l=o+s*n,m=o+a*n;[e[l],e[m]]=[e[m],e[l]],[t[l],t[m]]=[t[m],t[l]]}}
for(let s=2;s<=r;s*=2)for(let a=0;a<s/2;a+=1){let i=Math.cos(-2*Math.PI*a/s),l=Math.sin(-2*Math.PI*a/s);for(let m=a;m<r;m+=s){let f=o+m*n,c=f+s/2*n,u=e[c]*i-t[c]*
l,p=e[c]*l+t[c]*i;e[c]=e[f]-u,t[c]=t[f]-p,e[f]+=u,t[f]+=p}}}function rt(e,t){let o=Float64Array.from(e),n=new Float64Array(t*t);for(let r=0;r<t;r+=1)It(o,n,r*t,
1,t);for(let r=0;r<t;r+=1)It(o,n,r,t,t);return{real:o,imaginary:n}}function Ct(e){let t=new Int16Array(e*e);for(let o=0;o<e;o+=1)for(let n=0;n<e;n+=1){let r=Math.
min(o,e-o),s=Math.min(n,e-n),a=Math.round(Math.hypot(s,r));t[o*e+n]=a<=e/2?a:-1}return t}function at(e,t,o,n,r,s){let a=new Float64Array(s/2+1),i=new Float64Array(
s/2+1);for(let l=0;l<s*s;l+=1){if(r[l]<0)continue;let m=o*e.real[l]+n*t.real[l],f=o*e.imaginary[l]+n*t.imaginary[l];a[r[l]]+=(m*m+f*f)/(s*s),i[r[l]]+=1}return a.
map((l,m)=>l/i[m])}var Wn=[{kind:"cosine",name:"Cosine schedule",colour:"signal"},{kind:"linear",name:"Linear schedule",colour:"noise"}];function Pt(e,t,o){let n=new Float64Array(
o);for(let s of e){let a=Math.floor((s+t)/(2*t)*o);a>=0&&a<o&&(n[a]+=1)}let r=2*t/o;return n.map(s=>s/(e.length*r))}function Rt(e,t){let{size:o,seed:n}=t,r=z(t.
pixels),s=V(n,r.length),a=je(r),{image:i}=a,l=new Float64Array(r.length),m=Ct(o),f=rt(Lt(i),o),c=rt(Lt(s),o),u=Wn.map(y=>({...y,schedule:ne(y.kind),view:X({label:y.
name,title:y.name,width:o,height:o}),note:F("div",{class:"ff-note"})})),p=re({label:"Histogram of the pixel values",title:"Pixel values",x:[-4,4],y:[0,.8],xLabel:"\
standardised value",xTicks:[-4,-2,0,2,4],yTicks:[0,.4,.8]}),w=re({label:"Power spectrum",title:"Power at each scale",x:[0,Math.log10(o/2)],y:[-2,4],xLabel:"cycl\
es per picture: coarse → fine",xTicks:[1,2,4,8,16,32,64].filter(y=>y<=o/2).map(Math.log10),formatX:y=>Math.round(10**y),yTicks:[-2,0,2,4],formatY:y=>`10${Un(y)}`}),
g=B({label:"Time t",min:0,max:1,step:.01,value:t.t,format:y=>y.toFixed(2),onInput:h}),v=G();e.append(Y(g,ce(e,g,{label:"Dissolve"})),F("div",{class:"ff-columns \
ff-pair ff-dissolve"},...u.map(({view:y,note:I})=>F("div",{},y.element,I))),F("div",{class:"ff-columns ff-two"},p.element,w.element),ue([["signal","cosine"],["n\
oise","linear"],["muted","photograph",!0],["ink","pure noise",!0]]),v.element);let b=Hn(81).map(y=>-4+y/10).map(y=>[y,Math.exp(-y*y/2)/Math.sqrt(2*Math.PI)]),d=M(
Pt(i,4,40)),S=k(at(f,c,1,0,m,o));function h(){let y=g.value,I=[],$=[],E=[];for(let{schedule:P,view:x,note:N,colour:C,name:R}of u){let{signal:A,noise:O}=P.rates(
y);for(let D=0;D<l.length;D+=1)l[D]=A*i[D]+O*s[D];x.draw(We(a,s,A,O));let _=`signal ${A.toFixed(2)}, noise ${O.toFixed(2)}`;N.textContent=_,x.describe(`Photogra\
ph of a flower, ${R.toLowerCase()}, t = ${y.toFixed(2)}: ${_}`),I.push({points:M(Pt(l,4,40)),colour:C}),$.push({points:k(at(f,c,A,O,m,o)),colour:C}),E.push(`${R.
toLowerCase().split(" ")[0]} keeps ${Math.round(100*A**2)} %`)}p.update({lines:[{points:d,colour:"muted",dash:!0,width:1.5},{points:b,colour:"ink",dash:!0,width:1.5},
...I]}),w.update({lines:[{points:S,colour:"muted",dash:!0,width:1.5},{points:[[0,0],[Math.log10(o/2),0]],colour:"ink",dash:!0,width:1.5},...$]}),v.say(`At t = ${y.
toFixed(2)} the ${E.join(", the ")} of the variance from the image.`)}function M(y){return Array.from(y,(I,$)=>[-4+8*($+.5)/y.length,I])}function k(y){return Array.
from(y,(I,$)=>[Math.log10($),Math.log10(I+1e-9)]).slice(1)}h()}function Lt(e){return Float64Array.from({length:e.length/3},(t,o)=>(e[3*o]+e[3*o+1]+e[3*o+2])/Math.
sqrt(3))}function Un(e){return String(e).replace("-","⁻").replace(/\d/g,t=>"⁰¹²³⁴⁵⁶⁷⁸⁹"[t])}function Hn(e){return Array.from({length:e},(t,o)=>o)}var Ue=[[125,47,6],[234,103,29],[243,189,152],[236,234,230],[165,210,251],[35,149,252],[10,74,138]];function Gn(e){let t=(Math.min(Math.max(e,-1),1)+1)/2*(Ue.length-
1),o=Math.min(Math.floor(t),Ue.length-2);return[0,1,2].map(n=>{let[r,s]=[Ue[o][n],Ue[o+1][n]];return r+(s-r)*(t-o)})}function Ce(e){let t=new Uint8ClampedArray(
3*e.length);return e.forEach((o,n)=>t.set(Gn(o),3*n)),t}function He(e,t,o){let[n,r]=[Math.log10(t),Math.log10(o)],s=e/2;return Array.from({length:s},(a,i)=>10**(s===1?n:n+(r-n)*i/(s-1)))}function it(e,t){let o=t.map(
n=>Math.fround(Math.fround(e)*Math.fround(2*Math.PI*n)));return Float64Array.from([...o.map(Math.sin),...o.map(Math.cos)])}function lt(e,t){return t.reduce((n,r)=>n+
Math.cos(2*Math.PI*r*e),0)/t.length}var xe=400,ct=1e-4;function _t(e,t){let o=null,n=(h,M)=>B({label:h,min:0,max:1,step:.001,value:M,format:k=>k.toFixed(3),onInput:S}),r=n("Noise variance a",t.a),
s=n("Noise variance b",t.b),a=(h,M,k,y)=>B({label:h,min:M,max:k,step:.1,value:Math.log10(y),format:I=>`${Number((10**I).toPrecision(2))}`,onInput:d}),i=a("Lowes\
t frequency",-1,1,t.min_frequency),l=a("Highest frequency",1,3,t.max_frequency),m=K({label:"Length",value:String(t.dim),onChange:d,options:[8,16,32,64].map(h=>[
String(h),String(h)])}),f=F("div",{class:"ff-map"}),c=["a","b"].map(h=>F("i",{class:"ff-cursor"},F("b",{},h))),u=F("div",{class:"ff-vectors"}),p=re({label:"Simi\
larity against the distance between two noise levels",title:"Similarity at every distance",x:[Math.log10(ct),0],y:[-.5,1],xLabel:"distance between a and b",height:180,
xTicks:[-4,-3,-2,-1,0],formatX:h=>String(Number((10**h).toPrecision(1))),yTicks:[-.5,0,.5,1]}),w=G();e.append(Y(r,s),Y(i,l,m),F("span",{class:"ff-title"},"The v\
ector of every noise variance from 0 to 1"),f,F("div",{class:"ff-columns ff-two ff-gap"},u,p.element),w.element),f.addEventListener("pointerdown",h=>{f.setPointerCapture(
h.pointerId);let M=g(h);f.moved=Math.abs(M-r.value)<=Math.abs(M-s.value)?r:s,f.moved.value=M}),f.addEventListener("pointermove",h=>{f.hasPointerCapture(h.pointerId)&&
(f.moved.value=g(h))});function g(h){let M=f.getBoundingClientRect();return Math.min(Math.max((h.clientX-M.left)/M.width,0),1)}let v=[],b=[];function d(){let h=Number(
m.value);v=He(h,10**i.value,10**l.value),o=X({label:`Embeddings of length ${h}: each column is the vector of one noise variance`,width:xe,height:h}),o.draw(Ce(Yn(
v))),f.replaceChildren(o.element,...c),b=[["vector of a","a"],["vector of b","b"],["a times b, cell by cell",""]].map(([M])=>X({label:M,title:M,width:h,height:1})),
u.replaceChildren(...b.map(M=>M.element),F("div",{class:"ff-note"},`Left half sines, right half cosines, each from slow to fast. The sum of the last row, divide\
d by ${h/2}, is the similarity.`)),S()}function S(){let[h,M]=[it(r.value,v),it(s.value,v)],k=h.map((P,x)=>P*M[x]);[h,M,k].forEach((P,x)=>b[x].draw(Ce(P))),c[0].
style.left=`${100*r.value}%`,c[1].style.left=`${100*s.value}%`,c[0].classList.toggle("ff-left",r.value<=s.value),c[1].classList.toggle("ff-left",r.value>s.value);
let y=Math.abs(r.value-s.value),I=lt(y,v),$=400,E=Array.from({length:$+1},(P,x)=>{let N=Math.log10(ct)*(1-x/$);return[N,lt(10**N,v)]});p.update({lines:[{points:E,
colour:"leaf"}],marks:[{x:Math.log10(Math.max(y,ct)),y:I,colour:"petal"}]}),w.say(`Distance ${y.toFixed(3)}, similarity ${I.toFixed(2).replace("-","−")}. From\
 a to b the slowest wave turns ${Ot(v[0]*y)}, the fastest ${Ot(v[v.length-1]*y)}.`)}d()}function Ot(e){return e===1?"once":`${Number(e.toPrecision(2))} times`}function Yn(e){
let t=new Float64Array(2*e.length*xe);return e.forEach((o,n)=>{let r=Math.PI*o/xe,s=Math.sin(r)/r;for(let a=0;a<xe;a+=1){let i=2*Math.PI*o*(a+.5)/xe;t[n*xe+a]=s*
Math.sin(i),t[(n+e.length)*xe+a]=s*Math.cos(i)}}),t}async function ie(e){let t=new Image;t.src=e,await t.decode();let o=document.createElement("canvas");o.width=t.naturalWidth,o.height=t.naturalHeight;let n=o.getContext(
"2d",{willReadFrequently:!0});return n.drawImage(t,0,0),n.getImageData(0,0,o.width,o.height)}function de(e){return decodeURIComponent(e.querySelector(".ff-still\
 img").getAttribute("src")).match(/ href='([^']*)'/)[1]}function he(e,t,o,n,r){let s=new Uint8ClampedArray(3*n*r);for(let a=0;a<r;a+=1)for(let i=0;i<n;i+=1){let l=4*
((o+a)*e.width+t+i);s.set(e.data.subarray(l,l+3),3*(a*n+i))}return s}function $e(e,t,o,n,r){let s=new Uint8ClampedArray(3*n*r);for(let a=0;a<3;a+=1){let i=o+a*e.
height/3;for(let l=0;l<r;l+=1)for(let m=0;m<n;m+=1)s[3*(l*n+m)+a]=e.data[4*((i+l)*e.width+t+m)]}return s}function qt(e,t,o){let{size:n,times:r,flowers:s}=t,a=r.length-1,i=null,l=d=>s.map(S=>X({label:`${S}: ${d}`,width:n,height:n})),m=l("noisy"),f=l("guess"),c=B({label:"\
From noise to flower",min:0,max:a,step:1,value:0,format:d=>`t = ${r[d].toFixed(1)}`,onInput:g}),u=G(),p=(d,S)=>F("div",{},F("span",{class:"ff-title"},d),F("div",
{class:"ff-triple"},...S.map(h=>h.element))),w=F("div",{class:"ff-first ff-draggable"},p("The noisy picture",m),p("What the network takes it to be",f));e.append(
Y(c,ce(o,c,{seconds:4})),w,u.element);function g(){if(!i)return;let d=c.value;s.forEach((S,h)=>{let M=[d*n,h*n,n,n];m[h].draw($e(i.noisy,...M)),f[h].draw(he(i.guess,
...M)),m[h].describe(`A ${S} on its way out of noise, moment ${d} of ${a}`),f[h].describe(`What the network takes it to be at moment ${d} of ${a}`)}),u.say(v(d))}
function v(d){return d===0?"t = 1: pure noise. The guess is hardly more than a mean colour.":d===a?"t = 0: no noise is left. The last guess is the picture.":`t \
= ${r[d].toFixed(1)}: step ${2*d} of ${2*a}.`}let b=d=>{let S=w.getBoundingClientRect(),h=(d.clientX-S.left)/S.width;c.value=Math.round(Math.min(Math.max(h,0),1)*
a)};w.addEventListener("pointerdown",d=>{w.setPointerCapture(d.pointerId),b(d)}),w.addEventListener("pointermove",d=>{w.hasPointerCapture(d.pointerId)&&b(d)}),Promise.
all([ie(t.noisy),ie(de(o))]).then(([d,S])=>{i={noisy:d,guess:S},o.dataset.state="ready",c.value=c.value===0?Math.round(.4*a):c.value})}var Dt=`(()=>{var s=null,i=null,u=null,a="",c="";async function p({runtime:n,module:e,binary:t,network:r,processor:o}){return s=await import(\`\${n}\${e}\`),s.env.w\
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
`;function ge(e){return Array.from({length:e+1},(t,o)=>1-o/e)}function Ge(e,t){return e+Math.imul(t+1,2654435769)>>>0}function ft(e,t,o){let n=Math.sqrt(Math.max(
0,1-(e.signal/t.signal)**2)),r=o*(t.noise/e.noise)*n;return{kept:Math.sqrt(Math.max(0,t.noise**2-r**2)),fresh:r}}var ut={noise:e=>e,image:(e,t,{signal:o,noise:n})=>t.
map((r,s)=>(r-o*e[s])/n),velocity:(e,t,{signal:o,noise:n})=>t.map((r,s)=>n*r+o*e[s]),flow:(e,t,{signal:o,noise:n})=>t.map((r,s)=>(r+o*e[s])/(o+n))},ps=Object.keys(
ut);function Ye(e){if(!Object.hasOwn(ut,e))throw new Error(`no page knows the target "${e}"`);return ut[e]}function Xe(e,t,o,n,r=0,s=null){let{kept:a,fresh:i}=ft(
o,n,r),l=new Float32Array(e.length),m=new Float32Array(e.length);for(let f=0;f<e.length;f+=1)l[f]=(e[f]-o.noise*t[f])/o.signal,m[f]=n.signal*l[f]+a*t[f]+(s?i*s[f]:
0);return{image:l,noisy:m}}function Bt(e,t,o){return t.map((n,r)=>e[r]+o*(n-e[r]))}function Pe(e,t,o){let n=e.length/3,r=new Uint8ClampedArray(e.length);for(let s=0;s<
3;s+=1)for(let a=0;a<n;a+=1)r[3*a+s]=255*(e[s*n+a]*o[s]+t[s]);return r}async function mt(e,{progress:t=()=>{},signal:o,anew:n}){let r=await fetch(e,{signal:o,cache:n?"reload":"default"});if(!r.ok)throw new Error(`${e} answers ${r.status}`);
let s=r.body.getReader(),a=[],i=0;for(;;){let{done:l,value:m}=await s.read();if(l)break;a.push(m),i+=m.length,t(i)}return new Blob(a).arrayBuffer()}function Vn(e,t){
if(e.byteLength!==t)throw new Error(`what came is not the network: ${e.byteLength} bytes instead of ${t}`)}function Kn(e){if(new TextDecoder("latin1").decode(e.
slice(0,4))!=="\0asm")throw new Error("what came is not the runtime")}function jt(e,t,o){return e===void 0?o:new URL(e,t).href}function Jn(e){let t=new Map,o=0,
n=s=>{for(let{reject:a}of t.values())a(new Error(s));t.clear()};e.onerror=s=>{s.preventDefault(),n(s.message||"the worker could not start")},e.onmessage=({data:{
id:s,answer:a,error:i}})=>{let{resolve:l,reject:m}=t.get(s)??{};t.delete(s),i?m?.(new Error(i)):l?.(a)};let r=(s,a,i=[])=>new Promise((l,m)=>{o+=1,t.set(o,{resolve:l,
reject:m}),e.postMessage({id:o,task:s,...a},i)});return{load:s=>r("load",s,[s.binary]),predict:s=>r("predict",s),end(){e.terminate(),n("it was put away")}}}var pt=new Map;
function Wt(e,t,o){let n=new URL(e.model,t).href;return pt.has(n)||pt.set(n,Zn(e,n,t,o)),pt.get(n)}function Zn(e,t,o,n){let r=new URL(e.runtime,o).href,s=ne(e.schedule.
kind,e.schedule.options),a=Ye(e.target),i=new Set,l=new Set,m=Object.keys(e.runtimes)[0],f=null,c=null,u=null,p=!1,w=Promise.resolve(),g=()=>{for(let S of i)S()},
v=(S,h)=>{for(let M of l)M(S,h)};function b(){return f?0:e.runtimes[m].bytes+(u?0:e.model_bytes)}async function d(){let{module:S,binary:h}=e.runtimes[m],M=b(),k=[
0,0],y=new AbortController,I=E=>P=>{y.signal.aborted||(k[E]=P,v(k[0]+k[1],M))},$=null;try{let[E,P]=await Promise.all([mt(`${r}${h}`,{progress:I(0),signal:y.signal,
anew:p}),u??mt(t,{progress:I(1),signal:y.signal,anew:p}),...(p?[S,h.replace(/wasm$/,"mjs")]:[]).map(x=>mt(`${r}${x}`,{signal:y.signal,anew:p}))]);Kn(E),Vn(P,e.model_bytes),
v(M,M),$=Jn(n()),await $.load({runtime:r,module:S,binary:E,network:P,processor:m}),f=$,u=P,p=!1}catch(E){throw y.abort(),$?.end(),p=!0,E}}return{schedule:s,get ready(){
return f!==null},get loading(){return c!==null},get processor(){return m},toFetch:b,onChange(S){i.add(S)},choose(S){m=S,f?.end(),f=null,g()},open(S=()=>{}){return f?
Promise.resolve():(l.add(S),c||(c=d().finally(()=>{c=null,l.clear(),g()}),g()),c)},predict(S,h,M=e.classes){let k=w.then(async()=>{if(!f)throw new Error("it was\
 put away");let y=await f.predict({noisy:S,size:e.size,variance:h.noise**2,label:M});return{noise:a(y.prediction,S,h),seconds:y.seconds,processor:y.processor,where:y.
reason?`on the processor: the graphics card could not be used (${y.reason})`:`on your ${e.runtimes[y.processor].name}`}});return w=k.catch(()=>{}),k}}}var Le=e=>(e/1e6).toFixed(1);function Ut(e){let t=jt(document.documentElement.dataset.content_root,location.href,e.site);return Wt(e,t,Qn)}function Qn(){let e=URL.
createObjectURL(new Blob([Dt],{type:"text/javascript"}));return new Worker(e,{type:"module"})}async function zn(){try{return!!await navigator.gpu?.requestAdapter()}catch{
return!1}}function eo(){return location.protocol==="file:"?"Opened from a folder, this page may not load the network: browsers forbid it. Serve the folder (pyth\
on -m http.server) or read the book on its site. What you see is recorded.":typeof WebAssembly!="object"||typeof Worker!="function"?"This browser has no WebAsse\
mbly, in which the network runs. What you see is recorded.":""}function Ht(e,t,o,n,r){let{label:s,again:a=s,opening:i,onReady:l,onLost:m=()=>{}}=r,f=eo(),c=M=>{
e.dataset.state=M},u=K({label:"Runs on",value:t.processor,onChange:t.choose,options:Object.entries(o.runtimes).map(([M,{name:k,bytes:y}])=>[M,`${k} (${Le(y)} MB\
)`])});u.element.hidden=!0;let p=le({label:s,onClick:S}),w=F("progress",{max:1,value:0,"aria-label":"Download",hidden:!0}),g=t.processor,v=!1,b=!1;function d(){
let M=t.toFetch();(g!==t.processor||v&&!t.ready)&&(b=!1,m(),n.say(`Press the button to fetch the runtime for the ${o.runtimes[t.processor].name}.`),c("asleep")),
[g,v]=[t.processor,t.ready],p.textContent=b?a:`${s} (${M?`downloads ${Le(M)} MB`:"its network is here"})`,u.input.value=t.processor,u.input.disabled=t.loading}async function S(){
if(!t.ready){let M=t.processor;p.disabled=!0,w.hidden=!1,c("loading");try{await t.open((k,y)=>{w.max=y,w.value=k,n.say(k===y?"Starting the network":`Downloading\
: ${Le(k)} of ${Le(y)} MB`)})}catch(k){M==="webgpu"&&t.choose("wasm"),n.say(`The network could not be loaded (${k.message}). ${M==="webgpu"?"Press the button to\
 run it on the processor instead.":`Press the button to try again; the chapter does the same in Python, and the figure runs on ${o.site}`}`),c("failed");return}finally{
w.hidden=!0,p.disabled=!1}}b=!0,d(),l()}t.onChange(d),d(),p.disabled=f!=="";let h=document.documentElement.dataset.content_root===void 0?`from ${o.site} `:"";return n.
say(f||`${i} The network (${Le(o.model_bytes)} MB) and the runtime are fetched ${h}when you press the button.`),c(f?"impossible":"asleep"),f||zn().then(M=>{u.element.
hidden=!M,e.dataset.graphics=M?"yes":"no"}),{action:p,bar:w,processor:u,problem:f}}function Gt(e,t,o){let{size:n,mean:r,std:s,classes:a}=t,i=3*n*n,l=Ut(t),{schedule:m}=l,f=L=>Pe(L,r,s),c=0,u={seed:t.seed,steps:t.steps,eta:0,label:t.label,guidance:t.
guidance,acts:"middle"},p=(L,q=Number)=>W=>{u[L]=q(W),d.input.disabled=M.input.disabled=u.label===a,L==="seed"&&N(),l.ready&&L!=="seed"?D():l.ready&&_()},w=B({label:"\
Seed",min:0,max:999,step:1,value:u.seed,onInput:p("seed")}),g=K({label:"Steps",value:String(u.steps),onChange:p("steps"),options:[5,10,20,40].map(L=>[String(L),
String(L)])}),v=B({label:"Fresh noise η",min:0,max:1,step:.1,value:0,format:L=>L.toFixed(1),onInput:p("eta")}),b=K({label:"Flower",value:String(t.label),onChange:p(
"label"),options:[[String(a),"no class"],...t.class_names.map((L,q)=>[String(q),L]).sort((L,q)=>L[1]<q[1]?-1:1)]}),d=B({label:"Guidance",min:0,max:8,step:.5,value:t.
guidance,format:L=>L.toFixed(1),onInput:p("guidance")}),[S,h]=t.interval,M=K({label:"Guidance acts",value:"middle",onChange:p("acts",String),options:[["middle",
`from t = ${h} to ${S}`],["always","always"]]});d.input.disabled=M.input.disabled=t.label===a;let k=le({label:"Another seed",onClick:()=>{w.value=(u.seed+1)%1e3}}),
y={noisy:X({label:"The noisy image",title:"Noisy image",width:n,height:n}),image:X({label:"The predicted image",title:"Predicted image",width:n,height:n})},I=F(
"div",{class:"ff-grow-strip",role:"group","aria-label":"The predicted image, step by step"}),$=G(),E=t.label===a?"":`${t.class_names[t.label]}, `,P=Ht(o,l,t,$,{
label:"Grow a flower",again:"Grow it again",opening:`Recorded: ${E}seed ${t.seed}, ${t.steps} steps.`,onReady:D,onLost:()=>{c+=1}});e.append(Y(w,g,v,...a?[b,d,M]:
[],P.processor),Y(P.action,k,P.bar),F("div",{class:"ff-columns ff-pair ff-grow"},y.noisy.element,y.image.element),I,$.element);function x(L){o.dataset.state=L}function N(){
y.noisy.draw(f(V(u.seed,i))),l.ready||y.image.draw(f(new Float32Array(i)))}let C=z(t.recorded),R=C.length/i;for(let L=0;L<R;L+=1)A(C.subarray(L*i,(L+1)*i));if(N(),
y.image.draw(C.subarray((R-1)*i)),P.problem)for(let L of[k,w.input,g.input,v.input,b.input])L.disabled=!0;function A(L){let q=F("canvas",{width:n,height:n,"aria\
-hidden":"true"}),W=q.getContext("2d"),H=W.createImageData(n,n);for(let j=0;j<n*n;j+=1)H.data.set([L[3*j],L[3*j+1],L[3*j+2],255],4*j);W.putImageData(H,0,0),I.append(
q)}let O=0;function _(){c+=1,clearTimeout(O),O=setTimeout(D,250)}async function D(){let L=c+=1,{seed:q,steps:W,eta:H,label:j,guidance:ee}=u,Se=J=>j!==a&&ee!==1&&
(u.acts==="always"||S<=J&&J<=h),Ee=ge(W),Qe=new Set(Array.from({length:10},(J,ae)=>Math.ceil((ae+1)*W/10))),ke=V(q,i),Q=0,be=0,_e="";I.replaceChildren(),x("grow\
ing");let qe=async(J,ae)=>{let me=await l.predict(ke,J,ae);return Q+=me.seconds,be+=1,o.dataset.processor=me.processor,_e=me.where,me.noise};try{for(let J=0;J<W;J+=
1){let[ae,me]=[m.rates(Ee[J]),m.rates(Ee[J+1])],Ae=await qe(ae,j);if(L===c&&Se(Ee[J])&&(Ae=Bt(await qe(ae,a),Ae,ee)),L!==c)return;let Ne=H>0?V(Ge(q,J),i):null,Te=Xe(
ke,Ae,ae,me,H,Ne);ke=Te.noisy,y.noisy.draw(f(ke)),y.image.draw(f(Te.image)),Qe.has(J+1)&&A(f(Te.image)),$.say(`Step ${J+1} of ${W}, seed ${q}: ${(Q/be).toFixed(
2)} s a network evaluation here, ${_e}.`)}}catch(J){if(L!==c)return;$.say(`The network stopped: ${J.message}`),x("failed");return}o.dataset.seconds=(Q/be).toFixed(
4),x("done")}}function Xt(e,t,o){let{size:n,truths:r,told:s,errors:a}=t,i=null,l=(b,d,S)=>B({label:d,min:0,max:b.length-1,step:1,value:b.indexOf(S),format:h=>Yt(b[h]),onInput:v}),
m=l(r,"Log-SNR of the picture",t.truth),f=l(s,"Log-SNR that we claim",t.truth),c=(b,d)=>X({title:b,label:d,width:n,height:n}),u=c("It sees","The noisy photograp\
h"),p=c("It answers","What the network answers"),w=c("When honest","What it answers when it is told the truth"),g=G();e.append(Y(m,f),F("div",{class:"ff-triple \
ff-lie"},u.element,p.element,w.element),g.element);function v(){if(!i)return;let[b,d]=[m.value,f.value],S=s.indexOf(r[b]),h=M=>he(i.guess,M*n,b*n,n,n);u.draw($e(
i.noisy,0,b*n,n,n)),p.draw(h(d)),w.draw(h(S)),p.describe(`What the network answers when it is told ${Yt(s[d])}`),g.say(to(s[d]-r[b],a[b][d],a[b][S]))}ie(t.noisy).
then(async b=>{i={noisy:b,guess:await ie(de(o))},o.dataset.state="ready",v()})}function to(e,t,o){let n=`The picture is off by ${t.toFixed(2)} a pixel`;return e===
0?`The truth. ${n}.`:`${e>0?"It believes in too little noise":"It believes in too much noise"}. ${n}, where the truth gives ${o.toFixed(2)}.`}function Yt(e){return(e>
0?`+${e}`:String(e)).replace("-","−")}function ve({label:e,reach:t,draw:o,onPress:n=null}){let r=F("canvas",{role:"img","aria-label":e,class:n?"ff-plane":"ff-plane ff-plain"}),s=r.getContext("2d"),a=0,
i=(c,u)=>[(c+t)/(2*t)*a,(t-u)/(2*t)*a],l={place:i,get context(){return s},get width(){return a},ring(c,u,p,w,g){s.beginPath(),s.arc(...i(c,u),p,0,2*Math.PI),s.lineWidth=
3,s.strokeStyle=w,s.fillStyle=g,s.fill(),s.stroke()},dots(c,u,p=2.4,w=1){s.globalAlpha=w,s.fillStyle=u;for(let g=0;g<c.length;g+=2){let[v,b]=i(c[g],c[g+1]);s.fillRect(
v-p/2,b-p/2,p,p)}s.globalAlpha=1},picture(c,u,p){s.globalAlpha=p;let[w,g]=i(-u,u);s.drawImage(c,w,g,a-2*w,a-2*g),s.globalAlpha=1},arrows(c,u,p,w=.05){s.strokeStyle=
p,s.lineWidth=1.2,s.beginPath();for(let g=0;g<c.length;g+=2){let[v,b]=i(c[g],c[g+1]),[d,S]=i(u[g],u[g+1]),h=Math.hypot(d-v,S-b);if(!(h>1))continue;let M=Math.min(
h,w*a),[k,y]=[(d-v)/h*M,(S-b)/h*M],I=Math.min(3.5,M/2)/M;s.moveTo(v,b),s.lineTo(v+k,b+y),s.lineTo(v+k-I*(k-y),b+y-I*(y+k)),s.moveTo(v+k,b+y),s.lineTo(v+k-I*(k+y),
b+y-I*(y-k))}s.stroke()}};function m(){a&&(s.clearRect(0,0,a,a),o(l))}function f(c){let u=r.getBoundingClientRect(),p=w=>t*(2*Math.min(Math.max(w,0),1)-1);return[
p((c.clientX-u.left)/u.width),-p((c.clientY-u.top)/u.height)]}return n&&(r.addEventListener("pointerdown",c=>{r.setPointerCapture(c.pointerId),n(f(c),!0)}),r.addEventListener(
"pointermove",c=>{r.hasPointerCapture(c.pointerId)&&n(f(c),!1)})),{element:r,canvas:r,redraw:m,follow(){Be(r,c=>{a=c;let u=window.devicePixelRatio||1;r.width=r.
height=Math.round(a*u),s=r.getContext("2d"),s.setTransform(r.width/a,0,0,r.width/a,0,0),m()})}}}function Jt(e,t,o){let{names:n,side:r,reach:s,handle:a,centres:i,radius:l}=t,m=z(t.colours),f=m.length/3,c=Vt(t.clouds,s),u=Vt(t.grids,s),p={x:a[0],y:a[1]},w=y=>Math.
min(Math.max(y,-t.start),t.start),g=y=>B({label:`Noise: ${y}`,min:-t.start,max:t.start,step:.05,value:p[y],format:I=>I.toFixed(2),onInput(I){p[y]=I,M()}}),[v,b]=[
g("x"),g("y")],d=n.map((y,I)=>{let $=Kt(c,I,f),E=I?Kt(u,I-1,r*r):null,P=()=>E?no(E,r,t.start,p.x,p.y):[p.x,p.y],x=ve({label:y,reach:s,onPress:I?null:h,draw(N){for(let C=0;C<
f;C+=1){let[R,A]=N.place($[2*C],$[2*C+1]);N.context.fillStyle=`rgb(${m[3*C]} ${m[3*C+1]} ${m[3*C+2]})`,N.context.fillRect(R-1,A-1,2,2)}N.ring(...P(),6,Z(o,"acce\
nt"),Z(o,"panel"))}});return{name:y,end:P,plane:x}});d[0].plane.canvas.classList.add("ff-handle");let S=G();e.append(F("div",{class:"ff-planes"},...d.map(({name:y,
plane:I})=>F("div",{},F("span",{class:"ff-title"},y),I.element))),S.element,F("div",{class:"ff-controls ff-gap"},v.element,b.element));function h([y,I]){Object.
assign(p,{x:w(y),y:w(I)}),v.limits(-t.start,t.start,p.x),b.limits(-t.start,t.start,p.y),M()}function M(){for(let{plane:y}of d)y.redraw();k()}function k(){let y=$=>i.
some(([E,P])=>Math.hypot(E-$[0],P-$[1])<l),I=d.slice(1).map(({name:$,end:E})=>`${$}: ${y(E())?"in a disc":"between the discs"}`);S.say(`From (${p.x.toFixed(2)},\
 ${p.y.toFixed(2)}). ${I.join("; ")}.`)}for(let{plane:y}of d)y.follow();k(),Fe(o,M)}function Vt(e,t){return Float32Array.from(z(e),o=>o/255*2*t-t)}function Kt(e,t,o){
return e.subarray(2*t*o,2*(t+1)*o)}function no(e,t,o,n,r){let s=f=>Math.min(Math.max((f+o)/(2*o)*(t-1),0),t-1.000001),[a,i]=[Math.floor(s(n)),Math.floor(s(r))],
[l,m]=[s(n)-a,s(r)-i];return[0,1].map(f=>{let c=(u,p)=>e[2*((i+p)*t+a+u)+f];return(1-m)*((1-l)*c(0,0)+l*c(1,0))+m*((1-l)*c(0,1)+l*c(1,1))})}function zt(e){let t=z(e),o=new Float32Array(t.length/2);for(let n=0;n<o.length;n+=1){let r=t[2*n]|t[2*n+1]<<8,s=r>>10&31,a=r&1023,i=s?(1+a/1024)*2**(s-15):a*2**
-24;o[n]=r&32768?-i:i}return o}function en(e){let t=zt(e),o=t.length/2;return t.map((n,r)=>r<o?t[2*r]:t[2*(r-o)+1])}function tn({shapes:e,weights:t}){let o=zt(t),
n=[],r=0;for(let s=0;s<e.length;s+=2){let[a,i]=e[s],l=o.subarray(r,r+a*i);r+=a*i,n.push({inputs:i,outputs:a,weight:l,bias:o.subarray(r,r+a)}),r+=a}return n}var oe=128;function*oo(e,t,o){let n=t.length/2,r=[o.signal,o.noise,Math.log(o.signal/o.noise)],s=new Float32Array(2*n),a=Math.max(...e.map(({outputs:m})=>m)),[i,l]=[new Float32Array(
a*oe),new Float32Array(a*oe)];for(let m=0;m<n;m+=oe){let f=Math.min(oe,n-m);for(let c=0;c<f;c+=1)i[c]=t[m+c],i[oe+c]=t[n+m+c];e.forEach((c,u)=>{if(so(c,u===0?r:
[],i,l,f),u<e.length-1)for(let p=0;p<c.outputs*oe;p+=1)l[p]/=1+Math.exp(-l[p]);[i,l]=[l,i]});for(let c=0;c<f;c+=1)s[m+c]=i[c],s[n+m+c]=i[oe+c];yield}return s}function so({
inputs:e,outputs:t,weight:o,bias:n},r,s,a,i){let l=e-r.length,m=l%4===0?4:2;for(let f=0;f<t;f+=1){let c=f*e,u=f*oe,p=n[f];r.forEach((w,g)=>{p+=o[c+l+g]*w}),a.fill(
p,u,u+oe);for(let w=0;w<l;w+=m){let g=o[c+w],v=o[c+w+1],b=w*oe;if(m===4){let d=o[c+w+2],S=o[c+w+3];for(let h=0;h<i;h+=1)a[u+h]+=g*s[b+h]+v*s[b+oe+h]+d*s[b+2*oe+
h]+S*s[b+3*oe+h]}else for(let d=0;d<i;d+=1)a[u+d]+=g*s[b+d]+v*s[b+oe+d]}}}function*Zt(e,t,o){let n=yield*oo(e,t,o),r=new Float32Array(t.length),s=new Float32Array(
t.length);for(let a=0;a<t.length;a+=1)r[a]=o.signal*t[a]-o.noise*n[a],s[a]=o.noise*t[a]+o.signal*n[a];return{image:r,noise:s}}function Qt({image:e,noise:t},o,n,r=0,s=null,a=new Float32Array(
e.length)){for(let i=0;i<a.length;i+=1)a[i]=o*e[i]+n*t[i]+(s?r*s[i]:0);return a}var Re={ddim:{name:"DDIM",eta:null,cost:e=>e},ddpm:{name:"DDPM (η = 1)",eta:1,cost:e=>e},
heun:{name:"Heun",eta:0,cost:e=>2*e-1},dpm_solver_pp:{name:"DPM-Solver++(2M)",eta:0,cost:e=>e}};function nn({layers:e,schedule:t,start:o,solver:n,steps:r,eta:s=0,
seed:a=0}){let i=ge(r),l=i.map(d=>t.rates(d)),m=Re[n].eta??s,f=[o],c=[],u=[],p=[];function*w(d){let S=f[d],h=yield*Zt(e,S,l[d]);if(n==="heun"&&d<r-1){let M=Qt(h,
l[d+1].signal,l[d+1].noise),k=yield*Zt(e,M,l[d+1]),y=h.noise.map(($,E)=>($+k.noise[E])/2);return{image:S.map(($,E)=>($-l[d].noise*y[E])/l[d].signal),noise:y}}if(u[d]=
h.image,n==="dpm_solver_pp"&&d>0){let[M,k,y]=[-1,0,1].map(P=>t.logSNR(i[d+P])),I=(y-k)/(2*(k-M)),$=h.image.map((P,x)=>(1+I)*P-I*u[d-1][x]),E=S.map((P,x)=>(P-l[d].
signal*$[x])/l[d].noise);return{image:$,noise:E}}return h}function*g(){for(let d=0;d<r;d+=1)c.push(yield*w(d)),p.push(m>0?V(Ge(a,d),o.length):null),f.push(b(d,l[d+
1]))}let v=g();function b(d,S,h){let{kept:M,fresh:k}=ft(l[d],S,m);return Qt(c[d],S.signal,M,k,p[d],h)}return{at(d,S){if(d>=1)return o;let h=Math.min(Math.floor(
(1-d)*r+1e-9),r-1);for(;f.length<=h+1;)v.next();return b(h,t.rates(d),S)},ahead(d){let S=performance.now()+d;for(;f.length<=r&&performance.now()<S;)v.next();return f.
length<=r}}}var fe=2.7,ro=48,ao=4;function on(e,t,o){let n=ne("log_snr",t.schedule),r=tn(t.network),s=en(t.network.points),a={solver:t.solver,steps:t.steps,eta:0},i={x:t.handle[0],
y:t.handle[1]},l=V(t.seed,2*t.count),m=new Float32Array(l.length),[f,c,u]=[null,null,null],p=K({label:"Solver",value:a.solver,onChange(A){a.solver=A,y(),E()},options:Object.
entries(Re).map(([A,{name:O}])=>[A,O])}),w=B({label:"Steps",min:1,max:50,step:1,value:a.steps,onInput(A){a.steps=A,E()}}),g=B({label:"Fresh noise η",min:0,max:1,
step:.1,value:0,format:A=>A.toFixed(1),onInput(A){a.eta=A,E()}}),v=B({label:"Way from noise to data",min:0,max:1,step:.001,value:0,format:A=>`t = ${(1-A).toFixed(
2)}`,onInput:C}),b=B({label:"Ringed particle: x",min:-fe,max:fe,step:.05,value:i.x,format:A=>A.toFixed(2),onInput:A=>I(A,i.y)}),d=B({label:"Ringed particle: y",
min:-fe,max:fe,step:.05,value:i.y,format:A=>A.toFixed(2),onInput:A=>I(i.x,A)}),S=Ie({label:"Paths",value:!0,onChange:C}),h=Ie({label:"Data",value:!0,onChange:C}),
M=ve({label:"Particles in the plane",reach:fe,draw:R,onPress([A,O]){b.limits(-fe,fe,A),d.limits(-fe,fe,O),I(A,O)}}),k=G();e.append(Y(...t.simple?[w]:[p,w,g]),Y(
v,ce(o,v,{seconds:4}),S,h),M.element,k.element,F("div",{class:"ff-controls ff-gap"},b.element,d.element));function y(){let A=Re[a.solver].eta;g.limits(0,1,A??a.
eta),g.input.disabled=A!==null}function I(A,O){Object.assign(i,{x:A,y:O}),u=null,C()}function $(A){return nn({layers:r,schedule:n,start:A,seed:t.seed,...a})}function E(){
[f,c,u]=[$(l),null,null],C()}function P(A){let O=$(A),_=Math.max(60,a.steps);return Array.from({length:_+1},(D,L)=>O.at(1-L/_))}function x({context:A,place:O},_,D,L,q){
let W=_[0].length/2;A.strokeStyle=D,A.lineWidth=L,A.beginPath();for(let H=0;H<W;H+=1)for(let j=0;j<=q;j+=1){let[ee,Se]=O(_[j][H],_[j][W+H]);j?A.lineTo(ee,Se):A.
moveTo(ee,Se)}A.stroke()}function N({context:A,place:O},_,D,L){let q=_.length/2;A.fillStyle=D;for(let W=0;W<q;W+=1){let[H,j]=O(_[W],_[q+W]);A.fillRect(H-L/2,j-L/
2,L,L)}}function C(){M.redraw()}function R(A){if(!f)return;let{context:O}=A,_=1-v.value,D=f.at(_,m);if(h.value&&(O.globalAlpha=.45,N(A,s,Z(o,"muted"),2),O.globalAlpha=
1),N(A,D,Z(o,"signal"),2.2),S.value){c??=P(io(l,ro));let ee=Math.round((1-_)*(c.length-1));O.globalAlpha=.55,x(A,c,Z(o,"noise"),1,ee),O.globalAlpha=1}u??=P(Float32Array.
of(i.x,i.y)),x(A,u,Z(o,"accent"),2.5,u.length-1);let[L,q]=u[Math.round((1-_)*(u.length-1))];A.ring(L,q,5,Z(o,"accent"),Z(o,"accent")),A.ring(i.x,i.y,9,Z(o,"acce\
nt"),Z(o,"panel"));let{name:W,cost:H}=Re[a.solver],j=u[u.length-1];k.say(`${t.count} particles at t = ${_.toFixed(2)}. ${W} with ${a.steps} steps evaluates the \
network ${H(a.steps)} times. The ringed particle ends at (${j[0].toFixed(2)}, ${j[1].toFixed(2)}).`),f.ahead(ao)}y(),E(),M.follow(),Fe(o,C)}function io(e,t){let o=e.
length/2,n=new Float32Array(2*t);return n.set(e.subarray(0,t)),n.set(e.subarray(o,o+t),t),n}function sn(e,t,o){let{size:n,runs:r,mean:s,std:a}=t,i=ne(t.schedule.kind,t.schedule.options),l=Pe(V(t.seed,3*n*n),s,a),m=Pe(new Float32Array(3*n*n),s,a),f=k=>[
...new Set(r.map(y=>y[k]))].map(String),{steps:c,eta:u}=r[t.open],p=null,w=k=>f(k).map(y=>[y,y]),g=K({label:"Steps",options:w("steps"),value:String(c),onChange(k){
let y=b.value/c;c=Number(k),b.limits(0,c,Math.round(y*c)),M()}}),v=K({label:"η",options:w("eta"),value:String(u),onChange(k){u=Number(k),M()}}),b=B({label:"Ste\
p",min:0,max:c,step:1,value:0,format:k=>`${k} of ${c}`,onInput:M}),d=X({label:"The noisy image",title:"Noisy image",width:n,height:n}),S=X({label:"The predicted\
 image",title:"Predicted image",width:n,height:n}),h=G();e.append(Y(g,v,b,ce(o,b,{seconds:5})),F("div",{class:"ff-columns ff-pair ff-grow"},d.element,S.element),
h.element);function M(){let k=b.value,y=r.findIndex(P=>P.steps===c&&P.eta===u),I=ge(c)[k];if(k===0)d.draw(l),S.draw(m);else if(p){let P=[(k-1)*n,y*n,n,n];d.draw(
$e(p.noisy,...P)),S.draw(he(p.predicted,...P))}let{signal:$,noise:E}=i.rates(I);d.describe(`The noisy image after step ${k} of ${c}`),S.describe(k?`The predicte\
d image of step ${k} of ${c}`:"No image has been predicted yet"),h.say(k===0?"Pure noise, at t = 1; nothing has been predicted yet.":`Step ${k} of ${c} led to t\
 = ${I.toFixed(2)}: signal rate ${$.toFixed(2)}, noise rate ${E.toFixed(2)}.`)}M(),Promise.all([ie(t.noisy),ie(de(o))]).then(([k,y])=>{p={noisy:k,predicted:y},o.
dataset.state="ready",b.value=b.value===0?Math.round(c/2):b.value})}var rn=10,lo=[-12,10],dt=e=>1/(1+Math.exp(-e)),an=e=>e.toFixed(2),ln=e=>e.toFixed(3),cn=e=>e.toFixed(4),Me={cosine:{name:"Cosine",python:"CosineSchedule",ends:{
start:{option:"max_signal_rate",label:"Signal rate at t = 0",value:.95,min:.5,max:.999,step:.001,format:ln,fromLogSNR:e=>Math.sqrt(dt(e))},end:{option:"min_sign\
al_rate",label:"Signal rate at t = 1",value:.02,min:.003,max:.4,step:.001,format:ln,fromLogSNR:e=>Math.sqrt(dt(e))}}},linear:{name:"Linear β",python:"LinearSch\
edule",ends:{start:{option:"beta_start",label:"First β",value:1e-4,min:1e-4,max:.005,step:1e-4,format:cn,fromLogSNR:e=>dt(-e)},end:{option:"beta_end",label:"La\
st β",value:.02,min:.005,max:.04,step:5e-4,format:cn,fromLogSNR:co}}},log_snr:{name:"Straight log-SNR",python:"LogSNRSchedule",ends:{start:{option:"start",label:"\
Log-SNR at t = 0",value:2.5,min:0,max:9.5,step:.1,format:an,fromLogSNR:e=>e},end:{option:"end",label:"Log-SNR at t = 1",value:-7.5,min:-11.5,max:-.5,step:.1,format:an,
fromLogSNR:e=>e}}}};function co(e,t=1e-4){let[o,n]=[t,.5];for(let r=0;r<40;r+=1){let s=(o+n)/2;ne("linear",{beta_start:t,beta_end:s}).logSNR(1)>e?o=s:n=s}return(o+
n)/2}function un(e,t){let{size:o}=t,n=je(z(t.pixels)),r=V(t.seed,n.image.length),s=Array.from({length:101},(h,M)=>M/100),a=Array.from({length:rn},(h,M)=>M/(rn-1)),
i=Object.fromEntries(Object.entries(Me).map(([h,{ends:M}])=>[h,{[M.start.option]:M.start.value,[M.end.option]:M.end.value}])),l=t.kind,m=K({label:"Schedule",value:l,
options:Object.entries(Me).map(([h,{name:M}])=>[h,M]),onChange(h){l=h,d(),S()}}),f=Object.fromEntries(["start","end"].map(h=>[h,B({label:"",min:0,max:1,step:.001,
value:0,format:M=>Me[l].ends[h].format(M),onInput(M){i[l][Me[l].ends[h].option]=M,S()}})])),c=re({label:"Signal rate and noise rate over time",title:"Signal and\
 noise rate",x:[0,1],y:[0,1],height:200,xLabel:"time t",yTicks:[0,.5,1]}),u=re({label:"Log-SNR over time",title:"Log-SNR: pull its ends",x:[0,1],y:lo,height:200,
xLabel:"time t",yTicks:[-10,-5,0,5,10],onHandle(h,M,k){let{fromLogSNR:y,min:I,max:$}=Me[l].ends[h],E=y(k,i[l].beta_start);f[h].value=Math.min(Math.max(E,I),$)}}),
p=a.map(h=>X({label:`Flower at t = ${h.toFixed(2)}`,title:h.toFixed(2),width:o,height:o})),w=F("code",{class:"ff-code"}),g=G();e.append(Y(m,f.start,f.end),F("di\
v",{class:"ff-columns ff-two"},F("div",{},c.element,ue([["signal","signal rate"],["noise","noise rate"]])),F("div",{},u.element,ue([["leaf","this schedule"],["m\
uted","cosine, as in the book",!0]]))),F("div",{class:"ff-strip"},...p.map(h=>h.element)),g.element,w);let v=ne("cosine"),b=s.map(h=>[h,v.logSNR(h)]);function d(){
for(let[h,M]of Object.entries(f)){let{label:k,min:y,max:I,step:$,option:E}=Me[l].ends[h];M.rename(k),M.input.step=$,M.limits(y,I,i[l][E])}}function S(){let h=ne(
l,i[l]),M=s.map(x=>[x,h.rates(x)]),k=a.map(x=>[x,h.rates(x)]);c.update({lines:[{points:M.map(([x,{signal:N}])=>[x,N]),colour:"signal",width:2.5},{points:M.map(([
x,{noise:N}])=>[x,N]),colour:"noise",width:2.5}],marks:[...k.map(([x,{signal:N}])=>({x,y:N,colour:"signal"})),...k.map(([x,{noise:N}])=>({x,y:N,colour:"noise"}))]});
let y=s.map(x=>[x,h.logSNR(x)]);u.update({lines:[{points:b,colour:"muted",dash:!0,width:1.5},{points:y,colour:"leaf",width:2.5}],marks:[{x:0,y:y[0][1],colour:"l\
eaf",handle:"start"},{x:1,y:y[100][1],colour:"leaf",handle:"end"}]}),k.forEach(([x,{signal:N,noise:C}],R)=>{p[R].draw(We(n,r,N,C)),p[R].describe(`Flower at t = ${x.
toFixed(2)}, signal rate ${N.toFixed(2)}`)});let{python:I,ends:{start:$,end:E}}=Me[l],P=[$,E].map(({option:x,format:N})=>`${x}=${Number(N(i[l][x]))}`);w.textContent=
`${I}(${P.join(", ")})`,g.say(uo(h))}d(),S()}function uo(e){let{signal:t}=e.rates(1),o=Array.from({length:1001},(r,s)=>s/1e3).find(r=>e.logSNR(r)<0);return`${o===
void 0?"The picture always outweighs the noise":o===0?"Noise outweighs the picture from the start":`Noise outweighs the picture from t = ${o.toFixed(2)}`}; at t\
 = 1 a signal rate of ${t.toFixed(3)} is left.`}function fn(e,t=150){let o=Math.max(1,Math.ceil(e.length/t)),n=[];for(let r=0;r<e.length;r+=o){let s=e.slice(r,r+o).filter(Number.isFinite);if(!s.length)continue;
let a=s.reduce((i,l)=>i+l,0)/s.length;n.push([r+s.length,Math.log10(Math.max(a,1e-12))])}return n}function ht(e){let t=e.length?e.map(([,f])=>f):[-.5,0],[o,n]=[
Math.min(...t),Math.max(...t)],r=Math.max(.03,.15-(n-o)/2),[s,a]=[o-r,n+r],i=a-s,l=i<.4?[1,1.2,1.5,2,2.5,3,4,5,6,7,8,9]:i<1?[1,1.5,2,3,5,7]:i<2?[1,2,5]:[1],m=[];
for(let f=Math.floor(s);f<=a;f+=Math.ceil(i/7))for(let c of l){let u=f+Math.log10(c);u>=s&&u<=a&&m.push(u)}return{y:[s,a],yTicks:m}}var gt=(e,t=2)=>{let o=10**e;
return o<1e4&&o>=.001?String(Number(o.toPrecision(t))):o.toExponential(0)};function wt(e){let t=e.slice(-50);return t.length?t.reduce((o,n)=>o+n,0)/t.length:0}function bt(e,t,o,n=120){return Array.from({length:n+1},(r,s)=>e(t+(o-t)*s/n))}var yt=(e,t,o,n,r,s)=>bt(a=>[e+o*Math.cos(a),t+n*Math.sin(a)],r,s);function fo(){
return[bt(e=>[1.6*Math.sin(e)**3,(13*Math.cos(e)-5*Math.cos(2*e)-2*Math.cos(3*e)-Math.cos(4*e))/10+.2],0,2*Math.PI,240)]}function mo(){return[yt(-.5,-.25,1,1.1,
0,Math.PI),yt(.5,.25,1,1.1,Math.PI,2*Math.PI)]}function po(){return[bt(e=>[.17*e*Math.cos(e),.17*e*Math.sin(e)],1,3.2*Math.PI,240)]}function ho(){let e=t=>[[[t,
.15],[t,1.65]],yt(t,.9,1.1,.75,-Math.PI/2,Math.PI/2)];return[...e(-1.5),...e(.4),[[-.95,-1.65],[-.95,-.15]],[[.4,-1.65],[.4,-.15],[.95,-1.1],[1.5,-.15],[1.5,-1.65]]]}
function go(e,t){let o=new Float32Array(2*e);for(let n=0;n<e;n+=1){let r=2*Math.PI*te(t,3*n),s=.55*Math.sqrt(te(t,3*n+1)),a=te(t,3*n+2)<.5?-1:1;o[2*n]=a+s*Math.
cos(r),o[2*n+1]=.6*a+s*Math.sin(r)}return o}function xt(e,t,o,n=.03){let r=e.flatMap(m=>m.length>1?m.slice(1).map((f,c)=>[m[c],f]):[[m[0],m[0]]]),s=0,a=r.map(([
[m,f],[c,u]])=>s+=Math.hypot(c-m,u-f)+1e-6),i=V(o,2*t),l=new Float32Array(2*t);for(let m=0;m<t;m+=1){let f=s*te(o,2*t+m),c=a.findIndex(b=>f<=b),[[u,p],[w,g]]=r[c],
v=(a[c]-f)/(a[c]-(a[c-1]??0));l[2*m]=w+v*(u-w)+n*i[2*m],l[2*m+1]=g+v*(p-g)+n*i[2*m+1]}return l}function mn(e,t,o,n,r){let s=0,a=Array.from(e,l=>s+=l),i=new Float32Array(
2*o);for(let l=0;l<o;l+=1){let m=s*te(n,3*l),f=a.findIndex(p=>m<=p),c=f%t+te(n,3*l+1),u=Math.floor(f/t)+te(n,3*l+2);i[2*l]=r*(2*c/t-1),i[2*l+1]=r*(1-2*u/t)}return i}
var pn={heart:fo,moons:mo,spiral:po,letters:ho},rr=[...Object.keys(pn),"discs"];function dn(e,t,o){return e==="discs"?go(t,o):xt(pn[e](),t,o)}function hn(e,t,o){
let n=0;for(let r=0;r<e.length;r+=2)for(let s=0;s<t.length;s+=2){let[a,i]=[e[r]-t[s],e[r+1]-t[s+1]];if(a*a+i*i<=o*o){n+=1;break}}return 2*n/e.length}var gn=`(()=>{var ge={noise:({signal:e,noise:o})=>e/o,image:()=>1,velocity:({noise:e})=>1/e,flow:({signal:e,noise:o})=>1+e/o};function te(e,o,n,t,r){let s=e.len\
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
`;var yo={noise:({signal:e,noise:t})=>e/t,image:()=>1,velocity:({noise:e})=>1/e,flow:({signal:e,noise:t})=>1+e/t};function wn(e,t,o,n,r){let s=e.length/2,a=new Float64Array(
s),i=[0,1].map(u=>Array.from(a.keys()).sort((p,w)=>e[2*p+u]-e[2*w+u]));function l(u,p,{signal:w,noise:g}){let v=1/0;for(let d=0;d<s;d+=1){let[S,h]=[u-w*e[2*d],p-
w*e[2*d+1]];a[d]=(S*S+h*h)/(2*g*g),v=Math.min(v,a[d])}let b=0;for(let d=0;d<s;d+=1)b+=a[d]=Math.exp(v-a[d]);return b}let m=(u,p)=>a.reduce((w,g,v)=>w+g*e[2*v+u],
0)/p,f=(u,p)=>{let w=0,g=i[u].find(v=>(w+=a[v])>=p/2);return e[2*g+u]},c=0;return r.times.forEach((u,p)=>{let w=t.rates(u),g=[0,1].map(b=>w.signal*r.images[2*p+
b]+w.noise*r.noise[2*p+b]),v=l(...g,w);for(let b of[0,1]){let d=n==="mse"?m(b,v):f(b,v),S=yo[o](w)*(d-r.images[2*p+b]);c+=n==="mse"?S*S:Math.abs(S)}}),c/(2*r.times.
length)}function yn(e,{beta1:t=.9,beta2:o=.999,epsilon:n=1e-8}={}){let[r,s]=[new Float64Array(e),new Float64Array(e)],a=0;return{step(i,l,m){a+=1;let f=m/(1-t**a),c=1/Math.
sqrt(1-o**a);for(let u=0;u<e;u+=1){let p=l[u];r[u]+=(1-t)*(p-r[u]),s[u]+=(1-o)*(p*p-s[u]),i[u]-=f*r[u]/(Math.sqrt(s[u])*c+n)}}}}function bn(e,t){let o=e.slice(),
n=0;return{parameters:o,update(r){let s=Math.min(t,(1+n)/(10+n));n+=1;for(let a=0;a<o.length;a+=1)o[a]+=(1-s)*(r[a]-o[a])}}}function Oe(e,t=null){let o=e.slice(1).map((l,m)=>({inputs:e[m],outputs:l})),n=o.reduce((l,{inputs:m,outputs:f})=>l+(m+1)*f,0),r=t??new Float64Array(n),s=0,a=l=>r.
subarray(s,s+=l),i=o.map(({inputs:l,outputs:m})=>({inputs:l,outputs:m,weight:a(l*m),bias:a(m)}));return{widths:e,layers:i,parameters:r}}function xn(e){return e.
map(t=>{let[o,n,r]=[0,1,2].map(()=>new Float64Array(64*t));return{width:t,values:o,slopes:n,errors:r}})}function Mt(e,t,o,n,r=null,s=null){let[a,i]=[t[0],t[t.length-
1]],l=o.length/a.width;for(let m=0;m<l;m+=64){let f=Math.min(64,l-m);a.values.set(o.subarray(m*a.width,(m+f)*a.width)),bo(e,t,f),n.set(i.values.subarray(0,f*i.width),
m*i.width),s&&(s(m,f,i.values,i.errors),vo(e,r,t,f))}return n}function bo({layers:e},t,o){e.forEach(({inputs:n,outputs:r,weight:s,bias:a},i)=>{let[l,m]=[t[i],t[i+
1]];Mo(m.values,a,o),vt(m.values,o,r,n,l.values,n,1,s,n,1),i<e.length-1&&xo(m.values,m.slopes,o*r)})}function xo(e,t,o){for(let n=0;n<o;n+=1){let r=e[n],s=1/(1+
Math.exp(-r));e[n]=r*s,t[n]=s*(1+r*(1-s))}}function vo({layers:e},t,o,n){for(let r=e.length-1;r>=0;r-=1){let{inputs:s,outputs:a,weight:i}=e[r],[l,m]=[o[r],o[r+1]],
f=t.layers[r];if(vt(f.weight,a,s,n,m.errors,1,a,l.values,1,s),So(f.bias,m.errors,n),r===0)return;l.errors.fill(0,0,n*s),vt(l.errors,n,s,a,m.errors,a,1,i,1,s),ko(
l.errors,l.slopes,n*s)}}function Mo(e,t,o){for(let n=0,r=0;n<o;n+=1)for(let s=0;s<t.length;s+=1,r+=1)e[r]=t[s]}function So(e,t,o){for(let n=0,r=0;n<o;n+=1)for(let s=0;s<
e.length;s+=1,r+=1)e[s]+=t[r]}function ko(e,t,o){for(let n=0;n<o;n+=1)e[n]*=t[n]}function vt(e,t,o,n,r,s,a,i,l,m){let f=t-t%4,c=o-o%4;for(let u=0;u<f;u+=4)for(let p=0;p<
c;p+=4){let w=0,g=0,v=0,b=0,d=0,S=0,h=0,M=0,k=0,y=0,I=0,$=0,E=0,P=0,x=0,N=0,C=u*s,R=p*l;for(let O=0;O<n;O+=1){let _=i[R],D=i[R+l],L=i[R+2*l],q=i[R+3*l],W=r[C],H=r[C+
s],j=r[C+2*s],ee=r[C+3*s];w+=W*_,g+=W*D,v+=W*L,b+=W*q,d+=H*_,S+=H*D,h+=H*L,M+=H*q,k+=j*_,y+=j*D,I+=j*L,$+=j*q,E+=ee*_,P+=ee*D,x+=ee*L,N+=ee*q,C+=a,R+=m}let A=u*
o+p;e[A]+=w,e[A+1]+=g,e[A+2]+=v,e[A+3]+=b,A+=o,e[A]+=d,e[A+1]+=S,e[A+2]+=h,e[A+3]+=M,A+=o,e[A]+=k,e[A+1]+=y,e[A+2]+=I,e[A+3]+=$,A+=o,e[A]+=E,e[A+1]+=P,e[A+2]+=x,
e[A+3]+=N}for(let u=0;u<t;u+=1)for(let p=u<f?c:0;p<o;p+=1){let w=0;for(let g=0;g<n;g+=1)w+=r[u*s+g*a]*i[p*l+g*m];e[u*o+p]+=w}}var Ve={dim:14,lowest:.25,highest:32},ye=[2+Ve.dim,64,64,64,2],we=256,Ao=.995,Fo={noise:(e,t)=>t,image:e=>e,velocity:(e,t,{signal:o,noise:n})=>o*t-n*e,flow:(e,t)=>t-
e},$o={mse:{error:e=>e*e,slope:e=>2*e},mae:{error:Math.abs,slope:Math.sign}};function Ke(e){let t=e.length/2,o=[0,0];e.forEach((r,s)=>{o[s%2]+=r/t});let n=e.reduce(
(r,s,a)=>r+(s-o[a%2])**2,0);return{mean:o,spread:Math.sqrt(n/e.length)||1}}function St(e,{mean:t,spread:o}){return e.map((n,r)=>(n-t[r%2])/o)}function Je(e,{mean:t,
spread:o}){return e.map((n,r)=>n*o+t[r%2])}function Eo(e){let t=Oe(ye),o=0;for(let{inputs:n,weight:r,bias:s}of t.layers.slice(0,-1))for(let a of[r,s])for(let i=0;i<
a.length;i+=1)a[i]=(2*te(e,o)-1)/Math.sqrt(n),o+=1;return t.parameters}function vn(e,t){let{kind:o,options:n}=t.schedule,r=ne(o,n),s=Ye(t.target),a=Fo[t.target],
{error:i,slope:l}=$o[t.loss],f=He(Ve.dim,Ve.lowest,Ve.highest).map($=>Math.fround(2*Math.PI*$)),c=Oe(ye,t.parameters??Eo(t.seed)),u=Oe(ye),p=yn(c.parameters.length),
w=bn(c.parameters,Ao),g=Oe(ye,w.parameters),v=xn(ye),b=Ke(e),d=St(e,b),S=0;function h($,E,P,x,N){let C=E*ye[0];$[C]=P,$[C+1]=x;for(let R=0;R<f.length;R+=1){let A=Math.
fround(Math.fround(N)*f[R]);$[C+2+R]=Math.sin(A),$[C+2+f.length+R]=Math.cos(A)}}function M($){let E=$.times.length,P=new Float64Array(E*ye[0]),x=new Float64Array(
2*E);for(let C=0;C<E;C+=1){let R=r.rates($.times[C]),[A,O]=[2*C,2*C+1];h(P,C,R.signal*$.images[A]+R.noise*$.noise[A],R.signal*$.images[O]+R.noise*$.noise[O],R.noise**
2),x[A]=a($.images[A],$.noise[A],R),x[O]=a($.images[O],$.noise[O],R)}let N=0;return u.parameters.fill(0),Mt(c,v,P,new Float64Array(2*E),u,(C,R,A,O)=>{for(let _=0;_<
2*R;_+=1){let D=A[_]-x[2*C+_];N+=i(D)/(2*E),O[_]=l(D)/(2*E)}}),N}function k($){let E=ot(t.seed,$+65536),P=d.length/2,x={images:new Float64Array(2*we),noise:V(E,
2*we),times:new Float64Array(we)};for(let N=0;N<we;N+=1){let C=2*Math.floor(P*te(E,4*we+N));x.images[2*N]=d[C],x.images[2*N+1]=d[C+1],x.times[N]=te(E,5*we+N)}return x}
function y($,E,P){let x=E.length/2,N=new Float64Array(x*ye[0]);for(let R=0;R<x;R+=1)h(N,R,E[2*R],E[2*R+1],P.noise**2);let C=Mt($,v,N,new Float64Array(E.length));
return s(C,E,P)}let I=$=>$?g:c;return{network:c,gradient:u,average:w,drawBatch:k,lossAndGradient:M,get steps(){return S},step($=t.rate){let E=M(k(S));return Number.
isFinite(E)&&(p.step(c.parameters,u.parameters,$),w.update(c.parameters),S+=1),E},learnFrom($){b=Ke($),d=St($,b)},best(){return Array.from({length:12},(P,x)=>wn(
d,r,t.target,t.loss,{...k(1e6+x),times:Float64Array.from({length:we},(N,C)=>(C+(x+.5)/12)/we)})).reduce((P,x)=>P+x,0)/12},sample({count:$,steps:E=20,seed:P=1,smooth:x=!0}){
let N=ge(E),C=Float64Array.from(V(P,2*$)),R=C;for(let A=0;A<E;A+=1){let[O,_]=[r.rates(N[A]),r.rates(N[A+1])];({image:R,noisy:C}=Xe(C,y(I(x),C,O),O,_))}return Je(
R,b)},guess($,{t:E,smooth:P=!0}){let x=r.rates(E),N=St($,b),C=y(I(P),N,x),R=N.map((A,O)=>(A-x.noise*C[O])/x.signal);return Je(R,b)}}}var Mn=100,No=.25,To=3e4;function Sn(e,{slice:t=50,later:o=n=>setTimeout(n,0)}={}){let n=null,r={},s={},a=0,i=!1,l=!1,m=!0,f=[],c=0,u=0,p=0,w=0,g=0,v={},b=()=>!m||
n.steps>=To;function d(k,y=1/0){let I=performance.now(),$=0;for(;$<y&&m&&performance.now()<k;){let E=n.step(s.rate);f.push(E),m=Number.isFinite(E),$+=1}c+=performance.
now()-I,u+=$,b()&&(i=!1)}function S({samples:k=!1,arrows:y=k}={}){let I={...v,begun:a,steps:n.steps,finite:m,ended:b(),losses:Float32Array.from(f),rate:c>0?1e3*
u/c:0},{count:$,length:E,seed:P,places:x,t:N}=r,C=s.average;if(y&&(I.arrows=n.guess(x,{t:N,smooth:C})),k&&n.steps>0){let R=performance.now();I.samples=n.sample(
{count:$,steps:E,seed:P,smooth:C}),p=performance.now(),w=p-R}[f,v]=[[],{}],c>2e3&&([c,u]=[c/2,u/2]),e(I),g=performance.now()}function h(){if(l=!1,!i)return;d(performance.
now()+t);let k=performance.now(),y=!i||k-p>Math.max(2*Mn,w/No);(y||k-g>Mn)&&S({samples:y,arrows:!0}),M()}function M(){!i||l||(l=!0,o(h))}return{begin(k){({number:a,
settings:s,view:r}=k),n=vn(k.points,s),[i,m,f,c,u]=[!1,!0,[],0,0],v={best:n.best()},S({samples:!0})},learnFrom({points:k}){n.learnFrom(k),v={best:n.best()},i||S(
{samples:!0})},change(k){s={...s,...k},i||S({samples:!0})},look(k){r={...r,...k},S({arrows:!0,samples:!("t"in k)})},run({on:k}){i=k&&!b(),i||S({samples:!0}),M()},
step({count:k=1}){d(1/0,k),S({samples:!0})}}}function kn(e,t){let o=null,n=null,r=!1,s=[],a=()=>{n=Sn(e,{slice:12});for(let{order:i,...l}of s.splice(0))n[i](l)};try{o=t(),o.onmessage=({data:i})=>{r=!0,s.length=
0,i.ready||e(i)},o.onerror=i=>{if(i.preventDefault?.(),r)throw new Error(i.message);a()}}catch{a()}return{get inWorker(){return n===null},ask(i,l={}){return n?n[i](
l):(r||s.push({order:i,...l}),o.postMessage({order:i,...l}))}}}var kt=2.2,An=1.9,Ze=600,Fn=400,Io=.15,Co=1e3,$n=[["heart","Heart"],["moons","Two moons"],["spiral","Spiral"],["discs","Two discs"],["letters","DDIM"],["picture",
"A painted flower"],["drawing","What I draw"]],En={cosine:{name:"Cosine",kind:"cosine",options:{max_signal_rate:.999}},short:{name:"Cosine, ends as for pictures",
kind:"cosine",options:{}},linear:{name:"Linear β",kind:"linear",options:{}},log_snr:{name:"Straight log-SNR",kind:"log_snr",options:{start:6,end:-6}},rectified_flow:{
name:"Rectified flow",kind:"rectified_flow",options:{}}},Po=[["noise","Noise"],["image","Image"],["velocity","Velocity"],["flow","Flow (noise − image)"]],Lo=[
["mse","Squared (MSE)"],["mae","Absolute (MAE)"]],Nn=Float64Array.from({length:450},(e,t)=>{let o=t>>1;return kt*(2*((t%2?Math.floor(o/15):o%15)+.5)/15-1)});function Ro(){
return new Worker(URL.createObjectURL(new Blob([gn],{type:"text/javascript"})))}function Tn(e,t,o){let n={schedule:"cosine",target:"noise",loss:"mse",power:-2,average:!0,
seed:t.seed},r={size:t.picture.size,ink:z(t.picture.ink)},s=Oo(t.picture),a=[],i=new Float32Array(0),l=null,m=0,f=!1,c=!1,u={steps:0,finite:!0,rate:0},p=[],w=null,
g=null,v=0,b=null,d=K({label:"Points",options:$n,value:t.shape,onChange:W}),S=le({label:"Clear",onClick:()=>{d.value="drawing"}}),h=le({label:"Train",onClick:()=>c?
J():qe()}),M=le({label:"One step",onClick:()=>{be()&&Q("step")}}),k=le({label:"Start again",onClick:ae}),y=B({label:"Learning rate",min:-4,max:0,step:.5,value:n.
power,format:T=>String(Number((10**T).toPrecision(1))),onInput(T){n.power=T,f&&Q("change",{rate:10**T})}}),I=Ie({label:"Average the weights",value:!0,onChange(T){
n.average=T,f&&Q("change",{average:T})}}),$=T=>U=>{n[T]=U,ae()},E=K({label:"Schedule",value:n.schedule,options:Object.entries(En).map(([T,{name:U}])=>[T,U]),onChange:$(
"schedule")}),P=K({label:"The network predicts",value:n.target,options:Po,onChange:$("target")}),x=K({label:"Error",value:n.loss,options:Lo,onChange:$("loss")}),
N=B({label:"Seed",min:0,max:50,step:1,value:n.seed,onInput(T){n.seed=T,H(d.value),ae()}}),C=B({label:"Noise level of the arrows",min:0,max:1,step:.02,value:.5,format:T=>`\
t = ${T.toFixed(2)}`,onInput(T){f&&Q("look",{t:T})}}),R=B({label:"Steps of DDIM",min:1,max:50,step:1,value:20,onInput(T){f&&Q("look",{length:T})}}),A=ve({label:"\
Your points",reach:kt,draw:Se,onPress:ke}),O=ve({label:"Samples",reach:kt,draw:Ee}),_=F("span",{class:"ff-title"},"Noise"),D=re({label:"Loss over the steps",title:"\
Loss",x:[0,200],...ht([]),height:150,xLabel:"steps",formatY:gt}),L=G(),q=(T,U)=>F("div",{},T,U.element);e.append(Y(d,S,h,M,k),F("div",{class:"ff-columns ff-two"},
q(F("span",{class:"ff-title"},"Your points: draw here"),A),q(_,O)),L.element,F("div",{class:"ff-gap"},D.element,ue([["iris","Loss"],["muted","The least that any\
 network can reach on these points",!0]])),F("div",{class:"ff-controls ff-gap"},y.element,I.element,...t.simple?[]:[E,P,x,C,R,N].map(T=>T.element)));function W(T){
T==="drawing"&&(a=[]),H(T)}function H(T){T==="drawing"?i=a.length?xt(a,Ze,n.seed):new Float32Array(0):T==="picture"?i=mn(r.ink,r.size,Ze,n.seed,An):i=dn(T,Ze,n.
seed),h.disabled=M.disabled=i.length===0,A.canvas.setAttribute("aria-label",i.length?`${i.length/2} points to learn: ${$n.find(([U])=>U===T)[1]}`:"An empty boar\
d to draw on"),ee(),A.redraw(),O.redraw(),$t()}let j=0;function ee(){!f||j||(j=setTimeout(()=>{j=0,f&&i.length&&Q("learnFrom",{points:i}),f&&c&&Q("run",{on:i.length>
0})},300))}function Se(T){d.value==="picture"&&T.picture(s,An,.35),T.dots(i,Z(o,"signal"),2.4),g&&T.arrows(Nn,g,Z(o,"noise")),!i.length&&(T.context.fillStyle=Z(
o,"muted"),T.context.textAlign="center",T.context.font=`14px ${getComputedStyle(o).fontFamily}`,T.context.fillText("Draw here",T.width/2,T.width/2))}function Ee(T){
T.dots(i,Z(o,"muted"),2,.35),T.dots(w??Qe(),Z(o,"petal"),2.6)}function Qe(){let T=Float64Array.from(V(1,2*Fn));return i.length?Je(T,Ke(i)):T}function ke(T,U){if(U)
d.value!=="drawing"&&(d.value="drawing"),a.push([T]);else{let pe=a[a.length-1],De=pe[pe.length-1];if(Math.hypot(T[0]-De[0],T[1]-De[1])<.04)return;pe.push(T)}H("\
drawing")}function Q(T,U={}){l.ask(T,U)}function be(){return i.length?(l??=kn(me,Ro),f||_e(),!0):!1}function _e(){let{kind:T,options:U}=En[n.schedule];m+=1,f=!0,
Q("begin",{number:m,points:i,settings:{schedule:{kind:T,options:U},target:n.target,loss:n.loss,rate:10**n.power,average:n.average,seed:n.seed},view:{count:Fn,length:R.
value,seed:1,places:Nn,t:C.value}})}function qe(){be()&&(c=!0,et(),Q("run",{on:!0}))}function J(){c=!1,et(),Q("run",{on:!1})}function ae(){p=[],[w,g,b]=[null,null,
null],u={steps:0,finite:!0,rate:0},f=!1,l&&be()&&c&&Q("run",{on:!0}),ze()}function me(T){if(T.begun===m){u=T,T.ended&&(c=!1);for(let U of T.losses)p.push(U);b=T.
best??b,T.samples&&(w=T.samples),T.arrows&&(g=T.arrows),Te()}}let Ae=0,Ne=0;function Te(){if(Ne)return;let T=tt()&&c?Co-(performance.now()-Ae):0;Ne=setTimeout(()=>{
Ne=0,Ae=performance.now(),ze()},Math.max(0,T))}function ze(){v=w&&i.length?hn(w,i,Io):0,_.textContent=w?"Samples":"Noise, where samples start",A.redraw(),O.redraw();
let T=fn(p),U=b>0?Math.log10(b):null,pe=Math.max(100,p.length);D.limits({x:[0,pe],...ht(U===null?T:[...T,[0,U]])}),D.update({lines:[...U===null?[]:[{points:[[0,
U],[pe,U]],colour:"muted",dash:!0}],...T.length>1?[{points:T,colour:"iris"}]:[]],marks:T.length===1?[{x:T[0][0],y:T[0][1],colour:"iris"}]:[]}),et(),$t()}function et(){
h.textContent=c?"Pause":"Train",o.dataset.state=c?"training":u.finite?"resting":"broken",o.dataset.steps=u.steps,o.dataset.rate=Math.round(u.rate),o.dataset.loss=
wt(p).toFixed(4),o.dataset.near=v.toFixed(3)}function $t(){if(!i.length)return L.say("The board is empty. Draw on it, or choose points.");if(!p.length)return L.
say(`${Ze} points to learn. Press Train.`);let T=wt(p),U=l.inWorker?"":", without a worker",pe=u.rate?` ${Math.round(u.rate)} steps a second here${U}.`:"";if(!u.
finite)return L.say(`Step ${u.steps}: the loss is no longer a number. The learning rate is too high; take a smaller one and start again.`);let De=T>1.5*p[0]?" T\
hat is more than at the start: the learning rate is too high.":"";return L.say(`Step ${u.steps.toLocaleString("en")}. Loss ${gt(Math.log10(T),3)}.${De} ${Math.round(
100*v)} % of the samples lie on your points.${pe}`)}typeof IntersectionObserver=="function"&&new IntersectionObserver(T=>{let U=T[T.length-1].isIntersecting;f&&
c&&Q("run",{on:U&&i.length>0})}).observe(o),H(t.shape),A.follow(),O.follow(),ze(),Fe(o,()=>{A.redraw(),O.redraw()})}function Oo({size:e,colours:t}){let o=F("can\
vas",{width:e,height:e}),n=o.getContext("2d"),r=n.createImageData(e,e);z(t).forEach((s,a)=>{r.data[4*Math.floor(a/3)+a%3]=s});for(let s=3;s<r.data.length;s+=4)r.
data[s]=255;return n.putImageData(r,0,0),o}function Cn(e,t){let{blocks:o}=t,n=Math.max(...o.map(u=>u.parameters)),r=o.map((u,p)=>{let w=In(u,1)[0],g=Math.sqrt(u.parameters/n),v=F("button",{type:"button",
class:"ff-block","aria-pressed":"false","aria-label":`${u.title}, ${u.shape}, ${u.parameters} parameters`},w,F("i",{style:`width:${(100*g).toFixed(0)}%`}));return v.
addEventListener("focus",()=>c(p)),v.addEventListener("pointerenter",()=>c(p)),v.addEventListener("click",()=>c(p)),v.addEventListener("keydown",b=>{let d={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[b.key];d&&(b.preventDefault(),r[Math.min(Math.max(p+d,0),o.length-1)].focus())}),v}),s=Math.max(...o.map(u=>u.level))+1,a=F(
"div",{class:"ff-unet",role:"group","aria-label":"Blocks"});for(let u=0;u<s;u+=1){let p=v=>r.filter((b,d)=>o[d].level===u&&o[d].side===v),w=t.sizes[u],g=`margin\
-inline:${(30*u/(s-1)).toFixed(1)}%`;a.append(F("div",{class:"ff-unet-row",style:g},F("div",{class:"ff-unet-side"},...p("down")),...p("middle").length?[F("div",
{class:"ff-unet-side"},...p("middle")),F("span",{class:"ff-unet-size"},`${w} × ${w}`)]:[F("span",{class:"ff-unet-skip"},F("span",{class:"ff-unet-size"},`${w} ×\
 ${w}`))],F("div",{class:"ff-unet-side"},...p("up"))))}let i=F("span",{class:"ff-title"}),l=F("dl",{class:"ff-facts"}),m=F("div",{class:"ff-maps",role:"img"}),f=G();
e.append(a,F("div",{class:"ff-unet-detail"},i,l,m),f.element);function c(u){let p=o[u];r.forEach((w,g)=>{w.setAttribute("aria-pressed",String(g===u)),w.classList.
toggle("ff-partner",g!==u&&_o(o[g],p))}),i.textContent=p.kind?`${p.title}: ${p.kind}`:p.title,l.replaceChildren(...p.facts.map(([w,g])=>F("div",{},F("dt",{},w),
F("dd",{},g)))),m.replaceChildren(...In(p,p.count)),m.setAttribute("aria-label",p.shown),f.say(p.sentence)}c(Math.min(t.selected,o.length-1))}function _o(e,t){return e.
skip===t.name||t.skip===e.name}function qo(e,t){return Float64Array.from({length:t},(o,n)=>((n%2?e[n>>1]&15:e[n>>1]>>4)-7)/7)}function In(e,t){let[o,n]=e.size,r=z(
e.maps),s=o*n,a=e.colour?null:qo(r,s*e.count);return Array.from({length:Math.min(t,e.count)},(i,l)=>{let m=X({label:"",width:o,height:n});return m.draw(e.colour?
r:Ce(a.subarray(l*s,(l+1)*s))),m.canvas.removeAttribute("role"),m.canvas.removeAttribute("aria-label"),m.canvas.setAttribute("aria-hidden","true"),m.canvas})}var At=["leaf","iris"];function Pn(e,t,o){let{side:n,epochs:r,curves:s}=t,a=s.flatMap(({points:g})=>g),[i,l]=[Math.min(...a.map(([g])=>g)),Math.max(...a.map(([g])=>g))],
m=null,f=B({label:"Epoch",min:i,max:l,step:1,value:l,onInput:w}),c=re({label:"Errors over the epochs",title:"Errors",x:[i,Math.max(l,i+1)],y:Do(s),height:190,xLabel:"\
epoch",onPoint:g=>{f.value=Math.round(g)}}),u=X({label:"Samples",title:"Samples",width:n,height:n}),p=G();e.append(Y(f,ce(o,f,{seconds:8})),F("div",{class:"ff-c\
olumns ff-two"},F("div",{},c.element,ue(s.map(({name:g},v)=>[At[v],g]))),u.element),p.element);function w(){let g=f.value;c.update({lines:s.map(({points:b},d)=>({
points:b,colour:At[d]})).filter(({points:b})=>b.length>1),marks:[{x:g,colour:"muted"},...s.flatMap(({points:b},d)=>{let S=Ft(b,g,([h])=>h);return S?[{x:S[0],y:S[1],
colour:At[d]}]:[]})]});let v=Ft(r,g,b=>b)??r[0];m&&u.draw(he(m,r.indexOf(v)*n,0,n,n)),u.heading.textContent=`Samples after epoch ${v}`,u.describe(`Sixteen sampl\
es after epoch ${v}`),p.say(`Epoch ${g}. ${s.map(({name:b,points:d})=>{let S=Ft(d,g,([h])=>h);return S?`${b}: ${S[1].toFixed(3)}`:""}).filter(Boolean).join("; ")}\
.`)}w(),ie(de(o)).then(g=>{m=g,o.dataset.state="ready",w()})}function Do(e){let t=e.flatMap(({points:s})=>s.map(([,a])=>a)),[o,n]=[Math.min(...t),Math.max(...t)],
r=.05*(n-o)||.01;return[o-r,n+r]}function Ft(e,t,o){return e.filter(n=>o(n)<=t).at(-1)}Et({dissolve:Rt,embedding_explorer:_t,first_flowers:qt,grow:Gt,lie:Xt,noise_maps:Jt,particles:on,reverse:sn,schedule_designer:un,train:Tn,unet_map:Cn,watch:Pn});})();
