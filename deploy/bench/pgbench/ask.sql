-- POST /ask: what contact-service sends for one message. A test holds it to the code.
-- The first statement is pgbench's own: it makes the ids that the service makes in its own memory.
select gen_random_uuid() as conversation, gen_random_uuid() as message, gen_random_uuid() as enquiry,
    gen_random_uuid() as outbox, 'PB-' || gen_random_uuid() as reference, now() as moment,
    '\x' || replace(gen_random_uuid()::text, '-', '') || replace(gen_random_uuid()::text, '-', '') as hash,
    '\x' || repeat('5a', 29 + 60) as few, '\x' || repeat('5a', 29 + 280) as many \gset
begin;
insert into data_key (created_at,master_version,wrapped_key,subject_id,subject_kind) values (:moment,1,:few,:conversation,:kind);
insert into conversation (began_by_text,code_expires_at,code_hash,code_requested_at,code_revoked_at,confirmed_at,unconfirmed,created_at,first_returned_at,language,last_message_sequence,last_outbox_sequence,progress_by,progress_next_step,progress_stage,progress_version,requester,ticket_code,ticket_hash,ticket_until,tickets_ended_at,version,answers_in_text,cover_words,email,no_voicemail,number,number_hash,number_is,reply_by,safe_note,safe_times,contact_set_at,staff_contact_version,texts_stopped_at,contact_version,contact_words_version,id) values (false,null,:hash,null,null,null,false,:moment,null,:en,1,1,null,null,:received,0,:child,:few,:hash,:moment,null,0,null,null,null,null,null,null,null,:code,null,:none,:moment,0,null,1,0,:conversation);
insert into message (at,author,content_hash,conversation_id,guide,language,media,origin,part_group,part_number,part_of,seen_at,sequence,text,urgency,urgency_reasons,id) values (:moment,:child,:hash,:conversation,null,:en,0,null,null,null,null,null,1,:many,:standard,:none,:message);
insert into enquiry (channel,children,content_hash,conversation_id,form_token,message_id,possible_links,received_at,reference,referral,safe,urgency,urgency_reasons,wanted,id) values (:web,:children,:hash,:conversation,:hash,:message,null,:moment,:reference,null,:yes,:standard,:none,null,:enquiry);
insert into outbox (attempts,created_at,kind,last_failure,next_attempt_at,parked_at,sequence,stream_id,subject_id,trace_parent,urgent,id) values (0,:moment,:owed,null,:moment,null,1,:conversation,:enquiry,null,false,:outbox);
commit;
