import {readFileSync} from 'node:fs';
const U='http://localhost:8330';
const pw=readFileSync('/tmp/trail-data/admin-password.txt','utf8').trim();
export async function login(email,password){const r=await fetch(U+'/auth/login',{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify({email,password})});const b=await r.json();const t=b.data.access_token;return async(m,p,b)=>{const r=await fetch(U+p,{method:m,headers:{'content-type':'application/json',authorization:'Bearer '+t},body:b&&JSON.stringify(b)});const x=await r.text();return [r.status,x.slice(0,300)]}}
const a=await login('admin@example.org',pw);
const L=async(...x)=>console.log(x[0],x[1],...(await a(...x)));
await L('PATCH','/fields/access_log/subject',{schema:{max_length:10}});
await L('PATCH','/fields/access_log/subject',{meta:{note:'x'}});
await L('POST','/fields/access_log',{field:'extra',type:'string',schema:{}});
await L('POST','/fields/directus_activity',{field:'extra',type:'string',schema:{}});
await L('PATCH','/fields/directus_activity/comment',{schema:{is_indexed:true}});
await L('PATCH','/collections/access_log',{meta:{note:'x'}});
await L('POST','/collections',{collection:'platform_trail_open',meta:{},schema:null});
await L('POST','/collections',{collection:'mine',meta:{},schema:{},fields:[{field:'id',type:'integer',schema:{is_primary_key:true,has_auto_increment:true}},{field:'w',type:'string',schema:{}}]});
await L('POST','/items/mine',{w:'a'});
await L('PATCH','/items/mine/1',{w:'b'});
await L('GET','/revisions?filter[collection][_eq]=mine&aggregate[count]=*');
await L('DELETE','/collections/mine');
await L('GET','/revisions?filter[collection][_eq]=mine&aggregate[count]=*');
await L('GET','/activity?filter[collection][_eq]=mine&aggregate[count]=*');
console.log('---');
const ex=JSON.parse((await (async()=>{const r=await fetch(U+'/extensions',{headers:{authorization:'Bearer '+(await (await fetch(U+'/auth/login',{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify({email:'admin@example.org',password:pw})})).json()).data.access_token}});return r.text()})()));
const b=ex.data.find(e=>e.bundle===null);const c=ex.data.find(e=>e.schema?.name==='trail');
console.log(b?.id,b?.schema,c?.id);
if(process.argv[2]){await L('PATCH','/extensions/'+b.id,{meta:{enabled:false}});await L('PATCH','/extensions/'+c.id,{meta:{enabled:false}});}
