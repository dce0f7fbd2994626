/* Made by book/bundle_figures.py from ddimlib/static/ (27fbc02218ce0017). */
(()=>{function Ct(e){let t=".ff-figure[data-figure]:not([data-started], [data-failed])",o=()=>{for(let r of document.querySelectorAll(t))document.readyState==="loadin\
g"&&!r.nextSibling||Ln(r,e[r.dataset.figure])};if(o(),document.readyState!=="loading")return;let n=new MutationObserver(o);n.observe(document,{childList:!0,subtree:!0}),
document.addEventListener("DOMContentLoaded",()=>{n.disconnect(),o()})}function Ln(e,t){let o=e.querySelector(":scope > script[type='application/json']");if(!t||
!o)return;let n=e.querySelector(".ff-live");e.dataset.started="";try{t(n,JSON.parse(o.textContent),e)}catch(r){delete e.dataset.started,e.dataset.failed="",n.replaceChildren(),
console.error(r)}}function S(e,t={},...o){let n=document.createElement(e);for(let[r,s]of Object.entries(t))s!=null&&s!==!1&&n.setAttribute(r,s===!0?"":s);return n.
append(...o),n}function X(...e){return S("div",{class:"ff-controls"},...e.map(t=>t.element??t))}function W({label:e,min:t,max:o,step:n,value:r,format:s=String,onInput:a}){
let i=S("span",{class:"ff-value","aria-hidden":"true"}),l=S("input",{type:"range",min:t,max:o,step:n}),f=()=>{let m=s(Number(l.value));i.textContent=m,l.setAttribute(
"aria-valuetext",m);let p=(Number(l.value)-l.min)/(l.max-l.min||1);l.style.setProperty("--ff-filled",`${(100*p).toFixed(1)}%`)},c=S("span",{class:"ff-label"},e),
u=S("label",{class:"ff-slider"},S("span",{class:"ff-row"},c,i),l);return l.value=r,f(),l.addEventListener("input",()=>{f(),a(Number(l.value))}),{element:u,input:l,
get value(){return Number(l.value)},set value(m){l.value=m,f(),a(Number(l.value))},limits(m,p,g){Object.assign(l,{min:m,max:p}),l.value=g,f()},rename(m){c.textContent=
m}}}function Q({label:e,options:t,value:o,onChange:n}){let r=S("select",{},...t.map(([a,i])=>S("option",{value:a},i)));return r.value=o,r.addEventListener("chan\
ge",()=>n(r.value)),{element:S("label",{class:"ff-choice"},S("span",{class:"ff-label"},e),r),input:r,get value(){return r.value},set value(a){r.value=a,n(r.value)}}}
function De({label:e,value:t=!1,onChange:o}){let n=S("input",{type:"checkbox"});return n.checked=t,n.addEventListener("change",()=>o(n.checked)),{element:S("lab\
el",{class:"ff-toggle"},n,S("span",{},e)),input:n,get value(){return n.checked}}}function xe({label:e,onClick:t}){let o=S("button",{type:"button",class:"ff-butt\
on"},e);return o.addEventListener("click",t),o}function rt(){return window.matchMedia("(prefers-reduced-motion: reduce)").matches}function Rn(e,t,o=()=>{}){let n=0,
r=!1,s=!0,a=null,i=c=>{let u=a===null?0:Math.min((c-a)/1e3,.1);if(a=c,n=0,!e.isConnected||t(u)===!1)return f.pause();l()},l=()=>{r&&s&&!n&&(n=requestAnimationFrame(
i))},f={get playing(){return r},play(){r=!0,a=null,o(!0),l()},pause(){r=!1,cancelAnimationFrame(n),n=0,o(!1)}};return typeof IntersectionObserver=="function"&&new IntersectionObserver(
c=>{s=c[c.length-1].isIntersecting,a=null,l()}).observe(e),f}function ye(e,t,{label:o="Play",seconds:n=6}={}){let r=()=>Number(t.input.min),s=()=>Number(t.input.
max),a=0,i=0,l=xe({label:o,onClick:()=>{if(f.playing)return f.pause();a=t.value>=s()?r():t.value,i=0,f.play()}}),f=Rn(e,c=>{let u=s()-r();if(rt()){if(i+=c,i<n/8)
return!0;a+=u/8,i=0}else a+=u*c/n;return t.value=Math.min(a,s()),a<s()},c=>{l.textContent=c?"Pause":o});return t.input.addEventListener("pointerdown",()=>f.pause()),
t.input.addEventListener("keydown",()=>f.pause()),l}function Y(){let e=S("p",{class:"ff-readout"}),t=S("p",{class:"ff-hidden","aria-live":"polite"}),o=0;return{
element:S("div",{},e,t),say(n){let r=e.textContent==="";e.textContent=n,clearTimeout(o),r||(o=setTimeout(()=>{t.textContent=n},500))}}}function K({label:e,title:t="",
width:o,height:n}){let r=S("canvas",{width:o,height:n,role:"img","aria-label":e}),s=r.getContext("2d"),a=s.createImageData(o,n);a.data.fill(255);let i=S("span",
{class:"ff-title"},t);return{element:S("div",{class:"ff-picture"},...t?[i]:[],r),canvas:r,heading:i,draw(l){let f=l.length===o*n;for(let c=0;c<o*n;c+=1)for(let u=0;u<
3;u+=1)a.data[4*c+u]=f?l[c]:l[3*c+u];s.putImageData(a,0,0)},describe(l){r.setAttribute("aria-label",l)}}}function _e(e,t){let o=new MutationObserver(t),n=["data\
-theme","data-jp-theme-light","theme","class"];o.observe(document.documentElement,{attributes:!0,attributeFilter:n}),o.observe(document.body,{attributes:!0,attributeFilter:n}),
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change",t)}function oe(e,t){return getComputedStyle(e).getPropertyValue(`--ff-${t}`).trim()}
function Se(e,t){let o=0,n=()=>{let r=Math.round(e.clientWidth);r>0&&r!==o&&t(o=r)};n(),new ResizeObserver(n).observe(e)}function se(e){return Uint8Array.from(atob(
e),t=>t.charCodeAt(0))}var On="http://www.w3.org/2000/svg";function me(e,t,o=""){let n=document.createElementNS(On,e);for(let[r,s]of Object.entries(t))n.setAttribute(r,s);return o&&(n.
textContent=o),n}function It(e,t,o=5){let n=(t-e)/o,r=10**Math.floor(Math.log10(n)),s=[1,2,5,10].map(i=>i*r).find(i=>i>=n*.999),a=[];for(let i=Math.ceil(e/s-1e-9);i*
s<=t+1e-9*s;i+=1)a.push(Number((i*s).toPrecision(12)));return a}function Nt(e){return String(e).replace("-","−")}function de({label:e,title:t="",x:o,y:n,xLabel:r="",
yLabel:s="",height:a=170,xTicks:i=null,yTicks:l=null,formatX:f=Nt,formatY:c=Nt,onPoint:u=null,onHandle:m=null}){let p=S("div",{class:"ff-chart"}),g=me("svg",{role:"\
img","aria-label":e,height:a}),y={left:44,right:12,top:8,bottom:r?38:24},x={x:o,y:n,xTicks:i,yTicks:l},b=300,d={lines:[],marks:[],areas:[]},$=w=>y.left+(w-x.x[0])/
(x.x[1]-x.x[0])*(b-y.left-y.right),h=w=>a-y.bottom-(w-x.y[0])/(x.y[1]-x.y[0])*(a-y.top-y.bottom),k=w=>Math.min(Math.max(w,x.y[0]),x.y[1]),A=w=>w.map(([v,I],N)=>`${N?
"L":"M"}${$(v).toFixed(1)} ${h(I).toFixed(1)}`).join("");function F(){let w=a-y.bottom;for(let v of x.yTicks??It(...x.y,4))g.append(me("line",{class:"ff-grid",x1:y.
left,x2:b-y.right,y1:h(v),y2:h(v)}),me("text",{class:"ff-tick",x:y.left-(m?13:6),y:h(v)+4,"text-anchor":"end"},c(v)));for(let v of x.xTicks??It(...x.x,b<260?3:5))
g.append(me("text",{class:"ff-tick",x:$(v),y:w+16,"text-anchor":"middle"},f(v)));if(g.append(me("line",{class:"ff-axis",x1:y.left,x2:b-y.right,y1:w,y2:w})),r&&g.
append(me("text",{class:"ff-axis-label","text-anchor":"middle",x:(y.left+b-y.right)/2,y:a-5},r)),s){let v=(y.top+w)/2;g.append(me("text",{class:"ff-axis-label",
"text-anchor":"middle",x:11,y:v,transform:`rotate(-90 11 ${v})`},s))}}function R(){g.replaceChildren(),g.setAttribute("viewBox",`0 0 ${b} ${a}`),g.setAttribute(
"width",b),F();let w=a-y.bottom,[v,I]=[y.left-2,y.top-2],[N,C]=[b-y.right+2-v,w+2-I],_=me("svg",{class:"ff-plot",x:v,y:I,width:N,height:C,viewBox:`${v} ${I} ${N}\
 ${C}`});g.append(_);for(let{points:q,colour:B="accent"}of d.areas??[]){let P=$(q[0][0]).toFixed(1),D=$(q[q.length-1][0]).toFixed(1);_.append(me("path",{d:`${A(
q)}L${D} ${w}L${P} ${w}Z`,class:"ff-area",style:`fill:var(--ff-${B})`}))}for(let{points:q,colour:B="accent",dash:P=!1,width:D=2}of d.lines??[])_.append(me("path",
{d:A(q),class:"ff-line",style:`stroke:var(--ff-${B});stroke-width:${D};${P?"stroke-dasharray:5 4":""}`}));for(let{x:q,y:B,colour:P="ink",handle:D}of d.marks??[])
B===void 0?g.append(me("line",{x1:$(q),x2:$(q),y1:y.top,y2:w,class:"ff-rule",style:`stroke:var(--ff-${P})`})):g.append(me("circle",{cx:$(q),cy:h(k(B)),r:D?9:4.5,
class:D?"ff-handle":"ff-mark",...D&&{"data-handle":D},style:`${D?"stroke":"fill"}:var(--ff-${P})`}))}function M(w){let v=g.getBoundingClientRect(),I=(w.clientX-
v.left-y.left)/(v.width-y.left-y.right),N=(v.bottom-y.bottom-w.clientY)/(a-y.top-y.bottom);return[[I,x.x],[N,x.y]].map(([C,[_,q]])=>_+Math.min(Math.max(C,0),1)*
(q-_))}let E=null,L=w=>{let[v,I]=M(w);E?m(E,v,I):u&&u(v)};return(u||m)&&(u&&g.classList.add("ff-draggable"),g.addEventListener("pointerdown",w=>{E=w.target.dataset?.
handle??null,!(!E&&!u)&&(g.setPointerCapture(w.pointerId),E||L(w))}),g.addEventListener("pointermove",w=>{g.hasPointerCapture(w.pointerId)&&L(w)})),t&&p.append(
S("span",{class:"ff-title"},t)),p.append(g),Se(p,w=>{b=w,R()}),{element:p,update(w){d=w,R()},limits(w){Object.assign(x,w)},describe(w){g.setAttribute("aria-labe\
l",w)}}}function ve(e){return S("div",{class:"ff-legend"},...e.map(([t,o,n])=>S("span",{},S("i",{style:`border-top:3px ${n?"dashed":"solid"} var(--ff-${t})`}),o)))}function at(e){return e=Math.imul(e^e>>>16,2146121005),e=Math.imul(e^e>>>15,2221713035),(e^e>>>16)>>>0}function it(e,t){let o=at(e+2654435769>>>0);return at(at(
t+o>>>0)+Math.imul(o,2246822507)>>>0)}function ie(e,t){return(it(e,t)+.5)/4294967296}function J(e,t){let o=new Float32Array(t);for(let n=0;n<t;n+=2){let r=Math.
sqrt(-2*Math.log(ie(e,n))),s=2*Math.PI*ie(e,n+1);o[n]=r*Math.cos(s),n+1<t&&(o[n+1]=r*Math.sin(s))}return o}function Ge(e){let t=e.length/3,o=[0,0,0],n=[0,0,0];e.forEach((s,a)=>{o[a%3]+=s/t}),e.forEach((s,a)=>{n[a%3]+=(s-o[a%3])**2/t});for(let s=0;s<3;s+=1)n[s]=Math.sqrt(
n[s])||1;let r=Float64Array.from(e,(s,a)=>(s-o[a%3])/n[a%3]);return{mean:o,std:n,image:r}}function Ye({mean:e,std:t,image:o},n,r,s){let a=new Uint8ClampedArray(
o.length);for(let i=0;i<o.length;i+=1)a[i]=(r*o[i]+s*n[i])*t[i%3]+e[i%3];return a}function _n({min_signal_rate:e=.02,max_signal_rate:t=.95}={}){let o=Math.acos(t),n=Math.acos(e);return r=>-2*Math.log(Math.tan(o+r*(n-o)))}function qn({beta_start:e=1e-4,
beta_end:t=.02,steps:o=1e3}={}){let n=new Float64Array(o),r=0;for(let s=0;s<o;s+=1)r+=Math.log1p(-(e+(t-e)*s/(o-1))),n[s]=r;return s=>{let a=s*(o-1),i=Math.min(
Math.floor(a),o-2),l=n[i]+(n[i+1]-n[i])*(a-i);return l-Math.log(-Math.expm1(l))}}function Dn({start:e=2.5,end:t=-7.5}={}){return o=>e+o*(t-e)}function Bn({start:e=.01,
end:t=.99}={}){return o=>{let n=e+o*(t-e);return-2*Math.log(n/(1-n))}}var lt={cosine:_n,linear:qn,log_snr:Dn,rectified_flow:Bn};function le(e,t={}){if(!Object.hasOwn(
lt,e))throw new Error(`no page knows the schedule "${e}"`);let o=lt[e](t);return{logSNR:o,rates:n=>jn(o(n))}}function jn(e){return{signal:Math.sqrt(1/(1+Math.exp(
-e))),noise:Math.sqrt(1/(1+Math.exp(e)))}}var Ho=Object.keys(lt);function Lt(e,t,o,n,r){for(let s=1,a=0;s<r;s+=1){let i=r>>1;for(;a&i;i>>=1)a^=i;if(a^=i,s<a){let l=o+s*n,f=o+a*n;[e[l],e[f]]=[e[f],e[l]],[t[l],t[f]]=[t[f],t[l]]}}
for(let s=2;s<=r;s*=2)for(let a=0;a<s/2;a+=1){let i=Math.cos(-2*Math.PI*a/s),l=Math.sin(-2*Math.PI*a/s);for(let f=a;f<r;f+=s){let c=o+f*n,u=c+s/2*n,m=e[u]*i-t[u]*
l,p=e[u]*l+t[u]*i;e[u]=e[c]-m,t[u]=t[c]-p,e[c]+=m,t[c]+=p}}}function ct(e,t){let o=Float64Array.from(e),n=new Float64Array(t*t);for(let r=0;r<t;r+=1)Lt(o,n,r*t,
1,t);for(let r=0;r<t;r+=1)Lt(o,n,r,t,t);return{real:o,imaginary:n}}function Rt(e){let t=new Int16Array(e*e);for(let o=0;o<e;o+=1)for(let n=0;n<e;n+=1){let r=Math.
min(o,e-o),s=Math.min(n,e-n),a=Math.round(Math.hypot(s,r));t[o*e+n]=a<=e/2?a:-1}return t}function ut(e,t,o,n,r,s){let a=new Float64Array(s/2+1),i=new Float64Array(
s/2+1);for(let l=0;l<s*s;l+=1){if(r[l]<0)continue;let f=o*e.real[l]+n*t.real[l],c=o*e.imaginary[l]+n*t.imaginary[l];a[r[l]]+=(f*f+c*c)/(s*s),i[r[l]]+=1}return a.
map((l,f)=>l/i[f])}var Wn=[{kind:"cosine",name:"Cosine schedule",colour:"signal"},{kind:"linear",name:"Linear schedule",colour:"noise"}];function Ot(e,t,o){let n=new Float64Array(
o);for(let s of e){let a=Math.floor((s+t)/(2*t)*o);a>=0&&a<o&&(n[a]+=1)}let r=2*t/o;return n.map(s=>s/(e.length*r))}function qt(e,t){let{size:o,seed:n}=t,r=se(t.
pixels),s=J(n,r.length),a=Ge(r),{image:i}=a,l=new Float64Array(r.length),f=Rt(o),c=ct(_t(i),o),u=ct(_t(s),o),m=Wn.map(F=>({...F,schedule:le(F.kind),view:K({label:F.
name,title:F.name,width:o,height:o}),note:S("div",{class:"ff-note"})})),p=de({label:"Histogram of the pixel values",title:"Pixel values",x:[-4,4],y:[0,.8],xLabel:"\
standardised value",xTicks:[-4,-2,0,2,4],yTicks:[0,.4,.8]}),g=de({label:"Power spectrum",title:"Power at each scale",x:[0,Math.log10(o/2)],y:[-2,4],xLabel:"cycl\
es per picture: coarse → fine",xTicks:[1,2,4,8,16,32,64].filter(F=>F<=o/2).map(Math.log10),formatX:F=>Math.round(10**F),yTicks:[-2,0,2,4],formatY:F=>`10${Un(F)}`}),
y=W({label:"Time t",min:0,max:1,step:.01,value:t.t,format:F=>F.toFixed(2),onInput:h}),x=Y();e.append(X(y,ye(e,y,{label:"Dissolve"})),S("div",{class:"ff-columns \
ff-pair ff-dissolve"},...m.map(({view:F,note:R})=>S("div",{},F.element,R))),S("div",{class:"ff-columns ff-two"},p.element,g.element),ve([["signal","cosine"],["n\
oise","linear"],["muted","photograph",!0],["ink","pure noise",!0]]),x.element);let b=Hn(81).map(F=>-4+F/10).map(F=>[F,Math.exp(-F*F/2)/Math.sqrt(2*Math.PI)]),d=k(
Ot(i,4,40)),$=A(ut(c,u,1,0,f,o));function h(){let F=y.value,R=[],M=[],E=[];for(let{schedule:L,view:w,note:v,colour:I,name:N}of m){let{signal:C,noise:_}=L.rates(
F);for(let B=0;B<l.length;B+=1)l[B]=C*i[B]+_*s[B];w.draw(Ye(a,s,C,_));let q=`signal ${C.toFixed(2)}, noise ${_.toFixed(2)}`;v.textContent=q,w.describe(`Photogra\
ph of a flower, ${N.toLowerCase()}, t = ${F.toFixed(2)}: ${q}`),R.push({points:k(Ot(l,4,40)),colour:I}),M.push({points:A(ut(c,u,C,_,f,o)),colour:I}),E.push(`${N.
toLowerCase().split(" ")[0]} keeps ${Math.round(100*C**2)} %`)}p.update({lines:[{points:d,colour:"muted",dash:!0,width:1.5},{points:b,colour:"ink",dash:!0,width:1.5},
...R]}),g.update({lines:[{points:$,colour:"muted",dash:!0,width:1.5},{points:[[0,0],[Math.log10(o/2),0]],colour:"ink",dash:!0,width:1.5},...M]}),x.say(`At t = ${F.
toFixed(2)} the ${E.join(", the ")} of the variance from the image.`)}function k(F){return Array.from(F,(R,M)=>[-4+8*(M+.5)/F.length,R])}function A(F){return Array.
from(F,(R,M)=>[Math.log10(M),Math.log10(R+1e-9)]).slice(1)}h()}function _t(e){return Float64Array.from({length:e.length/3},(t,o)=>(e[3*o]+e[3*o+1]+e[3*o+2])/Math.
sqrt(3))}function Un(e){return String(e).replace("-","⁻").replace(/\d/g,t=>"⁰¹²³⁴⁵⁶⁷⁸⁹"[t])}function Hn(e){return Array.from({length:e},(t,o)=>o)}var Xe=[[125,47,6],[234,103,29],[243,189,152],[236,234,230],[165,210,251],[35,149,252],[10,74,138]];function Gn(e){let t=(Math.min(Math.max(e,-1),1)+1)/2*(Xe.length-
1),o=Math.min(Math.floor(t),Xe.length-2);return[0,1,2].map(n=>{let[r,s]=[Xe[o][n],Xe[o+1][n]];return r+(s-r)*(t-o)})}function Be(e){let t=new Uint8ClampedArray(
3*e.length);return e.forEach((o,n)=>t.set(Gn(o),3*n)),t}function Ve(e,t,o){let[n,r]=[Math.log10(t),Math.log10(o)],s=e/2;return Array.from({length:s},(a,i)=>10**(s===1?n:n+(r-n)*i/(s-1)))}function ft(e,t){let o=t.map(
n=>Math.fround(Math.fround(e)*Math.fround(2*Math.PI*n)));return Float64Array.from([...o.map(Math.sin),...o.map(Math.cos)])}function mt(e,t){return t.reduce((n,r)=>n+
Math.cos(2*Math.PI*r*e),0)/t.length}var Ie=400,dt=1e-4;function Bt(e,t){let o=null,n=(h,k)=>W({label:h,min:0,max:1,step:.001,value:k,format:A=>A.toFixed(3),onInput:$}),r=n("Noise variance a",t.a),
s=n("Noise variance b",t.b),a=(h,k,A,F)=>W({label:h,min:k,max:A,step:.1,value:Math.log10(F),format:R=>`${Number((10**R).toPrecision(2))}`,onInput:d}),i=a("Lowes\
t frequency",-1,1,t.min_frequency),l=a("Highest frequency",1,3,t.max_frequency),f=Q({label:"Length",value:String(t.dim),onChange:d,options:[8,16,32,64].map(h=>[
String(h),String(h)])}),c=S("div",{class:"ff-map"}),u=["a","b"].map(h=>S("i",{class:"ff-cursor"},S("b",{},h))),m=S("div",{class:"ff-vectors"}),p=de({label:"Simi\
larity against the distance between two noise levels",title:"Similarity at every distance",x:[Math.log10(dt),0],y:[-.5,1],xLabel:"distance between a and b",height:180,
xTicks:[-4,-3,-2,-1,0],formatX:h=>String(Number((10**h).toPrecision(1))),yTicks:[-.5,0,.5,1]}),g=Y();e.append(X(r,s),X(i,l,f),S("span",{class:"ff-title"},"The v\
ector of every noise variance from 0 to 1"),c,S("div",{class:"ff-columns ff-two ff-gap"},m,p.element),g.element),c.addEventListener("pointerdown",h=>{c.setPointerCapture(
h.pointerId);let k=y(h);c.moved=Math.abs(k-r.value)<=Math.abs(k-s.value)?r:s,c.moved.value=k}),c.addEventListener("pointermove",h=>{c.hasPointerCapture(h.pointerId)&&
(c.moved.value=y(h))});function y(h){let k=c.getBoundingClientRect();return Math.min(Math.max((h.clientX-k.left)/k.width,0),1)}let x=[],b=[];function d(){let h=Number(
f.value);x=Ve(h,10**i.value,10**l.value),o=K({label:`Embeddings of length ${h}: each column is the vector of one noise variance`,width:Ie,height:h}),o.draw(Be(Yn(
x))),c.replaceChildren(o.element,...u),b=[["vector of a","a"],["vector of b","b"],["a times b, cell by cell",""]].map(([k])=>K({label:k,title:k,width:h,height:1})),
m.replaceChildren(...b.map(k=>k.element),S("div",{class:"ff-note"},`Left half sines, right half cosines, each from slow to fast. The sum of the last row, divide\
d by ${h/2}, is the similarity.`)),$()}function $(){let[h,k]=[ft(r.value,x),ft(s.value,x)],A=h.map((L,w)=>L*k[w]);[h,k,A].forEach((L,w)=>b[w].draw(Be(L))),u[0].
style.left=`${100*r.value}%`,u[1].style.left=`${100*s.value}%`,u[0].classList.toggle("ff-left",r.value<=s.value),u[1].classList.toggle("ff-left",r.value>s.value);
let F=Math.abs(r.value-s.value),R=mt(F,x),M=400,E=Array.from({length:M+1},(L,w)=>{let v=Math.log10(dt)*(1-w/M);return[v,mt(10**v,x)]});p.update({lines:[{points:E,
colour:"leaf"}],marks:[{x:Math.log10(Math.max(F,dt)),y:R,colour:"petal"}]}),g.say(`Distance ${F.toFixed(3)}, similarity ${R.toFixed(2).replace("-","−")}. From\
 a to b the slowest wave turns ${Dt(x[0]*F)}, the fastest ${Dt(x[x.length-1]*F)}.`)}d()}function Dt(e){return e===1?"once":`${Number(e.toPrecision(2))} times`}function Yn(e){
let t=new Float64Array(2*e.length*Ie);return e.forEach((o,n)=>{let r=Math.PI*o/Ie,s=Math.sin(r)/r;for(let a=0;a<Ie;a+=1){let i=2*Math.PI*o*(a+.5)/Ie;t[n*Ie+a]=s*
Math.sin(i),t[(n+e.length)*Ie+a]=s*Math.cos(i)}}),t}async function ge(e){let t=new Image;t.src=e,await t.decode();let o=document.createElement("canvas");o.width=t.naturalWidth,o.height=t.naturalHeight;let n=o.getContext(
"2d",{willReadFrequently:!0});return n.drawImage(t,0,0),n.getImageData(0,0,o.width,o.height)}function Ae(e){return decodeURIComponent(e.querySelector(".ff-still\
 img").getAttribute("src")).match(/ href='([^']*)'/)[1]}function Fe(e,t,o,n,r){let s=new Uint8ClampedArray(3*n*r);for(let a=0;a<r;a+=1)for(let i=0;i<n;i+=1){let l=4*
((o+a)*e.width+t+i);s.set(e.data.subarray(l,l+3),3*(a*n+i))}return s}function qe(e,t,o,n,r){let s=new Uint8ClampedArray(3*n*r);for(let a=0;a<3;a+=1){let i=o+a*e.
height/3;for(let l=0;l<r;l+=1)for(let f=0;f<n;f+=1)s[3*(l*n+f)+a]=e.data[4*((i+l)*e.width+t+f)]}return s}function jt(e,t,o){let{size:n,times:r,flowers:s}=t,a=r.length-1,i=null,l=d=>s.map($=>K({label:`${$}: ${d}`,width:n,height:n})),f=l("noisy"),c=l("guess"),u=W({label:"\
From noise to flower",min:0,max:a,step:1,value:0,format:d=>`t = ${r[d].toFixed(1)}`,onInput:y}),m=Y(),p=(d,$)=>S("div",{},S("span",{class:"ff-title"},d),S("div",
{class:"ff-triple"},...$.map(h=>h.element))),g=S("div",{class:"ff-first ff-draggable"},p("The noisy picture",f),p("What the network takes it to be",c));e.append(
X(u,ye(o,u,{seconds:4})),g,m.element);function y(){if(!i)return;let d=u.value;s.forEach(($,h)=>{let k=[d*n,h*n,n,n];f[h].draw(qe(i.noisy,...k)),c[h].draw(Fe(i.guess,
...k)),f[h].describe(`A ${$} on its way out of noise, moment ${d} of ${a}`),c[h].describe(`What the network takes it to be at moment ${d} of ${a}`)}),m.say(x(d))}
function x(d){return d===0?"t = 1: pure noise. The guess is hardly more than a mean colour.":d===a?"t = 0: no noise is left. The last guess is the picture.":`t \
= ${r[d].toFixed(1)}: step ${2*d} of ${2*a}.`}let b=d=>{let $=g.getBoundingClientRect(),h=(d.clientX-$.left)/$.width;u.value=Math.round(Math.min(Math.max(h,0),1)*
a)};g.addEventListener("pointerdown",d=>{g.setPointerCapture(d.pointerId),b(d)}),g.addEventListener("pointermove",d=>{g.hasPointerCapture(d.pointerId)&&b(d)}),Promise.
all([ge(t.noisy),ge(Ae(o))]).then(([d,$])=>{i={noisy:d,guess:$},o.dataset.state="ready",u.value=u.value===0?Math.round(.4*a):u.value})}var Wt=`(()=>{var s=null,i=null,u=null,a="",c="";async function p({runtime:n,module:e,binary:t,network:r,processor:o}){return s=await import(\`\${n}\${e}\`),s.env.w\
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
`;function $e(e){return Array.from({length:e+1},(t,o)=>1-o/e)}function Ke(e,t){return e+Math.imul(t+1,2654435769)>>>0}function ht(e,t,o){let n=Math.sqrt(Math.max(
0,1-(e.signal/t.signal)**2)),r=o*(t.noise/e.noise)*n;return{kept:Math.sqrt(Math.max(0,t.noise**2-r**2)),fresh:r}}var pt={noise:e=>e,image:(e,t,{signal:o,noise:n})=>t.
map((r,s)=>(r-o*e[s])/n),velocity:(e,t,{signal:o,noise:n})=>t.map((r,s)=>n*r+o*e[s]),flow:(e,t,{signal:o,noise:n})=>t.map((r,s)=>(r+o*e[s])/(o+n))},ms=Object.keys(
pt);function Je(e){if(!Object.hasOwn(pt,e))throw new Error(`no page knows the target "${e}"`);return pt[e]}function Ze(e,t,o,n,r=0,s=null){let{kept:a,fresh:i}=ht(
o,n,r),l=new Float32Array(e.length),f=new Float32Array(e.length);for(let c=0;c<e.length;c+=1)l[c]=(e[c]-o.noise*t[c])/o.signal,f[c]=n.signal*l[c]+a*t[c]+(s?i*s[c]:
0);return{image:l,noisy:f}}function Ut(e,t,o){return t.map((n,r)=>e[r]+o*(n-e[r]))}function je(e,t,o){let n=e.length/3,r=new Uint8ClampedArray(e.length);for(let s=0;s<
3;s+=1)for(let a=0;a<n;a+=1)r[3*a+s]=255*(e[s*n+a]*o[s]+t[s]);return r}async function gt(e,{progress:t=()=>{},signal:o,anew:n}){let r=await fetch(e,{signal:o,cache:n?"reload":"default"});if(!r.ok)throw new Error(`${e} answers ${r.status}`);
let s=r.body.getReader(),a=[],i=0;for(;;){let{done:l,value:f}=await s.read();if(l)break;a.push(f),i+=f.length,t(i)}return new Blob(a).arrayBuffer()}function Vn(e,t){
if(e.byteLength!==t)throw new Error(`what came is not the network: ${e.byteLength} bytes instead of ${t}`)}function Kn(e){if(new TextDecoder("latin1").decode(e.
slice(0,4))!=="\0asm")throw new Error("what came is not the runtime")}function Jn(e,t,o){return e===void 0?o:new URL(e,t).href}function Zn(){let e=URL.createObjectURL(
new Blob([Wt],{type:"text/javascript"})),t=new Worker(e,{type:"module"}),o=new Map,n=0,r=a=>{for(let{reject:i}of o.values())i(new Error(a));o.clear()};t.onerror=
a=>{a.preventDefault(),r(a.message||"the worker could not start")},t.onmessage=({data:{id:a,answer:i,error:l}})=>{let{resolve:f,reject:c}=o.get(a)??{};o.delete(
a),l?c?.(new Error(l)):f?.(i)};let s=(a,i,l=[])=>new Promise((f,c)=>{n+=1,o.set(n,{resolve:f,reject:c}),t.postMessage({id:n,task:a,...i},l)});return{load:a=>s("\
load",a,[a.binary]),predict:a=>s("predict",a),end:()=>t.terminate()}}async function Qn(){try{return!!await navigator.gpu?.requestAdapter()}catch{return!1}}function zn(){
return location.protocol==="file:"?"Opened from a folder, this page may not load the network: browsers forbid it. Serve the folder (python -m http.server) or re\
ad the book on its site. What you see is recorded.":typeof WebAssembly!="object"||typeof Worker!="function"?"This browser has no WebAssembly, in which the netwo\
rk runs. What you see is recorded.":""}function Ht(e,t,o){let{size:n,mean:r,std:s,classes:a}=t,i=3*n*n,l=le(t.schedule.kind,t.schedule.options),f=Je(t.target),c=O=>je(
O,r,s),u=O=>(O/1e6).toFixed(1),m=null,p=null,g=!1,y=0,x={seed:t.seed,steps:t.steps,eta:0,label:t.label,guidance:t.guidance,acts:"middle",processor:"wasm"},b=(O,V=Number)=>ee=>{
if(x[O]=V(ee),A.input.disabled=M.input.disabled=x.label===a,O==="processor")return Le();O==="seed"&&P(),m&&O!=="seed"?Oe():m&&nt()},d=W({label:"Seed",min:0,max:999,
step:1,value:x.seed,onInput:b("seed")}),$=Q({label:"Steps",value:String(x.steps),onChange:b("steps"),options:[5,10,20,40].map(O=>[String(O),String(O)])}),h=W({label:"\
Fresh noise η",min:0,max:1,step:.1,value:0,format:O=>O.toFixed(1),onInput:b("eta")}),k=Q({label:"Flower",value:String(t.label),onChange:b("label"),options:[[String(
a),"no class"],...t.class_names.map((O,V)=>[String(V),O]).sort((O,V)=>O[1]<V[1]?-1:1)]}),A=W({label:"Guidance",min:0,max:8,step:.5,value:t.guidance,format:O=>O.
toFixed(1),onInput:b("guidance")}),[F,R]=t.interval,M=Q({label:"Guidance acts",value:"middle",onChange:b("acts",String),options:[["middle",`from t = ${R} to ${F}`],
["always","always"]]});A.input.disabled=M.input.disabled=t.label===a;let E=Q({label:"Runs on",value:"wasm",onChange:b("processor",String),options:Object.entries(
t.runtimes).map(([O,{name:V,bytes:ee}])=>[O,`${V} (${u(ee)} MB)`])});E.element.hidden=!0;let L=()=>t.runtimes[x.processor].bytes+(p?0:t.model_bytes),w=()=>`Grow\
 a flower (downloads ${u(L())} MB)`,v=xe({label:w(),onClick:ae}),I=xe({label:"Another seed",onClick:()=>{d.value=(x.seed+1)%1e3}}),N=S("progress",{max:1,value:0,
"aria-label":"Download",hidden:!0}),C={noisy:K({label:"The noisy image",title:"Noisy image",width:n,height:n}),image:K({label:"The predicted image",title:"Predi\
cted image",width:n,height:n})},_=S("div",{class:"ff-grow-strip",role:"group","aria-label":"The predicted image, step by step"}),q=Y();e.append(X(d,$,h,...a?[k,
A,M]:[],E),S("div",{class:"ff-controls"},v,I,N),S("div",{class:"ff-columns ff-pair ff-grow"},C.noisy.element,C.image.element),_,q.element);function B(O){o.dataset.
state=O}function P(){C.noisy.draw(c(J(x.seed,i))),m||C.image.draw(c(new Float32Array(i)))}let D=se(t.recorded),H=D.length/i;for(let O=0;O<H;O+=1)Pe(D.subarray(O*
i,(O+1)*i));P(),C.image.draw(D.subarray((H-1)*i));let U=zn();if(v.disabled=I.disabled=U!=="",U)for(let O of[d,$,h,k])O.input.disabled=!0;let G=t.label===a?"":`${t.
class_names[t.label]}, `,Z=document.documentElement.dataset.content_root,fe=Jn(Z,location.href,t.site);q.say(U||`Recorded: ${G}seed ${t.seed}, ${t.steps} steps.\
 The network (${u(t.model_bytes)} MB) and the runtime are fetched ${Z===void 0?`from ${t.site} `:""}when you press the button.`),B(U?"impossible":"asleep"),U||Qn().
then(O=>{E.element.hidden=!O,o.dataset.graphics=O?"yes":"no"});function Pe(O){let V=S("canvas",{width:n,height:n,"aria-hidden":"true"}),ee=V.getContext("2d"),ue=ee.
createImageData(n,n);for(let te=0;te<n*n;te+=1)ue.data.set([O[3*te],O[3*te+1],O[3*te+2],255],4*te);ee.putImageData(ue,0,0),_.append(V)}function Le(){y+=1,m?.end(),
m=null,v.textContent=w(),q.say(`Press the button to fetch the runtime for the ${t.runtimes[x.processor].name}.`),B("asleep")}async function ae(){if(m)return Oe();
let O=x.processor,{module:V,binary:ee}=t.runtimes[O],ue=null,te=L();N.max=te,v.disabled=E.input.disabled=!0,N.hidden=!1,B("loading");let we=new AbortController;
try{let pe=new URL(t.runtime,fe).href,be=new URL(t.model,fe).href,Me=[0,0],T=he=>He=>{we.signal.aborted||(Me[he]=He,N.value=Me[0]+Me[1],q.say(`Downloading: ${u(
N.value)} of ${u(te)} MB`))},[j,ne]=await Promise.all([gt(`${pe}${ee}`,{progress:T(0),signal:we.signal,anew:g}),p??gt(be,{progress:T(1),signal:we.signal,anew:g}),
...(g?[V,ee.replace(/wasm$/,"mjs")]:[]).map(he=>gt(`${pe}${he}`,{signal:we.signal,anew:g}))]);Kn(j),Vn(ne,t.model_bytes),q.say("Starting the network"),ue=Zn(),await ue.
load({runtime:pe,module:V,binary:j,network:ne,processor:O}),m=ue,p=ne,g=!1,v.textContent="Grow it again"}catch(pe){we.abort(),ue?.end(),g=!0,O==="webgpu"&&(E.value=
"wasm"),q.say(`The network could not be loaded (${pe.message}). ${O==="webgpu"?"Press the button to run it on the processor instead.":`Press the button to try a\
gain; the chapter does the same in Python, and the figure runs on ${t.site}`}`),B("failed");return}finally{N.hidden=!0,v.disabled=E.input.disabled=!1}await Oe()}
let Re=0;function nt(){y+=1,clearTimeout(Re),Re=setTimeout(Oe,250)}async function Oe(){let O=y+=1,{seed:V,steps:ee,eta:ue,label:te,guidance:we}=x,pe=z=>te!==a&&
we!==1&&(x.acts==="always"||F<=z&&z<=R),be=$e(ee),Me=new Set(Array.from({length:10},(z,Ce)=>Math.ceil((Ce+1)*ee/10))),T=J(V,i),j=0,ne=0,he="";_.replaceChildren(),
B("growing");let He=async(z,Ce)=>{let ke=await m.predict({noisy:T,size:n,variance:z.noise**2,label:Ce});return j+=ke.seconds,ne+=1,o.dataset.processor=ke.processor,
he=ke.reason?`on the processor: the graphics card could not be used (${ke.reason})`:`on your ${t.runtimes[ke.processor].name}`,f(ke.prediction,T,z)};try{for(let z=0;z<
ee;z+=1){let[Ce,ke]=[l.rates(be[z]),l.rates(be[z+1])],ot=await He(Ce,te);if(O===y&&pe(be[z])&&(ot=Ut(await He(Ce,a),ot,we)),O!==y)return;let Nn=ue>0?J(Ke(V,z),i):
null,st=Ze(T,ot,Ce,ke,ue,Nn);T=st.noisy,C.noisy.draw(c(T)),C.image.draw(c(st.image)),Me.has(z+1)&&Pe(c(st.image)),q.say(`Step ${z+1} of ${ee}, seed ${V}: ${(j/ne).
toFixed(2)} s a network evaluation here, ${he}.`)}}catch(z){q.say(`The network stopped: ${z.message}`),B("failed");return}o.dataset.seconds=(j/ne).toFixed(4),B(
"done")}}function Yt(e,t,o){let{size:n,truths:r,told:s,errors:a}=t,i=null,l=(b,d,$)=>W({label:d,min:0,max:b.length-1,step:1,value:b.indexOf($),format:h=>Gt(b[h]),onInput:x}),
f=l(r,"Log-SNR of the picture",t.truth),c=l(s,"Log-SNR that we claim",t.truth),u=(b,d)=>K({title:b,label:d,width:n,height:n}),m=u("It sees","The noisy photograp\
h"),p=u("It answers","What the network answers"),g=u("When honest","What it answers when it is told the truth"),y=Y();e.append(X(f,c),S("div",{class:"ff-triple \
ff-lie"},m.element,p.element,g.element),y.element);function x(){if(!i)return;let[b,d]=[f.value,c.value],$=s.indexOf(r[b]),h=k=>Fe(i.guess,k*n,b*n,n,n);m.draw(qe(
i.noisy,0,b*n,n,n)),p.draw(h(d)),g.draw(h($)),p.describe(`What the network answers when it is told ${Gt(s[d])}`),y.say(eo(s[d]-r[b],a[b][d],a[b][$]))}ge(t.noisy).
then(async b=>{i={noisy:b,guess:await ge(Ae(o))},o.dataset.state="ready",x()})}function eo(e,t,o){let n=`The picture is off by ${t.toFixed(2)} a pixel`;return e===
0?`The truth. ${n}.`:`${e>0?"It believes in too little noise":"It believes in too much noise"}. ${n}, where the truth gives ${o.toFixed(2)}.`}function Gt(e){return(e>
0?`+${e}`:String(e)).replace("-","−")}function Kt(e,t,o){let{names:n,side:r,reach:s,handle:a,centres:i,radius:l}=t,f=se(t.colours),c=f.length/3,u=Xt(t.clouds,s),m=Xt(t.grids,s),p={x:a[0],y:a[1]},g=M=>Math.
min(Math.max(M,-t.start),t.start),y=M=>W({label:`Noise: ${M}`,min:-t.start,max:t.start,step:.05,value:p[M],format:E=>E.toFixed(2),onInput(E){p[M]=E,A()}}),[x,b]=[
y("x"),y("y")],d=n.map((M,E)=>{let L=S("canvas",{role:"img","aria-label":M});return{name:M,canvas:L,context:L.getContext("2d"),cloud:Vt(u,E,c),element:S("div",{},
S("span",{class:"ff-title"},M),L)}}),$=Y();e.append(S("div",{class:"ff-planes"},...d.map(M=>M.element)),$.element,S("div",{class:"ff-controls ff-gap"},x.element,
b.element));let h=0,k=M=>(M+s)/(2*s)*h;function A(){if(!h)return;let M=n.map((w,v)=>v===0?[p.x,p.y]:to(Vt(m,v-1,r*r),r,t.start,p.x,p.y));d.forEach(({context:w,cloud:v},I)=>{
w.clearRect(0,0,h,h);for(let N=0;N<c;N+=1)w.fillStyle=`rgb(${f[3*N]} ${f[3*N+1]} ${f[3*N+2]})`,w.fillRect(k(v[2*N])-1,h-k(v[2*N+1])-1,2,2);w.beginPath(),w.arc(k(
M[I][0]),h-k(M[I][1]),6,0,2*Math.PI),w.lineWidth=3,w.strokeStyle=oe(o,"accent"),w.fillStyle=oe(o,"panel"),w.fill(),w.stroke()});let E=w=>i.some(([v,I])=>Math.hypot(
v-w[0],I-w[1])<l),L=n.slice(1).map((w,v)=>`${w}: ${E(M[v+1])?"in a disc":"between the discs"}`);$.say(`From (${p.x.toFixed(2)}, ${p.y.toFixed(2)}). ${L.join("; ")}\
.`)}let{canvas:F}=d[0];F.classList.add("ff-handle");let R=M=>{let E=F.getBoundingClientRect();p.x=g((M.clientX-E.left)/E.width*2*s-s),p.y=g(s-(M.clientY-E.top)/
E.height*2*s),x.limits(-t.start,t.start,p.x),b.limits(-t.start,t.start,p.y),A()};F.addEventListener("pointerdown",M=>{F.setPointerCapture(M.pointerId),R(M)}),F.
addEventListener("pointermove",M=>{F.hasPointerCapture(M.pointerId)&&R(M)}),Se(F,M=>{h=M;let E=window.devicePixelRatio||1;for(let L of d)L.canvas.width=L.canvas.
height=Math.round(h*E),L.context.setTransform(E,0,0,E,0,0);A()}),_e(o,A)}function Xt(e,t){return Float32Array.from(se(e),o=>o/255*2*t-t)}function Vt(e,t,o){return e.
subarray(2*t*o,2*(t+1)*o)}function to(e,t,o,n,r){let s=c=>Math.min(Math.max((c+o)/(2*o)*(t-1),0),t-1.000001),[a,i]=[Math.floor(s(n)),Math.floor(s(r))],[l,f]=[s(
n)-a,s(r)-i];return[0,1].map(c=>{let u=(m,p)=>e[2*((i+p)*t+a+m)+c];return(1-f)*((1-l)*u(0,0)+l*u(1,0))+f*((1-l)*u(0,1)+l*u(1,1))})}function Qt(e){let t=se(e),o=new Float32Array(t.length/2);for(let n=0;n<o.length;n+=1){let r=t[2*n]|t[2*n+1]<<8,s=r>>10&31,a=r&1023,i=s?(1+a/1024)*2**(s-15):a*2**
-24;o[n]=r&32768?-i:i}return o}function zt(e){let t=Qt(e),o=t.length/2;return t.map((n,r)=>r<o?t[2*r]:t[2*(r-o)+1])}function en({shapes:e,weights:t}){let o=Qt(t),
n=[],r=0;for(let s=0;s<e.length;s+=2){let[a,i]=e[s],l=o.subarray(r,r+a*i);r+=a*i,n.push({inputs:i,outputs:a,weight:l,bias:o.subarray(r,r+a)}),r+=a}return n}var ce=128;function*no(e,t,o){let n=t.length/2,r=[o.signal,o.noise,Math.log(o.signal/o.noise)],s=new Float32Array(2*n),a=Math.max(...e.map(({outputs:f})=>f)),[i,l]=[new Float32Array(
a*ce),new Float32Array(a*ce)];for(let f=0;f<n;f+=ce){let c=Math.min(ce,n-f);for(let u=0;u<c;u+=1)i[u]=t[f+u],i[ce+u]=t[n+f+u];e.forEach((u,m)=>{if(oo(u,m===0?r:
[],i,l,c),m<e.length-1)for(let p=0;p<u.outputs*ce;p+=1)l[p]/=1+Math.exp(-l[p]);[i,l]=[l,i]});for(let u=0;u<c;u+=1)s[f+u]=i[u],s[n+f+u]=i[ce+u];yield}return s}function oo({
inputs:e,outputs:t,weight:o,bias:n},r,s,a,i){let l=e-r.length,f=l%4===0?4:2;for(let c=0;c<t;c+=1){let u=c*e,m=c*ce,p=n[c];r.forEach((g,y)=>{p+=o[u+l+y]*g}),a.fill(
p,m,m+ce);for(let g=0;g<l;g+=f){let y=o[u+g],x=o[u+g+1],b=g*ce;if(f===4){let d=o[u+g+2],$=o[u+g+3];for(let h=0;h<i;h+=1)a[m+h]+=y*s[b+h]+x*s[b+ce+h]+d*s[b+2*ce+
h]+$*s[b+3*ce+h]}else for(let d=0;d<i;d+=1)a[m+d]+=y*s[b+d]+x*s[b+ce+d]}}}function*Jt(e,t,o){let n=yield*no(e,t,o),r=new Float32Array(t.length),s=new Float32Array(
t.length);for(let a=0;a<t.length;a+=1)r[a]=o.signal*t[a]-o.noise*n[a],s[a]=o.noise*t[a]+o.signal*n[a];return{image:r,noise:s}}function Zt({image:e,noise:t},o,n,r=0,s=null,a=new Float32Array(
e.length)){for(let i=0;i<a.length;i+=1)a[i]=o*e[i]+n*t[i]+(s?r*s[i]:0);return a}var We={ddim:{name:"DDIM",eta:null,cost:e=>e},ddpm:{name:"DDPM (η = 1)",eta:1,cost:e=>e},
heun:{name:"Heun",eta:0,cost:e=>2*e-1},dpm_solver_pp:{name:"DPM-Solver++(2M)",eta:0,cost:e=>e}};function tn({layers:e,schedule:t,start:o,solver:n,steps:r,eta:s=0,
seed:a=0}){let i=$e(r),l=i.map(d=>t.rates(d)),f=We[n].eta??s,c=[o],u=[],m=[],p=[];function*g(d){let $=c[d],h=yield*Jt(e,$,l[d]);if(n==="heun"&&d<r-1){let k=Zt(h,
l[d+1].signal,l[d+1].noise),A=yield*Jt(e,k,l[d+1]),F=h.noise.map((M,E)=>(M+A.noise[E])/2);return{image:$.map((M,E)=>(M-l[d].noise*F[E])/l[d].signal),noise:F}}if(m[d]=
h.image,n==="dpm_solver_pp"&&d>0){let[k,A,F]=[-1,0,1].map(L=>t.logSNR(i[d+L])),R=(F-A)/(2*(A-k)),M=h.image.map((L,w)=>(1+R)*L-R*m[d-1][w]),E=$.map((L,w)=>(L-l[d].
signal*M[w])/l[d].noise);return{image:M,noise:E}}return h}function*y(){for(let d=0;d<r;d+=1)u.push(yield*g(d)),p.push(f>0?J(Ke(a,d),o.length):null),c.push(b(d,l[d+
1]))}let x=y();function b(d,$,h){let{kept:k,fresh:A}=ht(l[d],$,f);return Zt(u[d],$.signal,k,A,p[d],h)}return{at(d,$){if(d>=1)return o;let h=Math.min(Math.floor(
(1-d)*r+1e-9),r-1);for(;c.length<=h+1;)x.next();return b(h,t.rates(d),$)},ahead(d){let $=performance.now()+d;for(;c.length<=r&&performance.now()<$;)x.next();return c.
length<=r}}}var re=2.7,so=48,ro=4;function nn(e,t,o){let n=le("log_snr",t.schedule),r=en(t.network),s=zt(t.network.points),a={solver:t.solver,steps:t.steps,eta:0},i={x:t.handle[0],
y:t.handle[1]},l=J(t.seed,2*t.count),f=new Float32Array(l.length),[c,u,m]=[null,null,null],p=Q({label:"Solver",value:a.solver,onChange(P){a.solver=P,F(),E()},options:Object.
entries(We).map(([P,{name:D}])=>[P,D])}),g=W({label:"Steps",min:1,max:50,step:1,value:a.steps,onInput(P){a.steps=P,E()}}),y=W({label:"Fresh noise η",min:0,max:1,
step:.1,value:0,format:P=>P.toFixed(1),onInput(P){a.eta=P,E()}}),x=W({label:"Way from noise to data",min:0,max:1,step:.001,value:0,format:P=>`t = ${(1-P).toFixed(
2)}`,onInput:_}),b=W({label:"Ringed particle: x",min:-re,max:re,step:.05,value:i.x,format:P=>P.toFixed(2),onInput:P=>R(P,i.y)}),d=W({label:"Ringed particle: y",
min:-re,max:re,step:.05,value:i.y,format:P=>P.toFixed(2),onInput:P=>R(i.x,P)}),$=De({label:"Paths",value:!0,onChange:_}),h=De({label:"Data",value:!0,onChange:_}),
k=S("canvas",{role:"img",class:"ff-plane","aria-label":"Particles in the plane"}),A=Y();e.append(X(...t.simple?[g]:[p,g,y]),X(x,ye(o,x,{seconds:4}),$,h),k,A.element,
S("div",{class:"ff-controls ff-gap"},b.element,d.element));function F(){let P=We[a.solver].eta;y.limits(0,1,P??a.eta),y.input.disabled=P!==null}function R(P,D){
Object.assign(i,{x:P,y:D}),m=null,_()}function M(P){return tn({layers:r,schedule:n,start:P,seed:t.seed,...a})}function E(){[c,u,m]=[M(l),null,null],_()}function L(P){
let D=M(P),H=Math.max(60,a.steps);return Array.from({length:H+1},(U,G)=>D.at(1-G/H))}let w=0,v=k.getContext("2d"),I=P=>(P+re)/(2*re)*w;function N(P,D,H,U){let G=P[0].
length/2;v.strokeStyle=D,v.lineWidth=H,v.beginPath();for(let Z=0;Z<G;Z+=1)for(let fe=0;fe<=U;fe+=1){let[Pe,Le]=[I(P[fe][Z]),w-I(P[fe][G+Z])];fe?v.lineTo(Pe,Le):
v.moveTo(Pe,Le)}v.stroke()}function C(P,D,H){let U=P.length/2;v.fillStyle=D;for(let G=0;G<U;G+=1)v.fillRect(I(P[G])-H/2,w-I(P[U+G])-H/2,H,H)}function _(){if(!w||
!c)return;let P=1-x.value,D=c.at(P,f);if(v.clearRect(0,0,w,w),h.value&&(v.globalAlpha=.45,C(s,oe(o,"muted"),2),v.globalAlpha=1),C(D,oe(o,"signal"),2.2),$.value){
u??=L(ao(l,so));let fe=Math.round((1-P)*(u.length-1));v.globalAlpha=.55,N(u,oe(o,"noise"),1,fe),v.globalAlpha=1}m??=L(Float32Array.of(i.x,i.y)),N(m,oe(o,"accent"),
2.5,m.length-1);let H=m[Math.round((1-P)*(m.length-1))];q(H[0],H[1],5,!0),q(i.x,i.y,9,!1);let{name:U,cost:G}=We[a.solver],Z=m[m.length-1];A.say(`${t.count} part\
icles at t = ${P.toFixed(2)}. ${U} with ${a.steps} steps evaluates the network ${G(a.steps)} times. The ringed particle ends at (${Z[0].toFixed(2)}, ${Z[1].toFixed(
2)}).`),c.ahead(ro)}function q(P,D,H,U){v.beginPath(),v.arc(I(P),w-I(D),H,0,2*Math.PI),v.lineWidth=3,v.strokeStyle=oe(o,"accent"),v.fillStyle=oe(o,U?"accent":"p\
anel"),v.fill(),v.stroke()}let B=P=>{let D=k.getBoundingClientRect(),H=Z=>Math.min(Math.max(Z,-re),re),U=H((P.clientX-D.left)/D.width*2*re-re),G=H(re-(P.clientY-
D.top)/D.height*2*re);b.limits(-re,re,U),d.limits(-re,re,G),R(U,G)};k.addEventListener("pointerdown",P=>{k.setPointerCapture(P.pointerId),B(P)}),k.addEventListener(
"pointermove",P=>{k.hasPointerCapture(P.pointerId)&&B(P)}),F(),E(),Se(k,P=>{w=P;let D=window.devicePixelRatio||1;k.width=k.height=Math.round(w*D),v=k.getContext(
"2d"),v.setTransform(k.width/w,0,0,k.width/w,0,0),_()}),_e(o,_)}function ao(e,t){let o=e.length/2,n=new Float32Array(2*t);return n.set(e.subarray(0,t)),n.set(e.
subarray(o,o+t),t),n}function on(e,t,o){let{size:n,runs:r,mean:s,std:a}=t,i=le(t.schedule.kind,t.schedule.options),l=je(J(t.seed,3*n*n),s,a),f=je(new Float32Array(3*n*n),s,a),c=A=>[
...new Set(r.map(F=>F[A]))].map(String),{steps:u,eta:m}=r[t.open],p=null,g=A=>c(A).map(F=>[F,F]),y=Q({label:"Steps",options:g("steps"),value:String(u),onChange(A){
let F=b.value/u;u=Number(A),b.limits(0,u,Math.round(F*u)),k()}}),x=Q({label:"η",options:g("eta"),value:String(m),onChange(A){m=Number(A),k()}}),b=W({label:"Ste\
p",min:0,max:u,step:1,value:0,format:A=>`${A} of ${u}`,onInput:k}),d=K({label:"The noisy image",title:"Noisy image",width:n,height:n}),$=K({label:"The predicted\
 image",title:"Predicted image",width:n,height:n}),h=Y();e.append(X(y,x,b,ye(o,b,{seconds:5})),S("div",{class:"ff-columns ff-pair ff-grow"},d.element,$.element),
h.element);function k(){let A=b.value,F=r.findIndex(L=>L.steps===u&&L.eta===m),R=$e(u)[A];if(A===0)d.draw(l),$.draw(f);else if(p){let L=[(A-1)*n,F*n,n,n];d.draw(
qe(p.noisy,...L)),$.draw(Fe(p.predicted,...L))}let{signal:M,noise:E}=i.rates(R);d.describe(`The noisy image after step ${A} of ${u}`),$.describe(A?`The predicte\
d image of step ${A} of ${u}`:"No image has been predicted yet"),h.say(A===0?"Pure noise, at t = 1; nothing has been predicted yet.":`Step ${A} of ${u} led to t\
 = ${R.toFixed(2)}: signal rate ${M.toFixed(2)}, noise rate ${E.toFixed(2)}.`)}k(),Promise.all([ge(t.noisy),ge(Ae(o))]).then(([A,F])=>{p={noisy:A,predicted:F},o.
dataset.state="ready",b.value=b.value===0?Math.round(u/2):b.value})}var sn=10,io=[-12,10],wt=e=>1/(1+Math.exp(-e)),rn=e=>e.toFixed(2),an=e=>e.toFixed(3),ln=e=>e.toFixed(4),Ne={cosine:{name:"Cosine",python:"CosineSchedule",ends:{
start:{option:"max_signal_rate",label:"Signal rate at t = 0",value:.95,min:.5,max:.999,step:.001,format:an,fromLogSNR:e=>Math.sqrt(wt(e))},end:{option:"min_sign\
al_rate",label:"Signal rate at t = 1",value:.02,min:.003,max:.4,step:.001,format:an,fromLogSNR:e=>Math.sqrt(wt(e))}}},linear:{name:"Linear β",python:"LinearSch\
edule",ends:{start:{option:"beta_start",label:"First β",value:1e-4,min:1e-4,max:.005,step:1e-4,format:ln,fromLogSNR:e=>wt(-e)},end:{option:"beta_end",label:"La\
st β",value:.02,min:.005,max:.04,step:5e-4,format:ln,fromLogSNR:lo}}},log_snr:{name:"Straight log-SNR",python:"LogSNRSchedule",ends:{start:{option:"start",label:"\
Log-SNR at t = 0",value:2.5,min:0,max:9.5,step:.1,format:rn,fromLogSNR:e=>e},end:{option:"end",label:"Log-SNR at t = 1",value:-7.5,min:-11.5,max:-.5,step:.1,format:rn,
fromLogSNR:e=>e}}}};function lo(e,t=1e-4){let[o,n]=[t,.5];for(let r=0;r<40;r+=1){let s=(o+n)/2;le("linear",{beta_start:t,beta_end:s}).logSNR(1)>e?o=s:n=s}return(o+
n)/2}function cn(e,t){let{size:o}=t,n=Ge(se(t.pixels)),r=J(t.seed,n.image.length),s=Array.from({length:101},(h,k)=>k/100),a=Array.from({length:sn},(h,k)=>k/(sn-
1)),i=Object.fromEntries(Object.entries(Ne).map(([h,{ends:k}])=>[h,{[k.start.option]:k.start.value,[k.end.option]:k.end.value}])),l=t.kind,f=Q({label:"Schedule",
value:l,options:Object.entries(Ne).map(([h,{name:k}])=>[h,k]),onChange(h){l=h,d(),$()}}),c=Object.fromEntries(["start","end"].map(h=>[h,W({label:"",min:0,max:1,
step:.001,value:0,format:k=>Ne[l].ends[h].format(k),onInput(k){i[l][Ne[l].ends[h].option]=k,$()}})])),u=de({label:"Signal rate and noise rate over time",title:"\
Signal and noise rate",x:[0,1],y:[0,1],height:200,xLabel:"time t",yTicks:[0,.5,1]}),m=de({label:"Log-SNR over time",title:"Log-SNR: pull its ends",x:[0,1],y:io,
height:200,xLabel:"time t",yTicks:[-10,-5,0,5,10],onHandle(h,k,A){let{fromLogSNR:F,min:R,max:M}=Ne[l].ends[h],E=F(A,i[l].beta_start);c[h].value=Math.min(Math.max(
E,R),M)}}),p=a.map(h=>K({label:`Flower at t = ${h.toFixed(2)}`,title:h.toFixed(2),width:o,height:o})),g=S("code",{class:"ff-code"}),y=Y();e.append(X(f,c.start,c.
end),S("div",{class:"ff-columns ff-two"},S("div",{},u.element,ve([["signal","signal rate"],["noise","noise rate"]])),S("div",{},m.element,ve([["leaf","this sche\
dule"],["muted","cosine, as in the book",!0]]))),S("div",{class:"ff-strip"},...p.map(h=>h.element)),y.element,g);let x=le("cosine"),b=s.map(h=>[h,x.logSNR(h)]);
function d(){for(let[h,k]of Object.entries(c)){let{label:A,min:F,max:R,step:M,option:E}=Ne[l].ends[h];k.rename(A),k.input.step=M,k.limits(F,R,i[l][E])}}function $(){
let h=le(l,i[l]),k=s.map(w=>[w,h.rates(w)]),A=a.map(w=>[w,h.rates(w)]);u.update({lines:[{points:k.map(([w,{signal:v}])=>[w,v]),colour:"signal",width:2.5},{points:k.
map(([w,{noise:v}])=>[w,v]),colour:"noise",width:2.5}],marks:[...A.map(([w,{signal:v}])=>({x:w,y:v,colour:"signal"})),...A.map(([w,{noise:v}])=>({x:w,y:v,colour:"\
noise"}))]});let F=s.map(w=>[w,h.logSNR(w)]);m.update({lines:[{points:b,colour:"muted",dash:!0,width:1.5},{points:F,colour:"leaf",width:2.5}],marks:[{x:0,y:F[0][1],
colour:"leaf",handle:"start"},{x:1,y:F[100][1],colour:"leaf",handle:"end"}]}),A.forEach(([w,{signal:v,noise:I}],N)=>{p[N].draw(Ye(n,r,v,I)),p[N].describe(`Flowe\
r at t = ${w.toFixed(2)}, signal rate ${v.toFixed(2)}`)});let{python:R,ends:{start:M,end:E}}=Ne[l],L=[M,E].map(({option:w,format:v})=>`${w}=${Number(v(i[l][w]))}`);
g.textContent=`${R}(${L.join(", ")})`,y.say(co(h))}d(),$()}function co(e){let{signal:t}=e.rates(1),o=Array.from({length:1001},(r,s)=>s/1e3).find(r=>e.logSNR(r)<
0);return`${o===void 0?"The picture always outweighs the noise":o===0?"Noise outweighs the picture from the start":`Noise outweighs the picture from t = ${o.toFixed(
2)}`}; at t = 1 a signal rate of ${t.toFixed(3)} is left.`}function un(e,t=150){let o=Math.max(1,Math.ceil(e.length/t)),n=[];for(let r=0;r<e.length;r+=o){let s=e.slice(r,r+o).filter(Number.isFinite);if(!s.length)continue;
let a=s.reduce((i,l)=>i+l,0)/s.length;n.push([r+s.length,Math.log10(Math.max(a,1e-12))])}return n}function yt(e){let t=e.length?e.map(([,c])=>c):[-.5,0],[o,n]=[
Math.min(...t),Math.max(...t)],r=Math.max(.03,.15-(n-o)/2),[s,a]=[o-r,n+r],i=a-s,l=i<.4?[1,1.2,1.5,2,2.5,3,4,5,6,7,8,9]:i<1?[1,1.5,2,3,5,7]:i<2?[1,2,5]:[1],f=[];
for(let c=Math.floor(s);c<=a;c+=Math.ceil(i/7))for(let u of l){let m=c+Math.log10(u);m>=s&&m<=a&&f.push(m)}return{y:[s,a],yTicks:f}}var bt=(e,t=2)=>{let o=10**e;
return o<1e4&&o>=.001?String(Number(o.toPrecision(t))):o.toExponential(0)};function xt(e){let t=e.slice(-50);return t.length?t.reduce((o,n)=>o+n,0)/t.length:0}function vt({label:e,reach:t,draw:o,pressed:n=!1}){let r=S("canvas",{role:"img","aria-label":e,class:n?"ff-plane":"ff-plane ff-plain"}),s=r.getContext("2d"),a=0,
i=(c,u)=>[(c+t)/(2*t)*a,(t-u)/(2*t)*a],l={place:i,get context(){return s},get width(){return a},dots(c,u,m=2.4,p=1){s.globalAlpha=p,s.fillStyle=u;for(let g=0;g<
c.length;g+=2){let[y,x]=i(c[g],c[g+1]);s.fillRect(y-m/2,x-m/2,m,m)}s.globalAlpha=1},picture(c,u,m){s.globalAlpha=m;let[p,g]=i(-u,u);s.drawImage(c,p,g,a-2*p,a-2*
g),s.globalAlpha=1},arrows(c,u,m,p=.05){s.strokeStyle=m,s.lineWidth=1.2,s.beginPath();for(let g=0;g<c.length;g+=2){let[y,x]=i(c[g],c[g+1]),[b,d]=i(u[g],u[g+1]),
$=Math.hypot(b-y,d-x);if(!($>1))continue;let h=Math.min($,p*a),[k,A]=[(b-y)/$*h,(d-x)/$*h],F=Math.min(3.5,h/2)/h;s.moveTo(y,x),s.lineTo(y+k,x+A),s.lineTo(y+k-F*
(k-A),x+A-F*(A+k)),s.moveTo(y+k,x+A),s.lineTo(y+k-F*(k+A),x+A-F*(A-k))}s.stroke()}};function f(){a&&(s.clearRect(0,0,a,a),o(l))}return{element:r,canvas:r,redraw:f,
follow(){Se(r,c=>{a=c;let u=window.devicePixelRatio||1;r.width=r.height=Math.round(a*u),s=r.getContext("2d"),s.setTransform(r.width/a,0,0,r.width/a,0,0),f()})},
where(c){let u=r.getBoundingClientRect(),m=p=>t*(2*Math.min(Math.max(p,0),1)-1);return[m((c.clientX-u.left)/u.width),-m((c.clientY-u.top)/u.height)]}}}function kt(e,t,o,n=120){return Array.from({length:n+1},(r,s)=>e(t+(o-t)*s/n))}var Mt=(e,t,o,n,r,s)=>kt(a=>[e+o*Math.cos(a),t+n*Math.sin(a)],r,s);function uo(){
return[kt(e=>[1.6*Math.sin(e)**3,(13*Math.cos(e)-5*Math.cos(2*e)-2*Math.cos(3*e)-Math.cos(4*e))/10+.2],0,2*Math.PI,240)]}function fo(){return[Mt(-.5,-.25,1,1.1,
0,Math.PI),Mt(.5,.25,1,1.1,Math.PI,2*Math.PI)]}function mo(){return[kt(e=>[.17*e*Math.cos(e),.17*e*Math.sin(e)],1,3.2*Math.PI,240)]}function po(){let e=t=>[[[t,
.15],[t,1.65]],Mt(t,.9,1.1,.75,-Math.PI/2,Math.PI/2)];return[...e(-1.5),...e(.4),[[-.95,-1.65],[-.95,-.15]],[[.4,-1.65],[.4,-.15],[.95,-1.1],[1.5,-.15],[1.5,-1.65]]]}
function ho(e,t){let o=new Float32Array(2*e);for(let n=0;n<e;n+=1){let r=2*Math.PI*ie(t,3*n),s=.55*Math.sqrt(ie(t,3*n+1)),a=ie(t,3*n+2)<.5?-1:1;o[2*n]=a+s*Math.
cos(r),o[2*n+1]=.6*a+s*Math.sin(r)}return o}function St(e,t,o,n=.03){let r=e.flatMap(f=>f.length>1?f.slice(1).map((c,u)=>[f[u],c]):[[f[0],f[0]]]),s=0,a=r.map(([
[f,c],[u,m]])=>s+=Math.hypot(u-f,m-c)+1e-6),i=J(o,2*t),l=new Float32Array(2*t);for(let f=0;f<t;f+=1){let c=s*ie(o,2*t+f),u=a.findIndex(b=>c<=b),[[m,p],[g,y]]=r[u],
x=(a[u]-c)/(a[u]-(a[u-1]??0));l[2*f]=g+x*(m-g)+n*i[2*f],l[2*f+1]=y+x*(p-y)+n*i[2*f+1]}return l}function fn(e,t,o,n,r){let s=0,a=Array.from(e,l=>s+=l),i=new Float32Array(
2*o);for(let l=0;l<o;l+=1){let f=s*ie(n,3*l),c=a.findIndex(p=>f<=p),u=c%t+ie(n,3*l+1),m=Math.floor(c/t)+ie(n,3*l+2);i[2*l]=r*(2*u/t-1),i[2*l+1]=r*(1-2*m/t)}return i}
var mn={heart:uo,moons:fo,spiral:mo,letters:po},Js=[...Object.keys(mn),"discs"];function dn(e,t,o){return e==="discs"?ho(t,o):St(mn[e](),t,o)}function pn(e,t,o){
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
s),i=[0,1].map(m=>Array.from(a.keys()).sort((p,g)=>e[2*p+m]-e[2*g+m]));function l(m,p,{signal:g,noise:y}){let x=1/0;for(let d=0;d<s;d+=1){let[$,h]=[m-g*e[2*d],p-
g*e[2*d+1]];a[d]=($*$+h*h)/(2*y*y),x=Math.min(x,a[d])}let b=0;for(let d=0;d<s;d+=1)b+=a[d]=Math.exp(x-a[d]);return b}let f=(m,p)=>a.reduce((g,y,x)=>g+y*e[2*x+m],
0)/p,c=(m,p)=>{let g=0,y=i[m].find(x=>(g+=a[x])>=p/2);return e[2*y+m]},u=0;return r.times.forEach((m,p)=>{let g=t.rates(m),y=[0,1].map(b=>g.signal*r.images[2*p+
b]+g.noise*r.noise[2*p+b]),x=l(...y,g);for(let b of[0,1]){let d=n==="mse"?f(b,x):c(b,x),$=wo[o](g)*(d-r.images[2*p+b]);u+=n==="mse"?$*$:Math.abs($)}}),u/(2*r.times.
length)}function wn(e,{beta1:t=.9,beta2:o=.999,epsilon:n=1e-8}={}){let[r,s]=[new Float64Array(e),new Float64Array(e)],a=0;return{step(i,l,f){a+=1;let c=f/(1-t**a),u=1/Math.
sqrt(1-o**a);for(let m=0;m<e;m+=1){let p=l[m];r[m]+=(1-t)*(p-r[m]),s[m]+=(1-o)*(p*p-s[m]),i[m]-=c*r[m]/(Math.sqrt(s[m])*u+n)}}}}function yn(e,t){let o=e.slice(),
n=0;return{parameters:o,update(r){let s=Math.min(t,(1+n)/(10+n));n+=1;for(let a=0;a<o.length;a+=1)o[a]+=(1-s)*(r[a]-o[a])}}}function Ue(e,t=null){let o=e.slice(1).map((l,f)=>({inputs:e[f],outputs:l})),n=o.reduce((l,{inputs:f,outputs:c})=>l+(f+1)*c,0),r=t??new Float64Array(n),s=0,a=l=>r.
subarray(s,s+=l),i=o.map(({inputs:l,outputs:f})=>({inputs:l,outputs:f,weight:a(l*f),bias:a(f)}));return{widths:e,layers:i,parameters:r}}function bn(e){return e.
map(t=>{let[o,n,r]=[0,1,2].map(()=>new Float64Array(64*t));return{width:t,values:o,slopes:n,errors:r}})}function Ft(e,t,o,n,r=null,s=null){let[a,i]=[t[0],t[t.length-
1]],l=o.length/a.width;for(let f=0;f<l;f+=64){let c=Math.min(64,l-f);a.values.set(o.subarray(f*a.width,(f+c)*a.width)),yo(e,t,c),n.set(i.values.subarray(0,c*i.width),
f*i.width),s&&(s(f,c,i.values,i.errors),xo(e,r,t,c))}return n}function yo({layers:e},t,o){e.forEach(({inputs:n,outputs:r,weight:s,bias:a},i)=>{let[l,f]=[t[i],t[i+
1]];vo(f.values,a,o),At(f.values,o,r,n,l.values,n,1,s,n,1),i<e.length-1&&bo(f.values,f.slopes,o*r)})}function bo(e,t,o){for(let n=0;n<o;n+=1){let r=e[n],s=1/(1+
Math.exp(-r));e[n]=r*s,t[n]=s*(1+r*(1-s))}}function xo({layers:e},t,o,n){for(let r=e.length-1;r>=0;r-=1){let{inputs:s,outputs:a,weight:i}=e[r],[l,f]=[o[r],o[r+1]],
c=t.layers[r];if(At(c.weight,a,s,n,f.errors,1,a,l.values,1,s),Mo(c.bias,f.errors,n),r===0)return;l.errors.fill(0,0,n*s),At(l.errors,n,s,a,f.errors,a,1,i,1,s),ko(
l.errors,l.slopes,n*s)}}function vo(e,t,o){for(let n=0,r=0;n<o;n+=1)for(let s=0;s<t.length;s+=1,r+=1)e[r]=t[s]}function Mo(e,t,o){for(let n=0,r=0;n<o;n+=1)for(let s=0;s<
e.length;s+=1,r+=1)e[s]+=t[r]}function ko(e,t,o){for(let n=0;n<o;n+=1)e[n]*=t[n]}function At(e,t,o,n,r,s,a,i,l,f){let c=t-t%4,u=o-o%4;for(let m=0;m<c;m+=4)for(let p=0;p<
u;p+=4){let g=0,y=0,x=0,b=0,d=0,$=0,h=0,k=0,A=0,F=0,R=0,M=0,E=0,L=0,w=0,v=0,I=m*s,N=p*l;for(let _=0;_<n;_+=1){let q=i[N],B=i[N+l],P=i[N+2*l],D=i[N+3*l],H=r[I],U=r[I+
s],G=r[I+2*s],Z=r[I+3*s];g+=H*q,y+=H*B,x+=H*P,b+=H*D,d+=U*q,$+=U*B,h+=U*P,k+=U*D,A+=G*q,F+=G*B,R+=G*P,M+=G*D,E+=Z*q,L+=Z*B,w+=Z*P,v+=Z*D,I+=a,N+=f}let C=m*o+p;e[C]+=
g,e[C+1]+=y,e[C+2]+=x,e[C+3]+=b,C+=o,e[C]+=d,e[C+1]+=$,e[C+2]+=h,e[C+3]+=k,C+=o,e[C]+=A,e[C+1]+=F,e[C+2]+=R,e[C+3]+=M,C+=o,e[C]+=E,e[C+1]+=L,e[C+2]+=w,e[C+3]+=v}
for(let m=0;m<t;m+=1)for(let p=m<c?u:0;p<o;p+=1){let g=0;for(let y=0;y<n;y+=1)g+=r[m*s+y*a]*i[p*l+y*f];e[m*o+p]+=g}}var Qe={dim:14,lowest:.25,highest:32},Te=[2+Qe.dim,64,64,64,2],Ee=256,So=.995,Ao={noise:(e,t)=>t,image:e=>e,velocity:(e,t,{signal:o,noise:n})=>o*t-n*e,flow:(e,t)=>t-
e},Fo={mse:{error:e=>e*e,slope:e=>2*e},mae:{error:Math.abs,slope:Math.sign}};function ze(e){let t=e.length/2,o=[0,0];e.forEach((r,s)=>{o[s%2]+=r/t});let n=e.reduce(
(r,s,a)=>r+(s-o[a%2])**2,0);return{mean:o,spread:Math.sqrt(n/e.length)||1}}function $t(e,{mean:t,spread:o}){return e.map((n,r)=>(n-t[r%2])/o)}function et(e,{mean:t,
spread:o}){return e.map((n,r)=>n*o+t[r%2])}function $o(e){let t=Ue(Te),o=0;for(let{inputs:n,weight:r,bias:s}of t.layers.slice(0,-1))for(let a of[r,s])for(let i=0;i<
a.length;i+=1)a[i]=(2*ie(e,o)-1)/Math.sqrt(n),o+=1;return t.parameters}function xn(e,t){let{kind:o,options:n}=t.schedule,r=le(o,n),s=Je(t.target),a=Ao[t.target],
{error:i,slope:l}=Fo[t.loss],c=Ve(Qe.dim,Qe.lowest,Qe.highest).map(M=>Math.fround(2*Math.PI*M)),u=Ue(Te,t.parameters??$o(t.seed)),m=Ue(Te),p=wn(u.parameters.length),
g=yn(u.parameters,So),y=Ue(Te,g.parameters),x=bn(Te),b=ze(e),d=$t(e,b),$=0;function h(M,E,L,w,v){let I=E*Te[0];M[I]=L,M[I+1]=w;for(let N=0;N<c.length;N+=1){let C=Math.
fround(Math.fround(v)*c[N]);M[I+2+N]=Math.sin(C),M[I+2+c.length+N]=Math.cos(C)}}function k(M){let E=M.times.length,L=new Float64Array(E*Te[0]),w=new Float64Array(
2*E);for(let I=0;I<E;I+=1){let N=r.rates(M.times[I]),[C,_]=[2*I,2*I+1];h(L,I,N.signal*M.images[C]+N.noise*M.noise[C],N.signal*M.images[_]+N.noise*M.noise[_],N.noise**
2),w[C]=a(M.images[C],M.noise[C],N),w[_]=a(M.images[_],M.noise[_],N)}let v=0;return m.parameters.fill(0),Ft(u,x,L,new Float64Array(2*E),m,(I,N,C,_)=>{for(let q=0;q<
2*N;q+=1){let B=C[q]-w[2*I+q];v+=i(B)/(2*E),_[q]=l(B)/(2*E)}}),v}function A(M){let E=it(t.seed,M+65536),L=d.length/2,w={images:new Float64Array(2*Ee),noise:J(E,
2*Ee),times:new Float64Array(Ee)};for(let v=0;v<Ee;v+=1){let I=2*Math.floor(L*ie(E,4*Ee+v));w.images[2*v]=d[I],w.images[2*v+1]=d[I+1],w.times[v]=ie(E,5*Ee+v)}return w}
function F(M,E,L){let w=E.length/2,v=new Float64Array(w*Te[0]);for(let N=0;N<w;N+=1)h(v,N,E[2*N],E[2*N+1],L.noise**2);let I=Ft(M,x,v,new Float64Array(E.length));
return s(I,E,L)}let R=M=>M?y:u;return{network:u,gradient:m,average:g,drawBatch:A,lossAndGradient:k,get steps(){return $},step(M=t.rate){let E=k(A($));return Number.
isFinite(E)&&(p.step(u.parameters,m.parameters,M),g.update(u.parameters),$+=1),E},learnFrom(M){b=ze(M),d=$t(M,b)},best(){return Array.from({length:12},(L,w)=>gn(
d,r,t.target,t.loss,{...A(1e6+w),times:Float64Array.from({length:Ee},(v,I)=>(I+(w+.5)/12)/Ee)})).reduce((L,w)=>L+w,0)/12},sample({count:M,steps:E=20,seed:L=1,smooth:w=!0}){
let v=$e(E),I=Float64Array.from(J(L,2*M)),N=I;for(let C=0;C<E;C+=1){let[_,q]=[r.rates(v[C]),r.rates(v[C+1])];({image:N,noisy:I}=Ze(I,F(R(w),I,_),_,q))}return et(
N,b)},guess(M,{t:E,smooth:L=!0}){let w=r.rates(E),v=$t(M,b),I=F(R(L),v,w),N=v.map((C,_)=>(C-w.noise*I[_])/w.signal);return et(N,b)}}}var vn=100,Eo=.25,To=3e4;function Mn(e,{slice:t=50,later:o=n=>setTimeout(n,0)}={}){let n=null,r={},s={},a=0,i=!1,l=!1,f=!0,c=[],u=0,m=0,p=0,g=0,y=0,x={},b=()=>!f||
n.steps>=To;function d(A,F=1/0){let R=performance.now(),M=0;for(;M<F&&f&&performance.now()<A;){let E=n.step(s.rate);c.push(E),f=Number.isFinite(E),M+=1}u+=performance.
now()-R,m+=M,b()&&(i=!1)}function $({samples:A=!1,arrows:F=A}={}){let R={...x,begun:a,steps:n.steps,finite:f,ended:b(),losses:Float32Array.from(c),rate:u>0?1e3*
m/u:0},{count:M,length:E,seed:L,places:w,t:v}=r,I=s.average;if(F&&(R.arrows=n.guess(w,{t:v,smooth:I})),A&&n.steps>0){let N=performance.now();R.samples=n.sample(
{count:M,steps:E,seed:L,smooth:I}),p=performance.now(),g=p-N}[c,x]=[[],{}],u>2e3&&([u,m]=[u/2,m/2]),e(R),y=performance.now()}function h(){if(l=!1,!i)return;d(performance.
now()+t);let A=performance.now(),F=!i||A-p>Math.max(2*vn,g/Eo);(F||A-y>vn)&&$({samples:F,arrows:!0}),k()}function k(){!i||l||(l=!0,o(h))}return{begin(A){({number:a,
settings:s,view:r}=A),n=xn(A.points,s),[i,f,c,u,m]=[!1,!0,[],0,0],x={best:n.best()},$({samples:!0})},learnFrom({points:A}){n.learnFrom(A),x={best:n.best()},i||$(
{samples:!0})},change(A){s={...s,...A},i||$({samples:!0})},look(A){r={...r,...A},$({arrows:!0,samples:!("t"in A)})},run({on:A}){i=A&&!b(),i||$({samples:!0}),k()},
step({count:A=1}){d(1/0,A),$({samples:!0})}}}function kn(e,t){let o=null,n=null,r=!1,s=[],a=()=>{n=Mn(e,{slice:12});for(let{order:i,...l}of s.splice(0))n[i](l)};try{o=t(),o.onmessage=({data:i})=>{r=!0,s.length=
0,i.ready||e(i)},o.onerror=i=>{if(i.preventDefault?.(),r)throw new Error(i.message);a()}}catch{a()}return{get inWorker(){return n===null},ask(i,l={}){return n?n[i](
l):(r||s.push({order:i,...l}),o.postMessage({order:i,...l}))}}}var Et=2.2,Sn=1.9,tt=600,An=400,Po=.15,Co=1e3,Fn=[["heart","Heart"],["moons","Two moons"],["spiral","Spiral"],["discs","Two discs"],["letters","DDIM"],["picture",
"A painted flower"],["drawing","What I draw"]],$n={cosine:{name:"Cosine",kind:"cosine",options:{max_signal_rate:.999}},short:{name:"Cosine, ends as for pictures",
kind:"cosine",options:{}},linear:{name:"Linear β",kind:"linear",options:{}},log_snr:{name:"Straight log-SNR",kind:"log_snr",options:{start:6,end:-6}},rectified_flow:{
name:"Rectified flow",kind:"rectified_flow",options:{}}},Io=[["noise","Noise"],["image","Image"],["velocity","Velocity"],["flow","Flow (noise − image)"]],No=[
["mse","Squared (MSE)"],["mae","Absolute (MAE)"]],En=Float64Array.from({length:450},(e,t)=>{let o=t>>1;return Et*(2*((t%2?Math.floor(o/15):o%15)+.5)/15-1)});function Lo(){
return new Worker(URL.createObjectURL(new Blob([hn],{type:"text/javascript"})))}function Tn(e,t,o){let n={schedule:"cosine",target:"noise",loss:"mse",power:-2,average:!0,
seed:t.seed},r={size:t.picture.size,ink:se(t.picture.ink)},s=Ro(t.picture),a=[],i=new Float32Array(0),l=null,f=0,c=!1,u=!1,m={steps:0,finite:!0,rate:0},p=[],g=null,
y=null,x=0,b=null,d=Q({label:"Points",options:Fn,value:t.shape,onChange:H}),$=xe({label:"Clear",onClick:()=>{d.value="drawing"}}),h=xe({label:"Train",onClick:()=>u?
O():Oe()}),k=xe({label:"One step",onClick:()=>{Re()&&ae("step")}}),A=xe({label:"Start again",onClick:V}),F=W({label:"Learning rate",min:-4,max:0,step:.5,value:n.
power,format:T=>String(Number((10**T).toPrecision(1))),onInput(T){n.power=T,c&&ae("change",{rate:10**T})}}),R=De({label:"Average the weights",value:!0,onChange(T){
n.average=T,c&&ae("change",{average:T})}}),M=T=>j=>{n[T]=j,V()},E=Q({label:"Schedule",value:n.schedule,options:Object.entries($n).map(([T,{name:j}])=>[T,j]),onChange:M(
"schedule")}),L=Q({label:"The network predicts",value:n.target,options:Io,onChange:M("target")}),w=Q({label:"Error",value:n.loss,options:No,onChange:M("loss")}),
v=W({label:"Seed",min:0,max:50,step:1,value:n.seed,onInput(T){n.seed=T,U(d.value),V()}}),I=W({label:"Noise level of the arrows",min:0,max:1,step:.02,value:.5,format:T=>`\
t = ${T.toFixed(2)}`,onInput(T){c&&ae("look",{t:T})}}),N=W({label:"Steps of DDIM",min:1,max:50,step:1,value:20,onInput(T){c&&ae("look",{length:T})}}),C=vt({label:"\
Your points",reach:Et,draw:fe,pressed:!0}),_=vt({label:"Samples",reach:Et,draw:Pe}),q=S("span",{class:"ff-title"},"Noise"),B=de({label:"Loss over the steps",title:"\
Loss",x:[0,200],...yt([]),height:150,xLabel:"steps",formatY:bt}),P=Y(),D=(T,j)=>S("div",{},T,j.element);e.append(X(d,$,h,k,A),S("div",{class:"ff-columns ff-two"},
D(S("span",{class:"ff-title"},"Your points: draw here"),C),D(q,_)),P.element,S("div",{class:"ff-gap"},B.element,ve([["iris","Loss"],["muted","The least that any\
 network can reach on these points",!0]])),S("div",{class:"ff-controls ff-gap"},F.element,R.element,...t.simple?[]:[E,L,w,I,N,v].map(T=>T.element)));function H(T){
T==="drawing"&&(a=[]),U(T)}function U(T){T==="drawing"?i=a.length?St(a,tt,n.seed):new Float32Array(0):T==="picture"?i=fn(r.ink,r.size,tt,n.seed,Sn):i=dn(T,tt,n.
seed),h.disabled=k.disabled=i.length===0,C.canvas.setAttribute("aria-label",i.length?`${i.length/2} points to learn: ${Fn.find(([j])=>j===T)[1]}`:"An empty boar\
d to draw on"),Z(),C.redraw(),_.redraw(),Me()}let G=0;function Z(){!c||G||(G=setTimeout(()=>{G=0,c&&i.length&&ae("learnFrom",{points:i}),c&&u&&ae("run",{on:i.length>
0})},300))}function fe(T){d.value==="picture"&&T.picture(s,Sn,.35),T.dots(i,oe(o,"signal"),2.4),y&&T.arrows(En,y,oe(o,"noise")),!i.length&&(T.context.fillStyle=
oe(o,"muted"),T.context.textAlign="center",T.context.font=`14px ${getComputedStyle(o).fontFamily}`,T.context.fillText("Draw here",T.width/2,T.width/2))}function Pe(T){
T.dots(i,oe(o,"muted"),2,.35),T.dots(g??Le(),oe(o,"petal"),2.6)}function Le(){let T=Float64Array.from(J(1,2*An));return i.length?et(T,ze(i)):T}C.canvas.addEventListener(
"pointerdown",T=>{C.canvas.setPointerCapture(T.pointerId),d.value!=="drawing"&&(d.value="drawing"),a.push([C.where(T)]),U("drawing")}),C.canvas.addEventListener(
"pointermove",T=>{if(!C.canvas.hasPointerCapture(T.pointerId))return;let j=a[a.length-1],[ne,he]=[C.where(T),j[j.length-1]];Math.hypot(ne[0]-he[0],ne[1]-he[1])<
.04||(j.push(ne),U("drawing"))});function ae(T,j={}){l.ask(T,j)}function Re(){return i.length?(l??=kn(ee,Lo),c||nt(),!0):!1}function nt(){let{kind:T,options:j}=$n[n.
schedule];f+=1,c=!0,ae("begin",{number:f,points:i,settings:{schedule:{kind:T,options:j},target:n.target,loss:n.loss,rate:10**n.power,average:n.average,seed:n.seed},
view:{count:An,length:N.value,seed:1,places:En,t:I.value}})}function Oe(){Re()&&(u=!0,be(),ae("run",{on:!0}))}function O(){u=!1,be(),ae("run",{on:!1})}function V(){
p=[],[g,y,b]=[null,null,null],m={steps:0,finite:!0,rate:0},c=!1,l&&Re()&&u&&ae("run",{on:!0}),pe()}function ee(T){if(T.begun===f){m=T,T.ended&&(u=!1);for(let j of T.
losses)p.push(j);b=T.best??b,T.samples&&(g=T.samples),T.arrows&&(y=T.arrows),we()}}let ue=0,te=0;function we(){if(te)return;let T=rt()&&u?Co-(performance.now()-
ue):0;te=setTimeout(()=>{te=0,ue=performance.now(),pe()},Math.max(0,T))}function pe(){x=g&&i.length?pn(g,i,Po):0,q.textContent=g?"Samples":"Noise, where samples\
 start",C.redraw(),_.redraw();let T=un(p),j=b>0?Math.log10(b):null,ne=Math.max(100,p.length);B.limits({x:[0,ne],...yt(j===null?T:[...T,[0,j]])}),B.update({lines:[
...j===null?[]:[{points:[[0,j],[ne,j]],colour:"muted",dash:!0}],...T.length>1?[{points:T,colour:"iris"}]:[]],marks:T.length===1?[{x:T[0][0],y:T[0][1],colour:"ir\
is"}]:[]}),be(),Me()}function be(){h.textContent=u?"Pause":"Train",o.dataset.state=u?"training":m.finite?"resting":"broken",o.dataset.steps=m.steps,o.dataset.rate=
Math.round(m.rate),o.dataset.loss=xt(p).toFixed(4),o.dataset.near=x.toFixed(3)}function Me(){if(!i.length)return P.say("The board is empty. Draw on it, or choos\
e points.");if(!p.length)return P.say(`${tt} points to learn. Press Train.`);let T=xt(p),j=l.inWorker?"":", without a worker",ne=m.rate?` ${Math.round(m.rate)} \
steps a second here${j}.`:"";if(!m.finite)return P.say(`Step ${m.steps}: the loss is no longer a number. The learning rate is too high; take a smaller one and s\
tart again.`);let he=T>1.5*p[0]?" That is more than at the start: the learning rate is too high.":"";return P.say(`Step ${m.steps.toLocaleString("en")}. Loss ${bt(
Math.log10(T),3)}.${he} ${Math.round(100*x)} % of the samples lie on your points.${ne}`)}typeof IntersectionObserver=="function"&&new IntersectionObserver(T=>{let j=T[T.
length-1].isIntersecting;c&&u&&ae("run",{on:j&&i.length>0})}).observe(o),U(t.shape),C.follow(),_.follow(),pe(),_e(o,()=>{C.redraw(),_.redraw()})}function Ro({size:e,
colours:t}){let o=S("canvas",{width:e,height:e}),n=o.getContext("2d"),r=n.createImageData(e,e);se(t).forEach((s,a)=>{r.data[4*Math.floor(a/3)+a%3]=s});for(let s=3;s<
r.data.length;s+=4)r.data[s]=255;return n.putImageData(r,0,0),o}function Cn(e,t){let{blocks:o}=t,n=Math.max(...o.map(m=>m.parameters)),r=o.map((m,p)=>{let g=Pn(m,1)[0],y=Math.sqrt(m.parameters/n),x=S("button",{type:"button",
class:"ff-block","aria-pressed":"false","aria-label":`${m.title}, ${m.shape}, ${m.parameters} parameters`},g,S("i",{style:`width:${(100*y).toFixed(0)}%`}));return x.
addEventListener("focus",()=>u(p)),x.addEventListener("pointerenter",()=>u(p)),x.addEventListener("click",()=>u(p)),x.addEventListener("keydown",b=>{let d={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[b.key];d&&(b.preventDefault(),r[Math.min(Math.max(p+d,0),o.length-1)].focus())}),x}),s=Math.max(...o.map(m=>m.level))+1,a=S(
"div",{class:"ff-unet",role:"group","aria-label":"Blocks"});for(let m=0;m<s;m+=1){let p=x=>r.filter((b,d)=>o[d].level===m&&o[d].side===x),g=t.sizes[m],y=`margin\
-inline:${(30*m/(s-1)).toFixed(1)}%`;a.append(S("div",{class:"ff-unet-row",style:y},S("div",{class:"ff-unet-side"},...p("down")),...p("middle").length?[S("div",
{class:"ff-unet-side"},...p("middle")),S("span",{class:"ff-unet-size"},`${g} × ${g}`)]:[S("span",{class:"ff-unet-skip"},S("span",{class:"ff-unet-size"},`${g} ×\
 ${g}`))],S("div",{class:"ff-unet-side"},...p("up"))))}let i=S("span",{class:"ff-title"}),l=S("dl",{class:"ff-facts"}),f=S("div",{class:"ff-maps",role:"img"}),c=Y();
e.append(a,S("div",{class:"ff-unet-detail"},i,l,f),c.element);function u(m){let p=o[m];r.forEach((g,y)=>{g.setAttribute("aria-pressed",String(y===m)),g.classList.
toggle("ff-partner",y!==m&&Oo(o[y],p))}),i.textContent=p.kind?`${p.title}: ${p.kind}`:p.title,l.replaceChildren(...p.facts.map(([g,y])=>S("div",{},S("dt",{},g),
S("dd",{},y)))),f.replaceChildren(...Pn(p,p.count)),f.setAttribute("aria-label",p.shown),c.say(p.sentence)}u(Math.min(t.selected,o.length-1))}function Oo(e,t){return e.
skip===t.name||t.skip===e.name}function _o(e,t){return Float64Array.from({length:t},(o,n)=>((n%2?e[n>>1]&15:e[n>>1]>>4)-7)/7)}function Pn(e,t){let[o,n]=e.size,r=se(
e.maps),s=o*n,a=e.colour?null:_o(r,s*e.count);return Array.from({length:Math.min(t,e.count)},(i,l)=>{let f=K({label:"",width:o,height:n});return f.draw(e.colour?
r:Be(a.subarray(l*s,(l+1)*s))),f.canvas.removeAttribute("role"),f.canvas.removeAttribute("aria-label"),f.canvas.setAttribute("aria-hidden","true"),f.canvas})}var Tt=["leaf","iris"];function In(e,t,o){let{side:n,epochs:r,curves:s}=t,a=s.flatMap(({points:y})=>y),[i,l]=[Math.min(...a.map(([y])=>y)),Math.max(...a.map(([y])=>y))],
f=null,c=W({label:"Epoch",min:i,max:l,step:1,value:l,onInput:g}),u=de({label:"Errors over the epochs",title:"Errors",x:[i,Math.max(l,i+1)],y:qo(s),height:190,xLabel:"\
epoch",onPoint:y=>{c.value=Math.round(y)}}),m=K({label:"Samples",title:"Samples",width:n,height:n}),p=Y();e.append(X(c,ye(o,c,{seconds:8})),S("div",{class:"ff-c\
olumns ff-two"},S("div",{},u.element,ve(s.map(({name:y},x)=>[Tt[x],y]))),m.element),p.element);function g(){let y=c.value;u.update({lines:s.map(({points:b},d)=>({
points:b,colour:Tt[d]})).filter(({points:b})=>b.length>1),marks:[{x:y,colour:"muted"},...s.flatMap(({points:b},d)=>{let $=Pt(b,y,([h])=>h);return $?[{x:$[0],y:$[1],
colour:Tt[d]}]:[]})]});let x=Pt(r,y,b=>b)??r[0];f&&m.draw(Fe(f,r.indexOf(x)*n,0,n,n)),m.heading.textContent=`Samples after epoch ${x}`,m.describe(`Sixteen sampl\
es after epoch ${x}`),p.say(`Epoch ${y}. ${s.map(({name:b,points:d})=>{let $=Pt(d,y,([h])=>h);return $?`${b}: ${$[1].toFixed(3)}`:""}).filter(Boolean).join("; ")}\
.`)}g(),ge(Ae(o)).then(y=>{f=y,o.dataset.state="ready",g()})}function qo(e){let t=e.flatMap(({points:s})=>s.map(([,a])=>a)),[o,n]=[Math.min(...t),Math.max(...t)],
r=.05*(n-o)||.01;return[o-r,n+r]}function Pt(e,t,o){return e.filter(n=>o(n)<=t).at(-1)}Ct({dissolve:qt,embedding_explorer:Bt,first_flowers:jt,grow:Ht,lie:Yt,noise_maps:Kt,particles:nn,reverse:on,schedule_designer:cn,train:Tn,unet_map:Cn,watch:In});})();
