call encrypted_column('desk_draft', 'values_cipher', 'key_id');
