import knexF from 'knex';
const k=knexF({client:'sqlite3',connection:{filename:'/tmp/trail-data/database.sqlite'},useNullAsDefault:true});
for(const q of ["update access_log set records=0","delete from directus_activity","update directus_revisions set data='{}'","delete from kept_files","update platform_trail_chain set note='x'","delete from platform_trail_chain","update mi_return_versions set reason='x'"]){try{await k.raw(q);console.log('OK?!',q)}catch(e){console.log(e.message.slice(0,120))}}
console.log(await k('platform_trail_chain').count());
await k.destroy();
