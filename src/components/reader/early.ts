/**
 * The one script that runs before the page is drawn: it puts the reader's settings on `<html>`, so that a page
 * chosen to be dark never flashes light, and notes that the next edition is due. It is part of the page, allowed by its hash.
 */
export const earlyScript =
  "try{let d=document.documentElement,s=JSON.parse(localStorage.getItem('broadsheet:'+d.dataset.base+':settings'));" +
  "for(let k of['theme','size','paragraphs','order'])if(s&&/^[a-z]+$/.test(s[k]))d.dataset[k]=s[k]}catch{}" +
  "{let d=document.documentElement.dataset;if(Date.now()>=Date.parse(d.due))d.late=''}";
