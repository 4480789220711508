//! Providers as those see them who order.

mod automatic1111;
mod civitai;
mod comfyui;
mod contract;
mod fal;
mod invokeai;
mod network;
mod openai;
mod replicate;
mod secrecy;
mod stability;
mod stand;
mod studio;
mod studio_provider;
mod webhooks;
