-- What the house has from the beginning, on both engines alike. These rows are of the tenant `house`, which nobody
-- is: each tenant gets copies to change (rooms/factory/src/defaults.rs). Prices are not here: they are asked of the
-- provider and kept with their date.

INSERT INTO providers (tenant_id, id, name, api_base_url, is_enabled, rate_limit_requests, concurrent_limit, settings) VALUES
    ('house', 'studio', 'Studio', NULL, TRUE, NULL, 2, '{"kind": "built_in", "needs_key": false}'),
    ('house', 'replicate', 'Replicate', 'https://api.replicate.com/v1', FALSE, 600, 10, '{"kind": "replicate", "needs_key": true}'),
    ('house', 'fal', 'fal', 'https://queue.fal.run', FALSE, NULL, 10, '{"kind": "fal", "needs_key": true, "platform_url": "https://api.fal.ai/v1", "jwks_url": "https://rest.fal.ai/.well-known/jwks.json"}'),
    ('house', 'civitai', 'Civitai', 'https://orchestration.civitai.com', FALSE, NULL, 4, '{"kind": "civitai", "needs_key": true}'),
    ('house', 'openai', 'OpenAI', 'https://api.openai.com/v1', FALSE, NULL, 4, '{"kind": "openai", "needs_key": true}'),
    ('house', 'stability', 'Stability AI', 'https://api.stability.ai', FALSE, 900, 4, '{"kind": "stability", "needs_key": true}'),
    ('house', 'comfyui', 'ComfyUI', 'http://127.0.0.1:8188', FALSE, NULL, 1, '{"kind": "comfyui", "needs_key": false}'),
    ('house', 'automatic1111', 'AUTOMATIC1111 and Forge', 'http://127.0.0.1:7860', FALSE, NULL, 1, '{"kind": "automatic1111", "needs_key": false}'),
    ('house', 'invokeai', 'InvokeAI', 'http://127.0.0.1:9090', FALSE, NULL, 1, '{"kind": "invokeai", "needs_key": false}');

INSERT INTO models (tenant_id, provider_id, model_id, name, family, modality, is_available, parameter_schema, capabilities) VALUES
    ('house', 'replicate', 'black-forest-labs/flux-schnell', 'FLUX.1 schnell', 'flux', 'text-to-image', TRUE, '{"type": "object", "required": ["prompt"], "additionalProperties": false, "properties": {"prompt": {"type": "string", "minLength": 1}, "seed": {"type": "integer", "minimum": 0}, "aspect_ratio": {"type": "string", "enum": ["1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3", "21:9", "9:21"], "default": "1:1"}, "num_outputs": {"type": "integer", "minimum": 1, "maximum": 4, "default": 1}, "output_format": {"type": "string", "enum": ["webp", "jpg", "png"], "default": "webp"}}}', '{"batch_parameter": "num_outputs"}'),
    ('house', 'replicate', 'black-forest-labs/flux-dev', 'FLUX.1 dev', 'flux', 'text-to-image', TRUE, '{"type": "object", "required": ["prompt"], "additionalProperties": false, "properties": {"prompt": {"type": "string", "minLength": 1}, "seed": {"type": "integer", "minimum": 0}, "aspect_ratio": {"type": "string", "enum": ["1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3", "21:9", "9:21"], "default": "1:1"}, "num_outputs": {"type": "integer", "minimum": 1, "maximum": 4, "default": 1}, "output_format": {"type": "string", "enum": ["webp", "jpg", "png"], "default": "webp"}}}', '{"batch_parameter": "num_outputs"}'),
    ('house', 'fal', 'fal-ai/flux/schnell', 'FLUX.1 schnell', 'flux', 'text-to-image', TRUE, '{"type": "object", "required": ["prompt"], "additionalProperties": false, "properties": {"prompt": {"type": "string", "minLength": 1}, "seed": {"type": "integer", "minimum": 0}, "image_size": {"type": "string", "enum": ["square_hd", "square", "portrait_4_3", "portrait_16_9", "landscape_4_3", "landscape_16_9"], "default": "landscape_4_3"}, "num_images": {"type": "integer", "minimum": 1, "maximum": 4, "default": 1}, "num_inference_steps": {"type": "integer", "minimum": 1, "maximum": 12, "default": 4}}}', '{"batch_parameter": "num_images"}'),
    ('house', 'fal', 'fal-ai/flux/dev', 'FLUX.1 dev', 'flux', 'text-to-image', TRUE, '{"type": "object", "required": ["prompt"], "additionalProperties": false, "properties": {"prompt": {"type": "string", "minLength": 1}, "seed": {"type": "integer", "minimum": 0}, "image_size": {"type": "string", "enum": ["square_hd", "square", "portrait_4_3", "portrait_16_9", "landscape_4_3", "landscape_16_9"], "default": "landscape_4_3"}, "num_images": {"type": "integer", "minimum": 1, "maximum": 4, "default": 1}, "num_inference_steps": {"type": "integer", "minimum": 1, "maximum": 50, "default": 28}, "guidance_scale": {"type": "number", "minimum": 1, "maximum": 20, "default": 3.5}}}', '{"batch_parameter": "num_images"}'),
    ('house', 'civitai', 'urn:air:sdxl:checkpoint:civitai:101055@128078', 'Stable Diffusion XL 1.0', 'stable-diffusion', 'text-to-image', TRUE, '{"type": "object", "required": ["prompt"], "additionalProperties": false, "properties": {"prompt": {"type": "string", "minLength": 1}, "negativePrompt": {"type": "string"}, "seed": {"type": "integer", "minimum": 0}, "width": {"type": "integer", "minimum": 64, "maximum": 2048, "default": 1024}, "height": {"type": "integer", "minimum": 64, "maximum": 2048, "default": 1024}, "steps": {"type": "integer", "minimum": 1, "maximum": 100, "default": 25}, "cfgScale": {"type": "number", "minimum": 1, "maximum": 30, "default": 7}, "scheduler": {"type": "string"}, "clipSkip": {"type": "integer", "minimum": 1, "maximum": 12}, "quantity": {"type": "integer", "minimum": 1, "maximum": 4, "default": 1}}}', '{"batch_parameter": "quantity", "estimate": "whatif"}');

INSERT INTO system_settings (tenant_id, key, value, description) VALUES
    ('house', 'retention.log_days', '30', 'Days that generation logs are kept'),
    ('house', 'retention.deleted_days', '90', 'Days that things stay in the bin before they go for good'),
    ('house', 'orders.max_items', '1000', 'Items of an order beyond which it must be asked for by name'),
    ('house', 'orders.max_attempts', '4', 'Attempts of an item, the first one included'),
    ('house', 'orders.month_budget_micros', 'null', 'Spending of a month in millionths of the currency; none is no limit'),
    ('house', 'expansion.syntax', '"expando"', 'Syntax of new orders: expando, dynamicprompts or plain'),
    ('house', 'thumbnails.sizes', '{"small": 150, "medium": 400, "large": 800}', 'Longest side of each copy, in pixels'),
    ('house', 'webhooks.tolerance_seconds', '300', 'How old a webhook may be');

INSERT INTO lookups (tenant_id, key, category, "values", description, is_system) VALUES
    ('house', 'color', 'colour', '["red", "orange", "yellow", "green", "blue", "indigo", "violet", "pink", "brown", "black", "white", "grey"]', 'Plain colours', TRUE),
    ('house', 'warm_color', 'colour', '["red", "orange", "yellow", "gold", "coral", "terracotta"]', 'Colours of fire and earth', TRUE),
    ('house', 'cool_color', 'colour', '["blue", "teal", "turquoise", "cyan", "indigo", "violet"]', 'Colours of water and shade', TRUE),
    ('house', 'medium', 'technique', '["oil painting", "watercolour", "gouache", "ink drawing", "charcoal", "pastel", "linocut", "etching", "collage", "photograph"]', 'What it is made with', TRUE),
    ('house', 'style', 'technique', '["impressionist", "cubist", "art nouveau", "art deco", "bauhaus", "surrealist", "minimalist", "ukiyo-e"]', 'Schools and manners', TRUE),
    ('house', 'lighting', 'light', '["soft light", "hard light", "backlight", "candlelight", "golden hour", "blue hour", "overcast", "moonlight"]', 'Where the light comes from', TRUE),
    ('house', 'time_of_day', 'light', '["dawn", "morning", "noon", "afternoon", "dusk", "night"]', 'When it is', TRUE),
    ('house', 'season', 'setting', '["spring", "summer", "autumn", "winter"]', 'Seasons', TRUE),
    ('house', 'weather', 'setting', '["clear", "cloudy", "fog", "rain", "snow", "storm"]', 'Weather', TRUE),
    ('house', 'mood', 'setting', '["calm", "joyful", "melancholy", "mysterious", "dramatic", "playful"]', 'How it feels', TRUE),
    ('house', 'animal', 'subject', '["fox", "owl", "cat", "dog", "horse", "hare", "heron", "whale", "bear", "deer"]', 'Animals', TRUE),
    ('house', 'shot', 'camera', '["close-up", "medium shot", "wide shot", "aerial view", "low angle", "high angle"]', 'Where one looks from', TRUE),
    ('house', 'aspect_ratio', 'format', '["1:1", "4:3", "3:4", "3:2", "2:3", "16:9", "9:16"]', 'Proportions of a picture', TRUE);
