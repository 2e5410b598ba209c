/**
 * The one script that runs before the page is drawn: it puts the reader's settings on `<html>`, so that a page
 * chosen to be dark never flashes light. It is part of the page, allowed by its hash.
 */
export const earlyScript =
  "try{let d=document.documentElement,s=JSON.parse(localStorage.getItem('broadsheet:'+d.dataset.base+':settings'));" +
  "for(let k of['theme','size','paragraphs','order'])if(s&&/^[a-z]+$/.test(s[k]))d.dataset[k]=s[k]}catch{}";
