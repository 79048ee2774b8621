(()=>{let d=document,on,t,op,w=matchMedia('(min-width:70rem) and (hover:hover)'),
lit=()=>{d.querySelectorAll('.lit').forEach(e=>e.classList.remove('lit'));let n=on||d.querySelector('.note:target');
n&&d.querySelectorAll(`.n[href="#${n.id}"]`).forEach(e=>e.classList.add('lit'))},
hide=()=>{clearTimeout(t);on&&on.classList.remove('on');on=0;lit()},
show=e=>{clearTimeout(t);if(on!=e){hide();on=e;e.classList.add('on');lit()}},
pick=e=>e.closest('.on')||(e.closest('a.n')&&d.getElementById(e.closest('a.n').hash.slice(1))),
over=e=>{if(!w.matches)return;let n=pick(e.target);n?show(n):on&&(clearTimeout(t),t=setTimeout(hide,350))},
shut=()=>{location.hash='closed';op&&op.focus({preventScroll:true})};
d.addEventListener('pointerover',over);d.addEventListener('focusin',e=>e.target.matches(':focus-visible')&&over(e));
d.addEventListener('click',e=>{let a=e.target.closest('a.n');if(a){op=a;hide()}else if(e.target.closest('.x')){e.preventDefault();shut()}});
d.addEventListener('keydown',e=>{if(e.key=='Escape'){hide();d.querySelector('.note:target')&&shut()}});
addEventListener('hashchange',lit);lit()})()
