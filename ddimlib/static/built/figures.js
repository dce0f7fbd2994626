/* Made by book/bundle_figures.py from ddimlib/static/ (2209d8c977cf55e2). */
(()=>{function Ct(t){let e=".ff-figure[data-figure]:not([data-started], [data-failed])",o=()=>{for(let r of document.querySelectorAll(e))document.readyState==="loadin\
g"&&!r.nextSibling||Ln(r,t[r.dataset.figure])};if(o(),document.readyState!=="loading")return;let n=new MutationObserver(o);n.observe(document,{childList:!0,subtree:!0}),
document.addEventListener("DOMContentLoaded",()=>{n.disconnect(),o()})}function Ln(t,e){let o=t.querySelector(":scope > script[type='application/json']");if(!e||
!o)return;let n=t.querySelector(".ff-live");t.dataset.started="";try{e(n,JSON.parse(o.textContent),t)}catch(r){delete t.dataset.started,t.dataset.failed="",n.replaceChildren(),
console.error(r)}}function A(t,e={},...o){let n=document.createElement(t);for(let[r,s]of Object.entries(e))s!=null&&s!==!1&&n.setAttribute(r,s===!0?"":s);return n.
append(...o),n}function Y(...t){return A("div",{class:"ff-controls"},...t.map(e=>e.element??e))}function W({label:t,min:e,max:o,step:n,value:r,format:s=String,onInput:a}){
let i=A("span",{class:"ff-value","aria-hidden":"true"}),l=A("input",{type:"range",min:e,max:o,step:n}),f=()=>{let m=s(Number(l.value));i.textContent=m,l.setAttribute(
"aria-valuetext",m);let p=(Number(l.value)-l.min)/(l.max-l.min||1);l.style.setProperty("--ff-filled",`${(100*p).toFixed(1)}%`)},c=A("span",{class:"ff-label"},t),
u=A("label",{class:"ff-slider"},A("span",{class:"ff-row"},c,i),l);return l.value=r,f(),l.addEventListener("input",()=>{f(),a(Number(l.value))}),{element:u,input:l,
get value(){return Number(l.value)},set value(m){l.value=m,f(),a(Number(l.value))},limits(m,p,g){Object.assign(l,{min:m,max:p}),l.value=g,f()},rename(m){c.textContent=
m}}}function Q({label:t,options:e,value:o,onChange:n}){let r=A("select",{},...e.map(([a,i])=>A("option",{value:a},i)));return r.value=o,r.addEventListener("chan\
ge",()=>n(r.value)),{element:A("label",{class:"ff-choice"},A("span",{class:"ff-label"},t),r),input:r,get value(){return r.value},set value(a){r.value=a,n(r.value)}}}
function Be({label:t,value:e=!1,onChange:o}){let n=A("input",{type:"checkbox"});return n.checked=e,n.addEventListener("change",()=>o(n.checked)),{element:A("lab\
el",{class:"ff-toggle"},n,A("span",{},t)),input:n,get value(){return n.checked}}}function xe({label:t,onClick:e}){let o=A("button",{type:"button",class:"ff-butt\
on"},t);return o.addEventListener("click",e),o}function rt(){return window.matchMedia("(prefers-reduced-motion: reduce)").matches}function Rn(t,e,o=()=>{}){let n=0,
r=!1,s=!0,a=null,i=c=>{let u=a===null?0:Math.min((c-a)/1e3,.1);if(a=c,n=0,!t.isConnected||e(u)===!1)return f.pause();l()},l=()=>{r&&s&&!n&&(n=requestAnimationFrame(
i))},f={get playing(){return r},play(){r=!0,a=null,o(!0),l()},pause(){r=!1,cancelAnimationFrame(n),n=0,o(!1)}};return typeof IntersectionObserver=="function"&&new IntersectionObserver(
c=>{s=c[c.length-1].isIntersecting,a=null,l()}).observe(t),f}function ye(t,e,{label:o="Play",seconds:n=6}={}){let r=()=>Number(e.input.min),s=()=>Number(e.input.
max),a=0,i=0,l=xe({label:o,onClick:()=>{if(f.playing)return f.pause();a=e.value>=s()?r():e.value,i=0,f.play()}}),f=Rn(t,c=>{let u=s()-r();if(rt()){if(i+=c,i<n/8)
return!0;a+=u/8,i=0}else a+=u*c/n;return e.value=Math.min(a,s()),a<s()},c=>{l.textContent=c?"Pause":o});return e.input.addEventListener("pointerdown",()=>f.pause()),
e.input.addEventListener("keydown",()=>f.pause()),l}function X(){let t=A("p",{class:"ff-readout"}),e=A("p",{class:"ff-hidden","aria-live":"polite"}),o=0;return{
element:A("div",{},t,e),say(n){let r=t.textContent==="";t.textContent=n,clearTimeout(o),r||(o=setTimeout(()=>{e.textContent=n},500))}}}function K({label:t,title:e="",
width:o,height:n}){let r=A("canvas",{width:o,height:n,role:"img","aria-label":t}),s=r.getContext("2d"),a=s.createImageData(o,n);a.data.fill(255);let i=A("span",
{class:"ff-title"},e);return{element:A("div",{class:"ff-picture"},...e?[i]:[],r),canvas:r,heading:i,draw(l){let f=l.length===o*n;for(let c=0;c<o*n;c+=1)for(let u=0;u<
3;u+=1)a.data[4*c+u]=f?l[c]:l[3*c+u];s.putImageData(a,0,0)},describe(l){r.setAttribute("aria-label",l)}}}function Oe(t,e){let o=new MutationObserver(e),n=["data\
-theme","data-jp-theme-light","theme","class"];o.observe(document.documentElement,{attributes:!0,attributeFilter:n}),o.observe(document.body,{attributes:!0,attributeFilter:n}),
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change",e)}function oe(t,e){return getComputedStyle(t).getPropertyValue(`--ff-${e}`).trim()}
function Se(t,e){let o=0,n=()=>{let r=Math.round(t.clientWidth);r>0&&r!==o&&e(o=r)};n(),new ResizeObserver(n).observe(t)}function se(t){return Uint8Array.from(atob(
t),e=>e.charCodeAt(0))}var On="http://www.w3.org/2000/svg";function me(t,e,o=""){let n=document.createElementNS(On,t);for(let[r,s]of Object.entries(e))n.setAttribute(r,s);return o&&(n.
textContent=o),n}function It(t,e,o=5){let n=(e-t)/o,r=10**Math.floor(Math.log10(n)),s=[1,2,5,10].map(i=>i*r).find(i=>i>=n*.999),a=[];for(let i=Math.ceil(t/s-1e-9);i*
s<=e+1e-9*s;i+=1)a.push(Number((i*s).toPrecision(12)));return a}function Nt(t){return String(t).replace("-","−")}function de({label:t,title:e="",x:o,y:n,xLabel:r="",
yLabel:s="",height:a=170,xTicks:i=null,yTicks:l=null,formatX:f=Nt,formatY:c=Nt,onPoint:u=null,onHandle:m=null}){let p=A("div",{class:"ff-chart"}),g=me("svg",{role:"\
img","aria-label":t,height:a}),w={left:44,right:12,top:8,bottom:r?38:24},x={x:o,y:n,xTicks:i,yTicks:l},b=300,d={lines:[],marks:[],areas:[]},$=y=>w.left+(y-x.x[0])/
(x.x[1]-x.x[0])*(b-w.left-w.right),h=y=>a-w.bottom-(y-x.y[0])/(x.y[1]-x.y[0])*(a-w.top-w.bottom),k=y=>Math.min(Math.max(y,x.y[0]),x.y[1]),S=y=>y.map(([M,N],I)=>`${I?
"L":"M"}${$(M).toFixed(1)} ${h(N).toFixed(1)}`).join("");function F(){let y=a-w.bottom;for(let M of x.yTicks??It(...x.y,4))g.append(me("line",{class:"ff-grid",x1:w.
left,x2:b-w.right,y1:h(M),y2:h(M)}),me("text",{class:"ff-tick",x:w.left-(m?13:6),y:h(M)+4,"text-anchor":"end"},c(M)));for(let M of x.xTicks??It(...x.x,b<260?3:5))
g.append(me("text",{class:"ff-tick",x:$(M),y:y+16,"text-anchor":"middle"},f(M)));if(g.append(me("line",{class:"ff-axis",x1:w.left,x2:b-w.right,y1:y,y2:y})),r&&g.
append(me("text",{class:"ff-axis-label","text-anchor":"middle",x:(w.left+b-w.right)/2,y:a-5},r)),s){let M=(w.top+y)/2;g.append(me("text",{class:"ff-axis-label",
"text-anchor":"middle",x:11,y:M,transform:`rotate(-90 11 ${M})`},s))}}function R(){g.replaceChildren(),g.setAttribute("viewBox",`0 0 ${b} ${a}`),g.setAttribute(
"width",b),F();let y=a-w.bottom,[M,N]=[w.left-2,w.top-2],[I,C]=[b-w.right+2-M,y+2-N],_=me("svg",{class:"ff-plot",x:M,y:N,width:I,height:C,viewBox:`${M} ${N} ${I}\
 ${C}`});g.append(_);for(let{points:q,colour:D="accent"}of d.areas??[]){let P=$(q[0][0]).toFixed(1),B=$(q[q.length-1][0]).toFixed(1);_.append(me("path",{d:`${S(
q)}L${B} ${y}L${P} ${y}Z`,class:"ff-area",style:`fill:var(--ff-${D})`}))}for(let{points:q,colour:D="accent",dash:P=!1,width:B=2}of d.lines??[])_.append(me("path",
{d:S(q),class:"ff-line",style:`stroke:var(--ff-${D});stroke-width:${B};${P?"stroke-dasharray:5 4":""}`}));for(let{x:q,y:D,colour:P="ink",handle:B}of d.marks??[])
D===void 0?g.append(me("line",{x1:$(q),x2:$(q),y1:w.top,y2:y,class:"ff-rule",style:`stroke:var(--ff-${P})`})):g.append(me("circle",{cx:$(q),cy:h(k(D)),r:B?9:4.5,
class:B?"ff-handle":"ff-mark",...B&&{"data-handle":B},style:`${B?"stroke":"fill"}:var(--ff-${P})`}))}function v(y){let M=g.getBoundingClientRect(),N=(y.clientX-
M.left-w.left)/(M.width-w.left-w.right),I=(M.bottom-w.bottom-y.clientY)/(a-w.top-w.bottom);return[[N,x.x],[I,x.y]].map(([C,[_,q]])=>_+Math.min(Math.max(C,0),1)*
(q-_))}let E=null,L=y=>{let[M,N]=v(y);E?m(E,M,N):u&&u(M)};return(u||m)&&(u&&g.classList.add("ff-draggable"),g.addEventListener("pointerdown",y=>{E=y.target.dataset?.
handle??null,!(!E&&!u)&&(g.setPointerCapture(y.pointerId),E||L(y))}),g.addEventListener("pointermove",y=>{g.hasPointerCapture(y.pointerId)&&L(y)})),e&&p.append(
A("span",{class:"ff-title"},e)),p.append(g),Se(p,y=>{b=y,R()}),{element:p,update(y){d=y,R()},limits(y){Object.assign(x,y)},describe(y){g.setAttribute("aria-labe\
l",y)}}}function ve(t){return A("div",{class:"ff-legend"},...t.map(([e,o,n])=>A("span",{},A("i",{style:`border-top:3px ${n?"dashed":"solid"} var(--ff-${e})`}),o)))}function at(t){return t=Math.imul(t^t>>>16,2146121005),t=Math.imul(t^t>>>15,2221713035),(t^t>>>16)>>>0}function it(t,e){let o=at(t+2654435769>>>0);return at(at(
e+o>>>0)+Math.imul(o,2246822507)>>>0)}function ie(t,e){return(it(t,e)+.5)/4294967296}function J(t,e){let o=new Float32Array(e);for(let n=0;n<e;n+=2){let r=Math.
sqrt(-2*Math.log(ie(t,n))),s=2*Math.PI*ie(t,n+1);o[n]=r*Math.cos(s),n+1<e&&(o[n+1]=r*Math.sin(s))}return o}function Ge(t){let e=t.length/3,o=[0,0,0],n=[0,0,0];t.forEach((s,a)=>{o[a%3]+=s/e}),t.forEach((s,a)=>{n[a%3]+=(s-o[a%3])**2/e});for(let s=0;s<3;s+=1)n[s]=Math.sqrt(
n[s])||1;let r=Float64Array.from(t,(s,a)=>(s-o[a%3])/n[a%3]);return{mean:o,std:n,image:r}}function Ye({mean:t,std:e,image:o},n,r,s){let a=new Uint8ClampedArray(
o.length);for(let i=0;i<o.length;i+=1)a[i]=(r*o[i]+s*n[i])*e[i%3]+t[i%3];return a}function _n({min_signal_rate:t=.02,max_signal_rate:e=.95}={}){let o=Math.acos(e),n=Math.acos(t);return r=>-2*Math.log(Math.tan(o+r*(n-o)))}function qn({beta_start:t=1e-4,
beta_end:e=.02,steps:o=1e3}={}){let n=new Float64Array(o),r=0;for(let s=0;s<o;s+=1)r+=Math.log1p(-(t+(e-t)*s/(o-1))),n[s]=r;return s=>{let a=s*(o-1),i=Math.min(
Math.floor(a),o-2),l=n[i]+(n[i+1]-n[i])*(a-i);return l-Math.log(-Math.expm1(l))}}function Bn({start:t=2.5,end:e=-7.5}={}){return o=>t+o*(e-t)}function Dn({start:t=.01,
end:e=.99}={}){return o=>{let n=t+o*(e-t);return-2*Math.log(n/(1-n))}}var lt={cosine:_n,linear:qn,log_snr:Bn,rectified_flow:Dn};function le(t,e={}){if(!Object.hasOwn(
lt,t))throw new Error(`no page knows the schedule "${t}"`);let o=lt[t](e);return{logSNR:o,rates:n=>jn(o(n))}}function jn(t){return{signal:Math.sqrt(1/(1+Math.exp(
-t))),noise:Math.sqrt(1/(1+Math.exp(t)))}}var Ho=Object.keys(lt);function Lt(t,e,o,n,r){for(let s=1,a=0;s<r;s+=1){let i=r>>1;for(;a&i;i>>=1)a^=i;if(a^=i,s<a){let l=o+s*n,f=o+a*n;[t[l],t[f]]=[t[f],t[l]],[e[l],e[f]]=[e[f],e[l]]}}
for(let s=2;s<=r;s*=2)for(let a=0;a<s/2;a+=1){let i=Math.cos(-2*Math.PI*a/s),l=Math.sin(-2*Math.PI*a/s);for(let f=a;f<r;f+=s){let c=o+f*n,u=c+s/2*n,m=t[u]*i-e[u]*
l,p=t[u]*l+e[u]*i;t[u]=t[c]-m,e[u]=e[c]-p,t[c]+=m,e[c]+=p}}}function ct(t,e){let o=Float64Array.from(t),n=new Float64Array(e*e);for(let r=0;r<e;r+=1)Lt(o,n,r*e,
1,e);for(let r=0;r<e;r+=1)Lt(o,n,r,e,e);return{real:o,imaginary:n}}function Rt(t){let e=new Int16Array(t*t);for(let o=0;o<t;o+=1)for(let n=0;n<t;n+=1){let r=Math.
min(o,t-o),s=Math.min(n,t-n),a=Math.round(Math.hypot(s,r));e[o*t+n]=a<=t/2?a:-1}return e}function ut(t,e,o,n,r,s){let a=new Float64Array(s/2+1),i=new Float64Array(
s/2+1);for(let l=0;l<s*s;l+=1){if(r[l]<0)continue;let f=o*t.real[l]+n*e.real[l],c=o*t.imaginary[l]+n*e.imaginary[l];a[r[l]]+=(f*f+c*c)/(s*s),i[r[l]]+=1}return a.
map((l,f)=>l/i[f])}var Wn=[{kind:"cosine",name:"Cosine schedule",colour:"signal"},{kind:"linear",name:"Linear schedule",colour:"noise"}];function Ot(t,e,o){let n=new Float64Array(
o);for(let s of t){let a=Math.floor((s+e)/(2*e)*o);a>=0&&a<o&&(n[a]+=1)}let r=2*e/o;return n.map(s=>s/(t.length*r))}function qt(t,e){let{size:o,seed:n}=e,r=se(e.
pixels),s=J(n,r.length),a=Ge(r),{image:i}=a,l=new Float64Array(r.length),f=Rt(o),c=ct(_t(i),o),u=ct(_t(s),o),m=Wn.map(F=>({...F,schedule:le(F.kind),view:K({label:F.
name,title:F.name,width:o,height:o}),note:A("div",{class:"ff-note"})})),p=de({label:"Histogram of the pixel values",title:"Pixel values",x:[-4,4],y:[0,.8],xLabel:"\
standardised value",xTicks:[-4,-2,0,2,4],yTicks:[0,.4,.8]}),g=de({label:"Power spectrum",title:"Power at each scale",x:[0,Math.log10(o/2)],y:[-2,4],xLabel:"cycl\
es per picture: coarse → fine",xTicks:[1,2,4,8,16,32,64].filter(F=>F<=o/2).map(Math.log10),formatX:F=>Math.round(10**F),yTicks:[-2,0,2,4],formatY:F=>`10${Un(F)}`}),
w=W({label:"Time t",min:0,max:1,step:.01,value:e.t,format:F=>F.toFixed(2),onInput:h}),x=X();t.append(Y(w,ye(t,w,{label:"Dissolve"})),A("div",{class:"ff-columns \
ff-pair ff-dissolve"},...m.map(({view:F,note:R})=>A("div",{},F.element,R))),A("div",{class:"ff-columns ff-two"},p.element,g.element),ve([["signal","cosine"],["n\
oise","linear"],["muted","photograph",!0],["ink","pure noise",!0]]),x.element);let b=Hn(81).map(F=>-4+F/10).map(F=>[F,Math.exp(-F*F/2)/Math.sqrt(2*Math.PI)]),d=k(
Ot(i,4,40)),$=S(ut(c,u,1,0,f,o));function h(){let F=w.value,R=[],v=[],E=[];for(let{schedule:L,view:y,note:M,colour:N,name:I}of m){let{signal:C,noise:_}=L.rates(
F);for(let D=0;D<l.length;D+=1)l[D]=C*i[D]+_*s[D];y.draw(Ye(a,s,C,_));let q=`signal ${C.toFixed(2)}, noise ${_.toFixed(2)}`;M.textContent=q,y.describe(`Photogra\
ph of a flower, ${I.toLowerCase()}, t = ${F.toFixed(2)}: ${q}`),R.push({points:k(Ot(l,4,40)),colour:N}),v.push({points:S(ut(c,u,C,_,f,o)),colour:N}),E.push(`${I.
toLowerCase().split(" ")[0]} keeps ${Math.round(100*C**2)} %`)}p.update({lines:[{points:d,colour:"muted",dash:!0,width:1.5},{points:b,colour:"ink",dash:!0,width:1.5},
...R]}),g.update({lines:[{points:$,colour:"muted",dash:!0,width:1.5},{points:[[0,0],[Math.log10(o/2),0]],colour:"ink",dash:!0,width:1.5},...v]}),x.say(`At t = ${F.
toFixed(2)} the ${E.join(", the ")} of the variance from the image.`)}function k(F){return Array.from(F,(R,v)=>[-4+8*(v+.5)/F.length,R])}function S(F){return Array.
from(F,(R,v)=>[Math.log10(v),Math.log10(R+1e-9)]).slice(1)}h()}function _t(t){return Float64Array.from({length:t.length/3},(e,o)=>(t[3*o]+t[3*o+1]+t[3*o+2])/Math.
sqrt(3))}function Un(t){return String(t).replace("-","⁻").replace(/\d/g,e=>"⁰¹²³⁴⁵⁶⁷⁸⁹"[e])}function Hn(t){return Array.from({length:t},(e,o)=>o)}var Xe=[[125,47,6],[234,103,29],[243,189,152],[236,234,230],[165,210,251],[35,149,252],[10,74,138]];function Gn(t){let e=(Math.min(Math.max(t,-1),1)+1)/2*(Xe.length-
1),o=Math.min(Math.floor(e),Xe.length-2);return[0,1,2].map(n=>{let[r,s]=[Xe[o][n],Xe[o+1][n]];return r+(s-r)*(e-o)})}function De(t){let e=new Uint8ClampedArray(
3*t.length);return t.forEach((o,n)=>e.set(Gn(o),3*n)),e}function Ve(t,e,o){let[n,r]=[Math.log10(e),Math.log10(o)],s=t/2;return Array.from({length:s},(a,i)=>10**(s===1?n:n+(r-n)*i/(s-1)))}function ft(t,e){let o=e.map(
n=>Math.fround(Math.fround(t)*Math.fround(2*Math.PI*n)));return Float64Array.from([...o.map(Math.sin),...o.map(Math.cos)])}function mt(t,e){return e.reduce((n,r)=>n+
Math.cos(2*Math.PI*r*t),0)/e.length}var Ce=400,dt=1e-4;function Dt(t,e){let o=null,n=(h,k)=>W({label:h,min:0,max:1,step:.001,value:k,format:S=>S.toFixed(3),onInput:$}),r=n("Noise variance a",e.a),
s=n("Noise variance b",e.b),a=(h,k,S,F)=>W({label:h,min:k,max:S,step:.1,value:Math.log10(F),format:R=>`${Number((10**R).toPrecision(2))}`,onInput:d}),i=a("Lowes\
t frequency",-1,1,e.min_frequency),l=a("Highest frequency",1,3,e.max_frequency),f=Q({label:"Length",value:String(e.dim),onChange:d,options:[8,16,32,64].map(h=>[
String(h),String(h)])}),c=A("div",{class:"ff-map"}),u=["a","b"].map(h=>A("i",{class:"ff-cursor"},A("b",{},h))),m=A("div",{class:"ff-vectors"}),p=de({label:"Simi\
larity against the distance between two noise levels",title:"Similarity at every distance",x:[Math.log10(dt),0],y:[-.5,1],xLabel:"distance between a and b",height:180,
xTicks:[-4,-3,-2,-1,0],formatX:h=>String(Number((10**h).toPrecision(1))),yTicks:[-.5,0,.5,1]}),g=X();t.append(Y(r,s),Y(i,l,f),A("span",{class:"ff-title"},"The v\
ector of every noise variance from 0 to 1"),c,A("div",{class:"ff-columns ff-two ff-gap"},m,p.element),g.element),c.addEventListener("pointerdown",h=>{c.setPointerCapture(
h.pointerId);let k=w(h);c.moved=Math.abs(k-r.value)<=Math.abs(k-s.value)?r:s,c.moved.value=k}),c.addEventListener("pointermove",h=>{c.hasPointerCapture(h.pointerId)&&
(c.moved.value=w(h))});function w(h){let k=c.getBoundingClientRect();return Math.min(Math.max((h.clientX-k.left)/k.width,0),1)}let x=[],b=[];function d(){let h=Number(
f.value);x=Ve(h,10**i.value,10**l.value),o=K({label:`Embeddings of length ${h}: each column is the vector of one noise variance`,width:Ce,height:h}),o.draw(De(Yn(
x))),c.replaceChildren(o.element,...u),b=[["vector of a","a"],["vector of b","b"],["a times b, cell by cell",""]].map(([k])=>K({label:k,title:k,width:h,height:1})),
m.replaceChildren(...b.map(k=>k.element),A("div",{class:"ff-note"},`Left half sines, right half cosines, each from slow to fast. The sum of the last row, divide\
d by ${h/2}, is the similarity.`)),$()}function $(){let[h,k]=[ft(r.value,x),ft(s.value,x)],S=h.map((L,y)=>L*k[y]);[h,k,S].forEach((L,y)=>b[y].draw(De(L))),u[0].
style.left=`${100*r.value}%`,u[1].style.left=`${100*s.value}%`,u[0].classList.toggle("ff-left",r.value<=s.value),u[1].classList.toggle("ff-left",r.value>s.value);
let F=Math.abs(r.value-s.value),R=mt(F,x),v=400,E=Array.from({length:v+1},(L,y)=>{let M=Math.log10(dt)*(1-y/v);return[M,mt(10**M,x)]});p.update({lines:[{points:E,
colour:"leaf"}],marks:[{x:Math.log10(Math.max(F,dt)),y:R,colour:"petal"}]}),g.say(`Distance ${F.toFixed(3)}, similarity ${R.toFixed(2).replace("-","−")}. From\
 a to b the slowest wave turns ${Bt(x[0]*F)}, the fastest ${Bt(x[x.length-1]*F)}.`)}d()}function Bt(t){return t===1?"once":`${Number(t.toPrecision(2))} times`}function Yn(t){
let e=new Float64Array(2*t.length*Ce);return t.forEach((o,n)=>{let r=Math.PI*o/Ce,s=Math.sin(r)/r;for(let a=0;a<Ce;a+=1){let i=2*Math.PI*o*(a+.5)/Ce;e[n*Ce+a]=s*
Math.sin(i),e[(n+t.length)*Ce+a]=s*Math.cos(i)}}),e}async function ge(t){let e=new Image;e.src=t,await e.decode();let o=document.createElement("canvas");o.width=e.naturalWidth,o.height=e.naturalHeight;let n=o.getContext(
"2d",{willReadFrequently:!0});return n.drawImage(e,0,0),n.getImageData(0,0,o.width,o.height)}function Ae(t){return decodeURIComponent(t.querySelector(".ff-still\
 img").getAttribute("src")).match(/ href='([^']*)'/)[1]}function Fe(t,e,o,n,r){let s=new Uint8ClampedArray(3*n*r);for(let a=0;a<r;a+=1)for(let i=0;i<n;i+=1){let l=4*
((o+a)*t.width+e+i);s.set(t.data.subarray(l,l+3),3*(a*n+i))}return s}function _e(t,e,o,n,r){let s=new Uint8ClampedArray(3*n*r);for(let a=0;a<3;a+=1){let i=o+a*t.
height/3;for(let l=0;l<r;l+=1)for(let f=0;f<n;f+=1)s[3*(l*n+f)+a]=t.data[4*((i+l)*t.width+e+f)]}return s}function jt(t,e,o){let{size:n,times:r,flowers:s}=e,a=r.length-1,i=null,l=d=>s.map($=>K({label:`${$}: ${d}`,width:n,height:n})),f=l("noisy"),c=l("guess"),u=W({label:"\
From noise to flower",min:0,max:a,step:1,value:0,format:d=>`t = ${r[d].toFixed(1)}`,onInput:w}),m=X(),p=(d,$)=>A("div",{},A("span",{class:"ff-title"},d),A("div",
{class:"ff-triple"},...$.map(h=>h.element))),g=A("div",{class:"ff-first ff-draggable"},p("The noisy picture",f),p("What the network takes it to be",c));t.append(
Y(u,ye(o,u,{seconds:4})),g,m.element);function w(){if(!i)return;let d=u.value;s.forEach(($,h)=>{let k=[d*n,h*n,n,n];f[h].draw(_e(i.noisy,...k)),c[h].draw(Fe(i.guess,
...k)),f[h].describe(`A ${$} on its way out of noise, moment ${d} of ${a}`),c[h].describe(`What the network takes it to be at moment ${d} of ${a}`)}),m.say(x(d))}
function x(d){return d===0?"t = 1: pure noise. The guess is hardly more than a mean colour.":d===a?"t = 0: no noise is left. The last guess is the picture.":`t \
= ${r[d].toFixed(1)}: step ${2*d} of ${2*a}.`}let b=d=>{let $=g.getBoundingClientRect(),h=(d.clientX-$.left)/$.width;u.value=Math.round(Math.min(Math.max(h,0),1)*
a)};g.addEventListener("pointerdown",d=>{g.setPointerCapture(d.pointerId),b(d)}),g.addEventListener("pointermove",d=>{g.hasPointerCapture(d.pointerId)&&b(d)}),Promise.
all([ge(e.noisy),ge(Ae(o))]).then(([d,$])=>{i={noisy:d,guess:$},o.dataset.state="ready",u.value=u.value===0?Math.round(.4*a):u.value})}var Wt=`(()=>{var s=null,i=null,u=null,a="",c="";async function p({runtime:n,module:e,binary:t,network:r,processor:o}){return s=await import(\`\${n}\${e}\`),s.env.w\
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
`;function $e(t){return Array.from({length:t+1},(e,o)=>1-o/t)}function Ke(t,e){return t+Math.imul(e+1,2654435769)>>>0}function ht(t,e,o){let n=Math.sqrt(Math.max(
0,1-(t.signal/e.signal)**2)),r=o*(e.noise/t.noise)*n;return{kept:Math.sqrt(Math.max(0,e.noise**2-r**2)),fresh:r}}var pt={noise:t=>t,image:(t,e,{signal:o,noise:n})=>e.
map((r,s)=>(r-o*t[s])/n),velocity:(t,e,{signal:o,noise:n})=>e.map((r,s)=>n*r+o*t[s]),flow:(t,e,{signal:o,noise:n})=>e.map((r,s)=>(r+o*t[s])/(o+n))},ms=Object.keys(
pt);function Je(t){if(!Object.hasOwn(pt,t))throw new Error(`no page knows the target "${t}"`);return pt[t]}function Ze(t,e,o,n,r=0,s=null){let{kept:a,fresh:i}=ht(
o,n,r),l=new Float32Array(t.length),f=new Float32Array(t.length);for(let c=0;c<t.length;c+=1)l[c]=(t[c]-o.noise*e[c])/o.signal,f[c]=n.signal*l[c]+a*e[c]+(s?i*s[c]:
0);return{image:l,noisy:f}}function Ut(t,e,o){return e.map((n,r)=>t[r]+o*(n-t[r]))}function je(t,e,o){let n=t.length/3,r=new Uint8ClampedArray(t.length);for(let s=0;s<
3;s+=1)for(let a=0;a<n;a+=1)r[3*a+s]=255*(t[s*n+a]*o[s]+e[s]);return r}async function gt(t,{progress:e=()=>{},signal:o,anew:n}){let r=await fetch(t,{signal:o,cache:n?"reload":"default"});if(!r.ok)throw new Error(`${t} answers ${r.status}`);
let s=r.body.getReader(),a=[],i=0;for(;;){let{done:l,value:f}=await s.read();if(l)break;a.push(f),i+=f.length,e(i)}return new Blob(a).arrayBuffer()}function Vn(t,e){
if(t.byteLength!==e)throw new Error(`what came is not the network: ${t.byteLength} bytes instead of ${e}`)}function Kn(t){if(new TextDecoder("latin1").decode(t.
slice(0,4))!=="\0asm")throw new Error("what came is not the runtime")}function Jn(t,e,o){return t===void 0?o:new URL(t,e).href}function Zn(){let t=URL.createObjectURL(
new Blob([Wt],{type:"text/javascript"})),e=new Worker(t,{type:"module"}),o=new Map,n=0,r=a=>{for(let{reject:i}of o.values())i(new Error(a));o.clear()};e.onerror=
a=>{a.preventDefault(),r(a.message||"the worker could not start")},e.onmessage=({data:{id:a,answer:i,error:l}})=>{let{resolve:f,reject:c}=o.get(a)??{};o.delete(
a),l?c?.(new Error(l)):f?.(i)};let s=(a,i,l=[])=>new Promise((f,c)=>{n+=1,o.set(n,{resolve:f,reject:c}),e.postMessage({id:n,task:a,...i},l)});return{load:a=>s("\
load",a,[a.binary]),predict:a=>s("predict",a),end:()=>e.terminate()}}async function Qn(){try{return!!await navigator.gpu?.requestAdapter()}catch{return!1}}function zn(){
return location.protocol==="file:"?"Opened from a folder, this page may not load the network: browsers forbid it. Serve the folder (python -m http.server) or re\
ad the book on its site. What you see is recorded.":typeof WebAssembly!="object"||typeof Worker!="function"?"This browser has no WebAssembly, in which the netwo\
rk runs. What you see is recorded.":""}function Ht(t,e,o){let{size:n,mean:r,std:s,classes:a}=e,i=3*n*n,l=le(e.schedule.kind,e.schedule.options),f=Je(e.target),c=O=>je(
O,r,s),u=O=>(O/1e6).toFixed(1),m=null,p=null,g=!1,w=0,x={seed:e.seed,steps:e.steps,eta:0,label:e.label,guidance:e.guidance,acts:"middle",processor:"wasm"},b=(O,V=Number)=>ee=>{
if(x[O]=V(ee),S.input.disabled=v.input.disabled=x.label===a,O==="processor")return Ne();O==="seed"&&P(),m&&O!=="seed"?Re():m&&nt()},d=W({label:"Seed",min:0,max:999,
step:1,value:x.seed,onInput:b("seed")}),$=Q({label:"Steps",value:String(x.steps),onChange:b("steps"),options:[5,10,20,40].map(O=>[String(O),String(O)])}),h=W({label:"\
Fresh noise η",min:0,max:1,step:.1,value:0,format:O=>O.toFixed(1),onInput:b("eta")}),k=Q({label:"Flower",value:String(e.label),onChange:b("label"),options:[[String(
a),"no class"],...e.class_names.map((O,V)=>[String(V),O]).sort((O,V)=>O[1]<V[1]?-1:1)]}),S=W({label:"Guidance",min:0,max:8,step:.5,value:e.guidance,format:O=>O.
toFixed(1),onInput:b("guidance")}),[F,R]=e.interval,v=Q({label:"Guidance acts",value:"middle",onChange:b("acts",String),options:[["middle",`from t = ${R} to ${F}`],
["always","always"]]});S.input.disabled=v.input.disabled=e.label===a;let E=Q({label:"Runs on",value:"wasm",onChange:b("processor",String),options:Object.entries(
e.runtimes).map(([O,{name:V,bytes:ee}])=>[O,`${V} (${u(ee)} MB)`])});E.element.hidden=!0;let L=()=>e.runtimes[x.processor].bytes+(p?0:e.model_bytes),y=()=>`Grow\
 a flower (downloads ${u(L())} MB)`,M=xe({label:y(),onClick:ae}),N=xe({label:"Another seed",onClick:()=>{d.value=(x.seed+1)%1e3}}),I=A("progress",{max:1,value:0,
"aria-label":"Download",hidden:!0}),C={noisy:K({label:"The noisy image",title:"Noisy image",width:n,height:n}),image:K({label:"The predicted image",title:"Predi\
cted image",width:n,height:n})},_=A("div",{class:"ff-grow-strip",role:"group","aria-label":"The predicted image, step by step"}),q=X();t.append(Y(d,$,h,...a?[k,
S,v]:[],E),A("div",{class:"ff-controls"},M,N,I),A("div",{class:"ff-columns ff-pair ff-grow"},C.noisy.element,C.image.element),_,q.element);function D(O){o.dataset.
state=O}function P(){C.noisy.draw(c(J(x.seed,i))),m||C.image.draw(c(new Float32Array(i)))}let B=se(e.recorded),H=B.length/i;for(let O=0;O<H;O+=1)Te(B.subarray(O*
i,(O+1)*i));P(),C.image.draw(B.subarray((H-1)*i));let U=zn();if(M.disabled=N.disabled=U!=="",U)for(let O of[d,$,h,k])O.input.disabled=!0;let G=e.label===a?"":`${e.
class_names[e.label]}, `,Z=document.documentElement.dataset.content_root,fe=Jn(Z,location.href,e.site);q.say(U||`Recorded: ${G}seed ${e.seed}, ${e.steps} steps.\
 The network (${u(e.model_bytes)} MB) and the runtime are fetched ${Z===void 0?`from ${e.site} `:""}when you press the button.`),D(U?"impossible":"asleep"),U||Qn().
then(O=>{E.element.hidden=!O,o.dataset.graphics=O?"yes":"no"});function Te(O){let V=A("canvas",{width:n,height:n,"aria-hidden":"true"}),ee=V.getContext("2d"),ue=ee.
createImageData(n,n);for(let te=0;te<n*n;te+=1)ue.data.set([O[3*te],O[3*te+1],O[3*te+2],255],4*te);ee.putImageData(ue,0,0),_.append(V)}function Ne(){w+=1,m?.end(),
m=null,M.textContent=y(),q.say(`Press the button to fetch the runtime for the ${e.runtimes[x.processor].name}.`),D("asleep")}async function ae(){if(m)return Re();
let O=x.processor,{module:V,binary:ee}=e.runtimes[O],ue=null,te=L();I.max=te,M.disabled=E.input.disabled=!0,I.hidden=!1,D("loading");let we=new AbortController;
try{let pe=new URL(e.runtime,fe).href,be=new URL(e.model,fe).href,Me=[0,0],T=he=>He=>{we.signal.aborted||(Me[he]=He,I.value=Me[0]+Me[1],q.say(`Downloading: ${u(
I.value)} of ${u(te)} MB`))},[j,ne]=await Promise.all([gt(`${pe}${ee}`,{progress:T(0),signal:we.signal,anew:g}),p??gt(be,{progress:T(1),signal:we.signal,anew:g}),
...(g?[V,ee.replace(/wasm$/,"mjs")]:[]).map(he=>gt(`${pe}${he}`,{signal:we.signal,anew:g}))]);Kn(j),Vn(ne,e.model_bytes),q.say("Starting the network"),ue=Zn(),await ue.
load({runtime:pe,module:V,binary:j,network:ne,processor:O}),m=ue,p=ne,g=!1,M.textContent="Grow it again"}catch(pe){we.abort(),ue?.end(),g=!0,O==="webgpu"&&(E.value=
"wasm"),q.say(`The network could not be loaded (${pe.message}). ${O==="webgpu"?"Press the button to run it on the processor instead.":`Press the button to try a\
gain; the chapter does the same in Python, and the figure runs on ${e.site}`}`),D("failed");return}finally{I.hidden=!0,M.disabled=E.input.disabled=!1}await Re()}
let Le=0;function nt(){w+=1,clearTimeout(Le),Le=setTimeout(Re,250)}async function Re(){let O=w+=1,{seed:V,steps:ee,eta:ue,label:te,guidance:we}=x,pe=z=>te!==a&&
we!==1&&(x.acts==="always"||F<=z&&z<=R),be=$e(ee),Me=new Set(Array.from({length:10},(z,Pe)=>Math.ceil((Pe+1)*ee/10))),T=J(V,i),j=0,ne=0,he="";_.replaceChildren(),
D("growing");let He=async(z,Pe)=>{let ke=await m.predict({noisy:T,size:n,variance:z.noise**2,label:Pe});return j+=ke.seconds,ne+=1,o.dataset.processor=ke.processor,
he=ke.reason?`on the processor: the graphics card could not be used (${ke.reason})`:`on your ${e.runtimes[ke.processor].name}`,f(ke.prediction,T,z)};try{for(let z=0;z<
ee;z+=1){let[Pe,ke]=[l.rates(be[z]),l.rates(be[z+1])],ot=await He(Pe,te);if(O===w&&pe(be[z])&&(ot=Ut(await He(Pe,a),ot,we)),O!==w)return;let Nn=ue>0?J(Ke(V,z),i):
null,st=Ze(T,ot,Pe,ke,ue,Nn);T=st.noisy,C.noisy.draw(c(T)),C.image.draw(c(st.image)),Me.has(z+1)&&Te(c(st.image)),q.say(`Step ${z+1} of ${ee}, seed ${V}: ${(j/ne).
toFixed(2)} s a network evaluation here, ${he}.`)}}catch(z){q.say(`The network stopped: ${z.message}`),D("failed");return}o.dataset.seconds=(j/ne).toFixed(4),D(
"done")}}function Yt(t,e,o){let{size:n,truths:r,told:s,errors:a}=e,i=null,l=(b,d,$)=>W({label:d,min:0,max:b.length-1,step:1,value:b.indexOf($),format:h=>Gt(b[h]),onInput:x}),
f=l(r,"Log-SNR of the picture",e.truth),c=l(s,"Log-SNR that we claim",e.truth),u=(b,d)=>K({title:b,label:d,width:n,height:n}),m=u("It sees","The noisy photograp\
h"),p=u("It answers","What the network answers"),g=u("Told the truth","What it answers when it is told the truth"),w=X();t.append(Y(f,c),A("div",{class:"ff-trip\
le ff-lie"},m.element,p.element,g.element),w.element);function x(){if(!i)return;let[b,d]=[f.value,c.value],$=s.indexOf(r[b]),h=k=>Fe(i.guess,k*n,b*n,n,n);m.draw(
_e(i.noisy,0,b*n,n,n)),p.draw(h(d)),g.draw(h($)),p.describe(`What the network answers when it is told ${Gt(s[d])}`),w.say(eo(s[d]-r[b],a[b][d],a[b][$]))}ge(e.noisy).
then(async b=>{i={noisy:b,guess:await ge(Ae(o))},o.dataset.state="ready",x()})}function eo(t,e,o){let n=`The picture is off by ${e.toFixed(2)} a pixel`;return t===
0?`The truth. ${n}.`:`${t>0?"It believes in too little noise":"It believes in too much noise"}. ${n}, where the truth gives ${o.toFixed(2)}.`}function Gt(t){return(t>
0?`+${t}`:String(t)).replace("-","−")}function Kt(t,e,o){let{names:n,side:r,reach:s,handle:a,centres:i,radius:l}=e,f=se(e.colours),c=f.length/3,u=Xt(e.clouds,s),m=Xt(e.grids,s),p={x:a[0],y:a[1]},g=v=>Math.
min(Math.max(v,-e.start),e.start),w=v=>W({label:`Noise: ${v}`,min:-e.start,max:e.start,step:.05,value:p[v],format:E=>E.toFixed(2),onInput(E){p[v]=E,S()}}),[x,b]=[
w("x"),w("y")],d=n.map((v,E)=>{let L=A("canvas",{role:"img","aria-label":v});return{name:v,canvas:L,context:L.getContext("2d"),cloud:Vt(u,E,c),element:A("div",{},
A("span",{class:"ff-title"},v),L)}}),$=X();t.append(A("div",{class:"ff-maps"},...d.map(v=>v.element)),$.element,Y(x,b));let h=0,k=v=>(v+s)/(2*s)*h;function S(){
if(!h)return;let v=n.map((y,M)=>M===0?[p.x,p.y]:to(Vt(m,M-1,r*r),r,e.start,p.x,p.y));d.forEach(({context:y,cloud:M},N)=>{y.clearRect(0,0,h,h);for(let I=0;I<c;I+=
1)y.fillStyle=`rgb(${f[3*I]} ${f[3*I+1]} ${f[3*I+2]})`,y.fillRect(k(M[2*I])-1,h-k(M[2*I+1])-1,2,2);y.beginPath(),y.arc(k(v[N][0]),h-k(v[N][1]),6,0,2*Math.PI),y.
lineWidth=3,y.strokeStyle=oe(o,"accent"),y.fillStyle=oe(o,"panel"),y.fill(),y.stroke()});let E=y=>i.some(([M,N])=>Math.hypot(M-y[0],N-y[1])<l),L=n.slice(1).map(
(y,M)=>`${y}: ${E(v[M+1])?"in a disc":"between the discs"}`);$.say(`From (${p.x.toFixed(2)}, ${p.y.toFixed(2)}). ${L.join("; ")}.`)}let{canvas:F}=d[0];F.classList.
add("ff-handle");let R=v=>{let E=F.getBoundingClientRect();p.x=g((v.clientX-E.left)/E.width*2*s-s),p.y=g(s-(v.clientY-E.top)/E.height*2*s),x.limits(-e.start,e.start,
p.x),b.limits(-e.start,e.start,p.y),S()};F.addEventListener("pointerdown",v=>{F.setPointerCapture(v.pointerId),R(v)}),F.addEventListener("pointermove",v=>{F.hasPointerCapture(
v.pointerId)&&R(v)}),Se(F,v=>{h=v;let E=window.devicePixelRatio||1;for(let L of d)L.canvas.width=L.canvas.height=Math.round(h*E),L.context.setTransform(E,0,0,E,
0,0);S()}),Oe(o,S)}function Xt(t,e){return Float32Array.from(se(t),o=>o/255*2*e-e)}function Vt(t,e,o){return t.subarray(2*e*o,2*(e+1)*o)}function to(t,e,o,n,r){
let s=c=>Math.min(Math.max((c+o)/(2*o)*(e-1),0),e-1.000001),[a,i]=[Math.floor(s(n)),Math.floor(s(r))],[l,f]=[s(n)-a,s(r)-i];return[0,1].map(c=>{let u=(m,p)=>t[2*
((i+p)*e+a+m)+c];return(1-f)*((1-l)*u(0,0)+l*u(1,0))+f*((1-l)*u(0,1)+l*u(1,1))})}function Qt(t){let e=se(t),o=new Float32Array(e.length/2);for(let n=0;n<o.length;n+=1){let r=e[2*n]|e[2*n+1]<<8,s=r>>10&31,a=r&1023,i=s?(1+a/1024)*2**(s-15):a*2**
-24;o[n]=r&32768?-i:i}return o}function zt(t){let e=Qt(t),o=e.length/2;return e.map((n,r)=>r<o?e[2*r]:e[2*(r-o)+1])}function en({shapes:t,weights:e}){let o=Qt(e),
n=[],r=0;for(let s=0;s<t.length;s+=2){let[a,i]=t[s],l=o.subarray(r,r+a*i);r+=a*i,n.push({inputs:i,outputs:a,weight:l,bias:o.subarray(r,r+a)}),r+=a}return n}var ce=128;function*no(t,e,o){let n=e.length/2,r=[o.signal,o.noise,Math.log(o.signal/o.noise)],s=new Float32Array(2*n),a=Math.max(...t.map(({outputs:f})=>f)),[i,l]=[new Float32Array(
a*ce),new Float32Array(a*ce)];for(let f=0;f<n;f+=ce){let c=Math.min(ce,n-f);for(let u=0;u<c;u+=1)i[u]=e[f+u],i[ce+u]=e[n+f+u];t.forEach((u,m)=>{if(oo(u,m===0?r:
[],i,l,c),m<t.length-1)for(let p=0;p<u.outputs*ce;p+=1)l[p]/=1+Math.exp(-l[p]);[i,l]=[l,i]});for(let u=0;u<c;u+=1)s[f+u]=i[u],s[n+f+u]=i[ce+u];yield}return s}function oo({
inputs:t,outputs:e,weight:o,bias:n},r,s,a,i){let l=t-r.length,f=l%4===0?4:2;for(let c=0;c<e;c+=1){let u=c*t,m=c*ce,p=n[c];r.forEach((g,w)=>{p+=o[u+l+w]*g}),a.fill(
p,m,m+ce);for(let g=0;g<l;g+=f){let w=o[u+g],x=o[u+g+1],b=g*ce;if(f===4){let d=o[u+g+2],$=o[u+g+3];for(let h=0;h<i;h+=1)a[m+h]+=w*s[b+h]+x*s[b+ce+h]+d*s[b+2*ce+
h]+$*s[b+3*ce+h]}else for(let d=0;d<i;d+=1)a[m+d]+=w*s[b+d]+x*s[b+ce+d]}}}function*Jt(t,e,o){let n=yield*no(t,e,o),r=new Float32Array(e.length),s=new Float32Array(
e.length);for(let a=0;a<e.length;a+=1)r[a]=o.signal*e[a]-o.noise*n[a],s[a]=o.noise*e[a]+o.signal*n[a];return{image:r,noise:s}}function Zt({image:t,noise:e},o,n,r=0,s=null,a=new Float32Array(
t.length)){for(let i=0;i<a.length;i+=1)a[i]=o*t[i]+n*e[i]+(s?r*s[i]:0);return a}var We={ddim:{name:"DDIM",eta:null,cost:t=>t},ddpm:{name:"DDPM (η = 1)",eta:1,cost:t=>t},
heun:{name:"Heun",eta:0,cost:t=>2*t-1},dpm_solver_pp:{name:"DPM-Solver++(2M)",eta:0,cost:t=>t}};function tn({layers:t,schedule:e,start:o,solver:n,steps:r,eta:s=0,
seed:a=0}){let i=$e(r),l=i.map(d=>e.rates(d)),f=We[n].eta??s,c=[o],u=[],m=[],p=[];function*g(d){let $=c[d],h=yield*Jt(t,$,l[d]);if(n==="heun"&&d<r-1){let k=Zt(h,
l[d+1].signal,l[d+1].noise),S=yield*Jt(t,k,l[d+1]),F=h.noise.map((v,E)=>(v+S.noise[E])/2);return{image:$.map((v,E)=>(v-l[d].noise*F[E])/l[d].signal),noise:F}}if(m[d]=
h.image,n==="dpm_solver_pp"&&d>0){let[k,S,F]=[-1,0,1].map(L=>e.logSNR(i[d+L])),R=(F-S)/(2*(S-k)),v=h.image.map((L,y)=>(1+R)*L-R*m[d-1][y]),E=$.map((L,y)=>(L-l[d].
signal*v[y])/l[d].noise);return{image:v,noise:E}}return h}function*w(){for(let d=0;d<r;d+=1)u.push(yield*g(d)),p.push(f>0?J(Ke(a,d),o.length):null),c.push(b(d,l[d+
1]))}let x=w();function b(d,$,h){let{kept:k,fresh:S}=ht(l[d],$,f);return Zt(u[d],$.signal,k,S,p[d],h)}return{at(d,$){if(d>=1)return o;let h=Math.min(Math.floor(
(1-d)*r+1e-9),r-1);for(;c.length<=h+1;)x.next();return b(h,e.rates(d),$)},ahead(d){let $=performance.now()+d;for(;c.length<=r&&performance.now()<$;)x.next();return c.
length<=r}}}var re=2.7,so=48,ro=4;function nn(t,e,o){let n=le("log_snr",e.schedule),r=en(e.network),s=zt(e.network.points),a={solver:e.solver,steps:e.steps,eta:0},i={x:e.handle[0],
y:e.handle[1]},l=J(e.seed,2*e.count),f=new Float32Array(l.length),[c,u,m]=[null,null,null],p=Q({label:"Solver",value:a.solver,onChange(P){a.solver=P,F(),E()},options:Object.
entries(We).map(([P,{name:B}])=>[P,B])}),g=W({label:"Steps",min:1,max:50,step:1,value:a.steps,onInput(P){a.steps=P,E()}}),w=W({label:"Fresh noise η",min:0,max:1,
step:.1,value:0,format:P=>P.toFixed(1),onInput(P){a.eta=P,E()}}),x=W({label:"Way from noise to data",min:0,max:1,step:.001,value:0,format:P=>`t = ${(1-P).toFixed(
2)}`,onInput:_}),b=W({label:"Ringed particle: x",min:-re,max:re,step:.05,value:i.x,format:P=>P.toFixed(2),onInput:P=>R(P,i.y)}),d=W({label:"Ringed particle: y",
min:-re,max:re,step:.05,value:i.y,format:P=>P.toFixed(2),onInput:P=>R(i.x,P)}),$=Be({label:"Paths",value:!0,onChange:_}),h=Be({label:"Data",value:!0,onChange:_}),
k=A("canvas",{role:"img",class:"ff-plane","aria-label":"Particles in the plane"}),S=X();t.append(Y(...e.simple?[g]:[p,g,w]),Y(x,ye(o,x,{seconds:4}),$,h),k,S.element,
A("div",{class:"ff-controls ff-gap"},b.element,d.element));function F(){let P=We[a.solver].eta;w.limits(0,1,P??a.eta),w.input.disabled=P!==null}function R(P,B){
Object.assign(i,{x:P,y:B}),m=null,_()}function v(P){return tn({layers:r,schedule:n,start:P,seed:e.seed,...a})}function E(){[c,u,m]=[v(l),null,null],_()}function L(P){
let B=v(P),H=Math.max(60,a.steps);return Array.from({length:H+1},(U,G)=>B.at(1-G/H))}let y=0,M=k.getContext("2d"),N=P=>(P+re)/(2*re)*y;function I(P,B,H,U){let G=P[0].
length/2;M.strokeStyle=B,M.lineWidth=H,M.beginPath();for(let Z=0;Z<G;Z+=1)for(let fe=0;fe<=U;fe+=1){let[Te,Ne]=[N(P[fe][Z]),y-N(P[fe][G+Z])];fe?M.lineTo(Te,Ne):
M.moveTo(Te,Ne)}M.stroke()}function C(P,B,H){let U=P.length/2;M.fillStyle=B;for(let G=0;G<U;G+=1)M.fillRect(N(P[G])-H/2,y-N(P[U+G])-H/2,H,H)}function _(){if(!y||
!c)return;let P=1-x.value,B=c.at(P,f);if(M.clearRect(0,0,y,y),h.value&&(M.globalAlpha=.45,C(s,oe(o,"muted"),2),M.globalAlpha=1),C(B,oe(o,"signal"),2.2),$.value){
u??=L(ao(l,so));let fe=Math.round((1-P)*(u.length-1));M.globalAlpha=.55,I(u,oe(o,"noise"),1,fe),M.globalAlpha=1}m??=L(Float32Array.of(i.x,i.y)),I(m,oe(o,"accent"),
2.5,m.length-1);let H=m[Math.round((1-P)*(m.length-1))];q(H[0],H[1],5,!0),q(i.x,i.y,9,!1);let{name:U,cost:G}=We[a.solver],Z=m[m.length-1];S.say(`${e.count} part\
icles at t = ${P.toFixed(2)}. ${U} with ${a.steps} steps evaluates the network ${G(a.steps)} times. The ringed particle ends at (${Z[0].toFixed(2)}, ${Z[1].toFixed(
2)}).`),c.ahead(ro)}function q(P,B,H,U){M.beginPath(),M.arc(N(P),y-N(B),H,0,2*Math.PI),M.lineWidth=3,M.strokeStyle=oe(o,"accent"),M.fillStyle=oe(o,U?"accent":"p\
anel"),M.fill(),M.stroke()}let D=P=>{let B=k.getBoundingClientRect(),H=Z=>Math.min(Math.max(Z,-re),re),U=H((P.clientX-B.left)/B.width*2*re-re),G=H(re-(P.clientY-
B.top)/B.height*2*re);b.limits(-re,re,U),d.limits(-re,re,G),R(U,G)};k.addEventListener("pointerdown",P=>{k.setPointerCapture(P.pointerId),D(P)}),k.addEventListener(
"pointermove",P=>{k.hasPointerCapture(P.pointerId)&&D(P)}),F(),E(),Se(k,P=>{y=P;let B=window.devicePixelRatio||1;k.width=k.height=Math.round(y*B),M=k.getContext(
"2d"),M.setTransform(k.width/y,0,0,k.width/y,0,0),_()}),Oe(o,_)}function ao(t,e){let o=t.length/2,n=new Float32Array(2*e);return n.set(t.subarray(0,e)),n.set(t.
subarray(o,o+e),e),n}function on(t,e,o){let{size:n,runs:r,mean:s,std:a}=e,i=le(e.schedule.kind,e.schedule.options),l=je(J(e.seed,3*n*n),s,a),f=je(new Float32Array(3*n*n),s,a),c=S=>[
...new Set(r.map(F=>F[S]))].map(String),{steps:u,eta:m}=r[e.open],p=null,g=S=>c(S).map(F=>[F,F]),w=Q({label:"Steps",options:g("steps"),value:String(u),onChange(S){
let F=b.value/u;u=Number(S),b.limits(0,u,Math.round(F*u)),k()}}),x=Q({label:"η",options:g("eta"),value:String(m),onChange(S){m=Number(S),k()}}),b=W({label:"Ste\
p",min:0,max:u,step:1,value:0,format:S=>`${S} of ${u}`,onInput:k}),d=K({label:"The noisy image",title:"Noisy image",width:n,height:n}),$=K({label:"The predicted\
 image",title:"Predicted image",width:n,height:n}),h=X();t.append(Y(w,x,b,ye(o,b,{seconds:5})),A("div",{class:"ff-columns ff-pair ff-grow"},d.element,$.element),
h.element);function k(){let S=b.value,F=r.findIndex(L=>L.steps===u&&L.eta===m),R=$e(u)[S];if(S===0)d.draw(l),$.draw(f);else if(p){let L=[(S-1)*n,F*n,n,n];d.draw(
_e(p.noisy,...L)),$.draw(Fe(p.predicted,...L))}let{signal:v,noise:E}=i.rates(R);d.describe(`The noisy image after step ${S} of ${u}`),$.describe(S?`The predicte\
d image of step ${S} of ${u}`:"No image has been predicted yet"),h.say(S===0?"Pure noise, at t = 1; nothing has been predicted yet.":`Step ${S} of ${u} led to t\
 = ${R.toFixed(2)}: signal rate ${v.toFixed(2)}, noise rate ${E.toFixed(2)}.`)}k(),Promise.all([ge(e.noisy),ge(Ae(o))]).then(([S,F])=>{p={noisy:S,predicted:F},o.
dataset.state="ready",b.value=b.value===0?Math.round(u/2):b.value})}var sn=10,io=[-12,10],wt=t=>1/(1+Math.exp(-t)),rn=t=>t.toFixed(2),an=t=>t.toFixed(3),ln=t=>t.toFixed(4),Ie={cosine:{name:"Cosine",python:"CosineSchedule",ends:{
start:{option:"max_signal_rate",label:"Signal rate at t = 0",value:.95,min:.5,max:.999,step:.001,format:an,fromLogSNR:t=>Math.sqrt(wt(t))},end:{option:"min_sign\
al_rate",label:"Signal rate at t = 1",value:.02,min:.003,max:.4,step:.001,format:an,fromLogSNR:t=>Math.sqrt(wt(t))}}},linear:{name:"Linear β",python:"LinearSch\
edule",ends:{start:{option:"beta_start",label:"First β",value:1e-4,min:1e-4,max:.005,step:1e-4,format:ln,fromLogSNR:t=>wt(-t)},end:{option:"beta_end",label:"La\
st β",value:.02,min:.005,max:.04,step:5e-4,format:ln,fromLogSNR:lo}}},log_snr:{name:"Straight log-SNR",python:"LogSNRSchedule",ends:{start:{option:"start",label:"\
Log-SNR at t = 0",value:2.5,min:0,max:9.5,step:.1,format:rn,fromLogSNR:t=>t},end:{option:"end",label:"Log-SNR at t = 1",value:-7.5,min:-11.5,max:-.5,step:.1,format:rn,
fromLogSNR:t=>t}}}};function lo(t,e=1e-4){let[o,n]=[e,.5];for(let r=0;r<40;r+=1){let s=(o+n)/2;le("linear",{beta_start:e,beta_end:s}).logSNR(1)>t?o=s:n=s}return(o+
n)/2}function cn(t,e){let{size:o}=e,n=Ge(se(e.pixels)),r=J(e.seed,n.image.length),s=Array.from({length:101},(h,k)=>k/100),a=Array.from({length:sn},(h,k)=>k/(sn-
1)),i=Object.fromEntries(Object.entries(Ie).map(([h,{ends:k}])=>[h,{[k.start.option]:k.start.value,[k.end.option]:k.end.value}])),l=e.kind,f=Q({label:"Schedule",
value:l,options:Object.entries(Ie).map(([h,{name:k}])=>[h,k]),onChange(h){l=h,d(),$()}}),c=Object.fromEntries(["start","end"].map(h=>[h,W({label:"",min:0,max:1,
step:.001,value:0,format:k=>Ie[l].ends[h].format(k),onInput(k){i[l][Ie[l].ends[h].option]=k,$()}})])),u=de({label:"Signal rate and noise rate over time",title:"\
Signal and noise rate",x:[0,1],y:[0,1],height:200,xLabel:"time t",yTicks:[0,.5,1]}),m=de({label:"Log-SNR over time",title:"Log-SNR: pull its ends",x:[0,1],y:io,
height:200,xLabel:"time t",yTicks:[-10,-5,0,5,10],onHandle(h,k,S){let{fromLogSNR:F,min:R,max:v}=Ie[l].ends[h],E=F(S,i[l].beta_start);c[h].value=Math.min(Math.max(
E,R),v)}}),p=a.map(h=>K({label:`Flower at t = ${h.toFixed(2)}`,title:h.toFixed(2),width:o,height:o})),g=A("code",{class:"ff-code"}),w=X();t.append(Y(f,c.start,c.
end),A("div",{class:"ff-columns ff-two"},A("div",{},u.element,ve([["signal","signal rate"],["noise","noise rate"]])),A("div",{},m.element,ve([["leaf","this sche\
dule"],["muted","cosine, as in the book",!0]]))),A("div",{class:"ff-strip"},...p.map(h=>h.element)),w.element,g);let x=le("cosine"),b=s.map(h=>[h,x.logSNR(h)]);
function d(){for(let[h,k]of Object.entries(c)){let{label:S,min:F,max:R,step:v,option:E}=Ie[l].ends[h];k.rename(S),k.input.step=v,k.limits(F,R,i[l][E])}}function $(){
let h=le(l,i[l]),k=s.map(y=>[y,h.rates(y)]),S=a.map(y=>[y,h.rates(y)]);u.update({lines:[{points:k.map(([y,{signal:M}])=>[y,M]),colour:"signal",width:2.5},{points:k.
map(([y,{noise:M}])=>[y,M]),colour:"noise",width:2.5}],marks:[...S.map(([y,{signal:M}])=>({x:y,y:M,colour:"signal"})),...S.map(([y,{noise:M}])=>({x:y,y:M,colour:"\
noise"}))]});let F=s.map(y=>[y,h.logSNR(y)]);m.update({lines:[{points:b,colour:"muted",dash:!0,width:1.5},{points:F,colour:"leaf",width:2.5}],marks:[{x:0,y:F[0][1],
colour:"leaf",handle:"start"},{x:1,y:F[100][1],colour:"leaf",handle:"end"}]}),S.forEach(([y,{signal:M,noise:N}],I)=>{p[I].draw(Ye(n,r,M,N)),p[I].describe(`Flowe\
r at t = ${y.toFixed(2)}, signal rate ${M.toFixed(2)}`)});let{python:R,ends:{start:v,end:E}}=Ie[l],L=[v,E].map(({option:y,format:M})=>`${y}=${Number(M(i[l][y]))}`);
g.textContent=`${R}(${L.join(", ")})`,w.say(co(h))}d(),$()}function co(t){let{signal:e}=t.rates(1),o=Array.from({length:1001},(r,s)=>s/1e3).find(r=>t.logSNR(r)<
0);return`${o===void 0?"The picture always outweighs the noise":o===0?"Noise outweighs the picture from the start":`Noise outweighs the picture from t = ${o.toFixed(
2)}`}; at t = 1 a signal rate of ${e.toFixed(3)} is left.`}function un(t,e=150){let o=Math.max(1,Math.ceil(t.length/e)),n=[];for(let r=0;r<t.length;r+=o){let s=t.slice(r,r+o).filter(Number.isFinite);if(!s.length)continue;
let a=s.reduce((i,l)=>i+l,0)/s.length;n.push([r+s.length,Math.log10(Math.max(a,1e-12))])}return n}function yt(t){let e=t.length?t.map(([,c])=>c):[-.5,0],[o,n]=[
Math.min(...e),Math.max(...e)],r=Math.max(.03,.15-(n-o)/2),[s,a]=[o-r,n+r],i=a-s,l=i<.4?[1,1.2,1.5,2,2.5,3,4,5,6,7,8,9]:i<1?[1,1.5,2,3,5,7]:i<2?[1,2,5]:[1],f=[];
for(let c=Math.floor(s);c<=a;c+=Math.ceil(i/7))for(let u of l){let m=c+Math.log10(u);m>=s&&m<=a&&f.push(m)}return{y:[s,a],yTicks:f}}var bt=t=>{let e=10**t;return e<
1e4&&e>=.001?String(Number(e.toPrecision(2))):e.toExponential(0)};function xt(t){let e=t.slice(-50);return e.length?e.reduce((o,n)=>o+n,0)/e.length:0}function vt({label:t,reach:e,draw:o,pressed:n=!1}){let r=A("canvas",{role:"img","aria-label":t,class:n?"ff-plane":"ff-plane ff-plain"}),s=r.getContext("2d"),a=0,
i=(c,u)=>[(c+e)/(2*e)*a,(e-u)/(2*e)*a],l={place:i,get context(){return s},get width(){return a},dots(c,u,m=2.4,p=1){s.globalAlpha=p,s.fillStyle=u;for(let g=0;g<
c.length;g+=2){let[w,x]=i(c[g],c[g+1]);s.fillRect(w-m/2,x-m/2,m,m)}s.globalAlpha=1},picture(c,u,m){s.globalAlpha=m;let[p,g]=i(-u,u);s.drawImage(c,p,g,a-2*p,a-2*
g),s.globalAlpha=1},arrows(c,u,m,p=.05){s.strokeStyle=m,s.lineWidth=1.2,s.beginPath();for(let g=0;g<c.length;g+=2){let[w,x]=i(c[g],c[g+1]),[b,d]=i(u[g],u[g+1]),
$=Math.hypot(b-w,d-x);if(!($>1))continue;let h=Math.min($,p*a),[k,S]=[(b-w)/$*h,(d-x)/$*h],F=Math.min(3.5,h/2)/h;s.moveTo(w,x),s.lineTo(w+k,x+S),s.lineTo(w+k-F*
(k-S),x+S-F*(S+k)),s.moveTo(w+k,x+S),s.lineTo(w+k-F*(k+S),x+S-F*(S-k))}s.stroke()}};function f(){a&&(s.clearRect(0,0,a,a),o(l))}return{element:r,canvas:r,redraw:f,
follow(){Se(r,c=>{a=c;let u=window.devicePixelRatio||1;r.width=r.height=Math.round(a*u),s=r.getContext("2d"),s.setTransform(r.width/a,0,0,r.width/a,0,0),f()})},
where(c){let u=r.getBoundingClientRect(),m=p=>e*(2*Math.min(Math.max(p,0),1)-1);return[m((c.clientX-u.left)/u.width),-m((c.clientY-u.top)/u.height)]}}}function kt(t,e,o,n=120){return Array.from({length:n+1},(r,s)=>t(e+(o-e)*s/n))}var Mt=(t,e,o,n,r,s)=>kt(a=>[t+o*Math.cos(a),e+n*Math.sin(a)],r,s);function uo(){
return[kt(t=>[1.6*Math.sin(t)**3,(13*Math.cos(t)-5*Math.cos(2*t)-2*Math.cos(3*t)-Math.cos(4*t))/10+.2],0,2*Math.PI,240)]}function fo(){return[Mt(-.5,-.25,1,1.1,
0,Math.PI),Mt(.5,.25,1,1.1,Math.PI,2*Math.PI)]}function mo(){return[kt(t=>[.17*t*Math.cos(t),.17*t*Math.sin(t)],1,3.2*Math.PI,240)]}function po(){let t=e=>[[[e,
-.7],[e,.7]],Mt(e,0,.62,.7,-Math.PI/2,Math.PI/2)];return[...t(-1.75),...t(-.8),[[.2,-.7],[.2,.7]],[[.6,-.7],[.6,.7],[1.15,-.1],[1.7,.7],[1.7,-.7]]]}function ho(t,e){
let o=new Float32Array(2*t);for(let n=0;n<t;n+=1){let r=2*Math.PI*ie(e,3*n),s=.55*Math.sqrt(ie(e,3*n+1)),a=ie(e,3*n+2)<.5?-1:1;o[2*n]=a+s*Math.cos(r),o[2*n+1]=.6*
a+s*Math.sin(r)}return o}function St(t,e,o,n=.03){let r=t.flatMap(f=>f.length>1?f.slice(1).map((c,u)=>[f[u],c]):[[f[0],f[0]]]),s=0,a=r.map(([[f,c],[u,m]])=>s+=Math.
hypot(u-f,m-c)+1e-6),i=J(o,2*e),l=new Float32Array(2*e);for(let f=0;f<e;f+=1){let c=s*ie(o,2*e+f),u=a.findIndex(b=>c<=b),[[m,p],[g,w]]=r[u],x=(a[u]-c)/(a[u]-(a[u-
1]??0));l[2*f]=g+x*(m-g)+n*i[2*f],l[2*f+1]=w+x*(p-w)+n*i[2*f+1]}return l}function fn(t,e,o,n,r){let s=0,a=Array.from(t,l=>s+=l),i=new Float32Array(2*o);for(let l=0;l<
o;l+=1){let f=s*ie(n,3*l),c=a.findIndex(p=>f<=p),u=c%e+ie(n,3*l+1),m=Math.floor(c/e)+ie(n,3*l+2);i[2*l]=r*(2*u/e-1),i[2*l+1]=r*(1-2*m/e)}return i}var mn={heart:uo,
moons:fo,spiral:mo,letters:po},Js=[...Object.keys(mn),"discs"];function dn(t,e,o){return t==="discs"?ho(e,o):St(mn[t](),e,o)}function pn(t,e,o){let n=0;for(let r=0;r<
t.length;r+=2)for(let s=0;s<e.length;s+=2){let[a,i]=[t[r]-e[s],t[r+1]-e[s+1]];if(a*a+i*i<=o*o){n+=1;break}}return 2*n/t.length}var hn=`(()=>{var ge={noise:({signal:e,noise:o})=>e/o,image:()=>1,velocity:({noise:e})=>1/e,flow:({signal:e,noise:o})=>1+e/o};function te(e,o,n,t,r){let s=e.len\
gth/2,a=new Float64Array(
s),i=[0,1].map(l=>Array.from(a.keys()).sort((w,x)=>e[2*w+l]-e[2*x+l]));function f(l,w,{signal:x,noise:O}){let v=1/0;for(let A=0;A<s;A+=1){let[E,I]=[l-x*e[2*A],w\
-
x*e[2*A+1]];a[A]=(E*E+I*I)/(2*O*O),v=Math.min(v,a[A])}let k=0;for(let A=0;A<s;A+=1)k+=a[A]=Math.exp(v-a[A]);return k}let u=(l,w)=>a.reduce((x,O,v)=>x+O*e[2*v+l]\
,
0)/w,h=(l,w)=>{let x=0,O=i[l].find(v=>(x+=a[v])>=w/2);return e[2*O+l]},S=0;return r.times.forEach((l,w)=>{let x=o.rates(l),O=[0,1].map(k=>x.signal*r.images[2*w+\

k]+x.noise*r.noise[2*w+k]),v=f(...O,x);for(let k of[0,1]){let A=t==="mse"?u(k,v):h(k,v),E=ge[n](x)*(A-r.images[2*w+k]);S+=t==="mse"?E*E:Math.abs(E)}}),S/(2*r.ti\
mes.
length)}function oe(e,o,n){let[t,r]=[Math.log10(o),Math.log10(n)],s=e/2;return Array.from({length:s},(a,i)=>10**(s===1?t:t+(r-t)*i/(s-1)))}function J(e){return \
e=Math.imul(e^e>>>16,2146121005),e=Math.imul(e^e>>>15,2221713035),(e^e>>>16)>>>0}function Q(e,o){let n=J(e+2654435769>>>0);return J(J(o+n>>>
0)+Math.imul(n,2246822507)>>>0)}function D(e,o){return(Q(e,o)+.5)/4294967296}function V(e,o){let n=new Float32Array(o);for(let t=0;t<o;t+=2){let r=Math.sqrt(-2*\

Math.log(D(e,t))),s=2*Math.PI*D(e,t+1);n[t]=r*Math.cos(s),t+1<o&&(n[t+1]=r*Math.sin(s))}return n}function ne(e,{beta1:o=.9,beta2:n=.999,epsilon:t=1e-8}={}){let[\
r,s]=[new Float64Array(e),new Float64Array(e)],a=0;return{step(i,f,u){a+=1;let h=u/(1-o**a),S=1/Math.
sqrt(1-n**a);for(let l=0;l<e;l+=1){let w=f[l];r[l]+=(1-o)*(w-r[l]),s[l]+=(1-n)*(w*w-s[l]),i[l]-=h*r[l]/(Math.sqrt(s[l])*S+t)}}}}function re(e,o){let n=e.slice()\
,
t=0;return{parameters:n,update(r){let s=Math.min(o,(1+t)/(10+t));t+=1;for(let a=0;a<n.length;a+=1)n[a]+=(1-s)*(r[a]-n[a])}}}function L(e,o=null){let n=e.slice(1\
).map((f,u)=>({inputs:e[u],outputs:f})),t=n.reduce((f,{inputs:u,outputs:h})=>f+(u+1)*h,0),r=o??new Float64Array(t),s=0,a=f=>r.
subarray(s,s+=f),i=n.map(({inputs:f,outputs:u})=>({inputs:f,outputs:u,weight:a(f*u),bias:a(u)}));return{widths:e,layers:i,parameters:r}}function se(e){return e.\

map(o=>{let[n,t,r]=[0,1,2].map(()=>new Float64Array(64*o));return{width:o,values:n,slopes:t,errors:r}})}function Z(e,o,n,t,r=null,s=null){let[a,i]=[o[0],o[o.len\
gth-
1]],f=n.length/a.width;for(let u=0;u<f;u+=64){let h=Math.min(64,f-u);a.values.set(n.subarray(u*a.width,(u+h)*a.width)),de(e,o,h),t.set(i.values.subarray(0,h*i.w\
idth),
u*i.width),s&&(s(u,h,i.values,i.errors),Me(e,r,o,h))}return t}function de({layers:e},o,n){e.forEach(({inputs:t,outputs:r,weight:s,bias:a},i)=>{let[f,u]=[o[i],o[\
i+
1]];xe(u.values,a,n),X(u.values,n,r,t,f.values,t,1,s,t,1),i<e.length-1&&we(u.values,u.slopes,n*r)})}function we(e,o,n){for(let t=0;t<n;t+=1){let r=e[t],s=1/(1+M\
ath.
exp(-r));e[t]=r*s,o[t]=s*(1+r*(1-s))}}function Me({layers:e},o,n,t){for(let r=e.length-1;r>=0;r-=1){let{inputs:s,outputs:a,weight:i}=e[r],[f,u]=[n[r],n[r+1]],h=\
o.
layers[r];if(X(h.weight,a,s,t,u.errors,1,a,f.values,1,s),ye(h.bias,u.errors,t),r===0)return;f.errors.fill(0,0,t*s),X(f.errors,t,s,a,u.errors,a,1,i,1,s),Ae(f.err\
ors,
f.slopes,t*s)}}function xe(e,o,n){for(let t=0,r=0;t<n;t+=1)for(let s=0;s<o.length;s+=1,r+=1)e[r]=o[s]}function ye(e,o,n){for(let t=0,r=0;t<n;t+=1)for(let s=0;s<\

e.length;s+=1,r+=1)e[s]+=o[r]}function Ae(e,o,n){for(let t=0;t<n;t+=1)e[t]*=o[t]}function X(e,o,n,t,r,s,a,i,f,u){let h=o-o%4,S=n-n%4;for(let l=0;l<h;l+=4)for(le\
t w=0;w<
S;w+=4){let x=0,O=0,v=0,k=0,A=0,E=0,I=0,_=0,M=0,q=0,T=0,c=0,m=0,b=0,F=0,y=0,g=l*s,d=w*f;for(let N=0;N<t;N+=1){let R=i[d],W=i[d+f],U=i[d+2*f],B=i[d+3*f],j=r[g],G\
=r[g+
s],K=r[g+2*s],$=r[g+3*s];x+=j*R,O+=j*W,v+=j*U,k+=j*B,A+=G*R,E+=G*W,I+=G*U,_+=G*B,M+=K*R,q+=K*W,T+=K*U,c+=K*B,m+=$*R,b+=$*W,F+=$*U,y+=$*B,g+=a,d+=u}let p=l*n+w;e\
[p]+=
x,e[p+1]+=O,e[p+2]+=v,e[p+3]+=k,p+=n,e[p]+=A,e[p+1]+=E,e[p+2]+=I,e[p+3]+=_,p+=n,e[p]+=M,e[p+1]+=q,e[p+2]+=T,e[p+3]+=c,p+=n,e[p]+=m,e[p+1]+=b,e[p+2]+=F,e[p+3]+=y\
}
for(let l=0;l<o;l+=1)for(let w=l<h?S:0;w<n;w+=1){let x=0;for(let O=0;O<t;O+=1)x+=r[l*s+O*a]*i[w*f+O*u];e[l*n+w]+=x}}function ae(e){return Array.from({length:e+1\
},(o,n)=>1-n/e)}function Fe(e,o,n){let t=Math.sqrt(Math.max(0,1-(e.signal/o.signal)**2)),r=n*(o.noise/e.noise)*t;return{kept:Math.sqrt(Math.max(0,o.noise**2-r**\
2)),fresh:r}}var z={
noise:e=>e,image:(e,o,{signal:n,noise:t})=>o.map((r,s)=>(r-n*e[s])/t),velocity:(e,o,{signal:n,noise:t})=>o.map((r,s)=>t*r+n*e[s]),flow:(e,o,{signal:n,noise:t})=\
>o.
map((r,s)=>(r+n*e[s])/(n+t))},Ue=Object.keys(z);function ie(e){if(!Object.hasOwn(z,e))throw new Error(\`no page knows the target "\${e}"\`);return z[e]}function le\
(e,o,n,t,r=0,s=null){
let{kept:a,fresh:i}=Fe(n,t,r),f=new Float32Array(e.length),u=new Float32Array(e.length);for(let h=0;h<e.length;h+=1)f[h]=(e[h]-n.noise*o[h])/n.signal,u[h]=t.sig\
nal*
f[h]+a*o[h]+(s?i*s[h]:0);return{image:f,noisy:u}}function Se({min_signal_rate:e=.02,max_signal_rate:o=.95}={}){let n=Math.acos(o),t=Math.acos(e);return r=>-2*Ma\
th.log(Math.tan(n+r*(t-n)))}function ke({beta_start:e=1e-4,
beta_end:o=.02,steps:n=1e3}={}){let t=new Float64Array(n),r=0;for(let s=0;s<n;s+=1)r+=Math.log1p(-(e+(o-e)*s/(n-1))),t[s]=r;return s=>{let a=s*(n-1),i=Math.min(\

Math.floor(a),n-2),f=t[i]+(t[i+1]-t[i])*(a-i);return f-Math.log(-Math.expm1(f))}}function be({start:e=2.5,end:o=-7.5}={}){return n=>e+n*(o-e)}function Oe({start\
:e=.01,
end:o=.99}={}){return n=>{let t=e+n*(o-e);return-2*Math.log(t/(1-t))}}var C={cosine:Se,linear:ke,log_snr:be,rectified_flow:Oe};function ce(e,o={}){if(!Object.ha\
sOwn(
C,e))throw new Error(\`no page knows the schedule "\${e}"\`);let n=C[e](o);return{logSNR:n,rates:t=>ve(n(t))}}function ve(e){return{signal:Math.sqrt(1/(1+Math.exp(\

-e))),noise:Math.sqrt(1/(1+Math.exp(e)))}}var je=Object.keys(C);var Y={dim:14,lowest:.25,highest:32},P=[2+Y.dim,64,64,64,2],H=256,Ee=.995,Ne={noise:(e,o)=>o,ima\
ge:e=>e,velocity:(e,o,{signal:n,noise:t})=>n*o-t*e,flow:(e,o)=>o-
e},qe={mse:{error:e=>e*e,slope:e=>2*e},mae:{error:Math.abs,slope:Math.sign}};function fe(e){let o=e.length/2,n=[0,0];e.forEach((r,s)=>{n[s%2]+=r/o});let t=e.red\
uce(
(r,s,a)=>r+(s-n[a%2])**2,0);return{mean:n,spread:Math.sqrt(t/e.length)||1}}function ee(e,{mean:o,spread:n}){return e.map((t,r)=>(t-o[r%2])/n)}function ue(e,{mea\
n:o,
spread:n}){return e.map((t,r)=>t*n+o[r%2])}function Re(e){let o=L(P),n=0;for(let{inputs:t,weight:r,bias:s}of o.layers.slice(0,-1))for(let a of[r,s])for(let i=0;\
i<
a.length;i+=1)a[i]=(2*D(e,n)-1)/Math.sqrt(t),n+=1;return o.parameters}function me(e,o){let{kind:n,options:t}=o.schedule,r=ce(n,t),s=ie(o.target),a=Ne[o.target],\

{error:i,slope:f}=qe[o.loss],h=oe(Y.dim,Y.lowest,Y.highest).map(c=>Math.fround(2*Math.PI*c)),S=L(P,o.parameters??Re(o.seed)),l=L(P),w=ne(S.parameters.length),x=\
re(
S.parameters,Ee),O=L(P,x.parameters),v=se(P),k=fe(e),A=ee(e,k),E=0;function I(c,m,b,F,y){let g=m*P[0];c[g]=b,c[g+1]=F;for(let d=0;d<h.length;d+=1){let p=Math.fr\
ound(
Math.fround(y)*h[d]);c[g+2+d]=Math.sin(p),c[g+2+h.length+d]=Math.cos(p)}}function _(c){let m=c.times.length,b=new Float64Array(m*P[0]),F=new Float64Array(2*m);f\
or(let g=0;g<
m;g+=1){let d=r.rates(c.times[g]),[p,N]=[2*g,2*g+1];I(b,g,d.signal*c.images[p]+d.noise*c.noise[p],d.signal*c.images[N]+d.noise*c.noise[N],d.noise**2),F[p]=a(c.i\
mages[p],
c.noise[p],d),F[N]=a(c.images[N],c.noise[N],d)}let y=0;return l.parameters.fill(0),Z(S,v,b,new Float64Array(2*m),l,(g,d,p,N)=>{for(let R=0;R<2*d;R+=1){let W=p[R\
]-
F[2*g+R];y+=i(W)/(2*m),N[R]=f(W)/(2*m)}}),y}function M(c){let m=Q(o.seed,c+65536),b=A.length/2,F={images:new Float64Array(2*H),noise:V(m,2*H),times:new Float64A\
rray(
H)};for(let y=0;y<H;y+=1){let g=2*Math.floor(b*D(m,4*H+y));F.images[2*y]=A[g],F.images[2*y+1]=A[g+1],F.times[y]=D(m,5*H+y)}return F}function q(c,m,b){let F=m.le\
ngth/
2,y=new Float64Array(F*P[0]);for(let d=0;d<F;d+=1)I(y,d,m[2*d],m[2*d+1],b.noise**2);let g=Z(c,v,y,new Float64Array(m.length));return s(g,m,b)}let T=c=>c?O:S;ret\
urn{
network:S,gradient:l,average:x,drawBatch:M,lossAndGradient:_,get steps(){return E},step(c=o.rate){let m=_(M(E));return Number.isFinite(m)&&(w.step(S.parameters,\

l.parameters,c),x.update(S.parameters),E+=1),m},learnFrom(c){k=fe(c),A=ee(c,k)},best(){let c=Array.from({length:4},(m,b)=>te(A,r,o.target,o.loss,M(1e6+b)));retu\
rn c.
reduce((m,b)=>m+b,0)/c.length},sample({count:c,steps:m=20,seed:b=1,smooth:F=!0}){let y=ae(m),g=Float64Array.from(V(b,2*c)),d=g;for(let p=0;p<m;p+=1){let[N,R]=[r\
.
rates(y[p]),r.rates(y[p+1])];({image:d,noisy:g}=le(g,q(T(F),g,N),N,R))}return ue(d,k)},guess(c,{t:m,smooth:b=!0}){let F=r.rates(m),y=ee(c,k),g=q(T(b),y,F),d=y.m\
ap(
(p,N)=>(p-F.noise*g[N])/F.signal);return ue(d,k)}}}var pe=100,Te=.25,Ie=3e4;function he(e,{slice:o=50,later:n=t=>setTimeout(t,0)}={}){let t=null,r={},s={},a=0,i\
=!1,f=!1,u=!0,h=[],S=0,l=0,w=0,x=0,O=0,v={},k=()=>!u||
t.steps>=Ie;function A(M,q=1/0){let T=performance.now(),c=0;for(;c<q&&u&&performance.now()<M;){let m=t.step(s.rate);h.push(m),u=Number.isFinite(m),c+=1}S+=perfo\
rmance.
now()-T,l+=c,k()&&(i=!1)}function E({samples:M=!1,arrows:q=M}={}){let T={...v,begun:a,steps:t.steps,finite:u,ended:k(),losses:Float32Array.from(h),rate:S>0?1e3*\

l/S:0},{count:c,length:m,seed:b,places:F,t:y}=r,g=s.average;if(q&&(T.arrows=t.guess(F,{t:y,smooth:g})),M&&t.steps>0){let d=performance.now();T.samples=t.sample(\

{count:c,steps:m,seed:b,smooth:g}),w=performance.now(),x=w-d}[h,v]=[[],{}],S>2e3&&([S,l]=[S/2,l/2]),e(T),O=performance.now()}function I(){if(f=!1,!i)return;A(pe\
rformance.
now()+o);let M=performance.now(),q=!i||M-w>Math.max(2*pe,x/Te);(q||M-O>pe)&&E({samples:q,arrows:!0}),_()}function _(){!i||f||(f=!0,n(I))}return{begin(M){({numbe\
r:a,
settings:s,view:r}=M),t=me(M.points,s),[i,u,h,S,l]=[!1,!0,[],0,0],v={best:t.best()},E({samples:!0})},learnFrom({points:M}){t.learnFrom(M),v={best:t.best()},i||E\
(
{samples:!0})},change(M){s={...s,...M},i||E({samples:!0})},look(M){r={...r,...M},E({arrows:!0,samples:!("t"in M)})},run({on:M}){i=M&&!k(),i||E({samples:!0}),_()\
},
step({count:M=1}){A(1/0,M),E({samples:!0})}}}var _e=he(e=>self.postMessage(e));self.onmessage=({data:{order:e,...o}})=>_e[e](o);self.postMessage({ready:!0});})(\
);
`;var wo={noise:({signal:t,noise:e})=>t/e,image:()=>1,velocity:({noise:t})=>1/t,flow:({signal:t,noise:e})=>1+t/e};function gn(t,e,o,n,r){let s=t.length/2,a=new Float64Array(
s),i=[0,1].map(m=>Array.from(a.keys()).sort((p,g)=>t[2*p+m]-t[2*g+m]));function l(m,p,{signal:g,noise:w}){let x=1/0;for(let d=0;d<s;d+=1){let[$,h]=[m-g*t[2*d],p-
g*t[2*d+1]];a[d]=($*$+h*h)/(2*w*w),x=Math.min(x,a[d])}let b=0;for(let d=0;d<s;d+=1)b+=a[d]=Math.exp(x-a[d]);return b}let f=(m,p)=>a.reduce((g,w,x)=>g+w*t[2*x+m],
0)/p,c=(m,p)=>{let g=0,w=i[m].find(x=>(g+=a[x])>=p/2);return t[2*w+m]},u=0;return r.times.forEach((m,p)=>{let g=e.rates(m),w=[0,1].map(b=>g.signal*r.images[2*p+
b]+g.noise*r.noise[2*p+b]),x=l(...w,g);for(let b of[0,1]){let d=n==="mse"?f(b,x):c(b,x),$=wo[o](g)*(d-r.images[2*p+b]);u+=n==="mse"?$*$:Math.abs($)}}),u/(2*r.times.
length)}function wn(t,{beta1:e=.9,beta2:o=.999,epsilon:n=1e-8}={}){let[r,s]=[new Float64Array(t),new Float64Array(t)],a=0;return{step(i,l,f){a+=1;let c=f/(1-e**a),u=1/Math.
sqrt(1-o**a);for(let m=0;m<t;m+=1){let p=l[m];r[m]+=(1-e)*(p-r[m]),s[m]+=(1-o)*(p*p-s[m]),i[m]-=c*r[m]/(Math.sqrt(s[m])*u+n)}}}}function yn(t,e){let o=t.slice(),
n=0;return{parameters:o,update(r){let s=Math.min(e,(1+n)/(10+n));n+=1;for(let a=0;a<o.length;a+=1)o[a]+=(1-s)*(r[a]-o[a])}}}function Ue(t,e=null){let o=t.slice(1).map((l,f)=>({inputs:t[f],outputs:l})),n=o.reduce((l,{inputs:f,outputs:c})=>l+(f+1)*c,0),r=e??new Float64Array(n),s=0,a=l=>r.
subarray(s,s+=l),i=o.map(({inputs:l,outputs:f})=>({inputs:l,outputs:f,weight:a(l*f),bias:a(f)}));return{widths:t,layers:i,parameters:r}}function bn(t){return t.
map(e=>{let[o,n,r]=[0,1,2].map(()=>new Float64Array(64*e));return{width:e,values:o,slopes:n,errors:r}})}function Ft(t,e,o,n,r=null,s=null){let[a,i]=[e[0],e[e.length-
1]],l=o.length/a.width;for(let f=0;f<l;f+=64){let c=Math.min(64,l-f);a.values.set(o.subarray(f*a.width,(f+c)*a.width)),yo(t,e,c),n.set(i.values.subarray(0,c*i.width),
f*i.width),s&&(s(f,c,i.values,i.errors),xo(t,r,e,c))}return n}function yo({layers:t},e,o){t.forEach(({inputs:n,outputs:r,weight:s,bias:a},i)=>{let[l,f]=[e[i],e[i+
1]];vo(f.values,a,o),At(f.values,o,r,n,l.values,n,1,s,n,1),i<t.length-1&&bo(f.values,f.slopes,o*r)})}function bo(t,e,o){for(let n=0;n<o;n+=1){let r=t[n],s=1/(1+
Math.exp(-r));t[n]=r*s,e[n]=s*(1+r*(1-s))}}function xo({layers:t},e,o,n){for(let r=t.length-1;r>=0;r-=1){let{inputs:s,outputs:a,weight:i}=t[r],[l,f]=[o[r],o[r+1]],
c=e.layers[r];if(At(c.weight,a,s,n,f.errors,1,a,l.values,1,s),Mo(c.bias,f.errors,n),r===0)return;l.errors.fill(0,0,n*s),At(l.errors,n,s,a,f.errors,a,1,i,1,s),ko(
l.errors,l.slopes,n*s)}}function vo(t,e,o){for(let n=0,r=0;n<o;n+=1)for(let s=0;s<e.length;s+=1,r+=1)t[r]=e[s]}function Mo(t,e,o){for(let n=0,r=0;n<o;n+=1)for(let s=0;s<
t.length;s+=1,r+=1)t[s]+=e[r]}function ko(t,e,o){for(let n=0;n<o;n+=1)t[n]*=e[n]}function At(t,e,o,n,r,s,a,i,l,f){let c=e-e%4,u=o-o%4;for(let m=0;m<c;m+=4)for(let p=0;p<
u;p+=4){let g=0,w=0,x=0,b=0,d=0,$=0,h=0,k=0,S=0,F=0,R=0,v=0,E=0,L=0,y=0,M=0,N=m*s,I=p*l;for(let _=0;_<n;_+=1){let q=i[I],D=i[I+l],P=i[I+2*l],B=i[I+3*l],H=r[N],U=r[N+
s],G=r[N+2*s],Z=r[N+3*s];g+=H*q,w+=H*D,x+=H*P,b+=H*B,d+=U*q,$+=U*D,h+=U*P,k+=U*B,S+=G*q,F+=G*D,R+=G*P,v+=G*B,E+=Z*q,L+=Z*D,y+=Z*P,M+=Z*B,N+=a,I+=f}let C=m*o+p;t[C]+=
g,t[C+1]+=w,t[C+2]+=x,t[C+3]+=b,C+=o,t[C]+=d,t[C+1]+=$,t[C+2]+=h,t[C+3]+=k,C+=o,t[C]+=S,t[C+1]+=F,t[C+2]+=R,t[C+3]+=v,C+=o,t[C]+=E,t[C+1]+=L,t[C+2]+=y,t[C+3]+=M}
for(let m=0;m<e;m+=1)for(let p=m<c?u:0;p<o;p+=1){let g=0;for(let w=0;w<n;w+=1)g+=r[m*s+w*a]*i[p*l+w*f];t[m*o+p]+=g}}var Qe={dim:14,lowest:.25,highest:32},Ee=[2+Qe.dim,64,64,64,2],qe=256,So=.995,Ao={noise:(t,e)=>e,image:t=>t,velocity:(t,e,{signal:o,noise:n})=>o*e-n*t,flow:(t,e)=>e-
t},Fo={mse:{error:t=>t*t,slope:t=>2*t},mae:{error:Math.abs,slope:Math.sign}};function ze(t){let e=t.length/2,o=[0,0];t.forEach((r,s)=>{o[s%2]+=r/e});let n=t.reduce(
(r,s,a)=>r+(s-o[a%2])**2,0);return{mean:o,spread:Math.sqrt(n/t.length)||1}}function $t(t,{mean:e,spread:o}){return t.map((n,r)=>(n-e[r%2])/o)}function et(t,{mean:e,
spread:o}){return t.map((n,r)=>n*o+e[r%2])}function $o(t){let e=Ue(Ee),o=0;for(let{inputs:n,weight:r,bias:s}of e.layers.slice(0,-1))for(let a of[r,s])for(let i=0;i<
a.length;i+=1)a[i]=(2*ie(t,o)-1)/Math.sqrt(n),o+=1;return e.parameters}function xn(t,e){let{kind:o,options:n}=e.schedule,r=le(o,n),s=Je(e.target),a=Ao[e.target],
{error:i,slope:l}=Fo[e.loss],c=Ve(Qe.dim,Qe.lowest,Qe.highest).map(v=>Math.fround(2*Math.PI*v)),u=Ue(Ee,e.parameters??$o(e.seed)),m=Ue(Ee),p=wn(u.parameters.length),
g=yn(u.parameters,So),w=Ue(Ee,g.parameters),x=bn(Ee),b=ze(t),d=$t(t,b),$=0;function h(v,E,L,y,M){let N=E*Ee[0];v[N]=L,v[N+1]=y;for(let I=0;I<c.length;I+=1){let C=Math.
fround(Math.fround(M)*c[I]);v[N+2+I]=Math.sin(C),v[N+2+c.length+I]=Math.cos(C)}}function k(v){let E=v.times.length,L=new Float64Array(E*Ee[0]),y=new Float64Array(
2*E);for(let N=0;N<E;N+=1){let I=r.rates(v.times[N]),[C,_]=[2*N,2*N+1];h(L,N,I.signal*v.images[C]+I.noise*v.noise[C],I.signal*v.images[_]+I.noise*v.noise[_],I.noise**
2),y[C]=a(v.images[C],v.noise[C],I),y[_]=a(v.images[_],v.noise[_],I)}let M=0;return m.parameters.fill(0),Ft(u,x,L,new Float64Array(2*E),m,(N,I,C,_)=>{for(let q=0;q<
2*I;q+=1){let D=C[q]-y[2*N+q];M+=i(D)/(2*E),_[q]=l(D)/(2*E)}}),M}function S(v){let E=it(e.seed,v+65536),L=d.length/2,y={images:new Float64Array(2*qe),noise:J(E,
2*qe),times:new Float64Array(qe)};for(let M=0;M<qe;M+=1){let N=2*Math.floor(L*ie(E,4*qe+M));y.images[2*M]=d[N],y.images[2*M+1]=d[N+1],y.times[M]=ie(E,5*qe+M)}return y}
function F(v,E,L){let y=E.length/2,M=new Float64Array(y*Ee[0]);for(let I=0;I<y;I+=1)h(M,I,E[2*I],E[2*I+1],L.noise**2);let N=Ft(v,x,M,new Float64Array(E.length));
return s(N,E,L)}let R=v=>v?w:u;return{network:u,gradient:m,average:g,drawBatch:S,lossAndGradient:k,get steps(){return $},step(v=e.rate){let E=k(S($));return Number.
isFinite(E)&&(p.step(u.parameters,m.parameters,v),g.update(u.parameters),$+=1),E},learnFrom(v){b=ze(v),d=$t(v,b)},best(){let v=Array.from({length:4},(E,L)=>gn(d,
r,e.target,e.loss,S(1e6+L)));return v.reduce((E,L)=>E+L,0)/v.length},sample({count:v,steps:E=20,seed:L=1,smooth:y=!0}){let M=$e(E),N=Float64Array.from(J(L,2*v)),
I=N;for(let C=0;C<E;C+=1){let[_,q]=[r.rates(M[C]),r.rates(M[C+1])];({image:I,noisy:N}=Ze(N,F(R(y),N,_),_,q))}return et(I,b)},guess(v,{t:E,smooth:L=!0}){let y=r.
rates(E),M=$t(v,b),N=F(R(L),M,y),I=M.map((C,_)=>(C-y.noise*N[_])/y.signal);return et(I,b)}}}var vn=100,Eo=.25,To=3e4;function Mn(t,{slice:e=50,later:o=n=>setTimeout(n,0)}={}){let n=null,r={},s={},a=0,i=!1,l=!1,f=!0,c=[],u=0,m=0,p=0,g=0,w=0,x={},b=()=>!f||
n.steps>=To;function d(S,F=1/0){let R=performance.now(),v=0;for(;v<F&&f&&performance.now()<S;){let E=n.step(s.rate);c.push(E),f=Number.isFinite(E),v+=1}u+=performance.
now()-R,m+=v,b()&&(i=!1)}function $({samples:S=!1,arrows:F=S}={}){let R={...x,begun:a,steps:n.steps,finite:f,ended:b(),losses:Float32Array.from(c),rate:u>0?1e3*
m/u:0},{count:v,length:E,seed:L,places:y,t:M}=r,N=s.average;if(F&&(R.arrows=n.guess(y,{t:M,smooth:N})),S&&n.steps>0){let I=performance.now();R.samples=n.sample(
{count:v,steps:E,seed:L,smooth:N}),p=performance.now(),g=p-I}[c,x]=[[],{}],u>2e3&&([u,m]=[u/2,m/2]),t(R),w=performance.now()}function h(){if(l=!1,!i)return;d(performance.
now()+e);let S=performance.now(),F=!i||S-p>Math.max(2*vn,g/Eo);(F||S-w>vn)&&$({samples:F,arrows:!0}),k()}function k(){!i||l||(l=!0,o(h))}return{begin(S){({number:a,
settings:s,view:r}=S),n=xn(S.points,s),[i,f,c,u,m]=[!1,!0,[],0,0],x={best:n.best()},$({samples:!0})},learnFrom({points:S}){n.learnFrom(S),x={best:n.best()},i||$(
{samples:!0})},change(S){s={...s,...S},i||$({samples:!0})},look(S){r={...r,...S},$({arrows:!0,samples:!("t"in S)})},run({on:S}){i=S&&!b(),i||$({samples:!0}),k()},
step({count:S=1}){d(1/0,S),$({samples:!0})}}}function kn(t,e){let o=null,n=null,r=!1,s=[],a=()=>{n=Mn(t,{slice:12});for(let{order:i,...l}of s.splice(0))n[i](l)};try{o=e(),o.onmessage=({data:i})=>{r=!0,s.length=
0,i.ready||t(i)},o.onerror=i=>{if(i.preventDefault?.(),r)throw new Error(i.message);a()}}catch{a()}return{get inWorker(){return n===null},ask(i,l={}){return n?n[i](
l):(r||s.push({order:i,...l}),o.postMessage({order:i,...l}))}}}var Et=2.2,Sn=1.9,tt=600,An=400,Po=.15,Co=1e3,Fn=[["heart","Heart"],["moons","Two moons"],["spiral","Spiral"],["discs","Two discs"],["letters","Letters"],["pict\
ure","A painted flower"],["drawing","What I draw"]],$n={cosine:{name:"Cosine",kind:"cosine",options:{max_signal_rate:.999}},short:{name:"Cosine, ends as for pic\
tures",kind:"cosine",options:{}},linear:{name:"Linear β",kind:"linear",options:{}},log_snr:{name:"Straight log-SNR",kind:"log_snr",options:{start:6,end:-6}},rectified_flow:{
name:"Rectified flow",kind:"rectified_flow",options:{}}},Io=[["noise","Noise"],["image","Image"],["velocity","Velocity"],["flow","Flow (noise − image)"]],No=[
["mse","Squared (MSE)"],["mae","Absolute (MAE)"]],En=Float64Array.from({length:450},(t,e)=>{let o=e>>1;return Et*(2*((e%2?Math.floor(o/15):o%15)+.5)/15-1)});function Lo(){
return new Worker(URL.createObjectURL(new Blob([hn],{type:"text/javascript"})))}function Tn(t,e,o){let n={schedule:"cosine",target:"noise",loss:"mse",power:-2.5,
average:!0,seed:e.seed},r={size:e.picture.size,ink:se(e.picture.ink)},s=Ro(e.picture),a=[],i=new Float32Array(0),l=null,f=0,c=!1,u=!1,m={steps:0,finite:!0,rate:0},
p=[],g=null,w=null,x=0,b=null,d=Q({label:"Points",options:Fn,value:e.shape,onChange:H}),$=xe({label:"Clear the board",onClick:()=>{d.value="drawing"}}),h=xe({label:"\
Train",onClick:()=>u?O():Re()}),k=xe({label:"One step",onClick:()=>{Le()&&ae("step")}}),S=xe({label:"Start again",onClick:V}),F=W({label:"Learning rate",min:-4,
max:0,step:.5,value:n.power,format:T=>String(Number((10**T).toPrecision(1))),onInput(T){n.power=T,c&&ae("change",{rate:10**T})}}),R=Be({label:"Average the weigh\
ts",value:!0,onChange(T){n.average=T,c&&ae("change",{average:T})}}),v=T=>j=>{n[T]=j,V()},E=Q({label:"Schedule",value:n.schedule,options:Object.entries($n).map(([
T,{name:j}])=>[T,j]),onChange:v("schedule")}),L=Q({label:"The network predicts",value:n.target,options:Io,onChange:v("target")}),y=Q({label:"Error",value:n.loss,
options:No,onChange:v("loss")}),M=W({label:"Seed",min:0,max:50,step:1,value:n.seed,onInput(T){n.seed=T,U(d.value),V()}}),N=W({label:"Noise level of the arrows",
min:0,max:1,step:.02,value:.5,format:T=>`t = ${T.toFixed(2)}`,onInput(T){c&&ae("look",{t:T})}}),I=W({label:"Steps of DDIM",min:1,max:50,step:1,value:20,onInput(T){
c&&ae("look",{length:T})}}),C=vt({label:"Your points",reach:Et,draw:fe,pressed:!0}),_=vt({label:"Samples",reach:Et,draw:Te}),q=A("span",{class:"ff-title"},"Nois\
e"),D=de({label:"Loss over the steps",title:"Loss",x:[0,200],...yt([]),height:150,xLabel:"steps",formatY:bt}),P=X(),B=(T,j)=>A("div",{},T,j.element);t.append(Y(
d,$,h,k,S),A("div",{class:"ff-columns ff-two"},B(A("span",{class:"ff-title"},"Your points: draw here"),C),B(q,_)),P.element,A("div",{class:"ff-gap"},D.element,ve(
[["iris","Loss"],["muted","The least that any network can reach on these points",!0]])),A("div",{class:"ff-controls ff-gap"},F.element,R.element,...e.simple?[]:
[E,L,y,N,I,M].map(T=>T.element)));function H(T){T==="drawing"&&(a=[]),U(T)}function U(T){T==="drawing"?i=a.length?St(a,tt,n.seed):new Float32Array(0):T==="pictu\
re"?i=fn(r.ink,r.size,tt,n.seed,Sn):i=dn(T,tt,n.seed),h.disabled=k.disabled=i.length===0,C.canvas.setAttribute("aria-label",i.length?`${i.length/2} points to le\
arn: ${Fn.find(([j])=>j===T)[1]}`:"An empty board to draw on"),Z(),C.redraw(),_.redraw(),Me()}let G=0;function Z(){!c||G||(G=setTimeout(()=>{G=0,c&&i.length&&ae(
"learnFrom",{points:i}),c&&u&&ae("run",{on:i.length>0})},150))}function fe(T){d.value==="picture"&&T.picture(s,Sn,.35),T.dots(i,oe(o,"signal"),2.4),w&&T.arrows(
En,w,oe(o,"noise")),!i.length&&(T.context.fillStyle=oe(o,"muted"),T.context.textAlign="center",T.context.font=`14px ${getComputedStyle(o).fontFamily}`,T.context.
fillText("Draw here",T.width/2,T.width/2))}function Te(T){T.dots(i,oe(o,"muted"),2,.35),T.dots(g??Ne(),oe(o,"petal"),2.6)}function Ne(){let T=Float64Array.from(
J(1,2*An));return i.length?et(T,ze(i)):T}C.canvas.addEventListener("pointerdown",T=>{C.canvas.setPointerCapture(T.pointerId),d.value!=="drawing"&&(d.value="draw\
ing"),a.push([C.where(T)]),U("drawing")}),C.canvas.addEventListener("pointermove",T=>{if(!C.canvas.hasPointerCapture(T.pointerId))return;let j=a[a.length-1],[ne,
he]=[C.where(T),j[j.length-1]];Math.hypot(ne[0]-he[0],ne[1]-he[1])<.04||(j.push(ne),U("drawing"))});function ae(T,j={}){l.ask(T,j)}function Le(){return i.length?
(l??=kn(ee,Lo),c||nt(),!0):!1}function nt(){let{kind:T,options:j}=$n[n.schedule];f+=1,c=!0,ae("begin",{number:f,points:i,settings:{schedule:{kind:T,options:j},target:n.
target,loss:n.loss,rate:10**n.power,average:n.average,seed:n.seed},view:{count:An,length:I.value,seed:1,places:En,t:N.value}})}function Re(){Le()&&(u=!0,be(),ae(
"run",{on:!0}))}function O(){u=!1,be(),ae("run",{on:!1})}function V(){p=[],[g,w,b]=[null,null,null],m={steps:0,finite:!0,rate:0},c=!1,l&&Le()&&u&&ae("run",{on:!0}),
pe()}function ee(T){if(T.begun===f){m=T,T.ended&&(u=!1);for(let j of T.losses)p.push(j);b=T.best??b,T.samples&&(g=T.samples),T.arrows&&(w=T.arrows),we()}}let ue=0,
te=0;function we(){if(te)return;let T=rt()&&u?Co-(performance.now()-ue):0;te=setTimeout(()=>{te=0,ue=performance.now(),pe()},Math.max(0,T))}function pe(){x=g&&i.
length?pn(g,i,Po):0,q.textContent=g?"Samples":"Noise, where samples start",C.redraw(),_.redraw();let T=un(p),j=b>0?Math.log10(b):null,ne=Math.max(100,p.length);
D.limits({x:[0,ne],...yt(j===null?T:[...T,[0,j]])}),D.update({lines:[...j===null?[]:[{points:[[0,j],[ne,j]],colour:"muted",dash:!0}],...T.length>1?[{points:T,colour:"\
iris"}]:[]],marks:T.length===1?[{x:T[0][0],y:T[0][1],colour:"iris"}]:[]}),be(),Me()}function be(){h.textContent=u?"Pause":"Train",o.dataset.state=u?"training":m.
finite?"resting":"broken",o.dataset.steps=m.steps,o.dataset.rate=Math.round(m.rate),o.dataset.loss=xt(p).toFixed(4),o.dataset.near=x.toFixed(3)}function Me(){if(!i.
length)return P.say("The board is empty. Draw on it, or choose points.");if(!p.length)return P.say(`${tt} points to learn. Press Train.`);let T=xt(p),j=l.inWorker?
"":", without a worker",ne=m.rate?` ${Math.round(m.rate)} steps a second here${j}.`:"";if(!m.finite)return P.say(`Step ${m.steps}: the loss is no longer a numbe\
r. The learning rate is too high; take a smaller one and start again.`);let he=T>1.5*p[0]?" That is more than at the start: the learning rate is too high.":"";return P.
say(`Step ${m.steps.toLocaleString("en")}. Loss ${bt(Math.log10(T))}.${he} ${Math.round(100*x)} % of the samples lie on your points.${ne}`)}typeof IntersectionObserver==
"function"&&new IntersectionObserver(T=>{let j=T[T.length-1].isIntersecting;c&&u&&ae("run",{on:j&&i.length>0})}).observe(o),U(e.shape),C.follow(),_.follow(),pe(),
Oe(o,()=>{C.redraw(),_.redraw()})}function Ro({size:t,colours:e}){let o=A("canvas",{width:t,height:t}),n=o.getContext("2d"),r=n.createImageData(t,t);se(e).forEach(
(s,a)=>{r.data[4*Math.floor(a/3)+a%3]=s});for(let s=3;s<r.data.length;s+=4)r.data[s]=255;return n.putImageData(r,0,0),o}function Cn(t,e){let{blocks:o}=e,n=Math.max(...o.map(m=>m.parameters)),r=o.map((m,p)=>{let g=Pn(m,1)[0],w=Math.sqrt(m.parameters/n),x=A("button",{type:"button",
class:"ff-block","aria-pressed":"false","aria-label":`${m.title}, ${m.shape}, ${m.parameters} parameters`},g,A("i",{style:`width:${(100*w).toFixed(0)}%`}));return x.
addEventListener("focus",()=>u(p)),x.addEventListener("pointerenter",()=>u(p)),x.addEventListener("click",()=>u(p)),x.addEventListener("keydown",b=>{let d={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[b.key];d&&(b.preventDefault(),r[Math.min(Math.max(p+d,0),o.length-1)].focus())}),x}),s=Math.max(...o.map(m=>m.level))+1,a=A(
"div",{class:"ff-unet",role:"group","aria-label":"Blocks"});for(let m=0;m<s;m+=1){let p=x=>r.filter((b,d)=>o[d].level===m&&o[d].side===x),g=e.sizes[m],w=`margin\
-inline:${(30*m/(s-1)).toFixed(1)}%`;a.append(A("div",{class:"ff-unet-row",style:w},A("div",{class:"ff-unet-side"},...p("down")),...p("middle").length?[A("div",
{class:"ff-unet-side"},...p("middle")),A("span",{class:"ff-unet-size"},`${g} × ${g}`)]:[A("span",{class:"ff-unet-skip"},A("span",{class:"ff-unet-size"},`${g} ×\
 ${g}`))],A("div",{class:"ff-unet-side"},...p("up"))))}let i=A("span",{class:"ff-title"}),l=A("dl",{class:"ff-facts"}),f=A("div",{class:"ff-maps",role:"img"}),c=X();
t.append(a,A("div",{class:"ff-unet-detail"},i,l,f),c.element);function u(m){let p=o[m];r.forEach((g,w)=>{g.setAttribute("aria-pressed",String(w===m)),g.classList.
toggle("ff-partner",w!==m&&Oo(o[w],p))}),i.textContent=p.kind?`${p.title}: ${p.kind}`:p.title,l.replaceChildren(...p.facts.map(([g,w])=>A("div",{},A("dt",{},g),
A("dd",{},w)))),f.replaceChildren(...Pn(p,p.count)),f.setAttribute("aria-label",p.shown),c.say(p.sentence)}u(Math.min(e.selected,o.length-1))}function Oo(t,e){return t.
skip===e.name||e.skip===t.name}function _o(t,e){return Float64Array.from({length:e},(o,n)=>((n%2?t[n>>1]&15:t[n>>1]>>4)-7)/7)}function Pn(t,e){let[o,n]=t.size,r=se(
t.maps),s=o*n,a=t.colour?null:_o(r,s*t.count);return Array.from({length:Math.min(e,t.count)},(i,l)=>{let f=K({label:"",width:o,height:n});return f.draw(t.colour?
r:De(a.subarray(l*s,(l+1)*s))),f.canvas.removeAttribute("role"),f.canvas.removeAttribute("aria-label"),f.canvas.setAttribute("aria-hidden","true"),f.canvas})}var Tt=["leaf","iris"];function In(t,e,o){let{side:n,epochs:r,curves:s}=e,a=s.flatMap(({points:w})=>w),[i,l]=[Math.min(...a.map(([w])=>w)),Math.max(...a.map(([w])=>w))],
f=null,c=W({label:"Epoch",min:i,max:l,step:1,value:l,onInput:g}),u=de({label:"Errors over the epochs",title:"Errors",x:[i,Math.max(l,i+1)],y:qo(s),height:190,xLabel:"\
epoch",onPoint:w=>{c.value=Math.round(w)}}),m=K({label:"Samples",title:"Samples",width:n,height:n}),p=X();t.append(Y(c,ye(o,c,{seconds:8})),A("div",{class:"ff-c\
olumns ff-two"},A("div",{},u.element,ve(s.map(({name:w},x)=>[Tt[x],w]))),m.element),p.element);function g(){let w=c.value;u.update({lines:s.map(({points:b},d)=>({
points:b,colour:Tt[d]})).filter(({points:b})=>b.length>1),marks:[{x:w,colour:"muted"},...s.flatMap(({points:b},d)=>{let $=Pt(b,w,([h])=>h);return $?[{x:$[0],y:$[1],
colour:Tt[d]}]:[]})]});let x=Pt(r,w,b=>b)??r[0];f&&m.draw(Fe(f,r.indexOf(x)*n,0,n,n)),m.heading.textContent=`Samples after epoch ${x}`,m.describe(`Sixteen sampl\
es after epoch ${x}`),p.say(`Epoch ${w}. ${s.map(({name:b,points:d})=>{let $=Pt(d,w,([h])=>h);return $?`${b}: ${$[1].toFixed(3)}`:""}).filter(Boolean).join("; ")}\
.`)}g(),ge(Ae(o)).then(w=>{f=w,o.dataset.state="ready",g()})}function qo(t){let e=t.flatMap(({points:s})=>s.map(([,a])=>a)),[o,n]=[Math.min(...e),Math.max(...e)],
r=.05*(n-o)||.01;return[o-r,n+r]}function Pt(t,e,o){return t.filter(n=>o(n)<=e).at(-1)}Ct({dissolve:qt,embedding_explorer:Dt,first_flowers:jt,grow:Ht,lie:Yt,noise_maps:Kt,particles:nn,reverse:on,schedule_designer:cn,train:Tn,unet_map:Cn,watch:In});})();
